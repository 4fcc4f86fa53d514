"""What a listener cannot use goes: brackets, plates, house numbers, law numbers, clichés, links."""

from __future__ import annotations

import re

from broadcast.write.scene import Scene
from broadcast.write.words import capital, swap, tidy

_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_STRAY_BRACKET = re.compile(r"[()\[\]{}]")
_LEVEL = re.compile(r"\b([Ll]evel\s(?:[IVX]+|\w+))\s\((Normal|Waspada|Siaga|Awas)\)")  # Level III (Siaga)
_MINUTE_MARK = re.compile(r"\s*\(\s*\d{1,3}(?:\+\d)?['’′]\s*\)")  # (55')
_PLATE = re.compile(
    r",?\s*(?:yang\s+)?(?:(?:ber)?nopol|(?:dengan\s+|ber)?(?:pelat\s+)?(?:nomor|nomer)\s+polisi|(?:ber)?pelat\s+nomor"
    r"|bernomor\s+polisi|dengan\s+nopol)?\s*:?\s*(?<![A-Za-z])[A-Z]{1,2}\s\d{1,4}\s[A-Z]{1,3}(?![A-Za-z])"
)
_PLATE_NUMBER = re.compile(r"[A-Z]\s\d{1,4}\s[A-Z]")
_HOUSE_NUMBER = re.compile(r",?\s*\b(?:No|Nomor|Nmr)\.?\s?\d+[A-Za-z]?(?=\s|,|\.|$)(?!\s*(?:[Tt]ahun|urut))")
_ADDRESS = re.compile(r"\b(?:Jalan|Jl|Jln|Gang|Gg|Perumahan|Blok)\b")
_RT_RW = re.compile(r",?\s*(?<!etua )\bRT\.?\s?\d+(?:\s*/?\s*(?:RW\.?\s?)\d+)?|,?\s*(?<!etua )\bRW\.?\s?\d+")
_LAW_NUMBER = re.compile(
    r"(\b(?:Undang-[Uu]ndang|UU|Peraturan(?:\s[A-Z]\w+){1,2}|Perda|Perpres|Permen\w*|Perbup|Pergub"
    r"|PP))\s+(?:RI\s+)?(?:No|Nomor)\.?\s?\d+\s*(?:[Tt]ahun\s*\d{4}|/\s*\d{4})(\s+tentang)?"
)
_LAW_CLAUSE = re.compile(
    r"\s*(?:,\s*)?(?:\b(?:ayat|Ayat)\s*\(?\d+\w?\)?(?:\s*(?:dan|atau|,)\s*\(?\d+\)?)*|\b[Hh]uruf\s+[a-z]\b"
    r"|\b[Aa]ngka\s+\d+(?=\s*,?\s*(?:UU|Undang|juncto|jo)))"
)
_BARE_CLAUSE = re.compile(r"\b([Aa]yat)\s*\((\d{1,2})\)")  # Kemudian ayat (2) menyebutkan
_LAW_JUNCTO = re.compile(
    r"\s*,?\s*(?:\b[Jj]uncto|\b[Jj]o\.?|(?:\blebih\s)?\bsubsida?[ie]r)\s+Pasal\s+\d+\w*(?:\s+ayat\s*\(?\d+\)?)?(?:\s+ke-\s?\d+)?(?:\s+KUHP\w*)?"
)
_COORDINATES = re.compile(
    (
        r",?\s*(?:pada|di|dengan)\s+koordinat\s+[\d.,]+\s+derajat\s+(?:Lintang|Bujur)\s\w+\s+(?:dan|serta"
        r"|,)\s*[\d.,]+\s+derajat\s+(?:Lintang|Bujur)\s\w+,?(?:\s+atau)?"
    ),
    re.IGNORECASE,
)
_PRESS_CALL = re.compile(
    r"^(?:(?:Berdasarkan|Dari|Menurut)\s)?[Pp]antauan\s?(?:\S{3,25}(?:\sdi lokasi)?|di lokasi(?:\skejadian)?)"
    r"(?:,\s(?=(?:kemarin|hari ini|tadi|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|pukul))|,?\s(?=[a-z]))|"
    r",?\s*\b(?:saat|ketika)\s(?:dihubungi|ditemui|dikonfirmasi|dimintai\s(?:konfirmasi|keterangan))(?:\s(?:secara"
    r"|wartawan|awak|media|terpisah|melalui|lewat|telepon|seluler|pesan|singkat|di\sruang\skerjanya))*,?"
    r"|,?\s*\b(?:yang|turut|ikut|yang turut)\s(?:hadir|berada)\s(?:pada|dalam|di)\s(?:kegiatan|acara|kesempatan|pertemuan"
    r"|lokasi|rapat)\s(?:itu|tersebut|ini)\b,?"
    r"|,?\s*\b(?:dalam|saat|pada|melalui|lewat)\s(?:konferensi|jumpa|temu|keterangan)\spers"
    r"(?:\s(?:yang digelar\s)?di\s[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,5}"
    r"(?:,\s[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2}(?=,|\.?$)){0,3})?,?(?=\s|\.?$)"
    r"|,?\s*\b(?:dalam|melalui|lewat)\s(?:keterangan|siaran pers|rilis|pernyataan)(?:\s?(?:tertulis|resmi|pers))?(?:nya)?,?(?=\s|$)"
    r"(?!\s(?:unggahan|foto|gambar|video|saksi|ahli|warga|korban|palsu|yang|itu|tersebut|ini|para|sejumlah)\b)"
)
_RELAYED = re.compile(
    r"(?P<how>\b(?:[Dd]ikutip|[Dd]ilansir)(?:\soleh)?)\s?(?:dari\s)?(?:laman\s|situs\s)?(?:[\w-]+\.(?:com|co\.id|id|net)|detik[A-Z]?\w*)\b,?"
)
_OPENING_WHILE = re.compile(r"^(?:Sedangkan|Sementara(?!\s+(?:itu|ini)))\s+(?=\S+\s+\S+\s+\S+)")
_LAW_AMENDED = re.compile(
    r"\b(?:UU|Undang-Undang)\s+(?:RI\s+)?(?:No|Nomor)\.?\s?\d+\s+[Tt]ahun\s+\d{4}\s+(?:juncto|jo\.?)\s+(?=(?:UU|Undang))"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<!\w)[#@]\w+(?:\.\w+)*")
_LIST_NUMBER = re.compile(r"(?:(?<=[\s:;,])|^)(?:\d{1,2}|[a-e])\)\s(?=\w)")  # 1) berusia 17 tahun; 2) membawa …
_INNER_QUOTE = re.compile(r"(?<!\w)['‘’]([^'‘’]{3,160})['‘’](?!\w)")  # bertajuk 'No Kings'
_INNER_MARK = re.compile(r"(?<!\w)['‘’](?=[^\W\d_]{2})")  # 'Bagaimana kalau …, never closed
_ANY_SIGN = re.compile(r"['‘’–—/&±≥≤+…;]|\s-|\.\.\.")
_DASH_ASIDE = re.compile(r"\s+[–—]\s+|\s+-\s+")
_SLASH = re.compile(r"(?<=[a-z])/(?=[a-z])")
_IN_STEAD = re.compile(
    r"\bsubsida?[ie]r\s(?=(?:\d+|se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\s?(?:bulan|tahun|hari))"
)
_BY = re.compile(
    r"\b(di(?!kenal|sebab|picu|pengaruh|pimpin|ikut|dasar)[a-z]{3,}) oleh (?=\S)"
)  # "dibekuk oleh polisi": the doer follows at once
_AND_CO = re.compile(r"(?<=[a-z])\scs\b")
_CRY = re.compile(
    r"^(?:[A-ZÀ-Þ]{5,}[!.…]*|(?i:Innalillahi)[^.,!…]*|(?i:Waspada|Awas|Viral|Geger|Heboh|Breaking News))(?:[!…:]|\.{2,}|\s*[-–])+\s*",
)
_TWICE = re.compile(r"\b([a-z][\w-]*(?:\s[a-z][\w-]*){0,4}),?\s(?:atau|alias)\s\1\b", re.IGNORECASE)
_BAHWA_COMMA = re.compile(r",?\s*\bbahwa\b\s*,?")
_SEBANYAK = re.compile(r"\b[Ss]ebanyak\s+(?=\d|[a-z])")
_TELAH = re.compile(r"\btelah\s+(?=\w)")


_LOOSE_NYA = re.compile(r"(?<=[a-z])\s+nya\b")


def drop_brackets(text: str, _scene: Scene) -> str:
    """Drop what stands in brackets.

    >>> drop_brackets("gol Seno (12') dan turun (mtm), itu [sic]", None)
    'gol Seno dan turun, itu'
    """
    text = _LOOSE_NYA.sub("nya", text)  # "Harga Eceran Tertinggi (HET) nya"
    if not _STRAY_BRACKET.search(text):
        return tidy(text)
    text = _MINUTE_MARK.sub("", _LEVEL.sub(r"\2 atau \1", text))
    while _BRACKETS.search(text):
        text = _BRACKETS.sub("", text)
    return tidy(_STRAY_BRACKET.sub("", _LIST_NUMBER.sub("", text)))


def drop_links(text: str, _scene: Scene) -> str:
    """Drop addresses and hashtags.

    >>> drop_links("Daftar di https://x.id #mudik sekarang", None)
    'Daftar di sekarang'
    """
    return tidy(_LINK.sub("", text))


_DAY_AFTER = re.compile(r"\s(?:\d|kemarin\b|hari ini\b|tadi\b|semalam\b|[A-Z])")
"""After a name and a press call a date, a day or a place needs its comma: "kata Puan, kemarin"."""


def drop_press_calls(text: str, _scene: Scene) -> str:
    """Drop how a statement reached the press, and coordinates.

    >>> drop_press_calls("Budi saat dihubungi terpisah mengatakan, 12 rumah rusak", None)
    'Budi mengatakan, 12 rumah rusak'
    """
    if any(word in text for word in _RELAY_WORDS):
        text = _RELAYED.sub(lambda match: match["how"] if _FROM_WHOM.match(match.string[match.end() :]) else "", text)
    if any(word in text for word in _PRESS_WORDS):
        text = _PRESS_CALL.sub(lambda match: ", " if _DAY_AFTER.match(match.string[match.end() :]) else " ", text)
    return tidy(_COORDINATES.sub(" ", text) if "koordinat" in text.casefold() else text)


_RELAY_WORDS = ("ikutip", "ilansir")
_PRESS_WORDS = (
    *("antauan", "dihubungi", "ditemui", "dikonfirmasi", "dimintai", "hadir", "berada"),
    *("pers", "keterangan", "siaran", "rilis", "pernyataan"),
)
"""Without one of these there is no press call: the long pattern need not look."""
_FROM_WHOM = re.compile(r"\s(?:dari|oleh)\s")


def drop_plates(text: str, _scene: Scene) -> str:
    """Drop number plates, house numbers and neighbourhood numbers (RADIO R23).

    >>> drop_plates("mobil Avanza bernopol AG 1234 XY milik pelapor", None)
    'mobil Avanza milik pelapor'
    >>> drop_plates("di Jalan Melati No. 5 RT 02/RW 03, Jember", None)
    'di Jalan Melati, Jember'
    """
    if _PLATE_NUMBER.search(text):
        text = _PLATE.sub("", text)
    if _ADDRESS.search(text):
        text = _HOUSE_NUMBER.sub("", text)
    return tidy(_RT_RW.sub("", text) if "RT" in text or "RW" in text else text)


def say_law(text: str, _scene: Scene) -> str:
    """Say a law by its name; clause numbers go.

    >>> say_law("dijerat Pasal 310 ayat (4) Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas", None)
    'dijerat Pasal 310 Undang-Undang Lalu Lintas'
    """
    if not re.search(r"\b(?:[Pp]asal|UU|Undang|Perda|Peraturan|Perpres)\b", text):
        return _BARE_CLAUSE.sub(r"\1 \2", text)
    text = _LAW_JUNCTO.sub("", _LAW_AMENDED.sub("", text))
    text = _LAW_CLAUSE.sub("", text)

    def named(match: re.Match[str]) -> str:
        law = "Undang-Undang" if match.group(1) == "UU" else match.group(1)
        return law if match.group(2) else match.group()

    return tidy(_LAW_NUMBER.sub(named, text))


_COUNT_AFTER = re.compile(r"(?<=\d )sebanyak(?= \d)")


def drop_cliches(text: str, scene: Scene) -> str:
    """Drop padding and print clichés (tables cliches and foreign)."""

    def told(match: re.Match[str]) -> str:
        before = match.string[: match.start()].split()[-1:]
        return "," if before and before[0].casefold() in scene.tools.grammar.reporting else " "

    text = swap(_BAHWA_COMMA, text, told) if "bahwa" in text else text
    text = _OPENING_WHILE.sub("", text)
    text = _IN_STEAD.sub("atau diganti ", text) if "subsid" in text else text
    text = _AND_CO.sub(" dan kawan-kawan", text) if "cs" in text else text
    text = _CRY.sub("", _BY.sub(r"\1 ", text) if " oleh " in text else text)
    kept = (
        _COUNT_AFTER.sub("sejumlah\x1f", text) if "sebanyak" in text else text
    )  # "… Tahun 2026 sebanyak 887 orang": two figures must not touch
    new = capital(scene.tools.cliches.replace(kept)).replace("sejumlah\x1f", "sebanyak")
    return f"Sebanyak {new}" if text.startswith("Sebanyak ") and new[:1].isdigit() else new  # no sentence opens with a figure


def say_foreign(text: str, scene: Scene) -> str:
    """Say foreign words in Indonesian where an exact word exists; "gawai atau gadget" is said once."""
    new = scene.tools.foreign.replace(text)
    return _TWICE.sub(r"\1", new) if new != text else text


_AND = re.compile(r"\s*&\s*")


def mend_signs(text: str, _scene: Scene) -> str:
    """Turn dashes between clauses into commas, slashes between words into "atau".

    >>> mend_signs("warga – termasuk anak – mengungsi dan/atau pulang", None)
    'warga, termasuk anak, mengungsi dan atau pulang'
    """
    if not _ANY_SIGN.search(text):
        return tidy(text)
    text = _INNER_MARK.sub("", _INNER_QUOTE.sub(r"\1", text))
    text = _DASH_ASIDE.sub(", ", text)
    text = text.replace("dan/atau", "dan atau")
    text = _SLASH.sub(" atau ", text)
    text = (
        _AND.sub(" dan ", text)
        .replace("±", " kurang lebih ")
        .replace("≥", "paling sedikit ")
        .replace("≤", "paling banyak ")
        .replace("+", " plus ")
    )
    return tidy(text.replace("…", " ").replace("...", " ").replace(";", ","))
