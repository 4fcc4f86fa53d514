"""Title case to sentence case: names of the article keep their capitals, bare verbs get their prefix."""

from __future__ import annotations

import re
from functools import lru_cache

from broadcast.write.headverbs import NEVER, restore_verbs
from broadcast.write.scene import Scene
from broadcast.write.words import is_headline, word_set

_SHORT = {
    "tak": "tidak",
    "bakal": "akan",
    "eks": "mantan",
    "jelang": "menjelang",
    "gegara": "karena",
    "dgn": "dengan",
    "yg": "yang",
    "&": "dan",
}
_PAIR = re.compile(r"\b([A-Z][\w'’.-]*)(?=\s([A-Z][\w'’-]*))")
_UNIT_LETTERS = word_set("Rp T M K KM Kg KG")
_PLACED = word_set("""
    jalan kota kabupaten desa dinas kepala sungai gunung pasar jembatan pulau pantai kecamatan kelurahan provinsi dusun kampung
    bandara pelabuhan stasiun stadion terminal waduk danau laut selat teluk bupati gubernur wali camat menteri wakil ketua anggota
    direktur kementerian badan komisi bank rumah sekolah masjid gedung hotel taman hari tim warga dokumen program perairan bantuan
    lapas kapal satuan satgas komite majelis pengadilan kejaksaan polisi hakim jaksa surat undang-undang rapat festival partai
    kantor
    """)
"""Words that belong to a name only beside one."""
_CALENDAR = word_set("""
    Senin Selasa Rabu Kamis Jumat Sabtu Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
    """)


@lru_cache(maxsize=4)
def _names_of(sentences: tuple[str, ...]) -> tuple[frozenset[tuple[str, str]], frozenset[str], frozenset[str]]:
    """Return the pairs of capitalised words in an article, all its words that are written small, and the second words of pairs."""
    body = " ".join(sentence for sentence in sentences if not is_headline(sentence))
    pairs = frozenset((match[1], match[2]) for match in _PAIR.finditer(body))
    return pairs, frozenset(_SMALL.findall(body)), frozenset(second for _, second in pairs)


_SMALL = re.compile(r"\b[a-z][\w'’-]*")


def sentence_case(part: str, scene: Scene) -> list[str]:
    """Return the words of a headline in sentence case, bare verbs in the me- form: "DPRD Sahkan Perda" → "DPRD mengesahkan perda"."""
    raw = part.split()
    pairs, small, _ = _names_of(scene.sentences)
    regions = scene.tools.lexicon.table("regions")
    words: list[str] = []
    for index, word in enumerate(raw):
        core = word.strip(",.'’‘()")
        after = raw[index + 1].strip(",.()") if index + 1 < len(raw) else ""
        before = raw[index - 1].strip("()") if index and raw[index - 1][-1] not in ",." else ""
        paired = ((core, after) in pairs and after.casefold() not in small) or ((before, core) in pairs and before.casefold() not in small)
        paired = paired or (core.casefold() not in small and ((core, after) in pairs or (before, core) in pairs))
        region = core in regions and core.casefold() not in _PLACED and not (index and _is_deed(core, before, scene))
        if region or _is_named(core, before, paired=paired, small=small, scene=scene):
            words.extend(_country(word, before))
        elif "-" in core:
            words.append("-".join(piece if _keeps(piece, scene) else piece.lower() for piece in word.split("-")))
        else:
            words.append(_SHORT.get(word.lower(), word.lower()))
    return restore_verbs(words, raw if len(raw) == len(words) else words, scene)


def _country(word: str, before: str) -> list[str]:
    """Return the country's name for RI, nothing where it only follows an institution: "DPR RI"."""
    if word.strip(",.") != "RI":
        return [word]
    return (
        []
        if (before.isupper() and len(before) > 1) or before.startswith(("Kem", "Men", "Presiden", "Badan"))
        else [word.replace("RI", "Indonesia")]
    )


_LOCATES = word_set(
    "di ke dari kota kabupaten kab pemkot pemkab polres polresta wali bupati dprd warga lapas rsud stasiun terminal pelabuhan"
)


def _is_deed(core: str, before: str, scene: Scene) -> bool:
    """Whether the name of a region is a bare verb here: "Israel Serang Gaza"."""
    low = core.casefold()
    known = low in scene.tools.lexicon.table("headlines") or scene.tools.grammar.knows(low)
    return known and before.casefold() not in _LOCATES


_OF_SOMEONE = word_set("kisah cerita sosok profil")
_OFFICE = re.compile(
    r"(?:Kem|Men|Wamen|Wapres|Ja[kbt]|Sum|Kal|Sul|Pol|Kej|Bares|Pem[kdp]|Ba[wp]|Kom|Dit|Dis|Ku[kb]|Banten|Din|Gor|Mal|Satpol|Satgas|Kap)"
)


def _keeps(piece: str, scene: Scene) -> bool:
    return piece in scene.proper or (piece.isupper() and len(piece) > 1) or piece in scene.tools.lexicon.table("portmanteaus")


def _is_named(core: str, before: str, *, paired: bool, small: frozenset[str], scene: Scene) -> bool:
    """Whether a word of a title stands for a name, so that it keeps its capital."""
    low = core.casefold()
    if core.isupper() or core in _CALENDAR or before.casefold() in _OF_SOMEONE or any(mark.isdigit() for mark in core):
        return True
    spelled = core in _UNIT_LETTERS or (any(mark.isupper() for mark in core[1:]) and "-" not in core)
    if low in NEVER or (core[:1].islower() and not spelled):
        return False
    if spelled or (_OFFICE.match(core) and core in scene.tools.lexicon.table("portmanteaus")):
        return True
    if low in _PLACED:
        return paired
    small_verb = scene.tools.grammar.is_verb(low) and low in small
    if before and not paired and len(scene.tools.lexicon.table("headlines").get(low, ())) == 1:
        return False
    known = core in scene.proper or _is_foreign(core, small, scene) or (paired and (low not in small or _is_name_word(core, scene)))
    return known and not small_verb


_AFFIXED = re.compile(r"^(?:pe|ke|ber|me|di|ter|se)[a-z]{3,}|(?:an|nya|kan|i|isme|asi|tas)$")


def _is_foreign(core: str, small: frozenset[str], scene: Scene) -> bool:
    """Whether the article writes a word with a capital after another one, never small, and no Indonesian word looks so: Danantara."""
    low = core.casefold()
    if low in small or _AFFIXED.search(low) or low in scene.tools.lexicon.table("vowels"):
        return False
    return core in _names_of(scene.sentences)[2]


def _is_name_word(core: str, scene: Scene) -> bool:
    """Whether a word that the article also writes small ("pesisir") stands here in a name of the article: "Bank Artha Pesisir"."""
    return core.casefold() not in scene.tools.lexicon.table("headlines") and not scene.tools.grammar.is_base(core)
