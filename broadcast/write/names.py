"""Names as they are said: degrees, honorifics, ages and initials out, ranks by the house's setting."""

from __future__ import annotations

import re
from functools import lru_cache

from broadcast.model import Table
from broadcast.write.namewords import NAMED_AFTER
from broadcast.write.scene import Scene
from broadcast.write.words import tidy, word_set

_UNDOTTED = (
    r"SH|MH|SE|MM|MT|ST|SP|SIK|S\.?IK|SSos|SPd|MPd|MSi|MKes|SKom|MKom|STP|SKM|MBA|PhD|MSc|Lc|MA|MAP|SAP|SIP|MHum|SAg"
    r"|MAg|FINASIM|IPU|IPM|CHRA|M\.Par"
)
_DOTTED_DEGREE = (
    r"(?:S|M|Sp|A|B|Ph|Dipl|Grad"
    r"|LL)\.\s?(?:[A-Z][A-Za-z]{0,5}\.?(?:\s?(?=[A-Z][A-Za-z]{0,5}\.))?){1,4}(?:\([A-Za-z]+\)\.?)?"
)  # S.I.K, Sp. A, A.Md
_HONORIFIC = re.compile(
    r"(?<![\w.])(?:Drs|Dra|Ir|Hj|Hi(?=\.)|H|Dr|DR|IR|Tgk|Ust|Ns|Apt|apt|Capt|Kapt(?=\.)|R\.?\s?Ngt|Rr|RA|RM|KRT)\.?,?\s+(?=[A-Z][\w'’.]*)"
)
_KIND_WORD = re.compile(
    r"(?<!Hari )(?<!Rumah )\b(?:Pak|Bu|Mas|Mbak|Bapak|Ibu|Saudara|Saudari|Ny\.?)\s"
    r"(?=[A-Z][a-z])(?!(?:Kota|Pertiwi|Negara|Negeri|Rumah|Nasional|Pembangunan|Proklamator|Bangsa|Koperasi|Dharma|Bhayangkari)\b)"
)  # Pak Ngadiman; not Ibu Kota
_NEIGHBOURHOOD_HEAD = re.compile(r"\b(?:Pak|Bu|Bapak|Ibu)\s(?=R[TW]\b)")  # kata Pak RT
_HONORARY = re.compile(r"\b[Dd][Rr]\.?\s?\(?[Hh]\.?\s?[Cc]\.?\)?\.?\s(?=[A-Z][a-z])")  # DR HC Darto
_DOCTOR_OF = re.compile(
    r"\bDr\.?\s?(?:rer\.?\s?[a-z]{3,5}|phil|med|eng|ing|sc|habil|techn)\.,?\s*(?=[A-Z])", re.IGNORECASE
)  # Dr. rer. nat.
_HC = re.compile(r"\((?:H\.?\s?C\.?)\)\.?\s*")
_KIAI = re.compile(r"(?<![\w.])K\.?\s?H\.?\s+(?=[A-Z])")
_SPOKEN_TITLE = (
    (re.compile(r"(?<![\w.])dr\.?\s+(?=(?:Hj?\.?\s+)?[A-Z])"), "dokter "),
    (re.compile(r"(?<![\w.])[Dd]rg\.?\s+(?=(?:Hj?\.?\s+)?[A-Z])"), "dokter gigi "),
    (re.compile(r"(?<![\w.])[Dd]rh\.?\s+(?=(?:Hj?\.?\s+)?[A-Z])"), "dokter hewan "),
    (re.compile(r"(?<![\w.])Prof\.?\s+(?=(?:Dr\.?\s+|Ir\.?\s+|Hj?\.?\s+)*[A-Z])"), "Profesor "),
    (re.compile(r"(?<![\w.])Sr\.\s+(?=[A-Z][a-z])"), "Suster "),
    (re.compile(r"(?<![\w.])Br\.\s+(?=[A-Z][a-z])"), "Bruder "),
    (re.compile(r"(?<![\w.])Pdt\.?\s+(?=[A-Z])"), "Pendeta "),
    (re.compile(r"(?<![\w.])Ustd?z?\.\s+(?=[A-Z])"), "Ustaz "),
)
_ANY_TITLE = re.compile(
    r"\b(?:[Dd][Rr]|RNgt|(?:Pak|Bu|Mas|Mbak|Bapak|Ibu|Saudara|Saudari|Ny|Prof|Sr|Br|Pdt|Ustd?z?|K?H|K|HC|Ir|Hj|Hi|IR|Tgk|Ns|[Aa]pt|Capt"
    r"|Kapt"
    r"|R|Rr|RA|RM|KRT)\b)"
)
"""Each title begins so: most sentences have none."""
_AGE = re.compile(r"(?<!ayat)(?<!ayat )(?<!Ayat )(?<!angka )(?<!Pasal )\s*\(\s*\d{1,3}(?:\s*(?:tahun|thn|th))?\s*\)")  # (34), (34 tahun)
_DRIVEN_BY = re.compile(
    r",?\s*\byang\s(?:dikemudikan|dikendarai|disopiri|ditumpangi|dibawa"
    r"|dimiliki)(?:\soleh)?\s[A-Z]{1,3}(?:\s\(\s*\d{1,3}(?:\s*tahun)?\s*\))?(?=[\s,.])"
    r"(?:,?\s(?:warga|asal|penduduk)(?:\sasal)?(?:(?:\s|,\s)(?:(?:Dusun|Dukuh|Desa|Kelurahan|Kampung|Kecamatan|Distrik|Kabupaten|Kota"
    r"|Provinsi)\s)?"
    r"[A-Z]\w+(?:\s[A-Z]\w+){0,2})+,?)?"
)  # truk yang dikemudikan W (47)
_PSEUDONYM = re.compile(
    r"(?:,?\s(?:bernama|sebut saja|panggil saja)\s[A-Z]\w+)?,?\s\(?bukan nama sebenarnya\)?,?(?:\s\d{1,2}(?:\stahun)?,)?", re.IGNORECASE
)  # anak bernama Bunga (bukan nama sebenarnya), 13,
_INITIAL = re.compile(r"[A-Z]\.")
_LEADING_INITIAL = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?)+(?=[A-Z][a-z])")  # M. Yusuf
_BARE_INITIAL = re.compile(
    r"(?<![\w.-])(?<!Blok )(?<!Kelas )(?<!Tipe )(?<!Gerbang )(?<!Gedung )(?:M|R|A)\s(?=[A-Z][a-z]+\s[A-Z][a-z])(?!\w\s(?:Yani|Thamrin)\b)"
)
_TRAILING_INITIAL = re.compile(r"(\b[A-Z][\w'’]*)\s[A-Z]\.(?=[\s,)]|$)(?!\s*(?:Yani|Thamrin))")  # Eko P.
_INITIALS_ROLE = re.compile(  # memeriksa R (28), warga Desa Durenan, Kecamatan Durenan, sebagai
    r"\b([A-Z]{1,3})\s*\(\s*\d{1,3}(?:\s*tahun)?\s*\),\s+(warga|asal|penduduk)\s+([^,.]+(?:,\s*(?:Kecamatan|Kabupaten"
    r"|Desa|Kota|Kelurahan)\s[^,.]+)*),?"
)
_ROLE_INITIALS = re.compile(
    r"(\b(?!(?:[a-z]+\s)?(?:yakni|yaitu|dan|serta|atau|adalah|masing-masing"
    r"|lain)\b)[a-z]+(?:\s[a-z]+)?),?\s+(?:berinisial\s+)?([A-Z]{1,3})\s*\(\s*\d{1,3}(?:\s*tahun)?\s*\),?"
)

