"""Denials: what the article denies stays denied, and a line denies nothing out of nothing.

The check is anchored on words that a line shares with its sentences: a word denied in the one and plain in the other.
Where nothing is shared, nothing is claimed (a flag that cries wolf is ignored).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from broadcast.bahasa.counting import word_set
from broadcast.guard.reading import Reading, quote
from broadcast.guard.words import BREATH, LIGHT, Text, Word, stem
from broadcast.model import Lexicon, Table

REACH = 5
"""A denial or hedge stands for the first telling word within so many words."""

_FAR = 15
_NEXT = 3
_ECHO = 2
_STRICT = word_set("tidak belum bukan jangan tanpa")
_GENERIC = word_set("memberikan memberi")
STOPS = word_set("""
    tetapi tapi namun sedangkan karena sehingga agar supaya jika bila meski meskipun walau walaupun sejak setelah ketika
    saat sebelum
    """)
"""Words that end what a denial or hedge stands for."""

_MARKS = frozenset('.,;:!?()"“”„')


def check_negation(reading: Reading) -> Iterator[str]:
    """Give a note for each denial that is lost, appears, or changes between *belum* and *tidak*."""
    mine, theirs = Denials([reading.text], reading.lexicon), Denials(reading.texts, reading.lexicon)
    told: set[str] = set()
    for key, (denied, negator) in theirs.denied.items():
        if mine.plain.get(key) in _GENERIC and not mine.following.get(key, set()) & theirs.following.get(key, set()):
            continue  # "memberikan penjelasan" is not what "belum memberikan rincian" denies
        if key in mine.plain and key not in theirs.plain and key not in mine.near:
            told.add(key.split()[0])
            yield f"{quote(mine.plain[key])}: sumber menulis {quote(f'{negator} {denied}')}; penyangkalan hilang"
    for key, (denied, negator) in mine.denied.items():
        if key.split()[0] in told or _is_echoed(key, negator, reading):
            continue
        said = quote(f"{negator} {denied}")
        if key in theirs.plain and key not in theirs.near and not mine.following.get(key, set()) & theirs.near:
            told.add(key.split()[0])
            yield f"{said}: sumber menulis {quote(theirs.plain[key])} tanpa penyangkalan"
        elif not theirs.any and " " not in key:
            yield f"{said}: tidak ada penyangkalan di bagian sumber ini"
        elif key in theirs.denied and (theirs.kinds[key] == {"belum"} if negator != "belum" else "belum" not in theirs.kinds[key]):
            told.add(key.split()[0])
            yield f"{said}: sumber menulis {quote(f'{theirs.denied[key][1]} {theirs.denied[key][0]}')}"


def _is_echoed(key: str, negator: str, reading: Reading) -> bool:
    """Whether a denial of the line is the article's own: the same words stand around it there, or it is in the long form of a name."""
    words, first = reading.text.words, key.split(maxsplit=1)[0]
    heads = {k: sense_of(words[at], reading.lexicon) for k, word in enumerate(words) if word.low == negator and (at := head_of(words, k))}
    spots = [k for k, head in heads.items() if head == first]
    if spots and set(spots) <= _echoes(reading):
        return True
    known = reading.source.vocabulary.words
    return any(
        f" {negator} " in f" {column.lower()} " and first in {stem(part) for part in column.lower().split()} and short.lower() in known
        for name in ("acronyms", "abbreviations")
        for short, columns in reading.lexicon.table(name).items()
        for column in columns
    )


def _echoes(reading: Reading) -> set[int]:
    """The denials of the line that stand among the same words as one of the article's; each of those answers for one."""
    table = reading.lexicon.table("guard_negators")
    whole = {pair for text in reading.texts for pair in pairwise(word.key for word in text.words if word.letters)}
    words = [word for word in reading.text.words if word.letters]
    added = {one[1].start for one in zip(words, words[1:], words[2:], strict=False) if (one[0].key, one[2].key) in whole}
    mine = [
        (k, table[word.low][0] == "belum", _around(reading.text.words, k))
        for k, word in enumerate(reading.text.words)
        if _denies(word, table) and word.start not in added  # "berani |tidak| melawan" for "berani melawan"
    ]
    theirs = [
        (table[word.low][0] == "belum", _around(text.words, k))
        for text in reading.texts
        for k, word in enumerate(text.words)
        if _denies(word, table)
    ]
    pairs = sorted(
        ((len(near & far), k, at) for k, yet, near in mine for at, (their_yet, far) in enumerate(theirs) if yet == their_yet), reverse=True
    )
    found: dict[int, int] = {}
    for shared, k, at in pairs:
        if shared >= _ECHO and k not in found and at not in found.values():
            found[k] = at
    return set(found)


