"""Whom a sentence is about who was never marked: a victim, somebody's wife, a name we could not read (RADIO R05).

After such a sentence "ia" may not be resolved to whoever spoke last: a police chief is not carried to hospital.
"""

from __future__ import annotations

import re

from broadcast.write.namewords import is_name
from broadcast.write.scene import Scene, marks
from broadcast.write.words import bare, word_set

_PARTIES = word_set(
    "korban pelaku tersangka terdakwa terpidana terduga terlapor pelapor buronan tahanan almarhum almarhumah pasien pencuri perampok maling"
    " begal pembunuh oknum"
)
_KIN = re.compile(
    r"(?:istri|suami|anak|putra|putri|ayah|ibu|bapak|kakek|nenek|kakak|adik|paman|bibi|keponakan|cucu|mertua|menantu|sepupu|pacar|kekasih"
    r"|teman|rekan|sahabat|tetangga|lawan|pengganti|ajudan|sopir|pengacara)nya"
)
_ONE = re.compile(r"^(?:salah\s(?:seorang|satu)|seorang|sang)\s", re.IGNORECASE)
_OPENER = re.compile(
    r"^(?:(?:Namun|Tetapi|Tapi|Lalu|Kemudian|Sementara itu|Sementara|Sedangkan|Bahkan|Saat itu|Akibatnya|Akhirnya|Sebelumnya|Adapun"
    r"|Selain itu"
    r"|Selanjutnya|Setelah itu|Meski begitu|Meski demikian|Di sisi lain|Beruntung|Nahas|Sejauh ini|Kini),?\s)+"
)
_NAME = re.compile(r"(?<![\w.-])[A-Z][^\W\d_A-Z]{2,}(?:\s[^\W\d_a-z][^\W\d_A-Z]+){1,3}(?![\w-])")
_INITIALS = re.compile(r"^(?:[A-Z][a-z]+\s)?(?P<who>[A-Z]{1,3})(?:,|\s(?:\w+\s)?(?:me|ber|di|ter)[a-z]{3,})")
_ADVERBS = r"(?:(?:juga|pun|sudah|telah|akan|sempat|berhasil|masih|kini|lalu|kemudian|langsung|akhirnya|hanya|cuma|tidak|belum|pernah)\s)*"
_OFFICIAL = word_set(
    "mengatakan menjelaskan menyebut menyebutkan menambahkan menegaskan menyampaikan mengungkapkan menerangkan memaparkan menuturkan"
    " memastikan membenarkan menyatakan mengimbau meminta membeberkan menduga memperkirakan"
)


def other_kind(text: str, scene: Scene) -> str:
    """Return `pihak` when a sentence is about a victim or a suspect, `nama` for anybody else without a mark, nothing for nobody."""
    rest = _OPENER.sub("", text)
    words = rest.split()
    verb = next((at for at, word in enumerate(words[:12]) if at and scene.tools.grammar.is_verb(word)), min(len(words), 6))
    subject = " ".join(words[:verb])
    if not words or marks(subject):
        return ""
    first = bare(words[0])
    if first in _PARTIES:
        return "pihak"
    if _KIN.fullmatch(first) or (_ONE.match(rest) and first != "sang"):
        return "nama"
    return "nama" if _unread(rest, scene) else ""


def _unread(text: str, scene: Scene) -> bool:
    """Whether a name that nobody bears opens a sentence, or stands beside what somebody is."""
    acronyms = scene.tools.lexicon.table("acronyms")
    initials = _INITIALS.match(text)
    known = (acronyms, scene.tools.lexicon.table("caps_words"))
    if initials and not any(initials["who"] in table for table in known):
        return True
    for found in _NAME.finditer(text):
        after = text[found.end() :]
        opens = not found.start() and (after.startswith(",") or re.match(rf"\s{_ADVERBS}(?:me|ber|ter|di)?[a-z]{{3,}}", after))
        beside = text[: found.start()].endswith(", ") and after.startswith(",") and found.start() < _NEAR_HEAD
        if (opens or beside) and is_name(found.group(), scene.tools.lexicon) and not _is_place(found.group(), scene):
            return True
    return False


_NEAR_HEAD = 120


def _is_place(name: str, scene: Scene) -> bool:
    regions = scene.tools.lexicon.table("regions")
    return any(word in regions for word in (name, *name.split()))


_IA = re.compile(
    r"^(?:(?:Namun|Tetapi|Tapi|Kemudian|Lalu),?\s)?(?:Ia|Dia|Beliau)\s(?:juga\s|pun\s|lalu\s|kemudian\s|sempat\s)*(?P<verb>[a-z]+)"
)


def unsure_ia(text: str, kind: str) -> bool:
    """Whether "Ia …" may mean whom the sentence before was about, not who spoke last.

    >>> unsure_ia("Ia dibawa ke rumah sakit.", "pihak"), unsure_ia("Ia menyebut korban selamat.", "pihak")
    (True, False)
    >>> unsure_ia("Ia menyebut hal itu wajar.", "nama"), unsure_ia("Ia pulang.", "")
    (True, False)
    """
    found = _IA.match(text)
    return found is not None and bool(kind) and not (kind == "pihak" and found["verb"] in _OFFICIAL)
