"""Clauses: whether words stand alone, and who their subject is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.bahasa.dates import MONTHS
from broadcast.write.scene import Scene
from broadcast.write.words import Grammar, bare, word_set

IS_PERSON = re.compile("[\ue000-\uebff]")
_OPENING_WORDS = (
    "Apabila|Kalau|Agar|Usai|Begitu|Sebagai|Bermain|Dengan|Tanpa|Melalui|Walau|Di|Dalam|Pada|Saat|Ketika|Setelah"
    "|Sebelum|Sejak|Hingga|Selama"
    "|Tak hanya|Tidak hanya|Bukan hanya|Akibat|Karena|Dari|Untuk|Menjelang|Selain|Menurut|Atas|Namun|Meski|Meskipun|Walaupun"
    "|Jika|Bila|Berdasarkan|Sebelumnya|Kini|Hal"
)
OPENER = re.compile(rf"^(?:(?:{_OPENING_WORDS})\b[^,]{{2,170}}),\s+", re.IGNORECASE)
"""Words before the clause proper: "Di tikungan menurun, …"."""

BREAKERS = word_set("""
    meskipun meski walaupun apabila kalau usai di ke dari pada untuk dengan oleh dalam yang dan atau tetapi karena sehingga
    agar kepada terhadap melalui sejak hingga sampai saat ketika setelah sebelum jika bila selama akibat tanpa sebagai
    seperti antara menjadi
    """)
"""Words that never belong to a bare noun."""

PLACE_HEADS = word_set("Desa Dusun Kelurahan Kecamatan Kabupaten Kota Provinsi Distrik Nagari Kampung Kapanewon Kalurahan")

NOT_ONLY = re.compile(r"\b(?:tidak|tak|bukan)(?:lah)?\s(?:hanya|cuma|sekadar|semata|saja)\b")
"""The first half of "tidak hanya …, tetapi juga …": it says nothing alone."""

SUBORDINATE = re.compile(
    r"\b(?:sehingga|karena|begitu|jika|kalau|apabila|bila|ketika|saat|setelah|sebelum|meski|meskipun|walaupun|sejak|agar)\s(?!ini\b|itu\b)"
)
_NO_SUBJECT_PAST = word_set("karena sehingga untuk agar sebab akibat sekitarnya")
_MEASURE = re.compile(
    r"^(?:[a-z]+\s){1,3}(?:sekitar |hampir |lebih dari |mencapai )?(?:\d|(?:satu|dua|tiga|empat|lima|enam|tujuh"
    r"|delapan|sembilan|sepuluh|sebelas)\b)"
)


_OPEN_END = re.compile(
    r"\b(?:dan|atau|yang|di|ke|dari|untuk|dengan|oleh|baik|antara|bahwa|tidak|akan|sedangkan|sementara|karena|sehingga|jika|bila|saat|ketika"
    r"|setelah|agar|supaya|serta|seperti|yakni|yaitu|hingga|sampai|menjadi|adalah|merupakan|mencapai|sekitar|lebih|hampir|namun|tetapi"
    r"|sebesar|sebanyak|seluas|sepanjang|pada|dalam|kepada|bagi|terhadap|tentang|oleh|hal|belum|hanya|juga|maupun|bukan|paling|mulai|sejak|selama|demi|guna|tanpa|antara"
    r"|menunjukkan|memperlihatkan|mencatat|menyebut|menyebutkan|mengatakan|menyatakan|mengungkapkan|menjelaskan|memperkirakan)$"
)
_ONLY_OPENER = re.compile(r"^(?:Seperti|Sebagaimana|Dilansir|Dikutip|Mengutip|Berdasarkan|Menurut|Terkait|Menanggapi)\b[^,]*$")


def is_balanced(text: str) -> bool:
    """Whether words do not end on one that asks for more."""
    return not _OPEN_END.search(text) and not _ONLY_OPENER.match(text)


def is_whole(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words hold a subject and a verb."""
    said = next((index for index, word in enumerate(words) if bare(word) in grammar.reporting), -1)
    for index, word in enumerate(words):
        if index > said and index and grammar.is_verb(word) and bare(words[index - 1]) not in {"yang", "untuk"}:
            return True
    return False


def is_clause(words: Sequence[str], grammar: Grammar) -> bool:  # noqa: PLR0911  # one return for each way to fail
    """Whether words can stand as a clause: a noun first, its verb soon after."""
    if len(words) < 3 or not words:
        return False
    first = bare(words[0])
    if (
        grammar.is_verb(words[0])
        or first in BREAKERS
        or first in _NO_CLAUSE
        or first in {"sedangkan", "sementara", "itu", "ini", "juga", "tidak", "belum", "lainnya"}
    ):
        return False
    if words[0].endswith(",") and first in _DAYS and grammar.is_verb(words[1]):  # "kemarin, menuntut …": who does?
        return False
    for index, word in enumerate(words[: 14 if words[0][:1].isupper() else 9]):
        if word.endswith(",") and index and not grammar.is_verb(word) and not _names_somebody(words, index):
            return False
        if index and bare(word) in {"setelah", "sebelum", "usai", "ketika"}:  # "empat hari setelah ibunya melapor": no clause
            return False
        if index and bare(word) == "yang":
            return _clause_after_relative(words[index:], grammar)
        if index and grammar.is_verb(word):
            return True
        if index and bare(word) in _NO_SUBJECT_PAST:
            return False
    return False


