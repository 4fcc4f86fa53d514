"""News value: which sentence goes first when time is short, and how much an item weighs in the bulletin (RADIO R26)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from broadcast.write.clauses import is_balanced
from broadcast.write.scene import MOST_WORDS, Draft, Scene, marks
from broadcast.write.words import Grammar, bare, count_words

_DEATHS = re.compile(r"\b(?:tewas|meninggal|korban|jenazah|luka|hilang|mengungsi|dirawat|diselamatkan|jiwa)\b", re.IGNORECASE)
_WARNING = re.compile(
    r"\b(?:mengimbau|diimbau|mengingatkan|jangan|tidak (?:melaut|kembali|mendekat|menyentuh|panik)|radius|evakuasi|mengungsi"
    r"|waspada|siaga|awas|dilarang|hindari|menghindari|menjauhi|segera (?:menghubungi|melapor|ke (?:rumah sakit|puskesmas)))\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:(?:meng)?hubungi|call center|pusat (?:panggilan|layanan)|posko pengaduan|nomor (?:darurat|telepon|pengaduan)|tanggap darurat)\b",
    re.IGNORECASE,
)
"""Where help is found, and the official state of an emergency: what a listener in need keeps the radio on for."""
_OUTCOME = re.compile(
    r"\b(?:divonis|vonis|dihukum|menghukum\w*|penjara|denda|uang pengganti|tersangka|ditahan|ditangkap|dituntut|skor|gol|juara|disahkan"
    r"|mengesahkan|(?:tidak )?terbukti|kerugian (?:keuangan )?negara|suap|bebas)\b",
    re.IGNORECASE,
)
_DANGER = re.compile(
    r"\b(?:tsunami|gempa susulan|zona bahaya|siklon|lahar|awan panas|keracunan|wabah|kejadian luar biasa)\b", re.IGNORECASE
)
_DEMAND = re.compile(
    r"\b(?:mendesak|menuntut|menolak|menyepakati|disepakati|memutuskan|membantah|banding|mengusulkan|melarang|dilarang)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:belum (?:diketahui|ada|dapat|bisa|ditemukan|selesai|dipastikan|final|pasti|diputuskan|terdaftar|memutuskan|menerima)"
    r"|masih (?:dicari|diburu|mencari|memburu|dalam pencarian|menunggu|diselidiki|menyelidiki|didalami|mendalami|buron)|buron"
    r"|daftar pencarian)\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:kecuali|pengecualian|tidak berlaku|tetap (?:berlaku|buka|beroperasi|menyala|dilayani)|tidak "
    r"hangus)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:akan|target\w*|menargetkan|rencananya|berencana|dijadwalkan|mulai (?:besok|hari ini|lusa|Senin"
    r"|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu))\b"
)
_RESTORED = re.compile(
    r"\b(?:normal kembali|kembali normal|pulih|dibuka kembali|beroperasi kembali|paling lambat|ditargetkan (?:selesai|rampung|tuntas)"
    r"|diperkirakan (?:baru )?(?:selesai|rampung|tuntas)|berlaku (?:mulai|hingga|sampai))\b"
)
_DEEP = 10
"""From so many sentences on, a story's end is no less news for coming later still."""
_FIGURE = re.compile(r"\d|\b(?:persen|rupiah|juta|miliar|triliun)\b")
_WHEN = re.compile(
    r"\b(?:hari ini|kemarin|besok|lusa|pukul|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober"
    r"|November|Desember|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|tadi malam)\b"
)
_CEREMONY = re.compile(r"\b(?:dihadiri|didampingi|turut hadir|sambutan\w*|mengapresiasi|berterima kasih|berharap|kapasitas|dilengkapi)\b")


_CREDIT_ONLY = re.compile(
    (
        r"(?:Hal|Kepastian|Data|Pernyataan|Keterangan|Informasi|Penegasan|Imbauan|Ajakan)\s(?:itu|tersebut|ini"
        r"|senada)\s(?:disampaikan|dikatakan|diungkapkan|dibenarkan|dijelaskan|dirilis|ditegaskan)"
    ),
    re.IGNORECASE,
)


Merit = tuple[str, float]
"""What speaks for a draft or against it, in Indonesian, and how much."""


def weigh(found: Sequence[Merit]) -> float:
    """Return how much a draft with these merits matters in its item."""
    return math.fsum(points for _, points in found)


