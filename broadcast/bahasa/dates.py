"""Days and clock times of Indonesian text: finding them, and telling a day as it is said on a given day.

Nothing here knows what a bulletin is; `today` is the day from which a day is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from broadcast.bahasa.numbers import cardinal

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")
_SHORT = {"agt": 8, "agu": 8, "sept": 9, "nop": 11, "pebruari": 2, "nopember": 11} | {
    name[:3].lower(): k for k, name in enumerate(MONTHS, 1)
}
_MONTH_WORD = "|".join(
    (*MONTHS, "Pebruari", "Nopember", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Agt", "Agu", "Sept", "Sep", "Okt", "Nov", "Nop", "Des")
)
_DAY_WORD = "|".join((*WEEKDAYS, "Jum'at", "Jum’at", "Ahad"))
PARTS = "dini hari|pagi|siang|sore|petang|malam|subuh"
"""Parts of a day, as a pattern."""

_PART_ENDS = {"dini hari": 5, "subuh": 6, "pagi": 11, "siang": 15, "sore": 18, "petang": 19, "malam": 24}

EXPLICIT = re.compile(
    rf"""(?P<near>\b(?:hari\ ini|besok|esok(?:\ hari)?|kemarin|lusa)\b,?\s+)?
    (?:\b(?P<name>{_DAY_WORD})\b,?\s+(?:(?P<part1>{PARTS}),?\s+)?)?
    (?:\(\s*(?P<d1>\d{{1,2}})\s*/\s*(?P<m1>\d{{1,2}})(?:\s*/\s*(?P<y1>\d{{4}}|\d{{2}}))?\s*\)
      |(?<![\d/])(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})/(?P<y2>\d{{4}})(?![\d/])
      |\(?(?<![\d.,])(?P<d3>\d{{1,2}})\s+(?P<m3>{_MONTH_WORD})\b(?:\.?\s+(?P<y3>(?:19|20)\d\d)\b)?\)?)
    (?:\s+(?P<part2>{PARTS})\b)?""",
    re.VERBOSE,
)
"""A day with its date: "Selasa (18/11/2025) malam", "besok (24/11)", "20 Desember 2025"."""

_GIVEN = re.compile(rf"\d\s*/\s*\d|\d\s+(?:{_MONTH_WORD})\b")


def gives_date(text: str) -> bool:
    """Whether a date can stand in a text: looking for this first spares most texts the long patterns.

    >>> gives_date("Selasa (18/11)"), gives_date("2 Januari"), gives_date("Selasa, 12 orang")
    (True, True, False)
    """
    return bool(_GIVEN.search(text))


RANGE = re.compile(
    rf"""(?<![\d.,/])(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{_MONTH_WORD})\b)?(?:\s+(?P<y1>20\d\d))?
    \s*(?:[-–—]|s/d|s\.d\.|sampai(?:\ dengan)?|hingga)\s*
    (?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH_WORD})\b(?:\s+(?P<y2>20\d\d)\b)?""",
    re.VERBOSE,
)
"""A run of days: "12–14 Desember 2025", "18 Desember 2025–4 Januari 2026"."""

WEEKDAY = re.compile(
    rf"""\b(?P<name>{_DAY_WORD})\b(?P<when>\ (?:pekan|minggu)\ (?:lalu|depan|ini)|\ (?:lalu|kemarin|besok|depan|mendatang|ini|lusa))?
    (?:\s+(?P<part>{PARTS})\b)?(?P<after>\ (?:lalu|kemarin|besok|depan|mendatang|ini|tadi))?""",
    re.VERBOSE,
)
"""A day by name alone: "Sabtu sore", "Jumat pekan lalu", "Rabu mendatang"."""

NEAR = re.compile(
    rf"""\b(?:(?P<word>hari\ ini|besok|esok\ hari|esok|kemarin\ lusa|kemarin|lusa)(?:\s+(?P<part>{PARTS}))?
    |(?P<same>tadi\ (?:{PARTS})|(?:{PARTS})\ tadi|(?:{PARTS})\ ini|nanti\ (?:{PARTS})|(?:{PARTS})\ nanti|semalam)
    |(?P<span>(?:pekan|minggu|bulan|tahun)\ (?:ini|lalu|kemarin|depan|mendatang)))\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""A day told from the day of writing: "besok", "tadi malam", "pekan depan"."""

MONTH_NEAR = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s+(?P<near>mendatang|lalu|depan|tahun\s+(?:ini|lalu|depan))\b")
"""A month told from the day of writing: "Desember mendatang", "Juni tahun depan"."""

_PART = re.compile(rf"\b({PARTS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names: `text[start:stop]`; `year` is False when the text left the year out."""

    start: int
    stop: int
    day: date
    part: str = ""
    year: bool = True


