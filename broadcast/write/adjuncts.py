"""The weakest joints: a place, a day or an addressee that hangs on the main verb is told in a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.write.clauses import IS_PERSON, subject_of
from broadcast.write.cuts import Cut, Joint
from broadcast.write.relatives import TIME_END
from broadcast.write.words import Grammar, bare, capital, word_set

_OPENS = word_set("di ke pada kepada dari dalam saat setelah usai seusai mulai sejak sepanjang selama")
_TIMED = word_set("saat setelah usai seusai mulai sejak sepanjang selama")
_BETWEEN = word_set(
    "yang bahwa karena agar supaya jika kalau bila untuk guna sehingga sambil seraya dengan atau tetapi namun serta sementara akibat"
)
_NO_REPEAT = re.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|batal|gagal|jangan|dilarang|melarang|diduga|menduga|dugaan|mungkin|kemungkinan|rencana|hampir|nyaris|dapat|bisa|boleh|harus|wajib|perlu)\b"
)
"""A verb said again without one of these would say something else."""
_CASE = re.compile(r"^dalam\s(?:(?:kasus|perkara)\s(?P<case>.+)|(?P<doubt>dugaan\s.+))$")
_EVIDENCE = re.compile(r"^dengan\sbarang\sbukti\s(?P<what>.+)$")
_LEAST_HEAD, _LEAST_TAIL = 6, 3


_THAT_IS = re.compile(r",\s(?:yakni|yaitu|ialah)\s")


def cut_case_told(joint: Joint) -> Cut | None:
    """Cut before "dalam kasus …" and "dengan barang bukti …": "Kasusnya, …", "Barang buktinya, …".

    >>> words = "Jaksa menahan dua orang dalam kasus dugaan korupsi pupuk".split()
    >>> cut_case_told(Joint(words, 4, " ".join(words[:4]), None, reported=False)).tail
    'kasusnya, dugaan korupsi pupuk'
    """
    rest = joint.onward
    when = TIME_END.search(rest) if joint.word in {"dalam", "dengan"} else None
    head = f"{joint.head}, {when['when']}" if when else joint.head
    rest = rest[: when.start()] if when else rest
    if _THAT_IS.search(rest):  # "dalam kasus korupsi, yakni A dan B": who they are is no case
        return None
    found = _CASE.match(rest)
    if found and len(joint.rest) >= _LEAST_TAIL:
        return Cut(head, f"kasusnya, {found['case'] or found['doubt']}", 5)
    evidence = _EVIDENCE.match(rest)
    return Cut(head, f"barang buktinya, {evidence['what']}", 6) if evidence else None


def cut_except(joint: Joint) -> Cut | None:
    """Cut before "kecuali …": "Pengecualian berlaku bagi …"; it leans, for without it the rule says too much.

    >>> words = "Truk dilarang lewat kecuali truk sembako".split()
    >>> cut_except(Joint(words, 3, " ".join(words[:3]), None, reported=False)).tail
    'pengecualian berlaku bagi truk sembako'
    """
    if joint.word != "kecuali":
        return None
    rest = joint.rest[1 if joint.rest and bare(joint.rest[0]) == "ada" else 0 :]
    if len(rest) < 2:
        return None
    led = "" if bare(rest[0]) in {"untuk", "bagi", "di", "pada", "jika", "dalam"} else "bagi "
    return Cut(joint.head, f"pengecualian berlaku {led}{' '.join(rest)}", 9)


def cut_adjunct(joint: Joint) -> Cut | None:
    """Cut before a phrase that hangs on the main verb, and say the verb again with what it is about.

    "Hakim menjatuhkan vonis lima tahun kepada X" → "Vonis itu dijatuhkan kepada X"; "Korban ditemukan tewas di Y" →
    "Korban itu ditemukan di Y". Not where a negation or a doubt would be lost.

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "Hakim menjatuhkan vonis lima tahun penjara kepada bendahara desa itu".split()
    >>> cut_adjunct(Joint(words, 6, " ".join(words[:6]), scene, reported=False)).tail
    'Vonis itu dijatuhkan kepada bendahara desa itu'
    >>> words[0] = "Hakim tidak"
    >>> cut_adjunct(Joint(words, 6, " ".join(words[:6]), scene, reported=False))
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    if joint.word not in _OPENS or at < _LEAST_HEAD or len(words) - at < _LEAST_TAIL or _NO_REPEAT.search(joint.head):
        return None
    if (
        bare(words[at + 1]) == "antaranya"
        or bare(words[at - 1]) in _OPENS
        or grammar.is_verb(words[at - 1])
        or grammar.is_verb(words[at + 1])
    ):
        return None
    if joint.word not in _TIMED and any(grammar.is_verb(word) for word in words[at + 2 :]):
        return None  # "setelah seorang mahasiswa di Taif mengunggah …": the place belongs to the clause
    verb = next(
        (
            index
            for index, word in enumerate(words[:at])
            if index and grammar.is_verb(word) and not grammar.is_helper(word) and bare(word) != "berhasil"
        ),
        -1,
    )
    if verb < 1 or bare(words[verb - 1]) == "yang" or _is_held(words, verb, at, grammar):
        return None
    if any(grammar.is_verb(word) for word in words[verb + 1 : at]) or any(bare(word) == "yang" for word in (*words[:verb], *words[at:])):
        return None
    again = _said_again(words, verb, at, joint)
    return Cut(joint.head, capital(f"{again} {' '.join(words[at:])}"), 2) if again else None


