"""What every check is handed: one line of the script beside the article it should be true to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from broadcast.guard.source import Passage, Source
from broadcast.guard.words import Text
from broadcast.model import Lexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """A line (`text`), the sentences it comes from (`passages`, best first), the whole article, the air time and the tables.

    `named` tells that the line itself names its sentences.
    """

    text: Text
    passages: tuple[Passage, ...]
    source: Source
    air: datetime
    lexicon: Lexicon
    named: bool = False

    @property
    def texts(self) -> tuple[Text, ...]:
        """What the line is held against: its own sentences, or the whole article when none resembles it."""
        return tuple(passage.text for passage in self.passages) or self.source.texts


Check = Callable[[Reading], Iterator[str]]
"""A check gives a note, in Indonesian, for each thing it cannot find in the article."""


def quote(words: str) -> str:
    """A stretch of text as quoted in a note, shortened.

    >>> quote("tiga orang tewas")
    '“tiga orang tewas”'
    """
    return f"“{words if len(words) <= 60 else words[:57].rstrip() + '…'}”"
