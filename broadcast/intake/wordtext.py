"""The text of a Word document's XML as its reader sees it: no deleted or hidden text, no field codes, no comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

_WORD = frozenset({"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"})
_UNSEEN = frozenset({"del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sdtPr", "instrText", "delText", "rubyPr", "rt"})
_MARKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CELL_WORDS = 20
"""A longer cell holds prose: the table is only layout, and each of its paragraphs stays one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the id of its style; `open_end`: its end mark was deleted, so the next one goes on in it."""

    text: str
    style: str = ""
    open_end: bool = False


def paragraphs(block: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body, a cell or a text box, tables row by row."""
    for child in block:
        found = kind(child)
        if found == "p":
            yield from _paragraph(child)
        elif found == "tbl":
            yield from _table(child)
        elif found == "sdt":
            yield from () if _is_placeholder(child) else paragraphs(child)
        elif found not in _UNSEEN:
            yield from paragraphs(child)


def _paragraph(node: Any) -> Iterator[Paragraph]:
    pieces: list[str] = []
    boxes: list[Any] = []
    _collect(node, pieces, boxes)
    rows = (" ".join(row.split()) for row in "".join(pieces).split("\n"))
    style = next((value(one) for one in node.iterfind("{*}pPr/{*}pStyle")), "")
    yield Paragraph("\n".join(filter(None, rows)), style, open_end=node.find("{*}pPr/{*}rPr/{*}del") is not None)
    for box in boxes:
        yield from paragraphs(box)


def _collect(node: Any, pieces: list[str], boxes: list[Any]) -> None:
    for child in node:
        found = kind(child)
        if found == "t":
            pieces.append(child.text or "")
        elif found in _MARKS:
            pieces.append(_MARKS[found])
        elif found == "txbxContent":
            boxes.append(child)
        elif found not in _UNSEEN and not _is_hidden(child) and not _is_second_choice(child):
            _collect(child, pieces, boxes)


def joined(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Join each paragraph whose end mark was deleted with the one that goes on in it."""
    held: Paragraph | None = None
    for one in found:
        whole = replace(one, text=f"{held.text} {one.text}".strip(), style=held.style) if held else one
        held = whole if one.open_end else None
        if held is None:
            yield whole
    if held:
        yield held


def _table(table: Any) -> Iterator[Paragraph]:
    for row in _nearest(table, "tr"):
        if row.find("{*}trPr/{*}del") is not None:
            continue
        cells = [[one for one in joined(paragraphs(cell)) if one.text] for cell in _nearest(row, "tc")]
        filled = [cell for cell in cells if cell]
        if len(filled) > 1 and all(len(cell) == 1 and len(cell[0].text.split()) <= _CELL_WORDS for cell in filled):
            yield Paragraph(", ".join(" ".join(cell[0].text.split()) for cell in filled))
        else:
            yield from (one for cell in filled for one in cell)


def _nearest(node: Any, wanted: str) -> Iterator[Any]:
    """Yield a table's rows or a row's cells, also those inside form fields and changes, but not an inner table's."""
    for child in node:
        found = kind(child)
        if found == wanted:
            yield child
        elif found not in _UNSEEN and found != "tbl":
            yield from _nearest(child, wanted)


def kind(node: Any) -> str:
    """Return the local name of one of Word's own elements, or an empty string."""
    space, _, name = node.tag.rpartition("}") if isinstance(node.tag, str) else ("", "", "")
    return name if space[1:] in _WORD else ""


def value(node: Any) -> str:
    """Return the `w:val` of an element, or an empty string."""
    return next((str(value) for key, value in node.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _is_hidden(run: Any) -> bool:
    mark = run.find("{*}rPr/{*}vanish") if kind(run) == "r" else None
    return mark is not None and value(mark) not in {"0", "false", "off"}


def _is_placeholder(control: Any) -> bool:
    """Tell whether a field of a form still shows "Click here to enter text"."""
    return control.find("{*}sdtPr/{*}showingPlcHdr") is not None


def _is_second_choice(node: Any) -> bool:
    """Tell a drawing's older form, kept beside the newer one with the same text in it."""
    if kind(node) == "sdt":
        return _is_placeholder(node)
    return isinstance(node.tag, str) and node.tag.endswith("}Fallback") and node.getprevious() is not None
