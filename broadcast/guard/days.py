"""Days told in words: *kemarin*, *Jumat lalu*, *tadi malam*, *bulan depan*, seen from a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from broadcast.bahasa.figures import CalendarDay, Number
from broadcast.guard.words import Text

WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
"""The weekdays, Monday 0."""

_PART = r"(?:pagi|siang|sore|petang|malam|dini hari|subuh)"
_DAY_WORDS = re.compile(
    rf"\b(?:(?P<today>hari ini|{_PART} (?:ini|tadi|nanti)|(?:tadi|nanti) {_PART}(?<!tadi malam))"
    rf"|(?P<night>tadi malam|semalam|malam tadi)"
    r"|(?P<before2>kemarin lusa)"
    r"|(?P<yesterday>kemarin)"
    r"|(?P<tomorrow>besok|esok)"
    r"|(?P<after2>lusa)"
    r"|(?P<period>(?:pekan|bulan|tahun|minggu) (?:ini|lalu|kemarin|depan|mendatang)))\b"
)  # "tadi malam" is the evening before, "malam ini" today
_WEEKDAY = re.compile(
    rf"\b(?P<name>[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]um['’]?at|[Ss]abtu|Minggu|Ahad)\b(?: {_PART})?"
    r"(?: (?P<when>pekan lalu|pekan ini|pekan depan|minggu lalu|minggu depan|lalu|kemarin|ini|besok|lusa|depan|mendatang|nanti)\b)?(?: \()?"
)  # "Jumat pekan lalu"
_COUNTED = re.compile(r"(?:\d|\b(?:se|satu|dua|tiga|empat|lima|beberapa|per|setiap|tiap|akhir|hari)) $", re.IGNORECASE)
_AFTER_WEEKDAY = re.compile(r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)(?: \S+)? $")  # "Rabu |lusa"
_WEEK_AFTER = re.compile(r" (?:ini|lalu|depan|mendatang|kemarin)\b")


_SMALL = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_PERIODS = re.compile(
    rf"\b(?P<count>\d{{1,2}} |(?:{'|'.join(_SMALL[1:])}) |se)(?P<unit>hari|pekan|minggu|bulan|tahun)"
    r" (?:yang )?(?P<when>lalu|silam|lagi|mendatang)\b"
)
"""*Dua pekan lalu*, *sebulan lagi*."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time word as `said`: the days it may mean; `unit` is day, week, month or year, `relative` whether it needs a date to mean one."""

    said: str
    days: frozenset[date]
    unit: str = "day"
    relative: bool = True


def told_days(text: Text, anchor: date) -> Iterator[Told]:
    """Give the day words of a text, seen from the day `anchor`.

    >>> from broadcast.guard.words import read_text
    >>> [(told.said, sorted(told.days)[0].isoformat()) for told in told_days(read_text("Banjir terjadi Jumat lalu"), date(2026, 11, 23))]
    [('Jumat lalu', '2026-11-20')]
    """
    plain = text.text.replace("‖", " ")
    counted = [match.span() for match in _PERIODS.finditer(plain.lower())]
    yield from counted_periods(text, anchor)
    for match in _DAY_WORDS.finditer(plain.lower()):
        kind = match.lastgroup or ""
        if kind == "period":
            if any(start < match.start() < end for start, end in counted):
                continue
            if match.group().startswith("minggu") and plain[match.start()].isupper() and match.start():
                continue  # "Minggu lalu" is last Sunday; _WEEKDAY reads it
            yield _period(plain[match.start() : match.end()], anchor)
            continue
        offsets = {"today": (0,), "night": (-1,), "before2": (-2,), "yesterday": (-1,), "tomorrow": (1,), "after2": (2,)}[kind]
        if _covered(plain, match.start()):
            continue
        yield Told(plain[match.start() : match.end()], frozenset(anchor + timedelta(offset) for offset in offsets))
    yield from _weekdays(plain, anchor)


def counted_periods(text: Text, anchor: date) -> Iterator[Told]:
    """Give the periods that a text counts from `anchor` (*dua pekan lalu*).

    >>> from broadcast.guard.words import read_text
    >>> [(told.said, told.unit, *map(str, told.days)) for told in counted_periods(read_text("Roboh lima hari lalu"), date(2026, 11, 23))]
    [('lima hari lalu', 'day', '2026-11-18')]
    """
    plain = text.text.replace("‖", " ")
    for match in _PERIODS.finditer(plain.lower()):
        count = match["count"].strip()
        steps = int(count) if count.isdigit() else 1 if count == "se" else _SMALL.index(count)
        steps *= -1 if match["when"] in {"lalu", "silam"} else 1
        said = plain[match.start() : match.end()]
        if match["unit"] == "hari":
            yield Told(said, frozenset({anchor + timedelta(steps)}))
        else:
            yield _stepped(said, match["unit"], steps, anchor)


