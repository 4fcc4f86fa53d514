"""Clock times: pukul 07.00 WIB, 07:30, 08.00-10.00."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal, decimal
from broadcast.pronounce.facts import Facts
from broadcast.pronounce.rule import DASH, Rule, Rules, Sentence

_TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_SECONDS = r"(?:[.:][0-5]\d)?"
_JOIN = rf"(?:{DASH}|\s?s\.?\s?[./]?\s?d\.?\s?|\s(?:sampai dengan|sampai|hingga|dan|atau|ke|menjadi)\s)"
_CALLED = r"(?i:pukul|jam|pkl\.?|pk\.)"
_ZONE = r"(?i:WIB|WITA|WIT)\b"
_CLOCK = re.compile(  # "pukul 07.00-09.00 WIB", "jam 18.00 sampai 22.00", "03.15 WIB", "19:30"
    rf"(?<![\w.,:])(?P<call>{_CALLED}\s*)?(?P<a>{_TIME})(?P<as>{_SECONDS})(?:\s?(?P<az>{_ZONE}))?"
    rf"(?:(?P<join>{_JOIN})(?P<again>{_CALLED}\s*)?(?P<b>{_TIME})(?P<bs>{_SECONDS}))?(?![\w:]|[.,]\d)(?=\s?(?P<z>{_ZONE})?)"
)
_LISTED = re.compile(rf"[,\s]*(?:(?:dan|atau|hingga|sampai)\s)?(?:{_CALLED}\s*)?(?:{_TIME}\W*(?:(?:dan|atau)\s)?)*(?:{_TIME}\s?)?{_ZONE}")
_LAP = re.compile(r"(?<![\w.,:])(?P<m>\d{1,2}):(?P<s>[0-5]\d[.,]\d{1,2})(?!\w|[.,:]\d)")  # "1:23,45"
_CALL = re.compile(r"\b(?P<x>[Pp]kl|[Pp]k)\.?(?=\s?\d)")  # "pkl 7"


def rules(facts: Facts) -> Rules:
    """The rules of clock times."""
    del facts
    return (
        Rule("duration", _LAP, say_lap, "digit"),
        Rule("time", _CLOCK, say_clock, "digit"),
        Rule("time", _CALL, say_call, "digit"),
    )


def hour_minute(text: str, seconds: str = "") -> str:
    """Return a clock time in words.

    >>> hour_minute("07.00"), hour_minute("9:05"), hour_minute("17.30"), hour_minute("00.30"), hour_minute("00.00")
    ('tujuh', 'sembilan nol lima', 'tujuh belas tiga puluh', 'nol nol tiga puluh', 'nol nol')
    >>> hour_minute("10.23", ".17")
    'sepuluh lewat dua puluh tiga menit tujuh belas detik'
    """
    hour, minute = (int(part) for part in re.split("[.:]", text))
    said = "nol nol" if hour == 0 else cardinal(hour)
    if seconds:
        return f"{said} lewat {cardinal(minute)} menit {cardinal(int(seconds[1:]))} detik"
    if minute == 0:
        return said
    return f"{said} nol {cardinal(minute)}" if minute < 10 else f"{said} {cardinal(minute)}"


def say_clock(match: re.Match[str], sentence: Sentence) -> str | None:
    """A clock time, or from one to another; a bare "7.30" counts only with a colon, a zone or in a list of times."""
    text = sentence.text
    colon = ":" in match["a"] and len(match["a"]) == 5
    announced = match["call"] or match["az"] or match["z"] or (colon and not sentence.about("sport"))
    if not announced and not _LISTED.match(text, match.end()):
        return None
    said = f"{_called(match['call'])}{hour_minute(match['a'], match['as'])}"
    if match["az"]:
        said += f" {_zone(match['az'], sentence)}"
    if match["b"]:
        said += f" {_join(match['join'], sentence)} {_called(match['again'])}{hour_minute(match['b'], match['bs'])}"
    return said


def _called(call: str | None) -> str:
    if not call:
        return ""
    word = call.strip().rstrip(".")
    if word.lower() in {"pkl", "pk"}:
        return "Pukul " if word[0].isupper() else "pukul "
    return f"{word} " if not word.isupper() else f"{word.lower()} "


def _zone(text: str, sentence: Sentence) -> str:
    zone = sentence.facts.acronyms.get(text.upper())
    return zone.spoken if zone else text


def _join(text: str, sentence: Sentence) -> str:
    word = text.strip()
    if re.fullmatch(r"s\.?\s?[./]?\s?d\.?", word):
        return "sampai dengan"
    return word if word.isalpha() or " " in word else sentence.facts.word("range")


def say_lap(match: re.Match[str], sentence: Sentence) -> str:
    """A time won in a race: "1:23,45" → "satu menit dua puluh tiga koma empat lima detik"."""
    facts = sentence.facts
    whole, rest = re.split("[.,]", match["s"])
    return f"{cardinal(int(match['m']))} {facts.word('minute')} {decimal(whole, rest)} {facts.word('second')}"


def say_call(match: re.Match[str], sentence: Sentence) -> str:
    """The short form of "pukul"."""
    del sentence
    return "Pukul" if match["x"][0].isupper() else "pukul"
