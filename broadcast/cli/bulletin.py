"""The main job: `broadcast bulletin`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.common import (
    MADE,
    PARTLY,
    State,
    meter,
    minutes,
    read_air,
    read_length,
    read_voice,
    say,
    tell_flags,
    tell_left,
    tell_notes,
)
from broadcast.cli.indonesian import IndonesianCommand

if TYPE_CHECKING:
    from broadcast.pipeline import Made


@click.command(cls=IndonesianCommand)
@click.argument("sources", nargs=-1, metavar="[SUMBER]...")
@click.option("--air", metavar="WAKTU", help='Waktu siaran, misalnya "2026-11-23 14.00" (bawaan: jam penuh berikutnya).')
@click.option("--voice", metavar="NAMA", help="Suara (lihat: broadcast voices).")
@click.option("--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder hasil (bawaan: output/ di folder stasiun).")
@click.option("--length", metavar="M:DD", help="Durasi paling lama, misalnya 10:00; 0 tanpa batas (bawaan: dari station.toml).")
@click.option("--sertakan", "keep", multiple=True, metavar="ID", help="Izinkan berita yang ditahan ikut siar; boleh diulang.")
@click.option("--utama", "pins", multiple=True, metavar="ID", help="Taruh berita ini paling depan; boleh diulang, urut seperti ditulis.")
@click.option("--kilat", "breaking", multiple=True, metavar="ID", help="Siarkan sebagai berita kilat; boleh diulang.")
@click.option("--ralat", "errata", type=click.Path(path_type=Path), metavar="BERKAS", help="Bacakan ralat dari berkas ini.")
@click.option("--partner", metavar="NAMA", help='Suara penyiar kedua; "" untuk satu penyiar (bawaan: dari station.toml).')
@click.option("--station", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder stasiun.")
@click.pass_obj
def bulletin(
    state: State,
    sources: tuple[str, ...],
    air: str | None,
    voice: str | None,
    output: Path | None,
    length: str | None,
    keep: tuple[str, ...],
    pins: tuple[str, ...],
    breaking: tuple[str, ...],
    errata: Path | None,
    partner: str | None,
    folder: Path | None,
) -> int:
    """Buat buletin: naskah, halaman cetak, MP3, dan takarir.

    SUMBER adalah berkas artikel (.txt, .json, .html, .docx, .eml), folder berisi artikel, alamat web, atau nama dari [sources]
    station.toml; tanpa SUMBER dipakai folder artikel stasiun.
    Hasilnya di output/<tanggal>/<jam>/, dan output/latest.mp3 selalu buletin terbaru.
    """
    from broadcast import pipeline
    from broadcast.intake import read_corrections

    station = (State(folder) if folder else state).station(output)
    limit = read_length(length)
    if limit is not None:
        station = replace(station, house=replace(station.house, length_ms=limit))
    moment = read_air(air, station.house.zone)
    order = pipeline.Order(
        sources=sources or (str(station.inbox),),
        air=moment,
        voice=read_voice(voice, station),
        output=station.output,
        keep=frozenset(keep),
        pins=pins,
        breaking=breaking,
        corrections=read_corrections(errata, moment) if errata else (),
        partner=station.partner if partner is None else partner and read_voice(partner, station),
    )
    with meter() as shown:
        made = pipeline.produce(order, station, shown)
    _tell(made)
    return MADE if made.whole else PARTLY


def _tell(made: Made) -> None:
    news = made.script.news
    when = f"siaran {made.script.air:%d-%m-%Y pukul %H.%M}"
    say(f"{made.script.title}, {when}: {len(news)} berita, {minutes(made.ms)} menit, {made.lufs:.1f} LUFS")
    for number, item in enumerate(news, 1):
        say(f"  {number:2}. {item.teaser or item.title or item.id}")
    say(f"Suara: {', '.join((made.voice, *made.partners))} ({made.engine}). Pembersihan: {made.cuts} perubahan, rinciannya di record.json.")
    tell_notes(made.notes)
    tell_left((*made.skipped, *made.left))
    tell_flags(news)
    say(f"\nHasil: {made.folder}")
    say("latest.mp3 sekarang buletin ini." if made.latest else "latest.mp3 tidak diubah: isinya buletin dengan jam siar lebih akhir.")


COMMANDS = (bulletin,)
