"""The whole product, each line one stage: articles in, a bulletin out.

intake → Article → clean → Story → match → Story → write → Script → guard, pronounce → Script
       → speak → Segments → mix → Bulletin → export → files → archive
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from broadcast import archive, naskah
from broadcast.clean import clean
from broadcast.errors import SourceError, VoiceError
from broadcast.export import export_files
from broadcast.guard import guard_script
from broadcast.intake import NothingNewError, intake
from broadcast.match import Renewal, match
from broadcast.mix import jingle_times, mix
from broadcast.model import (
    HOLDING,
    Article,
    Bulletin,
    Flag,
    Item,
    Jingle,
    Kind,
    Left,
    Rundown,
    Script,
    Spoken,
    Station,
    Story,
    Voice,
)
from broadcast.pronounce import doubts, pronounce, read_time
from broadcast.record import record
from broadcast.speak import choose, speak
from broadcast.station import resolve
from broadcast.write import write, write_item

Progress = Callable[[str, int, int], None]
"""Told the stage, in Indonesian, and how far it is: `("menyuarakan", 12, 140)`."""

FITTINGS = 3
"""How often a bulletin that came out too long is tightened and spoken again (unchanged lines come from the cache)."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the bulletin that airs at `air` from `sources`, with `voice`, into `output`.

    `keep` are the ids of held items that a person lets in. Length is in `Station.house`.
    """

    sources: tuple[str, ...]
    air: datetime
    voice: str
    output: Path
    keep: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Material:
    """What came in: stories by order of arrival, the articles they were, and what had to be skipped.

    `left` are stories that another one tells, `renewals` those that are a newer stand of what aired: see `distinct`.
    `notes` tell of sources that had nothing new: nothing is wrong with them.
    """

    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    skipped: tuple[Left, ...]
    left: tuple[Left, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the folder it lies in, script and sound, and everything an editor must be told."""

    folder: Path
    script: Script
    ms: int
    lufs: float
    voice: str
    engine: str
    skipped: tuple[Left, ...]
    left: tuple[Left, ...]
    notes: tuple[str, ...]
    cuts: int
    latest: bool

    @property
    def whole(self) -> bool:
        """True when nothing was skipped or held; what length or another story left out was asked to go."""
        return not self.skipped and not any(flag.code in HOLDING for one in self.left for flag in one.flags)


def produce(order: Order, station: Station, progress: Progress = quiet) -> Made:
    """Make the bulletin: the line from the top of this page.

    Raises BroadcastError when nothing could be made; then nothing was written and latest.mp3 stays as it was.
    """
    archive.check_writable(order.output)
    folder = archive.place(order.output, order.air)
    material = distinct(gather(order.sources, station, progress), order, station)
    with archive.staging(folder) as work:
        rundown, spoken, bulletin = perform(material, order, station, work, progress)
        left = (*material.left, *rundown.left)
        kept = record(rundown.script, (*material.skipped, *left), spoken, bulletin, station, material.stories)
        _export(work, rundown.script, bulletin, station, material, progress)
        archive.save(work / "record.json", kept | {"renews": material.renewals})
    latest = archive.publish(order.output, folder, rundown.script)
    cuts = sum(len(story.cuts) for story in material.stories)
    ms = round(bulletin.master.frames * 1000 / bulletin.master.rate)
    notes = (*material.notes, *spoken.notes, *map(_renewed, material.renewals))
    return Made(folder, rundown.script, ms, bulletin.lufs, spoken.voice, spoken.engine, material.skipped, left, notes, cuts, latest)


def gather(sources: Sequence[str], station: Station, progress: Progress = quiet) -> Material:
    """Read and clean the sources; what cannot be read, or is empty once cleaned, is named in `skipped`."""
    articles: list[Article] = []
    stories: list[Story] = []
    skipped: list[Left] = []
    notes: list[str] = []
    for number, found in enumerate(intake(resolve(sources, station), station.net)):
        progress("membaca dan membersihkan", number, 0)
        if isinstance(found, NothingNewError):
            notes.append(str(found))
            continue
        if isinstance(found, SourceError):
            skipped.append(Left("", "", str(found)))
            continue
        story = clean(found, station.lexicon)
        articles.append(found)
        if story.body:
            stories.append(story)
        else:
            reason = f"{found.source}: kosong sesudah dibersihkan; periksa dengan: broadcast clean {found.source}"
            skipped.append(Left(found.id, found.title, reason))
    if not stories:
        raise SourceError("\n".join(["Tidak ada artikel yang bisa disiarkan.", *(left.reason for left in skipped), *notes]))
    return Material(tuple(articles), tuple(stories), tuple(skipped), notes=tuple(notes))


def distinct(material: Material, order: Order, station: Station) -> Material:
    """Leave out what another story tells, and the older stand of what earlier bulletins in the output folder aired.

    Raises SourceError when nothing is left.
    """
    matched = match(material.stories, archive.read_aired(order.output, order.air), station.lexicon, order.keep)
    if not matched.stories:
        reasons = (f"{one.id}: {one.reason}" for one in matched.left)
        raise SourceError("\n".join(["Tidak ada artikel baru yang bisa disiarkan.", *reasons]))
    return replace(material, stories=matched.stories, left=matched.left, renewals=matched.renewals)


