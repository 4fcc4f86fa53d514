"""What words mean and how they are said: the tables of a station."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from broadcast.errors import StationError
from broadcast.model import Lexicon, Table
from broadcast.station.folders import layers


def read_lexicon(folder: Path) -> Lexicon:
    """Return the tables of a station folder over the shipped ones; StationError names file and line of a bad row."""
    tables: dict[str, Table] = {}
    for layer in reversed(layers(folder)):
        for place in ("voices/lexicon", "scripts"):
            for path in sorted((layer / place).glob("*.tsv")):
                tables[path.stem] = read_table(path)
    return Lexicon(tables)


_STYLE = {"range": "hingga", "zone_name": "full", "clock": "short", "decimals": "digits", "years": "full"}
"""How figures are said where station.toml does not choose."""


def with_style(lexicon: Lexicon, style: Mapping[str, str]) -> Lexicon:
    """Return the lexicon that reads as the house does: its word for a range, and its choices as the table `style`."""
    choices = {key: style.get(key, usual) for key, usual in _STYLE.items()}
    sayings = {**lexicon.table("sayings"), "range": (choices["range"],)}
    return Lexicon({**lexicon.tables, "sayings": sayings, "style": {key: (choice,) for key, choice in choices.items()}})


def read_table(path: Path) -> Table:
    """Read a TSV: first column → the others; `#` starts a comment line.

    Raises StationError for a row without its second column where other rows have one, or a key written twice.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise StationError(f"{path}: tidak bisa dibaca sebagai teks UTF-8; simpan ulang sebagai UTF-8.") from error
    table: dict[str, tuple[str, ...]] = {}
    for number, cells in _rows(text):
        key = cells[0].strip()
        if not key:
            raise StationError(f"{path}: baris {number}: kolom pertama kosong; isi kata tertulisnya, atau awali baris dengan #.")
        if key in table:
            raise StationError(f"{path}: baris {number}: {key!r} sudah ada di baris sebelumnya; hapus salah satu.")
        table[key] = tuple(cell.strip() for cell in cells[1:])
    return table


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(text.split("\n"), 1):
        row = row.rstrip("\r")  # noqa: PLW2901  # the row without its line ending is still the row
        if row.strip() and not row.startswith("#"):
            yield number, row.split("\t")
