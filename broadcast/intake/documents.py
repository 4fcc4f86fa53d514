"""A Word document (.docx) → Article: its paragraphs and table rows as they stand, with the changes of reviewers accepted.

Read with zipfile and lxml: python-docx leaves out text that was inserted under track changes. What is taken is what a
reader of the printed document sees: no deleted or hidden text, no comments, no page headers.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from broadcast.errors import SourceError
from broadcast.intake import LIMIT
from broadcast.intake.wordtext import Paragraph, joined, kind, paragraphs, value
from broadcast.model import Article

FILE_LIMIT = 50_000_000
"""Bytes a .docx or .eml file may have: press releases come with photographs; of their text `LIMIT` still holds."""

_MOST_PARTS = 5_000
"""Files inside one document: a thick one has some hundred."""

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_END_OF_ZIP = b"PK\x05\x06"
_HEADINGS = ("title", "heading 1")
_WIB = timezone(timedelta(hours=7))
_NO_TITLE = re.compile(
    r"(?:microsoft word\b|dokumen ?\d*$|document ?\d*$|untitled|tanpa judul)|.{0,200}\.(?:docx?|pdf|rtf|odt)$", re.IGNORECASE
)  # "Microsoft Word - rilis.doc": what a program wrote, not a person
_NO_AUTHOR = re.compile(
    r"\b(?:acer|admin(?:istrator)?|asus|author|dell|hp|humas|lenovo|msi|owner|pc|penulis|python-docx|samsung|toshiba|unknown|user|windows)\b",
    re.IGNORECASE,
)  # "Windows User": computers and accounts, nobody's byline


@dataclass(frozen=True, slots=True)
class _Core:
    """What the document says of itself."""

    title: str = ""
    author: str = ""
    date: date | None = None


def read_document(path: Path, source: str) -> Iterator[Article | SourceError]:
    """Yield the articles of a .docx or .eml file; a mail may hold several.

    Raises SourceError, naming the file and what to do, when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > FILE_LIMIT:
                raise SourceError(f"{source}: lebih besar dari {FILE_LIMIT // 1_000_000} MB; salin teks beritanya ke berkas .txt.")
            if not size:
                raise SourceError(f"{source}: kosong; minta dikirim ulang atau hapus dari folder.")
            if path.suffix.lower() == ".docx":
                yield read_docx(file, source, path.stem)
            else:
                from broadcast.intake.mail import read_mail  # noqa: PLC0415  # it reads documents too

                yield from read_mail(file, source, path.stem)
    except OSError as error:
        raise SourceError(f"{source}: tidak bisa dibaca; periksa nama dan izin berkasnya.") from error


def read_docx(file: BinaryIO, source: str, stem: str) -> Article:
    """Return the article of a .docx file.

    The title is its first heading, or the title in its properties when the text speaks of the same; author and date
    are the properties' where they can be believed (see `_author`, `_date`).

    Raises SourceError, saying what to do, for an old .doc, an encrypted, broken or oversized file, and one without text.
    """
    start = file.read(8)
    if start == _OLD_WORD:
        raise _not_opened(source, encrypted=_ENCRYPTED in file.read(FILE_LIMIT))
    if not start.startswith(b"PK"):
        raise SourceError(f"{source}: isinya bukan dokumen Word; buka dengan program aslinya, lalu simpan sebagai .docx atau .txt.")
    try:
        _check_parts(file, source)
        with zipfile.ZipFile(file) as packed:
            found, core = _read_package(packed, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, etree.LxmlError) as error:
        raise _broken(source) from error
    return _article(found, core, source, stem)


def _read_package(packed: zipfile.ZipFile, source: str) -> tuple[list[Paragraph], _Core]:
    main = _main_part(packed, source)
    body = next((node for node in _tree(packed, main, source) if kind(node) == "body"), None)
    if body is None:
        raise SourceError(f"{source}: isinya bukan dokumen Word; buka dengan program aslinya, lalu simpan sebagai .docx atau .txt.")
    names = _style_names(packed, main.rpartition("/")[0], source)
    found = [replace(one, style=names.get(one.style, one.style.casefold())) for one in joined(paragraphs(body))]
    return [one for one in found if one.text], _core(packed, source)


def _article(found: Sequence[Paragraph], core: _Core, source: str, stem: str) -> Article:
    heading = next((one for style in _HEADINGS for one in found[:5] if one.style == style), None)
    text = "\n".join(one.text for one in found if one is not heading)
    if not text:
        raise SourceError(f"{source}: dokumen ini tidak berisi teks; bila isinya gambar pindaian, ketik ulang ke berkas .txt.")
    title = " ".join(heading.text.split()) if heading else core.title if _speaks_of(core.title, text) else ""
    return Article(id=stem, source=source, text=text, title=title, byline=core.author, date=core.date)


# ---------------------------------------------------------------- what it says of itself


