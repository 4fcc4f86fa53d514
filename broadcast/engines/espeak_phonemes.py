"""Spoken text → espeak's input: words that espeak would say wrong are given to it as phonemes.

espeak guesses each e of an Indonesian word, ends *bapak* and *politik* alike, joins the vowels of *laut* and *mau* to one, and
voices the end of *sebab*. So a word with marked vowels, and a plain one that spelling alone does not tell, is given in its phonemes,
`[[…]]`: those of `broadcast.bahasa.phonemes`, in the letters of the Indonesian voice of espeak-ng 1.52:

    e   taling as in *sore*       E2  open taling as in *bebek*      @   pepet as in *empat*      O   open o as in *pohon*
    R2  r before a vowel          R   any other r                    ?   glottal stop             _|  a break between equal vowels

All other words stay letters: espeak has rules for English words and abbreviations that we have not.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence

from broadcast.bahasa.phonemes import stress, syllables

PHONEME: Mapping[str, str] = {
    "e": "e", "ɛ": "E2", "ə": "@", "ɔ": "O", "ai̯": "aI", "au̯": "aU", "oi̯": "OI", "ei̯": "eI", "ŋ": "N", "ɲ": "n^", "ʃ": "S", "tʃ": "tS",
    "dʒ": "dZ", "ɡ": "g", "ʔ": "?",
    **{letter: letter for letter in "aiuobdfhjklmnpstvwxz"},
}  # fmt: skip
"""What each sound of `bahasa.phonemes` is in espeak's letters; r has two."""

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
_TRICKY = re.compile(
    r"[aiou][kbd](?:nya|lah|kah|pun|ku|mu|kan)?$"  # bapak, sebabnya
    r"|a[iu](?:ng|[bcdfghjklmnprst])(?:an|annya|i|kan|nya|kannya|inya|lah|kah|ku|mu)?$"  # laut, mainan
    r"|^[bcdfghjklmnprst]?a[iu]$|^(?:di|ku).*ai$"  # mau, disukai
    r"|k[nmy][aiou]|sy|^quran"
)
"""Words whose sound spelling does not tell espeak."""
_FOREIGN = re.compile(
    r"e|[xv]|([a-jl-z])\1|oo|th|sh|ph|ck|ou|[^aiuon]y$|^[^aiuo]*$|[cjqw]$|[bcdfghjklmnpqrstvwxyz]{4}|[bcdfgkplrsz][bdk]$"
    r"|^[bcdfghjklmnpqrstvwxyz]{2,}[aiuo]+[bdk]$"  # Brad, club: one syllable that begins with a cluster
)
"""Words that may not be Indonesian, or whose e nobody has marked."""
_UNHEARD = re.compile(r"[\[\]{}|\\]")
_COMMA = re.compile(r"\s*,(?=\s)")
_NEW_SENTENCE = re.compile(r"([.!?]\s+)([^\W\d_])")  # espeak hears the end of a sentence only before a capital
_HYPHEN = re.compile(r"(?<=\]\])-|-(?=\[\[)")  # dé-pé-ér: phonemes stand apart


def prepare(text: str) -> str:
    """Return `text` as espeak is to be given it: words it would say wrong as phonemes, commas as breaths.

    >>> prepare("Hari Sênin, empat belas orang di laut.")
    "Hari [[s@n'in]], [[_::]] [[@mp'at]] [[b@l'as]] orang di [[l'aut]]."
    """
    return _COMMA.sub(BREATH, _HYPHEN.sub(" ", _WORD.sub(lambda match: _given(match.group()), tidy(text))))


def tidy(text: str) -> str:
    r"""Return `text` without what espeak would take as a command: control characters, phoneme brackets.

    >>> tidy("Ia [[datang]] \x01 pagi. lalu pulang")
    'Ia datang pagi. Lalu pulang'
    """
    composed = unicodedata.normalize("NFC", text)
    shown = (" " if mark.isspace() else mark for mark in composed if mark.isspace() or unicodedata.category(mark)[0] != "C")
    heard = " ".join(_UNHEARD.sub(" ", "".join(shown)).split())
    return _NEW_SENTENCE.sub(lambda match: match.group(1) + match.group(2).upper(), heard)


def _given(word: str) -> str:
    """Return a word as espeak is to be given it."""
    small = word.lower().replace("’", "'")
    small = KNOWN.get(small, small)
    ours = bool(_MARKED.search(small)) or (bool(_TRICKY.search(small)) and not _FOREIGN.search(small) and not word.isupper())
    said = phonemes(small) if ours and len(small) <= LONGEST_WORD else ""
    return f"[[{said}]]" if said else _MARKED.sub("e", word)


@functools.lru_cache(maxsize=20_000)
def phonemes(word: str) -> str:
    """Return a marked word, in small letters, in espeak's phonemes; nothing where it has a letter that we do not know.

    >>> phonemes("êmpat"), phonemes("kêmérdékaan"), phonemes("tèmpé"), phonemes("laut"), phonemes("bapak")
    ("@mp'at", "k@m,eRdek'a_|an", "t'E2mpe", "l'aut", "b'apa?")
    """
    parts = syllables(word)
    main = stress(parts)
    weak = next((index for index, part in enumerate(parts[: max(0, main - 1)]) if _full(part)), -1)
    said: list[str] = []
    before = ""
    for index, part in enumerate(parts):
        for place, sound in enumerate(part):
            after = part[place + 1] if place + 1 < len(part) else ""
            letters = ("R2" if after and _is_vowel(after) else "R") if sound == "r" else PHONEME.get(sound, "")
            if not letters:
                return ""
            mark = {main: "'", weak: ","}.get(index, "") if _is_vowel(sound) else ""
            said.append(("_|" if sound == before and _is_vowel(sound) else "") + mark + letters)
            before = sound
    return "".join(said)


def _full(part: Sequence[str]) -> bool:
    return any(_is_vowel(sound) and sound != "ə" for sound in part)


def _is_vowel(sound: str) -> bool:
    return sound[0] in "aiueoəɛɔ"
