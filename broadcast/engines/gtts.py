"""The online voice: Google Translate's speech through gTTS, which prepares the requests that we send, with verified TLS."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import time
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from broadcast.engines.gtts_chunks import cut
from broadcast.engines.gtts_client import Patience, fetch, is_loopback
from broadcast.engines.wav import write_wav
from broadcast.errors import EngineError
from broadcast.model import Setting, Voice

if TYPE_CHECKING:
    import requests

REVISION = 1
"""Goes up when the same text would be asked for otherwise, so that no cached sound of before is used."""

SERVER = "BROADCAST_GTTS_SERVER"
"""Environment variable: the address of another server that speaks the same protocol; it wins over the setting `server`."""

DEFAULTS: Mapping[str, Setting] = {"lang": "id", "tld": "com", "slow": False, "server": ""}
"""Every setting, and what it is where the voice does not say."""

_PATH = "/_/TranslateWebserverUi/data/batchexecute"
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")  # id, jw, zh-TW
_TLD = re.compile(r"[a-z]{2,3}(\.[a-z]{2})?")  # com, co.id
_MARKS = str.maketrans("éèêÉÈÊ", "eeeEEE")


class Gtts:
    """Speaks through Google Translate; `patience` says how long it is waited for."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()

    def speak(self, text: str, voice: Voice, folder: Path) -> Path:
        """Speak `text` to a new WAV in `folder`.

        Raises OfflineError when the service is out of reach, EngineError when it cannot say this, OutputError for the disk.
        """
        wrong = self.trouble(voice)
        if wrong:
            raise EngineError(f"Suara {voice.key!r}: {wrong}.")
        import requests

        deadline = time.monotonic() + self._patience.total
        with requests.Session() as session:
            sounds = [fetch(session, request, self._patience, deadline) for request in requests_for(text, voice)]
        rates = {rate for _, rate in sounds}
        if len(rates) != 1:
            raise EngineError("Google TTS mengirim potongan suara yang tidak seragam")
        return write_wav(folder, b"".join(samples.astype("<i2").tobytes() for samples, _ in sounds), rates.pop())

    def trouble(self, voice: Voice) -> str:
        """Why gTTS cannot be used here with these settings; empty when it can. The network is not tried."""
        if importlib.util.find_spec("gtts") is None:
            return "paket gTTS belum terpasang (pip install 'gtts==2.5.*')"
        wrong = next((wrong for name, value in voice.settings.items() if (wrong := _wrong(name, value))), "")
        return wrong or _wrong_server(_server(voice))

    def identity(self, voice: Voice) -> str:
        """Name and version of the client, and the server."""
        host = urlsplit(_server(voice)).netloc or f"translate.google.{_setting(voice, 'tld')}"
        return f"gtts {importlib.metadata.version('gtts')}, {host}, r{REVISION}"


def requests_for(text: str, voice: Voice) -> Iterator[requests.PreparedRequest]:
    """Yield the requests that say `text`, at most 100 characters each.

    gTTS's own steps before are left out: they cut at any space and take the full stop from *Timur dr.* and *Mast.*
    """
    from gtts import gTTS

    plain = unicodedata.normalize("NFC", " ".join(text.split())).translate(_MARKS)
    if not any(mark.isalnum() for mark in plain):
        raise EngineError("Tidak ada kata yang bisa diucapkan")
    speech = gTTS(
        plain,
        tld=_setting(voice, "tld"),
        lang=_setting(voice, "lang"),
        slow=bool(voice.settings.get("slow", DEFAULTS["slow"])),
        lang_check=False,
        pre_processor_funcs=[],
        tokenizer_func=cut,
    )
    server = _server(voice)
    for request in speech._prepare_requests():  # noqa: SLF001  the reason why gtts is pinned to 2.5
        if server:
            request.prepare_url(server.rstrip("/") + _PATH, {})
        yield request


def _setting(voice: Voice, name: str) -> str:
    return str(voice.settings.get(name, DEFAULTS[name]))


def _server(voice: Voice) -> str:
    return os.environ.get(SERVER, "") or _setting(voice, "server")


def _wrong(name: str, value: Setting) -> str:
    if name not in DEFAULTS:
        near = get_close_matches(name, DEFAULTS, 1)
        return f"pengaturan {name!r} tidak dikenal{f' (maksudnya {near[0]}?)' if near else ''}; pilihan: {', '.join(DEFAULTS)}"
    if name == "slow":
        return "" if isinstance(value, bool) else "slow harus true atau false"
    if not isinstance(value, str):
        return f"{name} harus teks dalam tanda kutip"
    shape = {"lang": _LANG, "tld": _TLD}.get(name)
    if shape and not shape.fullmatch(value):
        return f"{name} = {value!r} tidak dikenal; contoh: {DEFAULTS[name]}"
    return ""


def _wrong_server(server: str) -> str:
    """Why an address may not be used: what is spoken must not cross a network unencrypted.

    >>> _wrong_server("https://tts.example.id"), _wrong_server("http://127.0.0.1:8080"), _wrong_server("")
    ('', '', '')
    >>> _wrong_server("http://tts.example.id")
    "server 'http://tts.example.id' harus https (http hanya untuk komputer ini sendiri)"
    """
    parts = urlsplit(server)
    if not server or (parts.scheme == "https" and parts.hostname) or is_loopback(server):
        return ""
    return f"server {server!r} harus https (http hanya untuk komputer ini sendiri)"
