"""Web addresses: which are some, what is the same one, and the id of the article behind it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from broadcast.errors import SourceError

_SLUG_MOST = 60
_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref|ref_src|source|medium|campaign|from|amp|outputtype|"
    r"share|shared|replytocom|at_\w+|cmpid|ns_\w+|sfnsn|mibextid|wt_mc|spm)",
    re.IGNORECASE,
)  # utm_source=rss, fbclid=…
_WHOLE_PAGE = frozenset({("page", "all"), ("page", "1"), ("single", "1"), ("halaman", "all"), ("show", "all")})
_MIRROR_HOST = re.compile(r"(?:www\d?|m|amp|mobile|wap)\.(?=[^.]+\.)")  # www.contoh.id, m.contoh.id
_ENDING = re.compile(r"\.(?:html?|php|aspx?|amp)$")  # banjir.html
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_UNSAFE = re.compile(r"[\s\\\x00-\x1f\x7f]")


class NothingNewError(SourceError):
    """A source answered well, but everything in it is older than the station wants: news of the source, not a fault."""


def is_address(text: str) -> bool:
    """Tell a web address from the name of a file.

    >>> is_address("HTTPS://contoh.id/feed/"), is_address("berita/http.txt")
    (True, False)
    """
    return text.lower().startswith(("http://", "https://"))


def shown(address: str) -> str:
    """Return an address as it may stand in a message: without a password, and not endless.

    >>> shown("https://admin:rahasia@contoh.id/a")
    'https://contoh.id/a'
    """
    short = " ".join(address.split())
    short = re.sub(r"^([a-zA-Z][\w+.-]*://)[^/?#]*@", r"\1", short)
    return short if len(short) <= 200 else f"{short[:199]}…"


def split_address(address: str) -> SplitResult:
    """Return the parts of a web address that may be asked for.

    Raises SourceError when it is no http or https address, names no host, or carries a password.
    """
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise _invalid(address) from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise SourceError(f"{shown(address)}: hanya alamat http:// dan https:// yang diambil; periksa alamatnya.")
    if parts.username is not None or parts.password is not None:
        raise SourceError(f"{shown(address)}: alamat dengan nama pengguna atau sandi tidak diambil; hapus bagian sebelum tanda @.")
    if not host or _UNSAFE.search(address):
        raise _invalid(address)
    return parts


def join(base: str, link: str) -> str:
    """Return a link as a whole address, or an empty string when it leads to no web page.

    >>> join("https://contoh.id/daerah/", "../a.html#komentar")
    'https://contoh.id/a.html'
    >>> join("https://contoh.id/", "javascript:void(0)")
    ''
    """
    try:
        whole = urljoin(base, "".join(link.split()))
        parts = urlsplit(whole)
        if parts.scheme.lower() in {"http", "https"} and parts.hostname:
            return parts._replace(fragment="").geturl()
    except ValueError:
        pass
    return ""


def tidy(address: str) -> str:
    """Return an address without what only tracks the reader: it is what an article names as its source.

    >>> tidy("https://www.contoh.id/banjir?utm_source=rss&id=7&page=all#atas")
    'https://www.contoh.id/banjir?id=7'
    """
    parts = _split(address)
    query = _query(parts)
    kept = [(key, value) for key, value in untracked(address) if (key.lower(), value.lower()) not in _WHOLE_PAGE]
    written = parts.query if len(kept) == len(query) else urlencode(kept, errors="replace")
    return parts._replace(query=written, fragment="").geturl()


def untracked(address: str) -> list[tuple[str, str]]:
    """Return the fields of an address's query, but those that only track the reader.

    >>> untracked("https://contoh.id/a?fbclid=x&page=2")
    [('page', '2')]
    """
    return [(key, value) for key, value in _query(_split(address)) if not _TRACKING.fullmatch(key)]


def site(address: str) -> str:
    """Return the host of an address, its mirrors for phones alike.

    >>> site("https://m.contoh.id:443/a"), site("http://www.contoh.id"), site("https://m.id/")
    ('contoh.id', 'contoh.id', 'm.id')
    """
    parts = _split(address)
    host, port = (parts.hostname or "").rstrip("."), parts.port
    host = _MIRROR_HOST.sub("", host, count=1) if _MIRROR_HOST.match(host) else host
    return host if port in {None, 80, 443} else f"{host}:{port}"


def article_id(link: str, title: str = "") -> str:
    """Return the stable id of the article at `link`, usable as a file name anywhere: slug, hyphen, eight hex digits.

    The slug is the last part of the link's path; only without a link is it made of `title`, because a headline is changed
    more often than an address. The digits are of the address as far as it names the article: neither scheme, mirror host,
    tracking, order of parameters nor a slash at the end count.

    >>> article_id("https://www.contoh.id/2026/11/banjir-surut/?utm_source=rss")
    'banjir-surut-3f2943d5'
    >>> article_id("http://m.contoh.id/2026/11/banjir-surut") == article_id("https://www.contoh.id/2026/11/banjir-surut/?page=all")
    True
    """
    name = _identity(link) if link else title
    digest = hashlib.sha256(name.encode("utf-8", errors="replace")).hexdigest()[:8]
    slug = _link_slug(link) if link else _slug(title)
    return f"{slug or 'berita'}-{digest}"


def is_front(address: str) -> bool:
    """Tell the front page of a site.

    >>> is_front("https://contoh.id/"), is_front("https://contoh.id/index.php?utm_source=x"), is_front("https://contoh.id/?p=7")
    (True, True, False)
    """
    parts = _split(tidy(address))
    return parts.path.lower() in {"", "/", "/index.php", "/index.html", "/index.htm", "/home", "/beranda"} and not parts.query


def _identity(link: str) -> str:
    parts = _split(tidy(link))
    path = quote(unquote(parts.path), safe="/", errors="replace").rstrip("/").removesuffix("/amp")
    return f"{site(link)}{path}?{urlencode(sorted(_query(parts)), errors='replace')}"


def _link_slug(link: str) -> str:
    parts = _split(tidy(link))
    pieces = [piece for piece in unquote(parts.path).lower().rstrip("/").removesuffix("/amp").split("/") if piece]
    last = _slug(_ENDING.sub("", pieces[-1])) if pieces else ""
    if parts.query and (not last or last in {"index", "read", "detail", "berita", "news"}):
        return _slug(parts.query)
    return last or _slug(parts.hostname or "")


def _slug(text: str) -> str:
    r"""Return a text in lower-case ASCII letters and digits with hyphens between, at most 60, cut between words.

    >>> _slug("Jum’at: Harga “Café” naik!")
    'jumat-harga-cafe-naik'
    """
    plain = unicodedata.normalize("NFKD", text).replace("’", "").replace("'", "").encode("ascii", errors="ignore").decode("ascii")
    slug = _NO_SLUG.sub("-", plain.lower()).strip("-")
    if len(slug) <= _SLUG_MOST:
        return slug
    return slug[:_SLUG_MOST].rstrip("-") if "-" not in slug[:_SLUG_MOST] else slug[: _SLUG_MOST + 1].rpartition("-")[0]


def _split(address: str) -> SplitResult:
    """Return the parts of any text that should be an address; what is none is all path."""
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError:
        return SplitResult("", "", address, "", "")
    return parts


def _query(parts: SplitResult) -> list[tuple[str, str]]:
    try:
        return parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:  # more fields than Python reads
        return [(parts.query, "")]


def _invalid(address: str) -> SourceError:
    return SourceError(f"{shown(address)}: alamat web ini tidak sah; periksa ejaannya.")
