"""Script → sound: every line of a bulletin, spoken by one voice.

A voice that cannot speak hands the whole bulletin to its fallback, and the change is noted: never two voices in one bulletin.
An unchanged line is never spoken twice (`clips`).
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from broadcast.errors import BroadcastError, EngineError, OutputError, VoiceError
from broadcast.files import explain
from broadcast.model import Clip, Engine, Line, Script, Segment, Spoken, Voice
from broadcast.speak.clips import SCRATCH, Clips, key_of
from broadcast.speak.finding import find_engine, hindrance, line_up

__all__ = ["choose", "say", "speak", "usable"]

Progress = Callable[[int, int], None]
"""Told how many of how many different lines are spoken."""

ONLINE_THREADS = 3
"""Lines that are fetched at a time from a far service; more brings its refusals (429)."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Texts and their sounds, who spoke them with what, and notes for staff."""

    clips: Mapping[str, Clip]
    voice: str
    engine: str
    notes: tuple[str, ...]


def speak(script: Script, voices: Mapping[str, Voice], key: str, cache: Path, *, online: bool, progress: Progress | None = None) -> Spoken:
    """Speak every line of `script` with the voice `key`, or all of them with its fallback.

    Sounds are kept in the folder `cache`. `progress` hears (done, all) of the lines that differ.
    Raises VoiceError when a line has no words, the voice is unknown, or no voice can speak; OutputError when the disk cannot.
    """
    places = list(_places(script))
    texts: dict[str, str] = {}
    for _, _, text, where in places:
        texts.setdefault(text, where)
    said = _say_all(texts, voices, key, cache, online=online, progress=progress)
    segments = tuple(Segment(item, element, said.clips[text], said.voice, said.engine) for item, element, text, _ in places)
    return Spoken(segments, said.voice, said.engine, said.notes)


def say(text: str, voices: Mapping[str, Voice], key: str, cache: Path, *, online: bool) -> Clip:
    """Speak one sentence, given as in `Line.spoken`, with the voice `key` or its fallback; errors as for `speak`."""
    spoken = " ".join(text.split())
    _require_words(spoken, "Kalimat", text)
    return _say_all({spoken: "Kalimat"}, voices, key, cache, online=online, progress=None).clips[spoken]


def choose(voices: Mapping[str, Voice], key: str, *, online: bool) -> str:
    """Return the key of the voice that would speak here for `key`: itself, or the first of its fallbacks that is usable.

    Raises VoiceError when none is.
    """
    reasons: dict[str, str] = {}
    for voice in line_up(voices, key):
        reasons[voice.key] = hindrance(voice, online=online)
        if not reasons[voice.key]:
            return voice.key
    raise _nobody(reasons)


def usable(voices: Mapping[str, Voice], *, online: bool) -> tuple[tuple[str, str], ...]:
    """Return each voice's key with why it cannot be used here: a short Indonesian phrase, empty when it can."""
    return tuple((key, hindrance(voice, online=online)) for key, voice in voices.items())


def _places(script: Script) -> Iterator[tuple[int, int, str, str]]:
    """Yield item, element, text and name of every line; VoiceError for one without words."""
    for index, item in enumerate(script.items):
        number = 0
        for position, element in enumerate(item.elements):
            if not isinstance(element, Line):
                continue
            number += 1
            where = f"[{item.kind.value}{f': {item.id}' if item.id else ''}] kalimat {number}"
            text = " ".join(element.spoken.split())
            _require_words(text, where, element.text)
            yield index, position, text, where


def _require_words(text: str, where: str, printed: str) -> None:
    if not any(mark.isalnum() for mark in text):
        raise VoiceError(f"{where} ({printed[:60]!r}): tidak ada kata yang bisa diucapkan; tulis kalimatnya atau hapus barisnya.")


def _say_all(
    texts: Mapping[str, str], voices: Mapping[str, Voice], key: str, cache: Path, *, online: bool, progress: Progress | None
) -> _Said:
    """Speak `texts` (each with the name of its line) with the first voice in line that manages all of them."""
    clips = Clips(cache)
    reasons: dict[str, str] = {}
    for voice in line_up(voices, key):
        reason = hindrance(voice, online=online)
        if not reason:
            try:
                identity, sounds = _say_with(voice, texts, clips, progress)
            except VoiceError as error:
                reason = str(error).rstrip(".")
            else:
                clips.prune()
                return _Said(sounds, voice.key, identity, tuple(_notes(reasons, voice)))
        reasons[voice.key] = reason
    raise _nobody(reasons)


def _notes(reasons: Mapping[str, str], voice: Voice) -> Iterator[str]:
    for key, reason in reasons.items():
        yield f"Suara {key} tidak dipakai ({reason}); seluruhnya disuarakan {voice.key}."


def _nobody(reasons: Mapping[str, str]) -> VoiceError:
    told = "; ".join(f"{key}: {reason}" for key, reason in reasons.items())
    return VoiceError(f"Tidak ada suara yang bisa dipakai ({told}). Pilih suara lain dengan --voice, atau periksa dengan: broadcast voices")


def _say_with(voice: Voice, texts: Mapping[str, str], clips: Clips, progress: Progress | None) -> tuple[str, dict[str, Clip]]:
    """Return the identity of the voice's engine and the sound of every text; VoiceError at the first that fails."""
    engine = find_engine(voice.engine)
    lanes = ONLINE_THREADS if voice.online else getattr(engine, "lanes", 1)
    sounds: dict[str, Clip] = {}
    try:
        identity = engine.identity(voice)

        def utter(line: tuple[str, str]) -> Future[Clip]:
            return _utter(engine, voice, line, key_of(line[0], voice, identity), clips, keeper)

        # while the engine speaks a line, the one before it is checked and kept
        with ThreadPoolExecutor(1) as keeper, ThreadPoolExecutor(lanes) as speakers:
            for text, clip in zip(texts, speakers.map(utter, texts.items()), strict=True):  # map drops the rest when one fails
                sounds[text] = clip.result()
                if progress:
                    progress(len(sounds), len(texts))
    except OSError as error:
        raise OutputError(explain(clips.folder, error)) from error
    return identity, sounds


def _utter(engine: Engine, voice: Voice, line: tuple[str, str], key: str, clips: Clips, keeper: Executor) -> Future[Clip]:
    """Return the sound of one line to come, kept or new; EngineError names the line, OfflineError and OutputError pass."""
    clip = clips.find(key)
    if clip:
        return _at_hand(clip)
    scratch = tempfile.TemporaryDirectory(prefix=SCRATCH, dir=clips.folder, ignore_cleanup_errors=True)
    try:
        with _named(line, voice):
            made = engine.speak(line[0], voice, Path(scratch.name))
    except BaseException:
        scratch.cleanup()
        raise

    def keep() -> Clip:
        with scratch, _named(line, voice):
            return clips.keep(key, made, line[0])

    return keeper.submit(keep)


def _at_hand(clip: Clip) -> Future[Clip]:
    done: Future[Clip] = Future()
    done.set_result(clip)
    return done


@contextlib.contextmanager
def _named(line: tuple[str, str], voice: Voice) -> Iterator[None]:
    """Let what goes wrong with a line name it."""
    text, where = line
    try:
        yield
    except EngineError as error:
        raise EngineError(f"{where} ({text[:60]!r}): {str(error).rstrip('.')}.") from error
    except BroadcastError:
        raise
    except Exception as error:  # a stranger's engine may fail in any way, and the bulletin must still air
        raise EngineError(f"{where} ({text[:60]!r}): mesin {voice.engine!r} gagal ({type(error).__name__}: {error}).") from error
