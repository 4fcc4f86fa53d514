"""Counting: ordinals, scores, ranges, fractions, rough numbers and plain figures."""

from __future__ import annotations

import re
import unicodedata

from broadcast.bahasa.numbers import approximate, cardinal, digits, fraction, ordinal, roman, written
from broadcast.pronounce.facts import Facts
from broadcast.pronounce.rule import DASH, DASHES, END, NUM, START, Rule, Rules, Sentence

_ORDINAL = re.compile(  # "ke-3", "ke-90+3"
    r"(?<![\w-])(?P<k>[Kk][Ee])(?:\s?-\s?|(?=\d))(?P<n>\d[\d.]*\d|\d)(?:\+(?P<more>\d+))?(?P<nya>-?nya)?(?!\w|[.,]\d)"
)
_ROMAN_ORDINAL = re.compile(r"(?<![\w-])[Kk][Ee](?:-\s?|\s(?=[IVXLC]{2}))(?P<n>[IVXLC]+)(?!\w)")  # "ke-XX"
_SPACED_ORDINAL = re.compile(  # "pasien ke 101"
    rf"(?<![\w-])(?P<w>[A-Za-z]+)\s(?P<x>ke\s(?P<n>\d{{1,3}}(?:\.\d{{3}})*)){END}(?!\s?[-–%])"
)
_ENGLISH = re.compile(r"(?<![\w.,-])(?P<n>\d{1,3})(?:st|nd|rd|th)(?=\s[A-Z])")  # "4th Masters"
_MINUTE_MARK = re.compile(r"(?<![\w.,:+])(?P<n>\d{1,3})(?:\+(?P<more>\d{1,2}))?['’′](?=[\s,;.)]|$)")  # "(23', 45+2')"
_MORE_MINUTES = re.compile(r"\d['’′],?\s(?:dan\s)?\Z")
_VERB = re.compile(r"(?:di|me|ber|ter)[a-z]{4,}")
_TO_WORDS = frozenset({"dari", "naik", "turun", "pindah", "berubah", "melonjak", "bergeser", "menyusut"})
_FROM = re.compile(r"\b(?:dari|naik|turun)\b", re.IGNORECASE)
_INJURY = re.compile(r"(?<=[Mm]enit )(?P<a>\d{1,3})\+(?P<b>\d{1,2})(?!\w)")  # "menit 90+6"
_ROUGH = re.compile(  # "90-an", "1980-an", "60-70-an"
    r"(?<![\w.,])(?:(?P<from>\d{1,4})\s?[-–]\s?)?(?P<n>\d{1,3}(?:\.\d{3})+|\d+)(?:\s?-\s?an|an)(?!\w)"
)
_SCORE = re.compile(rf"{START}(?P<a>\d{{1,3}})(?:{DASH}|:|\s:\s)(?P<b>\d{{1,3}})(?!\w|[.,]\d|{DASH}\d)")  # "2-1"
_NOUN = re.compile(r"\s([a-z]+)")
_NOUN_AFTER = re.compile(r"\s([A-Za-z]+)")
_BARE_YEAR = re.compile(r"1[1-9]\d\d")
_FORMATION = re.compile(rf"{START}(?P<a>\d)-(?P<b>\d)-(?P<c>\d)(?:-(?P<d>\d))?{END}(?!-)")  # "4-3-3"
_RANGE = re.compile(rf"{START}(?P<a>{NUM})(?P<r>{DASH}|\s?s\.d\.\s?|\s?s/d\s?)(?P<b>{NUM}){END}(?!-\d|/\d)")  # "120-135"
_RANGE_TIMES = re.compile(rf"{START}(?P<a>{NUM}){DASH}(?P<b>{NUM})\s?[x×X](?!\w|\s?\d)")  # "2-3x lipat"
_RANGE_OF_WORDS = re.compile(rf"\d\s?(?P<w>[a-z]{{2,}}|%)(?P<x>{DASH})(?=[\d.,]+\s?(?P=w)(?!\w))")  # "97,5 persen-98 persen"
_FRACTION = re.compile(r"(?<![\w.,/])(?:(?P<w>\d{1,3})\s)?(?P<a>\d{1,2})\s?[/⁄]\s?(?P<b>\d{1,3})(?![\w/]|[.,]\d)")  # "2/3", "1 1/2"
_VULGAR = re.compile(r"(?:(?<!\d)(?P<w>\d{1,3}))?\s?(?P<f>[¼½¾⅐-⅞↉])")  # "1½"
_VERSION = re.compile(r"(?<![\w.,])(?P<x>\d+(?:\.\d+){2,})(?![\w]|[.,]\d)")  # "2.10.1"
_LISTED = re.compile(r"(?<![\w.,])(?P<x>\d{1,2}(?:,\d{1,2}){2,})(?![\w]|[.,]\d)")  # "1,2,3"
_RATIO = re.compile(r"(?<=\d)(?P<x>:|\s:\s)(?=\d)")  # "1:1.000"
_TIMES = re.compile(r"(?<=[\d\w])\s?(?P<x>[x×X])\s?(?=\d)")  # "15 x 20"
_TIMES_AFTER = re.compile(r"(?<=\d)(?P<x>\s?[x×X])(?!\w)")  # "2x lipat"
_PLAIN = re.compile(rf"(?<![A-WYZa-wyz_])(?<!\d[.,])(?P<n>{NUM})(?=[x×X](?:\s?\d|\W|$)|\D|$)(?![A-WYZa-wyz])")  # "3.500"


