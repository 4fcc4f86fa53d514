"""Asks Google Translate's speech service for sound, patiently but not for ever."""

from __future__ import annotations

import base64
import io
import ipaddress
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from broadcast.errors import EngineError, OfflineError, VoiceError

if TYPE_CHECKING:
    import numpy as np
    import requests

    Sound = tuple[np.ndarray[Any, np.dtype[np.int16]], int]

_BUSY = frozenset((429, 500, 502, 503, 504))
_MOST_BYTES = 5_000_000  # 100 characters are some 60 kB
_SOUND = re.compile(rb'jQ1olc","\[\\"([^"\\]*)\\"')  # ["wrb.fr","jQ1olc","[\"//NExAA…\"]",…
_WAY_OUT = "periksa internet, atau pakai suara luring"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the service is waited for, in seconds.

    `connect` and `read` bound one request; `waits` are slept before each repetition, unless the service asks for more;
    `total` bounds the requests of a sentence with their repetitions: none begins after it.
    """

    connect: float = 5.0
    read: float = 15.0
    waits: tuple[float, ...] = (1.0, 3.0, 8.0)
    total: float = 60.0
    sleep: Callable[[float], None] = time.sleep


class _PassingError(Exception):
    """What may pass if we wait: at least `wait` seconds, and `error` is raised when it does not."""

    def __init__(self, error: VoiceError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait


def fetch(session: requests.Session, request: requests.PreparedRequest, patience: Patience, deadline: float) -> Sound:
    """Return the sound (s16, and its rate) that answers `request`; `deadline` is on the monotonic clock.

    Raises OfflineError when the service is out of reach, busy or unwilling, EngineError when its answers hold no sound.
    """
    waits = iter(patience.waits)
    while True:
        try:
            return _sound_in(_answer(session, request, patience))
        except _PassingError as trouble:
            wait = next(waits, None)
            if wait is None or time.monotonic() + max(wait, trouble.wait) > deadline:
                raise trouble.error from trouble
            patience.sleep(max(wait, trouble.wait))


def _answer(session: requests.Session, request: requests.PreparedRequest, patience: Patience) -> bytes:
    import requests as http
    from urllib3.exceptions import NewConnectionError

    url = request.url or ""
    settings = session.merge_environment_settings(url, {}, True, None, None)  # proxies and certificates of the environment
    if is_loopback(url):
        settings["proxies"] = {}  # no proxy reaches this machine itself
    try:
        with session.send(request, timeout=(patience.connect, patience.read), allow_redirects=False, **settings) as answer:
            _require_success(answer)
            return _body(answer)
    except http.exceptions.SSLError as error:
        raise OfflineError("Sertifikat Google TTS tidak sah; periksa jam dan proksi komputer ini, atau pakai suara luring") from error
    except (http.ConnectTimeout, http.exceptions.ProxyError) as error:
        raise OfflineError(f"Google TTS tidak terjangkau; {_WAY_OUT}") from error
    except http.Timeout as error:
        raise _PassingError(OfflineError(f"Google TTS tidak menjawab dalam {patience.read:g} detik; {_WAY_OUT}")) from error
    except (http.ConnectionError, http.exceptions.ChunkedEncodingError) as error:
        if isinstance(getattr(error.args[0] if error.args else None, "reason", None), NewConnectionError):
            raise OfflineError(f"Google TTS tidak terjangkau; {_WAY_OUT}") from error
        raise _PassingError(OfflineError(f"Sambungan ke Google TTS terputus; {_WAY_OUT}")) from error
    except http.RequestException as error:
        raise OfflineError(f"Google TTS tidak dapat dihubungi ({type(error).__name__}); {_WAY_OUT}") from error


def _require_success(answer: requests.Response) -> None:
    if answer.status_code in _BUSY:
        asked = answer.headers.get("Retry-After", "")
        busy = f"Google TTS sibuk atau membatasi permintaan (kode {answer.status_code}); coba lagi nanti, atau pakai suara luring"
        raise _PassingError(OfflineError(busy), float(asked) if asked.isdecimal() else 0.0)
    if answer.status_code != 200:
        raise OfflineError(f"Google TTS menolak permintaan (kode {answer.status_code}); pakai suara luring")


def _body(answer: requests.Response) -> bytes:
    body = bytearray()
    for piece in answer.iter_content(65_536):
        body += piece
        if len(body) > _MOST_BYTES:
            raise OfflineError("Google TTS menjawab dengan sesuatu yang bukan suara; pakai suara luring")
    return bytes(body)


def _sound_in(body: bytes) -> Sound:
    """Decode the one MP3 of an answer: two joined ones would lose the second (FACTS of soundfile)."""
    import soundfile

    silent = EngineError("Google TTS menjawab tanpa suara")
    found = _SOUND.search(body)
    if not found:
        raise _PassingError(silent)
    try:
        samples, rate = soundfile.read(io.BytesIO(base64.b64decode(found.group(1), validate=True)), dtype="int16", always_2d=True)
    except (ValueError, RuntimeError) as error:  # bad base64; libsndfile's own error
        raise _PassingError(EngineError("Google TTS mengirim suara yang rusak")) from error
    if not len(samples):
        raise _PassingError(silent)
    return samples[:, 0], int(rate)


def is_loopback(server: str) -> bool:
    """Whether an http or https address is this machine.

    >>> is_loopback("http://localhost:8080"), is_loopback("http://[::1]:80"), is_loopback("http://127.0.0.1.example.id")
    (True, True, False)
    """
    parts = urlsplit(server)
    if parts.scheme not in {"http", "https"}:
        return False
    try:
        return parts.hostname == "localhost" or ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
