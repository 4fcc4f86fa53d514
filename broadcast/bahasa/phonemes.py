"""How a spoken word sounds: marked Indonesian spelling → phonemes of the IPA, for any engine that takes phonemes.

`é è ê` say which e is meant; the rest follows from the letters, but for what spelling hides: the k that is a glottal stop (*bapak*, not
*politik*), vowels that stay apart (*laut*, *baik*, *mau*) or glide (*pulau*, *pantai*), and final b and d that lose their voice
(*sebab*, *murid*). Source: EYD V 2022, KBBI, Tata Bahasa Baku Bahasa Indonesia (4th ed.), chapter on sounds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from broadcast.bahasa.affixes import stripped

VOWELS = "aiueoəɛɔ"
GLIDES = {"ai": "ai̯", "au": "au̯", "oi": "oi̯", "ei": "ei̯", "éi": "ei̯"}
"""Two letters that are one vowel."""

_LETTERS = {
    "c": "tʃ", "g": "ɡ", "j": "dʒ", "q": "k", "x": "ks", "y": "j", "é": "e", "è": "ɛ", "ê": "ə",
    "ng": "ŋ", "ny": "ɲ", "sy": "ʃ", "kh": "x", "gh": "ɡ", "dh": "d", "th": "t", "ph": "f", "qu": "k", "’": "ʔ", "'": "ʔ",
}  # fmt: skip
_GRAPHEME = re.compile(r"ng|ny|sy|kh|gh|dh|th|ph|qu(?=[aiueéèê])|éi(?![aiueoéèê])|.")
_CLITIC = re.compile(r"(?<=[kbd])(?:nya|lah|kah|pun|kan|ku|mu)$")
_APART = re.compile(
    r"(?:a[iu])(?=(?:ng|[bcdfghjklmnpqrstvwxyz])(?:an|annya|i|kan|nya|kannya|inya|lah|kah|ku|mu)?$)"
)  # l-au-t, b-ai-k, l-au-tan
_OPEN_PAIR = re.compile(r"^[^aiueoéèê]*a[iu]$")  # mau, bau
_ADDED_I = re.compile(r"^(?:m[eê]|di|t[eê]r|k[eê]|p[eê]).*ai$")  # meng-uasa-i
_GLIDE_STEMS_WORDS = """
    pakai nilai mulai gapai capai sampai urai bantai cerai belai lambai landai lunglai bingkai rangkai rantai juntai bengkalai
    teratai pantai santai damai ramai pandai lalai lerai tikai jurai andai gadai gulai helai balai pegawai pawai cukai derai kulai
"""
_GLIDE_STEMS = frozenset(_GLIDE_STEMS_WORDS.split())
"""Words whose -ai is their own, so that memakai glides and menguasai (kuasa and -i) does not."""
_PLAIN = str.maketrans("éèê", "eee")
_DOUBLED = re.compile(r"(?<!n)([bcdfghjlmnpqrstvwxyz])\1")  # massa; but mang-ga, and k-k is ʔk
_HARD_K = re.compile(r"[nlrs]k$")  # bank, talk
_NATIVE_IK_WORDS = """
    baik naik adik titik milik balik tarik cantik petik bidik bisik cekik didik gelitik itik lirik pekik selidik sidik tilik usik
    cabik carik colik jentik kilik lentik lidik percik percik rintik sirik tukik kutik hardik delik kerik jerik ulik pantik gesik
    lapik sisik kelik cilik tampik
"""
_NATIVE_IK = frozenset(_NATIVE_IK_WORDS.split())
"""Words in -ik that are not borrowed; the others keep their k (politik, publik)."""
_BORROWED_K_WORDS = """
    produk blok stok kontak proyek objek subjek aspek efek apotek arsitek dialek struk truk abstrak pak tank cek klik rok rak vak
    tek rek trek syok ekstrak barak defek konteks kiosk notebook
