"""Items to a bulletin: order, announcers, length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from broadcast.model import HOLDING, PLAIN, Brief, House, Item, Kind, Left, Lexicon, Rundown, Script, Story, Voice
from broadcast.write.item import Prepared, fit_item, prepare_item
from broadcast.write.order import Ranks, arrange, lift_mark, rank
from broadcast.write.sections import ITEM_PAUSE_MS, Clock, Desk, in_turn, sections
from broadcast.write.templates import Templates

_PARTS = ((4, "tengah malam"), (11, "pagi"), (15, "siang"), (19, "sore"), (23, "malam"), (25, "tengah malam"))


def day_part(hour: int) -> str:
    """Return the part of the day in which a bulletin airs.

    >>> [day_part(hour) for hour in (3, 6, 12, 17, 20, 23)]
    ['tengah malam', 'pagi', 'siang', 'sore', 'malam', 'tengah malam']
    """
    return next(name for limit, name in _PARTS if hour < limit)


def write(  # noqa: PLR0917  # the signature of the stage
    stories: Sequence[Story],
    house: House,
    lexicon: Lexicon,
    air: datetime,
    voice: Voice,
    read_time: Clock,
    brief: Brief = PLAIN,
) -> Rundown:
    """Write the whole bulletin as `brief` asks; `voice` is the main announcer's and `read_time` goes by it.

    What did not make it is named in `Rundown.left` with the reason. Raises StationError for a broken template.
    """
    desk = _open_desk(house, lexicon, air, voice, read_time, brief)
    told = [lift_mark(story) for story in stories]
    marked = frozenset(story.id for story, breaking in told if breaking)
    prepared = {story.id: prepare_item(story, house, lexicon, air) for story, _ in told}
    written = [fit_item(one, read_time, house.item_ms) for one in prepared.values()]
    left = [_held(item) for item in written if _is_held(item, brief.keep)]
    left += [_empty(item) for item in written if not item.lines and not _is_held(item, brief.keep)]
    items = [item for item in written if item.lines and not _is_held(item, brief.keep)]
    ranks = rank(items, brief, marked, lexicon)
    items, gone = _fit_length(items, ranks, prepared, desk)
    script = replace(desk.script, items=tuple(sections(items, ranks, desk)))
    return Rundown(script, (*left, *gone), tuple(_unmet(brief, items)))


def _open_desk(house: House, lexicon: Lexicon, air: datetime, voice: Voice, read_time: Clock, brief: Brief) -> Desk:
    templates = Templates(house.templates)
    partner = brief.partner
    station = {"nama": house.name, "slogan": house.slogan, "frekuensi": house.frequency, "kota": house.city, "penyiar": house.reader}
    values = {
        "bagian": day_part(air.hour),
        "waktu": air,
        "berikutnya": air + timedelta(hours=1),
        "stasiun": station | {"penyiar2": house.second_reader if partner else ""},
        "sintetis": (voice.synthetic or (partner is not None and partner.synthetic)) and house.notice,
    }
    title = " ".join(templates.rows("judul", values)) or "Warta Berita"
    script = Script(title, house.name, air, voice.key)
    return Desk(house, lexicon, read_time, voice, templates, values | {"judul": title}, script, brief)


def _is_held(item: Item, keep: frozenset[str]) -> bool:
    return item.id not in keep and any(flag.code in HOLDING for flag in item.flags)


def _held(item: Item) -> Left:
    codes = ", ".join(dict.fromkeys(flag.code.value for flag in item.flags if flag.code in HOLDING))
    return Left(item.id, item.title, f"ditahan karena {codes}; setelah diperiksa, sertakan dengan --sertakan {item.id}.", item.flags)


def _empty(item: Item) -> Left:
    return Left(item.id, item.title, "tidak ada kalimat yang dapat disiarkan; periksa artikelnya.", item.flags)


def _unmet(brief: Brief, items: Sequence[Item]) -> Iterator[str]:
    """Yield a note for each item that was asked for and does not air."""
    there = {item.id for item in items}
    for option, asked in (("--utama", brief.pins), ("--kilat", brief.breaking)):
        for one in asked:
            if one not in there:
                yield f"{option} {one}: berita ini tidak ikut siar; alasannya disebut di bawah “Tidak ikut”."


# ---------------------------------------------------------------- length


def _fit_length(items: list[Item], ranks: Ranks, stories: Mapping[str, Prepared], desk: Desk) -> tuple[list[Item], list[Left]]:
    """Fit the items, in their order, into the bulletin: first each is capped alike, then whole ones go, the least valuable first."""
    limit = desk.house.length_ms
    gone: list[Left] = []
    while True:
        kept = in_turn(arrange(items, ranks), desk.brief)
        if not limit or not kept:
            return kept, gone
        frame = sum(desk.ms(section) for section in sections(kept, ranks, desk) if section.kind is not Kind.NEWS)
        fitted = _squeezed(kept, limit - frame - ITEM_PAUSE_MS * len(kept), stories, desk)
        if fitted:
            return fitted, gone
        last = min(reversed(kept), key=lambda item: (ranks.chosen(item), 0 if ranks.chosen(item) else item.value))
        items = [item for item in items if item.id != last.id]
        why = "tidak ada lagi berita lain yang bisa dilepas" if ranks.chosen(last) else "nilai beritanya paling rendah"
        gone.append(Left(last.id, last.title, f"tidak muat dalam durasi siaran; {why}.", last.flags))


def _squeezed(kept: list[Item], room: int, stories: Mapping[str, Prepared], desk: Desk) -> list[Item]:
    """Return the items shortened to fit into `room`; none when one has to go."""
    lengths = [desk.ms(item) for item in kept]
    if sum(lengths) <= room:
        return kept
    caps = water_levels(lengths, room, _weights(len(kept)))
    if all(cap >= min(desk.house.item_least_ms, length) for cap, length in zip(caps, lengths, strict=True)):
        capped = [_capped(item, cap, stories, desk) for item, cap in zip(kept, caps, strict=True)]
        spare = room - sum(map(desk.ms, capped))
        if spare >= 0:
            return _widened(capped, lengths, spare, stories, desk)
        if len(kept) == 1:
            return capped
    return [_capped(kept[0], max(room, 1), stories, desk)] if len(kept) == 1 else []


def _weights(count: int) -> list[float]:
    """How long items may run against each other: the first ones longer, the last ones shorter."""
    return [1.5, 1.25, *[1.0] * max(0, count - 4), 0.85, 0.85][:count] if count > 2 else [1.0] * count


def _capped(item: Item, cap: int, stories: Mapping[str, Prepared], desk: Desk) -> Item:
    return item if desk.ms(item) <= cap else _written(item, cap, stories, desk)


def _written(item: Item, budget: int, stories: Mapping[str, Prepared], desk: Desk) -> Item:
    return replace(fit_item(stories[item.id], desk.clock(item.voice), budget), voice=item.voice, order=item.order)


def _widened(items: list[Item], lengths: Sequence[int], spare: int, stories: Mapping[str, Prepared], desk: Desk) -> list[Item]:
    """Give what whole sentences left over to the items in order, each as far as it goes."""
    wide = []
    for item, length in zip(items, lengths, strict=True):
        now = desk.ms(item)
        wider = item if length <= now else _written(item, now + spare, stories, desk)
        more = desk.ms(wider) - now
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
