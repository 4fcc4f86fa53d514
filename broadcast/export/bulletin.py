"""All files of a spoken script: page, sound with its tags and chapters, captions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from broadcast import naskah
from broadcast.export.captions import export_captions
from broadcast.export.page import export_page
from broadcast.export.sound import Chapter, export_sound
from broadcast.model import Bulletin, Kind, Script, Station


def export_files(script: Script, bulletin: Bulletin, station: Station, page: Path, sound: Path, captions: Path) -> None:
    """Write the page, the sound and the captions of a spoken script."""
    export_page(script, durations(bulletin), page, point_size=station.point_size)
    export_sound(
        bulletin,
        station.sounds,
        sound,
        title=f"{script.title}, {naskah.stamp(script.air)}",
        station=script.station,
        air=script.air,
        lyrics=naskah.dump(script),
        comment=_notice(script, station),
        album=script.title,
        chapters=_chapters(script, bulletin),
    )
    export_captions(script, bulletin, captions)


def _chapters(script: Script, bulletin: Bulletin) -> tuple[Chapter, ...]:
    """A chapter for each news item, so that a player can go to it."""
    spans = {index: [cue for cue in bulletin.cues if cue.item == index] for index in range(len(script.items))}
    news = [(item, spans[index]) for index, item in enumerate(script.items) if item.kind is Kind.NEWS and spans[index]]
    return tuple(Chapter(cues[0].start_ms, cues[-1].end_ms, item.title or item.id) for item, cues in news)


def _notice(script: Script, station: Station) -> str:
    voices = [station.voices.get(key) for key in {script.voice, *(item.voice or script.voice for item in script.items)}]
    synthetic = any(voice is None or voice.synthetic for voice in voices)
    return "Suara dalam siaran ini dihasilkan komputer (sintetis)." if synthetic and station.house.notice else ""


def durations(bulletin: Bulletin) -> Mapping[tuple[int, int], int]:
    """Return how long each element takes in the bulletin, its pause included, in ms, by item and element index."""
    ends = [*(cue.start_ms for cue in bulletin.cues[1:]), *(cue.end_ms for cue in bulletin.cues[-1:])]
    return {(cue.item, cue.element): end - cue.start_ms for cue, end in zip(bulletin.cues, ends, strict=True)}
