"""Cheap tests before long patterns: none may hide what the pattern would find."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from broadcast.bahasa import dates
from broadcast.model import Lexicon, Story
from broadcast.write import figures, names, signs, sums, terms, trims
from broadcast.write.frames import HELD, replace_framed
from broadcast.write.words import Phrases, tidy

Rule = Callable[[str, None], str]


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        (trims.drop_plates, "truk L 9 A terguling", "truk terguling"),
        (trims.drop_plates, "pintu B 12 dibuka", "pintu B 12 dibuka"),
        (trims.drop_plates, "warga RW 4 dan Rw 5", "warga dan Rw 5"),
        (trims.drop_brackets, "kambing {dua} ekor) mati", "kambing dua ekor mati"),
        (trims.drop_press_calls, "Surti, ketika ditemui wartawan, menolak", "Surti menolak"),
        (trims.drop_press_calls, "Surti menemui wartawan", "Surti menemui wartawan"),
        (trims.mend_signs, "jalan - yang baru - dibuka", "jalan, yang baru, dibuka"),
        (trims.mend_signs, "anak-anak pulang", "anak-anak pulang"),
        (names.strip_degrees, "Warsito, MT, hadir", "Warsito, hadir"),
        (names.strip_degrees, "Warsito, Matius, hadir", "Warsito, Matius, hadir"),
        (names.say_titles, "kata drh. Wulan", "kata dokter hewan Wulan"),
        (names.say_titles, "kata K.H. Anwar", "kata Kiai Haji Anwar"),
        (names.say_titles, "drama Hari Ibu", "drama Hari Ibu"),
        (names.drop_initials, "Lurah S. Warsito", "Lurah Warsito"),
        (names.drop_ages, "anak, Bukan Nama Sebenarnya, pulang", "anak pulang"),
        (figures.say_ordinals, "tahap V dan kelas X", "tahap lima dan kelas sepuluh"),
        (figures.say_scores, "menang 3–1 dan unggul 2 gol", "menang tiga satu dan unggul 2 gol"),
        (sums.say_money, "€ 5 dan ¥200", "5 euro dan 200 yen"),
    ],
)
def test_gate_lets_what_it_should(rule: Rule, text: str, said: str) -> None:
    assert tidy(rule(text, None)) == said


@pytest.mark.parametrize("date", ["(7/3)", "7/3/2026", "7 Maret", "7  Nop", "Rabu (07 / 03 / 26)"])
def test_every_date_is_one_that_can_be_given(date: str) -> None:
    assert dates.EXPLICIT.search(f"pada {date} siang")
    assert dates.gives_date(f"pada {date} siang")


def test_child_in_a_crime_is_seen() -> None:
    story = Story("pria", "", ("Polisi menahan pria.",))
    assert signs.read_signs(story, ("Polisi menahan pria karena menganiaya Balita itu.",), Lexicon()).child
    assert not signs.read_signs(story, ("Polisi menahan pria karena menganiaya kambing itu.",), Lexicon()).child


def test_short_forms_of_several_words_and_in_small_letters_are_opened() -> None:
    lexicon = Lexicon({"first_mention": {"Balai TN": ("Balai Taman Nasional",)}, "portmanteaus": {"Dishutan": ("Dinas Kehutanan",)}})
    opened = terms.Terms(lexicon, ()).open("Petugas (Balai TN) dan dishutan, bukan Balai Tani")
    assert opened == "Petugas (Balai Taman Nasional) dan dinas kehutanan, bukan Balai Tani"


def test_phrase_that_begins_with_a_sign_is_found() -> None:
    assert Phrases({"“lho": ("“nah",)}).replace("kata dia, “lho begitu") == "kata dia, “nah begitu"


def test_frame_leaves_longer_words_and_new_text_alone() -> None:
    frame = re.compile(rf"(?<!\w){HELD}(?!\w)")
    assert replace_framed("Ani, Anita, dan Ani", "Ani", frame, "Ani B.") == "Ani B., Anita, dan Ani B."
