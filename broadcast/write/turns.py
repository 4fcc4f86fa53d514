"""Whose turn it is: who spoke last, and whom "-nya" means (RADIO R05)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from broadcast.write.people import house_of
from broadcast.write.quotes import Credit
from broadcast.write.scene import Person, Scene, marks
from broadcast.write.words import word_set

PERSON = "[\ue000-\uebff]"

_SAME_PERSON = re.compile(
    r"^(?!(?:se|salah\s)orang\b|para\b)(?:[\w-]+\s){0,12}?(?:itu|tersebut|ini)$"
    r"|^(?:pria|wanita|perempuan|lelaki|ibu|bapak|politikus|politisi|legislator|alumnus|pesepak bola"
    r"|pemain|pelatih|atlet|penyanyi|aktor|aktris|artis|musisi|penyerang|kiper|bek|pembalap|petenis|pebulu tangkis)"
    r"\s(?:asal|kelahiran|berusia|jebolan|lulusan|kelahiran|berdarah|berkebangsaan)\s.+$"
)
"""A description of who was just named: "kata wanita yang akrab disapa Kiki itu", "sambung pemain asal Blitar"."""
_NICKNAMED = re.compile(f"\\b(?:disapa|dipanggil)\\s(?P<who>{PERSON})")


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
    about: int = -1
    """Whom the last sentence only mentioned while somebody else was speaking: "ia diduga …" means them."""
    other: str = ""
    """Whom the last sentences were about when it was nobody with a mark: `pihak` or `nama` (see others.py)."""
    other_paragraph: int = -1
    after: int = -1
    """Who is told, in the sentence after this one, to have said what stands in it."""
    same: dict[int, int] = field(default_factory=dict)
    """Whose nickname somebody's name turned out to be."""
    spoke_at: int = -1
    rival: int = -1
    """Who was the subject of the sentence `rival_at` and said nothing in it: "ia mengaku …" may mean them."""
    rival_at: int = -1
    guest: int = -1
    """Who was brought in with post and name by the sentence `guest_at`."""
    guest_at: int = -1
    speakers: set[int] = field(default_factory=set)
    known: set[int] = field(default_factory=set)
    """Who was named in the sentences before."""

    def speak(self, speaker: int, number: int, paragraph: int) -> None:
        """Note that somebody speaks in a sentence."""
        self.speaker = self.subject = self.spoke = speaker
        self.paragraph = self.spoke_paragraph = paragraph
        self.speakers.add(speaker)
        self.spoke_at, self.about, self.other, self.role = number, -1, "", ""

    def heard(self, number: int, paragraph: int) -> int:
        """Return who spoke a short while ago, -1 for nobody."""
        near = paragraph - self.spoke_paragraph <= _HEARD_PARAGRAPHS and number - self.spoke_at <= _HEARD_SENTENCES
        return self.spoke if near else -1


def speaker_of(credit: Credit, paragraph: int, scene: Scene, people: list[Person], turn: Turn) -> int:
    """Return who a credit means, -1 when that is not sure."""
    if credit.person >= 0:
        return turn.same.get(credit.person, credit.person)
    if credit.base == "bunyi":  # "bunyi aturan tersebut": a paper, not who spoke last
        return unnamed(credit.phrase, scene, people) if credit.phrase else -1
    if credit.phrase:
        return _described(credit.phrase, scene, people, turn)
    if turn.role and turn.role_paragraph == paragraph:
        return unnamed(turn.role, scene, people)
    if turn.speaker >= 0 and paragraph - turn.paragraph > _STALE and len(people) > 1:
        return -1
    return turn.speaker


def _described(phrase: str, scene: Scene, people: list[Person], turn: Turn) -> int:
    """Return whom a phrase means: the person in it, whose post it is, who was just named, or an unnamed source."""
    nick = _NICKNAMED.search(phrase)
    if nick and turn.speaker >= 0:
        turn.same[marks(nick["who"])[0]] = turn.speaker
        return turn.speaker
    found = marks(phrase)
    if found:
        return found[-1]
    holder = holder_of(phrase, people, scene, turn)
    if holder >= 0:
        return holder
    return turn.speaker if turn.speaker >= 0 and _means_again(phrase, people[turn.speaker], scene) else unnamed(phrase, scene, people)


NEUTRAL = word_set(
    "pria wanita perempuan lelaki laki-laki ibu bapak ayah kakek nenek pemuda remaja politikus politisi legislator senator sosok alumnus"
    " alumni"
    " mantan eks perwira jenderal pejabat tokoh pengusaha orang pemain pelatih kapten anak putra putri"
)
"""Words that say of anybody what they are besides: "ujar ibu tiga anak itu"."""


def _means_again(phrase: str, last: Person, scene: Scene) -> bool:
    """Whether a phrase describes who spoke last: "politisi tiga periode itu"; not "warga itu" after a Kapolres spoke."""
    if not _SAME_PERSON.match(phrase):
        return False
    first = phrase.split(maxsplit=1)[0].casefold()
    post = last.post.casefold().split() or last.name.casefold().split()
    return first in NEUTRAL or first in post or first not in scene.tools.posts


_POINTING = re.compile(r"\s(?:itu|tersebut|ini)$")


def holder_of(phrase: str, people: Sequence[Person], scene: Scene, turn: Turn) -> int:
    """Return who holds the post that a phrase names ("Kapolres", "Kepala Dinas Kesehatan"), -1 when nobody surely does.

    A post that is told more closely than a phrase tells it is meant all the same: "Kapolres" is the Kapolres Karimun.
    """
    words = _POINTING.sub("", phrase).casefold().split()
    cells = scene.tools.posts.get(next((key for size in (3, 2, 1) if (key := " ".join(words[:size])) in scene.tools.posts), ""), ())
    if not cells or cells[0] == "warga":
        return -1
    holders = [one.index for one in people if one.post and _fits(words, one.post.casefold().split())]
    if turn.speaker in holders:
        return turn.speaker
    return holders[0] if len(holders) == 1 else -1


def _fits(words: Sequence[str], post: Sequence[str]) -> bool:
    """Whether a post opens with the first of some words and has all of them."""
    return post[: len(words)] == list(words) or (post[:1] == list(words[:1]) and len(words) > 1 and set(words) <= set(post))


def unnamed(phrase: str, scene: Scene, people: list[Person]) -> int:
    """Return the index of an unnamed source, added to the people when new."""
    for person in people:
        if person.name == phrase:
            return person.index
    head = next((key for size in (3, 2, 1) if (key := " ".join(phrase.split()[:size]).casefold()) in scene.tools.posts), "")
    kind, we = (*scene.tools.posts.get(head, ()), "", "")[:2]
    if _PAPERS.match(phrase) or (not head and ((phrase[:1].isupper() and len(phrase) > _INITIALS) or phrase == "mereka")):
        kind = "lembaga"  # a body, a paper or several people: never "ia"
    people.append(Person(len(people), phrase, "", phrase, kind, house_of(we, phrase) or "pihaknya"))
    return len(people) - 1


_PAPERS = re.compile(
    r"(?:pernyataan|laporan|keterangan|unggahan|siaran|rilis|surat|situs|kantor berita|beleid|aturan|peraturan|putusan|pasal|amar)\b"
)
_INITIALS = 2
_HEARD_PARAGRAPHS = 2
_HEARD_SENTENCES = 6
_STALE = 2
"""After so many paragraphs without them, "-nya" is no longer surely the last speaker."""
