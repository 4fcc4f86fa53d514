"""What staff writes by hand for a bulletin besides articles: the forecast, and corrections (*ralat*)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from broadcast import naskah
from broadcast.errors import NaskahError, SourceError
from broadcast.model import Correction, Script, Weather

LONGEST = timedelta(days=7)
"""A forecast that says it holds longer than this has a slip in its date, and would air for ever."""

_HEAD = re.compile(r"([^\W\d_]+)(?: sampai| hingga)?\s*:\s*(.*)")  # berlaku: 2026-11-23 18.00
_CORRECTION = ("berita", "siar", "salah", "benar")
_SHAPE = "tulis seperti 2026-11-23 18.00"

Row = tuple[int, str]


def read_weather(text: str, path: str, air: datetime) -> Weather:
    """Return the forecast that the file `path` says: `berlaku: 2026-11-23 18.00`, perhaps `sumber: BMKG`, then a sentence a row.

    Raises SourceError when it says not until when it holds, holds no longer at `air`, or has no sentence.
    """
    rows = list(_rows(text))
    heads = {match.group(1).lower(): (number, match.group(2)) for number, row in rows if (match := _head(row, ("berlaku", "sumber")))}
    if "berlaku" not in heads:
        raise SourceError(f"{path}: tidak tertulis sampai kapan berlaku; tambahkan baris pertama seperti 'berlaku: {air:%Y-%m-%d} 18.00'.")
    number, written = heads["berlaku"]
    until = _moment(written, air, f"{path}: baris {number}")
    if until < air:
        raise SourceError(f"{path}: baris {number}: hanya berlaku sampai {until:%d-%m-%Y pukul %H.%M}; perbarui isi dan baris itu.")
    if until > air + LONGEST:
        raise SourceError(f"{path}: baris {number}: berlaku sampai {until:%d-%m-%Y}, di atas {LONGEST.days} hari; periksa tanggalnya.")
    said = [row for row in rows if not _head(row[1], ("berlaku", "sumber")) and any(mark.isalnum() for mark in row[1])]
    if not said:
        raise SourceError(f"{path}: belum ada kalimat; tulis satu kalimat sebaris di bawah 'berlaku: …'.")
    return Weather(tuple(_said(row, path, air) for row in said), until, heads.get("sumber", (0, ""))[1])


def read_corrections(text: str, path: str, air: datetime) -> tuple[Correction, ...]:
    """Return the corrections that the file `path` says: for each `berita:`, `siar:`, `salah:` and `benar:`, a row each.

    Raises SourceError, with the line, for a row that is none of these, one that is missing, or a time that is no past one.
    """
    found: list[dict[str, Row]] = []
    for number, row in _rows(text):
        match = _head(row, _CORRECTION)
        if not match:
            word = row.partition(":")[0].strip().lower()
            near = difflib.get_close_matches(word, _CORRECTION, 1)
            meant = f" (maksudnya {near[0]}:?)" if near else ""
            raise SourceError(f"{path}: baris {number}: {row[:60]!r} tidak dikenal{meant}; tulis baris berita:, siar:, salah: dan benar:.")
        key = match.group(1).lower()
        if not found or key in found[-1]:
            found.append({})
        found[-1][key] = (number, match.group(2).strip())
    if not found:
        raise SourceError(f"{path}: kosong; tulis baris berita:, siar:, salah: dan benar:.")
    return tuple(_correction(one, path, air) for one in found)


def _correction(rows: dict[str, Row], path: str, air: datetime) -> Correction:
    first = min(number for number, _ in rows.values())
    for key in _CORRECTION:
        if not rows.get(key, (0, ""))[1]:
            where = f"{path}: baris {rows.get(key, (first, ''))[0]}"
            raise SourceError(f"{where}: {key}: belum diisi; setiap ralat perlu {', '.join(_CORRECTION)}.")
    number, written = rows["siar"]
    aired = _moment(written, air, f"{path}: baris {number}")
    if aired >= air:
        raise SourceError(f"{path}: baris {number}: siar {written} belum lewat pada jam siaran ini; tulis kapan kekeliruan itu disiarkan.")
    return Correction(_said(rows["berita"], path, air), aired, _said(rows["salah"], path, air), _said(rows["benar"], path, air))


def _head(row: str, keys: Sequence[str]) -> re.Match[str] | None:
    match = _HEAD.match(row)
    return match if match and match.group(1).lower() in keys else None


def _rows(text: str) -> Iterator[Row]:
    for number, row in enumerate(text.splitlines(), 1):
        if row.strip() and not row.lstrip().startswith("#"):
            yield number, " ".join(row.split())


def _moment(written: str, air: datetime, where: str) -> datetime:
    try:
        return naskah.parse_air(written, air.utcoffset())
    except ValueError as error:
        raise SourceError(f"{where}: waktu {written!r} tidak terbaca; {_SHAPE}.") from error


def _said(row: Row, path: str, air: datetime) -> str:
    """Return a sentence, or a piece of one, in script notation: breaths and readings may be written in it, its end is not kept."""
    number, written = row
    text = re.sub(r"(?<!\\)([\[\]|])", r"\\\1", written)  # a bracket here is only a bracket
    try:
        parsed = naskah.parse(f"[cuaca]\n{text}", path, Script("", "", air, ""))
        (line,) = parsed.items[0].lines
    except (NaskahError, ValueError) as error:
        where = f"{path}: baris {number}"
        raise SourceError(f"{where}: {written[:60]!r} tidak terbaca; tulis satu kalimat tanpa kurung kurawal dan //.") from error
    return line.text.rstrip(" .")
