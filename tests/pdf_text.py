"""The text of a PDF, page by page, as far as PDFs made by typst need it: no dependency reads one back for us."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"\nstream\n(.*)\nendstream", re.DOTALL)
_PLACE = re.compile(rb"1 0 0 -1 ([\d.]+) ([\d.]+) cm")
_FONT = re.compile(rb"/(f\d+) [\d.]+ Tf")
_PAIR = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages(pdf: bytes) -> list[str]:
    """The text of each page without its spaces: kerning and the ends of rows leave none to trust."""
    return ["".join(page) for page in rows(pdf)]


def rows(pdf: bytes) -> list[list[str]]:
    """The rows of each page, without their spaces, in the order of reading."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    tree = next(body for body in objects.values() if body.startswith(b"<</Type/Pages"))
    return [_page(objects, objects[int(kid)]) for kid in re.findall(rb"(\d+) 0 R", tree)]


def _page(objects: dict[int, bytes], page: bytes) -> list[str]:
    glyphs = {}
    for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", _follow(objects, page, b"Resources")):
        codes = _unpack(_follow(objects, objects[int(number)], b"ToUnicode")).decode("latin-1")
        glyphs[name] = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _PAIR.findall(codes)}
    found: list[str] = []
    font, height = b"", b""
    for token in _tokens(_unpack(_follow(objects, page, b"Contents"))):
        if not token.startswith(b"("):
            for place in _PLACE.findall(token):
                if place[1] != height:
                    found.append("")
                height = place[1]
            for name in _FONT.findall(token):
                font = name
            continue
        raw = token[1:]
        text = "".join(glyphs[font].get(high * 256 + low, " ") for high, low in zip(raw[::2], raw[1::2], strict=True))
        found[-1] += "".join(text.replace("\u200b", "").split())
    return found


def _follow(objects: dict[int, bytes], body: bytes, key: bytes) -> bytes:
    match = re.search(rb"/" + key + rb" (\d+) 0 R", body)
    assert match, (key, body[:200])
    return objects[int(match.group(1))]


def _unpack(body: bytes) -> bytes:
    match = _STREAM.search(body)
    assert match
    return zlib.decompress(match.group(1))


def _tokens(content: bytes) -> Iterator[bytes]:
    """Strings, decoded, each with a "(" before it, and what stands between them."""
    at = 0
    while (start := content.find(b"(", at)) >= 0:
        yield content[at:start]
        value, at = _string(content, start + 1)
        yield b"(" + value
    yield content[at:]


def _string(content: bytes, at: int) -> tuple[bytes, int]:
    """The PDF string that begins at `at`, and where it ends; brackets inside may be escaped or come in pairs."""
    value, depth = b"", 1
    while True:
        byte = content[at : at + 1]
        if byte == b"\\":
            octal = re.match(rb"[0-7]{1,3}", content[at + 1 : at + 4])
            letter = content[at + 1 : at + 2]
            value += bytes([int(octal.group(), 8)]) if octal else _ESCAPES.get(letter, letter)
            at += 1 + (octal.end() if octal else 1)
            continue
        depth += (byte == b"(") - (byte == b")")
        at += 1
        if not depth:
            return value, at
        value += byte
