"""The station's own words, table `station`: they win over every table, every rule and what an article says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from broadcast.pronounce.rule import Rule

_MARKS = {"'": "['’‘`´ʼ]", "-": "[-‐‑–]", " ": r"\s+"}


def own_words(station: Mapping[str, str]) -> Rule | None:
    """Return the rule that reads the station's words; None when it has none.

    The longest entry wins. An entry in small letters also means the word with a capital or all in capitals; one with a capital only
    itself and the form all in capitals, so that *Serang* says nothing of *serang*. Any apostrophe, hyphen or space will do.

    >>> rule = own_words({"As'at": "as at", "cabai": "cabé"})
    >>> [bool(rule.find.fullmatch(word)) for word in ("As’at", "AS'AT", "as'at", "cabai", "Cabai")]
    [True, True, False, True, True]
    """
    if not station:
        return None
    said = {folded: spoken for written, spoken in station.items() for folded in _forms(written)}
    said.update({_plain(written): spoken for written, spoken in station.items()})  # as it is written wins over another's capitals
    forms = sorted(said, key=lambda form: (-len(form), form))
    pattern = "|".join("".join(_MARKS.get(mark, re.escape(mark)) for mark in form) for form in forms)
    return Rule("station", re.compile(rf"(?<![\w’'])(?P<x>{pattern})(?![\w])"), lambda match, sentence: said[_plain(match["x"])])  # noqa: ARG005  # a Say


def _forms(written: str) -> set[str]:
    plain = _plain(written)
    return {plain, plain.upper()} | ({plain[:1].upper() + plain[1:], plain.title()} if plain == plain.lower() else set())


def _plain(text: str) -> str:
    """The text with one kind of apostrophe, hyphen and space."""
    return re.sub(r"\s+", " ", re.sub("[‐‑–]", "-", re.sub("[’‘`´ʼ]", "'", text)))