def _names_somebody(words: Sequence[str], index: int) -> bool:
    """Whether the comma after a word only sets a name off: "seorang relawan, Fikri, menderita"."""
    return bool(IS_PERSON.search(words[index]) or (index + 1 < len(words) and IS_PERSON.match(words[index + 1])))


_DAYS = word_set("kemarin besok lusa senin selasa rabu kamis jumat sabtu minggu tadi lalu ini")
_NO_CLAUSE = frozenset(
    {"beserta", "bersama", "berikut", "termasuk", "terutama", "khususnya", "misalnya", "seperti", "maupun", "bahkan", "hanya"}
)


def deed_of(words: Sequence[str], scene: Scene) -> str:
    """Return how the next sentence can name what these words tell: "Polisi menangkap empat orang" → "penangkapan itu"."""
    for index, word in enumerate(words):
        if index and scene.tools.grammar.is_verb(word) and not scene.tools.grammar.is_helper(word):
            noun = "" if bare(words[0]) in _FORCES else scene.tools.deeds.get(bare(word), "")
            return f"{noun} itu" if noun and bare(words[index - 1]) not in {"yang", "tidak", "belum", "batal"} else ""
    return ""


_FORCES = word_set("""
    banjir longsor tanah material hujan angin ombak gelombang air api gempa abu lahar lumpur kebakaran badai cuaca sungai ledakan
    truk mobil bus kereta pohon harga suhu virus wabah kecelakaan tsunami erupsi panas kekeringan abrasi rob
    """)
"""What happens by itself: nothing is done by it ("penimbunan itu dilakukan")."""


def noun_before(words: Sequence[str], grammar: Grammar) -> list[str]:
    """Return the bare noun that words end with; nothing where they end on a quality: "lapisan yang unik"."""
    noun: list[str] = []
    for word in reversed([*words[:-1], words[-1].rstrip(",")]):
        if bare(word) in BREAKERS or grammar.is_verb(word) or word.endswith(","):
            return [] if bare(word) == "yang" else noun
        noun.insert(0, word)
    return noun


def is_measure(words: Sequence[str]) -> bool:
    """Whether words say a measure without a verb: "kecepatan angin 30 kilometer per jam"."""
    first = bare(words[0]) if words else ""
    return (
        bool(_MEASURE.match(" ".join(words)))
        and not re.match(r"(?:ter|di|me|ber)[a-z]{4}", first)
        and first not in BREAKERS
        and first not in {"pukul", "sekitar", "hampir", "sebanyak", "sebesar", "total", "atau", "tahun", "selama", "itu", "yakni", "yaitu"}
    )


def _clause_after_relative(words: Sequence[str], grammar: Grammar) -> bool:
    verbs = [index for index, word in enumerate(words[:14]) if grammar.is_verb(word)]
    return len(verbs) >= 2 and verbs[-1] - verbs[0] >= (2 if grammar.is_helper(words[verbs[0]]) else 1)


def subject_of(words: Sequence[str], scene: Scene) -> str:
    """Return what the next sentence can call the subject of these words, or nothing when it is not clear."""
    tokens = _told_clause(words, scene.tools.grammar)
    while len(tokens) > 1 and bare(tokens[0]) in _ADVERBS:
        tokens = tokens[1:]
    initials = _INITIALS.match(" ".join(tokens))
    if initials:
        return initials["who"]
    end = next((at for at, word in enumerate(tokens) if scene.tools.grammar.is_verb(word) or bare(word) == "yang"), len(tokens))
    while end > 1 and bare(tokens[end - 1]) in _ADVERBS:
        end -= 1
    if tokens and tokens[0][:1].isupper() and _VERB_FIRST.match(tokens[0].lower()):  # "Dikombinasikan kekayaan …": no subject
        return ""
    subject = tokens[:end] if end <= _LONGEST_SUBJECT else _core_of(tokens[:end])
    if not subject or any(word.endswith(",") for word in subject[:-1]) or bare(subject[0]) in BREAKERS or _is_date(subject):
        return ""
    person = IS_PERSON.search(subject[0])
    if person:
        return chr(0xE800 + (ord(person.group()) - 0xE000) % 0x400) if len(subject) == 1 else ""
    if len(subject) == len(tokens):
        return ""
    return _known_now(scene.lower(" ".join(_short_noun(subject)).rstrip(",")))


def _is_date(words: Sequence[str]) -> bool:
    """Whether words only say when: "20 Desember"."""
    return words[-1] in MONTHS or bare(words[0]) in _DAYS or bare(words[0]) in {"kali", "tahun", "bulan", "pekan", "hari", "saat"}


