"""Anything an editor has → Articles: text, JSON and HTML files, folders of them, standard input.

One bad source never stops the others: it comes out as a SourceError among the articles. Network sources will get
their own room beside these readers; until then an address is answered with a sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from broadcast.errors import SourceError
from broadcast.intake.decode import declared_charset, decode
from broadcast.intake.record import read_records
from broadcast.model import Article

LIMIT = 5_000_000
"""Bytes a source may have: over a thousand pages; what is larger is no news article."""

STDIN_ID = "masukan"

_ENDINGS = (".txt", ".json", ".html", ".htm")


def intake(sources: Sequence[str]) -> Iterator[Article | SourceError]:
    """Yield the articles of files and folders, `-` being standard input; a source that cannot be read is yielded as a SourceError.

    Of a folder every text, JSON and HTML file is read, by name, hidden ones and inner folders left out. An article's
    id is its file's name without ending; a second one of the same name becomes `name-2`.
    """
    taken: set[str] = set()
    for source in sources:
        for found in _read_source(source):
            yield found if isinstance(found, SourceError) else replace(found, id=_unique(found.id, taken))


def read_text(path: Path) -> str:
    r"""Return the text of a file of any encoding, its line ends as ``\n``.

    Raises SourceError, naming the file, when it is missing, unreadable, too large or no text.
    """
    return decode(_read_bytes(path, str(path)), str(path))


def _read_source(source: str) -> Iterator[Article | SourceError]:
    try:
        if source == "-":
            yield _read_stdin()
        elif source.lower().startswith(("http://", "https://")):
            yield SourceError(f"{source}: alamat web belum bisa dibaca langsung; simpan halamannya sebagai .html lalu beri nama berkasnya.")
        elif Path(source).is_dir():
            yield from _read_folder(Path(source), source)
        else:
            yield from _read_file(Path(source), source)
    except SourceError as error:
        yield error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        yield SourceError(f"{source}: tidak bisa dibaca ({_reason(error)}); periksa nama dan izin berkasnya.")


def _read_folder(folder: Path, source: str) -> Iterator[Article | SourceError]:
    paths = sorted(
        path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and path.is_file()
    )
    if not paths:
        raise SourceError(f"{source}: folder ini tidak berisi berita; taruh berkas {', '.join(_ENDINGS)} di dalamnya.")
    for path in paths:
        yield from _read_source(str(Path(source) / path.name))


def _read_file(path: Path, source: str) -> Iterator[Article | SourceError]:
    if not path.exists():
        raise SourceError(f"{source}: berkas atau folder ini tidak ada; periksa namanya.")
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        raise SourceError(f"{source}: jenis berkas {ending or 'tanpa akhiran'} tidak bisa dibaca; pakai {', '.join(_ENDINGS)}.")
    raw = _read_bytes(path, source)
    html = ending in {".html", ".htm"}
    text = decode(raw, source, charset=declared_charset(raw) if html else "")
    if _is_blank(text):
        raise _empty(source)
    if ending == ".json":
        yield from read_records(text, source, path.stem)
    elif html:
        from broadcast.intake.webpage import read_page  # noqa: PLC0415  # trafilatura takes 0.25 s to load

        yield read_page(text, source, path.stem)
    else:
        yield Article(path.stem, source, text)


def _read_bytes(path: Path, source: str) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise SourceError(f"{source}: berkas ini tidak ada; periksa namanya.") from error
    except OSError as error:
        raise SourceError(f"{source}: tidak bisa dibaca ({_reason(error)}); periksa izin berkasnya.") from error
    return _checked(raw, source)


def _read_stdin() -> Article:
    raw = _checked(sys.stdin.buffer.read(LIMIT + 1), STDIN_ID)
    text = decode(raw, STDIN_ID)
    if _is_blank(text):
        raise _empty(STDIN_ID)
    return Article(STDIN_ID, "-", text)


def _checked(raw: bytes, source: str) -> bytes:
    if len(raw) > LIMIT:
        raise SourceError(
            f"{source}: lebih besar dari {LIMIT // 1_000_000} MB, bukan ukuran satu berita; pisahkan dulu menjadi berkas-berkas berita."
        )
    return raw


def _is_blank(text: str) -> bool:
    return not text.replace("\ufeff", "").strip()


def _empty(source: str) -> SourceError:
    return SourceError(f"{source}: kosong; isi dengan teks berita atau hapus dari daftar.")


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "tidak ada izin"
    return "ini folder" if isinstance(error, IsADirectoryError) else "namanya tidak sah atau disknya bermasalah"


def _unique(name: str, taken: set[str]) -> str:
    """Return `name`, or `name-2` and on where it is taken; capitals do not tell names apart, as on Windows."""
    base = " ".join(name.split()) or STDIN_ID
    free, number = base, 1
    while free.casefold() in taken:
        number += 1
        free = f"{base}-{number}"
    taken.add(free.casefold())
    return free
