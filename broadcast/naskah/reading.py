"""Text → Script; what cannot be understood is refused with its line and the way out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Literal

from broadcast.errors import NaskahError
from broadcast.model import Element, Flag, FlagCode, Insert, Item, Jingle, Kind, Line, Pause, Script
from broadcast.naskah.notation import READING, SPACES, escape, unescape
from broadcast.naskah.writing import ZONES

_BRACE = re.compile(r"(?<!\\)(?:\\\\)*[{}]")
_END = re.compile(r"(?:(?<=\s)|^)(/{2,3})(?=\s|$)")
_VOICE = re.compile(r"penyiar\s*:(.*)", re.IGNORECASE)  # [berita: banjir | penyiar: luring]
_HEADER = re.compile(r"^([^\W\d_][\w ]*?)\s*:\s*(.*)$")  # "stasiun: Radio X"
_AIR = re.compile(r"^(\d{4})-(\d\d)-(\d\d)[ T](\d\d)[.:](\d\d)\s*(WIB|WITA|WIT|[+-]\d\d:?\d\d)?$", re.IGNORECASE)


def parse(text: str, source: str = "naskah", default: Script | None = None) -> Script:
    """Read a script text; what its header leaves out is taken from `default`.

    Raises NaskahError, which names `source` and the line, for a header, section or mark that cannot be understood.
    """
    rows = [(number, row.strip()) for number, row in enumerate(text.lstrip("\ufeff").splitlines(), 1)]
    split = next((k for k, (_, row) in enumerate(rows) if row.startswith("[")), len(rows))
    script = _parse_header(rows[:split], source, default)
    items = [_parse_section(section, source) for section in _sections(rows[split:])]
    if not items:
        raise NaskahError(f"{source}: tidak ada bagian seperti [pembuka] atau [berita: nama]; tulis satu di atas teksnya.")
    _reject_twins(items, rows[split:], source)
    return replace(script, items=tuple(items))


def parse_air(text: str, ahead: timedelta | None = None) -> datetime:
    """Read an air time, `2026-11-23 14.00 WIB` or `… 14.00+07:00`; without a zone, `ahead` of UTC is taken.

    Raises ValueError when it is not a time.

    >>> parse_air("2026-01-15 06.00+07:00").isoformat()
    '2026-01-15T06:00:00+07:00'
    """
    match = _AIR.match(text.strip())
    if not match:
        raise ValueError(text)
    *parts, zone = match.groups()
    if zone is None:
        if ahead is None:
            raise ValueError(text)
    elif zone.upper() in ZONES:
        ahead = timedelta(hours=ZONES[zone.upper()])
    else:
        sign = -1 if zone[0] == "-" else 1
        ahead = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return datetime(*map(int, parts), tzinfo=timezone(ahead))  # type: ignore[misc, arg-type]  # mypy cannot count the five parts


_KEYS = ("stasiun", "siaran", "penyiar")


def _parse_header(rows: Sequence[tuple[int, str]], source: str, default: Script | None) -> Script:
    title = default.title if default else ""
    found: dict[str, str] = {}
    air = default.air if default else None
    for number, row in rows:
        if not row:
            continue
        if row.startswith("#"):
            title = unescape(row.lstrip("#").strip())
            continue
        match = _HEADER.match(row)
        key = match.group(1).lower() if match else ""
        if not match or key not in _KEYS:
            where = f"{source}: baris {number}: {row[:60]!r}"
            raise NaskahError(f"{where} berada di luar bagian{_meant(key, _KEYS)}; tulis [berita: nama] di atasnya.")
        found[key] = unescape(match.group(2).strip())
        if key == "siaran":
            try:
                air = parse_air(found[key], air.utcoffset() if air else None)
            except ValueError as error:
                message = f"{source}: baris {number}: waktu siaran {found[key]!r} tidak terbaca; tulis seperti 2026-11-23 14.00 WIB."
                raise NaskahError(message) from error
    if air is None:
        raise NaskahError(f"{source}: waktu siaran tidak ada; tulis baris seperti 'siaran: 2026-11-23 14.00 WIB' di bawah judul.")
    return Script(
        title=title,
        station=found.get("stasiun", default.station if default else ""),
        air=air,
        voice=found.get("penyiar", default.voice if default else ""),
    )


Row = tuple[int, str]


def _sections(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Group the rows under their section headers."""
    group: list[Row] = []
    for row in rows:
        if row[1].startswith("[") and _directive(row[1]) not in {"jingle", "jeda", "insert"}:
            if group:
                yield group
            group = []
        group.append(row)
    if group:
        yield group


def _directive(row: str) -> str:
    match = re.match(r"\[\s*([^\s:|\]]*)", row)
    return match.group(1).lower() if match else ""


def _fields(row: str, number: int, source: str) -> list[str]:
    """Split `[a: b | c: d]` at its bars; the pieces keep their escapes."""
    if not re.search(r"(?<!\\)(?:\\\\)*\]$", row):
        raise NaskahError(f"{source}: baris {number}: kurung siku tidak ditutup: {row[:60]!r}; akhiri dengan ].")
    return [piece.strip() for piece in re.split(r"(?<!\\)\|", row[1:-1])]