_ADVERBS = word_set("""
    sebenarnya memang justru sempat kini langsung akhirnya juga pun lantas kemudian segera awalnya sebelumnya biasanya kerap sering selalu
    jarang kadang bahkan hanya saja lebih terus kembali tetap baru sedang masih sudah telah akan tengah turut ikut
    """)


_INITIALS = re.compile(r"[^,]{3,110}?\sberinisial\s(?:[a-z]+\s)?(?P<who>[A-Z]{1,4})\b(?!,)(?!\s(?:dan|serta)\b)")
"""Somebody called by initials: "mantan direktur berinisial HS" is HS the second time."""
_VERB_FIRST = re.compile(r"(?:di|me(?:m|n|ng|ny|l|r)|memper|ber)[a-z]{3,}kan$")


def _core_of(subject: Sequence[str]) -> list[str]:
    """Return what a very long subject is about: "Operasi pencarian terhadap pendaki yang …" → "operasi pencarian itu".

    >>> _core_of("Perundingan antara manajemen pabrik dan serikat pekerja soal upah lembur".split())
    ['Perundingan', 'itu']
    >>> _core_of("Camat Sukamaju Budi Santoso bersama warga desa yang terdampak".split())
    []
    """
    end = next(
        (at for at, word in enumerate(subject) if at and (bare(word) in BREAKERS or bare(word) in _ABOUT or MEASURED.match(word))), 0
    )
    core = list(subject[:end])
    named = any(word[:1].isupper() for word in core[1:]) or any(mark.isdigit() for mark in "".join(core))
    small = 1 <= len(core) <= _LONGEST_CORE and not named and core[0][0].isupper() and bare(core[0]) not in _INTRODUCES | _COUNTED
    return [*core, "itu"] if small else []


_ABOUT = frozenset({"soal", "tentang", "bersama", "beserta", "atas", "bagi", "mengenai", "terkait"})
_COUNTED = word_set(
    "sejumlah beberapa ratusan puluhan ribuan satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
    " para seluruh semua setiap"
)
_LONGEST_CORE = 3


def _known_now(subject: str) -> str:
    """Return a subject as it is called the second time, without what only introduced it.

    >>> _known_now("seekor harimau betina dari suaka alam"), _known_now("harga beras")
    ('harimau betina itu', 'harga beras')
    """
    words = subject.split()
    if len(words) < 2 or bare(words[0]) not in _INTRODUCES:
        return subject
    end = next((at for at, word in enumerate(words) if at > 1 and (bare(word) in BREAKERS or MEASURED.match(word))), len(words))
    return " ".join(words[1:end]).removesuffix(" itu").removesuffix(" tersebut") + " itu"


MEASURED = re.compile(r"se(?:panjang|nilai|berat|tinggi|luas|besar|lebar)$|bernama$|berinisial$")
_INTRODUCES = frozenset({"seorang", "seekor", "sebuah"})


_LONGEST_SUBJECT, _SHORT_SUBJECT = 8, 4


def _told_clause(words: Sequence[str], grammar: Grammar) -> list[str]:
    """Return the words of what is told, without who tells it and what opens it: "X menyatakan paket itu mencakup …"."""
    told = next((at for at, word in enumerate(words) if at and bare(word) in grammar.reporting), -1)
    text = " ".join(words[told + 1 :] if told > 0 and is_clause(words[told + 1 :], grammar) else words)
    opener = OPENER.match(text)
    return (text[opener.end() :] if opener else text).split()


def _short_noun(subject: list[str]) -> list[str]:
    """Return a long subject without the name it ends on: "tim gabungan kejaksaan dan Polres Tuban" → "tim gabungan kejaksaan"."""
    if len(subject) <= _SHORT_SUBJECT:
        return subject
    small = next((index for index, word in enumerate(subject[1:], 1) if word[:1].isupper()), len(subject))
    if 1 < small < len(subject) and subject[-1].casefold() not in {"itu", "tersebut"}:
        subject = subject[:small]
    while len(subject) > 1 and bare(subject[-1]) in BREAKERS:
        subject = subject[:-1]
    return subject


def with_subject(words: Sequence[str], rest: list[str], at: int, scene: Scene, link: str = "") -> str:
    """Return the words after a joint as a clause with a subject, taken from before when they lack one."""
    if is_clause(rest, scene.tools.grammar):
        return " ".join(rest)
    if rest and scene.tools.grammar.is_verb(rest[0]):
        subject = subject_of(words[:at], scene)
        return f"{subject} {link}{' '.join(rest)}" if subject else ""
    return ""


def last_item(words: Sequence[str], at: int) -> list[str]:
    """Return the words between the last two commas before `at`."""
    start = next((index + 1 for index in range(at - 2, -1, -1) if words[index].endswith(",")), 0)
    return list(words[start:at])


def in_list(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether the comma before `at` stands in a list of nouns."""
    before = words[max(0, at - 4) : at]
    return sum(word.endswith(",") for word in before) > 1 and not any(grammar.is_verb(word) for word in before)
