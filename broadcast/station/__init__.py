"""A station folder (station.toml, voices/, scripts/) becomes a Station; what is wrong in it becomes a sentence.

The station shipped with the package is the ground layer: a voice, table, template or sound that a station folder
does not have is taken from there, and one it has replaces the shipped one of the same name.
"""

from __future__ import annotations

from pathlib import Path

from broadcast.errors import StationError
from broadcast.model import Station
from broadcast.station.checking import KEYS, SOURCE_KEYS, VOICE_KEYS, Problem, at, nearby, read_config
from broadcast.station.folders import SHIPPED, layers, nearest
from broadcast.station.settings import parse_length, read_house, read_sounds
from broadcast.station.sources import choose_sources, read_net, read_sources, resolve
from broadcast.station.voices import read_voices
from broadcast.station.words import read_lexicon, read_table, with_style

__all__ = [
    "KEYS",
    "SHIPPED",
    "SOURCE_KEYS",
    "VOICE_KEYS",
    "Problem",
    "choose_sources",
    "layers",
    "nearest",
    "open_station",
    "parse_length",
    "read_lexicon",
    "read_table",
    "read_voices",
    "resolve",
]


def open_station(folder: Path | None) -> Station:
    """Return the station in `folder`, or the shipped one for None.

    Raises StationError, naming file and line, for the first thing that is wrong in it.
    """
    home = folder or SHIPPED
    path = home / "station.toml"
    if not path.is_file():
        raise StationError(f"{path}: tidak ada; buat folder stasiun dengan: broadcast init {home}")
    config = read_config(path)
    voices = read_voices(home)
    work = home if folder else Path.cwd()
    voice, partner = config.get("bulletin", "voice", "utama"), config.get("bulletin", "partner", "")
    for key, asked in (("voice", voice), ("partner", partner)):
        if asked not in voices and (asked or key == "voice"):
            where = at(path, key, "bulletin")
            raise StationError(f"{where}: suara {asked!r} tidak ada{nearby(asked, voices)}; pilihan: {', '.join(voices)}.")
    inbox = config.get("bulletin", "inbox", "seeds")
    return Station(
        folder=home,
        house=read_house(config, home),
        voices=voices,
        voice=voice,
        lexicon=with_style(read_lexicon(home), config.values.get("style", {})),
        sounds=read_sounds(config, home),
        inbox=home / inbox,
        output=work / config.get("bulletin", "output", "output"),
        cache=work / config.get("bulletin", "output", "output") / ".cache",
        online=config.get("station", "online", False),
        point_size=config.get("print", "point_size", 18),
        sources=read_sources(config),
        net=read_net(config),
        inbox_days=config.get("bulletin", "inbox_days", 3),
        partner=partner,
        weather=home / weather if (weather := config.get("bulletin", "weather", "").strip()) else None,
    )
