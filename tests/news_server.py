"""A news site on this machine: pages, feeds and a WordPress, and every way in which a server can misbehave."""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import socket
import threading
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from broadcast.errors import SourceError
from broadcast.intake import intake
from broadcast.model import Article, Net, Source

TODAY = date(2026, 11, 24)

LOCAL = Net(private=frozenset({"127.0.0.1", "localhost"}), connect_s=2, read_s=2, total_s=6)

PARAGRAPHS = (
    "Petani di Desa Klepu mulai menanam bawang merah setelah saluran irigasi yang rusak selesai diperbaiki pada awal pekan.",
    "Perbaikan sepanjang dua kilometer itu dikerjakan warga bersama dinas pengairan kabupaten selama hampir tiga bulan.",
    "Ketua kelompok tani, Sutrisno, mengatakan air kini mengalir sampai ke sawah paling ujung tanpa harus bergiliran.",
    "Pemerintah desa menyiapkan dana perawatan agar saluran tidak cepat dangkal ketika musim hujan datang kembali.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TEXT = "\n".join(PARAGRAPHS)
OTHER = "".join(f"<p>{text.replace('Klepu', 'Sidorejo')}</p>" for text in PARAGRAPHS)
LONG = "<p>" + "</p><p>".join(f"Warga dusun ke-{number} menerima bantuan benih dari pemerintah kabupaten." for number in range(12)) + "</p>"

POSTS = "/wp-json/wp/v2/posts"
HTML_PIECES = [
    "<p>",
    "</p>",
    "<br>",
    "<div>",
    "</div>",
    "<li>",
    "<figure>",
    "</figure>",
    "<td>",
    "<table>",
    "&lt;",
    "&amp;",
    "&#0;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<a href='",
    "'",
    "<script>",
    "</script>",
    "<",
    ">",
    "[a_b ",
    "]",
    "\0",
    "\ud800",
    "<?x",
    "<svg>",
    "<plaintext>",
    "\n",
]


@dataclass(frozen=True)
class Reply:
    """One answer; `chunks` are sent one by one, `pause` s apart, instead of `body`."""

    body: str | bytes = ""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: bool = True


Route = Reply | str | Callable[[BaseHTTPRequestHandler], None]


def page(title: str = "Irigasi Klepu Pulih", body: str = BODY, head: str = "", canonical: str = "", kind: str = "article") -> str:
    """Return an article page as a news site writes it."""
    own = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    og = f'<meta property="og:type" content="{kind}">' if kind else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{og}{own}{head}</head><body>'
        f'<nav><a href="/">Beranda</a></nav><article><h1>{title}</h1>{body}</article><footer>Hak cipta</footer></body></html>'
    )


def item(number: int | str, *, content: str = "", summary: str = "", date: str = "Mon, 23 Nov 2026 09:00:00 +0700", more: str = "") -> str:
    """Return one RSS item; `content` becomes content:encoded."""
    full = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    short = f"<description><![CDATA[{summary}]]></description>" if summary else ""
    stamp = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item><title>Berita {number}</title><link>/berita-{number}</link><guid>g{number}</guid>{stamp}{short}{full}{more}</item>"


def rss(*items: str, title: str = "Kabar Klepu", encoding: str = "utf-8") -> str:
    """Return an RSS 2.0 feed."""
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{title}</title><link>/</link>{"".join(items)}</channel></rss>'
    )


def feed(*items: str, **more: str) -> Reply:
    """Return the answer of a feed."""
    return Reply(rss(*items, **more), "application/rss+xml; charset=utf-8")


def as_json(value: object, **headers: str) -> Reply:
    """Return a JSON answer."""
    return Reply(json.dumps(value), "application/json", headers={name.replace("_", "-"): text for name, text in headers.items()})


def post(number: int, **more: Any) -> dict[str, Any]:
    """Return a post as WordPress's REST interface does."""
    return {
        "id": number,
        "date": f"2026-11-{23 - number % 20:02}T09:30:00",
        "date_gmt": f"2026-11-{23 - number % 20:02}T02:30:00",
        "slug": f"berita-{number}",
        "link": f"/berita-{number}/",
        "title": {"rendered": f"Berita &#8220;{number}&#8221;"},
        "content": {"rendered": BODY, "protected": False},
        "author": 7,
    } | more


