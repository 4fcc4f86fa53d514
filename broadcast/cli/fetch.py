"""Bringing articles in: `broadcast fetch`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.common import MADE, NOTHING, PARTLY, State, meter, say
from broadcast.cli.indonesian import IndonesianCommand

if TYPE_CHECKING:
    from broadcast.collect import Brought
    from broadcast.model import Source, Station

_HOW = 'tambahkan di bagian [sources] station.toml, misalnya: kabar-daerah = "https://www.contoh.id/feed"'


@click.command(cls=IndonesianCommand)
@click.argument("words", nargs=-1, metavar="[SUMBER]...")
@click.option("--inbox", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder artikel (bawaan: inbox di station.toml).")
@click.option(
    "--simpan-hari",
    "days",
    type=click.IntRange(0, 365),
    metavar="HARI",
    help="Kiriman yang lebih tua dari ini dipindah ke arsip/ di folder artikel; 0 tidak pernah (bawaan: inbox_days di station.toml).",
)
@click.pass_obj
def fetch(state: State, words: tuple[str, ...], inbox: Path | None, days: int | None) -> int:
    """Ambil berita baru dari internet ke folder artikel, setiap berita satu kali saja.

    SUMBER adalah nama dari [sources] station.toml atau alamat web (umpan RSS, situs WordPress, atau halaman berita);
    tanpa SUMBER semua sumber stasiun diambil. Berita yang Anda hapus dari folder tidak diambil lagi.
    """
    from broadcast.collect import collect, tidy_inbox
    from broadcast.intake import intake

    station = state.station()
    sources = _chosen(words, station)
    folder = inbox or _own_inbox(state, station)
    today = _today(station.house.zone)
    brought: list[Brought] = []
    with meter() as shown:
        shown("mengambil berita", 0, len(sources))
        for one in collect(sources, folder, lambda source, known: intake([source], station.net, today, known=known), today):
            brought.append(one)
            shown("mengambil berita", len(brought), len(sources))
    for one in brought:
        _tell(one)
    kept = station.inbox_days if days is None else days
    moved = tidy_inbox(folder, today, kept) if kept else 0
    if moved:
        say(f"{moved} berita yang lebih tua dari {kept} hari dipindah ke {folder / 'arsip'}.")
    say(f"Folder artikel: {folder}")
    return _code(brought)


def _chosen(words: Sequence[str], station: Station) -> tuple[Source, ...]:
    from broadcast.errors import StationError
    from broadcast.station import choose_sources

    try:
        sources = choose_sources(words, station)
    except StationError as error:
        raise click.UsageError(str(error)) from error
    if not sources:
        raise click.UsageError(f"Belum ada sumber berita; {_HOW}, atau tulis alamatnya sesudah broadcast fetch.")
    return sources


def _own_inbox(state: State, station: Station) -> Path:
    from broadcast.station import SHIPPED

    if state.home is None or station.inbox.resolve() == (SHIPPED / "seeds").resolve():
        raise click.UsageError(
            "Folder artikel stasiun contoh tidak untuk diisi; buat stasiun sendiri dengan broadcast init FOLDER, atau pakai --inbox FOLDER."
        )
    return station.inbox


def _today(zone: str) -> date:
    from broadcast.naskah import ZONES

    return datetime.now(timezone(timedelta(hours=ZONES[zone]))).date()


def _tell(brought: Brought) -> None:
    counts = [f"{brought.new} berita baru"] * bool(brought.new) + [f"{brought.changed} diperbarui"] * bool(brought.changed)
    known = f"{brought.known} sudah pernah diambil"
    plain = "gagal" if brought.failed else "tidak ada yang baru"
    click.echo(f"{brought.source.name}: {', '.join([*(counts or [plain]), *[known] * bool(brought.known)])}")
    for sentence in (*brought.troubles, *brought.notes):
        say(f"  {sentence}")


def _code(brought: Sequence[Brought]) -> int:
    if all(one.failed for one in brought):
        return NOTHING
    return PARTLY if any(one.troubles for one in brought) else MADE


COMMANDS = (fetch,)
