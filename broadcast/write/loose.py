"""Joints of last resort: how something is done, what comes of it, on what occasion."""

from __future__ import annotations

import re

from broadcast.write.clauses import is_clause, subject_of
from broadcast.write.compared import FIGURE
from broadcast.write.cuts import Cut, Joint
from broadcast.write.words import bare, capital, word_set

_NO_MANNER = word_set(
    "sesuai sejalan sama terkait berbeda sehubungan seiring seirama senada bersamaan bersama berbarengan lengkap dibanding dibandingkan"
    " dimulai diawali diakhiri ditandai disertai diisi dilakukan tidak bukan hanya dan atau juga tetapi melainkan justru"
)
_NO_DEED = re.compile(r"\b(?:tidak|tak|belum|bukan|jangan|tanpa|batal|gagal|diduga|dugaan|mungkin|jika|bila|apabila|kalau|andai)\b")


def cut_manner(joint: Joint) -> Cut | None:
    """Cut before "dengan" and a verb: "Hal itu dilakukan dengan …"; before "dengan cara": "Caranya …".

    Not where a negation or a condition would be lost.
    """
    grammar, words, at = joint.grammar, joint.words, joint.at
    if joint.word != "dengan" or bare(words[at - 1]) in _NO_MANNER or grammar.is_verb(words[at - 1]) or _NO_DEED.search(joint.head):
        return None
    after = bare(words[at + 1])
    if after == "cara" and len(joint.rest) > _LEAST:
        return Cut(joint.head, f"caranya {' '.join(joint.rest[1:])}", 4)
    first = bare(words[at + 2]) if after in {"tetap", "terus", "lebih", "ikut", "selalu", "langsung"} and at + 2 < len(words) else after
    acts = any(grammar.is_active(word) for word in words[1:at])
    if (
        not acts
        or not grammar.is_active(first)
        or first in grammar.reporting
        or first in {"menggunakan", "memakai", "membawa", "menambahkan", "memperingatkan"}
        or len(joint.rest) < _LEAST
    ):
        return None
    return Cut(joint.head, f"hal itu dilakukan {' '.join(words[at:])}", 3)


_LEAST = 3
_RESULTS = word_set(
    "mengakhiri menandai menjadikan membuat memaksa menambah memperpanjang memutus mengukuhkan melengkapi memperkuat"
    " menandakan menyisakan menyebabkan mengakibatkan memicu memperparah memecahkan menyamai melampaui mengungguli"
)


def cut_result(joint: Joint) -> Cut | None:
    """Cut before ", mengakhiri …" and "sekaligus …": "Hal itu mengakhiri …"; before ", menyusul …": "Ini menyusul …"."""
    word, after = joint.word, bare(joint.words[joint.at + 1])
    if (word not in {"sekaligus", "menyusul"} and word not in _RESULTS) or _NO_DEED.search(joint.head):
        return None
    if (
        word == "sekaligus"
        and joint.grammar.is_active(after)
        and len(joint.rest) >= _LEAST
        and not joint.grammar.is_verb(joint.words[joint.at - 1])
    ):
        return Cut(joint.head, f"hal itu {' '.join(joint.words[joint.at :])}", 4)
    if len(joint.rest) < _LEAST:
        return None
    if word in _RESULTS and joint.words[joint.at - 1].endswith(","):
        return Cut(joint.head, f"hal itu {' '.join(joint.words[joint.at :])}", 6)
    if word == "menyusul" and not joint.grammar.is_verb(joint.words[joint.at - 1]):
        return Cut(joint.head, f"{'itu' if joint.reported else 'ini'} {' '.join(joint.words[joint.at :])}", 5)
    return None


_SERVES = re.compile(
    r"(?:pe(?:m|n|ng|ny|r|l)?[a-z]{3,}an|kebutuhan|kepentingan|biaya|renovasi|rehabilitasi|sosialisasi"
    r"|evakuasi|operasional)$"
)