def rules(facts: Facts) -> Rules:
    """The rules of counting that come before codes and letters."""
    del facts
    return (
        Rule("range", _RANGE_TIMES, say_times_range, "digit", ("x", "×", "X")),
        Rule("range", _RANGE_OF_WORDS, say_dash, "digit", DASHES),
        Rule("ordinal", _ORDINAL, say_ordinal, "digit", ("ke", "Ke", "KE")),
        Rule("ordinal", _ROMAN_ORDINAL, say_roman_ordinal, "capital", ("ke-", "Ke-", "KE-", "ke ", "Ke ", "KE ")),
        Rule("ordinal", _SPACED_ORDINAL, say_spaced_ordinal, "digit", (" ke ",)),
        Rule("ordinal", _MINUTE_MARK, say_minute_mark, "digit", ("'", "’", "′")),
        Rule("ordinal", _INJURY, say_injury_time, "digit", ("+",)),
        Rule("approximate", _ROUGH, say_rough, "digit", ("an",)),
        Rule("score", _FORMATION, say_formation, "digit", ("-",)),
        Rule("score", _SCORE, say_score, "digit", (*DASHES, ":")),
        Rule("range", _RANGE, say_range, "digit", (*DASHES, "s.d.", "s/d")),
        Rule("fraction", _FRACTION, say_fraction, "digit", ("/", "⁄")),
        Rule("fraction", _VULGAR, say_vulgar, has=tuple("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉")),
    )


def first_rules(facts: Facts) -> Rules:
    """The rule of English ordinals, before "th" is taken for "tahun"."""
    del facts
    return (Rule("ordinal", _ENGLISH, say_english, "digit", ("st", "nd", "rd", "th")),)


def plain_rules(facts: Facts) -> Rules:
    """The rules of plain figures, after everything that claims a figure for a class of its own."""
    del facts
    return (
        Rule("code", _VERSION, say_version, "stop"),
        Rule("cardinal", _LISTED, say_listed, "digit", (",",)),
        Rule("symbol", _RATIO, say_ratio, "digit", (":",)),
        Rule("symbol", _TIMES, say_times, "digit", ("x", "×", "X")),
        Rule("symbol", _TIMES_AFTER, say_times, "digit", ("x", "×", "X")),
        Rule("cardinal", _PLAIN, say_number, "digit"),
    )


