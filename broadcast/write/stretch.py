"""The words between two commas, and the clauses they make: main verbs, where their subjects begin, what a *yang* encloses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from broadcast.write.words import Grammar, bare, word_set

VERBAL = re.compile(r"(?:me[mnlrwy][a-z]{3,}|ber[a-z]{3,}|di[a-z]{4,}|ter[a-z]{4,})$")
_NO_VERB = word_set(
    """sakit sebesar baru lebih cukup sangat rata-rata aman normal stabil gratis usai selesai hanya memang mendalam berwarna bernama
    berinisial berusia bertajuk berjudul bermuatan bernomor berpelat berukuran berjenis bertuliskan berstatus berbayar bergizi
    berkualitas berlebihan bersubsidi berbasis berbahaya berskala bertingkat bersenjata berkepanjangan bermotor berpendapatan
    berprestasi berbahasa bermasalah berturut-turut berkelanjutan berdiameter berkapasitas berbobot berkekuatan berpenduduk didiknya
    sebagai tutup buka imbang tinggal luka-luka maju yakni yaitu menyusul termasuk melalui menjelang menuju terkait dibanding
    dibandingkan berupa mengenai terhadap tersebut terakhir terutama makin semakin rusak mati terbaru menurut diri"""
)
_STATES = word_set("rusak mati selesai tutup normal sakit aman stabil")
"""The verb of a clause where nothing but an adjunct follows."""
_BARE_VERBS = word_set("pecah surut selamat reda")
"""Verbs without a prefix, where *dan* or an adjunct follows."""
HELPERS = word_set(
    """akan bakal sudah telah sedang masih belum tidak tak bukan bisa dapat harus wajib perlu ingin mampu sempat pernah ikut turut
    tetap juga kini segera langsung akhirnya kembali terus jangan mulai boleh hendak mau terpaksa diduga"""
)
_LEAN_ON = word_set(
    """pertama kali bahkan tampaknya biasanya umumnya sebaiknya seharusnya sendiri resmi sebelumnya nyaris kesulitan benar-benar justru
    terlalu nantinya memang pun juga hanya sangat kemudian lantas kerap sering selalu saling baru cukup semakin makin lebih"""
)
"""Small words that belong to the verb after them."""
_TERMS = {("rumah", "sakit"), ("tanah", "longsor"), ("demam", "berdarah")}
_AFTER_BARE = word_set("di pada dan dari setelah saat sejak ketika karena")
_BESIDE_VERBS = word_set("tetap langsung terus segera akhirnya juga kini")
_NOT_MAIN_AFTER = word_set(
    """untuk dengan dan atau serta tanpa sambil hingga sampai agar supaya maupun dari dalam saling cara upaya lalu akibat soal tentang
    selain terkait guna demi oleh"""
)


TIMES = word_set("hari jam menit bulan tahun pekan minggu sesaat sehari sebulan setahun sepekan detik")
_PARTS = word_set("pagi siang sore petang malam hari subuh")


class Stretch:
    """The words between two commas, with what they are to each other; `said`: a verb came before the first comma."""

    def __init__(self, words: Sequence[str], joints: Mapping[str, int], grammar: Grammar | None, *, said: bool) -> None:
        self.words = words
        self.low = [bare(word) for word in words]
        self.joints = joints
        self.grammar = grammar
        self.said = said
        self.verbs = [self._is_verb(index) for index in range(len(words))]

    def verb_at(self, at: int) -> bool:
        """Whether a verb, or a word that stands before one, is at `at`."""
        return at < len(self.words) and self._is_verb(at)

    def _is_verb(self, at: int) -> bool:
        word = self.low[at]
        if word in _STATES and at and (at + 1 == len(self.low) or self.joints.get(self.low[at + 1], 0) > 3):
            return True
        if word in _BARE_VERBS and at and self.low[min(at + 1, len(self.low) - 1)] in _AFTER_BARE:
            return True
        if word in _NO_VERB or (at and (self.low[at - 1], word) in _TERMS) or (self.words[at][:1].isupper() and at):
            return False
        if word in HELPERS:
            return word not in _BESIDE_VERBS or self.verb_at(at + 1)
        return self.grammar.is_verb(word) if self.grammar else bool(VERBAL.match(word))

    def _opens_verb(self, at: int) -> bool:
        """Whether a group of verbs begins here; a helper after a verb begins another: "yang dibangun | dapat menjadi"."""
        if not self.verbs[at]:
            return False
        before = at > 0 and self.verbs[at - 1]
        return not before or (self.low[at] in HELPERS and self.low[at - 1] not in HELPERS)

    def ago(self, at: int) -> bool:
        """Whether *lalu* tells a time: "Oktober lalu"."""
        return (
            self.low[at] == "lalu"
            and at > 0
            and (self.words[at - 1][:1].isupper() or self.low[at - 1] in TIMES or self.low[at - 1] in _PARTS)
        )

    def in_subject(self, at: int) -> bool:
        """Whether word `at` stands before the main verb of its clause."""
        return any(start < at < verb for verb, start in self.mains.items() if verb not in self.nested) and not any(
            start < verb < at for verb, start in self.mains.items() if self._same_clause(verb, at)
        )

    def _same_clause(self, verb: int, at: int) -> bool:
        start = self.mains[verb]
        return not any(start < other <= at for other in self._starts)

    def medial(self, at: int) -> bool:
        """Whether the clause of a *yang* is followed by the verb of its noun."""
        return any(self.nested.get(verb) == at for verb in self.mains)

    @cached_property
    def _starts(self) -> list[int]:
        """Where clauses begin: at the front, and after a clause word."""
        return [0, *(at + 1 for at, word in enumerate(self.low) if self.joints.get(word, 0) == 5 and 0 < at < len(self.low) - 1)]

    @property
    def mains(self) -> dict[int, int]:
        """The main verbs, each with where its clause begins."""
        return self._found[0]

    @property
    def nested(self) -> dict[int, int]:
        """Of the main verbs those that follow a clause of *yang*, each with that *yang*."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[dict[int, int], dict[int, int]]:
        mains: dict[int, int] = {}
        nested: dict[int, int] = {}
        start, who, main, relative = 0, -1, False, False
        starts = set(self._starts)
        for at, word in enumerate(self.low):
            if at in starts:
                start, who, main, relative = at, -1, False, False
            if word == "yang":
                who, relative = at, False
            if not self._opens_verb(at) or (at and self.low[at - 1] in _NOT_MAIN_AFTER and not self.ago(at - 1)):
                continue
            front = self._front(start, at)
            if who >= 0 and not relative:
                relative = True
            elif not main:
                mains[front], main, who = start, True, -1
            elif who >= 0 and (word in HELPERS or word.startswith("di")):
                mains[front], nested[front], who = max(start, who - 2), who, -1
        return mains, nested

    def _front(self, start: int, at: int) -> int:
        """Where the small words before a verb begin: "| bahkan dikunjungi", "| secara sukarela mengaku"."""
        while at - 1 > start and self.low[at - 1] in _LEAN_ON:
            at -= 1
        return next((at - back for back in (1, 2) if at - back > start and self.low[at - back] == "secara"), at)
