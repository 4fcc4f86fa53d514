"""Items to a bulletin: order, length, headlines, bridges, identity, opening and closing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from broadcast import naskah
from broadcast.model import HOLDING, Element, House, Item, Jingle, Kind, Left, Lexicon, Line, Rundown, Script, Story, Voice
from broadcast.write.item import Prepared, fit_item, prepare_item
from broadcast.write.templates import Templates

_PARTS = ((4, "tengah malam"), (11, "pagi"), (15, "siang"), (19, "sore"), (23, "malam"), (25, "tengah malam"))
_LONG = 6
"""From this many items on, the station names itself in the middle."""
_ITEM_PAUSE_MS = 900
_SECOND = 1000

Clock = Callable[[str], int]


def day_part(hour: int) -> str:
    """Return the part of the day in which a bulletin airs.

    >>> [day_part(hour) for hour in (3, 6, 12, 17, 20, 23)]
    ['tengah malam', 'pagi', 'siang', 'sore', 'malam', 'tengah malam']
    """
    return next(name for limit, name in _PARTS if hour < limit)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every step of the bulletin needs."""

    house: House
    lexicon: Lexicon
    air: datetime
    read_time: Clock
    templates: Templates
    values: Mapping[str, Any]
    script: Script

    def ms(self, elements: Sequence[Element]) -> int:
        """Return how long elements take to read."""
        return sum(self.read_time(f"{one.text} {one.end}") for one in elements if isinstance(one, Line))

    def item_ms(self, item: Item) -> int:
        """Return how long an item takes, with the pause after it."""
        return self.ms(item.elements) + _ITEM_PAUSE_MS


def write(  # noqa: PLR0917  # the signature of the stage
    stories: Sequence[Story],
    house: House,
    lexicon: Lexicon,
    air: datetime,
    voice: Voice,
    read_time: Clock,
    keep: frozenset[str] = frozenset(),
) -> Rundown:
    """Write the whole bulletin; `keep` are the ids of held items that a person lets in.

    What did not make it is named in `Rundown.left` with the reason. Raises StationError for a broken template.
    """
    desk = _open_desk(house, lexicon, air, voice, read_time)
    prepared = {story.id: prepare_item(story, house, lexicon, air) for story in stories}
    written = [fit_item(one, read_time, house.item_ms) for one in prepared.values()]
    left = [_held(item) for item in written if _is_held(item, keep)]
    left += [_empty(item) for item in written if not item.lines and not _is_held(item, keep)]
    items = [item for item in written if item.lines and not _is_held(item, keep)]
    items.sort(key=lambda item: -item.value)
    items, gone = _fit_length(items, prepared, desk)
    script = replace(desk.script, items=tuple(_sections(items, desk)))
    return Rundown(script, (*left, *gone))


def _open_desk(house: House, lexicon: Lexicon, air: datetime, voice: Voice, read_time: Clock) -> _Desk:
    templates = Templates(house.templates)
    station = {"nama": house.name, "slogan": house.slogan, "frekuensi": house.frequency, "kota": house.city, "penyiar": house.reader}
    values = {
        "bagian": day_part(air.hour),
        "waktu": air,
        "berikutnya": air + timedelta(hours=1),
        "stasiun": station,
        "sintetis": voice.synthetic and house.notice,
    }
    title = " ".join(templates.rows("judul", values)) or "Warta Berita"
    script = Script(title, house.name, air, voice.key)
    return _Desk(house, lexicon, air, read_time, templates, values | {"judul": title}, script)


def _is_held(item: Item, keep: frozenset[str]) -> bool:
    return item.id not in keep and any(flag.code in HOLDING for flag in item.flags)


def _held(item: Item) -> Left:
    codes = ", ".join(dict.fromkeys(flag.code.value for flag in item.flags if flag.code in HOLDING))
    return Left(item.id, item.title, f"ditahan karena {codes}; setelah diperiksa, sertakan dengan --sertakan {item.id}.", item.flags)


def _empty(item: Item) -> Left:
    return Left(item.id, item.title, "tidak ada kalimat yang dapat disiarkan; periksa artikelnya.", item.flags)


