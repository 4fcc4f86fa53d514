"""The station's tables as clean needs them: sets of folded words, built once for a lexicon."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from broadcast.model import Lexicon

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_NOT_ALNUM = re.compile(r"[\W_]+")

_MOST_KEPT = 4_096
P = ParamSpec("P")
R = TypeVar("R")
_memories: list[Callable[[], None]] = []


def remembered(judge: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
    """Keep the last answers of a pure function of a line: many rules, and each round of them, ask the same of every line.

    `clean` forgets them after a large text, so that what is kept stays small.
    """
    kept: Any = functools.lru_cache(_MOST_KEPT)(judge)
    _memories.append(kept.cache_clear)
    answer: Callable[Concatenate[str, P], R] = kept
    return answer


def forget() -> None:
    """Drop every remembered answer: after a large text, and where a measurement of speed begins."""
    for clear in _memories:
        clear()


@remembered
def fold(text: str) -> str:
    """Return the plain small words of a line: no digits, marks or capitals.

    >>> fold("» BACA  JUGA (3):")
    'baca juga'
    """
    return _NOT_LETTERS.sub(" ", text).strip().casefold()


@remembered
def squeeze(text: str) -> str:
    """Return only the letters and digits of a name, small, so that spelling variants of one outlet meet.

    >>> squeeze("Nu Online") == squeeze("NU-Online")
    True
    """
    return _NOT_ALNUM.sub("", text).casefold()


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to find in a folded line as whole words; `firsts` are their first words, most lines having none of them."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]

    def search(self, folded: str) -> re.Match[str] | None:
        """Find the first of the phrases anywhere."""
        return None if self.firsts.isdisjoint(folded.split()) else self.pattern.search(folded)

    def match(self, folded: str) -> re.Match[str] | None:
        """Find the longest phrase that the line begins with."""
        return self.pattern.match(folded) if folded.split(" ", 1)[0] in self.firsts else None


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the tables furniture, outlets, dateline, credits, anonymous and clean_words say; equal only to itself, so that it hashes."""

    furniture: Mapping[str, frozenset[str]]
    openings: Mapping[str, tuple[str, ...]]
    parts: Phrases
    channels: Phrases
    labels: Phrases
    releases: Phrases
    paid: Phrases
    spokesmen: Phrases
    help: Phrases
    note: re.Pattern[str]
    firsts: Mapping[str, frozenset[str]]
    credits: Mapping[str, str]
    credit: re.Pattern[str]
    anonymous: frozenset[str]
    outlets: frozenset[str]
    local_outlets: frozenset[str]
    places: Mapping[str, str]
    provinces: frozenset[str]
    kinds: Mapping[str, frozenset[str]]

    def of(self, kind: str) -> frozenset[str]:
        """The small words of a kind, such as `ujar` (see scripts/clean_words.tsv)."""
        return self.kinds.get(kind, frozenset())

    def opens(self, kind: str, folded: str) -> bool:
        """Tell whether a folded line begins with an opening of this kind, as whole words."""
        first = folded.split(" ", 1)[0]
        return any(folded == phrase or folded.startswith(phrase + " ") for phrase in self.openings.get(f"{kind} {first}", ()))


_built: dict[int, tuple[Lexicon, Words]] = {}


def words_of(lexicon: Lexicon) -> Words:
    """Return the words of a lexicon; those of the last few lexicons are kept."""
    known = _built.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        if len(_built) >= 4:
            _built.clear()
        known = _built[id(lexicon)] = (lexicon, _build(lexicon))
    return known[1]


def _build(lexicon: Lexicon) -> Words:
    furniture = _kinds(lexicon, "furniture")
    places = {_spaced(name): name for name in lexicon.table("dateline")}
    roles = {_spaced(label): (columns or ("lain",))[0] for label, columns in lexicon.table("credits").items()}
    return Words(
        furniture=furniture,
        openings=_openings(furniture),
        parts=_any_of(furniture.get("potongan", ())),
        channels=_any_of(furniture.get("kanal", ())),
        labels=_any_of(furniture.get("label", ())),
        releases=_any_of(furniture.get("rilis", ())),
        paid=_any_of(furniture.get("berbayar", ())),
        spokesmen=_any_of(furniture.get("jurubicara", ())),
        help=_any_of(furniture.get("bantuan", ())),
        note=_note_pattern(furniture.get("catatan", frozenset())),
        firsts={kind: frozenset(phrase.split(" ", 1)[0] for phrase in phrases) for kind, phrases in furniture.items()},
        credits=roles,
        credit=_credit_pattern(roles),
        anonymous=frozenset(_spaced(name) for name in lexicon.table("anonymous")),
        outlets=frozenset(squeeze(name) for name in lexicon.table("outlets")),
        local_outlets=frozenset(squeeze(name) for name, columns in lexicon.table("outlets").items() if columns[:1] == ("setempat",)),
        places=places,
        provinces=frozenset(_spaced(name) for name, columns in lexicon.table("dateline").items() if columns[:1] == ("provinsi",)),
        kinds=_kinds(lexicon, "clean_words"),
    )


def _kinds(lexicon: Lexicon, table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, columns in lexicon.table(table).items():
        for kind in " ".join(columns[:1]).split():
            found.setdefault(kind, set()).add(_spaced(word))
    return {kind: frozenset(group) for kind, group in found.items()}


def _openings(furniture: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind in ("awal", "muka", "ajakan", "disponsori", "kontak", "profil"):
        for phrase in sorted(furniture.get(kind, ())):
            found.setdefault(f"{kind} {phrase.split(' ', 1)[0]}", []).append(phrase)
    return {key: tuple(phrases) for key, phrases in found.items()}


def _any_of(phrases: frozenset[str] | tuple[str, ...]) -> Phrases:
    """Compile a search for any of the phrases as whole words in a folded line, the longest first; for none, one that never matches."""
    choices = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
    pattern = re.compile(rf"(?<![^\W_])(?:{choices})(?![^\W_])" if choices else r"(?!)")
    return Phrases(pattern, frozenset(phrase.split(" ", 1)[0] for phrase in phrases))


def _note_pattern(labels: frozenset[str]) -> re.Pattern[str]:
    """Compile a search for a note's label and its colon at the head of a line or of a sentence: `(Catatan Redaksi: …`."""
    choices = "|".join(re.escape(label).replace(r"\ ", r"\s") for label in sorted(labels, key=lambda label: (-len(label), label)))
    return re.compile(rf"(?:^|(?<=[.!?\"”)\]])\s)[*_(\[\s–—-]{{0,4}}(?:{choices})\s?(?:[:–—]|-\s)" if choices else r"(?!)", re.IGNORECASE)


def _credit_pattern(roles: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a search for a credit's label and its colon: `Editor :`, `Laporan Wartawan:`, `Kontributor Pati:`."""
    choices = "|".join(re.escape(label).replace(r"\ ", r"\s") for label in sorted(roles, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])({choices})(?:\s(?-i:([A-Z][a-z]{{2,20}})))?\s?[:=]\s?" if choices else r"(?!)", re.IGNORECASE)


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())