def merits(draft: Draft, position: int, drafts: Sequence[Draft], scene: Scene) -> tuple[Merit, ...]:
    """Return what speaks for a draft and against it; the lead always matters most."""
    if position == 0:
        return (("teras", 100.0),)
    text = draft.text
    found: list[Merit] = [
        ("", 7.0),
        ("jauh di bawah teras", -0.3 * min(position, _DEEP)),
        ("melanjutkan kalimat sebelumnya", -0.5 * draft.leans),
        ("rincian", -2.0 * draft.spare),
        ("potensi bahaya", 4.0 * bool(_DANGER.search(text))),
        ("yang belum pasti", 1.5 * bool(_OPEN.search(text))),
        ("pengecualian", 1.5 * bool(_EXCEPT.search(text))),
        ("rencana", 1.0 * bool(_NEXT.search(text))),
        ("tuntutan atau keputusan", 1.5 * bool(_DEMAND.search(text))),
        ("tsunami", 2.0 * ("tsunami" in text)),
        ("kapan pulih", 3.0 * bool(_RESTORED.search(text))),
        ("korban", 3.0 * bool(_DEATHS.search(text))),
        ("imbauan keselamatan", 3.0 * bool(_WARNING.search(text))),
        ("tempat mencari bantuan", 3.0 * bool(_HELP.search(text))),
        ("putusan atau hasil", 2.0 * bool(_OUTCOME.search(text))),
        ("angka", 1.0 * bool(_FIGURE.search(text))),
        ("waktu", 1.0 * bool(_WHEN.search(text))),
        ("hanya menyebut siapa yang berbicara", -3.0 * bool(_CREDIT_ONLY.match(text))),
        ("basa-basi acara", -2.0 * bool(_CEREMONY.search(text))),
        ("keterangan sampingan", -1.5 * draft.aside),
        ("mirip kalimat lain", -3.0 * _overlap(draft, drafts[:position])),
    ]
    if draft.speaker >= 0:
        first = all(one.speaker != draft.speaker for one in drafts[:position])
        official = scene.people[draft.speaker].kind != "warga"
        known = ("narasumber yang sudah berbicara", -0.5)
        found.append(("kutipan pertama narasumber ini", 2.5 if official else 0.5) if first else known)
    return tuple(one for one in found if one[1])


_HEAVY, _HEAVIEST, _TORN = -0.25, -4.0, -6.0


def strain(text: str, doubts: int, grammar: Grammar) -> tuple[Merit, ...]:
    """Return what speaks against a line that is hard to say: each word over the limit (RADIO R06), each doubt, no whole sentence.

    Of two facts of like value the one that can be said and understood at once is aired.

    >>> from broadcast.model import Lexicon
    >>> strain("Warga membersihkan sungai", 1, Grammar(Lexicon()))
    (('maknanya meragukan', -2.0),)
    >>> strain("Rincian bantuan sosial", 0, Grammar(Lexicon()))
    (('bukan kalimat utuh', -6.0),)
    """
    heavy = max(_HEAVIEST, _HEAVY * max(0, count_words(text) - MOST_WORDS))
    torn = _TORN * is_torn(text, grammar)
    found = (("kalimat berat", heavy), ("maknanya meragukan", -2.0 * doubts), ("bukan kalimat utuh", torn))
    return tuple(one for one in found if one[1])


_NOMINAL = re.compile(r"(?:Ia|Dia|Mereka|Keduanya|Ketiganya|Itu|Ini|Hal (?:itu|ini)|\w+nya)\b")
_FEW = 7


def is_torn(text: str, grammar: Grammar) -> bool:
    """Whether a line is a scrap: a name or a noun alone, or words that ask for more.

    >>> from broadcast.model import Lexicon
    >>> [is_torn(text, Grammar(Lexicon())) for text in ("Ketua tim peneliti", "Lokasinya di alun-alun", "Ia mengatakan sesuatu seperti")]
    [True, False, True]
    """
    words = text.replace(" /", ",").split()
    if not is_balanced(" ".join(words)) and bare(words[-1]) not in {"baik", "juga", "belum", "bukan", "lebih", "dalam", "hanya"}:
        return True
    told = any(grammar.is_verb(word) or bare(word) in grammar.reporting or word[0].isdigit() for word in words)
    return len(words) <= _FEW and not told and not _NOMINAL.match(text)


def _overlap(draft: Draft, before: Sequence[Draft]) -> float:
    """Return the largest share of this draft's long words that an earlier one already said."""
    mine = _long_words(draft.text)
    if not mine:
        return 0.0
    return max((len(mine & _long_words(one.text)) / len(mine) for one in before), default=0.0)


@lru_cache(maxsize=100)
def _long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.lower()))


_LONG_WORD = re.compile(r"[a-z]{5,}")
_OPENS = re.compile(r"(?:Persoalan|Masalah|Kendala|Alasan|Kritik|Penolakan|Dukungan|Cerita|Hal|Kabar|Babak)\b")
_BRIEF = 7


