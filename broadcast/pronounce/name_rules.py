"""Words that stand for longer ones: abbreviations, titles, ranks, degrees, initials; and ages beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from broadcast.bahasa.numbers import cardinal
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.rule import Rule, Rules, Sentence

_WRITTEN = re.compile(  # "Kab.", "s.d.", "d/a", "yg", "se-Kec."
    r"(?:(?<![\w.'’/@-])|(?<=\b[Ss]e-))(?P<x>\(?[A-Za-z][\w/'’]*(?:\.[A-Za-z][\w]*)*(?:\.|\b)\)?:?)"
)
_DOTTED = re.compile(r"(?<![\w.])(?P<x>(?:[A-Z]\.\s?){1,5})(?=\s?[A-Z][a-z'’])")  # "A.H. Nasution"
_ONE_DOTTED = re.compile(r"(?<![\w.])(?P<x>[A-Z]\.\s?)(?=\s?[A-Z][a-z'’])")  # the M of "H. M. Soeharto"
_LETTERS = re.compile(r"(?<![\w.])(?P<x>(?:[A-Z]\.){2,6})(?![A-Za-z])|(?<![\w.])(?P<y>(?:[A-Z]\.){1,5}[A-Z])(?![\w.])")  # "R.I."
_TRAILING = re.compile(r"(?<=[a-z] )(?P<x>[A-Z]\.)(?=\s[a-z(]|,|\)|;)")  # "Budi S. hadir"
_AGE = re.compile(  # "Sutrisno (45)", "AS (34 tahun)"
    r"(?<=[\w.'’])(?P<x>\s?\((?P<n>\d{1,3}|\d,\d)(?:\s?(?P<u>tahun|thn\.?|th\.?))?\))"
)
_LISTED = re.compile(r"(?:(?<=[:;,] )|(?<=^))(?P<x>\(?(?P<n>[a-h]|\d{1,2})\))(?=\s\w)|(?<=\s)(?P<y>(?P<m>[a-h])\))(?=\s\w)")  # "a) sehat"
_WITH_DOT = re.compile(r"[SM]\.[A-Z][a-z]{1,5}")
_NUMBERED = re.compile(r"(?:(?<=[:;,] )|(?<=^))(?P<x>(?P<n>\d{1,2})\.)(?=\s[A-Za-z])")  # "1. upah naik; 2. jam kerja"
_LETTERED = re.compile(r"(?:(?<=[:;] )|(?<=^))(?P<x>(?P<n>[a-h])\.)(?=\s[A-Za-z])")  # "a. sehat; b. jujur"
_TEXT_END = re.compile(r"[\s\"”’')]*\Z")
_ENDS = frozenset({"dll.", "dsb.", "dst.", "dkk.", "dlsb."})


def rules(facts: Facts) -> Rules:
    """The rules of names, from the ranks of the lexicon."""
    ranks = [rank for rank in facts.ranks if " " in rank and not rank.endswith("TNI")]
    several = re.compile(rf"(?<!\w)(?P<x>(?:{_stopped(ranks)})\b(?:\.(?=\s[A-Z]))?)(?!\w)")
    bearers = [rank for rank in facts.ranks if " " not in rank] + [word.capitalize() for word in facts.cue("rank")] + ["TNI"]
    branch = rf"(?P<x>(?P<c>{either(facts.corps)})(?:\.(?=\s[A-Z]))?)(?!\w)"
    corps = re.compile(rf"\b(?:{either(bearers)})\.?\s?{branch}")  # "Kolonel Kav", "Letkol Inf. Budi"
    again = either([*facts.corps, "TNI"])
    second = rf"\b(?:{either(bearers)})\.?\s(?:{again})\.?\s?{branch}"  # "Kapten Laut (P)"
    titles = [key for key, (_, place) in facts.degrees.items() if place == "before"]
    before = re.compile(rf"(?<![\w.])(?P<x>{either(titles)})(?=\s?(?:[A-Z]|\((?!\d)|dr|apt))(?!\w)")  # "Prof. Dr. Ir. Hadi"
    degrees = [key for key, (_, place) in facts.degrees.items() if place == "after"]
    degrees += [f"Sp{key[3:]}" for key in degrees if key.startswith("Sp.")] + list(_glued(facts))
    after = re.compile(  # ", S.H., M.Si.", "Sp.OG(K)", "MH. menahan"
        rf"(?<![\w.])(?P<x>(?:{spaced(degrees)})(?:(?<=[A-Za-z.])(?P<k>\s?\(K\)))?(?:\.(?=\s[a-z]|,))?)(?!\w)"
    )
    return (
        Rule("enumeration", _LETTERED, say_lettered, has=(".",)),
        Rule("rank", several, say_rank, "capital", ("Pol",)),
        Rule("rank", corps, say_corps, "capital", tuple(facts.corps)),
        Rule("rank", re.compile(second), say_corps, "capital", tuple(facts.corps)),
        Rule("degree", before, say_title, "capital", tuple(titles)),
        Rule("degree", after, say_degree, "capital"),
        Rule("abbreviation", _WRITTEN, say_abbreviation),
        Rule("initials", _DOTTED, say_initials, "stop"),
        Rule("initials", _ONE_DOTTED, say_initials, "stop"),
        Rule("initials", _LETTERS, say_dotted_letters, "stop"),
        Rule("initials", _TRAILING, say_initials, "stop"),
        Rule("age", _AGE, say_age, "digit", ("(",)),
        Rule("enumeration", _NUMBERED, say_numbered, "digit", (".",)),
        Rule("enumeration", _LISTED, say_listed, has=(")",)),
    )


def _stopped(ranks: Iterable[str]) -> str:
    """Ranks of several words as alternatives, with or without a stop between: "Kombes. Pol"."""
    return "|".join(re.escape(rank).replace("\\ ", r"\.?\s") for rank in sorted(ranks, key=len, reverse=True)) or "(?!)"


def say_rank(match: re.Match[str], sentence: Sentence) -> str:
    """Say "Irjen Pol" → "Inspektur Jenderal Polisi"."""
    written = re.sub(r"\.?\s", " ", match["x"].rstrip("."))
    return sentence.facts.ranks[written]


def say_corps(match: re.Match[str], sentence: Sentence) -> str:
    """The branch after a rank: "Kolonel Kav" → "Kolonel Kavaleri"."""
    said = sentence.facts.corps[match["c"]]
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


def _glued(facts: Facts) -> dict[str, str]:
    """Degrees without their first dot, "MSi" → "M.Si", where that is not a key of its own."""
    return {key.replace(".", ""): key for key in facts.degrees if _WITH_DOT.fullmatch(key) and key.replace(".", "") not in facts.degrees}


def say_degree(match: re.Match[str], sentence: Sentence) -> str | None:
    """A degree after a name; one without dots only after a comma."""
    text = re.sub(r"\s", "", match["x"].removesuffix(match["k"] or ""))
    if text.endswith(".") and text not in sentence.facts.degrees:
        text = text[:-1]  # "MH. menahan"
    degrees = sentence.facts.degrees
    key = text if text in degrees else _glued(sentence.facts).get(text, f"Sp.{text[2:]}")
    said = degrees[key][0]
    if match["k"]:
        said = f"{said} Konsultan"
    if "." not in text and not _bears(sentence.word_before(match.start()), sentence.facts):
        return None
    before = sentence.text[max(0, match.start() - 4) : match.start()].rstrip()
    if not re.search(r"[,.)]$" if "." not in text else r"[\w,.)]$", before):
        return None
    return said + _kept_stop(text, match.end(), sentence)


def _bears(word: str, facts: Facts) -> bool:
    """Whether a word can have a degree after it: a name or another degree; in "MK, MA, dan KY" there is none."""
    return word[:1].isupper() and (word not in facts.acronyms or word in facts.degrees)


def _kept_stop(text: str, end: int, sentence: Sentence) -> str:
    """The full stop of an abbreviation that also ends the sentence."""
    if not text.endswith("."):
        return ""
    return "." if _TEXT_END.match(sentence.text, end) or re.match(r"\s[A-Z][a-z]", sentence.text[end : end + 3]) else ""


def say_abbreviation(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "Kab." → "Kabupaten", where what follows fits; the stop at the end of the text stays."""
    text = match["x"]
    table = sentence.facts.abbreviations
    if text.isalpha() and text not in table and (len(text) < 3 or text.lower() not in table):
        return None  # nearly every word
    entry = _by_cue(text, match.start("x"), sentence) or table.get(text)
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


