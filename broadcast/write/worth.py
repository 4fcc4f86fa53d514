"""News value: what speaks for a sentence and against it, and how much an item weighs in the bulletin (RADIO R26)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from broadcast.write.clauses import is_balanced
from broadcast.write.scene import MOST_WORDS, Draft, Scene
from broadcast.write.stems import shared_stems
from broadcast.write.words import Grammar, bare, count_words

_DEATHS = re.compile(r"\b(?:tewas|meninggal|korban|jenazah|luka|hilang|mengungsi|dirawat|diselamatkan|jiwa)\b", re.IGNORECASE)
_WARNING = re.compile(
    r"\b(?:mengimbau|diimbau|mengingatkan|jangan|(?:agar|untuk|diminta|harap|supaya) tidak (?:melaut|kembali|mendekat|menyentuh|panik"
    r"|berenang)|tidak boleh|radius|evakuasi|mengungsi"
    r"|waspada|siaga|awas|dilarang|hindari|menghindari|menjauhi|segera (?:menghubungi|melapor|ke (?:rumah sakit|puskesmas)))\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:(?:meng)?hubungi|call center|pusat (?:panggilan|layanan)|posko pengaduan|nomor (?:darurat|telepon(?! genggam)"
    r"|pengaduan)(?!nya)|tanggap darurat)\b",
    re.IGNORECASE,
)
"""Where help is found, and the official state of an emergency: what a listener in need keeps the radio on for."""
OUTCOME = re.compile(
    r"\b(?:divonis|vonis|dihukum|menghukum\w*|penjara|denda|uang pengganti|tersangka|ditahan|ditangkap|dituntut|skor|gol|juara|disahkan"
    r"|mengesahkan|(?:tidak )?terbukti|kerugian (?:keuangan )?negara|suap|bebas|diamankan|mengamankan|menangkap|menahan"
    r"|dihentikan|menghentikan|ditutup|disegel|dibekukan|ditunda|dibatalkan|diberhentikan)\b",
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
    r"\b(?:normal kembali|kembali (?:normal|menyala|mengalir|dibuka|dilalui)|pulih|terurai|dibuka kembali|beroperasi kembali"
    r"|paling lambat|ditargetkan (?:selesai|rampung|tuntas)"
    r"|diperkirakan (?:baru )?(?:selesai|rampung|tuntas)|berlaku (?:mulai|hingga|sampai))\b"
)
_DEEP = 10
"""From so many sentences on, a story's end is no less news for coming later still."""
FIGURE = re.compile(r"\d|\b(?:persen|rupiah|juta|miliar|triliun)\b")
_WHEN = re.compile(
    r"\b(?:hari ini|kemarin|besok|lusa|pukul|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober"
    r"|November|Desember|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|tadi malam)\b"
)
_CEREMONY = re.compile(r"\b(?:dihadiri|didampingi|turut hadir|sambutan\w*|mengapresiasi|berterima kasih|berharap|kapasitas|dilengkapi)\b")


CREDIT_ONLY = re.compile(
    (
        r"(?:Hal|Kepastian|Data|Pernyataan|Keterangan|Informasi|Penegasan|Imbauan|Ajakan)\s(?:itu|tersebut|ini"
        r"|senada)\s(?:disampaikan|dikatakan|diungkapkan|dibenarkan|dijelaskan|dirilis|ditegaskan)"
    ),
    re.IGNORECASE,
)


_CAUSE = re.compile(
    r"\b(?:penyebab\w*|disebabkan|dipicu|memicu|akibat|gara-gara|diduga (?:karena|akibat|mengalami|kuat)|bermula|berawal|gagal fungsi)\b",
    re.IGNORECASE,
)
_DAMAGE = re.compile(
    r"\b(?:kerugian|merugikan|rusak|roboh|hanyut|terendam|terbakar|hangus|gagal panen|tidak (?:bisa|dapat) "
    r"(?:dipakai|digunakan|dipertanggungjawabkan)|(?:pagu|anggaran|nilai|dana|aliran dana|senilai)\b[^,]{0,30}(?:juta|miliar|triliun))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\d[\d.]*\s(?:orang|warga|siswa|pasien|jiwa|kepala keluarga|rumah|santri|pekerja|penumpang|anak|kasus|saksi)\b")
