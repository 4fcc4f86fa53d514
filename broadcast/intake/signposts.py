"""What a page says of where to go: is it an article, what is its address, and where are its feed, its WordPress and its next page."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from broadcast.intake.addresses import is_front, join, site, tidy, untracked

Sort = Literal["article", "list", "unclear"]

_LEAST_BODY = 60
"""Words that stand together in a page before it is taken for an article on their strength alone."""
_LEAST_PROSE = 8
_MOST_LINKS = 5_000
_LIST_CLASSES = frozenset({"home", "blog", "archive", "category", "tag", "search", "search-results", "author", "date"})
_ARTICLE_CLASSES = frozenset({"single", "single-post"})
_LISTS = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_COMMENTS = re.compile(r"comment|komentar", re.IGNORECASE)
_CATEGORY = re.compile(r"/wp/v2/(?:categories/|posts\?categories=)(\d{1,9})")  # …/wp-json/wp/v2/categories/12
_NEXT_WORDS = re.compile(
    r"(?:baca\s|lanjut\s(?:ke\s)?)?(?:hal(?:aman)?\.?\s)?(?:selanjutnya|berikutnya|next(?:\s?page)?|lanjut(?:kan)?)\W{0,4}", re.IGNORECASE
)  # Halaman selanjutnya »
_PAGE_KEYS = frozenset(("page", "halaman", "hal", "paged"))
_WHOLE = frozenset(("all", "semua"))


@dataclass(frozen=True, slots=True)
class Signposts:
    """The signposts of one page: `sort` says what it is, `address` is its own.

    `api` is the root of its WordPress, `category` the number there of the section it shows, `tree` the page itself, read by lxml.
    """

    sort: Sort
    address: str
    feeds: tuple[str, ...] = ()
    api: str = ""
    category: str = ""
    tree: Any = None


def read_signposts(page: str, here: str) -> Signposts:
    """Return what an HTML page that was found at `here` says of itself; any text gives an answer."""
    tree = page_tree(page)
    if tree is None:
        return Signposts("list" if is_front(here) else "unclear", tidy(here))
    links = [node for node in tree.iter("link") if node.get("href")]
    json_links = [join(here, node.get("href")) for node in links if _rels(node) & {"alternate"} and "json" in (node.get("type") or "")]
    category = next((match.group(1) for link in json_links if (match := _CATEGORY.search(link))), "")
    api = next((found for node in links if "https://api.w.org/" in _rels(node) and (found := join(here, node.get("href")))), "")
    return Signposts(_sort(tree, here), _own_address(links, here), tuple(_feeds(links, here)), api, category, tree)


def page_tree(page: str) -> Any:
    """Return the lxml tree of a page, or None when there is nothing to read."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def next_page(tree: Any, here: str, number: int) -> str:
    """Return the address of page `number` of the article at `here`, when the page clearly names it; otherwise nothing.

    It must be called next (by `rel`, in words or by its number) and differ from the article's address in the page number only.
    """
    for node in _anchors(tree):
        if _is_next(node, number) and _page_number(join(here, node.get("href")), here) == str(number):
            return join(here, node.get("href"))
    return ""


def whole_page(tree: Any, here: str) -> str:
    """Return the address at which the same article stands on one page (`?page=all`), when the page links to it."""
    found = (join(here, node.get("href")) for node in _anchors(tree) if "=all" in node.get("href") or "=semua" in node.get("href"))
    return next((link for link in found if link != here and _page_number(link, here) in _WHOLE), "")


def _anchors(tree: Any) -> Iterator[Any]:
    """Return the links of a page that name an address; the pages of an article stand among the first thousands."""
    found = (node for node in tree.iter("a", "link") if node.get("href")) if tree is not None else iter(())
    return islice(found, _MOST_LINKS)


def _is_next(node: Any, number: int) -> bool:
    words = " ".join("".join(islice(node.itertext(), 20)).split())[:80]
    return "next" in _rels(node) or words == str(number) or bool(_NEXT_WORDS.fullmatch(words))


