"""station.toml becomes what the stages ask for: the house, its sounds, its sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from broadcast.errors import StationError
from broadcast.model import House, Sounds
from broadcast.station.checking import KEYS, Config, at
from broadcast.station.folders import layers

_SOUNDS = {name: f"voices/sounds/{name}.flac" for name in ("pembuka", "penutup", "sela")}


def read_house(config: Config, home: Path) -> House:
    """Return what `write` needs to know; StationError when a duration is none."""
    plain = House(name="")
    return House(
        name=config.get("station", "name", "Radio"),
        slogan=config.get("station", "slogan", ""),
        frequency=config.get("station", "frequency", ""),
        city=config.get("station", "city", ""),
        zone=config.get("station", "zone", "WIB"),
        reader=config.get("station", "reader", plain.reader),
        second_reader=config.get("station", "second_reader", plain.second_reader),
        templates=tuple(layer / "scripts" for layer in layers(home) if (layer / "scripts").is_dir()),
        rank=config.get("style", "rank", plain.rank),
        range_word=config.get("style", "range", plain.range_word),
        notice=config.get("bulletin", "notice", plain.notice),
        headlines=config.get("bulletin", "headlines", plain.headlines),
        length_ms=_length(config, "length", "10:00"),
        item_ms=_length(config, "item", "1:30"),
        item_least_ms=_length(config, "item_least", "0:30"),
        old_after_days=config.get("bulletin", "old_after_days", plain.old_after_days),
        time_check=config.get("bulletin", "time_check", plain.time_check),
    )


def _length(config: Config, key: str, default: str) -> int:
    text = config.get("bulletin", key, default)
    try:
        return parse_length(text)
    except ValueError as error:
        where = at(config.path, key, "bulletin")
        message = f"{where}: {key} = {text!r} bukan durasi; tulis menit:detik seperti '10:00', atau '0' tanpa batas."
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


def read_sounds(config: Config, home: Path) -> Sounds:
    """Return what `mix` needs to know; StationError when a sound's file is missing."""
    plain = Sounds()
    files = {}
    for name, written in config.values.get("sounds", _SOUNDS).items():
        found = next((layer / written for layer in layers(home) if (layer / written).is_file()), None)
        if found is None:
            where = at(config.path, name, "sounds")
            raise StationError(f"{where}: berkas bunyi {written!r} tidak ada di {home}; perbaiki namanya atau hapus baris ini.")
        files[name] = found
    values = {key: config.get("sound", key, getattr(plain, key)) for key in KEYS["sound"]}
    values["target_lufs"], values["peak_dbtp"] = float(values["target_lufs"]), float(values["peak_dbtp"])
    return replace(plain, files=files, **values)
