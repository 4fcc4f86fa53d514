"""Dates, weekdays and years."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal
from broadcast.pronounce.facts import Facts
from broadcast.pronounce.rule import DASH, DASHES, END, START, Rule, Rules, Sentence

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
_MONTH = rf"(?:{'|'.join(MONTHS)}|Pebruari|Nopember|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Agt|Sept?|Okt|Nov|Des)"
_ANY = "(?i:"

_NUMERIC = re.compile(  # "13/11/2017", "4-17/9/2023", "30/4-2/5/2024", "13.11.2017"
    rf"{START}(?P<from>\d{{1,2}}(?:/\d{{1,2}})?(?:/\d{{4}})?(?P<dash>{DASH}|\s?s\.?d\.?\s|\s?s/d\s))?"
    rf"(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)"
    rf"(?P<y>(?:19|20)?\d\d)(?:\s?M(?=\W|$))?{END}(?!/)"
)
_ISO = re.compile(rf"{START}(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d){END}")  # "2024-05-17"
_SHORT = re.compile(  # "Rabu, 22/5", "(9-10/3)", "tanggal 5/6"
    rf"(?:(?<=\()|(?<=\w[\w,] )|(?<=\d & )|(?<=\w\())(?P<from>\d{{1,2}}(?:/\d{{1,2}})?{DASH})?(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}}){END}(?!/)"
)
_CUE = re.compile(  # "Rabu, ", "tanggal "
    rf"{_ANY}{_DAY}|tanggal|tgl\.?|malam|pagi|siang|sore|petang|kemarin|besok|lusa|dini hari|pekan lalu|tadi|hari ini"
    r"|aksi|demo|gerakan|peristiwa|tragedi)\W*\(?$"
)
_FALLS_ON = re.compile(r"(?i:\b(?:pada|per|mulai|hingga|sampai|sejak|tempo|s\.d\.)|\d (?:dan|&))\s$")  # "jatuh tempo 20/11", "mulai 25/9"
_DAYS = re.compile(rf"\b(?P<a>{_DAY})(?P<x>{DASH})(?={_DAY}\b)")  # "Sabtu-Minggu"
_DAYS_OF_MONTH = re.compile(  # "17-18 Agustus", "17-18/Agustus", also "2, 3"
    rf"{START}(?P<a>\d{{1,2}}){DASH}(?P<b>\d{{1,2}})(?=\s(?i:{_MONTH})\b)"
)
_MONTHS = re.compile(rf"(?<=[a-z])(?P<x>{DASH})(?=(?:\d{{1,2}}\s)?{_MONTH}\b)")  # "Januari-Maret", "28 Februari-3 Maret"
_MONTH_ENDS = re.compile(rf"(?:{_MONTH})$")
_YEAR_TO_DAY = re.compile(  # "31 Desember 2023-2 Januari 2024", "Juni 2022-Mei 2024"
    rf"(?<=[a-z]\s)(?P<y>(?:19|20)\d\d)(?P<dash>{DASH})(?=(?:\d{{1,2}}\s)?{_MONTH}\b)"
)
_CLIP = r"Jan|Feb|Mar|Apr|Jun|Jul|Agu|Agt|Sept?|Okt|Nov|Des"
_SHORT_MONTH = re.compile(  # "5 Okt 2023", "Des 2024"
    rf"(?<=\d )(?P<x>{_CLIP})\b\.?(?=\s\d{{4}}|\W|$)|(?<!\w)(?P<y>{_CLIP})\b\.?(?=\s(?:19|20)\d\d(?!\w|[.,]\d))"
)
_YEAR_PAIR = re.compile(rf"{START}(?P<a>(?:1[5-9]|20)\d\d)\s?/\s?(?P<b>(?:1[5-9]|20)?\d\d){END}(?!/)")  # "2023/2024"
_YEARS = re.compile(rf"{START}(?P<a>(?:1[5-9]|20)\d\d){DASH}(?P<b>(?:1[5-9]|20)\d\d|sekarang|kini){END}(?![/-])")  # "2019-2024"
_ERA = re.compile(  # "1445 H", "350 SM", "1447-1448 H"
    rf"{START}(?:(?P<from>\d{{3,4}}){DASH})?(?P<n>\d{{1,4}})\s?(?P<e>H|M|SM)(?=\s*[/,.)]|\s*$|\s(?![A-Z\d]))"
)
_ERAS = {"H": "Hijriah", "M": "Masehi", "SM": "Sebelum Masehi"}
_CLIPPED = re.compile(r"(?<=[a-z\d] )(?P<x>['’‘](?P<n>[3-9]\d))(?![\w'’])")  # "17 Agustus '45"
_HIJRI = (1300, 1500)  # the years that news writes with a bare H
_CALLS_A_YEAR = frozenset({"tahun", "abad", "sejak"})
_ERA_PAIR = re.compile(r"(?<=\d )H(?:ijriah)?(?P<x>\s?/\s?)(?=\d{4}\s?M)|(?<=\dH)(?P<z>/)(?=\d{4})")  # "1445 H/2024 M"


def rules(facts: Facts) -> Rules:
    """The rules of dates, in order."""
    del facts
    return (
        Rule("date", _NUMERIC, say_date, "digit", ("/", "-", ".")),
        Rule("date", _ISO, say_date, "digit", ("-",)),
        Rule("date", _SHORT, say_short_date, "digit", ("/",)),
        Rule("date", _DAYS, say_range, "capital", DASHES),
        Rule("date", _DAYS_OF_MONTH, say_days, "digit", DASHES),
        Rule("date", _MONTHS, say_month_range, "capital", DASHES),
        Rule("date", _YEAR_TO_DAY, say_year_to_day, "digit", DASHES),
        Rule("date", _SHORT_MONTH, say_month, "digit"),
        Rule("year", _CLIPPED, say_clipped, "digit", ("'", "’", "‘")),
        Rule("year", _YEAR_PAIR, say_years_together, "digit", ("/",)),
        Rule("year", _YEARS, say_years, "digit", DASHES),
        Rule("year", _ERA, say_era, "digit", ("H", "M")),
        Rule("year", _ERA_PAIR, say_slash, "digit", ("/",)),
    )


def _day_month(day: str, month: str) -> str | None:
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    return f"{cardinal(int(day))} {MONTHS[int(month) - 1]}"


_PIVOT = 40
"""Two figures of a year from here on are of the last century: "17/08/45"."""


def _year(text: str, facts: Facts) -> str:
    if len(text) > 2:
        return facts.year(int(text))
    return facts.year(int(text) + (1900 if int(text) >= _PIVOT else 2000))


def say_date(match: re.Match[str], sentence: Sentence) -> str | None:
    """A date in figures: "4-17/9/2023" → "empat hingga tujuh belas September dua ribu dua puluh tiga"."""
    head = _day_month(match["d"], match["m"])
    if not head:
        return None
    groups = match.groupdict()
    first = _first_day(groups.get("from"), groups.get("dash"), sentence)
    if first is None:
        return None
    return f"{first}{head} {_year(match['y'], sentence.facts)}"


def _first_day(written: str | None, dash: str | None, sentence: Sentence) -> str | None:
    """The start of a range of days with its "hingga"; empty without one, None when it is no day."""
    if not written:
        return ""
    parts = (written.removesuffix(dash) if dash else written).split("/")
    head = cardinal(int(parts[0])) if len(parts) == 1 and 1 <= int(parts[0]) <= 31 else _day_month(parts[0], (*parts, "0")[1])
    if head is None:
        return None
    year = f" {_year(parts[2], sentence.facts)}" if len(parts) > 2 else ""
    return f"{head}{year} {sentence.facts.word('range')} "


_TAIL_DASH = re.compile(rf"{DASH}$")


def say_short_date(match: re.Match[str], sentence: Sentence) -> str | None:
    """A day and month in figures, where a weekday, "tanggal" or a bracket announces them: "22/5" → "dua puluh dua Mei"."""
    before = sentence.text[max(0, match.start() - 24) : match.start()]
    alone = before.endswith("(") and sentence.text[match.end() : match.end() + 1] == ")"
    span = "/" in (match["from"] or "")  # "24/12 - 26/12" can be nothing else
    falls = _FALLS_ON.search(before) and int(match["d"]) > int(match["m"])  # "pada 3/4 lahan" is a part
    if not (alone or span or falls or _CUE.search(before)):
        return None
    head = _day_month(match["d"], match["m"])
    first = _first_day(_TAIL_DASH.sub("", match["from"] or ""), None, sentence)
    return f"{first}{head}" if head and first is not None else None


def say_range(match: re.Match[str], sentence: Sentence) -> str:
    """The dash of "Sabtu-Minggu"."""
    del match
    return f" {sentence.facts.word('range')} "


def say_year_to_day(match: re.Match[str], sentence: Sentence) -> str:
    """The year and dash of "Juni 2022-Mei 2024"."""
    return f"{sentence.facts.year(int(match['y']))} {sentence.facts.word('range')} "


def say_month_range(match: re.Match[str], sentence: Sentence) -> str | None:
    """The dash of "Januari-Maret"; not that of "Mei-mei" or a double name."""
    if not _MONTH_ENDS.search(sentence.text[max(0, match.start() - 10) : match.start("x")]):
        return None
    return say_range(match, sentence)


def say_days(match: re.Match[str], sentence: Sentence) -> str | None:
    """The days of "17-18 Agustus"."""
    first, last = int(match["a"]), int(match["b"])
    if not (0 < first <= 31 and 0 < last <= 31):
        return None
    return f"{cardinal(first)} {sentence.facts.word('range')} {cardinal(last)}"


def say_month(match: re.Match[str], sentence: Sentence) -> str | None:
    """A clipped month between day and year: "5 Okt 2023"."""
    del sentence
    clip = match["x"] or match["y"]
    return next((month for month in MONTHS if month[:3] == clip[:3] or (clip == "Agt" and month == "Agustus")), None)


def say_clipped(match: re.Match[str], sentence: Sentence) -> str:
    """Say a clipped year: "'45" → "empat puluh lima"."""
    del sentence
    return cardinal(int(match["n"]))


def say_years_together(match: re.Match[str], sentence: Sentence) -> str | None:
    """Two years that make one season: "2023/2024"."""
    facts = sentence.facts
    first, last = int(match["a"]), match["b"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return f"{facts.year(first)} {facts.year(second)}" if second == first + 1 else None


def say_years(match: re.Match[str], sentence: Sentence) -> str:
    """A span of years: "2019-2024"."""
    facts, last = sentence.facts, match["b"]
    return f"{facts.year(int(match['a']))} {facts.word('range')} {facts.year(int(last)) if last.isdecimal() else last}"


def say_era(match: re.Match[str], sentence: Sentence) -> str | None:
    """A year or century with its era: "1445 H" → "seribu empat ratus empat puluh lima Hijriah"; "Pasal 28 H" is none."""
    era, number = match["e"], int(match["n"])
    before = sentence.word_before(match.start())
    called = before.lower() in _CALLS_A_YEAR or sentence.near(match.start(), "era", 24)
    if era == "H" and not (_HIJRI[0] <= number <= _HIJRI[1] or (called and before != "Pasal")):
        return None
    if era == "M" and not (called or number in range(1000, 2100)):
        return None
    first = f"{sentence.facts.year(int(match['from']))} {sentence.facts.word('range')} " if match["from"] else ""
    return f"{first}{sentence.facts.year(number)} {_ERAS[era]}"


def say_slash(match: re.Match[str], sentence: Sentence) -> str:
    """The slash between two calendars: "1445 H/2024 M"."""
    del match
    return f" {sentence.facts.word('or')} "
