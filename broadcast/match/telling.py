"""A story read for comparison, and how much of one story another one tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from broadcast.bahasa.sentences import split_sentences
from broadcast.match.facts import counts, days, inner_names, names
from broadcast.match.terms import share, terms
from broadcast.match.words import Words
from broadcast.model import Story

LEAD = 2
"""Sentences that make the lead: what is new stands there."""

_FEW = 3
"""A sentence of fewer terms tells nothing by itself: "Ia menolak berkomentar."."""

_LETTERS = re.compile(r"[^\W\d_]+")


class Telling:
    """A story and what its sentences tell; each reading is made when it is first asked for, since most never are."""

    def __init__(self, story: Story, words: Words) -> None:
        self.story = story
        self._words = words

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, without the title."""
        return tuple(sentence for paragraph in self.story.body for sentence in split_sentences(paragraph))

    @cached_property
    def _every(self) -> list[Mapping[str, float]]:
        return [terms(sentence, self._words) for sentence in self.sentences]

    @cached_property
    def told(self) -> tuple[Mapping[str, float], ...]:
        """The terms of each sentence that tells something."""
        return tuple(one for one in self._every if len(one) >= _FEW)

    @cached_property
    def lead(self) -> int:
        """How many of `told` belong to the lead."""
        return sum(len(one) >= _FEW for one in self._every[:LEAD])

    @cached_property
    def title(self) -> Mapping[str, float]:
        """The terms of the title."""
        return terms(self.story.title, self._words)

    @cached_property
    def windows(self) -> tuple[frozenset[str], ...]:
        """The terms of each two neighbouring sentences: writers part sentences differently."""
        keys = [frozenset(one) for one in self.told]
        return tuple(first | second for first, second in pairwise(keys)) or tuple(keys)

    @cached_property
    def everything(self) -> frozenset[str]:
        """All terms, and all words as they stand, small."""
        plain = _LETTERS.findall("\n".join((self.story.title, self.story.place, *self.sentences)).lower())
        return frozenset(plain).union(self.title, *self.told)

    @cached_property
    def _known(self) -> frozenset[str]:
        return inner_names(self.sentences)

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names in the lead."""
        return tuple(dict.fromkeys(name for sentence in self.sentences[:LEAD] for name in names(sentence, self._known, self._words)))

    @cached_property
    def subject(self) -> tuple[tuple[str, ...], ...]:
        """Whom it is about: names of its first sentence and of its title, and the title's acronyms, regions left out."""
        title, known = self.story.title, self._known - self._words.common
        titled = [word for word in _LETTERS.findall(title) if (word.isupper() and len(word) > 2) or word.lower() in known]
        found = [name for sentence in self.sentences[:1] for name in names(sentence, self._known, self._words)]
        found += [] if title.isupper() else [(word.lower(),) for word in titled]
        return tuple(name for name in found if " ".join(name) not in self._words.regions)

    @cached_property
    def counts(self) -> Mapping[Fraction, frozenset[str]]:
        """Its figures, with what they count."""
        return counts(self.sentences, self._words)

    @cached_property
    def lead_days(self) -> frozenset[tuple[int, int]]:
        """The days named in the title and the first three sentences, as (day, month)."""
        return days((self.story.title, *self.sentences[: LEAD + 1]))

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """All days named, as (day, month)."""
        return days((self.story.title, *self.sentences))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one story another tells, each from 0 to 1: of all sentences, of the first, at least of each in the lead, of the title."""

    whole: float
    opening: float
    lead: float
    title: float


def reach(story: Telling, other: Telling) -> float:
    """Return what `coverage` can reach at most, without looking sentence by sentence."""
    return _mean([share(one, other.everything) for one in story.told], [len(one) for one in story.told])


def coverage(story: Telling, other: Telling) -> Coverage:
    """Return how much of `story` is told by `other`.

    Each sentence is sought in the two neighbouring sentences of the other that tell most of it; long ones count more.

    >>> from broadcast.match.words import words_of
    >>> from broadcast.model import Lexicon
    >>> words = words_of(Lexicon())
    >>> short = Telling(Story("a", "a", ("Lima rumah di Klakah terbakar.",)), words)
    >>> long = Telling(Story("b", "b", ("Kebakaran terjadi di Klakah.", "Lima rumah milik warga terbakar.")), words)
    >>> coverage(short, long).whole == 1.0, coverage(long, short).whole < 0.8
    (True, True)
    """
    parts = [max((share(one, window) for window in other.windows), default=0.0) for one in story.told]
    whole = _mean(parts, [len(one) for one in story.told])
    lead = min(parts[: story.lead], default=whole)
    return Coverage(whole, parts[0] if parts else 0.0, lead, share(story.title, other.everything) if story.title else 1.0)


def _mean(parts: Sequence[float], sizes: Sequence[int]) -> float:
    return sum(part * size for part, size in zip(parts, sizes, strict=True)) / max(sum(sizes), 1)
