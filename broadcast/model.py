"""What travels between the stages: plain, frozen things, each savable by `codec`.

    intake → Article → clean → Story → write → Script → pronounce → Script
           → speak → Segments → mix → Bulletin → export → files

Times are whole milliseconds (`_ms`), levels LUFS or dBTP, clocks aware datetimes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal, Protocol


class FlagCode(StrEnum):
    """What an editor must look at; shown in the script, on paper and on the screen."""

    DATE_UNKNOWN = "TANGGAL_TIDAK_DIKETAHUI"
    OLD_NEWS = "BERITA_LAMA"
    CHECK = "PERLU_CEK"
    CHILD_IDENTITY = "IDENTITAS_ANAK"
    VICTIM_IDENTITY = "IDENTITAS_KORBAN"
    NOT_NEWS = "BUKAN_BERITA"
    NO_SPEAKER = "KUTIPAN_TANPA_NARASUMBER"
    SUICIDE = "BUNUH_DIRI"


HOLDING = frozenset({FlagCode.CHILD_IDENTITY, FlagCode.VICTIM_IDENTITY, FlagCode.NOT_NEWS, FlagCode.SUICIDE})
"""Flags that keep an item out of a bulletin until a person lets it in (RADIO: a flag beats a guess)."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to check: `code`, an Indonesian `note` on what and why, `line` 1-based in the item (0: all of it)."""

    code: FlagCode
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it came in: `id` is the slug (file stem), `source` the path or address, `text` one paragraph a line."""

    id: str
    source: str
    text: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """What a cleaning rule changed: the text `before` and `after` (empty when taken out)."""

    rule: str
    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A cleaned article: `body` holds its paragraphs, without dateline, furniture or credits, which are kept as data."""

    id: str
    source: str
    body: tuple[str, ...]
    title: str = ""
    place: str = ""
    byline: str = ""
    outlet: str = ""
    date: date | None = None
    cuts: tuple[Cut, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a script.

    `text` is printed: script notation (see `naskah`), with ` / ` for a breath but without its end mark.
    `spoken` is voiced: the same words with nothing left to interpret; é and ê mark the vowel, a comma a
    breath. `sources` are the sentences of the article it came from. `end` is `//`, or `///` at an item's end.
    `edited` means a person changed it after the machine wrote it.
    """

    text: str
    spoken: str = ""
    sources: tuple[str, ...] = ()
    end: Literal["//", "///"] = "//"
    edited: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jingle:
    """A sound of the station, by its name in station.toml: `[jingle pembuka]`."""

    name: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence on purpose: `[jeda 0,8]`."""

    ms: int


@dataclass(frozen=True, slots=True)
class Insert:
    """A recording to play: `[insert bupati.mp3 | awal: "…" | akhir: "…"]`, its first and last words for the announcer."""

    file: str
    head: str = ""
    tail: str = ""


Element = Line | Jingle | Pause | Insert


class Kind(StrEnum):
    """What a section of the bulletin is; the value is its name in the script text."""

    OPENING = "pembuka"
    HEADLINES = "pokok"
    NEWS = "berita"
    BRIDGE = "jembatan"
    IDENTITY = "identitas"
    TIME = "waktu"
    WEATHER = "cuaca"
    CORRECTION = "ralat"
    CLOSING = "penutup"


@dataclass(frozen=True, slots=True)
class Hint:
    """How to say a hard name, for the announcer's *lafal* box: written `As'at`, said `AS-AT`."""

    written: str
    said: str


@dataclass(frozen=True, slots=True)
class Item:
    """One section of a script. Only kind, id, flag codes and elements stand in the text form; the rest is kept in script.json."""

    kind: Kind
    elements: tuple[Element, ...] = ()
    id: str = ""
    flags: tuple[Flag, ...] = ()
    title: str = ""
    teaser: str = ""
    hints: tuple[Hint, ...] = ()
    place: str = ""
    byline: str = ""
    outlet: str = ""
    source: str = ""
    value: int = 0
    dropped: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The item's spoken sentences, in order."""
        return tuple(element for element in self.elements if isinstance(element, Line))


@dataclass(frozen=True, slots=True)
class Script:
    """A bulletin script (naskah). `air` is aware, with a fixed offset; `voice` is the key of the announcer's voice."""

    title: str
    station: str
    air: datetime
    voice: str
    items: tuple[Item, ...] = ()

    @property
    def news(self) -> tuple[Item, ...]:
        """The items that are news, in order of airing."""
        return tuple(item for item in self.items if item.kind is Kind.NEWS)


@dataclass(frozen=True, slots=True)
class Left:
    """An item that did not make the bulletin, and why, in Indonesian: it is named to staff, never dropped in silence."""

    id: str
    title: str
    reason: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Rundown:
    """What `write` gives: the script that airs and what was left out of it."""

    script: Script
    left: tuple[Left, ...] = ()


Setting = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: one voices/*.toml.

    `engine` names an entry point of the group `broadcast.engines`, `settings` are that engine's own.
    `fallback` is the key of the voice that speaks the whole bulletin when this one cannot. `online` voices are tried
    only where the station says it is online. `pace` divides read time: 1.1 is a tenth faster than 6.5 syllables a second.
    """

    key: str
    name: str
    engine: str
    settings: Mapping[str, Setting] = field(default_factory=dict)
    fallback: str = ""
    online: bool = False
    synthetic: bool = True
    pace: float = 1.0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound file without meaning: `digest` is the sha256 of its bytes, `frames` its length at `rate` Hz."""

    path: Path
    digest: str
    frames: int
    rate: int

    @property
    def ms(self) -> int:
        """Its length in whole milliseconds, rounded."""
        return round(self.frames * 1000 / self.rate)


@dataclass(frozen=True, slots=True)
class Segment:
    """A line and its sound: element `element` of item `item` of the script, spoken by `voice` with `engine`."""

    item: int
    element: int
    clip: Clip
    voice: str
    engine: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What `speak` gives: a segment for each line, the voice and engine that spoke them all, and notes for staff."""

    segments: tuple[Segment, ...]
    voice: str
    engine: str
    notes: tuple[str, ...] = ()


class Engine(Protocol):
    """What turns spoken text into sound; found under the entry-point group `broadcast.engines` by its name.

    An entry point is a callable without arguments that returns an Engine. Heavy imports belong inside.
    """

    def speak(self, text: str, voice: Voice, folder: Path) -> Path:
        """Speak `text` (as in `Line.spoken`) to a new sound file inside `folder` (WAV or MP3) and return its path.

        Raises OfflineError when the service is out of reach, EngineError when this text cannot be spoken.
        """

    def trouble(self, voice: Voice) -> str:
        """Why this engine cannot be used here with this voice, as a short Indonesian phrase; empty when it can.

        It must be quick and must not use the network.
        """

    def identity(self, voice: Voice) -> str:
        """Name and version of engine and model: part of the cache key and of the record."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """What `mix` needs to know: the station's sounds by name, pauses, and the loudness it aims at.

    `files` maps jingle names (pembuka, penutup, sela …) to sound files. Levels: `target_lufs` integrated
    (ITU-R BS.1770-5, mono measured as dual mono), `peak_dbtp` the highest true peak allowed after decoding.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    target_lufs: float = -16.0
    peak_dbtp: float = -1.0
    rate: int = 44_100
    channels: Literal[1, 2] = 1
    bitrate: int = 128
    breath_ms: int = 200
    sentence_ms: int = 450
    item_ms: int = 900


@dataclass(frozen=True, slots=True)
class Cue:
    """When an element of the script sounds in the bulletin: from `start_ms` to `end_ms`."""

    item: int
    element: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The mixed sound: `master` is a float WAV at the rate and channels of `Sounds`; levels are of that master."""

    master: Clip
    cues: tuple[Cue, ...]
    lufs: float
    peak_dbtp: float
    channels: int


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
    """

    name: str
    slogan: str = ""
    frequency: str = ""
    city: str = ""
    zone: str = "WIB"
    reader: str = ""
    templates: Sequence[Path] = ()
    rank: Literal["none", "short", "full"] = "none"
    range_word: str = "hingga"
    notice: bool = True
    headlines: int = 3
    length_ms: int = 0
    item_ms: int = 0
    item_least_ms: int = 30_000
    old_after_days: int = 3


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
    """A station folder, read: what it is called, where it is, how it sounds."""

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
