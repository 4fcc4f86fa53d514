"""Who speaks: the voices/*.toml of a station."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from broadcast.errors import StationError
from broadcast.model import Setting, Voice
from broadcast.station.checking import VOICE_KEYS, at, check_keys, nearby
from broadcast.station.folders import layers
from broadcast.station.toml import read_toml


def read_voices(folder: Path) -> Mapping[str, Voice]:
    """Return the voices of a station folder over the shipped ones, by key (file stem)."""
    found: dict[str, Voice] = {}
    for layer in reversed(layers(folder)):
        for path in sorted((layer / "voices").glob("*.toml")):
            found[path.stem] = _read_voice(path)
    for voice in found.values():
        if voice.fallback and voice.fallback not in found:
            meant = nearby(voice.fallback, found)
            raise StationError(f"voices/{voice.key}.toml: fallback {voice.fallback!r} tidak ada{meant}; pilihan: {', '.join(found)}.")
    return dict(sorted(found.items()))


def _read_voice(path: Path) -> Voice:
    values = read_toml(path)
    check_keys(path, "voice", values, VOICE_KEYS)
    for key in ("name", "engine"):
        if not values.get(key):
            raise StationError(f'{path}: kunci {key!r} wajib ada; contoh: {key} = "{"espeak" if key == "engine" else "Suara Utama"}".')
    settings = values.get("settings", {})
    for key, value in settings.items():
        if not isinstance(value, Setting):
            raise StationError(f"{at(path, key)}: {key} harus berupa teks, angka, atau true/false.")
    pace = float(values.get("pace", 1.0))
    if not 0.3 <= pace <= 3:
        raise StationError(f"{at(path, 'pace')}: pace = {pace:g} di luar batas 0.3 sampai 3.")
    rest = {key: values[key] for key in ("name", "engine", "fallback", "online", "synthetic", "about") if key in values}
    return Voice(key=path.stem, settings=settings, pace=pace, **rest)
