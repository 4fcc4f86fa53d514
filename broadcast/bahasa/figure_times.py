"""The readers of `figures` for dates and clock times."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.bahasa.counting import SMALL, Token, at, read_cardinal, small_word, word_set
from broadcast.bahasa.figure_kinds import CalendarDay, Clock, Found

MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
"""The months, January first."""

_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_SHORT_MONTHS |= {"agt": 8, "ags": 8, "agst": 8, "sept": 9, "nop": 11, "pebruari": 2, "nopember": 11, "juli": 7}
_MONTH_OF = {name: number for number, name in enumerate(MONTHS, 1)} | {"pebruari": 2, "nopember": 11}
_DAYS = word_set("senin selasa rabu kamis jumat jum'at sabtu minggu ahad tanggal tgl")
RANGE = word_set("- – — hingga sampai s.d")
_SLASHED = re.compile(r"(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])")  # 6-8/3/2026, 4/12
_SLASHED_BOTH = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?\s?[-–]\s?\d{1,2}/\d{1,2}(?![\d/])")  # 30/11-2/12/2026
_MOST_CLOCKS = 4
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")  # 2026-11-23
_PARTS = {
    "dini": (0, 6),
    "subuh": (3, 7),
    "pagi": (0, 12),
    "siang": (10, 16),
    "sore": (14, 19),
    "petang": (16, 20),
    "malam": (17, 29),
    "tengah": (23, 25),
}
"""Parts of the day and their hours, from and up to; 24 and more are the small hours."""
_ZONES = {"wib": "wib", "wita": "wita", "wit": "wit", "barat": "wib", "timur": "wit", "tengah": "wita"}

# ---------------------------------------------------------------- dates


def read_slashed(text: str, tokens: list[Token], index: int) -> Found:
    """`(6-8/3/2026)`, `Minggu (23/11)`, `2026-11-23`; a bare `1/2` is a fraction."""
    start = tokens[index].start
    iso = _ISO.match(text, start)
    if iso:
        year, month, day = map(int, iso.groups())
        return _dated([CalendarDay(start, iso.end(), day, month, year)], tokens, index)
    match = _SLASHED.match(text, start)
    if not match or (start and text[start - 1] in "/."):
        return None
    first, last, month_text, year_text = match.groups()
    before = at(tokens, index - 1)
    dated = year_text or last or before in {"(", "-", "–"} or before in _DAYS or _SLASHED_BOTH.match(text, start)
    if not dated or not 1 <= int(month_text) <= 12 or not 1 <= int(first) <= 31:
        return None
    year = int(year_text or 0) + (2000 if year_text and len(year_text) == 2 else 0)
    days = [int(first)] + ([int(last)] if last else [])
    return _dated([CalendarDay(start, match.end(), day, int(month_text), year) for day in days], tokens, index)


def _dated(days: list[CalendarDay], tokens: list[Token], index: int) -> Found:
    end = days[-1].end
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return tuple(days), index


def read_date(_text: str, tokens: list[Token], index: int) -> Found:
    """`12–14 Desember 2025`, *satu Januari*, *tanggal sembilan hingga 11 April*, *April 2026*, *tanggal 20*."""
    told = at(tokens, index) in {"tanggal", "tgl"}
    place = index + 1 if told else index
    while told and at(tokens, place) == ".":
        place += 1
    days: list[int] = []
    while (number := _day_number(tokens, place)) and len(days) < 3:
        days.append(number[0])
        place = number[1]
        joined = at(tokens, place) in RANGE or at(tokens, place) in {"dan", ","}
        if not joined or not _day_number(tokens, place + 1):
            break
        place += 1
    month = _MONTH_OF.get(at(tokens, place), 0) or (_SHORT_MONTHS.get(at(tokens, place), 0) if days else 0)
    if not month:
        if not (told and days):
            return None
        return tuple(CalendarDay(tokens[index].start, tokens[place - 1].end, day, 0) for day in days), place
    if not days and not tokens[place].written[0].isupper():
        return None
    place += 1
    year = 0
    counted = read_cardinal(tokens, place)
    if counted and counted[0].denominator == 1 and 1900 <= counted[0] <= 2100:
        year, place = int(counted[0]), counted[1]
    return tuple(CalendarDay(tokens[index].start, tokens[place - 1].end, day, month, year) for day in days or [0]), place


def _day_number(tokens: list[Token], index: int) -> tuple[int, int] | None:
    counted = small_word(tokens, index) or read_cardinal(tokens, index)
    if counted and counted[0].denominator == 1 and 1 <= counted[0] <= 31:
        return int(counted[0]), counted[1]
    return None


# ---------------------------------------------------------------- clock times


def read_clock(_text: str, tokens: list[Token], index: int) -> Found:
    """`pukul 09.00-14.30 WIB`, `19.40 WITA`, *jam delapan malam*, *pukul sepuluh pagi hingga tiga sore*."""
    told = at(tokens, index) in {"pukul", "jam"}
    if told and at(tokens, index) == "jam" and index and (at(tokens, index - 1) in SMALL or at(tokens, index - 1)[0].isdigit()):
        return None  # "tiga jam 20 menit"
    first = _time(tokens, index + 1 if told else index)
    if not first:
        return None
    clocks, place = [replace(first[0], start=tokens[index].start)], first[1]
    sure = told or (at(tokens, index) == "setengah" and at(tokens, place - 1) in _PARTS)
    while len(clocks) < _MOST_CLOCKS and (second := _next_time(tokens, place)):
        if at(tokens, place) in RANGE and not clocks[-1].zone:  # "09.00-14.30 WIB": one zone for both
            clocks[-1] = replace(clocks[-1], zone=second[0].zone)
        clocks.append(second[0])
        place = second[1]
    return (tuple(clocks), place) if sure or any(clock.zone for clock in clocks) else None


def _next_time(tokens: list[Token], index: int) -> tuple[Clock, int] | None:
    """The other end of a range of times, or a second time that says *pukul* or its zone."""
    joint = at(tokens, index)
    if joint not in RANGE and joint not in {"dan", "atau"}:
        return None
    index += 2 if at(tokens, index + 1) in {"dengan", "pukul", "jam"} else 1
    told = at(tokens, index - 1) in {"pukul", "jam"}
    found = _time(tokens, index)
    if not found:
        return None
    clock, place = found
    spoken = at(tokens, place - 1) in _PARTS or at(tokens, place - 1) in {"hari", "malam"}
    if joint in RANGE or told or clock.zone or spoken:
        return clock, place
    return None


def _time(tokens: list[Token], index: int) -> tuple[Clock, int] | None:
    """One time from its hour on: 09.30, *setengah tiga siang*, *tujuh lewat 40 menit malam*."""
    start = tokens[index].start if index < len(tokens) else 0
    half = at(tokens, index) == "setengah"
    if half:
        index += 1
    parts = re.fullmatch(r"(\d{1,2})[.:](\d\d)", at(tokens, index))
    hour: int
    if parts and int(parts[1]) <= 24 and int(parts[2]) < 60:
        hour, minute, index = int(parts[1]), int(parts[2]), index + 1
        exact = True
    else:
        counted = small_word(tokens, index) or read_cardinal(tokens, index)
        if not counted or counted[0].denominator != 1 or not 0 <= counted[0] <= 24:
            return None
        hour, index = int(counted[0]), counted[1]
        minute, index = (-30, index) if half else _minutes(tokens, index)
        exact = False
    total = hour * 60 + minute
    choices = {total % 1440} if (exact and at(tokens, index) not in _PARTS) or hour > 12 else {total % 1440, (total + 720) % 1440}
    if at(tokens, index) in _PARTS:
        low, high = _PARTS[at(tokens, index)]
        choices = {choice for choice in choices if any(low * 60 <= choice + day < high * 60 for day in (0, 1440))} or choices
        index += 2 if at(tokens, index) in {"dini", "tengah"} else 1
        index += at(tokens, index) == "hari"
    zone = ""
    if [at(tokens, index), at(tokens, index + 1)] == ["waktu", "indonesia"]:
        index += 2
    if at(tokens, index) in _ZONES and at(tokens, index - 1) != "waktu":
        zone = _ZONES[at(tokens, index)]
        index += 1
    return Clock(start, tokens[index - 1].end, frozenset(choices), zone), index


def _minutes(tokens: list[Token], index: int) -> tuple[int, int]:
    """What follows the hour: *lewat 40 menit*, *kurang seperempat*, *tiga puluh*; (0, index) when nothing does."""
    sign = {"lewat": 1, "lebih": 1, "kurang": -1}.get(at(tokens, index), 0)
    place = index + 1 if sign else index
    if sign and at(tokens, place) == "seperempat":
        return sign * 15, place + 1
    counted = small_word(tokens, place) or (read_cardinal(tokens, place) if sign else None)
    if counted and counted[0].denominator == 1 and 0 < counted[0] < 60:
        return (sign or 1) * int(counted[0]), counted[1] + (at(tokens, counted[1]) == "menit")
    return 0, index
