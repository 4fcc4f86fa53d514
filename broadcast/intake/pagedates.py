"""The day an article was published, as its page tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from broadcast.bahasa.dates import month_number
from broadcast.intake.glimpse import few, inner, letters
from broadcast.intake.stamps import stamp_date

_MOST_ELEMENTS = 6_000
_MOST_CHILDREN = 12
_LONGEST_LINE = 120
_SHORT_HEADING = 12
_NEAR = 60
_RIGHT_BEFORE = 8
"""Elements between a headline and the date that belongs to it."""

_WRITTEN = re.compile(r"\b(\d{1,2})(?:\s{1,2}([a-z]{3,9})\.?,?\s{1,2}|([/-])(\d{1,2})\3)((?:19|20)\d\d)\b", re.IGNORECASE)
# Senin, 23 November 2026 · 23/11/2026 · 23 Nov 2026
_SLASHED = re.compile(r"^\s*(\d{4})/(\d{1,2})/(\d{1,2})")  # 2026/11/23 10:15:00
_DATE_CLASS = re.compile(r"date|tanggal|tgl|time|waktu|publish|posted|terbit|tayang", re.IGNORECASE)

_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4"})
_DATE_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "p", "time", "li", "dd", "small", "td", "abbr", "strong", "b", "em", "i")
_DATE_KEYS = (
    "article:published_time", "datepublished", "content_publisheddate", "publishdate", "pubdate", "publish-date", "publication_date",
    "og:published_time", "dc.date.issued", "dcterms.created", "dc.date", "date", "cxenseparse:recs:publishtime", "parsely-pub-date",
)  # fmt: skip


def published(tree: Any, stamp: str, meta: Mapping[str, str], title: str) -> date | None:
    """Return the day the article was published, as it was on the spot; None when the page does not say.

    `stamp` is JSON-LD's. A stamp in UTC is told in WIB, unless a date that is written in the page contradicts that.
    """
    written = _written_dates(tree, letters(title))
    for text in [stamp, *(meta.get(key, "") for key in _DATE_KEYS), *_time_stamps(tree)]:
        dashed = _SLASHED.sub(r"\1-\2-\3", text)
        told = stamp_date(dashed, date.max)
        if told:
            plain = stamp_date(dashed.strip()[:10], date.max)
            return plain if plain and plain in written and told not in written else told
    return next(iter(written), None)


def written_date(text: str) -> date | None:
    """Return the first date written out in a line; None for the thirty-first of February.

    >>> written_date("Senin, 23 November 2026 | 10:15 WIB"), written_date("Kompas - 08/07/2025, 11:21 WIB"), written_date("31/02/2026")
    (datetime.date(2026, 11, 23), datetime.date(2025, 7, 8), None)
    """
    for match in _WRITTEN.finditer(text[:300]):
        month = int(match[4]) if match[4] else month_number(match[2])
        try:
            return date(int(match[5]), month, int(match[1]))
        except ValueError:
            continue
    return None


def _time_stamps(tree: Any) -> list[str]:
    """Return the stamp of the first `<time>` that says it is the publication's, or stands in the article."""
    times = [node for node in few(tree.iter("time"), 50) if node.get("datetime")]
    own = [node for node in times if f"{node.get('itemprop')} {node.get('class')}".lower().find("publish") >= 0]
    inside = [node for node in times if any(parent.tag in {"article", "main", "header"} for parent in few(node.iterancestors(), 8))]
    return [node.get("datetime") for node in [*own, *inside][:1]]


def _written_dates(tree: Any, title: str) -> list[date]:
    """Return the dates written behind the headline, or right before it in an element that says it holds a date.

    A date that stands elsewhere is as likely the day the page was opened (the clock in its header) or that of another story.
    """
    before: list[tuple[int, date]] = []
    behind: list[date] = []
    heading = -1
    for number, node in enumerate(few(tree.iter(*_DATE_TAGS), _MOST_ELEMENTS)):
        text = inner(node) if len(node) < _MOST_CHILDREN else ""
        if heading < 0 and _is_heading(node.tag, letters(text), title):
            heading = number
        if heading >= 0 and number > heading + _NEAR:
            break
        told = written_date(text) if 0 < len(text) <= _LONGEST_LINE else None
        if told and heading >= 0:
            behind.append(told)
        elif told and _DATE_CLASS.search(f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}"[:200]):
            before.append((number, told))
    return behind or [told for number, told in before if 0 <= heading <= number + _RIGHT_BEFORE]


def _is_heading(tag: str, words: str, title: str) -> bool:
    """Tell whether an element is the headline, whatever its tag; a heading may add or lack a few words of the title."""
    if tag not in _HEADING_TAGS or len(words) < _SHORT_HEADING:
        return bool(words) and words == title
    return words in title or (len(title) >= _SHORT_HEADING and title in words)
