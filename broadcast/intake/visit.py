"""One page of the web → its article, its further pages too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from broadcast.errors import SourceError
from broadcast.intake.addresses import article_id, is_front, shown
from broadcast.intake.answer import Answer
from broadcast.intake.net import Client
from broadcast.intake.signposts import Signposts, next_page, page_tree, read_signposts, whole_page
from broadcast.intake.webpage import read_page
from broadcast.model import Article

Found = list[Article | SourceError]

MOST_PAGES = 6
"""Pages of one article that are read, the first included."""


def visit(client: Client, url: str, address: str = "") -> Found:
    """Fetch a page and return its article, and a sentence for each further page that could not be had.

    `address` is what the article is called by (a feed's link); without one it is what the page calls its own.

    Raises SourceError when there is no article.
    """
    answer = client.get(url)
    if is_front(answer.url) and not is_front(url):
        raise SourceError(f"{shown(url)}: beritanya sudah tidak ada (dialihkan ke halaman depan); ambil berita lain.")
    text = answer.text
    return read_visited(client, answer, text, read_signposts(text, answer.url), address)


def read_visited(client: Client, answer: Answer, text: str, posts: Signposts, address: str = "") -> Found:
    """Return the article of a page that was fetched already.

    Raises SourceError when there is no article.
    """
    own = address or posts.address
    first = read_page(text, own, article_id(own))
    pages, trouble = _further(client, answer, posts, first)
    return [replace(first, text=_joined(pages)), *trouble]


def _further(client: Client, answer: Answer, posts: Signposts, first: Article) -> tuple[list[str], list[SourceError]]:
    """Return the text of all pages of an article, and what went wrong on the way."""
    pages, tree, here = [first.text], posts.tree, answer.url
    try:
        whole = whole_page(tree, here)
        if whole:
            found = read_page(client.get(whole).text, first.source, first.id).text
            return [found if len(found) >= len(first.text) else first.text], []
        for number in range(2, MOST_PAGES + 1):
            link = next_page(tree, here, number)
            if not link:
                break
            text = client.get(link).text
            pages.append(read_page(text, first.source, first.id).text)
            tree = page_tree(text)
    except SourceError as error:
        return pages, [SourceError(f"{error} Berita {shown(first.source)} hanya terambil {len(pages)} halaman; periksa lanjutannya.")]
    return pages, []


def _joined(pages: Sequence[str]) -> str:
    """Return the paragraphs of all pages in order; what a later page repeats of an earlier one stands once."""
    seen: set[str] = set()
    lines: list[str] = []
    for number, page in enumerate(pages):
        fresh = [line for line in page.split("\n") if not number or line.strip() not in seen]
        seen.update(line.strip() for line in fresh)
        lines += fresh
    return "\n".join(lines)
