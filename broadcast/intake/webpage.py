"""An HTML page → Article: the text of its article, and what the page says of itself.

trafilatura with `favor_precision` is the best extractor measured on Indonesian pages (FACTS: line F1 .885, default
.816, justext .776). Here it is one voice of three: it names paragraphs it is sure of, `choosing` finds the element of the page
they stand in and reads that out whole, and JSON-LD's articleBody settles what is in doubt. The furniture that is left among
the paragraphs is the business of `clean`.

A page too large or too deep for trafilatura is read without it, in time that grows with the page and not faster.
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from broadcast.errors import SourceError
from broadcast.intake.blocks import Outline, read_outline, strip_dead
from broadcast.intake.choosing import choose, is_whole_body
from broadcast.intake.embedded import data_scripts, embedded_article
from broadcast.intake.judged import LEAST_WORDS, Voices, is_prose, key_of
from broadcast.intake.metadata import Metadata, read_metadata
from broadcast.intake.refusals import refusal
from broadcast.model import Article

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told to staff in our words

_TEASER_WORDS = 25
_STUB_WORDS = 60
"""A text this short may be only the lead of an article whose rest stands in the page's data."""

_MOST_ELEMENTS = 12_000
_MOST_CHARACTERS = 400_000
_MOST_DEPTH = 256
"""Beyond these trafilatura's time grows with the square of the page (5 MB of `<p>` took it a minute)."""

_ELEMENTS = etree.XPath("count(//*)")

_KEPT_TAGS = r"p|br|div|li|h[1-6]|tr|title|head|body|html|meta|link|article"
_OTHER_TAGS = re.compile(rf"<(?!/?(?:{_KEPT_TAGS})\b)(/?[a-z!?][^<>]{{0,2000}})>", re.IGNORECASE)
_CODE = re.compile(r"<(script|style)\b", re.IGNORECASE)
_DIVISIONS = re.compile(r"<(/?)(?:div|article|tr|li)\b[^<>]{0,2000}>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FEED = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<\?[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,200}-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE
)
_RUNS = re.compile(r"<p>(?:\s*<p>)+")  # <p><p> <p>
_MARKUP = re.compile(r"<[a-z/][^<>]{0,300}>", re.IGNORECASE)


def read_page(page: str, source: str, stem: str) -> Article:
    """Return the article of an HTML page.

    Raises SourceError when no news stands on it: nothing but links, an error, a login or a robot check, or only the lead
    of an article that must be paid for.
    """
    if _FEED.match(page[:500]):
        raise SourceError(f"{source}: ini umpan RSS, bukan halaman berita; pakai alamat umpannya sebagai sumber.")
    tree = _tree(page, source)
    found = read_metadata(tree)
    asks_password = any((node.get("type") or "").lower() == "password" for node in tree.iter("input"))
    data = data_scripts(tree)
    strip_dead(tree)
    outline = read_outline(tree)
    lines = _lines(tree, outline, found)
    if _count(lines) < _STUB_WORDS:
        lines = next((more for more in (_body_lines(found.body), embedded_article(data)) if _is_instead(more, lines)), lines)
    if why := refusal(found, lines, outline, asks_password=asks_password):
        raise SourceError(f"{source}: {why}")
    if _count(lines) < LEAST_WORDS:
        raise SourceError(f"{source}: teks berita tidak ditemukan di halaman ini; salin teksnya ke berkas .txt.")
    text = "\n".join(lines)
    return Article(id=stem, source=source, text=text, title=found.title, byline=found.author, outlet=found.outlet, date=found.date)


# ---------------------------------------------------------------- the tree


def _tree(page: str, source: str) -> Any:
    text = _CONTROLS.sub(" ", page)
    tree, deep = _parsed(text, source)
    if deep:  # libxml2 stops reading at 2,048 elements inside each other: read the page again without its inner marks
        tree, _deep = _parsed(_flattened(text), source)
    return tree


def _parsed(page: str, source: str) -> tuple[Any, bool]:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False, huge_tree=True
    )
    try:
        tree = lxml_html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(f"{source}: halaman HTML ini rusak; salin teksnya ke berkas .txt.") from error
    return tree, any("xcessive depth" in entry.message for entry in parser.error_log)


