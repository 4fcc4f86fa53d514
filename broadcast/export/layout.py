"""What stands on each page of the read-aloud script, as plain JSON values; how it looks is paper/page.typ's business.

A sheet is one or more pages that belong together: a news item with the bridge that leads to it, or the sections
between two news items (opening and headlines, identity, closing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Any

from broadcast import naskah
from broadcast.model import Element, Flag, FlagCode, Insert, Item, Jingle, Kind, Line, Pause, Script

Durations = Mapping[tuple[int, int], int]
"""(item index, element index) → milliseconds, estimated or real; at least the lines, sounds where they are known."""

KIND_LABELS = {
    Kind.OPENING: "Pembuka",
    Kind.HEADLINES: "Pokok berita",
    Kind.NEWS: "Berita",
    Kind.BRIDGE: "Jembatan",
    Kind.IDENTITY: "Identitas stasiun",
    Kind.TIME: "Waktu",
    Kind.WEATHER: "Cuaca",
    Kind.CORRECTION: "Ralat",
    Kind.CLOSING: "Penutup",
}
FLAG_NOTES = {
    FlagCode.DATE_UNKNOWN: "Tanggal kejadian tidak diketahui; pastikan sebelum dibaca.",
    FlagCode.OLD_NEWS: "Berita lama; pastikan masih layak siar.",
    FlagCode.CHECK: "Ada bagian yang meragukan; cocokkan dengan sumbernya.",
    FlagCode.CHILD_IDENTITY: "Menyangkut anak; jangan sebut nama, keluarga, alamat, atau sekolahnya.",
    FlagCode.VICTIM_IDENTITY: "Menyangkut korban; jangan sebut nama, keluarga, atau alamatnya.",
    FlagCode.NOT_NEWS: "Mungkin siaran pers atau iklan; putuskan dulu apakah disiarkan.",
    FlagCode.NO_SPEAKER: "Kutipan tanpa narasumber; cari siapa yang berbicara.",
    FlagCode.SUICIDE: "Menyangkut bunuh diri; tanpa cara, tempat, dan identitas, dengan nomor bantuan.",
}
"""Said on paper when a flag carries no note of its own (an edited script keeps only the codes)."""

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")

LONGEST_WORD = 28
"""Characters of a word that stays whole: at 22 pt they fit the column, and Indonesian's longest words are shorter."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SILENT = re.compile(r"[\W_]+")  # what parts syllables: AS-AT, as at
_LONG_WORD = re.compile(rf"[^\s\-–]{{{LONGEST_WORD + 1},}}")  # an address, or text that lost its spaces
_WORD_PIECE = re.compile(r".{20}(?=.)")
_NUMBER_GAP = re.compile(r"(?<!\S)(\d[\d.,]{0,14}) (?=[^\W\d]{1,12}(?!\S))")  # "30 meter" stays in one row


def lay_out(script: Script, durations: Durations) -> dict[str, Any]:
    """Return the whole script as values for the page template."""
    clock = _Clock(script, durations)
    sheets = list(_sheets(script))
    return {
        "station": tidy(script.station, 80),
        "title": " — ".join(filter(None, (tidy(script.title, 80), air_time(script)))),
        "head": [part for part in (tidy(script.station, 36), tidy(script.title, 36), air_time(script)) if part],
        "total": clock.until(len(script.items)),
        "sheets": [_sheet(script, clock, sheets, number) for number in range(len(sheets))],
    }


def air_time(script: Script) -> str:
    """Return the air time as staff writes it: `Senin, 23 November 2026, 14.00 WIB`."""
    air = script.air
    zone = naskah.stamp(air).rpartition(" ")[2]
    return f"{DAYS[air.weekday()]}, {air.day} {MONTHS[air.month - 1]} {air.year}, {air:%H.%M} {zone}"


def minutes(ms: int) -> str:
    """Return a length as minutes and seconds, rounded.

    >>> minutes(71_600)
    '1:12'
    """
    seconds = (ms + 500) // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


def tidy(text: str, most: int = 0) -> str:
    r"""Return text that any printer can take: no control characters, long words breakable, at most `most` characters.

    >>> tidy("Rapat\x07 desa", 7)
    'Rapat …'
    """
    text = " ".join(_UNPRINTABLE.sub(" ", text).split())
    if most and len(text) > most:
        text = text[: most - 1] + "…"
    return _LONG_WORD.sub(_breakable, text)


def _breakable(word: re.Match[str]) -> str:
    """A long word with places where it may break: zero-width spaces."""
    return _WORD_PIECE.sub("\\g<0>\u200b", word.group())