def gone(handler: BaseHTTPRequestHandler) -> None:
    """End the connection without a word."""
    handler.close_connection = True
    handler.connection.close()


def bomb(size: int) -> Reply:
    """Return a few kilobytes that swell to `size` bytes."""
    return Reply(gzip.compress(b"a" * size), headers={"Content-Encoding": "gzip"})


def to(target: str, status: int = 302) -> Reply:
    """Return a redirect."""
    return Reply("pindah", status=status, headers={"Location": target})


class NewsServer:
    """Answers by path and query, then by path; a list of routes is answered in turn. `heard` are the paths asked for."""

    def __init__(self, routes: Mapping[str, Route | list[Route]], certificate: Path | None = None) -> None:
        self.routes = dict(routes)
        self.heard: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.most_at_once = 0
        self.released = threading.Event()
        self._at_once = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_: object) -> None:
                pass  # a client that gives up is part of the tests

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        scheme = "http"
        if certificate:
            import ssl

            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
            scheme = "https"
        self.scheme = scheme
        self.address = f"{scheme}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.heard.append(handler.path)
            self.headers.append(dict(handler.headers.items()))
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            found = self.routes.get(handler.path, self.routes.get(handler.path.partition("?")[0], Reply("tidak ada", status=404)))
            if isinstance(found, list):
                found = found.pop(0) if len(found) > 1 else found[0]
        try:
            if callable(found):
                found(handler)
            else:
                self._send(handler, Reply(found) if isinstance(found, str) else found)
        finally:
            with self._lock:
                self._at_once -= 1

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        body = reply.body.encode() if isinstance(reply.body, str) else reply.body
        body = body.replace(b"{here}", self.address.encode())
        handler.send_response(reply.status)
        if reply.kind:
            handler.send_header("Content-Type", reply.kind)
        for name, value in reply.headers.items():
            handler.send_header(name, value.replace("{here}", self.address))
        if reply.length:
            handler.send_header("Content-Length", str(len(body)))
        else:
            handler.close_connection = True
        handler.end_headers()
        handler.wfile.write(body)

    def hang(self, handler: BaseHTTPRequestHandler) -> None:
        """Take the request and say nothing."""
        self.released.wait(30)
        handler.close_connection = True

    def drip(self, handler: BaseHTTPRequestHandler) -> None:
        """Send the head, then a byte now and then, for ever: a slow loris."""
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        while not self.released.wait(0.05):
            handler.wfile.write(b"a")
            handler.wfile.flush()

    def drip_head(self, handler: BaseHTTPRequestHandler) -> None:
        """Send a head that never ends."""
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
        while not self.released.wait(0.05):
            handler.wfile.write(b"a")
            handler.wfile.flush()


class Tunnel:
    """A proxy that leads every CONNECT to one port of this machine; `asked` are the places it was asked for."""

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _place = self._listener.accept()
                head = b""
                while b"\r\n\r\n" not in head:
                    head += caller.recv(4096)
                self.asked.append(head.split()[1].decode())
                caller.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                server = socket.create_connection(("127.0.0.1", self._target))
                for one, other in ((caller, server), (server, caller)):
                    threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(4096):
                target.sendall(piece)
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def taken(*sources: str | Source, net: Net = LOCAL, known: Container[str] = frozenset()) -> list[Article | SourceError]:
    found = list(intake(sources, net, TODAY, known=known))
    for one in found:
        if isinstance(one, SourceError):
            assert str(one).endswith((".", ")")), str(one)
            assert "\n" not in str(one)
        else:
            assert re.fullmatch(r"[a-z0-9-]{1,69}", one.id), one.id
            assert one.text.strip()
    return found


def articles(*sources: str | Source, known: Container[str] = frozenset()) -> list[Article]:
    found = taken(*sources, known=known)
    assert not [str(one) for one in found if isinstance(one, SourceError)]
    return [one for one in found if isinstance(one, Article)]


def trouble(*sources: str | Source) -> str:
    (found,) = taken(*sources)
    assert isinstance(found, SourceError), found
    return str(found)


def source(server: NewsServer, path: str, kind: str = "auto", **more: object) -> Source:
    return Source("", f"{server.address}{path}", kind, **more)  # type: ignore[arg-type]
