"""An engine as somebody else would write it: installed beside us, found by its entry point. It beeps.

The voice's settings say how it fails: `fail` is how, `on` the word in the text that it fails at.
"""

from __future__ import annotations

import math
import struct
import time
import wave
from pathlib import Path

from broadcast.errors import EngineError, OfflineError, OutputError
from broadcast.model import Engine, Voice

CALLS: list[tuple[str, str]] = []
FAILURES = {
    "offline": OfflineError("tidak ada jalan keluar"),
    "refuse": EngineError("tidak bisa."),
    "disk": OutputError("Disk penuh."),
    "bug": ZeroDivisionError("rusak"),
}


def broken() -> Engine:
    raise RuntimeError("tidak mau hidup")


class Beeper:
    def trouble(self, voice: Voice) -> str:
        if voice.settings.get("fail") == "trouble-bug":
            raise ZeroDivisionError("rusak")
        return str(voice.settings.get("trouble", ""))

    def identity(self, voice: Voice) -> str:
        return f"beeper {voice.settings.get('version', 1)}"

    def speak(self, text: str, voice: Voice, folder: Path) -> Path | None:
        CALLS.append((voice.key, text))
        fail = str(voice.settings.get("fail", ""))
        fail = fail if str(voice.settings.get("on", "")) in text else ""
        if fail in FAILURES:
            raise FAILURES[fail]
        if voice.online:
            time.sleep(0.01)
        path = folder / f"{len(CALLS)}.wav"
        if fail == "garbage":
            path.write_bytes(b"bukan suara")
            return path
        if fail == "nothing":
            return None
        ms = {"short": 30, "long": 120_000}.get(fail, 0 if fail == "empty" else 90 * len(text))
        level = 0 if fail == "silent" else 9000
        channels = 2 if voice.settings.get("stereo") else 1
        with wave.open(str(path), "wb") as sound:
            sound.setnchannels(channels)
            sound.setsampwidth(2)
            sound.setframerate(8000)
            tone = [round(level * math.sin(at / 3)) for at in range(8)] * ms
            sound.writeframes(b"".join(struct.pack("<h", sample) * channels for sample in tone))
        return path
