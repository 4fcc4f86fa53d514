"""A master to MP3 frames: in parts that are encoded side by side, each below the ceiling as it will be heard.

LAME lowers the level a little and overshoots the limiter's ceiling (FACTS: sound), so each part is decoded again and measured, and only
a part that came out too high is encoded again. Parts are joined in silence: there an encoder that starts anew has nothing to miss, and its
first frame needs no bits of the frames before it, so that the joined stream decodes as if it had been encoded in one.
"""

from __future__ import annotations

import io
import math
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import lameenc
import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcast.audio.loudness import Energy, Samples, energy
from broadcast.audio.peaks import amplify, block_peaks, decibels, factor, reduction, true_peak
from broadcast.errors import SoundError
from broadcast.export.mp3 import DECODER_DELAY, ENCODER_DELAY, read_header, split_frames
from broadcast.model import Sounds

QUALITY, AMPLE_QUALITY, AMPLE_KBITS = 3, 7, 96
"""LAME's quality, and the one where bits are ample (kbit/s for each channel): there noise shaping has nothing to mend.

Measured on two minutes of a bulletin at 128 kbit/s mono: 3 leaves the noise 43 dB under the sound, 7 leaves it 46 dB under, in 0.55
of the time. 5 is no faster than 3, 2 no better.
"""

