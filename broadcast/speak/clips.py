"""Sound files by what they say: an engine's file is checked once, kept as a mono WAV, and found again by its key.

A file is called `<key>-<digest>.wav`: the key names the words and the voice, the digest the bytes, so that a damaged file
gives itself away.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import time
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcast.errors import EngineError, OutputError
from broadcast.files import explain, write_atomically
from broadcast.model import Clip, Voice

if TYPE_CHECKING:
    import numpy as np

LIMIT_BYTES = 500_000_000
"""What the sounds may take together: some three hours of speech."""

YOUNG_SECONDS = 3600
"""A sound used within the hour is never pruned: another bulletin may be mixing it."""

LEFTOVER_SECONDS = 86_400
"""After a day, what an interrupted run left half made is taken away."""

LEAST_MS_A_SYLLABLE = 50
"""Announcers speak a syllable in 155 ms, espeak at its fastest in 72; anything shorter has lost words."""

MOST_MS = 3_000
MOST_MS_A_LETTER = 400
"""A letter spelled out slowly takes 400 ms; anything longer than that for each, and 3 s, is not these words."""

QUIETEST_PEAK = 0.002
"""A peak under −54 dBFS is silence."""

SCRATCH = ".baru-"
"""How the names of the folders begin in which engines write."""

_NAME_LENGTH = 32
_SYLLABLE = re.compile(r"[aiueoéèê]+")  # dua is two, counted as one: the least there can be


def key_of(text: str, voice: Voice, identity: str) -> str:
    """Return the key of a text said by a voice: it changes with the words, the engine and its settings, not with the name.

    >>> key_of("satu", Voice("a", "A", "espeak"), "1") == key_of("satu", Voice("b", "B", "espeak"), "1")
    True
    """
    facts = json.dumps([text, voice.engine, identity, sorted(voice.settings.items())], ensure_ascii=True)
    return hashlib.sha256(facts.encode("ascii")).hexdigest()[:_NAME_LENGTH]


class Clips:
    """The sounds kept in one folder, which is made when it is not there; OutputError when it cannot be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._known = {path.name[:_NAME_LENGTH]: path for path in self.folder.glob("*-*.wav")}
        except OSError as error:
            raise OutputError(explain(self.folder, error)) from error

    def find(self, key: str) -> Clip | None:
        """Return the sound of `key`, whole and unchanged; a damaged one is removed and not returned."""
        path = self._known.get(key)
        if path is None:
            return None
        with contextlib.suppress(OSError, wave.Error, EOFError):
            data = path.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            if path.name == _name(key, digest):
                os.utime(path)
                with wave.open(io.BytesIO(data)) as sound:
                    return Clip(path, digest, sound.getnframes(), sound.getframerate())
        self._known.pop(key, None)
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def keep(self, key: str, made: Path, text: str) -> Clip:
        """Check the file that an engine `made` for `text`, keep it under `key` and return it.

        Raises EngineError when it cannot be these words, OutputError when it cannot be written.
        """
        samples, rate = _decode(made)
        check(samples, rate, text)
        data = _as_wav(samples, rate)
        digest = hashlib.sha256(data).hexdigest()
        path = self.folder / _name(key, digest)
        write_atomically(path, data)
        self._known[key] = path
        return Clip(path, digest, len(samples), rate)

    def prune(self, limit: int = LIMIT_BYTES) -> None:
        """Remove the sounds that were used longest ago until the rest take at most `limit` bytes, and old leftovers."""
        now = time.time()
        total = 0
        with contextlib.suppress(OSError):
            for used, size, path in sorted(_sizes(self.folder), reverse=True):
                total += size
                if total > limit and now - used > YOUNG_SECONDS:
                    path.unlink(missing_ok=True)
            for path in (*self.folder.glob(f"{SCRATCH}*"), *self.folder.glob(".*.part")):
                if now - path.stat().st_mtime > LEFTOVER_SECONDS:
                    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def check(samples: np.ndarray[Any, np.dtype[np.float32]], rate: int, text: str) -> None:
    """Raise EngineError when a sound cannot be `text`: empty, silent, or of an impossible length."""
    import numpy as np  # noqa: PLC0415  loaded only when something new is spoken

    if not len(samples) or not np.isfinite(samples).all() or np.abs(samples).max() < QUIETEST_PEAK:
        raise EngineError("mesin suara mengeluarkan sunyi")
    ms = len(samples) * 1000 // rate
    least = LEAST_MS_A_SYLLABLE * len(_SYLLABLE.findall(text.lower()))
    if ms < least:
        raise EngineError(f"suaranya terpotong: {ms} milidetik, padahal kalimat ini perlu {least} atau lebih")
    if ms > MOST_MS + MOST_MS_A_LETTER * len(text):
        raise EngineError(f"suaranya {ms // 1000} detik, terlalu panjang untuk kalimat ini")


def _decode(path: Path) -> tuple[np.ndarray[Any, np.dtype[np.float32]], int]:
    import soundfile  # noqa: PLC0415  loaded only when something new is spoken

    try:
        samples, rate = soundfile.read(str(path), dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as error:  # libsndfile's own error is a RuntimeError
        raise EngineError(f"berkas dari mesin suara tidak terbaca ({error})") from error
    return samples.mean(axis=1), int(rate)


def _as_wav(samples: np.ndarray[Any, np.dtype[np.float32]], rate: int) -> bytes:
    whole = (samples * 32768.0).round().clip(-32768, 32767).astype("<i2")
    data = io.BytesIO()
    with wave.open(data, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(whole.tobytes())
    return data.getvalue()


def _name(key: str, digest: str) -> str:
    return f"{key}-{digest[:_NAME_LENGTH]}.wav"


def _sizes(folder: Path) -> list[tuple[float, int, Path]]:
    return [(stat.st_mtime, stat.st_size, path) for path in folder.glob("*-*.wav") if (stat := path.stat())]
