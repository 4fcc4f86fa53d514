"""An article on its way in: as scraped, as cut, as a story, and what an editor must look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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
class Aired:
    """A story that an earlier bulletin aired, and when: local time, as its folder in output/ says."""

    air: datetime
    story: Story
