"""Where in a page its article stands: from which block to which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.intake.blocks import Element
from broadcast.intake.judged import Judged

_LEVELS = 3
_FADING = 0.6
"""How much less a paragraph says for the parent of the element it stands in, and so on upwards."""

_HEAD = 7
"""Blocks behind a headline among which a date makes it the head of another article."""

_UNFOLDED = 2
"""Paragraphs of a hidden element that make it the rest of the article; adverts and notes for search engines have one."""

_SLACK = 80
"""Letters an articleBody may have behind the last paragraph it shares with the page: initials, a credit."""

_BODY_NAME = re.compile(r"page|content|body|text|isi|konten|paragra|read|artikel|article", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HOMES = frozenset({"article", "main"})


def surest(page: Judged) -> list[int]:
    """Return the paragraphs an extractor kept; without one, those in the element that says most."""
    sure = [index for index, kept in enumerate(page.kept) if kept and page.prose[index]]
    if sure or not page.blocks:
        return sure
    rival = _rival(page)
    inside = [index for index in range(rival.first, min(rival.last, len(page.blocks))) if page.prose[index]]
    return [index for index in inside if not page.is_marked(page.blocks[index])] or inside


def locate(page: Judged, core: Sequence[int]) -> tuple[int, int]:
    """Return the first block of the article, and the one behind its last, given the surest paragraphs."""
    home = _home(page, page.size(core))
    rival = _rival(page)
    if _amount(page, home) * 2 < _amount(page, rival):
        home = rival
    first, last = _with_twins(page, home)
    last = _with_unfolded(page, home, first, last)
    first = _after_title(page, _with_lead(page, home, first), last)
    return first, _end(page, first, min(last, len(page.blocks)))


def _home(page: Judged, total: int) -> Element:
    """Return the innermost element that holds four fifths of the surest paragraphs."""
    home = page.elements[0]
    for element, weight in zip(page.elements, page.weights, strict=True):
        if weight * 5 >= total * 4 and element.first >= home.first and element.last <= home.last:
            home = element
    return home


def _rival(page: Judged) -> Element:
    """Return the element whose own paragraphs, and those of its children, say most."""
    weights: dict[int, float] = {}
    for index, block in enumerate(page.blocks):
        if not page.is_free_prose(index):
            continue
        owner, share = block.owner, float(len(block.text))
        for _level in range(_LEVELS):
            if owner < 0:
                break
            weights[owner] = weights.get(owner, 0.0) + share
            owner = page.elements[owner].parent
            share *= _FADING
    return page.elements[max(weights, key=lambda index: weights[index])] if weights else page.elements[0]


def _amount(page: Judged, element: Element) -> int:
    return page.size([index for index in range(element.first, min(element.last, len(page.blocks))) if page.is_free_prose(index)])


def _with_twins(page: Judged, home: Element) -> tuple[int, int]:
    """Widen the range over siblings of the same name with prose: the pages of an article, of which one is shown at a time."""
    first, last = home.first, home.last
    for _level in range(_LEVELS):
        name = _first_name(home)
        for index, element in enumerate(page.elements):
            is_twin = element.parent == home.parent and element is not home and _first_name(element) == name
            if is_twin and _BODY_NAME.search(name) and any(page.prose[element.first : element.last]):
                page.marked[index] = False
                first, last = min(first, element.first), max(last, element.last)
        if home.parent < 0 or home.node.tag in _HOMES:
            break
        home = page.elements[home.parent]
    return first, last


def _with_unfolded(page: Judged, home: Element, first: int, last: int) -> int:
    """Take in what a button would unfold: a hidden element with several paragraphs, in the article or right behind it."""
    for index, element in enumerate(page.elements):
        is_near = first <= element.first <= last and (element.last <= last or element.parent == home.parent)
        if element.hidden and is_near and sum(page.prose[element.first : element.last]) >= _UNFOLDED:
            page.marked[index] = False
            last = max(last, element.last)
    return last


def _first_name(element: Element) -> str:
    return next(iter((element.node.get("class") or "").split()), "")


def _with_lead(page: Judged, home: Element, first: int) -> int:
    """Begin earlier where the extractor kept prose just before, inside the same article or parent element."""
    outer = home
    while outer.parent >= 0 and outer.node.tag not in _HOMES:
        outer = page.elements[outer.parent]
    if outer.node.tag not in _HOMES:
        outer = page.elements[home.parent] if home.parent >= 0 else home
    return next((index for index in range(outer.first, first) if page.kept[index] and page.is_free_prose(index)), first)


def _after_title(page: Judged, first: int, last: int) -> int:
    """Begin behind the headline where it stands inside the range."""
    inside = range(first, min(last, len(page.blocks)))
    return next((index + 1 for index in inside if page.blocks[index].tag == "h1" and page.title and page.keys[index] == page.title), first)


def _end(page: Judged, first: int, last: int) -> int:
    """End before a second article: at another headline, or where a complete articleBody ends."""
    seen, whole = 0, sum(page.prose[first:last])
    for index in range(first, last):
        seen += page.prose[index]
        is_headline = page.blocks[index].tag == "h1" and not page.prose[index]
        if is_headline and seen >= 2 and whole - seen >= 2 and _is_dated(page, index, last):
            return index
    return _body_end(page, first, last)


def _is_dated(page: Judged, headline: int, last: int) -> bool:
    """Tell whether a date follows a headline, as at the head of another article."""
    behind = range(headline + 1, min(headline + _HEAD, last))
    return any(_YEAR.search(page.blocks[index].text) and not page.prose[index] for index in behind)


def _body_end(page: Judged, first: int, last: int) -> int:
    """End where an articleBody ends that holds nearly all before, if a heading stands between that and what follows."""
    inside = [index for index in range(first, last) if page.in_body[index]]
    if len(inside) < 3:
        return last
    end = inside[-1]
    known = sum(len(page.keys[index]) for index in inside)
    reaches_end = page.body.rfind(page.keys[end]) + len(page.keys[end]) + _SLACK >= len(page.body)
    behind = next((index for index in range(end + 1, last) if page.prose[index]), last)
    is_apart = any(page.blocks[index].tag in {"h1", "h2", "h3", "h4"} for index in range(end + 1, behind))
    return behind if reaches_end and is_apart and known * 10 >= len(page.body) * 6 else last
