"""What staff asks of one bulletin besides its articles: order, announcers, weather, corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from broadcast.model.sound import Voice


@dataclass(frozen=True, slots=True)
class Correction:
    """What a bulletin said wrong (*ralat*): about what, when it aired, what was said and what is right, in script notation."""

    news: str
    aired: datetime
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Weather:
    """The forecast as staff keeps it: sentences in script notation, until when it is true, and whose it is."""

    rows: tuple[str, ...]
    until: datetime
    source: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What `write` is asked for.

    `keep` are held items that a person lets in, `pins` the items that go first, in this order, `breaking` those that are.
    `partner` is the second announcer. `tunes_ms` is how long the station's tunes play: the time check counts them.
    `time_ms` is when the time check came in a trial that was spoken (0: not known yet).
    """

    keep: frozenset[str] = frozenset()
    pins: tuple[str, ...] = ()
    breaking: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    weather: Weather | None = None
    partner: Voice | None = None
    tunes_ms: Mapping[str, int] = field(default_factory=dict)
    time_ms: int = 0


PLAIN = Brief()
"""Nothing asked: one announcer, items by their value."""
