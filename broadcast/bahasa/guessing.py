"""A guess at the e of an unknown word: what its letters have in common with words whose vowels are known.

Each e is looked at with its surroundings (letters beside it, syllable, the vowels that follow, endings of borrowed words);
each such feature has a weight, learned from the marked stems by `benchmarks/vowels.py`. A sum above nought means taling.
The last e is decided first, for an e tends to sound like the e after it (*bèbèk*, *gêmêtar*).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from broadcast.bahasa.syllables import split

PEPET = "ê"
OPEN = "é"
CLOSED = "è"

Weights = Mapping[str, float]
"""Feature → weight; above nought speaks for taling."""

_VOWELS = "aiueo"
_BORROWED = re.compile(r"[fvxqz]|eo|ea|ks|kt|pt|sy|^(?:[bcdfgkps][lr]|tr|s[klptnm]|st)")
_ENDING = re.compile(
    r"(?:si|tas|tif|sis|tor|ika|ik|is|or|al|us|um|ium|ur|oid|logi|grafi|isme|men|sien|ensi|ansi|asi|isasi|itas|ir|er|el|et|ek|en|es|ed|em|ep)$"
)


def guess(word: str, weights: Weights) -> str:
    """Return a mark for each e of a word.

    >>> guess("Herto", {"name": 1.0}), guess("herto", {"name": 1.0})
    ('è', 'ê')
    """
    return heights(word.lower(), decide(word, weights))


def decide(word: str, weights: Weights) -> list[bool]:
    """Return for each e of a word whether it is taling."""
    found: list[bool] = []
    following = "-"
    parts = placed(word.lower())
    for place in reversed([place for place, letter in enumerate(word.lower()) if letter == "e"]):
        taling = math.fsum(weights.get(feature, 0.0) for feature in features(word, place, following, parts)) > 0
        found.insert(0, taling)
        following = "e" if taling else "ə"
    return found


def reasons(word: str, weights: Weights) -> list[list[tuple[str, float]]]:
    """Return for each e what spoke for taling (above nought) or pepet, the strongest first: the explanation of a guess."""
    parts = placed(word.lower())
    decided = decide(word, weights)
    places = [place for place, letter in enumerate(word.lower()) if letter == "e"]
    after = ["e" if taling else "ə" for taling in decided[1:]] + ["-"]
    rows = []
    for place, following in zip(places, after, strict=False):  # a word without an e has none of either
        told = [(feature, weights[feature]) for feature in features(word, place, following, parts) if feature in weights]
        rows.append(sorted(told, key=lambda pair: -abs(pair[1])))
    return rows


def placed(low: str) -> list[tuple[int, str]]:
    """Return the syllables of a word with where each begins.

    >>> placed("kereta")
    [(0, 'ke'), (2, 're'), (4, 'ta')]
    """
    found, start = [], 0
    for part in split(low):
        start = low.find(part, start)
        found.append((start, part))
        start += len(part)
    return found


def features(word: str, place: int, following: str, parts: Sequence[tuple[int, str]]) -> list[str]:
    """Return what the e at `place` of a word looks like; `following` is the next e (`e`, `ə`, or `-` for none)."""
    low = word.lower()
    framed = f"^^^{low}$$$$"
    at = place + 3
    index = next((number for number, (start, part) in enumerate(parts) if start <= place < start + len(part)), 0)
    part = parts[index][1] if parts else low
    shape = "open" if part[-1] in _VOWELS else "closed"
    behind = min(len(parts) - index, 4)
    after = "".join(letter for letter in low[place + 1 :] if letter in _VOWELS)[:2] or "-"
    before = "".join(letter for letter in low[:place] if letter in _VOWELS)[-1:] or "-"
    left, right = framed[at - 1], framed[at + 1]
    return [
        "any",
        f"left:{left}", f"left:{framed[at - 2 : at]}", f"left:{framed[at - 3 : at]}",
        f"right:{right}", f"right:{framed[at + 1 : at + 3]}", f"right:{framed[at + 1 : at + 4]}", f"right:{framed[at + 1 : at + 5]}",
        f"pair:{left}_{right}", f"pair:{framed[at - 2 : at]}_{right}", f"pair:{left}_{framed[at + 1 : at + 3]}",
        f"pair:{framed[at - 2 : at]}_{framed[at + 1 : at + 3]}",
        f"next:{after}", f"next:{after[0]},{shape},{behind}", f"place:{behind},{shape},{min(index, 2)}", f"length:{len(parts)},{index}",
        f"e:{following}", f"e:{following},{behind},{shape}", f"around:{before}_{after[0]}", f"left:{left},next:{after[0]},{min(behind, 3)}",
        f"pair:{left}_{right},next:{after[0]}",
        *_looks(word, low, behind, shape),
    ]  # fmt: skip


def _looks(word: str, low: str, behind: int, shape: str) -> Iterable[str]:
    """What the whole word looks like: its ending, whether it is borrowed, whether it is a name."""
    if ending := _ENDING.search(low):
        yield f"ending:{ending.group()}"
        yield f"ending:{ending.group()},{min(behind, 3)}"
    if _BORROWED.search(low):
        yield "borrowed"
        yield f"borrowed:{min(behind, 3)},{shape}"
    if word[:1].isupper():
        yield "name"
        yield f"name:{min(behind, 3)}"


def heights(low: str, taling: Iterable[bool]) -> str:
    """Return the marks of a word's e's: a taling is é in an open syllable, è in a closed one.

    >>> heights("tempe", [True, True]), heights("detail", [True])
    ('èé', 'é')
    """
    rest = iter(taling)
    marks = []
    for _, part in placed(low):
        full = OPEN if part[-1] in f"{_VOWELS}y" else CLOSED
        marks += [full if next(rest, False) else PEPET for letter in part if letter == "e"]
    return "".join(marks)


def margin(word: str, weights: Weights) -> float:
    """Return how sure the guess is: the sum of its least certain e, without sign; nought where nothing speaks for either.

    >>> margin("merto", {"pair:m_r": -1.5}), margin("padi", {})
    (1.5, 0.0)
    """
    return min((abs(math.fsum(weight for _, weight in row)) for row in reasons(word, weights)), default=0.0)
