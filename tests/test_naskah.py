from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcast import codec, naskah
from broadcast.errors import NaskahError
from broadcast.model import Element, Flag, FlagCode, Insert, Item, Jingle, Kind, Line, Pause, Script

HAND_MADE = """# Warta Siang
stasiun: Radio Bintang Tenggara
siaran: 2026-11-23 14.00 WIB
penyiar: utama

[pembuka]
[jingle pembuka]
Pendengar / waktu menunjukkan pukul empat belas //

[berita: banjir | perlu cek: TANGGAL_TIDAK_DIKETAHUI, PERLU_CEK]
Bupati / As'at {baca: as at} / mengajak warga //
Air sudah surut ///
[jeda 0,8]
[insert bupati.mp3 | awal: "Kami sudah" | akhir: "semuanya aman."]

[penutup]
Selamat siang ///
"""

words = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\x85\ufeff"), min_size=1, max_size=40)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
notation = st.lists(words.map(naskah.escape), min_size=1, max_size=4).map(" / ".join)
lines = st.builds(Line, notation, end=st.sampled_from(["//", "///"]))
elements: st.SearchStrategy[Element] = st.one_of(
    lines,
    st.builds(Jingle, words),
    st.builds(Pause, st.integers(0, 60_000)),
    st.builds(Insert, words.filter(lambda text: not text.endswith("\\")), words, words),
)
items = st.builds(
    Item,
    st.sampled_from([kind for kind in Kind if kind is not Kind.NEWS]),
    st.lists(elements, max_size=5).map(tuple),
    id=words,
    flags=st.lists(st.sampled_from(FlagCode).map(Flag), unique=True, max_size=3).map(tuple),
    voice=st.one_of(st.just(""), words),
)
airs = st.builds(
    lambda naive, hours: naive.replace(second=0, microsecond=0, tzinfo=timezone(timedelta(hours=hours))),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  # the zone is put on above
    st.integers(-11, 12),
)
scripts = st.builds(Script, words, words, airs, words, st.lists(items, min_size=1, max_size=4).map(tuple))


@given(scripts)
def test_text_form_is_lossless(script: Script) -> None:
    text = naskah.dump(script)
    assert naskah.parse(text) == script
    assert naskah.dump(naskah.parse(text)) == text


@given(scripts)
def test_codec_is_lossless(script: Script) -> None:
    assert codec.load(Script, codec.dump(script)) == script


@given(words)
def test_escaped_text_reads_back(text: str) -> None:
    assert naskah.plain(naskah.escape(text)) == text
    assert naskah.runs(naskah.escape(text)) == (naskah.Run(text),)


def test_hand_made_script_is_understood() -> None:
    script = naskah.parse(HAND_MADE)
    assert naskah.dump(script) == HAND_MADE
    opening, news, closing = script.items
    assert script.air.isoformat() == "2026-11-23T14:00:00+07:00"
    assert opening.elements[0] == Jingle("pembuka")
    assert news.id == "banjir"
    assert [flag.code for flag in news.flags] == [FlagCode.DATE_UNKNOWN, FlagCode.CHECK]
    assert news.elements[2:] == (Pause(800), Insert("bupati.mp3", "Kami sudah", "semuanya aman."))
    assert closing.lines[0].end == "///"


def test_sentences_may_share_or_span_rows() -> None:
    text = "siaran: 2026-11-23 14.00 WITA\n[berita: a]\nSatu // Dua yang\npanjang //\nTiga tanpa tanda"
    assert [line.text for line in naskah.parse(text).items[0].lines] == ["Satu", "Dua yang panjang", "Tiga tanpa tanda"]


def test_rows_without_any_mark_are_sentences() -> None:
    text = "siaran: 2026-11-23 14.00 WIT\n[berita: a]\nHujan turun.\nWarga senang."
    assert [line.text for line in naskah.parse(text).items[0].lines] == ["Hujan turun.", "Warga senang."]


