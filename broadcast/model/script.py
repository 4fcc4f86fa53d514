"""The script: lines, items, rundown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from broadcast.model.articles import Flag


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
class Choice:
    """What became of one sentence of a story, and why, in Indonesian.

    `paragraph` is its place in `Story.body`, from 0; `worth` its news value in the item, 0 when it never came to be weighed.
    """

    sentence: str
    paragraph: int
    aired: bool
    reason: str
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class Item:
    """One section of a script. Only kind, id, voice, flag codes and elements stand in the text form; the rest is kept in script.json.

    `voice` is the key of its announcer's voice, empty for the script's own. `order` says, in Indonesian, why a news item stands
    where it does.
    """

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
    choices: tuple[Choice, ...] = ()
    voice: str = ""
    order: str = ""

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
    """What `write` gives: the script that airs, what was left out of it, and notes for staff."""

    script: Script
    left: tuple[Left, ...] = ()
    notes: tuple[str, ...] = ()