def worth_of(group: Collection[int], merits: Sequence[Sequence[Merit]], strains: Sequence[Sequence[Merit]]) -> float:
    """Return what a group is worth: its best line, less what makes any of them hard to say."""
    best = max(sorted(group), key=lambda one: weigh(merits[one]))
    return weigh(merits[best]) + min(0.0, *(weigh(strains[one]) for one in group if one != best), 0.0)


def announces(draft: Draft) -> bool:
    """Whether a draft only says that something follows: "Hal itu dibenarkan Bupati", "Persoalan lain adalah abrasi"."""
    text = draft.text
    brief = bool(_OPENS.match(text)) and len(text.split()) <= _BRIEF and not _FIGURE.search(text)
    return draft.speaker < 0 and (brief or bool(_CREDIT_ONLY.match(text)))


def without_hanging(drafts: Sequence[Draft], together: Sequence[frozenset[int]], numbers: Sequence[int]) -> list[int]:
    """Leave out what only announces a sentence that has gone."""
    there = set(numbers)
    last = len(drafts) - 1
    return [one for one in numbers if one in {0, last} or one + 1 in there or len(together[one]) > 1 or not announces(drafts[one])]


def without_least(drafts: Sequence[Draft], together: Sequence[frozenset[int]], worth: Sequence[float], numbers: Sequence[int]) -> list[int]:
    """Leave out the group that matters least, never the lead's, and what leans on it."""
    gone = min((number for number in numbers if number not in together[0]), key=lambda number: (worth[number], -number))
    away = leaning(drafts, together, gone)
    return [number for number in numbers if number not in away]


def groups(drafts: Sequence[Draft]) -> list[frozenset[int]]:
    """Return, for each draft, the numbers of all that stay or go with it: what one sentence became, spare details apart.

    The lead keeps its details: where and when belong to it.
    """
    lead = set(drafts[0].sources) if drafts else set()
    found: list[set[int]] = []
    opened = 0
    for number, draft in enumerate(drafts):
        opened = number if draft.apart and not set(draft.sources) & lead else opened
        alone = draft.spare and not set(draft.sources) & lead
        shared = (group for group in found if any(one >= opened and _together(draft, drafts[one], lead) for one in group))
        joined = {number} if alone else {number}.union(*shared)
        found = [group for group in found if not group & joined] + [joined]
    return [next(frozenset(group) for group in found if number in group) for number in range(len(drafts))]


def _together(draft: Draft, other: Draft, lead: set[int]) -> bool:
    both = set(draft.sources) & set(other.sources)
    return bool(both) and (bool(both & lead) or not (draft.spare or other.spare))


def prior(drafts: Sequence[Draft], number: int) -> int:
    """Return the number of the draft that one leans on: the last before it that is no spare detail; -1 for none."""
    return next((at for at in range(number - 1, -1, -1) if not drafts[at].spare), -1)


def leaning(drafts: Sequence[Draft], together: Sequence[frozenset[int]], gone: int) -> set[int]:
    """Return the group of a draft, and the groups of those right after it that say nothing without it."""
    away = set(together[gone])
    number = min(away)
    while number < len(drafts):
        if number in away or (prior(drafts, number) in away and drafts[number].leans):
            away |= together[number]
        number += 1
    return away


_VALUES = (
    (re.compile(r"\b(?:tewas|meninggal|korban jiwa)\b"), 40),
    (re.compile(r"\b(?:gempa|tsunami|erupsi|banjir bandang|longsor|kebakaran|kecelakaan|awan panas)\b"), 30),
    (re.compile(r"\b(?:peringatan dini|status siaga|status awas|evakuasi|mengungsi)\b"), 20),
    (re.compile(r"\b(?:tersangka|terdakwa|vonis|divonis|korupsi|ditangkap|menangkap)\b"), 15),
    (re.compile(r"\b(?:harga|tarif|pemadaman|anggaran|APBD|upah|pajak|pupuk|beras|BBM)\b"), 12),
    (re.compile(r"\b(?:gubernur|bupati|wali kota|presiden|menteri|DPRD|pemilu|pilkada)\b", re.IGNORECASE), 8),
    (re.compile(r"\b(?:imunisasi|wabah|kesehatan|sekolah|jalan ditutup|penutupan)\b"), 8),
)


def news_value(scene: Scene) -> int:
    """Return the news value of a story: casualties and danger first, then money and power; old news loses."""
    lead = " ".join(scene.sentences[:3])
    value = 10 + sum(points for pattern, points in _VALUES if pattern.search(lead))
    if scene.day:
        value -= 5 * min(6, max(0, (scene.air.date() - scene.day).days))
    else:
        value -= 10
    return max(0, value)


def people_of(drafts: Sequence[Draft]) -> set[int]:
    """Return the people that drafts name."""
    return {index for draft in drafts for index in (*marks(draft.text), *((draft.speaker,) if draft.speaker >= 0 else ()))}
