"""A WordPress site → Articles, through its REST interface (`/wp-json/wp/v2/posts`), or its feed where that is closed."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from broadcast.errors import SourceError
from broadcast.intake.addresses import article_id, join, shown, tidy
from broadcast.intake.answer import Answer, StatusError
from broadcast.intake.feeds import nothing_new, read_feed
from broadcast.intake.fragment import plain_line, read_fragment
from broadcast.intake.net import Client
from broadcast.intake.record import outlet_name, parse_date
from broadcast.intake.visit import Found
from broadcast.model import Article, Source

Rows = list[dict[str, Any]]

MOST_PER_PAGE = 20
"""Posts asked for at once; a hundred long ones can exceed the size of an answer."""
_MOST_TRIES = 60
_FIELDS = "id,date,date_gmt,slug,link,title,content,author"
_CLOSED = frozenset((400, 401, 403, 404, 405, 410, 451))
_ROOT = re.compile(r"^(.*?/wp-json(?=/|$)|.*?(?=/wp/v2(?:/|$)))")  # https://contoh.id/wp-json/wp/v2/posts, …/api/wp/v2/posts


class NoRestError(SourceError):
    """A site does not answer as WordPress's REST interface."""


def is_wordpress(address: str) -> bool:
    """Tell an address of the REST interface itself.

    >>> is_wordpress("https://contoh.id/wp-json/wp/v2/posts"), is_wordpress("https://contoh.id/?rest_route=/"), is_wordpress("https://contoh.id/")
    (True, True, False)
    """
    return bool(_ROOT.match(urlsplit(address).path)) or "rest_route=" in urlsplit(address).query


def read_wordpress(source: Source, client: Client, today: date, known: Container[str]) -> Found:
    """Return the newest `source.most` posts of a site, of the wanted categories; where REST is closed, those of its feed.

    Raises SourceError when neither answers, NothingNewError when all posts are too old.
    """
    closed: SourceError | None = None
    apis = find_apis(source.address)
    for api in apis:
        try:
            return _Site(api, client).posts(source, today, known)
        except (NoRestError, StatusError) as error:
            if isinstance(error, StatusError) and error.status not in _CLOSED:
                raise
            closed = closed or error
    try:
        return _from_feed(apis[0].home, source, client, today, known)
    except SourceError as error:
        if type(error) is not SourceError and not isinstance(error, StatusError):
            raise
        raise SourceError(f"{closed} Lewat feed juga gagal: {error}") from error


def parse_json(answer: Answer) -> Any:
    """Return the JSON of an answer, also behind a byte-order mark or the warnings that a careless plug-in printed first.

    Raises NoRestError when there is none.
    """
    text, decoder, at = answer.text, json.JSONDecoder(), 0
    for _try in range(_MOST_TRIES):
        starts = [found for mark in "[{" if (found := text.find(mark, at)) >= 0]
        if not starts:
            break
        at = min(starts)
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if isinstance(value, dict) or (isinstance(value, list) and all(isinstance(row, dict) for row in value) and len(text) - end < 9000):
            return value
        at = end
    raise NoRestError(f"{shown(answer.url)}: jawabannya bukan data WordPress (REST API mati atau ditutup).")


@dataclass(frozen=True, slots=True)
class Api:
    """Where a site answers: `home` is the site, `root` what every route is put behind, `asked` the fields of the address given."""

    home: str
    root: str
    asked: Mapping[str, str]

    def at(self, route: str, fields: Mapping[str, str | int]) -> str:
        """Return the address of a route.

        >>> Api("", "https://contoh.id/?rest_route=", {}).at("wp/v2/posts", {"page": 2})
        'https://contoh.id/?rest_route=/wp/v2/posts&page=2'
        """
        query = urlencode({**(self.asked if route == "wp/v2/posts" else {}), **fields}, safe=",:")
        return f"{self.root}/{route}{'&' if '?' in self.root else '?'}{query}"


def find_apis(address: str) -> list[Api]:
    """Return where the REST interface of a site may answer: under /wp-json, then as a site without permalinks.

    >>> [api.root for api in find_apis("https://contoh.id/radio/")]
    ['https://contoh.id/radio/wp-json', 'https://contoh.id/radio/?rest_route=']
    """
    parts = urlsplit(tidy(address))
    match = _ROOT.match(parts.path)
    root = match.group(1) if match else f"{parts.path.rstrip('/').removesuffix('/index.php')}/wp-json"
    home = parts._replace(path=f"{root.rpartition('/')[0]}/", query="", fragment="").geturl()
    asked = {key: values[0] for key, values in parse_qs(parts.query).items() if key in {"categories", "tags", "lang", "search"}}
    pretty = Api(home, parts._replace(path=root, query="", fragment="").geturl(), asked)
    plain = Api(home, f"{home}?rest_route=", asked)
    return [plain] if "rest_route=" in parts.query else [pretty, plain]


