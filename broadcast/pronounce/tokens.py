"""What the reader finds in a text: typed pieces with their place and what is said for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PLAIN = "plain"
"""The class of what is said as it is written."""
UNCLAIMED = "unclaimed"
"""The class of figures, signs and letters that no rule knows."""
PAUSE = ","
"""What is said for a bracket or bar: a short pause, which takes the place of the spaces around it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text and what is said for it.

    `kind` is its class (money, date, acronym … or plain), `start` and `end` its span in the text, so that
    `text[start:end] == written`; `spoken` is what is said (a lone comma: only a pause). `sure` is False when no
    table or rule knows it: letters that are guessed to be a word or spelled, or what nobody claimed and is merely read safely.
    """

    kind: str
    start: int
    end: int
    written: str
    spoken: str
    sure: bool = True


def covered(text: str, found: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of a text in order, and plain ones for all that stands between them.

    >>> [token.written for token in covered("Ada 3 desa", [Token("cardinal", 4, 5, "3", "tiga")])]
    ['Ada ', '3', ' desa']
    """
    place = 0
    for token in found:
        if place < token.start:
            yield Token(PLAIN, place, token.start, text[place : token.start], text[place : token.start])
        yield token
        place = token.end
    if place < len(text):
        yield Token(PLAIN, place, len(text), text[place:], text[place:])
