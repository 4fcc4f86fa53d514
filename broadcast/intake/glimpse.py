"""Looking at a tree in small bites, so that no page can make a look at it long."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

_MOST_TEXTS = 200
_LONGEST_TEXT = 2_000
_LONGEST_LINE = 400
_TAG = re.compile(r"<[a-z/][^<>]{0,300}>", re.IGNORECASE)


def few(things: Iterable[Any], most: int) -> Iterable[Any]:
    """Return the first of many things.

    >>> list(few("surut", 3))
    ['s', 'u', 'r']
    """
    return islice(things, most)


def inner(node: Any) -> str:
    """Return the beginning of an element's text, in one line."""
    return " ".join("".join(few(node.itertext(), _MOST_TEXTS))[:_LONGEST_TEXT].split())


def one_line(text: str) -> str:
    """Return a text in one line, its entities resolved, twice where it was escaped twice.

    >>> one_line("Harga &amp;quot;Murah&amp;quot; <b>Lagi</b>")
    'Harga "Murah" Lagi'
    """
    plain = html.unescape(html.unescape(text[:_LONGEST_LINE]))
    return " ".join(_TAG.sub("", plain).split())


def letters(text: str) -> str:
    """Return the letters and digits of a line, by which two of them are compared.

    >>> letters("Radio Contoh.id")
    'radiocontohid'
    """
    return "".join(filter(str.isalnum, text)).casefold()
