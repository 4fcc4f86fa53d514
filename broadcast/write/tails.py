"""Weak joints, cut only when nothing better parts a long sentence: what a case is about, what stands aside."""

from __future__ import annotations

import re

from broadcast.write.clauses import IS_PERSON, noun_before
from broadcast.write.cuts import Cut, Joint
from broadcast.write.relatives import TIME_END
from broadcast.write.words import bare, capital

_HELD_IN = re.compile(r",?\s(?:dalam|pada)\s(?:sidang|persidangan|rapat|konferensi pers|jumpa pers|gelar perkara)\b.*$")
_CASE = re.compile(r"\b(?P<who>terdakwa|tersangka|terpidana)$")


def cut_case(joint: Joint) -> Cut | None:
    """Cut "tiga terdakwa kasus korupsi …, Jumat lalu": "Kasusnya, korupsi …"; the day stays with the first half."""
    if joint.word not in {"kasus", "perkara"} or not _CASE.search(joint.head) or len(joint.rest) < 3:
        return None
    case = " ".join(joint.rest)
    when = TIME_END.search(case)
    if when:
        case = case[: when.start()]
    held = _HELD_IN.search(case)
    if held:
        case = case[: held.start()]
    head = f"{joint.head}{held.group() if held else ''}{', ' + when['when'] if when else ''}"
    return Cut(head, f"{joint.word}nya, {case}", 5)


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


_SEVERAL = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\d+)\s(?:orang\s)?"
    r"(?:tersangka|terdakwa|terpidana|pelaku|saksi|korban|pejabat|pemain|calon|orang)\b"
)


def cut_who(joint: Joint) -> Cut | None:
    """Cut before ", yakni A dan B" where several people were counted: "Mereka adalah A dan B", however doubtful the rest.

    >>> words = "Jaksa menahan dua tersangka dalam dugaan korupsi pupuk, yakni HD dan RS".split()
    >>> cut_who(Joint(words, 8, " ".join(words[:8]).rstrip(","), None, reported=False)).tail
    'mereka adalah HD dan RS'
    """
    if joint.word not in {"yakni", "yaitu", "ialah"} or not joint.rest or not _SEVERAL.search(joint.head):
        return None
    named = joint.rest[0][:1].isupper() or bool(IS_PERSON.match(joint.rest[0]))
    return Cut(joint.head, f"mereka adalah {' '.join(joint.rest)}", 7) if named and len(joint.rest) > 1 else None