# ---------------------------------------------------------------- length


def _fit_length(items: list[Item], stories: Mapping[str, Prepared], desk: _Desk) -> tuple[list[Item], list[Left]]:
    """Fit the items into the bulletin: first each is capped alike, then the lowest-ranked go whole."""
    limit = desk.house.length_ms
    if not limit or not items:
        return items, []
    kept = list(items)
    gone: list[Left] = []
    while True:
        frame = sum(desk.ms(section.elements) for section in _sections(kept, desk) if section.kind is not Kind.NEWS)
        room = limit - frame - _ITEM_PAUSE_MS * len(kept)
        lengths = [desk.ms(item.elements) for item in kept]
        if sum(lengths) <= room:
            return kept, gone
        caps = water_levels(lengths, room, _weights(len(kept)))
        if all(cap >= min(desk.house.item_least_ms, length) for cap, length in zip(caps, lengths, strict=True)):
            capped = [_capped(item, cap, stories, desk) for item, cap in zip(kept, caps, strict=True)]
            spare = room - sum(desk.ms(item.elements) for item in capped)
            if spare >= 0:
                return _widened(capped, lengths, spare, stories, desk), gone
            if len(kept) == 1:
                return capped, gone
        if len(kept) == 1:
            return [_capped(kept[0], max(room, 1), stories, desk)], gone
        last = kept.pop()
        gone.append(
            Left(last.id, last.title, f"tidak muat dalam durasi siaran {_clock(limit)}; nilai beritanya paling rendah.", last.flags)
        )


def _weights(count: int) -> list[float]:
    """How long items may run against each other: the first ones longer, the last ones shorter."""
    return [1.5, 1.25, *[1.0] * max(0, count - 4), 0.85, 0.85][:count] if count > 2 else [1.0] * count


def _capped(item: Item, cap: int, stories: Mapping[str, Prepared], desk: _Desk) -> Item:
    if desk.ms(item.elements) <= cap:
        return item
    return _written(item, cap, stories, desk)


def _written(item: Item, budget: int, stories: Mapping[str, Prepared], desk: _Desk) -> Item:
    return fit_item(stories[item.id], desk.read_time, budget)


def _widened(items: list[Item], lengths: Sequence[int], spare: int, stories: Mapping[str, Prepared], desk: _Desk) -> list[Item]:
    """Give what whole sentences left over to the items in order, each as far as it goes."""
    wide = []
    for item, length in zip(items, lengths, strict=True):
        now = desk.ms(item.elements)
        wider = item if length <= now else _written(item, now + spare, stories, desk)
        more = desk.ms(wider.elements) - now
        if 0 < more <= spare:
            spare -= more
            wide.append(wider)
        else:
            wide.append(item)
    return wide


def water_levels(lengths: Sequence[int], room: int, weights: Sequence[float]) -> list[int]:
    """Return a cap for each length, in proportion to its weight, under which all of them together fit into `room`.

    >>> water_levels([10, 40, 50], 70, [1, 1, 1]), water_levels([60, 60], 90, [2, 1])
    ([30, 30, 30], [60, 30])
    """
    rest, parts = room, sum(weights)
    for length, weight in sorted(zip(lengths, weights, strict=True), key=lambda one: one[0] / one[1]):
        if length / weight > rest / parts:
            break
        rest, parts = rest - length, parts - weight
    level = rest / parts if parts > 1e-9 else max(length / weight for length, weight in zip(lengths, weights, strict=True))
    return [max(0, int(level * weight)) for weight in weights]


