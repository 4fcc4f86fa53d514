"""Title case to sentence case: names of the article keep their capitals, bare verbs get their prefix."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from broadcast.write.scene import Scene
from broadcast.write.words import Grammar, word_set

_SHORT = {
    "tak": "tidak",
    "bakal": "akan",
    "eks": "mantan",
    "jelang": "menjelang",
    "gegara": "karena",
    "dgn": "dengan",
    "yg": "yang",
    "&": "dan",
}
_PAIR = re.compile(r"\b([A-Z][\w'’.-]*)(?=\s([A-Z][\w'’-]*))")
_UNIT_LETTERS = word_set("Rp T M K KM Kg KG")
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
    sempat
    """)
"""After these a word that may be a noun is a verb: "siap panggil"."""
_PLACED = word_set("""
    jalan kota kabupaten desa dinas kepala sungai gunung pasar jembatan pulau pantai kecamatan kelurahan provinsi dusun kampung
    bandara pelabuhan stasiun stadion terminal waduk danau laut selat teluk bupati gubernur wali camat menteri wakil ketua anggota
    direktur kementerian badan komisi bank rumah sekolah masjid gedung hotel taman hari tim warga dokumen program perairan bantuan
    lapas kapal satuan satgas komite majelis pengadilan kejaksaan polisi hakim jaksa surat undang-undang rapat festival partai
    kantor
    """)
"""Words that belong to a name only beside one."""
_CALENDAR = word_set("""
    Senin Selasa Rabu Kamis Jumat Sabtu Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
    """)
_NEVER = word_set("""
    sedikitnya ribuan ratusan puluhan belasan jutaan sebanyak sejumlah semua para akibat dalam karena saat usai setelah hingga
    sampai untuk dari pada dengan yang dan atau di ke oleh soal terkait lewat melalui sejak tahun bulan minggu juga tapi namun ini
    itu orang seorang dua tiga empat lima enam tujuh delapan sembilan sepuluh satu
    """)


@lru_cache(maxsize=4)
def _names_of(sentences: tuple[str, ...]) -> tuple[frozenset[tuple[str, str]], frozenset[str], frozenset[str]]:
    """Return the pairs of capitalised words in an article, all its words that are written small, and the second words of pairs."""
    body = " ".join(sentences)
    pairs = frozenset((match[1], match[2]) for match in _PAIR.finditer(body))
    return pairs, frozenset(_SMALL.findall(body)), frozenset(second for _, second in pairs)


_SMALL = re.compile(r"\b[a-z][\w'’-]*")


def sentence_case(part: str, scene: Scene) -> list[str]:
    """Return the words of a headline in sentence case, bare verbs in the me- form: "DPRD Sahkan Perda" → "DPRD mengesahkan perda"."""
    raw = part.split()
    pairs, small, _ = _names_of(scene.sentences)
    regions = scene.tools.lexicon.table("regions")
    words: list[str] = []
    for index, word in enumerate(raw):
        core = word.strip(",.'’‘()")
        after = raw[index + 1].strip(",.()") if index + 1 < len(raw) else ""
        before = raw[index - 1].strip("()") if index and raw[index - 1][-1] not in ",." else ""
        paired = ((core, after) in pairs and after.casefold() not in small) or ((before, core) in pairs and before.casefold() not in small)
        paired = paired or (core.casefold() not in small and ((core, after) in pairs or (before, core) in pairs))
        if _is_named(core, before, paired=paired, small=small, scene=scene) or (core in regions and core.casefold() not in _PLACED):
            words.extend(_country(word, before))
        elif "-" in core:
            words.append("-".join(piece if _keeps(piece, scene) else piece.lower() for piece in word.split("-")))
        else:
            words.append(_SHORT.get(word.lower(), word.lower()))
    return _restore_verbs(words, raw if len(raw) == len(words) else words, scene)


def _country(word: str, before: str) -> list[str]:
    """Return the country's name for RI, nothing where it only follows an institution: "DPR RI"."""
    if word.strip(",.") != "RI":
        return [word]
    return (
        []
        if (before.isupper() and len(before) > 1) or before.startswith(("Kem", "Men", "Presiden", "Badan"))
        else [word.replace("RI", "Indonesia")]
    )