def cut_use(joint: Joint) -> Cut | None:
    """Cut before "untuk perbaikan jalan": "Tujuannya untuk perbaikan jalan"."""
    if joint.word != "untuk" or not _SERVES.match(bare(joint.words[joint.at + 1])) or _NO_DEED.search(joint.head):
        return None
    if joint.grammar.is_verb(joint.words[joint.at - 1]) or any(joint.grammar.is_verb(word) for word in joint.rest[1:]):
        return None
    return Cut(joint.head, f"tujuannya untuk {' '.join(joint.rest)}", 2) if len(joint.rest) >= _LEAST else None


_WILLING = word_set(
    "sepakat berencana bertekad siap bersedia berjanji memutuskan berkomitmen berupaya berusaha mulai terus akan ingin bisa dapat harus"
)


def cut_intent(joint: Joint) -> Cut | None:
    """Cut "sepakat untuk menaikkan …, dan menetapkan …": "Mereka juga sepakat untuk menetapkan …"."""
    if joint.word not in {"dan", "serta", "lalu", "kemudian"} or len(joint.rest) < _LEAST or not joint.grammar.is_active(joint.rest[0]):
        return None
    words, at = joint.words, joint.at
    led = next((index for index in range(at - 1, 0, -1) if bare(words[index]) == "untuk"), -1)
    if led < 1 or bare(words[led - 1]) not in _WILLING or any(bare(word) == "yang" for word in words[led:at]):
        return None
    if joint.grammar.is_verb(words[at - 1]) or not joint.grammar.is_active(words[led + 1]):
        return None
    subject = subject_of([*words[: led - 1], *words[led + 1 : at]], joint.scene)
    return Cut(joint.head, f"{subject} juga {bare(words[led - 1])} untuk {' '.join(joint.rest)}", 5) if subject else None


_OPENS_TIME = re.compile(
    r"^(?:(?:sekitar\s|hingga\s|pada\s|sejak\s)?(?:(?:hari ini|saat ini|kini|besok|kemarin|tadi|(?:Senin|Selasa|Rabu|Kamis"
    r"|Jumat|Sabtu|Minggu))"
    r"(?:\s(?:lalu|lusa|mendatang|pagi|siang|sore|malam|dini "
    r"hari))*\s?)?(?:(?:sekitar\s)?pukul\s(?:setengah\s)?[\w.]+(?:\s(?:pagi|siang|sore|malam|dini hari|tadi))*)?)(?<=\S)(?=\s)"
)
_TOLD_OF = frozenset(
    {"angka", "jumlah", "hal", "kondisi", "keadaan", "uang", "dana", "peristiwa", "kejadian", "kegiatan", "keputusan", "aturan"}
)
_THERE = frozenset({"ada", "terdapat", "tersisa", "tercatat", "terlihat", "terpantau", "terjadi", "masih"})


def cut_and_then(joint: Joint) -> Cut | None:
    """Cut before "dan pukul enam tersisa …" and "dan angka tersebut masih …": a clause of its own without a comma.

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "jumlah pemilih mencapai 4.000 orang dan angka itu masih dihitung".split()
    >>> cut_and_then(Joint(words, 5, " ".join(words[:5]), scene, reported=True)).tail
    'Angka itu masih dihitung'
    """
    if joint.word not in {"dan", "serta", "tetapi", "namun"} or len(joint.rest) < _LEAST or _HELD.search(joint.head):
        return None
    rest, grammar = joint.rest, joint.grammar
    verb = next((at for at, word in enumerate(rest) if at and grammar.is_verb(word)), -1)
    that = next((at for at, word in enumerate(rest[:4]) if at and bare(word) in {"itu", "tersebut", "ini"}), -1)
    opens = _OPENS_TIME.match(" ".join(rest))
    if opens and grammar.is_active(rest[opens.group().count(" ") + 1 :][0] if len(rest) > opens.group().count(" ") + 1 else ""):
        subject = subject_of(joint.words[: joint.at], joint.scene)
        at = opens.group().count(" ") + 1
        return Cut(joint.head, f"{capital(opens.group())}, {subject} {' '.join(rest[at:])}", 7) if subject else None
    timed = (
        opens
        and 1 < verb <= _SOON
        and bare(rest[verb - 1]) != "yang"
        and (verb > opens.group().count(" ") + 1 or bare(rest[verb]) in _THERE)
    )
    named = that > 0 and (bare(rest[that]) == "tersebut" or bare(rest[0]) in _TOLD_OF)
    definite = named and that < verb <= that + 2 and rest[0].islower() and not any(bare(word) in _NO_MANNER for word in rest[:that])
    if not timed and not definite:
        return None
    return Cut(joint.head, capital(" ".join(rest)), 7, leans=False)


