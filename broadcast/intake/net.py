"""The one client through which intake goes to the network: bounded in time, size and redirects, and never led inside.

TLS is always verified (REQUESTS_CA_BUNDLE or SSL_CERT_FILE may name a network's own certificates). Redirects are followed by
hand, each hop checked like the first; sizes are counted after decompression; no cookie outlives one look-up and no password
is ever sent.

Proxies of the environment (HTTP_PROXY, HTTPS_PROXY, NO_PROXY, or those of the system) are honoured: a station behind one has
no other way out. A proxy looks names up itself, so there the connection cannot be tied to a checked address; what this
computer can look up is still checked before the proxy is asked. Hosts in `Net.private` are reached without it.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urljoin

import requests
from requests.cookies import RequestsCookieJar
from requests.utils import get_environ_proxies, select_proxy
from urllib3.exceptions import HTTPError, LocationParseError, ReadTimeoutError
from urllib3.exceptions import SSLError as TlsError

import broadcast
from broadcast.errors import SourceError
from broadcast.intake.addresses import shown, site, split_address
from broadcast.intake.answer import Answer, StatusError, read_answer
from broadcast.intake.pinning import Adapter, Door, PassingError, Resolve, UnreachableError, look_up, number
from broadcast.model import Net

AGENT = f"broadcast/{broadcast.__version__} (ruang berita radio)"
MOST_AT_ONCE = 2
"""Requests under way at one site; those of small towns run on small servers."""
MOST_FAILURES = 3
"""Failures in a row after which a site is left in peace: twenty pages of a dead one would cost a quarter of an hour."""
BACK_OFF_S = 1.0
MOST_WAIT_S = 5.0
"""The longest Retry-After that is waited for."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/json;q=0.9,*/*;q=0.5",
    "Accept-Language": "id,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


