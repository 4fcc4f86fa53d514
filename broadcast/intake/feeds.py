"""RSS and Atom feeds → Articles; feedparser reads the bytes we fetched and never goes to the network itself."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Container, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import feedparser

from broadcast.errors import SourceError
from broadcast.intake.addresses import NothingNewError, article_id, is_address, is_front, join, shown, tidy
from broadcast.intake.answer import Answer
from broadcast.intake.fragment import plain_line, read_fragment
from broadcast.intake.net import MOST_AT_ONCE, Client
from broadcast.intake.record import outlet_name
from broadcast.intake.stamps import stamp_date
from broadcast.intake.visit import Found, visit
from broadcast.model import Article, Source

_BEGINS = re.compile(
    r"(?:\s|<!--(?:(?!-->).){0,3000}-->|<\?[^>]{0,500}>|<!DOCTYPE[^>]{0,500}>)*+<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE
)  # <?xml version="1.0"?><rss version="2.0">
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_XML_CHARSET = re.compile(
    rb"^[^>]{0,100}encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{1,40})"
)  # <?xml version="1.0" encoding="windows-1252"?>
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CUT_OFF = re.compile(
    r"(?:\[?\s?(?:…|\.{3,})\s?\]?|\[?\b(?:baca|lihat)?\s?(?:berita\s)?selengkapnya\b|\bread more\b|\bcontinue reading\b[^\n]{0,200}"
    r"|\blanjut(?:kan)? membaca\b[^\n]{0,200})[\s\W]{0,9}$",
    re.IGNORECASE,
)  # "… Kepala Desa mengatakan […]"
_SIGNED = re.compile(
    r"(?:^|\n)(?:The post|Artikel|Tulisan|Pos|Postingan)\s[^\n]{1,400}\s(?:appeared first on|pertama kali tampil (?:pada|di))[^\n]{1,200}$"
)  # The post Air Surut appeared first on Kabar Pati.
_MARKED = re.compile(r"<[a-zA-Z/!]|&lt;")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_ENDED = re.compile(r"[.!?…\"”'’)\]]\s*$")
_MOST_ROWS = 500
"""Entries of one feed that are looked at, the newest: no source may give more than a hundred articles."""
_TAIL = 700
"""Characters at the end of a text in which its last words are looked for."""
_LEAST_CONTENT = 40
"""Words from which the content of an entry is taken for the whole article without a look at its page."""
_LEAST_SHORT = 25
_LEAST_WHOLE = 80
"""Words from which a summary may be the whole article; WordPress cuts one at 55."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: `content` tells that its text was sent as the article, not as a summary."""

    link: str
    title: str
    text: str
    content: bool
    byline: str = ""
    date: date | None = None

    @property
    def id(self) -> str:
        """The id of its article."""
        return article_id(self.link, self.title or self.text[:200])


def is_feed(text: str) -> bool:
    """Tell a feed by its first tag.

    >>> is_feed('<?xml version="1.0"?><!-- a --><rss version="2.0">'), is_feed("<!DOCTYPE html><html>")
    (True, False)
    """
    return bool(_BEGINS.match(text[:8000]))


def read_feed(answer: Answer, source: Source, client: Client, today: date, known: Container[str]) -> Found:
    """Return the newest `source.most` articles of a feed, fetching the pages of those whose text the feed only sums up.

    Raises SourceError when it is no feed or holds no entries, NothingNewError when all are too old.
    """
    parsed = _parsed(answer)
    fresh: list[Entry] = []
    old: list[date] = []
    for entry in _newest(parsed.entries, answer.url, today):
        if source.since_days and entry.date and entry.date < today - timedelta(days=source.since_days):
            old.append(entry.date)
        else:
            fresh.append(entry)  # also one without a date: a flag beats a guess
        if len(fresh) == source.most:
            break
    if not fresh:
        raise nothing_new(source, max(old)) if old else _empty(parsed, answer)
    outlet = plain_line(str(parsed.feed.get("title") or "")) or outlet_name(answer.url)
    wanted = [entry for entry in fresh if entry.id not in known]
    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        found = list(pool.map(lambda entry: read_entry(entry, outlet, client), wanted))
    return [one for answers in found for one in answers]


def read_entry(entry: Entry, outlet: str, client: Client) -> Found:
    """Return the article of an entry; a SourceError where only a summary is to be had: a teaser never airs as an article."""
    own = Article(entry.id, entry.link, entry.text, entry.title, entry.byline, outlet, entry.date)
    words = len(entry.text.split())
    cut_off = bool(_CUT_OFF.search(entry.text[-_TAIL:]))
    if entry.content and words >= _LEAST_CONTENT and not cut_off:
        return [own]
    least = _LEAST_SHORT if entry.content else _LEAST_WHOLE
    whole = words >= least and not cut_off and bool(_ENDED.search(entry.text[-9:]))
    if not entry.link:
        sentence = f"{entry.title[:100] or outlet}: feed hanya memberi ringkasan tanpa alamat halamannya, jadi berita ini dilewati."
        return [own] if whole else [SourceError(sentence)]
    try:
        article, *trouble = visit(client, entry.link, entry.link)
    except SourceError as error:
        return [own] if whole else [SourceError(f"{error} (feed-nya hanya memberi ringkasan, jadi berita ini dilewati)")]
    return [_merged(article, own, whole=whole), *trouble]


