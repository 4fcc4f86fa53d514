"""The words of a line or of an article's sentence, and a rough stem that joins *membakar*, *dibakar* and *bakar*."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import Figure, read_figures

BREATH = "‖"
"""Stands for a breath inside a line's running text."""

_WORD = re.compile(r"(?:[^\W\d_]-){1,9}[^\W\d_](?![\w-])|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’ʼ][^\W_]+)*|\S")  # D-P-R-D  As'at  4  ,
_SPELLED = re.compile(r"(?:[^\W\d_]-)+[^\W\d_]")  # d-p-r-d
_CLAUSE = frozenset('.,;:!?()[]"“”„«»‖–—')
_SECOND = re.compile(r"^(?:per|ber)(?=\w{4})")  # di-per-tanyakan
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|be|ter|di|ke|se)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:nya|lah|kah|kan|an|i)$")

LIGHT = word_set("""
    ada adalah akan akibat antara apa atas atau bagi bahwa baru beberapa begitu bila bisa boleh dalam dan dapat dari dengan
    di dia guna hal hanya harus hasil hendak ia ini itu jadi jika juga kami karena kata ke kembali kemudian kepada kini kita
    lagi lain lalu lebih maka per masih mau menjadi mereka merupakan namun oleh pada para pernah perlu pula pun saat saja
    salah sambil sampai hingga sangat sangatlah satu saya se sebagai sebelum sebuah secara sedang sehingga sejak sejumlah
    selain selama semua sementara seorang serta setelah setiap sudah supaya agar tadi tak tapi telah tentang tentu terhadap
    tersebut tetap tetapi tidak belum bukan jangan tanpa tiap untuk usai yaitu yakni yang ketika kalau apabila sekitar
    hampir sedangkan sempat tahun hari pihak pihaknya katanya ujarnya menurut menurutnya melakukan dilakukan mengatakan
    menyebut menjelaskan menyatakan ujar tutur ucap
    """)
"""Words too common to tell what a sentence is about."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: as `written`, folded, its rough stem, where it stands, and the clause it stands in."""

    written: str
    low: str
    key: str
    start: int
    end: int
    clause: int

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.written[0].isupper()

    @property
    def letters(self) -> bool:
        """Whether it is a word, not a mark or a number."""
        return self.written[0].isalpha()


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of running text, read: its words and figures, and the stems of its telling words (`keys`)."""

    text: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    keys: frozenset[str]

    def before(self, place: int, most: int = 40) -> str:
        """The text just before a place, at most `most` letters, in lower case."""
        return self.text[max(0, place - most) : place].lower()

    def word_at(self, place: int) -> int:
        """The index of the first word that starts at or after a place."""
        return bisect_left(self.words, place, key=lambda word: word.start)

    def span(self, start: int, end: int) -> str:
        """The words from `start` to `end` as an editor would quote them."""
        return " ".join(self.text[start:end].replace(BREATH, " ").split())


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case, straight apostrophes, spelled letters joined.

    >>> fold("D-P-R-D"), fold("As’at")
    ('dprd', "as'at")
    """
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    return low.replace("-", "") if _SPELLED.fullmatch(low) else low


@lru_cache(maxsize=20_000)
def stem(low: str) -> str:
    """A rough stem; the first p, t, k or s goes, since me- swallows it.

    >>> stem("membakar") == stem("dibakar") == stem("bakar")
    True
    >>> stem("menangkap") == stem("ditangkap"), stem("penutupan") == stem("tutup")
    (True, True)
    """
    word = _SECOND.sub("", _PREFIX.sub("", low, count=1), count=1)
    word = _SUFFIX.sub("", _SUFFIX.sub("", word))
    return word[1:] if word[0] in "ptks" and len(word) > 3 else word


def read_text(text: str) -> Text:
    """Read a stretch of text, which may hold breath marks (`BREATH`).

    >>> [(word.low, word.clause) for word in read_text("Bupati, Laras").words]
    [('bupati', 0), (',', 1), ('laras', 1)]
    """
    words: list[Word] = []
    clause = 0
    for match in _WORD.finditer(text):
        written = match.group()
        clause += written in _CLAUSE
        low = fold(written)
        words.append(Word(written, low, stem(low), match.start(), match.end(), clause))
    keys = frozenset(word.key for word in words if word.letters and word.low not in LIGHT and len(word.low) > 1)
    return Text(text, tuple(words), read_figures(text.replace(BREATH, "/")), keys)


def edit_distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap between two words; `most` + 1 when more.

    >>> edit_distance("lumajang", "lumajeng", 2), edit_distance("didik", "diidk", 2), edit_distance("agus", "budi", 2)
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, letter2 in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != letter2))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == letter2:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
