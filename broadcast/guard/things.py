"""What a figure counts: its unit, the words around it, and the word that rounds it (hampir, lebih dari, sekitar)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import Figure, Number, Pair
from broadcast.guard.words import LIGHT, Text, Word
from broadcast.model import Lexicon

Bound = Literal["", "up", "down", "about"]
"""How a figure is rounded: *hampir* says the truth is lower (up), *lebih dari* that it is higher (down)."""

_UP = re.compile(r"\b(?:hampir|nyaris|mendekati|kurang dari|di bawah|tidak sampai|tak sampai|maksimal|paling banyak|paling lama)\s*$")
_DOWN = re.compile(r"\b(?:lebih dari|di atas|melebihi|melampaui|lebih|minimal|sedikitnya|setidaknya|paling sedikit)\s*$")
_ABOUT = re.compile(r"(?:\b(?:sekitar|kurang lebih|kira-kira)|±)\s*$")
_BETWEEN = re.compile(r"(?:rp\.?|us\$|\$|usd|sgd|myr|eur|idr|pukul|jam)\s*$")  # "sekitar pukul 9"
_MORE_AFTER = re.compile(
    r"\s*(?:(?!kurang )[^\W\d_]+ )?(?:atau )?lebih\b(?! (?:dari|daripada|tinggi|rendah|besar|kecil|banyak|sedikit|baik|buruk|ringan|berat"
    r"|awal|lambat|cepat|dulu|dahulu|mahal|murah|luas))"
)
_ABOUT_AFTER = re.compile(r"(?:\s(?:rupiah|persen|dolar))?\s?-?an\b")  # "16.300 rupiah-an"
_MONEY_BEFORE = re.compile(r"(rp\.?|us\$|usd|idr|\$)\s?$")
_RANGE = re.compile(r"\s*(?:hingga|sampai|-|–)\s*")
_TIGHT = 3
_JOINTS = word_set("dan sedangkan serta sementara tetapi")
_WIDE = 7
_REACH = 14
_FAR = 40
_OLDEST = 130
_MONEY = {"rp": "rupiah", "rp.": "rupiah", "us$": "dolar", "usd": "dolar", "$": "dolar", "idr": "rupiah"}
_SYMBOLS = {
    "%": "persen",
    "persen": "persen",
    "°": "derajat",
    "km": "kilometer",
    "kg": "kilogram",
    "m": "meter",
    "cm": "sentimeter",
    "mm": "milimeter",
    "ha": "hektare",
    "hektar": "hektare",
    "ml": "mililiter",
    "l": "liter",
    "gr": "gram",
    "kw": "kuintal",
    "kwh": "kilowatt",
    "minggu": "pekan",
    "thn": "tahun",
    "bln": "bulan",
    "mdpl": "meter",
}
"""Written units and what they are said as; tables `units` of the lexicon add to them."""

_NO_HELP = word_set("rp us usd orang jiwa korban sebanyak jumlah jumlahnya total mencapai tercatat")
"""Words beside figures that do not tell one from another."""

_UNITS = word_set("""
    persen rupiah dolar euro yen ringgit riyal derajat kilometer meter sentimeter milimeter mil kaki hektare are kilogram
    gram ton kuintal ons liter mililiter detik menit jam hari pekan bulan tahun abad windu dekade knot watt kilowatt
    megawatt kali magnitudo lembar
    """)


_ONLY_AFTER = word_set("rupiah persen hari kali tahun bulan menit")
"""Measures that belong to the figure before them only (*kilometer 41*, but *tahun 3 korban*)."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A figure with what it counts: `units` (measures only), stems close by (`tight`) and in its clause (`wide`), its rounding.

    `exact` figures may not be rounded; a `bare` one has no noun right after it.
    """

    figure: Figure
    value: Fraction
    said: str
    units: frozenset[str]
    tight: frozenset[str]
    wide: frozenset[str]
    bound: Bound
    exact: bool
    bare: bool = True

    @property
    def is_year(self) -> bool:
        """Whether it may be a year."""
        return 1900 <= self.value <= 2100 and not self.units


def things_of(text: Text, lexicon: Lexicon) -> tuple[Thing, ...]:
    """Return the plain numbers of a text, each with what it counts; a pair gives both sides."""
    found: list[Thing] = []
    for place, figure in enumerate(text.figures):
        values = [figure.value] if isinstance(figure, Number) else []
        if isinstance(figure, Pair):
            values = [Fraction(figure.left), Fraction(figure.right)]
        found += [_thing(text, place, value, lexicon) for value in values]
    return tuple(found)


def _thing(text: Text, place: int, value: Fraction, lexicon: Lexicon) -> Thing:
    figure = text.figures[place]
    before, after = _around(text, place)
    said = text.span(figure.start, after[:_TIGHT][-1].end if after else figure.end)
    bound = bound_of(text, figure)
    bracketed = text.before(figure.start, 3).rstrip().endswith("(") and text.text[figure.end : figure.end + 3].lstrip().startswith(")")
    if bracketed and value < _OLDEST:
        return Thing(figure, value, said, frozenset({"tahun"}), frozenset(), frozenset(), bound, exact=True)  # "Budi (34)" is an age
    senses = lexicon.table("guard_senses")
    telling = [word for word in before[-_WIDE:] if _tells(word)]
    return Thing(
        figure,
        value,
        said,
        _units(text, place),
        _senses([*before[-2:], *after[:_TIGHT]], lexicon),
        _senses([*(telling or _opening(text, place)), *after[:_WIDE]], lexicon),
        bound,
        exact=any(senses.get(word.low, ("", ""))[1:] == ("tepat",) for word in [*before[-4:], *after[:_TIGHT]]),
        bare=not (after[:1] and (after[0].low in _NO_HELP or _tells(after[0]))),
    )


def _around(text: Text, place: int) -> tuple[list[Word], list[Word]]:
    """The words before and after a figure in its clause, up to the next figure or *dan*, not further than `_REACH`."""
    figure = text.figures[place]
    first, last = text.word_at(figure.start), text.word_at(figure.end)
    clause = text.words[min(first, len(text.words) - 1)].clause
    low = next((other.end for other in reversed(text.figures[max(0, place - 3) : place]) if not _is_one(other)), 0)
    later = (other.start for other in text.figures[place + 1 : place + 4] if not _is_one(other) and other.start >= figure.end)
    high = next(later, len(text.text))
    before = [word for word in text.words[max(0, first - _REACH) : first] if low <= word.start and _counts(word, clause)]
    after = [word for word in text.words[last : last + _REACH] if word.end <= high and _counts(word, clause)]
    stop = next((k for k, word in enumerate(after) if word.low in _JOINTS), len(after))
    if before and before[-1].low == "atau":  # "41 keluarga atau 137 jiwa": the same said in another count
        return [], after[:stop]
    begin = next((len(before) - k for k, word in enumerate(reversed(before)) if word.low in _JOINTS), 0)
    return before[begin:], after[:stop]


def _is_one(figure: Figure) -> bool:
    return isinstance(figure, Number) and figure.sort == "one"


def _counts(word: Word, clause: int) -> bool:
    return (word.letters and word.clause == clause) or word.written in "%°$"


def _opening(text: Text, place: int) -> list[Word]:
    """What stands before the first figure of the clause, and so goes for each (*radius 4 kilometer dan 5,5 kilometer*)."""
    at = text.word_at(text.figures[place].start)
    clause = text.words[min(at, len(text.words) - 1)].clause
    words = [word for word in text.words[max(0, at - _FAR) : at] if word.clause == clause]
    earlier = text.figures[max(0, place - _FAR) : place + 1]
    first = next((other.start for other in earlier if words and other.start >= words[0].start), 0)
    return [word for word in words if word.end <= first][-_WIDE:]


def _units(text: Text, place: int) -> frozenset[str]:
    """The measures told with a figure, or with the other end of its range (*10 hingga 35 kilometer*)."""
    found = _own_units(text, place)
    if found or place + 1 == len(text.figures):
        return found
    joint = _RANGE.match(text.text, text.figures[place].end)
    return _own_units(text, place + 1) if joint and text.figures[place + 1].start == joint.end() else found


def _own_units(text: Text, place: int) -> frozenset[str]:
    """The measures told with a figure: after it (*30 meter*), before it (*Rp*, *kilometer 41*)."""
    before, after = _around(text, place)
    money = _MONEY_BEFORE.search(text.before(text.figures[place].start, 6))
    found = {_MONEY[money[1]]} if money else set()
    found |= {_SYMBOLS.get(word.low, word.low) for word in after[:1]} & _UNITS
    if not found:
        found = {_SYMBOLS.get(word.low, word.low) for word in before[-1:]} & (_UNITS - _ONLY_AFTER)
    return frozenset(found)


def _senses(words: list[Word], lexicon: Lexicon) -> frozenset[str]:
    """The stems of telling words, words of one sense (tewas, meninggal) made one."""
    senses = lexicon.table("guard_senses")
    return frozenset(senses[word.low][0] if word.low in senses else word.key for word in words if _tells(word))


def _tells(word: Word) -> bool:
    """Whether a word says what is counted, and is no mere measure or person."""
    return word.letters and word.low not in LIGHT | _UNITS | _NO_HELP and word.low not in _SYMBOLS


def bound_of(text: Text, figure: Figure) -> Bound:
    """How a figure is rounded, by the words beside it."""
    before = _BETWEEN.sub("", text.before(figure.start))
    for pattern, bound in ((_UP, "up"), (_ABOUT, "about"), (_DOWN, "down")):  # "kurang lebih" before "lebih"
        if pattern.search(before):
            return bound  # type: ignore[return-value]  # mypy sees str in the tuple
    after = text.text[figure.end : figure.end + 30].lower()
    if _MORE_AFTER.match(after):
        return "down"
    return "about" if _ABOUT_AFTER.match(after) else ""
