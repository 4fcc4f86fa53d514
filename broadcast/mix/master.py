"""The joined sound at the station's level: gain to its loudness, peaks below its ceiling, one float WAV."""

from __future__ import annotations

import hashlib
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from broadcast.audio.loudness import Energy, Samples, energy, integrated
from broadcast.audio.peaks import BLOCK, Decibels, amplify, block_peaks, decibels, factor, reduction, true_peak
from broadcast.files import write_scratch
from broadcast.model import Clip, Sounds

MOST_REDUCTION_DB = 12.0
"""A limiter that takes more than this from more than a hundredth of the sound distorts; rather the bulletin stays softer than asked."""

_SPARE_DB = 0.05  # the reduction glides while a peak lasts, which may come out a little above the ceiling
_ROUNDS = 8
_TRIES = 4
_CLOSE_LU = 0.02
_GOOD_LU = 0.05


@dataclass(frozen=True, slots=True)
class Levelled:
    """A sound at its level, measured."""

    samples: Samples
    lufs: float
    peak_dbtp: float


def bring_to_level(samples: Samples, sounds: Sounds) -> Levelled:
    """Return the sound at `sounds.target_lufs`, no true peak above `sounds.peak_dbtp`.

    The limiter takes loudness away, so the gain is found on the 10 ms energies first, then checked on the sound itself.
    """
    with ThreadPoolExecutor(2) as pool:  # numpy and soxr let go of the interpreter
        peaks_to_come = pool.submit(block_peaks, samples)
        hops = energy(samples, sounds.rate)
        peaks = peaks_to_come.result()
    target, ceiling = sounds.target_lufs, sounds.peak_dbtp - _SPARE_DB
    most = ceiling + MOST_REDUCTION_DB - decibels(float(np.percentile(peaks, 99)))
    for _ in range(_TRIES):
        gain, falls = _find_gain(hops, peaks, target, ceiling, most, sounds.rate)
        levelled = _measured(amplify(samples, gain, falls), sounds.rate)
        missed, above = sounds.target_lufs - levelled.lufs, levelled.peak_dbtp - sounds.peak_dbtp
        if above <= 0 and (abs(missed) <= _GOOD_LU or gain >= most):
            break
        target += missed
        ceiling -= max(above, 0.0)
    return levelled


def _find_gain(hops: Energy, peaks: Samples, target: float, ceiling: float, most: float, rate: int) -> tuple[float, Decibels]:
    """Return the gain in dB, `most` at most, that reaches `target` LUFS after the limiter, and the limiter's reduction with it."""
    gain = min(target - integrated(hops), most)
    for _ in range(_ROUNDS):
        falls = reduction(peaks * np.float32(factor(gain)), ceiling, rate)
        missed = target - gain - integrated(hops * _kept(falls, len(hops), rate))
        if abs(missed) < _CLOSE_LU or (gain >= most and missed > 0):
            break
        gain = min(gain + missed, most)
    return gain, falls


def _kept(falls: Decibels, hops: int, rate: int) -> Energy:
    """Return the part of the energy that the limiter leaves in each hop."""
    sums = np.concatenate(([0.0], np.cumsum(10 ** (-falls / 10))))
    edges = np.arange(hops + 1) * (rate / 100 / BLOCK) + 0.5
    kept: Energy = np.diff(np.interp(edges, np.arange(len(sums)), sums)) / (rate / 100 / BLOCK)
    return kept


def _measured(samples: Samples, rate: int) -> Levelled:
    with ThreadPoolExecutor(2) as pool:
        peak = pool.submit(true_peak, samples)
        lufs = integrated(energy(samples, rate))
        return Levelled(samples, lufs, peak.result())


def write_wav(path: Path, samples: Samples, rate: int) -> Clip:
    """Write a float32 WAV and return its clip.

    The header is ours: libsndfile would put the time of day in it, and the same sound must give the same bytes.
    Raises OutputError when it cannot be written.
    """
    frames, channels = samples.shape
    shape = struct.pack("<HHIIHHH", 3, channels, rate, rate * channels * 4, channels * 4, 32, 0)
    chunks = b"fmt " + struct.pack("<I", len(shape)) + shape + b"fact" + struct.pack("<II", 4, frames)
    size = samples.size * 4
    head = b"RIFF" + struct.pack("<I", 4 + len(chunks) + 8 + size) + b"WAVE" + chunks + b"data" + struct.pack("<I", size)
    body = np.ascontiguousarray(samples, "<f4").data.cast("B") if frames else b""
    write_scratch(path, head, body)
    digest = hashlib.sha256(head)
    digest.update(body)
    return Clip(path, digest.hexdigest(), frames, rate)
