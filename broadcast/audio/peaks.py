"""How high a sound reaches between its samples (true peak, BS.1770 Annex 2) and a limiter that keeps it below a ceiling."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import soxr
from numpy.typing import NDArray

from broadcast.audio.loudness import Samples

Decibels = NDArray[np.float64]

BLOCK = 32
"""Samples that share one figure in the limiter: 0.7 ms at 44.1 kHz."""

_OVER = 4  # the oversampling that BS.1770 asks for
_STRETCH = 1 << 17
_THREADS = 2
_LAP = 512  # samples of neighbourhood on both sides of a stretch, so that its cut edges do not ring into it

_RELEASE_DB_PER_S = 60.0  # slower keeps quiet syllables down behind a loud one, faster is heard as roughness
_ATTACK_DB_PER_S = 1_500.0  # 6 dB within 4 ms before the peak
_SMOOTH = 3  # blocks on each side over which the reduction is rounded off
_TINY = 1e-9
_NOTHING_DB = 1e-6


def block_peaks(samples: Samples) -> Samples:
    """Return the highest magnitude in each block of 32 samples, on and between them, over all channels."""
    frames = len(samples)
    peaks = np.zeros(-(-frames // BLOCK), np.float32)

    def look(start: int) -> None:
        stop = min(start + _STRETCH, frames)
        before, after = min(start, _LAP), min(frames - stop, _LAP)
        between = soxr.resample(samples[start - before : stop + after], 1, _OVER)[before * _OVER : (before + stop - start) * _OVER]
        # the filter between the samples takes a little from the samples themselves
        highest = np.maximum(_block_highest(between, BLOCK * _OVER), _block_highest(samples[start:stop], BLOCK))
        peaks[start // BLOCK :][: len(highest)] = highest

    with ThreadPoolExecutor(_THREADS) as pool:  # soxr lets go of the interpreter
        list(pool.map(look, range(0, frames, _STRETCH)))
    return peaks


def _block_highest(samples: Samples, size: int) -> Samples:
    if len(samples) % size:
        samples = np.pad(samples, ((0, -len(samples) % size), (0, 0)))
    rows = samples.reshape(-1, size * samples.shape[1])
    highest: Samples = np.maximum(rows.max(axis=1), -rows.min(axis=1))  # half the time of the magnitude of each sample
    return highest


def true_peak(samples: Samples) -> float:
    """Return the true peak in dBTP; -inf for silence.

    >>> wave = np.sin(np.pi / 2 * np.arange(9_600) + np.pi / 4) * np.hanning(9_600) / 2  # its crests lie between its samples
    >>> round(decibels(wave.max()), 1), round(true_peak(wave.astype(np.float32)[:, None]), 1)
    (-9.0, -6.0)
    """
    return decibels(float(block_peaks(samples).max(initial=0.0)))


def decibels(factor: float) -> float:
    """Return a factor of amplitude in dB; -inf for none.

    >>> round(decibels(0.5), 2), decibels(0)
    (-6.02, -inf)
    """
    return float(20 * np.log10(factor)) if factor > 0 else float("-inf")


def factor(level_db: float) -> float:
    """Return a level in dB as a factor of amplitude.

    >>> factor(-20)
    0.1
    """
    return float(10 ** (level_db / 20))


def reduction(peaks: Samples, ceiling_db: float, rate: int) -> Decibels:
    """Return by how many dB the level must fall at each edge between blocks, so that no peak passes the ceiling.

    The fall begins before the peak (look-ahead) and ends after it, both in straight lines of dB with rounded corners; it is never
    less than what a peak needs. `peaks` as `block_peaks` gives them.
    """
    need = np.maximum(20 * np.log10(np.maximum(peaks.astype(np.float64), _TINY)) - ceiling_db, 0.0)
    edges: Decibels = np.maximum(np.append(need, 0.0), np.insert(need, 0, 0.0))
    if not edges.any():
        return edges
    edges = _widen(edges)
    steps = np.arange(len(edges)) * (BLOCK / rate)
    fall = np.maximum.accumulate(edges + steps * _RELEASE_DB_PER_S) - steps * _RELEASE_DB_PER_S
    rise = np.maximum.accumulate((edges - steps * _ATTACK_DB_PER_S)[::-1])[::-1] + steps * _ATTACK_DB_PER_S
    falls = _rounded(np.maximum(fall, rise))
    falls[falls < _NOTHING_DB] = 0.0
    return falls


def _widen(edges: Decibels) -> Decibels:
    """Return the highest of each edge and its neighbours within the rounding, so that rounding takes nothing from a peak."""
    padded = np.pad(edges, _SMOOTH)
    widest: Decibels = np.max([padded[k : k + len(edges)] for k in range(2 * _SMOOTH + 1)], axis=0)
    return widest


def _rounded(edges: Decibels) -> Decibels:
    window = np.hanning(2 * _SMOOTH + 3)[1:-1]
    smooth: Decibels = np.convolve(np.pad(edges, _SMOOTH, mode="edge"), window / window.sum(), mode="valid")
    return smooth


def amplify(samples: Samples, gain_db: float, falls: Decibels) -> Samples:
    """Return the sound `gain_db` louder and lowered by `falls` (as `reduction` gives them), gliding from edge to edge."""
    louder: Samples = samples * np.float32(factor(gain_db))
    lowered = np.flatnonzero(falls[:-1] + falls[1:])
    edges = (10 ** (-falls / 20)).astype(np.float32)
    ramp = np.arange(BLOCK, dtype=np.float32)[:, None] / BLOCK
    whole = len(samples) // BLOCK
    blocks = louder[: whole * BLOCK].reshape(whole, BLOCK, samples.shape[1])
    for some in np.array_split(lowered[lowered < whole], len(lowered) // _STRETCH + 1):
        left = edges[some, None, None]
        blocks[some] *= left + (edges[some + 1, None, None] - left) * ramp
    louder[whole * BLOCK :] *= edges[-2:-1]  # what is left is shorter than a block; its first edge serves
    return louder
