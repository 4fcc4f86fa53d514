"""Said right: written sentences and how a newsreader says them, class by class, and what must hold for any text."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast.errors import StationError
from broadcast.model import FlagCode, Item, Jingle, Kind, Lexicon, Line, Script, Story
from broadcast.pipeline import items
from broadcast.pronounce import doubts, explain, hard_names, pronounce, read_time, say, spell_vowels
from broadcast.station import open_station

CASES = Path(__file__).parent / "pronounce"
LEXICON = open_station(None).lexicon
MARKS = set("%&@#+=<>/\\_*~|^°²³½¼¾€£¥$")


def cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("*.tsv")):
        for row in path.read_text("utf-8").splitlines():
            if row and not row.startswith("#"):
                written, spoken = row.split("\t")
                yield path.stem, written, spoken


@pytest.mark.parametrize(("kind", "written", "spoken"), list(cases()))
def test_a_sentence_is_said_as_a_newsreader_would(kind: str, written: str, spoken: str) -> None:
    assert say(written, LEXICON) == spoken, kind


def test_the_cases_are_many_and_of_many_classes() -> None:
    found = list(cases())
    assert len(found) >= 800
    assert len({kind for kind, _, _ in found}) >= 35
    assert len({written for _, written, _ in found}) == len(found)


# ---------------------------------------------------------------- what must hold for any text


def unread(text: str) -> list[str]:
    return [mark for mark in text if mark.isdigit() or unicodedata.category(mark) in {"Nd", "Nl", "No"} or mark in MARKS]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_no_text_leaves_a_digit_or_breaks_the_reader(text: str) -> None:
    assert not unread(say(text, LEXICON))


WRITTEN = """
    Rp US$ % km/jam m3 °C ke- No. Pasal ayat (1) pukul WIB 07.00 - / , . (34) KPK AS Jl. RT 03/RW 05 x + &
    Senin Agustus 12/5 III kelas S.H. Drs.
    2 10 1.250 3,5 0812-3456 N 1234 AB @humas #tag radio.id M 5,2 skor 2-1 1/2 90-an hati2 U-19 ½ ² ..
