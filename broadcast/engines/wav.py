"""Writes what an engine made as a WAV: mono, 16 bits."""

from __future__ import annotations

import io
import secrets
import wave
from pathlib import Path

from broadcast.errors import OutputError
from broadcast.files import explain


def write_wav(folder: Path, sound: bytes, rate: int) -> Path:
    """Write `sound` (s16, little-endian, mono) to a new file in `folder`; OutputError when the disk cannot."""
    data = io.BytesIO()  # a whole file or none: `wave` leaves half of one, and complains, where the disk is full
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(sound)
    path = folder / f"{secrets.token_hex(8)}.wav"
    try:
        path.write_bytes(data.getvalue())
    except OSError as error:
        raise OutputError(explain(path, error)) from error
    return path