def month_number(word: str) -> int:
    """Return a month's number, 0 when it is none.

    >>> month_number("Agt"), month_number("Nopember"), month_number("x")
    (8, 11, 0)
    """
    key = word.casefold()
    return _SHORT.get(key) or _SHORT.get(key[:3], 0)


def weekday_number(word: str) -> int:
    """Return 0 for Monday … 6 for Sunday.

    >>> weekday_number("Jum'at"), weekday_number("Ahad")
    (4, 6)
    """
    plain = word.replace("'", "").replace("’", "").capitalize()
    return 6 if plain == "Ahad" else WEEKDAYS.index(plain)


def find_days(text: str, today: date) -> tuple[Day, ...]:
    """Return the days that a text gives with a date; a missing year is the one in which the weekday fits, nearest to `today`.

    >>> [found.day.isoformat() for found in find_days("Selasa (18/11) dan 2 Januari 2026", date(2025, 11, 24))]
    ['2025-11-18', '2026-01-02']
    """
    return tuple(_days(text, today))


def _days(text: str, today: date) -> Iterator[Day]:
    for match in EXPLICIT.finditer(text) if gives_date(text) else ():
        group = match.groupdict()
        which = next(k for k in "123" if group[f"d{k}"])
        month = month_number(group["m3"]) if which == "3" else int(group[f"m{which}"])
        year = group[f"y{which}"]
        day = _make(int(group[f"d{which}"]), month, year, today, group["name"])
        if day:
            yield Day(match.start(), match.end(), day, group["part1"] or group["part2"] or "", bool(year))


def _make(day: int, month: int, year: str | None, today: date, weekday: str | None = None) -> date | None:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        near = [date(today.year + shift, month, day) for shift in (-2, -1, 0, 1)]
        fitting = [one for one in near if weekday and one.weekday() == weekday_number(weekday)]
        return min(fitting or near[1:], key=lambda one: abs((one - today).days))
    except ValueError:
        return None


def weekday_near(name: str, when: str, story: date, *, future: bool) -> date:
    """Return the day that a weekday names in a text written on `story`.

    `when` is what follows it: "", "lalu", "pekan lalu", "mendatang" …; without it the last such day, or the next when `future`.

    >>> weekday_near("Selasa", "", date(2026, 1, 20), future=False).isoformat()
    '2026-01-20'
    >>> weekday_near("Jumat", "pekan lalu", date(2026, 1, 20), future=False).isoformat()
    '2026-01-16'
    """
    number = weekday_number(name)
    monday = story - timedelta(days=story.weekday())
    if "pekan" in when or "minggu" in when:
        shift = -7 if "lalu" in when else 7 if "depan" in when else 0
        return monday + timedelta(days=shift + number)
    back = (story.weekday() - number) % 7
    if when in {"lalu", "kemarin"}:
        return story - timedelta(days=back or 7)
    if when in {"depan", "mendatang", "besok", "lusa"}:
        return story + timedelta(days=7 - back)
    if when == "ini":
        return monday + timedelta(days=number)
    return story + timedelta(days=(number - story.weekday()) % 7) if future else story - timedelta(days=back)


def tell_day(day: date, today: date, part: str = "", hour: int = 12) -> str:  # noqa: PLR0911  # one return for each kind of day
    """Return a day as it is said on `today` at `hour` o'clock.

    >>> air = date(2025, 11, 24)
    >>> [tell_day(date(2025, 11, d), air) for d in (24, 23, 25, 26, 21, 18, 29, 10)]
    ['hari ini', 'kemarin', 'besok', 'Rabu lusa', 'Jumat lalu', 'Selasa lalu', 'Sabtu mendatang', 'sepuluh November']
    >>> tell_day(date(2025, 11, 23), air, "malam"), tell_day(air, air, "pagi"), tell_day(air, air, "malam")
    ('tadi malam', 'tadi pagi', 'malam ini')
    """
    away = (day - today).days
    suffix = f" {part}" if part else ""
    if away == 0:
        return _tell_today(part, hour)
    if away == -1:
        return "tadi malam" if part == "malam" and hour < 18 else f"kemarin{suffix}"
    if away == 1:
        return f"besok{suffix}"
    name = WEEKDAYS[day.weekday()]
    if away == 2:
        return f"{name}{suffix} lusa" if part else f"{name} lusa"
    if -7 < away < 0:
        return f"{name}{suffix} lalu"
    if 0 < away < 7:
        return f"{name}{suffix} mendatang"
    weeks = _weeks(day, today)
    if abs(weeks) == 1:
        return f"{name}{suffix} pekan {'lalu' if weeks < 0 else 'depan'}"
    return tell_date(day, today) + suffix


