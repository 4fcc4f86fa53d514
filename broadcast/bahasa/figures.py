"""Figures read back: Indonesian text with digits or number words → values.

The mirror of `numbers`. A text is cut into tokens; at each token the readers of `READERS` are tried in order, and the
first that understands what stands there claims it: dates, clock times, digits read one by one, pairs (scores and
ranges), ordinals, counts, hedges like *ratusan*, Roman numerals. Values are whole numbers and fractions, never floats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from broadcast.bahasa.counting import Token, at, read_cardinal, read_digit_words, roman_value, small_word, tokens_of, word_set
from broadcast.bahasa.figure_kinds import CalendarDay, Clock, Digits, Figure, Found, Number, Pair, Vague
from broadcast.bahasa.figure_times import MONTHS, RANGE, read_clock, read_date, read_slashed

__all__ = ["MONTHS", "READERS", "CalendarDay", "Clock", "Digits", "Figure", "Number", "Pair", "Vague", "iter_numbers", "read_figures"]

_VAGUE = {"belasan": (11, 19), "puluhan": (20, 99), "ratusan": (200, 999)}
_VAGUE |= {"ribuan": (2000, 999_999), "jutaan": (2_000_000, 999_999_999)}
_VAGUE |= {"miliaran": (2 * 10**9, 10**12 - 1), "triliunan": (2 * 10**12, 10**15 - 1)}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_ONES = re.compile(
    r"se(?:orang|buah|ekor|unit|lembar|batang|pasang|keping|butir|hari|pekan|minggu|bulan|tahun|jam|menit|detik|kali|abad|malam)"
)
"""*Seorang* and the like: one of something."""

_ORDINAL = re.compile(r"ke(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu)(?:nya)?")
_JOINTS = word_set("dan atau hingga sampai , - –")
_ROMAN_LABELS = word_set("""
    kelas level tingkat bab abad tahap komisi golongan angkatan grup jilid seri skala intensitas wilayah semester triwulan
    kuartal divisi
    """)


def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text, in order.

    >>> [figure.value for figure in read_figures("Lebih dari seribu 200 warga, 4,2 juta rupiah, enam setengah kilometer")]
    [Fraction(1200, 1), Fraction(4200000, 1), Fraction(13, 2)]
    >>> read_figures("pukul setengah tiga siang")
    (Clock(start=0, end=25, minutes=frozenset({870}), zone=''),)
    >>> [(figure.day, figure.month) for figure in read_figures("tanggal sembilan hingga 11 April")]
    [(9, 4), (11, 4)]
    """
    tokens = tokens_of(text)
    figures: list[Figure] = []
    index = 0
    while index < len(tokens):
        found = next(filter(None, (reader(text, tokens, index) for reader in READERS)), None)
        if found is None:
            index += 1
            continue
        figures.extend(found[0])
        index = found[1]
    return tuple(figures)


# ---------------------------------------------------------------- digits, pairs, counts


def _read_digits(_text: str, tokens: list[Token], index: int) -> Found:
    """`0812-5550-1177`, *nol delapan satu dua / lima lima lima nol*: a leading zero, or three digits said one by one."""
    said = read_digit_words(tokens, index)
    if said and (len(said[0]) > 2 or said[0][0] == "0"):
        digits, place = said
        while at(tokens, place) in {"/", "-", "–"} and (more := read_digit_words(tokens, place + 1)) and len(more[0]) > 1:
            digits, place = digits + more[0], more[1]
        return ((Digits(tokens[index].start, tokens[place - 1].end, digits),), place) if len(digits) > 2 else None
    if not re.fullmatch(r"0\d{2,}", at(tokens, index)):
        return None
    digits, place = at(tokens, index), index + 1
    while True:
        step = place + 1 if at(tokens, place) in {"-", "–", "/", ".", ")"} else place
        if not re.fullmatch(r"\d{2,8}|\d{1,3}\.\d{3}", at(tokens, step)):
            return (Digits(tokens[index].start, tokens[place - 1].end, digits),), place
        digits, place = digits + at(tokens, step).replace(".", ""), step + 1


