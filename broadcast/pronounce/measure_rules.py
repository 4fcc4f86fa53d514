"""Measures: percent, units, temperature, coordinates and magnitude."""

from __future__ import annotations

import re
import unicodedata

from broadcast.bahasa.numbers import cardinal, fraction
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.rule import DASH, NUM, Rule, Rules, Sentence
from broadcast.pronounce.tokens import PAUSE

_SIGN = r"(?P<sign>(?<![\w.,)%°])[-−–](?=\d))?"
_FROM = rf"(?:(?<![\w.,])|(?<=\d[xX×])){_SIGN}(?P<a>{NUM})(?:\s?%?(?P<r>{DASH}|\ss\.d\.\s|\ss/d\s)(?P<neg>[-−])?(?P<b>{NUM}))?"
_PERCENT = re.compile(rf"{_FROM}\s?%(?!\w)")  # "40-50%", "-2,5 %"
_PER_MIL = re.compile(rf"{_FROM}\s?‰")
_BELOW_ZERO = re.compile(rf"(?:(?<=\s)|(?<=\()|^)[-−–](?P<a>{NUM})(?!\w|[.,/-]?\d)")  # "naik -2,5 poin"
_TEMPERATURE = re.compile(rf"{_FROM}\s?(?:[°º˚]\s?(?P<u>[CFKR])\b|℃|(?P<der>derajat)\s(?P<v>[CF])\b)")  # "25°C", "21 - 24 °C"
_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin", "R": "Reamur"}
_SIDES = {"LS": "lintang selatan", "LU": "lintang utara", "BT": "bujur timur", "BB": "bujur barat"}
_SIDE = r"(?P<side>LS|LU|BT|BB)\b"
_MINUTES = re.compile(  # 7°25'30" LS
    rf"(?<![\w.,])(?P<a>{NUM})\s?[°º˚]\s?(?P<m>{NUM})\s?['’′](?:\s?(?P<s>{NUM})\s?(?:[\"”″]|''|’’))?(?:\s?{_SIDE})?"
)
_COORDINATE = re.compile(rf"(?<![\w.,])(?P<a>{NUM})(?P<deg>\s?(?:[°º˚]|derajat))?(?:{DASH}|\s?){_SIDE}")  # "8,12° LS"
_BETWEEN_SIDES = re.compile(rf"(?<=L[SU])(?P<x>{DASH})(?=\d)")  # "8,12 LS – 112,9 BT"
_DEGREE = re.compile(rf"(?<![\w.,])(?P<a>{NUM})\s?[°º˚]")
_MAGNITUDE = re.compile(  # "M 5,2", "M5.2", "magnitudo (M) 5,2", "Mag: 5,2"
    r"(?<!\w)(?P<w>[Mm]agnitud[oe]\s?)?(?:\(M\)|M[wWLlBb]?|[Mm]ag)\s?[=:.]?\s?(?P<a>\d(?:[.,]\d{1,2})?)(?![\w]|[.,]\d)"
)
_RICHTER = re.compile(rf"(?<![\w.,])(?P<a>{NUM})\s?(?P<r>SR|[Ss]kala [Rr]ichter)\b")  # "5,2 SR"

_CURRENT = re.compile(rf"\barus (?:listrik )?(?:sebesar )?(?P<x>(?P<a>{NUM})\s?A)(?!\w)")  # "arus 20 A"; elsewhere A is a letter
_BEFORE_UNITS = (
    "per", "tiap", "setiap", "ribu", "juta", "miliar", "puluhan", "ratusan", "ribuan", "jutaan", "beberapa", "sekian", "belasan",
    "setengah",
)  # fmt: skip
_VULGAR = "¼½¾⅓⅔⅛"
_PART = rf"(?<![\w.,/])(?:(?:(?P<w>\d{{1,3}})\s)?(?P<a>\d)/(?P<b>\d{{1,2}})|(?P<w2>\d{{1,3}})?\s?(?P<f>[{_VULGAR}]))"
_PER_SPAN = re.compile(r"(?<=[a-z])(?P<x>/)(?=\d{1,3}\s(?:jam|hari|menit|detik|pekan|bulan|tahun)\b)")  # "100 mm/24 jam"
_PER_AGAIN = re.compile(r"/(?:hari|pekan|bulan|tahun|jam|orang)(?P<x>/)(?=[a-z]{3})")  # "5 kg/hari/rumah sakit"
_RATED = ("hari", "jam", "menit", "detik", "bulan", "minggu", "pekan", "tahun", "orang", "kapita", "KK", "ekor", "pohon")
"""Words that a slash after any counted thing makes a rate."""


