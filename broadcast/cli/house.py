"""Commands for the station itself and for paper: print, check, init."""

from __future__ import annotations

from pathlib import Path

import click

from broadcast.cli.common import MADE, PARTLY, State, read_air, say, tell_flags, tell_left, tell_notes
from broadcast.cli.indonesian import IndonesianCommand


@click.command("print", cls=IndonesianCommand)
@click.argument("sources", nargs=-1, required=True, metavar="NASKAH|SUMBER...")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Berkas PDF (bawaan: di samping naskah, atau naskah.pdf di folder ini).",
)
@click.option("--air", metavar="WAKTU", help='Waktu siaran untuk artikel, misalnya "2026-11-23 14.00" (bawaan: jam penuh berikutnya).')
@click.pass_obj
def print_command(state: State, sources: tuple[str, ...], path: Path | None, air: str | None) -> int:
    """Cetak halaman baca (PDF) dari naskah, atau langsung dari artikel."""
    from dataclasses import replace

    from broadcast import pipeline, revoice

    station = state.station()
    moment = read_air(air, station.house.zone)
    if len(sources) == 1 and revoice.is_naskah(Path(sources[0])):
        paper = revoice.open_naskah(Path(sources[0]), station, moment)
        paper_script = revoice.reviewed(paper, station)
        target, whole = path or paper.path.with_suffix(".pdf"), True
    else:
        material = pipeline.gather(sources, station)
        open_ended = replace(station, house=replace(station.house, length_ms=0))
        order = pipeline.Order(sources, moment, station.voice, station.output, partner=station.partner)
        rundown = pipeline.draft(material.stories, order, open_ended)
        paper_script = rundown.script
        tell_notes(rundown.notes)
        tell_left((*material.skipped, *rundown.left))
        target, whole = path or Path("naskah.pdf"), not (material.skipped or rundown.left)
    pages = revoice.print_naskah(paper_script, station, target)
    tell_flags(paper_script.news)
    say(f"{target}: {pages} halaman")
    return MADE if whole else PARTLY


@click.command(cls=IndonesianCommand)
@click.pass_obj
def check(state: State) -> int:
    """Periksa stasiun, templat, kamus, dan suara; katakan apa yang perlu diperbaiki."""
    from broadcast import checkup

    problems = list(checkup.check(state.home))
    for problem in problems:
        click.echo(problem.text if problem.text.startswith(problem.where) else f"{problem.where}: {problem.text}")
    say(f"{len(problems)} hal perlu diperbaiki." if problems else "Semua baik: stasiun, templat, kamus, bunyi, dan suara.")
    return PARTLY if problems else MADE


@click.command(cls=IndonesianCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
def init(folder: Path) -> int:
    """Salin stasiun contoh ke FOLDER untuk disunting."""
    from broadcast import checkup

    made = checkup.init(folder)
    say(f"{folder}: {len(made)} berkas. Sunting {folder / 'station.toml'}, lalu: broadcast --station {folder} check")
    return MADE


COMMANDS = (print_command, check, init)
