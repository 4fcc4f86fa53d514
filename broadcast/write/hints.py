"""The lafal box: hard names of an item and how they are said (RADIO R21)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from broadcast import naskah
from broadcast.bahasa.syllables import split
from broadcast.model import Hint, Lexicon, Line, Table
from broadcast.write.frames import HELD, stands_framed
from broadcast.write.namewords import institution_words
from broadcast.write.scene import Scene

MOST = 6
"""The most hints for an item: a box that lists everything helps nobody."""

_NAME_WORD = re.compile(r"(?<![\w’'-])[A-Z][a-z]+(?:['’][a-z]+)?(?![\w’'-])")
_HARD_LETTERS = re.compile(r"['’]|ch|dj|tj|oe|kh(?!us)|dh|bh|th|sch|x|q|zz|ij|(?<![aeiou])[jl]h", re.IGNORECASE)
_LONG = 4
_OLD_SPELLING = (("ch", "h"), ("dj", "j"), ("tj", "c"), ("oe", "u"), ("dh", "d"), ("bh", "b"), ("th", "t"), ("kh", "h"))


def find_hints(lines: Sequence[Line], scene: Scene) -> tuple[Hint, ...]:
    """Return hints for names with unusual letters or four syllables and more, and for the words of the table respellings."""
    body = ". ".join(naskah.plain(line.text) for line in lines)
    found: dict[str, str] = dict(_from_table(body, scene.tools.lexicon))
    for person in scene.people:
        if person.name in body and any(_is_hard(word) for word in person.name.split()):
            found.setdefault(person.name, say_slowly(person.name))
    skipped = institution_words(scene.tools.lexicon)
    regions = scene.tools.lexicon.table("regions")
    for match in _NAME_WORD.finditer(body):
        word = match.group()
        inside = body[: match.start()].rstrip()[-1:].isalnum()
        verb = scene.tools.grammar.is_verb(word.casefold())
        known = verb or word.casefold() in skipped or word in regions or any(word in written for written in found)
        if not known and (_is_hard(word) or (inside and len(split(word)) >= _LONG and len(word) > 9)):
            found[word] = say_slowly(word)
    return tuple(Hint(written, said) for written, said in list(found.items())[:MOST])


def _from_table(body: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    index = _respelt(lexicon.table("respellings"))
    words = {"", *_WORD.findall(body)}
    for _, written, said in sorted(one for word in words for one in index.get(word, ())):
        if stands_framed(body, written, _WHOLE):
            yield written, said


_WORD = re.compile(r"\w+")
_WHOLE = re.compile(rf"(?<!\w){HELD}(?!\w)")
_Respelt = Mapping[str, Sequence[tuple[int, str, str]]]
_index: list[tuple[Table, _Respelt]] = []
"""The last table used, by the first word of what is written: a body has few of its thousands of words."""


def _respelt(table: Table) -> _Respelt:
    """Return the rows of a table of respellings (place in the table, written, said) by the first word of what is written."""
    if not _index or _index[0][0] is not table:
        found: dict[str, list[tuple[int, str, str]]] = {}
        for place, (written, cells) in enumerate(table.items()):
            if len(cells) > 1 and cells[1]:
                first = _WORD.match(written)
                found.setdefault(first.group() if first else "", []).append((place, written, cells[1]))
        _index[:] = [(table, found)]
    return _index[0][1]


def _is_hard(word: str) -> bool:
    return word[:1].isupper() and len(word) > 2 and bool(_HARD_LETTERS.search(word))


def say_slowly(name: str) -> str:
    """Return a name in parted syllables, old spellings as they sound.

    >>> say_slowly("As'at"), say_slowly("Rachmad Nusi")
    ('AS-AT', 'RAH-MAD NU-SI')
    """
    return " ".join("-".join(_sounded(part) for part in split(word)).upper() for word in name.split())


def _sounded(part: str) -> str:
    low = part.lower()
    for old, new in _OLD_SPELLING:
        low = low.replace(old, new)
    return low
