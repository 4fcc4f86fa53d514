"""Whether words can stand as one whole short clause: a subject, its verb, and nothing left hanging at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.write.clauses import NOT_ONLY
from broadcast.write.scene import Scene
from broadcast.write.words import Grammar, bare, count_words, word_set

MOST = 10

SUBORDINATE = word_set("""
    sehingga karena setelah untuk agar supaya saat ketika menjelang akibat usai meski meskipun walau demi guna sejak selama
    sebelum jika bila kalau apabila buat sambil seraya tapi tetapi sedangkan sementara imbas buntut buntutnya lantaran hingga
    sampai dengan
    """)
PREPOSITIONS = word_set("""
    di ke dari pada dalam oleh kepada terhadap soal terkait tentang mengenai lewat melalui atas sebagai bagi antara tanpa seperti
    secara menurut menuju sesuai berdasarkan
    """)
OPEN_END = (
    SUBORDINATE
    | PREPOSITIONS
    | word_set("""
    dan atau yang serta bahwa akan sudah telah sedang masih belum tidak tak bukan bisa dapat harus wajib ingin mau hendak mampu
    juga hanya seorang sebuah seekor para lebih hampir sekitar pukul tanggal sebesar sebanyak mencapai rata-rata sejumlah berbagai
    beberapa jadi adalah merupakan ialah yakni yaitu menjadi antara maupun bersama per nomor rp senilai kedua ketiga sang si
    kurang paling sangat makin semakin setiap tiap seluruh semua selain level edisi tahap periode jilid sekadar berkaitan metode
    waktu khususnya sebaliknya misalnya seperti terutama sedikit ujar kata baru-baru kepala ketua wakil anggota direktur menteri
    terus segera langsung saling pun termasuk adanya melakukan melibatkan jelang usia kini
    """)
)
_BAD_START = (
    SUBORDINATE
    | PREPOSITIONS
    | word_set("""
    alih-alih populer spill sudahi pasca tautan bolehkah jarang sedikit memang kerap kala sering kadang kamu anda ya demikian
    sebagaimana cuma laris ia dia mereka beliau hal itu ini dan atau namun bahkan padahal lalu kemudian juga bukan tidak tak belum
    sudah akan masih ada adapun yang oleh tersebut sebelumnya selain begitu kini keduanya ketiganya hanya saja hal-hal sebab maka
    apalagi sekarang usianya penjelasan pernyataan keterangan rinciannya lokasinya tujuannya caranya kasusnya kedua ketiga
    alasannya rata-rata mulai siap sempat menurut menurutnya salah sebagian hampir lantas viral simak bisa tetapi tapi makin
    semakin malah nyaris singkat buruan mari ayo ingin mau marak ditangkap cukup kalau nanti dulu terlebih jadi ternyata jangan harus
    kembali tetap
    """)
)
ATTRIBUTIVE = word_set("""
    terapis berlebih berlebihan tergolong berangka berpelat berkelir bernomor berjenis bertipe terbarukan berpangkat beralamat
    bersistem berlisensi berbasis bertajuk bernama berinisial berusia berumur bermodus berkedok bertema berskala berstatus
    bermotif bersejarah bersenjata bertuliskan berukuran bernilai berkapasitas bersubsidi bergizi berkelanjutan berbahaya
    berkualitas berprestasi berbayar bersertifikat berwarna bermuatan berbahan berdiameter berkekuatan bermagnitudo bermotor
    berpenghasilan bertingkat berat bersama bermerek terkait terbaru terpadu terbatas terakhir terpilih ternama terkenal terkini
    tercinta terpencil terduga tersangka terbesar mendatang menengah menyeluruh merata mewah menjelang merah-putih diri dibanding
    dibandingkan ditambah disertai termasuk melalui menuju mengenai menyangkut menyusul meliputi berikut bersangkutan meninggalnya
    terjadinya adanya berbagai merah mendalam membara melainkan disabilitas distribusi digital direktur mengingat menurut memang
    bernuansa berkonsep berwawasan berjudul berlian bersih bergaji berencana terbuka tertutup tertentu terpisah kedatangan
    terpopuler terlengkap bermanfaat terukur berkarakter beserta bersaudara bertubi-tubi disiplin dini dinas yakni yaitu mental
    mediasi medis meter bermartabat berkeadilan beragam berbeda bertahap
    """)
_PREDICATES = word_set("""
    batal bebas puas kecewa marah sepi ramai mahal murah langka bocor mati kosong sakit gagal kompak optimistis yakin setuju
    keracunan kebanjiran kehilangan juara tembus anjlok imbang absen sukses habis libur selesai rampung tuntas pulang mundur
    bangga siaga bentrok ricuh memanas stabil loyo cerah lolos kena batuk luka rugi untung heboh geger wajib meninggal tumbang
    terbit muncul ludes gugur takluk tergeletak pecah bangkrut kritis siap penuh lebat surut kering dukung kawin wafat terbang
    kebobolan kewalahan kesulitan kembali naik turun lari kabur pindah berpeluang kelaparan keluhkan kekurangan sembuh kekeringan
    ketahuan bubar miskin raib tayang kecurian sedih kaget nyaris kambuh kandas laris lega ambles rontok terlalu rawan absah
    mandek mangkrak molor sepakat tamat tenggelam tertinggi terendah terlama boleh padam putus janji
    """)
_COUNTED_NOUNS = word_set("kasus dugaan korban akibat soal masalah isu wabah bahaya ancaman status")
_AFTER_HELPER = word_set("cair salat tutup hidup damai sadar untung kuat lemah rendah tinggi kosong sementara")
"""Words that are the predicate only behind a helper: "bantuan mulai cair", but "gas cair"."""
_STATES = word_set("tidak tak belum bukan masih sudah makin semakin tetap akan bisa dapat harus wajib sangat")
INTRANSITIVE = word_set("""
    menang meninggal mengungsi menurun meningkat melonjak menguat melemah meletus menikah membaik memburuk memanas mengaku
    menangis mencair meluas menyusut membludak membeludak melambung melambat merosot meroket melesat menipis mengering menghilang
    menyerah meluap memudar mundur menyebar menjauh mendekat merata meleset meninggalkan membengkak merugi menari mengamuk
    mengeluh membusuk menua memutih melahirkan mengalah mogok meledak melaut mengajar menanjak menular menggeliat menyala menepi
    mengemis menumpuk melandai mereda membatu mengular merokok menunggak memadai mewabah menghangat memuncak mengudara melapor
    """)
_FINITE_END = re.compile(r"^(?:me(?:m|n|ng|ny|l|r|w|y)?[a-z]{2,}(?:kan|i)|me(?:m|n|ng|ny)[a-z]{3,})$")


def is_finite(words: Sequence[str], index: int, grammar: Grammar) -> bool:
    """Whether a word can be the verb, or another predicate, of a headline."""
    word, plain = words[index], bare(words[index])
    follows = plain == "menyusul" and index + 1 < len(words) and words[index + 1][:1].isupper()
    if word[:1].isupper() or (plain in ATTRIBUTIVE and not follows) or plain.endswith("nya"):
        return False
    if grammar.is_helper(word):
        wish = plain in {"ingin", "mau"} and index + 1 < len(words) and not _acts(words[index + 1], grammar)
        return wish or (plain in _STATES and index + 1 < len(words))
    if plain in _PREDICATES:
        if plain == "gagal" and words[index + 1 : index + 2] in (["ginjal"], ["jantung"], ["napas"], ["panen"]):
            return False
        return bare(words[index - 1]) not in _COUNTED_NOUNS
    if plain in _AFTER_HELPER:
        return grammar.is_helper(words[index - 1])
    return grammar.is_verb(word)


def _acts(word: str, grammar: Grammar) -> bool:
    return grammar.is_verb(word) or grammar.is_helper(word) or grammar.is_base(word)


_OPENS_INNER = SUBORDINATE - {"hingga", "sampai", "dengan"}
_ABSTRACT = word_set("""
    upaya cara langkah momentum kemauan strategi jurus trik alasan rencana ide wacana peluang kesempatan gagasan usulan waktu
    wujud kunci solusi ajang syarat modus demi kewajiban hak niat tekad keinginan kemampuan inovasi usaha komitmen tugas berencana
    """)
"""A verb after these only says what kind: "upaya mencegah banjir"."""


HEADS = _ABSTRACT | word_set("""
    kans gebrakan evaluasi sambutan harapan janji permintaan keluhan aksi momen ambisi mimpi misi pengakuan perjuangan perjalanan
    proses kebiasaan siaran laga duel pertandingan kronologi prediksi manfaat fakta dampak efek sejarah keputusan kebijakan
    susunan blak-blakan usul kesaksian nasib potret
    """)


def _is_heading(words: Sequence[str], verb: int) -> bool:
    """Whether the verb is that of somebody in a heading: "kans Sari bermain lagi", "tujuh gebrakan bupati setahun menjabat"."""
    head = 1 if bare(words[0]) in _NUMBERS or words[0][:1].isdigit() else 0
    inside = any(word[:1].isupper() for word in words[head + 1 : verb])
    return bare(words[head]) in HEADS and inside and not bare(words[verb]).startswith("di") and bare(words[verb]) not in INTRANSITIVE


_NUMBERS = word_set("dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")
_TOPICS, _SHORT_NAME = word_set("soal tentang mengenai"), 3
"""After somebody's name these open what he speaks of: "Yusril soal hakim diberhentikan" has no verb of its own."""


