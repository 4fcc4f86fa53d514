"""Days: a day, month or year that a line tells, seen from the air time, is one that the article tells, seen from its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from broadcast.bahasa.figures import CalendarDay, Clock
from broadcast.guard.days import WEEKDAYS, Told, calendar_days, closest, counted_periods, told_days
from broadcast.guard.reading import Reading, quote
from broadcast.guard.words import Text, read_text

_UNKNOWN = "tanggal berita tidak diketahui, jadi keterangan waktu ini tidak dapat dipastikan"
_NAMES = tuple(name for name in WEEKDAYS if name not in {"jum'at", "ahad"})


def check_days(reading: Reading) -> Iterator[str]:
    """Give a note for each day, date or period that the article does not tell."""
    air = reading.air.date()
    whole = [told for text in reading.source.texts for told in article_days(text, reading)]
    own = [told for text in reading.texts for told in article_days(text, reading)]
    for told in told_days(reading.text, air):
        if _says_it(told, reading) or (not told.relative and _names_it(told, reading)):
            continue
        known = own if told.unit == "day" and _days_of(own) else whole
        if told.unit == "month":
            known = [other for other in own if other.unit == "month"] or whole
        if _is_told(told, known) or (not _days_of(own) and _is_news_day(told, reading)):
            continue
        if told.relative and reading.source.date is None:
            yield f"{quote(told.said)}: {_UNKNOWN}"
        else:
            yield f"{quote(told.said)}{_meant(told)} tidak cocok dengan sumber{_listed(known)}"
    yield from _check_dates(reading, whole)
    yield from _check_future(reading)


def tells_time(reading: Reading, start: int) -> bool:
    """Whether the number at `start` counts a period (*dua pekan lalu*) that the article tells in other words."""
    if reading.source.date is None:
        return False
    whole = [told for text in reading.source.texts for told in article_days(text, reading)]
    here = read_text(reading.text.text[start:])
    return any(here.text.startswith(told.said) and _is_told(told, whole) for told in counted_periods(here, reading.air.date()))


def _says_it(told: Told, reading: Reading) -> bool:
    """Whether a counted period (*dua pekan lalu*) stands in the line's sentences word for word."""
    air = reading.air.date()
    said = {other.said.lower() for text in reading.texts for other in counted_periods(text, air)}
    return told.said.lower() in said and told in counted_periods(reading.text, air)


def article_days(text: Text, reading: Reading) -> Iterator[Told]:
    """The days a sentence of the article tells: its dates, and its day words seen from the article's date and from its own dates."""
    anchor = reading.source.date
    dates = list(calendar_days(text, anchor or reading.air.date()))
    yield from dates
    anchors = {day for told in dates if told.unit == "day" for day in told.days}
    if anchor:
        anchors.add(anchor)
    for day in sorted(anchors):
        yield from told_days(text, day)


def _is_news_day(told: Told, reading: Reading) -> bool:
    """Whether a line gives a bare clock time of the article (*pukul 06.00*) the article's own day."""
    clocks = any(isinstance(figure, Clock) for text in reading.texts for figure in text.figures)
    return clocks and reading.source.date in told.days


def _days_of(told: list[Told]) -> bool:
    return any(each.unit == "day" for each in told)


def _is_told(told: Told, known: list[Told]) -> bool:
    """Whether one of the days meant is among those the article tells; a period holds any day in it."""
    return any(_agree(told.unit, mine, other, theirs) for mine in told.days for other in known for theirs in other.days)


def _agree(unit: str, mine: date, other: Told, theirs: date) -> bool:
    if unit == "day":
        return (other.unit == "day" and mine == theirs) or (other.unit == "week" and _monday(mine) == _monday(theirs))
    if unit == "week":
        return (other.unit == "week" and mine == theirs) or (other.unit in {"day", "week"} and _monday(mine) == _monday(theirs))
    if unit == "month":
        return other.unit != "year" and (mine.year, mine.month) == (theirs.year, theirs.month)
    return mine.year == theirs.year


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _names_it(told: Told, reading: Reading) -> bool:
    """Whether the article uses the same bare weekday in the line's sentences (*sejak Senin*), where no date is known."""
    return reading.source.date is None and any(word.low == told.said.lower() for text in reading.texts for word in text.words)


def _check_dates(reading: Reading, whole: list[Told]) -> Iterator[str]:
    known = [figure for text in reading.source.texts for figure in text.figures if isinstance(figure, CalendarDay)]
    near = reading.source.date or reading.air.date()
    for figure in reading.text.figures:
        if not isinstance(figure, CalendarDay):
            continue
        said = reading.text.span(figure.start, figure.end)
        same = [other for other in known if _fits(figure, other)]
        meant = closest(figure, near)
        unit = "day" if figure.day else "month"
        if not same and not (meant and figure.month and _is_told(Told(said, frozenset({meant}), unit), whole)):
            yield f"tanggal {quote(said)} tidak ada di sumber{_listed([told for told in whole if not told.relative])}"
        elif meant and figure.day and figure.month and (wrong := _wrong_weekday(reading.text, figure, meant)):
            yield f"{quote(said)} bukan hari {wrong}"


def _fits(figure: CalendarDay, other: CalendarDay) -> bool:
    pairs = ((figure.day, other.day), (figure.month, other.month), (figure.year, other.year))
    return all(not mine or mine == theirs for mine, theirs in pairs[:2]) and (not figure.year or pairs[2][1] in {0, figure.year})


def _wrong_weekday(text: Text, figure: CalendarDay, meant: date) -> str:
    """The weekday said just before a date when it is not that date's."""
    before = [word for word in text.words if word.letters and word.end <= figure.start][-1:]
    if not before or before[0].low not in _NAMES or not before[0].capital or figure.start - before[0].end >= 4:
        return ""
    return before[0].written if _NAMES[meant.weekday()] != before[0].low else ""


def _check_future(reading: Reading) -> Iterator[str]:
    """*Desember mendatang* needs a known date of the article."""
    if reading.source.date is not None:
        return
    dates = [figure for figure in reading.text.figures if isinstance(figure, CalendarDay)]
    for word, after in pairwise(reading.text.words):
        if after.low in {"mendatang", "depan", "lalu"} and any(figure.start <= word.start < figure.end for figure in dates):
            yield f"{quote(f'{word.written} {after.written}')}: {_UNKNOWN}"


def _meant(told: Told) -> str:
    """The day meant, in brackets, where there is only one."""
    if told.unit != "day" or len(told.days) != 1:
        return ""
    day = next(iter(told.days))
    return f" ({day.day}/{day.month}/{day.year})"


def _listed(known: list[Told]) -> str:
    said = list(dict.fromkeys(told.said for told in known if told.unit == "day" or not told.relative))[:3]
    return f"; sumber: {', '.join(quote(each) for each in said)}" if said else ""
