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
_ZONE = r"(?i:WIB|WITA|WIT|UTC|GMT)\b"
_OF_DAY = r"waktu\s(?:setempat|[A-Z][a-z]+)|pagi|siang|sore|petang|malam|dini\shari"
_CLOCK = re.compile(  # "pukul 07.00-09.00 WIB", "jam 18.00 sampai 22.00", "03.15 WIB", "19:30"
    rf"(?<![\w.,:])(?P<call>{_CALLED}\s*)?(?P<a>{_TIME})(?P<as>{_SECONDS})(?:\s?(?P<az>{_ZONE}))?"
    rf"(?:(?P<join>{_JOIN})(?P<again>{_CALLED}\s*)?(?P<b>{_TIME})(?P<bs>{_SECONDS}))?(?![\w:]|[.,]\d)(?=\s?(?P<z>{_ZONE}|(?:{_OF_DAY})\b)?)"
)
_LISTED = re.compile(rf"[,\s]*(?:(?:dan|atau|hingga|sampai)\s)?(?:{_CALLED}\s*)?(?:{_TIME}\W*(?:(?:dan|atau)\s)?)*(?:{_TIME}\s?)?{_ZONE}")
_LAP = re.compile(  # "1:23,45", "1'38.752"
    r"(?<![\w.,:])(?P<m>\d{1,2})(?::(?P<s>[0-5]\d(?:,\d{1,3}|\.\d{1,2}))|['’′](?P<t>[0-5]\d[.,]\d{1,3})[\"”″]?)s?(?!\w|[.,:]\d)"
)
_SECONDS_SHORT = re.compile(r"(?<![\w.,:])(?P<n>\d{1,2}[.,]\d{1,3})s(?!\w)")  # "+0.430s"
_RACE = re.compile(  # "catatan waktu 2:10:45", "durasi 3:45"
    r"(?<![\w.,:])(?:(?P<h>\d{1,2}):)?(?P<m>[0-5]?\d):(?P<s>[0-5]\d(?:[.,]\d{1,3})?)(?![\w:]|[.,]\d)(?:\s(?:jam|menit|detik)\b)?"
)
_TAKES = frozenset({"dalam", "selama"})
_MEASURED = re.compile(  # what follows a figure that is no clock time: "12.50 persen"
    r"\s?(?:[%°‰]|persen|ribu|juta|miliar|triliun|poin|derajat|meter|kilo|hektare|ton|detik|L[SU]\b|B[TB]\b|[kcm]?m\b|kg\b|ha\b|SR\b)"
)
_CALL = re.compile(r"\b(?P<x>[Pp]kl|[Pp]k)\.?(?=\s?\d)")  # "pkl 7"


def rules(facts: Facts) -> Rules:
    """The rules of clock times."""
    del facts
    return (
        Rule("duration", _LAP, say_lap, "digit", (":", "'", "’", "′")),
        Rule("duration", _SECONDS_SHORT, say_seconds, "digit", ("s",)),
        Rule("duration", _RACE, say_race, "digit", (":",)),
        Rule("time", _CLOCK, say_clock, "digit", (".", ":")),
        Rule("time", _CALL, say_call, "digit", ("pk", "Pk")),
    )


def hour_minute(text: str, seconds: str = "", *, full: bool = False) -> str:
    """Return a clock time in words; `full` names the minutes.

    >>> hour_minute("07.00"), hour_minute("9:05"), hour_minute("17.30"), hour_minute("00.30"), hour_minute("00.00")
    ('tujuh', 'sembilan nol lima', 'tujuh belas tiga puluh', 'nol nol tiga puluh', 'nol nol')
    >>> hour_minute("10.23", ".17"), hour_minute("05.20", full=True)
    ('sepuluh lewat dua puluh tiga menit tujuh belas detik', 'lima lewat dua puluh menit')
    """
    hour, minute = (int(part) for part in re.split("[.:]", text))
    said = "nol nol" if hour == 0 else cardinal(hour)
    if seconds:
        return f"{said} lewat {cardinal(minute)} menit {cardinal(int(seconds[1:]))} detik"
    if minute == 0:
        return said
    if full:
        return f"{said} lewat {cardinal(minute)} menit"
    return f"{said} nol {cardinal(minute)}" if minute < 10 else f"{said} {cardinal(minute)}"


