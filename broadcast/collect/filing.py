"""Articles as files of an inbox: named by day and id, readable by intake, moved to the archive when they are old."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from broadcast import codec
from broadcast.errors import OutputError
from broadcast.files import explain, replace_file, write_atomically
from broadcast.intake import LIMIT
from broadcast.model import Article

ARCHIVE = "arsip"
"""The inner folder that old articles go to; `intake` does not look into inner folders."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})_(.{1,120})\.json")  # 2026-11-23_banjir-surut-3f2943d5_2.json
_NUMBER = re.compile(r"_\d{1,3}$")  # …_2: with an underscore a newer text sorts behind the older, with a hyphen before it
_UNSAFE = re.compile(r"[^\w.-]+")
_LONE = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")
"""Halves of characters, which UTF-8 cannot write, and line ends of Unicode, which `decode` would read as line ends."""

_PROSE_WORDS = 8


class Folder:
    """An inbox and its archive; to be used while the inbox's lock is held."""

    def __init__(self, inbox: Path) -> None:
        self._inbox = inbox
        self._written = False
        self.refused: list[str] = []
        """What could not be filed, as sentences."""

    @staticmethod
    def digest(article: Article) -> str:
        r"""Return what tells two texts of an article apart: its prose.

        Counters, hours and related headlines change on every visit of a page and make no new text.

        >>> one = Article("a", "", "Air sungai mulai surut sejak Senin pagi ini.\nDibaca 12 kali")
        >>> Folder.digest(one) == Folder.digest(Article("a", "", "Air sungai mulai surut sejak Senin pagi ini.\nDibaca 99 kali"))
        True
        """
        return _digest(article.text)

    def digests(self, name: str) -> frozenset[str]:
        """Return the texts of an article that lie in the inbox or its archive."""
        found = map(_record, self._files.get(_file_name(name), ()))
        return frozenset(_digest(str(record.get("text", ""))) for record in found if record.get("id") == name)

    def put(self, article: Article, today: date) -> bool:
        """Write an article to a file of its own; False, and a sentence in `refused`, when it is too large for one."""
        raw = _dump(article, today)
        if len(raw) > LIMIT:
            self.refused.append(f"{article.source}: lebih besar dari {LIMIT // 1_000_000} MB, bukan ukuran satu berita; tidak disimpan.")
            return False
        stored = _file_name(article.id)
        stem = f"{(article.date or today).isoformat()}_{stored}"
        path = _free(stem, self._inbox, self._inbox / ARCHIVE)
        write_atomically(path, raw)
        self._files.setdefault(stored, []).append(path)
        self._written = True
        return True

    def settle(self) -> None:
        """Have the names of new files on the disk too, before they are noted as seen."""
        if self._written and os.name == "posix":  # Windows writes them with the file
            with contextlib.suppress(OSError):  # a file system that cannot: it was worth trying
                descriptor = os.open(self._inbox, os.O_RDONLY)
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)

    @cached_property
    def _files(self) -> dict[str, list[Path]]:
        """The files by the id in their name, read with and without a number behind it: the record inside decides."""
        found: dict[str, list[Path]] = {}
        for match, path in _fetched_names(self._inbox, self._inbox / ARCHIVE):
            for stored in {match.group(2), _NUMBER.sub("", match.group(2))}:
                found.setdefault(stored, []).append(path)
        return found


def archive_old(inbox: Path, first: date) -> int:
    """Move the fetched articles of before the day `first` to the archive; return how many."""
    moved = 0
    for match, path in _fetched_names(inbox):
        if match.group(1) < first.isoformat() and "fetched" in _record(path):
            target = inbox / ARCHIVE
            try:
                target.mkdir(exist_ok=True)
            except OSError as error:
                raise OutputError(explain(target, error)) from error
            replace_file(path, _free(path.stem, target))
            moved += 1
    return moved


def _fetched_names(*folders: Path) -> Iterator[tuple[re.Match[str], Path]]:
    for folder in folders:
        try:
            paths = sorted(folder.iterdir())
        except OSError:  # no archive yet
            continue
        for path in paths:
            match = _NAME.fullmatch(path.name)
            if match:
                yield match, path


def _record(path: Path) -> dict[str, Any]:
    """Return the record in a file; an empty one when a hand has made something else of it."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _dump(article: Article, today: date) -> bytes:
    """Return an article as JSON for staff to read and intake to give back as it was."""
    record = codec.dump(article)
    first = ("title", "date", "byline", "outlet", "source", "id")
    ordered = {key: record[key] for key in first} | {"fetched": today.isoformat(), "text": record["text"]}
    text = json.dumps(ordered, ensure_ascii=False, indent=1) + "\n"
    return _LONE.sub(lambda match: f"\\u{ord(match.group()):04x}", text).encode()


def _digest(text: str) -> str:
    rows = [row.split() for row in text.casefold().split("\n")]
    prose = [row for row in rows if len(row) >= _PROSE_WORDS and row[-1].rstrip("\"”’')]").endswith(".")]
    plain = " ".join(word for row in prose or rows for word in row)
    return hashlib.sha256(plain.encode("utf-8", errors="replace")).hexdigest()[:16]


def _file_name(name: str) -> str:
    """Return an id as a part of a file's name that every system takes.

    >>> _file_name("banjir-surut-3f2943d5"), _file_name("a/b: c?")
    ('banjir-surut-3f2943d5', 'a-b-c-ffa60210')
    """
    plain = _UNSAFE.sub("-", name).strip("-.")[:80]
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode('utf-8', errors='replace')).hexdigest()[:8]}"


def _free(stem: str, *folders: Path) -> Path:
    """Return the path `stem.json` in the first folder, or `stem_2.json` and on where one of the folders has it."""
    number, name = 1, f"{stem}.json"
    while any((folder / name).exists() for folder in folders):
        number += 1
        name = f"{stem}_{number}.json"
    return folders[0] / name
