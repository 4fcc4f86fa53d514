"""What a server answers: its text, bounded in size after decompression, or a sentence on why there is none."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from broadcast.errors import SourceError
from broadcast.intake.addresses import shown
from broadcast.intake.decode import declared_charset, decode
from broadcast.intake.pinning import PassingError, UnreachableError, number

if TYPE_CHECKING:
    import requests

_PIECE = 16_384
_BUSY = frozenset((429, 500, 502, 503, 504, 520, 521, 522, 523, 524))
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)  # text/html; charset=utf-8
_LATIN = frozenset(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
_OTHER_KINDS = {
    "application/pdf": "berkas PDF",
    "image/": "gambar",
    "audio/": "rekaman suara",
    "video/": "video",
    "font/": "huruf",
    "application/zip": "berkas ZIP",
    "application/vnd.openxml": "berkas Office",
    "application/msword": "berkas Word",
}
_REFUSALS = {
    401: "situs ini meminta sandi (401); pakai alamat yang terbuka untuk umum.",
    403: "situs ini menolak diambil otomatis (403); simpan halamannya sebagai .html, atau pakai alamat feed situs itu.",
    404: "halaman ini tidak ada (404); periksa alamatnya.",
    410: "halaman ini sudah dihapus (410); hapus dari daftar sumber.",
    429: "situs ini sedang membatasi permintaan (429); coba lagi beberapa menit lagi.",
    451: "halaman ini diblokir karena alasan hukum (451); hapus dari daftar sumber.",
}


class StatusError(SourceError):
    """A server answered, but not with a page; `status` is its HTTP code."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from `url` in the end: media type and charset as claimed, headers with names in lower case."""

    url: str
    kind: str
    charset: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def text(self) -> str:
        """The text of the answer.

        Raises SourceError when it is none.
        """
        other = next((name for kind, name in _OTHER_KINDS.items() if self.kind.startswith(kind)), "")
        if other:
            raise SourceError(f"{shown(self.url)}: ini {other}, bukan halaman berita; beri alamat halaman beritanya.")
        return decode(self.raw, shown(self.url), charset=self.charset or declared_charset(self.raw))


def read_answer(answer: requests.Response, url: str, limit: int) -> Answer:
    """Return the whole answer of a server, at most `limit` bytes.

    Raises SourceError, StatusError or PassingError; their sentences lack the address.
    """
    _require_success(answer)
    headers = {name.lower(): value for name, value in answer.headers.items()}
    length = headers.get("content-length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > limit:
        raise _too_large(limit)
    body = bytearray()
    for piece in inflate(answer.raw.stream(_PIECE, decode_content=False), headers.get("content-encoding", "")):
        body += piece
        if len(body) > limit:
            raise _too_large(limit)
    if not body.strip():
        raise SourceError("jawaban server kosong; periksa alamatnya.")
    claimed = headers.get("content-type", "")
    return Answer(url, claimed.partition(";")[0].strip().lower(), charset_of(claimed), headers, bytes(body))


def charset_of(content_type: str) -> str:
    """Return the charset that a Content-Type claims; who claims Latin-1 means cp1252, as browsers know.

    >>> charset_of("text/html; charset=ISO-8859-1"), charset_of("text/xml")
    ('cp1252', '')
    """
    match = _CHARSET.search(content_type)
    name = match.group(1).lower() if match else ""
    return "cp1252" if name in _LATIN else name


def inflate(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the pieces of an answer decompressed, each small, however much the whole may swell.

    Raises SourceError for a compression that was not asked for, PassingError when the end is missing.

    >>> b"".join(inflate([zlib.compress(b"Banjir surut.")], "deflate"))
    b'Banjir surut.'
    """
    name = encoding.strip().lower()
    if name in {"", "identity", "none"}:
        yield from pieces
    elif name in {"gzip", "x-gzip", "deflate"}:
        try:
            yield from _unpacked(pieces)
        except zlib.error as error:
            raise SourceError("jawaban server rusak (pemampatannya tidak terbaca); coba lagi nanti.") from error
    else:
        raise SourceError(f"jawaban server dimampatkan dengan cara yang tidak dikenal ({name[:20]}); coba alamat lain.")


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    reader, begun = zlib.decompressobj(47), False  # 47: gzip or zlib, whichever it is
    for piece in pieces:
        waiting = piece
        while waiting and not reader.eof:
            try:
                swollen = reader.decompress(waiting, 4 * _PIECE)
            except zlib.error:
                if begun:
                    raise
                reader = zlib.decompressobj(-15)  # "deflate" without its head, as old servers send it
                swollen = reader.decompress(waiting, 4 * _PIECE)
            begun = True
            yield swollen
            waiting = reader.unconsumed_tail
            if reader.eof and reader.unused_data.startswith(b"\x1f\x8b"):  # gzip may come in several parts
                waiting, reader = reader.unused_data, zlib.decompressobj(47)
    yield reader.flush()
    if not reader.eof:
        raise PassingError(UnreachableError("jawaban server terputus di tengah; coba lagi nanti."))


def _require_success(answer: requests.Response) -> None:
    status = answer.status_code
    if 200 <= status < 300:
        return
    sentence = _REFUSALS.get(status) or (
        f"server situs ini sedang bermasalah ({status}); coba lagi nanti."
        if status >= 500
        else f"situs ini tidak memberi halaman (kode {status}); periksa alamatnya."
    )
    error = StatusError(sentence, status)
    if status in _BUSY:
        raise PassingError(error, asked_wait(answer.headers.get("Retry-After", "")))
    raise error


def asked_wait(header: str) -> float:
    """Return the seconds that a Retry-After asks for, 0 for none.

    >>> asked_wait("3"), asked_wait(""), asked_wait("Mon, 23 Nov 2020 07:00:00 GMT")
    (3.0, 0.0, 0.0)
    """
    if header.isdecimal():
        return float(header[:9])
    try:
        until = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _too_large(limit: int) -> SourceError:
    return SourceError(f"lebih besar dari {number(limit / 1_000_000)} MB, bukan ukuran halaman berita; beri alamat lain.")