_COLOUR = re.compile(
    r"\b(?:rompi|(?:ter)?borgol|(?:ter|me)nunduk|bungkam|isak|tangis|menangis|air mata|suasana|terlihat|tampak|antusias|tersenyum|sorak"
    r"|tepuk tangan|khidmat|khusyuk|meriah|tidak (?:mudah )?(?:terpengaruh|percaya)|kebenarannya|tidak menjawab|enggan"
    r"|[Pp]antauan|tidak aktif|berita ini|lahap|gemuruh|bergetar)\b"
)
"""What paints the scene, or is said of every earthquake."""
_MOST_TITLE = 4.0


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
        ("jauh di bawah teras", -0.15 * min(position, _DEEP)),
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
        ("imbauan keselamatan", 3.5 * bool(_WARNING.search(text))),
        ("tempat mencari bantuan", 3.0 * bool(_HELP.search(text))),
        ("putusan atau hasil", 2.0 * bool(OUTCOME.search(text))),
        ("angka", 1.0 * bool(FIGURE.search(text))),
        ("waktu", 1.0 * bool(_WHEN.search(text))),
        ("hanya menyebut siapa yang berbicara", -3.0 * bool(CREDIT_ONLY.match(text))),
        ("basa-basi acara", -2.0 * bool(_CEREMONY.search(text))),
        ("keterangan sampingan", -1.5 * draft.aside),
        ("isi judul", min(_MOST_TITLE, 1.3 * shared_stems(text, scene.story.title, without=drafts[0].text))),
        ("sebab", 1.5 * bool(_CAUSE.search(text))),
        ("kerugian atau kerusakan", 1.5 * bool(_DAMAGE.search(text))),
        ("jumlah orang", 1.0 * bool(_PEOPLE.search(text))),
        ("suasana", -2.5 * bool(_COLOUR.search(text))),
        ("mirip kalimat lain", -2.5 * _overlap(draft, drafts[:position])),
    ]
    if draft.speaker >= 0:
        first = all(one.speaker != draft.speaker for one in drafts[:position])
        official = scene.people[draft.speaker].kind != "warga"
        known = ("narasumber yang sudah berbicara", -0.5)
        found.append(("kutipan pertama narasumber ini", 2.5 if official else 1.5) if first else known)
    return tuple(one for one in found if one[1])


_HEAVY, _HEAVIEST, _TORN = -0.4, -7.0, -7.0


def strain(text: str, doubts: int, grammar: Grammar) -> tuple[Merit, ...]:
    """Return what speaks against a line that is hard to say: each word over the limit (RADIO R06), each doubt, no whole sentence.

    Of two facts of like value the one that can be said and understood at once is aired.

    >>> from broadcast.model import Lexicon
    >>> strain("Warga membersihkan sungai", 1, Grammar(Lexicon()))
    (('maknanya meragukan', -2.0),)
    >>> strain("Rincian bantuan sosial", 0, Grammar(Lexicon()))
    (('bukan kalimat utuh', -7.0),)
    """
    heavy = max(_HEAVIEST, _HEAVY * max(0, count_words(text) - MOST_WORDS))
    torn = _TORN * is_torn(text, grammar)
    found = (("kalimat berat", heavy), ("maknanya meragukan", -2.0 * doubts), ("bukan kalimat utuh", torn))
    return tuple(one for one in found if one[1])


_NOMINAL = re.compile(r"(?:Ia|Dia|Mereka|Keduanya|Ketiganya|Itu|Ini|Hal (?:itu|ini)|\w+nya)\b")
_FEW = 7


_CLAIMS = re.compile(r"\b(?:mengatakan|menambahkan|menyebutkan|menjelaskan)\s/\s")
_PREDICATE = re.compile(
    r"\b(?:adalah|ialah|bukan|tidak|tak|ada|sudah|belum|masih|akan|bisa|dapat|harus|sangat|lebih|cukup|paling|hanya|baru|itu|ini|juga"
    r"|saja|kini"
    r"|pun|terlalu|semakin|makin|[a-z]+nya)\b|/|\d+ (?:persen|rupiah|orang|unit)"
)
"""Without a verb a statement still stands with one of these."""


def is_torn(text: str, grammar: Grammar) -> bool:
    """Whether a line is a scrap: a name or a noun alone, or words that ask for more.

    >>> from broadcast.model import Lexicon
    >>> [is_torn(text, Grammar(Lexicon())) for text in ("Ketua tim peneliti", "Lokasinya di alun-alun", "Ia mengatakan sesuatu seperti")]
    [True, False, True]
    """
    words = text.replace(" /", ",").split()
    if not is_balanced(" ".join(words)) and bare(words[-1]) not in {"baik", "juga", "belum", "bukan", "lebih", "dalam", "hanya"}:
        return True
    if _CLAIMS.search(text) and not any(grammar.is_verb(word) for word in _CLAIMS.split(text, maxsplit=1)[-1].split()):
        rest = _CLAIMS.split(text, maxsplit=1)[-1]
        return not _PREDICATE.search(rest)
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


def worth_of(group: Collection[int], merits: Sequence[Sequence[Merit]], strains: Sequence[Sequence[Merit]]) -> float:
    """Return what a group is worth: its best line, less what makes any of them hard to say."""
    best = max(sorted(group), key=lambda one: weigh(merits[one]))
    return weigh(merits[best]) + min(0.0, *(weigh(strains[one]) for one in group if one != best), 0.0)


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
