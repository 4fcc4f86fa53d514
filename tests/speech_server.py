"""A server on this machine that speaks the protocol of Google Translate's speech, well or badly."""

from __future__ import annotations

import base64
import functools
import json
import math
import struct
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote

RATE = 24_000


@functools.cache
def mp3(ms: int) -> bytes:
    """Return a real MP3 of `ms` milliseconds of tone, as the service sends: 24 kHz mono, 32 kbit/s."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.silence()
    tone = [round(9000 * math.sin(at * 2 * math.pi / 120)) for at in range(120)]
    cycle = struct.pack("<120h", *tone)
    return bytes(encoder.encode(cycle * (RATE * ms // 1000 // 120))) + bytes(encoder.flush())


class SpeechServer:
    """Answers with each of `answers` in turn, then with the last of them; `heard` are the texts it was asked for.

    sound, busy (429), broken (500), refused (403), redirect, hang, cut (half an answer), empty, garbage, garbled, flood.
    """

    def __init__(self, *answers: str, certificate: Path | None = None) -> None:
        self.answers = list(answers) or ["sound"]
        self.heard: list[str] = []
        self.parameters: list[list[Any]] = []
        self.agents: list[str] = []
        self.released = threading.Event()
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                outer.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                pass  # a client that gives up is part of the tests

        self._server = Quiet(("127.0.0.1", 0), Handler)
        scheme = "http"
        if certificate:
            import ssl

            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            scheme = "https"
        self.address = f"{scheme}://127.0.0.1:{self._server.server_port}"
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
        body = handler.rfile.read(int(handler.headers["Content-Length"])).decode("ascii")
        assert handler.path == "/_/TranslateWebserverUi/data/batchexecute"
        [[[rpc, parameters, *_]]] = json.loads(unquote(body.removeprefix("f.req=").removesuffix("&")))
        assert rpc == "jQ1olc"
        text, *rest = json.loads(parameters)
        with self._lock:
            self.heard.append(text)
            self.parameters.append(rest)
            self.agents.append(handler.headers["User-Agent"])
            how = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        getattr(self, f"_{how}")(handler, text)

    def _reply(
        self, handler: BaseHTTPRequestHandler, sound: str | None, status: int = 200, headers: Sequence[tuple[str, str]] = ()
    ) -> None:
        spoken = json.dumps([sound], separators=(",", ":")) if sound is not None else None
        rows = [["wrb.fr", "jQ1olc", spoken, None, None, None, "generic"]]
        body = (")]}'\n\n" + json.dumps(rows, separators=(",", ":")) + "\n").encode("utf-8")
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def _sound(self, handler: BaseHTTPRequestHandler, text: str) -> None:
        self._reply(handler, base64.b64encode(mp3(80 * len(text))).decode("ascii"))

    def _busy(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, None, 429)

    def _later(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, None, 429, [("Retry-After", "7")])

    def _broken(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, None, 500)

    def _refused(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, None, 403)

    def _redirect(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, None, 302, [("Location", "http://127.0.0.1:1/sorry")])

    def _empty(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, None)

    def _garbage(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, base64.b64encode(b"bukan suara" * 50).decode("ascii"))

    def _garbled(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, "bukan base64!")

    def _flood(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self._reply(handler, "A" * 6_000_000)

    def _hang(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        self.released.wait(30)
        handler.close_connection = True

    def _cut(self, handler: BaseHTTPRequestHandler, _text: str) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b")]}'")
        handler.close_connection = True
