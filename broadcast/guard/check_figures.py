"""Figures: each number of a line is one of the article's, of the same thing, or rounded the right way with its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import Clock, Digits, Number, Pair, Vague, iter_numbers
from broadcast.guard.check_days import tells_time
from broadcast.guard.reading import Reading, quote
from broadcast.guard.things import Thing, bound_of, things_of
from broadcast.guard.words import BREATH, Text

_ROUND_MOST = Fraction(1, 4)
_ABOUT_MOST = Fraction(1, 20)
_ABOUT_MINUTES = 15
_DIGIT_RUN = re.compile(r"\d[\d\s().,/+-]*\d|\d")
_ALONE = re.compile(r"(?<![\d.,])\d+(?![.,]?\d)")
_COMMA = re.compile(r",(?!\d)\s*")
_JOINT = re.compile(r"\b(?:dan|serta|atau|hingga|sampai)\b")
_LIST_WORDS = 9
_REST = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}lain(?:nya)?\b")  # "empat ruas lain"
_LIMIT = re.compile(r"\bdi (?:bawah|atas) $")  # "di bawah 18 tahun" is no rounding
_IDIOM = re.compile(r"\b(?:kaki|roda|segi|inspektur|inspektur polisi|letnan|sersan|kopral|prajurit) $")  # "kaki lima", "Inspektur Satu"
_LOSERS = word_set("kalah takluk tunduk menyerah tumbang dikalahkan ditundukkan ditaklukkan")
_OFFSETS = {"wib": 0, "wita": 60, "wit": 120, "": 0}
_FORM = {"up": "hampir", "down": "lebih dari", "about": "sekitar", "": ""}


def check_figures(reading: Reading) -> Iterator[str]:
    """Give a note for each figure that the article does not have, has for something else, or rounds differently."""
    known = [thing for passage in reading.source.passages for thing in passage.things] + [*reading.source.head_things]
    own = [thing for passage in reading.passages for thing in passage.things] or known
    for thing in things_of(reading.text, reading.lexicon):
        idiom = _IDIOM.search(reading.text.before(thing.figure.start))
        if isinstance(thing.figure, Number) and thing.figure.sort != "one" and not idiom:
            yield from _check_count(thing, known, own, reading)
    for figure in reading.text.figures:
        said = reading.text.span(figure.start, figure.end)
        match figure:
            case Clock():
                yield from _check_clock(figure, said, reading)
            case Digits():
                if not any(figure.digits in run for text in reading.source.texts for run in _digit_runs(text.text)):
                    yield f"nomor {quote(said)} tidak ada di sumber"
            case Pair():
                yield from _check_pair(figure, said, reading)
            case Vague():
                yield from _check_vague(figure, said, reading)


# ---------------------------------------------------------------- counts


def _check_count(thing: Thing, known: list[Thing], own: list[Thing], reading: Reading) -> Iterator[str]:
    equal = [other for other in known if other.value == thing.value]
    fitting = [other for other in equal if _may_be_same(thing, other)]
    if fitting:
        if any(_may_be_same(thing, other) and _rounds(thing, other) and not (thing.exact or other.exact) for other in own):
            return  # "lebih dari 1.500" for 1.562, though 1.500 stands elsewhere
        here = [other for other in own if other.value == thing.value and other.units == thing.units and _may_be_same(thing, other)]
        same = [other for other in fitting if thing.bound and other.bound == thing.bound]
        yield from _check_bound(thing, same or here or fitting, said_as_limit=bool(_LIMIT.search(reading.text.before(thing.figure.start))))
        yield from _check_swap(thing, fitting, own)
        return
    if not thing.bound and _is_excused(thing, own, reading):
        return
    if equal:
        yield f"{quote(thing.said)}: di sumber angka itu untuk {_listed(equal)}"
    else:
        yield from _check_rounding(thing, [other for other in known if _may_be_same(thing, other)])


def _is_excused(thing: Thing, own: list[Thing], reading: Reading) -> bool:
    """Whether a figure that no count of the article gives is a year of its dates, a code, or the length of one of its lists."""
    if _is_calendar(thing.value, reading) or _is_digit_run(thing.value, reading) or _is_translated(thing, reading):
        return True
    if tells_time(reading, thing.figure.start):
        return True
    shares = any(thing.tight & other.tight for other in own) and not _is_rest(thing, reading)
    return not shares and _is_listed(thing, reading)


def _is_rest(thing: Thing, reading: Reading) -> bool:
    """Whether a figure counts what a shortened list leaves out (*dan tujuh lainnya*)."""
    return bool(_REST.match(reading.text.text[thing.figure.end :][:60].replace(BREATH, " ")))


def _may_be_same(thing: Thing, other: Thing) -> bool:
    """Whether two figures can measure the same: their units agree, and a measure is not a count of something."""
    if thing.units and other.units:
        return bool(thing.units & other.units)
    measure, count = (thing, other) if thing.units else (other, thing)
    return count.bare or not measure.units


def _check_bound(thing: Thing, equal: list[Thing], *, said_as_limit: bool) -> Iterator[str]:
    """A figure said as the article has it must carry no other rounding word than there."""
    bounds = {other.bound for other in equal}
    if said_as_limit:
        return
    if thing.bound and thing.bound not in bounds and not (thing.bound == "about" and bounds - {""}):
        if bounds == {""}:
            yield f"{quote(f'{_FORM[thing.bound]} {thing.said}')}: sumber menyebut angka pas"
        else:
            yield f"{quote(f'{_FORM[thing.bound]} {thing.said}')}: sumber menulis {_listed(equal, bound=True)}"
    elif not thing.bound and bounds and "" not in bounds:
        yield f"{quote(thing.said)}: sumber menulis {_listed(equal, bound=True)}"


def _check_swap(thing: Thing, equal: list[Thing], own: list[Thing]) -> Iterator[str]:
    """`3 tewas, 17 luka` is no source of "17 tewas": the figure's word must not stand with another figure only."""
    collective = isinstance(thing.figure, Number) and thing.figure.sort == "ordinal"
    here = [other for other in own if other.value == thing.value and _may_be_same(thing, other)]
    if collective or not thing.tight or any(thing.tight & other.wide for other in here):
        return
    held = max(len(thing.tight & other.wide) for other in equal)
    mates = (other for other in own if other.value != thing.value and other.is_year == thing.is_year)
    rivals = [other for other in mates if len(thing.tight & other.tight) > held and thing.units == other.units]
    if rivals and all(other.wide for other in equal):
        yield f"{quote(thing.said)}: di sumber {_listed(rivals)}, sedangkan {_listed(equal)}"


