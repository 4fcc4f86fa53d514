"""Names of outlets: web domains, those of the table, and the article's own."""

from __future__ import annotations

import functools
import re

from broadcast.clean.words import Words, squeeze

_ENDS = "com|co\\.id|go\\.id|or\\.id|web\\.id|ac\\.id|sch\\.id|my\\.id|desa\\.id|id|net|org|co|tv|info|news|fm|xyz|asia|online|press|media"
_PART = re.compile(r"[^\W_]+")
_ENOUGH = 5
"""Letters of an outlet's first word that name it: "detik" of "detikcom"."""
DOMAIN = re.compile(rf"(?:[\w-]{{1,30}}\.){{1,3}}(?:{_ENDS})(?![a-z0-9.])", re.IGNORECASE)  # Liputan6.com, KONTAN.CO.ID


def is_outlet(text: str, words: Words, own: str = "") -> bool:
    """Tell whether a name is an outlet's: a web domain, one of the table, or the article's own."""
    name = text.strip(" .,()[]")
    if not name or len(name) > 45:
        return False
    key = squeeze(name)
    if key in words.outlets or (len(key) > 6 and name.isupper() and _is_regional(key, words)):
        return True
    return bool(DOMAIN.fullmatch(name)) or (len(key) > 2 and _names_own(key, own))


@functools.lru_cache(256)
def _own_names(own: str) -> tuple[tuple[str, int], ...]:
    """Return what an outlet's name is from each of its words on, with the length of that word."""
    parts = [part.casefold() for part in _PART.findall(own[:200])]
    return tuple(("".join(parts[at:]), len(part)) for at, part in enumerate(parts))


def _names_own(key: str, own: str) -> bool:
    """Tell whether a name is part of the article's own outlet, from the beginning of a word: "MinangKini" of "minangkini.co".

    A piece from within a word is none: "Ara" is no part of "Suara Semeru", so a reporter of that name keeps the byline.

    >>> _names_own("minangkini", "minangkini.co"), _names_own("suaradesa", "Suara Desa Cianjur"), _names_own("ara", "Suara Semeru")
    (True, True, False)
    """
    return any(name.startswith(key) and (len(key) >= min(first, _ENOUGH)) for name, first in _own_names(own))


def _is_regional(key: str, words: Words) -> bool:
    """Tell an outlet's name with its region glued to it: RMOLJATENG."""
    return any(key[:cut] in words.outlets and key[cut:] in words.places for cut in range(3, len(key) - 2))
