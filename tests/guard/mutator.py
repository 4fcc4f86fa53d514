"""Good scripts made wrong, always in the same way: what the guard must catch.

The mutator has its own word lists and knows nothing of how the guard reads; it gives each line once for each way that applies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from broadcast.model import Item, Kind, Line, Story
from broadcast.naskah import parse_air


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True)
class Case:
    """A good pair: an article and a script of it, and when that goes on air."""

    title: str
    story: Story
    item: Item
    air: datetime


@dataclass(frozen=True)
class Mutant:
    """A case with one line made wrong: `line` (1-based) in the way `kind`."""

    case: Case
    kind: str
    line: int
    before: str
    after: str

    @property
    def item(self) -> Item:
        """The item with its wrong line."""
        lines = [replace(line, text=self.after) if number == self.line else line for number, line in enumerate(self.case.item.lines, 1)]
        return replace(self.case.item, elements=tuple(lines))


def read_cases(folder: Path) -> list[Case]:
    """Read the cases of a folder: `# title`, `siaran:`, `tanggal:`, `> article`, `---`, script lines."""
    cases = []
    for path in sorted(folder.glob("*.md")):
        for number, block in enumerate(re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:], 1):
            head, _, script = block.partition("\n---\n")
            title, *rows = head.splitlines()
            fields = dict(row.split(": ", 1) for row in rows if re.match(r"\w+: ", row))
            body = tuple(row[2:] for row in rows if row.startswith("> "))
            lines = tuple(_line(row) for row in script.split("\n") if row.strip())
            told = date.fromisoformat(fields["tanggal"]) if "tanggal" in fields else None
            key = f"{path.stem}-{number}"
            cases.append(Case(title, Story(key, path.name, body, date=told), Item(Kind.NEWS, lines, id=key), parse_air(fields["siaran"])))
    return cases


def _line(row: str) -> Line:
    return Line(re.sub(r" ///?$", "", row), end="///" if row.endswith("///") else "//")


def mutants(case: Case) -> Iterator[Mutant]:
    """Give every mutant of a case."""
    lines = [line.text for line in case.item.lines]
    for number, text in enumerate(lines, 1):
        for kind, mutate in MUTATIONS:
            for after in dict.fromkeys(mutate(text, lines)):
                if after != text:
                    yield Mutant(case, kind, number, text, after)


def _replaced(text: str, pairs: dict[str, str]) -> Iterator[str]:
    """The text with one word or phrase turned, once for each that stands in it."""
    for word, other in pairs.items():
        match = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
        if match:
            yield " ".join(f"{text[: match.start()]}{other}{text[match.end() :]}".split())


# ---------------------------------------------------------------- the ways

_SMALL = ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_COUNTED = r"(?!(?: / )?(?:lain|sama)\b)"


def change_figure(text: str, _lines: list[str]) -> Iterator[str]:
    """Another number word; another digit."""
    for match in re.finditer(r"\b(" + "|".join(_SMALL) + r")\b" + _COUNTED, text):
        if match.start() and text[: match.start()].endswith(("kaki ", "ke-")):
            continue
        other = _SMALL[(_SMALL.index(match[1]) + 3) % len(_SMALL)]
        if re.match(r" (?:puluh|ratus|belas)\b", text[match.end() :]) and other in {"sepuluh", "sebelas"}:
            other = "empat"
        yield text[: match.start()] + other + text[match.end() :]
        break
    for match in re.finditer(r"(?<![\w.,])\d+\b", text):
        digits = match.group()
        wrong = digits[::-1] if digits[::-1] != digits and not digits.endswith("0") else str(int(digits) + 20)
        yield text[: match.start()] + wrong + text[match.end() :]
        break


_COUNT = re.compile(
    r"(?<![\w.,-])(\d{1,3}|dua|tiga|empat|enam|tujuh|delapan|sembilan)"
    r"(?= (?:orang|warga|rumah|kios|siswa|desa|kasus|pasien|penumpang|saksi|lainnya|petugas)\b)"
)


def borrow_figure(text: str, lines: list[str]) -> Iterator[str]:
    """A number of another line of the same script."""
    match = _COUNT.search(text)
    for other in lines:
        found = re.search(r"\b\d{2,3}\b", other)
        if match and found and other != text and found.group() != match.group():
            yield text[: match.start()] + found.group() + text[match.end() :]
            return


def shift_scale(text: str, _lines: list[str]) -> Iterator[str]:
    """Thousands for millions."""
    yield from _replaced(text, {"miliar": "juta", "juta": "miliar", "triliun": "miliar"})


_STRANGERS = ("Hardiyanto", "Rosmala", "Wicitra", "Palupi", "Sangkuriang", "Terate")
_ORDINARY = _words("""
    Kepala Ketua Wakil Bupati Gubernur Dinas Badan Polres Desa Kecamatan Kelurahan Kabupaten Kota Jalan Pasar Satuan Reserse
    Kriminal Pengadilan Rektor Universitas Negeri Komisi Pelatih Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari
    Maret April Mei Juni Juli Agustus September Oktober November Desember Level Kilometer Pemerintah Stasiun Kantor Liga
    Unit Tindak Pidana Lalu Lintas Pekerjaan Umum Kapal Motor Fakultas Perdagangan Pendidikan Kependudukan Pencatatan Sipil
    Pelaksana Tugas Manajer Direktur Anggota Bagian Pemerintahan Perhubungan Tertentu Pengamatan Komisaris Besar Inspektur
    Satu Tiga Dua Tujuh Daerah Operasi Serikat Pekerja Tahun Baru Natal Merdeka Nasional Narkotika Nusantara Kesehatan
    Amerika Celsius Pelabuhan Balai Karantina Gunung Pos Timur Barat Selatan Kapolsek Kapolres Lurah Camat Humas Raya
    Geofisika Pertanian Pulau Lapangan Petugas
    """)


def slip_name(text: str, _lines: list[str]) -> Iterator[str]:
    """Two letters of a name swapped."""
    for match in re.finditer(r"(?<=[\w/] )[A-Z][a-z]{4,}\b", text):
        if match.group() not in _ORDINARY:
            word = match.group()
            middle = len(word) // 2
            wrong = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
            if wrong != word:
                yield text[: match.start()] + wrong + text[match.end() :]
                return


def replace_name(text: str, _lines: list[str]) -> Iterator[str]:
    """A name that the article does not have."""
    names = [match for match in re.finditer(r"(?<=[\w/] )[A-Z][a-z]{3,}\b", text) if match.group() not in _ORDINARY]
    if names:
        match = names[-1]
        yield text[: match.start()] + _STRANGERS[len(text) % len(_STRANGERS)] + text[match.end() :]


def drop_negation(text: str, _lines: list[str]) -> Iterator[str]:
    """A denial gone or turned."""
    yield from _replaced(text, {"tidak": "", "belum": "sudah", "jangan": "", "bukan": "", "tanpa": "dengan"})


_VERBS = _words("""
    diserahkan digelar ditangkap dibagikan disita membawa menyita memiliki mendapat menambah merendam membuka menerima
    mewisuda melaju menyiapkan menetapkan meraih mencapai mengundang naik turun disalurkan selamat dirawat dievakuasi
    meninggal menyalurkan dicetak bernilai berlaku ambrol tewas menabrak dihukum menolak menyetor
    """)
_VERB = re.compile(rf"(?<= )(?=(?:{'|'.join(sorted(_VERBS))})\b)")
_NOT_AFTER = re.compile(r"(?:tidak|belum|bukan|jangan|dapat|akan|untuk|yang|sudah) $")


def add_negation(text: str, _lines: list[str]) -> Iterator[str]:
    """A denial out of nothing."""
    match = _VERB.search(text)
    if match and not _NOT_AFTER.search(text[: match.start()]):
        yield text[: match.start()] + "tidak " + text[match.start() :]


def drop_hedge(text: str, _lines: list[str]) -> Iterator[str]:
    """A hedge gone."""
    words = ["diduga", "terduga", "ditaksir", "diperkirakan", "diprakirakan", "sekitar", "hampir", "direncanakan", "diusulkan", "berencana"]
    if not re.search(r"besok|lusa|depan|\b\d+ [A-Z]", text):  # beside a day to come, "akan" may go
        words.append("akan")
    yield from _replaced(text, dict.fromkeys([*words, "lebih dari"], ""))


def turn_hedge(text: str, _lines: list[str]) -> Iterator[str]:
    """A hedge for another; a plan said to be done; a suspect said to be convicted."""
    yield from _replaced(
        text,
        {
            "hampir": "lebih dari",
            "lebih dari": "hampir",
            "akan": "sudah",
            "tersangka": "terpidana",
            "terlapor": "tersangka",
            "terduga": "terpidana",
            "menargetkan": "mendatangkan",
        },
    )


def add_hedge(text: str, _lines: list[str]) -> Iterator[str]:
    """*diduga* out of nothing."""
    match = _VERB.search(text)
    if match and "duga" not in text and not _NOT_AFTER.search(text[: match.start()]):
        yield text[: match.start()] + "diduga " + text[match.start() :]


_SPEAKER = re.compile(
    r"^((?:Ketua|Kepala|Bupati|Wakil|Lurah|Kapolsek|Direktur|Manajer|Rektor|Pelatih|Koordinator|Anggota|Petugas|Pelaksana)[^/]*)"
    r" / ([^/]+?) / ?(?=me|ber)"
)


def swap_speaker(text: str, lines: list[str]) -> Iterator[str]:
    """What one said in the mouth of another; one's post before another's name."""
    mine = _SPEAKER.match(text)
    for other in lines:
        theirs = _SPEAKER.match(other)
        if mine and theirs and other != text:
            yield f"{theirs[1]} / {theirs[2]} / {text[mine.end() :]}"
            yield f"{mine[1]} / {theirs[2]} / {text[mine.end() :]}"
            return


def swap_deputy(text: str, _lines: list[str]) -> Iterator[str]:
    """The head for the deputy and the other way round."""
    match = re.match(r"(Wakil )?(Bupati|Gubernur|Ketua D|Ketua K|Kepala|Direktur|Ketua p)", text)
    if match and " / " in text:
        yield (match[2] if match[1] else f"Wakil {match[2]}") + text[match.end() :]


def change_day(text: str, _lines: list[str]) -> Iterator[str]:
    """Another day, month or week."""
    yield from _replaced(
        text,
        {
            "kemarin": "besok",
            "besok": "kemarin",
            "hari ini": "kemarin",
            "tadi malam": "malam ini",
            "dini hari tadi": "kemarin dini hari",
            "pagi tadi": "kemarin pagi",
            "pekan depan": "pekan lalu",
            "tahun depan": "tahun lalu",
            "tahun lalu": "tahun depan",
            "bulan lalu": "bulan ini",
            "Sabtu lalu": "Kamis lalu",
            "Senin depan": "Rabu depan",
            "Kamis lusa": "Sabtu depan",
            "Minggu lusa": "Selasa depan",
            "Oktober": "Agustus",
            "Desember": "November",
            "Maret": "Mei",
            "Juli": "Juni",
            "April": "Mei",
        },
    )


_TURNED = (
    ("naik", "turun"),
    ("dibuka", "ditutup"),
    ("mengalahkan", "menyerah kepada"),
    ("menambah", "mengurangi"),
    ("meningkat", "menurun"),
    ("membenarkan", "membantah"),
    ("menolak", "menerima"),
    ("unggul", "kalah"),
    ("minimal", "maksimal"),
    ("lebih cepat", "lebih lambat"),
    ("kenaikan", "penurunan"),
    ("dinaikkan", "diturunkan"),
    ("membuka", "menutup"),
    ("menutup", "membuka"),
    ("ditunda", "dipercepat"),
)


def turn_direction(text: str, _lines: list[str]) -> Iterator[str]:
    """Up for down."""
    yield from _replaced(text, {**dict(_TURNED), **{after: before for before, after in _TURNED}})


MUTATIONS: tuple[tuple[str, Callable[[str, list[str]], Iterator[str]]], ...] = (
    ("figure", change_figure),
    ("figure", borrow_figure),
    ("figure", shift_scale),
    ("name", slip_name),
    ("name", replace_name),
    ("negation", drop_negation),
    ("negation", add_negation),
    ("hedge", drop_hedge),
    ("hedge", turn_hedge),
    ("hedge", add_hedge),
    ("speaker", swap_speaker),
    ("speaker", swap_deputy),
    ("day", change_day),
    ("direction", turn_direction),
)
"""Each way to make a line wrong, with its kind."""
