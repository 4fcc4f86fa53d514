"""A bulletin as MP3: constant bit rate, exact length, at the station's loudness after decoding, with the script inside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from broadcast.audio.loudness import Samples, integrated
from broadcast.audio.reading import read_sound
from broadcast.errors import SoundError
from broadcast.export.encoding import Encoded, encode_parts, level_lost, shape
from broadcast.export.mp3 import add_info
from broadcast.export.tags import Chapter, Label, build_tag
from broadcast.files import write_atomically
from broadcast.model import Bulletin, Sounds

__all__ = ["Chapter", "Heard", "export_sound"]

_GOOD_LU = 0.1
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """The finished sound as a player decodes it: its frames, levels, and how many times its parts were encoded on average."""

    frames: int
    lufs: float
    peak_dbtp: float
    passes: float


def export_sound(  # noqa: PLR0913  # each is a field of the tag, and keyword only
    bulletin: Bulletin,
    sounds: Sounds,
    path: Path,
    *,
    title: str,
    station: str,
    air: datetime,
    lyrics: str,
    album: str = "",
    comment: str = "",
    chapters: Sequence[Chapter] = (),
) -> Heard:
    """Encode the bulletin's master, check it by decoding it, and put it at `path` in one move.

    The tag (ID3v2.3) names the title, station, album, air date and time, carries `lyrics` (the script), `comment` (the notice of
    a synthetic voice) and `chapters`.

    Raises SoundError when the master is missing or cannot be encoded, OutputError when the file cannot be written; then whatever
    stood at `path` stands there still.
    """
    master, rate = read_sound(bulletin.master.path)
    if (rate, master.shape[1]) != (sounds.rate, sounds.channels):
        raise SoundError(f"{bulletin.master.path}: bukan hasil campuran dengan pengaturan suara ini; campur ulang naskahnya.")
    label = Label(title, station, air, lyrics, album, comment, bulletin.master.ms, chapters)
    tag = build_tag(label)
    stream, heard = _encode(master, bulletin.lufs, sounds)
    write_atomically(path, tag + stream)
    return heard


def _encode(master: Samples, lufs: float, sounds: Sounds) -> tuple[bytes, Heard]:
    """Encode until the decoded sound is as loud as its master."""
    gain = level_lost(master, sounds)
    for _ in range(_ROUNDS):
        parts = encode_parts(master, sounds, gain)
        missed = lufs - _loudness(parts)
        if not math.isfinite(missed) or abs(missed) <= _GOOD_LU:  # silence has no loudness
            break
        gain += missed
    stream = add_info([frame for part in parts for frame in part.frames], len(master))
    if shape(stream) != master.shape:  # each part was decoded and measured; here it is the joined stream's own account of itself
        raise SoundError("MP3 yang baru dibuat tidak sama panjang dengan aslinya; ulangi, dan laporkan bila terjadi lagi.")
    passes = sum(part.passes for part in parts) / len(parts)
    return stream, Heard(len(master), _loudness(parts), max(part.peak_dbtp for part in parts), passes)


def _loudness(parts: Sequence[Encoded]) -> float:
    """Return the loudness of the whole; parts meet in silence, so the few samples by which their 10 ms grids differ do not count."""
    return integrated(np.concatenate([part.energy for part in parts]))
