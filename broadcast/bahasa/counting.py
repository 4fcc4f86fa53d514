"""The small parts of `figures`: tokens, and numbers of words and digits mixed ("seribu 200", "4,2 juta")."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple


def word_set(text: str) -> frozenset[str]:
    """The words of a text.

    >>> sorted(word_set("belas puluh"))
    ['belas', 'puluh']
    """
    return frozenset(text.split())


class Token(NamedTuple):
    """A word, number or mark: as `written`, folded to lower case, and where it stands."""

    written: str
    folded: str
    start: int
    end: int


_TOKEN = re.compile(
    r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"  # 1.248  4.387.215,5
    r"|\d{1,2}[.:]\d\d(?![\d,])"  # 09.30 (or 6.50)
    r"|\d+[.,]\d+|\d+"  # 4,2  6.5  2026
    r"|s\.d(?=\.)"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)

_SMALL_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
SMALL = {word: number for number, word in enumerate(_SMALL_WORDS)}
"""Number words up to eleven."""

_TEENS_AND_MORE = word_set("belas puluh ratus")
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
_ONE_SCALE = {"seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9, "setriliun": 10**12}
_HALVES = {"setengah": Fraction(1, 2), "separuh": Fraction(1, 2), "separo": Fraction(1, 2)}
_ADDED = {"setengah": Fraction(1, 2), "seperempat": Fraction(1, 4)}
_PARTS = {word: number for word, number in SMALL.items() if 2 <= number <= 10}
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")  # I … XXXIX


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text.

    >>> [token.folded for token in tokens_of("Rp 4,2 juta pukul 09.30")]
    ['rp', '4,2', 'juta', 'pukul', '09.30']
    """
    return [Token(match.group(), match.group().lower().replace("’", "'"), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def at(tokens: list[Token], index: int) -> str:
    """The folded token at `index`; a lone blank outside."""
    return tokens[index].folded if 0 <= index < len(tokens) else " "


def digit_value(word: str) -> Fraction | None:
    """The value of a number in digits: a comma is the decimal mark, dots stand between thousands.

    >>> digit_value("1.248"), digit_value("4,25"), digit_value("6.5"), digit_value("km")
    (Fraction(1248, 1), Fraction(17, 4), Fraction(13, 2), None)
    """
    if not word[0].isdecimal() or ":" in word:
        return None
    if re.fullmatch(r"\d+\.\d{1,2}", word):
        return Fraction(word)
    whole, _, part = word.replace(".", "").partition(",")
    return Fraction(f"{whole}.{part}") if part else Fraction(whole)


def roman_value(word: str) -> int:
    """The value of a Roman numeral up to 39 in capitals; 0 when it is none.

    >>> roman_value("VIII"), roman_value("XIV"), roman_value("Vi"), roman_value("")
    (8, 14, 0, 0)
    """
    if not word or not _ROMAN.fullmatch(word):
        return 0
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in word]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


Counted = tuple[Fraction, int] | None
"""A value and the index of the token after it."""


def small_word(tokens: list[Token], index: int) -> Counted:
    """A number under a thousand in words.

    >>> small_word(tokens_of("dua ratus tujuh belas orang"), 0)
    (Fraction(217, 1), 4)
    """
    hundreds = 0
    word, following = at(tokens, index), at(tokens, index + 1)
    if word == "seratus":
        hundreds, index = 100, index + 1
    elif word in SMALL and following == "ratus":
        hundreds, index = 100 * SMALL[word], index + 2
    word, following = at(tokens, index), at(tokens, index + 1)
    if word not in SMALL or following == "ratus" or (hundreds and not SMALL[word]):
        return (Fraction(hundreds), index) if hundreds else None
    if following == "belas":
        return Fraction(hundreds + 10 + SMALL[word]), index + 2
    if following != "puluh":
        return Fraction(hundreds + SMALL[word]), index + 1
    tens, index = SMALL[word] * 10, index + 2
    if 0 < SMALL.get(at(tokens, index), 0) < 10 and at(tokens, index + 1) not in _TEENS_AND_MORE:
        return Fraction(hundreds + tens + SMALL[at(tokens, index)]), index + 1
    return Fraction(hundreds + tens), index


def read_digit_words(tokens: list[Token], index: int) -> tuple[str, int] | None:
    """Digits said one by one, at least two of them.

    >>> read_digit_words(tokens_of("nol delapan satu dua dan"), 0)
    ('0812', 4)
    """
    digits = ""
    while SMALL.get(at(tokens, index), 10) < 10 and at(tokens, index + 1) not in _TEENS_AND_MORE and at(tokens, index + 1) not in _SCALES:
        digits, index = digits + str(SMALL[at(tokens, index)]), index + 1
    return (digits, index) if len(digits) > 1 else None


def read_cardinal(tokens: list[Token], index: int) -> Counted:
    """A number in digits, words or both, with decimals, halves and scales.

    >>> [str(read_cardinal(tokens_of(text), 0)[0]) for text in ("satu juta seribu", "15 koma tiga delapan", "dua setengah juta")]
    ['1001000', '769/50', '2500000']
    """
    total, least = Fraction(0), 0
    start = index
    while True:
        word = at(tokens, index)
        if word in _ONE_SCALE and (not least or _ONE_SCALE[word] < least):
            total, least, index = total + _ONE_SCALE[word], _ONE_SCALE[word], index + 1
            continue
        group = _group(tokens, index)
        if not group:
            break
        value, place = group
        scale = _SCALES.get(at(tokens, place), 0)
        if scale and (not least or scale < least):
            total, least, index = total + value * scale, scale, place + 1
            if at(tokens, index) in _HALVES and not _group(tokens, index + 1):  # "dua juta setengah"
                total, index = total + scale / Fraction(2), index + 1
            continue
        if not least:
            return value, place
        if not scale and value < min(least, 1000) and not at(tokens, index).startswith("0"):
            total, index = total + value, place
        break
    if index > start and at(tokens, index) == "koma" and (decimals := _decimals(tokens, index + 1)):
        total, index = total + Fraction(f"0.{decimals[0]}"), decimals[1]
    return (total, index) if index > start else None


def _group(tokens: list[Token], index: int) -> Counted:
    """One group of a number: 200, *dua ratus*, 4,2, *empat koma dua*, *dua setengah*, *setengah*, *dua pertiga*, 1/2."""
    word = at(tokens, index)
    if word in _HALVES:
        return _HALVES[word], index + 1
    if word.startswith("seper") and word[5:] in _PARTS:
        return Fraction(1, _PARTS[word[5:]]), index + 1
    value = digit_value(word)
    small = None if value is not None else small_word(tokens, index)
    if small:
        value, index = small
    elif value is not None:
        index += 1
    else:
        return None
    parts = _parts(tokens, index)
    if parts:
        return value / parts[0], parts[1]
    if at(tokens, index) == "koma" and value.denominator == 1:
        decimals = _decimals(tokens, index + 1)
        if decimals:
            value, index = value + Fraction(f"0.{decimals[0]}"), decimals[1]
    if at(tokens, index) in _ADDED and not _group(tokens, index + 1):
        value, index = value + _ADDED[at(tokens, index)], index + 1
    return value, index


def _parts(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """What divides a number: *pertiga*, or a slash and a digit close by (1/2)."""
    word = at(tokens, index)
    if word.startswith("per") and word[3:] in _PARTS:
        return _PARTS[word[3:]], index + 1
    if word != "/" or len(at(tokens, index - 1)) > 1 or at(tokens, index + 1) not in {"2", "3", "4", "5", "8", "10"}:
        return None
    close = tokens[index].start == tokens[index - 1].end and tokens[index + 1].start == tokens[index].end
    return (int(at(tokens, index + 1)), index + 2) if close else None


def _decimals(tokens: list[Token], index: int) -> tuple[str, int] | None:
    """What follows *koma*: digits one by one, or a number of them."""
    if at(tokens, index).isdecimal():
        return at(tokens, index), index + 1
    said = read_digit_words(tokens, index)
    if said:
        return said
    small = small_word(tokens, index)
    return (str(small[0]), small[1]) if small else None
