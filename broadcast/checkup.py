"""A look into every room of a station: what is wrong, in plain words, before the hour and not on it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from broadcast import archive, naskah
from broadcast.draft import speaker
from broadcast.errors import OutputError, SourceError, StationError, VoiceError
from broadcast.files import explain
from broadcast.intake import read_weather
from broadcast.model import Station
from broadcast.speak import usable
from broadcast.station import SHIPPED, Problem, open_station
from broadcast.write import check_templates

COPIED = ("station.toml", "voices", "scripts", "seeds")
"""What `init` copies of the shipped station; tables of words stay behind, so that they improve with each version."""


def check(folder: Path | None) -> Iterator[Problem]:
    """Yield what is wrong with the station in `folder` (None: the shipped one)."""
    try:
        station = open_station(folder)
    except StationError as error:
        yield Problem(str(folder or SHIPPED), str(error))
        return
    yield from _check_sounds(station)
    yield from _check_voices(station)
    yield from _check_partner(station)
    yield from _check_weather(station)
    for where, text in check_templates(station.house.templates):
        yield Problem(where, text)
    if not station.inbox.is_dir():
        yield Problem(str(station.inbox), f"{station.inbox}: folder artikel tidak ada; buat folder itu atau ubah inbox di station.toml.")
    try:
        archive.check_writable(station.output)
    except OutputError as error:
        yield Problem(str(station.output), str(error))


def _check_voices(station: Station) -> Iterator[Problem]:
    able = {key: why for key, why in usable(station.voices, online=station.online) if not why}
    if not able:
        yield Problem("voices/", "Tidak ada suara yang bisa dipakai; periksa dengan: broadcast voices")
        return
    key, seen = station.voice, set()
    while key and key not in seen:
        if key in able:
            return
        seen.add(key)
        key = station.voices[key].fallback
    message = (
        f"Suara {station.voice!r} dan semua penggantinya tidak bisa dipakai; ubah voice di station.toml, misalnya {next(iter(able))!r}."
    )
    yield Problem("station.toml", message)


def _check_partner(station: Station) -> Iterator[Problem]:
    """Two announcers whom listeners cannot tell apart are one."""
    with contextlib.suppress(VoiceError):  # without any voice, that has been said already
        main, partner = speaker(station, station.voice), speaker(station, station.partner)
        if station.partner and main.key == partner.key:
            message = f"Penyiar kedua ({station.partner!r}) bersuara sama dengan yang utama ({main.key!r}); ubah partner atau voice."
            yield Problem("station.toml", message)


def _check_weather(station: Station) -> Iterator[Problem]:
    if station.weather is None:
        return
    try:
        read_weather(station.weather, datetime.now(timezone(timedelta(hours=naskah.ZONES[station.house.zone]))))
    except SourceError as error:
        yield Problem(str(station.weather), str(error))


def _check_sounds(station: Station) -> Iterator[Problem]:
    from broadcast.mix import check_sounds  # noqa: PLC0415  # numpy is loaded only for this

    for name, why in check_sounds(station.sounds):
        yield Problem("station.toml", f"[sounds] {name}: {why}")


def init(folder: Path) -> tuple[Path, ...]:
    """Copy the shipped station to `folder`; returns what was made.

    Raises OutputError when the folder already holds a station or cannot be written; then nothing is left there.
    """
    if (folder / "station.toml").exists():
        raise OutputError(f"{folder}: sudah ada station.toml di situ; pilih folder lain agar tidak tertimpa.")
    if folder.exists() and any(folder.iterdir()):
        raise OutputError(f"{folder}: folder tidak kosong; pilih folder baru atau kosong.")
    beside = folder.with_name(f".{folder.name}.baru")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        for name in COPIED:
            _copy(SHIPPED / name, beside / name)
        (beside / "voices" / "lexicon").mkdir(exist_ok=True)
        (beside / "voices" / "lexicon" / "station.tsv").write_text(_STATION_TSV, "utf-8")
        (beside / "output").mkdir()
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise OutputError(explain(folder, error)) from error
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


_STATION_TSV = "# Bacaan khusus stasiun ini: tertulis<TAB>dibaca. Selalu menang atas tabel bawaan.\n# As'at\tas at\n"


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copyfile(source, target)
        return
    target.mkdir()
    for path in source.iterdir():
        if path.name not in {"lexicon", "__pycache__"} and path.suffix not in {".tsv", ".py"}:
            _copy(path, target / path.name)
