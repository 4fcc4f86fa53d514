"""A TOML file read; what keeps it from being read is said in Indonesian, with its line, never in the reader's English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from broadcast.errors import StationError

_LINE = re.compile(r"\bline (\d+)")  # Cannot overwrite a value (at line 3, column 4)
_TWICE = re.compile(r"twice|overwrite|[Dd]uplicate|already")
_HEADING = re.compile(r"\[\s*([^\]\[]+?)\s*\]")  # [sources]
_KEY = re.compile(r"\s*([^=\s\[#]+)\s*=")  # name = "…"


def read_toml(path: Path) -> Mapping[str, Any]:
    """Return what a TOML file says; StationError, with the line where it is known, when it says nothing that can be read."""
    try:
        text = path.read_text("utf-8-sig")
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StationError(_trouble(path, text, str(error))) from error
    except UnicodeDecodeError as error:
        raise StationError(f"{path}: bukan teks UTF-8; simpan ulang sebagai UTF-8 di editor teks.") from error
    except OSError as error:
        raise StationError(f"{path}: tidak bisa dibuka ({error.strerror}).") from error


def _trouble(path: Path, text: str, told: str) -> str:
    rows = text.splitlines()
    found = _LINE.search(told)
    number = int(found.group(1)) if found else len(rows)
    row = rows[number - 1] if 0 < number <= len(rows) else ""
    where = f"{path}: baris {number}"
    if not _TWICE.search(told):
        end = "" if found else "; mungkin kurung atau tanda kutip di atasnya belum ditutup"
        return f"{where}: tidak terbaca sebagai TOML: {row.strip()[:60]!r}{end}; periksa tanda kutip, kurung, dan tanda sama dengan."
    name, kind = _written(row)
    earlier = [count for count, other in enumerate(rows[: number - 1], 1) if name and _written(other) == (name, kind)]
    before = f" di baris {earlier[-1]}" if earlier else ""
    way_out = "gabungkan isinya di satu tempat, lalu hapus judul yang lain" if kind == "bagian" else "hapus salah satu"
    return f"{where}: {kind} {f'[{name}]' if kind == 'bagian' else repr(name)} sudah ada{before}; {way_out}."


def _written(row: str) -> tuple[str, str]:
    """Return what a row of TOML names, a table or a key, and which of the two; e.g. `[sources]`, `name = "…"`."""
    heading = _HEADING.match(row.strip())
    if heading:
        return heading.group(1).replace('"', "").replace("'", ""), "bagian"
    key = _KEY.match(row)
    return (key.group(1).strip("\"'") if key else ""), "kunci"
