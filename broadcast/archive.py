"""Where a bulletin lives in output/, saved and read back stage by stage.

    output/2026-11-23/1400/{articles,stories,script,record}.json naskah.txt naskah.pdf bulletin.mp3 bulletin.srt
    output/latest.mp3, output/latest.json

A bulletin is made in a hidden folder beside its place and moved in whole, so nobody meets half of one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from broadcast import codec
from broadcast.errors import OutputError, SourceError
from broadcast.files import explain, replace_file, write_atomically
from broadcast.model import Aired, Kind, Script, Story

T = TypeVar("T")

SOUND = "bulletin.mp3"
CAPTIONS = "bulletin.srt"
NASKAH = "naskah.txt"
PAGE = "naskah.pdf"
STALE_S = 24 * 3600
"""A hidden folder this many seconds old was left by a run that was cut off; it is swept away."""


RECENT = timedelta(hours=24)
"""How far back a bulletin looks for what it renews."""


def place(output: Path, air: datetime) -> Path:
    """Return the folder of the bulletin that airs at `air`.

    >>> place(Path("output"), datetime(2026, 11, 23, 14)).as_posix()
    'output/2026-11-23/1400'
    """
    return output / f"{air:%Y-%m-%d}" / f"{air:%H%M}"


@contextlib.contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """Give a hidden folder to make a bulletin in; when all went well its files take their places in `folder`.

    Raises OutputError when the folder cannot be written; whatever stood in it before then stays as it was.
    """
    with _plainly(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent)
        work = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield work
        with _plainly(folder):
            folder.mkdir(exist_ok=True)
        # the sound goes last: whoever waits for it finds the script and page it belongs to
        for made in sorted(work.iterdir(), key=lambda path: path.name == SOUND):
            if not made.name.startswith("."):
                replace_file(made, folder / made.name)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        with contextlib.suppress(OSError):
            folder.parent.rmdir()  # only if nothing came of it


@contextlib.contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn what the system says of `path` into a sentence for the newsroom."""
    try:
        yield
    except OSError as error:
        raise OutputError(explain(path, error)) from error


def _sweep(folder: Path) -> None:
    for left in folder.glob(".*-*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > STALE_S:
            shutil.rmtree(left, ignore_errors=True)


def save(path: Path, thing: object) -> None:
    """Write `thing` as JSON, indented for eyes, in UTF-8."""
    text = json.dumps(codec.dump(thing), ensure_ascii=False, indent=1) + "\n"
    write_atomically(path, text.encode())


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8."""
    write_atomically(path, text.encode())


def read(path: Path, kind: type[T]) -> T:
    """Read back what `save` wrote.

    Raises SourceError, naming the file, when it is missing or not such a thing.
    """
    return _loaded(kind, _json(path), path)


def read_script(folder: Path) -> Script | None:
    """Return the script kept in a bulletin's folder, or None when there is none."""
    path = folder / "script.json"
    return read(path, Script) if path.is_file() else None


def read_stories(folder: Path) -> Mapping[str, Story]:
    """Return the stories kept in a bulletin's folder, by id; empty when there are none."""
    path = folder / "stories.json"
    if not path.is_file():
        return {}
    data = _json(path)
    stories = [_loaded(Story, one, path) for one in data] if isinstance(data, list) else []
    return {story.id: story for story in stories}


def read_aired(output: Path, air: datetime) -> tuple[Aired, ...]:
    """Return what the bulletins of the `RECENT` hours before `air` aired, the latest first, each story once.

    A file that cannot be read is passed over: what aired earlier only helps to choose.
    """
    found: dict[tuple[str, tuple[str, ...]], Aired] = {}
    for moment in _earlier(output, air):
        folder = place(output, moment)
        with contextlib.suppress(SourceError, TypeError, KeyError, AttributeError):  # a file by another hand
            on_air = {item["id"] for item in _json(folder / "script.json")["items"] if item["kind"] == Kind.NEWS.value}
            for row in _json(folder / "stories.json"):
                if row["id"] in on_air:
                    story = _loaded(Story, row | {"cuts": []}, folder)
                    found.setdefault((story.id, story.body), Aired(moment, story))
    return tuple(found.values())


def _earlier(output: Path, air: datetime) -> list[datetime]:
    """Return the local times of the bulletins kept from the last hours, the latest first; they know no zone."""
    local = air.replace(tzinfo=None)
    found = []
    for day in {local.date(), (local - RECENT).date()}:
        with contextlib.suppress(OSError):
            for folder in (output / f"{day:%Y-%m-%d}").iterdir():
                with contextlib.suppress(ValueError):  # a hidden folder, or one of another name
                    found.append(datetime.strptime(f"{day:%Y-%m-%d} {folder.name}", "%Y-%m-%d %H%M"))  # noqa: DTZ007  # folders are local
    return sorted((moment for moment in found if local - RECENT <= moment < local), reverse=True)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise SourceError(f"{path}: baris {error.lineno}: JSON rusak; buat ulang buletinnya atau hapus berkas ini.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: tidak bisa dibaca; buat ulang buletinnya atau hapus berkas ini.") from error


def _loaded(kind: type[T], data: object, path: Path) -> T:
    try:
        return codec.load(kind, data)
    except (TypeError, ValueError) as error:
        raise SourceError(f"{path}: isinya tidak cocok ({error}); buat ulang buletinnya atau hapus berkas ini.") from error


@dataclass(frozen=True, slots=True)
class Latest:
    """What output/latest.json says: the hour that output/latest.mp3 holds, its folder and the sha256 of its bytes."""

    air: datetime
    folder: Path
    title: str
    sha256: str


def publish(output: Path, folder: Path, script: Script) -> bool:
    """Let latest.mp3 and latest.json be the bulletin in `folder`, unless they hold a later hour; True when they moved.

    Each is replaced atomically, the sound first. An unreadable latest.json counts as older.
    """
    held = _latest(output)
    if held and held.air > script.air and (output / "latest.mp3").is_file():
        return False
    sound = (folder / SOUND).read_bytes()
    write_atomically(output / "latest.mp3", sound)
    where = Path(os.path.relpath(folder, output))
    save(output / "latest.json", Latest(script.air, where, script.title, hashlib.sha256(sound).hexdigest()))
    return True


def in_output(folder: Path, output: Path) -> bool:
    """Tell whether a folder is a bulletin's place under `output`."""
    return folder.resolve().parent.parent == output.resolve()


def _latest(output: Path) -> Latest | None:
    try:
        return read(output / "latest.json", Latest)
    except SourceError:
        return None


def check_writable(folder: Path) -> None:
    """Raise OutputError unless a file can be made under `folder` (which is made)."""
    with _plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".coba-", dir=folder)
        os.close(descriptor)
        Path(name).unlink()
