"""Capitals: Roman numerals, acronyms, words in capitals, single letters."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal, ordinal, roman
from broadcast.pronounce.definitions import own
from broadcast.pronounce.facts import Acronym, Facts, either
from broadcast.pronounce.rule import Rule, Rules, Sentence

_NUMERAL = r"[IVXLC]+"
_ROMAN = re.compile(  # "kelas VIII", "golongan IV/b", "kelas VII, VIII, dan IX"
    rf"(?<![\w/])(?P<w>[A-Za-z]+)(?:(?P<dot>\.\s?)|[\s-])(?P<x>{_NUMERAL}(?:-?[A-E](?!\w))?"
    rf"(?:(?:,\s|\s?[-–]\s?|,?\s(?:dan|atau|serta|hingga|sampai)\s){_NUMERAL}(?!\w))*(?:/(?P<y>[a-e]))?)(?![\w'’]|/[A-Z](?![a-z]))"
)
_ROMAN_SPAN = re.compile(r"(?<![\w/-])(?P<a>[IVX]+)\s?[-–]\s?(?P<b>[IVX]+)(?![\w/-])")  # "III-IV MMI"
_STREET = re.compile(r"\b(?:Jl|Jln|Jalan|Gg|Gang|Perum|Perumahan)\.?\s(?:[A-Z][\w.']*\s){0,3}\Z")  # "Jalan Raya " before "Mastrip V"
_INITIAL = re.compile(r"\.\s*\S")  # "Jalan I. Sutedja"
_NAME_AFTER = re.compile(r"\s(?!No\b|Nomor\b|Blok\b)[A-Z][a-z]")  # "Jalan Raya I Gusti Ngurah Rai"
_ONE = re.compile(rf"(?<!\w){_NUMERAL}(?!\w)")
_STOPPED = re.compile(r"(?<![\w.-])(?P<x>(?:PT|CV|UD|PD|RS|SD|SMP|SMA|SMK|TK|NIP|NIK|NRP|NIM|NPWP)\.)(?=\s?[A-Z\d])")  # "PT. Maju"
_SPACED = re.compile(r"(?<![\w-])(?P<x>[A-Z](?:-[A-Z])+)(?![\w-])")  # "A-K-B-P"
_MIXED = re.compile(  # "BPJS", "MTs", "PDI-P"
    r"(?<![\w@#.])(?P<x>(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,}(?:-[A-Z]{1,3}(?![\w]))?)(?![\w@])(?!\.\w)"
)
_CAPS_TWICE = re.compile(r"(?<![\w-])(?P<x>(?P<k>[A-Z]{3,})-(?P=k))(?![\w-])")  # "DETIK-DETIK"
_LETTER_WORD = re.compile(r"(?<![\w.'’&@#-])(?P<x>(?P<k>[A-Z])-)(?=[a-z]{3,})")  # "K-pop", "X-ray"
_SINGLE = re.compile(r"(?<![\w.'’&@#-])(?P<x>[A-Z])(?![\w'’&-]|\.\w)")  # "sebut saja X"
_SUFFIX = re.compile(r"(?P<k>[A-Z]{2,})(?P<s>nya|an|kah|lah|pun|ku|mu)")  # "KPKnya"
_CAPS_RUN = re.compile(  # "DPRD LUMAJANG SAHKAN"
    r"(?<![\w])[A-Z][A-Z'’-]+(?:[\s,/&:\"“”-]{1,3}(?:[A-Z][A-Z'’-]+|\d[\d.,%]*|RP\s?\d[\d.,]*))+"
)
_C = "BCDFGHJKLMNPQRSTVWXYZ"
_HEAD = rf"(?:[{_C}]|[BCDFGKPST][RLWY]|NG|NY|SY|KH|CH|SH|ST|SP|SK|SM|SN|STR|PR|TR|KW)?"
SPEAKABLE = re.compile(  # consonants never pile up as they do in an acronym
    rf"{_HEAD}[AIUEO]{{1,2}}"
    rf"(?:(?:NG|NY|SY|KH|[{_C}]{{1,2}}|NG[{_C}]{{1,2}}|[{_C}][BCDFGKPST][RLWY])[AIUEO]{{1,2}})+(?:NG|KS|NS|[{_C}])?"
)
_ONE_SYLLABLE = re.compile(  # "BLOK", "BEST", "WINGS"
    rf"(?:[BCDFGKPST][RLW]|STR|SK|SP|ST|CH|SH)[AIUEO]{{1,2}}[{_C}]|[{_C}]?[AIUEO](?:NG|NGS|NS|RS|RD|ST|KS|LL|SS|RT|NK|LD|ND|NT|RM)"
)
_OTHERS = re.compile(  # "AS (20), DN dan …"
    r"(?:(?<!\w)[A-Z]{1,4}(?:\s\(\d{1,2}(?:\stahun)?\))?(?:,?\s(?:dan|serta|alias|bersama|atau)\s|,\s))+$"
)


def rules(facts: Facts) -> Rules:
    """The rules of capitals that come after everything with figures."""
    del facts
    return (
        Rule("acronym", _CAPS_TWICE, say_twice, "capital", ("-",)),
        Rule("acronym", _MIXED, say_capitals, "capital"),
        Rule("letter", _LETTER_WORD, say_letter_word, "capital", ("-",)),
        Rule("letter", _SINGLE, say_single, "capital"),
    )


def first_rules(facts: Facts) -> Rules:
    """The rules of capitals that come before figures and abbreviations."""
    return (
        Rule("phrase", re.compile(rf"(?<![\w-])(?P<x>{either(facts.phrases)})(?!\w)"), say_phrase, has=tuple(facts.phrases)),
        Rule("acronym", _STOPPED, say_stopped, "stop"),
        Rule("acronym", _SPACED, say_spaced, "capital", ("-",)),
        Rule("roman", _ROMAN, say_roman, "capital", tuple(f"{gap}{mark}" for gap in " -." for mark in "IVXLC")),
        Rule("roman", _ROMAN_SPAN, say_roman_span, "capital", ("-", "–")),
    )


def say_phrase(match: re.Match[str], sentence: Sentence) -> str:
    """Several words that are said together otherwise: "DI Yogyakarta" → "de i Yogyakarta"."""
    return sentence.facts.phrases[match["x"]]


def say_stopped(match: re.Match[str], sentence: Sentence) -> str | None:
    """An acronym with a stop before a name or figure: "PT. Maju" → "pe te Maju"."""
    known = sentence.facts.acronyms.get(match["x"].rstrip("."))
    return known.spoken if known else None


def say_spaced(match: re.Match[str], sentence: Sentence) -> str:
    """Say "A-K-B-P" → "a ka be pe"."""
    return sentence.facts.spell(match["x"])


def say_roman(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "kelas VIII" → "kelas delapan", "Paus Yohanes Paulus II" → "… kedua"; only after a word that calls for it."""
    facts = sentence.facts
    word = match["w"]
    text = match["x"].split("/")[0]
    first = _ONE.search(text)
    section = re.fullmatch(rf"({_NUMERAL})-?([A-E])", text)
    numeral = section.group(1) if section else first.group() if first else ""
    kind, single = facts.roman.get(word.lower(), ("", False))
    value = roman(numeral)
    if value is None or value > 399 or ((section or match["dot"]) and not kind):
        return None
    if kind and len(numeral) == 1 and (not single or numeral not in "IVX"):
        return None
    if not kind and (
        (len(numeral) == 1 and not _in_street(match, sentence)) or not word[0].isupper() or numeral in facts.acronyms or value >= 50
    ):
        return None
    if section:
        return f"{cardinal(value)} {facts.spell(section.group(2))}"
    said = _ONE.sub(lambda found: _numeral(found.group(), kind), text)
    said = re.sub(r"\s?[-–]\s?", f" {facts.word('range')} ", said)
    return f"{said} {facts.spell(match['y'])}" if match["y"] else said