def rules(facts: Facts) -> Rules:
    """The rules of measures, from the units of the lexicon."""
    unit = either(facts.units)
    per = either([*facts.units, *facts.per_words])
    rates = rf"(?P<v>(?:\s?/\s?(?:{per})(?![\w²³]))*)"
    counted = re.compile(rf"{_FROM}(?P<gap>[\s-]?)(?P<u>{unit}){rates}(?P<an>-an)?(?![\w²³])")  # "35 m3/detik", "10-15 km"
    after_word = re.compile(  # "per ha", "ratusan km", "juta m3"
        rf"(?<=\b)(?P<w>{either(_BEFORE_UNITS)})\s(?P<x>{unit})"
        rf"(?:\s?/\s?(?P<v>{per}))?(?![\w²³])"
    )
    paired = re.compile(rf"(?<![\w/])(?P<a>{per})(?P<x>\s?/\s?(?P<v>{per}))(?![\w/²³])")  # "ton/hari", "jiwa/km²"
    rated = re.compile(  # "5 ton gabah/ha", "2 butir telur/orang/hari"
        rf"(?<![.,/\d])(?<![A-WYZa-wyz])\d[\d.,]*\s(?:[A-Za-z]+\s){{0,3}}[A-Za-z]{{2,}}"
        rf"(?P<x>(?:/(?:{either([*_RATED, *(unit for unit in facts.units if len(unit) > 1)])})(?![\w²³]))+)(?!/)"
    )
    each = re.compile(rf"(?<=\d\s)(?P<a>{per})(?P<x>/)(?P<v>[a-z]{{2,}})(?![\w/])")  # "20 orang/bus"
    parts = re.compile(rf"{_PART}\s?(?P<u>{unit}){rates}(?![\w²³])")  # "1/2 kg", "2½ ha"
    return (
        Rule("fraction", parts, say_part, "", ("/", *_VULGAR)),
        Rule("temperature", _TEMPERATURE, say_temperature, "digit", ("°", "º", "˚", "℃", "derajat")),
        Rule("geography", _MINUTES, say_minutes, "digit", ("°", "º", "˚")),
        Rule("pause", _BETWEEN_SIDES, say_pause, "digit", ("LS", "LU")),
        Rule("geography", _COORDINATE, say_coordinate, "digit", tuple(_SIDES)),
        Rule("magnitude", _MAGNITUDE, say_magnitude, "digit", ("M", "mag")),
        Rule("magnitude", _RICHTER, say_richter, "digit", ("SR", "ichter")),
        Rule("percent", _PERCENT, say_percent, "digit", ("%",)),
        Rule("percent", _PER_MIL, say_per_mil, "digit", ("‰",)),
        Rule("unit", _CURRENT, say_current, "digit", ("arus",)),
        Rule("unit", counted, say_unit, "digit"),
        Rule("unit", after_word, say_bare_unit, has=tuple(f"{word} " for word in _BEFORE_UNITS)),
        Rule("unit", paired, say_pair, has=("/",)),
        Rule("unit", rated, say_rate, "digit", ("/",)),
        Rule("unit", _PER_AGAIN, say_span_slash, has=("/",)),
        Rule("unit", _PER_SPAN, say_span_slash, "digit", ("/",)),
        Rule("unit", each, say_each, "digit", ("/",)),
        Rule("geography", _DEGREE, say_degrees, "digit", ("°", "º", "˚")),
        Rule("decimal", _BELOW_ZERO, say_negative, "digit", ("-", "−", "–")),
    )


def span(match: re.Match[str], facts: Facts) -> str:
    """The figure of a measure, or both of a range, with their signs."""
    groups = match.groupdict()
    said = f"{facts.word('minus')} {facts.figure(groups['a'])}" if groups.get("sign") else facts.figure(groups["a"])
    if not groups.get("b"):
        return said
    join = "sampai dengan" if "d" in groups["r"] else facts.word("range")
    minus = f"{facts.word('minus')} " if groups.get("neg") else ""
    return f"{said} {join} {minus}{facts.figure(groups['b'])}"


def say_percent(match: re.Match[str], sentence: Sentence) -> str:
    """Say "4,2%" → "empat koma dua persen"."""
    return f"{span(match, sentence.facts)} {sentence.facts.word('percent')}"


def say_per_mil(match: re.Match[str], sentence: Sentence) -> str:
    """Say "3‰" → "tiga permil"."""
    return f"{span(match, sentence.facts)} {sentence.facts.word('permil')}"


def say_temperature(match: re.Match[str], sentence: Sentence) -> str:
    """Say "-5 °C" → "minus lima derajat Celsius"."""
    facts = sentence.facts
    return f"{span(match, facts)} {facts.word('degree')} {_SCALES[match['u'] or match['v'] or 'C']}"


