"""The vowels of e in a spoken text: each word as the lexicon marks it, homographs by the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from broadcast.bahasa import vowels
from broadcast.model import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FOREIGN = re.compile(r"th|sh|ck|oo|ee|ph|wh|ou|x|q|ght|[^aiueony]y$|tion|^y[^aiueo]|ea[^n]|ll|ss|tt|pp", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Homograph:
    """One reading of a word whose e differs by meaning, and the words nearby that call for it."""

    marked: str
    cues: frozenset[str]


@dataclass(slots=True)
class Marker:
    """A lexicon's marked stems and homographs, with the words marked so far."""

    stems: dict[str, str]
    homographs: dict[str, list[Homograph]]
    seen: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Marker:
        """Read the tables `vowels` and `homographs`."""
        stems = {key: columns[0] for key, columns in lexicon.table("vowels").items() if columns}
        homographs: dict[str, list[Homograph]] = {}
        for key, columns in lexicon.table("homographs").items():
            word = key.split(" ")[0]
            cues = frozenset(columns[1].split()) if len(columns) > 1 else frozenset()
            homographs.setdefault(word, []).append(Homograph(columns[0], cues))
        return cls(stems, homographs)

    def mark(self, word: str, context: str = "") -> str:
        """Return a word with each e marked; `context` is the sentence it stands in."""
        low = word.lower()
        if "e" not in low:
            return word
        if low in self.homographs:
            return self._by_context(word, low, context)
        if word not in self.seen:
            self.seen[word] = vowels.mark(word, self.stems)
        return self.seen[word]

    def _by_context(self, word: str, low: str, context: str) -> str:
        around = frozenset(re.findall(r"\w+", context.lower())) - {low}
        readings = self.homographs[low]
        hits = [len(reading.cues & around) for reading in readings]
        best = max(hits)
        marked = readings[hits.index(best)].marked if best or word == low else self.stems.get(word, readings[0].marked)
        if not best and word != low and _first(word, context) and word in self.stems:
            marked = readings[0].marked
        return "".join(mark.lower() if letter in "eE" else letter for letter, mark in zip(word, marked, strict=False))

    def mark_text(self, text: str) -> str:
        """Return a spoken text with the e of each word marked; words that look foreign stay for the engine to read."""
        return _WORD.sub(lambda match: self._in_text(match.group(), text), text)

    def _in_text(self, word: str, text: str) -> str:
        if "e" not in word.lower():
            return word
        if _FOREIGN.search(word) and not vowels.known(word, self.stems):
            return word
        return self.mark(word, text)


def _first(word: str, context: str) -> bool:
    return context.lstrip(" \"“'").startswith(word)
