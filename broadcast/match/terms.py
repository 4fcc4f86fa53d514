"""What a sentence tells, as weighted roots of its words: names and figures weigh more than words."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Mapping

from broadcast.bahasa.counting import SMALL
from broadcast.match.words import Words

FIGURE, NAME, WORD = 2.0, 1.6, 1.0
"""What a match of each is worth."""

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")  # 1.240  06.12  warga  As'at
_PREFIX = re.compile(r"(?:memper|diper|meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)(?=[a-z]{4})")
_SUFFIX = re.compile(r"(?<=[a-z]{4})(?:kannya|annya|inya|kan|nya|an|i)$")
_MARK = re.compile(r"(?<!\w)(?:\d+(?:[.,:]\d+)*|[A-Z]\w*|\w{7,})")  # 02.15  Klakah  pemadaman


@functools.lru_cache(16_384)
def root(word: str) -> str:
    """Return what is left of a small word without the commonest affixes: not a stem, but the same for kin.

    >>> root("pemadaman"), root("dipadamkan"), root("memadamkan"), root("kebakaran"), root("terbakar")
    ('adam', 'padam', 'adam', 'bakar', 'bakar')
    """
    return _SUFFIX.sub("", _PREFIX.sub("", word, count=1)) if word.isalpha() else word


def terms(sentence: str, words: Words) -> Mapping[str, float]:
    """Return the roots of a sentence with what each is worth; words that fill every story are left out.

    >>> from broadcast.match.words import words_of
    >>> from broadcast.model import Lexicon
    >>> dict(terms("Lima rumah di Klakah terbakar pukul 02.15.", words_of(Lexicon({"match_words": {"di": ("kosong",)}}))))
    {'5': 2.0, 'rumah': 1.0, 'klakah': 1.6, 'bakar': 1.0, 'pukul': 1.0, '0215': 2.0}
    """
    found: dict[str, float] = {}
    for number, match in enumerate(_TOKEN.finditer(sentence)):
        written = match.group()
        word = written.lower()
        if word in SMALL:
            found[str(SMALL[word])] = FIGURE
        elif written[0].isdigit():
            found[word.replace(".", "").replace(":", "")] = FIGURE
        elif word not in words.filler and len(word) > 1:
            key = root(word)
            found[key] = max(found.get(key, 0.0), NAME if number and written[0].isupper() else WORD)
    return found


def marks(text: str, common: frozenset[str]) -> frozenset[str]:
    """Return the tokens by which stories that may be kin are found: names, figures, and long words that are not `common`.

    >>> sorted(marks("Lima rumah di Desa Klakah terbakar pukul 02.15.", frozenset({"desa"})))
    ['02.15', 'Klakah', 'Lima', 'terbakar']
    """
    return frozenset(word for word in set(_MARK.findall(text)) if word.lower() not in common)


def share(wanted: Mapping[str, float], there: Container[str]) -> float:
    """Return how much of what is wanted is there, from 0 to 1.

    >>> share({"bakar": 1.0, "5": 2.0, "klakah": 1.0}, {"bakar", "5"})
    0.75
    """
    whole = sum(wanted.values())
    return sum([worth for key, worth in wanted.items() if key in there]) / whole if whole else 0.0  # a list: this runs most of all