_NO_ROLE = re.compile(r"(?:^|\s)(?:(?:me|di|ber|ter)[a-z]{4,}|oleh|kepada|terhadap|dari|dengan|bahwa|adalah|itu)$")


def strip_degrees(text: str, _scene: Scene) -> str:
    """Drop academic degrees after a name.

    >>> strip_degrees("kata Wisnu Adiguna, S.Sos., M.M., Selasa", None)
    'kata Wisnu Adiguna, Selasa'
    >>> strip_degrees("Rachmad Nusi, S.I.K. SH memberikan", None), strip_degrees("hadir Yani, S.H., M.H.", None)
    ('Rachmad Nusi memberikan', 'hadir Yani.')
    >>> strip_degrees("Kapolsek Hari Sitepu SH MH melalui Kanit", None)
    'Kapolsek Hari Sitepu melalui Kanit'
    """
    text = _BARE_DEGREES.sub("", text)
    return tidy(_DEGREES.sub(_drop_chain, text) if _LETTERS.search(text) else text)


_BARE_DEGREES = re.compile(
    rf"(?<=[a-z])(?<!\bdan)(?<!\bdi)(?<!\bke)(?<!\boleh)(?:\s(?:{_UNDOTTED})){{2,}}(?!\w|\.\w)"
    r"|(?<=[a-z])(?<!\bdan)(?<!\bdi)(?<!\bke)(?<!\boleh)\s(?:SH|MH|SIK|SPd|SSos|MSi)(?=\s[a-z(]|[,;]|\.?$)"
)