_OF_SOMEONE = word_set("kisah cerita sosok profil")
_OFFICE = re.compile(
    r"(?:Kem|Men|Wamen|Wapres|Ja[kbt]|Sum|Kal|Sul|Pol|Kej|Bares|Pem[kdp]|Ba[wp]|Kom|Dit|Dis|Ku[kb]|Banten|Din|Gor|Mal|Satpol|Satgas|Kap)"
)


def _keeps(piece: str, scene: Scene) -> bool:
    return piece in scene.proper or (piece.isupper() and len(piece) > 1) or piece in scene.tools.lexicon.table("portmanteaus")


def _is_named(core: str, before: str, *, paired: bool, small: frozenset[str], scene: Scene) -> bool:
    """Whether a word of a title stands for a name, so that it keeps its capital."""
    low = core.casefold()
    if core.isupper() or core in _CALENDAR or before.casefold() in _OF_SOMEONE or any(mark.isdigit() for mark in core):
        return True
    spelled = core in _UNIT_LETTERS or (any(mark.isupper() for mark in core[1:]) and "-" not in core)
    if low in _NEVER or (core[:1].islower() and not spelled):
        return False
    if spelled or (_OFFICE.match(core) and core in scene.tools.lexicon.table("portmanteaus")):
        return True
    if low in _PLACED:
        return paired
    small_verb = scene.tools.grammar.is_verb(low) and low in small
    known = core in scene.proper or _is_foreign(core, small, scene) or (paired and (low not in small or _is_name_word(core, scene)))
    return known and not small_verb


_AFFIXED = re.compile(r"^(?:pe|ke|ber|me|di|ter|se)[a-z]{3,}|(?:an|nya|kan|i|isme|asi|tas)$")


def _is_foreign(core: str, small: frozenset[str], scene: Scene) -> bool:
    """Whether the article writes a word with a capital after another one, never small, and no Indonesian word looks so: Danantara."""
    low = core.casefold()
    if low in small or _AFFIXED.search(low) or low in scene.tools.lexicon.table("vowels"):
        return False
    return core in _names_of(scene.sentences)[2]


def _is_name_word(core: str, scene: Scene) -> bool:
    """Whether a word that the article also writes small ("pesisir") stands here in a name of the article: "Bank Artha Pesisir"."""
    return core.casefold() not in scene.tools.lexicon.table("headlines") and not scene.tools.grammar.is_base(core)


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
    pindah tabrakan gebrakan desakan bajakan hajatan laporkan pesan buah bebas gerakan kerja wartakan rakitan
    """)
_NOUN_SHAPE = re.compile(r"^(?:pe(?!cah|njara|nsiun)|ke(?!mbang|mbali|luar|rah|jut|nal|ndali|rja|luh|samping|muka|nakan|nali))[a-z]+kan$")
"""Nouns that end as a verb does: perbankan, kenaikan."""


def _restore_verbs(words: Sequence[str], raw: Sequence[str], scene: Scene) -> list[str]:
    """Return words whose bare verbs have their prefix: "polisi tahan dua orang" → "polisi menahan dua orang"."""
    grammar, table = scene.tools.grammar, scene.tools.lexicon.table("headlines")
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
            )
        ):
            told.append(word)
        elif cells := table.get(core):
            doubtful = len(cells) > 1
            fits = not doubtful or _is_meant(words, index, told, done=done)
            told.append(word.replace(core, cells[0]) if fits and not (core == "jadi" and _stays(words, index)) else word)
        elif _is_bare_verb(core, grammar):
            doubtful = core in _NOUN_BASES
            fits = not doubtful or _is_meant(words, index, told, done=done)
            told.append(word.replace(core, grammar.active(core)) if fits else word)
        else:
            told.append(word)
        done = done or (index > 0 and grammar.is_verb(told[-1]) and not grammar.is_helper(told[-1]))
    return told


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
    polisi warga pemerintah petani nelayan pedagang mahasiswa buruh presiden pengusaha menteri gubernur bupati massa ulama
    legislator tim kota kabupaten hakim jaksa dokter ribuan ratusan puluhan provinsi pelajar siswa guru kejaksaan peneliti dinas
    """)


def _joins(words: Sequence[str], index: int) -> bool:
    """Whether a preposition follows a word that may be a noun: "revisi dari …"."""
    return words[index + 1].strip(",.") in {"di", "ke", "dari", "untuk", "dan", "pada", "soal", "yang", "itu", "ini"}
