"""An edited text comes back: what its text form cannot hold is joined again."""

from __future__ import annotations

import difflib
from dataclasses import replace

from broadcast.model import Element, Item, Line, Script


def rejoin(edited: Script, kept: Script) -> Script:
    """Give an edited script what its text form cannot hold, taken from the `kept` one by item id.

    Sections without a name (bridges, say) are told apart by their words.
    A line that is no longer word for word the kept one is marked `edited`; it keeps the sources of the line it most
    resembles in its item.
    """
    return replace(edited, items=tuple(_rejoined(item, _counterpart(item, kept)) for item in edited.items))


def _counterpart(item: Item, kept: Script) -> Item | None:
    words = {line.text for line in item.lines}
    same = [old for old in kept.items if (old.kind, old.id) == (item.kind, item.id)]
    return max(same, key=lambda old: len(words & {line.text for line in old.lines}), default=None)


def _rejoined(item: Item, old: Item | None) -> Item:
    if old is None:
        return item
    known = {line.text: line for line in old.lines}
    notes = {flag.code: flag for flag in old.flags}
    elements: list[Element] = []
    for element in item.elements:
        if not isinstance(element, Line):
            elements.append(element)
        elif element.text in known:
            elements.append(replace(known[element.text], end=element.end))
        else:
            near = difflib.get_close_matches(element.text, known, 1, 0.5)
            elements.append(replace(element, edited=True, sources=known[near[0]].sources if near else ()))
    flags = tuple(notes.get(flag.code, flag) for flag in item.flags)
    return replace(old, elements=tuple(elements), flags=flags, voice=item.voice)