_DEGREES = re.compile(
    rf"(?P<comma>\s*,)?\s*(?<![\w.])(?P<chain>(?:{_DOTTED_DEGREE}"
    rf"|(?<=, )(?:{_UNDOTTED})(?![\w.]))(?:\s*,?\s*(?:{_DOTTED_DEGREE}"
    rf"|(?:{_UNDOTTED})(?![\w.])))*)\.?(?P<after>\s*,)?(?=\s|$|[)”\"])"
)


_LETTERS = re.compile(rf"[A-Za-z]\.\s?[A-Z]|, (?:{_UNDOTTED})")  # what every degree has


def _drop_chain(match: re.Match[str]) -> str:
    chain = match.group("chain")
    lone_initial = re.fullmatch(r"[A-Z]\.\s?[A-Z][a-z]{3,}\.?", chain) or re.fullmatch(r"M\.\s[A-Z][a-z]+", chain)
    if lone_initial and not match.group("comma"):
        return match.group()
    stop = match.group().rstrip().endswith(".") and match.end() == len(match.string.rstrip())
    if match.group("after"):
        return ","
    return "." if stop else " "


_SITI = re.compile(
    r"(?<![\w.])(?<!Gereja )(?<!Katedral )(?<!Paroki )(?<!Kapel )(?<!Sekolah )"
    r"(?<!SMP )(?<!SMA )(?<!SD )(?<!RS )(?<!Sakit )St\.\s(?=[A-Z][a-z]+\s[A-Z])"
)
"""Before a full name "St." is Siti as often as Santo: it goes; behind a church, school or hospital it is a saint."""


def say_titles(text: str, scene: Scene) -> str:
    """Drop honorifics (H., Ir., Drs.) or say them (dokter, Profesor, Kiai Haji); between post and name they leave a comma.

    >>> say_titles("kata Kepala Dinas Kesehatan dr. Ratih", None)
    'kata Kepala Dinas Kesehatan, dokter Ratih'
    >>> say_titles("Ketua Panitia, Hj. St. Aminah Noor", None)
    'Ketua Panitia, Aminah Noor'
    >>> say_titles("pedagang, Hj. Aminah dan KH. Fanani", None)
    'pedagang, Aminah dan Kiai Haji Fanani'
    """
    del scene
    text = _SITI.sub("", text)
    if not _ANY_TITLE.search(text):
        return tidy(text)
    text = _DOCTOR_OF.sub("Dr. ", _NEIGHBOURHOOD_HEAD.sub("Ketua ", text))
    text = _KIND_WORD.sub("", _HC.sub("", _HONORARY.sub("", text)))
    for pattern, spoken in _SPOKEN_TITLE:
        text = pattern.sub(lambda match, spoken=spoken: _border(match) + spoken, text)  # type: ignore[misc]  # mypy cannot type the default
    text = _KIAI.sub(lambda match: f"{_border(match)}Kiai Haji ", text)
    while _HONORIFIC.search(text):
        text = _HONORIFIC.sub(_border, text, count=1)
    return tidy(text)


def _border(match: re.Match[str]) -> str:
    """Return a comma when a post stands right before a title, else nothing."""
    if match.group().lstrip().startswith("Hi."):  # Muchlis Hi. Djafar: inside a name
        return " "
    before = _SHORT_FORM.sub("", match.string[: match.start()].rstrip())
    last = before.split()[-1:] or [""]
    posted = before[-1:].isalnum() and (last[0][:1].isupper() or last[0].casefold() in _POST_ENDS) and last[0].casefold() not in _NO_BORDER
    return ", " if posted else " "


_SHORT_FORM = re.compile(r"\s\([A-Z][\w\s-]{1,20}\)$")  # Kepala Staf Angkatan Darat (KSAD) Jenderal …
_POST_ENDS = word_set("pedagang petani nelayan warga sopir pelatih dokter ketua direktur hakim ustaz pemilik pengelola")
_NO_BORDER = NAMED_AFTER | word_set("kata ujar ucap tutur menurut profesor dokter kiai haji pendeta ustaz almarhum dan oleh")


def say_ranks(text: str, scene: Scene) -> str:
    """Drop a rank before a name (house.rank `none`), keep it (`short`) or say it in full; between post and name stays a comma."""
    pattern = _ranks(scene.tools.lexicon.table("ranks"))
    full = scene.tools.lexicon.table("ranks")

    def told(match: re.Match[str]) -> str:
        border = _border(match)
        short = match.group("rank")
        posted = border == ", " or "," in match.string[max(0, match.start() - 2) : match.start()]
        if scene.house.rank == "none" and (posted or _posted_elsewhere(match, pattern, scene)):
            return border
        if scene.house.rank == "short":
            return f"{border}{short} "
        return f"{border}{full.get(short, (short,))[0]} "

    return tidy(pattern.sub(told, text))


