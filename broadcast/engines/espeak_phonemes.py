"""Spoken text → espeak's input: the vowels that é, è and ê mark, written as phonemes.

espeak guesses each e of an Indonesian word and has no letter for what we know of it. So a marked word is given in
phonemes, `[[…]]`: espeak's own transcription of it, with only the e's exchanged. In the Indonesian voice of espeak-ng 1.52

    e   taling as in *sore*          E2  open taling as in *bebek* that stays so when unstressed
    @   pepet as in *empat*          E   e that turns to @ when unstressed: espeak's guess

Stress follows espeak's own habit (*benar* b@n'aR): it passes over a pepet to the next full vowel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

Transcribe = Callable[[Sequence[str]], Sequence[str]]
"""Words → espeak's own phonemes of each."""

PHONEME = {"é": "e", "è": "E2", "ê": "@"}
"""What each marked e is said as."""

KNOWN: Mapping[str, str] = {
    "empat": "êmpat",
    "keempat": "kêêmpat",
    "perempat": "pêrêmpat",
    "seperempat": "sêpêrêmpat",
    "enam": "ênam",
    "keenam": "kêênam",
    "perenam": "pêrênam",
    "seperenam": "sêpêrênam",
    "belas": "bêlas",
    "sebelas": "sêbêlas",
    "kesebelas": "kêsêbêlas",
    "persen": "pêrsén",
}
"""Number words whose e espeak guesses wrong, after KBBI: marked even where the text is not, for every bulletin is full of them."""

BREATH = ", [[_::]]"
"""A comma and espeak's longer pause: 195 ms at rate 205, near the 200 ms of a breath; its own comma is 110 ms."""

LONGEST_WORD = 40
"""Letters; espeak cuts a word of more than 80 phonemes, and no Indonesian word has more than 30 letters."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")  # Senin, As'at, Jum’at
_MARKED = re.compile(r"[éèê]")
_E_LETTER = re.compile(r"(?<![oi])e|[éèê]")  # the e of a Dutch oe (u) and ie (i) is silent, unless it is marked
_DIGRAPH = re.compile(r"(?<=[oi])(?=[éèê])")  # po|étik, di|êkspor
_E_PHONEME = re.compile(r"E2|eI|E|e|@U|@")
_WEAK_PEPET = re.compile(r",(?=@(?!U))")
_STRESSED_PEPET = re.compile(r"'@([^ ]*?)(_\|)?,?((?:aI|aU|OI|eI|[aeiouEO]))")  # '@mpat: the stress and the next full vowel
_UNHEARD = re.compile(r"[\[\]{}|\\]")
_COMMA = re.compile(r"\s*,(?=\s)")
_NEW_SENTENCE = re.compile(r"([.!?]\s+)([^\W\d_])")  # espeak hears the end of a sentence only before a capital
_HYPHEN = re.compile(r"(?<=\]\])-|-(?=\[\[)")  # dé-pé-ér: phonemes stand apart


def prepare(text: str, transcribe: Transcribe) -> str:
    """Return `text` as espeak is to be given it: marked words and `KNOWN` ones as phonemes, commas as breaths.

    `transcribe` is called once with all the words that need it.

    >>> own = {"empat": "'Empat", "belas": "b'Elas", "senin": "s'Enin"}
    >>> prepare("Hari Sênin, empat belas orang.", lambda words: [own[word] for word in words])
    "Hari [[s@n'in]], [[_::]] [[@mp'at]] [[b@l'as]] orang."
    """
    clean = tidy(text)
    words = dict.fromkeys(word for match in _WORD.finditer(clean) if (word := _known(match.group())))
    if words:
        said = dict(zip(words, transcribe([bare(word) for word in words]), strict=True))
        clean = _WORD.sub(lambda match: _phonemes(match.group(), said), clean)
    return _COMMA.sub(BREATH, _HYPHEN.sub(" ", clean))


def tidy(text: str) -> str:
    r"""Return `text` without what espeak would take as a command: control characters, phoneme brackets.

    >>> tidy("Ia [[datang]] \x01 pagi. lalu pulang")
    'Ia datang pagi. Lalu pulang'
    """
    composed = unicodedata.normalize("NFC", text)
    shown = (" " if mark.isspace() else mark for mark in composed if mark.isspace() or unicodedata.category(mark)[0] != "C")
    heard = " ".join(_UNHEARD.sub(" ", "".join(shown)).split())
    return _NEW_SENTENCE.sub(lambda match: match.group(1) + match.group(2).upper(), heard)


def _known(word: str) -> str:
    """Return a word with its vowels marked, in small letters; nothing when it has no mark, or is too long."""
    small = word.lower().replace("’", "'")
    small = KNOWN.get(small, small)
    return small if _MARKED.search(small) and len(small) <= LONGEST_WORD else ""


def bare(word: str) -> str:
    """Return a marked word as espeak is to transcribe it, with an apostrophe that keeps it from reading oe as u.

    >>> bare("poétik"), bare("sênin")
    ("po'etik", 'senin')
    """
    return _MARKED.sub("e", _DIGRAPH.sub("'", word))


def _phonemes(word: str, said: Mapping[str, str]) -> str:
    known = _known(word)
    phonemes = marked(known, said[known]) if known else ""
    return f"[[{phonemes}]]" if phonemes else _MARKED.sub("e", word)


def marked(word: str, own: str) -> str:
    """Return espeak's `own` phonemes of `word` with its marked e's in place; nothing where the two do not match.

    >>> marked("êmpat", "'Empat"), marked("kêmérdékaan", "k@m,ERd@k'a_|an"), marked("témpe", "t'Emp@")
    ("@mp'at", "k@m,eRdek'a_|an", "t'emp@")
    """
    letters = _E_LETTER.findall(word)
    if len(letters) != len(_E_PHONEME.findall(own)):
        return ""
    vowels: Iterator[str] = iter(letters)
    return _shift_stress(_E_PHONEME.sub(lambda match: PHONEME.get(next(vowels), match.group()), own))


def _shift_stress(phonemes: str) -> str:
    """Move a main stress from a pepet to the next full vowel, where the word has one; a pepet has no weaker stress.

    >>> _shift_stress("s'@nin"), _shift_stress("k@_|'@mpat"), _shift_stress("b'@"), _shift_stress("k@m,@nt@R2'ian")
    ("s@n'in", "k@_|@mp'at", "b'@", "k@m@nt@R2'ian")
    """
    return _STRESSED_PEPET.sub(r"@\1\2'\3", _WEAK_PEPET.sub("", phonemes))
