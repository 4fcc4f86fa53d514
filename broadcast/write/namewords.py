"""Which capitalised words can be a person's name, and which make the name of a body or a place."""

from __future__ import annotations

from broadcast.bahasa.dates import MONTHS, WEEKDAYS
from broadcast.model import Lexicon, Table
from broadcast.write.words import word_set

TITLES = ("dokter gigi ", "dokter hewan ", "dokter ", "Profesor ", "Kiai Haji ", "Pendeta ", "Ustaz ", "Haji ")
CALLS = "Mbah|Mama|Mak|Daeng|Dg|Nenek|Kakek|Nek|Kek|Abah|Opa|Oma|Gus|Inaq|Amaq"
"""What stands before a name and is said with it: Mama Yosina, Mbah Giyem."""
CALL_WORDS = frozenset(CALLS.split("|"))
NAMED_AFTER = word_set(
    "rs rsu rsd rsud rsup rsupn rsad rsal rsau rsia rsj rsk rsjd rssa sakit gor stadion gelora lapangan gedung aula bandara"
    " pelabuhan terminal jalan jl jln gang universitas institut kampus museum monumen taman masjid jembatan waduk bendungan"
    " kapal yayasan klinik pesantren bundaran"
)
"""After these a name with a title is what something is called: RSD dr. Soebandi, Jalan Kapten Tendean."""
LEGAL_FORMS = frozenset({"PT", "CV", "UD", "PD", "FC"})
_NEVER_NAMES = word_set("""
    ia dia mereka namun selain menurut dalam pada untuk dengan oleh hal itu ini para warga polisi petugas saat ketika
    setelah sebelum karena akibat kata ujar pemerintah presiden juru tuhan allah undang-undang pasal jalan gunung sungai
    pulau laut selat teluk danau bukit hotel gedung aula pendopo stadion pasar terminal pelabuhan bandara stasiun masjid
    gereja pura lapangan taman rumah desa dusun kelurahan kecamatan kabupaten kota provinsi kampung distrik nagari blok
    kilometer pt cv rp grup komisi fraksi partai waktu indonesia barat tengah timur selatan utara
    surat perintah keputusan peraturan putusan rancangan nota dokumen buku program proyek operasi sistem piala liga kejuaraan
    turnamen festival anggaran kartu indeks data laporan survei aplikasi layanan markas posko jembatan bendungan waduk gelora
    istana monumen museum bursa kampus fakultas federasi organisasi aliansi koalisi gerakan konferensi sidang musyawarah
    dirinya keduanya ketiganya seluruhnya pihaknya perseroan persero manajemen tbk istimewa
    the rencana target tim kitab ayat bab lampiran pernyataan penyidikan penetapan
    """) | {name.casefold() for name in (*MONTHS, *WEEKDAYS)}


_OPENERS = word_set("""
    sebelumnya selanjutnya kemudian akhirnya awalnya kini lalu bahkan padahal meski meskipun walau walaupun jika kalau bila
    apabila sedangkan sementara sejak hingga sampai bagi atas usai seusai begitu sebagai seperti terkait mengenai tentang
    sesuai berdasarkan melalui lewat tanpa bersama selama kepada terhadap tetapi tapi agar supaya maka sehingga adapun ada
    tidak belum bukan juga hanya sudah telah akan sedang masih bisa dapat harus namun saat ketika setelah sebelum karena
    biasanya rencananya akibatnya sebaliknya sebenarnya ternyata kabarnya misalnya pasalnya alasannya terpisah senada tadi
    """)


def without_opener(name: str) -> str:
    """Return a name without what only opened its sentence.

    >>> without_opener("Sebelumnya Darto Wibowo"), without_opener("Darto Wibowo")
    ('Darto Wibowo', 'Darto Wibowo')
    """
    words = name.split()
    while words and words[0].casefold() in _OPENERS:
        words.pop(0)
    return " ".join(words)


