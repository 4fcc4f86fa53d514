"""A page as it is judged: its blocks, which of them are prose, which an extractor kept, and which elements are furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from broadcast.intake.blocks import Block, Outline

LEAST_WORDS = 8
"""A shorter paragraph that the extractor dropped is more often furniture than news."""

_LONG_WORDS = 25
_LONGEST_PARAGRAPH = 50_000
"""Characters; the longest article without a single break that was met had 20,000."""

_MOST_BLOCKS = 20_000
_TELLING = 30
"""Letters of a paragraph that cannot stand in an articleBody by chance."""

ENDED = re.compile(r"[.?!…][\"”’')\]*]{0,3}$")
_NOT_WORD = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Return the letters and digits of a text, by which two versions of a paragraph are compared.

    >>> key_of("“Air surut,” katanya.")
    'airsurutkatanya'
    """
    return _NOT_WORD.sub("", text).casefold()


def is_prose(block: Block) -> bool:
    """Tell whether a block reads like a paragraph of news: whole sentences, not mostly links."""
    words = block.text.count(" ") + 1
    if block.linked * 2 >= len(block.text) or len(block.text) > _LONGEST_PARAGRAPH:
        return False
    return words >= _LONG_WORDS or (words >= LEAST_WORDS and bool(ENDED.search(block.text)))


@dataclass(frozen=True, slots=True)
class Voices:
    """What others say of the article: the extractor's lines, the page's title and articleBody."""

    kept: Sequence[str] = ()
    title: str = ""
    body: str = ""


class Judged:
    """A page and what has been found out about it: everything by the index of a block or an element.

    `in_body` tells of each paragraph whether it stands in the page's articleBody, `weights` how much of the surest paragraphs
    each element holds, `marked` which elements are furniture.
    """

    def __init__(self, outline: Outline, voices: Voices) -> None:
        """Judge each block by itself."""
        self.blocks = outline.blocks[:_MOST_BLOCKS]
        self.elements = outline.elements
        self.keys = [key_of(block.text) for block in self.blocks]
        self.prose = [is_prose(block) for block in self.blocks]
        self.title = key_of(voices.title)
        self.body = key_of(voices.body)
        self.kept = self._kept(voices.kept)
        self.in_body = [prose and len(key) > _TELLING and key in self.body for key, prose in zip(self.keys, self.prose, strict=True)]
        self.weights = [0] * len(self.elements)
        self.marked = [element.marked for element in self.elements]

    def _kept(self, lines: Sequence[str]) -> list[bool]:
        keys = {key_of(line) for line in lines}
        whole = "\n".join(keys)
        return [key in keys or (prose and key in whole) for key, prose in zip(self.keys, self.prose, strict=True)]

    def is_marked(self, block: Block) -> bool:
        """Tell whether a block stands in furniture."""
        index = block.mark
        while index >= 0:
            if self.marked[index]:
                return True
            index = self.elements[index].parent
        return False

    def is_free_prose(self, index: int) -> bool:
        """Tell whether a block is prose outside of furniture."""
        return self.prose[index] and not self.is_marked(self.blocks[index])

    def size(self, indices: Sequence[int]) -> int:
        """Return the characters of some blocks."""
        return sum(len(self.blocks[index].text) for index in indices)

    def weigh(self, core: Sequence[int]) -> None:
        """Weigh each element by the surest paragraphs in it, and free from its mark what holds much of them.

        Its class then names the page, and not furniture.
        """
        total = self.size(core)
        for index in core:
            self.weights[self.blocks[index].owner] += len(self.blocks[index].text)
        for index in range(len(self.elements) - 1, 0, -1):
            parent = self.elements[index].parent
            if parent >= 0:
                self.weights[parent] += self.weights[index]
        self.marked = [marked and weight * 10 < total * 3 for marked, weight in zip(self.marked, self.weights, strict=True)]