def _is_held(words: Sequence[str], verb: int, at: int, grammar: Grammar) -> bool:
    """Whether a clause opens between verb and joint; "untuk bulan Mei" opens none."""
    return any(
        bare(words[index]) in _BETWEEN and not (bare(words[index]) == "untuk" and not grammar.is_verb(words[index + 1]))
        for index in range(verb + 1, at)
    )


def _said_again(words: Sequence[str], verb: int, at: int, joint: Joint) -> str:
    """Return the subject and verb of the second sentence, or nothing when they are not clear."""
    later = "akan " if "akan" in {bare(word) for word in words[:verb]} else ""
    if joint.grammar.is_active(words[verb]):
        things = [word for word in words[verb + 1 : at] if bare(word) not in _NUMBERS and not word[0].isdigit()]
        thing = bare(things[0]) if things else ""
        passive = passive_of(words[verb], joint.grammar)
        plain = bool(re.fullmatch(r"[a-z-]{4,}", thing)) and thing not in _COUNTS | _BETWEEN | _OPENS and things[0].islower()
        return f"{thing} itu {later}{passive}" if plain and passive else ""
    subject = subject_of(words[:at], joint.scene)
    if not subject or any(mark.isdigit() for mark in subject) or " itu " in subject or bare(words[verb]).startswith("se"):
        return ""
    last = subject.split()[-1]
    named = (
        bool(IS_PERSON.search(subject))
        or last[:1].isupper()
        or bare(last) in {"itu", "tersebut", "mereka", "ia", "dia", "pihaknya", "keduanya", "ketiganya"}
    )
    return f"{subject}{'' if named else ' itu'} {later}{bare(words[verb])}"


_NUMBERS = word_set(
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus ribu juta miliar triliun"
    " seorang sebuah seekor sebanyak"
)
_COUNTS = word_set(
    "sejumlah beberapa para ratusan puluhan ribuan seluruh semua sekitar lebih hampir sedikitnya status nama secara kembali upaya adanya"
    " langsung persen kali orang unit meter kilometer rupiah ton kilogram hari bulan tahun jam menit"
)


def passive_of(verb: str, grammar: Grammar) -> str:  # noqa: PLR0911  # one return for each nasal
    """Return the di- form of a verb with me-, or nothing when its root is not sure.

    >>> from broadcast.model import Lexicon
    >>> grammar = Grammar(Lexicon())
    >>> [passive_of(verb, grammar) for verb in ("menjatuhkan", "menyerahkan", "menggelar", "memulai", "mengesahkan")]
    ['dijatuhkan', 'diserahkan', 'digelar', 'dimulai', '']
    """
    plain = bare(verb)
    known = grammar.root_of(plain)
    if known:
        return f"di{known}"
    if re.match(r"me[lrwy]", plain):
        return f"di{plain[2:]}"
    if re.match(r"men[cdj]|mem[bf]", plain):
        return f"di{plain[3:]}"
    if re.match(r"meng[gh]", plain):
        return f"di{plain[4:]}"
    if plain.startswith("meny"):
        return f"dis{plain[4:]}"
    if re.match(r"mem[aeiou]", plain):
        return "dimulai" if plain == "memulai" else f"dip{plain[3:]}"
    return f"dit{plain[3:]}" if re.match(r"men[aeiou]", plain) else ""
