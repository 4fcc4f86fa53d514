"""Are two stories one? The rule, from what is told, by whom, how many and when.

A story may be left out only when another tells it: its lead, its names and nearly all of its sentences and figures.
Likeness of words alone is never enough: two fires in two villages share nearly all of them. Where all agrees but a
figure, both stay and an editor is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from broadcast.bahasa.numbers import roman
from broadcast.match.facts import counts, missing, strangers
from broadcast.match.telling import LEAD, Coverage, Telling, coverage, reach
from broadcast.match.terms import root
from broadcast.match.words import Words
from broadcast.model import Story

TOLD = 0.78
"""How much of a story another must tell to stand for it. In 2,757 real articles rewritten doubles tell .8 and more of each
other; reactions to one event that share its background reach .86, so names and leads must agree as well."""

FIRM_TOLD, FIRM_LEAD, FIRM_FIGURES = 0.74, 0.55, 3
"""A little less will do where three figures and more all agree."""

ALL_TOLD = 0.92
"""From here on a story holds nothing new, though it is of a later day."""

SAME_NEWS = 0.4
"""How much of the opening and the title of the story that stays must be in the one that goes: both lead with the same."""

LEAD_TOLD = 0.5
"""How much of each sentence of its lead, and of its title."""

EVENT_TOLD = 0.5
"""How much of the older story an update retells at least, figures that changed included."""

FIGURES_TOLD, FIGURES_NEAR, FIGURES_KEPT = 0.75, 0.6, 0.5
"""How many of a story's figures the other must have: to stand for it, to be worth an editor's look, to be an update of it."""

FARTHEST_DAYS = 2
"""Stories whose dates lie farther apart are two events, or stages of one that each deserve their air."""

_FETCHED = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)_(?P<article>.+?)(?:_(?P<text>\d{1,3}))?")  # 2026-11-23_banjir-3f2943d5_2
FULLER = ", yang lebih lengkap"

_PART = re.compile(r"(?<![^\W_])([a-z]{4,7})\s?\(?\s?(?:ke-)?(\d{1,2}|[ivx]{1,5})(?![^\W_])|\((\d{1,2}|[ivx]{1,5})\)\s*$")  # Bagian 2, (II)


class Kin(Enum):
    """How two stories are kin: the first is `TOLD` by the second, `RENEWED` by it, or only `LIKE` it."""

    TOLD = "sama"
    RENEWED = "pembaruan"
    LIKE = "mirip"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`story` can be left out for `other` (or is only LIKE it); `note`, for staff, says how they differ."""

    kin: Kin
    story: Telling
    other: Telling
    note: str = ""


def judge(first: Telling, second: Telling, words: Words) -> Verdict | None:
    """Return how two stories are kin, or None when they are two stories."""
    if _is_apart(first, second, words):
        return None
    if missing(first.names, second.everything) and missing(second.names, first.everything):
        return None  # each leads with a name that the other does not know
    if max(reach(first, second), reach(second, first)) < EVENT_TOLD:
        return None
    ahead, back = coverage(first, second), coverage(second, first)
    if max(ahead.whole, back.whole) < EVENT_TOLD or _are_days_apart(first, second):
        return None
    return _renewal(first, second, ahead, back, words) or _retelling(first, second, ahead, back, words)


def _is_apart(first: Telling, second: Telling, words: Words) -> bool:
    """Tell whether nothing else needs to be looked at: parts of a series, a correction, days between them."""
    one, two = first.story, second.story
    if one.date and two.date and abs((one.date - two.date).days) > FARTHEST_DAYS:
        return True
    return _opens(first, words.mending) or _opens(second, words.mending) or _part(one.title, words) != _part(two.title, words)


def _are_days_apart(first: Telling, second: Telling) -> bool:
    """Tell whether each lead names days of which the other knows none: today's prices are not yesterday's."""
    dated = bool(first.lead_days and second.lead_days)
    return dated and first.days.isdisjoint(second.lead_days) and second.days.isdisjoint(first.lead_days)


def _opens(telling: Telling, openers: frozenset[str]) -> bool:
    """Tell whether the title or the first sentence opens with one of these words."""
    return any(_first(text) in openers for text in (telling.story.title, *telling.sentences[:1]))


def _first(text: str) -> str:
    return next(iter(text.split()), "").strip(":-–—.,!").lower()


def _part(title: str, words: Words) -> int:
    for match in _PART.finditer(title.lower()):
        word, number, closing = match.groups()
        if closing or word in words.serial:
            told = closing or number
            return int(told) if told.isdigit() else roman(told.upper()) or 0
    return 0


def is_older(story: Story, other: Story) -> bool:
    """Tell whether a story is of an earlier day; False while one of the days is not known."""
    return story.date is not None and other.date is not None and story.date < other.date


# ---------------------------------------------------------------- one tells the other


