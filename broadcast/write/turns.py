"""Whose turn it is: who spoke last, and whom "-nya" means (RADIO R05)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadcast.write.quotes import Credit
from broadcast.write.scene import Person, Scene, marks

PERSON = "[\ue000-\uebff]"

_SAME_PERSON = re.compile(
    r"^(?:pria|wanita|perempuan|lelaki|laki-laki|ibu|bapak|ayah|politikus|politisi|legislator|sosok|alumnus|alumni|mantan)\b.*\b(?:itu|tersebut|ini)$"
)
"""A description of who was just named: "kata wanita yang akrab disapa Kiki itu"."""


@dataclass(slots=True)
class Turn:
    """Who spoke last, and in which paragraph."""

    speaker: int = -1
    paragraph: int = -1
    subject: int = -1
    role: str = ""
    role_paragraph: int = -1
    spoke: int = -1
    spoke_paragraph: int = -1


def speaker_of(credit: Credit, paragraph: int, scene: Scene, people: list[Person], turn: Turn) -> int:
    """Return who a credit means, -1 when that is not sure."""
    if credit.person >= 0:
        return credit.person
    if credit.phrase:
        return _described(credit.phrase, scene, people, turn)
    if turn.role and turn.role_paragraph == paragraph:
        return unnamed(turn.role, scene, people)
    if turn.speaker >= 0 and paragraph - turn.paragraph > _STALE and len(people) > 1:
        return -1
    return turn.speaker


def _described(phrase: str, scene: Scene, people: list[Person], turn: Turn) -> int:
    """Return whom a phrase means: the person in it, who was just named, or an unnamed source."""
    found = marks(phrase)
    if found:
        return found[-1]
    return turn.speaker if _SAME_PERSON.match(phrase) and turn.speaker >= 0 else unnamed(phrase, scene, people)


def unnamed(phrase: str, scene: Scene, people: list[Person]) -> int:
    """Return the index of an unnamed source, added to the people when new."""
    for person in people:
        if person.name == phrase:
            return person.index
    head = next((key for size in (3, 2, 1) if (key := " ".join(phrase.split()[:size]).casefold()) in scene.tools.posts), "")
    kind, we = (*scene.tools.posts.get(head, ()), "", "")[:2]
    people.append(Person(len(people), phrase, "", phrase, kind, we or "pihaknya"))
    return len(people) - 1


_STALE = 2
"""After so many paragraphs without them, "-nya" is no longer surely the last speaker."""