def _by_cue(text: str, start: int, sentence: Sentence) -> tuple[str, str] | None:
    """The other meaning of an abbreviation, where a word nearby calls for it: "St." at a railway."""
    if len(text) == 2 and (before := sentence.word_before(start))[:1].isupper() and sentence.text[:start].strip() != before:
        return None  # "Budi P. Utomo"
    for cue, said in sentence.facts.meant.get(text, {}).items():
        if sentence.near(start, cue, 60):
            return said, "name"
    return None


def _fits(when: str, text: str, start: int, end: int, sentence: Sentence) -> bool:
    after = sentence.text[end : end + 3]
    if when == "name":
        return bool(re.match(r"\s?[A-Z]", after))
    if when == "number":
        return bool(re.match(r"[\s:]{0,2}(?:\d|[IVX]+\b)", after))
    if when == "lower":
        before = sentence.word_before(start)
        first = before.istitle() and not sentence.text[: start - len(before) - 1].strip(' "“')
        return (before.islower() or first) and bool(re.match(r"\s[a-z]", after))
    return text.endswith(".") or not sentence.text[end : end + 1].isalnum()


def say_initials(match: re.Match[str], sentence: Sentence) -> str:
    """Say "A.H. Nasution" → "a ha Nasution"."""
    text = match["x"]
    return sentence.facts.spell(text) + (" " if text.endswith(" ") else "")


