"""What a page says of itself: JSON-LD, OpenGraph and meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from broadcast.intake.record import outlet_name, parse_date

_MOST_NODES = 5_000
"""JSON-LD things looked at in one page; an article's stand within the first dozens."""

_ARTICLE_KINDS = frozenset(
    {"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting", "WebPage"}
)
_TITLE_END = re.compile(r"\s[-–—|:»]\s(?!.*\s[-–—|:»]\s)")  # "Banjir Surut - Radio Contoh": the last separator
_BREAKS = re.compile(r"<[^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; empty where the page is silent. `body` is JSON-LD's articleBody."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    date: date | None = None
    body: str = ""


def read_metadata(tree: Any) -> Metadata:
    """Return what an lxml page says of its article; JSON-LD is believed first, then OpenGraph, then plain meta tags."""
    linked = _linked_article(tree)
    meta = _meta_tags(tree)
    outlet = meta.get("og:site_name") or _name(linked.get("publisher")) or outlet_name(_address(tree, meta))
    title = _string(linked.get("headline")) or meta.get("og:title") or meta.get("twitter:title") or _headline(tree)
    return Metadata(
        title=_without_site(title, outlet),
        author=_name(linked.get("author")) or _author(meta),
        outlet=outlet,
        date=_date(linked, meta, tree),
        body=_BREAKS.sub("\n", _text(linked.get("articleBody"))),
    )


def _linked_article(tree: Any) -> dict[str, Any]:
    """Return the first article of the page's JSON-LD, or the first thing with a headline."""
    things = list(_linked_things(tree))
    for thing in things:
        kinds = thing.get("@type")
        named = set(kinds) if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds) else {kinds}
        if named & _ARTICLE_KINDS and "headline" in thing:
            return thing
    return next((thing for thing in things if "headline" in thing), {})


def _linked_things(tree: Any) -> Iterator[dict[str, Any]]:
    left = _MOST_NODES
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            left -= 1
            thing = waiting.pop(0)
            if isinstance(thing, dict):
                yield thing
                waiting += [value for value in thing.values() if isinstance(value, (dict, list))]
            elif isinstance(thing, list):
                waiting += thing[:left]


def _meta_tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        value = " ".join((node.get("content") or "").split())
        if key and value:
            tags.setdefault(key, value)
    return tags


def _date(linked: dict[str, Any], meta: dict[str, str], tree: Any) -> date | None:
    stamps = [_string(linked.get("datePublished"))]
    stamps += [
        meta.get(key, "")
        for key in ("article:published_time", "datepublished", "publishdate", "pubdate", "date", "dc.date", "content_publisheddate")
    ]
    stamps += [node.get("datetime") or "" for node in tree.iter("time")][:1]
    return next((found for stamp in stamps if (found := parse_date(stamp))), None)


def _author(meta: dict[str, str]) -> str:
    for key in ("author", "content_author", "article:author", "dable:author"):
        value = meta.get(key, "")
        if value and "://" not in value:
            return value
    return ""


def _address(tree: Any, meta: dict[str, str]) -> str:
    canonical = next((node.get("href") or "" for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical"), "")
    address = canonical or meta.get("og:url", "")
    return address if "://" in address else ""


def _headline(tree: Any) -> str:
    heads = [" ".join("".join(node.itertext()).split()) for node in tree.iter("h1")]
    titles = [" ".join("".join(node.itertext()).split()) for node in tree.iter("title")]
    return next((text for text in [*heads[:1], *titles[:1]] if text), "")


def _without_site(title: str, outlet: str) -> str:
    """Drop the outlet's name behind a page title.

    >>> _without_site("Banjir Surut - Radio Contoh", "Radio Contoh")
    'Banjir Surut'
    """
    match = _TITLE_END.search(title[:500])
    behind = title[match.end() :] if match else ""
    return title[: match.start()] if match and outlet and _plain(behind) == _plain(outlet) else title


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _name(value: Any) -> str:
    """Return the name of a JSON-LD person or organisation, of the first in a list."""
    if isinstance(value, list):
        return next((name for item in value[:9] if not isinstance(item, list) and (name := _name(item))), "")
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return "" if "://" in text and " " not in text and not text.startswith("20") else text


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
