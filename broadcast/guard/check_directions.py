"""Directions: what the article says to rise does not fall, and who wins there does not lose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadcast.guard.reading import Reading, quote
from broadcast.guard.words import Text, Word
from broadcast.model import Table

_CONTEXT = 5
_OPENING = frozenset('.!?"“„')


def check_directions(reading: Reading) -> Iterator[str]:
    """Give a note for each *naik, menang, dibuka …* whose sentences have its opposite there instead."""
    table = reading.lexicon.table("guard_opposites")
    for k, word in enumerate(reading.text.words):
        if word.low in table and not _in_name(reading.text.words, k) and not _keeps_order(reading, table[word.low][0]):
            yield from _check_direction(word, reading)


def _check_direction(word: Word, reading: Reading) -> Iterator[str]:
    table = reading.lexicon.table("guard_opposites")
    pair, side = table[word.low]
    context = _context(reading.text.words, word)
    same, other, said = -1, -1, ""
    for text in reading.texts:
        for at, theirs in enumerate(text.words):
            if table.get(theirs.low, ("",))[0] != pair or _in_name(text.words, at):
                continue
            shared = len(context & _context([near for near in text.words if near.clause == theirs.clause], theirs))
            if table[theirs.low][1] == side:
                same = max(same, shared)
            elif shared > other:
                other, said = shared, theirs.low
    if other == same == -1:
        other, said = _only_opposite(pair, side, reading)
    if other > same and (pair != "menang" or _same_order(reading)):
        yield f"{quote(word.written)}: sumber menulis {quote(said)}"


def _keeps_order(reading: Reading, pair: str) -> bool:
    """Whether both sides stand in the line as in its sentences ("yang menang gembira, yang kalah menerima")."""
    turns = _turns(reading.text, pair, reading.lexicon.table("guard_opposites"))
    return len(turns) > 1 and any(turns in _turns(text, pair, reading.lexicon.table("guard_opposites")) for text in reading.texts)


def _turns(text: Text, pair: str, table: Table) -> str:
    """The sides of a pair of opposites in the order in which a text has them, such as "+-"."""
    return "".join(
        table[word.low][1] for k, word in enumerate(text.words) if table.get(word.low, ("",))[0] == pair and not _in_name(text.words, k)
    )


def _only_opposite(pair: str, side: str, reading: Reading) -> tuple[int, str]:
    """The opposite, where the line's sentences have neither side and the rest of the article only that one."""
    table = reading.lexicon.table("guard_opposites")
    words = [word.low for text in reading.source.texts for k, word in enumerate(text.words) if not _in_name(text.words, k)]
    sides = {table[low][1]: low for low in words if low in table and table[low][0] == pair}
    return (0, sides.popitem()[1]) if sides and side not in sides else (-1, "")


def _in_name(words: Sequence[Word], k: int) -> bool:
    """Whether a word has a capital that does not come from opening a sentence (*Jawa Barat*)."""
    opens = k > 0 and words[k - 1].written in _OPENING
    return words[k].capital and not opens and any(word.letters for word in words[:k])


def _context(words: Sequence[Word], middle: Word) -> set[str]:
    """The words around a word, small ones too."""
    k = words.index(middle)
    return {word.key for word in words[max(0, k - _CONTEXT) : k + _CONTEXT + 1] if word.letters} - {middle.key}


def _same_order(reading: Reading) -> bool:
    """Whether the first name of the line that its sentence has is also the first of the line's names there."""
    names = [word.low for word in reading.text.words if word.capital and word.letters]
    for text in reading.texts:
        there = [word.low for word in text.words if word.capital and word.letters and word.low in names]
        here = [name for name in names if name in there]
        if there and here:
            return there[0] == here[0]
    return True
