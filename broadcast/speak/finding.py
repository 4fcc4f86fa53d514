"""Finds what speaks: engines by entry point, voices by key and fallback."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points

from broadcast.errors import VoiceError
from broadcast.model import Engine, Voice

GROUP = "broadcast.engines"


@functools.cache
def find_engine(name: str) -> Engine:
    """Return the engine behind the entry point `name`; one for the life of the program, for it may keep a process.

    Raises VoiceError when there is none, or when it cannot be loaded.
    """
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise VoiceError(f"mesin {name!r} tidak terpasang{_meant(name, found)}; pilihan: {', '.join(sorted(found)) or 'tidak ada'}")
    try:
        engine: Engine = found[name].load()()
    except Exception as error:  # a stranger's engine may fail in any way, and the bulletin must still air
        raise VoiceError(f"mesin {name!r} tidak dapat dimuat ({type(error).__name__}: {error})") from error
    return engine


def find_voice(voices: Mapping[str, Voice], key: str) -> Voice:
    """Return the voice `key`; VoiceError, with the likely one and the list, when there is none."""
    if key not in voices:
        raise VoiceError(f"Suara {key!r} tidak ada{_meant(key, voices)}; pilihan: {', '.join(sorted(voices)) or 'tidak ada'}.")
    return voices[key]


def line_up(voices: Mapping[str, Voice], key: str) -> Iterator[Voice]:
    """Yield the voice `key`, its fallback, the fallback of that one and so on, each once.

    >>> voices = {key: Voice(key, key, "espeak", fallback=then) for key, then in (("a", "b"), ("b", "a"))}
    >>> [voice.key for voice in line_up(voices, "a")]
    ['a', 'b']
    """
    seen: set[str] = set()
    while key and key not in seen:
        seen.add(key)
        voice = find_voice(voices, key)
        yield voice
        key = voice.fallback


def hindrance(voice: Voice, *, online: bool) -> str:
    """Why `voice` cannot speak here, as a short Indonesian phrase; empty when it can. Quick, and without the network."""
    if voice.online and not online:
        return "perlu internet, dan station.toml berkata online = false"
    try:
        return find_engine(voice.engine).trouble(voice)
    except VoiceError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001  as in find_engine
        return f"mesin {voice.engine!r} rusak ({type(error).__name__}: {error})"


def _meant(word: str, choices: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(word, choices, 1)
    return f" (maksudnya {near[0]}?)" if near else ""
