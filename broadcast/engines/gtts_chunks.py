"""Cuts a sentence for a service that takes 100 characters at a time: few pieces, with seams where a speaker would breathe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.bahasa.numbers import cardinal

LIMIT = 100
"""Characters of one request; Google Translate says no more."""

_NUMBERS = (*range(12), 15, 20, 100, 120, 1000, 2000, 10**6, 10**9, 10**12, 10**15, -1)
NUMBER_WORDS = frozenset(word for number in _NUMBERS for word in cardinal(number).split()) | {"koma", "pertama", "kedua", "ketiga"}
UNIT_WORDS = frozenset({"persen", "rupiah", "dolar", "orang", "meter", "kilometer", "kilogram", "ton", "liter", "hektare", "derajat"})
COUNTER_WORDS = frozenset({"pukul", "tanggal", "tahun", "nomor", "pasal"})
# fmt: off
CLAUSE_WORDS = frozenset({
    "agar", "akibat", "atas", "bahwa", "bagi", "dalam", "dan", "dari", "dengan", "di", "guna", "hingga", "jika", "karena",
    "ke", "kepada", "ketika", "mengenai", "menjelang", "menurut", "namun", "oleh", "pada", "padahal", "sambil", "sampai",
    "sebab", "sebagai", "sebelum", "sedangkan", "sehingga", "sejak", "selama", "sementara", "seperti", "serta", "setelah",
    "tanpa", "tentang", "terhadap", "tetapi", "untuk", "usai", "yang",
})
# fmt: on
"""Before these a speaker may breathe."""

_PIECE = 12  # what one more request costs, so that a seam that costs more is worth another
_SENTENCE, _COMMA, _CLAUSE, _WORDS, _TORN = 0, 1, 4, 10, 400
_MARKS = ".,;:!?…\"'()“”‘’-–—"


def cut(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Return `text` in pieces of at most `limit` characters, at the best seams for the fewest pieces.

    A number, a name and its title stay whole where a piece can hold them; a word longer than `limit` is cut.

    >>> cut("Kabupaten Lumajang menyiapkan dua puluh tiga posko, menjelang musim hujan.", 60)
    ('Kabupaten Lumajang menyiapkan dua puluh tiga posko,', 'menjelang musim hujan.')
    """
    words = [word[at : at + limit] for word in text.split() for at in range(0, len(word), limit)]
    # best[n]: the least cost of cutting the first n words, and where its last piece begins
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(words) + 1):
        seam = _seam(words, end)
        length, options = -1, []
        for start in range(end - 1, -1, -1):
            length += len(words[start]) + 1
            if length > limit:
                break
            options.append((best[start][0] + _PIECE + seam, start))
        best.append(min(options))
    pieces: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        pieces.append(" ".join(words[start:end]))
        end = start
    return tuple(reversed(pieces))


def _seam(words: Sequence[str], at: int) -> int:
    """Return what a cut before word `at` costs: from nothing at a sentence's end to a torn number or name.

    >>> [_seam("dua puluh persen, kata Hadi Prasetyo di Jember".split(), at) for at in (1, 2, 3, 4, 5, 6)]
    [400, 400, 1, 10, 400, 4]
    """
    if at == len(words):
        return 0
    left, right = words[at - 1], words[at]
    if re.search(r"[.!?…;:][\"'”’)]*$", left):
        return _SENTENCE
    if left.endswith(",") or left in {"-", "–", "—"}:
        return _COMMA
    before, after = left.strip(_MARKS), right.strip(_MARKS)
    named = before[:1].isupper() and after[:1].isupper()
    if named or _counts(before.lower(), after.lower()):
        return _TORN
    return _CLAUSE if after.lower() in CLAUSE_WORDS else _WORDS


def _counts(left: str, right: str) -> bool:
    """Whether two neighbours are one number: dua puluh, puluh persen, pukul dua."""
    if right in NUMBER_WORDS:
        return left in NUMBER_WORDS or left in COUNTER_WORDS
    return left in NUMBER_WORDS and right in UNIT_WORDS