def _clock(ms: int) -> str:
    minutes, seconds = divmod(ms // _SECOND, 60)
    return f"{minutes}:{seconds:02d}"


# ---------------------------------------------------------------- sections


def _sections(items: Sequence[Item], desk: _Desk) -> list[Item]:
    """Return all sections of the bulletin in order."""
    sections = [Item(Kind.OPENING, desk.templates.elements("pembuka", desk.values, desk.script))]
    headlines = _headlines(items, desk)
    if headlines:
        sections.append(headlines)
    used: set[str] = set()
    middle = len(items) // 2 if len(items) >= _LONG else -1
    for index, item in enumerate(items):
        if index == middle:
            sections.append(Item(Kind.IDENTITY, desk.templates.elements("identitas", desk.values, desk.script)))
        elif index:
            bridge = _bridge(items[index - 1], item, used, desk)
            sections += [bridge] if bridge else []
        sting = (Jingle("sela"),) if index < len(items) - 1 else ()
        sections.append(replace(item, elements=(*item.elements, *sting)))
    sections.append(Item(Kind.CLOSING, desk.templates.elements("penutup", desk.values, desk.script)))
    return [replace(section, elements=_closed(section)) for section in sections if section.elements]


def _closed(section: Item) -> tuple[Element, ...]:
    """Return the elements with `///` at the last line."""
    last = max((index for index, one in enumerate(section.elements) if isinstance(one, Line)), default=-1)
    return tuple(
        replace(one, end="///" if index == last else "//") if isinstance(one, Line) else one for index, one in enumerate(section.elements)
    )


def _headlines(items: Sequence[Item], desk: _Desk) -> Item | None:
    top = [item for item in items if item.teaser][: desk.house.headlines]
    if len(items) < 2 or not top:
        return None
    told = [
        {"teras": naskah.escape(item.teaser), "judul": naskah.escape(item.title), "tempat": naskah.escape(item.place), "id": item.id}
        for item in top
    ]
    return Item(Kind.HEADLINES, desk.templates.elements("pokok", {**desk.values, "pokok": told}, desk.script))


def _bridge(before: Item, item: Item, used: set[str], desk: _Desk) -> Item | None:
    """Return a bridge where place or topic changes; a wording is used once in a bulletin."""
    place, topic = scene_of(item, desk.lexicon), _topic(item, desk.lexicon)
    moved = bool(place) and place.casefold() != scene_of(before, desk.lexicon).casefold() and f"@{place.casefold()}" not in used
    if not moved and (not topic or topic == _topic(before, desk.lexicon)):
        return None
    values = {**desk.values, "tempat": naskah.escape(_said(place)), "topik": topic, "pindah_tempat": moved}
    for row in desk.templates.rows("jembatan", values):
        shape = row.replace(_said(place), "…").replace(topic, "…") if place or topic else row
        if shape not in used:
            used |= {shape, f"@{place.casefold()}"} if moved else {shape}
            return Item(Kind.BRIDGE, (Line(row, end="//"),))
    return None


def scene_of(item: Item, lexicon: Lexicon) -> str:
    """Return where the news happened: the item's place when its first lines name it, else the region that they name.

    The place of a dateline may be only where the reporter sits ("Jakarta" over an earthquake in Ambon).
    """
    said = naskah.plain(" ".join(line.text for line in item.lines[:2]))
    place = _said(item.place.strip().split(",")[0].strip())
    if place and re.search(rf"(?<!\w){re.escape(place)}(?!\w)", said):
        return place
    regions = lexicon.table("regions")
    words = re.findall(r"[^\W\d_][\w'’-]*", said)
    for index, word in enumerate(words):
        for size in (4, 3, 2, 1):
            name = " ".join(words[index : index + size])
            if word[0].isupper() and name in regions:
                return name
    provinces = {cells[0] for cells in regions.values() if cells}
    named = [one for one in provinces if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", said)]
    return max(named, key=len) if named else place


def _said(place: str) -> str:
    """Return a place as it is said; capitals of a dateline become a name."""
    return place.title() if place.isupper() else place


def _topic(item: Item, lexicon: Lexicon) -> str:
    """Return what an item is about, by the words of the table topics; empty when nothing stands out."""
    words = re.findall(r"[a-z]+", " ".join(line.text for line in item.lines).lower())
    counts: dict[str, int] = {}
    for word in words:
        cells = lexicon.table("topics").get(word)
        if cells:
            counts[cells[0]] = counts.get(cells[0], 0) + 1
    best = max(counts, key=lambda key: counts[key], default="")
    return best if counts.get(best, 0) >= 2 else ""
