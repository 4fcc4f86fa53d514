"""The letter e: pepet (ə, written ê) or taling (é in an open syllable, è in a closed one), after EYD V 2022 and KBBI.

A word is looked up among marked stems; else its affixes are taken off, whose vowels are fixed, until a stem is found;
else it is guessed: by weights that were learned from the marked stems (`guessing`), or without them by a rule of its shape.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Literal

from broadcast.bahasa.affixes import stripped
from broadcast.bahasa.guessing import CLOSED, OPEN, PEPET, Weights, guess, heights
from broadcast.bahasa.syllables import split

Source = Literal["plain", "table", "affixes", "guess"]
"""How the vowels of a word are known: it has no e, stands in the table, is made of a known stem, or is guessed."""

CERTAINTY: tuple[Source, ...] = ("guess", "affixes", "table", "plain")
"""The least certain first."""

_MARKED = str.maketrans("éèêÉÈÊ", "eeeEEE")
_CLOSED_WORDS = """
        kê sê pêr êmpat ênam bêlas sêbêlas sêmbilan dêlapan sêpuluh sêratus sêribu pêrtama kêdua kêtiga sêtêngah pêrtiga pêrsèn
        sêpêrtiga sêpêrêmpat karêna têtapi sêrta sêdang têlah sêdangkan sêhingga sêbab lêbih têrhadap têntang kêpada sêbagai
        sêcara sêtêlah sêbêlum sêsudah kêtika sêjak sêlama sêkitar sêluruh sêmua sêtiap bêbêrapa bêrapa sêgala sêmêntara mêskipun
        mênurut mêngênai sêpêrti sêlain sêkali têrlalu têtap têntu dêngan mêlalui mêréka bé cé dé gé pé té vé wé yé
        èf èl èm èn èr ès èks zèt
        mémang mêski kêcuali mêndatang sêorang sêkarang sêgêra sêring sêlalu sêmpat sêmoga sêmênjak sêandainya sêolah kênapa
