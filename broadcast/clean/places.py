"""Names of places: those of the table, and the one in the name of an office that reports only from there."""

from __future__ import annotations

import re

from broadcast.clean.words import Words, squeeze

PREFIX = re.compile(r"(?:kota|kabupaten|kab\.?|kotamadya|kodya)\s", re.IGNORECASE)


def known_place(text: str, words: Words) -> str:
    """Return the usual writing of a place, or an empty string for what is none."""
    name = " ".join(text.casefold().split())
    bare = PREFIX.sub("", name, count=1)
    if name in words.places:
        return words.places[name]
    if bare in words.places:
        return words.places[bare]
    first, slash, second = name.partition("/")
    return words.places[first.strip()] if slash and first.strip() in words.places and second.strip() in words.places else ""


def local_place(text: str, words: Words) -> str:
    """Return the place in the name of an office or station that reports only from there: "Humas Polres Tuban", "KBRN Tuban".

    >>> from broadcast.clean.page import blank
    >>> words = blank(dateline={"Tuban": ()}, outlets={"KBRN": ("setempat",), "Radar": ()}).words
    >>> local_place("KBRN Tuban", words), local_place("Radar Tuban", words)
    ('Tuban', '')
    """
    names = text.split()
    for cut in range(len(names) - 1, 0, -1):
        tail = " ".join(names[cut:])
        if squeeze("".join(names[:cut])) in words.local_outlets:
            return tail if known_place(tail, words) else ""
    return ""
