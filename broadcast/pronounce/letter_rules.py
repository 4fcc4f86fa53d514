"""Capitals: Roman numerals, acronyms, words in capitals, single letters."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal, ordinal, roman
from broadcast.pronounce.facts import Acronym, Facts, either
from broadcast.pronounce.rule import Rule, Rules, Sentence

_NUMERAL = r"[IVXLC]+"
_ROMAN = re.compile(  # "kelas VIII", "golongan IV/b", "kelas VII, VIII, dan IX"
    rf"(?<![\w/])(?P<w>[A-Za-z]+)[\s-](?P<x>{_NUMERAL}(?:-?[A-E](?!\w))?"
    rf"(?:(?:,\s|\s?[-–]\s?|,?\s(?:dan|atau|serta|hingga|sampai)\s){_NUMERAL}(?!\w))*(?:/(?P<y>[a-e]))?)(?![\w'’]|/[A-Z])"
)
_ONE = re.compile(rf"(?<!\w){_NUMERAL}(?!\w)")
_STOPPED = re.compile(r"(?<![\w.-])(?P<x>(?:PT|CV|UD|PD|RS|SD|SMP|SMA|SMK|TK)\.)(?=\s?[A-Z\d])")  # "PT. Maju"
_SPACED = re.compile(r"(?<![\w-])(?P<x>[A-Z](?:-[A-Z])+)(?![\w-])")  # "A-K-B-P"
_MIXED = re.compile(  # "BPJS", "MTs", "PDI-P"
    r"(?<![\w@#.])(?P<x>(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,}(?:-[A-Z]{1,3}(?![\w]))?)(?![\w@])(?!\.\w)"
)
_SINGLE = re.compile(r"(?<![\w.'’&@#-])(?P<x>[A-Z])(?![\w'’&-]|\.\w)")  # "sebut saja X"
_SUFFIX = re.compile(r"(?P<k>[A-Z]{2,})(?P<s>nya|an|kah|lah|pun|ku|mu)")  # "KPKnya"
_CAPS_RUN = re.compile(  # "DPRD LUMAJANG SAHKAN"
    r"(?<![\w])[A-Z][A-Z'’-]+(?:[\s,/&:\"“”-]{1,3}(?:[A-Z][A-Z'’-]+|\d[\d.,%]*|RP\s?\d[\d.,]*))+"
)
SPEAKABLE = re.compile(  # consonants never pile up as they do in an acronym
    r"(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCDFGKPST][RLWY]|NG|NY|SY|KH|ST|SP|SK|STR|PR|TR)?[AIUEO]{1,2}"
    r"(?:(?:NG|NY|SY|KH|[BCDFGHJKLMNPQRSTVWXYZ]{1,2}|NG[BCDFGHJKLMNPQRSTVWXYZ]{1,2}|[BCDFGHJKLMNPQRSTVWXYZ][BCDFGKPST][RLWY])[AIUEO]{1,2})+"
    r"(?:NG|KS|NS|[BCDFGHJKLMNPQRSTVWXYZ])?"
)
_OTHERS = re.compile(  # "AS (20), DN dan …"
    r"(?:(?<!\w)[A-Z]{1,4}(?:\s\(\d{1,2}(?:\stahun)?\))?(?:,?\s(?:dan|serta|alias|bersama|atau)\s|,\s))+$"
)
_DEFINED = re.compile(r"\(\s?(?P<k>[A-Z][A-Za-z]{1,9})\s?\)")  # "Program Indonesia Pintar (PIP)"


def rules(facts: Facts) -> Rules:
    """The rules of capitals that come after everything with figures."""
    del facts
    return (
        Rule("acronym", _MIXED, say_capitals, "capital"),
        Rule("letter", _SINGLE, say_single, "capital"),
    )


def first_rules(facts: Facts) -> Rules:
    """The rules of capitals that come before figures and abbreviations."""
    return (
        Rule("phrase", re.compile(rf"(?<![\w-])(?P<x>{either(facts.phrases)})(?!\w)"), say_phrase),
        Rule("acronym", _STOPPED, say_stopped, "capital"),
        Rule("acronym", _SPACED, say_spaced, "capital"),
        Rule("roman", _ROMAN, say_roman, "capital"),
    )


def say_phrase(match: re.Match[str], sentence: Sentence) -> str:
    """Several words that are said together otherwise: "DI Yogyakarta" → "de i Yogyakarta"."""
    return sentence.facts.phrases[match["x"]]


def say_stopped(match: re.Match[str], sentence: Sentence) -> str | None:
    """An acronym with a stop before a name or figure: "PT. Maju" → "pe te Maju"."""
    known = sentence.facts.acronyms.get(match["x"].rstrip("."))
    return known.spoken if known else None


def say_spaced(match: re.Match[str], sentence: Sentence) -> str:
    """"A-K-B-P" → "a ka be pe"."""
    return sentence.facts.spell(match["x"])


def say_roman(match: re.Match[str], sentence: Sentence) -> str | None:
    """"kelas VIII" → "kelas delapan", "Paus Yohanes Paulus II" → "… kedua"; only after a word that calls for it."""
    facts = sentence.facts
    word = match["w"]
    text = match["x"].split("/")[0]
    first = _ONE.search(text)
    section = re.fullmatch(rf"({_NUMERAL})-?([A-E])", text)
    numeral = section.group(1) if section else first.group() if first else ""
    kind, single = facts.roman.get(word.lower(), ("", False))
    value = roman(numeral)
    if value is None or value > 399 or (section and not kind):
        return None
    if kind and len(numeral) == 1 and (not single or numeral not in "IVX"):
        return None
    if not kind and (len(numeral) == 1 or not word[0].isupper() or numeral in facts.acronyms or value >= 50):
        return None
    if section:
        return f"{cardinal(value)} {facts.spell(section.group(2))}"
    said = _ONE.sub(lambda found: _numeral(found.group(), kind), text)
    said = re.sub(r"\s?[-–]\s?", f" {facts.word('range')} ", said)
    return f"{said} {facts.spell(match['y'])}" if match["y"] else said


def _numeral(text: str, kind: str) -> str:
    value = roman(text)
    if value is None:
        return text
    return ordinal(value) if kind == "ordinal" else cardinal(value)


def definitions(text: str, facts: Facts) -> frozenset[str]:
    """The acronyms that a text explains itself, "Asosiasi Siswa (AS)": they are not the table's.

    >>> from broadcast.model import Lexicon
    >>> sorted(definitions("Asosiasi Siswa (AS) dan Ali (BK)", Facts.of(Lexicon())))
    ['AS']
    """
    del facts
    found = set()
    for match in _DEFINED.finditer(text):
        words = re.findall(r"\w+", text[max(0, match.start() - 120) : match.start()])[-10:]
        if _explained(match["k"].upper(), words):
            found.add(match["k"])
    return frozenset(found)


def _explained(key: str, words: list[str]) -> bool:
    """Whether the letters of a key are the first letters of the capitalised words before it, in order."""
    initials = [word[0].upper() for word in words if word[0].isupper()]
    return len(initials) >= len(key) and initials[-len(key) :] == list(key)


def stretch(sentence: Sentence, start: int) -> bool:
    """Whether the capitals at a place belong to a headline: several words in capitals, one of them a plain word."""
    if start not in sentence.headlines:
        _mark_headlines(sentence)
    return sentence.headlines.get(start, False)


def _mark_headlines(sentence: Sentence) -> None:
    """Note for each place of a run of capitals whether the run is a headline; once for a text."""
    if sentence.headlines:
        return
    sentence.headlines[-1] = False
    for run in _CAPS_RUN.finditer(sentence.text):
        found = any(_plain(word, sentence.facts) for word in re.findall(r"[A-Z]{2,}", run.group()))
        sentence.headlines.update(dict.fromkeys(range(run.start(), run.end()), found))


def _plain(word: str, facts: Facts) -> bool:
    if word.lower() in facts.caps_words:
        return True
    return len(word) > 4 and word not in facts.acronyms and bool(SPEAKABLE.fullmatch(word))


def say_capitals(match: re.Match[str], sentence: Sentence) -> str | None:
    """An acronym as its table says; a word in capitals as a word; letters that cannot be spoken, spelled."""
    facts = sentence.facts
    text = match["x"]
    known = facts.acronyms.get(text)
    if known and not (text.isupper() and _is_word(text, known, match.start(), sentence)):
        return _known(text, known, match, sentence)
    if suffix := _SUFFIX.fullmatch(text):
        base = facts.acronyms.get(suffix["k"])
        return f"{base.spoken if base else facts.spell(suffix['k'])} {suffix['s']}"
    if not text.replace("-", "").isupper():
        return None
    if "-" in text:
        return " ".join(_unknown(part, match.start(), sentence) for part in text.split("-"))
    return _unknown(text, match.start(), sentence)


def _is_word(text: str, known: Acronym, start: int, sentence: Sentence) -> bool:
    """Whether a listed acronym is an everyday word here, as DANA in "CAIRKAN DANA DESA"."""
    return not known.known and text.lower() in sentence.facts.caps_words and stretch(sentence, start)


def _known(text: str, known: Acronym, match: re.Match[str], sentence: Sentence) -> str:
    if known.kind == "full" and (text in sentence.defined or initials_of_a_name(match, sentence)):
        return sentence.facts.spell(text)
    if known.kind in {"word", "mixed"} and len(text) < 4 and initials_of_a_name(match, sentence):
        return sentence.facts.spell(text)
    return known.spoken


def initials_of_a_name(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether capitals stand for a person: an age follows, or "tersangka", "berinisial" … stands before them."""
    if re.match(r"\s\(\d{1,2}\b", sentence.text[match.end() : match.end() + 5]):
        return True
    before = _OTHERS.sub("", sentence.text[max(0, match.start() - 60) : match.start()])
    word = re.search(r"([\w-]+)\W*$", before)
    return word is not None and word.group(1).lower() in sentence.facts.cue("initials")