def _renewed(renewal: Renewal) -> str:
    earlier = f"“{renewal.title}”" if renewal.title else renewal.earlier
    return f"{renewal.id} memperbarui berita {earlier}, yang siar {renewal.air:%d-%m-%Y pukul %H.%M}."


def draft(stories: Sequence[Story], order: Order, station: Station) -> Rundown:
    """Write the script of a bulletin and let the guard read it; findings stand in the items' flags."""
    voice = station.voices[choose(station.voices, order.voice, online=station.online)]
    rundown = write(stories, station.house, station.lexicon, order.air, voice, clock(station, voice), order.keep)
    script = _playable(replace(rundown.script, voice=order.voice), station)
    return replace(rundown, script=guarded(script, {story.id: story for story in stories}, station))


def _playable(script: Script, station: Station) -> Script:
    """Leave out the tunes that this station does not have: the templates ask for all of them."""

    def kept(item: Item) -> Item:
        there = tuple(part for part in item.elements if not isinstance(part, Jingle) or part.name in station.sounds.files)
        return replace(item, elements=there)

    return replace(script, items=tuple(map(kept, script.items)))


def items(stories: Sequence[Story], station: Station, air: datetime, budget_ms: int) -> Iterator[Item]:
    """Write each story as an item of at most `budget_ms` (0: no limit), guarded."""
    voice = station.voices[choose(station.voices, station.voice, online=station.online)]
    for story in stories:
        item = write_item(story, station.house, station.lexicon, air, clock(station, voice), budget_ms)
        script = Script("", station.house.name, air, station.voice, (item,))
        yield guarded(script, {story.id: story}, station).items[0]


def speaker(station: Station, key: str) -> Voice:
    """Return the voice that would speak here for `key`, or for the station's own where `key` is empty or cannot be spoken.

    Raises VoiceError when no voice can speak.
    """
    with contextlib.suppress(VoiceError):
        return station.voices[choose(station.voices, key or station.voice, online=station.online)]
    return station.voices[choose(station.voices, station.voice, online=station.online)]


def clock(station: Station, voice: Voice) -> Callable[[str], int]:
    """Return what tells how long this voice reads a text, in ms; each text is worked out once."""
    return cache(lambda text: round(read_time(text, station.lexicon) / voice.pace))


def guarded(script: Script, stories: Mapping[str, Story], station: Station) -> Script:
    """Return the script with the guard's findings, and the readings that are unsure, among its items' flags."""
    found = guard_script(script, stories, station.lexicon)
    unsure = doubts(script, station.lexicon)
    return replace(script, items=tuple(_flagged(item, (*found.get(item.id, ()), *unsure.get(item.id, ()))) for item in script.items))


def _flagged(item: Item, findings: Sequence[Flag]) -> Item:
    if item.kind is not Kind.NEWS or not findings:
        return item
    return replace(item, flags=tuple(dict.fromkeys((*item.flags, *findings))))


def perform(material: Material, order: Order, station: Station, work: Path, progress: Progress) -> tuple[Rundown, Spoken, Bulletin]:
    """Write, speak and mix; a bulletin that comes out longer than the house allows is tightened and made again."""
    limit = station.house.length_ms
    house = replace(station.house, length_ms=max(limit - sounds_ms(len(material.stories), station), limit // 2)) if limit else station.house
    for fitting in range(FITTINGS):
        progress("menulis naskah", 0, 0)
        rundown = draft(material.stories, order, replace(station, house=house))
        spoken, bulletin = voiced(rundown.script, order.voice, station, work, None, progress)
        ms = bulletin.master.ms
        if not limit or ms <= limit or fitting == FITTINGS - 1 or not rundown.script.news[1:]:
            break
        house = replace(house, length_ms=round(house.length_ms * limit / ms * 0.99))
    return rundown, spoken, bulletin


def sounds_ms(news: int, station: Station) -> int:
    """Return how long tunes and the longer pauses take in a bulletin of so many items, in ms: write counts words only."""
    times = jingle_times(station.sounds)
    pauses = (station.sounds.item_ms - station.sounds.sentence_ms) * (news + 4)
    return times.get("pembuka", 0) + times.get("penutup", 0) + times.get("sela", 0) * news + max(pauses, 0)


def voiced(
    script: Script, voice: str, station: Station, work: Path, inserts: Path | None, progress: Progress = quiet
) -> tuple[Spoken, Bulletin]:
    """Speak a script and mix it; the master lies in a hidden folder in `work`, which goes when the work is done."""
    scratch = work / ".campuran"
    scratch.mkdir(exist_ok=True)
    ready = pronounce(script, station.lexicon)
    told = lambda done, total: progress("menyuarakan", done, total)  # noqa: E731  # named once, used twice below
    spoken = speak(ready, station.voices, voice, station.cache, online=station.online, progress=told)
    mixing = lambda done, total: progress("mencampur suara", done, total)  # noqa: E731  # as above
    return spoken, mix(ready, spoken.segments, station.sounds, scratch, inserts, mixing)


def _export(work: Path, script: Script, bulletin: Bulletin, station: Station, material: Material, progress: Progress) -> None:
    progress("menyimpan", 0, 0)
    archive.save(work / "articles.json", material.articles)
    archive.save(work / "stories.json", material.stories)
    archive.save(work / "script.json", pronounce(script, station.lexicon))
    export_files(script, bulletin, station, work / archive.PAGE, work / archive.SOUND, work / archive.CAPTIONS)
    archive.write_text(work / archive.NASKAH, naskah.dump(script))
