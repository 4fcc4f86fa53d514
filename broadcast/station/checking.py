"""station.toml and the voices' files, read and checked: what is wrong in them becomes a sentence with file and line."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from broadcast.errors import StationError
from broadcast.station.toml import read_toml

KEYS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "station": {
        "name": str,
        "slogan": str,
        "frequency": str,
        "city": str,
        "zone": str,
        "online": bool,
        "reader": str,
        "second_reader": str,
    },
    "bulletin": {
        "inbox": str,
        "output": str,
        "voice": str,
        "partner": str,
        "length": str,
        "item": str,
        "item_least": str,
        "headlines": int,
        "notice": bool,
        "old_after_days": int,
        "inbox_days": int,
        "time_check": bool,
        "weather": str,
    },
    "style": {"rank": str, "range": str, "zone_name": str, "clock": str, "decimals": str, "years": str},
    "sound": {
        "target_lufs": (int, float),
        "peak_dbtp": (int, float),
        "channels": int,
        "bitrate": int,
        "breath_ms": int,
        "sentence_ms": int,
        "item_ms": int,
    },
    "sounds": {},
    "print": {"point_size": int},
    "sources": {},
    "network": {"private": list, "timeout": int, "limit_mb": int},
}
"""Every key of station.toml and what it holds; `sounds` and `sources` take any name."""

SOURCE_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "address": str,
    "kind": str,
    "categories": list,
    "most": int,
    "since_days": int,
}
"""Every key of an entry of `[sources]` that is more than an address."""

VOICE_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "name": str,
    "engine": str,
    "fallback": str,
    "online": bool,
    "synthetic": bool,
    "pace": (int, float),
    "about": str,
    "settings": dict,
}
"""Every key of a voices/*.toml."""

_CHOICES: Mapping[tuple[str, str], tuple[object, ...]] = {
    ("station", "zone"): ("WIB", "WITA", "WIT"),
    ("style", "rank"): ("none", "short", "full"),
    ("style", "range"): ("hingga", "sampai"),
    ("style", "zone_name"): ("full", "short"),
    ("style", "clock"): ("short", "full"),
    ("style", "decimals"): ("digits", "number"),
    ("style", "years"): ("full", "pairs"),
    ("sound", "channels"): (1, 2),
    ("sound", "bitrate"): (64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    ("print", "point_size"): (16, 18, 22),
    ("sources", "kind"): ("auto", "feed", "wordpress", "page"),
}
_RANGES: Mapping[tuple[str, str], tuple[float, float]] = {
    ("bulletin", "headlines"): (0, 6),
    ("bulletin", "old_after_days"): (0, 365),
    ("bulletin", "inbox_days"): (0, 365),
    ("sound", "target_lufs"): (-31, -9),
    ("sound", "peak_dbtp"): (-9, 0),
    ("sound", "breath_ms"): (0, 2000),
    ("sound", "sentence_ms"): (0, 5000),
    ("sound", "item_ms"): (0, 10_000),
    ("sources", "most"): (1, 100),
    ("sources", "since_days"): (0, 365),
    ("network", "timeout"): (1, 300),
    ("network", "limit_mb"): (1, 50),
}
_NAMES = {str: "teks", int: "angka bulat", bool: "true atau false", dict: "tabel", list: "daftar", (int, float): "angka"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to fix: `where` (file, and line when known) and an Indonesian sentence."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Config:
    """A station.toml that was read and whose keys are known."""

    path: Path
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def get(self, table: str, key: str, default: Any) -> Any:
        """The value of a key, or the default where it is left out."""
        return self.values.get(table, {}).get(key, default)


def read_config(path: Path) -> Config:
    """Return a station.toml; StationError, naming the line, for a table, key or value that cannot be."""
    values = read_toml(path)
    for table, keys in values.items():
        if table not in KEYS:
            raise StationError(f"{at(path, table)}: bagian [{table}] tidak dikenal{nearby(table, KEYS)}; pilihan: {', '.join(KEYS)}.")
        if not isinstance(keys, dict):
            raise StationError(f"{at(path, table)}: [{table}] harus berupa bagian; tulis [{table}] pada barisnya sendiri.")
        if table != "sources":  # an entry of it is an address or a table of its own: `read_sources` looks at each
            check_keys(path, table, keys, KEYS[table] or dict.fromkeys(keys, str))
    return Config(path, values)


def check_keys(path: Path, table: str, values: Mapping[str, object], keys: Mapping[str, type | tuple[type, ...]], entry: str = "") -> None:
    """Raise StationError for the first key of a table, or of one entry of it, that is unknown or holds what it cannot."""
    for key, value in values.items():
        where = at(path, key, f"{table}.{entry}" if entry else table)
        if key not in keys:
            raise StationError(f"{where}: kunci {key!r} tidak dikenal{nearby(key, keys)}; pilihan: {', '.join(keys)}.")
        kind = keys[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise StationError(f"{where}: {key} harus berupa {_NAMES[cast('type', kind)]}, bukan {value!r}.")
        choices = _CHOICES.get((table, key))
        if choices and value not in choices:
            raise StationError(f"{where}: {key} = {value!r} tidak bisa{_meant(value, choices)}; pilihan: {', '.join(map(str, choices))}.")
        low, high = _RANGES.get((table, key), (None, None))
        if low is not None and high is not None and not low <= cast("float", value) <= high:
            raise StationError(f"{where}: {key} = {value} di luar batas {low:g} sampai {high:g}.")


def at(path: Path, word: str, table: str = "") -> str:
    """Return `path: baris N`, N the line where a key (of `table`, or of the entry `table.entry`) or a table stands.

    A key that shares its line with the entry it belongs to is found there.
    """
    try:
        rows = path.read_text("utf-8-sig").splitlines()
    except OSError:
        return str(path)
    head, _, entry = table.partition(".")
    heading = ""
    found: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows, 1):
        start = row.split("#")[0].strip()
        if start.startswith("["):
            heading = start.strip("[] \t").replace('"', "").replace("'", "")
            found.setdefault(("", heading), number)
        else:
            found.setdefault((heading, start.split("=")[0].strip(" \t\"'")), number)
    places = ((table, word), (head, entry), ("", table), ("", f"{head}.{word}"), ("", word))
    line = next((found[place] for place in places if place in found and place != ("", "")), 0)
    line = line or next((number for number, row in enumerate(rows, 1) if row.lstrip(" [\"'").startswith(word)), 0)
    return f"{path}: baris {line}" if line else str(path)


def nearby(word: str, choices: Mapping[str, object]) -> str:
    """Return ` (maksudnya 'name'?)`, or nothing when no choice is like the word."""
    return _meant(word, tuple(choices))


def _meant(word: object, choices: Sequence[object]) -> str:
    near = difflib.get_close_matches(str(word), list(map(str, choices)), 1) if isinstance(word, str) else []
    return f" (maksudnya {near[0]!r}?)" if near else ""