def _retelling(first: Telling, second: Telling, ahead: Coverage, back: Coverage, words: Words) -> Verdict | None:
    """Return the verdict when one story tells the other; of two that tell each other the fuller stays, or else the first."""
    pairs = [(second, first, back, ahead), (first, second, ahead, back)]
    if fullness(second) > fullness(first):
        pairs.reverse()
    like: Verdict | None = None
    for story, other, told, retold in pairs:
        agreeing = _figures_told(story, other)
        firm = agreeing == 1.0 and len(story.counts) >= FIRM_FIGURES and told.lead >= FIRM_LEAD
        if told.whole < (FIRM_TOLD if firm else TOLD) or min(told.lead, told.title) < LEAD_TOLD or missing(story.names, other.everything):
            continue
        if min(retold.opening, retold.title) < SAME_NEWS or strangers(other.subject, story.everything):
            continue  # the other leads with something else and tells this only as its background, or among much
        if told.whole < ALL_TOLD and is_older(other.story, story.story):
            continue  # what is newer and told less than whole may be a next step
        clash = _clash(story, other, words)
        if agreeing >= FIGURES_TOLD and not clash:
            return Verdict(Kin.TOLD, story, other, FULLER if fullness(other) > fullness(story) else "")
        if agreeing >= FIGURES_NEAR and like is None:
            like = Verdict(Kin.LIKE, story, other, clash)
    return like


def fullness(telling: Telling) -> tuple[int, int]:
    """Return how much a story tells: sentences, then figures."""
    return len(telling.told), len(telling.counts)


def _figures_told(story: Telling, other: Telling) -> float:
    return sum(value in other.counts for value in story.counts) / len(story.counts) if story.counts else 1.0


def _clash(story: Telling, other: Telling, words: Words) -> str:
    """Return the first thing of which both give only different figures, with them: " (orang: 5 dan 6)"; empty when none."""
    for word in sorted(words.counted):
        here = {value for value, things in story.counts.items() if root(word) in things}
        there = {value for value, things in other.counts.items() if root(word) in things}
        if here and there and not here & there and not (here & set(other.counts) and there & set(story.counts)):
            low, high = sorted((min(here), min(there)))
            return f" ({word}: {_said(low)} dan {_said(high)})"
    return ""


def _said(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}".replace(".", ",")


# ---------------------------------------------------------------- one renews the other


def _renewal(first: Telling, second: Telling, ahead: Coverage, back: Coverage, words: Words) -> Verdict | None:
    """Return the verdict when one of them is a later stand of the same event."""
    for old, new, told in ((first, second, ahead), (second, first, back)):
        if told.whole >= EVENT_TOLD and is_next_text(old.story.id, new.story.id):
            return Verdict(Kin.RENEWED, old, new)
        if is_older(new.story, old.story) or told.whole < EVENT_TOLD or told.opening < LEAD_TOLD or missing(old.names, new.everything):
            continue
        if _figures_told(old, new) < FIGURES_KEPT:
            continue
        if _announces(new, old, words):
            return Verdict(Kin.RENEWED, old, new)
    return None


def is_next_text(old: str, new: str) -> bool:
    """Tell whether `fetch` brought both as texts of one article, the second later.

    >>> is_next_text("2026-11-23_banjir-3f2943d5", "2026-11-23_banjir-3f2943d5_2"), is_next_text("banjir_1", "banjir_2")
    (True, False)
    """
    first, second = _FETCHED.fullmatch(old), _FETCHED.fullmatch(new)
    if first is None or second is None or first["article"] != second["article"]:
        return False
    return (first["day"], int(first["text"] or 1)) < (second["day"], int(second["text"] or 1))


def _announces(new: Telling, old: Telling, words: Words) -> bool:
    """Tell whether a story says at its head that it renews the other: "Korban bertambah", "Pemutakhiran: …"."""
    if _opens(new, words.fresh) and not _opens(old, words.fresh):
        return True
    counted = frozenset(map(root, words.counted))
    before = {thing for things in old.counts.values() for thing in things & counted}
    anywhere = _changed(new.counts, old, before)
    for sentence in _head(new):
        spoken = _spoken(sentence)
        if spoken & words.growing and anywhere and {root(word) for word in spoken} & counted:
            return True
        if spoken & words.becoming and _changed(counts([sentence], words), old, before):
            return True
    return False


def _changed(told: Mapping[Fraction, frozenset[str]], old: Telling, before: set[str]) -> bool:
    """Tell whether a figure is new for a thing that the older story counted too."""
    return any(value not in old.counts and things & before for value, things in told.items())


def _head(telling: Telling) -> tuple[str, ...]:
    return (telling.story.title, *telling.sentences[:LEAD])


def _spoken(text: str) -> frozenset[str]:
    return frozenset("".join(mark if mark.isalpha() else " " for mark in text.lower()).split())
