"""Sounds for tests: speech-like, each unlike the others, and the same on every machine."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcast.model import Clip, Element, Item, Kind, Line, Script, Segment

AIR = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7)))


def syllables(seed: int, seconds: float, rate: int = 22_050) -> NDArray[np.float64]:
    """A voice without words: a buzz of its own pitch and some breath, in syllables of its own rhythm. Peak near 0.5."""
    chance = np.random.default_rng(seed)
    time = np.arange(round(seconds * rate)) / rate
    pitch = 95 + 60 * chance.random() + 12 * np.sin(2 * np.pi * (0.6 + chance.random()) * time)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    buzz = sum(np.sin(k * phase + chance.random()) / k for k in range(1, 14))
    beat = 0.25 + np.clip(np.sin(2 * np.pi * (3.5 + chance.random()) * time + seed), 0, 1)
    sound = (buzz + 0.25 * chance.standard_normal(len(time))) * beat
    edge = round(0.02 * rate)
    sound[:edge] *= np.linspace(0, 1, edge)
    sound[-edge:] *= np.linspace(1, 0, edge)
    return 0.5 * sound / np.abs(sound).max()


def save(path: Path, sound: NDArray[np.floating], rate: int = 22_050, before: float = 0.0, after: float = 0.0) -> Path:
    """Write a sound with silence around it."""
    padding = [(round(before * rate), round(after * rate))] + [(0, 0)] * (sound.ndim - 1)
    soundfile.write(path, np.pad(sound, padding), rate)
    return path


def clip(path: Path) -> Clip:
    found = soundfile.info(path)
    return Clip(path, "", found.frames, found.samplerate)


def script(*elements: Element) -> Script:
    return Script("Warta Uji", "Radio Uji", AIR, "uji", (Item(Kind.NEWS, elements, id="uji"),))


def spoken(folder: Path, *sounds: NDArray[np.floating], rate: int = 22_050) -> tuple[Script, tuple[Segment, ...]]:
    """A script of as many lines as sounds, and the segments that speak it."""
    elements = tuple(Line(f"Kalimat {number}", f"kalimat {number}") for number in range(len(sounds)))
    paths = [save(folder / f"kalimat-{number}.wav", sound, rate, 0.12, 0.33) for number, sound in enumerate(sounds)]
    return script(*elements), tuple(Segment(0, number, clip(path), "uji", "uji") for number, path in enumerate(paths))
