"""The read-aloud page: what stands on which page is asked of typst and read back out of the PDF."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdf_text
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadcast import naskah
from broadcast.errors import OutputError
from broadcast.export import export_page
from broadcast.export.layout import lay_out, tidy
from broadcast.export.page import PAPER, POINT_SIZES, set_up
from broadcast.model import Flag, FlagCode, Hint, Insert, Item, Jingle, Kind, Line, Pause, Script

TEXT = """\
# Warta Berita Sore
stasiun: Radio Bintang Tenggara
siaran: 2026-11-23 16.00 WIB
penyiar: utama

[pembuka]
[jingle pembuka]
Pendengar / selamat sore //

[pokok]
Warga Kedungjati membangun jembatan darurat //
Harga garam naik ///

[berita: jembatan-kedungjati | perlu cek: PERLU_CEK, TANGGAL_TIDAK_DIKETAHUI]
Warga Desa Kedungjati membangun jembatan darurat / dari bambu //
Kepala Desa Kedungjati / Sa'ud {baca: sa ud} / menyebut panjangnya 30 meter //
[insert kades.mp3 | awal: "Kami bergotong royong" | akhir: "sampai selesai"]
Warga bekerja sama / siang dan malam ///
[jeda 1,5]

[jembatan]
Dari Kedungjati / kita ke pasar //

[berita: harga-garam]
Harga garam naik dua kali lipat ///

[identitas]
Anda bersama Radio Bintang Tenggara //

