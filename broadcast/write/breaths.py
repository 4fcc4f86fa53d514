"""Where an announcer breathes: a `/` at the joints of a line that part it best into phrases of three to eight words (RADIO R15).

The breaths of a stretch between two commas are chosen together: every phrase has a price for its length, every joint one for
what it would part; the cheapest set is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from broadcast.bahasa import dates
from broadcast.naskah import escape
from broadcast.write.stretch import TIMES, VERBAL, Stretch
from broadcast.write.words import Grammar, word_set

_SHORTEST = 3
_LENGTH_PRICES = (0, 9.0, 5.0, 0.6, 0, 0, 0, 0, 0.4, 1.4, 2.6, 4.2, 6.0)
_WORD_MORE = 2.0
_NEVER = 1000.0
_PRICES = {5: -0.6, 4: 0.5, 3: 1.2, 2: 2.0, 1: 4.5}
"""What a breath costs before a word of so much strength."""

_COMMA = re.compile(r",(?!\d)\s*")
_NEVER_AFTER = word_set(
    """di ke dari pada yang dan atau serta untuk dengan oleh bagi kepada dalam terhadap sebagai antara tanpa tidak tak belum akan bakal
    sudah telah sedang masih bisa dapat harus ingin ia dia bukan bukannya para sebuah seorang lebih kurang paling sangat hampir
    sekitar tahun pukul jam ayat pasal nomor per hingga sampai selama sejak diduga keluar salah setiap tiap seluruh semua sejumlah
    beberapa karena setelah sebelum ketika saat jika agar supaya bahwa maupun namun tetapi meski sambil begitu secara saling hanya
    juga lagi dibanding dibandingkan daripada ketimbang mulai akibat soal melalui lewat terkait mengenai menjelang tentang seperti
    selain demi guna atas sehingga si sang siap bersedia mau berhak"""
)
_BOUND_SHUT = word_set("rusak selesai tutup buka sakit mencapai jadi tinggal imbang aman normal sebesar keluar masuk maju usai")
"""States and moves: no sure sign of a clause, but what follows them may not be parted from them."""
_LINKS = word_set("dan atau serta lalu kemudian maupun sekaligus")
_NEW_CLAUSE = word_set("ia dia pihaknya mereka kami kita tidak belum akan sudah telah sedang masih kini sempat saat ketika jika setelah")
_POINTERS = word_set("ini itu tersebut")
_WITH_TIME = word_set("di ke dari pada dengan untuk hingga sampai selama waktu itu ini")
_SHORT_BEFORE_WHO = word_set("hal orang pihak siapa apa warga mereka salah satu kata cara anak yang baik pun")
_PHRASE_OPENERS = word_set("di ke dari pada dengan dalam oleh kepada bagi sebagai atas terhadap tentang melalui lewat antara")
_OPENING = word_set(
    """di pada dalam sejak selama setelah sebelum menjelang untuk hingga sampai berdasarkan menurut sebagai selain dari dengan
    setiap saat ketika akibat usai"""
)
_OPENING_ENDS = word_set("lalu ini itu tersebut terakhir mendatang kemarin depan nanti tadi")
_BOUND = {
    "dari": word_set(
        "diri lebih kurang terdiri mulai datang bagian lanjut hasil anak sebagian satu sebanyak jauh salah selain asal banyak mana dan"
    ),
    "dengan": word_set(
        "identik sarat penuh padat sesuai terkait bersama sama seiring sejalan sehubungan kaitannya bersamaan hubungan serupa"
    ),
    "ke": word_set("dari hingga sampai transfer masuk kembali pulang menuju juga"),
    "atas": word_set("perubahan hak tuntutan komentar putusan vonis dasar"),
    "pada": word_set("daripada tepat mulai dibanding"),
    "di": word_set("hampir berada tinggal bertempat terletak berlokasi tiba masuk wilayah tepat tepatnya"),
}
_FIGURE = re.compile(
    r"\d|^(?:nol|se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|ribu|juta|miliar|triliun"
    r"|setengah|koma)$"
)
_JOINED_OPENERS = word_set("ia dia sebab lalu dan namun padahal tetapi tapi bahkan kini")
_DAY = re.compile(
    rf"(?:(?:{'|'.join(dates.WEEKDAYS)})(?: (?:{dates.PARTS}))?(?: (?:pekan )?(?:lalu|depan|mendatang|ini|lusa))?"
    rf"|(?:hari ini|kemarin|besok)(?: (?:{dates.PARTS}))?|(?:{dates.PARTS}) (?:ini|tadi)|tadi (?:{dates.PARTS}))"
)


def mark_breaths(text: str, joints: Mapping[str, int], grammar: Grammar | None = None) -> str:
    """Return a line in script notation: commas become breaths, long stretches get them at their best joints.

    >>> mark_breaths("Camat Garum, Ratna Dewi, meninjau tanggul", {})
    'Camat Garum / Ratna Dewi / meninjau tanggul'
    >>> mark_breaths("Petugas menutup pasar hewan di Desa Ngadirejo karena sapi diduga sakit", {"karena": 5})
    'Petugas menutup pasar hewan di Desa Ngadirejo / karena sapi diduga sakit'
    """
    pieces = _joined([piece.strip() for piece in _COMMA.split(text) if piece.strip()])
    parts: list[str] = []
    said = False
    for piece in pieces:
        stretch = _Parting(escape(piece).split(" "), joints, grammar, said=said)
        said = said or any(stretch.verbs)
        parts += stretch.phrases()
    return " / ".join(parts)


def _joined(pieces: list[str]) -> list[str]:
    """No breath right after a lone Ia or Namun that reads on, before a bare day, or before the short last thing of a list."""
    done: list[str] = []
    for piece in pieces:
        words = piece.split(" ")
        opens = bool(done) and done[-1].casefold() in _JOINED_OPENERS
        least = _PLACE_WORDS if words[0] in dates.WEEKDAYS else 1  # "Kecamatan Garum / Sabtu lalu"
        day = bool(done) and done[-1].count(" ") >= least and bool(_DAY.fullmatch(piece))
        last = len(done) > 1 and words[0] in {"dan", "atau", "serta", "maupun"} and len(words) + len(done[-1].split(" ")) <= _LIST_END
        last = last and not any(VERBAL.match(word) or word in _NEW_CLAUSE for word in words)
        if opens or day or last:
            done[-1] = f"{done[-1]} {piece}"
        else:
            done.append(piece)
    return done


_LIST_END = 5
_PLACE_WORDS = 3


class _Parting(Stretch):
    """A stretch of words and its cheapest parting into phrases."""

    def phrases(self) -> list[str]:
        """Return the phrases, a breath between each two: the cheapest parting, found from the left."""
        count = len(self.words)
        cheapest: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, count + 1):
            cheapest.append(min((cheapest[start][0] + self._price(start, end), start) for start in range(end)))
        cuts = [count]
        while cuts[-1]:
            cuts.append(cheapest[cuts[-1]][1])
        return [" ".join(self.words[start:end]) for start, end in pairwise(reversed(cuts))]

    def _price(self, start: int, end: int) -> float:
        """What a phrase costs: its length, the breath before it, and being too short for how it opens or for what comes after."""
        size = end - start
        last = len(_LENGTH_PRICES) - 1
        price = _LENGTH_PRICES[min(size, last)] + _WORD_MORE * max(0, size - last)
        if start:
            price += self._joint_prices[start]
            if size == _SHORTEST and (self.low[start] in _PHRASE_OPENERS or self.low[start] == "yang"):
                price += 1.0 if self.low[start] == "yang" else 2.0
        if end < len(self.words) and size <= _SHORTEST and self.low[end] in _PHRASE_OPENERS:
            price += 3.0
        return price

    @cached_property
    def _joint_prices(self) -> list[float]:
        return [_NEVER, *(self._joint(at) for at in range(1, len(self.words)))]

    def _joint(self, at: int) -> float:
        """What a breath before word `at` costs."""
        word, before = self.low[at], self.low[at - 1]
        if self._tied(at):
            return _NEVER
        if word in _LINKS:
            return self._link(at)
        if at in self.mains:
            return self._before_verb(at)
        if self._ends_opening(at):
            return 0.4
        strength = self._strength(at)
        if not strength:
            return _NEVER
        price = _PRICES[strength]
        needed = self.verbs[at - 1] or before in _BOUND_SHUT
        if needed and strength < 5 and word not in {"yang", "sejak", "akibat"}:
            price += 3.5 if word == "untuk" and self.verb_at(at + 1) else 6.0
        if strength < 5 and self.in_subject(at):
            price += 2.5 if strength > 3 else 6.0
        elif word == "yang" and self.medial(at):
            price += 2.0
        return price

    def _tied(self, at: int) -> bool:
        """Whether two words are never parted."""
        word, before = self.low[at], self.low[at - 1]
        if before in _NEVER_AFTER or self.words[at][:1].isupper() or word in _POINTERS:
            return True
        if before in _BOUND.get(word, ()) or (word == "dari" and _FIGURE.search(before)):
            return True
        return bool(_FIGURE.search(before) and (_FIGURE.search(word) or word in {"hingga", "sampai", "persen", "rupiah", "dan", "menjadi"}))

    def _strength(self, at: int) -> int:  # noqa: C901, PLR0911  # one return for each word of two uses
        word, before, after = self.low[at], self.low[at - 1], self._after(at)
        strength = self.joints.get(word, 0)
        if not strength or not after:
            return 0
        if word == "sementara" and (VERBAL.match(before) or after in _WITH_TIME):  # for a while
            return 0
        if word in {"saat", "selama", "sejak"} and after in _POINTERS:
            return 0
        if word in {"sebelum", "setelah", "sesudah"} and (before in TIMES or before == "sesaat"):
            return 0
        if word in {"hingga", "sampai"}:
            return strength if self.verb_at(at + 1) or after in {"akhirnya", "kemudian"} else 0
        if word == "yang" and (
            (before in _SHORT_BEFORE_WHO and not _FIGURE.search(self.low[at - 2])) or after in {"sama", "lain", "lalu"} or at <= _SHORTEST
        ):
            return 0
        if word == "ke" and after in {"depan", "belakang", "dalam", "luar", "atas", "bawah"}:
            return 0
        if word == "dalam" and after in {"negeri", "kota"}:
            return 0
        if word == "di" and after == "bagian":
            return 1
        if word == "untuk" and self.words[at - 1][:1].isupper() and self.words[at + 1][:1].isupper():  # Perkumpulan untuk Pemilu
            return 0
        if word in {"untuk", "dengan", "tanpa"}:
            return (5 if word == "tanpa" else strength) if self.verb_at(at + 1) else 2
        if word == "mulai" and not (_FIGURE.search(after) or after in {"pukul", "hari", "pekan", "bulan", "tahun", "besok"}):
            return 0
        return strength

    def _link(self, at: int) -> float:
        """Before *dan*: good where a verb or a clause follows a verb, dear between nouns."""
        after = self._after(at)
        since = max((index for index in range(at) if self.low[index] == "yang"), default=-1)
        spoken = (self.said and since < 0) or any(self.verbs[since + 1 : at])
        if (after in _NEW_CLAUSE and spoken) or self.joints.get(after, 0) == 5:
            return -0.2
        if self.low[at] in {"lalu", "kemudian", "sekaligus", "maupun"} and (self.ago(at) or not self.verb_at(at + 1)):
            return _NEVER
        if self.verb_at(at + 1) and spoken:
            return 2.5 if self.verbs[at - 1] else 0.3
        named = self.words[at - 1][:1].isupper() and after and self.words[at + 1][:1].isupper()
        if named or self.in_subject(at) or (since >= 0 and not spoken):
            return _NEVER
        if spoken and self._says_more(at):
            return 0.2
        return 3.0 if after.endswith("nya") else 6.0

    def _says_more(self, at: int) -> bool:
        """Whether the words after *dan* have a verb of their own: "… dan dua lainnya pulang"."""
        for index in range(at + 2, len(self.words)):
            if self.joints.get(self.low[index], 0):
                return False
            if self.verbs[index]:
                return True
        return False

    def _before_verb(self, at: int) -> float:
        size = at - self.mains[at]
        if len(self.words) - at < _SHORTEST:
            return _NEVER
        return 0.2 if size > 6 else 0.8 if size > 4 else 3.5 if size > _SHORTEST else _NEVER

    def _ends_opening(self, at: int) -> bool:
        """Whether an adjunct that opened the stretch ends before word `at`: "Dalam dua pekan terakhir / warga …"."""
        if self.low[0] not in _OPENING or any(self.verbs[:at]) or self.verbs[at] or at < _SHORTEST:
            return False
        if self.low[at] in {"ia", "mereka", "pihaknya"}:
            return any(self.verbs[at:])
        first = not any(word in _OPENING_ENDS for word in self.low[: at - 1])
        return first and self.low[at - 1] in _OPENING_ENDS and self.low[at] not in self.joints and any(self.verbs[at:])

    def _after(self, at: int) -> str:
        return self.low[at + 1] if at + 1 < len(self.low) else ""
