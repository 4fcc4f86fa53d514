"""Where a sentence goes on with "dan …" or a comma: a clause, a verb, one more thing that people are asked to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.write.clauses import (
    IS_PERSON,
    NOT_ONLY,
    OPENER,
    PLACE_HEADS,
    SUBORDINATE,
    in_list,
    is_clause,
    is_measure,
    last_item,
    subject_of,
)
from broadcast.write.cuts import URGED, Cut, Joint
from broadcast.write.words import Grammar, bare, capital, word_set


def cut_and_clause(joint: Joint) -> Cut | None:
    """Cut before ", dan …" or after a comma where a whole clause follows."""
    joined = joint.word in {"dan", "serta", "lalu", "kemudian"}
    if (
        joined
        and _COUNTED.match(" ".join(joint.rest))
        and is_clause(joint.rest, joint.grammar)
        and not (_same_deed(joint) or _only_named(joint))
    ):
        return Cut(joint.head, capital(" ".join(joint.rest)), 8, leans=False)
    if not joint.words[joint.at - 1].endswith(","):
        return None
    rest = joint.rest if joined else list(joint.words[joint.at :])
    if not joined and is_measure(rest) and is_measure(last_item(joint.words, joint.at)):
        return Cut(joint.head, capital(" ".join(rest)), 6)
    if (
        _QUALITIES.search(joint.head)
        or _PARTS.search(joint.head)
        or not is_clause(rest, joint.grammar)
        or in_list(joint.words, joint.at, joint.grammar)
        or rest[0] in PLACE_HEADS
        or (not joined and _LISTED.match(" ".join(rest)))
    ):
        return None
    if (
        (not joined and _is_apposition(rest, joint.grammar))
        or (OPENER.match(f"{joint.head}, ") and "," not in joint.head)
        or (not joined and _goes_on(rest, joint))
    ):
        return None
    return Cut(joint.head, capital(" ".join(rest)), 8 if joined else 7, leans=False)


_PARTS = re.compile(r"\b(?:[Rr]inciannya|yaitu|yakni|meliputi|antara lain)\b")
_LISTED = re.compile(r"^[a-z-]+(?:,|\s(?:dan|serta|atau))\s")  # "mengeluh pusing, mual dan sakit perut"


def _is_apposition(rest: Sequence[str], grammar: Grammar) -> bool:
    """Whether words after a comma only say who or what was named: "aparatur negara yang pernah menjabat …", "sebuah program yang …"."""
    verb = next((at for at, word in enumerate(rest) if grammar.is_verb(word)), -1)
    return verb > 0 and bare(rest[verb - 1]) == "yang"


_COUNTED = re.compile(
    r"^(?:seorang|sebuah|seekor|\d[\d.,]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
    r"|sebelas)\s(?![a-z]+\sdi antaranya)"
)


_QUALITIES = re.compile(r"\byang\s(?:lebih\s|sangat\s)?[a-z]+$")  # "yang cepat, transparan serta berbasis …"


def _only_named(joint: Joint) -> bool:
    """Whether the only verbs that follow give a name or an age: "RS dan seorang warga berinisial MF"."""
    verbs = [bare(word) for word in joint.rest if joint.grammar.is_verb(word)]
    return bool(verbs) and all(verb in _NAMING for verb in verbs)


_NAMING = frozenset({"berinisial", "bernama", "berusia", "berumur", "beralias", "berasal"})


def _same_deed(joint: Joint) -> bool:
    """Whether what follows "dan" shares the verb before it: "menewaskan dua warga dan tiga kambing yang …", "agar A dan dua B …"."""
    verb = next((word for word in reversed(joint.words[: joint.at]) if joint.grammar.is_verb(word)), "")
    named = any(IS_PERSON.search(word) for word in joint.rest[:4])
    holds = _HOLDS_BOTH | {"bahwa", "jika", "bila"} | (set() if named else {"karena"})
    held = bare(verb) in _FOUND or any(bare(word) in holds for word in joint.words[: joint.at])
    relative = next((bare(joint.rest[at - 1]) for at, word in enumerate(joint.rest) if at and joint.grammar.is_verb(word)), "")
    return held or not verb or relative == "yang"


_FOUND = frozenset({"menemukan", "mendapati", "melihat", "memergoki", "menyaksikan"})
"""What is found may be found doing something: in "menemukan 17 kedai dan dua toko memakai …" both use it."""


def _goes_on(rest: Sequence[str], joint: Joint) -> bool:
    """Whether the comma before these words only goes on: "tidak hanya …, …", a larger place, "karena …, …"."""
    return bool(NOT_ONLY.search(joint.head) or SUBORDINATE.search(joint.head.rpartition(",")[2])) or _is_region(rest, joint)


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
    if bare(rest[0]) in _TURNS_UP and len(rest) > 2 and _changes_voice(joint.words[: joint.at], rest[0], grammar):
        return Cut(joint.head, f"{bare(rest[0])} pula {' '.join(rest[1:])}", 7)
    if not grammar.is_verb(rest[0]) or (grammar.is_helper(rest[0]) and len(rest) < 4) or _is_tied(joint) or _OR_ELSE.search(" ".join(rest)):
        return None
    described = _DESCRIBED.match(joint.head)
    if described and not joint.reported:
        noun = described["noun"].removeprefix("Setiap ")
        return Cut(joint.head, capital(f"{noun} itu {'kemudian ' if joint.word in {'lalu', 'kemudian'} else 'juga '}{' '.join(rest)}"), 6)
    if next((word for word in joint.words[: joint.at] if bare(word) in _HOLDS_BOTH), "").islower():
        return None
    subject = subject_of(_last_clause(joint.words[: joint.at], grammar), joint.scene)
    link = (
        "kemudian " if joint.word in {"lalu", "kemudian"} else "" if grammar.is_helper(rest[0]) or bare(rest[0]) in _NEW_STATE else "juga "
    )
    return Cut(joint.head, f"{subject} {link}{' '.join(rest)}", 7) if subject else None


def _last_clause(words: Sequence[str], grammar: Grammar) -> Sequence[str]:
    """Return the last whole clause of words: "… jatuh, tetapi setelah dibujuk, korban menangis" → "korban menangis"."""
    for at in range(len(words) - 2, 0, -1):
        opened = words[at - 1].endswith(",") or bare(words[at - 1]) in {"karena", "sebab", "sehingga", "tetapi", "namun"}
        if opened and is_clause(words[at:], grammar):
            return words[at:]
    return words


_TURNS_UP = frozenset({"ditemukan", "disita", "diamankan", "diperoleh", "didapati", "dijumpai"})
_OR_ELSE = re.compile(r", (?:atau|dan jika|dan bila|dan apabila)\b")  # "akan disita dan dilelang, atau diganti …": one rule

_HOLDS_BOTH = word_set("agar untuk yang mengimbau meminta mengajak")
"""What opens a clause that both verbs belong to."""


def _is_tied(joint: Joint) -> bool:
    """Whether the words before "dan" need the verb after it: "baik … dan …", "menculik dan menganiayanya", a change of voice."""
    before, after, grammar = joint.words[joint.at - 1], joint.rest[0], joint.grammar
    if before.endswith("-") or bare(before) == "baik" or (grammar.is_active(before) and grammar.is_active(after)):
        return True
    return _changes_voice(joint.words[: joint.at], after, grammar)  # "menganiayanya serta dipaksa …": who was forced?


def _changes_voice(words: Sequence[str], after: str, grammar: Grammar) -> bool:
    """Whether the verb before is active and takes an object, the next one passive: their subjects may differ."""
    passed = {"berinisial", "bernama", "berusia", "berumur"}
    before = next(
        (word for word in reversed(words) if grammar.is_verb(word) and not grammar.is_helper(word) and bare(word) not in passed), ""
    )
    return grammar.is_active(before) and bool(re.match(r"di[a-z]{4,}", bare(after)))


_DESCRIBED = re.compile(r"^(?P<noun>(?:Setiap )?[A-Z]?[a-z-]+(?:\s[\w-]+)?)\syang\s[^,]+\s(?:itu|tersebut)\s(?:me|di|ber|ter)[a-z]{3,}")
"""A described subject, "Perahu yang panjangnya 29 meter itu didayung …": it is named again without its description."""
_NEW_STATE = word_set("kembali kini akhirnya langsung mulai berhasil sempat")


def cut_urged(joint: Joint) -> Cut | None:
    """Cut a list of what people are asked to do: "… mengimbau warga tenang, menjauhi pantai" → "Warga juga diimbau menjauhi pantai"."""
    grammar = joint.grammar
    if not joint.words[joint.at - 1].endswith(","):
        return None
    verb = next((index for index, word in enumerate(joint.words[: joint.at]) if bare(word) in URGED or bare(word) in URGED.values()), -1)
    if verb < 0:
        return None
    rest = joint.rest if joint.word in {"dan", "serta"} else list(joint.words[joint.at :])
    if not rest or not grammar.is_verb(rest[0]) or bare(rest[0]) in {"bukan", "ada", "sudah", "masih", "belum", "adalah", "tetap"}:
        return None
    asked: list[str] = []
    for word in joint.words[verb + 1 : joint.at]:
        if grammar.is_verb(word) or bare(word) in {"untuk", "agar", "tetap"}:
            break
        asked.append(word)
    if bare(joint.words[verb]) in URGED.values():
        asked = [word for word in joint.words[:verb] if bare(word) != "juga"]
    if not 1 <= len(asked) <= 4:
        return None
    passive = URGED.get(bare(joint.words[verb]), bare(joint.words[verb]))
    return Cut(joint.head, f"{capital(' '.join(asked))} juga {passive} {' '.join(rest)}", 9)
