"""What stands around the items: opening, headlines, corrections, bridges, identity, time, weather, closing; each worded by a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from broadcast import naskah
from broadcast.bahasa import dates
from broadcast.model import Brief, Element, House, Item, Jingle, Kind, Lexicon, Line, Script, Voice
from broadcast.write.order import Ranks, said_place, scene_of, topic_of
from broadcast.write.templates import Templates

LONG = 6
"""From this many items on, the station names itself and tells the time in the middle."""

ITEM_PAUSE_MS = 900
_MINUTE_MS = 60_000

Clock = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every step of the bulletin needs. `read_time` is the main announcer's clock."""

    house: House
    lexicon: Lexicon
    read_time: Clock
    voice: Voice
    templates: Templates
    values: Mapping[str, Any]
    script: Script
    brief: Brief

    def clock(self, voice: str) -> Clock:
        """Return the clock of an announcer: `voice` as in `Item.voice`."""
        partner = self.brief.partner
        if not voice or partner is None or partner.pace == self.voice.pace:
            return self.read_time
        return lambda text: round(self.read_time(text) * self.voice.pace / partner.pace)

    def ms(self, item: Item) -> int:
        """Return how long the words of an item take in its announcer's voice."""
        read_time = self.clock(item.voice)
        return sum(read_time(f"{line.text} {line.end}") for line in item.lines)

    def made(self, kind: Kind, template: str, **more: Any) -> Item:
        """Return the section that a template words."""
        return Item(kind, self.templates.elements(template, {**self.values, **more}, self.script))


def in_turn(items: Sequence[Item], brief: Brief) -> list[Item]:
    """Give the items to the announcers in turn; the partner has the first, right after the headlines of the main announcer."""
    if brief.partner is None:
        return list(items)
    return [replace(item, voice="" if place % 2 else brief.partner.key) for place, item in enumerate(items)]


def sections(items: Sequence[Item], ranks: Ranks, desk: Desk) -> list[Item]:
    """Return all sections of the bulletin in order."""
    made = [desk.made(Kind.OPENING, "pembuka"), *_headlines(items, desk), *_corrections(desk)]
    used: set[str] = set()
    flashes = 0
    weather = _weather(desk)
    for index, item in enumerate(items):
        middle = len(items) >= LONG and index == len(items) // 2
        if middle:
            made += _middle(made, desk)
        if ranks.breaking(item):
            flashes += 1
            more = {"nomor": flashes, "pertama": index == 0, "tempat": naskah.escape(said_place(scene_of(item, desk.lexicon)))}
            made.append(replace(desk.made(Kind.BRIDGE, "kilat", **more), voice=item.voice))
        elif index and not middle:
            made += _bridge(items[index - 1], item, used, desk)
        sting = (Jingle("sela"),) if index < len(items) - 1 or weather else ()
        made.append(replace(item, elements=(*item.elements, *sting)))
    made += [*weather, desk.made(Kind.CLOSING, "penutup")]
    return [replace(section, elements=_closed(section)) for section in made if section.elements]


def _closed(section: Item) -> tuple[Element, ...]:
    """Return the elements with `///` at the last line."""
    last = max((index for index, one in enumerate(section.elements) if isinstance(one, Line)), default=-1)
    return tuple(
        replace(one, end="///" if index == last else "//") if isinstance(one, Line) else one for index, one in enumerate(section.elements)
    )


def _headlines(items: Sequence[Item], desk: Desk) -> list[Item]:
    top = [item for item in items if item.teaser][: desk.house.headlines]
    if len(items) < 2 or not top:
        return []
    told = [
        {"teras": naskah.escape(item.teaser), "judul": naskah.escape(item.title), "tempat": naskah.escape(item.place), "id": item.id}
        for item in top
    ]
    return [desk.made(Kind.HEADLINES, "pokok", pokok=told)]


def _corrections(desk: Desk) -> list[Item]:
    """Return the corrections: before the first item, for a correction is to be prompt and to be heard."""
    told = [
        {"berita": one.news, "siar": tell_moment(one.aired, desk.script.air), "waktu": one.aired, "salah": one.wrong, "benar": one.right}
        for one in desk.brief.corrections
    ]
    return [desk.made(Kind.CORRECTION, "ralat", ralat=told)] if told else []


def _weather(desk: Desk) -> list[Item]:
    weather = desk.brief.weather
    if weather is None:
        return []
    until = tell_moment(weather.until, desk.script.air)
    return [desk.made(Kind.WEATHER, "cuaca", cuaca=weather.rows, sumber=naskah.escape(weather.source), berlaku=until)]


def _middle(before: Sequence[Item], desk: Desk) -> list[Item]:
    """Return identity and time check; the time is that at which the check ends, as a clock shows it: it is the title of its section."""
    identity = desk.made(Kind.IDENTITY, "identitas")
    if not desk.house.time_check:
        return [identity]
    trial = desk.made(Kind.TIME, "waktu", kini=desk.script.air)
    spent = sum(desk.ms(item) + ITEM_PAUSE_MS for item in (*before, identity)) + desk.ms(trial)
    tunes = [part.name for item in (*before, identity) for part in item.elements if isinstance(part, Jingle)]
    elapsed = desk.brief.time_ms or spent + sum(desk.brief.tunes_ms.get(name, 0) for name in tunes)
    now = desk.script.air + timedelta(minutes=elapsed // _MINUTE_MS)
    return [identity, replace(desk.made(Kind.TIME, "waktu", kini=now), title=f"{now:%H.%M}")]


def _bridge(before: Item, item: Item, used: set[str], desk: Desk) -> list[Item]:
    """Return a bridge where place or topic changes; a wording is used once in a bulletin."""
    place, topic = scene_of(item, desk.lexicon), topic_of(item, desk.lexicon)
    moved = bool(place) and place.casefold() != scene_of(before, desk.lexicon).casefold() and f"@{place.casefold()}" not in used
    if not moved and (not topic or topic == topic_of(before, desk.lexicon)):
        return []
    values = {**desk.values, "tempat": naskah.escape(said_place(place)), "topik": topic, "pindah_tempat": moved}
    for row in desk.templates.rows("jembatan", values):
        shape = row
        for name in filter(None, (said_place(place), topic)):
            shape = shape.replace(name, "…")
        if shape not in used:
            used |= {shape, f"@{place.casefold()}"} if moved else {shape}
            return [Item(Kind.BRIDGE, (Line(row, end="//"),), voice=item.voice)]
    return []


def tell_moment(moment: datetime, air: datetime) -> str:
    """Return day and clock time of a moment, in script notation, as they are said at `air`.

    >>> from datetime import timezone
    >>> air = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7)))
    >>> [tell_moment(air.replace(day=day, hour=hour), air) for day, hour in ((23, 6), (22, 21), (20, 7), (23, 18))]
    ['tadi pukul enam pagi', 'tadi malam pukul sembilan', 'Jumat lalu pukul tujuh pagi', 'pukul enam petang hari ini']
    """
    moment = moment.astimezone(air.tzinfo)
    clock = dates.tell_clock(moment.hour, moment.minute)
    night = moment.hour >= _NIGHT
    day = dates.tell_day(moment.date(), air.date(), "malam" if night else "", air.hour)
    if moment.date() == air.date():
        return f"tadi pukul {clock}" if moment <= air else f"pukul {clock} hari ini"
    return f"{day} pukul {clock.removesuffix(' malam') if night else clock}"


_NIGHT = 19
