"""What `broadcast read --explain` shows: each piece of a text with its class, place and reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from broadcast.audition import Heard
    from broadcast.model import Lexicon
    from broadcast.pronounce import Token

CLASSES = {
    "abbreviation": "singkatan", "acronym": "akronim", "address": "alamat", "age": "umur", "alphanumeric": "huruf-angka",
    "approximate": "kira-kira", "cardinal": "bilangan", "code": "kode", "date": "tanggal", "decimal": "desimal",
    "degree": "gelar", "document": "nomor surat", "duration": "lama waktu", "electronic": "alamat internet",
    "enumeration": "urutan", "fraction": "pecahan", "geography": "wilayah", "identity": "nomor induk", "initials": "inisial",
    "legal": "pasal", "letter": "huruf", "magnitude": "magnitudo", "money": "uang", "name": "nama", "ordinal": "tingkat",
    "pause": "jeda", "percent": "persen", "phone": "telepon", "phrase": "frasa", "plain": "kata", "plate": "pelat nomor",
    "range": "rentang", "rank": "pangkat", "reading": "bacaan", "reduplication": "kata ulang", "roman": "angka Romawi",
    "score": "skor", "slash": "garis miring", "station": "kamus stasiun", "symbol": "tanda", "temperature": "suhu",
    "time": "jam", "unclaimed": "tidak dikenal", "unit": "satuan", "unit_number": "nama satuan", "year": "tahun",
}  # fmt: skip
"""The classes of the reader as staff sees them."""

_WIDEST = 40


def explained(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the rows that explain how a text is read; colours are for a terminal, click drops them elsewhere."""
    from broadcast.audition import hear

    heard = hear(text, lexicon)
    yield from _table(heard)
    yield f"Dibaca: {heard.spoken}"
    if heard.guessed:
        yield click.style(f"Bunyi e ditebak: {', '.join(heard.guessed)}", fg="yellow")


def _table(heard: Heard) -> Iterator[str]:
    rows = [_row(token) for token in heard.tokens if token.written.strip()]
    if not rows:
        return
    rows.insert(0, ("KELAS", "LETAK", "TERTULIS", "DIBACA", True))
    widths = [min(_WIDEST, max(map(len, column))) for column in list(zip(*(row[:3] for row in rows), strict=True))]
    for kind, place, written, said, sure in rows:
        colour = None if sure and kind in {"kata", "KELAS"} else "green" if sure else "red"
        head = click.style(kind.ljust(widths[0]), fg=colour, bold=kind == "KELAS")
        yield f"{head}  {place.rjust(widths[1])}  {written.ljust(widths[2])}  {said}".rstrip()


def _row(token: Token) -> tuple[str, str, str, str, bool]:
    written = token.written.strip()
    said = "" if token.kind == "plain" else "(jeda)" if token.spoken == "," else token.spoken
    return (
        CLASSES.get(token.kind, token.kind),
        f"{token.start}-{token.end}",
        written,
        said + ("" if token.sure else " (tidak yakin)"),
        token.sure,
    )
