"""Script → sound: every line of a bulletin, spoken by the voice of its announcer.

A voice that cannot speak hands all of its lines to its fallback, and the change is noted: no announcer changes voice within a bulletin.
An unchanged line is never spoken twice (`clips`).
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from broadcast.errors import BroadcastError, EngineError, OutputError, VoiceError
from broadcast.files import explain
from broadcast.model import Cast, Clip, Engine, Line, Script, Segment, Spoken, Voice
from broadcast.speak.clips import SCRATCH, Clips, key_of
from broadcast.speak.finding import find_engine, hindrance, line_up

__all__ = ["choose", "say", "speak", "usable"]

Progress = Callable[[int, int], None]
"""Told how many of how many different lines are spoken."""

ONLINE_THREADS = 3
"""Lines that are fetched at a time from a far service; more brings its refusals (429)."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Texts and their sounds, who spoke them with what, and the voices before that could not, with why."""

    clips: Mapping[str, Clip]
    voice: str
    engine: str
    reasons: Mapping[str, str]


def speak(script: Script, voices: Mapping[str, Voice], key: str, cache: Path, *, online: bool, progress: Progress | None = None) -> Spoken:
    """Speak every line of `script` with its item's voice, or `key` where that names none; all lines of a voice, or all with its fallback.

    Sounds are kept in the folder `cache`. `progress` hears (done, all) of the lines that differ.
    Raises VoiceError when a line has no words, a voice is unknown, or no voice can speak; OutputError when the disk cannot.
    """
    places = list(_places(script))
    texts: dict[str, dict[str, str]] = {key: {}}
    for item, _, text, where in places:
        texts.setdefault(script.items[item].voice or key, {}).setdefault(text, where)
    lines = {asked: _line_up(script, voices, asked, key) for asked in texts}
    told = _Counter(progress, sum(map(len, texts.values())))
    said = {asked: _say_all(mine, lines[asked], cache, online=online, progress=told.after()) for asked, mine in texts.items()}
    segments = []
    for item, element, text, _ in places:
        one = said[script.items[item].voice or key]
        segments.append(Segment(item, element, one.clips[text], one.voice, one.engine))
    partners = tuple(Cast(asked, one.voice, one.engine) for asked, one in said.items() if asked != key)
    return Spoken(tuple(segments), said[key].voice, said[key].engine, tuple(_notes(said)), partners)


@dataclass(slots=True)
class _Counter:
    """Counts lines on from one announcer to the next."""

    progress: Progress | None
    total: int
    done: int = 0
    before: int = 0

    def after(self) -> Progress:
        """Return what hears of the lines that come now."""
        self.before = self.done
        return self._hear

    def _hear(self, done: int, _: int) -> None:
        self.done = self.before + done
        if self.progress:
            self.progress(self.done, self.total)


def _line_up(script: Script, voices: Mapping[str, Voice], asked: str, key: str) -> Sequence[Voice]:
    """Return the voices that may speak for `asked`, last those of the main announcer; VoiceError, with its section, for an unknown one."""
    if asked == key:
        return tuple(line_up(voices, key))
    try:
        return tuple({voice.key: voice for first in (asked, key) for voice in line_up(voices, first)}.values())
    except VoiceError as error:
        item = next(item for item in script.items if item.voice == asked)
        raise VoiceError(f"[{item.kind.value}{f': {item.id}' if item.id else ''} | penyiar: {asked}]: {error}") from error


def _notes(said: Mapping[str, _Said]) -> Iterator[str]:
    """Yield which voices were not used and why, and that two announcers sound alike."""
    for asked, one in said.items():
        what = "seluruhnya" if len(said) == 1 else f"semua bagian penyiar {asked}"
        for voice, reason in one.reasons.items():
            yield f"Suara {voice} tidak dipakai ({reason}); {what} disuarakan {one.voice}."
    used = {one.voice for one in said.values()}
    if len(used) < len(said):
        yield f"Dua penyiar bersuara sama ({', '.join(sorted(used))}); bedakan voice dan partner, atau fallback keduanya."


def say(text: str, voices: Mapping[str, Voice], key: str, cache: Path, *, online: bool) -> Clip:
    """Speak one sentence, given as in `Line.spoken`, with the voice `key` or its fallback; errors as for `speak`."""
    spoken = " ".join(text.split())
    _require_words(spoken, "Kalimat", text)
    return _say_all({spoken: "Kalimat"}, tuple(line_up(voices, key)), cache, online=online, progress=None).clips[spoken]


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


def _say_all(texts: Mapping[str, str], voices: Sequence[Voice], cache: Path, *, online: bool, progress: Progress | None) -> _Said:
    """Speak `texts` (each with the name of its line) with the first voice in line that manages all of them."""
    clips = Clips(cache)
    reasons: dict[str, str] = {}
    for voice in voices:
        reason = hindrance(voice, online=online)
        if not reason:
            try:
                identity, sounds = _say_with(voice, texts, clips, progress)
            except VoiceError as error:
                reason = str(error).rstrip(".")
            else:
                clips.prune()
                return _Said(sounds, voice.key, identity, reasons)
        reasons[voice.key] = reason
    raise _nobody(reasons)


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
