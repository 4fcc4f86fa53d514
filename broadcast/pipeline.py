"""The whole product, each line one stage: articles in, a bulletin out.

intake → Article → clean → Story → match → Story → write → Script → guard, pronounce → Script
       → speak → Segments → mix → Bulletin → export → files → archive
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from broadcast import archive, naskah
from broadcast.clean import clean
from broadcast.draft import Order, draft, items
from broadcast.errors import SourceError
from broadcast.export import export_files
from broadcast.intake import NothingNewError, intake
from broadcast.match import Renewal, match
from broadcast.mix import jingle_times, mix
from broadcast.model import HOLDING, Article, Bulletin, Kind, Left, Rundown, Script, Spoken, Station, Story
from broadcast.pronounce import pronounce
from broadcast.record import record
from broadcast.speak import speak
from broadcast.station import resolve

__all__ = ["Made", "Material", "Order", "distinct", "draft", "gather", "items", "perform", "produce", "quiet", "voiced"]

Progress = Callable[[str, int, int], None]
"""Told the stage, in Indonesian, and how far it is: `("menyuarakan", 12, 140)`."""

FITTINGS = 3
"""How often a bulletin that came out too long is tightened and spoken again (unchanged lines come from the cache)."""

MENDINGS = 2
"""How often more, so that the time it tells is right: one mending nearly always does, a second where a minute begins in that very line."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


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
    partners: tuple[str, ...]
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
    material = gather(order.sources, station, progress)
    check_ids(order, material)
    material = distinct(material, order, station)
    with archive.staging(folder) as work:
        rundown, spoken, bulletin = perform(material, order, station, work, progress)
        left = (*material.left, *rundown.left)
        kept = record(rundown.script, (*material.skipped, *left), spoken, bulletin, station, material.stories)
        _export(work, rundown.script, bulletin, station, material, progress)
        archive.save(work / "record.json", kept | {"renews": material.renewals})
    latest = archive.publish(order.output, folder, rundown.script)
    return Made(
        folder=folder,
        script=rundown.script,
        ms=bulletin.master.ms,
        lufs=bulletin.lufs,
        voice=spoken.voice,
        engine=spoken.engine,
        partners=tuple(one.used for one in spoken.partners),
        skipped=material.skipped,
        left=left,
        notes=(*material.notes, *rundown.notes, *spoken.notes, *map(_renewed, material.renewals)),
        cuts=sum(len(story.cuts) for story in material.stories),
        latest=latest,
    )


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


def check_ids(order: Order, material: Material) -> None:
    """Raise SourceError for a pinned or breaking item that no article is, with the likely one."""
    known = [article.id for article in material.articles]
    for option, ids in (("--utama", order.pins), ("--kilat", order.breaking)):
        for one in ids:
            if one not in known:
                near = difflib.get_close_matches(one, known, 1) or [name for name in known if name.startswith(one)]
                meant = f" (maksudnya {near[0]}?)" if near else ""
                raise SourceError(f"{option} {one}: tidak ada artikel dengan nama itu{meant}; pilihan: {', '.join(known)}.")


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


def perform(material: Material, order: Order, station: Station, work: Path, progress: Progress) -> tuple[Rundown, Spoken, Bulletin]:
    """Write, speak and mix; a bulletin that comes out longer than the house allows, or tells a wrong time, is made again."""
    limit = station.house.length_ms
    house = replace(station.house, length_ms=max(limit - sounds_ms(len(material.stories), station), limit // 2)) if limit else station.house
    time_ms = 0
    for fitting in range(FITTINGS + MENDINGS):
        progress("menulis naskah", 0, 0)
        rundown = draft(material.stories, order, replace(station, house=house), time_ms)
        spoken, bulletin = voiced(rundown.script, order.voice, station, work, None, progress)
        ms, (told, time_ms) = bulletin.master.ms, time_check(rundown.script, bulletin)
        long = bool(limit and ms > limit and rundown.script.news[1:] and fitting < FITTINGS - 1)
        right = not told or told == f"{order.air + timedelta(milliseconds=time_ms):%H.%M}"
        if right and not long:
            break
        if long:
            house = replace(house, length_ms=round(house.length_ms * limit / ms * 0.99))
    return rundown, spoken, bulletin


def time_check(script: Script, bulletin: Bulletin) -> tuple[str, int]:
    """Return the time that a bulletin tells on its way (empty: none), and how far into the sound it has told it, in ms."""
    for index, item in enumerate(script.items):
        if item.kind is Kind.TIME:
            return item.title, max((cue.end_ms for cue in bulletin.cues if cue.item == index), default=0)
    return "", 0


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