_SOON = 7
_HELD = re.compile(r"\b(?:agar|supaya|jika|bila|apabila|karena|mengimbau|meminta|diduga|jangan|tidak)\b")


def cut_whose(joint: Joint) -> Cut | None:
    """Cut before "yang seluruhnya …" and "yang sebagian besar …": "Seluruhnya …", "Sebagian besar …"; before "di mana ada …".

    >>> words = "terdapat 412 kasus yang sebagian besar berasal dari Sumbersari".split()
    >>> cut_whose(Joint(words, 3, " ".join(words[:3]), None, reported=True)).tail
    'sebagian besar berasal dari Sumbersari'
    """
    rest = " ".join(joint.rest)
    if joint.word == "yang" and _WHOLE_OF.match(rest) and len(joint.rest) > _LEAST:
        return Cut(joint.head, rest, 7)
    if joint.word == "di" and rest.startswith("mana ") and len(joint.rest) > _LEAST:
        told = joint.rest[1:]
        stands = bare(told[0]) in {"ada", "terdapat", "terjadi"} or is_clause(told, joint.grammar)
        return Cut(joint.head, " ".join(told), 6) if stands else None
    return None


_WHOLE_OF = re.compile(
    r"^(?:seluruhnya|semuanya|sebagian besar|sebagian|mayoritas|kebanyakan|rata-rata|masing-masing"
    r"|keduanya|ketiganya|satu di antaranya)\s"
)


def cut_with_clause(joint: Joint) -> Cut | None:
    """Cut before "dengan" and a clause or a measure: "… dengan genangan terdalam berada di X" → "Genangan terdalam berada di X".

    >>> words = "Petani memanen padi di lahan 12 hektare dengan produktivitas rata-rata 6,8 ton per hektare".split()
    >>> cut_with_clause(Joint(words, 7, " ".join(words[:7]), None, reported=False)).tail
    'produktivitasnya rata-rata 6,8 ton per hektare'
    """
    words, at = joint.words, joint.at
    if joint.word != "dengan" or bare(words[at - 1]) in _NO_MANNER or len(joint.rest) < _LEAST:
        return None
    if _OF_THEM.match(" ".join(joint.rest)):
        return Cut(joint.head, capital(" ".join(joint.rest)), 7)
    measure = _MEASURE_NOUN.match(" ".join(joint.rest))
    if measure and "yang" not in measure["rest"].split():
        return Cut(joint.head, f"{measure['what']}nya {measure['rest']}", 5)
    promised = _PROMISED.match(" ".join(joint.rest))
    if promised:
        return Cut(joint.head, " ".join(joint.rest), 5)
    if measure or bare(joint.rest[0]) in _ABSTRACT or joint.grammar.is_verb(words[at - 1]) or _NO_DEED.search(joint.head):
        return None
    soon = next((index for index, word in enumerate(joint.rest[:6]) if index and joint.grammar.is_verb(word)), -1)
    plain = soon > 0 and not any(bare(word) in {"yang", "dan", "untuk", "di", "dari"} for word in joint.rest[:soon])
    return Cut(joint.head, capital(" ".join(joint.rest)), 5) if plain and is_clause(joint.rest, joint.grammar) else None


