"""The embedded voice: libespeak-ng from the package espeakng-loader, without network or program, in a worker process."""

from __future__ import annotations

import contextlib
import difflib
import functools
import importlib.metadata
import importlib.util
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from broadcast.engines.espeak_phonemes import prepare
from broadcast.engines.espeak_process import TIMEOUT, Espeaker
from broadcast.engines.wav import write_wav
from broadcast.errors import EngineError
from broadcast.model import Setting, Voice

REVISION = 2
"""Goes up when the same text would be said otherwise, so that no cached sound of before is used."""

RANGES: Mapping[str, tuple[int, int]] = {"rate": (80, 450), "pitch": (0, 99), "range": (0, 99), "volume": (10, 149)}
"""Lowest and highest value of each setting; volume 150 clips."""

DEFAULTS: Mapping[str, Setting] = {"rate": 205, "pitch": 50, "range": 50, "volume": 100, "variant": ""}
"""Every setting, and what it is where the voice does not say."""

LONGEST = 5_000
"""Characters of one sentence; the longest on air has 200."""


class Espeak:
    """Speaks Indonesian offline: 22,050 Hz mono, the same bytes for the same text and settings on one machine, whatever came before."""

    lanes = 2
    """How many lines it takes at a time: it has two worker processes."""

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self._timeout = timeout
        self._lock = threading.Lock()
        self._spare_lock = threading.Lock()

    @functools.cached_property
    def worker(self) -> Espeaker:
        """The process that espeak runs in; started with the first sentence."""
        library, folder = _installed()
        return Espeaker(library, folder, self._timeout)

    @functools.cached_property
    def spare(self) -> Espeaker:
        """A second process, for a second thread; the sound does not depend on which of them speaks."""
        library, folder = _installed()
        return Espeaker(library, folder, self._timeout)

    @contextlib.contextmanager
    def _lane(self) -> Iterator[Espeaker]:
        if self._lock.acquire(blocking=False):
            try:
                yield self.worker
            finally:
                self._lock.release()
        else:
            with self._spare_lock:
                yield self.spare

    def speak(self, text: str, voice: Voice, folder: Path) -> Path:
        """Speak `text` to a new WAV in `folder`; EngineError where espeak cannot, OutputError where the disk cannot."""
        phonemes, rate, sound = self.say(text, voice)
        if not "".join(phonemes).strip("_:| "):  # of nothing espeak makes 10 ms of silence
            raise EngineError(f"Tidak ada yang bisa diucapkan dari {text[:60]!r}; tulis ulang kalimatnya.")
        return write_wav(folder, sound, rate)

    def say(self, text: str, voice: Voice) -> tuple[Sequence[str], int, bytes]:
        """Return what espeak says for `text`: its phonemes clause by clause, the rate, and the sound (s16, little-endian)."""
        wrong = self.trouble(voice)
        if wrong:
            raise EngineError(f"Suara {voice.key!r}: {wrong}.")
        if len(text) > LONGEST:
            raise EngineError(f"Kalimat {len(text)} huruf terlalu panjang (paling banyak {LONGEST}); pecah menjadi beberapa kalimat.")
        with self._lane() as worker:
            given = prepare(text)
            settings = {**DEFAULTS, **voice.settings}
            variant = settings.pop("variant")
            request: dict[str, Any] = {"text": given, "voice": f"id+{variant}" if variant else "id", **settings}
            head, sound = worker.ask(request)
        return head["phonemes"], head["rate"], sound

    def trouble(self, voice: Voice) -> str:
        """Why espeak cannot speak here with these settings; empty when it can."""
        if importlib.util.find_spec("espeakng_loader") is None:
            return "paket espeakng-loader belum terpasang (pip install espeakng-loader)"
        library, folder = _installed()
        if not library.is_file() or not (folder / "espeak-ng-data" / "phondata").is_file():
            return "paket espeakng-loader tidak lengkap di komputer ini (pasang ulang dengan pip)"
        return next((wrong for name, value in voice.settings.items() if (wrong := _wrong(name, value, folder))), "")

    def identity(self, voice: Voice) -> str:  # noqa: ARG002  one version for every voice
        """Name and version of what speaks."""
        return f"espeak, espeakng-loader {importlib.metadata.version('espeakng-loader')}, r{REVISION}"


@functools.cache
def _installed() -> tuple[Path, Path]:
    """The library and the folder that holds espeak-ng-data."""
    import espeakng_loader

    return Path(espeakng_loader.get_library_path()), Path(espeakng_loader.__file__).parent


def _wrong(name: str, value: Setting, folder: Path) -> str:
    if name not in DEFAULTS:
        near = difflib.get_close_matches(name, DEFAULTS, 1)
        return f"pengaturan {name!r} tidak dikenal{f' (maksudnya {near[0]}?)' if near else ''}; pilihan: {', '.join(DEFAULTS)}"
    if name == "variant":
        return _wrong_variant(value, folder)
    low, high = RANGES[name]
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return ""
    return f"{name} = {value} harus bilangan bulat {low} sampai {high}"


def _wrong_variant(value: Setting, folder: Path) -> str:
    choices = sorted(path.name for path in (folder / "espeak-ng-data" / "voices" / "!v").iterdir())
    if value == "" or value in choices:
        return ""
    near = difflib.get_close_matches(str(value), choices, 1)
    return f"variant {value!r} tidak ada{f' (maksudnya {near[0]}?)' if near else ''}; contoh: {', '.join(choices[:5])}"
