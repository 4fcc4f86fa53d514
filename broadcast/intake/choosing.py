"""The blocks of a page → the paragraphs of its article.

Two voices are heard: an extractor's (trafilatura names paragraphs it is sure of, but drops some between them and takes
some from elsewhere) and the page's own build (an article stands in one element). The element that holds most of what the
extractor is sure of is the article's; what stands in it is read out in order, without what names itself furniture, without lists
of links, captions and headings. JSON-LD's articleBody, where a page has one, says what belongs in doubt and where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.intake.blocks import Outline
from broadcast.intake.judged import ENDED, Judged, Voices, key_of
from broadcast.intake.locating import locate, surest

_ALT_WORDS = 4
_CREDIT_LENGTH = 60
_LINKED_SENTENCE = 12
"""Words; a headline that is a link is shorter, or has no full stop."""

_REPEATED = 40
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")  # "3. Kurangi gula"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "tr", "dd", "dt", "td"})


def choose(outline: Outline, voices: Voices) -> list[str]:
    """Return the paragraphs of the article, in their order; none when the page has no prose."""
    page = Judged(outline, voices)
    core = surest(page)
    if not core:
        return []
    page.weigh(core)
    first, last = locate(page, core)
    chosen = _with_items(page, [index for index in range(first, last) if _belongs(page, index)])
    return [page.blocks[index].text for index in _without_repeats(page, chosen)]


def is_whole_body(lines: Sequence[str], body: str) -> bool:
    """Tell whether an articleBody consists of these lines, give or take one in ten: then nothing is in doubt.

    >>> is_whole_body(["Air surut di Klepu sejak pagi.", "Warga pulang."], "Air surut di Klepu sejak pagi. Warga pulang.")
    True
    """
    whole = key_of(body)
    keys = [key_of(line) for line in lines]
    known = sum(len(key) for key in keys if key in whole)
    return bool(whole) and known * 10 >= len(whole) * 9 and known * 10 >= sum(map(len, keys)) * 9


def _belongs(page: Judged, index: int) -> bool:
    """Tell whether a block inside the article is of the article."""
    block, key = page.blocks[index], page.keys[index]
    if block.tag == "h1" or key == page.title or not key:
        return False
    if (page.is_marked(block) or _is_caption(page, index)) and not page.in_body[index]:
        return False
    return page.prose[index] or _is_short_but_news(page, index)


def _is_short_but_news(page: Judged, index: int) -> bool:
    """Tell whether a block that is no paragraph by its length or its links is one all the same."""
    block = page.blocks[index]
    ended = bool(ENDED.search(block.text))
    if block.linked * 2 >= len(block.text):
        return ended and block.tag == "p" and block.text.count(" ") + 1 >= _LINKED_SENTENCE
    if block.tag in _HEADINGS:
        return ended or bool(_NUMBERED.match(block.text))
    return page.kept[index] or (ended and block.tag not in _ITEMS and block.linked == 0)


def _is_caption(page: Judged, index: int) -> bool:
    """Tell whether a block repeats what the picture before it is said to show."""
    block = page.blocks[index]
    alt = key_of(block.alt) if block.alt.count(" ") + 1 >= _ALT_WORDS else ""
    return bool(alt) and alt != page.title and page.keys[index].startswith(alt) and len(page.keys[index]) <= len(alt) + _CREDIT_LENGTH


def _with_items(page: Judged, chosen: Sequence[int]) -> list[int]:
    """Add the short lines of lists and tables that stand inside the article, or are announced with a colon."""
    found: list[int] = []
    for number, here in enumerate(chosen):
        after = chosen[number + 1] if number + 1 < len(chosen) else -1
        found.append(here)
        announced = page.blocks[here].text.endswith(":")
        if after >= 0:
            found += [index for index in range(here + 1, after) if _is_item(page, index, announced=announced)]
        elif announced:
            for index in range(here + 1, len(page.blocks)):
                if not _is_item(page, index, announced=True):
                    break
                found.append(index)
    return found


def _is_item(page: Judged, index: int, *, announced: bool) -> bool:
    block = page.blocks[index]
    is_plain = block.linked * 2 < len(block.text) and block.tag not in _HEADINGS and block.tag != "h1"
    return is_plain and (announced or block.tag in _ITEMS) and not page.is_marked(block) and not _is_caption(page, index)


def _without_repeats(page: Judged, chosen: Sequence[int]) -> list[int]:
    seen: set[str] = set()
    found = []
    for index in chosen:
        key = page.keys[index]
        if key not in seen or len(key) <= _REPEATED:
            found.append(index)
        seen.add(key)
    return found
