"""Segments → Bulletin: every voice, tune and recording of a script on one timeline, at broadcast level."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from broadcast.errors import SoundError
from broadcast.model import Bulletin, Cue, Script, Segment, Sounds

__all__ = ["MASTER", "check_sounds", "jingle_times", "mix"]

MASTER = "master.wav"
"""The name of the mixed sound in its folder."""


def mix(
    script: Script,
    segments: Sequence[Segment],
    sounds: Sounds,
    folder: Path,
    inserts: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Bulletin:
    """Lay the script's elements in order, bring them to one loudness and write the master into `folder`.

    There is a cue for each line, jingle and insert; a pause has none. `inserts` is the folder of the recordings that the script
    plays. `progress` is told how many elements are laid, of how many.

    Raises SoundError when a segment, jingle or recording is missing or broken, OutputError when the master cannot be written.
    """
    from broadcast.mix import clips, master, timeline  # noqa: PLC0415  # numpy and pydub are loaded only when a bulletin is mixed

    slots = timeline.plan(script, sounds)
    sources = timeline.find_sources(script, segments, sounds, inserts)
    ready = clips.Clips(sounds)
    for number, _ in enumerate(ready.prepare_all(sources.values()), 1):
        if progress:
            progress(number, len(sources))
    pieces = [ready.prepare(*sources[slot.item, slot.element]) for slot in slots.sounding]
    samples, starts = timeline.lay(slots, pieces, sounds)
    cues = tuple(
        Cue(slot.item, slot.element, round(start * 1000 / sounds.rate), round((start + len(piece)) * 1000 / sounds.rate))
        for slot, start, piece in zip(slots.sounding, starts, pieces, strict=True)
    )
    pieces.clear()  # a long bulletin need not lie in memory twice
    air = master.bring_to_level(samples, sounds)
    return Bulletin(master.write_wav(folder / MASTER, air.samples, sounds.rate), cues, air.lufs, air.peak_dbtp, sounds.channels)


def jingle_times(sounds: Sounds) -> Mapping[str, int]:
    """Return how long each of the station's sounds plays in a bulletin, in ms; SoundError for one that cannot."""
    from broadcast.mix import clips  # noqa: PLC0415  # as above

    ready = clips.Clips(sounds)
    return {name: round(len(ready.prepare("jingle", path)) * 1000 / sounds.rate) for name, path in sounds.files.items()}


def check_sounds(sounds: Sounds) -> Iterator[tuple[str, str]]:
    """Yield the name of each of the station's sounds that cannot be played, and why, in Indonesian."""
    from broadcast.mix import clips  # noqa: PLC0415  # as above

    ready = clips.Clips(sounds)
    for name, path in sounds.files.items():
        try:
            ready.prepare("jingle", path)
        except SoundError as error:
            yield name, str(error)
