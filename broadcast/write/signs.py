"""What a story speaks of that must be known before it airs: children, sexual crime, suicide, advertising (RADIO R24, R25)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadcast.model import Lexicon, Story, Table
from broadcast.write.frames import HELD, stands_framed

_AGE = r"(?:[1-9]|1[0-7])"
_YOUNG_NAMED = re.compile(
    rf"\b(?!(?:Ayat|Pasal|Nomor|Huruf|Angka|Butir|Jo|Bab|Tabel|Gambar|Halaman|Kelas|Liga|Seri|Grup|Babak)\b)[A-Z][\w'’.]*(?:\s\("
    rf"|,\s)\s*{_AGE}\s*(?:\)|(?:tahun|thn|th)\b)"
)  # Rafa (8), FR (16), Rafa, 8 tahun
_YOUNG = re.compile(
    rf"{_YOUNG_NAMED.pattern}|\b(?:berusia|usia|umur|berumur)\s(?:{_AGE}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    rf"|sepuluh|sebelas)\s(?:tahun|bulan)\b(?!\s(?:ke|atau lebih))|bukan nama sebenarnya\)?,?\s{_AGE}\b"
)
_CHILD_NAMED = re.compile(
    r"\b(?:[Bb]ocah|[Bb]alita|[Bb]ayi|[Rr]emaja|[Ss]isw[ai]|[Pp]elajar|[Mm]urid|[Ss]antri\w*|[Aa]nak (?:laki-laki"
    r"|perempuan))\b[^.;:”]{0,40}?"
    r"\s(?:berinisial|bernama)\s[A-Z]"
)
_HARM = re.compile(
    r"\b(?:korban|meninggal|tewas|wafat|(?:tak|tidak) bernyawa|tenggelam|hanyut|hilang|terseret|terjatuh|luka\w*|terluka|patah tulang"
    r"|dirawat|dilarikan|kritis|pingsan|keracunan|menderita|mengidap|tertimbun|tertabrak|menabrak|tersengat|tersambar|terbakar"
    r"|terjebak|diselamatkan|menewaskan|melukai|penyakit|sembuh|sakit|dioperasi|demam|cedera|campak"
    r"|difteri|polio|leukemia|kanker|tumor|rabies|pneumonia|gizi buruk|lumpuh|epilepsi|hidrosefalus|kelainan|gagal ginjal|rawat inap"
    r"|kehilangan (?:putra|putri|anak)\w*)\b",
    re.IGNORECASE,
)
_MISHAP = re.compile(
    r"\b(?:kecelakaan|tabrak\w*|tertabrak|menabrak|ditabrak|lakalantas|laka lantas|terguling|tenggelam|hanyut|terseret (?:arus"
    r"|ombak)|banjir|longsor|gempa"
    r"|tsunami|erupsi|kebakaran|keracunan|tersengat|tersambar|tertimpa|tertimbun|terperosok|demam berdarah|DBD|sakit|penyakit|wabah"
    r"|pertandingan|laga|turnamen|kejuaraan)\b",
    re.IGNORECASE,
)
_SUSPECT = re.compile(
    r"\b(?:menangkap|mengamankan|meringkus|membekuk|menahan|ditangkap|diamankan|diringkus|ditahan|tersangka|pelaku|terdakwa|mencuri"
    r"|membobol|mengedarkan)\b",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    r"\b(?:korban|tersangka|pelaku|ditangkap|diamankan|dilaporkan|terdakwa|diperiksa|dianiaya|dicabuli|diperkosa|dilecehkan)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:pol(?:isi|res|sek|da|resta|restabes)|kepolisian|kejaksaan|kejari|jaksa|pengadilan|tersangka|terdakwa|terlapor|terduga"
    r"|diduga|dugaan"
    r"|oknum|divonis|visum|ditangkap|diamankan|dilaporkan)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:(?:men)?jadi korban (?:dugaan )?(?:pencabulan|pelecehan|kekerasan seksual|pemerkosaan|rudapaksa|persetubuhan|asusila)"
    r"|(?:men|di)cabuli|(?:mem|di)perkosa|(?:meny|di)setubuhi|menyetubuhi|(?:me|di)rudapaksa|(?:meny|di)sodomi)\b",
    re.IGNORECASE,
)
_CHILD = (
    r"(?:bocah|balita|bayi|ABG|siswi|siswa|murid\w*|pelajar|remaja|santri\w*|(?<!-)anak(?!-anak)(?!\s(?:perusahaan|usaha|buah|muda"
    r"|cabang|panah|sungai|tangga|rantau))"
    r"(?:nya)?)"
)
_DEED = (
    r"(?:dianiaya|menganiaya|penganiayaan|dikeroyok|mengeroyok|keroyok|pengeroyokan|dibacok|membacok|ditusuk|menusuk|dibunuh|membunuh"
    r"|bunuh|pembunuh\w*|diculik|menculik|penculikan|dirundung|merundung|dibully|ditelantarkan|menelantarkan|disiksa|menyiksa|dipukuli"
    r"|memukuli|dirampas|merampas|rampas|dijambret|dibegal|ditangkap|menangkap|diamankan|mengamankan|tersangka|dijual"
    r"|menjual|dibuang|membuang|pembuangan|aniaya|perundungan|perundung|bullying|pencabulan|dicabuli|mencabuli|diperiksa)"
)
_PARTY = re.compile(
    rf"(?<!oleh )\b(?:{_CHILD}\b[^.,”]{{0,50}}\b(?:(?:men)?jadi (?:korban|tersangka|pelaku)|{_DEED})|{_DEED}\b[^.,”]{{0,40}}\b{_CHILD}\b"
    rf"|anak (?:di bawah umur|berhadapan|berkonflik)|korban (?:anak|bocah|siswi|siswa|pelajar|balita))\b",
    re.IGNORECASE,
)
_ANY_CHILD = re.compile(r"bocah|balita|bayi|ABG|sisw[ai]|murid|pelajar|remaja|santri|anak", re.IGNORECASE)
_AGE_TOLD = re.compile(r"\d|usia|umur|sebenarnya")
"""Without one of these no sentence of its kind needs the long patterns."""
_GENERAL = re.compile(
    r"\b(?:sosialisasi|penyuluhan|edukasi|mencegah|pencegahan|dicegah|bahaya|kampanye|seminar|mengajak|mengimbau"
    r"|agar (?:para )?(?:siswa|pelajar|remaja)"
    r"|antisipasi|mengantisipasi|program|angka|jumlah kasus|sepanjang tahun|aturan|undang-undang|korupsi)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"[(\[]\s?(?:adv|advertorial|pariwara|infotorial|sponsored)\b[^()\[\]]{0,40}[)\]]|^[(\[]\s?(?:iklan|kerja ?sama)\b[^()\[\]]{0,30}[)\]]$"
    r"|^(?:advertorial|pariwara|infotorial|sponsored(?: content)?|konten (?:berbayar|promosi|kerja ?sama))\b"
    r"|\b(?:konten|artikel|tulisan|berita) ini (?:merupakan |adalah )?(?:hasil )?(?:kerja ?sama|disponsori|berbayar|dipersembahkan)\b"
    r"|\bkonten (?:berbayar|promosi)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"^(?:(?:siaran|rilis) pers|press release|news release)(?:\s?[:/–—-].{0,80}|\s(?:PT|CV)\b.{0,60}|\s?\.?)$"
    r"|^(?:untuk (?:segera )?(?:disiarkan|diterbitkan|dipublikasikan)"
    r"|for immediate release)\b.{0,40}$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"^(?:untuk )?informasi lebih lanjut\b.{0,40}(?::$|\b(?:corporate (?:secretary|communications?)|media relations?"
    r"|public relations|sekretaris perusahaan)\b)"
    r"|^(?:kontak|narahubung) (?:media|pers)\b|^media contact\b|^corporate (?:secretary|communications?)\b.{0,60}$"
    r"|^tentang (?:PT|CV|Bank|perusahaan|perseroan)\b[^.,]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Private:
    """Someone whose name stays out: `role` is korban, tersangka, anak or warga, `noun` what the article calls them ("pria")."""

    name: str
    role: str
    noun: str = ""
    age: int = 0


@dataclass(frozen=True, slots=True)
class Signs:
    """What a story speaks of. `minor`: a child is named in a mishap, not in a crime; `suspect`: what a suspect without a name is called."""

    sexual: bool = False
    violent: bool = False
    child: bool = False
    suicide: bool = False
    advert: bool = False
    minor: bool = False
    family: bool = False
    suspect: str = "terduga pelaku"
    private: tuple[Private, ...] = ()

    @property
    def hides(self) -> bool:
        """Whether places, schools and private people stay out, not only a child's name."""
        return self.child or self.sexual or self.suicide


