"""The words of a text that an announcer would ask about: unknown letters, foreign spelling, an e that is only guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from broadcast.bahasa.guessing import margin
from broadcast.model import Lexicon
from broadcast.pronounce.reader import Reader, reader_of
from broadcast.pronounce.tokens import PLAIN, covered

UNSURE = 1.0
"""A guess with a smaller margin than this is wrong in nearly half of words, one with a greater in an eighth (benchmarks/vowels.py)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPELLED_ODDLY = re.compile(
    r"sh|x|q|w[hr]|ck|(?<!k)oo|ee|eau|ou(?!n)|ph|ght|sch|[cst]z|tion|kn(?=[aeiou])$|[^aiueony]y(?=[bcdfglmnprstv])|(?<![aiueou])y$|^y[^aiueo]|^[bdgkp][mnpt]|ae(?!l|n|r|h)|[äöüñçøåłšžé]",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(r"['’]")
_EVERYDAY = frozenset({"jum'at", "al-qur'an", "qur'an", "do'a", "ma'af", "sa'at", "jumat", "ta'aruf", "isya", "ba'da"})
_TABLES = ("respellings", "places", "caps_words", "portmanteaus", "foreign", "regions", "misspellings", "informal", "ranks")


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word to ask about: as it is `written`, `why` in Indonesian, and how it would be `said` now, with é and ê."""

    written: str
    why: str
    said: str


def hard_words(text: str, lexicon: Lexicon) -> Iterator[HardWord]:
    """Yield the hard words of a text in order, as often as they occur.

    >>> from broadcast.station import open_station
    >>> [word.written for word in hard_words("Bupati As'at menemui Nguyen Xuan di balai desa.", open_station(None).lexicon)]
    ["As'at", 'Nguyen', 'Xuan']
    """
    reader = reader_of(lexicon)
    listed = [found.span() for found in reader.respelled.finditer(text)]
    tokens = tuple(covered(text, reader.tag(text)))
    for token in tokens:
        if (
            not token.sure
            and any(mark.isalpha() for mark in token.written)
            and not _is_listed(token.written, token.written.lower(), lexicon)
        ):
            yield HardWord(token.written, "singkatan atau huruf yang tidak dikenal", token.spoken)
        if token.kind != PLAIN:
            continue
        for match in _WORD.finditer(token.written):
            place = token.start + match.start()
            if not any(begin <= place < end for begin, end in listed) and (why := _why(match.group(), reader)):
                yield HardWord(match.group(), why, reader.marker.mark(match.group(), text, place))


def _why(word: str, reader: Reader) -> str:
    """Why a word is hard; nothing when it is not."""
    low = word.lower().replace("’", "'")
    if len(word) < 3 or low in _EVERYDAY or _is_listed(word, low, reader.lexicon):
        return ""
    marker = reader.marker
    source = marker.source(word)
    if _APOSTROPHE.search(word) and word[0].isupper():
        return "tanda petik dalam nama"
    if source in {"table", "affixes"} or low in marker.roots:
        return ""
    if _SPELLED_ODDLY.search(word):
        return "ejaan asing"
    if source == "guess" and margin(word, marker.weights) < UNSURE:
        return "bunyi e tidak pasti"
    return ""


def _is_listed(word: str, low: str, lexicon: Lexicon) -> bool:
    """Whether a table says what the word is."""
    return any(form in lexicon.table(name) for name in _TABLES for form in (word, low, low.capitalize()))