def nothing_new(source: Source, newest: date | None = None) -> NothingNewError:
    """Return the sentence for a source whose articles are all too old."""
    which = f"; yang terbaru bertanggal {newest:%d-%m-%Y}" if newest else ""
    return NothingNewError(f"{source.name or shown(source.address)}: tidak ada berita dalam {source.since_days} hari terakhir{which}.")


def _merged(article: Article | SourceError, own: Article, *, whole: bool) -> Article | SourceError:
    """Return the page's article, with what the feed knows better; the feed's text where the page's is plainly less."""
    if isinstance(article, SourceError):
        return article
    mine = whole and len(own.text.split()) > len(article.text.split())
    return Article(
        own.id,
        own.source,
        own.text if mine else article.text,
        own.title or article.title,
        own.byline or article.byline,
        own.outlet or article.outlet,
        own.date or article.date,
    )


def _parsed(answer: Answer) -> Any:
    """Parse a feed, whatever is broken in it: as UTF-8 without a declaration, so that one stray byte spoils one line at most."""
    declared = _XML_CHARSET.match(answer.raw[:300])
    charset = declared.group(1).decode("ascii") if declared else answer.charset
    rows = answer.raw.replace(b"><", b">\n<")  # what is no UTF-8 is decoded line by line, and many feeds are one line
    text = Answer(answer.url, "", "cp1252" if charset.lower() == "iso-8859-1" else charset, {}, rows).text
    clean = _DECLARED.sub("", _CONTROLS.sub("", text)).lstrip()
    raw = io.BytesIO(clean.encode("utf-8", errors="replace"))  # a stream: feedparser takes bare bytes for the name of a file first
    headers = {"content-type": "application/xml; charset=utf-8"}  # no base: it would make an address of a bare guid
    try:
        return feedparser.parse(raw, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # a third party's parser on any text of the web
        raise SourceError(f"{shown(answer.url)}: feed ini rusak dan tidak terbaca; periksa alamat feed-nya.") from error


def _empty(parsed: Any, answer: Answer) -> SourceError:
    if not parsed.get("version") and not is_feed(answer.text):
        return SourceError(f"{shown(answer.url)}: ini bukan feed RSS atau Atom; beri alamat feed-nya (biasanya berakhir /feed atau /rss).")
    return SourceError(f"{shown(answer.url)}: feed ini tidak berisi berita; periksa alamat feed-nya.")


def _newest(rows: Sequence[Any], base: str, today: date) -> Iterator[Entry]:
    """Yield the entries of a feed, newest first where all are dated, each article once."""
    dated = [(_first(row, "published_parsed", "updated_parsed"), row) for row in rows]
    if all(stamp for stamp, _row in dated):
        dated.sort(key=lambda pair: tuple(pair[0]), reverse=True)
    seen: set[str] = set()
    for _stamp, row in dated[:_MOST_ROWS]:
        entry = _entry(row, base, today)
        if entry and entry.id not in seen:
            seen.add(entry.id)
            yield entry


def _entry(row: Any, base: str, today: date) -> Entry | None:
    body, content = _body(row)
    stamp = str(_first(row, "published", "updated", "created") or "")
    entry = Entry(_link(row, base), plain_line(str(row.get("title") or "")), body, content, _author(row), stamp_date(stamp, today))
    return entry if entry.link or entry.text else None


def _first(row: Any, *keys: str) -> Any:
    """Return the first of these that an entry really has: feedparser's own `get` makes one date of another, and warns of it."""
    return next((value for key in keys if (value := dict.get(row, key))), None)


def _link(row: Any, base: str) -> str:
    """Return the address of an entry: not that of the counter some feeds lay before it, nor the front page."""
    guid, named = str(row.get("id") or ""), row.get("link")
    if named == guid and not is_address(guid):  # a bare guid that feedparser took for the missing link
        named = ""
    for value in (row.get("feedburner_origlink"), named, guid if is_address(guid) else ""):
        link = tidy(join(base, value)) if isinstance(value, str) and value.strip() else ""
        if link and not is_front(link):
            return link
    return ""


def _body(row: Any) -> tuple[str, bool]:
    """Return the longest text of an entry, and whether it was sent as its content."""
    contents = [text for part in _parts(row) if (text := _text(part))]
    if contents:
        return max(contents, key=len), True
    return _text(row.get("summary_detail") or {"value": row.get("summary") or ""}), False


def _parts(row: Any) -> Iterator[Any]:
    parts = row.get("content")
    yield from parts if isinstance(parts, list) else []


def _text(part: Any) -> str:
    value = part.get("value") if hasattr(part, "get") else ""
    if not isinstance(value, str):
        return ""
    if not _MARKED.search(value):
        pieces = _BLANK.split(html.unescape(value)) if _BLANK.search(value) else html.unescape(value).split("\n")
        text = "\n".join(line for piece in pieces if (line := " ".join(piece.split())))
    else:
        text = read_fragment(value)
    return (text[:-_TAIL] + _SIGNED.sub("", text[-_TAIL:])).strip()


def _author(row: Any) -> str:
    name = (row.get("author_detail") or {}).get("name") or row.get("author") or ""
    line = plain_line(str(name))
    return "" if "@" in line or "://" in line else line
