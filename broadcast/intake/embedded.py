"""Articles that stand only in a page's data: sites that build themselves in the browser (Next.js, Nuxt, React) send the text as JSON.

Nothing is known of the shape of that data, which every site makes up for itself. So the longest run of prose in it is taken: one long
string (HTML or text), or a list whose items hold the paragraphs, as editors such as Slate, Draft and Editor.js save them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from broadcast.intake.blocks import read_outline, strip_dead

_MOST_BYTES = 3_000_000
_MOST_NODES = 60_000
_MOST_DEPTH = 60
_LEAST_WORDS = 40
_LEAST_ITEM_WORDS = 6

_ASSIGNED = re.compile(r"^\s*(?:window\.|self\.|var\s|let\s|const\s)?\s?[\w.$\[\]\"']{1,60}\s*=\s*(?=[{\[])")  # window.__DATA__ = {
_DATA_NAMES = ("__NEXT_DATA__", "__NUXT__", "__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__", "__DATA__")
_MARKUP = re.compile(r"<(?:p|br|div|li|h\d)\b[^<>]{0,300}>", re.IGNORECASE)
_SENTENCES = re.compile(r"\w[)\]\"”’]?[.!?][\"”’)]?(?:\s|<|$)")
_CODE = re.compile(r"[{}]|=>|\bfunction\b|;\s|https?://\S{80}")
_TEXT_KEYS = frozenset(
    {"text", "value", "content", "insert", "paragraph", "html", "data", "children", "leaves", "nodes", "spans", "blocks"}
)


def data_scripts(tree: Any) -> list[str]:
    """Return the scripts of a tree that hold data and not code, before they are stripped; JSON-LD is read elsewhere."""
    found, left = [], _MOST_BYTES
    for script in tree.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").strip().lower()
        holds = kind == "application/json" or script.get("id") in _DATA_NAMES or any(name in text[:300] for name in _DATA_NAMES)
        if holds and len(text) <= left and kind != "application/ld+json":
            left -= len(text)
            found.append(text)
    return found


def embedded_article(scripts: list[str]) -> list[str]:
    """Return the paragraphs of the longest run of prose in the data of a page; none when there is no article in it.

    >>> embedded_article(['{"judul": "Air", "isi": "<p>Air surut.</p>"}'])
    []
    """
    best: list[str] = []
    for script in scripts:
        data = _data(script)
        if data is not None:
            best = max(best, _longest(data), key=_words)
    return best if _words(best) >= _LEAST_WORDS else []


def _data(script: str) -> Any:
    text = _ASSIGNED.sub("", script.strip()[:_MOST_BYTES]).rstrip().removesuffix(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _longest(data: Any) -> list[str]:
    best: list[str] = []
    size = _LEAST_WORDS
    for thing in _things(data):
        if isinstance(thing, str):
            if thing.count(" ") >= size and _is_prose(thing):
                lines = _string_lines(thing)
            else:
                continue
        else:
            lines = [words for item in thing[:500] if _is_prose(words := _item_text(item)) and words.count(" ") + 1 >= _LEAST_ITEM_WORDS]
            if len(lines) < 2:
                continue
        if (count := _words(lines)) > size:
            best, size = lines, count
    return best


def _things(data: Any) -> Iterator[str | list[Any]]:
    """Yield the strings and lists of JSON data, JSON inside strings opened once more."""
    waiting: list[tuple[Any, int]] = [(data, 0)]
    left = _MOST_NODES
    while waiting and left:
        left -= 1
        thing, depth = waiting.pop()
        if depth > _MOST_DEPTH:
            continue
        if isinstance(thing, dict):
            waiting += [(value, depth + 1) for value in list(thing.values())[:2_000]]
        elif isinstance(thing, list):
            yield thing
            waiting += [(value, depth + 1) for value in thing[:5_000]]
        elif isinstance(thing, str):
            yield thing
            if len(thing) > 200 and thing.lstrip()[:1] in {"{", "["} and (inner := _data(thing)) is not None:
                waiting.append((inner, depth + 1))


def _item_text(item: Any) -> str:
    """Return the text in one item of a list: its leaves in order, as an editor's document saves a paragraph."""
    found: list[str] = []
    waiting: list[tuple[Any, bool]] = [(item, isinstance(item, str))]
    left = 400
    while waiting and left:
        left -= 1
        thing, is_text = waiting.pop()
        if isinstance(thing, str):
            if is_text:
                found.append(thing)
        elif isinstance(thing, dict):
            waiting += reversed([(value, key in _TEXT_KEYS) for key, value in list(thing.items())[:50] if key in _TEXT_KEYS])
        elif isinstance(thing, list):
            waiting += reversed([(value, is_text) for value in thing[:200]])
    text = "".join(found)
    return " ".join(_string_lines(text)) if _MARKUP.search(text) else " ".join(text.split())


def _string_lines(text: str) -> list[str]:
    if not _MARKUP.search(text):
        return [words for line in text.splitlines() if (words := " ".join(line.split()))]
    try:
        tree = lxml_html.document_fromstring(
            f"<div>{text}</div>".encode("utf-8", errors="replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return []
    strip_dead(tree)
    return [block.text for block in read_outline(tree).blocks if block.linked * 2 < len(block.text)]


def _is_prose(text: str) -> bool:
    head = text[:4_000]
    return len(_SENTENCES.findall(head)) >= 1 and len(_CODE.findall(head)) * 40 <= len(head)


def _words(lines: list[str]) -> int:
    return sum(line.count(" ") + 1 for line in lines)
