"""Where a long sentence parts, and how the second half becomes a sentence: one function a kind of joint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from broadcast.write.clauses import NOT_ONLY, deed_of, is_clause, is_measure, subject_of, with_subject
from broadcast.write.scene import Scene
from broadcast.write.words import Grammar, bare, capital, word_set

_PURPOSE = frozenset({"untuk", "agar", "supaya", "demi", "guna"})
_WHEN = frozenset({"setelah", "saat", "ketika", "sebelum", "menjelang", "usai", "seusai"})
_BUT = frozenset({"tetapi", "namun", "tapi", "padahal", "akan tetapi"})
_WHILE = frozenset({"sedangkan", "sementara"})
URGED = {
    "mengimbau": "diimbau",
    "meminta": "diminta",
    "mengajak": "diajak",
    "mengingatkan": "diingatkan",
    "menginstruksikan": "diinstruksikan",
    "mewajibkan": "diwajibkan",
}
"""Verbs of asking and their passive."""
_MODAL = re.compile(r"\b(?:akan|bisa|dapat|harus|wajib|perlu|jangan|tidak|belum|boleh|rencananya)\b")


@dataclass(frozen=True, slots=True)
class Cut:
    """A place to cut: the words before, the sentence made of the words after, and how well they part (higher is better).

    A `spare` tail is a detail without which the head is still true.
    """

    head: str
    tail: str
    worth: int
    leans: bool = True
    spare: bool = False


@dataclass(frozen=True)
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

    @cached_property
    def word(self) -> str:
        """The word after the joint, plain."""
        return bare(self.words[self.at])

    @cached_property
    def rest(self) -> list[str]:
        """The words after the joint word."""
        return list(self.words[self.at + 1 :])

    @cached_property
    def onward(self) -> str:
        """The words from the joint on, as text."""
        return " ".join(self.words[self.at :])


def cut_but(joint: Joint) -> Cut | None:
    """Cut before "tetapi …": "Namun, …"."""
    if joint.word not in _BUT or NOT_ONLY.search(joint.head):
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


_AIMED = re.compile(
    r"\b(?:menargetkan|ditargetkan|target|rencana|berencana|rencananya|berharap|diharapkan|agar|supaya"
    r"|mengusulkan|diusulkan|akan|jika|bila|apabila)\b"
)
"""What is only aimed at: its consequence is no fact either."""


def cut_so(joint: Joint) -> Cut | None:
    """Cut before "sehingga …": "Karena itu, …"."""
    if joint.word != "sehingga" or _AIMED.search(joint.head):
        return None
    rest = joint.rest
    if is_clause(rest, joint.grammar) or _late_verb(rest, joint.grammar) or _REMAINS.match(" ".join(rest)):
        return Cut(joint.head, f"karena itu, {' '.join(rest)}", 8)
    if rest and bare(rest[0]) in _EFFECTS:
        return Cut(joint.head, f"hal itu {' '.join(rest)}", 7)
    helped = len(rest) > 1 and joint.grammar.is_helper(rest[0]) and joint.grammar.is_verb(rest[1])
    if rest and (joint.grammar.is_active(rest[0]) or bare(rest[0]).startswith("di") or helped):
        subject = subject_of(joint.words[: joint.at], joint.scene)
        return Cut(joint.head, f"karena itu, {subject} {' '.join(rest)}", 6) if subject else None
    return None


_REMAINS = re.compile(r"^[a-z]+\syang\s(?:[a-z]+\s){1,3}(?:menjadi\s|sebesar\s|tinggal\s)?\d")
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
    if _AMONG.search(joint.head) or _SECOND_CLAUSE.search(" ".join(rest)):  # "karena sesak napas dan seorang relawan menderita …"
        return None
    bare_event = re.match(r"(?:ada|terjadi|di(?:temukan|guyur|terjang|landa|duga|nilai|anggap))", rest[0])
    return (
        Cut(joint.head, why + " ".join(rest), 6)
        if is_clause(rest, joint.grammar) or _late_verb(rest, joint.grammar) or bare_event
        else None
    )


_AMONG = re.compile(r"\b(?:termasuk|misalnya|seperti|antara lain|salah satunya)\s[^,]*\byang\s[^,]*$")
"""After "termasuk satu alat yang rusak" a cause is that of the one thing only."""
_SECOND_CLAUSE = re.compile(
    r"^(?:[a-z-]+\s){1,4}(?:dan|serta|namun|tetapi)\s(?:seorang|sebuah|seekor|satu|dua|tiga|empat"
    r"|lima|\d+|[\ue000-\uebff])(?=\s)"
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
    asked = any(bare(word) in URGED or bare(word) in set(URGED.values()) | {"berharap", "mengharapkan"} for word in joint.words[: joint.at])
    if asked or (joint.word in {"untuk", "demi", "guna"} and not (grammar.is_active(verb) or verb.startswith("di"))):
        return None
    word = "untuk" if joint.word in {"demi", "guna"} else joint.word
    return Cut(joint.head, f"tujuannya {word} {' '.join(joint.rest)}", 5)


_EARLIER = word_set("setelah usai seusai")
_WON = re.compile(r"\b(?:juara|menang|poin|gol|kalah|imbang|lolos|gugur|takluk|seri|melaju|tersingkir|gelar)\b")


def cut_when(joint: Joint) -> Cut | None:  # noqa: PLR0911  # one return for each kind of clause
    """Cut before "setelah …": "Sebelumnya, …"; before "saat …": "Saat itu, …", where the head tells what did happen.

    A clause without its own subject gets that of the head, where nobody else can be meant.
    """
    word, rest, grammar = joint.word, joint.rest, joint.grammar
    if word == "sesaat" and rest and bare(rest[0]) in _WHEN and not _MODAL.search(joint.head):
        return Cut(joint.head, f"{'itu' if joint.reported else 'ini'} terjadi {' '.join(joint.words[joint.at :])}", 4)
    if word not in _WHEN or bare(rest[0]) in {"ini", "itu"} or _MODAL.search(joint.head):
        return None
    if bare(joint.words[joint.at - 1]) in _SPANS or _EACH.match(joint.head):
        return None
    deed = deed_of(joint.words[: joint.at], joint.scene)
    told = " ".join(rest)
    if grammar.is_verb(rest[0]) and word != "menjelang":  # "setelah ditahan imbang …": who was is said again
        subject = "" if _whose(joint) else subject_of(joint.words[: joint.at], joint.scene)
        if not subject or len(rest) < _BARE_LEAST:
            return None
        subject = "mereka" if _SEVERAL.match(subject) else subject
        link = "sedang " if word in {"saat", "ketika"} and not grammar.is_helper(rest[0]) else ""
        told = f"{subject} {link}{told}"
    elif not (is_clause(rest, grammar) or _late_verb(rest, grammar)) or _SPAN.match(told):
        opens = f"{deed} dilakukan" if deed else "itu terjadi" if joint.reported else "ini terjadi"
        return Cut(joint.head, f"{opens} {word} {told}", 3)
    if deed:
        return Cut(joint.head, f"{deed} dilakukan {word} {told}", 4)
    if word in _EARLIER:
        return Cut(joint.head, told if _WON.search(joint.head) or _HARM.search(told) else f"sebelumnya, {told}", 4)
    return Cut(joint.head, f"setelah itu, {told}" if word == "sebelum" else f"saat itu, {told}", 4) if word != "menjelang" else None


_HARM = re.compile(r"^(?:\S+\s){1,4}(?:diduga|mengalami|menderita|terkena|tertabrak|tertimpa|tersambar|terseret|terjatuh)\s")
"""What was suffered first is the cause of what the head tells: no "sebelumnya" is needed, nor heard as one."""

_SEVERAL = re.compile(
    r"(?:sekitar |sedikitnya |sebanyak |lebih dari |hampir )?(?:\d[\d.]*|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh|sebelas|belasan"
    r"|puluhan|ratusan"
    r"|sejumlah|para)\s(?:orang\s)?(?:siswa|santri|warga|orang|pekerja|buruh|anak|pelajar|mahasiswa|penumpang|pasien|nelayan|petani|pedagang)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:\d+|se(?:hari|jam|tahun|bulan|pekan)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
    r"|beberapa|potensi)\s(?:hari|jam|tahun|bulan|pekan|menit|kali|m)"
)
_SPANS = word_set("sejak hingga sampai sesaat beberapa hari jam menit detik bulan tahun pekan minggu")
_EACH = re.compile(r"^(?:Setiap|Tiap|Semua|Seluruh|setiap|tiap|semua|seluruh)\b")
_BARE_LEAST = 4


def _whose(joint: Joint) -> bool:
    """Whether a clause without a subject may be about somebody else: after "yang …", or after a passive with its doer."""
    words, grammar = joint.words[: joint.at], joint.grammar
    main = next((at for at, word in enumerate(words) if at and grammar.is_verb(word) and not grammar.is_helper(word)), -1)
    passive = main > 0 and bare(words[main]).startswith("di") and not bare(joint.rest[0]).startswith("di")
    return passive or any(bare(word) in {"yang", "untuk", "karena", "agar"} for word in words[max(main, 0) :])


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
