"""Figures as they are said: percent, units, ranges, scores, ordinals, small numbers (RADIO R08, R37)."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal
from broadcast.model import Table
from broadcast.write.scene import Scene
from broadcast.write.sums import NUMBER
from broadcast.write.words import DIGIT, capital

_PERCENT = re.compile(rf"(?P<a>{NUMBER})(?:\s*[-–]\s*(?P<b>{NUMBER}))?\s?(?:%|persen\b)")
_PER = re.compile(
    (
        r"(?<=\w)\s?/\s?(?=(?:kg|kilogram|liter|hari|bulan|tahun|jam|detik|orang|meter|m|ton|ekor|butir|km|kk|ha|hektare"
        r"|unit|malam|pekan|minggu|m3|m2|m³|m²|ml|mL|dL|keluarga|siswa|pasien|karung|tandan|ikat|sak|l|L|lt|menit|kepala|rumah|titik|kelas|paket|kotak|baki|rak|dus)(?!\w))"
    ),
    re.IGNORECASE,
)
_UNIT = re.compile(rf"(?P<n>(?<![\w.,])(?:{NUMBER}))\s?(?P<u>[a-zA-Zµ]{{1,5}}(?:[²³23](?!\d))?)(?![\w²³])")
_TIMES = re.compile(r"(?<![\w.,])(\d{1,2})\s?[xX×]\s?(?=\d{1,3}\s(?:jam|hari|menit|meter|sentimeter|kilometer|c?m)\b)")  # 1x24 jam
_LABEL_KM = re.compile(r"\bK[Mm]\.?\s(?=\d)")
_KM_POST = re.compile(r"\b(Kilometer\s\d{1,4})\s?\+\s?\d{1,4}\b(?:\s(?:jalur|lajur)\s[A-B]\b)?")  # Kilometer 72+400 jalur B
_RANGE = re.compile(rf"(?<![\w.,/+-])(?P<a>{NUMBER})\s?[-–—]\s?(?P<b>{NUMBER})(?![\w/-]|[.,]\d)")
_SCORE_WORD = re.compile(
    (
        r"\b(?:skor|menang|kemenangan|kekalahan|kalah|takluk|unggul|menundukkan|ditundukkan|mengalahkan|dikalahkan|menaklukkan|ditaklukkan"
        r"|imbang|kedudukan|seri|agregat|set|gim|menggulung|membungkam|menumbangkan|tumbang)\b"
    ),
    re.IGNORECASE,
)
_FORMATION = re.compile(r"\d(?:-\d){2,3}")
_ROMAN = re.compile(
    r"\b([Ll]evel|[Tt]ahap|[Tt]ermin|[Gg]elombang|[Jj]ilid|[Ff]ase|[Kk]elas|[Bb]ab|[Ss]iklus|[Pp]eriode|[Ss]emester|[Tt]riwulan|[Kk]uartal"
    r"|Perang Dunia|Komisi)\s(I{1,3}|IV|VI{0,3}|IX|XI?)\b(?!\s*[/.-]\s*[A-Z])"
)  # tahap II, Level III, Komisi VI
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
_ORDINAL = re.compile(r"\bke-?\s?(\d{1,2})(?![\d.,+])\b")
_PLUS = re.compile(r"\b([Kk]e-\d{2,3})\+(\d{1,2})\b")
_H_DAY = re.compile(r"\bH\s?([-–+])\s?(\d{1,3})(?:\s+(Lebaran|Idulfitri|Natal|Iduladha|Tahun Baru|pemungutan suara))?\b")
_WHOLE = re.compile(r"(?<![\w.,:/'’-])(\d{1,2})(?![\w:/'’]|[.,]\d|-\d|\.\d)")
_PHONE = re.compile(r"(?<![\d.,])(?:\+62[\s-]?|\(0\d{2,3}\)\s?|0)\d{2,4}(?:[\s-]?\d{2,5}){1,4}(?![\d])")
_MIXED_YEAR = re.compile(r"(?<!\d)(?<![Mm]usim )(20\d\d)/(20\d\d)(?!\d)")


def say_percent(text: str, _scene: Scene) -> str:
    """Say percent: "4,2%" → "4,2 persen", "65-95%" → "65 hingga 95 persen".

    >>> say_percent("naik 4,2% atau 65-95 %", None)
    'naik 4,2 persen atau 65 hingga 95 persen'
    """
    return _PERCENT.sub(lambda match: f"{match['a']}{' hingga ' + match['b'] if match['b'] else ''} persen", text)


def say_units(text: str, scene: Scene) -> str:
    """Say units in full, from the table units: "30 km/jam" → "30 kilometer per jam"."""
    units = scene.tools.lexicon.table("units")

    def said_per(match: re.Match[str]) -> str:
        return f"per {units[match.group(1)][0]}" if match.group(1) in units else match.group()

    if DIGIT.search(text) or "/" in text:
        text = _measured(text, units)
    return _EACH.sub(said_per, text) if "per " in text else text


_CELSIUS = re.compile(r"(?<=\d)\s?[°º]\s?C\b")
_DEGREES = re.compile(r"(?<=\d)\s?[°º]")
_RUPIAH_PER = re.compile(r"(?<=rupiah)\s?/\s?(?=[a-z])")
_PER_DOLLAR = re.compile(r"(?<=rupiah)\s?/\s?(?:US\$|USD|dolar(?: AS)?)")
_EACH = re.compile(r"\bper ([\w³²]+)(?!\w)")


_NO_UNIT_BEFORE = re.compile(r"\b(?:siklon|tropis|bibit|badai|topan)\s$")


def _measured(text: str, units: Table) -> str:
    """Return the text with its units of measure in full, "per" for the slash before one."""
    text = _TIMES.sub(r"\1 kali ", _LABEL_KM.sub("Kilometer ", text))
    text = _KM_POST.sub(r"\1", text)
    text = _DEGREES.sub(" derajat", _CELSIUS.sub(" derajat Celsius", text))

    def told(match: re.Match[str]) -> str:
        cells = units.get(match["u"])
        if cells and _NO_UNIT_BEFORE.search(match.string[: match.start()]):  # a name: "siklon tropis 99W"
            return match.group()
        if match["u"] == "th" and match.string[match.end() : match.end() + 2].strip()[:1].isupper():  # "4th Nika Festival"
            return f"ke-{match['n']}"
        return f"{match['n']} {cells[0]}" if cells else match.group()

    text = _UNIT.sub(told, text)
    text = _RUPIAH_PER.sub(" per ", text)
    return _PER.sub(" per ", _PER_DOLLAR.sub(" per dolar Amerika Serikat", text))


def say_scores(text: str, _scene: Scene) -> str:
    """Say scores: "kalah 0-2" → "kalah nol dua", "menang 21-15" → "menang 21 lawan 15".

    >>> say_scores("Persebi menang 3-1 atas tamunya", None), say_scores("formasi 4-3-3", None)
    ('Persebi menang tiga satu atas tamunya', 'formasi 4-3-3')
    """
    if not _SCORE.search(text) or not _SCORE_WORD.search(text):
        return text

    def told(match: re.Match[str]) -> str:
        left, right = int(match.group(1)), int(match.group(2))
        if left < 12 and right < 12:
            return f"{cardinal(left)} {cardinal(right)}"
        return f"{left} lawan {right}"

    return _SCORE.sub(told, text)


_SCORE = re.compile(r"(?<![\w.,/-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\w/-]|[.,]\d)(?!\s(?:tahun|menit|hari|orang|kali|meter|kilometer))")


def say_ranges(text: str, scene: Scene) -> str:
    """Say ranges with the house's word: "10-15 kilometer" → "10 hingga 15 kilometer"; telephone numbers stay."""
    if not _RANGE.search(text):
        return text
    word = scene.house.range_word
    phones = {match.start() for match in _PHONE.finditer(text)}
    spans = [match.span() for match in (*_PHONE.finditer(text), *_FORMATION.finditer(text))] if phones or "-" in text else []

    def told(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < stop for start, stop in spans)
        return match.group() if inside else f"{match['a']} {word} {match['b']}"

    return _RANGE.sub(told, text)