def _denies(word: Word, table: Table) -> bool:
    return word.low in table and table[word.low][0] in _STRICT


def _around(words: Sequence[Word], k: int) -> set[str]:
    """The stems of the words nearest to a denial, small ones too."""
    telling = [(at, word) for at, word in enumerate(words) if word.written != BREATH and word.written not in _MARKS]
    place = next(spot for spot, (at, _) in enumerate(telling) if at == k)
    return {word.key for at, word in telling[max(0, place - _NEXT) : place + _NEXT + 1] if at != k}


class Denials:
    """What some texts deny and what they say plainly, by the stem of a word and by the stems of two words in a row."""

    def __init__(self, texts: Iterable[Text], lexicon: Lexicon) -> None:
        self.denied: dict[str, tuple[str, str]] = {}
        self.plain: dict[str, str] = {}
        self.near: set[str] = set()
        self.kinds: dict[str, set[str]] = {}
        self.following: dict[str, set[str]] = {}
        self.any = False
        self._lexicon = lexicon
        for text in texts:
            self._read(text.words, lexicon.table("guard_negators"))

    def _read(self, words: Sequence[Word], table: Table) -> None:
        negators = [k for k, word in enumerate(words) if word.low in table]
        self.any = self.any or bool(negators)
        heads: dict[int, str] = {}
        close: set[int] = set()
        for k in negators:
            kind = table[words[k].low][0]
            reach = list(_reach(words, k)) if kind != "cegah" else list(range(k + 1, min(k + _FAR, len(words))))
            if kind != "lemah":
                close.update(reach)
            if kind not in {"serupa", "cegah", "lemah"} and (head := head_of(words, k)):
                heads.setdefault(head, words[k].low)
        for k, word in enumerate(words):
            if tells(word):
                same = (at for at in range(k + 1, min(k + 4, len(words))) if words[at].clause == word.clause)
                following = next((at for at in same if tells(words[at])), 0)
                self._add(sense_of(word, self._lexicon), word.low, heads.get(k, ""), near=k in close or _denied_after(words, k, table))
                if following:
                    pair = f"{sense_of(word, self._lexicon)} {sense_of(words[following], self._lexicon)}"
                    self._add(pair, f"{word.low} {words[following].low}", heads.get(k, ""), near=k in close)
                    if k in heads and words[k - 1].low == "ada":
                        self.denied.pop(sense_of(word, self._lexicon), None)  # "tidak ada warga yang …" denies no "warga"
                    self.following.setdefault(sense_of(word, self._lexicon), set()).add(sense_of(words[following], self._lexicon))

    def _add(self, key: str, said: str, negator: str, *, near: bool) -> None:
        if near:
            self.near.add(key)
        if negator:
            self.denied[key] = (said, negator)
            self.kinds.setdefault(key, set()).add(negator)
        elif not near:
            self.plain[key] = said


def sense_of(word: Word, lexicon: Lexicon) -> str:
    """The stem of a word, or what it has in common with words of its sense (*meringkus*, *menangkap*)."""
    senses = lexicon.table("guard_senses")
    return senses[word.low][0] if word.low in senses else word.key


def tells(word: Word) -> bool:
    """Whether a word is one that a denial or hedge can stand for."""
    return word.letters and len(word.low) > 2 and (word.low not in LIGHT or word.low == "hanya")


def _reach(words: Sequence[Word], k: int) -> Iterator[int]:
    """What a denial reaches: up to a mark, a joint of clauses, or *yang* (but "tidak ada yang terluka")."""
    for at in range(k + 1, min(k + 1 + REACH, len(words))):
        word = words[at]
        if word.written in _MARKS or word.low in STOPS or (word.low == "yang" and "ada" not in {each.low for each in words[k:at]}):
            return
        yield at


def head_of(words: Sequence[Word], k: int) -> int:
    """The index of the first telling word after word `k`; 0 when there is none."""
    if k and words[k - 1].low == "atau":
        return 0
    for at in range(k + 1, min(k + 1 + REACH, len(words))):
        if words[at].written in _MARKS or words[at].low in STOPS:
            return 0
        if words[at].written != BREATH and tells(words[at]):
            return at
    return 0


def _denied_after(words: Sequence[Word], k: int, table: Table) -> bool:
    """*Korban jiwa tidak ada*, *korban jiwa nihil*: the denial may follow."""
    for at in range(k + 1, min(k + 4, len(words))):
        if words[at].low in table:
            after = words[at + 1].low if at + 1 < len(words) else ""
            return after == "ada" or words[at].low == "nihil"
    return False
