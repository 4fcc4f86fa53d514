"""A script's lines: script notation in, spoken text out; and the names to warn an announcer of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from broadcast.bahasa.syllables import split
from broadcast.model import Flag, FlagCode, Hint, Item, Lexicon, Line
from broadcast.naskah import plain, runs
from broadcast.pronounce.definitions import definitions
from broadcast.pronounce.reader import Reader, join
from broadcast.pronounce.tokens import UNCLAIMED, Token

_APOSTROPHE = re.compile(r"(?<![\w'’`])[A-Z][a-z]*(?:['’`][a-z]+)+(?![\w'’`])")  # "As'at", "Rif'an"
_PLAIN_APOSTROPHE = frozenset({"jum'at", "al-qur'an", "qur'an", "do'a", "ma'af", "sa'at"})
_DASH = re.compile(r"(?:^|\s+)(?:[-–—]+\s+)+")  # "panik – sebagian lari", "- Kedua"
_MARKS = re.compile(r"[.,;:!?…]$")
_NOTHING: Mapping[str, str] = {}
_END = re.compile(r"[.!?…][\"”’')]*$")


def speak_item(item: Item, reader: Reader) -> Item:
    """Return an item whose lines have their spoken form; what it or its article explains in brackets holds for all of them."""
    defined = _explained(item)
    elements = tuple(_spoken(element, reader, defined) if isinstance(element, Line) else element for element in item.elements)
    return replace(item, elements=elements)


def doubt_item(item: Item, reader: Reader) -> tuple[Flag, ...]:
    """Return a flag for each piece of an item that nobody claims and that is only read safely, with its line."""
    defined = _explained(item)
    found: dict[Flag, None] = {}
    for number, line in enumerate(item.lines, 1):
        _, tokens = _tagged(line.text, reader, defined)
        for token in tokens:
            if token.kind == UNCLAIMED:
                note = f"cara membaca “{token.written}” tidak pasti, dibaca “{token.spoken}”; tulis {{baca: …}} sesudahnya bila keliru"
                found[Flag(FlagCode.CHECK, note, number)] = None
    return tuple(found)


def _explained(item: Item) -> Mapping[str, str]:
    """The acronyms that an item, or the sentences of the article that it came from, explain."""
    texts = (item.title, *(text for line in item.lines for text in (plain(line.text), *line.sources)), *item.dropped)
    return definitions("\n".join(texts))


def _spoken(line: Line, reader: Reader, defined: Mapping[str, str]) -> Line:
    spoken = reader.marker.mark_text(spoken_line(line.text, reader, defined))
    return replace(line, spoken=spoken if _END.search(spoken) or not spoken else f"{spoken}.")


def spoken_line(text: str, reader: Reader, defined: Mapping[str, str] = _NOTHING) -> str:
    """Return a line in script notation as spoken text without vowel marks: a breath is a comma, a reading is kept.

    Foreign names get the spelling of the table `respellings`.
    """
    return _DASH.sub(_paused, join(*_tagged(text, reader, defined)))


def _tagged(text: str, reader: Reader, defined: Mapping[str, str]) -> tuple[str, tuple[Token, ...]]:
    """A line in script notation as plain text, a breath a comma, and its tokens."""
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
    own = [match.span() for match in reader.own.find.finditer(written)] if reader.own else []
    for name in reader.respelled.finditer(written):
        taken = [(token.start, token.end) for token in settled] + own
        if not any(start < name.end() and name.start() < end for start, end in taken):
            settled.append(Token("name", name.start(), name.end(), name.group(), lexicon_spelling(name.group(), reader)))
    return written, reader.tag(written, settled, defined)


def _paused(match: re.Match[str]) -> str:
    """A dash between words is a breath; at the head of a line it is nothing."""
    before = match.string[match.start() - 1 : match.start()]
    return "" if not before else " " if before in ",;:.!?" else ", "


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
        place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name in text else None
        if place and columns:
            said = columns[1] if len(columns) > 1 else columns[0].upper()
            found.setdefault(name, (place.start(), Hint(name, said)))
    return tuple(hint for _, hint in sorted(found.values(), key=lambda pair: pair[0]))
