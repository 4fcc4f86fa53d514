"""The station's own words: lexicon add, check, list."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from broadcast.cli.common import MADE, NOTHING, PARTLY, State, read_voice, say, tell_left
from broadcast.cli.indonesian import IndonesianCommand, IndonesianGroup

MOST = 15
"""Words that `check` lists: what an announcer can ask about before the hour."""


@click.group(cls=IndonesianGroup)
def lexicon() -> None:
    """Kamus bacaan stasiun: tambah bacaan, cari kata sulit, lihat isinya."""


@lexicon.command(cls=IndonesianCommand)
@click.argument("written", metavar="TERTULIS")
@click.argument("spoken", metavar="DIBACA")
@click.option("--ganti", "replaces", is_flag=True, help="Ganti bacaan lama tanpa bertanya.")
@click.option("--tanpa-suara", "silent", is_flag=True, help="Simpan langsung, tanpa memperdengarkan contoh.")
@click.option("--voice", metavar="NAMA", help="Suara contoh (lihat: broadcast voices).")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    default=Path("contoh.wav"),
    metavar="BERKAS",
    help="Berkas suara contoh, .wav atau .mp3 (bawaan: contoh.wav).",
)
@click.pass_obj
def add(state: State, written: str, spoken: str, replaces: bool, silent: bool, voice: str | None, path: Path) -> int:
    """Simpan bacaan sebuah kata di kamus stasiun, sesudah memperdengarkannya.

    Contoh: broadcast lexicon add "As'at" "as at". Bunyi e boleh ditandai: ê seperti pada empat, é seperti pada sore.
    """
    from broadcast import audition

    home = _home(state)
    station = state.station()
    written, spoken = " ".join(written.split()), " ".join(spoken.split())
    audition.check_entry(written, spoken)
    if path.suffix.lower() not in {".wav", ".mp3"}:
        raise click.UsageError(f"{path}: akhiri nama berkas dengan .wav atau .mp3.")
    key = read_voice(voice, station)
    before = next(iter(station.lexicon.table("station").get(written, ())), "")
    if before == spoken:
        say(f"Sudah ada: {written} = {spoken}. Tidak ada yang diubah.")
        return MADE
    if before and not replaces:
        _ask_to_replace(written, before, spoken)
    if not silent:
        used = audition.trial(written, spoken, station, key, path)
        say(f"Contoh: {path} (suara {used})")
        if sys.stdin.isatty() and sys.stderr.isatty():
            click.launch(str(path))
            if not click.confirm("Sudah benar? Simpan", default=True, err=True):
                say("Tidak disimpan.")
                return NOTHING
    saved = audition.keep_entry(home, written, spoken)
    say(f"Tersimpan di {saved}: {written} = {spoken}{f' (sebelumnya {before})' if before else ''}")
    return MADE


def _home(state: State) -> Path:
    """The station folder to write to."""
    if state.home is None:
        raise click.UsageError(
            "Belum ada folder stasiun untuk menyimpan bacaan. Buat dengan: broadcast init radio-kami, "
            "lalu: broadcast --station radio-kami lexicon add …"
        )
    return state.home


def _ask_to_replace(written: str, before: str, spoken: str) -> None:
    if not sys.stdin.isatty():
        raise click.UsageError(f"{written!r} sudah dibaca {before!r} di kamus stasiun; tambahkan --ganti untuk menggantinya.")
    click.confirm(f"{written!r} sekarang dibaca {before!r}. Ganti dengan {spoken!r}", abort=True, err=True)


@lexicon.command(cls=IndonesianCommand)
@click.argument("sources", nargs=-1, required=True, metavar="SUMBER...")
@click.option("--semua", "whole", is_flag=True, help=f"Semua kata, bukan hanya {MOST} yang tersering.")
@click.pass_obj
def check(state: State, sources: tuple[str, ...], whole: bool) -> int:
    """Daftar kata dalam artikel yang tidak dikenal kamus mana pun dan tampak sulit dibaca.

    Setiap kata disertai contoh kalimat dan perintah untuk menyimpan bacaannya; betulkan dulu bacaan di perintah itu.
    """
    from broadcast import audition, pipeline

    station = state.station()
    material = pipeline.gather(sources, station)
    tell_left(material.skipped)
    if not material.stories:
        return NOTHING
    asked = audition.ask_about(material.stories, station.lexicon)
    for one in asked if whole else asked[:MOST]:
        click.echo(f"{one.word.written} ({one.count} kali; {one.word.why}): {one.example}")
        click.echo(f"  broadcast lexicon add {_quoted(one.word.written)} {_quoted(one.word.said.lower())}")
    rest = 0 if whole else max(0, len(asked) - MOST)
    say(f"{len(asked)} kata sulit{f'; {rest} lagi dengan --semua' if rest else ''}." if asked else "Tidak ada kata sulit.")
    return PARTLY if asked or material.skipped else MADE


def _quoted(text: str) -> str:
    """Return a word as it must be typed: every shell takes double quotes, and no such word has one in it."""
    return f'"{text}"'


@lexicon.command("list", cls=IndonesianCommand)
@click.pass_obj
def list_command(state: State) -> int:
    """Tampilkan bacaan khusus stasiun ini."""
    own = state.station().lexicon.table("station")
    for written, columns in own.items():
        click.echo(f"{written}\t{columns[0] if columns else ''}")
    say(f"{len(own)} bacaan." if own else 'Belum ada bacaan sendiri; tambahkan dengan: broadcast lexicon add "As\'at" "as at"')
    return MADE


COMMANDS = (lexicon,)