def main_verb(words: Sequence[str], grammar: Grammar) -> int:
    """Return where the verb of a clause stands whose subject comes first; -1 when there is none.

    A verb after *yang*, *untuk* and their like belongs to the noun before it.
    """
    inner = False
    for index, word in enumerate(words):
        plain = bare(word)
        if plain == "yang" and _is_quality(words, index, grammar):
            continue
        if plain == "yang" or plain in _OPENS_INNER or (plain in _TOPICS and index <= _SHORT_NAME and _may_speak(words)):
            inner = True
        elif index and is_finite(words, index, grammar):
            if not inner and bare(words[index - 1]) not in _ABSTRACT:
                return index
            chained = index + 1 < len(words) and is_finite(words, index + 1, grammar)
            inner = grammar.is_helper(word) or (inner and chained)
    return -1


def _may_speak(words: Sequence[str]) -> bool:
    """Whether a clause opens with somebody's name, not with a thing: "Putusan MK soal …"."""
    return words[0][:1].isupper() and not words[0].endswith(("an", "si")) and bare(words[0]) not in HEADS


def _is_quality(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether "yang" only says what kind, before the verb of the clause: "tambang yang nakal disegel"."""
    if len(words) < at + 4 or not words[at + 1].replace("-", "").isalpha() or not words[at + 1].islower():
        return False
    plain = not (grammar.is_verb(words[at + 1]) or grammar.is_helper(words[at + 1]) or bare(words[at + 1]).endswith("nya"))
    known = bare(words[at + 1]) in _PREDICATES or bare(words[at + 1]) in PREPOSITIONS or bare(words[at + 1]) in SUBORDINATE
    verb = at + 3 if grammar.is_helper(words[at + 2]) else at + 2
    return plain and not known and is_finite(words, verb, grammar) and at > 0


_SPAN = re.compile(
    r"\d+ (?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b"
    r"|[\w.,]+ (?:tahun|bulan|hari|jam|menit|pekan) (?:(?:me|ber)[a-z]{3,}|buka|jadi|jual|kerja|jalan|tinggal|hidup)"
)
"""What opens with a date or a span of time has no subject: "12 tahun merawat kebun"."""


def stands(text: str, scene: Scene) -> bool:
    """Whether words are one whole short clause: a subject, its verb, and nothing left hanging at the end."""
    words = text.split()
    counted = len(words) > 1 and words[1][:1].isdigit() and bare(words[0]) in {"hampir", "sekitar"}
    if not 3 <= count_words(text) <= MOST or (bare(words[0]) in _BAD_START and not counted) or words[0][-1] in ",:" or text.count(", ") > 2:
        return False
    grammar = scene.tools.grammar
    if words[0].endswith(("nya", "nya,")) and words[0].casefold() not in {"sedikitnya", "setidaknya"}:
        return False
    if words[0].casefold() in {"banyak", "lima", "dua", "tiga", "empat", "enam"} and is_finite(words, 1, grammar):
        return False
    if _SPAN.match(text) or NOT_ONLY.search(text):
        return False
    known = words[0] in scene.proper or words[0] in scene.tools.lexicon.table("portmanteaus")
    known = known or any(words[0] in person.name.split() for person in scene.people)
    if not known and bare(words[0]) not in ATTRIBUTIVE and _is_deed(bare(words[0]), scene):
        return False
    verb = main_verb(words, grammar)
    return verb > 0 and not _is_heading(words, verb) and _ends_well(words, verb, grammar)


_NOUN_FIRST = word_set("proses panen parkir uji evaluasi verifikasi konfirmasi antisipasi apresiasi evakuasi gelar potong rasa")


def _is_deed(word: str, scene: Scene) -> bool:
    """Whether a clause would open with its verb: it has no subject."""
    grammar = scene.tools.grammar
    if grammar.is_verb(word):
        return not grammar.is_helper(word)
    cells = scene.tools.lexicon.table("headlines").get(word, ())
    if grammar.knows(word) and word not in _NOUN_FIRST:
        return True
    return len(cells) == 1 or (word.endswith("kan") and grammar.is_base(word) and not word.endswith(("akan", "ikan")))


_CUT_DATE = re.compile(
    r"\bpada (?:bulan|tahun|hari|tanggal|pekan|waktu)$"
    r"|\b(?:dari|mulai|tanggal|pukul|pada) (?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)$"
    r"|\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu) (?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)$"
)


def is_joint(word: str) -> bool:
    """Whether a word opens a new part of a clause: a preposition or a conjunction."""
    return bare(word) in SUBORDINATE or bare(word) in PREPOSITIONS


def may_end(word: str) -> bool:
    """Whether words may end on this one.

    >>> may_end("sejumlah"), may_end("beras")
    (False, True)
    """
    return bare(word) not in OPEN_END and bare(word) not in {"ini", "itu", "begini", "tersebut"}


_HANGS = word_set("""
    berada terletak terdiri berasal merupakan menjadi adalah disebut dinilai dianggap ditetapkan bertujuan melibatkan mulai
    dimulai bertempat dikenal ditujukan bersumber tersebar terjadi berlangsung
    """)
"""Verbs that no clause can end on."""


def _ends_well(words: Sequence[str], verb: int, grammar: Grammar) -> bool:
    last = bare(words[-1])
    brief = last == "sementara" and bare(words[-2]) in {"hanya", "cuma", "untuk"}
    if last in OPEN_END and not brief and not (last == "kini" and len(words) > verb + 1):
        return False
    if words[-1].islower() and grammar.is_active(words[-1]) and _FINITE_END.match(last) and last not in INTRANSITIVE:
        return last.endswith("kan") and last in INTRANSITIVE
    if bare(words[verb]) in _HANGS and verb == len(words) - 1:
        return False
    if bare(words[verb]) in {"merupakan", "adalah", "ialah"} and len(words) == verb + 2:
        return False
    if grammar.is_helper(words[verb]) and verb + 1 < len(words):
        verb += 1
    if bare(words[verb]) in ASKS:
        return any(grammar.is_verb(word) or word[0].isdigit() for word in words[verb + 1 :]) or len(words) > verb + 2
    return not re.search(r"[(“\"]", " ".join(words)) and not _CUT_DATE.search(" ".join(words))


ASKS = word_set("""
    meminta minta mengajak mengimbau mendorong mendesak mengingatkan memerintahkan memaksa mengizinkan melarang mewajibkan
    menginstruksikan mempersilakan menyarankan menuntut mengharuskan membantu diminta diimbau diajak didorong didesak
    diperintahkan dipaksa dilarang diwajibkan diizinkan dituntut
    """)
NEEDS = word_set("""
    berada terletak bertempat tinggal tiba masuk berasal terdiri bertemu bergabung berlangsung berhadapan bertugas bersumber
    berubah berbatasan berdampak berlaku terjadi bekerja sama bermula bertujuan berbicara bicara tampil berakhir berpusat mengalir
    menyebar bermain berfokus fokus turun bergantung meningkat naik menurun keluar jatuh pindah tembus lolos mulai dimulai dikenal
    sesuai digunakan dipakai disebut dinilai dianggap ditetapkan menjadi adalah merupakan terlibat melibatkan datang dipilih
    dilantik mampu berbeda lebih tergantung terancam bertahan bersaing bertanding melaju berkunjung hadir juara kalah menang
    unggul imbang terkait berhenti tersebar ditujukan dijerat dituntut didakwa divonis dihukum tertarik setuju berhasil didasarkan
    diikuti disebabkan tidak ada pulang dikaitkan dibandingkan disamakan bertentangan berkaitan berhubungan dihadapkan menyangkut
    """)
"""Words whose meaning hangs on what follows them."""
TELLS = word_set("""
    menyatakan mengatakan menyebut menyebutkan menuturkan menilai berharap mengaku meyakini yakin mengungkapkan menduga mencatat
    menegaskan memastikan mengeklaim mengklaim menjelaskan menambahkan dinilai disebut diduga memprediksi membantah
    """)
"""Verbs that ask for a whole clause after them."""


def tells_whole(text: str, scene: Scene) -> bool:
    """Whether what somebody tells is still a clause: not "mencatat 826 jiwa" of "mencatat 826 jiwa mengungsi"."""
    words = text.split()
    verb = main_verb(words, scene.tools.grammar)
    if verb < 0 or bare(words[verb]) not in TELLS:
        return True
    if bare(words[verb + 1] if verb + 1 < len(words) else "") in SUBORDINATE - {"dengan"}:
        return False
    return any(is_finite(words, index, scene.tools.grammar) for index in range(verb + 1, len(words)))