def _page_number(link: str, here: str) -> str:
    """Return the page of an article that a link leads to, empty when it leads elsewhere.

    >>> _page_number("https://contoh.id/a?page=2", "https://contoh.id/a"), _page_number("https://contoh.id/a/3/", "https://contoh.id/a/")
    ('2', '3')
    >>> _page_number("https://contoh.id/b?page=2", "https://contoh.id/a")
    ''
    """
    if not link or site(link) != site(here):
        return ""
    there, base = urlsplit(link), urlsplit(tidy(here))
    path, home = there.path.rstrip("/"), base.path.rstrip("/")
    asked, stood = untracked(link), untracked(tidy(here))
    extra = [pair for pair in asked if pair not in stood]
    if len(asked) - len(extra) < len(stood):
        return ""
    if path == home and len(extra) == 1 and extra[0][0].lower() in _PAGE_KEYS:
        return extra[0][1].lower() if extra[0][1].isdecimal() or extra[0][1].lower() in _WHOLE else ""
    behind = path.removeprefix(f"{home}/") if home and path.startswith(f"{home}/") else ""
    return behind.removeprefix("page/") if not extra and behind.removeprefix("page/").isdecimal() else ""


def _rels(node: Any) -> set[str]:
    return set((node.get("rel") or "").lower().split())


def _own_address(links: list[Any], here: str) -> str:
    """Return the address a page calls its own, if it is one of the same site; otherwise where it was found."""
    for node in links:
        own = join(here, node.get("href")) if "canonical" in _rels(node) else ""
        if own and site(own) == site(here) and (not is_front(own) or is_front(here)):
            return tidy(own)
    return tidy(here)


def _feeds(links: list[Any], here: str) -> list[str]:
    """Return the feeds a page names, the one of its own section first, those of comments not at all."""
    found: list[str] = []
    for node in links:
        kind, title = (node.get("type") or "").lower(), node.get("title") or ""
        link = join(here, node.get("href"))
        if "alternate" in _rels(node) and ("rss" in kind or "atom" in kind) and link and not _COMMENTS.search(f"{title} {link}"):
            found.append(link)
    home = urlsplit(here).path.rstrip("/")
    return sorted(dict.fromkeys(found), key=lambda link: not (home and urlsplit(link).path.startswith(f"{home}/")))


def _sort(tree: Any, here: str) -> Sort:
    if is_front(here):
        return "list"
    meta = {(node.get("property") or node.get("name") or "").lower(): node.get("content") or "" for node in tree.iter("meta")}
    kinds = set(_linked_kinds(tree))
    body = next(iter(tree.iter("body")), None)
    classes = set((body.get("class") or "").lower().split()) if body is not None else set()
    listed = bool(classes & _LIST_CLASSES) or bool(kinds & _LISTS)
    told = meta.get("og:type", "").lower() == "article" or "article:published_time" in meta or bool(classes & _ARTICLE_CLASSES)
    told = told or any(kind.endswith(("Article", "BlogPosting")) for kind in kinds)
    if listed != told:
        return "list" if listed else "article"
    if _together(tree) >= _LEAST_BODY:
        return "article"
    return "list" if listed or meta.get("og:type", "").lower() == "website" else "unclear"


def _linked_kinds(tree: Any) -> Iterator[str]:
    """Yield the types of the things that a page's JSON-LD describes first of all; an article within a list is not one of them."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        things = data if isinstance(data, list) else [data]
        graphs = [thing["@graph"] for thing in things if isinstance(thing, dict) and isinstance(thing.get("@graph"), list)]
        for thing in [*things, *(thing for graph in graphs for thing in graph)]:
            kinds = thing.get("@type") if isinstance(thing, dict) else None
            yield from (kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


def _together(tree: Any) -> int:
    """Return the words of prose that stand together in one element: an article's do, a list's teasers stand each alone."""
    homes: Counter[Any] = Counter()
    heads: Counter[Any] = Counter()
    for node in tree.iter("p", "h2", "h3", "h4", "br"):
        home = node.getparent()
        if node.tag == "br":
            prior = node.getprevious()
            before = home.text if prior is None else "" if prior.tag == "br" else prior.tail
            homes[home] += len(f"{before or ''} {node.tail or ''}".split())
        elif node.tag == "p":
            words = len("".join(node.itertext()).split())
            homes[home] += words if words >= _LEAST_PROSE else 0
        elif next(iter(node.iter("a")), None) is not None:
            heads[home] += 1
    return max((words for home, words in homes.items() if heads[home] < 3), default=0)
