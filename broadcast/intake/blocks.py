"""An HTML tree → the blocks of text a reader sees, in order, each knowing where in the page it stands.

A block is what stands on lines of its own: a paragraph, a list item, a table row, the text between two `<br><br>`, the text
behind an inline picture. One pass over the tree, so that its time grows with the page and not faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from broadcast.intake.marks import DEAD, is_hidden, is_marked

MOST_ELEMENTS = 60_000
"""Elements read of one page; articles have hundreds, the fullest home page 20,000."""

_LONGEST_CELL = 160
_ENDLESS = etree.XPath("//@*[string-length(.) > 3000]")

_BLOCK_NAMES = (
    "html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCK_TAGS = frozenset(_BLOCK_NAMES.split())
_IGNORED = frozenset({"head", "title", "meta", "link", "base"})
_MARKABLE_INLINE = frozenset({"span", "small", "font", "center"})
_PICTURES = frozenset({"img", "amp-img"})
_CELLS = frozenset({"td", "th"})
_IN_CELL = frozenset({"p", "span", "b", "strong", "em", "i", "u", "a", "br", "font", "small", "sup", "sub"})

_CLOSING = frozenset('.!?:;…"”’)]')
_GOES_ON = re.compile(r"[a-z,.;)]")  # "Desa Klepu mengatakan"


@dataclass(slots=True)
class Element:
    """An open or closed block element: its `parent` is an index, `first` and `last` the range of blocks inside it.

    `marked` means furniture, by its own word or because no reader sees it; `hidden` that this last is all there is against it.
    """

    node: Any
    parent: int
    first: int
    last: int = 0
    marked: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page: `linked` of its characters stand in links, `owner` is the index of the element around it."""

    text: str
    linked: int
    owner: int
    tag: str
    mark: int = -1
    alt: str = ""


@dataclass(slots=True)
class Outline:
    """The blocks of a page and the elements around them, both in the order of the page.

    `nodes` is the number of elements read, inline ones too; `whole` is false where there were more than are read.
    """

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    whole: bool = True
    nodes: int = 0


def strip_dead(tree: Any) -> None:
    """Take scripts, other elements without text and endless attributes out of the tree, leaving what stands behind them."""
    etree.strip_elements(tree, *DEAD, with_tail=False)
    for value in _ENDLESS(tree):
        value.getparent().attrib.pop(value.attrname, None)


def read_outline(tree: Any) -> Outline:
    """Return the blocks of a tree whose dead elements are gone."""
    reader = _Reader()
    reader.read(tree)
    return reader.outline


class _Reader:
    """Collects text until a block begins or ends; the open elements are a stack of indices."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.open: list[int] = []
        self.marks: list[int] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.rows = 0
        self.alt = ""

    def read(self, tree: Any) -> None:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, node in walk:
            tag = node.tag
            if not isinstance(tag, str) or tag in _IGNORED:
                if event == "start":
                    walk.skip_subtree()
                else:
                    self.add(node.tail)
                continue
            if event == "start":
                self.outline.nodes += 1
                if self.outline.nodes > MOST_ELEMENTS:
                    self.outline.whole = False
                    break
                self.begin(node, tag)
            else:
                self.end(node, tag)
        while self.open:
            self.close()

    def begin(self, node: Any, tag: str) -> None:
        if tag == "a":
            self.links += 1
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _PICTURES:
            self.alt = (node.get("alt") or "")[:500]
            if "emoji" not in (node.get("class") or ""):
                self.pieces.append("\n")
        elif tag == "tr" and self.rows == 0 and _is_data_row(node):
            self.rows = len(self.open) + 1
            self.start(node)
        elif self.rows and tag in _CELLS:
            self.pieces.append("\t")
        elif not self.rows and (tag in _BLOCK_TAGS or (tag in _MARKABLE_INLINE and is_marked(node))):
            self.start(node)
        self.add(node.text)

    def end(self, node: Any, tag: str) -> None:
        if tag == "a":
            self.links -= 1
        elif self.open and self.outline.elements[self.open[-1]].node is node:
            self.close()
        self.add(node.tail)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text.replace("\n", " ").replace("\t", " "))
            if self.links > 0:
                self.linked += len(text.strip())

    def start(self, node: Any) -> None:
        self.flush()
        elements = self.outline.elements
        parent = self.open[-1] if self.open else -1
        marked, hidden = is_marked(node), is_hidden(node)
        element = Element(node, parent, len(self.outline.blocks), marked=marked or hidden, hidden=hidden and not marked)
        if element.marked:
            self.marks.append(len(elements))
        self.open.append(len(elements))
        elements.append(element)

    def close(self) -> None:
        self.flush()
        index = self.open.pop()
        element = self.outline.elements[index]
        element.last = len(self.outline.blocks)
        if self.marks and self.marks[-1] == index:
            self.marks.pop()
        if self.rows > len(self.open):
            self.rows = 0

    def flush(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        linked, self.linked = self.linked, 0
        self.pieces.clear()
        if text.isspace() or not self.open:
            return
        owner = self.open[-1]
        mark = self.marks[-1] if self.marks else -1
        tag = self.outline.elements[owner].node.tag
        lines = [_row(text)] if self.rows else _lines(text)
        for line in lines:
            share = linked if len(lines) == 1 else min(len(line), linked * len(line) // max(1, len(text)))
            self.outline.blocks.append(Block(line, share, owner, tag, mark, self.alt))
        if lines:
            self.alt = ""


def _is_data_row(row: Any) -> bool:
    """Tell whether a table row holds figures to read, and not the columns of a page."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) < 2 or len(cells) > 20:
        return False
    for cell in cells:
        size = 0
        for number, inner in enumerate(cell.iter()):
            if number > 40 or (inner is not cell and inner.tag not in _IN_CELL):
                return False
            size += len(inner.text or "") + (len(inner.tail or "") if inner is not cell else 0)
        if size > _LONGEST_CELL:
            return False
    return True


def _row(text: str) -> str:
    r"""Join the cells of a row.

    >>> _row("\tBawang merah \t Rp 42.000")
    'Bawang merah: Rp 42.000'
    """
    cells = [words for cell in text.split("\t") if (words := " ".join(cell.split()))]
    return ": ".join(cells) if len(cells) == 2 else ", ".join(cells)


def _lines(text: str) -> list[str]:
    r"""Part a text at its line breaks; a single one inside a sentence is only a place where the line was full.

    >>> _lines("Air surut.\n\nWarga pulang,\n kata Siti.\nPasar buka.")
    ['Air surut.', 'Warga pulang, kata Siti.', 'Pasar buka.']
    """
    if "\n" not in text:
        return [words] if (words := " ".join(text.split())) else []
    found: list[list[str]] = []
    apart = True
    for part in text.split("\n"):
        words = " ".join(part.split())
        if not words:
            apart = True
        elif not apart and found[-1][-1][-1] not in _CLOSING and _GOES_ON.match(words):
            found[-1].append(words)
        else:
            found.append([words])
            apart = False
    return [" ".join(pieces) for pieces in found]