[penutup]
Terima kasih ///
"""

DURATIONS = {
    (0, 1): 2_000,
    (1, 0): 3_000,
    (1, 1): 1_400,
    (2, 0): 4_000,
    (2, 1): 5_600,
    (2, 3): 3_000,
    (3, 0): 2_500,
    (4, 0): 3_500,
    (5, 0): 2_000,
    (6, 0): 1_000,
}
FOOT_MM = 297 - 24
"""Where the foot of an A4 page begins."""


@pytest.fixture
def script() -> Script:
    """Two news items with all there is to show."""
    made = naskah.parse(TEXT)
    items = list(made.items)
    items[2] = replace(
        items[2],
        title="Warga Kedungjati Bangun Jembatan",
        byline="Ratna",
        outlet="Kabar Muria",
        place="Grobogan",
        flags=(Flag(FlagCode.CHECK, "Panjang jembatan disebut dua kali, berbeda.", 2), Flag(FlagCode.DATE_UNKNOWN)),
        hints=(Hint("Sa'ud", "SA-UD"), Hint("Kedungjati", "ke-dung-JA-ti")),
    )
    return replace(made, items=tuple(items))


def news(*sentences: str, slug: str = "berita", **more: Any) -> Item:
    """A news item of plain sentences."""
    return Item(Kind.NEWS, tuple(Line(naskah.escape(sentence)) for sentence in sentences), id=slug, **more)


def probes(script: Script, durations: dict[tuple[int, int], int] | None = None, size: int = 18) -> list[dict[str, Any]]:
    """Where each sentence begins ("head") and ends ("tail") on paper."""
    press = set_up(script, durations or {}, point_size=size, slashes=True)
    press.compile(format="pdf")
    found: list[dict[str, Any]] = json.loads(press.query("<sentence>", field="value"))
    return found


def pages_of(path: Path) -> list[str]:
    """The text of each page, without its spaces."""
    return pdf_text.pages(path.read_bytes())


def squeezed(text: str) -> str:
    return "".join(text.split())


# ---------------------------------------------------------------- what stands where


def test_one_news_item_a_page(script: Script, tmp_path: Path) -> None:
    pages = export_page(script, DURATIONS, tmp_path / "naskah.pdf")
    where: dict[int, set[int]] = {}
    for probe in probes(script, DURATIONS):
        where.setdefault(probe["item"], set()).add(probe["page"])
    # opening and headlines; the item; bridge and item; identity and closing
    assert where == {0: {1}, 1: {1}, 2: {2}, 3: {3}, 4: {3}, 5: {4}, 6: {4}}
    assert pages == 4
    assert len(pages_of(tmp_path / "naskah.pdf")) == 4


def test_running_times(script: Script) -> None:
    times = {(probe["item"], probe["element"]): probe["time"] for probe in probes(script, DURATIONS)}
    assert times == {
        (0, 1): "0:00",  # an unknown jingle before the first word is not in its time
        (1, 0): "0:02",  # a shared sheet runs on
        (1, 1): "0:05",
        (2, 0): "0:00",
        (2, 1): "0:04",
        (2, 3): "0:10+",  # and the insert, whose length nobody gave
        (3, 0): "",  # the bridge comes before the item's time
        (4, 0): "0:00",
        (5, 0): "0:00",
        (6, 0): "0:02",
    }


def test_known_sounds_count(script: Script) -> None:
    known = DURATIONS | {(0, 0): 8_000, (2, 2): 20_000}
    sheets = lay_out(script, known)
    assert [block["time"] for block in sheets["sheets"][1]["parts"][0]["blocks"]] == ["0:00", "0:04", "0:10", "0:30", "0:33"]
    assert [(sheet["start"], sheet["duration"]) for sheet in sheets["sheets"]] == [
        ("0:00", "0:14"),
        ("0:14", "0:34"),
        ("0:51", "0:04"),
        ("0:55", "0:03"),
    ]
    assert sheets["total"] == "0:58"
    assert lay_out(script, DURATIONS)["total"] == "± 0:30"


def test_what_an_announcer_sees(script: Script, tmp_path: Path) -> None:
    export_page(script, DURATIONS, tmp_path / "naskah.pdf")
    first, item, second, last = pages_of(tmp_path / "naskah.pdf")
    everywhere = ["RadioBintangTenggara·WartaBeritaSore·Senin,23November2026,16.00WIB"]
    expected = {
        first: [
            "Pembuka·Pokokberita",
            "SIAPSIAR",
            "♪JINGLEpembuka",
            "Pendengar/selamatsore//",
            "SELESAI—berikut:1/2jembatan-kedungjati",
            "halaman1/4",
        ],
        item: [
            "BERITA1/2",
            "jembatan-kedungjati",
            "WargaKedungjatiBangunJembatan",
            "Penulis:Ratna·Media:KabarMuria·Tempat:Grobogan",
            "PERLUCEK",
            "PERLU_CEK(kalimat2):Panjangjembatandisebutduakali,berbeda.",
            "TANGGAL_TIDAK_DIKETAHUI:Tanggalkejadiantidakdiketahui;",
            "LAFAL",
            "Sa'ud=SA-UD",
            "Kedungjati=ke-dung-JA-ti",
            "INSERTkades.mp3awal:“Kamibergotongroyong”akhir:“sampaiselesai”",
            "JEDA1,5detik",
            "KepalaDesaKedungjati/Sa'ud/menyebutpanjangnya30meter//",
            "siangdanmalam///",
            "SELESAI—berikut:2/2harga-garam",
        ],
        second: ["JEMBATAN", "DariKedungjati/kitakepasar//", "SIAPSIAR", "SELESAI—berikut:Identitasstasiun·Penutup"],
        last: ["IDENTITASSTASIUN", "Terimakasih///"],
    }
    for page, texts in expected.items():
        for text in everywhere + texts:
            assert text in page
    assert "saud" not in item, "the reading says what the hint says: it stands once"
    assert last.endswith("SELESAIhalaman4/4")
    assert "BERSAMBUNG" not in first + item + second + last


def test_a_long_item_runs_on(tmp_path: Path, script: Script) -> None:
    sentences = [f"Kalimat nomor {number} tentang pembangunan jembatan di Kedungjati yang belum juga selesai" for number in range(30)]
    long_item = news(*sentences, slug="panjang", flags=(Flag(FlagCode.OLD_NEWS),))
    pages = export_page(replace(script, items=(long_item, script.items[4])), {}, tmp_path / "naskah.pdf")
    *runs_on, last, after = pages_of(tmp_path / "naskah.pdf")
    assert pages == len(runs_on) + 2 > 3
    for page in runs_on:
        assert "BERSAMBUNG" in page
        assert "SELESAI" not in page
    for page in (*runs_on[1:], last):
        assert "1/2panjang(lanjutan)" in page
        assert "PERLUCEKBERITA_LAMA" in page
    assert "SELESAI—berikut:2/2harga-garam" in last
    assert "lanjutan" not in runs_on[0] + after


@pytest.mark.parametrize("size", POINT_SIZES)
def test_no_sentence_splits(script: Script, size: int) -> None:
    lines = [script.items[2].lines[number % 3].text * (1 + number % 4) for number in range(40)]
    many = replace(script, items=(Item(Kind.NEWS, tuple(map(Line, lines)), id="x"),))
    found = probes(many, size=size)
    heads, tails = found[::2], found[1::2]
    assert [probe["element"] for probe in tails] == list(range(40))
    assert [probe["page"] for probe in heads] == [probe["page"] for probe in tails]
    assert len({probe["page"] for probe in heads}) > 3


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sentences=st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), max_size=12),
    slug=WORDS,
    size=st.sampled_from(POINT_SIZES),
)
def test_any_text_stays_whole_and_on_its_page(script: Script, sentences: list[str], slug: str, size: int) -> None:
    found = probes(replace(script, items=(news(*sentences, slug=slug, title=slug), script.items[4])), size=size)
    for head, tail in zip(found[::2], found[1::2], strict=True):
        assert head["page"] == tail["page"]
        assert tail["foot"] <= FOOT_MM + 1
    assert len(found) == 2 * (len(sentences) + 1)


def test_a_sentence_longer_than_a_page_loses_nothing(tmp_path: Path, script: Script) -> None:
    words = [f"kata{number}x" for number in range(900)]
    long = replace(script, items=(news(" ".join(words)), news("W" * 5_000, slug="b")))
    pages = export_page(long, {}, tmp_path / "naskah.pdf")
    texts = pages_of(tmp_path / "naskah.pdf")
    assert pages == len(texts) > 6
    assert re.findall(r"kata\d+x", "".join(texts)) == words
    assert "".join(texts).count("W") == 5_000 + 2 * pages  # and Warta and WIB in each head
    rows = [row for page in pdf_text.rows((tmp_path / "naskah.pdf").read_bytes()) for row in page]
    assert max(len(row) for row in rows if row.startswith("kata")) < 50
    assert max(len(row) for row in rows if row.startswith("WW")) < 28, "28 W are wider than the column"
    for probe in probes(long):
        assert probe["foot"] <= FOOT_MM + 1


HOSTILE = '#panic("x") $x^2$ *tebal* _miring_ @sitasi <label> `kode` = judul \\ // - + / ~ -- --- … \u202ebalik'


def test_text_is_never_markup(tmp_path: Path, script: Script) -> None:
    cues = (Jingle(HOSTILE), Insert(HOSTILE, HOSTILE, HOSTILE), Pause(0))
    item = news(HOSTILE, slug=HOSTILE, title=HOSTILE, byline=HOSTILE, hints=(Hint(HOSTILE, HOSTILE),))
    item = replace(item, flags=(Flag(FlagCode.CHECK, HOSTILE),), elements=(*item.elements, *cues))
    export_page(replace(script, title=HOSTILE, station=HOSTILE, items=(item,)), {}, tmp_path / "naskah.pdf")
    (page,) = pages_of(tmp_path / "naskah.pdf")
    shown = squeezed(HOSTILE.replace("\u202e", ""))
    assert page.count(shown[:36]) >= 9
    # as a sentence; its lone marks are words, not breaths
    assert shown + "//" in page


def test_odd_scripts_do_not_stop_the_press(tmp_path: Path, script: Script) -> None:
    odd = "😀🏽‍♀️ سلام عليكم 中文 नमस्ते \x00\x07\ud800 → ⅚ ﷺ \ufeff \u2028 é ê"
    items = (news(odd, "", slug=odd, title=odd), Item(Kind.NEWS, id="kosong"), Item(Kind.BRIDGE))
    whole = replace(script, title=odd, station="", items=items)
    assert export_page(whole, {}, tmp_path / "naskah.pdf") == 3
    assert export_page(replace(script, items=()), {}, tmp_path / "kosong.pdf") == 1


def test_sixty_items(tmp_path: Path, script: Script) -> None:
    many = [replace(script.items[2], id=f"berita-{number}") for number in range(60)]
    assert export_page(replace(script, items=tuple(many)), {}, tmp_path / "naskah.pdf") == 60


def test_without_slashes(tmp_path: Path, script: Script) -> None:
    export_page(script, DURATIONS, tmp_path / "naskah.pdf", slashes=False)
    text = pages_of(tmp_path / "naskah.pdf")[1]
    assert "KepalaDesaKedungjatiSa'udmenyebutpanjangnya30meter" in text
    assert "//" not in text


@pytest.mark.parametrize("pair", ["luka-luka", "30 meter"])
def test_doubled_words_and_numbers_stay_in_one_row(tmp_path: Path, script: Script, pair: str) -> None:
    second = 0
    for letters in range(25, 50):  # moves the pair past the end of the row
        export_page(replace(script, items=(news("m " * letters + pair),)), {}, tmp_path / "naskah.pdf", slashes=False)
        (rows,) = pdf_text.rows((tmp_path / "naskah.pdf").read_bytes())
        (row,) = [row for row in rows if row.endswith(squeezed(pair))]
        second += row == squeezed(pair)
    assert second, "it never had to go down"


def test_the_same_bytes_each_time(tmp_path: Path, script: Script) -> None:
    for name in ("a.pdf", "b.pdf"):
        export_page(script, DURATIONS, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_an_accessible_indonesian_pdf_in_our_font(tmp_path: Path, script: Script) -> None:
    export_page(script, DURATIONS, tmp_path / "naskah.pdf")
    pdf = (tmp_path / "naskah.pdf").read_bytes()
    assert b"/Lang(id)" in pdf
    assert b"/MarkInfo<</Marked true" in pdf
    assert b"/S/H1" in pdf
    assert b"CreationDate" not in pdf
    assert "Warta Berita Sore — Senin, 23 November 2026, 16.00 WIB" in pdf.decode("utf-8", "replace")  # in its XMP
    fonts = {name.split(b"+")[1] for name in re.findall(rb"/BaseFont/([^/<>\s]+)", pdf)}
    assert fonts <= {b"AtkinsonHyperlegibleNext-Regular", b"AtkinsonHyperlegibleNext-Bold", b"AtkinsonHyperlegibleNext-Italic"}
    assert fonts


def test_the_fonts_ship_with_their_licence() -> None:
    names = {path.name for path in (PAPER / "fonts").iterdir()}
    assert {"AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf", "OFL.txt"} <= names
    assert "SIL OPEN FONT LICENSE" in (PAPER / "fonts" / "OFL.txt").read_text("utf-8")


# ---------------------------------------------------------------- writing


def test_a_size_nobody_offers(tmp_path: Path, script: Script) -> None:
    with pytest.raises(OutputError, match="ukuran huruf 17 tidak tersedia; pilihan: 16, 18, 22"):
        export_page(script, {}, tmp_path / "naskah.pdf", point_size=17)
    assert not list(tmp_path.iterdir())


def test_no_folder_no_traceback(tmp_path: Path, script: Script) -> None:
    with pytest.raises(OutputError, match=r"Folder .* tidak ada"):
        export_page(script, {}, tmp_path / "tidak-ada" / "naskah.pdf")


def test_importing_export_is_light() -> None:
    heavy = "{'typst', 'numpy', 'soundfile', 'mutagen', 'pydub'}"
    code = f"import sys, broadcast.export as e; assert callable(e.export_page); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("  rapat\n desa ", 0, "rapat desa"),
        ("rapat desa", 6, "rapat…"),
        ("mempertanggungjawabkannya", 0, "mempertanggungjawabkannya"),
        ("x" * 30, 0, "x" * 20 + "\u200b" + "x" * 10),
    ],
)
def test_tidy(text: str, most: int, expected: str) -> None:
    assert tidy(text, most) == expected


def test_a_tune_after_the_last_words_stands_in_the_foot(tmp_path: Path) -> None:
    news = Item(Kind.NEWS, (Line("Air surut", end="///"), Jingle("sela")), id="banjir")
    closing = Item(Kind.CLOSING, (Line("Selamat siang", end="///"), Jingle("penutup")))
    script = replace(naskah.parse("siaran: 2026-11-23 14.00 WIB\n[penutup]\nSelamat siang ///"), items=(news, closing))
    sheets = lay_out(script, {})["sheets"]
    assert [block["kind"] for block in sheets[0]["parts"][0]["blocks"]] == ["line"]
    assert sheets[0]["after"] == ["sela"]
    assert [block["kind"] for block in sheets[1]["parts"][0]["blocks"]] == ["line", "jingle"]
    assert export_page(script, {}, tmp_path / "a.pdf") == 2
