"""How loud a sound is: ITU-R BS.1770-5 with the gates and time scales of EBU R 128 (Tech 3341, Tech 3342).

Everything is told from one small array, the K-weighted energy of each 10 ms (`energy`): a sound is filtered once,
then its momentary, short-term and integrated loudness and its range are sums. Mono is measured as dual mono, as it is heard.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Energy = NDArray[np.float64]

HOP_MS = 10
"""The grid of `energy`: fine enough for every momentary maximum of Tech 3341, which a 100 ms grid misses."""

ABSOLUTE_GATE = -70.0
RELATIVE_GATE = -10.0
RANGE_GATE = -20.0

_MOMENTARY, _SHORT_TERM, _STEP = 40, 300, 10  # hops: 400 ms, 3 s, 100 ms
_WEIGHTS = {1: (2.0,), 2: (1.0, 1.0), 5: (1.0, 1.0, 1.0, 1.41, 1.41), 6: (1.0, 1.0, 1.0, 0.0, 1.41, 1.41)}
_STRETCH = 10  # seconds filtered at once: whole hops at any rate, and a few megabytes
_TRANSFORM = 16_384


def energy(samples: Samples, rate: int) -> Energy:
    """Return the K-weighted energy of each whole 10 ms, its channels summed with the weights of BS.1770."""
    frames, channels = samples.shape
    weights = _WEIGHTS.get(channels, (1.0,) * channels)
    total: Energy = np.zeros(frames * 100 // rate)
    for start in range(0, frames, _STRETCH * rate):
        first = start * 100 // rate
        for channel, weight in enumerate(weights):
            if weight:
                hops = _hops(_weigh(samples[:, channel], start, rate), rate)
                total[first : first + len(hops)] += weight * hops
    return total


def _hops(weighted: Samples, rate: int) -> Energy:
    """Return the mean square of each whole hop of a stretch."""
    edges = np.arange(len(weighted) * 100 // rate + 1) * rate // 100
    if len(edges) < 2:
        return np.zeros(0)
    sums = np.add.reduceat(np.square(weighted[: edges[-1]]), edges[:-1])
    return sums / np.diff(edges)


def _weigh(channel: Samples, start: int, rate: int) -> Samples:
    """Return the K-weighted stretch of `channel` from `start`, by overlap-save."""
    taps, response = _filter(rate)
    size = min(_STRETCH * rate, len(channel) - start)
    step = _TRANSFORM - taps + 1
    rows = -(-size // step)
    before = min(start, taps - 1)
    stretch = np.zeros((rows - 1) * step + _TRANSFORM, np.float32)
    stretch[taps - 1 - before : taps - 1 + size] = channel[start - before : start + size]
    spectra = np.fft.rfft(sliding_window_view(stretch, _TRANSFORM)[::step])
    whole = np.fft.irfft(spectra * response, _TRANSFORM)[:, taps - 1 :]
    return whole.reshape(-1)[:size].astype(np.float32, copy=False)


@cache
def _filter(rate: int) -> tuple[int, NDArray[np.complex64]]:
    """Return the length of the K-weighting's impulse response and its spectrum at `rate`.

    The two filters of BS.1770 Annex 1, moved from 48 kHz to any rate by the analogue values behind them. Their slowest pole
    lies at 38 Hz: after 70 ms the response has fallen below one part in ten million.
    """
    grid = np.exp(-2j * np.pi * np.fft.rfftfreq(4 * _TRANSFORM))
    spectrum = _shelf(rate, grid) * _high_pass(rate, grid)
    taps = min(round(0.07 * rate), _TRANSFORM // 2)
    return taps, np.fft.rfft(np.fft.irfft(spectrum)[:taps], _TRANSFORM).astype(np.complex64)


def _shelf(rate: int, z: NDArray[np.complex128]) -> NDArray[np.complex128]:
    """The first filter: +4 dB above 1.7 kHz, for the head. `z` is one sample's delay."""
    k = np.tan(np.pi * 1681.974450955533 / rate)
    q = 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    above = high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k
    below = 1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k
    return _biquad(above, below, z)


def _high_pass(rate: int, z: NDArray[np.complex128]) -> NDArray[np.complex128]:
    """The second filter: away with what lies below 38 Hz."""
    k = np.tan(np.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    # the standard leaves this numerator at 1, -2, 1 for every rate
    return _biquad((a0, -2 * a0, a0), (a0, 2 * (k * k - 1), 1 - k / q + k * k), z)


def _biquad(above: tuple[float, ...], below: tuple[float, ...], z: NDArray[np.complex128]) -> NDArray[np.complex128]:
    (b0, b1, b2), (a0, a1, a2) = above, below
    answer: NDArray[np.complex128] = (b0 + b1 * z + b2 * z * z) / (a0 + a1 * z + a2 * z * z)
    return answer


def _lufs(mean_square: Energy) -> Energy:
    with np.errstate(divide="ignore"):
        level: Energy = -0.691 + 10 * np.log10(np.maximum(mean_square, 0))
    return level


def _means(hops: Energy, size: int, step: int) -> Energy:
    """Return the mean of each run of `size` hops, every `step` hops."""
    sums = np.concatenate(([0.0], np.cumsum(hops)))
    return (sums[size:] - sums[:-size])[::step] / size


def integrated(hops: Energy) -> float:
    """Return the gated loudness of the whole, in LUFS; -inf for silence.

    A sound under 400 ms, which BS.1770 does not define, counts as a single block.

    >>> tone = np.sin(2 * np.pi * 997 / 48_000 * np.arange(48_000)).astype(np.float32)
    >>> round(integrated(energy(tone[:, None], 48_000)), 1)  # full scale, dual mono
    0.0
    """
    blocks = _means(hops, _MOMENTARY, _STEP) if len(hops) >= _MOMENTARY else np.atleast_1d(hops.mean() if len(hops) else 0.0)
    heard = blocks[_lufs(blocks) > ABSOLUTE_GATE]
    if not len(heard):
        return float("-inf")
    gate = _lufs(heard.mean()) + RELATIVE_GATE
    return float(_lufs(heard[_lufs(heard) > gate].mean()))


def momentary(hops: Energy) -> Energy:
    """Return the loudness of each 400 ms, in LUFS, every 10 ms."""
    return _lufs(_means(hops, _MOMENTARY, 1))


def short_term(hops: Energy) -> Energy:
    """Return the loudness of each 3 s, in LUFS, every 10 ms."""
    return _lufs(_means(hops, _SHORT_TERM, 1))


def loudness_range(hops: Energy) -> float:
    """Return how far loud and soft lie apart, in LU (EBU Tech 3342); 0 for less than 3 s."""
    blocks = _means(hops, _SHORT_TERM, _STEP)
    heard = blocks[_lufs(blocks) > ABSOLUTE_GATE]
    if not len(heard):
        return 0.0
    levels = _lufs(heard)
    low, high = np.percentile(levels[levels > _lufs(heard.mean()) + RANGE_GATE], [10, 95])
    return float(high - low)
