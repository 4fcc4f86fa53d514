"""Which item stands where: the editor's pins, breaking news, then news value, with variety among nearly equal values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from broadcast import naskah
from broadcast.model import Brief, Item, Lexicon, Story

NEARLY = 5
"""An item goes before another one for variety only when its value is at most this much lower: one day of age, or less than a post."""

MOST_PASSED = 2
"""No item lets more than this many others pass for the sake of variety."""

_SEPARATOR = r"(?:\s*[\])}][\s:|!–—-]*|\s*[:|!/]+\s*|\s+[–—-]+\s*)"
_MARK = re.compile(
    rf"^[\s\[({{#*]*(?:(?i:breaking\s*news|breaking|berita\s+kilat|kabar\s+kilat)|KILAT|(?i:kilat)(?=\s*[:\])])){_SEPARATOR}"
    r"|^[\s#*]*BREAKING\s*NEWS\s+"
)  # BREAKING NEWS: …, [KILAT] …, Breaking News - …, BREAKING NEWS Gempa …; never "Kilat petir …"


def lift_mark(story: Story) -> tuple[Story, bool]:
    """Take the mark of breaking news off a story, and tell whether its title, or for want of one its first sentence, bore it.

    >>> lift_mark(Story("a", "a", ("BREAKING NEWS: Gempa terasa.",), title="[KILAT] Gempa"))
    (Story(id='a', source='a', body=('Gempa terasa.',), title='Gempa', place='', byline='', outlet='', date=None, cuts=(), flags=()), True)
    >>> [lift_mark(Story("a", "a", (), title=title))[1] for title in ("Kilat Petir Sambar Warga", "KILAT – Gempa", "Breaking News! Gempa")]
    [False, True, True]
    """
    head = story.body[0] if story.body else ""
    marked = bool(_MARK.match(story.title or head))
    title, first = (_capital(text, _MARK.sub("", text, count=1)) for text in (story.title, head))
    if (title, first) == (story.title, head):
        return story, marked
    return replace(story, title=title, body=(first, *story.body[1:]) if first else story.body[1:]), marked


def _capital(before: str, text: str) -> str:
    return text if text == before else text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Ranks:
    """What orders the items of one bulletin: the brief, whose title said that it is breaking, and where and what each item is about."""

    brief: Brief
    marked: frozenset[str]
    scenes: Mapping[str, tuple[str, str]]

    def breaking(self, item: Item) -> bool:
        """Tell whether an item is breaking news."""
        return item.id in self.marked or item.id in self.brief.breaking

    def chosen(self, item: Item) -> bool:
        """Tell whether an item stands where it does by an editor's word or as breaking news: such items go last when time is short."""
        return item.id in self.brief.pins or self.breaking(item)


def rank(items: Sequence[Item], brief: Brief, marked: frozenset[str], lexicon: Lexicon) -> Ranks:
    """Return what `arrange` needs to know of the items."""
    return Ranks(brief, marked, {item.id: (scene_of(item, lexicon), topic_of(item, lexicon)) for item in items})


def arrange(items: Sequence[Item], ranks: Ranks) -> list[Item]:
    """Return the items in their order on air, each with the reason for its place in `order`; the same items give the same order."""
    pins, urgent = list(dict.fromkeys(ranks.brief.pins)), list(dict.fromkeys(ranks.brief.breaking))
    pinned = sorted((item for item in items if item.id in pins), key=lambda item: pins.index(item.id))
    flashes = [item for item in items if item.id not in pins and ranks.breaking(item)]
    flashes.sort(key=lambda item: (urgent.index(item.id) if item.id in urgent else len(urgent), -item.value))
    rest = [item for item in items if not ranks.chosen(item)]
    flash = {item.id: f"berita kilat ({'--kilat' if item.id in urgent else 'tanda di judul'})" for item in items if ranks.breaking(item)}
    placed = [
        replace(item, order="; ".join(filter(None, (f"urutan {place} pilihan penyunting (--utama)", flash.get(item.id, "")))))
        for place, item in enumerate(pinned, 1)
    ]
    placed += [replace(item, order=flash[item.id]) for item in flashes]
    return [*placed, *_varied(rest, placed[-1] if placed else None, ranks)]


def _varied(items: Sequence[Item], before: Item | None, ranks: Ranks) -> Iterator[Item]:
    """Yield items by value; one that is like the item before it lets a nearly as valuable other one pass."""
    waiting = sorted(items, key=lambda item: -item.value)
    waits: dict[str, list[str]] = {item.id: [] for item in items}
    while waiting:
        first = waiting[0]
        like = _likeness(before, first, ranks) if before else ""
        near = [item for item in waiting[1:] if item.value >= first.value - NEARLY and before and not _likeness(before, item, ranks)]
        free = all(len(waits[item.id]) < MOST_PASSED for item in waiting[: waiting.index(near[0])]) if near else False
        before = near[0] if like and free else first
        passed = waiting[: waiting.index(before)]
        why = f"nilai berita {before.value}"
        if passed:
            why += f"; mendahului {_named(passed)} (nilai {passed[0].value}) agar {like} tidak berurutan"
        if waits[before.id]:
            why += f"; di belakang {', '.join(waits[before.id])} demi keragaman"
        for item in passed:
            waits[item.id].append(before.id)
        waiting.remove(before)
        yield replace(before, order=why)


def _named(items: Sequence[Item]) -> str:
    return ", ".join(item.id for item in items)


def _likeness(one: Item, other: Item, ranks: Ranks) -> str:
    """Return what two items share, place or topic, as a phrase; empty when nothing."""
    (place, topic), (there, about) = ranks.scenes[one.id], ranks.scenes[other.id]
    if place and place.casefold() == there.casefold():
        return f"dua berita dari {place}"
    return f"dua berita {topic}" if topic and topic == about else ""


# ---------------------------------------------------------------- where and what about


def scene_of(item: Item, lexicon: Lexicon) -> str:
    """Return where the news happened: the item's place when its first lines name it, else the region that they name.

    The place of a dateline may be only where the reporter sits ("Jakarta" over an earthquake in Ambon).
    """
    said = naskah.plain(" ".join(line.text for line in item.lines[:2]))
    place = said_place(item.place.strip().split(",")[0].strip())
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
    return max(named, key=lambda one: (len(one), one)) if named else place


def said_place(place: str) -> str:
    """Return a place as it is said; capitals of a dateline become a name."""
    return place.title() if place.isupper() else place


def topic_of(item: Item, lexicon: Lexicon) -> str:
    """Return what an item is about, by the words of the table topics; empty when nothing stands out."""
    words = re.findall(r"[a-z]+", " ".join(line.text for line in item.lines).lower())
    counts: dict[str, int] = {}
    for word in words:
        cells = lexicon.table("topics").get(word)
        if cells:
            counts[cells[0]] = counts.get(cells[0], 0) + 1
    best = max(counts, key=lambda key: counts[key], default="")
    return best if counts.get(best, 0) >= 2 else ""