"""
_CLOSED_CLASS = {word.translate(_MARKED): word for word in _CLOSED_WORDS.split()}
_ROOT = re.compile(r"(?:[bcdfghjklmnpqrstvwyz]|[bcdfgkpst][lr]|ny|ng|sy|kh|s[tpkw]|sw|str)?[aiou](?:.*[aiou])")
_LOAN = re.compile(
    r"[fvxqz]|eo|ea|sy|ks|kt|pt|^(?:bl|cl|dr|fl|fr|gl|gr|kl|kr|pl|pr|sk|sl|sp|st|tr)"
    r"|(?:si|tas|tif|sis|tor|ika|ik|is|or|al|us|um|ium)$"
)


def mark(word: str, stems: Mapping[str, str], roots: Collection[str] = (), weights: Weights | None = None) -> str:
    """Return a word with each e marked; `stems` holds marked words by their plain spelling, `roots` known words without an e.

    >>> stems = {"selamat": "sêlamat", "desa": "désa"}
    >>> mark("menyelamatkan", stems), mark("Desa", stems), mark("ke-empat", stems), mark("tempe", stems)
    ('mênyêlamatkan', 'Désa', 'kê-êmpat', 'tèmpé')
    """
    return "-".join(_mark(part, stems, roots, weights)[0] for part in word.split("-"))


def source(word: str, stems: Mapping[str, str], roots: Collection[str] = ()) -> Source:
    """Return how the vowels of a word are known; of its parts between hyphens, the least certain counts.

    >>> stems = {"selamat": "sêlamat"}
    >>> source("selamat", stems), source("menyelamatkan", stems), source("tempe", stems), source("padi", stems)
    ('table', 'affixes', 'guess', 'plain')
    """
    return min((_mark(part, stems, roots, None)[1] for part in word.split("-")), key=CERTAINTY.index)


def known(word: str, stems: Mapping[str, str], roots: Collection[str] = ()) -> bool:
    """Whether the vowels of a word come from a stem or a closed class, not from a guess.

    >>> known("menyelamatkan", {"selamat": "sêlamat"}), known("tempe", {})
    (True, False)
    """
    return source(word, stems, roots) != "guess"


def vowels(marked: str) -> str:
    """Return the marks of a word, one for each e.

    >>> vowels("kêréta")
    'êé'
    """
    return "".join(mark if mark in "éèê" else PEPET for mark in marked.lower() if mark in "eéèê")


def _mark(word: str, stems: Mapping[str, str], roots: Collection[str], weights: Weights | None) -> tuple[str, Source]:
    low = word.lower()
    if "e" not in low:
        return word, "plain"
    found = stems.get(word) or _CLOSED_CLASS.get(low) or stems.get(low) or stems.get(low.capitalize())
    if found:
        return _cased(word, vowels(found)), "table"
    marks, sure = _derived(low, stems, roots)
    if marks and (sure or word == low or not weights):
        return _cased(word, marks), "affixes" if sure else "guess"
    return _cased(word, guess(word, weights) if weights else _shaped(low)), "guess"


def _cased(word: str, marks: str) -> str:
    """Put the marks on the letters of a word; a marked letter is always small, which no voice minds."""
    rest = iter(marks)
    return "".join(next(rest, PEPET) if letter in "eE" else letter for letter in word)


# ---------------------------------------------------------------- affixes


def _derived(low: str, stems: Mapping[str, str], roots: Collection[str]) -> tuple[str, bool]:
    """The marks of a word made with affixes of a known stem, else of what may be one without e; and whether that stem is known.

    Without `roots`, any root of a likely shape passes for known.
    """
    best, best_score, sure = "", 0, False
    for head, stem, affixes in stripped(low):
        if found := stems.get(stem) or _CLOSED_CLASS.get(stem):
            score, marks, listed = 100 + 3 * len(stem) - affixes, head + vowels(found), True
        elif "e" in stem:
            continue
        elif stem in roots:
            score, marks, listed = 90 + 3 * len(stem) - affixes, head, True
        elif (
            affixes and head and len(stem) > 2 and _ROOT.fullmatch(stem + "a" if stem[-1] not in "aiou" else stem) and _two_syllables(stem)
        ):
            score, marks, listed = 50 - 5 * affixes + len(stem), head, not roots
        else:
            continue
        if score > best_score:
            best, best_score, sure = marks, score, listed
    return (best, sure) if len(best) == low.count("e") else ("", False)


def _two_syllables(stem: str) -> bool:
    return sum(letter in "aiueo" for letter in stem) >= 2


# ---------------------------------------------------------------- the rule for the rest, where nothing was learned


def _shaped(low: str) -> str:
    """The marks of an unknown word by its shape.

    Final e is taling; so is e beside another vowel, e before a syllable with o, e in a closed last syllable (but not
    -er or -el after a consonant), and e in a word that looks borrowed. Else e is pepet.
    """
    parts = split(low)
    taling = [
        _is_taling(low, part, place, parts[index + 1] if index + 1 < len(parts) else "", first=index == 0)
        for index, part in enumerate(parts)
        for place, letter in enumerate(part)
        if letter == "e"
    ]
    return heights(low, taling)


def _is_taling(low: str, part: str, place: int, following: str, *, first: bool) -> bool:
    last = not following
    if last and part.endswith("e"):
        return True
    beside = part[place + 1 : place + 2] or following[:1]
    if beside and beside in "aiueo":
        return True
    if last:
        return not (part.endswith(("er", "el")) and len(low) > 4 and not low.endswith(("ier", "oner", "iel")))
    if first and place == 0:
        return beside not in {"m", "n"}
    if "o" in following and len(low) < 7:
        return True
    same = following.endswith("e") or ("e" in following and len(split(low)) == 2)
    return same or bool(_LOAN.search(low))


__all__ = ["CERTAINTY", "CLOSED", "OPEN", "PEPET", "Source", "known", "mark", "source", "vowels"]
