"""Commands whose result is heard: speak, say, voices."""

from __future__ import annotations

from pathlib import Path

import click

from broadcast.cli.common import MADE, NOTHING, State, meter, minutes, read_air, read_voice, say, tell_notes, told
from broadcast.cli.indonesian import IndonesianCommand


@click.command(cls=IndonesianCommand)
@click.argument("paper", type=click.Path(path_type=Path), metavar="NASKAH")
@click.option("--voice", metavar="NAMA", help="Suara (bawaan: yang tertulis di naskah).")
@click.option("--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder hasil (bawaan: folder naskah).")
@click.pass_obj
def speak(state: State, paper: Path, voice: str | None, output: Path | None) -> int:
    """Suarakan naskah yang ditulis atau disunting orang.

    Menghasilkan MP3, takarir, dan halaman cetak di samping naskah; naskah.txt sebuah buletin memperbarui buletin itu.
    """
    from broadcast import revoice

    station = state.station()
    read_paper = revoice.open_naskah(paper, station, read_air(None, station.house.zone))
    key = read_voice(voice or read_paper.script.voice or None, station)
    with meter() as shown:
        made = revoice.speak_naskah(read_paper, key, station, output or paper.parent, shown)
    say(f"{made.sound}: {minutes(made.ms)} menit, {made.lufs:.1f} LUFS, suara {', '.join((made.voice, *made.partners))} ({made.engine})")
    tell_notes(made.notes)
    for name, findings in made.findings.items():
        for flag in findings:
            say(f"Periksa {name}: {told(flag)}")
    if made.latest:
        say("latest.mp3 sekarang buletin ini.")
    return MADE


@click.command("say", cls=IndonesianCommand)
@click.argument("text", nargs=-1, required=True, metavar="TEKS")
@click.option("--voice", metavar="NAMA", help="Suara (lihat: broadcast voices).")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    default=Path("ucapan.wav"),
    metavar="BERKAS",
    help="Berkas suara .wav atau .mp3 (bawaan: ucapan.wav).",
)
@click.pass_obj
def say_command(state: State, text: tuple[str, ...], voice: str | None, path: Path) -> int:
    """Ucapkan satu kalimat ke berkas suara, untuk mendengar sebuah bacaan."""
    from broadcast import revoice
    from broadcast.pronounce import say as spoken

    station = state.station()
    if path.suffix.lower() not in {".wav", ".mp3"}:
        raise click.UsageError(f"{path}: akhiri nama berkas dengan .wav atau .mp3.")
    sentence = " ".join(text)
    if not sentence.strip():
        raise click.UsageError("TEKS kosong; tulis kalimat yang akan diucapkan.")
    used = revoice.say_text(sentence, read_voice(voice, station), station, path)
    say(f"Dibaca: {spoken(sentence, station.lexicon)}")
    say(f"{path} (suara {used})")
    return MADE


@click.command(cls=IndonesianCommand)
@click.pass_obj
def voices(state: State) -> int:
    """Daftar suara, mesinnya, dan apakah bisa dipakai di sini."""
    from broadcast.speak import usable

    station = state.station()
    able = False
    for key, trouble in usable(station.voices, online=station.online):
        voice = station.voices[key]
        able = able or not trouble
        mark = "*" if key == station.voice else "+" if key == station.partner else " "
        click.echo(f"{mark} {key:12} {voice.engine:8} {voice.name}: {trouble or 'siap'}")
        if voice.fallback:
            click.echo(f"  {'':12} {'':8} pengganti: {voice.fallback}")
    say("* suara stasiun ini" + ("; + penyiar kedua" if station.partner else ""))
    return MADE if able else NOTHING


COMMANDS = (speak, say_command, voices)
