"""The words an article allows: its own, the long forms of its short ones, and the short forms of its long ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from broadcast.bahasa.counting import word_set
from broadcast.guard.words import Text, fold, stem
from broadcast.model import Lexicon

_EXPANDING = ("acronyms", "portmanteaus", "abbreviations", "ranks", "corps", "degrees", "units", "foreign", "currencies")
"""Tables of short forms; every column after the first is read as a long form."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST_LETTERS = 8
_LEAST_LETTERS = 4
_LETTERS_ONLY = 5
"""Capitals up to this length stand for one word a letter (BPBD); longer short forms take more of each word (Basarnas)."""

SMALL_WORDS = word_set("dan di untuk atas ke dari yang serta")
"""Words inside a long form that its short form may leave out."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What an article allows: `words` and their rough `stems`, its `names`, its `shorts` (they may stand for more), its `initials`."""

    words: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    shorts: tuple[str, ...]
    initials: str


def read_vocabulary(texts: Sequence[Text], lexicon: Lexicon) -> Vocabulary:
    """Return the words that an article allows."""
    written = [word.written for text in texts for word in text.words if word.letters]
    own = {fold(word) for word in written}
    own |= {part for word in own for part in word.split("'")}
    names = {fold(word) for word in written if word[0].isupper()}
    words = own | set(_other_forms(" ".join(text.text for text in texts), written, lexicon))
    pairs = {fold(one + two) for one, two in pairwise(written) if one[0].isupper() and two.isupper() and len(two) < 5}
    capitals = {fold(word) for word in written if word.isupper() and 2 < len(word) <= _LETTERS_ONLY}
    pairs -= {fold(key) for key in lexicon.table("portmanteaus")}
    names_only = names - {fold(key) for key in lexicon.table("portmanteaus")}  # their long forms are in `words`
    longer = {name for name in (names_only | pairs) - capitals if len(name) >= _LEAST_LETTERS}
    shorts = tuple(sorted({short.upper() for short in capitals} | longer))
    stems = frozenset(stem(word) for word in words if len(word) > 3)
    return Vocabulary(frozenset(words), stems, frozenset(names), shorts, _initials(texts))


def _initials(texts: Sequence[Text]) -> str:
    """The initials of the article's runs of capitals, such as " b p s | l " for Badan Pusat Statistik di Lumajang."""
    letters: list[str] = []
    for text in texts:
        for word in text.words:
            if word.letters and word.capital:
                letters.append(word.low[0])
            elif word.low not in SMALL_WORDS and word.written not in {",", "-"}:
                letters.append("|")
        letters.append("|")
    return f" {' '.join(letters)} "


def _other_forms(whole: str, written: list[str], lexicon: Lexicon) -> Iterator[str]:
    present = set(written)
    folded = {fold(word) for word in written if word[0].isupper()}
    lowered = whole.lower()
    if "us$" in lowered or "usd" in lowered:
        yield from ("dolar", "amerika", "serikat")
    for name in _EXPANDING:
        for key, columns in lexicon.table(name).items():
            short = key.rstrip(".")
            told = short in present or (len(short) > 3 and fold(short) in folded) or (not short.isalpha() and short in whole)
            if told:
                yield from (word.lower() for column in columns for word in _WORDS.findall(column))
            elif any(" " in column and column.lower() in lowered for column in columns):
                yield from (fold(part) for part in key.split())
    for place, columns in lexicon.table("regions").items():
        if place in whole:
            yield from (word.lower() for column in columns for word in column.split())


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether a short form is made of the words' letters, in order, some from every word, its first from the first.

    >>> abbreviates("kadishub", ["kepala", "dinas", "perhubungan"]), abbreviates("BPS", ["badan", "pusat", "statistik"])
    (True, True)
    >>> abbreviates("BPBD", ["badan", "pusat", "statistik"]), abbreviates("kadishub", ["kepala", "dinas", "perdagangan"])
    (False, False)
    """
    telling = tuple(word for word in words if word not in SMALL_WORDS)
    if len(telling) < 2 or len(short) < len(telling) or short.lower()[0] != telling[0][0] or short.lower() in words:
        return False
    if short.isupper() and len(short) <= _LETTERS_ONLY:
        return short.lower() == "".join(word[0] for word in telling)
    return _fits(short.lower(), telling)


@lru_cache(maxsize=50_000)
def _fits(short: str, words: tuple[str, ...]) -> bool:
    """Whether `short` can be cut into stretches, one a word: from its first letter on in order (*ka*), or three in a row (*hub*)."""
    if not words:
        return not short
    for count in range(1, min(len(short) - len(words) + 1, _MOST_LETTERS) + 1):
        piece = short[:count]
        if (_in_order(piece, words[0]) or (count > 2 and piece in words[0])) and _fits(short[count:], words[1:]):
            return True
    return False


def _in_order(piece: str, word: str) -> bool:
    letters = iter(word)
    return piece[0] == word[0] and all(letter in letters for letter in piece)
