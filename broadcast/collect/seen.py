"""Which articles were brought already: the file `.seen` of an inbox, a line for each text of an article.

    first day<TAB>last day it was met<TAB>digest of the text<TAB>id

Lines are only added, each run's in one piece, down to the disk. A last line that was cut off counts as not written; the
file is rewritten in one step when there is something to forget.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from broadcast.errors import OutputError
from broadcast.files import explain, write_atomically

NAME = ".seen"
KEEP_DAYS = 60
"""An article that no source has had for so long is forgotten."""

_MEET_DAYS = 7
"""How old the last meeting may get before it is noted again: a line a week for what stays in a feed."""

_HEAD = "# berita yang pernah diambil; jangan dihapus, supaya tidak terambil dua kali\n"


@dataclass(frozen=True, slots=True)
class _Entry:
    first: date
    last: date
    digests: tuple[str, ...]


class Seen:
    """The seen-list of an inbox; to be used while its lock is held."""

    def __init__(self, inbox: Path, today: date) -> None:
        self._path = inbox / NAME
        self._today = today
        self._entries: dict[str, _Entry] = {}
        self._added: list[str] = []
        self._torn = False
        for name, entry in self._lines():
            self._merge(name, entry)

    def digests(self, name: str) -> frozenset[str]:
        """The texts that an article was brought with; none when it never was."""
        entry = self._entries.get(name)
        return frozenset(entry.digests) if entry else frozenset()

    def before(self, day: date) -> frozenset[str]:
        """The ids of the articles that were first brought before a day."""
        return frozenset(name for name, entry in self._entries.items() if entry.first < day)

    def note(self, name: str, digest: str) -> None:
        """Note that an article was brought, or met again, with this text."""
        entry = self._entries.get(name)
        if entry is None or digest not in entry.digests:
            self._add(name, _Entry(entry.first if entry else self._today, self._today, (digest,)))
        else:
            self.meet([name])

    def meet(self, names: Iterable[str]) -> None:
        """Note that a source still has these articles."""
        for name in names:
            entry = self._entries.get(name)
            if entry and entry.last < self._today - timedelta(days=_MEET_DAYS):
                self._add(name, replace(entry, last=self._today, digests=entry.digests[-1:]))

    def save(self) -> None:
        """Write what was noted; raises OutputError when it cannot be written."""
        old = [name for name, entry in self._entries.items() if entry.last < self._today - timedelta(days=KEEP_DAYS)]
        if old or self._torn:
            for name in old:
                del self._entries[name]
            rows = [_line(name, entry, digest) for name, entry in self._entries.items() for digest in entry.digests]
            write_atomically(self._path, (_HEAD + "".join(rows)).encode())
        elif self._added:
            _append(self._path, "".join(self._added).encode())
        self._added.clear()

    def _add(self, name: str, entry: _Entry) -> None:
        self._merge(name, entry)
        self._added += [_line(name, entry, digest) for digest in entry.digests]

    def _merge(self, name: str, entry: _Entry) -> None:
        known = self._entries.get(name, entry)
        digests = tuple(dict.fromkeys((*known.digests, *entry.digests)))
        self._entries[name] = _Entry(min(known.first, entry.first), max(known.last, entry.last), digests)

    def _lines(self) -> Iterator[tuple[str, _Entry]]:
        try:
            text = self._path.read_bytes().decode("utf-8", errors="replace")
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(explain(self._path, error)) from error
        *rows, rest = text.split("\n")
        self._torn = bool(rest)
        for row in rows:
            cells = row.rstrip("\r").split("\t")
            try:
                first, last, digest, name = cells
                yield name, _Entry(date.fromisoformat(first), date.fromisoformat(last), (digest,))
            except ValueError:  # the head line, or what a hand or a broken disk left
                continue


def _line(name: str, entry: _Entry, digest: str) -> str:
    return f"{entry.first.isoformat()}\t{entry.last.isoformat()}\t{digest}\t{name}\n"


def _append(path: Path, data: bytes) -> None:
    try:
        with path.open("ab") as file:
            file.write(data if file.tell() else _HEAD.encode() + data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(explain(path, error)) from error
