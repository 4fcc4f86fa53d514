"""Bytes to text, in any encoding a newsroom meets: UTF-8, UTF-16, UTF-32, cp1252, with and without BOM."""

from __future__ import annotations

import codecs
import re

from broadcast.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"ID3", b"RIFF", b"OggS", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
_META_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)  # <meta charset="iso-8859-1">
_SAMPLE = 4096
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\v\f]")


def decode(raw: bytes, source: str, *, charset: str = "") -> str:
    r"""Return the text of a file, its line ends as ``\n``.

    `charset` is what the page itself claims; it is tried when the text is not UTF-8. What is neither is read as
    cp1252, line by line, so that one stray byte does not spoil the whole article.

    Raises SourceError when the bytes are no text.

    >>> decode("Rapat “desa”\r\n".encode("cp1252"), "a.txt")
    'Rapat “desa”\n'
    >>> decode("Rapat".encode("utf-16-le"), "a.txt")
    'Rapat'
    """
    text = _decoded(raw, source, charset)
    return _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))


def declared_charset(raw: bytes) -> str:
    """Return the charset an HTML page claims in its head, or an empty string.

    >>> declared_charset(b'<html><meta charset="windows-1252">')
    'cp1252'
    """
    match = _META_CHARSET.search(raw[:_SAMPLE])
    name = match.group(1).decode("ascii") if match else ""
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _decoded(raw: bytes, source: str, charset: str) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    if raw.startswith(_MAGIC):
        raise _not_text(source)
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, errors="replace")
    sample = raw[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in raw or strange * 50 > len(sample):  # over 2 % control characters: no newsroom text has any
        raise _not_text(source)
    for encoding in ("utf-8", charset):
        try:
            return raw.decode(encoding) if encoding else _patchwork(raw)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return _patchwork(raw)


def _wide_encoding(raw: bytes) -> str:
    """Tell UTF-16 without its mark by where the zero bytes fall: in Latin text every second byte is zero."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else ""


def _patchwork(raw: bytes) -> str:
    return "\n".join(_line(row) for row in raw.split(b"\n"))


def _line(row: bytes) -> str:
    try:
        return row.decode("utf-8")
    except UnicodeDecodeError:
        return row.decode("cp1252", errors="replace")


def _not_text(source: str) -> SourceError:
    return SourceError(f"{source}: isinya bukan teks; simpan beritanya sebagai .txt, .json atau .html.")