_PART_S = 20.0  # long enough that starting anew costs nothing, short enough to keep two cores busy
_QUIET_FRAMES = 5  # around a join: what an encoder remembers (1,105 samples and a window) and looks ahead to
_QUIET = 4e-6  # rounds to zero in 16 bits, also after the gain
_PROBE_S = 4.0
_MOST_LOST_DB = 1.0  # LAME takes 0 to 0.45; more is what a few milliseconds lose at their ends
_SPARE_DB = 0.25  # what 128 kbit/s overshoots, mostly; a part that needs more is encoded again
_MORE_DB = 0.05
_TRIES = 8
_HIGHEST_DB = -0.01  # 16 bits end at full scale


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the master, in frames of the MP3; `stop` is None for the last one."""

    start: int
    stop: int | None


@dataclass(frozen=True, slots=True)
class Encoded:
    """The frames of a part, its K-weighted energy and true peak once decoded, and how often it was encoded."""

    frames: tuple[bytes, ...]
    energy: Energy
    peak_dbtp: float
    passes: int


def encode_parts(master: Samples, sounds: Sounds, gain_db: float) -> tuple[Encoded, ...]:
    """Encode the master, `gain_db` louder, in parts.

    Raises SoundError when LAME does not know the rate or bit rate, or the ceiling cannot be kept.
    """
    size = frame_samples(sounds)
    parts = tuple(find_parts(master, size, round(_PART_S * sounds.rate / size)))
    with ThreadPoolExecutor(min(len(parts), os.cpu_count() or 1, 4)) as pool:  # LAME, numpy and soxr let go of the interpreter
        return tuple(pool.map(lambda part: _encode_part(master, part, sounds, gain_db), parts))


def frame_samples(sounds: Sounds) -> int:
    """Return how many samples of each channel a frame holds at this rate."""
    return 1152 if sounds.rate >= 32_000 else 576


def find_parts(master: Samples, size: int, least: int) -> Iterator[Part]:
    """Yield parts of at least `least` frames of `size` samples, joined in silence."""
    frames = len(master) // size
    start = 0
    for join in _joins(master[: frames * size].reshape(frames, size * master.shape[1])):
        if join - start >= least and frames - join >= least:
            yield Part(start, int(join))
            start = int(join)
    yield Part(start, None)


def _joins(rows: Samples) -> NDArray[np.intp]:
    """Return the frames before which there are three quiet ones and after which, themselves among them, two."""
    loud = np.maximum(rows.max(axis=1), -rows.min(axis=1)) > _QUIET
    if len(loud) < _QUIET_FRAMES:
        return np.zeros(0, np.intp)
    return np.flatnonzero(np.convolve(loud, np.ones(_QUIET_FRAMES), "valid") == 0) + 3


def _encode_part(master: Samples, part: Part, sounds: Sounds, gain_db: float) -> Encoded:
    size = frame_samples(sounds)
    stop = None if part.stop is None else (part.stop + 2) * size  # two quiet frames more, for what LAME looks ahead to
    samples = master[part.start * size : stop]
    peaks = block_peaks(samples) * np.float32(factor(gain_db))
    ceiling = min(sounds.peak_dbtp + max(gain_db, 0.0) - _SPARE_DB, _HIGHEST_DB)
    for passes in range(1, _TRIES + 1):
        falls = reduction(peaks, ceiling, sounds.rate)
        stream = lame(amplify(samples, gain_db, falls), sounds)
        frames = tuple(split_frames(stream))[: None if part.stop is None else part.stop - part.start]
        heard = decode(b"".join(frames))
        peak = true_peak(heard)
        if peak <= sounds.peak_dbtp:
            return Encoded(frames, energy(heard, sounds.rate), peak, passes)
        ceiling -= peak - sounds.peak_dbtp + _MORE_DB
    message = f"MP3 {sounds.bitrate} kbit/s tidak tertahan di bawah {sounds.peak_dbtp:g} dBTP; naikkan bitrate di station.toml."
    raise SoundError(message)


def lame(samples: Samples, sounds: Sounds) -> bytes:
    """Encode samples at the station's bit rate, without any tag.

    Raises SoundError when LAME does not know the rate or bit rate.
    """
    try:
        encoder = lameenc.Encoder()
        encoder.silence()
        encoder.set_bit_rate(sounds.bitrate)
        encoder.set_in_sample_rate(sounds.rate)
        encoder.set_out_sample_rate(sounds.rate)  # else LAME resamples low bit rates without a word
        encoder.set_channels(sounds.channels)
        encoder.set_quality(AMPLE_QUALITY if sounds.bitrate >= AMPLE_KBITS * sounds.channels else QUALITY)
        stream = bytes(encoder.encode(_to_16_bits(samples).tobytes())) + bytes(encoder.flush())
    except (RuntimeError, ValueError) as error:
        raise SoundError(_unknown(sounds)) from error
    header = read_header(stream)
    if (header.kbits, header.rate) != (sounds.bitrate, sounds.rate):  # LAME takes the nearest that it knows
        raise SoundError(_unknown(sounds))
    return stream


def _unknown(sounds: Sounds) -> str:
    known = "64, 96, 128, 160 atau 192" if sounds.rate >= 32_000 else "32, 48, 64, 96 atau 128"
    return f"MP3 {sounds.bitrate} kbit/s pada {sounds.rate} Hz tidak dikenal; pakai bitrate {known} di station.toml."


def _to_16_bits(samples: Samples) -> NDArray[np.int16]:
    whole: NDArray[np.int16] = np.clip(np.rint(samples * np.float32(32_768)), -32_768, 32_767).astype("<i2")
    return whole


def decode(stream: bytes) -> Samples:
    """Return the samples of an MP3.

    Raises SoundError when it is broken.
    """
    try:
        samples: Samples = soundfile.read(io.BytesIO(stream), dtype="float32", always_2d=True)[0]
    except (RuntimeError, TypeError, ValueError) as error:
        raise SoundError("MP3 yang baru dibuat tidak dapat dibaca kembali; ulangi, dan laporkan bila terjadi lagi.") from error
    return samples


def shape(stream: bytes) -> tuple[int, int]:
    """Return how many frames and channels a decoder finds in an MP3, by its Info frame.

    Raises SoundError when it is broken.
    """
    try:
        found = soundfile.info(io.BytesIO(stream))
    except (RuntimeError, TypeError, ValueError) as error:
        raise SoundError("MP3 yang baru dibuat tidak dapat dibaca kembali; ulangi, dan laporkan bila terjadi lagi.") from error
    return int(found.frames), int(found.channels)


def level_lost(master: Samples, sounds: Sounds) -> float:
    """Return by how many dB LAME lowers this sound at this bit rate, told from its loudest seconds."""
    probe = _loudest(master, round(_PROBE_S * sounds.rate))
    heard = decode(lame(probe, sounds))[ENCODER_DELAY + DECODER_DELAY :][: len(probe)]
    sent, got = _power(probe[: len(heard)]), _power(heard)
    lost = decibels(math.sqrt(sent / got)) if sent and got else 0.0
    return min(max(lost, 0.0), _MOST_LOST_DB)


def _loudest(master: Samples, length: int) -> Samples:
    """Return the loudest stretch of this length, to a tenth of it."""
    step = length // 10
    if len(master) <= length:
        return master
    rows = master[: len(master) // step * step].reshape(-1, step * master.shape[1])
    power = np.einsum("ij,ij->i", rows, rows)
    start = int(np.convolve(power, np.ones(10), "valid").argmax()) * step
    return master[start : start + length]


def _power(samples: Samples) -> float:
    return float(np.square(samples, dtype=np.float64).sum())