def _covered(plain: str, start: int) -> bool:
    """Whether a day word belongs to a weekday before it ("Rabu lusa", "Minggu kemarin")."""
    return bool(_AFTER_WEEKDAY.search(plain[max(0, start - 30) : start].lower()))


def _weekdays(plain: str, anchor: date) -> Iterator[Told]:
    for match in _WEEKDAY.finditer(plain):
        low = match["name"].lower().replace("’", "'")
        opens = match.start() == 0 and _WEEK_AFTER.match(plain[match.end("name") :])
        if low == "minggu" and (opens or _COUNTED.search(plain[max(0, match.start() - 20) : match.start()])):
            continue  # a week, not a Sunday
        said = match.group().rstrip(" (")
        dated = match.group().endswith("(") or re.match(r",?\s{0,3}\d", plain[match.end() : match.end() + 5])
        if not dated:  # in "Kamis (4/12)" and "Minggu 12 April" the date tells
            yield Told(said, _weekday(WEEKDAYS[low], match["when"] or "", anchor), relative=bool(match["when"]))


def _weekday(number: int, when: str, anchor: date) -> frozenset[date]:
    """The days that a weekday may mean, seen from `anchor`, with a word such as *lalu*.

    >>> [sorted(map(str, _weekday(4, when, date(2026, 11, 23)))) for when in ("lalu", "depan", "besok")]
    [['2026-11-20'], ['2026-11-27', '2026-12-04'], []]
    """
    before = anchor - timedelta((anchor.weekday() - number) % 7 or 7)
    coming = anchor + timedelta((number - anchor.weekday()) % 7)
    monday = anchor - timedelta(anchor.weekday())
    this_week, last_week, next_week = (monday + timedelta(number + shift) for shift in (0, -7, 7))
    choices = {
        "": (coming, before),
        "ini": (coming, before),
        "lalu": (before, last_week),
        "pekan lalu": (before, last_week),
        "minggu lalu": (before, last_week),
        "kemarin": (before,),
        "besok": (anchor + timedelta(1),),
        "lusa": (anchor + timedelta(2),),
        "pekan ini": (this_week,),
        "pekan depan": (next_week,),
        "minggu depan": (next_week,),
    }
    return frozenset(day for day in choices.get(when, (coming, next_week)) if day.weekday() == number)


def _period(said: str, anchor: date) -> Told:
    noun, when = said.lower().split()
    return _stepped(said, noun, {"ini": 0, "lalu": -1, "kemarin": -1}.get(when, 1), anchor)


def _stepped(said: str, noun: str, step: int, anchor: date) -> Told:
    """The week, month or year so many steps from the one of `anchor`."""
    if noun in {"pekan", "minggu"}:
        return Told(said, frozenset({anchor + timedelta(7 * step)}), "week")
    if noun == "bulan":
        month = anchor.month - 1 + step
        return Told(said, frozenset({date(anchor.year + month // 12, month % 12 + 1, 1)}), "month")
    return Told(said, frozenset({date(anchor.year + step, 1, 1)}), "year")


def calendar_days(text: Text, near: date) -> Iterator[Told]:
    """Give the dates of a text; a missing year is the one that brings the date closest to `near`."""
    for figure in text.figures:
        said = text.span(figure.start, figure.end)
        if isinstance(figure, CalendarDay):
            unit = "day" if figure.day else "month"
            found = closest(figure, near)
            if found:
                yield Told(said, frozenset({found}), unit, relative=False)
        elif isinstance(figure, Number) and 1900 <= figure.value <= 2100 and figure.value.denominator == 1:
            yield Told(said, frozenset({date(int(figure.value), 1, 1)}), "year", relative=False)


def closest(figure: CalendarDay, near: date) -> date | None:
    """The date meant by a figure that may lack its year or month.

    >>> closest(CalendarDay(0, 0, 3, 1), date(2026, 12, 28))
    datetime.date(2027, 1, 3)
    """
    years = [figure.year] if figure.year else [near.year - 1, near.year, near.year + 1]
    months = [figure.month] if figure.month else range(1, 13)
    choices = []
    for year in years:
        for month in months:
            try:
                choices.append(date(year, month, figure.day or 1))
            except ValueError:
                continue
    return min(choices, key=lambda day: abs(day - near), default=None)
