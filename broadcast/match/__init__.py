"""Stories → the stories that air: of two that tell the same the fuller or the newer stays, and the other is named.

Nothing is dropped in silence: what goes is a `Left` that names the story told instead, and a person can let it in. A
wrong merge loses news and a missed one only repeats it, so two stories are one only when `compare` finds no doubt;
where all agrees but a figure, both air and both are flagged.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from broadcast.match.choice import Kinship, kinships, outdone
from broadcast.match.compare import Kin, is_older
from broadcast.model import Aired, Flag, FlagCode, Left, Lexicon, Story

__all__ = ["Matched", "Renewal", "match"]


@dataclass(frozen=True, slots=True)
class Renewal:
    """Story `id` is a newer stand of `earlier`, which aired at `air` under the title `title`."""

    id: str
    earlier: str
    title: str
    air: datetime


@dataclass(frozen=True, slots=True)
class Matched:
    """What `match` gives: the stories that stay, in their order, what was left out and why, and what renews earlier news."""

    stories: tuple[Story, ...]
    left: tuple[Left, ...] = ()
    renewals: tuple[Renewal, ...] = ()


def match(stories: Sequence[Story], aired: Sequence[Aired], lexicon: Lexicon, keep: Container[str] = frozenset()) -> Matched:
    """Leave out what another story tells, or what aired newer already; `keep` are the ids that a person lets in.

    A story that aired before may air again, since stations repeat news; only its older stand may not.

    >>> news = "Lima rumah di Dusun Krajan, Desa Tegalrandu, terbakar pada Minggu dini hari."
    >>> full = Story("b", "b", (news, "Api padam setelah dua jam, kata Kepala Desa Sugeng Prayitno."))
    >>> done = match([Story("a", "a", (news,)), full], [], Lexicon())
    >>> [story.id for story in done.stories], done.left
    (['b'], (Left(id='a', title='', reason='sama dengan b, yang lebih lengkap; sertakan dengan --sertakan a.', flags=()),))
    """
    if len(stories) + len(aired) < 2:
        return Matched(tuple(stories))
    everything = [*stories, *(one.story for one in aired)]
    own, past = _parted(kinships(everything, len(stories), lexicon), len(stories))
    kept = {number for number, story in enumerate(stories) if story.id in keep}
    left: dict[int, Left] = {}
    for kin in past:
        if kin.story < len(stories) and kin.story not in kept and _is_superseded(kin, everything):
            left.setdefault(kin.story, _outdated(stories[kin.story], aired[kin.other - len(stories)]))
    for kin in outdone([one for one in own if one.story not in kept and one.story not in left and one.other not in left]):
        left[kin.story] = _told_already(stories[kin.story], stories[kin.other], kin)
    like = [one for one in own if one.kin is Kin.LIKE and one.story not in left and one.other not in left]
    staying = [_flagged(number, stories, like) for number in range(len(stories)) if number not in left]
    return Matched(tuple(staying), tuple(left[number] for number in sorted(left)), tuple(_renewals(past, stories, aired, left)))


def _parted(found: Sequence[Kinship], own: int) -> tuple[list[Kinship], list[Kinship]]:
    """Part what is kin among the stories from what is kin to an aired one."""
    return [one for one in found if max(one.story, one.other) < own], [one for one in found if max(one.story, one.other) >= own]


def _is_superseded(kin: Kinship, stories: Sequence[Story]) -> bool:
    """Tell whether the other of a pair is its newer stand: it says so, or tells the same at a later date."""
    return kin.kin is Kin.RENEWED or (kin.kin is Kin.TOLD and is_older(stories[kin.story], stories[kin.other]))


def _renewals(past: Sequence[Kinship], stories: Sequence[Story], aired: Sequence[Aired], left: Container[int]) -> list[Renewal]:
    """Return which stories that stay are a newer stand of one that aired."""
    everything = [*stories, *(one.story for one in aired)]
    found: list[Renewal] = []
    for kin in past:
        if kin.other < len(stories) and kin.other not in left and _is_superseded(kin, everything):
            earlier = aired[kin.story - len(stories)]
            found.append(Renewal(stories[kin.other].id, earlier.story.id, earlier.story.title, earlier.air))
    return found


# ---------------------------------------------------------------- what staff is told


def _flagged(number: int, stories: Sequence[Story], like: Sequence[Kinship]) -> Story:
    """Return the story, flagged where another one is like it but gives other figures."""
    others = [(one.other if one.story == number else one.story, one.note) for one in like if number in {one.story, one.other}]
    flags = tuple(Flag(FlagCode.CHECK, f"mirip dengan {_name(stories[other])}, tetapi angkanya berbeda{note}") for other, note in others)
    return replace(stories[number], flags=(*stories[number].flags, *flags)) if flags else stories[number]


def _told_already(story: Story, other: Story, kin: Kinship) -> Left:
    told = f"kabar lama dari {_name(other)}, yang lebih baru" if kin.kin is Kin.RENEWED else f"sama dengan {_name(other)}{kin.note}"
    return Left(story.id, story.title, f"{told}; sertakan dengan --sertakan {story.id}.")


def _outdated(story: Story, earlier: Aired) -> Left:
    when = f"{earlier.air:%d-%m-%Y pukul %H.%M}"
    reason = f"kabar lama dari {_name(earlier.story)}, yang sudah siar {when}; sertakan dengan --sertakan {story.id}."
    return Left(story.id, story.title, reason)


def _name(story: Story) -> str:
    """Return how staff knows a story: its id, with outlet and title in brackets."""
    about = ": ".join(filter(None, (story.outlet, f"“{story.title}”" if story.title else "")))
    return f"{story.id} ({about})" if about else story.id
