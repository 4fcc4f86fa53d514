"""The station's Jinja2 templates: which lines open, bridge and close a bulletin; what is broken in one is named by file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from broadcast import naskah
from broadcast.bahasa.dates import MONTHS, WEEKDAYS
from broadcast.bahasa.numbers import cardinal
from broadcast.errors import NaskahError, StationError
from broadcast.model import Element, Script

NAMES = ("judul", "pembuka", "pokok", "ralat", "kilat", "jembatan", "identitas", "waktu", "cuaca", "penutup")
"""The templates of a bulletin; each is a file NAME.j2 in scripts/."""

_ZONES = {7: "Waktu Indonesia Barat", 8: "Waktu Indonesia Tengah", 9: "Waktu Indonesia Timur"}


def lisan(value: object) -> str:
    """Return a number, or text with whole numbers in it, in words.

    >>> lisan(14), lisan("FM 95")
    ('empat belas', 'FM sembilan puluh lima')
    """
    words = [cardinal(int(word)) if word.isdecimal() else word for word in str(value).split(" ")]
    return " ".join(words)


def jam(value: datetime) -> str:
    """Return a clock time in words, with its zone.

    >>> jam(datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7))))
    'pukul empat belas Waktu Indonesia Barat'
    """
    minute = f" lewat {cardinal(value.minute)} menit" if value.minute else ""
    offset = value.utcoffset()
    zone = _ZONES.get(round(offset.total_seconds() / 3600), "") if offset is not None else ""
    return f"pukul {cardinal(value.hour)}{minute} {zone}".strip()


def tanggal(value: date) -> str:
    """Return a date as said: weekday, day, month, year.

    >>> tanggal(date(2026, 11, 23))
    'Senin 23 November 2026'
    """
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def _environment(folders: Sequence[Path]) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=False,  # plain text for announcers, never a web page
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(lisan=lisan, jam=jam, tanggal=tanggal)
    return environment


class Templates:
    """The templates of a station, its own folder first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._environment = _environment(folders)

    def rows(self, name: str, values: Mapping[str, Any]) -> list[str]:
        """Return the lines that a template gives; StationError names file and line of a fault."""
        file = f"{name}.j2"
        try:
            text = self._environment.get_template(file).render(**values)
        except TemplateNotFound as error:
            places = ", ".join(str(folder) for folder in self._folders) or "tidak ada folder templat"
            raise StationError(
                f"{error.name}: templat tidak ada ({places}); salin lagi dari stasiun bawaan: broadcast init FOLDER."
            ) from error
        except TemplateSyntaxError as error:
            where = error.filename or str(self._path(file))
            raise StationError(f"{where}: baris {error.lineno}: templat tidak terbaca: {error.message}.") from error
        except (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError, OverflowError) as error:
            line = _line_of(error.__traceback__, file)
            raise StationError(f"{self._path(file)}: baris {line}: {_sentence(error)}") from error
        return [row.strip() for row in text.splitlines() if row.strip()]

    def elements(self, name: str, values: Mapping[str, Any], script: Script) -> tuple[Element, ...]:
        """Return the lines, jingles and pauses that a template gives."""
        rows = self.rows(name, values)
        try:
            parsed = naskah.parse("\n".join(["[pembuka]", *rows]), str(self._path(f"{name}.j2")), script)
        except NaskahError as error:
            raise StationError(f"{self._path(f'{name}.j2')}: hasil templat tidak terbaca sebagai naskah: {error}") from error
        return parsed.items[0].elements

    def _path(self, file: str) -> Path:
        return next((folder / file for folder in self._folders if (folder / file).is_file()), Path(file))


def _line_of(trace: TracebackType | None, file: str) -> int:
    """Return the line of the template at which rendering failed."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(file):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _sentence(error: Exception) -> str:
    text = str(error)
    if "is undefined" in text or "has no attribute" in text:
        return f"nama di templat tidak dikenal ({text}); lihat docs/templates.md untuk nama yang ada."
    return f"templat gagal dijalankan ({text or type(error).__name__}); lihat docs/templates.md."


def sample_values(air: datetime) -> dict[str, Any]:
    """Return values for every variable, for trying templates out."""
    return {
        "judul": "Warta Berita Siang",
        "bagian": "siang",
        "waktu": air,
        "berikutnya": air + timedelta(hours=1),
        "stasiun": {"nama": "Radio Contoh", "slogan": "sahabat Anda", "frekuensi": "FM 95", "kota": "Lumajang"}
        | {"penyiar": "Rani", "penyiar2": "Budi"},
        "sintetis": True,
        "pokok": [{"teras": "Harga beras turun", "judul": "Harga beras", "tempat": "Jember", "id": "beras"}],
        "tempat": "Jember",
        "topik": "ekonomi",
        "pindah_tempat": True,
        "nomor": 1,
        "pertama": True,
        "kini": air + timedelta(minutes=5),
        "cuaca": ["Hujan ringan / sepanjang siang"],
        "sumber": "BMKG",
        "berlaku": "pukul enam petang hari ini",
        "ralat": [{"berita": "longsor", "siar": "kemarin", "waktu": air, "salah": "tiga korban", "benar": "dua korban"}],
    }


def check_templates(folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield (where, what is wrong) for every template of a station that cannot be used, in each part of the day."""
    air = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7)))
    script = Script("Warta Berita", "Radio Contoh", air, "utama")
    for name in NAMES:
        try:
            templates = Templates(folders)
            for number, part in enumerate(("pagi", "siang", "sore", "malam", "tengah malam"), 1):
                values = sample_values(air) | {"bagian": part, "sintetis": part != "pagi", "pindah_tempat": part != "sore"}
                values |= {"nomor": number, "pertama": part == "pagi"} | ({"sumber": "", "tempat": ""} if part == "malam" else {})
                if name in {"judul", "jembatan"}:
                    templates.rows(name, values)
                else:
                    templates.elements(name, values, script)
        except StationError as error:
            text = str(error)
            yield text.partition(": ")[0], text
