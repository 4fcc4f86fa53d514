"""What sounds when: the pauses between the elements of a script, the files behind them, and all of them in one array."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from broadcast.audio.loudness import Samples
from broadcast.errors import SoundError
from broadcast.mix.clips import Role
from broadcast.model import Element, Insert, Jingle, Line, Pause, Script, Segment, Sounds

HEAD_MS = 100
"""Before the first sound: players that fade in or start late do not swallow it."""

TAIL_MS = 300
"""After the last sound; automation takes 0.9 s for dead air and cuts it."""

BESIDE_JINGLE_MS = 250
"""At most this much before and after a tune, which has its own beginning and end."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An element that sounds, and the silence before it."""

    item: int
    element: int
    before_ms: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The elements that sound, in order, and the silence after the last."""

    sounding: tuple[Slot, ...]
    after_ms: int


def plan(script: Script, sounds: Sounds) -> Plan:
    """Return when what follows what: a mark's own pause between two elements, or exactly what `[jeda]` asks for.

    Raises SoundError when nothing in the script sounds.
    """
    slots: list[Slot] = []
    asked: int | None = None
    before: Element | None = None
    for item, section in enumerate(script.items):
        for index, element in enumerate(section.elements):
            if isinstance(element, Pause):
                asked = (asked or 0) + element.ms
                continue
            slots.append(Slot(item, index, _gap(before, element, sounds) if asked is None else asked))
            asked, before = None, element
    if not slots:
        raise SoundError(f"Naskah {script.title!r} tidak berisi kalimat atau suara; tulis isinya dulu.")
    return Plan(tuple(slots), TAIL_MS if asked is None else asked)


def _gap(before: Element | None, after: Element, sounds: Sounds) -> int:
    if before is None:
        return HEAD_MS
    gap = sounds.item_ms if isinstance(before, Line) and before.end == "///" else sounds.sentence_ms
    return min(gap, BESIDE_JINGLE_MS) if isinstance(before, Jingle) or isinstance(after, Jingle) else gap


Sources = Mapping[tuple[int, int], tuple[Role, Path]]


def find_sources(script: Script, segments: Sequence[Segment], sounds: Sounds, inserts: Path | None) -> Sources:
    """Return what each element that sounds is, and its file, by item and element index.

    Raises SoundError for a line without a segment or a segment without a line, an unknown jingle, and a recording outside its folder.
    """
    spoken = {(segment.item, segment.element): segment.clip.path for segment in segments}
    found: dict[tuple[int, int], tuple[Role, Path]] = {}
    for item, section in enumerate(script.items):
        for index, element in enumerate(section.elements):
            match element:
                case Line():
                    if (item, index) not in spoken:
                        raise SoundError(f"Kalimat {_short(element.text)} belum bersuara; suarakan ulang naskahnya.")
                    found[item, index] = "line", spoken.pop((item, index))
                case Jingle():
                    found[item, index] = "jingle", _find_jingle(element.name, sounds)
                case Insert():
                    found[item, index] = "insert", _find_insert(element.file, inserts)
                case Pause():
                    pass
    if spoken:
        item, index = min(spoken)
        raise SoundError(f"Suara untuk unsur {index + 1} di bagian {item + 1} tidak ada kalimatnya dalam naskah; suarakan ulang naskahnya.")
    return found


def _short(text: str) -> str:
    return repr(text if len(text) <= 50 else f"{text[:49]}…")


def _find_jingle(name: str, sounds: Sounds) -> Path:
    if name not in sounds.files:
        choices = f"pilihan: {', '.join(sounds.files)}" if sounds.files else "tambahkan di bagian [sounds] pada station.toml"
        raise SoundError(f"[jingle {name}] tidak dikenal{_meant(name, sounds.files)}; {choices}.")
    return sounds.files[name]


def _find_insert(name: str, folder: Path | None) -> Path:
    if folder is None:
        raise SoundError(f"[insert {name}]: folder rekaman tidak diketahui; simpan rekaman di folder naskah.")
    path = folder / name
    try:
        inside, there_is = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError) as error:  # a name too long, a link to itself, a NUL
        raise SoundError(f"[insert {_short(name)}]: nama berkas ini tidak dapat dipakai; pakai nama yang sederhana.") from error
    if not inside:
        raise SoundError(f"[insert {name}] berada di luar folder {folder}; pindahkan rekamannya ke folder itu.")
    if not there_is:
        there = [one.name for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
        absent = f"[insert {name}] tidak ada di folder {folder}{_meant(name, there)}"
        raise SoundError(f"{absent}; taruh rekamannya di situ atau perbaiki namanya.")
    return path


def _meant(word: str, choices: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(choices), 1)
    return f" (maksudnya {near[0]}?)" if near else ""


def lay(slots: Plan, pieces: Sequence[Samples], sounds: Sounds) -> tuple[Samples, tuple[int, ...]]:
    """Return the pieces in one array with their silences, and the frame at which each starts."""
    starts: list[int] = []
    at = 0
    for slot, piece in zip(slots.sounding, pieces, strict=True):
        at += _frames(slot.before_ms, sounds)
        starts.append(at)
        at += len(piece)
    samples = np.zeros((at + _frames(slots.after_ms, sounds), sounds.channels), np.float32)
    for start, piece in zip(starts, pieces, strict=True):
        samples[start : start + len(piece)] = piece
    return samples, tuple(starts)


def _frames(ms: int, sounds: Sounds) -> int:
    return round(ms * sounds.rate / 1000)