@dataclass(frozen=True, slots=True)
class _Clock:
    """Reads running times out of the durations."""

    script: Script
    durations: Durations

    def spent(self, item: int, element: int | None = None) -> tuple[int, set[type]]:
        """Milliseconds of an item before one of its elements (all of it: None), and what sounds it leaves out as unknown."""
        known, unknown = 0, set()
        for index, part in enumerate(self.script.items[item].elements[:element]):
            ms = self.durations.get((item, index), part.ms if isinstance(part, Pause) else None)
            if ms is None:
                unknown.add(type(part))
            known += ms or 0
        return known, unknown

    def at(self, first: int, item: int, element: int) -> str:
        """The running time since item `first` where an element begins; `0:41+` means: and an insert of unknown length."""
        return _length([*map(self.spent, range(first, item)), self.spent(item, element)])

    def until(self, item: int) -> str:
        """The running time of the bulletin where an item begins; `±` where sounds of unknown length come before it."""
        parts = [self.spent(index) for index in range(item)]
        return ("± " if any(unknown for _, unknown in parts) else "") + minutes(sum(known for known, _ in parts))

    def span(self, items: Sequence[int]) -> str:
        """The length of neighbouring items."""
        return _length([self.spent(index) for index in items])


def _length(parts: Sequence[tuple[int, set[type]]]) -> str:
    return minutes(sum(known for known, _ in parts)) + ("+" if any(unknown - {Jingle} for _, unknown in parts) else "")


def _sheets(script: Script) -> Iterator[list[int]]:
    """Group the item indexes by sheet: a news item takes the bridges right before it, other neighbours share one."""
    waiting: list[int] = []
    for index, item in enumerate(script.items):
        if item.kind is not Kind.NEWS:
            waiting.append(index)
            continue
        split = len(waiting)
        while split and script.items[waiting[split - 1]].kind is Kind.BRIDGE:
            split -= 1
        if split:
            yield waiting[:split]
        yield [*waiting[split:], index]
        waiting = []
    if waiting:
        yield waiting


def _sheet(script: Script, clock: _Clock, sheets: Sequence[list[int]], number: int) -> dict[str, Any]:
    indexes = sheets[number]
    items = [script.items[index] for index in indexes]
    main = items[-1]
    news = main.kind is Kind.NEWS
    flags = [(flag, item) for item in items for flag in item.flags]
    following = sheets[number + 1] if number + 1 < len(sheets) else ()
    return {
        "news": news,
        "number": _number(script, indexes[-1]) if news else "",
        "name": tidy(_name(script, indexes), 90),
        "short": tidy(_name(script, indexes), 44),
        "headline": tidy(main.title, 160) if news else "",
        "about": _about(main) if news else "",
        "start": clock.until(indexes[-1] if news else indexes[0]),
        "duration": clock.span(indexes[-1:] if news else indexes),
        "reader": tidy(_reader(script, main), 40),
        "ready": not flags,
        "codes": list(dict.fromkeys(flag.code.value for flag, _ in flags if flag.code is not FlagCode.CHECK)),
        "flags": [_flag(flag, item, many=len(items) > 1) for flag, item in flags],
        "hints": _hints(items),
        "parts": [_part(script, clock, index, indexes) for index in indexes],
        "after": [tidy(jingle.name, 40) for jingle in _closing(main)],
        "next": tidy(_next(script, following), 60) if following else "",
    }


def _reader(script: Script, item: Item) -> str:
    """Return who reads an item; nothing where one announcer reads all."""
    return item.voice or script.voice if any(one.voice for one in script.items) else ""


def _closing(item: Item) -> list[Jingle]:
    """Return the tunes after the last words of a news item: they stand in the foot, lest a tune alone take a page."""
    tunes = list(takewhile(lambda element: isinstance(element, Jingle), reversed(item.elements)))
    whole = item.kind is Kind.NEWS and len(tunes) < len(item.elements)
    return [tune for tune in reversed(tunes) if isinstance(tune, Jingle)] if whole else []


def _number(script: Script, index: int) -> str:
    before = sum(item.kind is Kind.NEWS for item in script.items[: index + 1])
    return f"{before}/{len(script.news)}"


def _name(script: Script, indexes: Sequence[int]) -> str:
    main = script.items[indexes[-1]]
    if main.kind is Kind.NEWS:
        return main.id or KIND_LABELS[Kind.NEWS]
    return " · ".join(label for label, _ in groupby(KIND_LABELS[script.items[index].kind] for index in indexes))


