"""JSON articles: `{"text", "title", "date", "source", "byline", "outlet"}`, only text required, alone or in a list.

A record with `fetched` was written by `broadcast fetch`: it is a whole Article, and comes back as it was, with its id.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from broadcast import codec
from broadcast.errors import SourceError
from broadcast.model import Article

_ISO_DATE = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")  # 2026-11-23, 2026-11-23T16:25:00+07:00
_BLOCK_TAG = re.compile(r"<(?:br|/?p|/?div|/?li|/?ul|/?ol|/?h[1-6]|/?blockquote)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)  # <p class="x">


def read_records(text: str, source: str, stem: str) -> Iterator[Article | SourceError]:
    """Yield the articles of a JSON text; a list's are named stem-1, stem-2 and so on.

    >>> [article.id for article in read_records('[{"text": "Satu."}, {"text": "Dua."}]', "a.json", "a")]
    ['a-1', 'a-2']
    """
    data = _parsed(text, source)
    if not isinstance(data, list):
        yield _article(data, source, stem)
        return
    if not data:
        raise SourceError(f'{source}: daftar beritanya kosong; isi dengan objek seperti {{"text": "…"}}.')
    for number, item in enumerate(data, 1):
        try:
            yield _article(item, source, f"{stem}-{number}")
        except SourceError as error:
            yield SourceError(f"{error} (berita ke-{number} dalam daftar)")


def parse_date(value: str) -> date | None:
    """Return the calendar date of an ISO date or datetime as written, in whatever zone; None when it is no date.

    >>> parse_date("2026-11-23T23:25:00+07:00")
    datetime.date(2026, 11, 23)
    >>> parse_date("kemarin")
    """
    match = _ISO_DATE.match(value)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def outlet_name(value: str) -> str:
    """Return the name of an outlet; of an address, its host.

    >>> outlet_name("https://www.contoh.id/daerah/banjir"), outlet_name("Radio Contoh")
    ('contoh.id', 'Radio Contoh')
    """
    if not value.lower().startswith(("http://", "https://")):
        return value
    try:
        host = urlsplit(value).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _parsed(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"{source}: baris {error.lineno}: JSON rusak ({error.msg}); perbaiki baris itu atau simpan beritanya sebagai .txt."
        raise SourceError(message) from error
    except (RecursionError, ValueError) as error:
        raise SourceError(f"{source}: JSON ini tidak bisa dibaca; simpan beritanya sebagai .txt.") from error


def _article(data: Any, source: str, name: str) -> Article:
    if not isinstance(data, dict):
        raise SourceError(f'{source}: isinya bukan objek berita; tulis seperti {{"text": "…", "title": "…"}}.')
    body = _field(data, "text")
    if not body:
        raise SourceError(f'{source}: tidak ada "text" yang berisi; tulis isi beritanya di "text".')
    if whole := _whole(data):
        return whole
    return Article(
        id=name,
        source=source,
        text=_BLOCK_TAG.sub("\n", body),
        title=_oneline(data, "title"),
        byline=_oneline(data, "byline"),
        outlet=_oneline(data, "outlet") or outlet_name(_oneline(data, "source")),
        date=parse_date(_field(data, "date")),
    )


def _whole(data: dict[str, Any]) -> Article | None:
    """Return the article that `fetch` wrote down, or None when it is another's, or a hand has changed its shape."""
    if "fetched" not in data:
        return None
    try:
        article = codec.load(Article, {key: value for key, value in data.items() if key != "fetched"})
    except (TypeError, ValueError):
        return None
    return article if article.id.strip() and article.source.strip() else None


def _field(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value.replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, str) else ""


def _oneline(data: dict[str, Any], key: str) -> str:
    return " ".join(html.unescape(_field(data, key)).split())
