"""What a page says of its article: title, author, outlet, date, from JSON-LD, OpenGraph, meta tags and the page itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from broadcast.intake.glimpse import few, inner, letters, one_line
from broadcast.intake.linked import first_string, linked_article, names
from broadcast.intake.pagedates import published
from broadcast.intake.record import outlet_name
from broadcast.intake.titles import headline

_MOST_TAGS = 500
_LONGEST_VALUE = 2_000
_LONGEST_NAME = 80
_LONGEST_BODY = 100_000
_MOST_AUTHORS = 8

_CREDIT = re.compile(r"^(?:oleh|by|penulis|reporter|pewarta|editor|laporan|kontributor)\s*:?\s+", re.IGNORECASE)  # "Oleh: Seno Aji"
_ADDRESS = re.compile(r"://|^@|\bwww\.|\.(?:com|id|net|org)/|@\w")  # "https://facebook.com/seno"
_CREDIT_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline|penulis|reporter|pewarta|writer)(?:[\s_-]{1,2}name)?(?:\s|$)", re.IGNORECASE)
_AUTHOR_KEYS = ("author", "content_author", "article:author", "dable:author", "parsely-author", "dc.creator", "byl", "cxenseparse:author")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; empty where the page is silent.

    `name` is the page's `<title>` as it stands, `body` JSON-LD's articleBody. `is_article` means that the page calls itself
    one, `paid` that it says it is not free.
    """

    title: str = ""
    author: str = ""
    outlet: str = ""
    date: date | None = None
    body: str = ""
    name: str = ""
    is_article: bool = False
    paid: bool = False


def read_metadata(tree: Any) -> Metadata:
    """Return what an lxml page says of its article; JSON-LD is believed first, then OpenGraph, then plain meta tags."""
    meta = _meta_tags(tree)
    address = _address(tree, meta)
    name = one_line(next((text for node in few(tree.iter("title"), 5) if (text := inner(node))), ""))
    shared = one_line(meta.get("og:title") or meta.get("twitter:title") or "")
    linked = linked_article(tree, shared, address)
    sites = _sites(linked, meta, address)
    title = headline(tree, (one_line(first_string(linked.get("headline"))), shared, name), sites)
    return Metadata(
        title=title,
        author=_author(tree, linked, meta, sites),
        outlet=sites[0],
        date=published(tree, first_string(linked.get("datePublished")), meta, title),
        body=_text(linked.get("articleBody")),
        name=name,
        is_article=bool(linked) or meta.get("og:type", "").lower() == "article" or "article:published_time" in meta,
        paid=_is_paid(linked),
    )


def _meta_tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for node in few(tree.iter("meta"), _MOST_TAGS):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        value = " ".join((node.get("content") or "")[:_LONGEST_VALUE].split())
        if key and value:
            tags.setdefault(key, value)
    return tags


def _address(tree: Any, meta: Mapping[str, str]) -> str:
    links = few(tree.iter("link"), _MOST_TAGS)
    canonical = next((node.get("href") or "" for node in links if (node.get("rel") or "").lower() == "canonical"), "")
    return next((found for found in (canonical.strip(), meta.get("og:url", "")) if "://" in found), "")


def _sites(linked: Mapping[str, Any], meta: Mapping[str, str], address: str) -> list[str]:
    """Return the names of the outlet, the best first: what the site calls itself, its publisher, its host."""
    host = outlet_name(address)
    site, publisher = one_line(meta.get("og:site_name", "")), one_line(first_string(linked.get("publisher")))
    best = next((name for name in (site, publisher) if name and not _is_section(name, address)), "") or host or site
    return [best, publisher, site, host, host.partition(".")[2]]


def _is_section(name: str, address: str) -> bool:
    """Tell whether a site's name is only that of a section of it: `nasional` at contoh.id/nasional/."""
    host, _slash, path = address.casefold().partition("://")[2].partition("/")
    return name == name.casefold() and name in {host.partition(".")[0], *path.split("/")[:2]}


def _author(tree: Any, linked: Mapping[str, Any], meta: Mapping[str, str], sites: list[str]) -> str:
    """Return who wrote the article, several divided by commas; whether a name is a person's is judged by `clean`."""
    outlets = {letters(site) for site in sites}
    told = names(linked.get("author"))
    for found in (told, [meta.get(key, "") for key in _AUTHOR_KEYS], list(_written_authors(tree))):
        good = [name for text in found if (name := _name(text)) and letters(name) not in outlets]
        if good:
            pieces = [piece.strip() for name in good for piece in name.split(",")]
            return ", ".join(dict.fromkeys(filter(None, pieces))) if len(pieces) <= _MOST_AUTHORS else good[0]
    return next((name for text in [*told, meta.get("author", "")] if (name := _name(text))), "")


def _written_authors(tree: Any) -> Iterator[str]:
    """Yield the name in the first element that says it holds the author's."""
    for node in few(tree.iter("a", "span", "div", "p", "address"), 3_000):
        is_author = "author" in (node.get("rel") or "").lower().split() or (node.get("itemprop") or "").lower() == "author"
        if is_author or _CREDIT_CLASS.search((node.get("class") or "")[:200]):
            text = inner(node)
            if 0 < len(text) <= _LONGEST_NAME:
                yield text
                return


def _name(text: str) -> str:
    line = _CREDIT.sub("", one_line(text))
    return "" if len(line) > _LONGEST_NAME * 2 or _ADDRESS.search(line) else line


def _is_paid(linked: Mapping[str, Any]) -> bool:
    free = linked.get("isAccessibleForFree")
    return free is False or (isinstance(free, str) and free.strip().lower() == "false")


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = "\n".join(item for item in value[:500] if isinstance(item, str))
    text = value.strip()[:_LONGEST_BODY] if isinstance(value, str) else ""
    return html.unescape(text) if any(sign in text for sign in ("&lt;", "&quot;", "&nbsp;", "&ldquo;")) else text
