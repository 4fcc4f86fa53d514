"""What a text explains itself, "Aliansi Sekolah (AS)" or "AS (Aliansi Sekolah)": there its acronyms are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from broadcast.pronounce.facts import Facts

_LONG_FIRST = re.compile(r"\(\s?(?P<k>[A-Z][A-Za-z]{1,9})\s?\)")  # "Program Indonesia Pintar (PIP)"
_SHORT_FIRST = re.compile(r"(?<![\w.])(?P<k>[A-Z]{2,10})\s?\(\s?(?P<long>[A-Z][^()\d]{3,100})\)")  # "PIP (Program Indonesia Pintar)"
_WORDS = re.compile(r"[\w'’-]+")
_REACH = 120
_MOST_WORDS = 10


def definitions(text: str) -> dict[str, str]:
    """Return the acronyms that a text explains, with their long forms: the capitals must be the initials of its words.

    >>> definitions("Aliansi Sekolah (AS) dan Ali (BK) menemui PA (Pelindung Alam).")
    {'AS': 'Aliansi Sekolah', 'PA': 'Pelindung Alam'}
    """
    found = {}
    for match in _LONG_FIRST.finditer(text):
        words = _WORDS.findall(text[max(0, match.start() - _REACH) : match.start()])[-_MOST_WORDS:]
        if long := _long_form(match["k"], words):
            found[match["k"]] = long
    for match in _SHORT_FIRST.finditer(text):
        words = _WORDS.findall(match["long"])
        if match["k"] not in found and _long_form(match["k"], words) == " ".join(words):
            found[match["k"]] = " ".join(words)
    return found


def _long_form(key: str, words: list[str]) -> str:
    """The last of the words whose capitals, in order, are the letters of a key; empty when they are not."""
    at = [place for place, word in enumerate(words) if word[0].isupper()][-len(key) :]
    if [words[place][0] for place in at] != list(key.upper()):
        return ""
    return " ".join(words[at[0] :])


def own(defined: Mapping[str, str], key: str, facts: Facts) -> bool:
    """Whether a text gives an acronym another meaning than the table, or one that the table does not know.

    >>> from broadcast.model import Lexicon
    >>> facts = Facts.of(Lexicon({"acronyms": {"AS": ("full", "Amerika Serikat")}}))
    >>> own({"AS": "Aliansi Sekolah"}, "AS", facts), own({"AS": "Amerika Serikat"}, "AS", facts), own({}, "AS", facts)
    (True, False, False)
    """
    if key not in defined:
        return False
    known = facts.acronyms.get(key)
    return not known or defined[key].casefold() not in {known.spoken.casefold(), known.long.casefold()}


def misleading(defined: Mapping[str, str], facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the text's own acronyms that another table would claim, a unit, degree or currency, with how they are said."""
    for key in defined:
        tables = (facts.units, facts.currencies, facts.degrees, facts.abbreviations)
        claimed = any(key in table for table in tables) or set(key) <= set("IVXLC")
        if claimed and own(defined, key, facts):
            known = facts.acronyms.get(key)
            yield key, known.spoken if known and known.kind != "full" else facts.spell(key)
