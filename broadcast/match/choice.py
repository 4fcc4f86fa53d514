"""Which stories of a bulletin are kin, and which of them stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from broadcast.match.candidates import candidates
from broadcast.match.compare import Kin, judge
from broadcast.match.telling import Telling
from broadcast.match.words import words_of
from broadcast.model import Lexicon, Story

LONGEST = 30_000
"""Characters of the longest story that is compared; what is longer is no single news story, and always stays."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """Story number `story` can be left out for number `other`, or is only like it; `note` tells staff how they differ."""

    story: int
    other: int
    kin: Kin
    note: str = ""


def kinships(stories: Sequence[Story], own: int, lexicon: Lexicon) -> tuple[Kinship, ...]:
    """Return the pairs that are kin; of the stories from number `own` on, which aired, no two are compared."""
    words = words_of(lexicon)
    told = cache(lambda number: Telling(stories[number], words))  # most stories resemble no other and are never read
    found: list[Kinship] = []
    texts = ["\n".join((story.title, *story.body)) for story in stories]
    for first, second in candidates([text if len(text) <= LONGEST else "" for text in texts], words.common):
        verdict = judge(told(first), told(second), words) if first < own else None
        if verdict:
            ahead = verdict.story is told(first)
            found.append(Kinship(first if ahead else second, second if ahead else first, verdict.kin, verdict.note))
    return tuple(found)


def outdone(pairs: Iterable[Kinship]) -> Iterator[Kinship]:
    """Yield for each story that goes the pair that says why; the other of that pair always stays.

    A story outdone only by stories that go themselves stays too: what nobody on air tells is told.

    >>> chain = [Kinship(0, 1, Kin.TOLD), Kinship(1, 2, Kin.TOLD)]
    >>> [(pair.story, pair.other) for pair in outdone(chain)]
    [(1, 2)]
    >>> [(pair.story, pair.other) for pair in outdone([*chain, Kinship(0, 2, Kin.TOLD)])]
    [(0, 2), (1, 2)]
    """
    rivals: dict[int, list[Kinship]] = {}
    for pair in pairs:
        if pair.kin is not Kin.LIKE:
            rivals.setdefault(pair.story, []).append(pair)
    gone: dict[int, Kinship] = {}
    stays: set[int] = {pair.other for found in rivals.values() for pair in found} - set(rivals)
    waiting = sorted(rivals)
    while waiting:
        for number in waiting:
            better = [pair for pair in rivals[number] if pair.other in stays]
            if better:
                gone[number] = min(better, key=lambda pair: (pair.kin is not Kin.RENEWED, pair.other))
        waiting = [number for number in waiting if number not in gone]
        free = [number for number in waiting if all(pair.other in gone for pair in rivals[number])]
        stays.update(free or waiting[:1])  # in a ring the first stays
        waiting = [number for number in waiting if number not in stays]
    yield from (gone[number] for number in sorted(gone))