"""
PIECES = st.sampled_from(WRITTEN.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.integers(0, 10**10).map(str), st.sampled_from(["warga", "Banjir", "di"])), min_size=1, max_size=9))
def test_no_generated_sentence_keeps_a_digit(words: list[str]) -> None:
    assert not unread(say(" ".join(words), LEXICON))
    assert not unread(say("".join(words[:4]), LEXICON))


def figures(rnd: random.Random) -> str:
    """A figure of any shape that news writes."""
    whole = rnd.choice([rnd.randrange(10), rnd.randrange(100), rnd.randrange(10_000), rnd.randrange(10**9)])
    dotted = f"{whole:,}".replace(",", ".")
    small, large = sorted((rnd.randrange(1, 60), rnd.randrange(1, 60)))
    shapes = (
        str(whole),
        dotted,
        f"{dotted},{rnd.randrange(1, 100)}",
        *(f"{small}{sign}{large}" for sign in ("-", "–", "/", ":", "x", "+", ".", ",", "%-")),
        f"{small:02}.{large:02}",
        f"{small:02}:{large:02}",
        *(f"{sign}{small}" for sign in ("-", "±", "ke-", ">", "≤", "~", "#", "@")),
        *(f"{small}{sign}" for sign in ("%", "-an", "½", "²", "°", "A", "K", "M", "x")),
        f"{rnd.randrange(1, 32)}/{rnd.randrange(1, 13)}/{rnd.randrange(1990, 2030)}",
        f"0{rnd.randrange(10**9, 10**11)}",
        f"{rnd.choice('ABCKNS')}-{small}",
        str(rnd.randrange(10**15, 10**16)),
    )
    return rnd.choice(shapes)


FRAMES = (
    "Sebanyak {} warga mengungsi.",
    "Harga naik Rp{} per kg.",
    "Harga turun Rp {}/kg menjadi US$ {}.",
    "Rapat pukul {} WIB ditunda.",
    "Gempa M {} mengguncang {} km dari kota.",
    "Persebaya menang {} atas Arema.",
    "Pasal {} ayat ({}) UU No. {} Tahun {}.",
    "Hubungi {} atau {}.",
    "Truk N {} UR menabrak RT {}/RW {}.",
    "Jl. Mawar No. {} Blok {}.",
    "Suhu {} °C, angin {} km/jam, hujan {} mm.",
    "Korban, AS ({}), selamat.",
    "KPK menyita {} unit, {} ha, dan {} persen saham.",
    "Pada {} Mei {} ada {} gol.",
    "Lihat @warga{} dan #Aksi{} di https://a{}.go.id/{}.",
    "Timnas U-{} unggul {}, {}, {}.",
    "Laporan LP/{}/XI/{} masuk.",
    "BAB {} - {} & {} = {}.",
    "Anak{} dan hati{} {}.",
    "{} {} {}",
)


def test_ten_thousand_generated_sentences_leave_no_digit_and_no_sign() -> None:
    rnd = random.Random(4)  # noqa: S311  # a seed, so that a failure comes back
    for _ in range(10_000):
        written = re.sub(r"\{\}", lambda _: figures(rnd), rnd.choice(FRAMES))
        said = say(written, LEXICON)
        assert not unread(said), (written, said)


PLAIN_WORDS = "warga desa banjir merendam rumah pagi itu, sebagian mengungsi ke balai Lumajang dan hujan masih lebat di lereng"
PLAIN = st.sampled_from(PLAIN_WORDS.split(" "))


@settings(max_examples=100, deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=14))
def test_plain_text_stays_byte_for_byte(words: list[str]) -> None:
    text = " ".join(words).capitalize() + "."
    text = text.replace("lumajang", "Lumajang")
    assert say(text, LEXICON) == text
    assert {token.kind for token in explain(text, LEXICON)} == {"plain"}


PLAIN_NEWS = (
    "Bupati Banyuwangi meninjau Pasar Rogojampi bersama Kapolresta dan Dandim.",
    "Menurut Sri Wahyuni, harga cabai di Kecamatan Tempeh naik tiga kali lipat.",
    "Hujan deras mengguyur Kota Batu sejak Sabtu malam, kata Kepala Pelaksana Arief.",
    "Ki Dalang Anom Suroto, Nyai Lanjar, dan Gus Dur hadir dalam kisah itu.",
    "“Saya pulang dulu,” ujar Bu Tejo, lalu ia pergi ke rumah Mas Di.",
    "Jum'at Kliwon, warga Desa Ngadas menggelar upacara Unan-unan di lereng Bromo.",
    "Li Na, Xi Jinping, dan Kim Jong Un bertemu di Bandara Ngurah Rai.",
    "Ia mi goreng; dia, nasi. Sol sepatu itu lepas di Jalan Sabang.",
    "Tak ada yang tahu: siapa, kapan, dan mengapa (konon) jembatan itu ambruk?",
    "Anak-anak Sekolah Dasar Negeri Sumbersuko berlari-lari kecil.",
)


@pytest.mark.parametrize("text", PLAIN_NEWS)
def test_plain_news_stays_byte_for_byte(text: str) -> None:
    assert say(text, LEXICON) == text.replace(" (konon)", ", konon,")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_spans_are_in_order_and_true(text: str) -> None:
    tokens = explain(text, LEXICON)
    assert all(text[token.start : token.end] == token.written for token in tokens)
    assert all(before.end == after.start for before, after in pairwise(tokens))
    assert "".join(token.written for token in tokens) == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_saying_twice_is_saying_once_for_figures(text: str) -> None:
    once = say(text, LEXICON)
    assert not unread(say(once, LEXICON))


def test_any_lexicon_even_an_empty_one_leaves_no_digit() -> None:
    for _, written, _ in cases():
        assert not re.search(r"\d", say(written, Lexicon()))


def test_a_hostile_text_is_read_in_linear_time() -> None:
    pieces = ["(", "-", "1-", "A.", "Rp", "1.", "@", "/a", "ke-", "X", "I,", "0", "1:", "1'", "IV-", "A.1"]
    pieces += ["1.000", "s.d", "M5", "Sp.", "12-", "Rp/", "AB-", "0.1s", "(AB)"]
    for piece in [*pieces, *(f"{piece} " for piece in pieces)]:
        say(piece * 3000, LEXICON)


# ---------------------------------------------------------------- the rest of the door


def test_a_token_names_class_span_and_reading() -> None:
    _, money, _, percent = explain("Harga Rp5.000 naik 3%", LEXICON)
    assert (money.kind, money.start, money.end, money.spoken) == ("money", 6, 13, "lima ribu rupiah")
    assert (percent.kind, percent.written, percent.sure) == ("percent", "3%", True)


def test_what_nobody_claims_is_flagged_and_read() -> None:
    (token,) = (token for token in explain("Tanda ⑦ muncul", LEXICON) if not token.sure)
    assert token.spoken == "tujuh"


def test_the_stations_own_words_win() -> None:
    own = Lexicon({**LEXICON.tables, "station": {"KPK": ("komisi antikorupsi",), "As'at": ("as at",)}})
    assert say("KPK memeriksa As'at.", own) == "komisi antikorupsi memeriksa as at."


def test_an_acronym_that_the_text_explains_is_its_own() -> None:
    assert say("Presiden AS hadir.", LEXICON) == "Presiden Amerika Serikat hadir."
    assert "a es dilantik" in say("Asosiasi Siswa (AS) berdiri; ketua AS dilantik.", LEXICON)


def script(*lines: Line) -> Script:
    item = Item(Kind.NEWS, (Jingle("pembuka"), *lines), id="uji")
    return Script("Warta", "Radio", datetime(2026, 11, 23, 14, tzinfo=UTC), "utama", (item,))


def spoken(*lines: Line) -> list[str]:
    return [line.spoken for line in pronounce(script(*lines), LEXICON).items[0].lines]


def test_a_line_is_spoken_with_breaths_readings_and_vowels() -> None:
    (text,) = spoken(Line("Bupati Lumajang / As'at {baca: as at} / meninjau empat desa"))
    assert text == "Bupati Lumajang, as at, mêninjau êmpat désa."


def test_a_script_in_letters_and_figures_is_spoken() -> None:
    first, second = spoken(Line("Kapolres / A-K-B-P Budi / menyita 2,5 kg sabu"), Line("Apa sebabnya?", end="///"))
    assert first == "Kapolrès, a ka bé pé Budi, mênyita dua koma lima kilogram sabu."
    assert second.endswith("sêbabnya?")


def test_a_breath_beside_a_comma_is_one_pause() -> None:
    assert spoken(Line("Hari ini, / warga libur")) == ["Hari ini, warga libur."]


def test_what_an_item_explains_holds_for_all_its_lines() -> None:
    first, second = spoken(Line("Asosiasi Siswa (AS) berdiri"), Line("Ketua AS dilantik"))
    assert "a ès" in second
    assert first.startswith("Asosiasi Siswa, a ès,")


def test_a_foreign_name_gets_its_respelling_only_for_the_voice() -> None:
    assert "makrong" in spoken(Line("Presiden Macron tiba"))[0]
    assert say("Presiden Macron tiba.", LEXICON) == "Presiden Macron tiba."


def test_everything_else_of_a_script_stays() -> None:
    before = script(Line("Hujan turun", sources=("a",), rules=("x",)))
    after = pronounce(before, LEXICON)
    assert after.items[0].elements[0] == Jingle("pembuka")
    assert after.items[0].lines[0].sources == ("a",)
    assert after.items[0].lines[0].text == "Hujan turun"


def test_read_time_counts_spoken_syllables_and_marks() -> None:
    assert read_time("ba ba ba ba ba ba ba ba ba ba ba ba ba", LEXICON) == 2000 + 450
    assert read_time("Warga / mengungsi", LEXICON) - read_time("Warga mengungsi", LEXICON) == 200
    assert read_time("Ada 1.250 rumah", LEXICON) == read_time("Ada seribu dua ratus lima puluh rumah", LEXICON)


def test_hard_names_are_hinted_once_in_order() -> None:
    found = hard_names("Macron menemui As'at. As'at dan Rif'an hadir. Salat Jum'at usai.", LEXICON)
    assert [(hint.written, hint.said) for hint in found] == [("Macron", "MA-KRONG"), ("As'at", "AS-AT"), ("Rif'an", "RIF-AN")]


@pytest.mark.parametrize(
    ("word", "context", "marked"),
    [
        ("teras", "Ibu duduk di teras rumah.", "téras"),
        ("teras", "Ia pejabat teras partai itu.", "têras"),
        ("Serang", "Wali Kota Serang meninjau pasar.", "sérang"),
        ("serang", "Mereka saling serang di lapangan.", "sêrang"),
        ("seri", "Laga itu berakhir seri.", "sêri"),
        ("seri", "Drama seri itu tayang.", "séri"),
        ("mental", "Gangguan mental harus ditangani.", "mèntal"),
        ("mental", "Bola mental di tiang gawang.", "mêntal"),
        ("pertanian", "", "pêrtanian"),
        ("kereta", "", "kêréta"),
        ("ekonomi", "", "ékonomi"),
        ("merdeka", "", "mêrdéka"),
        ("Probolinggo", "", "Probolinggo"),
    ],
)
def test_the_vowel_of_a_word(word: str, context: str, marked: str) -> None:
    assert spell_vowels(word, context, LEXICON).lower() == marked.lower()


def test_every_marked_stem_is_spelled_as_its_key() -> None:
    plain = str.maketrans("éèêÉÈÊ", "eeeEEE")
    for table in ("vowels", "homographs"):
        for key, columns in LEXICON.table(table).items():
            assert columns[0].translate(plain) == key.split(" ")[0].lower() or columns[0].translate(plain) == key.split(" ")[0]


def test_every_reading_in_the_tables_can_be_spoken() -> None:
    for name in ("acronyms", "units", "currencies", "degrees", "ranks", "abbreviations", "sayings", "phrases"):
        column = 1 if name == "acronyms" else 0
        for key, columns in LEXICON.table(name).items():
            assert columns[column], f"{name}: {key}"
            assert not unread(columns[column]), f"{name}: {key}"


# ---------------------------------------------------------------- what a text explains, and what nobody knows


def test_an_explanation_holds_whichever_side_the_short_form_stands() -> None:
    assert say("PA (Pelindung Alam) dan relawan PA siaga.", LEXICON) == "pe a, Pelindung Alam, dan relawan pe a siaga."
    assert say("Aliansi Sekolah (AS) dan AS lain.", LEXICON) == "Aliansi Sekolah, a es, dan a es lain."


def test_an_explanation_that_agrees_with_the_table_changes_nothing() -> None:
    assert say("Rumah Sakit (RS) penuh; RS Bina Sehat tutup.", LEXICON) == "Rumah Sakit, er es, penuh; Rumah Sakit Bina Sehat tutup."


def test_an_explained_unit_or_degree_is_an_acronym() -> None:
    assert say("Komunitas Motor (KM) dan KM lain hadir.", LEXICON) == "Komunitas Motor, ka em, dan ka em lain hadir."


def test_what_only_the_article_explains_holds_for_the_lines_made_of_it() -> None:
    line = Line("Ketua AS dilantik", sources=("Aliansi Sekolah (AS) berdiri; ketua AS dilantik.",))
    assert "a ès" in spoken(line)[0]
    assert "Amérika" in spoken(Line("Ketua AS dilantik"))[0]
    item = replace(script(Line("Ketua AS dilantik")).items[0], dropped=("Aliansi Sekolah (AS) berdiri.",))
    assert "a ès" in pronounce(replace(script(), items=(item,)), LEXICON).items[0].lines[0].spoken


def test_an_article_keeps_its_own_meaning_to_the_end_of_the_line() -> None:
    body = (
        "Aliansi Sekolah (AS) menggelar lomba baca di Kabupaten Lumajang, Minggu (22/11/2026).",
        "Ketua AS mengatakan lomba itu diikuti 350 siswa.",
    )
    story = Story("lomba", "lomba.txt", body, title="Lomba Baca di Lumajang")
    (item,) = items([story], open_station(None), datetime(2026, 11, 23, 14, tzinfo=UTC), 0)
    said = " ".join(line.spoken for line in pronounce(replace(script(), items=(item,)), LEXICON).items[0].lines)
    assert "Kêtua a ès" in said
    assert "Amérika" not in said


def test_an_editor_is_told_what_nobody_can_read() -> None:
    story = Story("kode", "kode.txt", ("Polisi menemukan kode Xqzt di balai desa, Minggu (22/11/2026).",), title="Kode Aneh")
    (item,) = items([story], open_station(None), datetime(2026, 11, 23, 14, tzinfo=UTC), 0)
    (flag,) = (flag for flag in item.flags if "Xqzt" in flag.note)
    assert (flag.code, flag.line) == (FlagCode.CHECK, 1)
    assert "{baca: …}" in flag.note
    (settled,) = doubts(script(Line("Kode Xqzt {baca: eks ki} muncul")), LEXICON).values()
    assert settled == ()


def test_letters_that_no_table_knows_are_read_but_not_sure() -> None:
    found = {token.written: token for token in explain("PKZW, GEMAR, dan KPK hadir; Wgh.", LEXICON)}
    assert (found["PKZW"].spoken, found["PKZW"].sure) == ("pe ka zet we", False)
    assert (found["GEMAR"].spoken.lower(), found["GEMAR"].sure) == ("gemar", False)
    assert (found["Wgh"].spoken, found["Wgh"].kind) == ("we ge ha", "unclaimed")
    assert found["KPK"].sure


def test_a_dash_in_a_line_is_a_breath() -> None:
    assert spoken(Line("Warga panik – sebagian lari")) == ["Warga panik, sêbagian lari."]


# ---------------------------------------------------------------- house choices, in station.toml under [style]

STYLES = {
    "range": ("sampai", "Jaraknya 10-15 km.", "Jaraknya sepuluh sampai lima belas kilometer."),
    "zone_name": ("short", "Pukul 14.00 WIB, lalu 15.00 WITA.", "Pukul empat belas we i be, lalu lima belas wita."),
    "clock": ("full", "Kereta tiba pukul 05.20 dan 06.00.", "Kereta tiba pukul lima lewat dua puluh menit dan enam."),
    "decimals": ("number", "Inflasi 3,25% dari 3,05%.", "Inflasi tiga koma dua puluh lima persen dari tiga koma nol lima persen."),
    "years": ("pairs", "Krisis 1998 dan Pemilu 2029.", "Krisis sembilan belas sembilan delapan dan Pemilu dua ribu dua puluh sembilan."),
}


@pytest.mark.parametrize("key", STYLES)
def test_a_house_choice_changes_the_reading(key: str, tmp_path: Path) -> None:
    choice, written, said = STYLES[key]
    (tmp_path / "station.toml").write_text(f'[style]\n{key} = "{choice}"\n', "utf-8")
    lexicon = open_station(tmp_path).lexicon
    assert say(written, lexicon) == said
    assert say(written, LEXICON) != said


@pytest.mark.parametrize("key", STYLES)
def test_an_unknown_house_choice_is_refused(key: str, tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text(f'[style]\n{key} = "terserah"\n', "utf-8")
    with pytest.raises(StationError, match="terserah"):
        open_station(tmp_path)


def test_a_short_zone_is_short_in_full_names_too(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text('[style]\nzone_name = "short"\n', "utf-8")
    assert say("Pukul empat belas Waktu Indonesia Barat.", open_station(tmp_path).lexicon) == "Pukul empat belas we i be."