def _parse_section(rows: Sequence[Row], source: str) -> Item:
    number, head = rows[0]
    first, *rest = _fields(head, number, source)
    name, _, slug = first.partition(":")
    kinds = [kind.value for kind in Kind]
    directives = [*kinds, "jingle", "jeda", "insert"]
    if name.strip().lower() not in kinds:
        if _directive(head) in {"jingle", "jeda", "insert"}:
            raise NaskahError(f"{source}: baris {number}: {head[:40]!r} berada di luar bagian; tulis [berita: nama] di atasnya.")
        meant = _meant(name.strip().lower(), directives)
        raise NaskahError(f"{source}: baris {number}: bagian [{name.strip()}] tidak dikenal{meant}; pilihan: {', '.join(directives)}.")
    voices = [match.group(1).strip() for piece in rest if (match := _VOICE.match(piece))]
    if "" in voices or len(voices) > 1:
        raise NaskahError(f"{source}: baris {number}: penyiar harus satu; tulis seperti [{first} | penyiar: luring].")
    flags = [flag for piece in rest if not _VOICE.match(piece) for flag in _parse_flags(piece, number, source)]
    kind = Kind(name.strip().lower())
    if kind is Kind.NEWS and not slug.strip():
        raise NaskahError(f"{source}: baris {number}: berita tanpa nama; tulis seperti [berita: banjir-jember].")
    elements = tuple(_elements(rows[1:], source))
    return Item(kind, elements, id=unescape(slug.strip()), flags=tuple(flags), voice=unescape(voices[0]) if voices else "")


def _parse_flags(piece: str, number: int, source: str) -> Iterator[Flag]:
    key, _, codes = piece.partition(":")
    if key.strip().lower() != "perlu cek":
        raise NaskahError(f"{source}: baris {number}: {piece!r} tidak dikenal; yang boleh di sini hanya 'perlu cek: …' dan 'penyiar: …'.")
    known = [code.value for code in FlagCode]
    for code in filter(None, (code.strip().upper() for code in codes.split(","))):
        if code not in known:
            raise NaskahError(f"{source}: baris {number}: tanda {code} tidak dikenal{_meant(code, known)}; pilihan: {', '.join(known)}.")
        yield Flag(FlagCode(code))


def _elements(rows: Sequence[Row], source: str) -> Iterator[Element]:
    words: list[Row] = []
    for number, row in [*rows, (0, "")]:
        if row and not row.startswith("["):
            words.append((number, row))
            continue
        yield from _lines(words, source)
        words = []
        if row:
            yield _parse_directive(row, number, source)


def _lines(rows: Sequence[Row], source: str) -> Iterator[Line]:
    """Read sentences; where no `//` is used at all, each row is one."""
    marked = any(_END.search(row) for _, row in rows)
    pending = ""
    for number, row in rows:
        _check_notation(row, number, source)
        pending = f"{pending} {row}".strip()
        start = 0
        for match in _END.finditer(pending):
            sentence = pending[start : match.start()].strip()
            start = match.end()
            if not sentence:
                raise NaskahError(f"{source}: baris {number}: tanda {match.group(1)} tanpa kalimat di depannya; hapus tanda itu.")
            yield Line(SPACES.sub(" ", sentence), end=_end(match.group(1)))
        pending = pending[start:].strip()
        if pending and not marked:
            yield Line(SPACES.sub(" ", pending))
            pending = ""
    if pending:
        yield Line(SPACES.sub(" ", pending))


def _end(mark: str) -> Literal["//", "///"]:
    return "///" if mark == "///" else "//"


def _check_notation(row: str, number: int, source: str) -> None:
    rest = READING.sub("", row)
    if _BRACE.search(rest):
        way_out = "tulis {baca: …} sesudah kata, atau \\{ bila memang dibaca"
        raise NaskahError(f"{source}: baris {number}: kurung kurawal tidak terbaca; {way_out}.")


def _parse_directive(row: str, number: int, source: str) -> Element:
    first, *rest = _fields(row, number, source)
    name, _, value = first.partition(" ")
    value = unescape(value.strip())
    if not value:
        examples = "[jingle pembuka], [jeda 0,8] atau [insert suara.mp3]"
        raise NaskahError(f"{source}: baris {number}: [{name}] belum lengkap; tulis seperti {examples}.")
    if name.lower() == "jingle":
        return Jingle(value)
    if name.lower() == "jeda":
        if not re.fullmatch(r"\d{1,3}(?:[.,]\d{1,3})?", value):
            raise NaskahError(f"{source}: baris {number}: jeda {value!r} bukan angka detik; tulis seperti [jeda 0,8].")
        return Pause(round(float(value.replace(",", ".")) * 1000))
    quoted = {}
    for piece in rest:
        key, _, words = piece.partition(":")
        if key.strip().lower() not in {"awal", "akhir"}:
            raise NaskahError(f"{source}: baris {number}: {piece!r} tidak dikenal; pada insert tulis awal atau akhir.")
        quoted[key.strip().lower()] = unescape(words.strip().removeprefix('"').removesuffix('"'))
    return Insert(value, quoted.get("awal", ""), quoted.get("akhir", ""))


def _reject_twins(items: Sequence[Item], rows: Sequence[Row], source: str) -> None:
    seen: set[str] = set()
    for item in items:
        if item.kind is Kind.NEWS and item.id in seen:
            head = next(number for number, row in reversed(rows) if row.startswith("[") and escape(item.id) in row)
            raise NaskahError(f"{source}: baris {head}: berita {item.id!r} ada dua kali; beri nama lain.")
        seen.add(item.id)


def _meant(word: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, choices, 1)
    return f" (maksudnya {near[0]}?)" if near else ""