def _next(script: Script, indexes: Sequence[int]) -> str:
    number = f"{_number(script, indexes[-1])} " if script.items[indexes[-1]].kind is Kind.NEWS else ""
    return number + _name(script, indexes)


def _about(item: Item) -> str:
    known = (("Penulis", item.byline), ("Media", item.outlet), ("Tempat", item.place))
    return " · ".join(f"{label}: {tidy(value, 60)}" for label, value in known if value.strip())


def _flag(flag: Flag, item: Item, *, many: bool) -> dict[str, str]:
    where = f"kalimat {flag.line}" if flag.line else ""
    if where and many and item.kind is not Kind.NEWS:
        where = f"{KIND_LABELS[item.kind].lower()}, {where}"
    return {"code": flag.code.value, "note": tidy(flag.note, 400) or FLAG_NOTES[flag.code], "where": where}


def _hints(items: Sequence[Item]) -> list[list[str]]:
    """The lafal box: the hints of the items, then the readings their lines carry; what sounds the same stands once."""
    pairs = [(hint.written, hint.said) for item in items for hint in item.hints]
    pairs += [(run.text, run.reading) for item in items for line in item.lines for run in naskah.runs(line.text) if run.reading]
    box: dict[tuple[str, str], list[str]] = {}
    for written, said in pairs:
        if not (written.strip() and said.strip()):
            continue
        word = tidy(written, 80).strip(" ,.;:")
        box.setdefault((word, _SILENT.sub("", said).casefold()), [word, tidy(said, 160)])
    return list(box.values())


def _part(script: Script, clock: _Clock, index: int, sheet: Sequence[int]) -> dict[str, Any]:
    """One item of a sheet. Time runs from the top of the sheet; on a news sheet from the news, so its bridge has none."""
    item = script.items[index]
    news = script.items[sheet[-1]].kind is Kind.NEWS
    first = sheet[-1] if news else sheet[0]
    checked = {flag.line for flag in item.flags}
    hard = _hard_words([hint.written for hint in item.hints])
    blocks = []
    sentence = 0
    for position, element in enumerate(item.elements[: len(item.elements) - len(_closing(item))]):
        sentence += isinstance(element, Line)
        block = _block(element, hard)
        block |= {"item": index, "element": position, "time": clock.at(first, index, position) if index >= first else ""}
        blocks.append(block | {"check": isinstance(element, Line) and sentence in checked})
    labelled = len(sheet) > 1 and item.kind is not Kind.NEWS
    reader = _reader(script, item)
    label = [KIND_LABELS[item.kind]] if labelled else []
    if reader != _reader(script, script.items[sheet[-1]]):  # a person gave two sections of one sheet to two announcers
        label = [KIND_LABELS[item.kind], f"penyiar: {tidy(reader, 40)}"]
    return {"label": " · ".join(label), "leads": index < first, "blocks": blocks}


def _block(element: Element, hard: re.Pattern[str] | None) -> dict[str, Any]:
    match element:
        case Line():
            return {"kind": "line", "runs": list(_runs(element.text, hard)), "end": element.end, "edited": element.edited}
        case Jingle():
            return {"kind": "jingle", "name": tidy(element.name, 80)}
        case Pause():
            return {"kind": "pause", "seconds": f"{element.ms / 1000:.3f}".rstrip("0").rstrip(".").replace(".", ",")}
        case Insert():
            return {"kind": "insert", "name": tidy(element.file, 80), "head": tidy(element.head, 160), "tail": tidy(element.tail, 160)}


def _hard_words(words: Sequence[str]) -> re.Pattern[str] | None:
    """What finds the names of the lafal box in a sentence, longest first; e.g. As'at, Rowokangkung."""
    known = sorted(filter(None, {word.strip() for word in words}), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))})(?!\w)") if known else None


def _runs(text: str, hard: re.Pattern[str] | None) -> Iterator[dict[str, Any]]:
    """The pieces of a sentence: `/`, or text, `hard` when the lafal box says how to read it."""
    for run in naskah.runs(text):
        if run.breath:
            yield {"breath": True}
            continue
        # split with one group gives plain and hard words in turn
        pieces = hard.split(run.text) if hard and not run.reading else [run.text]
        for index, piece in enumerate(pieces):
            if piece:
                yield {"breath": False, "text": _printable(piece), "hard": bool(run.reading) or index % 2 == 1}


def _printable(piece: str) -> str:
    """Like `tidy`, but keeps the spaces at its ends: they part it from its neighbours."""
    return _NUMBER_GAP.sub("\\1\u00a0", _LONG_WORD.sub(_breakable, _UNPRINTABLE.sub(" ", piece)))
