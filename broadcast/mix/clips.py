"""One sound at a time: decoded, at one loudness, without the silence around it, cut so that nothing clicks.

pydub cuts and fades, on short clips only (FACTS: its joining is quadratic, its resampler poor, its files need ffmpeg).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from broadcast.audio.loudness import Samples, energy, integrated
from broadcast.audio.peaks import factor
from broadcast.audio.reading import read_sound, to_channels, to_rate
from broadcast.errors import SoundError
from broadcast.model import Sounds

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub: no ffmpeg (not needed), audioop's age, invalid escapes
    from pydub import AudioSegment

Role = Literal["line", "jingle", "insert"]

LEVEL_LUFS = -23.0
"""Where every clip is brought before they are joined; the whole is raised afterwards."""

MOST_GAIN_DB = 36.0
"""A softer clip than this can mend is hiss; it stays soft."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a kind of sound is cut: what counts as silence at its head and tail (dBFS once levelled), its fades, its level."""

    head_db: float
    tail_db: float
    fade_in_ms: int
    fade_out_ms: int
    below_lu: float = 0.0


TREATMENTS: dict[Role, Treatment] = {
    "line": Treatment(head_db=-55, tail_db=-55, fade_in_ms=4, fade_out_ms=8),
    "insert": Treatment(head_db=-55, tail_db=-55, fade_in_ms=4, fade_out_ms=20),
    # the ring of a tune is cut where speech would already be waited for; music at the voice's loudness sounds louder than it
    "jingle": Treatment(head_db=-50, tail_db=-40, fade_in_ms=2, fade_out_ms=300, below_lu=2.0),
}

_LEAD_MS, _REST_MS = 10, 25  # kept before the first and after the last sound: soft consonants and breath
_LONGEST_SILENCE_MS, _SHORTENED_MS = 1_500, 1_000
_JOIN_MS = 10
_HEADROOM = 8.0  # integers for pydub leave 18 dB above full scale: a levelled clip may peak there until it is limited


class Clips:
    """The clips of one bulletin, ready to be laid; each file is prepared once, however often it is played."""

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self._ready: dict[tuple[Role, Path], Samples] = {}

    def prepare_all(self, sources: Iterable[tuple[Role, Path]]) -> Iterator[Samples]:
        """Prepare the files, each once, on two threads (numpy and soxr let go of the interpreter), and yield them in order."""
        with ThreadPoolExecutor(2) as pool:
            yield from pool.map(lambda source: self.prepare(*source), dict.fromkeys(sources))

    def prepare(self, role: Role, path: Path) -> Samples:
        """Return the sound of a file at the station's rate and channels, levelled, trimmed and faded.

        Raises SoundError, naming the file, when it cannot be read or holds nothing but silence.
        """
        if (role, path) not in self._ready:
            found, rate = read_sound(path)
            samples = _levelled(to_channels(found, self._sounds.channels), rate, path, role)
            self._ready[role, path] = _cut(to_rate(samples, rate, self._sounds.rate), self._sounds.rate, TREATMENTS[role])
        return self._ready[role, path]


def _levelled(samples: Samples, rate: int, path: Path, role: Role) -> Samples:
    loudness = integrated(energy(samples, rate))
    if loudness == float("-inf"):
        raise SoundError(f"{path}: berkas suara hanya berisi hening; ganti dengan rekaman yang bersuara.")
    gain = min(LEVEL_LUFS - TREATMENTS[role].below_lu - loudness, MOST_GAIN_DB)
    return samples * np.float32(factor(gain))


def _cut(samples: Samples, rate: int, treatment: Treatment) -> Samples:
    """Return the sound from its first to its last audible millisecond, long silences inside it shortened."""
    peaks = _peaks(samples, rate)
    audible = np.flatnonzero(peaks > factor(treatment.head_db))
    lasting = np.flatnonzero(peaks > factor(treatment.tail_db))
    # what stays a hiss even at its most gain is left whole
    start = max(int(audible[0]) - _LEAD_MS, 0) if len(audible) else 0
    stop = min(int(lasting[-1]) + 1 + _REST_MS, len(peaks)) if len(lasting) else len(peaks)
    clip = _shortened(_to_pydub(samples, rate)[start:stop], _silences(peaks[start:stop], factor(treatment.tail_db)))
    longest = len(clip) // 2
    return _from_pydub(clip.fade_in(min(treatment.fade_in_ms, longest)).fade_out(min(treatment.fade_out_ms, longest)))


def _peaks(samples: Samples, rate: int) -> NDArray[np.float32]:
    """Return the highest magnitude of each whole millisecond."""
    edges = np.arange(max(len(samples) * 1000 // rate, 1)) * rate // 1000
    peaks: NDArray[np.float32] = np.maximum.reduceat(np.abs(samples).max(axis=1), edges)
    return peaks


def _silences(peaks: NDArray[np.float32], floor: float) -> list[tuple[int, int]]:
    """Return the start and end, in ms, of each silence inside a clip that is too long for the air."""
    loud = np.flatnonzero(peaks > floor)
    gaps = np.flatnonzero(np.diff(loud) > _LONGEST_SILENCE_MS)
    return [(int(loud[k]) + 1, int(loud[k + 1])) for k in gaps]


def _shortened(clip: AudioSegment, silences: Sequence[tuple[int, int]]) -> AudioSegment:
    for start, stop in reversed(silences):
        keep = _SHORTENED_MS // 2
        clip = clip[: start + keep].append(clip[stop - keep :], crossfade=_JOIN_MS)
    return clip


def _to_pydub(samples: Samples, rate: int) -> AudioSegment:
    whole = np.clip(samples.astype(np.float64) * (2**31 / _HEADROOM), -(2**31), 2**31 - 1).astype(np.int32)
    return AudioSegment(data=whole.tobytes(), sample_width=4, frame_rate=rate, channels=samples.shape[1])


def _from_pydub(clip: AudioSegment) -> Samples:
    whole = np.frombuffer(clip.raw_data, np.int32).reshape(-1, clip.channels)
    return whole.astype(np.float32) * np.float32(_HEADROOM / 2**31)
