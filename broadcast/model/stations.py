"""A station as its folder says it: words, style, sources, sounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from broadcast.model.sound import Sounds, Voice

Table = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The station's tables of words: name of the TSV → first column → the other columns.

    Built from `voices/lexicon/*.tsv` and `scripts/*.tsv`; a table of the station's own folder replaces the built-in
    one of the same name, and `voices/lexicon/station.tsv` (written, spoken) wins over every other table.
    """

    tables: Mapping[str, Table] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """The table `name`, or an empty one.

        >>> Lexicon({"units": {"km": ("kilometer",)}}).table("units")["km"]
        ('kilometer',)
        >>> Lexicon().table("units")
        {}
        """
        return self.tables.get(name, {})


@dataclass(frozen=True, slots=True)
class House:
    """What `write` needs to know of a station.

    `templates` are folders of Jinja2 templates, the station's own first. `rank` says how police and military ranks
    are said (`none`, `short`, `full`), `notice` whether a synthetic voice is announced. `length_ms` and `item_ms` bound
    the bulletin and each item (0: no limit), `item_least_ms` is how short an item may be made before whole items go.
    `reader` and `second_reader` are the announcers' names on air, `time_check` whether a long bulletin tells the time again.
    """

    name: str
    slogan: str = ""
    frequency: str = ""
    city: str = ""
    zone: str = "WIB"
    reader: str = ""
    second_reader: str = ""
    templates: Sequence[Path] = ()
    rank: Literal["none", "short", "full"] = "none"
    range_word: str = "hingga"
    notice: bool = True
    headlines: int = 3
    length_ms: int = 0
    item_ms: int = 0
    item_least_ms: int = 30_000
    old_after_days: int = 3
    time_check: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Where articles come from on the network: one entry of `[sources]` in station.toml.

    `address` is a web address; `kind` says what answers there (`auto` finds out). `categories` are names or numbers of a
    WordPress site's categories, `most` how many of the newest articles are taken, `since_days` how old they may be (0: any).
    """

    name: str
    address: str
    kind: Literal["auto", "feed", "wordpress", "page"] = "auto"
    categories: tuple[str, ...] = ()
    most: int = 20
    since_days: int = 0


@dataclass(frozen=True, slots=True)
class Net:
    """What intake may do on the network: seconds to connect, between two pieces of an answer, and for one answer in all.

    `limit` is the most bytes of one answer, after decompression. Private, loopback and link-local addresses are refused, on
    every redirect too, unless the host's name stands in `private`.
    """

    connect_s: float = 5.0
    read_s: float = 15.0
    total_s: float = 45.0
    limit: int = 5_000_000
    redirects: int = 5
    private: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Station:
    """A station folder, read: what it is called, where it is, how it sounds.

    `partner` is the key of the second announcer's voice (empty: one announcer), `weather` the file of the forecast.
    `inbox_days` is how long `fetch` leaves the articles it brought in the inbox (0: for ever).
    """

    folder: Path
    house: House
    voices: Mapping[str, Voice]
    voice: str
    lexicon: Lexicon
    sounds: Sounds
    inbox: Path
    output: Path
    cache: Path
    online: bool = False
    point_size: int = 18
    sources: tuple[Source, ...] = ()
    net: Net = Net()
    inbox_days: int = 3
    partner: str = ""
    weather: Path | None = None
