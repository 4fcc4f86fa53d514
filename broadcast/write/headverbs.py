"""Bare verbs of a headline get the prefix that speech gives them: "polisi tahan dua orang" → "polisi menahan dua orang"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from broadcast.write.scene import Scene
from broadcast.write.words import Grammar, word_set

_IDIOMS = frozenset(
    (pair.split("_")[0], pair.split("_")[1])
    for pair in [
        "angkat_bicara",
        "buka_suara",
        "angkat_suara",
        "unjuk_rasa",
        "unjuk_gigi",
        "tutup_usia",
        "gulung_tikar",
        "turun_tangan",
        "ambil_bagian",
        "lepas_landas",
        "curi_perhatian",
        "tarik_ulur",
        "tanggung_jawab",
        "naik_daun",
        "angkat_kaki",
        "banting_setir",
        "buka_puasa",
        "tutup_buku",
        "main_hakim",
        "tukar_guling",
        "lepas_tangan",
        "jatuh_tempo",
        "bela_diri",
        "adu_jotos",
    ]
)
_ASKED = word_set("""
    meminta minta siap akan ingin mau bisa harus tidak boleh wajib agar mulai segera bakal kembali diminta diduga mengaku berani
    sempat tetap mendadak tiba-tiba resmi kompak ramai-ramai batal gagal berhasil sukses
    """)
"""After these a word that may be a noun is a verb: "siap panggil"."""
NEVER = word_set("""
    sedikitnya ribuan ratusan puluhan belasan jutaan sebanyak sejumlah semua para akibat dalam karena saat usai setelah hingga
    sampai untuk dari pada dengan yang dan atau di ke oleh soal terkait lewat melalui sejak tahun bulan minggu juga tapi namun ini
    itu orang seorang dua tiga empat lima enam tujuh delapan sembilan sepuluh satu
    """)
"""Words that are neither a name nor the noun of one."""

_AFTER_NOUN = word_set("""
    tanda kasus dugaan korban cara proses rencana hari biaya jasa tim aksi tukang hasil surat hak jadwal program lokasi tempat
    rapat uang harga pasar sidang agenda hukum jalan laga jual beli tata aturan kerja teror buka tukar ahli juru daya unjuk kami
    kita saya aku ia dia
    """)
_NOUN_BASES = word_set("""
    uji tanam ganti panen proses evakuasi tunda gelar bangun potong jual beli olah didik tanya ukur buru parkir antisipasi
    verifikasi pakai tutup buka konfirmasi evaluasi apresiasi rasa kira duga sangka tolong bentuk kelola
    """)
_NEVER_BASES = word_set("""
    kunci kontrakan pindah tabrakan gebrakan desakan bajakan hajatan pesan buah bebas gerakan kerja wartakan rakitan
    """)
_NOUN_SHAPE = re.compile(r"^(?:pe(?!cah|njara|nsiun)|ke(?!mbang|mbali|luar|rah|jut|nal|ndali|rja|luh|samping|muka|nakan|nali))[a-z]+kan$")
"""Nouns that end as a verb does: perbankan, kenaikan."""


def restore_verbs(words: Sequence[str], raw: Sequence[str], scene: Scene) -> list[str]:
    """Return words whose bare verbs have their prefix: "polisi tahan dua orang" → "polisi menahan dua orang"."""
    grammar, table = scene.tools.grammar, scene.tools.lexicon.table("headlines")
    pairs = _pairs_of(scene.sentences)
    told: list[str] = []
    done = False
    for index, word in enumerate(words):
        core = word.strip(",.")
        before = told[-1].strip(",.").casefold() if told else ""
        if (
            (before, core) in _IDIOMS
            or (core, words[index + 1].strip(",.") if index + 1 < len(words) else "") in _IDIOMS
            or (
                not core.isalpha()
                or not core.islower()
                or index + 1 == len(words)
                or (raw[index] == core and index and raw is not words)
                or before in _AFTER_NOUN
                or _is_part_of_name(words, index, before, pairs, grammar)
            )
        ):
            told.append(word)
        elif cells := table.get(core):
            doubtful = len(cells) > 1
            fits = (
                (not doubtful or _is_meant(words, index, told, done=done))
                and not (core == "buka" and words[index + 1] in _PLACES)
                and before != "menguji"
            )
            told.append(word.replace(core, cells[0]) if fits and not (core == "jadi" and _stays(words, index)) else word)
        elif _is_bare_verb(core, grammar) and not (
            told and told[-1][:1].islower() and grammar.is_active(before) and before not in _ASKING_VERBS
        ):
            doubtful = core in _NOUN_BASES
            fits = not doubtful or _is_meant(words, index, told, done=done)
            told.append(word.replace(core, grammar.active(core)) if fits else word)
        else:
            told.append(word)
        done = done or (index > 0 and grammar.is_verb(told[-1]) and not grammar.is_helper(told[-1]))
    return told


@lru_cache(maxsize=4)
def _pairs_of(sentences: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the pairs of neighbours in an article, small, of a second word that stands between two of its words."""
    return frozenset((match[1].casefold(), match[2].casefold()) for sentence in sentences for match in _NEIGHBOURS.finditer(sentence))


