"""Words that are spelled alike and differ in their e, *apêl* the fruit and *apèl* the parade: chosen by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_WORDS = re.compile(r"[^\W\d_]+")
NEAR = 2
"""Words this close count threefold: in *apel pagi di kebun* the parade is meant."""
REACH = 12
"""Words further away than this, the length of half a sentence, say nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: `marked`, the words nearby that call for it, and the beginnings of such words."""

    marked: str
    cues: frozenset[str]
    beginnings: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, marked: str, cues: str) -> Reading:
        """Read the cues of a table row; one with a star at its end stands for all words that begin so.

        >>> Reading.of("apêl", "buah petani panen*").beginnings
        ('panen',)
        """
        words = cues.split()
        return cls(marked, frozenset(word for word in words if word[-1] != "*"), tuple(word[:-1] for word in words if word[-1] == "*"))

    def calls(self, word: str) -> bool:
        """Whether a word nearby calls for this reading."""
        return word in self.cues or (bool(self.beginnings) and word.startswith(self.beginnings))


def choose(word: str, context: str, readings: Sequence[Reading], place: int = -1) -> Reading | None:
    """Return the reading that the words around call for, None where they say nothing.

    `place` is where the word begins in the context; below nought, its first occurrence is taken.

    >>> fruit, parade = Reading.of("apêl", "buah kebun"), Reading.of("apèl", "pagi halaman")
    >>> choose("apel", "Petani memanen buah apel.", (fruit, parade)).marked
    'apêl'
    >>> choose("apel", "Ada apel.", (fruit, parade)) is None
    True
    """
    low = context.lower()
    words = [(found.start(), found.group()) for found in _WORDS.finditer(low)]
    start = place if place >= 0 else low.find(word.lower())
    own = next((index for index, (begin, text) in enumerate(words) if begin <= start < begin + len(text)), len(words))
    scores = [0] * len(readings)
    for index, (_, text) in enumerate(words):
        distance = abs(index - own)
        if index == own or distance > REACH:
            continue
        for number, reading in enumerate(readings):
            scores[number] += (3 if distance <= NEAR else 1) * reading.calls(text)
    best = max(scores, default=0)
    return readings[scores.index(best)] if best else None
