"""The letter e: pepet (ə, written ê) or taling (é in an open syllable, è in a closed one), after EYD V 2022 and KBBI.

A word is looked up among marked stems; else its affixes are taken off, whose vowels are fixed, until a stem is found;
else a rule decides by the shape of the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from broadcast.bahasa.syllables import split

PEPET = "ê"
OPEN = "é"
CLOSED = "è"

_MARKED = str.maketrans("éèêÉÈÊ", "eeeEEE")
_CLOSED_WORDS = """
        kê sê pêr êmpat ênam bêlas sêbêlas sêmbilan dêlapan sêpuluh sêratus sêribu pêrtama kêdua kêtiga sêtêngah pêrtiga pêrsèn
        sêpêrtiga sêpêrêmpat karêna têtapi sêrta sêdang têlah sêdangkan sêhingga sêbab lêbih têrhadap têntang kêpada sêbagai
    sêcara sêtêlah sêbêlum sêsudah kêtika sêjak sêlama sêkitar sêluruh sêmua sêtiap bêbêrapa bêrapa sêgala sêmêntara mêskipun
    mênurut mêngênai sêpêrti sêlain sêkali têrlalu têtap têntu dêngan mêlalui mêréka bé cé dé gé pé té vé wé yé èf èl èm èn èr ès èks zèt
