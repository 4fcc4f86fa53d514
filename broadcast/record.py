"""What record.json keeps of a bulletin: enough to say later what aired, why, and who let it."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from typing import Any

import broadcast
from broadcast.model import Bulletin, Cue, Item, Left, Line, Script, Spoken, Station, Story


def record(
    script: Script, left: Sequence[Left], spoken: Spoken, bulletin: Bulletin, station: Station, stories: Sequence[Story]
) -> dict[str, Any]:
    """Return the record of a bulletin, as values for JSON; `left` is what did not make it, `stories` what came in."""
    return {
        "title": script.title,
        "station": script.station,
        "air": script.air,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "approved_by": "",
        "voice": {"asked": script.voice, "used": spoken.voice, "engine": spoken.engine, "notes": spoken.notes},
        **({"partners": spoken.partners} if spoken.partners else {}),
        "settings": {
            "voice": station.voices[spoken.voice],
            **({"partners": [station.voices[one.used] for one in spoken.partners]} if spoken.partners else {}),
            "sounds": replace(station.sounds, files={}),
            "house": replace(station.house, templates=()),
        },
        "sound": {"ms": bulletin.master.ms, "lufs": round(bulletin.lufs, 2), "peak_dbtp": round(bulletin.peak_dbtp, 2)},
        "items": [_item_record(index, item, bulletin, spoken) for index, item in enumerate(script.items)],
        "left": left,
        "cuts": {story.id: story.cuts for story in stories},
        "versions": versions(),
    }


def _item_record(index: int, item: Item, bulletin: Bulletin, spoken: Spoken) -> Mapping[str, Any]:
    cues = [cue for cue in bulletin.cues if cue.item == index]
    used = {one.asked: one.used for one in spoken.partners}
    lines = {position: element for position, element in enumerate(item.elements) if isinstance(element, Line)}
    return {
        "kind": item.kind,
        "id": item.id,
        "title": item.title,
        "start_ms": cues[0].start_ms if cues else 0,
        "end_ms": cues[-1].end_ms if cues else 0,
        **({"order": item.order} if item.order else {}),
        **({"voice": used[item.voice]} if item.voice in used else {}),
        "flags": item.flags,
        "dropped": item.dropped,
        "choices": item.choices,
        "lines": [_line_record(lines[cue.element], cue) for cue in cues if cue.element in lines],
    }


def _line_record(line: Line, cue: Cue) -> Mapping[str, Any]:
    ms = cue.end_ms - cue.start_ms
    return {"text": line.text, "start_ms": cue.start_ms, "ms": ms, "sources": line.sources, "rules": line.rules}


def versions() -> Mapping[str, str]:
    """Return what made the bulletin: our version, Python, the system, and the packages the sound depends on."""
    names = ("espeakng-loader", "gTTS", "lameenc", "soxr", "numpy", "trafilatura", "typst", "jinja2")
    found = {name: metadata.version(name) for name in names}
    return {"broadcast": broadcast.__version__, "python": platform.python_version(), "system": platform.platform(terse=True), **found}
