"""A phrase where it stands in a certain way: one pattern, its frame, serves for every name of every story.

A pattern built for each name takes longer to build than to use.
"""

from __future__ import annotations

import re
from collections.abc import Callable

HELD = "\x02"
"""Stands for the phrase in a frame; no text has it."""


def replace_framed(text: str, phrase: str, frame: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> str:
    r"""Replace a phrase where it stands as `frame` says, a pattern with HELD for the phrase; `new` is as for `re.sub`.

    >>> replace_framed("Adi dan Adinda", "Adi", re.compile(rf"{HELD}(?!\w)"), "Budi")
    'Budi dan Adinda'
    """
    if phrase not in text:
        return text
    return frame.sub(new, text.replace(phrase, HELD)).replace(HELD, phrase)


def stands_framed(text: str, phrase: str, frame: re.Pattern[str]) -> bool:
    """Whether a phrase stands somewhere in a text as `frame` says.

    >>> stands_framed("Adi dan Adinda", "Adi", re.compile(rf"{HELD}(?=n)"))
    True
    """
    return phrase in text and bool(frame.search(text.replace(phrase, HELD)))
