"""The three tunes of the built-in station, composed and synthesised here: run this file to make them again.

    pembuka.flac   opening, about 5 s: a rising call of bells over a news pulse, ending on a long D major chord
    penutup.flac   closing, about 4 s: the same call coming down to rest
    sela.flac      sting between items, about 1.3 s: the call's first leap

They are original and come under the licence of this project. Everything is arithmetic without chance, so the same samples come out
everywhere. A score is a list of notes: beat, name, length in beats, loudness.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
BEAT = 60 / 132  # seconds: brisk, as news is
PEAK = 10 ** (-3 / 20)

Sound = NDArray[np.float64]
Note = tuple[float, str, float, float]
Instrument = Callable[[float, float], Sound]

_STEPS = {"C": -9, "C#": -8, "D": -7, "D#": -6, "E": -5, "F": -4, "F#": -3, "G": -2, "G#": -1, "A": 0, "A#": 1, "B": 2}


def pitch(name: str) -> float:
    """Return the frequency of a note in Hz, equal temperament on A4 = 440.

    >>> pitch("A4"), round(pitch("D5"), 1)
    (440.0, 587.3)
    """
    return float(440 * 2 ** (_STEPS[name[:-1]] / 12 + int(name[-1]) - 4))


def _time(seconds: float) -> Sound:
    return np.arange(round(seconds * RATE)) / RATE


def _shaped(sound: Sound, attack: float, release: float) -> Sound:
    """Fade a tone in and out along half a cosine, so that it never clicks."""
    for seconds, ends in ((attack, slice(None)), (release, slice(None, None, -1))):
        width = min(round(seconds * RATE), len(sound) // 2)
        sound[ends][:width] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(width) / max(width, 1))
    return sound


def bell(frequency: float, seconds: float) -> Sound:
    """A struck bar of bronze: pure partials a little out of tune with each other, the high ones gone first."""
    t = _time(seconds + 1.4)
    partials = ((1.0, 1.0, 2.2), (2.003, 0.42, 3.6), (3.98, 0.20, 6.0), (5.43, 0.10, 11.0), (9.1, 0.035, 24.0))
    tone = sum(level * np.exp(-decay * t) * np.sin(2 * np.pi * frequency * ratio * t) for ratio, level, decay in partials)
    return _shaped(np.asarray(tone), 0.002, 0.4)


def marimba(frequency: float, _seconds: float) -> Sound:
    """A short wooden note: the pulse under the call."""
    t = _time(0.45)
    tone = np.exp(-13 * t) * np.sin(2 * np.pi * frequency * t) + 0.25 * np.exp(-32 * t) * np.sin(2 * np.pi * 3.99 * frequency * t)
    return _shaped(tone, 0.003, 0.1)


def strings(frequency: float, seconds: float) -> Sound:
    """Three desks of strings, apart by a few cents, with a slow bow and a slight vibrato."""
    t = _time(seconds + 0.5)
    tone = np.zeros(len(t))
    for cents, turn in ((-6.0, 0.0), (0.0, 1.3), (5.0, 2.9)):
        bow = 2 * np.pi * frequency * 2 ** (cents / 1200) * t + 0.12 * np.sin(2 * np.pi * 5.1 * t + turn)
        for harmonic in range(1, 9):
            if harmonic * frequency < 7_000:
                tone += np.sin(harmonic * bow + harmonic * turn) / harmonic**1.35
    return _shaped(tone / 3, 0.09, 0.5)


def bass(frequency: float, seconds: float) -> Sound:
    """A plucked low string."""
    t = _time(seconds + 0.2)
    tone = sum(np.exp(-(1.5 + harmonic) * t) * np.sin(2 * np.pi * harmonic * frequency * t) / harmonic**1.2 for harmonic in range(1, 6))
    return _shaped(np.asarray(tone), 0.006, 0.2)


def drum(_frequency: float, _seconds: float) -> Sound:
    """A big drum: a tone that falls from 120 to 48 Hz."""
    t = _time(0.7)
    phase = 2 * np.pi * (48 * t + 72 * (1 - np.exp(-22 * t)) / 22)
    return _shaped(np.exp(-6 * t) * np.sin(phase), 0.002, 0.2)


def _shuffled(count: int) -> Sound:
    """Return `count` numbers from 0 to 1 that follow no rhythm but are the same everywhere (the generator of Numerical Recipes).

    >>> _shuffled(3).round(3).tolist()
    [0.236, 0.279, 0.82]
    """
    numbers, state = [], 0
    for _ in range(count):
        state = (1_664_525 * state + 1_013_904_223) % 2**32
        numbers.append(state / 2**32)
    return np.array(numbers)


def room(dry: Sound, wet: float, seconds: float = 1.1) -> Sound:
    """Return the sound in a room: 1,400 echoes, each later one softer, all duller than the sound."""
    where = _shuffled(2_800)  # evenly spaced echoes would ring at one pitch
    delays = np.round((0.011 + seconds * where[0::2]) * RATE).astype(int)
    levels = np.exp(-5.5 * delays / (seconds * RATE)) * np.where(where[1::2] < 0.5, -1.0, 1.0)
    echo = np.zeros(int(delays.max()) + 1)
    np.add.at(echo, delays, levels)
    dull = np.exp(-np.arange(64) / 7.0)  # a low-pass: walls swallow treble
    echo = np.convolve(echo, dull / dull.sum())
    echo *= wet / np.sqrt(np.sum(echo**2))
    size = len(dry) + len(echo)
    heard = np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(echo, size), size)
    heard[: len(dry)] += dry
    return heard


def play(instrument: Instrument, notes: Sequence[Note], seconds: float) -> Sound:
    """Return the notes of one instrument in a sound of this length."""
    sound = np.zeros(round(seconds * RATE))
    for beat, name, length, loudness in notes:
        tone = loudness * instrument(pitch(name), length * BEAT)
        start = round(beat * BEAT * RATE)
        tone = tone[: len(sound) - start]
        sound[start : start + len(tone)] += tone
    return sound


def chord(beat: float, names: str, length: float, loudness: float) -> list[Note]:
    """Return the notes of a chord.

    >>> chord(0, "D4 A4", 2, 0.5)
    [(0, 'D4', 2, 0.5), (0, 'A4', 2, 0.5)]
    """
    return [(beat, name, length, loudness) for name in names.split()]


def _pulse(names: str, start: float) -> list[Note]:
    """Four notes a beat, the first of each beat the loudest: the ticking of the newsroom."""
    return [(start + k / 4, name, 0.25, (0.34, 0.16, 0.22, 0.16)[k % 4]) for k, name in enumerate(names.split())]


def finish(parts: Sequence[Sound], seconds: float, fade: float) -> Sound:
    """Mix the parts, put them in a room, end at `seconds` with a fade, and bring the peak to -3 dBFS."""
    whole = room(np.sum(parts, axis=0), 0.32)[: round(seconds * RATE)]
    whole = _shaped(whole - whole.mean(), 0.001, fade)
    return whole * (PEAK / np.abs(whole).max())


def opening() -> Sound:
    """The opening: I - IV - V - I in D, a call of fifths and thirds climbing to the high D over a pulse of broken chords."""
    seconds = 5.2
    call = [(0, "D5", 1, 0.55), (0.75, "A5", 1, 0.5), (2, "B5", 1, 0.5), (2.75, "G5", 1, 0.42), (4, "A5", 1, 0.5), (4.75, "C#6", 1, 0.46)]
    call += [(5.5, "E6", 0.5, 0.46), *chord(6, "D6 F#6", 4, 0.42), (6, "A5", 4, 0.35)]
    low = "D4 A4 D5 A4 " * 2 + "D4 G4 B4 G4 " * 2 + "C#4 A4 E5 A4 " * 2 + "D4 A4 D5 A4"
    desks = [*chord(0, "D4 F#4 A4", 1.9, 0.12), *chord(2, "D4 G4 B4", 1.9, 0.12), *chord(4, "E4 A4 C#5", 1.9, 0.14)]
    desks += chord(6, "D4 F#4 A4 D5", 3.2, 0.15)
    ground = [(0, "D2", 2, 0.5), (2, "G2", 2, 0.45), (4, "A2", 2, 0.5), (6, "D2", 4, 0.6)]
    beats = [(0, "D2", 1, 0.7), (2, "D2", 1, 0.45), (4, "D2", 1, 0.5), (5.5, "D2", 1, 0.4), (6, "D2", 1, 0.85)]
    score = ((bell, call), (marimba, _pulse(low, 0)), (strings, desks), (bass, ground), (drum, beats))
    return finish([play(instrument, notes, seconds) for instrument, notes in score], seconds, 1.2)


def closing() -> Sound:
    """The closing: the call turned round, IV - V - I, coming to rest on D."""
    seconds = 4.0
    call = [(0, "D6", 1, 0.5), (0.75, "B5", 1, 0.46), (1.5, "G5", 0.5, 0.42), (2, "A5", 1, 0.48)]
    call += [(2.75, "E5", 1, 0.42), (3.25, "C#5", 1, 0.4), *chord(4, "D5 A5", 4, 0.42), (4, "F#5", 4, 0.36)]
    low = "D4 G4 B4 G4 " * 2 + "C#4 A4 E5 A4 " * 2 + "D4"
    desks = [*chord(0, "D4 G4 B4", 1.9, 0.12), *chord(2, "C#4 E4 A4", 1.9, 0.13), *chord(4, "D4 F#4 A4", 3, 0.15)]
    ground = [(0, "G2", 2, 0.5), (2, "A2", 2, 0.5), (4, "D2", 4, 0.6)]
    beats = [(0, "D2", 1, 0.5), (2, "D2", 1, 0.45), (4, "D2", 1, 0.8)]
    score = ((bell, call), (marimba, _pulse(low, 0)), (strings, desks), (bass, ground), (drum, beats))
    return finish([play(instrument, notes, seconds) for instrument, notes in score], seconds, 1.2)


def sting() -> Sound:
    """The sting: the leap D-A and its octave, quick and light, so that the next item follows at once."""
    seconds = 1.35
    call = [(0, "D5", 0.5, 0.5), (0.375, "A5", 0.5, 0.5), *chord(0.75, "D6", 1, 0.5), (0.75, "F#5", 1, 0.3)]
    parts = (
        play(bell, call, seconds),
        play(marimba, _pulse("D4 A4 D5 A5", 0), seconds),
        play(strings, chord(0.75, "D4 A4", 0.6, 0.09), seconds),
        play(drum, [(0, "D2", 1, 0.4), (0.75, "D2", 1, 0.5)], seconds),
    )
    return finish(parts, seconds, 0.55)


TUNES = {"pembuka": opening, "penutup": closing, "sela": sting}
"""Name of each file and what makes it."""


def to_16_bits(sound: Sound) -> NDArray[np.int16]:
    """Return the samples as they stand in the file."""
    return np.rint(sound * 32_767).astype(np.int16)


def main() -> None:
    """Write the tunes beside this file."""
    import soundfile  # noqa: PLC0415  # only to write; composing needs numpy alone

    for name, compose in TUNES.items():
        path = Path(__file__).with_name(f"{name}.flac")
        soundfile.write(path, to_16_bits(compose()), RATE, subtype="PCM_16")
        print(f"{path.name}: {path.stat().st_size} byte")


if __name__ == "__main__":
    main()
