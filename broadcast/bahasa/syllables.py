"""Syllables of spoken Indonesian words: how many there are, and where they part."""

from __future__ import annotations

import re
from itertools import pairwise

_WORD = re.compile(r"[a-zà-ÿ']+", re.IGNORECASE)
_NUCLEUS = re.compile(
    # ai, au, oi, ei are one sound at the end of a word or before a consonant that ends it: pan-tai, sau-da-ra
    r"(?:ai|au|oi|ei)(?![aeiouéèê])(?=$|n?ya?$|[bcdfghjklmnpqrstvwxyz][aeiouéèê])|[aeiouéèê]",
    re.IGNORECASE,
)
_SPLIT = "aeiouéèê"
_PAIRS = {"ng", "ny", "sy", "kh", "gh", "th", "dh", "sh", "ch"}
_LIQUIDS = "rlw"


def count(text: str) -> int:
    """Return the number of syllables of a spoken text; a word without a vowel counts one.

    >>> count("Pemerintah mengantisipasi gangguan"), count("pantai"), count("de pe er")
    (13, 2, 3)
    """
    return sum(max(1, len(_NUCLEUS.findall(word))) for word in _WORD.findall(text))


def split(word: str) -> tuple[str, ...]:
    """Return the syllables of one word; an apostrophe always parts two.

    >>> split("kabupaten"), split("As'at"), split("Wicaksono"), split("penyanyi")
    (('ka', 'bu', 'pa', 'ten'), ('As', 'at'), ('Wi', 'cak', 'so', 'no'), ('pe', 'nya', 'nyi'))
    """
    parts: list[str] = []
    for piece in re.split(r"['’`]", word):
        parts += _split(piece)
    return tuple(part for part in parts if part)


def _split(piece: str) -> list[str]:
    low = piece.lower()
    peaks = [match.span() for match in _NUCLEUS.finditer(low)]
    if len(peaks) < 2:
        return [piece]
    cuts = [0]
    for (_, end), (start, _) in pairwise(peaks):
        between = low[end:start]
        cuts.append(end + _coda(between))
    cuts.append(len(piece))
    return [piece[a:b] for a, b in pairwise(cuts)]


def _coda(between: str) -> int:
    """How many of the consonants between two vowels stay with the first."""
    if len(between) < 2 or between in _PAIRS:
        return 0
    if between[-2:] in _PAIRS or (between[-1] in _LIQUIDS and between[-2] not in "nrlmw"):
        return len(between) - 2 if between[-2:] in _PAIRS or len(between) > 2 else 1
    if len(between) > 2 and between[:2] in _PAIRS:
        return 2
    return len(between) - 1