_ABSTRACT = word_set(
    "cara maksud tujuan harapan catatan alasan syarat ketentuan kata rasa sikap hasil demikian begitu ini itu"
    " adanya dalih modus tugas peran status nama judul tema"
)
_OF_THEM = re.compile(rf"^(?:{FIGURE}|seorang|sebagian|separuh)(?:\s[a-z]+){{0,2}}\sdi antaranya\s(?!di\b|dari\b)[a-z]")
_MEASURE_NOUN = re.compile(
    rf"^(?P<what>(?!cara\b|skor\b|usia\b|umur\b|total\b|sekitar\b|hampir\b|lebih\b|sedikitnya\b)[a-z]{{5,}}(?:\s(?:total|maksimal|bruto|bersih))?)\s"
    rf"(?P<rest>(?:(?:rata-rata|sekitar|hampir|lebih dari|mencapai|sebesar|sebanyak|paling lama|maksimal|minimal)\s)?{FIGURE}\b.*)$"
)
_PROMISED = re.compile(rf"^[a-z]+\s(?:yang\s)?di[a-z]{{4,}}\s(?:sekitar\s|sebesar\s|mencapai\s)?{FIGURE}\b")

_SCORE = re.compile(r"^dengan\s(?P<what>skor|hadiah utama|total hadiah|hadiah|barang bukti|rincian|syarat|catatan)\s(?P<rest>.+)$")


def cut_with_more(joint: Joint) -> Cut | None:
    """Cut before "dengan skor …", "dengan hadiah utama …": "Skornya …", "Hadiah utamanya …"."""
    found = _SCORE.match(" ".join(joint.words[joint.at :])) if joint.word == "dengan" else None
    if not found or len(found["rest"].split()) < _LEAST or re.search(r"\b(?:yang|me[a-z]{4,}|di[a-z]{4,})\b", found["rest"]):
        return None
    return Cut(joint.head, f"{found['what']}nya {found['rest']}", 4)


_OCCASION = re.compile(
    r"^(?:pada|dalam)\s(?P<what>(?:laga|pertandingan|partai|duel|acara|kegiatan|rapat|upacara|sidang|pertemuan|apel|kunjungan|pelantikan|seminar|diskusi)\b[^,]*?)"
    r"(?P<where>\s(?:di|yang (?:digelar|berlangsung) di)\s[A-Z].*)$"
)


def cut_occasion(joint: Joint) -> Cut | None:
    """Cut before "pada laga … di Stadion …, kemarin": "Laga … itu berlangsung di Stadion …, kemarin".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "Persela menang dua satu pada laga pekan ketiga Liga Dua di Stadion Surajaya, kemarin".split()
    >>> cut_occasion(Joint(words, 4, " ".join(words[:4]), scene, reported=False)).tail
    'laga pekan ketiga Liga Dua itu berlangsung di Stadion Surajaya, kemarin'
    """
    found = _OCCASION.match(" ".join(joint.words[joint.at :])) if joint.word in {"pada", "dalam"} else None
    if not found or any(joint.grammar.is_verb(word) for word in found["what"].split()):
        return None
    where = re.sub(r"^\syang (?:digelar|berlangsung)", "", found["where"])
    return Cut(joint.head, f"{found['what']} itu berlangsung{where}", 6)


_TOPIC = frozenset({"terkait", "soal", "mengenai", "tentang"})


def cut_topic(joint: Joint) -> Cut | None:
    """Take "terkait dugaan …" out of a long subject: "Rapat … berlangsung panas", "Rapat itu terkait dugaan …"."""
    words, grammar = joint.words, joint.grammar
    if not grammar.is_verb(words[joint.at]) or grammar.is_helper(words[joint.at]):
        return None
    opens = next((at for at, word in enumerate(words[: joint.at]) if at and bare(word) in _TOPIC), -1)
    if opens < 1 or joint.at - opens < _LEAST + 1 or any(grammar.is_verb(word) for word in (*words[:opens], *words[opens + 1 : joint.at])):
        return None
    if any(bare(word) in {"yang", "dan"} for word in words[opens : joint.at]) or not words[0][0].isupper() or not words[0].isalpha():
        return None
    if words[joint.at - 1].endswith(","):
        return None
    return Cut(f"{' '.join(words[:opens])} {' '.join(words[joint.at :])}", f"{words[0].lower()} itu {' '.join(words[opens : joint.at])}", 6)
