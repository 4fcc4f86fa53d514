"""Words that stand for longer ones: abbreviations, titles, ranks, degrees, initials; and ages beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from broadcast.bahasa.numbers import cardinal
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.rule import Rule, Rules, Sentence

_WRITTEN = re.compile(r"(?<![\w.'’/@])(?P<x>\(?[A-Za-z][\w/'’]*(?:\.[A-Za-z][\w]*)*(?:\.|\b)\)?:?)")  # "Kab.", "s.d.", "d/a", "yg"
_DOTTED = re.compile(r"(?<![\w.])(?P<x>(?:[A-Z]\.\s?){1,5})(?=\s?[A-Z][a-z'’])")  # "A.H. Nasution"
_LETTERS = re.compile(r"(?<![\w.])(?P<x>(?:[A-Z]\.){2,6})(?![A-Za-z])|(?<![\w.])(?P<y>(?:[A-Z]\.){1,5}[A-Z])(?![\w.])")  # "R.I."
_TRAILING = re.compile(r"(?<=[a-z] )(?P<x>[A-Z]\.)(?=\s[a-z(]|,|\)|;)")  # "Budi S. hadir"
_AGE = re.compile(  # "Sutrisno (45)", "AS (34 tahun)"
    r"(?<=[\w.'’])(?P<x>\s?\((?P<n>\d{1,3})(?:\s?(?P<u>tahun|thn\.?|th\.?))?\))"
)
_LISTED = re.compile(r"(?:(?<=[:;,] )|(?<=^))(?P<x>\(?(?P<n>[a-h]|\d{1,2})\))(?=\s\w)|(?<=\s)(?P<y>(?P<m>[a-h])\))(?=\s\w)")  # "a) sehat"
_TEXT_END = re.compile(r"[\s\"”’')]*\Z")
_ENDS = frozenset({"dll.", "dsb.", "dst.", "dkk.", "dlsb."})


def rules(facts: Facts) -> Rules:
    """The rules of names, from the ranks of the lexicon."""
    ranks = [rank for rank in facts.ranks if " " in rank and not rank.endswith("TNI")]
    several = re.compile(rf"(?<!\w)(?P<x>(?:{_stopped(ranks)})\b(?:\.(?=\s[A-Z]))?)(?!\w)")
    bearers = [rank for rank in facts.ranks if " " not in rank] + [word.capitalize() for word in facts.cue("rank")] + ["TNI"]
    corps = re.compile(  # "Kolonel Kav", "Kapten Laut (P)"
        rf"\b(?:{either(bearers)})\.?(?:\s(?:Laut|Pol|TNI|Inf|Mar))?\s?(?P<x>{either(facts.corps)})(?![\w])"
    )
    titles = [key for key, (_, place) in facts.degrees.items() if place == "before"]
    before = re.compile(rf"(?<![\w.])(?P<x>{either(titles)})(?=\s?(?:[A-Z(]|dr|apt))(?!\w)")  # "Prof. Dr. Ir. Hadi"
    degrees = [key for key, (_, place) in facts.degrees.items() if place == "after"]
    after = re.compile(rf"(?<![\w.])(?P<x>{spaced(degrees)})(?!\w)")  # ", S.H., M.Si."
    return (
        Rule("rank", several, say_rank, "capital"),
        Rule("rank", corps, say_corps, "capital"),
        Rule("degree", before, say_title, "capital"),
        Rule("degree", after, say_degree, "capital"),
        Rule("abbreviation", _WRITTEN, say_abbreviation),
        Rule("initials", _DOTTED, say_initials, "capital"),
        Rule("initials", _LETTERS, say_dotted_letters, "capital"),
        Rule("initials", _TRAILING, say_initials, "capital"),
        Rule("age", _AGE, say_age, "digit"),
        Rule("enumeration", _LISTED, say_listed),
    )


def _stopped(ranks: Iterable[str]) -> str:
    """Ranks of several words as alternatives, with or without a stop between: "Kombes. Pol"."""
    return "|".join(re.escape(rank).replace("\\ ", r"\.?\s") for rank in sorted(ranks, key=len, reverse=True)) or "(?!)"


def say_rank(match: re.Match[str], sentence: Sentence) -> str:
    """"Irjen Pol" → "Inspektur Jenderal Polisi"."""
    written = re.sub(r"\.?\s", " ", match["x"].rstrip("."))
    return sentence.facts.ranks[written]


def say_corps(match: re.Match[str], sentence: Sentence) -> str:
    """The branch after a rank: "Kolonel Kav" → "Kolonel Kavaleri"."""
    said = sentence.facts.corps[match["x"]]
    return f" {said}" if match["x"].startswith("(") and sentence.text[match.start("x") - 1] != " " else said


def spaced(keys: Iterable[str]) -> str:
    """The keys as alternatives, with or without a space after an inner stop.

    >>> bool(re.fullmatch(spaced(["S.Pd.", "S.H."]), "S. Pd."))
    True
    """
    return "|".join(re.sub(r"\\\.(?=.)", lambda _: r"\.\s?", re.escape(key)) for key in sorted(keys, key=len, reverse=True)) or "(?!)"


def say_title(match: re.Match[str], sentence: Sentence) -> str:
    """A title before a name: "Ir. Joko" → "Insinyur Joko"."""
    return sentence.facts.degrees[match["x"]][0]


def say_degree(match: re.Match[str], sentence: Sentence) -> str | None:
    """A degree after a name; one without dots only after a comma."""
    text = re.sub(r"\s", "", match["x"])
    said = sentence.facts.degrees[text][0]
    before = sentence.text[max(0, match.start() - 4) : match.start()].rstrip()
    if not re.search(r"[,.)]$" if "." not in text else r"[\w,.)]$", before):
        return None
    return said + _kept_stop(text, match.end(), sentence)


def _kept_stop(text: str, end: int, sentence: Sentence) -> str:
    """The full stop of an abbreviation that also ends the sentence."""
    if not text.endswith("."):
        return ""
    return "." if _TEXT_END.match(sentence.text, end) or re.match(r"\s[A-Z][a-z]", sentence.text[end : end + 3]) else ""


def say_abbreviation(match: re.Match[str], sentence: Sentence) -> str | None:
    """"Kab." → "Kabupaten", where what follows fits; the stop at the end of the text stays."""
    text = match["x"]
    table = sentence.facts.abbreviations
    entry = table.get(text)
    bare = text.rstrip(".:)")
    if not entry and text != bare and not text.startswith("("):
        entry = table.get(bare)
        text = bare if entry else text
    if not entry and text.istitle() and len(text) > 2 and (low := table.get(text.lower())):
        entry = (low[0][:1].upper() + low[0][1:], low[1])
    if not entry:
        return None
    said, when = entry
    end = match.start("x") + len(text)
    if not _fits(when, text, match.start("x"), end, sentence):
        return None
    tail = match["x"][len(text) :]
    new_sentence = text in _ENDS and re.match(r"\s[A-Z]", sentence.text[end : end + 2])
    if text.endswith(".") and (new_sentence or _TEXT_END.match(sentence.text, end)):
        tail = "." + tail
    if not said.islower() and text.isupper() and len(text) < 3 and when == "name":
        return None if not re.match(r"\s[A-Z][a-z]", sentence.text[end : end + 3]) else said + tail
    return said + tail


def _fits(when: str, text: str, start: int, end: int, sentence: Sentence) -> bool:
    after = sentence.text[end : end + 3]
    if when == "name":
        return bool(re.match(r"\s?[A-Z]", after))
    if when == "number":
        return bool(re.match(r"[\s:]{0,2}(?:\d|[IVX]+\b)", after))
    if when == "lower":
        before = sentence.word_before(start)
        return before.islower() and bool(re.match(r"\s[a-z]", after))
    return text.endswith(".") or not sentence.text[end : end + 1].isalnum()


def say_initials(match: re.Match[str], sentence: Sentence) -> str:
    """"A.H. Nasution" → "a ha Nasution"."""
    text = match["x"]
    return sentence.facts.spell(text) + (" " if text.endswith(" ") else "")


def say_dotted_letters(match: re.Match[str], sentence: Sentence) -> str:
    """"R.I." → "er i"; a stop that ends the text stays."""
    text = match["x"] or match["y"]
    at_end = text.endswith(".") and _TEXT_END.match(sentence.text, match.end())
    return sentence.facts.spell(text) + ("." if at_end else "")


def say_age(match: re.Match[str], sentence: Sentence) -> str | None:
    """"Sutrisno (45)" → "Sutrisno, empat puluh lima tahun,"."""
    number = int(match["n"])
    before = sentence.word_before(match.start())
    person = before[:1].isupper() or sentence.near(match.start(), "person", 24) or match["u"]
    if not person or number > 120 or (before.isupper() and len(before) > 3 and not match["u"]):
        return None
    comma = "," if re.match(r"\s*[\w\"“(]", sentence.text[match.end() : match.end() + 4]) else ""
    return f", {cardinal(number)} {sentence.facts.word('age')}{comma}"


def say_listed(match: re.Match[str], sentence: Sentence) -> str | None:
    """A point of a list: "a) sehat jasmani" → "a, sehat jasmani"."""
    mark = match["n"] or match["m"]
    said = cardinal(int(mark)) if mark.isdecimal() else sentence.facts.spell(mark)
    return f"{said},"
