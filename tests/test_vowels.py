"""The e of words as a newsreader says them: stems, affixes, loans, names, homographs in sentences, and the guess at the rest."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcast.bahasa import guessing, vowels
from broadcast.bahasa.affixes import stripped
from broadcast.bahasa.homographs import Reading, choose
from broadcast.bahasa.phonemes import ipa, syllables
from broadcast.model import Lexicon
from broadcast.pronounce import spell_vowels
from broadcast.pronounce.marks import Marker, public_stems
from broadcast.station import open_station

CASES = Path(__file__).parent / "vowels"
LEXICON = open_station(None).lexicon
MARKER = Marker.of(LEXICON)
PLAIN = str.maketrans("éèêÉÈÊ", "eeeEEE")


def two_way(marked: str) -> str:
    """The marks as the spelling rules contrast them: ê, or é for either taling; an unmarked e is ê."""
    return "".join("é" if mark in "éè" else "ê" for mark in marked.lower() if mark in "eéèê")


def classes() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for row in (CASES / "words.txt").read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, words = row.split(":", 1)
            pairs = [(word.partition(":")[0], word.partition(":")[2] or word) for word in words.split()]
            yield kind, [pair for pair in pairs if "e" in pair[0].lower()]


@pytest.mark.parametrize(("kind", "pairs"), list(classes()))
def test_words_are_said_as_a_newsreader_says_them(kind: str, pairs: list[tuple[str, str]]) -> None:
    wrong = {plain: got for plain, said in pairs if two_way(got := spell_vowels(plain, "", LEXICON)) != two_way(said)}
    assert wrong == {}, kind


def test_the_cases_are_many() -> None:
    assert sum(len(pairs) for _, pairs in classes()) >= 400
    assert len(sentences()) >= 60


def sentences() -> list[list[str]]:
    return [row.split("\t") for row in (CASES / "homographs.tsv").read_text("utf-8").splitlines() if row and not row.startswith("#")]


@pytest.mark.parametrize(("word", "sentence", "said"), sentences())
def test_homographs_follow_the_words_around(word: str, sentence: str, said: str) -> None:
    assert word.lower() in sentence.lower()
    assert two_way(spell_vowels(word, sentence, LEXICON)) == two_way(said)


def test_each_occurrence_has_its_own_surroundings() -> None:
    text = "Usai apel pagi di halaman kantor bupati itu semua pegawai, tanpa kecuali, menanam dua puluh pohon dan memanen buah apel merah."
    marked = MARKER.mark_text(text)
    assert "apèl pagi" in marked
    assert "buah apêl" in marked


def test_cues_further_than_half_a_sentence_say_nothing() -> None:
    readings = (Reading.of("apêl", "buah"), Reading.of("apèl", "upacara"))
    assert choose("apel", "buah " + "satu " * 20 + "apel", readings) is None
    assert choose("apel", "upacara buah apel", readings) is readings[0], "both are near: the first row wins"
    assert choose("apel", "upacara apel satu dua tiga buah", readings) is readings[1], "what stands near counts more"


# ---------------------------------------------------------------- the tables


@pytest.mark.parametrize("name", ["vowels", "homographs"])
def test_a_marked_word_is_the_word_with_marks(name: str) -> None:
    rows = [(key.split(" ")[0], columns[0]) for key, columns in LEXICON.table(name).items()]
    assert [row for row in rows if row[1].translate(PLAIN) != row[0] and row[1].translate(PLAIN) != row[0].lower()] == []
    assert [row for row in rows if "e" in row[1].lower()] == [], "no e is left unmarked"


def test_a_taling_is_written_by_its_syllable() -> None:
    wrong = []
    for key, columns in LEXICON.table("vowels").items():
        if "-" not in key:
            marks = vowels.vowels(columns[0])
            if guessing.heights(key.lower(), [mark != "ê" for mark in marks]) != marks:
                wrong.append(columns[0])
    assert wrong == []


def test_the_public_list_says_each_e_and_nothing_that_ours_says() -> None:
    public = public_stems(LEXICON)
    assert len(public) > 2500
    assert [word for word, marked in public.items() if "e" in marked or word in LEXICON.table("vowels")] == []
    rows = LEXICON.table("vowels_public").items()
    assert [word for key, (words,) in rows for word in words.split() if len(key.split(" ")[0]) != word.count("e")] == []


def test_every_homograph_has_two_readings_and_cues_of_its_own() -> None:
    for word, readings in MARKER.homographs.items():
        assert len({reading.marked for reading in readings}) == len(readings) > 1, word
        shared = [cue for cue in readings[0].cues if any(cue in other.cues for other in readings[1:])]
        assert len(shared) <= 2, f"{word}: {shared} call for both"


# ---------------------------------------------------------------- what holds for any word


WORDS = st.text("abcdefghijklmnoprstuwyEe", min_size=1, max_size=14)


@given(WORDS)
def test_every_e_gets_a_mark_and_nothing_else_changes(word: str) -> None:
    marked = MARKER.mark(word)
    assert len(marked) == len(word)
    assert all(one == other or (one in "eE" and other in "éèê") for one, other in zip(word, marked, strict=True))


@given(WORDS)
def test_a_guess_has_a_reason_for_each_e(word: str) -> None:
    assert len(guessing.guess(word, MARKER.weights)) == len(guessing.reasons(word, MARKER.weights)) == word.lower().count("e")
    for row, taling in zip(guessing.reasons(word, MARKER.weights), guessing.decide(word, MARKER.weights), strict=True):
        assert (math.fsum(weight for _, weight in row) > 0) == taling


ROOTS = st.sampled_from(
    ["baca", "lari", "tanam", "jalan", "duga", "pukul", "suara", "kurang", "angkat", "olah", "ajar", "usul", "sapu", "gali"]
)


@given(ROOTS, st.sampled_from(["ber", "ter", "per", "se", "ke", "di", "pe"]), st.sampled_from(["", "an", "kan", "i", "nya", "kannya"]))
def test_affixes_have_a_pepet(root: str, prefix: str, suffix: str) -> None:
    word = prefix + root + suffix
    assert "é" not in MARKER.mark(word)
    assert "è" not in MARKER.mark(word)
    assert root in [stem for _, stem, _ in stripped(word)]


@given(WORDS)
def test_any_word_has_phonemes(word: str) -> None:
    assert ipa(MARKER.mark(word)).count("ˈ") <= 1
    assert sum(map(len, syllables(word.lower()))) <= 2 * len(word)


def test_how_a_word_is_known() -> None:
    known = {word: MARKER.source(word) for word in ("padi", "desa", "apel", "mendesak", "perbukitan", "Xelembre", "desa-Xelembre")}
    assert known == {
        "padi": "plain", "desa": "table", "apel": "table", "mendesak": "affixes", "perbukitan": "affixes", "Xelembre": "guess",
        "desa-Xelembre": "guess",
    }  # fmt: skip


def test_a_root_that_nobody_knows_is_no_proof() -> None:
    assert vowels.source("bernardo", {}, {"tanam"}) == "guess"
    assert vowels.source("bertanam", {}, {"tanam"}) == "affixes"
    assert vowels.mark("bernardo", {}, {"tanam"}) == "bêrnardo", "in small letters affixes are still the likelier"
    assert vowels.mark("Bernardo", {}, {"tanam"}, {"any": 1.0}) == "Bèrnardo", "a name is no affixed word"


def test_an_empty_lexicon_still_marks() -> None:
    marker = Marker.of(Lexicon())
    assert marker.mark("keempat") == "kêêmpat"
    assert marker.mark("tempe") == "tèmpé"


def test_the_guess_is_better_than_the_shape_alone() -> None:
    names = [(key, vowels.vowels(columns[0])) for key, columns in LEXICON.table("vowels").items() if key[0].isupper()][::3]
    guessed = sum(two_way(guessing.guess(key, MARKER.weights)) == two_way(marks) for key, marks in names)
    shaped = sum(two_way(vowels.mark(key, {})) == two_way(marks) for key, marks in names)
    assert guessed > 0.9 * len(names) > shaped