_NEIGHBOURS = re.compile(r"\b([\w'’-]+)(?=\s([\w'’-]+))")
_HELPERS = word_set("akan bakal sudah telah masih belum tidak tak mulai resmi sukses segera kembali tetap")


def _is_part_of_name(words: Sequence[str], index: int, before: str, pairs: frozenset[tuple[str, str]], grammar: Grammar) -> bool:
    """Whether a bare verb only says what kind a thing is: "imunisasi kejar digelar", or "tim kejar" where the article says so too.

    Running text has no bare verb after a noun but in such a name.
    """
    if not index or before in _ASKED or before in _DOERS or grammar.is_verb(before) or grammar.is_helper(before) or before in NEVER:
        return False
    core, after = words[index].strip(",."), words[index + 1].strip(",.")
    if (before, core) in pairs and words[index - 1][:1].islower():
        return True
    if index == 1 and words[0][:1].islower() and _is_ruled(words[index + 1 :], grammar):
        return True
    passive = after[:2] == "di" and grammar.is_verb(after) and not after.endswith("nya")
    return (passive or after in _HELPERS) and grammar.active(core) not in _ASKING_VERBS


def _is_ruled(rest: Sequence[str], grammar: Grammar) -> bool:
    """Whether a passive verb follows in the same clause, so that what comes before is all its subject: "bus jemput warga dibakar"."""
    for at, word in enumerate(rest):
        plain = word.strip(",.")
        if at and plain[:2] == "di" and plain not in _SEEMS and grammar.is_verb(plain) and not plain.endswith("nya"):
            return True
        if (
            word != plain
            or plain in NEVER
            or grammar.is_verb(plain)
            or grammar.is_helper(plain)
            or (at and plain not in _PLACES and grammar.is_base(plain))
        ):
            return False
    return False


_PLACES = word_set("di ke dari")
_SEEMS = word_set("diduga disebut dinilai dianggap dikenal diklaim didampingi dibantu diiringi disertai ditemani dipimpin")
"""Passives that only say more of the noun before them: "pria diduga pencuri"."""
_ASKING_VERBS = word_set("""
    meminta mengajak mengimbau mendorong mendesak memaksa melarang menuntut menyarankan mengusulkan mengaku menyebut menilai
    menganggap menduga mengklaim mengeklaim memastikan menegaskan mengungkap mengungkapkan menyatakan mengingatkan membantah
    menjamin berjanji mengharap berharap mengancam menolak mencegah mengakui menjanjikan menyangkal membuat membiarkan melihat
    membantu menargetkan mencoba merencanakan
    """)


def _stays(words: Sequence[str], index: int) -> bool:
    """Whether "jadi" is no verb: "tidak jadi dipotong"."""
    return bool(index) and words[index - 1] in {"tidak", "batal"}


def _is_bare_verb(core: str, grammar: Grammar) -> bool:
    if core in _NEVER_BASES or not grammar.is_base(core):
        return False
    return grammar.knows(core) or (core.endswith("kan") and not _NOUN_SHAPE.match(core))


def _is_meant(words: Sequence[str], index: int, told: Sequence[str], *, done: bool) -> bool:
    """Whether a word that may be a noun is the verb here: it follows who does it, "petani panen padi", or what asks for a verb."""
    if not index:
        return False
    before = told[-1].strip(",.")
    if before.casefold() in _ASKED:
        return True
    doer = before[:1].isupper() or before[:1].isdigit() or before in _DOERS
    return doer and not done and not _joins(words, index)


_DOERS = word_set("""
    negara polisi warga pemerintah petani nelayan pedagang mahasiswa buruh presiden pengusaha menteri gubernur bupati massa ulama
    legislator tim kota kabupaten hakim jaksa dokter ribuan ratusan puluhan provinsi pelajar siswa guru kejaksaan peneliti dinas
    """)


def _joins(words: Sequence[str], index: int) -> bool:
    """Whether a preposition follows a word that may be a noun: "revisi dari …"."""
    return words[index + 1].strip(",.") in {"di", "ke", "dari", "untuk", "dan", "pada", "soal", "yang", "itu", "ini"}