NO_SIGNS = Signs()
_EARLY = 6
"""What a story is about stands in its title or its first sentences; later a child may be an anecdote."""
_FAMILY = re.compile(
    r"\b(?:ayah|bapak|ibu|paman|bibi|kakek|nenek|kakak|abang|om|tante)\s(?:tiri|kandung|angkat|korban)|\banak\s(?:tiri|kandung|angkat)"
    r"|\b(?:paman|keponakan|cucu|ayah|bapak)nya\b",
    re.IGNORECASE,
)


def read_signs(story: Story, sentences: Sequence[str], lexicon: Lexicon) -> Signs:
    """Return what a story speaks of."""
    words = words_by_kind(lexicon)
    body = "\n".join((story.title, *sentences))
    sexual = count_words_of(words.get("seksual", ()), body) > 0 and _happened(body)
    strong = sexual or count_words_of(words.get("kekerasan", ()), body) > 0
    weak = count_words_of(words.get("perkara", ()), body) > 0
    child = _child_is_party((story.title, *sentences), words, strong=strong)
    minor = not child and not sexual and _child_is_named(sentences)
    selling = count_words_of(words.get("iklan", ()), body) >= 3 and not count_words_of(words.get("bukaniklan", ()), body)
    own, figures = words.get("bunuhdiri", ()), words.get("kiasan", ())
    taken = [
        number
        for number, sentence in enumerate((story.title, *sentences))
        if count_words_of(own, sentence) and count_words_of(own, _without(figures, sentence))
    ]
    suicide = bool(taken) and (taken[0] <= _EARLY or len(taken) > 1 or not strong)
    return Signs(
        sexual,
        strong or weak,
        child,
        suicide,
        selling or _is_paid(story),
        minor,
        bool(_FAMILY.search(body)),
        _suspect_word(body),
    )


