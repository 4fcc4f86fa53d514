"""A station folder (station.toml, voices/, scripts/) becomes a Station; what is wrong in it becomes a sentence.

The station shipped with the package is the ground layer: a voice, table, template or sound that a station folder
does not have is taken from there, and one it has replaces the shipped one of the same name.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from broadcast.errors import StationError
from broadcast.model import House, Lexicon, Setting, Sounds, Station, Table, Voice

_PACKAGED = Path(__file__).parent / "_station"
SHIPPED = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent
"""The station inside the package, or the repository when run from a checkout."""

KEYS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "station": {"name": str, "slogan": str, "frequency": str, "city": str, "zone": str, "online": bool},
    "bulletin": {
        "inbox": str,
        "output": str,
        "voice": str,
        "length": str,
        "item": str,
        "item_least": str,
        "headlines": int,
        "notice": bool,
        "old_after_days": int,
    },
    "style": {"rank": str, "range": str},
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
}
"""Every key of station.toml and what it holds; `sounds` takes any name."""

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
    ("sound", "channels"): (1, 2),
    ("sound", "bitrate"): (64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    ("print", "point_size"): (16, 18, 22),
}
_RANGES: Mapping[tuple[str, str], tuple[float, float]] = {
    ("bulletin", "headlines"): (0, 6),
    ("bulletin", "old_after_days"): (0, 365),
    ("sound", "target_lufs"): (-31, -9),
    ("sound", "peak_dbtp"): (-9, 0),
    ("sound", "breath_ms"): (0, 2000),
    ("sound", "sentence_ms"): (0, 5000),
    ("sound", "item_ms"): (0, 10_000),
}
_SOUNDS = {name: f"voices/sounds/{name}.flac" for name in ("pembuka", "penutup", "sela")}
_NAMES = {str: "teks", int: "angka bulat", bool: "true atau false", dict: "tabel", (int, float): "angka"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to fix: `where` (file, and line when known) and an Indonesian sentence."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class _Config:
    path: Path
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def get(self, table: str, key: str, default: Any) -> Any:
        return self.values.get(table, {}).get(key, default)


def open_station(folder: Path | None) -> Station:
    """Return the station in `folder`, or the shipped one for None.

    Raises StationError, naming file and line, for the first thing that is wrong in it.
    """
    home = folder or SHIPPED
    path = home / "station.toml"
    if not path.is_file():
        raise StationError(f"{path}: tidak ada; buat folder stasiun dengan: broadcast init {home}")
    config = _read_config(path)
    voices = read_voices(home)
    work = home if folder else Path.cwd()
    voice = config.get("bulletin", "voice", "utama")
    if voice not in voices:
        raise StationError(f"{_at(path, 'voice')}: suara {voice!r} tidak ada{_meant(voice, voices)}; pilihan: {', '.join(voices)}.")
    inbox = config.get("bulletin", "inbox", "seeds")
    return Station(
        folder=home,
        house=_house(config, home),
        voices=voices,
        voice=voice,
        lexicon=_with_range(read_lexicon(home), config.get("style", "range", "hingga")),
        sounds=_sounds(config, home),
        inbox=home / inbox,
        output=work / config.get("bulletin", "output", "output"),
        cache=work / config.get("bulletin", "output", "output") / ".cache",
        online=config.get("station", "online", False),
        point_size=config.get("print", "point_size", 18),
    )


def nearest(folder: Path | None, here: Path) -> Path | None:
    """Return the station folder to use: the one asked for, `$BROADCAST_STATION`, or `here` when it has a station.toml."""
    if folder:
        return folder
    if named := os.environ.get("BROADCAST_STATION"):
        return Path(named)
    return here if (here / "station.toml").is_file() else None


def layers(folder: Path) -> tuple[Path, ...]:
    """The folders a station is read from, its own first.

    >>> layers(SHIPPED) == (SHIPPED,)
    True
    """
    return (SHIPPED,) if folder.resolve() == SHIPPED.resolve() else (folder, SHIPPED)


def _house(config: _Config, home: Path) -> House:
    plain = House(name="")
    return House(
        name=config.get("station", "name", "Radio"),
        slogan=config.get("station", "slogan", ""),
        frequency=config.get("station", "frequency", ""),
        city=config.get("station", "city", ""),
        zone=config.get("station", "zone", "WIB"),
        templates=tuple(layer / "scripts" for layer in layers(home) if (layer / "scripts").is_dir()),
        rank=config.get("style", "rank", plain.rank),
        range_word=config.get("style", "range", plain.range_word),
        notice=config.get("bulletin", "notice", plain.notice),
        headlines=config.get("bulletin", "headlines", plain.headlines),
        length_ms=_length(config, "length", "10:00"),
        item_ms=_length(config, "item", "1:30"),
        item_least_ms=_length(config, "item_least", "0:30"),
        old_after_days=config.get("bulletin", "old_after_days", plain.old_after_days),
    )


def _length(config: _Config, key: str, default: str) -> int:
    text = config.get("bulletin", key, default)
    try:
        return parse_length(text)
    except ValueError as error:
        message = f"{_at(config.path, key)}: {key} = {text!r} bukan durasi; tulis menit:detik seperti '10:00', atau '0' tanpa batas."
        raise StationError(message) from error


def parse_length(text: str) -> int:
    """Read a duration, `minutes:seconds` or whole seconds, as milliseconds; ValueError when it is neither.

    >>> parse_length("10:00"), parse_length("0"), parse_length("45")
    (600000, 0, 45000)
    """
    minutes, colon, seconds = text.strip().rpartition(":")
    if not seconds.isdecimal() or (colon and (not minutes.isdecimal() or int(seconds) > 59)):
        raise ValueError(text)
    return (int(minutes or 0) * 60 + int(seconds)) * 1000


def _sounds(config: _Config, home: Path) -> Sounds:
    plain = Sounds()
    files = {}
    for name, written in config.values.get("sounds", _SOUNDS).items():
        found = next((layer / written for layer in layers(home) if (layer / written).is_file()), None)
        if found is None:
            where = _at(config.path, name)
            raise StationError(f"{where}: berkas bunyi {written!r} tidak ada di {home}; perbaiki namanya atau hapus baris ini.")
        files[name] = found
    values = {key: config.get("sound", key, getattr(plain, key)) for key in KEYS["sound"]}
    values["target_lufs"], values["peak_dbtp"] = float(values["target_lufs"]), float(values["peak_dbtp"])
    return replace(plain, files=files, **values)


# ---------------------------------------------------------------- station.toml


def _read_toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: tidak terbaca sebagai TOML ({error}); periksa tanda kutip dan tanda sama dengan di baris itu."
        raise StationError(message) from error
    except UnicodeDecodeError as error:
        raise StationError(f"{path}: bukan teks UTF-8; simpan ulang sebagai UTF-8 di editor teks.") from error
    except OSError as error:
        raise StationError(f"{path}: tidak bisa dibuka ({error.strerror}).") from error


def _read_config(path: Path) -> _Config:
    values = _read_toml(path)
    for table, keys in values.items():
        if table not in KEYS:
            raise StationError(f"{_at(path, table)}: bagian [{table}] tidak dikenal{_meant(table, KEYS)}; pilihan: {', '.join(KEYS)}.")
        if not isinstance(keys, dict):
            raise StationError(f"{_at(path, table)}: [{table}] harus berupa bagian; tulis [{table}] pada barisnya sendiri.")
        _check_keys(path, table, keys, KEYS[table] or dict.fromkeys(keys, str))
    return _Config(path, values)


def _check_keys(path: Path, table: str, values: Mapping[str, object], keys: Mapping[str, type | tuple[type, ...]]) -> None:
    for key, value in values.items():
        where = _at(path, key)
        if key not in keys:
            raise StationError(f"{where}: kunci {key!r} tidak dikenal{_meant(key, keys)}; pilihan: {', '.join(keys)}.")
        kind = keys[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise StationError(f"{where}: {key} harus berupa {_NAMES[cast('type', kind)]}, bukan {value!r}.")
        choices = _CHOICES.get((table, key))
        if choices and value not in choices:
            raise StationError(f"{where}: {key} = {value!r} tidak bisa; pilihan: {', '.join(map(str, choices))}.")
        low, high = _RANGES.get((table, key), (None, None))
        if low is not None and high is not None and not low <= cast("float", value) <= high:
            raise StationError(f"{where}: {key} = {value} di luar batas {low:g} sampai {high:g}.")


def _at(path: Path, word: str) -> str:
    """Return `path: baris N`, N the first line that begins with the key or table `word`."""
    try:
        rows = path.read_text("utf-8-sig").splitlines()
    except OSError:
        return str(path)
    for number, row in enumerate(rows, 1):
        if row.lstrip(" [\"'").startswith(word):
            return f"{path}: baris {number}"
    return str(path)


def _meant(word: str, choices: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(word, list(choices), 1)
    return f" (maksudnya {near[0]!r}?)" if near else ""


# ---------------------------------------------------------------- voices


def read_voices(folder: Path) -> Mapping[str, Voice]:
    """Return the voices of a station folder over the shipped ones, by key (file stem)."""
    found: dict[str, Voice] = {}
    for layer in reversed(layers(folder)):
        for path in sorted((layer / "voices").glob("*.toml")):
            found[path.stem] = _read_voice(path)
    for voice in found.values():
        if voice.fallback and voice.fallback not in found:
            meant = _meant(voice.fallback, found)
            raise StationError(f"voices/{voice.key}.toml: fallback {voice.fallback!r} tidak ada{meant}; pilihan: {', '.join(found)}.")
    return dict(sorted(found.items()))


def _read_voice(path: Path) -> Voice:
    values = _read_toml(path)
    _check_keys(path, "voice", values, VOICE_KEYS)
    for key in ("name", "engine"):
        if not values.get(key):
            raise StationError(f'{path}: kunci {key!r} wajib ada; contoh: {key} = "{"espeak" if key == "engine" else "Suara Utama"}".')
    settings = values.get("settings", {})
    for key, value in settings.items():
        if not isinstance(value, Setting):
            raise StationError(f"{_at(path, key)}: {key} harus berupa teks, angka, atau true/false.")
    pace = float(values.get("pace", 1.0))
    if not 0.3 <= pace <= 3:
        raise StationError(f"{_at(path, 'pace')}: pace = {pace:g} di luar batas 0.3 sampai 3.")
    rest = {key: values[key] for key in ("name", "engine", "fallback", "online", "synthetic", "about") if key in values}
    return Voice(key=path.stem, settings=settings, pace=pace, **rest)


# ---------------------------------------------------------------- lexicon


def read_lexicon(folder: Path) -> Lexicon:
    """Return the tables of a station folder over the shipped ones; StationError names file and line of a bad row."""
    tables: dict[str, Table] = {}
    for layer in reversed(layers(folder)):
        for place in ("voices/lexicon", "scripts"):
            for path in sorted((layer / place).glob("*.tsv")):
                tables[path.stem] = read_table(path)
    return Lexicon(tables)


def _with_range(lexicon: Lexicon, word: str) -> Lexicon:
    """Return the lexicon that reads a range with the house's word."""
    sayings = {**lexicon.table("sayings"), "range": (word,)}
    return Lexicon({**lexicon.tables, "sayings": sayings})


def read_table(path: Path) -> Table:
    """Read a TSV: first column → the others; `#` starts a comment line.

    Raises StationError for a row without its second column where other rows have one, or a key written twice.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise StationError(f"{path}: tidak bisa dibaca sebagai teks UTF-8; simpan ulang sebagai UTF-8.") from error
    table: dict[str, tuple[str, ...]] = {}
    for number, cells in _rows(text):
        key = cells[0].strip()
        if not key:
            raise StationError(f"{path}: baris {number}: kolom pertama kosong; isi kata tertulisnya, atau awali baris dengan #.")
        if key in table:
            raise StationError(f"{path}: baris {number}: {key!r} sudah ada di baris sebelumnya; hapus salah satu.")
        table[key] = tuple(cell.strip() for cell in cells[1:])
    return table


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(text.split("\n"), 1):
        row = row.rstrip("\r")  # noqa: PLW2901  # the row without its line ending is still the row
        if row.strip() and not row.startswith("#"):
            yield number, row.split("\t")