class Client:
    """Fetches addresses, from several threads at once, but at most `MOST_AT_ONCE` from one site.

    `resolve` and `sleep` stand for the system's look-up of names and its clock; tests give their own.
    """

    def __init__(self, net: Net, resolve: Resolve | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        self.net = net
        self._resolve = resolve or partial(look_up, wait=net.connect_s)
        self._sleep = sleep
        self._private = frozenset(name.strip("[]").rstrip(".").lower() for name in net.private)
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(MOST_AT_ONCE))
        self._failures: dict[str, int] = defaultdict(int)
        self._doors: set[Door] = set()
        self._closed = False

    def get(self, url: str) -> Answer:
        """Return what an address answers, redirects followed.

        Raises SourceError, one sentence with the address; a StatusError where the server refused.
        """
        split_address(url)
        place = site(url)
        with self._lock:
            turn = self._turns[place]
        with turn:
            self._require_hope(url, place)
            try:
                answer = self._patiently(url)
            except StatusError as error:
                self._note(place, failed=error.status >= 500 or error.status == 429)
                raise
            except UnreachableError:
                self._note(place, failed=True)
                raise
            self._note(place, failed=False)
            return answer

    def close(self) -> None:
        """End what is under way and begin nothing more."""
        with self._lock:
            self._closed = True
            doors = list(self._doors)
        for door in doors:
            door.slam()

    def _require_hope(self, url: str, place: str) -> None:
        if self._closed:
            raise SourceError(f"{shown(url)}: pengambilan dihentikan.")
        if self._failures[place] >= MOST_FAILURES:
            raise SourceError(f"{shown(url)}: tidak diambil, karena {place} sudah {MOST_FAILURES} kali tidak menjawab; coba lagi nanti.")

    def _note(self, place: str, *, failed: bool) -> None:
        with self._lock:
            self._failures[place] = self._failures[place] + 1 if failed else 0

    def _patiently(self, url: str) -> Answer:
        """Try twice, within the time of one answer."""
        deadline = time.monotonic() + self.net.total_s
        try:
            return self._followed(url, deadline)
        except PassingError as trouble:
            wait = trouble.wait or BACK_OFF_S
            if wait > MOST_WAIT_S or time.monotonic() + wait >= deadline or self._closed:
                raise trouble.error from trouble
            self._sleep(wait)
        try:
            return self._followed(url, deadline)
        except PassingError as trouble:
            raise trouble.error from trouble

    def _followed(self, url: str, deadline: float) -> Answer:
        left = max(0.01, deadline - time.monotonic())
        door = Door(self._private, self._resolve, min(self.net.connect_s, left), left)
        adapter = Adapter(door)
        with self._lock:
            self._doors.add(door)
        if self._closed:
            door.slam()
        here, cookies = url, RequestsCookieJar()
        try:
            for _hop in range(self.net.redirects + 1):
                _check_hop(url, here)
                found = self._asked(here, adapter, door, cookies)
                if isinstance(found, Answer):
                    return found
                here = found
        except (PassingError, SourceError) as error:
            raise _placed(error, url, here) from error
        finally:
            door.close()
            adapter.close()
            with self._lock:
                self._doors.discard(door)
        raise SourceError(f"{shown(url)}: dialihkan lebih dari {self.net.redirects} kali; periksa alamatnya di peramban.")

    def _asked(self, url: str, adapter: Adapter, door: Door, cookies: RequestsCookieJar) -> Answer | str:
        """Return the answer of one hop, or the address that it redirects to."""
        try:
            request = requests.Request("GET", url, headers=_HEADERS, cookies=cookies).prepare()
            with adapter.send(request, stream=True, timeout=(self.net.connect_s, self.net.read_s), **self._way(url, door)) as answer:
                cookies.update(answer.cookies)
                if answer.status_code in _REDIRECTS and answer.headers.get("location"):
                    return _target(url, answer.headers["location"])
                whole = read_answer(answer, url, self.net.limit)
            self._require_time(door)
        except (PassingError, SourceError) as error:
            if door.slammed:
                raise self._late() from error
            raise
        except Exception as error:  # whatever a server makes the libraries raise is this server's trouble
            raise self._explained(error, door) from error
        return whole

    def _require_time(self, door: Door) -> None:
        """Refuse an answer whose connection we ended ourselves: it looks like one that is over."""
        if door.slammed:
            raise self._late()

    def _late(self) -> SourceError:
        return UnreachableError(f"server tidak selesai menjawab dalam {number(self.net.total_s)} detik; coba lagi nanti.")

    def _way(self, url: str, door: Door) -> dict[str, Any]:
        """Return how to get there: certificates to trust, and the proxy of the environment if there is one."""
        trusted = next((path for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE") if (path := os.environ.get(name))), True)
        parts = split_address(url)
        host = (parts.hostname or "").rstrip(".")
        proxies = {} if host in self._private else dict(get_environ_proxies(url, no_proxy=None))
        if not select_proxy(url, proxies):
            return {"verify": trusted, "proxies": {}}
        with contextlib.suppress(UnreachableError):  # a name that only the proxy can look up
            door.addresses(host, parts.port or 80)
        return {"verify": trusted, "proxies": proxies}

    def _explained(self, error: Exception, door: Door) -> SourceError | PassingError:  # noqa: PLR0911  # one return for each kind of trouble
        if door.slammed:
            return self._late()
        if isinstance(error, (requests.exceptions.SSLError, TlsError)):
            return SourceError(_tls_sentence(str(error)))
        if isinstance(error, requests.exceptions.ProxyError):
            return UnreachableError("proksi jaringan tidak menjawab; periksa setelan proksi komputer ini.")
        if isinstance(error, (requests.Timeout, ReadTimeoutError)):
            return UnreachableError(f"server tidak menjawab dalam {number(self.net.read_s)} detik; coba lagi nanti.")
        if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, LocationParseError, UnicodeError)):
            return SourceError("alamat web ini tidak sah; periksa ejaannya.")
        if isinstance(error, (requests.ConnectionError, HTTPError, ConnectionError)):
            return PassingError(UnreachableError("sambungan terputus sebelum selesai; coba lagi nanti."))
        return SourceError(f"tidak bisa diambil ({type(error).__name__}); periksa alamat dan setelan jaringan.")


def _check_hop(url: str, here: str) -> None:
    try:
        split_address(here)
    except SourceError as error:
        raise _SaidError(f"{shown(url)}: dialihkan ke {error}") from error


class _SaidError(SourceError):
    """An error whose sentence is whole already."""


def _placed(error: PassingError | SourceError, url: str, here: str) -> PassingError | SourceError:
    """Return the same error with the address before its sentence."""
    where = shown(url) if here == url else f"{shown(url)}: dialihkan ke {shown(here)}"
    if isinstance(error, PassingError):
        return PassingError(_placed_sentence(error.error, where), error.wait)
    return _placed_sentence(error, where)


def _placed_sentence(error: SourceError, where: str) -> SourceError:
    if isinstance(error, _SaidError):
        return error
    if isinstance(error, StatusError):
        return StatusError(f"{where}: {error}", error.status)
    kind = UnreachableError if isinstance(error, UnreachableError) else SourceError
    return kind(f"{where}: {error}")


def _target(url: str, location: str) -> str:
    try:
        written = location.encode("latin-1").decode("utf-8")  # http reads headers as Latin-1; servers send UTF-8
    except UnicodeError:
        written = location
    try:
        return urljoin(url, written.strip().replace(" ", "%20")).partition("#")[0]
    except ValueError as error:
        raise SourceError("dialihkan ke alamat yang tidak sah; periksa alamatnya di peramban.") from error


def _tls_sentence(reason: str) -> str:
    if "CERTIFICATE" in reason.upper() or "hostname" in reason.lower():
        return "sertifikat keamanan (TLS) situs ini tidak sah; periksa jam komputer ini, atau beri tahu pengelola situsnya."
    return "sambungan aman (TLS) ke situs ini gagal; periksa alamatnya (https atau http) dan jaringan."
