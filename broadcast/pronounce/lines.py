"""A script's lines: script notation in, spoken text out; and the names to warn an announcer of."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.bahasa.syllables import split
from broadcast.model import Hint, Item, Lexicon, Line
from broadcast.naskah import plain, runs
from broadcast.pronounce.letter_rules import definitions
from broadcast.pronounce.reader import Reader, join
from broadcast.pronounce.tokens import Token

_APOSTROPHE = re.compile(r"(?<![\w'’`])[A-Z][a-z]*(?:['’`][a-z]+)+(?![\w'’`])")  # "As'at", "Rif'an"
_PLAIN_APOSTROPHE = frozenset({"jum'at", "al-qur'an", "qur'an", "do'a", "ma'af", "sa'at"})
_MARKS = re.compile(r"[.,;:!?…]$")
_END = re.compile(r"[.!?…][\"”’')]*$")


def speak_item(item: Item, reader: Reader) -> Item:
    """Return an item whose lines have their spoken form; what it explains in brackets holds for all its lines."""
    text = " ".join(plain(line.text) for line in item.lines)
    defined = definitions(text, reader.facts)
    elements = tuple(_spoken(element, reader, defined) if isinstance(element, Line) else element for element in item.elements)
    return replace(item, elements=elements)


def _spoken(line: Line, reader: Reader, defined: frozenset[str]) -> Line:
    spoken = reader.marker.mark_text(spoken_line(line.text, reader, defined))
    return replace(line, spoken=spoken if _END.search(spoken) or not spoken else f"{spoken}.")


def spoken_line(text: str, reader: Reader, defined: frozenset[str] = frozenset()) -> str:
    """Return a line in script notation as spoken text without vowel marks: a breath is a comma, a reading is kept.

    Foreign names get the spelling of the table `respellings`.
    """
    written = ""
    fixed: list[Token] = []
    for run in runs(text):
        if run.breath:
            written = written.rstrip()
            written += " " if not written or _MARKS.search(written) else ", "
            continue
        start = len(written)
        written += run.text
        if run.reading:
            fixed.append(Token("reading", start, len(written), run.text, _safe(run.reading, reader)))
    written = written.rstrip()
    settled = [token for token in fixed if token.end <= len(written)]
    for name in reader.respelled.finditer(written):
        if not any(token.start < name.end() and name.start() < token.end for token in settled):
            settled.append(Token("name", name.start(), name.end(), name.group(), lexicon_spelling(name.group(), reader)))
    return join(written, reader.tag(written, settled, defined))


def lexicon_spelling(name: str, reader: Reader) -> str:
    """The spoken spelling of a listed foreign name."""
    return reader.lexicon.table("respellings")[name][0]


def _safe(reading: str, reader: Reader) -> str:
    """A reading that a person gave, as it is; only its figures and signs, which no voice may get, are read."""
    return join(reading, reader.tag(reading)) if re.search(r"[\d%&@#+=<>/\\_*~|^°]", reading) else reading


def hints(text: str, lexicon: Lexicon) -> tuple[Hint, ...]:
    """Return the hard names of a text in the order they appear, each once."""
    found: dict[str, tuple[int, Hint]] = {}
    for match in _APOSTROPHE.finditer(text):
        name = match.group()
        if name.lower().replace("’", "'").replace("`", "'") not in _PLAIN_APOSTROPHE:
            found.setdefault(name, (match.start(), Hint(name, "-".join(split(name)).upper())))
    for name, columns in lexicon.table("respellings").items():
        place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        if place and columns:
            said = columns[1] if len(columns) > 1 else columns[0].upper()
            found.setdefault(name, (place.start(), Hint(name, said)))
    return tuple(hint for _, hint in sorted(found.values(), key=lambda pair: pair[0]))