def say_minutes(match: re.Match[str], sentence: Sentence) -> str:
    """Degrees, minutes and seconds of a place."""
    facts = sentence.facts
    said = f"{facts.figure(match['a'])} {facts.word('degree')} {facts.figure(match['m'])} {facts.word('minute')}"
    if match["s"]:
        said += f" {facts.figure(match['s'])} {facts.word('second')}"
    return f"{said} {_SIDES[match['side']]}" if match["side"] else said


def say_coordinate(match: re.Match[str], sentence: Sentence) -> str:
    """Say "8,12° LS" → "delapan koma satu dua derajat lintang selatan"; without the mark as well."""
    degree = f" {sentence.facts.word('degree')}" if match["deg"] else ""
    return f"{sentence.facts.figure(match['a'])}{degree} {_SIDES[match['side']]}"


def say_pause(match: re.Match[str], sentence: Sentence) -> str:
    """The dash between latitude and longitude."""
    del match, sentence
    return PAUSE


def say_degrees(match: re.Match[str], sentence: Sentence) -> str:
    """A bare "90°"."""
    return f"{sentence.facts.figure(match['a'])} {sentence.facts.word('degree')}"


def say_magnitude(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "M 5,2" in news of a quake → "magnitudo lima koma dua"."""
    word = (match["w"] or "magnitudo").strip()
    return f"{word} {sentence.facts.figure(match['a'])}" if match["w"] or sentence.about("quake") else None


def say_richter(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "5,2 SR" in news of a quake, or a figure with a decimal → "… skala Richter"."""
    if match["r"] == "SR" and not sentence.about("quake"):
        return None
    return f"{sentence.facts.figure(match['a'])} skala Richter"


def say_part(match: re.Match[str], sentence: Sentence) -> str | None:
    """A part of a unit: "1/2 kg" → "setengah kilogram", "2½ ha" → "dua setengah hektare"."""
    facts = sentence.facts
    part, whole = (match["a"], match["b"]) if match["a"] else unicodedata.normalize("NFKC", match["f"]).split("⁄")
    if not 0 < int(part) < int(whole):
        return None
    count = match["w"] or match["w2"]
    said = f"{cardinal(int(count))} " if count else ""
    return f"{said}{fraction(int(part), int(whole))} {facts.units[match['u']]}{_rates(match['v'], facts)}"


def say_span_slash(match: re.Match[str], sentence: Sentence) -> str:
    """The slash of "100 mm/24 jam"."""
    del match
    return f" {sentence.facts.word('per')} "


def say_unit(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "35 m3/detik" → "tiga puluh lima meter kubik per detik"."""
    facts = sentence.facts
    if match["gap"] == "-" and len(match["u"]) < 2:
        return None
    unit = facts.units[match["u"]]
    if match["u"] == "lt" and sentence.near(match.start(), "building", 16):  # "rumah 2 lt"
        unit = "lantai"
    said = f"{span(match, facts)} {unit}{'an' if match['an'] else ''}"
    return said + _rates(match["v"], facts)


def _rates(text: str, facts: Facts) -> str:
    """What follows by slashes: "/kg/hari" → " per kilogram per hari"."""
    return "".join(f" {facts.word('per')} {_measure(part, facts)}" for part in re.split(r"\s?/\s?", text)[1:])


def _measure(text: str, facts: Facts) -> str:
    return facts.units.get(text) or facts.per_words.get(text, text)


def say_current(match: re.Match[str], sentence: Sentence) -> str:
    """Say "arus 20 A" → "dua puluh ampere"."""
    return f"{sentence.facts.figure(match['a'])} ampere"


def say_bare_unit(match: re.Match[str], sentence: Sentence) -> str | None:
    """A unit after a word of number: "ratusan km", "per ha"."""
    facts = sentence.facts
    if len(match["x"]) == 1 and match["x"] not in {"m", "g", "l"}:
        return None
    if match["v"]:
        return None
    return _measure(match["x"], facts)


def say_pair(match: re.Match[str], sentence: Sentence) -> str | None:
    """The slash of a rate, "ton/hari": both sides must be measures and the right one is no capital word."""
    facts = sentence.facts
    left, right = match["a"], match["v"]
    if not (right in facts.units or right in facts.per_words) or (left.isupper() and len(left) > 1):
        return None
    return f" {facts.word('per')} {_measure(right, facts)}"


def say_rate(match: re.Match[str], sentence: Sentence) -> str:
    """The rate after a counted thing: "5 ton gabah/ha" → " per hektare"."""
    return _rates(match["x"], sentence.facts)


def say_each(match: re.Match[str], sentence: Sentence) -> str:
    """The slash of "20 orang/bus", after a figure and its measure."""
    del match
    return f" {sentence.facts.word('per')} "


def say_negative(match: re.Match[str], sentence: Sentence) -> str:
    """A figure below zero: "-2,5" → "minus dua koma lima"."""
    return f"{sentence.facts.word('minus')} {sentence.facts.figure(match['a'])}"