def test_readings_and_breaths_are_told_apart() -> None:
    found = naskah.runs(r"Bupati / As'at {baca: as at} hadir di km 5 \/ 6")
    assert [(run.text, run.reading) for run in found if not run.breath] == [("Bupati", ""), ("As'at", "as at"), (" hadir di km 5 / 6", "")]
    assert naskah.plain(r"Bupati / As'at{baca: as at}, hadir") == "Bupati As'at, hadir"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("siaran: besok\n[pembuka]\nHalo //", 1, "tulis seperti 2026-11-23 14.00 WIB"),
        ("siaran: 2026-13-45 14.00 WIB\n[pembuka]\nHalo //", 1, "tidak terbaca"),
        ("setasiun: X\nsiaran: 2026-11-23 14.00 WIB\n[pembuka]\nHalo //", 1, "maksudnya stasiun?"),
        ("siaran: 2026-11-23 14.00 WIB\nHalo semua //\n[pembuka]", 2, "di luar bagian"),
        ("siaran: 2026-11-23 14.00 WIB\n[pembukaan]\nHalo //", 2, "maksudnya pembuka?"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita]\nHalo //", 2, "berita tanpa nama"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a | perlu cek: PERLU_CEKK]\nHalo //", 2, "maksudnya PERLU_CEK?"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a | siap]\nHalo //", 2, "hanya 'perlu cek"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a\nHalo //", 2, "akhiri dengan ]"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a | penyiar:]\nHalo //", 2, "penyiar harus satu"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a | penyiar: b | penyiar: c]\nHalo //", 2, "penyiar harus satu"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a]\n[jeda sebentar]", 3, "bukan angka detik"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a]\n[jingle]", 3, "belum lengkap"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a]\n[insert a.mp3 | mulai: x]", 3, "pada insert"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a]\n// Halo", 3, "tanpa kalimat"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a]\nBupati {as at} hadir //", 3, "baca:"),
        ("siaran: 2026-11-23 14.00 WIB\n[berita: a]\nSatu //\n[berita: a]\nDua //", 4, "dua kali"),
        ("siaran: 2026-11-23 14.00 WIB\n[jeda 0,8]\n[berita: a]\nSatu //", 2, "di luar bagian"),
    ],
)
def test_errors_name_file_and_line(text: str, line: int, says: str) -> None:
    with pytest.raises(NaskahError) as caught:
        naskah.parse(text, "siang.txt")
    assert str(caught.value).startswith(f"siang.txt: baris {line}: ")
    assert says in str(caught.value)


@pytest.mark.parametrize("text", ["", "siaran: 2026-11-23 14.00 WIB\n", "[pembuka]\nHalo //"])
def test_a_script_without_sections_or_time_is_refused(text: str) -> None:
    with pytest.raises(NaskahError, match=r"siang\.txt: "):
        naskah.parse(text, "siang.txt")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        script = naskah.parse("siaran: 2026-11-23 14.00 WIB\n[berita: a]\n" + text)
    except NaskahError:
        return
    assert naskah.parse(naskah.dump(script)) == script


def test_what_the_header_leaves_out_comes_from_the_default() -> None:
    default = naskah.parse(HAND_MADE)
    script = naskah.parse("[berita: a]\nHalo //", default=default)
    assert (script.title, script.station, script.air, script.voice) == (default.title, default.station, default.air, default.voice)


def test_nameless_sections_are_told_apart_by_their_words() -> None:
    air = naskah.parse(HAND_MADE).air
    bridges = tuple(Item(Kind.BRIDGE, (Line(text, end="///"),)) for text in ("Dari Jember", "Dari Maros"))
    kept = Script("W", "R", air, "utama", bridges)
    edited = naskah.parse(naskah.dump(replace(kept, items=bridges[1:])))
    assert naskah.rejoin(edited, kept).items == bridges[1:]


def test_an_edited_script_gets_its_sources_back() -> None:
    kept = Script(
        "W",
        "R",
        naskah.parse(HAND_MADE).air,
        "utama",
        (
            Item(
                Kind.NEWS,
                (
                    Line("Tiga rumah rusak / di Tempeh", sources=("Tiga rumah rusak.",)),
                    Line("Warga mengungsi", sources=("Warga pergi.",), end="///"),
                ),
                id="a",
                flags=(Flag(FlagCode.CHECK, "angka"),),
                outlet="Kabar",
            ),
        ),
    )
    text = naskah.dump(kept).replace("Tiga", "Empat") + "Kalimat baru sama sekali //\n"
    item = naskah.rejoin(naskah.parse(text), kept).items[0]
    assert (item.outlet, item.flags[0].note) == ("Kabar", "angka")
    assert [(line.edited, line.sources) for line in item.lines] == [(True, ("Tiga rumah rusak.",)), (False, ("Warga pergi.",)), (True, ())]
