"""A script comes back from a person: guard it, voice it, print it.

The script may be the naskah.txt of a bulletin, edited, or one written by hand. Where script.json and stories.json lie
beside it, each line gets its sources back and the guard reads it against the articles.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from broadcast import archive, naskah
from broadcast.draft import clock, guarded, speaker
from broadcast.errors import NaskahError, SourceError
from broadcast.export import export_files
from broadcast.guard import guard_script
from broadcast.intake import read_text
from broadcast.model import Flag, Item, Kind, Line, Script, Station, Story
from broadcast.pipeline import Progress, gather, quiet, voiced
from broadcast.pronounce import pronounce


@dataclass(frozen=True, slots=True)
class Naskah:
    """A script text that was read: the script, the stories it came from (those known), and whether it is a bulletin's own."""

    path: Path
    script: Script
    stories: Mapping[str, Story]
    archived: bool


@dataclass(frozen=True, slots=True)
class Voiced:
    """What `speak` made of a naskah."""

    sound: Path
    captions: Path
    ms: int
    lufs: float
    voice: str
    engine: str
    notes: tuple[str, ...]
    partners: tuple[str, ...]
    findings: Mapping[str, tuple[Flag, ...]]
    latest: bool


def open_naskah(path: Path, station: Station, air: datetime) -> Naskah:
    """Read a script text; what its header leaves out is the station's name and voice and the air time `air`.

    Raises NaskahError naming the line, SourceError when the file cannot be read.
    """
    default = Script(path.stem, station.house.name, air, station.voice)
    script = naskah.parse(read_text(path), str(path), default)
    if not any(item.elements for item in script.items):
        raise NaskahError(f"{path}: semua bagian kosong; tulis kalimat di bawah [berita: nama], akhiri dengan //.")
    kept = archive.read_script(path.parent)
    if kept is None:
        return Naskah(path, script, {}, archived=False)
    return Naskah(path, naskah.rejoin(script, kept), archive.read_stories(path.parent), archived=path.name == archive.NASKAH)


def is_naskah(path: Path) -> bool:
    """Tell whether a file is a script rather than an article: it has a section header on a line of its own."""
    kinds = tuple(f"[{kind.value}" for kind in Kind)
    try:
        return path.suffix.lower() == ".txt" and any(row.strip().startswith(kinds) for row in read_text(path).splitlines())
    except SourceError:
        return False


def inspect(paper: Naskah, sources: Sequence[str], station: Station) -> tuple[Mapping[str, tuple[Flag, ...]], tuple[str, ...]]:
    """Return the guard's findings by item id, and the ids of items whose article is not known.

    `sources`, when given, are the articles to read against.

    Raises SourceError when no item's article is known.
    """
    stories = dict(paper.stories)
    if sources:
        stories |= {story.id: story for story in gather(sources, station).stories}
        news = paper.script.news
        if len(news) == 1 and len(stories) == 1:  # one item, one article: they belong together whatever their names
            stories = {news[0].id: next(iter(stories.values()))}
    unknown = tuple(item.id for item in paper.script.news if item.id not in stories)
    if len(unknown) == len(paper.script.news):
        names = ", ".join(item.id for item in paper.script.news) or "tidak ada berita"
        message = f"{paper.path}: artikel sumbernya tidak ada; sebutkan berkas artikel yang namanya sama dengan beritanya ({names})."
        raise SourceError(message)
    return guard_script(paper.script, stories, station.lexicon), unknown


def reviewed(paper: Naskah, station: Station) -> Script:
    """Return the script with what the guard finds now, where its articles are known."""
    return guarded(_unflagged(paper.script), paper.stories, station) if paper.stories else paper.script


def speak_naskah(paper: Naskah, voice: str, station: Station, folder: Path, progress: Progress = quiet) -> Voiced:
    """Voice a script and write sound, captions and page beside it (or into `folder`).

    A bulletin's own naskah.txt renews that bulletin: bulletin.mp3, bulletin.srt, naskah.pdf, script.json, and
    latest.mp3 unless that holds a later hour.
    """
    archive.check_writable(folder)
    findings = guard_script(paper.script, paper.stories, station.lexicon) if paper.stories else {}
    script = replace(reviewed(paper, station), voice=voice)
    stem = "bulletin" if paper.archived else paper.path.stem
    page = archive.PAGE if paper.archived else f"{stem}.pdf"
    with archive.staging(folder) as work:
        spoken, bulletin = voiced(script, voice, station, work, paper.path.parent, progress)
        progress("menyimpan", 0, 0)
        export_files(script, bulletin, station, work / page, work / f"{stem}.mp3", work / f"{stem}.srt")
        if paper.archived:
            archive.save(work / "script.json", pronounce(script, station.lexicon))
    latest = paper.archived and archive.in_output(folder, station.output) and archive.publish(station.output, folder, script)
    return Voiced(
        sound=folder / f"{stem}.mp3",
        captions=folder / f"{stem}.srt",
        ms=bulletin.master.ms,
        lufs=bulletin.lufs,
        voice=spoken.voice,
        engine=spoken.engine,
        notes=spoken.notes,
        partners=tuple(one.used for one in spoken.partners),
        findings=findings,
        latest=latest,
    )


def _unflagged(script: Script) -> Script:
    """Drop the guard's old findings, so that only what it finds now stands there."""
    return replace(script, items=tuple(replace(item, flags=tuple(flag for flag in item.flags if not flag.line)) for item in script.items))


def print_naskah(script: Script, station: Station, path: Path) -> int:
    """Print a script to a PDF with estimated times; returns the number of pages."""
    from broadcast.export import export_page  # noqa: PLC0415  # typst is loaded only when a page is made

    clocks = {key: clock(station, speaker(station, key)) for key in {item.voice for item in script.items}}
    times = {
        (index, position): clocks[item.voice](f"{element.text} {element.end}")
        for index, item in enumerate(script.items)
        for position, element in enumerate(item.elements)
        if isinstance(element, Line)
    }
    return export_page(script, times, path, point_size=station.point_size)


def say_text(text: str, voice: str, station: Station, path: Path) -> str:
    """Speak one sentence to a sound file (.wav or .mp3); returns the name of the voice that spoke."""
    from broadcast.export.sound import export_sound  # noqa: PLC0415  # the encoder is loaded only when it is needed
    from broadcast.files import write_atomically  # noqa: PLC0415

    line = Line(naskah.escape(text))
    script = Script("Ucapan", station.house.name, datetime.now().astimezone(), voice, (Item(Kind.NEWS, (line,), id="ucapan"),))
    with tempfile.TemporaryDirectory() as work:
        spoken, bulletin = voiced(script, voice, replace(station, sounds=replace(station.sounds, files={})), Path(work), None)
        if path.suffix.lower() == ".mp3":
            export_sound(bulletin, station.sounds, path, title=text[:60], station=script.station, air=script.air, lyrics=text)
        else:
            write_atomically(path, spoken.segments[0].clip.path.read_bytes())
    return spoken.voice