def _whole(text: str) -> int:
    return int(text.replace(".", ""))


def say_ordinal(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "ke-3" → "ketiga", "menit ke-90+3" → "kesembilan puluh plus tiga"."""
    number = match["n"]
    if "." in number and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", number):
        return None
    said = ordinal(_whole(number))
    if match["k"][0].isupper() and not match["k"].isupper():
        said = said.capitalize()
    if match["more"]:
        said += f" {sentence.facts.word('plus')} {cardinal(int(match['more']))}"
    return said + ("nya" if match["nya"] else "")


def say_english(match: re.Match[str], sentence: Sentence) -> str:
    """Say "4th Masters" → "keempat"."""
    del sentence
    return ordinal(int(match["n"]))


def say_roman_ordinal(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "ke-XX" → "kedua puluh"."""
    del sentence
    value = roman(match["n"])
    return ordinal(value) if value else None


def say_spaced_ordinal(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "pasien ke 101" → "keseratus satu"; "dari 90 ke 101" and "ke 42 kota" stay a step to a figure."""
    before = sentence.text[max(0, match.start() - 80) : match.start()]
    word = match["w"].lower()
    if word in _TO_WORDS or _FROM.search(before):
        return None
    noun = _NOUN_AFTER.match(sentence.text, match.end())
    follows = noun.group(1).lower() if noun else ""
    ranked = word in sentence.facts.cue("ranked") or bool(_VERB.fullmatch(follows))
    if follows in sentence.facts.cue("counted") or (follows and not ranked and follows not in sentence.facts.cue("after_score")):
        return None
    return f"ke{cardinal(_whole(match['n']))}"


def say_minute_mark(match: re.Match[str], sentence: Sentence) -> str | None:
    """The minute of a goal, "23'" → "menit dua puluh tiga"."""
    named = sentence.word_before(match.start()).lower() == "menit"
    if not (named or sentence.about("sport")):
        return None
    again = named or _MORE_MINUTES.search(sentence.text, max(0, match.start() - 8), match.start())
    said = cardinal(int(match["n"]))
    if match["more"]:
        said += f" {sentence.facts.word('plus')} {cardinal(int(match['more']))}"
    return said if again else f"{sentence.facts.word('minute')} {said}"


def say_injury_time(match: re.Match[str], sentence: Sentence) -> str:
    """Say "menit 90+6" → "sembilan puluh plus enam"."""
    return f"{cardinal(int(match['a']))} {sentence.facts.word('plus')} {cardinal(int(match['b']))}"


def say_rough(match: re.Match[str], sentence: Sentence) -> str:
    """Say "90-an" → "sembilan puluhan"."""
    first = f"{cardinal(int(match['from']))} {sentence.facts.word('range')} " if match["from"] else ""
    return first + approximate(_whole(match["n"]))


def say_formation(match: re.Match[str], sentence: Sentence) -> str:
    """A line-up, "4-3-3": one by one."""
    del sentence
    return digits(match.group())


def say_score(match: re.Match[str], sentence: Sentence) -> str | None:
    """A score, "2-1" → "dua satu": where the sentence tells of a match, or the figures cannot be a range."""
    first, last = match["a"], match["b"]
    sport = sentence.about("sport")
    code = len(first) > 1 and first[0] == "0"
    if code or _follows(match, sentence) in sentence.facts.cue("counted"):
        return None
    level = int(last) == int(first)
    if not (sport and (level or _called(match, sentence))) and _counts_a_noun(match, sentence):
        return None
    falling = int(last) < int(first) and ":" not in match.group()
    if not (sport or ((falling or (level and "-" in match.group())) and len(first) < 3)):
        return None
    return f"{cardinal(int(first))} {cardinal(int(last))}"


def _called(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a word of the match stands right before: "skor 1-4", "kalah 1-4", "dari Chelsea 1-4"."""
    before = sentence.word_before(match.start())
    return before.lower() in sentence.facts.cue("sport") or (before[:1].isupper() and match.start() > len(before) + 1)


def _counts_a_noun(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether rising figures count what follows, "5-6 lomba"; after a score comes no noun: "2-3 atas tamunya"."""
    noun = _follows(match, sentence)
    return int(match["a"]) < int(match["b"]) and noun.islower() and noun not in sentence.facts.cue("after_score")


def _follows(match: re.Match[str], sentence: Sentence) -> str:
    noun = _NOUN.match(sentence.text, match.end())
    return noun.group(1) if noun else ""


def say_range(match: re.Match[str], sentence: Sentence) -> str:
    """Say "120-135" → "seratus dua puluh hingga seratus tiga puluh lima"."""
    join = "sampai dengan" if "d" in match["r"] else sentence.facts.word("range")
    if sentence.word_before(match.start()).lower() in sentence.facts.cue("aircraft"):
        return f"{digits(match['a'])} {written(match['b'])}"  # "Boeing 737-800"
    return f"{sentence.facts.figure(match['a'])} {join} {sentence.facts.figure(match['b'])}"


def say_times_range(match: re.Match[str], sentence: Sentence) -> str:
    """Say "2-3x" → "dua hingga tiga kali"."""
    facts = sentence.facts
    return f"{facts.figure(match['a'])} {facts.word('range')} {facts.figure(match['b'])} {facts.word('times')}"


def say_dash(match: re.Match[str], sentence: Sentence) -> str:
    """The dash between two measures of one kind: "15 km - 20 km"."""
    del match
    return f" {sentence.facts.word('range')} "


def say_fraction(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "2/3" → "dua pertiga", "1 1/2" → "satu setengah"."""
    del sentence
    part, whole = int(match["a"]), int(match["b"])
    if not (0 < part < whole <= 10 or (0 < part < whole and whole in {12, 16, 20, 25, 50, 100})) or match["a"][0] == "0":
        return None
    said = fraction(part, whole)
    return f"{cardinal(int(match['w']))} {said}" if match["w"] else said


def say_vulgar(match: re.Match[str], sentence: Sentence) -> str | None:
    """A fraction in one mark: "½" → "setengah"."""
    del sentence
    parts = unicodedata.normalize("NFKC", match["f"]).split("⁄")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        return None
    said = fraction(int(parts[0]), int(parts[1]))
    return f"{cardinal(int(match['w']))} {said}" if match["w"] else said


def say_version(match: re.Match[str], sentence: Sentence) -> str:
    """Say "2.10.1" → "dua titik sepuluh titik satu"; thousands stay one number."""
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", match["x"]):
        return written(match["x"])
    return f" {sentence.facts.word('dot')} ".join(written(part) for part in match["x"].split("."))


def say_listed(match: re.Match[str], sentence: Sentence) -> str:
    """Say "1,2,3" → "satu, dua, tiga"."""
    del sentence
    return ", ".join(written(part) for part in match["x"].split(","))


def say_ratio(match: re.Match[str], sentence: Sentence) -> str:
    """The colon of "1:1.000"."""
    del match
    return f" {sentence.facts.word('ratio')} "


def say_times(match: re.Match[str], sentence: Sentence) -> str:
    """Say "2x" → "dua kali", "15 x 20" → "lima belas kali dua puluh"."""
    del match
    return f" {sentence.facts.word('times')} "


def say_number(match: re.Match[str], sentence: Sentence) -> str:
    """A figure as it stands; four figures without a dot that tell a year, as the house says years."""
    facts, number = sentence.facts, match["n"]
    if facts.style.get("years") == "pairs" and _BARE_YEAR.fullmatch(number) and _follows(match, sentence) not in facts.cue("counted"):
        return facts.year(int(number))
    return facts.figure(number)
