"""Which sentences of an item stay when time is short: what goes together, what leans on what, which goes first (RADIO R26)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from broadcast.write.scene import Draft, marks
from broadcast.write.worth import CREDIT_ONLY, FIGURE

_OPENS = re.compile(r"(?:Persoalan|Masalah|Kendala|Alasan|Kritik|Penolakan|Dukungan|Cerita|Hal|Kabar|Babak)\b")
_BRIEF = 7


def announces(draft: Draft) -> bool:
    """Whether a draft only says that something follows: "Hal itu dibenarkan Bupati", "Persoalan lain adalah abrasi"."""
    text = draft.text
    brief = bool(_OPENS.match(text)) and len(text.split()) <= _BRIEF and not FIGURE.search(text)
    return draft.speaker < 0 and (brief or bool(CREDIT_ONLY.match(text)))


def without_hanging(drafts: Sequence[Draft], together: Sequence[frozenset[int]], numbers: Sequence[int]) -> list[int]:
    """Leave out what only announces a sentence that has gone."""
    there = set(numbers)
    last = len(drafts) - 1
    return [one for one in numbers if one in {0, last} or one + 1 in there or len(together[one]) > 1 or not announces(drafts[one])]


def without_least(drafts: Sequence[Draft], together: Sequence[frozenset[int]], worth: Sequence[float], numbers: Sequence[int]) -> list[int]:
    """Leave out the group that matters least, never the lead's, and what leans on it: a weak sentence carries a strong one."""

    def value(number: int) -> float:
        away = [one for one in leaning(drafts, together, number) if one in there]
        return max(worth[one] for one in away) - _CARRIED * (len(away) > len(together[number]))

    there = set(numbers)
    gone = min((number for number in numbers if number not in together[0]), key=lambda number: (value(number), worth[number], -number))
    away = leaning(drafts, together, gone)
    return [number for number in numbers if number not in away]


_CARRIED = 1.0
"""What it costs a sentence that it needs another one before it."""


def bundle(drafts: Sequence[Draft], together: Sequence[frozenset[int]], number: int, there: Collection[int]) -> set[int]:
    """Return the group of a draft, and the groups before it without which it says nothing, as far as they are not there."""
    wanted = set(together[number])
    first = min(wanted)
    while drafts[first].leans:
        before = prior(drafts, first)
        if before < 0 or before in there or before in wanted:
            break
        wanted |= together[before]
        first = min(together[before])
    return wanted


def groups(drafts: Sequence[Draft]) -> list[frozenset[int]]:
    """Return, for each draft, the numbers of all that stay or go with it: what one sentence became, spare details apart.

    The lead keeps its details: where and when belong to it.
    """
    lead = set(drafts[0].sources) if drafts else set()
    found: list[set[int]] = []
    opened = 0
    for number, draft in enumerate(drafts):
        opened = number if draft.apart and not set(draft.sources) & lead else opened
        alone = draft.spare and not set(draft.sources) & lead
        shared = (group for group in found if any(one >= opened and _together(draft, drafts[one], lead) for one in group))
        joined = {number} if alone else {number}.union(*shared)
        found = [group for group in found if not group & joined] + [joined]
    return [next(frozenset(group) for group in found if number in group) for number in range(len(drafts))]


def _together(draft: Draft, other: Draft, lead: set[int]) -> bool:
    both = set(draft.sources) & set(other.sources)
    return bool(both) and (bool(both & lead) or not (draft.spare or other.spare))


def prior(drafts: Sequence[Draft], number: int) -> int:
    """Return the number of the draft that one leans on: the last before it that is no spare detail; -1 for none."""
    return next((at for at in range(number - 1, -1, -1) if not drafts[at].spare), -1)


def leaning(drafts: Sequence[Draft], together: Sequence[frozenset[int]], gone: int) -> set[int]:
    """Return the group of a draft, and the groups of those right after it that say nothing without it."""
    away = set(together[gone])
    number = min(away)
    while number < len(drafts):
        if number in away or (prior(drafts, number) in away and drafts[number].leans):
            away |= together[number]
        number += 1
    return away


def people_of(drafts: Sequence[Draft]) -> set[int]:
    """Return the people that drafts name."""
    return {index for draft in drafts for index in (*marks(draft.text), *((draft.speaker,) if draft.speaker >= 0 else ()))}
