"""Voices, clips and the mixed bulletin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

Setting = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: one voices/*.toml.

    `engine` names an entry point of the group `broadcast.engines`, `settings` are that engine's own.
    `fallback` is the key of the voice that speaks all of its lines when this one cannot. `online` voices are tried
    only where the station says it is online. `pace` divides read time: 1.1 is a tenth faster than 6.5 syllables a second.
    """

    key: str
    name: str
    engine: str
    settings: Mapping[str, Setting] = field(default_factory=dict)
    fallback: str = ""
    online: bool = False
    synthetic: bool = True
    pace: float = 1.0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound file without meaning: `digest` is the sha256 of its bytes, `frames` its length at `rate` Hz."""

    path: Path
    digest: str
    frames: int
    rate: int

    @property
    def ms(self) -> int:
        """Its length in whole milliseconds, rounded."""
        return round(self.frames * 1000 / self.rate)


@dataclass(frozen=True, slots=True)
class Segment:
    """A line and its sound: element `element` of item `item` of the script, spoken by `voice` with `engine`."""

    item: int
    element: int
    clip: Clip
    voice: str
    engine: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who spoke for whom: the voice that was `asked`, the one that was `used`, with its engine."""

    asked: str
    used: str
    engine: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What `speak` gives: a segment for each line, the main announcer's voice and engine, and notes for staff.

    `partners` are the other announcers of the script.
    """

    segments: tuple[Segment, ...]
    voice: str
    engine: str
    notes: tuple[str, ...] = ()
    partners: tuple[Cast, ...] = ()


class Engine(Protocol):
    """What turns spoken text into sound; found under the entry-point group `broadcast.engines` by its name.

    An entry point is a callable without arguments that returns an Engine. Heavy imports belong inside.
    """

    def speak(self, text: str, voice: Voice, folder: Path) -> Path:
        """Speak `text` (as in `Line.spoken`) to a new sound file inside `folder` (WAV or MP3) and return its path.

        Raises OfflineError when the service is out of reach, EngineError when this text cannot be spoken.
        """

    def trouble(self, voice: Voice) -> str:
        """Why this engine cannot be used here with this voice, as a short Indonesian phrase; empty when it can.

        It must be quick and must not use the network.
        """

    def identity(self, voice: Voice) -> str:
        """Name and version of engine and model: part of the cache key and of the record."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """What `mix` needs to know: the station's sounds by name, pauses, and the loudness it aims at.

    `files` maps jingle names (pembuka, penutup, sela …) to sound files. Levels: `target_lufs` integrated
    (ITU-R BS.1770-5, mono measured as dual mono), `peak_dbtp` the highest true peak allowed after decoding.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    target_lufs: float = -16.0
    peak_dbtp: float = -1.0
    rate: int = 44_100
    channels: Literal[1, 2] = 1
    bitrate: int = 128
    breath_ms: int = 200
    sentence_ms: int = 450
    item_ms: int = 900


@dataclass(frozen=True, slots=True)
class Cue:
    """When an element of the script sounds in the bulletin: from `start_ms` to `end_ms`."""

    item: int
    element: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The mixed sound: `master` is a float WAV at the rate and channels of `Sounds`; levels are of that master."""

    master: Clip
    cues: tuple[Cue, ...]
    lufs: float
    peak_dbtp: float
    channels: int
