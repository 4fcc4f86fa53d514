"""A rule of reading: what it finds and what it says; and the sentence that it looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from broadcast.pronounce.facts import Facts

NUM = r"(?:\d{1,3}(?:\.\d{3})+(?!\.?\d)(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?!\d)(?:\.\d+)?|\d{1,3},\d{3}\.\d{1,2}(?!\d)|\d+(?:[.,]\d+)?)"
"""A number as written: 12.500 · 1.234,5 · 1,250,000 · 12,345.67 · 2024."""
START = r"(?<![\w.,])(?<!\d-)"
"""Nothing of a word or number before."""
END = r"(?!\w)(?![.,]\d)"
"""Nothing of a word or number after."""
DASH = r"\s?[-–—‑−]\s?"
"""The dash of a range."""

_WORD_BEFORE = re.compile(r"([\w'’]+)\W*$")
_WORDS = re.compile(r"\w+")
_INNER_STOP = re.compile(r"\w\.\w|[A-Z]\.")
_CODE = re.compile(r"\d(?:\W{0,2}\d){2}")
DASHES = ("-", "–", "—", "‑", "−")
"""What may stand between the ends of a range."""


@dataclass
class Sentence:
    """A text while it is read: `text` with plain figures and spaces, of the same length as the original."""

    text: str
    facts: Facts
    defined: Mapping[str, str] = field(default_factory=dict)
    taken: bytearray = field(init=False)
    headlines: dict[int, bool] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.text))

    @cached_property
    def marks(self) -> frozenset[str]:
        """The letters and signs that it has."""
        return frozenset(self.text)

    @cached_property
    def traits(self) -> frozenset[str]:
        """What it has: a digit, a capital, a stop inside ("S.H.", "radio.id"), a code (figures enough to be read one by one)."""
        found = {""}
        if any(map(str.isdigit, self.marks)):
            found.add("digit")
        if any(map(str.isupper, self.marks)):
            found.add("capital")
        if "." in self.marks and _INNER_STOP.search(self.text):
            found.add("stop")
        if "digit" in found and _CODE.search(self.text):
            found.add("code")
        return frozenset(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, in small letters."""
        return frozenset(_WORDS.findall(self.text.lower()))

    def about(self, cue: str) -> bool:
        """Whether a word of the sentence announces something, such as `sport` or `quake`."""
        return not self.words.isdisjoint(self.facts.cue(cue))

    def near(self, place: int, cue: str, reach: int = 40) -> bool:
        """Whether one of the words shortly before a place announces something."""
        words = _WORDS.findall(self.text[max(0, place - reach) : place].lower())
        return not self.facts.cue(cue).isdisjoint(words)

    def word_before(self, place: int) -> str:
        """The last word before a place, or nothing."""
        match = _WORD_BEFORE.search(self.text, max(0, place - 40), place)
        return match.group(1) if match else ""


Say = Callable[[re.Match[str], Sentence], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a class looks like and how it is said.

    `find` matches it; its group `x`, where it has one, is the piece that is claimed. `say` returns the reading, or None
    when the piece is something else after all. `needs` (a trait of the sentence) and `has` (pieces, one of which
    must be there) spare the search where nothing can be found: most rules have nothing to say in most sentences.
    """

    kind: str
    find: re.Pattern[str]
    say: Say
    needs: Literal["", "digit", "capital", "stop", "code"] = ""
    has: tuple[str, ...] = ()
    marks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Single marks are looked up, not searched."""
        object.__setattr__(self, "marks", frozenset(self.has) if all(len(piece) == 1 for piece in self.has) else frozenset())

    def may_match(self, sentence: Sentence) -> bool:
        """Whether the search is worth its time."""
        if self.needs not in sentence.traits:
            return False
        if not self.has:
            return True
        if self.marks:
            return not self.marks.isdisjoint(sentence.marks)
        text = sentence.text
        for piece in self.has:  # noqa: SIM110  # four times as fast as any(), and asked fifty times a sentence
            if piece in text:
                return True
        return False


Rules = tuple[Rule, ...]
Words = Mapping[str, str]
