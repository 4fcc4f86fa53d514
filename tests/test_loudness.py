"""The meter and the limiter against the signals of EBU Tech 3341 and 3342, made here, and what must hold for any sound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast.audio.loudness import Samples, energy, integrated, loudness_range, momentary, short_term
from broadcast.audio.peaks import BLOCK, amplify, block_peaks, decibels, factor, reduction, true_peak

SILENCE = None
Part = tuple[float | None, float]


def tones(*parts: Part, rate: int = 48_000, channels: int = 2) -> Samples:
    """A sine of 1 kHz whose level (dBFS) changes: pairs of level and seconds."""
    levels = np.concatenate([np.full(round(seconds * rate), 0.0 if level is SILENCE else 10 ** (level / 20)) for level, seconds in parts])
    sine = np.sin(2 * np.pi * 1_000 * np.arange(len(levels)) / rate) * levels
    return np.repeat(sine[:, None], channels, axis=1).astype(np.float32)


GATES = [  # Tech 3341 cases 1 to 5: what sounds, and its integrated loudness
    ([(-23, 20)], -23),
    ([(-33, 20)], -33),
    ([(-36, 10), (-23, 60), (-36, 10)], -23),
    ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23),
    ([(-26, 20), (-20, 20.1), (-26, 20)], -23),
]


@pytest.mark.parametrize("rate", [48_000, 44_100, 22_050])
@pytest.mark.parametrize(("parts", "expected"), GATES)
def test_integrated_loudness_passes_the_gates(parts: list[Part], expected: float, rate: int) -> None:
    assert integrated(energy(tones(*parts, rate=rate), rate)) == pytest.approx(expected, abs=0.1)


def test_surround_channels_have_their_weights() -> None:  # case 6: L R C LFE Ls Rs
    tone = tones((0, 20), channels=1)
    levels = np.array([factor(-28), factor(-28), factor(-24), 1.0, factor(-30), factor(-30)], np.float32)
    assert integrated(energy(tone * levels, 48_000)) == pytest.approx(-23, abs=0.1)


def test_mono_is_heard_from_two_loudspeakers() -> None:
    assert integrated(energy(tones((-20, 3), channels=1), 48_000)) == pytest.approx(integrated(energy(tones((-20, 3)), 48_000)), abs=1e-6)


def test_short_term_is_steady_where_it_must_be() -> None:  # case 9
    levels = short_term(energy(tones(*[(-20, 1.34), (-30, 1.66)] * 5), 48_000))
    assert levels[20:].min() == pytest.approx(-23, abs=0.1)
    assert levels[20:].max() == pytest.approx(-23, abs=0.1)


@pytest.mark.parametrize("delay", [0, 0.15, 1.35, 2.85])
def test_short_term_maximum_wherever_the_tone_begins(delay: float) -> None:  # case 10
    levels = short_term(energy(tones((SILENCE, delay), (-23, 3), (SILENCE, 1)), 48_000))
    assert levels.max() == pytest.approx(-23, abs=0.1)


@pytest.mark.parametrize("delay", [0, 0.02, 0.14, 0.26, 0.38])
def test_momentary_maximum_wherever_the_tone_begins(delay: float) -> None:  # case 13
    levels = momentary(energy(tones((SILENCE, delay), (-23, 0.4), (SILENCE, 1)), 48_000))
    assert levels.max() == pytest.approx(-23, abs=0.1)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [  # Tech 3342 cases 1 to 4
        ([(-20, 20), (-30, 20)], 10),
        ([(-20, 20), (-15, 20)], 5),
        ([(-40, 20), (-20, 20)], 20),
        ([(-50, 20), (-35, 20), (-20, 20), (-35, 20), (-50, 20)], 15),
    ],
)
def test_loudness_range(parts: list[Part], expected: float) -> None:
    assert loudness_range(energy(tones(*parts), 48_000)) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(
    ("divisor", "amplitude", "degrees", "expected"),
    [(4, 0.5, 0, -6), (4, 0.5, 45, -6), (6, 0.5, 60, -6), (8, 0.5, 67.5, -6), (4, 1.41, 45, 3)],  # cases 15 to 19
)
def test_true_peak_between_the_samples(divisor: int, amplitude: float, degrees: float, expected: float) -> None:
    frames = 153_600
    fade = np.clip(np.minimum(np.arange(frames), np.arange(frames)[::-1]) / 4_800, 0, 1)
    sine = np.clip(amplitude * np.sin(2 * np.pi * np.arange(frames) / divisor + np.deg2rad(degrees)) * fade, -1, 1)
    assert -0.4 <= true_peak(sine[:, None].astype(np.float32)) - expected <= 0.2


def test_silence_has_no_loudness_and_no_peak() -> None:
    silence = np.zeros((48_000, 1), np.float32)
    assert integrated(energy(silence, 48_000)) == float("-inf")
    assert true_peak(silence) == float("-inf")
    assert loudness_range(energy(silence, 48_000)) == 0
    assert integrated(energy(silence[:0], 48_000)) == float("-inf")


def noise(seed: int, seconds: float, rate: int = 16_000) -> Samples:
    chance = np.random.default_rng(seed)
    bursts = np.repeat(chance.random(round(seconds * 5) + 1), rate // 5)[: round(seconds * rate)]
    return (0.2 * bursts * chance.standard_normal(len(bursts)))[:, None].astype(np.float32)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 999), gain=st.floats(-20, 20), seconds=st.floats(0.05, 3))
def test_louder_by_some_db_reads_louder_by_as_many(seed: int, gain: float, seconds: float) -> None:
    sound = noise(seed, seconds)
    before, after = (integrated(energy(one, 16_000)) for one in (sound, sound * np.float32(factor(gain))))
    assert after - before == pytest.approx(gain, abs=0.01)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 999), seconds=st.floats(9.5, 21))
def test_stretches_leave_no_seam(seed: int, seconds: float) -> None:
    """The meter filters ten seconds at once; a sound must read the same wherever those end."""
    sound = noise(seed, seconds)
    shifted = np.pad(sound, ((7 * 160, 0), (0, 0)))  # seven hops later
    assert energy(shifted, 16_000)[7:] == pytest.approx(energy(sound, 16_000), rel=1e-3, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 999), frames=st.integers(1, 5_000), ceiling=st.floats(-20, -0.5), channels=st.integers(1, 2))
def test_the_limiter_keeps_every_sample_below_the_ceiling_and_raises_none(seed: int, frames: int, ceiling: float, channels: int) -> None:
    chance = np.random.default_rng(seed)
    sound = (chance.standard_normal((frames, channels)) * chance.choice([0.01, 0.3, 2], (frames, 1), p=[0.6, 0.3, 0.1])).astype(np.float32)
    falls = reduction(block_peaks(sound), ceiling, 44_100)
    limited = amplify(sound, 0.0, falls)
    assert len(falls) == -(-frames // BLOCK) + 1
    assert limited.shape == sound.shape
    assert (np.abs(limited) <= np.abs(sound)).all()
    assert np.abs(limited).max() <= factor(ceiling) * 1.000_01


def test_the_limiter_leaves_a_soft_sound_alone() -> None:
    sound = noise(1, 2) * np.float32(0.1)
    assert np.array_equal(amplify(sound, 0.0, reduction(block_peaks(sound), -1, 16_000)), sound)


def test_the_limiter_is_down_before_the_peak_and_back_after_it() -> None:
    sound = np.full((44_100, 1), 0.1, np.float32)
    sound[22_050] = 0.9
    limited = amplify(sound, 0.0, reduction(block_peaks(sound), -6, 44_100))
    assert decibels(float(limited[22_050, 0])) == pytest.approx(-6, abs=1e-4)
    assert limited[22_050 - 64, 0] < 0.1  # it looks ahead
    assert limited[22_050 - 1_000, 0] == np.float32(0.1)
    assert limited[22_050 + 8_000, 0] == np.float32(0.1)
    assert np.abs(np.diff(np.delete(limited[:, 0], 22_050))).max() < 0.001  # and moves smoothly
