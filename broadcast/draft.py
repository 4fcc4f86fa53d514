"""Stories to a script that the guard has read: what `write` needs is gathered here from station and order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from broadcast.errors import SourceError, VoiceError
from broadcast.guard import guard_script
from broadcast.intake import read_weather
from broadcast.mix import jingle_times
from broadcast.model import Brief, Correction, Flag, Item, Jingle, Kind, Rundown, Script, Station, Story, Voice, Weather
from broadcast.pronounce import doubts, read_time
from broadcast.speak import choose
from broadcast.write import write, write_item


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the bulletin that airs at `air` from `sources`, with `voice`, into `output`.

    `keep` are the ids of held items that a person lets in, `pins` and `breaking` those that go first (see `Brief`). `partner` is
    the second announcer's voice, empty for none. Length is in `Station.house`.
    """

    sources: tuple[str, ...]
    air: datetime
    voice: str
    output: Path
    keep: frozenset[str] = frozenset()
    pins: tuple[str, ...] = ()
    breaking: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    partner: str = ""


def draft(stories: Sequence[Story], order: Order, station: Station, time_ms: int = 0) -> Rundown:
    """Write the script of a bulletin and let the guard read it; findings stand in the items' flags.

    `time_ms` is when the time check ended in an earlier trial (0: it is estimated).
    """
    voice = station.voices[choose(station.voices, order.voice, online=station.online)]
    forecast, notes = weather(station, order.air)
    partner = replace(speaker(station, order.partner), key=order.partner) if order.partner not in {"", order.voice} else None
    tunes = jingle_times(station.sounds)
    brief = Brief(order.keep, order.pins, order.breaking, order.corrections, forecast, partner, tunes, time_ms)
    rundown = write(stories, station.house, station.lexicon, order.air, voice, clock(station, voice), brief)
    script = _playable(replace(rundown.script, voice=order.voice), station)
    return replace(rundown, script=guarded(script, {story.id: story for story in stories}, station), notes=(*notes, *rundown.notes))


def weather(station: Station, air: datetime) -> tuple[Weather | None, tuple[str, ...]]:
    """Return the forecast that holds at `air`, or a note for staff why there is none; neither where the station keeps none."""
    if station.weather is None:
        return None, ()
    try:
        return read_weather(station.weather, air), ()
    except SourceError as error:
        return None, (f"Cuaca tidak disiarkan. {error}",)


def _playable(script: Script, station: Station) -> Script:
    """Leave out the tunes that this station does not have: the templates ask for all of them."""

    def kept(item: Item) -> Item:
        there = tuple(part for part in item.elements if not isinstance(part, Jingle) or part.name in station.sounds.files)
        return replace(item, elements=there)

    return replace(script, items=tuple(map(kept, script.items)))


def items(stories: Sequence[Story], station: Station, air: datetime, budget_ms: int) -> Iterator[Item]:
    """Write each story as an item of at most `budget_ms` (0: no limit), guarded."""
    voice = station.voices[choose(station.voices, station.voice, online=station.online)]
    for story in stories:
        item = write_item(story, station.house, station.lexicon, air, clock(station, voice), budget_ms)
        script = Script("", station.house.name, air, station.voice, (item,))
        yield guarded(script, {story.id: story}, station).items[0]


def speaker(station: Station, key: str) -> Voice:
    """Return the voice that would speak here for `key`, or for the station's own where `key` is empty or cannot be spoken.

    Raises VoiceError when no voice can speak.
    """
    with contextlib.suppress(VoiceError):
        return station.voices[choose(station.voices, key or station.voice, online=station.online)]
    return station.voices[choose(station.voices, station.voice, online=station.online)]


def clock(station: Station, voice: Voice) -> Callable[[str], int]:
    """Return what tells how long this voice reads a text, in ms; each text is worked out once."""
    return cache(lambda text: round(read_time(text, station.lexicon) / voice.pace))


def guarded(script: Script, stories: Mapping[str, Story], station: Station) -> Script:
    """Return the script with the guard's findings, and the readings that are unsure, among its items' flags."""
    found = guard_script(script, stories, station.lexicon)
    unsure = doubts(script, station.lexicon)
    return replace(script, items=tuple(_flagged(item, (*found.get(item.id, ()), *unsure.get(item.id, ()))) for item in script.items))


def _flagged(item: Item, findings: Sequence[Flag]) -> Item:
    if item.kind is not Kind.NEWS or not findings:
        return item
    return replace(item, flags=tuple(dict.fromkeys((*item.flags, *findings))))
