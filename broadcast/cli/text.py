"""Commands whose result is text: clean, script, read, guard."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from broadcast.cli.common import MADE, NOTHING, PARTLY, State, read_air, say, tell_flags, tell_left, tell_notes, told
from broadcast.cli.indonesian import IndonesianCommand

if TYPE_CHECKING:
    from broadcast.model import Article, Item, Lexicon, Rundown, Station, Story
    from broadcast.pipeline import Material


@click.command(cls=IndonesianCommand)
@click.argument("sources", nargs=-1, required=True, metavar="SUMBER...")
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON sebaris untuk setiap artikel.")
@click.option("--explain", is_flag=True, help="Tunjukkan setiap paragraf, apa yang dibuang atau diubah, dan oleh aturan mana.")
@click.pass_obj
def clean(state: State, sources: tuple[str, ...], as_json: bool, explain: bool) -> int:
    """Bersihkan artikel dari sisa halaman web dan cetak teksnya.

    SUMBER adalah berkas, folder, alamat web, atau nama dari [sources] station.toml; - membaca masukan standar.
    """
    from broadcast.clean import clean as cleaned
    from broadcast.errors import SourceError
    from broadcast.intake import intake
    from broadcast.station import resolve

    if explain and as_json:
        raise click.UsageError("Pilih salah satu: --explain atau --json (perubahannya juga ada di sana, di cuts).")
    station = state.station()
    lexicon = station.lexicon
    made, skipped = 0, []
    for found in intake(resolve(sources, station), station.net):
        if isinstance(found, SourceError):
            skipped.append(str(found))
            continue
        story = cleaned(found, lexicon)
        if not story.body:
            skipped.append(f"{found.source}: kosong sesudah dibersihkan.")
        made += bool(story.body)
        if explain:
            _explain(found, story, lexicon)
        else:
            click.echo(json.dumps(_story(story), ensure_ascii=False) if as_json else _plain(story, several=len(sources) > 1))
    for sentence in skipped:
        say(sentence)
    return _code(made, skipped)


def _code(made: int, skipped: Iterable[object]) -> int:
    if not made:
        return NOTHING
    return PARTLY if any(skipped) else MADE


def _explain(article: Article, story: Story, lexicon: Lexicon) -> None:
    """Show what cleaning did, in colour on a terminal that has not asked for none (no-color.org)."""
    from broadcast.cli.replay import coloured, explained, plain

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for row in explained(article, story, lexicon.table("clean_rules"), coloured if colour else plain):
        click.echo(row)
    click.echo()


def _story(story: Story) -> dict[str, Any]:
    return {
        "source": story.source,
        "title": story.title,
        "place": story.place,
        "byline": story.byline,
        "date": story.date.isoformat() if story.date else None,
        "body": story.body,
        "cuts": [{"rule": cut.rule, "before": cut.before, "after": cut.after} for cut in story.cuts],
    }


def _plain(story: Story, *, several: bool) -> str:
    return "\n".join([f"# {story.source}"] * several + list(story.body)) + "\n" * several


@click.command(cls=IndonesianCommand)
@click.argument("sources", nargs=-1, required=True, metavar="SUMBER...")
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), metavar="BERKAS", help="Simpan ke berkas ini.")
@click.option("--air", metavar="WAKTU", help='Waktu siaran, misalnya "2026-11-23 14.00" (bawaan: jam penuh berikutnya).')
@click.option("--item", "seconds", type=int, default=0, metavar="DETIK", help="Durasi paling lama setiap berita (bawaan: tanpa batas).")
@click.option("--json", "as_json", is_flag=True, help="Hanya isi berita, satu objek JSON sebaris untuk setiap berita.")
@click.option("--sertakan", "keep", multiple=True, metavar="ID", help="Izinkan berita yang ditahan ikut; boleh diulang.")
@click.option("--explain", is_flag=True, help="Tunjukkan artikel di samping naskah: asal dan aturan setiap baris, dan apa yang tidak ikut.")
@click.pass_obj
def script(
    state: State,
    sources: tuple[str, ...],
    path: Path | None,
    air: str | None,
    seconds: int,
    as_json: bool,
    keep: tuple[str, ...],
    explain: bool,
) -> int:
    """Tulis naskah siaran dari artikel, tanpa membuat suara."""
    from dataclasses import replace

    from broadcast import naskah, pipeline
    from broadcast.files import write_atomically

    if explain and as_json:
        raise click.UsageError("Pilih salah satu: --explain atau --json.")
    station = state.station()
    if seconds < 0:
        raise click.UsageError("Durasi --item tidak boleh kurang dari 0.")
    moment = read_air(air, station.house.zone)
    material = pipeline.gather(sources, station)
    tell_left(material.skipped)
    if as_json:
        rows = [json.dumps(_item(item), ensure_ascii=False) for item in pipeline.items(material.stories, station, moment, seconds * 1000)]
        text, code = "".join(row + "\n" for row in rows), _code(len(rows), material.skipped)
    else:
        station = replace(station, house=replace(station.house, item_ms=seconds * 1000, length_ms=0))
        order = pipeline.Order(sources, moment, station.voice, station.output, frozenset(keep), partner=station.partner)
        came, material = material, pipeline.distinct(material, order, station)
        rundown = pipeline.draft(material.stories, order, station)
        tell_notes(rundown.notes)
        tell_left((*material.left, *rundown.left))
        tell_flags(rundown.script.news)
        text, code = naskah.dump(rundown.script), _code(len(rundown.script.news), (*material.skipped, *rundown.left))
        if explain:
            text = _beside(came, material, rundown, station, path)
    if path:
        write_atomically(path, text.encode())
        say(f"Naskah tersimpan: {path}")
    else:
        click.echo(text, nl=False)
    return code


def _beside(came: Material, material: Material, rundown: Rundown, station: Station, path: Path | None) -> str:
    """Return the articles beside their items; a file gets the plain form."""
    from broadcast.cli.columns import plain
    from broadcast.cli.explaining_script import pages, shown

    show = plain if path else shown()
    return "".join("\n".join([*show(page), "", ""]) for page in pages(came, material, rundown, station))


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "lines": [f"{line.text} {line.end}" for line in item.lines],
        "flags": [code.value for code in dict.fromkeys(flag.code for flag in item.flags)],
        "teaser": item.teaser,
        "hints": [f"{hint.written} = {hint.said}" for hint in item.hints],
    }


@click.command(cls=IndonesianCommand)
@click.argument("text", nargs=-1, metavar="[TEKS]")
@click.option("--vowels", is_flag=True, help="Masukan: kata<TAB>konteks sebaris; cetak kata dengan bunyi e-nya (ê pepet, é dan è taling).")
@click.option("--explain", is_flag=True, help="Tunjukkan kelas, letak, dan bacaan setiap bagian teks, dan kata yang bunyi e-nya ditebak.")
@click.pass_obj
def read(state: State, text: tuple[str, ...], vowels: bool, explain: bool) -> int:
    """Tunjukkan cara sebuah teks dibaca: angka, singkatan, dan tanda dalam kata.

    Tanpa TEKS, masukan standar dibaca sebaris demi sebaris, satu baris keluar untuk setiap baris masuk.
    """
    from broadcast.pronounce import say as spoken
    from broadcast.pronounce import spell_vowels

    if vowels and explain:
        raise click.UsageError("Pilih salah satu: --vowels atau --explain.")
    lexicon = state.station().lexicon
    for row in [" ".join(text)] if text else _standard_input():
        if explain:
            _echo_explained(row, lexicon)
        elif vowels:
            word, _, context = row.partition("\t")
            click.echo(spell_vowels(word, context, lexicon))
        else:
            click.echo(spoken(row, lexicon))
    return MADE


def _echo_explained(row: str, lexicon: Lexicon) -> None:
    from broadcast.cli.explaining import explained

    for line in explained(row, lexicon):
        click.echo(line)


def _standard_input() -> Iterator[str]:
    """Yield the lines of standard input; only a line feed ends a line, so that lines out match lines in."""
    for number, row in enumerate(sys.stdin.buffer):
        text = row.decode("utf-8-sig" if number == 0 else "utf-8", errors="replace")
        yield text.rstrip("\r\n")


@click.command(cls=IndonesianCommand)
@click.argument("paper", type=click.Path(path_type=Path), metavar="NASKAH")
@click.argument("sources", nargs=-1, metavar="[SUMBER]...")
@click.pass_obj
def guard(state: State, paper: Path, sources: tuple[str, ...]) -> int:
    """Bandingkan angka dan nama dalam naskah dengan artikelnya.

    Tanpa SUMBER dipakai artikel yang tersimpan di folder naskah itu. Hanya memperingatkan, tidak mengubah apa pun.
    """
    from broadcast import revoice

    station = state.station()
    read_paper = revoice.open_naskah(paper, station, read_air(None, station.house.zone))
    findings, unknown = revoice.inspect(read_paper, sources, station)
    for item in read_paper.script.news:
        for flag in findings.get(item.id, ()):
            click.echo(f"{item.id}: {told(flag)}")
    if unknown:
        say(f"Tidak diperiksa karena artikelnya tidak ada: {', '.join(unknown)}.")
    count = sum(map(len, findings.values()))
    say(f"{count} temuan." if count else "Tidak ada temuan: angka dan nama sesuai artikel.")
    return PARTLY if count or unknown else MADE


COMMANDS = (clean, script, read, guard)
