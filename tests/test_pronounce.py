"""Said right: written sentences and how a newsreader says them, class by class, and what must hold for any text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast.model import Item, Jingle, Kind, Lexicon, Line, Script
from broadcast.pronounce import explain, hard_names, pronounce, read_time, say, spell_vowels
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
    assert len(found) >= 250
    assert len({kind for kind, _, _ in found}) >= 35


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


PLAIN_WORDS = "warga desa banjir merendam rumah pagi itu, sebagian mengungsi ke balai Lumajang dan hujan masih lebat di lereng"
PLAIN = st.sampled_from(PLAIN_WORDS.split(" "))


@settings(max_examples=100, deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=14))
def test_plain_text_stays_byte_for_byte(words: list[str]) -> None:
    text = " ".join(words).capitalize() + "."
    text = text.replace("lumajang", "Lumajang")
    assert say(text, LEXICON) == text
    assert explain(text, LEXICON) == ()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_spans_are_in_order_and_true(text: str) -> None:
    tokens = explain(text, LEXICON)
    assert all(text[token.start : token.end] == token.written for token in tokens)
    assert all(before.end <= after.start for before, after in pairwise(tokens))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_saying_twice_is_saying_once_for_figures(text: str) -> None:
    once = say(text, LEXICON)
    assert not unread(say(once, LEXICON))


def test_any_lexicon_even_an_empty_one_leaves_no_digit() -> None:
    for _, written, _ in cases():
        assert not re.search(r"\d", say(written, Lexicon()))


def test_a_hostile_text_is_read_in_linear_time() -> None:
    for piece in ("(", "-", "1-", "A.", "Rp", "1.", "@", "/a", "ke-", "X ", "I, ", "0 "):
        say(piece * 3000, LEXICON)


# ---------------------------------------------------------------- the rest of the door


def test_a_token_names_class_span_and_reading() -> None:
    money, percent = explain("Harga Rp5.000 naik 3%", LEXICON)
    assert (money.kind, money.start, money.end, money.reading) == ("money", 6, 13, "lima ribu rupiah")
    assert (percent.kind, percent.written, percent.sure) == ("percent", "3%", True)


def test_what_nobody_claims_is_flagged_and_read() -> None:
    (token,) = explain("Tanda ⑦ muncul", LEXICON)
    assert not token.sure
    assert token.reading == "tujuh"


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