def say_clock(match: re.Match[str], sentence: Sentence) -> str | None:
    """A clock time, or from one to another; a bare "17.30" counts only where something tells that it is one."""
    if not _announced(match, sentence):
        return None
    full = sentence.facts.style.get("clock") == "full"
    said = f"{_called(match['call'])}{hour_minute(match['a'], match['as'], full=full)}"
    if match["az"]:
        said += f" {_zone(match['az'], sentence)}"
    if match["b"]:
        said += f" {_join(match['join'], sentence)} {_called(match['again'])}{hour_minute(match['b'], match['bs'], full=full)}"
    return said


def _announced(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a figure is a clock time: by its call, zone, colon, a first zero, or other times in the sentence."""
    if match["call"] or match["az"] or match["z"] or _LISTED.match(sentence.text, match.end()):
        return True
    first = match["a"]
    if ":" in first and len(first) == 5 and not sentence.about("sport"):  # "07:30"
        return True
    if _MEASURED.match(sentence.text, match.end()) or sentence.word_before(match.start()) in sentence.facts.currencies:
        return False
    if first.startswith("0") and len(first) == 5:  # no other figure is written "08.45"
        return True
    return len(first) == 5 and (sentence.near(match.start(), "clock", 16) or not sentence.words.isdisjoint(_TELLS_TIME))


_TELLS_TIME = frozenset({"pukul", "wib", "wita", "wit"})


def _called(call: str | None) -> str:
    if not call:
        return ""
    word = call.strip().rstrip(".")
    if word.lower() in {"pkl", "pk"}:
        return "Pukul " if word[0].isupper() else "pukul "
    return f"{word} " if not word.isupper() else f"{word.lower()} "


def _zone(text: str, sentence: Sentence) -> str:
    zone = sentence.facts.acronyms.get(text.upper())
    return zone.spoken if zone else sentence.facts.spell(text)


def _join(text: str, sentence: Sentence) -> str:
    word = text.strip()
    if re.fullmatch(r"s\.?\s?[./]?\s?d\.?", word):
        return "sampai dengan"
    return word if word.isalpha() or " " in word else sentence.facts.word("range")


def say_lap(match: re.Match[str], sentence: Sentence) -> str:
    """A time won in a race: "1:23,45" → "satu menit dua puluh tiga koma empat lima detik"."""
    facts = sentence.facts
    whole, rest = re.split("[.,]", match["s"] or match["t"])
    return f"{cardinal(int(match['m']))} {facts.word('minute')} {decimal(whole, rest)} {facts.word('second')}"


def say_seconds(match: re.Match[str], sentence: Sentence) -> str:
    """Say split seconds: "0.430s" → "nol koma empat tiga nol detik"."""
    whole, rest = re.split("[.,]", match["n"])
    return f"{decimal(whole, rest)} {sentence.facts.word('second')}"


def say_race(match: re.Match[str], sentence: Sentence) -> str | None:
    """A length of time, where the words before tell of one: "catatan waktu 2:10:45" → "dua jam sepuluh menit …"."""
    facts = sentence.facts
    taken = match["h"] is not None and sentence.word_before(match.start()).lower() in _TAKES
    if not (taken or sentence.near(match.start(), "race", 32)) or sentence.near(match.start(), "clock", 10):
        return None
    hour = f"{cardinal(int(match['h']))} jam " if match["h"] else ""
    return f"{hour}{cardinal(int(match['m']))} {facts.word('minute')} {facts.figure(match['s'].lstrip('0') or '0')} {facts.word('second')}"


def say_call(match: re.Match[str], sentence: Sentence) -> str:
    """The short form of "pukul"."""
    del sentence
    return "Pukul" if match["x"][0].isupper() else "pukul"
