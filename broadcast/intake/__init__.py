"""Anything an editor has → Articles: files and folders of them, standard input, and what stands on the network.

One bad source never stops the others: it comes out as a SourceError among the articles.

    decode, record, webpage, metadata    bytes, JSON and HTML to articles, from wherever they come
    remote       many network sources at once, in their order
    web          what an address is: feed, WordPress, article, front page
    feeds, wordpress, visit              the readers of each; signposts, fragment and stamps help them
    staff        the forecast and the corrections that staff writes by hand
    net, pinning, answer, addresses      the client, its guarded sockets, what comes back, addresses and ids
"""

from __future__ import annotations

import sys
from collections.abc import Container, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from broadcast.errors import SourceError
from broadcast.intake.addresses import NothingNewError, article_id, is_address
from broadcast.intake.decode import declared_charset, decode
from broadcast.intake.record import read_records
from broadcast.model import Article, Correction, Net, Source, Weather

__all__ = ["LIMIT", "STDIN_ID", "NothingNewError", "article_id", "intake", "read_corrections", "read_text", "read_weather"]

LIMIT = 5_000_000
"""Bytes a source may have: over a thousand pages; what is larger is no news article."""

STDIN_ID = "masukan"
NET = Net()

_DOCUMENTS = (".docx", ".eml")
_ENDINGS = (".txt", ".json", ".html", ".htm", *_DOCUMENTS)


def intake(
    sources: Sequence[str | Source], net: Net = NET, today: date | None = None, *, known: Container[str] = frozenset()
) -> Iterator[Article | SourceError]:
    """Yield the articles of files, folders, `-` (standard input), web addresses and sources, in their order.

    What cannot be read is yielded as a SourceError and stops nothing else. Of a folder every file of a known kind
    is read, by name, hidden ones and inner folders left out. The id of a file's article is the file's name without ending, that
    of a network article `article_id` of its address; a second file of the same name becomes `name-2`, and an article that
    two network sources carry comes once, from the first. What `fetch` has put into the inbox comes again only where its text
    has changed since: which of two texts is used is decided later, by whoever sees both.

    `today` (default: this computer's) is the day from which `Source.since_days` is counted; a source with nothing younger
    yields a NothingNewError. Network articles whose id is in `known` are left out before their page is fetched.
    """
    taken: set[str] = set()
    carried: set[str] = set()
    fetched: set[tuple[str, str]] = set()
    with closing(_fetching(sources, net, today, known)) as answers:
        for source in sources:
            remote = _remote(source)
            for found in next(answers) if remote else _read_source(str(source)):
                if isinstance(found, SourceError):
                    yield found
                elif not is_address(found.source):
                    yield replace(found, id=_unique(found.id, taken))
                elif (found.id, found.text) not in fetched and not (remote and found.id in carried):
                    fetched.add((found.id, found.text))
                    carried |= {found.id} if remote else set()
                    yield replace(found, id=_unique(found.id, taken))


def _remote(source: str | Source) -> Source | None:
    if isinstance(source, Source):
        return source
    return Source("", source) if is_address(source) else None


def _fetching(
    sources: Sequence[str | Source], net: Net, today: date | None, known: Container[str]
) -> Generator[Sequence[Article | SourceError]]:
    remote = [found for source in sources if (found := _remote(source))]
    if remote:
        from broadcast.intake.remote import fetch_all  # noqa: PLC0415  # most bulletins never leave this computer

        yield from fetch_all(remote, net, today, known)


def read_text(path: Path) -> str:
    r"""Return the text of a file of any encoding, its line ends as ``\n``.

    Raises SourceError, naming the file, when it is missing, unreadable, too large or no text.
    """
    return decode(_read_bytes(path, str(path)), str(path))


def read_weather(path: Path, air: datetime) -> Weather:
    """Return the forecast that a file of the staff gives for `air`; SourceError, with the way out, when none may air."""
    from broadcast.intake import staff  # noqa: PLC0415  # only for stations that keep one

    return staff.read_weather(read_text(path), str(path), air)


def read_corrections(path: Path, air: datetime) -> tuple[Correction, ...]:
    """Return the corrections that a file of the staff orders for `air`; SourceError, with the line, when one is not clear."""
    from broadcast.intake import staff  # noqa: PLC0415  # only when there are some

    return staff.read_corrections(read_text(path), str(path), air)


def _read_source(source: str) -> Iterator[Article | SourceError]:
    try:
        if source == "-":
            yield _read_stdin()
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
        path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS and not path.name.startswith((".", "~$")) and path.is_file()
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
    if ending in _DOCUMENTS:
        from broadcast.intake.documents import read_document  # noqa: PLC0415  # lxml and the mail parser, for a few files only

        yield from read_document(path, source)
        return
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
