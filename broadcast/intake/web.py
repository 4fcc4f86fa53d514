"""What a web address is, and its articles: a feed, a WordPress site, one article, or a front page that names the way to them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date

from broadcast.errors import SourceError
from broadcast.intake.addresses import article_id, is_front, join, shown, tidy
from broadcast.intake.answer import Answer
from broadcast.intake.feeds import is_feed, read_feed
from broadcast.intake.net import Client
from broadcast.intake.record import read_records
from broadcast.intake.signposts import Signposts, read_signposts
from broadcast.intake.visit import Found, read_visited, visit
from broadcast.intake.wordpress import is_wordpress, read_wordpress
from broadcast.model import Article, Source

_LEAST_WORDS = 60
"""Words that a page must give before it passes for an article though it does not say that it is one."""


def read_source(source: Source, client: Client, today: date, known: Container[str]) -> Found:
    """Return what a source holds, newest first.

    Raises SourceError when it gives nothing.
    """
    if source.kind == "wordpress" or (source.kind == "auto" and is_wordpress(source.address)):
        return read_wordpress(source, client, today, known)
    if article_id(tidy(source.address)) in known:
        return []
    if source.kind == "page":
        return _unknown(visit(client, source.address), known)
    answer = client.get(source.address)
    if source.kind == "feed":
        return read_feed(answer, source, client, today, known)
    return _unknown(_read_any(answer, source, client, today, known), known)


def _unknown(found: Found, known: Container[str]) -> Found:
    return [one for one in found if isinstance(one, SourceError) or one.id not in known]


def _read_any(answer: Answer, source: Source, client: Client, today: date, known: Container[str]) -> Found:
    text = answer.text
    if is_feed(text):
        return read_feed(answer, source, client, today, known)
    begins = text.lstrip()[:1]
    if "json" in answer.kind or (begins in {"[", "{"} and "html" not in answer.kind):
        return _records(answer, text)
    if answer.kind == "text/plain" and begins != "<":
        return [Article(article_id(answer.url), tidy(answer.url), text)]
    return _read_html(answer, text, source, client, today, known)


def _records(answer: Answer, text: str) -> Found:
    """Return the articles of a JSON address; what it says of ids and sources is not believed, both become ours."""
    stem = article_id(answer.url)
    found = list(read_records(text, shown(answer.url), stem))
    return [
        one if isinstance(one, SourceError) else replace(one, id=stem if len(found) == 1 else f"{stem}-{number}", source=tidy(answer.url))
        for number, one in enumerate(found, 1)
    ]


def _read_html(answer: Answer, text: str, source: Source, client: Client, today: date, known: Container[str]) -> Found:
    posts = read_signposts(text, answer.url)
    if is_front(answer.url) and not is_front(source.address):
        raise SourceError(f"{shown(source.address)}: beritanya sudah tidak ada (dialihkan ke halaman depan); periksa alamatnya.")
    api = posts.api or _linked_api(answer)
    if posts.sort == "article" or (posts.sort == "unclear" and not posts.feeds and not api):
        return _read_article(answer, text, posts, client)
    if posts.sort == "unclear":
        try:
            return _read_article(answer, text, posts, client)
        except SourceError:
            pass  # no article, then; the page names the way to some
    return _read_list(answer, replace(posts, api=api), source, client, today, known)


def _read_article(answer: Answer, text: str, posts: Signposts, client: Client) -> Found:
    found = read_visited(client, answer, text, posts)
    words = sum(len(one.text.split()) for one in found if isinstance(one, Article))
    if posts.sort == "unclear" and words < _LEAST_WORDS:
        raise _no_article(answer.url)
    return found


def _read_list(answer: Answer, posts: Signposts, source: Source, client: Client, today: date, known: Container[str]) -> Found:
    """Read what a front or channel page lists: its section's feed or category before the whole site."""
    if posts.api and (is_front(answer.url) or posts.category or not posts.feeds):
        categories = source.categories or ((posts.category,) if posts.category else ())
        root = posts.api if is_wordpress(posts.api) else f"{posts.api.rstrip('/')}/wp/v2/posts"  # a site may rename /wp-json
        return read_wordpress(replace(source, address=root, categories=categories), client, today, known)
    if posts.feeds:
        return read_feed(client.get(posts.feeds[0]), source, client, today, known)
    raise _no_article(answer.url)


def _linked_api(answer: Answer) -> str:
    """Return the root of WordPress's REST interface that a server names in its Link header."""
    for part in answer.headers.get("link", "")[:4000].split(","):
        link, _, rest = part.partition(">")
        if "https://api.w.org/" in rest:
            return join(answer.url, link.strip().lstrip("<"))
    return ""


def _no_article(url: str) -> SourceError:
    return SourceError(
        f"{shown(url)}: ini halaman depan atau daftar, bukan satu berita, dan tidak menyebut feed; "
        "beri alamat beritanya, atau alamat feed situs itu (biasanya berakhir /feed atau /rss)."
    )
