"""Where a long sentence parts, and how the second half becomes a sentence: one function a kind of joint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from broadcast.write.clauses import (
    OPENER,
    SUBORDINATE,
    deed_of,
    in_list,
    is_clause,
    is_measure,
    last_item,
    subject_of,
    with_subject,
)
from broadcast.write.scene import Scene
from broadcast.write.words import Grammar, bare, capital, word_set

_PURPOSE = frozenset({"untuk", "agar", "supaya", "demi", "guna"})
_WHEN = frozenset({"setelah", "saat", "ketika", "sebelum", "menjelang", "usai", "seusai"})
_BUT = frozenset({"tetapi", "namun", "tapi", "padahal"})
_WHILE = frozenset({"sedangkan", "sementara"})
_URGED = {
    "mengimbau": "diimbau",
    "meminta": "diminta",
    "mengajak": "diajak",
    "mengingatkan": "diingatkan",
    "menginstruksikan": "diinstruksikan",
    "mewajibkan": "diwajibkan",
}
_NOT_ONLY = re.compile(r"\b(?:tidak|tak|bukan)(?:lah)?\s(?:hanya|cuma|sekadar|semata|saja)\b")
"""The first half of "tidak hanya …, tetapi juga …": it says nothing alone."""
_MODAL = re.compile(r"\b(?:akan|bisa|dapat|harus|wajib|perlu|jangan|tidak|belum|boleh|rencananya)\b")


@dataclass(frozen=True, slots=True)
class Cut:
    """A place to cut: the words before, the sentence made of the words after, and how well they part (higher is better)."""

    head: str
    tail: str
    worth: int
    leans: bool = True


@dataclass(frozen=True, slots=True)
class Joint:
    """A place between two words: all the words, the place, the words before it, and whether somebody is said to say them."""

    words: Sequence[str]
    at: int
    head: str
    scene: Scene
    reported: bool

    @property
    def grammar(self) -> Grammar:
        """The verbs of the lexicon."""
        return self.scene.tools.grammar

    @property
    def word(self) -> str:
        """The word after the joint, plain."""
        return bare(self.words[self.at])

    @property
    def rest(self) -> list[str]:
        """The words after the joint word."""
        return list(self.words[self.at + 1 :])


def cut_but(joint: Joint) -> Cut | None:
    """Cut before "tetapi …": "Namun, …"."""
    if joint.word not in _BUT or _NOT_ONLY.search(joint.head):
        return None
    rest = with_subject(joint.words, joint.rest, joint.at, joint.scene)
    if not rest:
        return None
    link = "Padahal" if joint.word == "padahal" else "Namun"
    return Cut(joint.head, rest if joint.reported else f"{link}, {rest}", 9)


def cut_while(joint: Joint) -> Cut | None:
    """Cut before ", sedangkan …": a sentence of its own."""
    if joint.word not in _WHILE or bare(joint.words[joint.at + 1]) in {"itu", "ini"} or not joint.words[joint.at - 1].endswith(","):
        return None
    rest = joint.rest
    placed = bool(rest) and bare(rest[0]) in {"di", "pada"} and any(joint.grammar.is_verb(word) for word in rest[2:])
    stands = is_clause(rest, joint.grammar) or is_measure(rest) or placed
    return Cut(joint.head, capital(" ".join(rest)), 10, leans=False) if stands else None


def cut_so(joint: Joint) -> Cut | None:
    """Cut before "sehingga …": "Karena itu, …"."""
    if joint.word != "sehingga":
        return None
    rest = joint.rest
    if is_clause(rest, joint.grammar):
        return Cut(joint.head, f"karena itu, {' '.join(rest)}", 8)
    if rest and bare(rest[0]) in _EFFECTS:
        return Cut(joint.head, f"hal itu {' '.join(rest)}", 7)
    if rest and (joint.grammar.is_active(rest[0]) or bare(rest[0]).startswith("di")):
        subject = subject_of(joint.words[: joint.at], joint.scene)
        return Cut(joint.head, f"karena itu, {subject} {' '.join(rest)}", 6) if subject else None
    return None


_EFFECTS = word_set("""
    menyebabkan membuat mengakibatkan memudahkan memicu menimbulkan menghambat mempermudah mempersulit memperparah mengganggu
    menjadikan memperlambat mempercepat
    """)
_HAPPENED = re.compile(
    r"\b(?:naik|turun|anjlok|merosot|melonjak|ter(?:henti|tunda|ganggu|lambat|putus|paksa|bakar|guling|endam|isolasi|hambat|haru)|rusak|macet|mundur|gagal|kekurangan|kesulitan|kehilangan|berkurang"
    r"|bertambah|meningkat|menurun|padam|putus|roboh|ambruk|rugi|merugi)\b"
)
_DECIDED = re.compile(
    r"\b(?:me(?:ng|m)?(?:imbau|inta|ajak|ingatkan|larang|utup|batalkan|olak|ilih|unda|hentikan|pertahankan|dukung|kritik|protes|sesalkan)"
    r"|menutup|berharap|menolak|menunda|menyesalkan|mengurangi|meminta|di(?:imbau|minta|larang|tutup|batalkan|tolak|tunda|hentikan))\b"
)


def _why(head: str, *, reported: bool) -> str:
    """Return the words that open a reason of its own sentence."""
    if _DECIDED.search(head):
        return "alasannya, "
    if _HAPPENED.search(head):
        return "penyebabnya, "
    return "itu karena " if reported else "ini karena "


_BY_NOW = re.compile(r"^(?:(?:sampai|hingga)\s(?:sekarang|kini|saat ini|(?:akhir|awal|pertengahan)\s\w+)|saat ini|selama ini|kini)\s")


def cut_because(joint: Joint) -> Cut | None:
    """Cut before "karena …": "Hal itu karena …"."""
    if joint.word not in {"karena", "sebab"}:
        return None
    rest = joint.rest
    if re.search(r"\bbukan(?:\s\w+)?$|\b(?:tetapi|tapi|melainkan|namun|juga|justru|hanya)$", joint.head) or re.search(
        r"\bbukan(?:lah)?\s(?:karena|lantaran|sebab)\b", joint.head
    ):
        return None
    why = _why(joint.head, reported=joint.reported)
    accused = _accused(joint.words[: joint.at], rest)
    if accused:
        return Cut(joint.head, f"{accused} {' '.join(rest)}", 8)
    later = _BY_NOW.match(" ".join(rest))
    if later and (
        is_clause(" ".join(rest)[later.end() :].split(), joint.grammar) or joint.grammar.is_helper(" ".join(rest)[later.end() :].split()[0])
    ):
        return Cut(joint.head, why + " ".join(rest), 6)
    bare_event = re.match(r"(?:ada|terjadi|di(?:temukan|guyur|terjang|landa|duga|nilai|anggap))", rest[0])
    return (
        Cut(joint.head, why + " ".join(rest), 6)
        if is_clause(rest, joint.grammar) or _late_verb(rest, joint.grammar) or bare_event
        else None
    )


def _late_verb(rest: Sequence[str], grammar: Grammar) -> bool:
    """Whether a long noun comes before the verb: "kecepatan angin di atas 15 knot … sudah berbahaya"."""
    opens = bare(rest[0])
    return (
        not grammar.is_verb(rest[0])
        and opens.isalpha()
        and len(rest) >= 6
        and any(
            grammar.is_verb(word) and not grammar.is_helper(word) and bare(rest[at]) not in {"yang", "untuk"}
            for at, word in enumerate(rest[1:18])
        )
    )


_ARRESTS = word_set("menangkap menahan mengamankan menjerat memeriksa ditangkap ditahan diamankan memecat menghukum")
_COUNTS = word_set("seorang dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas para orang sejumlah beberapa")


def _accused(words: Sequence[str], rest: Sequence[str]) -> str:
    """Return who "diduga …" after an arrest is about: "warga itu"."""
    if not rest or bare(rest[0]) not in {"diduga", "terbukti", "kedapatan", "dituduh", "didakwa"}:
        return ""
    at = next((index for index, word in enumerate(words) if bare(word) in _ARRESTS and bare(word).startswith("me")), -1)
    nouns = [word for word in words[at + 1 : at + 5] if bare(word) not in _COUNTS and not word[0].isdigit()] if at >= 0 else []
    if not nouns or not nouns[0].islower():
        return ""
    return f"{nouns[0]} {nouns[1]} itu" if nouns[0] == "terduga" and len(nouns) > 1 else f"{nouns[0].rstrip(',')} itu"


_PLACE_HEADS = word_set("Desa Dusun Kelurahan Kecamatan Kabupaten Kota Provinsi Distrik Nagari Kampung")


def cut_and_clause(joint: Joint) -> Cut | None:
    """Cut before ", dan …" or after a comma where a whole clause follows."""
    joined = joint.word in {"dan", "serta", "lalu", "kemudian"}
    if not joint.words[joint.at - 1].endswith(","):
        return None
    rest = joint.rest if joined else list(joint.words[joint.at :])
    if not joined and is_measure(rest) and is_measure(last_item(joint.words, joint.at)):
        return Cut(joint.head, capital(" ".join(rest)), 6)
    if not is_clause(rest, joint.grammar) or in_list(joint.words, joint.at, joint.grammar) or rest[0] in _PLACE_HEADS:
        return None
    if OPENER.match(f"{joint.head}, ") and "," not in joint.head:
        return None
    if _NOT_ONLY.search(joint.head) and not joined:
        return None
    if not joined and _is_region(rest, joint):
        return None
    if not joined and SUBORDINATE.search(joint.head.rpartition(",")[2]):
        return None
    return Cut(joint.head, capital(" ".join(rest)), 8 if joined else 7, leans=False)


def _is_region(rest: Sequence[str], joint: Joint) -> bool:
    """Whether the words after a comma begin with a larger place: "di Lembata, Nusa Tenggara Timur, …"."""
    regions = joint.scene.tools.lexicon.table("regions")
    names = {cells[0] for cells in regions.values() if cells}
    placed = joint.words[joint.at - 1][:1].isupper()
    return placed and any((name := " ".join(rest[:size]).rstrip(",")) in regions or name in names for size in (4, 3, 2, 1))


def cut_and_verb(joint: Joint) -> Cut | None:
    """Cut before "dan/serta" and a verb; the subject comes back with "juga"."""
    grammar = joint.grammar
    if joint.word not in {"dan", "serta", "lalu", "kemudian"} or joint.at + 1 >= len(joint.words):
        return None
    rest = joint.rest
    if not grammar.is_verb(rest[0]) or (grammar.is_helper(rest[0]) and len(rest) < 4):
        return None
    if joint.words[joint.at - 1].endswith("-") or bare(joint.words[joint.at - 1]) == "baik":
        return None
    if _changes_voice(joint.words[: joint.at], rest[0], grammar):  # "menganiayanya serta dipaksa …": who was forced?
        return None
    if grammar.is_active(joint.words[joint.at - 1]) and grammar.is_active(rest[0]):  # "menculik dan menganiayanya": one object
        return None
    described = _DESCRIBED.match(joint.head)
    if described and not joint.reported:
        noun = described["noun"].removeprefix("Setiap ")
        return Cut(joint.head, capital(f"{noun} itu {'kemudian ' if joint.word in {'lalu', 'kemudian'} else 'juga '}{' '.join(rest)}"), 6)
    if re.match(
        r"(?:agar|untuk|yang|mengimbau|meminta|mengajak)",
        " ".join(word for word in joint.words[: joint.at] if bare(word) in {"agar", "untuk", "yang", "mengimbau", "meminta", "mengajak"})
        or "-",
    ):
        return None
    subject = subject_of(joint.words[: joint.at], joint.scene)
    link = (
        "kemudian " if joint.word in {"lalu", "kemudian"} else "" if grammar.is_helper(rest[0]) or bare(rest[0]) in _NEW_STATE else "juga "
    )
    return Cut(joint.head, f"{subject} {link}{' '.join(rest)}", 7) if subject else None


def _changes_voice(words: Sequence[str], after: str, grammar: Grammar) -> bool:
    """Whether the verb before is active and takes an object, the next one passive: their subjects may differ."""
    before = next((word for word in reversed(words) if grammar.is_verb(word) and not grammar.is_helper(word)), "")
    return grammar.is_active(before) and bool(re.match(r"di[a-z]{4,}", bare(after)))


_DESCRIBED = re.compile(r"^(?P<noun>(?:Setiap )?[A-Z]?[a-z-]+(?:\s[\w-]+)?)\syang\s[^,]+\s(?:itu|tersebut)\s(?:me|di|ber|ter)[a-z]{3,}")
"""A described subject, "Perahu yang panjangnya 29 meter itu didayung …": it is named again without its description."""
_NEW_STATE = word_set("kembali kini akhirnya langsung mulai berhasil sempat")


def cut_urged(joint: Joint) -> Cut | None:
    """Cut a list of what people are asked to do: "… mengimbau warga tenang, menjauhi pantai" → "Warga juga diimbau menjauhi pantai"."""
    grammar = joint.grammar
    verb = next((index for index, word in enumerate(joint.words[: joint.at]) if bare(word) in _URGED or bare(word) in _URGED.values()), -1)
    if verb < 0 or not joint.words[joint.at - 1].endswith(","):
        return None
    rest = joint.rest if joint.word in {"dan", "serta"} else list(joint.words[joint.at :])
    if not rest or not grammar.is_verb(rest[0]):
        return None
    asked: list[str] = []
    for word in joint.words[verb + 1 : joint.at]:
        if grammar.is_verb(word) or bare(word) in {"untuk", "agar", "tetap"}:
            break
        asked.append(word)
    if bare(joint.words[verb]) in _URGED.values():
        asked = [word for word in joint.words[:verb] if bare(word) != "juga"]
    if not 1 <= len(asked) <= 4:
        return None
    passive = _URGED.get(bare(joint.words[verb]), bare(joint.words[verb]))
    return Cut(joint.head, f"{capital(' '.join(asked))} juga {passive} {' '.join(rest)}", 9)


def cut_purpose(joint: Joint) -> Cut | None:
    """Cut before "untuk …" and "agar …": "Tujuannya untuk …"."""
    grammar = joint.grammar
    if (
        joint.word not in _PURPOSE
        or joint.at + 2 >= len(joint.words)
        or bare(joint.words[joint.at - 1])
        in {"cukup", "wajib", "harus", "diimbau", "diminta", "bersedia", "berhak", "mampu", "siap", "ditunjuk", "digunakan"}
    ):
        return None
    verb = bare(joint.words[joint.at + 1])
    asked = any(
        bare(word) in _URGED or bare(word) in set(_URGED.values()) | {"berharap", "mengharapkan"} for word in joint.words[: joint.at]
    )
    if asked or (joint.word in {"untuk", "demi", "guna"} and not (grammar.is_active(verb) or verb.startswith("di"))):
        return None
    word = "untuk" if joint.word in {"demi", "guna"} else joint.word
    return Cut(joint.head, f"tujuannya {word} {' '.join(joint.rest)}", 5)


def cut_when(joint: Joint) -> Cut | None:
    """Cut before "setelah …": "Hal itu terjadi setelah …", where the head tells what did happen."""
    if (
        joint.word not in _WHEN
        or bare(joint.words[joint.at + 1]) in {"ini", "itu"}
        or _MODAL.search(joint.head)
    ):
        return None
    if bare(joint.words[joint.at - 1]) in {"sejak", "hingga", "sampai", "sesaat", "beberapa"}:
        return None
    deed = deed_of(joint.words[: joint.at], joint.scene)
    opens = f"{deed} dilakukan" if deed else "itu terjadi" if joint.reported else "ini terjadi"
    rest = " ".join(joint.rest)
    if joint.grammar.is_verb(joint.rest[0]) and joint.word != "menjelang":  # "setelah ditahan imbang …": who was is said again
        subject = subject_of(joint.words[: joint.at], joint.scene)
        if not subject:
            return None
        rest = f"{subject} {rest}"
    return Cut(joint.head, f"{opens} {joint.word} {rest}", 4)


def cut_although(joint: Joint) -> Cut | None:
    """Cut before ", meskipun …": "Padahal, …"."""
    if joint.word not in {"meskipun", "meski", "walaupun", "walau"}:
        return None
    rest = joint.rest
    placed = len(rest) >= 5 and bare(rest[0]) in {"di", "pada"} and any(joint.grammar.is_verb(word) for word in rest[2:])
    if not is_clause(rest, joint.grammar) and not placed:
        return None
    if re.search(r"\b(?:nanti|kelak|sekalipun|akan|harus)\b", " ".join(rest)):
        return None
    return Cut(joint.head, f"meski demikian, {' '.join(rest)}" if joint.reported else f"Padahal, {' '.join(rest)}", 7)
