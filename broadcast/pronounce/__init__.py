"""Said right: an Indonesian sentence as written becomes one in which nothing is left to interpret.

    text → typed tokens with their places (`explain`) → one reading a class → the spoken text (`say`)
         → each e marked as pepet or taling (`pronounce`, `spell_vowels`)

The lexicon decides what words mean; its table `station` (written, spoken) wins over every other.

`explain` gives the tokens themselves: `Token(kind, start, end, written, spoken, sure)`. They come in order and cover the
text without a gap, so `"".join(token.written for token in explain(text, lexicon)) == text`; what is said as it is
written has the kind `plain`, a piece that no table or rule knows has `sure=False`, and a `spoken` comma is only a pause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from broadcast.bahasa.syllables import count
from broadcast.model import Flag, Hint, Kind, Lexicon, Script
from broadcast.naskah import runs
from broadcast.pronounce.lines import doubt_item, hints, speak_item, spoken_line
from broadcast.pronounce.reader import join, reader_of
from broadcast.pronounce.tokens import Token, covered

__all__ = ["Token", "doubts", "explain", "hard_names", "pronounce", "read_time", "say", "spell_vowels"]

SYLLABLES_PER_SECOND = 6.5
BREATH_MS = 200
SENTENCE_MS = 450


def pronounce(script: Script, lexicon: Lexicon) -> Script:
    """Return the script with `Line.spoken` filled: nothing left to interpret, each e marked, a breath a comma.

    What a line's own `{baca: …}` says is kept; acronyms that an item explains itself are read as its own.
    """
    reader = reader_of(lexicon)
    return replace(script, items=tuple(speak_item(item, reader) for item in script.items))


def doubts(script: Script, lexicon: Lexicon) -> Mapping[str, tuple[Flag, ...]]:
    """Return what is only read safely because nobody claims it, by item id: flags PERLU_CEK with the number of the line.

    >>> from datetime import UTC, datetime
    >>> from broadcast.model import Item, Line
    >>> from broadcast.station import open_station
    >>> item = Item(Kind.NEWS, (Line("Kode Xqz muncul"), Line("Warga mengungsi")), id="kode")
    >>> script = Script("Warta", "Radio", datetime(2026, 11, 23, tzinfo=UTC), "utama", (item,))
    >>> [(flag.line, flag.note[:25]) for flag in doubts(script, open_station(None).lexicon)["kode"]]
    [(1, 'cara membaca “Xqz” tidak ')]
    """
    reader = reader_of(lexicon)
    return {item.id: doubt_item(item, reader) for item in script.items if item.kind is Kind.NEWS}


def say(text: str, lexicon: Lexicon) -> str:
    """Return the spoken form of a plain text, without vowel marks; what needs no reading stays byte for byte.

    >>> from broadcast.station import open_station
    >>> say("Harga beras Rp13.500/kg.", open_station(None).lexicon)
    'Harga beras tiga belas ribu lima ratus rupiah per kilogram.'
    """
    return join(text, reader_of(lexicon).tag(text))


def explain(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return the pieces of a text in order, with class, place and what is said; together they are the whole text.

    >>> from broadcast.station import open_station
    >>> [(token.kind, token.written) for token in explain("Harga Rp5.000 naik", open_station(None).lexicon)]
    [('plain', 'Harga '), ('money', 'Rp5.000'), ('plain', ' naik')]
    """
    return tuple(covered(text, reader_of(lexicon).tag(text)))


def spell_vowels(word: str, context: str, lexicon: Lexicon) -> str:
    """Return a word with each e marked, ê pepet, é or è taling; `context` is the sentence it stands in, or empty.

    >>> from broadcast.station import open_station
    >>> spell_vowels("keempat", "", open_station(None).lexicon)
    'kêêmpat'
    """
    return reader_of(lexicon).marker.mark(word, context)


def read_time(text: str, lexicon: Lexicon) -> int:
    """Return how long a line in script notation takes to read, in milliseconds.

    Syllables of the spoken form at 6.5 a second, 200 ms for a breath, 450 ms for the end of the sentence (RADIO).
    """
    spoken = spoken_line(text, reader_of(lexicon))
    breaths = sum(run.breath for run in runs(text))
    return round(count(spoken) * 1000 / SYLLABLES_PER_SECOND) + breaths * BREATH_MS + SENTENCE_MS


def hard_names(text: str, lexicon: Lexicon) -> tuple[Hint, ...]:
    """Return the names of a plain text that an announcer may stumble over, with how they are said: As'at = AS-AT."""
    return hints(text, lexicon)
