"""Sockets that lead only where they may: every address of a host is looked up once, checked, and connected to as checked.

A name that answers with a public address when it is checked and with 127.0.0.1 when it is connected to (DNS rebinding)
gets nowhere, because there is one look-up and the socket goes to the very address that was looked at; TLS still asks for
and verifies the certificate of the name.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from broadcast.errors import SourceError

Resolve = Callable[[str, int], Sequence[str]]
"""A look-up: host and port → its IP addresses; raises OSError when there are none."""

MOST_ADDRESSES = 4
"""Addresses of one host that are tried; each may take a whole connect timeout."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # how a network without IPv4 reaches the old Internet
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.IGNORECASE)  # 2130706433, 0x7f.1, 127.1


def number(value: float) -> str:
    """Return a number as it is written in Indonesian.

    >>> number(0.5), number(15.0)
    ('0,5', '15')
    """
    return f"{value:g}".replace(".", ",")


class UnreachableError(SourceError):
    """A host does not answer, or cannot be found."""


class PassingError(Exception):
    """What may pass if we wait: `wait` seconds were asked for, and `error` is raised when it does not pass."""

    def __init__(self, error: SourceError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet, also when it wraps another one.

    >>> is_public("93.184.215.14"), is_public("100.64.0.1"), is_public("::ffff:10.0.0.1"), is_public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return _is_open(found)
    inside = _carried(found)
    if inside and (found.ipv4_mapped or found in _NAT64):
        return _is_open(inside)
    return not found.scope_id and not found.is_site_local and _is_open(found) and (inside is None or _is_open(inside))


def look_up(host: str, port: int, wait: float) -> Sequence[str]:
    """Return the addresses of a host, in the order the system prefers, waiting at most `wait` seconds.

    Raises OSError when there are none; TimeoutError is one.
    """
    answer: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.append(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label that is empty or too long
            answer.append(error if isinstance(error, OSError) else socket.gaierror(socket.EAI_NONAME, str(error)))

    asking = threading.Thread(target=ask, daemon=True)  # the system's look-up knows no timeout of its own
    asking.start()
    asking.join(wait)
    if not answer:
        raise TimeoutError(host)
    if isinstance(answer[0], OSError):
        raise answer[0]
    return answer[0]


class Door:
    """Opens the sockets of one request, and slams them shut when its time is over.

    `private` are host names (lower case) that may lead inside; `resolve` looks names up; `wait_s` bounds one connection.
    """

    def __init__(self, private: frozenset[str], resolve: Resolve, wait_s: float, most_s: float) -> None:
        self.slammed = False
        self._private = private
        self._resolve = resolve
        self._wait_s = wait_s
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(most_s, self.slam)
        self._timer.daemon = True
        self._timer.start()

    def slam(self) -> None:
        """End every connection: whoever waits for an answer stops waiting."""
        with self._lock:
            self.slammed = True
            for opened in self._sockets:
                with contextlib.suppress(OSError, ValueError):
                    socket.socket.shutdown(opened, socket.SHUT_RDWR)  # TLS's own shutdown would pull the state from under its reader

    def close(self) -> None:
        """Stop the clock; the answer has been read."""
        self._timer.cancel()

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses of a host, all of them checked.

        Raises SourceError when there are none or one of them leads inside; the sentence lacks the source.
        """
        name = host.strip("[]").rstrip(".").lower()
        allowed = name in self._private
        if not allowed and _NUMBERS.fullmatch(name) and not _is_ip(name):
            raise _refused(name, name)
        found = self._looked_up(name, port)
        inside = next((address for address in found if not is_public(address)), "")
        if inside and not allowed:
            raise _refused(name, inside)
        return found[:MOST_ADDRESSES]

    def open(self, host: str, port: int) -> socket.socket:
        """Return a socket connected to a checked address of a host.

        Raises SourceError, or PassingError when nobody answers there.
        """
        return self._connected(host, port, self.addresses(host, port))

    def open_proxy(self, host: str, port: int) -> socket.socket:
        """Return a socket connected to the proxy that the environment names; proxies stand inside."""
        return self._connected(host, port, self._looked_up(host.strip("[]"), port))

    def keep(self, opened: socket.socket | None) -> None:
        """Remember a socket that took another's place (TLS wraps the plain one)."""
        with self._lock:
            if opened is not None:
                self._sockets.append(opened)
        if self.slammed:
            self.slam()

    def _looked_up(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self._resolve(host, port)
        except TimeoutError as error:
            raise UnreachableError("server nama (DNS) tidak menjawab; periksa sambungan internet.") from error
        except OSError as error:
            if error.errno == socket.EAI_AGAIN:
                raise UnreachableError("tidak ada sambungan ke internet (server nama tidak menjawab); periksa sambungannya.") from error
            raise UnreachableError(f"situs {host} tidak ditemukan; periksa ejaan alamat dan sambungan internet.") from error
        if not found:
            raise UnreachableError(f"situs {host} tidak ditemukan; periksa ejaan alamat dan sambungan internet.")
        return found

    def _connected(self, host: str, port: int, addresses: Sequence[str]) -> socket.socket:
        last: OSError = OSError()
        for address in addresses:
            try:
                opened = socket.create_connection((address, port), self._wait_s)
            except OSError as error:
                last = error
                continue
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.keep(opened)
            return opened
        if isinstance(last, TimeoutError):
            raise UnreachableError(f"server {host} tidak menjawab dalam {number(self._wait_s)} detik; coba lagi nanti.") from last
        raise PassingError(UnreachableError(f"tidak ada sambungan ke {host}; periksa internet, atau servernya sedang mati.")) from last


class Adapter(HTTPAdapter):
    """The transport of requests, its sockets opened by a Door."""

    def __init__(self, door: Door) -> None:
        self._door = door
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pools, with our sockets in them."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._door, self._door.open)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """Make the pools that go through a proxy: its socket is not checked, but it ends on time too."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        if not proxy.lower().startswith("socks"):
            manager.pool_classes_by_scheme = _pools(self._door, self._door.open_proxy)
        return manager


def _pools(door: Door, opening: Callable[[str, int], socket.socket]) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return opening(self.host, self.port or 80)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return opening(self.host, self.port or 443)

        def connect(self) -> None:
            super().connect()
            door.keep(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _is_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    closed = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback or address.is_link_local
    return address.is_global and not closed


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address carries inside: mapped, 6to4, Teredo's client or NAT64."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _refused(host: str, address: str) -> SourceError:
    where = host if host == address else f"{host} ({address})"
    return SourceError(
        f"{where} berada di jaringan dalam, jadi tidak diambil; bila itu memang milik stasiun, "
        f'masukkan "{host}" ke private di bagian [network] station.toml.'
    )