def _read_pair(_text: str, tokens: list[Token], index: int) -> Found:
    """`3-2`, *tiga dua*, *satu sama*; not `2-3 juta`, which is two counts."""
    first = at(tokens, index)
    if re.fullmatch(r"\d{1,3}", first) and at(tokens, index + 1) in {"-", "–"} and re.fullmatch(r"\d{1,3}", at(tokens, index + 2)):
        if at(tokens, index + 3) in _SCALES or at(tokens, index + 3) in {"-", "–"} or at(tokens, index - 1) in {"-", "–"}:
            return None
        return (Pair(tokens[index].start, tokens[index + 2].end, int(first), int(at(tokens, index + 2))),), index + 3
    left = small_word(tokens, index)
    if not left or left[0] >= 100:
        return None
    place = left[1]
    if at(tokens, place) == "sama" and at(tokens, place + 1) != "lain" and at(tokens, place + 1) != "-":
        return (Pair(tokens[index].start, tokens[place].end, int(left[0]), int(left[0])),), place + 1
    right = small_word(tokens, place)
    if not right or right[0] >= 100 or at(tokens, right[1]) in _SCALES:
        return None
    return (Pair(tokens[index].start, tokens[right[1] - 1].end, int(left[0]), int(right[0])),), right[1]


def _read_ordinal(_text: str, tokens: list[Token], index: int) -> Found:
    """`ke-9`, *kedua belas*, *ketiganya*, *pertama*."""
    word, start = at(tokens, index), tokens[index].start
    if word in {"pertama", "perdana"}:
        return (Number(start, tokens[index].end, Fraction(1), "ordinal"),), index + 1
    if word == "ke" and at(tokens, index + 1) == "-" and index + 2 < len(tokens):
        after = tokens[index + 2]
        value = Fraction(after.folded) if after.folded.isdecimal() else Fraction(roman_value(after.written))
        return ((Number(start, tokens[index + 2].end, value, "ordinal"),), index + 3) if value else None
    match = _ORDINAL.fullmatch(word)
    if not match or at(tokens, index + 1) == "belah":
        return None
    counted = read_cardinal([Token(match[1], match[1], start, tokens[index].end), *tokens[index + 1 : index + 4]], 0)
    if not counted:
        return None
    end = tokens[index + counted[1] - 1].end
    return (Number(start, end, counted[0], "ordinal"),), index + counted[1]


def _read_count(_text: str, tokens: list[Token], index: int) -> Found:
    """A count or measure, in digits, words or both; *salah satu* and *satu-satunya* count nothing."""
    word = at(tokens, index)
    if _ONES.fullmatch(word):
        return (Number(tokens[index].start, tokens[index].end, Fraction(1), "one"),), index + 1
    if word == "satu" and (at(tokens, index - 1) == "salah" or at(tokens, index + 1) in {"-", "sama", "per", "demi", "persatu"}):
        return (), index + 1
    counted = read_cardinal(tokens, index)
    if not counted:
        return None
    value, place = counted
    figures = [Number(tokens[index].start, tokens[place - 1].end, value)]
    if at(tokens, place) in RANGE and value < 1000 and (second := read_cardinal(tokens, place + 1)):
        scale = _SCALES.get(at(tokens, second[1] - 1), 1)
        if scale > 1 and at(tokens, place - 1) not in _SCALES and value * scale < second[0]:  # "2-3 juta"
            figures = [Number(tokens[index].start, tokens[place - 1].end, value * scale)]
    return tuple(figures), place


def _read_vague(_text: str, tokens: list[Token], index: int) -> Found:
    """*ratusan*, *puluhan ribu*."""
    bounds = _VAGUE.get(at(tokens, index))
    if not bounds:
        return None
    scale = _SCALES.get(at(tokens, index + 1), 1)
    place = index + (2 if scale > 1 else 1)
    return (Vague(tokens[index].start, tokens[place - 1].end, bounds[0] * scale, bounds[1] * scale + scale - 1),), place


def _read_roman(_text: str, tokens: list[Token], index: int) -> Found:
    """`Level II`, `kelas VIII`; a single letter only after a word such as *kelas* (I Wayan is a man)."""
    written = tokens[index].written
    value = roman_value(written)
    follows = index > 1 and at(tokens, index - 1) in _JOINTS and roman_value(tokens[index - 2].written)  # "kelas IV dan V"
    labelled = at(tokens, index - 1) in _ROMAN_LABELS or follows
    if not value or (len(written) == 1 and not labelled):
        return None
    return (Number(tokens[index].start, tokens[index].end, Fraction(value), "cardinal"),), index + 1


Reader = Callable[[str, list[Token], int], Found]

READERS: tuple[Reader, ...] = (
    read_slashed,
    read_clock,
    read_date,
    _read_digits,
    _read_pair,
    _read_ordinal,
    _read_count,
    _read_vague,
    _read_roman,
)
"""What is tried at each token, in this order."""


def iter_numbers(figures: tuple[Figure, ...]) -> Iterator[Number]:
    """The plain numbers among figures; a pair gives both of its sides."""
    for figure in figures:
        if isinstance(figure, Number):
            yield figure
        elif isinstance(figure, Pair):
            yield Number(figure.start, figure.end, Fraction(figure.left))
            yield Number(figure.start, figure.end, Fraction(figure.right))
