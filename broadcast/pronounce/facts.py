"""The lexicon as the reader needs it: looked up once, kept for the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from broadcast.bahasa.numbers import cardinal, paired_year, written
from broadcast.model import Lexicon

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@dataclass(frozen=True, slots=True)
class Acronym:
    """How an acronym is said: `kind` is spell, word, mixed or full; `known` means no listener needs it explained."""

    kind: str
    spoken: str
    known: bool
    long: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The tables of a lexicon, typed for reading aloud."""

    station: Mapping[str, str]
    sayings: Mapping[str, str]
    letters: Mapping[str, str]
    phrases: Mapping[str, str]
    abbreviations: Mapping[str, tuple[str, str]]
    meant: Mapping[str, Mapping[str, str]]
    acronyms: Mapping[str, Acronym]
    degrees: Mapping[str, tuple[str, str]]
    ranks: Mapping[str, str]
    corps: Mapping[str, str]
    units: Mapping[str, str]
    per_words: Mapping[str, str]
    currencies: Mapping[str, str]
    plates: frozenset[str]
    roman: Mapping[str, tuple[str, bool]]
    caps_words: frozenset[str]
    proper: Mapping[str, str]
    cues: Mapping[str, frozenset[str]]
    style: Mapping[str, str]

    def word(self, mark: str) -> str:
        """The house word for a mark, such as `range` (hingga)."""
        return self.sayings.get(mark, "")

    def cue(self, name: str) -> frozenset[str]:
        """The words that announce something, such as `sport` (menang, skor …)."""
        return self.cues.get(name, frozenset())

    def spell(self, text: str) -> str:
        """The letters and figures of a text, one by one.

        >>> Facts.of(Lexicon({"letters": {"k": ("ka",), "p": ("pe",)}})).spell("KPK2")
        'ka pe ka dua'
        """
        marks = (mark for mark in text.lower() if mark.isalnum())
        return " ".join(_DIGITS[int(mark)] if mark.isascii() and mark.isdigit() else self.letters.get(mark, mark) for mark in marks)

    def figure(self, text: str) -> str:
        """A number as written, in words; decimals as the house says them.

        >>> Facts.of(Lexicon()).figure("3,25")
        'tiga koma dua lima'
        >>> Facts.of(Lexicon({"style": {"decimals": ("number",)}})).figure("3,25")
        'tiga koma dua puluh lima'
        """
        return written(text, grouped=self.style.get("decimals") == "number")

    def year(self, number: int) -> str:
        """A year, as the house says it.

        >>> Facts.of(Lexicon({"style": {"years": ("pairs",)}})).year(1998)
        'sembilan belas sembilan delapan'
        """
        return paired_year(number) if self.style.get("years") == "pairs" else cardinal(number)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Facts:
        """Read the tables of a lexicon; a table that is not there is empty."""
        return cls(
            station=_first(lexicon, "station"),
            sayings=_first(lexicon, "sayings"),
            letters=_first(lexicon, "letters"),
            phrases=_first(lexicon, "phrases") | _short_zone_names(lexicon),
            abbreviations=_pairs(lexicon, "abbreviations"),
            meant={key: {columns[2]: columns[3]} for key, columns in lexicon.table("abbreviations").items() if len(columns) > 3},
            acronyms=_acronyms(lexicon),
            degrees=_pairs(lexicon, "degrees"),
            ranks={key: columns[0] for key, columns in lexicon.table("ranks").items() if columns},
            corps=_first(lexicon, "corps"),
            units=_first(lexicon, "units"),
            per_words=_first(lexicon, "per_words"),
            currencies=_first(lexicon, "currencies"),
            plates=frozenset(lexicon.table("plates")),
            roman={key: (columns[0], "single" in columns) for key, columns in lexicon.table("roman").items() if columns},
            caps_words=frozenset(lexicon.table("caps_words")),
            proper={key.lower(): key for name in ("portmanteaus", "vowels", "places") for key in lexicon.table(name) if key[0].isupper()},
            cues=_cues(lexicon),
            style=_first(lexicon, "style"),
        )


def _first(lexicon: Lexicon, name: str) -> dict[str, str]:
    return {key: columns[0] for key, columns in lexicon.table(name).items() if columns}


def _pairs(lexicon: Lexicon, name: str) -> Mapping[str, tuple[str, str]]:
    return {key: (columns[0], columns[1] if len(columns) > 1 else "") for key, columns in lexicon.table(name).items() if columns}


def _cues(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, columns in lexicon.table("cues").items():
        for cue in columns:
            found.setdefault(cue, set()).add(word)
    return {cue: frozenset(words) for cue, words in found.items()}


_SHORT_ZONES = {"WIB": "we i be", "WITA": "wita", "WIT": "we i te"}


def _short_zone_names(lexicon: Lexicon) -> dict[str, str]:
    """The names of the zones and their letters, where the house says the letters."""
    if _first(lexicon, "style").get("zone_name") != "short":
        return {}
    return {lexicon.table("acronyms")[zone][1]: spoken for zone, spoken in _SHORT_ZONES.items() if zone in lexicon.table("acronyms")}


def _acronyms(lexicon: Lexicon) -> Mapping[str, Acronym]:
    found = {key: _acronym(columns) for key, columns in lexicon.table("acronyms").items() if len(columns) > 1}
    if _short_zone_names(lexicon):
        found |= {zone: Acronym("spell", spoken, known=True) for zone, spoken in _SHORT_ZONES.items()}
    return found


def _acronym(columns: tuple[str, ...]) -> Acronym:
    return Acronym(columns[0], columns[1], "known" in columns[3:], columns[2] if len(columns) > 2 else "")


def either(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern, the longest first; one that cannot match when there are none.

    >>> either(["m", "m2", "km/jam"])
    'km/jam|m2|m'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"
