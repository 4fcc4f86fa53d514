"""The vowels of e in a spoken text: each word as the lexicon marks it, homographs by the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from broadcast.bahasa import vowels
from broadcast.bahasa.homographs import Reading, choose
from broadcast.model import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FOREIGN = re.compile(r"th|sh|ck|oo|ee|ph|wh|ou|x|q|ght|[^aiueony]y$|tion|^y[^aiueo]|ea[^n]|ll|ss|tt|pp", re.IGNORECASE)
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")


@dataclass
class Marker:
    """A lexicon's marked stems and homographs, with the words marked so far."""

    lexicon: Lexicon
    seen: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Marker:
        """Make the marker of a lexicon; its tables are read when first needed."""
        return cls(lexicon)

    @cached_property
    def stems(self) -> dict[str, str]:
        """Our marked words by their plain spelling."""
        return {key: columns[0] for key, columns in self.lexicon.table("vowels").items() if columns}

    @cached_property
    def wider(self) -> dict[str, str]:
        """Our stems over those of the public list, which has many a rare word that looks like a stem with an affix."""
        return {**public_stems(self.lexicon), **self.stems}

    @cached_property
    def roots(self) -> frozenset[str]:
        """Known words without an e."""
        return frozenset(word for columns in self.lexicon.table("words").values() if columns for word in columns[0].split())

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weights of the guess, by feature."""
        rows = self.lexicon.table("vowel_weights").items()
        return {feature: float(weight) for weight, columns in rows if columns for feature in columns[0].split()}

    @cached_property
    def homographs(self) -> dict[str, list[Reading]]:
        """The readings of each word that has several."""
        found: dict[str, list[Reading]] = {}
        for key, columns in self.lexicon.table("homographs").items():
            if columns:
                found.setdefault(key.split(" ")[0], []).append(Reading.of(columns[0], columns[1] if len(columns) > 1 else ""))
        return found

    def mark(self, word: str, context: str = "", place: int = -1) -> str:
        """Return a word with each e marked; `context` is the sentence it stands in, `place` where it begins there."""
        if "e" not in word and "E" not in word:
            return word
        if "-" in word and word.lower() not in self.wider:
            return "-".join(self.mark(part, context, place) for part in word.split("-"))
        low = word.lower()
        if low in self.homographs:
            return self._by_context(word, low, context, place)
        if clitic := next((ending for ending in _CLITICS if low.endswith(ending) and low.removesuffix(ending) in self.homographs), ""):
            return self.mark(word[: -len(clitic)], context, place) + word[-len(clitic) :]
        if word not in self.seen:
            self.seen[word] = vowels.mark(word, self._known(word), self.roots, self.weights)
        return self.seen[word]

    def _known(self, word: str) -> Mapping[str, str]:
        """The stems to read a word with: the public ones only for a word of theirs, or where ours say nothing."""
        low = word.lower()
        if low not in self.stems and (low in self.wider or not vowels.known(word, self.stems, self.roots)):
            return self.wider
        return self.stems

    def source(self, word: str) -> vowels.Source:
        """How the vowels of a word are known; a homograph stands in a table."""
        if word.lower() in self.homographs or word.lower() in self.wider:
            return "table"
        return min((vowels.source(part, self._known(part), self.roots) for part in word.split("-")), key=vowels.CERTAINTY.index)

    def _by_context(self, word: str, low: str, context: str, place: int) -> str:
        readings = self.homographs[low]
        chosen = choose(word, context, readings, place)
        if chosen:
            marked = chosen.marked
        elif word != low and word in self.stems and not _first(word, context):  # a name with a capital: Serang
            marked = self.stems[word]
        else:
            marked = readings[0].marked
        return "".join(mark.lower() if letter in "eE" else letter for letter, mark in zip(word, marked, strict=False))

    def mark_text(self, text: str) -> str:
        """Return a spoken text with the e of each word marked; words that look foreign stay for the engine to read."""
        return _WORD.sub(lambda match: self._in_text(match.group(), text, match.start()), text)

    def _in_text(self, word: str, text: str, place: int) -> str:
        if "e" not in word and "E" not in word:
            return word
        if _FOREIGN.search(word) and self.source(word) == "guess":
            return word
        return self.mark(word, text, place)


def _first(word: str, context: str) -> bool:
    return context.lstrip(" \"“'").startswith(word)


def public_stems(lexicon: Lexicon) -> dict[str, str]:
    """Return the marked words of the table `vowels_public`, which lists them by their vowels.

    >>> public_stems(Lexicon({"vowels_public": {"êé 1": ("kejer kereta",)}}))
    {'kejer': 'kêjér', 'kereta': 'kêréta'}
    """
    return {
        word: put(word, key.split(" ")[0])
        for key, columns in lexicon.table("vowels_public").items()
        if columns
        for word in columns[0].split()
    }


def put(word: str, marks: str) -> str:
    """Put marks on the e's of a small word.

    >>> put("tempe", "éé")
    'témpé'
    """
    rest = iter(marks)
    return "".join(next(rest, vowels.PEPET) if letter == "e" else letter for letter in word)
