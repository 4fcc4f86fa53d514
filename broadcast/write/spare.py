"""What may go from a clause that is too long: nothing asks for it, no denial reaches it, and the rest says the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from broadcast.write.standing import ASKS, ATTRIBUTIVE, INTRANSITIVE, NEEDS, OPEN_END, PREPOSITIONS, TELLS, is_finite
from broadcast.write.words import Grammar, bare, word_set

_TIGHT = re.compile(r"^(?:ter[a-z]+|pertama|satu-satunya|paling|hanya|cuma|kecuali|selain|lebih|kurang|salah|satu|lain|kedua|ketiga)$")
DENIES = word_set("tidak tak bukan jangan tanpa hanya")
WHERE = word_set("di dari pada")
LEAN_ON = word_set("khususnya terutama termasuk misalnya utamanya tepatnya")
"""What only leans on the part after it and goes with it."""
_ASKED_ENOUGH = 5
"""So many words after "meminta" say already what is asked."""


_REASONS = word_set("karena akibat lantaran gegara imbas")
_SWEEPS = word_set("bukan jangan tanpa hanya")
"""What denies a reason too: "bukan ditahan karena mencuri"."""
_UNLAWFUL = word_set("sah wajar resmi etis pantas layak manusiawi senonoh langsung terduga terbatas")
"""With these "tidak" makes a word of its own and denies nothing."""
_HARMLESS = word_set("usai setelah saat meski terkait soal mengenai tentang")
"""What may go although something is denied before: a denial does not reach it."""


def _is_told_apart(words: Sequence[str], at: int) -> bool:
    """Whether "yang" says which one is meant, so that the noun says something else without it: "emosi yang dipendam".

    Somebody with a name, or a body, is known without it.
    """
    start = next((index for index in range(at - 1, -1, -1) if bare(words[index]) in PREPOSITIONS or bare(words[index]) == "salah"), -1)
    return not words[at - 1][:1].isupper() or (start >= 0 and bare(words[start]) == "salah")


_ABOUT = PREPOSITIONS - {"di", "ke", "dari", "pada", "dalam"}


def _is_bare_topic(words: Sequence[str], at: int) -> bool:
    """Whether one noun alone stands between a preposition and what may go: "mengomentari soal desakan agar …"."""
    return at > 1 and bare(words[at - 2]) in _ABOUT | _REASONS and words[at - 1][:1].islower()


def is_inside(words: Sequence[str], at: int, verb: int, grammar: Grammar) -> bool:
    """Whether a part stands in what somebody tells, before its verb: without it the clause would lose its subject."""
    if at <= verb or (bare(words[verb]) not in TELLS and bare(words[verb]) != "optimistis"):
        return False
    return at <= next((index for index in range(verb + 1, len(words)) if is_finite(words, index, grammar)), verb)


def _is_needed(words: Sequence[str], at: int) -> bool:
    """Whether the words before ask for the part that opens at a word."""
    before, opener = bare(words[at - 1]), bare(words[at])
    fixed = opener == "di" and words[at + 1 : at + 2] in (["bawah"], ["antaranya"], ["atas"])
    tight = bool(_TIGHT.match(before)) and not (before == "terbaik" and opener in {"untuk", "bagi", "buat"})
    asked = before in NEEDS or (before in OPEN_END and before not in LEAN_ON) or tight or (before in ATTRIBUTIVE and before[:3] == "ber")
    one_of = "salah" in words[max(0, at - 7) : at] and any(bare(one) in {"menjadi", "jadi", "adalah", "merupakan"} for one in words[:at])
    return fixed or asked or one_of or (at > 1 and bare(words[at - 2]) == "yang") or (opener == "yang" and _is_told_apart(words, at))


def _is_denied(words: Sequence[str], at: int) -> bool:
    """Whether a denial before reaches the part that opens at a word."""
    opener = bare(words[at])
    denied = DENIES & {bare(word) for word, after in pairwise(words[: at + 1]) if bare(after) not in _UNLAWFUL}
    return bool(denied) and opener not in _HARMLESS and not (opener in _REASONS and not denied & _SWEEPS)


def may_go(words: Sequence[str], at: int, verb: int, grammar: Grammar) -> bool:
    """Whether the part that opens at a word may go: nothing before it asks for it, and no denial reaches it."""
    if not 0 < at < len(words) or at == verb or _is_needed(words, at) or _is_bare_topic(words, at) or _is_denied(words, at):
        return False
    before, opener = bare(words[at - 1]), bare(words[at])
    bound = opener == "kasus" and (at - 1 <= verb or before in PREPOSITIONS)
    if bound or (is_inside(words, at, verb, grammar) and not (opener in WHERE and words[at - 1][:1].isupper())):
        return False
    if at < verb:
        return True
    asked = next((index for index, word in enumerate(words[:at]) if bare(word) in ASKS), at)
    if at - asked in range(1, _ASKED_ENOUGH) and opener in {"untuk", "agar", "supaya", "buat"}:
        return False
    return not (words[at - 1].islower() and grammar.is_active(words[at - 1]) and before not in INTRANSITIVE)
