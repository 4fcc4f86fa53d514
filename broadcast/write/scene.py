"""What the rules of one story share: the story's sentences, people, dates and the tables of the station."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from broadcast.model import Flag, FlagCode, House, Lexicon, Story
from broadcast.write.signs import NO_SIGNS, Signs
from broadcast.write.words import Grammar, Phrases, any_of, count_words, first_words

_FULL, _NAME, _SUBJECT = 0xE000, 0xE400, 0xE800
_PERSON = re.compile("[\ue000-\uebff]")
MOST_WORDS = 20
"""The most words of one sentence (RADIO R06)."""
LEAD_WORDS = 18
"""The most words of the first sentence (RADIO R12)."""


BARE_POSTS = frozenset(
    {"wakil presiden", "perdana menteri", "wali kota", "wakil bupati", "wakil gubernur", "wakil wali kota", "penjabat bupati"}
    | {"penjabat gubernur", "penjabat wali kota", "kepala desa", "ketua umum", "direktur utama"}
)
"""Posts of two and three words that are said with the name in one breath."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is named.

    `short` is what the article calls them later, `kind` as in the table posts, `we` what their "kami" becomes.
    """

    index: int
    name: str
    post: str = ""
    short: str = ""
    kind: str = ""
    we: str = "mereka"

    @property
    def full(self) -> str:
        """Post and name; after a bare post no pause: "Presiden Darto", "Wakil Presiden Sari", "Bupati Lumajang, As'at"."""
        bare = " " not in self.post or self.post.casefold() in BARE_POSTS
        mark = " " if bare and self.kind in {"pejabat", "wilayah"} else ", "
        return f"{self.post}{mark}{self.name}" if self.post else self.name


def full_mark(person: int) -> str:
    """Return the character that stands for a person's post and name in a text under way."""
    return chr(_FULL + person)


def name_mark(person: int) -> str:
    """Return the character that stands for a person's name."""
    return chr(_NAME + person)


def marks(text: str) -> list[int]:
    """Return the people whose marks stand in a text, in order.

    >>> marks("Menurut " + name_mark(2) + ", aman")
    [2]
    """
    return [(ord(mark) - _FULL) % 0x400 for mark in _PERSON.findall(text)]


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence under way.

    `text` is plain text with commas, people as marks. With a `speaker` (an index, or -1) it is what that person says,
    without the attribution, and `verb` is how it is reported. `sources` are the numbers of the article's sentences.
    One that `leans` says nothing without the draft before it; one that `follows` is the second half of what the same
    speaker says in it and needs no attribution of its own. A `spare` one is a detail cut off the sentence before it (where,
    when, how, since when): it may go alone when time is short. One that is `apart` opens the second half of a sentence that says
    something of its own ("…, sedangkan di utara hujan turun"): the halves need not stay together.
    """

    text: str
    sources: tuple[int, ...] = ()
    speaker: int = -1
    verb: str = ""
    rules: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    aside: bool = False
    voice: str = ""
    leans: bool = False
    follows: bool = False
    spare: bool = False
    apart: bool = False


@dataclass(slots=True)
class Notes:
    """What the rules find while they work: flags for the editor, and headings (paragraph, text) that are no sentences."""

    flags: list[Flag] = field(default_factory=list)
    heads: list[tuple[int, str]] = field(default_factory=list)

    def flag(self, code: FlagCode, note: str, line: int = 0) -> None:
        """Note a flag once, at a line of the item (0: all of it)."""
        same = next((index for index, flag in enumerate(self.flags) if flag.code is code), -1)
        if code is FlagCode.DATE_UNKNOWN and same >= 0:
            if note not in self.flags[same].note:
                self.flags[same] = Flag(code, f"{self.flags[same].note} {note}")
        elif all(flag.code is not code or flag.note != note for flag in self.flags):
            self.flags.append(Flag(code, note, line))


@dataclass(frozen=True, slots=True, eq=False)
class Toolbox:
    """The tables of a lexicon, ready for use; `post_openers` are the first words of all posts."""

    lexicon: Lexicon
    grammar: Grammar
    cliches: Phrases
    foreign: Phrases
    informal: Phrases
    posts: Mapping[str, tuple[str, ...]]
    post_openers: frozenset[str]
    verbs_after: Mapping[str, str]
    lifted: Mapping[str, str]
    breaths: Mapping[str, int]
    spelling: Mapping[str, str]
    misspelt: re.Pattern[str] | None
    misspelt_words: frozenset[str]
    deeds: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One story on its way to the air; each is only equal to itself, so that what was found in one can be kept with it."""

    story: Story
    house: House
    tools: Toolbox
    air: datetime
    sentences: tuple[str, ...]
    paragraphs: tuple[int, ...]
    day: date | None
    notes: Notes
    proper: frozenset[str] = frozenset()
    people: tuple[Person, ...] = ()
    signs: Signs = NO_SIGNS

    @property
    def zone(self) -> str:
        """The zone of the air time: WIB, WITA or WIT."""
        offset = self.air.utcoffset()
        hours = round(offset.total_seconds() / 3600) if offset else 7
        return {7: "WIB", 8: "WITA", 9: "WIT"}.get(hours, self.house.zone)

    def shared(self, person: Person) -> bool:
        """Whether another person of the story bears this one's short name."""
        mine = set(person.name.casefold().split())
        calls = person.short.casefold().split()
        return (
            any(set(calls) & set(other.name.casefold().split()) for other in self.people if other.index != person.index) if mine else False
        )

    def measure(self, draft: Draft) -> int:
        """Return how many words a draft will have at most once its people are named."""
        text = _PERSON.sub(lambda match: self._longest(match.group()), draft.text)
        words = count_words(text)
        if draft.speaker >= 0:
            words += count_words(self.people[draft.speaker].full) + max(1, count_words(draft.verb))
        return words

    def _longest(self, mark: str) -> str:
        person = self.people[(ord(mark) - _FULL) % 0x400]
        return person.full if ord(mark) < _NAME else person.short or person.name

    def lower(self, text: str) -> str:
        """Return the text with a small first letter, unless its first word is a name.

        A word is a name when the article writes it with a capital inside a sentence.
        """
        first = re.match(r"[^\W_][\w'’-]*", text)
        if not first or first.group() in self.proper or (len(first.group()) > 1 and first.group().isupper()):
            return text
        return text[:1].lower() + text[1:]


_cache: list[Toolbox] = []
_CACHED = 4


def toolbox(lexicon: Lexicon) -> Toolbox:
    """Return the tools for a lexicon; those of the last few are kept, for their patterns are slow to build."""
    for tools in _cache:
        if tools.lexicon is lexicon:
            return tools
    table = lexicon.table
    tools = Toolbox(
        lexicon,
        Grammar(lexicon),
        Phrases(table("cliches")),
        Phrases(table("foreign"), titles=True),
        Phrases(table("informal")),
        posts := table("posts"),
        frozenset(post.split(" ", 1)[0] for post in posts),
        {key: cells[0] for key, cells in table("attributions").items() if cells},
        {key: cells[0] for key, cells in table("lifted").items() if cells},
        {key: int(cells[0]) for key, cells in table("breaths").items() if cells and cells[0].isdigit()},
        spelling := {key: cells[0] for key, cells in table("misspellings").items() if cells},
        any_of(spelling),
        first_words(spelling),
        {key: cells[0] for key, cells in table("deeds").items() if cells},
    )
    _cache.insert(0, tools)
    del _cache[_CACHED:]
    return tools