def _unknown(text: str, start: int, sentence: Sentence) -> str:
    """An unlisted word in capitals: in its true case when it can be spoken, else spelled."""
    facts = sentence.facts
    low = text.lower()
    if (known := facts.acronyms.get(text)) and low not in facts.caps_words:
        return known.spoken
    if low in facts.caps_words and (len(text) > 3 or stretch(sentence, start) or start == 0):
        return _true_case(low, start, facts)
    if len(text) > 1 and set(text) <= set("IVX") and (value := roman(text)):
        return cardinal(value)
    shortest = 3 if stretch(sentence, start) else 4
    if len(text) >= shortest and SPEAKABLE.fullmatch(text):
        return _true_case(low, start, facts)
    return facts.spell(text)


def _true_case(low: str, start: int, facts: Facts) -> str:
    """A word out of capitals: a name keeps its first, and so does the beginning of the text."""
    return facts.proper.get(low) or (low.capitalize() if start == 0 else low)


def say_single(match: re.Match[str], sentence: Sentence) -> str | None:
    """One capital: its name, "Grup B" → "Grup be"; but "O, begitu" is a word."""
    if match.start() == 0 and re.match(r"[,!]", sentence.text[1:]) and match["x"] in "AEIOU":
        return None
    return sentence.facts.letters.get(match["x"].lower())