def _in_street(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a single numeral ends the name of a street, or a house number follows: "Jalan Mastrip V", "Mastrip V/12"."""
    if match["x"] not in {"I", "V", "X"}:
        return False
    if re.match(r"/\d", sentence.text[match.end("x") :][:2]):
        return True
    named = _INITIAL.match(sentence.text, match.end("x")) or (match["x"] == "I" and _NAME_AFTER.match(sentence.text, match.end("x")))
    return bool(_STREET.search(sentence.text, max(0, match.start() - 60), match.start())) and not named


def say_roman_span(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "III-IV MMI" → "tiga hingga empat em em i"."""
    first, last = roman(match["a"]), roman(match["b"])
    if not (first and last and first < last and len(match["a"] + match["b"]) > 2):  # "I-V" may be letters
        return None
    return f"{cardinal(first)} {sentence.facts.word('range')} {cardinal(last)}"


def _numeral(text: str, kind: str) -> str:
    value = roman(text)
    if value is None:
        return text
    return ordinal(value) if kind == "ordinal" else cardinal(value)


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
        return _with_letters(text, sentence)
    if "-" in text:
        said = [_unknown(part, match.start(), sentence) for part in text.split("-")]
        return ("-" if said[0].lower() == said[-1].lower() else " ").join(said)  # "DETIK-DETIK"
    return _unknown(text, match.start(), sentence)


_MIXTURES = (  # an acronym grown together with a word, on either side
    re.compile(r"(?P<w>[A-Z]?[a-z]{2,})(?P<k>[A-Z]{2,})"),  # "MotoGP", "PermenLHK"
    re.compile(r"(?P<k>[A-Z]{2,})(?P<v>[A-Z][a-z]{2,})"),  # "BRILink", "JPMorgan"
    re.compile(r"(?P<k>[A-Z]{2,})(?P<p>s)"),  # "SDGs"
    re.compile(r"(?P<p>[a-z])(?P<k>[A-Z]{2,})"),  # "iOS", "eSIM"
)


def _with_letters(text: str, sentence: Sentence) -> str | None:
    """An acronym grown together with a word: "MotoGP" → "Moto ge pe"; any other mixture of cases is a name."""
    facts = sentence.facts
    if proper := facts.proper.get(text.lower()):
        return proper  # "DisperinDAG"
    text, dash, tail = text.partition("-")
    if dash:  # "KemenPAN-RB"
        head = _with_letters(text, sentence)
        return f"{head} {facts.spell(tail)}" if head else None
    for mixture in _MIXTURES:
        if match := mixture.fullmatch(text):
            known = facts.acronyms.get(match["k"])
            parts = {"k": known.spoken if known else facts.spell(match["k"])}
            parts |= {name: facts.spell(part) if name == "p" else part for name, part in match.groupdict().items() if name != "k"}
            return " ".join(parts[name] for name in sorted(parts, key=match.start))
    return None


def _is_word(text: str, known: Acronym, start: int, sentence: Sentence) -> bool:
    """Whether a listed acronym is an everyday word here, as DANA in "CAIRKAN DANA DESA"."""
    return not known.known and text.lower() in sentence.facts.caps_words and stretch(sentence, start)


def _known(text: str, known: Acronym, match: re.Match[str], sentence: Sentence) -> str:
    bracketed = text in sentence.defined and sentence.text[match.start() - 1 : match.start()] == "("
    if known.kind == "full" and (bracketed or own(sentence.defined, text, sentence.facts) or initials_of_a_name(match, sentence)):
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
    everyday = low in facts.caps_words and (len(text) > 3 or stretch(sentence, start) or start == 0)
    if not everyday and len(text) > 1 and set(text) <= set("IVX") and (value := roman(text)):
        return cardinal(value)
    if everyday:
        return _true_case(low, start, facts)
    if len(text) > 1 and not any(text in known for known in (sentence.defined, facts.ranks, facts.degrees)):
        sentence.guessed.add(start)
    return _true_case(low, start, facts) if _a_word(text, start, sentence) else facts.spell(text)


def _a_word(text: str, start: int, sentence: Sentence) -> bool:
    """Whether unlisted capitals can be said as a word; in a headline more of them are."""
    if text.lower() in sentence.facts.roman and _vowels(text) and _BEFORE_NUMBER.match(sentence.text, start + len(text)):
        return True  # "BAB IV"
    headline = stretch(sentence, start)
    if headline and len(text) > 4 and 3 * _vowels(text) >= len(text):  # "ANJLOK"
        return True
    if len(text) < (3 if headline else 4):
        return False
    return bool(SPEAKABLE.fullmatch(text) or (len(text) > 3 and _ONE_SYLLABLE.fullmatch(text)) or _long_word(text))


_BEFORE_NUMBER = re.compile(r"\s(?:[IVXLC]+\b|\d)")


def _vowels(text: str) -> int:
    return sum(mark in "AIUEO" for mark in text)


def _long_word(text: str) -> bool:
    """Whether capitals are too many for an acronym and have vowels enough for a word: "ADVERTISEMENT".

    >>> _long_word("ADVERTISEMENT"), _long_word("SWDKLLJ"), _long_word("PPKGBK")
    (True, False, False)
    """
    return len(text) >= 7 and 3 * _vowels(text) >= len(text) - 1  # longest acronym in use: 6


def _true_case(low: str, start: int, facts: Facts) -> str:
    """A word out of capitals: a name keeps its first, and so does the beginning of the text."""
    return facts.proper.get(low) or (low.capitalize() if start == 0 else low)


def say_twice(match: re.Match[str], sentence: Sentence) -> str:
    """Say "DETIK-DETIK" → "detik-detik"."""
    word = _unknown(match["k"], match.start(), sentence)
    return f"{word}-{word.lower()}"


def say_letter_word(match: re.Match[str], sentence: Sentence) -> str:
    """The letter of "K-pop", "X-ray"."""
    return f"{sentence.facts.spell(match['k'])} "


def say_single(match: re.Match[str], sentence: Sentence) -> str | None:
    """One capital: its name, "Grup B" → "Grup be"; but "O, begitu" is a word."""
    if match.start() == 0 and re.match(r"[,!]", sentence.text[1:]) and match["x"] in "AEIOU":
        return None
    return sentence.facts.letters.get(match["x"].lower())
