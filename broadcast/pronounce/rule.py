"""A rule of reading: what it finds and what it says; and the sentence that it looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from broadcast.pronounce.facts import Facts

NUM = r"(?:\d{1,3}(?:\.\d{3})+(?!\.?\d)(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)"
"""A number as written: 12.500 · 1.234,5 · 1,250,000 · 2024."""
START = r"(?<![\w.,])(?<!\d-)"
"""Nothing of a word or number before."""
END = r"(?!\w)(?![.,]\d)"
"""Nothing of a word or number after."""
DASH = r"\s?[-–—‑−]\s?"
"""The dash of a range."""

_WORD_BEFORE = re.compile(r"([\w'’]+)\W*$")
_WORDS = re.compile(r"\w+")


@dataclass
class Sentence:
    """A text while it is read: `text` with plain figures and spaces, of the same length as the original."""

    text: str
    facts: Facts
    defined: frozenset[str] = frozenset()
    taken: bytearray = field(init=False)
    headlines: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.text))

    @cached_property
    def digit(self) -> bool:
        """Whether it has a figure."""
        return any(mark.isdigit() for mark in self.text)

    @cached_property
    def capital(self) -> bool:
        """Whether it has a capital."""
        return any(mark.isupper() for mark in self.text)

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
    when the piece is something else after all. `needs` spares the search in a sentence without a digit or capital.
    """

    kind: str
    find: re.Pattern[str]
    say: Say
    needs: Literal["", "digit", "capital"] = ""


Rules = tuple[Rule, ...]
Words = Mapping[str, str]
