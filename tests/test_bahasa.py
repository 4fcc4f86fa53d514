"""Numbers, syllables and the vowels of e: Indonesian itself."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_rbnf import RbnfEngine

from broadcast.bahasa import numbers, syllables, vowels

WORDS = dict(zip(numbers.digits("0123456789").split(), range(10), strict=True))
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def parse(text: str) -> int:
    """Read a number back from its words: an independent way, by adding up."""
    total = part = last = 0
    words = text.replace("sebelas", "satu belas")
    for one in ("puluh", "ratus", "ribu"):
        words = words.replace(f"se{one}", f"satu {one}")
    for word in words.split():
        if word in WORDS:
            last = WORDS[word]
        elif word == "belas":
            part, last = part + 10 + last, 0
        elif word == "puluh":
            part, last = part + 10 * last, 0
        elif word == "ratus":
            part, last = part + 100 * last, 0
        else:
            total, part, last = total + (part + last) * SCALES[word], 0, 0
    return total + part + last


@given(st.integers(min_value=0, max_value=numbers.LIMIT - 1))
def test_a_number_in_words_reads_back_as_itself(number: int) -> None:
    assert parse(numbers.cardinal(number)) == number


@pytest.mark.parametrize("number", [*range(2100), 10_000, 11_000, 100_000, 101_010, 1_000_000, 1_001_000, 10**9, 10**12 + 1000])
def test_small_and_round_numbers_read_back(number: int) -> None:
    assert parse(numbers.cardinal(number)) == number


def test_a_hundred_thousand_numbers_agree_with_unicode() -> None:
    rnd = random.Random(1)  # noqa: S311  # a seed, so that a failure comes back
    edges = {10**power + step for power in range(16) for step in (-1, 0, 1) if 10**power + step < 10**15}
    edges |= {lead * 10**power for power in range(15) for lead in (1, 2, 11, 12, 19, 20, 21, 101, 111) if lead * 10**power < 10**15}
    asked = [*range(60_000), *sorted(edges), *(rnd.randrange(10 ** rnd.randrange(5, 16)) for _ in range(40_000))]
    assert len(asked) >= 100_000
    engine = RbnfEngine.for_language("id")
    for number in asked:
        other = engine.format_number(number, ruleset_names=["spellout-cardinal"]).text
        assert numbers.cardinal(number) == other


def test_radio_says_minus_where_unicode_says_negatif() -> None:
    engine = RbnfEngine.for_language("id")
    for number in (-1, -11, -1000, -273_150):
        other = engine.format_number(number, ruleset_names=["spellout-cardinal"]).text
        assert numbers.cardinal(number) == other.replace("negatif", "minus")


def test_numbers_are_said_as_on_radio() -> None:
    assert numbers.cardinal(1000) == "seribu"
    assert numbers.cardinal(1_000_000) == "satu juta"
    assert numbers.cardinal(111_111) == "seratus sebelas ribu seratus sebelas"
    assert numbers.cardinal(-5) == "minus lima"
    assert numbers.cardinal(10**18).startswith("satu nol nol")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.250", "seribu dua ratus lima puluh"),
        ("0,05", "nol koma nol lima"),
        ("3.5", "tiga koma lima"),
        ("1,234,567", "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh"),
        ("08", "nol delapan"),
        ("0", "nol"),
        ("1234567890123456", "satu dua tiga empat lima enam tujuh delapan sembilan nol satu dua tiga empat lima enam"),
    ],
)
def test_a_written_number_is_read(text: str, said: str) -> None:
    assert numbers.written(text) == said


@given(st.integers(min_value=1, max_value=3999))
def test_a_roman_numeral_has_one_value(number: int) -> None:
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    text, rest = "", number
    for value, mark in zip(values, ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True):
        text += mark * (rest // value)
        rest %= value
    assert numbers.roman(text) == number


@pytest.mark.parametrize("text", ["IIII", "VX", "IC", "ABC", "", "xiv"])
def test_no_roman_numeral(text: str) -> None:
    assert numbers.roman(text) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [("kabupaten", 4), ("pantai", 2), ("saudara", 3), ("pakaian", 4), ("seribu", 3), ("de pe er", 3), ("en", 1), ("air", 2), ("pulau", 2)],
)
def test_syllables_are_counted(word: str, number: int) -> None:
    assert syllables.count(word) == number


@pytest.mark.parametrize(
    ("word", "parts"),
    [("As'at", "As at"), ("Banyuwangi", "Ba nyu wa ngi"), ("Trenggalek", "Treng ga lek"), ("Wicaksono", "Wi cak so no"), ("Agus", "A gus")],
)
def test_syllables_part(word: str, parts: str) -> None:
    assert " ".join(syllables.split(word)) == parts


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=20))
def test_syllables_lose_no_letter(word: str) -> None:
    assert "".join(syllables.split(word)) == word.replace("'", "")


STEMS = {"selamat": "sêlamat", "seret": "sèrèt", "desa": "désa", "periksa": "pêriksa", "teliti": "têliti"}
STEMS |= {"menteri": "mêntêri", "Edi": "édi"}


@pytest.mark.parametrize(
    ("word", "marked"),
    [
        ("empat", "êmpat"),
        ("keempat", "kêêmpat"),
        ("menyelamatkan", "mênyêlamatkan"),
        ("terseret", "têrsèrèt"),
        ("pemeriksaan", "pêmêriksaan"),
        ("penelitian", "pênêlitian"),
        ("kementerian", "kêmêntêrian"),
        ("perdesaan", "pêrdésaan"),
        ("kebijakan", "kêbijakan"),
        ("berlari", "bêrlari"),
        ("Edi", "édi"),
        ("sedesa", "sêdésa"),
        ("satu", "satu"),
        ("de", "dé"),
        ("es", "ès"),
        ("ke", "kê"),
    ],
)
def test_affixes_and_closed_words_are_exact(word: str, marked: str) -> None:
    assert vowels.mark(word, STEMS) == marked
    assert vowels.known(word, STEMS)


@pytest.mark.parametrize(("word", "marked"), [("lodeh", "lodèh"), ("gede", "gédé"), ("lesung", "lêsung"), ("ekor", "ékor")])
def test_the_rule_for_unknown_words(word: str, marked: str) -> None:
    assert vowels.mark(word, {}) == marked
    assert not vowels.known(word, {})


@given(st.text(alphabet="abcdeghiklmnoprstuwy-E", min_size=1, max_size=24))
def test_marking_changes_nothing_but_e(word: str) -> None:
    marked = vowels.mark(word, STEMS)
    assert len(marked) == len(word)
    assert all(a == b or (a in "eE" and b in "éèê") for a, b in zip(word, marked, strict=True))
    assert "e" not in marked


def test_english_figures_and_grouped_decimals_are_read() -> None:
    assert numbers.written("12,345.67") == "dua belas ribu tiga ratus empat puluh lima koma enam tujuh"
    assert numbers.written("3,25", grouped=True) == "tiga koma dua puluh lima"
    assert numbers.written("3,05", grouped=True) == "tiga koma nol lima"
    assert numbers.written("0,381", grouped=True) == "nol koma tiga delapan satu"


def test_a_year_in_pairs() -> None:
    assert numbers.paired_year(1945) == "sembilan belas empat lima"
    assert numbers.paired_year(1800) == "seribu delapan ratus"
    assert numbers.paired_year(2004) == "dua ribu empat"
