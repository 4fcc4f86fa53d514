"""The kinds of figures that `figures` reads from a text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """Something counted, measured or dated: it stands at `start` to `end` of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number(Figure):
    """A count or measure (`cardinal`), a rank or a collective *ketiga* (`ordinal`), or the one in *seorang* (`one`)."""

    value: Fraction
    sort: Literal["cardinal", "ordinal", "one"] = "cardinal"


@dataclass(frozen=True, slots=True)
class Vague(Figure):
    """A hedge such as *ratusan*: what it may stand for, both ends included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Clock(Figure):
    """A time of day: the `minutes` after midnight it may mean (*pukul tujuh* is 07.00 or 19.00), and its `zone` if told."""

    minutes: frozenset[int]
    zone: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay(Figure):
    """A date; what is not told is 0: *April* is (0, 4, 0), *tanggal 20* is (20, 0, 0)."""

    day: int
    month: int
    year: int = 0


@dataclass(frozen=True, slots=True)
class Digits(Figure):
    """Digits read one by one, such as a telephone number or a code."""

    digits: str


@dataclass(frozen=True, slots=True)
class Pair(Figure):
    """Two whole numbers side by side, a score or a range: `3-2`, *tiga dua*, *satu sama*."""

    left: int
    right: int


Found = tuple[tuple[Figure, ...], int] | None
"""What a reader gives: the figures it claims and the index of the next token, or None."""
