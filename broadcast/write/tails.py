"""Weak joints, cut only when nothing better parts a long sentence: what a case is about, and a clause that defines its last noun."""

from __future__ import annotations

import re

from broadcast.write.clauses import IS_PERSON, noun_before
from broadcast.write.cuts import Cut, Joint
from broadcast.write.words import bare, capital, word_set

_TIME_END = re.compile(
    r",\s(?P<when>(?:(?:kemarin|tadi|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?:\s[a-z]+){0,2}|hari ini|besok|lusa))$"
)
_CASE = re.compile(r"\b(?P<who>terdakwa|tersangka|terpidana)$")


def cut_case(joint: Joint) -> Cut | None:
    """Cut "tiga terdakwa kasus korupsi …, Jumat lalu": "Kasusnya, korupsi …"; the day stays with the first half."""
    if joint.word not in {"kasus", "perkara"} or not _CASE.search(joint.head) or len(joint.rest) < 3:
        return None
    case = " ".join(joint.rest)
    when = _TIME_END.search(case)
    if when:
        case = case[: when.start()]
    head = f"{joint.head}, {when['when']}" if when else joint.head
    return Cut(head, f"{joint.word}nya, {case}", 5)


_NO_DEFINING = re.compile(
    r"\b(?:tidak|belum|bukan|tanpa|jangan|agar|supaya|jika|bila|kalau|apabila|untuk|harus|wajib|dilarang|setiap|semua|seluruh|para|hanya"
    r"|meminta|diminta|mengimbau|diimbau|mengajak|mencari|memburu|mencegah|mengantisipasi|terhadap|bagi|berharap)\b"
)
_INSIDE = word_set("di dari pada ke dalam dengan oleh atas bagi kepada tentang soal")
_LOOSE_NOUNS = word_set(
    "warga masyarakat pihak orang siapa hal apa anak korban pelaku mereka tersebut itu ini terdakwa tersangka pengendara"
)
_SMALL = word_set("seorang sebuah seekor dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")


def cut_defining(joint: Joint) -> Cut | None:
    """Cut before a last "yang …": "… menangkap empat orang yang diduga mencuri" → "Empat orang itu diduga mencuri".

    Not where the clause limits what is asked, denied or said of all.
    """
    told = " ".join(joint.rest)
    when = _TIME_END.search(told) if joint.word == "yang" else None
    rest = (told[: when.start()] if when else told).split()
    if joint.word != "yang" or len(rest) < 4 or not joint.grammar.is_verb(rest[0]) or _NO_DEFINING.search(joint.head):
        return None
    several = re.search(r"\byang\b[^,]*,[^,]*$", joint.head)  # one of several things that "yang" describes
    if several or any(bare(word) == "yang" for word in rest) or not _one_clause(joint):
        return None
    noun = noun_before(joint.words[: joint.at], joint.grammar)
    counted = bool(noun) and bare(noun[0]) in _SMALL
    stop = joint.at - len(noun) - 1
    if stop >= 0 and bare(joint.words[stop]) in _INSIDE and not counted:  # "rekaman di lokasi yang dikirim": which of the two?
        return None
    named = [word for word in noun if bare(word) not in {"seorang", "sebuah", "seekor"}]
    if not 1 <= len(named) <= 4 or any(mark.isdigit() for mark in "".join(named)) or IS_PERSON.search("".join(named)):
        return None
    if bare(named[-1]) in _LOOSE_NOUNS and not counted:
        return None
    that = "" if named[-1][:1].isupper() else " itu"
    head = f"{joint.head}, {when['when']}" if when else joint.head
    return Cut(head, capital(f"{' '.join(named)}{that} {' '.join(rest)}"), 3)


def _one_clause(joint: Joint) -> bool:
    """Whether nothing after "yang" can be the main verb of the sentence: the head has its own."""
    before = [
        index
        for index, word in enumerate(joint.words[: joint.at])
        if index and joint.grammar.is_verb(word) and not joint.grammar.is_helper(word)
    ]
    after = [word for word in joint.rest[1:] if joint.grammar.is_verb(word) and not joint.grammar.is_helper(word)]
    takes = joint.grammar.is_helper(joint.rest[0]) or bare(joint.rest[0]) in _TAKES_VERB
    own = bool(before) and bare(joint.words[before[0] - 1]) != "yang" and not _OPEN_CLAUSE.search(joint.head)
    return own and len(after) <= (1 if takes else 0)


_TAKES_VERB = word_set("diduga berpotensi disebut dinilai diperkirakan mampu ikut ingin mulai berhasil terbukti")
_OPEN_CLAUSE = re.compile(r"\b(?:sementara|sedangkan|karena|sehingga|bahwa|saat|ketika|setelah)\b[^,]*$")


def cut_aside(joint: Joint) -> Cut | None:
    """Take ", yang …," out of the middle: the noun before it is named again in a sentence after."""
    if joint.word != "yang" or not joint.words[joint.at - 1].endswith(","):
        return None
    close = next((index for index in range(joint.at + 3, len(joint.words) - 1) if joint.words[index].endswith(",")), -1)
    clause = [*joint.words[joint.at + 1 : close], joint.words[close].rstrip(",")] if close > 0 else []
    noun = noun_before(joint.words[: joint.at], joint.grammar)
    plain = " ".join(noun)
    if not clause or not 1 <= len(noun) <= 4 or any(mark.isdigit() for mark in plain) or IS_PERSON.search(plain):
        return None
    if not any(joint.grammar.is_verb(word) for word in clause) or bare(joint.words[close + 1]) in {"yang", "dan", "serta", "atau"}:
        return None
    that = "" if noun[-1][:1].isupper() else " itu"
    return Cut(f"{joint.head} {' '.join(joint.words[close + 1 :])}", capital(f"{plain}{that} {' '.join(clause)}"), 6)


_ITS = re.compile(r"^(?P<what>[a-z]{4,}nya|sebagian(?:\sbesar|\slagi)?)\s(?P<rest>.+)$")


def cut_with_its(joint: Joint) -> Cut | None:
    """Cut before ", separuhnya …" and ", semuanya …" where a verb follows: a sentence of its own."""
    if not joint.words[joint.at - 1].endswith(",") or not _ITS.match(" ".join(joint.words[joint.at :])):
        return None
    follows = any(joint.grammar.is_verb(word) for word in joint.rest[:3])
    return Cut(joint.head, " ".join(joint.words[joint.at :]), 6) if follows and not joint.grammar.is_verb(joint.words[joint.at]) else None
