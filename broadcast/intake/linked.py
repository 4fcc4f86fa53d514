"""JSON-LD: what a page tells machines of its article."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

_MOST_NODES = 5_000
"""JSON-LD things looked at in one page; an article's stand within the first dozens."""

_MOST_SCRIPTS = 50

_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$|;\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_FIELD = re.compile(r'"(headline|datePublished|@type)"\s{0,20}:\s{0,20}"([^"\\]{1,400}(?:\\.[^"\\]{0,400}){0,20})"')  # "headline": "Air"
_AUTHOR = re.compile(
    r'"author"\s{0,20}:\s{0,20}[\[{\s]{1,40}(?:"[@\w]{1,30}"\s{0,20}:\s{0,20}"[^"]{0,300}"\s{0,20},\s{0,20}){0,4}'
    r'"name"\s{0,20}:\s{0,20}"([^"\\]{1,100})"'
)  # "author": {"@type": "Person", "name": "Seno Aji"

_KINDS = ("Article", "BlogPosting", "Reportage", "Report")


def linked_article(tree: Any, title: str = "", address: str = "") -> dict[str, Any]:
    """Return the thing in a page's JSON-LD that is its article; empty when there is none.

    Where there are several (pages that go on with the next story), the one with the page's title or address is taken,
    otherwise the first.
    """
    articles: list[dict[str, Any]] = []
    headed: list[dict[str, Any]] = []
    for thing in _things(tree):
        if "headline" not in thing and "articleBody" not in thing:
            continue
        (articles if _is_article(thing) else headed).append(thing)
    found = articles or headed
    return next((thing for thing in found if _is_same(thing, title, address)), found[0] if found else {})


def first_string(value: Any) -> str:
    """Return a string of JSON-LD, the first of a list, the value or name of a thing.

    >>> first_string(["", "Air Surut"]), first_string({"@value": "Air Surut"}), first_string(5)
    ('Air Surut', 'Air Surut', '')
    """
    for _level in range(4):
        if isinstance(value, list):
            value = next((item for item in value[:9] if item), "")
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or ""
    return value.strip() if isinstance(value, str) else ""


def names(value: Any) -> list[str]:
    """Return the names of JSON-LD persons, of people before organisations.

    >>> names([{"@type": "Organization", "name": "Radio Contoh"}, {"@type": "Person", "name": "Seno Aji"}])
    ['Seno Aji', 'Radio Contoh']
    """
    people: list[str] = []
    bodies: list[str] = []
    for item in (value if isinstance(value, list) else [value])[:9]:
        kind = item.get("@type") if isinstance(item, dict) else ""
        name = item.get("name") if isinstance(item, dict) else item
        found = [first_string(part) for part in (name if isinstance(name, list) else [name])[:9]]
        (bodies if kind == "Organization" else people).extend(text for text in found if text)
    return list(dict.fromkeys(people + bodies))


def _things(tree: Any) -> Iterator[dict[str, Any]]:
    left, scripts = _MOST_NODES, _MOST_SCRIPTS
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        scripts -= 1
        if scripts < 0 or left <= 0:
            return
        waiting = deque([_parsed(script.text or "")])
        while waiting and left > 0:
            left -= 1
            thing = waiting.popleft()
            if isinstance(thing, dict):
                yield thing
                waiting.extend(value for value in list(thing.values())[:200] if isinstance(value, (dict, list)))
            elif isinstance(thing, list):
                waiting.extend(thing[:left])


def _parsed(text: str) -> Any:
    """Return JSON-LD as data; of broken JSON, whose quotation marks are often left bare, the fields that can be read."""
    plain = _WRAPPING.sub("", _WRAPPING.sub("", text.strip()))
    for attempt in (plain, _TRAILING_COMMA.sub("", plain)):
        try:
            return json.loads(attempt, strict=False)
        except RecursionError:
            return None
        except ValueError:
            continue
    return _salvaged(plain[:200_000])


def _salvaged(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for match in _FIELD.finditer(text):
        if match[1] == "@type" and not match[2].endswith(_KINDS):
            continue
        found.setdefault(match[1], _unescaped(match[2]))
    author = _AUTHOR.search(text)
    if author:
        found["author"] = author[1]
    return found


def _unescaped(text: str) -> str:
    try:
        value = json.loads(f'"{text}"', strict=False)
    except ValueError:
        return text
    return value if isinstance(value, str) else text


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_KINDS) for kind in named)


def _is_same(thing: dict[str, Any], title: str, address: str) -> bool:
    page = thing.get("mainEntityOfPage")
    link = page.get("@id") if isinstance(page, dict) else page
    own = {_path(value) for value in (link, thing.get("url"), thing.get("@id")) if isinstance(value, str) and value}
    return bool(address and _path(address) in own) or bool(title and _letters(first_string(thing.get("headline"))) == _letters(title))


def _path(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].rstrip("/").removeprefix("https:").removeprefix("http:")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:300])).casefold()
