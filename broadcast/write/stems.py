"""What two texts have in common: their content words by rough stems, so that "ditutup" meets "penutupan"."""

from __future__ import annotations

import re
from functools import lru_cache

from broadcast.write.words import word_set

_WORD = re.compile(r"[^\W_][\w'’-]*")
_PREFIX = re.compile(r"^(?:memper|diper|menge|meng|meny|mem|men|me|di|ber|ter|peng|peny|pem|pen|per|pe|ke|se)(?=[a-z]{4})")
_SUFFIX = re.compile(r"(?<=[a-z]{4})(?:kannya|annya|inya|kan|an|nya|i)$")
_EMPTY = word_set("""
    yang dari dan atau untuk dengan pada dalam oleh akan sudah telah masih juga ini itu saat setelah usai jadi adalah karena hingga sampai
    tidak belum bisa dapat para kata sebut soal terkait warga orang baru kini hari tahun bulan lalu ada dua tiga satu begini cara kabar cek
    lagi sejak jelang tetap lebih dapat seorang sebuah simak berikut viral ternyata akhirnya malah justru saja kok kenapa mengapa siapa apa
    """)
_LEAST = 4


@lru_cache(maxsize=500)
def stems(text: str) -> frozenset[str]:
    """Return the content words of a text by their rough stems; figures and acronyms as they are.

    >>> sorted(stems("Dapur MBG ditutup, 127 siswa mual"))
    ['127', 'dapur', 'mbg', 'mual', 'siswa', 'tutup']
    """
    found = set()
    for match in _WORD.finditer(text):
        word = match.group()
        low = word.casefold()
        kept = len(low) >= _LEAST or (word.isupper() and len(word) > 1) or low.isdigit()
        if kept and low not in _EMPTY:
            found.add(_SUFFIX.sub("", _PREFIX.sub("", low)))
    return frozenset(found)


def shared_stems(text: str, title: str, without: str = "") -> int:
    """Return how many content words a text shares with a title, those of `without` not counted.

    >>> shared_stems("Operasional dapur itu dihentikan", "Siswa Mual, Dapur Ditutup", without="Siswa mual")
    1
    """
    return len((stems(title) - stems(without)) & stems(text))
