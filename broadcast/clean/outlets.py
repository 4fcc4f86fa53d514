"""Names of outlets: web domains, those of the table, and the article's own."""

from __future__ import annotations

import re

from broadcast.clean.words import Words, squeeze

_ENDS = "com|co\\.id|go\\.id|or\\.id|web\\.id|ac\\.id|sch\\.id|my\\.id|desa\\.id|id|net|org|co|tv|info|news|fm|xyz|asia|online|press|media"
DOMAIN = re.compile(rf"(?:[\w-]{{1,30}}\.){{1,3}}(?:{_ENDS})(?![a-z0-9.])", re.IGNORECASE)  # Liputan6.com, KONTAN.CO.ID


def is_outlet(text: str, words: Words, own: str = "") -> bool:
    """Tell whether a name is an outlet's: a web domain, one of the table, or the article's own."""
    name = text.strip(" .,()[]")
    if not name or len(name) > 45:
        return False
    key = squeeze(name)
    if key in words.outlets or (len(key) > 6 and name.isupper() and _is_regional(key, words)):
        return True
    return bool(DOMAIN.fullmatch(name)) or (bool(own) and len(key) > 2 and key in squeeze(own))


def _is_regional(key: str, words: Words) -> bool:
    """Tell an outlet's name with its region glued to it: RMOLJATENG."""
    return any(key[:cut] in words.outlets and key[cut:] in words.places for cut in range(3, len(key) - 2))