class _Site:
    """One site, asked through its REST interface; remembers what authors and the site are called."""

    def __init__(self, api: Api, client: Client) -> None:
        self._api = api
        self._client = client
        self._names: dict[int, str] = {}
        self._outlet = ""
        self._users_open = True

    def posts(self, source: Source, today: date, known: Container[str]) -> Found:
        categories, unknown = self._categories(source.categories)
        if source.categories and not categories:
            raise unknown[0]
        rows = self._rows(source, categories, today)
        found = [one for row in rows[: source.most] for one in self._article(row, source, known)]
        if not rows and not unknown:
            if source.since_days:
                raise nothing_new(source)
            raise SourceError(f"{shown(source.address)}: situs WordPress ini tidak memberi satu pos pun; periksa alamat dan kategorinya.")
        return [*found, *unknown]

    def _rows(self, source: Source, categories: list[str], today: date) -> Rows:
        size = max(1, min(source.most, MOST_PER_PAGE))
        fields: dict[str, str | int] = {"per_page": size, "_fields": _FIELDS}
        if categories:
            fields["categories"] = ",".join(categories)
        if source.since_days:
            fields["after"] = f"{today - timedelta(days=source.since_days)}T00:00:00"
        rows: dict[Any, dict[str, Any]] = {}
        for page in range(1, -(-source.most // size) + 1):
            try:
                answer = self._client.get(self._api.at("wp/v2/posts", {**fields, "page": page}))
            except StatusError as error:
                if page > 1 and error.status in {400, 404}:  # rest_post_invalid_page_number: there are no more
                    break
                raise
            batch = _rows_of(parse_json(answer), answer)
            rows.update((row.get("id") or row.get("link") or len(rows), row) for row in batch)
            total = answer.headers.get("x-wp-totalpages", "")
            if len(batch) < size or (total.isdecimal() and page >= int(total[:9])):
                break
        return list(rows.values())

    def _article(self, row: dict[str, Any], source: Source, known: Container[str]) -> Iterator[Article | SourceError]:
        title = plain_line(_rendered(row, "title"))
        link = tidy(join(self._api.home, str(row.get("link") or "")))
        stem = article_id(link, title or str(row.get("slug") or row.get("id")))
        if stem in known:
            return
        content = row.get("content")
        text = read_fragment(_rendered(row, "content"))
        if isinstance(content, dict) and content.get("protected"):
            yield SourceError(f"{shown(link or source.address)}: pos ini dikunci dengan sandi, jadi dilewati.")
        elif not text:
            yield SourceError(f"{shown(link or source.address)}: pos ini tidak berisi teks (mungkin hanya foto atau video), jadi dilewati.")
        else:
            stamp = row.get("date") or row.get("date_gmt")
            day = parse_date(stamp) if isinstance(stamp, str) else None
            yield Article(stem, link or source.address, text, title, self._author(row.get("author")), self._site_name(source), day)

    def _site_name(self, source: Source) -> str:
        """Return what the site calls itself; where it does not say, its host."""
        if not self._outlet:
            try:
                index = parse_json(self._client.get(self._api.at("", {"_fields": "name"})))
            except SourceError:
                index = {}
            name = index.get("name") if isinstance(index, dict) else ""
            self._outlet = plain_line(name) if isinstance(name, str) and name.strip() else outlet_name(source.address)
        return self._outlet

    def _author(self, number: Any) -> str:
        """Return an author's name where the site tells it; most do not, and that is fine."""
        if not isinstance(number, int) or number <= 0:
            return ""
        if number not in self._names and self._users_open:
            try:
                user = parse_json(self._client.get(self._api.at(f"wp/v2/users/{number}", {"_fields": "name"})))
                name = user.get("name") if isinstance(user, dict) else ""
                self._names[number] = plain_line(name) if isinstance(name, str) and "@" not in name else ""
            except StatusError as error:
                self._names[number] = ""
                self._users_open = error.status not in {401, 403}  # a site that hides one hides them all
            except SourceError:
                self._users_open = False
        return self._names.get(number, "")

    def _categories(self, wanted: tuple[str, ...]) -> tuple[list[str], list[SourceError]]:
        """Return the numbers of categories by number, slug or name, and a sentence for each that the site does not have."""
        numbers: list[str] = []
        unknown: list[SourceError] = []
        for name in wanted:
            number = name.strip() if name.strip().isdecimal() else self._category(name)
            if number:
                numbers.append(number)
            else:
                unknown.append(SourceError(self._no_category(name)))
        return numbers, unknown

    def _category(self, name: str) -> str:
        slug = "-".join(name.lower().split())
        searches: tuple[dict[str, str | int], ...] = ({"slug": slug}, {"search": name.strip(), "per_page": 100})
        for fields in searches:
            for row in self._list("categories", {**fields, "_fields": "id,name,slug"}):
                if slug == row.get("slug") or plain_line(str(row.get("name"))).casefold() == " ".join(name.split()).casefold():
                    return str(row.get("id") or "")
        return ""

    def _no_category(self, name: str) -> str:
        rows = self._list("categories", {"per_page": 20, "orderby": "count", "order": "desc", "_fields": "name"})
        names = ", ".join(plain_line(str(row.get("name"))) for row in rows if row.get("name"))
        return f"{shown(self._api.home)}: kategori '{name}' tidak ada di situs ini" + (f"; yang ada: {names}." if names else ".")

    def _list(self, route: str, fields: Mapping[str, str | int]) -> Rows:
        answer = self._client.get(self._api.at(f"wp/v2/{route}", fields))
        return _rows_of(parse_json(answer), answer)


def _from_feed(home: str, source: Source, client: Client, today: date, known: Container[str]) -> Found:
    fields: dict[str, str] = {}
    numbers = [name for name in source.categories if name.strip().isdecimal()]
    names = ["-".join(name.lower().split()) for name in source.categories if not name.strip().isdecimal()]
    if numbers:
        fields["cat"] = ",".join(numbers)
    if names:
        fields["category_name"] = ",".join(names)
    query = f"?{urlencode(fields, safe=',')}" if fields else ""
    answer = client.get(f"{home}feed/{query}")
    return read_feed(answer, replace(source, categories=()), client, today, known)


def _rows_of(value: Any, answer: Answer) -> Rows:
    if isinstance(value, list):
        return [row for row in value if isinstance(row, dict)]
    raise NoRestError(f"{shown(answer.url)}: jawabannya bukan daftar pos WordPress.")


def _rendered(row: Mapping[str, Any], key: str) -> str:
    part = row.get(key)
    value = part.get("rendered") if isinstance(part, dict) else part
    return value if isinstance(value, str) else ""
