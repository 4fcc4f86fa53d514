"""The headline of an article, among what a page calls itself in five places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from broadcast.intake.glimpse import few, inner, letters, one_line

_SITE_PARTS = 3
_LEAST_HEADLINE = 12
_CUT_HEADLINE = 100
"""Characters; search engines allow 110 in JSON-LD's headline, and sites cut it for them."""

_SECTION = 16
"""Letters a section's name may add to the outlet's: "Radio Contoh Olahraga"."""

_TITLE_END = re.compile(r"\s(?:[-–—|:»•·~]|::)\s(?!.*\s(?:[-–—|:»•·~]|::)\s)")  # "Banjir Surut - Radio Contoh": the last separator
_TITLE_START = re.compile(r"([^:|–—]{3,60}?)\s?[:|–—]\s(?=\S)")  # "Radio Contoh: Banjir Surut"
_PAGE_END = re.compile(r"\s*(?:[-–—|(]\s*)?\bhal(?:aman)?\.?\s+(?:\d{1,2}|all|semua)\)?$|\s*[-–—|(]\s*page\s+\d{1,2}\)?$", re.IGNORECASE)
_HOST_END = re.compile(r"\.(?:(?:co|or|go|ac|web|my|sch|desa|biz)\.)?(?:com|id|net|org|tv|news|info|co)$")  # ".co.id"


def headline(tree: Any, given: Sequence[str], sites: Sequence[str]) -> str:
    """Return the headline, whole and without the outlet's name: the first that is `given`, corrected by the page's own headings.

    A heading in the page is taken where what is given holds it and only adds the outlet, or a section, or was cut short.
    """
    heads = [one_line(inner(node)) for node in few(tree.iter("h1"), 8)]
    stripped = [without_site(text, sites) for text in given]
    title = next((text for text in stripped if text), "") or next((text for text in heads if text), "")
    inside = [text for text in heads if _is_headline_of(text, title, sites)]
    if inside:
        return inside[0]
    begun = letters(title.rstrip(".… "))
    longer = [text for text in [*stripped, *heads] if begun and len(text) > len(title) and letters(text).startswith(begun)]
    is_cut = title.endswith(("...", "…")) or len(title) >= _CUT_HEADLINE
    return longer[0] if longer and is_cut else title


def without_site(title: str, sites: Sequence[str]) -> str:
    """Drop the outlet's name behind or before a title, and the number of the page.

    >>> without_site("Banjir Surut - Radio Contoh", ["Radio Contoh"]), without_site("Banjir Surut - Halaman 2", [])
    ('Banjir Surut', 'Banjir Surut')
    >>> without_site("Radio Contoh: Banjir Surut", ["Radio Contoh"]), without_site("Banjir Surut - Warga Pulang", ["Radio Contoh"])
    ('Banjir Surut', 'Banjir Surut - Warga Pulang')
    """
    known = _known(sites)
    text = _PAGE_END.sub("", title)
    for _part in range(_SITE_PARTS):
        match = _TITLE_END.search(text)
        behind = letters(text[match.end() :]) if match else ""
        if not match or not any(_is_site(behind, site) for site in known):
            break
        text = _PAGE_END.sub("", text[: match.start()])
    before = _TITLE_START.match(text)
    return text[before.end() :] if before and letters(before[1]) in known else text


def _known(sites: Sequence[str]) -> set[str]:
    found = {letters(name) for site in sites if site for name in (site, _HOST_END.sub("", site.casefold()))}
    return found - {""}


def _is_site(behind: str, site: str) -> bool:
    """Tell whether the end of a title names the site, with or without a section: "Radio Contoh", "radiocontoh.id Olahraga"."""
    return behind == site or (len(site) > 3 and behind.startswith(site) and len(behind) <= len(site) + _SECTION)


def _is_headline_of(head: str, title: str, sites: Sequence[str]) -> bool:
    """Tell whether a heading is the headline, and the page's title it with the outlet, or nothing but the outlet's."""
    own, whole = letters(head), letters(title)
    if len(own) < _LEAST_HEADLINE or own == whole:
        return False
    if whole.endswith(own) and len(own) * 10 >= len(whole) * 6:
        return True
    named = any(len(site) > 3 and whole.startswith(site) for site in _known(sites))
    return named and not whole.startswith(own)