def _check_rounding(thing: Thing, known: list[Thing]) -> Iterator[str]:
    near = [other for other in known if other.value and abs(thing.value - other.value) <= other.value * _ROUND_MOST]
    if thing.bound:
        sound = [other for other in near if _rounds(thing, other)]
        if any(not (thing.exact or other.exact) for other in sound):
            return
        if sound:
            yield f"{quote(thing.said)}: angka ini tidak boleh dibulatkan; sumber: {_listed(sound)}"
            return
    alike = [other for other in near if thing.tight & other.wide or thing.units & other.units]
    alike = alike or [other for other in known if thing.tight & other.tight]
    alike = alike or [other for other in known if other.units == thing.units and not other.bare]
    said = f"{_FORM[thing.bound]} {thing.said}".strip()
    note = f"angka {quote(said)} tidak ada di sumber"
    yield f"{note}; sumber: {_listed(alike)}" if alike else note


def _rounds(thing: Thing, other: Thing) -> bool:
    """Whether the line's figure is the article's, rounded to its last digit in the direction its word says."""
    gap = thing.value - other.value
    if _grain(thing.value) <= _grain(other.value):
        return False
    if thing.bound == "about":
        return abs(gap) <= other.value * _ABOUT_MOST
    if thing.bound == "up":
        return 0 < gap < min(_last_place(thing.value), other.value * _ROUND_MOST) and other.bound != "down"
    return 0 < -gap < min(_last_place(thing.value), other.value * _ROUND_MOST) and other.bound != "up"


def _last_place(value: Fraction) -> Fraction:
    """The size of a value's last telling digit: 1000 for 8000, a tenth for 2.3.

    >>> _last_place(Fraction(8000)), _last_place(Fraction(23, 10)), _last_place(Fraction(1250))
    (Fraction(1000, 1), Fraction(1, 10), Fraction(10, 1))
    """
    place = Fraction(1)
    while value % place:
        place /= 10
        if place < Fraction(1, 10**6):
            return place
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _grain(value: Fraction) -> Fraction:
    """How coarse a figure is; fives count as rounder than ones, so 45 may round 47."""
    place = _last_place(value)
    return place * 5 if value / place % 5 == 0 else place


def _is_calendar(value: Fraction, reading: Reading) -> bool:
    """Whether a number is a year told in the article's dates."""
    return any(getattr(figure, "year", 0) == value for text in reading.source.texts for figure in text.figures)


def _is_digit_run(value: Fraction, reading: Reading) -> bool:
    """Whether a whole number of three digits and more stands in the article as digits (codes, house numbers)."""
    whole = value >= 100 and value.denominator == 1
    return whole and any(str(value) == run for text in reading.source.texts for run in _digit_runs(text.text))


def _is_translated(thing: Thing, reading: Reading) -> bool:
    """Whether a number in words comes with the translation of a foreign word (*peringkat kedua* for *runner-up*)."""
    said = reading.text.text[thing.figure.start : thing.figure.end].lower()
    if not said.isalpha():
        return False
    whole = " ".join(text.text for text in reading.source.texts).lower()
    table = reading.lexicon.table("foreign")
    return any(said in columns[0].lower().split() and key.lower() in whole for key, columns in table.items())


