"""The facts by which two stories are told apart: names in the lead, counts of things, and the day it happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from broadcast.bahasa.counting import SMALL, at, read_cardinal, tokens_of
from broadcast.bahasa.dates import find_days
from broadcast.match.terms import root
from broadcast.match.words import Words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_RUN = re.compile(r"[A-Z][^\W\d_]*(?:['’][^\W\d_]+)?(?: [A-Z][^\W\d_]*(?:['’][^\W\d_]+)?)*")  # Kepala Desa Tegalrandu
_ANY_YEAR = date(2024, 1, 1)
_STARTS = frozenset(SMALL) | {"seratus", "seribu", "sejuta", "semiliar", "setengah"}
_COUNTED = re.compile(rf"\d|(?<![^\W\d_])(?:{'|'.join(sorted(_STARTS))})(?![^\W\d_])", re.IGNORECASE)
_DIGIT = re.compile(r"\d")

_AHEAD = 3
"""How many words a figure's thing may stand behind it: "tujuh orang", "tujuh warga lainnya"."""


def names(sentence: str, known: frozenset[str], words: Words) -> tuple[tuple[str, ...], ...]:
    """Return the names in a sentence, small, without posts, ranks and kinds of places, which only part them.

    A capital at the head of the sentence proves nothing unless the word is among the `known` names.

    >>> from broadcast.match.words import words_of
    >>> from broadcast.model import Lexicon
    >>> words = words_of(Lexicon({"match_words": {"desa": ("umum",), "kecamatan": ("umum",)}}))
    >>> names("Warga Desa Tegal Randu Kecamatan Klakah melapor kepada Sugeng.", frozenset(), words)
    (('tegal', 'randu'), ('klakah',), ('sugeng',))
    """
    found: list[tuple[str, ...]] = []
    for run in _RUN.finditer(sentence):
        name: list[str] = []
        parts = run.group().split()
        for number, part in enumerate(parts):
            low = part.lower()
            heads = run.start() == 0 and number == 0 and low not in known
            if low in words.common or heads or (part.isupper() and len(part) > 1) or len(part) < 3:
                found += [tuple(name)] if name else []
                name = []
            else:
                name.append(low)
        found += [tuple(name)] if name else []
    return tuple(dict.fromkeys(found))


def inner_names(sentences: Iterable[str]) -> frozenset[str]:
    """Return the words, small, that are capitalised inside a sentence.

    >>> sorted(inner_names(["Api membakar Klakah.", "Klakah ramai."]))
    ['klakah']
    """
    inner = (match.group() for text in sentences for match in _WORD.finditer(text) if match.start())
    return frozenset(word.lower() for word in inner if word[0].isupper())


def missing(wanted: Sequence[tuple[str, ...]], there: frozenset[str]) -> tuple[str, ...]:
    """Return the names of which no more than half is there: one of two is a namesake.

    >>> missing([("rahmat", "nur", "hidayat"), ("agus", "salim")], frozenset({"rahmat", "hidayat", "agus"}))
    ('agus salim',)
    """
    return tuple(" ".join(name) for name in wanted if sum(part in there for part in name) * 2 <= len(name))


def strangers(wanted: Sequence[tuple[str, ...]], there: frozenset[str]) -> tuple[str, ...]:
    """Return the names of which nothing is there.

    >>> strangers([("rahmat", "hidayat"), ("ratna", "widuri")], frozenset({"rahmat", "klakah"}))
    ('ratna widuri',)
    """
    return tuple(" ".join(name) for name in wanted if there.isdisjoint(name))


def counts(sentences: Sequence[str], words: Words) -> Mapping[Fraction, frozenset[str]]:
    """Return the figures of a story, dates left out, each with the roots of the words that stand behind it.

    >>> from broadcast.match.words import words_of
    >>> from broadcast.model import Lexicon
    >>> found = counts(["Lima orang tewas, Minggu (22/11/2026), rugi Rp 1,5 miliar."], words_of(Lexicon()))
    >>> [(str(value), sorted(things)) for value, things in found.items()]
    [('5', ['orang', 'tewas']), ('1500000000', [])]
    """
    found: dict[Fraction, set[str]] = {}
    for sentence in filter(_COUNTED.search, sentences):
        text = sentence
        for day in reversed(find_days(sentence, _ANY_YEAR) if _DIGIT.search(sentence) else ()):
            text = f"{text[: day.start]}; {text[day.stop :]}"
        tokens = tokens_of(text)
        index = 0
        while index < len(tokens):
            number = None
            if tokens[index].folded[0].isdigit() or tokens[index].folded in _STARTS:
                number = read_cardinal(tokens, index)
            if number is None:
                index += 1
                continue
            value, index = number
            found.setdefault(value, set()).update(_things([at(tokens, index + step) for step in range(_AHEAD)], words))
    return {value: frozenset(things) for value, things in found.items()}


def _things(following: Sequence[str], words: Words) -> Iterable[str]:
    for word in following:
        if not word.isalpha():
            return
        if word not in words.filler:
            yield root(word)


def days(sentences: Iterable[str]) -> frozenset[tuple[int, int]]:
    """Return the days that sentences name with a date, as (day, month).

    >>> sorted(days(["Senin (23/11/2026) pagi", "pada 9 Desember"]))
    [(9, 12), (23, 11)]
    """
    return frozenset((found.day.day, found.day.month) for text in sentences if _DIGIT.search(text) for found in find_days(text, _ANY_YEAR))
