"""An HTML page → Article: trafilatura finds the text, the page's own metadata the title, author, date and outlet.

trafilatura with `favor_precision` is the best extractor measured on Indonesian pages (FACTS: line F1 .885, default
.816, justext .776). What it drops between the paragraphs it keeps is put back here; the furniture it leaves in is the
business of `clean`.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import trafilatura

from broadcast.errors import SourceError
from broadcast.intake.metadata import Metadata, read_metadata
from broadcast.model import Article

_LEAST_WORDS = 8
"""A shorter paragraph that trafilatura dropped, or a whole page shorter, is more often furniture than news."""


def read_page(page: str, source: str, stem: str) -> Article:
    """Return the article of an HTML page.

    Raises SourceError when no text is found on it.
    """
    tree = _tree(page, source)
    found = read_metadata(tree)
    text = "\n".join(_with_lost(_extracted(page), tree))
    if len(text.split()) < _LEAST_WORDS:
        text = found.body or "\n".join(_all_prose(tree))
    if not text.strip():
        raise SourceError(f"{source}: teks berita tidak ditemukan di halaman ini; salin teksnya ke berkas .txt.")
    return _article(text, found, source, stem)


def _article(text: str, found: Metadata, source: str, stem: str) -> Article:
    return Article(id=stem, source=source, text=text, title=found.title, byline=found.author, outlet=found.outlet, date=found.date)


def _tree(page: str, source: str) -> Any:
    try:
        tree = trafilatura.load_html(page)
    except Exception as error:  # a third party's parser on any page of the web: whatever it raises, the page is unreadable
        raise _broken(source) from error
    if tree is None:
        raise _broken(source)
    return tree


def _broken(source: str) -> SourceError:
    return SourceError(f"{source}: halaman HTML ini rusak; salin teksnya ke berkas .txt.")


def _extracted(page: str) -> list[str]:
    try:
        text = trafilatura.extract(page, favor_precision=True, include_comments=False)
    except Exception:  # noqa: BLE001  # as above; the paragraphs of the page are then taken as they stand
        return []
    return [line for line in (text or "").split("\n") if line.strip()]


def _with_lost(lines: list[str], tree: Any) -> list[str]:
    """Put back prose paragraphs that stand beside kept ones in the page but were dropped."""
    if not lines:
        return lines
    kept = {_key(line): index for index, line in enumerate(lines)}
    paragraphs = [(node, _text(node)) for node in tree.iter("p")]
    homes: Counter[Any] = Counter(node.getparent() for node, text in paragraphs if _key(text) in kept)
    after: dict[int, list[str]] = {}
    last, seen = -1, set(kept)
    for node, text in paragraphs:
        key = _key(text)
        last = kept.get(key, last)
        if key not in seen and homes[node.getparent()] >= 2 and _is_prose(node, text) and not _inside(key, lines, last):
            after.setdefault(last, []).append(text)
            seen.add(key)
    return [*after.get(-1, []), *(text for index, line in enumerate(lines) for text in (line, *after.get(index, [])))]


def _inside(key: str, lines: list[str], last: int) -> bool:
    """Tell whether a paragraph stands already in the kept lines around it, joined with others."""
    return any(key in _key(line) for line in lines[max(0, last) : last + 3])


def _all_prose(tree: Any) -> list[str]:
    return [text for node in tree.iter("p") if _is_prose(node, text := _text(node))]


def _is_prose(node: Any, text: str) -> bool:
    linked = sum(len(_text(link)) for link in node.iter("a"))
    ended = text.rstrip("\"”’')]* ").endswith((".", "?", "!", "…"))
    return ended and len(text.split()) >= _LEAST_WORDS and linked * 2 < len(text)


def _text(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