def _digit_runs(text: str) -> Iterator[str]:
    """The digits of a text: of each stretch of figures, and of each number in it."""
    for match in _DIGIT_RUN.finditer(text):
        yield re.sub(r"\D", "", match.group())
        yield from _ALONE.findall(match.group())


def _is_listed(thing: Thing, reading: Reading) -> bool:
    """Whether the article lists as many (*ketiga tersangka* after three names), or what a shortened list leaves out."""
    if thing.value.denominator != 1 or not 2 <= thing.value <= 12 or thing.units:
        return False
    texts = reading.source.texts
    lengths = {length for text in texts for length in _list_lengths(text.text)}
    counts = lengths | {number.value for text in texts for number in iter_numbers(text.figures)}
    if _is_rest(thing, reading):
        return any(thing.value + told in counts for told in range(1, 5))
    return int(thing.value) in lengths


def _list_lengths(text: str) -> Iterator[int]:
    """How many things the lists of a sentence may name: those ended by *dan*, from its commas on, and any pair.

    >>> [list(_list_lengths(text)) for text in ("Abepura, Entrop, dan Hamadi padam", "AH dan LS ditahan", "Ia pergi, lalu pulang")]
    [[3, 2], [2], []]
    """
    before, opened = 0, False
    for part in _COMMA.split(text):
        joint = _JOINT.search(part)
        if joint:
            if before:
                told = before + (2 if joint.start() else 1)
                yield from (told, told + 1) if opened else (told,)  # a long part may end with the first of them
            yield 2
        long = len(part.split()) > _LIST_WORDS
        before, opened = (0, bool(long)) if joint or long else (before + 1, opened)


# ---------------------------------------------------------------- the other kinds


def _check_clock(figure: Clock, said: str, reading: Reading) -> Iterator[str]:
    told = [other for text in reading.source.texts for other in text.figures if isinstance(other, Clock)]
    hedged = [other for text in reading.source.texts for other in text.figures if bound_of(text, other) == "about"]
    slack = _ABOUT_MINUTES if bound_of(reading.text, figure) == "about" else 0
    for other in told:
        shift = _OFFSETS[figure.zone] - _OFFSETS[other.zone] if figure.zone and other.zone else 0
        pairs = ((mine, (theirs + shift) % 1440) for mine in figure.minutes for theirs in other.minutes)
        if any(min((mine - theirs) % 1440, (theirs - mine) % 1440) <= slack for mine, theirs in pairs):
            if not slack and other in hedged:
                yield f"jam {quote(said)}: sumber menulis {quote(f'sekitar {_clock_text(other)}')}"
            return
    times = ", ".join(dict.fromkeys(_clock_text(other) for other in told))
    yield f"jam {quote(said)} tidak ada di sumber" + (f"; sumber: {times}" if times else "")


def _clock_text(clock: Clock) -> str:
    return " atau ".join(f"{minute // 60:02}.{minute % 60:02}" for minute in sorted(clock.minutes))


def _check_pair(figure: Pair, said: str, reading: Reading) -> Iterator[str]:
    told = [other for text in reading.source.texts for other in text.figures if isinstance(other, Pair)]
    sides = [(figure.left, figure.right)]
    if _LOSERS & {word.low for word in reading.text.words}:
        sides.append((figure.right, figure.left))
    if any((other.left, other.right) in sides for other in told):
        return
    numbers = {number.value for text in reading.source.texts for number in iter_numbers(text.figures)}
    if not told and {Fraction(figure.left), Fraction(figure.right)} <= numbers:
        return
    scores = ", ".join(dict.fromkeys(f"{other.left}-{other.right}" for other in told))
    yield f"skor atau rentang {quote(said)} tidak ada di sumber" + (f"; sumber: {scores}" if scores else "")


def _check_vague(figure: Vague, said: str, reading: Reading) -> Iterator[str]:
    for text in reading.source.texts:
        for other in text.figures:
            if isinstance(other, Vague) and (other.low, other.high) == (figure.low, figure.high):
                return
        if any(figure.low <= number.value <= figure.high for number in iter_numbers(text.figures) if not _is_year(number, text)):
            return
    yield f"{quote(said)} tidak ada di sumber"


def _is_year(number: Number, text: Text) -> bool:
    return 1900 <= number.value <= 2100 and text.text[number.start : number.end].isdecimal()


def _listed(things: list[Thing], *, bound: bool = False) -> str:
    """The article's own words for some figures, at most three."""
    words = [f"{_FORM[thing.bound]} {thing.said}".strip() if bound else thing.said for thing in things]
    return ", ".join(quote(said) for said in list(dict.fromkeys(words))[:3])