def _flattened(page: str) -> str:
    """Take the inner marks out of a page and end every division at the next, so that nothing stands inside anything."""
    return _RUNS.sub("<p>", _DIVISIONS.sub("<p>", _OTHER_TAGS.sub(" ", _without_code(page))))


def _without_code(page: str) -> str:
    """Take scripts and styles out of a page that has no tree yet; one without an end takes the rest along, as in a browser."""
    small = page.lower()
    kept: list[str] = []
    here = 0
    while match := _CODE.search(small, here):
        kept.append(page[here : match.start()])
        here = small.find(f"</{match[1]}", match.end())
        if here < 0:
            return " ".join(kept)
    return " ".join([*kept, page[here:]])


# ---------------------------------------------------------------- the text


def _lines(tree: Any, outline: Outline, found: Metadata) -> list[str]:
    """Return the paragraphs of the article; where the page's own articleBody names exactly these, nobody else is asked."""
    own = choose(outline, Voices((), found.title, found.body))
    if is_whole_body(own, found.body) or not _is_light(tree, outline):
        return own or _body_lines(found.body)
    _drop_marked(outline)
    lines = choose(outline, Voices(_extracted(tree), found.title, found.body)) or own
    body = _body_lines(found.body)
    return body if _is_fuller(body, lines) else lines


def _is_light(tree: Any, outline: Outline) -> bool:
    """Tell whether a page is one that trafilatura reads in milliseconds."""
    depths: list[int] = []
    deepest = 0
    for element in outline.elements:
        depths.append(depths[element.parent] + 1 if element.parent >= 0 else 1)
        deepest = max(deepest, depths[-1])
    characters = sum(len(block.text) for block in outline.blocks)
    return outline.whole and _ELEMENTS(tree) <= _MOST_ELEMENTS and characters <= _MOST_CHARACTERS and deepest <= _MOST_DEPTH


def _drop_marked(outline: Outline) -> None:
    """Take out of the tree what names itself furniture and holds little of the page's prose, so that the extractor has less to weigh."""
    prose = [len(block.text) if is_prose(block) else 0 for block in outline.blocks]
    sums = [0]
    for size in prose:
        sums.append(sums[-1] + size)
    for element in outline.elements:
        if element.marked and (sums[element.last] - sums[element.first]) * 10 < sums[-1] and element.node.getparent() is not None:
            with suppress(ValueError):  # lxml moves the text behind it, and refuses control characters that a page smuggled in
                element.node.drop_tree()


def _extracted(tree: Any) -> list[str]:
    try:
        text = trafilatura.extract(tree, favor_precision=True, include_comments=False)
    except Exception:  # noqa: BLE001  # a third party's extractor on any page of the web; the page's own build still speaks
        return []
    return [line for line in (text or "").split("\n") if line.strip()]


def _is_instead(more: list[str], lines: list[str]) -> bool:
    """Tell whether what stands in a page's data is the article, and what was found in the page too little to be one."""
    return bool(more) and (not lines or _count(lines) < _TEASER_WORDS <= _count(more) or _is_fuller(more, lines))


def _is_fuller(body: list[str], lines: list[str]) -> bool:
    """Tell whether articleBody holds the lines found in the page and half as much again: the page shows only its beginning."""
    if _count(body) * 2 < _count(lines) * 3:
        return False
    whole = key_of("".join(body))
    keys = [key_of(line) for line in lines]
    return sum(len(key) for key in keys if key in whole) * 10 >= sum(map(len, keys)) * 6


def _body_lines(body: str) -> list[str]:
    """Return the paragraphs of an articleBody, which is HTML on some sites and bare text on others."""
    if not body.strip():
        return []
    if _MARKUP.search(body):
        try:
            tree = lxml_html.document_fromstring(
                f"<div>{body}</div>".encode("utf-8", errors="replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
            )
        except (etree.LxmlError, ValueError):
            return []
        strip_dead(tree)
        return [block.text for block in read_outline(tree).blocks if block.linked * 2 < len(block.text)]
    return [words for line in body.splitlines() if (words := " ".join(line.split()))]


def _count(lines: list[str]) -> int:
    return sum(line.count(" ") + 1 for line in lines)