def _happened(body: str) -> bool:
    """Whether a sexual crime is a case, not only spoken of."""
    if _DONE.search(body):
        return True
    return bool(_INVOLVED.search(body) and (_CASE.search(body) or _YOUNG.search(body)))


def _suspect_word(body: str) -> str:
    """Return what a suspect without a name is called, as far as the article has it."""
    if count_words_of(("terdakwa", "terpidana", "divonis", "memvonis"), body):
        return "terdakwa"
    return "tersangka" if count_words_of(("tersangka",), body) else "terduga pelaku"


def words_by_kind(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return the words of the table sensitive by their kind."""
    table = lexicon.table("sensitive")
    if not _kinds or _kinds[0][0] is not table:
        kinds: dict[str, list[str]] = {}
        for word, cells in table.items():
            if cells:
                kinds.setdefault(cells[0], []).append(word)
        _kinds[:] = [(table, {kind: tuple(words) for kind, words in kinds.items()})]
    return _kinds[0][1]


_kinds: list[tuple[Table, Mapping[str, tuple[str, ...]]]] = []
"""The words of the last table used, by their kind."""


def count_words_of(words: Iterable[str], body: str) -> int:
    """Return how many different words of a kind stand in a text, as whole words.

    >>> count_words_of(("begal", "cabul"), "Begal ditangkap; pembegalan berulang")
    1
    """
    low = body.casefold()
    return sum(1 for word in words if stands_framed(low, word, _WHOLE))


_WHOLE = re.compile(rf"(?<!\w){HELD}(?!\w)")


def _without(phrases: Sequence[str], body: str) -> str:
    """Return the text without figures of speech: an own goal (gol bunuh diri) is no suicide."""
    return re.sub("|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases), "", body, flags=re.IGNORECASE) if phrases else body


def _child_is_party(sentences: Sequence[str], words: Mapping[str, Sequence[str]], *, strong: bool) -> bool:
    """Whether a child is victim, suspect or witness of a crime: in a mishap only as a suspect, or where there was violence."""
    crimes = (*words.get("seksual", ()), *words.get("kekerasan", ()))
    mishap = bool(_MISHAP.search(" ".join(sentences[:4]))) and not any(count_words_of(crimes, sentence) for sentence in sentences[:4])
    for number, sentence in enumerate(sentences):
        told = (_AGE_TOLD.search(sentence) and _YOUNG.search(sentence)) or _CHILD_NAMED.search(sentence)
        if mishap:
            if told and _SUSPECT.search(sentence) and not _HARM.search(sentence):
                return True
            continue
        if (
            _ANY_CHILD.search(sentence)
            and _PARTY.search(sentence)
            and (strong or _SUSPECT.search(sentence))
            and (told or (number <= _EARLY and not _GENERAL.search(sentence)))
        ):
            return True
        if told and (strong or _SUSPECT.search(sentence)) and (_names_a_child(sentence) or count_words_of(crimes, sentence)):
            return True
        about_a_child = count_words_of(words.get("anak", ()), sentence) and count_words_of(words.get("seksual", ()), sentence)
        if about_a_child and not _GENERAL.search(sentence):
            return True
    return False


def _names_a_child(sentence: str) -> bool:
    return bool(_YOUNG_NAMED.search(sentence) or _CHILD_NAMED.search(sentence))


def _child_is_named(sentences: Sequence[str]) -> bool:
    """Whether a child who came to harm is named outside a crime."""
    for number, sentence in enumerate(sentences):
        if _names_a_child(sentence) and _HARM.search(" ".join(sentences[max(0, number - 1) : number + 2])):
            return True
    return False


def _is_paid(story: Story) -> bool:
    """Whether a text is marked as paid for or issued by a company: in its body, or in what cleaning cut."""
    rows = [row.strip() for part in (*story.body, *(cut.before for cut in story.cuts)) for row in part.splitlines()]
    outlet = re.search(r"^(?:siaran|rilis) pers|advertorial|pariwara", story.outlet, re.IGNORECASE)
    if any(_PAID.search(row) for row in rows):
        return True
    issued = bool(outlet) or any(_RELEASE.match(row) or _CONTACT.match(row) for row in rows)
    return issued and not any(_OF_PUBLIC_CONCERN.search(row) for row in rows)


_OF_PUBLIC_CONCERN = re.compile(
    r"\b(?:menarik|ditarik|penarikan)\b[^.]{0,40}\b(?:produk|peredaran|pasaran|obat|makanan|kendaraan|unit)\b|\bkeracunan\b|\bberbahaya\b"
    r"|\b(?:gangguan|penghentian|pemadaman|pemeliharaan)\b[^.]{0,30}\b(?:layanan|listrik|air|jaringan|distribusi|pasokan)\b"
    r"|\bperingatan dini\b",
    re.IGNORECASE,
)
"""What listeners must hear though a company says it: a recall, a danger, a service that fails."""


_OFFICE = re.compile(
    r"\b(?:kepala|ketua|kapol\w*|kasat|kanit|kasi|kasubsi|kabid|kadis|bupati|wali ?kota|gubernur|camat|lurah|menteri|direktur"
    r"|manajer|dokter|psikolog\w*"
    r"|psikiater|dosen|guru besar|pakar|ahli|pengamat|peneliti|kriminolog|sosiolog|kuasa hukum|pengacara|advokat|aktivis|pendamping"
    r"|komisioner"
    r"|komnas|KPAI|LPSK|LBH|KemenPPPA|juru bicara|jubir|humas|hakim|jaksa|penyidik|anggota (?:DPR\w*|DPD|komisi)|konselor|relawan"
    r"|ajun|komisaris|inspektur|iptu|ipda|aiptu|aipda|kompol|AKP|AKBP|kombes|brigjen|pelatih|sekretaris|koordinator)\b",
    re.IGNORECASE,
)


def speaks_for_office(text: str) -> bool:
    """Whether the words around a name are an office, an expertise or a mandate.

    >>> speaks_for_office("psikolog anak"), speaks_for_office("kuasa hukum keluarga korban"), speaks_for_office("ibu korban")
    (True, True, False)
    """
    return bool(_OFFICE.search(text))


def boilerplate(body: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the paragraphs that are a company's headings, contacts and self-description.

    >>> sorted(boilerplate(("SIARAN PERS", "Bank membukukan laba.", "Informasi lebih lanjut:", "Corporate Secretary PT Bank Artha")))
    [0, 2, 3]
    """
    found: set[int] = set()
    for number, row in enumerate(body):
        text = row.strip()
        if _RELEASE.match(text):
            found.add(number)
        elif _CONTACT.match(text):
            rest = range(number, len(body))
            prose = text.casefold().startswith("tentang")
            found |= {
                one for one in rest if one == number or prose or (len(body[one].split()) <= 12 and not body[one].strip().endswith("."))
            }
    return frozenset(found)