def _tell_today(part: str, hour: int) -> str:
    if not part:
        return "hari ini"
    if part == "dini hari":
        return "dini hari tadi"
    if not is_over(part, hour):
        return f"{part} ini"
    return "subuh tadi" if part == "subuh" else f"tadi {part}"


def is_over(part: str, hour: int) -> bool:
    """Whether a part of the day is over at `hour` o'clock.

    >>> is_over("pagi", 10), is_over("pagi", 11)
    (False, True)
    """
    return hour >= _PART_ENDS[part]


def _weeks(day: date, today: date) -> int:
    """Calendar weeks from `today` to `day`."""
    return (_monday(day) - _monday(today)).days // 7


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def tell_date(day: date, today: date) -> str:
    """Return a date; its year only where it would be missed.

    >>> tell_date(date(2026, 1, 4), date(2025, 11, 24)), tell_date(date(1945, 8, 17), date(2025, 11, 24))
    ('empat Januari', '17 Agustus 1945')
    """
    number = cardinal(day.day) if day.day < 12 else str(day.day)
    year = "" if day.year == today.year or abs((day - today).days) < 150 else f" {day.year}"
    return f"{number} {MONTHS[day.month - 1]}{year}"


def tell_near(word: str, story: date, today: date, hour: int = 12) -> str:
    """Return a word like "besok" or "pekan lalu", written on `story`, as it is said on `today`.

    >>> tell_near("besok", date(2025, 11, 23), date(2025, 11, 24))
    'hari ini'
    >>> tell_near("nanti malam", date(2025, 11, 23), date(2025, 11, 24)), tell_near("pekan depan", date(2025, 11, 23), date(2025, 11, 24))
    ('tadi malam', 'pekan ini')
    >>> tell_near("pekan depan", date(2025, 7, 8), date(2026, 11, 23)), tell_near("bulan lalu", date(2026, 9, 1), date(2026, 11, 23))
    ('Juli 2025', 'Agustus')
    """
    if story == today:
        return word
    low = " ".join(word.casefold().split())
    unit, _, rest = low.partition(" ")
    if unit in {"pekan", "minggu", "bulan", "tahun"}:
        return _tell_span(unit, rest, story, today)
    found = _PART.search(low)
    part = found.group() if found else "malam" if low == "semalam" else ""
    shift = {"besok": 1, "esok": 1, "kemarin": -1, "lusa": 2}.get(unit, 0)
    if low.startswith("kemarin lusa"):
        shift = -2
    if low in {"tadi malam", "malam tadi", "semalam"}:
        shift = -1
    return tell_day(story + timedelta(days=shift), today, part, hour)


def _tell_span(unit: str, rest: str, story: date, today: date) -> str:
    """Say "pekan lalu", "bulan depan", "tahun ini" as seen from `today`; what is far off by its month or year."""
    shift = {"ini": 0, "lalu": -1, "kemarin": -1}.get(rest, 1)
    if unit in {"pekan", "minggu"}:
        away, meant = _weeks(story, today) + shift, story + timedelta(days=7 * shift)
        unit = "pekan"
    elif unit == "bulan":
        away = (story.year - today.year) * 12 + story.month - today.month + shift
        meant = date(story.year + (story.month - 1 + shift) // 12, (story.month - 1 + shift) % 12 + 1, 1)
    else:
        away = story.year - today.year + shift
        meant = date(story.year + shift, 1, 1)
    if abs(away) <= 1:
        return f"{unit} {('lalu', 'ini', 'depan')[away + 1]}"
    if unit == "tahun":
        return f"tahun {meant.year}"
    if unit == "pekan" and abs(away) <= _FEW_WEEKS:
        return f"{cardinal(abs(away))} pekan {'lalu' if away < 0 else 'lagi'}"
    return f"{MONTHS[meant.month - 1]}{'' if meant.year == today.year else f' {meant.year}'}"


_FEW_WEEKS = 3


def tell_clock(hour: int, minute: int) -> str:
    """Return a clock time as radio tells it, without "pukul".

    >>> tell_clock(6, 0), tell_clock(14, 30), tell_clock(0, 30), tell_clock(19, 40), tell_clock(12, 0)
    ('enam pagi', 'setengah tiga siang', 'setengah satu dini hari', '19.40', '12 siang')
    """
    part = next(name for limit, name in _CLOCK_PARTS if hour < limit)
    half = hour % 12 or 12
    if minute == 0:
        return f"{cardinal(half) if half < 12 else half} {part}"
    if minute == 30:
        after = half % 12 + 1
        return f"setengah {cardinal(after) if after < 12 else after} {part}"
    return f"{hour:02d}.{minute:02d}"


_CLOCK_PARTS = ((4, "dini hari"), (11, "pagi"), (15, "siang"), (18, "sore"), (19, "petang"), (25, "malam"))