def say_dotted_letters(match: re.Match[str], sentence: Sentence) -> str:
    """Say "R.I." → "er i"; a stop that ends the text stays."""
    text = match["x"] or match["y"]
    at_end = text.endswith(".") and _TEXT_END.match(sentence.text, match.end())
    return sentence.facts.spell(text) + ("." if at_end else "")


def say_age(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "Sutrisno (45)" → "Sutrisno, empat puluh lima tahun,"."""
    number = float(match["n"].replace(",", "."))
    before = sentence.word_before(match.start())
    if not match["u"] and (sentence.about("standing") or ("," in match["n"] and not sentence.about("person"))):
        return None  # points in a table, not an age
    kin = before.removesuffix("nya") in sentence.facts.cue("person")
    person = before[:1].isupper() or kin or sentence.near(match.start(), "person", 24) or match["u"]
    if not person or number > 120 or (before.isupper() and len(before) > 3 and not match["u"]):
        return None
    comma = "," if re.match(r"\s*[\w\"“(]", sentence.text[match.end() : match.end() + 4]) else ""
    return f", {sentence.facts.figure(match['n'])} {sentence.facts.word('age')}{comma}"


def say_numbered(match: re.Match[str], sentence: Sentence) -> str:
    """Say "2. jam kerja" → "dua, jam kerja"."""
    del sentence
    return f"{cardinal(int(match['n']))},"


def say_lettered(match: re.Match[str], sentence: Sentence) -> str:
    """Say "b. jujur" → "be, jujur"."""
    return f"{sentence.facts.spell(match['n'])},"


def say_listed(match: re.Match[str], sentence: Sentence) -> str | None:
    """A point of a list: "a) sehat jasmani" → "a, sehat jasmani"."""
    mark = match["n"] or match["m"]
    said = cardinal(int(mark)) if mark.isdecimal() else sentence.facts.spell(mark)
    return f"{said},"