def _core(packed: zipfile.ZipFile, source: str) -> _Core:
    if "docProps/core.xml" not in packed.namelist():
        return _Core()
    tree = _tree(packed, "docProps/core.xml", source)
    said = {node.tag.rpartition("}")[2]: " ".join((node.text or "").split()) for node in tree if isinstance(node.tag, str)}
    return _Core(said.get("title", ""), _author(said.get("creator", "")), _date(said.get("created", ""), said.get("modified", "")))


def _author(name: str) -> str:
    """Return a person's name, or nothing for the name of a computer or an account.

    >>> _author("Siti Rahmawati"), _author("ASUS"), _author("Windows User"), _author("user123")
    ('Siti Rahmawati', '', '', '')
    """
    words = name.split()
    plain = 2 <= len(words) <= 6 and not any(char.isdigit() or char in "@\\/_;," for char in name)
    return name if plain and not _NO_AUTHOR.search(name) else ""


def _date(created: str, modified: str) -> date | None:
    """Return the day a document was written: when it was made and last saved, at most a day apart.

    A release that was typed over an older one, or saved again for forwarding, has no date that can be believed. The times
    are UTC; the day is told in WIB, an hour or two off for the east.

    >>> _date("2026-11-22T22:10:00Z", "2026-11-22T23:30:00Z")
    datetime.date(2026, 11, 23)
    >>> _date("2024-01-02T03:04:00Z", "2026-11-22T23:30:00Z")
    """
    try:
        made, saved = (datetime.fromisoformat(one.removesuffix("Z")).replace(tzinfo=UTC) for one in (created, modified))
    except ValueError:
        return None
    return saved.astimezone(_WIB).date() if timedelta(0) <= saved - made <= timedelta(days=1) else None


def _speaks_of(title: str, text: str) -> bool:
    """Tell whether a title in the properties belongs to this text, not to the template it was typed over.

    >>> _speaks_of("Banjir Rendam Dua Desa", "Banjir merendam dua desa di tepi sungai.")
    True
    >>> _speaks_of("Undangan Rapat Koordinasi", "Banjir merendam dua desa di tepi sungai.")
    False
    """
    words = [word.casefold() for word in re.findall(r"\w{4,}", title[:300])]
    low = text.casefold()
    return len(title.split()) >= 3 and not _NO_TITLE.match(title) and sum(word in low for word in words) * 2 > len(words)


def _style_names(packed: zipfile.ZipFile, folder: str, source: str) -> Mapping[str, str]:
    """Return the names of the styles by their ids: the names stay English in Word of any language."""
    part = f"{folder}/styles.xml".lstrip("/")
    if part not in packed.namelist():
        return {}
    styles = (node for node in _tree(packed, part, source) if kind(node) == "style")
    named = ((node, next(node.iterfind("{*}name"), None)) for node in styles)
    ids = (({key.rpartition("}")[2]: value for key, value in node.attrib.items()}.get("styleId", ""), name) for node, name in named)
    return {key: value(name).casefold() for key, name in ids if name is not None}


# ---------------------------------------------------------------- the package


def _main_part(packed: zipfile.ZipFile, source: str) -> str:
    """Return the name of the part that holds the text: mostly word/document.xml, but the package says."""
    if "_rels/.rels" in packed.namelist():
        for node in _tree(packed, "_rels/.rels", source):
            if (node.get("Type") or "").endswith("/officeDocument"):
                return (node.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _tree(packed: zipfile.ZipFile, part: str, source: str) -> Any:
    try:
        with packed.open(part) as file:
            raw = file.read(LIMIT + 1)
    except KeyError as error:
        raise SourceError(f"{source}: isinya bukan dokumen Word; simpan ulang sebagai .docx, atau salin teksnya ke .txt.") from error
    if len(raw) > LIMIT:
        raise SourceError(
            f"{source}: isinya sesudah dibuka lebih dari {LIMIT // 1_000_000} MB, bukan ukuran satu berita; salin teksnya ke .txt."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    return etree.fromstring(raw, parser)


def _check_parts(file: BinaryIO, source: str) -> None:
    """Refuse a zip of a million names before its directory is read into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    at = tail.rfind(_END_OF_ZIP)
    if at < 0:
        raise _broken(source)
    if int.from_bytes(tail[at + 10 : at + 12], "little") > _MOST_PARTS:
        raise SourceError(f"{source}: berisi terlalu banyak berkas untuk sebuah dokumen Word; salin teksnya ke berkas .txt.")
    file.seek(0)


def _not_opened(source: str, *, encrypted: bool) -> SourceError:
    if encrypted:
        return SourceError(f"{source}: dokumen ini bersandi; buka dengan sandinya di Word, lalu simpan tanpa sandi.")
    return SourceError(f"{source}: ini dokumen Word lama (.doc); buka di Word atau LibreOffice, lalu simpan sebagai .docx atau .txt.")


def _broken(source: str) -> SourceError:
    return SourceError(f"{source}: dokumen ini rusak atau tidak lengkap; minta dikirim ulang, atau salin teksnya ke berkas .txt.")