"""
_BORROWED_K = frozenset(_BORROWED_K_WORDS.split())
_SILENCED = {"b": "p", "d": "t", "ɡ": "k"}


def ipa(word: str) -> str:
    """Return the phonemes of one marked word, syllables parted by dots, the stress before its syllable; an unmarked e is e.

    >>> ipa("mênyêlamatkan"), ipa("bapak"), ipa("laut"), ipa("anak-anak")
    ('mə.ɲə.la.ˈmat.kan', 'ˈba.paʔ', 'ˈla.ut', 'ˈa.naʔ-ˈa.naʔ')
    """
    return "-".join(_join(syllables(part)) for part in word.lower().split("-") if part)


def _join(parts: Sequence[Sequence[str]]) -> str:
    stressed = stress(parts)
    return ".".join(
        ("ˈ" if index == stressed and (len(parts) > 1 or _full(part)) else "") + "".join(part) for index, part in enumerate(parts)
    )


def stress(parts: Sequence[Sequence[str]]) -> int:
    """Return which syllable is stressed: the last but one, or the last where that one has a pepet (*bêsar*).

    >>> stress([["b", "ə"], ["s", "a", "r"]]), stress([["d", "e"], ["s", "a"]])
    (1, 0)
    """
    if len(parts) < 2:
        return 0
    return len(parts) - (2 if _full(parts[-2]) or (not _full(parts[-1]) and any(map(_full, parts[:-1]))) else 1)


def _full(part: Sequence[str]) -> bool:
    return any(sound[0] in VOWELS and sound != "ə" for sound in part)


def syllables(word: str) -> list[list[str]]:
    """Return the sounds of a marked word without hyphens, by syllable.

    >>> syllables("mangga"), syllables("pulau")
    ([['m', 'a', 'ŋ'], ['ɡ', 'a']], [['p', 'u'], ['l', 'au̯']])
    """
    return _colour(_parted(_ended(word.lower(), _sounds(word.lower()))))


def _sounds(low: str) -> list[str]:
    """The sounds of the letters, glides told from vowels that stay apart."""
    apart = _stays_apart(low)
    plain = _DOUBLED.sub(r"\1", low)
    found: list[str] = []
    for match in _GRAPHEME.finditer(plain):
        letters = match.group()
        if letters == "x" and match.start() == 0:
            letters = "s"
        if letters in GLIDES:
            found.append(GLIDES[letters])
        elif letters in _LETTERS:
            found += ["k", "s"] if letters == "x" else [_LETTERS[letters]]
        elif letters.isalpha():
            found.append(letters)
    for index, (one, other) in enumerate(pairwise(found)):
        if one == "n" and other == "k":
            found[index] = "ŋ"
    return _glided(found, apart=apart)


def _stays_apart(low: str) -> bool:
    """Whether the last a-i or a-u of a word is two vowels: laut, baik, mau, menguasai.

    >>> [_stays_apart(word) for word in ("laut", "lautan", "mau", "mênguasai", "mêmakai", "pulau", "saudara")]
    [True, True, True, True, False, False, False]
    """
    if _APART.search(low) or _OPEN_PAIR.match(low):
        return True
    return bool(_ADDED_I.match(low)) and not any(stem in _GLIDE_STEMS for _, stem, _ in stripped(low.translate(_PLAIN)))


def _glided(sounds: list[str], *, apart: bool) -> list[str]:
    """Join a-i, a-u, o-i to one sound at the end of a word or before a consonant that begins a syllable, unless they stay apart."""
    pairs = [index for index, (one, other) in enumerate(pairwise(sounds)) if one + other in GLIDES]
    joined = list(sounds)
    for index in reversed(pairs):
        last = index == pairs[-1]
        after = sounds[index + 2 : index + 4]
        closes = bool(after) and after[0][0] in VOWELS
        if closes or (last and apart):
            continue
        joined[index : index + 2] = [GLIDES[sounds[index] + sounds[index + 1]]]
    return joined


def _ended(low: str, sounds: list[str]) -> list[str]:
    """Final k as a glottal stop where the word is native, final b, d, g without voice; also before -nya, -kan and their like."""
    clitic = _CLITIC.search(low)
    base = low[: clitic.start()] if clitic else low
    at = len(sounds) - (len(_GRAPHEME.findall(clitic.group())) if clitic else 0) - 1
    ended = list(sounds)
    if (at >= 1 and low[-1:] not in "aiueoéèê") or clitic:
        if ended[at] == "k" and base.endswith("k") and _is_glottal(base):
            ended[at] = "ʔ"
        elif ended[at] in _SILENCED and ended[at - 1][0] in VOWELS and ended[at] != "ɡ":
            ended[at] = _SILENCED[ended[at]]
    return [_inner(ended, index) for index in range(len(ended))]


def _inner(sounds: Sequence[str], index: int) -> str:
    """A k inside a word before n, m, l, w or y is a glottal stop: rakyat, makna; not in borrowed teknik."""
    sound = sounds[index]
    if sound != "k" or not 0 < index < len(sounds) - 1 or sounds[index + 1] not in {"n", "m", "j"}:
        return sound
    return "ʔ" if sounds[index - 1] in {"a", "i", "u"} else sound


def _is_glottal(base: str) -> bool:
    """Whether the final k of a word is a glottal stop.

    >>> [_is_glottal(word) for word in ("bapak", "naik", "politik", "bank", "produk")]
    [True, True, False, False, False]
    """
    plain = base.translate(_PLAIN)
    if _HARD_K.search(base) or plain in _BORROWED_K or any(stem in _BORROWED_K for _, stem, _ in stripped(plain)):
        return False
    if not base.endswith("ik"):
        return True
    return plain in _NATIVE_IK or any(stem in _NATIVE_IK for _, stem, _ in stripped(plain))


def _parted(sounds: Sequence[str]) -> list[list[str]]:
    """Part sounds into syllables: one consonant goes with the vowel that follows, a cluster that can begin a word too."""
    peaks = [index for index, sound in enumerate(sounds) if sound[0] in VOWELS]
    if len(peaks) < 2:
        return [list(sounds)]
    cuts = [0]
    for one, other in pairwise(peaks):
        cuts.append(other - _onset(sounds[one + 1 : other]))
    cuts.append(len(sounds))
    return [list(sounds[start:end]) for start, end in pairwise(cuts)]


def _onset(between: Sequence[str]) -> int:
    """How many of the consonants between two vowels begin the second syllable.

    >>> _onset(["ŋ", "ɡ"]), _onset(["s", "t", "r"]), _onset(["n", "s", "t", "r"]), _onset(["k", "s", "p"]), _onset(["b", "l"])
    (1, 2, 3, 1, 2)
    """
    if len(between) < 2:
        return len(between)
    pair = between[-2] in {"b", "d", "f", "ɡ", "k", "p", "t"} and between[-1] in {"r", "l"} and between[-2:] not in (["d", "l"], ["t", "l"])
    if not pair:
        return 1
    return 3 if len(between) > 3 and between[-3] == "s" else 2


def _colour(parts: list[list[str]]) -> list[list[str]]:
    """An o in a closed last syllable is open: kantɔr, pohɔn."""
    last = parts[-1] if parts else []
    if last and last[-1][0] not in VOWELS and (len(parts) == 1 or len(last) > 1):
        parts[-1] = ["ɔ" if sound == "o" else sound for sound in last]
    return parts