"""
_CLOSED_CLASS = {word.translate(_MARKED): word for word in _CLOSED_WORDS.split()}
_PREFIXES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    # prefix, what the stem may have lost before it, what the rest must begin with
    ("menge", ("",), r"[bcdfghjklmnprst]+[aiueo][bcdfghjklmnprstk]*(?:kan|i|an)?$"),
    ("penge", ("",), r"[bcdfghjklmnprst]+[aiueo][bcdfghjklmnprstk]*(?:an)?$"),
    ("meng", ("", "k"), r"[aiueogkhqx]"),
    ("peng", ("", "k"), r"[aiueogkhqx]"),
    ("meny", ("s",), r"[aiueo]"),
    ("peny", ("s",), r"[aiueo]"),
    ("mem", ("", "p"), r"[bfvpaiueo]"),
    ("pem", ("", "p"), r"[bfvpaiueo]"),
    ("men", ("", "t"), r"[cdjstzaiueo]"),
    ("pen", ("", "t"), r"[cdjstzaiueo]"),
    ("ber", ("", "r"), r"[a-z]"),
    ("ter", ("", "r"), r"[a-z]"),
    ("per", ("", "r"), r"[a-z]"),
    ("bel", ("",), r"ajar"),
    ("me", ("",), r"[lrwymn]"),
    ("pe", ("",), r"[a-z]"),
    ("be", ("",), r"[a-z]"),
    ("te", ("",), r"[a-z]"),
    ("se", ("",), r"[a-z]"),
    ("ke", ("",), r"[a-z]"),
    ("di", ("",), r"[a-z]"),
    ("ku", ("",), r"[a-z]"),
    ("kau", ("",), r"[a-z]"),
    ("antar", ("",), r"[a-z]"),
    ("non", ("",), r"[a-z]"),
    ("pra", ("",), r"[a-z]"),
)
_COMPILED = tuple((prefix, lost, re.compile(rest)) for prefix, lost, rest in _PREFIXES)
_SUFFIXES = (
    "kannya", "annya", "inya", "nya", "kan", "an", "i", "lah", "kah", "pun", "ku", "mu", "wan", "wati",
    "isasi", "nyalah", "anlah", "kanlah",
)  # fmt: skip
_ROOT = re.compile(r"(?:[bcdfghjklmnpqrstvwyz]|[bcdfgkpst][lr]|ny|ng|sy|kh|s[tpkw]|sw|str)?[aiou](?:.*[aiou])")
_LOAN = re.compile(
    r"[fvxqz]|eo|ea|sy|ks|kt|pt|^(?:bl|cl|dr|fl|fr|gl|gr|kl|kr|pl|pr|sk|sl|sp|st|tr)"
    r"|(?:si|tas|tif|sis|tor|ika|ik|is|or|al|us|um|ium)$"
)
_MAX_AFFIXES = 3


def mark(word: str, stems: Mapping[str, str]) -> str:
    """Return a word with each e marked; `stems` holds marked words by their plain spelling.

    >>> stems = {"selamat": "sêlamat", "desa": "désa"}
    >>> mark("menyelamatkan", stems), mark("Desa", stems), mark("ke-empat", stems), mark("tempe", stems)
    ('mênyêlamatkan', 'Désa', 'kê-êmpat', 'tèmpé')
    """
    return "-".join(_mark(part, stems)[0] for part in word.split("-"))


def known(word: str, stems: Mapping[str, str]) -> bool:
    """Whether the vowels of a word come from a stem or a closed class, not from the rule.

    >>> known("menyelamatkan", {"selamat": "sêlamat"}), known("tempe", {})
    (True, False)
    """
    return all(_mark(part, stems)[1] for part in word.split("-"))


def _mark(word: str, stems: Mapping[str, str]) -> tuple[str, bool]:
    low = word.lower()
    if "e" not in low:
        return word, True
    found = stems.get(word) or _CLOSED_CLASS.get(low) or stems.get(low) or stems.get(low.capitalize())
    if found:
        return _cased(word, vowels(found)), True
    derived = _derived(low, stems)
    if derived:
        return _cased(word, derived), True
    return _cased(word, _guess(low)), False


def vowels(marked: str) -> str:
    """Return the marks of a word, one for each e.

    >>> vowels("kêréta")
    'êé'
    """
    return "".join(mark if mark in "éèê" else PEPET for mark in marked.lower() if mark in "eéèê")


def _cased(word: str, marks: str) -> str:
    """Put the marks on the letters of a word; a marked letter is always small, which no voice minds."""
    rest = iter(marks)
    return "".join(next(rest, PEPET) if letter in "eE" else letter for letter in word)


# ---------------------------------------------------------------- affixes


def _derived(low: str, stems: Mapping[str, str]) -> str:
    """The marks of a word made with affixes of a known stem, else of a stem without e; empty when it is none."""
    best, best_score = "", 0
    for marks, stem, depth in _analyses(low, stems, _MAX_AFFIXES):
        listed = stem in stems or stem in _CLOSED_CLASS
        score = (100 if listed else 0) + 3 * len(stem) - depth if listed else 50 - 5 * depth + len(stem)
        if score > best_score:
            best, best_score = marks, score
    return best


def _analyses(low: str, stems: Mapping[str, str], depth: int) -> Iterator[tuple[str, str, int]]:
    """Every way to take affixes off: the marks of the whole, the stem, how many affixes."""
    for bare in _bare(low):
        yield from _stem(bare, stems, 0 if bare == low else 1)
        if depth:
            yield from _unprefixed(bare, stems, depth, 0 if bare == low else 1)


def _bare(low: str) -> Iterator[str]:
    yield low
    for suffix in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 3 and "e" not in suffix:
            yield low[: -len(suffix)]


def _stem(bare: str, stems: Mapping[str, str], affixes: int) -> Iterator[tuple[str, str, int]]:
    found = stems.get(bare) or _CLOSED_CLASS.get(bare)
    if found and affixes:
        yield vowels(found), bare, affixes


def _unprefixed(bare: str, stems: Mapping[str, str], depth: int, affixes: int) -> Iterator[tuple[str, str, int]]:
    for prefix, lost, rest_of in _COMPILED:
        if not bare.startswith(prefix):
            continue
        rest = bare[len(prefix) :]
        if len(rest) < 2 or not rest_of.match(rest):
            continue
        head = PEPET * prefix.count("e")
        for gone in lost:
            if gone and rest[0] not in "aiueo":
                continue
            stem = gone + rest
            found = stems.get(stem) or _CLOSED_CLASS.get(stem)
            if found:
                yield head + vowels(found), stem, affixes + 1
            elif not gone and "e" not in stem and _ROOT.fullmatch(stem + "a" if stem[-1] not in "aiou" else stem) and _two_syllables(stem):
                yield head, stem, affixes + 1
            if depth > 1 and len(stem) > 3:
                for marks, root, more in _analyses(stem, stems, depth - 1):
                    yield head + marks, root, affixes + 1 + more


def _two_syllables(stem: str) -> bool:
    return sum(letter in "aiueo" for letter in stem) >= 2


# ---------------------------------------------------------------- the rule for the rest


def _guess(low: str) -> str:
    """The marks of an unknown word by its shape.

    Final e is taling; so is e beside another vowel, e before a syllable with o, e in a closed last syllable (but not
    -er or -el after a consonant), and e in a word that looks borrowed. Else e is pepet.
    """
    parts = split(low)
    marks = []
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else ""
        for place, letter in enumerate(part):
            if letter == "e":
                taling = _is_taling(low, part, place, following, first=index == 0)
                open_syllable = part[-1] in "aiueo"
                marks.append((OPEN if open_syllable else CLOSED) if taling else PEPET)
    return "".join(marks)


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