def _posted_elsewhere(match: re.Match[str], pattern: re.Pattern[str], scene: Scene) -> bool:
    """Whether the story tells the post of who bears a rank: "Kapolres Karimun AKBP Rizal Fahmi … jelas AKBP Rizal"."""
    name = _FIRST_WORD.match(match.string, match.end())
    return name is not None and any(
        found.string[found.end() :].startswith(name.group()) and (_border(found) == ", " or found.string[: found.start()].endswith(", "))
        for sentence in scene.sentences
        for found in pattern.finditer(sentence)
    )


_FIRST_WORD = re.compile(r"[\w'’-]+")


@lru_cache(maxsize=4)
def _rank_pattern(ranks: tuple[str, ...]) -> re.Pattern[str]:
    written = {"Kolonel": "(?<!Letnan )Kolonel", "Mayor": "Mayor(?! Jenderal)", "Kapten": "Kapten"}  # a lieutenant colonel is one rank
    names = "|".join(written.get(rank, re.escape(rank)) for rank in sorted({*ranks, *written}, key=len, reverse=True))
    corps = (
        r"(?:\s(?:Polisi|Pol|TNI|Inf|Inf\.|Czi|Arm|Kav|Arh|Cpn|Cba|Chb|Ckm"
        r"|Mar|Laut|Pnb|Tek|Pas|Lek)\b\.?(?:\s\([A-Z]+\))?)?(?:\s\(?Purn\.?\)?)?"
    )
    general = r"(?<=Kapolri )Jenderal|(?<=TNI )Jenderal|(?<=Darat )Jenderal|(?<=Laut )Laksamana|Jenderal(?=\s(?:TNI|Polisi|Pol)\b)"
    return re.compile(rf"(?<![\w-])(?P<rank>{names}|{general})\.?{corps},?\s+(?=[A-Z][a-z])")


def _ranks(table: Table) -> re.Pattern[str]:
    return _rank_pattern(tuple(table))


def drop_ages(text: str, scene: Scene) -> str:
    """Drop ages in brackets; who is known by initials only becomes "seorang warga … berinisial S".

    Initials beside a role stay only when the article comes back to them.

    >>> drop_ages("memeriksa R (28), warga Desa Durenan, sebagai saksi", None)
    'memeriksa seorang warga Desa Durenan berinisial R sebagai saksi'
    >>> drop_ages("Polisi menangkap TR (28) di Kudus", None)
    'Polisi menangkap warga berinisial TR di Kudus'
    >>> drop_ages("Wagiman (52) hadir", None), drop_ages("kernet bus, KL (24), sudah pulang", None)
    ('Wagiman hadir', 'kernet bus sudah pulang')
    """
    text = _DRIVEN_BY.sub("", text) if "yang di" in text else text
    text = _PSEUDONYM.sub("", text) if "sebenarnya" in text.casefold() else text
    if "(" not in text:
        return tidy(text)
    body = " ".join(scene.sentences) if scene else text

    def beside_role(match: re.Match[str]) -> str:
        again = len(re.findall(rf"(?<![\w.]){match.group(2)}(?![\w.])", body)) > 1
        role = match.group(1).removesuffix(" berinisial")
        if role == "berinisial" or "berinisial" in match.group():
            comma = "," if match.group().endswith(",") else ""
            return (
                f"{'' if role == 'berinisial' else role + ' '}berinisial {match.group(2)}{comma}"
                if again or comma or role == "berinisial"
                else role
            )
        if _NO_ROLE.search(role):  # "menangkap FR (16)": without the initials nobody would be left
            return f"{role} warga berinisial {match.group(2)}{',' if match.group().endswith(',') else ''}"
        return f"{role} berinisial {match.group(2)}" if again else role

    text = _INITIALS_ROLE.sub(
        lambda match: f"seorang {match.group(2).replace('asal', 'warga')} {match.group(3)} berinisial {match.group(1)}", text
    )
    text = _ROLE_INITIALS.sub(beside_role, text)
    return tidy(_AGE.sub("", text))


def drop_initials(text: str, _scene: Scene) -> str:
    """Drop single letters beside a name: they are never guessed.

    >>> drop_initials("Lurah M. Yusron dan gol Eko P. (88')", None)
    "Lurah Yusron dan gol Eko (88')"
    """
    if not (_INITIAL.search(text) or _BARE_INITIAL.search(text)):
        return tidy(text)
    text = _BARE_INITIAL.sub("", _LEADING_INITIAL.sub("", text))
    return tidy(_TRAILING_INITIAL.sub(lambda match: match.group(1) + ("." if match.end() == len(match.string) else ""), text))
