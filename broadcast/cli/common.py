"""What the commands share: the station, words on the screen, and values from the command line."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from broadcast.model import Flag, Item, Left, Station

MADE, PARTLY, USAGE, NOTHING = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class State:
    """What `broadcast --station FOLDER` was given."""

    folder: Path | None

    @property
    def home(self) -> Path | None:
        """The station folder to use; None is the shipped station."""
        from broadcast.station import nearest

        return nearest(self.folder, Path.cwd())

    def station(self, output: Path | None = None) -> Station:
        """Return the station that is meant, writing to `output` when given."""
        from broadcast.station import open_station

        station = open_station(self.home)
        return replace(station, output=output, cache=output / ".cache") if output else station


def say(text: str = "") -> None:
    """Tell staff something, on standard error: standard output is for results."""
    click.echo(text, err=True)


def read_air(text: str | None, zone: str) -> datetime:
    """Return the air time asked for, or the next full hour in the station's zone."""
    from broadcast.naskah import ZONES, parse_air

    ahead = timedelta(hours=ZONES[zone])
    if text is None:
        now = datetime.now(timezone(ahead))
        return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    try:
        return parse_air(text, ahead)
    except ValueError as error:
        raise click.UsageError(f'Waktu siaran {text!r} tidak terbaca; tulis seperti --air "2026-11-23 14.00".') from error


def read_length(text: str | None) -> int | None:
    """Return a duration in ms, or None when not given."""
    from broadcast.station import parse_length

    if text is None:
        return None
    try:
        return parse_length(text)
    except ValueError as error:
        raise click.UsageError(f"Durasi {text!r} tidak terbaca; tulis menit:detik seperti --length 10:00, atau 0 tanpa batas.") from error


def read_voice(name: str | None, station: Station) -> str:
    """Return the key of the voice asked for, or the station's."""
    import difflib

    if name is None or name in station.voices:
        return name or station.voice
    near = difflib.get_close_matches(name, station.voices, 1)
    meant = f" (maksudnya {near[0]}?)" if near else ""
    raise click.UsageError(f"Suara {name!r} tidak ada{meant}; pilihan: {', '.join(station.voices)}.")


class Meter:
    """Progress on a terminal: one line that is rewritten; silent anywhere else."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show a stage and how far it is."""
        if not self._shown:
            return
        bar = f" {'█' * (20 * done // total):░<20} {done}/{total}" if total else (f" {done}" if done else " …")
        line = f"{stage}{bar}"
        click.echo("\r" + line.ljust(self._width), nl=False, err=True)
        self._width = len(line)

    def close(self) -> None:
        """Clear the line."""
        if self._shown and self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)


@contextlib.contextmanager
def meter() -> Iterator[Meter]:
    """Give a progress display that is cleared at the end, also when the work failed."""
    shown = Meter()
    try:
        yield shown
    finally:
        shown.close()


def minutes(ms: int) -> str:
    """Return a length as minutes and seconds.

    >>> minutes(65_400)
    '1:05'
    """
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"


def tell_flags(items: Sequence[Item]) -> int:
    """List what needs an editor's eye; returns how many items do."""
    flagged = [item for item in items if item.flags]
    if flagged:
        say("\nPerlu mata penyunting:")
    for item in flagged:
        say(f"  {item.id}")
        for flag in item.flags:
            say(f"    {told(flag)}")
    return len(flagged)


def told(flag: Flag) -> str:
    """Return a flag as a short sentence."""
    where = f" (baris {flag.line})" if flag.line else ""
    return f"{flag.code.value}{where}{': ' + flag.note if flag.note else ''}"


def tell_notes(notes: Sequence[str]) -> None:
    """List what staff should know."""
    for note in notes:
        say(f"Catatan: {note}")


def tell_left(left: Sequence[Left]) -> None:
    """List what did not make it, and why."""
    if left:
        say("\nTidak ikut:")
    for one in left:
        say(f"  {one.id + ': ' if one.id else ''}{one.reason}")
