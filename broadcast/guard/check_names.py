"""Names: each capitalised word of a line is the article's, or the long or short form of one that is."""

from __future__ import annotations

from collections.abc import Iterator

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import MONTHS
from broadcast.guard.reading import Reading, quote
from broadcast.guard.speakers import NAMELESS
from broadcast.guard.vocabulary import SMALL_WORDS, Vocabulary, abbreviates
from broadcast.guard.words import Word, edit_distance, stem
from broadcast.model import Lexicon

_ALWAYS = word_set("""
    senin selasa rabu kamis jumat sabtu minggu ahad nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas
    waktu indonesia barat tengah timur wib wita wit celsius rupiah kilometer negeri
    """) | frozenset(MONTHS)
"""Capitalised words that other checks look after, or that say nothing new."""


def check_names(reading: Reading) -> Iterator[str]:
    """Give a note for each name that the article does not have; a near miss names what may be meant."""
    known = reading.source.vocabulary
    words = [word for word in reading.text.words if word.letters]
    unknown = [index for index, word in enumerate(words) if word.capital and not _is_known(word, known)]
    run: list[int] = []
    for index in unknown:
        if run and index == run[-1] + 1:
            run.append(index)
            continue
        yield from _check_run(words, run, known, reading)
        run = [index]
    yield from _check_run(words, run, known, reading)


def _is_known(word: Word, known: Vocabulary) -> bool:
    low = word.low
    if len(low) == 1 or low in _ALWAYS or low in known.words:
        return True
    if word.written.isupper() and 2 <= len(low) <= 8:
        return f"{low}n" in known.words or f" {' '.join(low)} " in known.initials  # SMP for SMPN
    return len(low) > 3 and stem(low) in known.stems


def _check_run(words: list[Word], run: list[int], known: Vocabulary, reading: Reading) -> Iterator[str]:
    """Judge a run of unknown capitals: an expansion, an ordinary first word, or a name out of nothing."""
    if not run:
        return
    slips = {index: _slip(words[index].low, known) for index in run}
    if not any(slips.values()) and _is_expansion(_wider(words, run), [words[index].low for index in run], known):
        return
    guess = next((name for index in run if (name := _near(words[index].low, known) or slips[index])), "")
    if run == [0] and (words[0].low in NAMELESS or (not guess and _is_ordinary(words, reading.lexicon))):
        return
    said = " ".join(words[index].written for index in run)
    yield f"nama {quote(said)} tidak ada di sumber" + (f"; mungkin maksudnya {quote(guess)}" if guess else "")


def _is_ordinary(words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a line's first word has its capital only from standing first: no known place, and no stranger who speaks."""
    first, speech = words[0], lexicon.table("guard_speech")
    if first.written in lexicon.table("regions"):
        return False
    speaks = len(words) > 1 and speech.get(words[1].low, ("",))[0] == "depan"
    return not speaks or first.low in {word for key in (*lexicon.table("posts"), *lexicon.table("guard_posts")) for word in key.split()}


def _wider(words: list[Word], run: list[int]) -> list[str]:
    """The whole run of capitals (and small words inside it) around some unknown ones."""
    low, high = run[0], run[-1]
    while low and (words[low - 1].capital or words[low - 1].low in SMALL_WORDS):
        low -= 1
    while high + 1 < len(words) and (words[high + 1].capital or words[high + 1].low in SMALL_WORDS):
        high += 1
    return [words[index].low for index in range(low, high + 1)]


def _is_expansion(wide: list[str], run: list[str], known: Vocabulary) -> bool:
    """Whether a short form of the article stands for a stretch of the line that holds all the unknown words."""
    for start in range(len(wide)):
        for end in range(start + 1, min(len(wide), start + 9) + 1):
            piece = wide[start:end]
            if all(word in piece for word in run) and any(abbreviates(short, piece) for short in known.shorts):
                return True
    return False


def _near(low: str, known: Vocabulary) -> str:
    """The article's name that a word is a slip of; empty when none is."""
    most = 1 if len(low) < 7 else 2
    near = [(edit_distance(low, name, most), name) for name in known.names if len(name) > 3]
    distance, name = min(near, default=(9, ""))
    return name.title() if distance <= most and len(low) > 3 else ""


def _slip(low: str, known: Vocabulary) -> str:
    """The allowed word, of a name's long form too, that a word is one letter or one swap away from; empty when none is."""
    near = [word for word in known.words if word not in low and low not in word and edit_distance(low, word, 1) == 1]
    return min(near).title() if near and len(low) > 4 else ""