def say_ordinals(text: str, _scene: Scene) -> str:
    """Say ordinals up to the eleventh in words, and "H-7" as days.

    >>> say_ordinals("menit ke-9 dan ke-88, mulai H-30", None), say_ordinals("pada H-7 Lebaran", None)
    ('menit kesembilan dan ke-88, mulai 30 hari sebelum hari H', 'pada tujuh hari sebelum Lebaran')
    """

    def ordinal(match: re.Match[str]) -> str:
        number = int(match.group(1))
        return ("pertama" if number == 1 else f"ke{cardinal(number)}") if 0 < number < 12 else match.group()

    def h_day(match: re.Match[str]) -> str:
        number = int(match.group(2))
        side = "setelah" if match.group(1) == "+" else "sebelum"
        return f"{cardinal(number) if number < 12 else number} hari {side} {match.group(3) or 'hari H'}"

    text = _ROMAN.sub(_counted, text) if any(numeral in text for numeral in (" I", " V", " X")) else text
    if not DIGIT.search(text):
        return text
    return _ORDINAL.sub(ordinal, _H_DAY.sub(h_day, _PLUS.sub(r"\1 plus \2", text)))


def _counted(match: re.Match[str]) -> str:
    word = cardinal(_ROMANS.index(match.group(2)) + 1)
    return f"{match.group(1)} {capital(word) if match.group(1)[0].isupper() else word}"


def say_small(text: str, _scene: Scene) -> str:
    """Write whole numbers from 0 to 11 in words, as announcers want them on paper.

    >>> say_small("3 orang tewas, 17 luka, 1 tahun 8 bulan, 1,2 hektare, SMP Negeri 1 Lumajang", None)
    'Tiga orang tewas, 17 luka, satu tahun delapan bulan, 1,2 hektare, SMP Negeri Satu Lumajang'
    """

    def told(match: re.Match[str]) -> str:
        digits = match.group(1)
        number = int(digits)
        if number > 11 or (digits.startswith("0") and digits != "0"):
            return digits
        before = text[: match.start()].rstrip()
        named = re.search(r"([A-Z][\w]*)$", before) if not re.match(r"\s[a-z]", text[match.end() :]) else None
        word = cardinal(number)
        return capital(word) if not before or (named and named.start() > 0) else word

    return _WHOLE.sub(told, text)


def say_joint_years(text: str, _scene: Scene) -> str:
    """Say "2025/2026" with a word between, except as one season of a sport.

    >>> say_joint_years("tahun ajaran 2025/2026", None), say_joint_years("musim 2025/2026", None)
    ('tahun ajaran 2025 hingga 2026', 'musim 2025/2026')
    """
    return _MIXED_YEAR.sub(r"\1 hingga \2", text) if "/20" in text else text


def has_phone(text: str) -> bool:
    """Whether a telephone number stands in a text.

    >>> has_phone("hubungi 0812-5550-1177"), has_phone("Rp 1.200.000")
    (True, False)
    """
    return bool(_PHONE.search(text))


def phones(text: str) -> list[str]:
    """Return the telephone numbers of a text."""
    return [match.group().strip() for match in _PHONE.finditer(text)]