def institution_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of which names of bodies are made, from the expansions of the tables."""
    table = lexicon.table("portmanteaus")
    if not _institutions or _institutions[0][0] is not table:
        names = (cells[0] for cells in table.values() if cells and not cells[0].startswith(("Joko", "Basuki")))
        words = {word.casefold().strip(",") for name in names if " " in name for word in name.split() if len(word) > 2}
        _institutions[:] = [(table, frozenset(words) | _MORE_INSTITUTIONS)]
    return _institutions[0][1]


_institutions: list[tuple[Table, frozenset[str]]] = []
"""The words of the last table used; going through it for every name would take most of the time."""
PLACE_TYPES = word_set(
    "dukuh pedukuhan padukuhan kapanewon kalurahan gampong jorong banjar lingkungan perumahan kompleks"
    " desa kelurahan kecamatan kabupaten kota provinsi kampung dusun distrik nagari pasar pulau terminal pelabuhan "
    "bandara stasiun jalan gunung polsek polres"
)
NAMED_BODIES = word_set(
    """
    koperasi yayasan klub sekolah pondok pesantren panti hotel universitas kelompok paguyuban grup komunitas toko
    """
    "bank puskesmas perumdam perumda sma smp sd smk sdn smpn sman gereja masjid sanggar"
)
_MORE_INSTITUTIONS = word_set("""
    pelaksana harian tugas pemerintahan umum utama muda madya gempa bumi tsunami majelis cabang ranting wilayah daerah
    provinsi kabupaten kota desa kecamatan kelurahan dusun distrik kampung jemaat klub persatuan tim nasional putra
    putri kelompok tani koperasi pondok pesantren sekolah dasar menengah pasar sentra pelabuhan bandara terminal stasiun
    universitas institut politeknik negeri rumah sakit puskesmas yayasan asosiasi forum paguyuban karang taruna taman
    wisata lembaga badan dinas kantor bagian bidang seksi unit satuan biro komisi fraksi dewan panitia operasi humas
    pemasaran keuangan sumber daya manusia teknik pelayanan kesehatan pendidikan perhubungan perdagangan perindustrian
    pariwisata pertanian perikanan sosial keamanan hukum politik ekonomi pembangunan administrasi protokol komunikasi
    informatika lingkungan hidup kebersihan kepolisian resor sektor polres polsek polda polresta kodim koramil korem
    kodam pengadilan kejaksaan tinggi pajak imigrasi bea cukai anggaran perbendaharaan energi mineral migas perkebunan kehutanan
    peternakan hortikultura pangan penduduk catatan bina marga cipta pengairan perkeretaapian haji umrah bimbingan vokasi
    kebudayaan kesejahteraan pemberdayaan perlindungan konsumen niaga logistik bisnis korporasi operasional ritel investasi
    pemasyarakatan permasyarakatan pencegahan penindakan penyidikan pengawasan pengendalian penegakan
    nahdlatul ulama muhammadiyah konstitusi kehormatan mahkamah halal produk jaminan penyelenggara perawatan intensif modifikasi
    cuaca geologi kebencanaan kebijakan fiskal penanaman modal penanggulangan terorisme pelestarian cagar ideologi pancasila
    tbk persero restorasi gambut pelindungan kerukunan umat beragama penjamin simpanan publik swadaya terbarukan penataan pengelolaan sampah
    golkar perjuangan penerima manfaat pemungutan suara swasta syariah agraria pembaruan transaksi elektronik ombudsman
    perserikatan bangsa-bangsa asia pasifik kependidikan produktivitas pertanggungjawaban pegawai reformasi birokrasi
    tilawatil quran madrasah tsanawiyah pemenuhan gizi gawat darurat pembela pemadam kebakaran penyelamatan
    """)


GIVEN_TOO = word_set(
    "agung indra surya jaya wira dharma bayu bakti mulia satria bintang guntur setia budi adi krida cipta karya airlangga lalu taruna putri"
)
"""Words of bodies (Mahkamah Agung) that are given names too (Agung Setyabudi)."""
_ALONE_TOO = word_set("airlangga taruna putri")
"""Of these, what nobody but a person is called alone: "kata Airlangga"."""


_NICKNAMES = frozenset({"Jokowi", "Ahok"})


def is_body(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the short name of a body or a post: Basarnas, Bulog, Kapolres."""
    return word not in _NICKNAMES and " " in (lexicon.table("portmanteaus").get(word) or ("",))[0]


def is_name(name: str, lexicon: Lexicon) -> bool:
    """Whether capitalised words can be a person's name."""
    words = [word for word in untitled(name).split() if word[0].isupper()]
    words = words[1:] if len(words) > 1 and words[0] in CALL_WORDS else words
    if not words or len(words) > 6:
        return False
    lead = words[0].casefold()
    if any(word.casefold() in _NEVER_NAMES for word in words) or (lead in _OPENERS and not (lead == "lalu" and len(words) > 1)):
        return False
    heads = lexicon.table("posts")
    bodies = institution_words(lexicon)
    given = (len(words) == 1 and words[0].casefold() in _ALONE_TOO) or (
        words[0].casefold() in GIVEN_TOO
        and len(words) > 1
        and words[1].casefold() not in bodies
        and words[1] not in lexicon.table("regions")
    )
    post = words[0].casefold() in heads and not (words[0] == "Imam" and len(words) > 1)  # a given name as often as a post
    if post or " ".join(words[:2]).casefold() in heads or (words[0].casefold() in bodies and not given):
        return False
    if any(word.isupper() and len(word) > 1 for word in words) or any(mark.isdigit() for mark in name):
        return False
    if name in lexicon.table("regions") or is_body(words[0], lexicon):
        return False
    return not (words[0].casefold() in _MORE_INSTITUTIONS and len(words) > 1)


def untitled(name: str) -> str:
    """Return a name without its title: "dokter Sari" → "Sari"."""
    for title in TITLES:
        name = name.removeprefix(title).removeprefix(title.capitalize() if title.startswith("dokter") else title)
    return name
