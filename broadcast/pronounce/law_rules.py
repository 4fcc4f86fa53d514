"""Laws and documents: Pasal 340, ayat (1), UU No. 5/2019, LP/B/123/XI/2023, ISO 9001:2015."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal, digits, roman, written
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.letter_rules import SPEAKABLE
from broadcast.pronounce.rule import END, Rule, Rules, Sentence

_VERSE = re.compile(  # "ayat (1)"
    r"\b(?P<w>[Aa]yat|[Pp]asal|[Aa]ngka|[Bb]utir|[Pp]oin|[Hh]uruf)\s?(?P<x>\((?P<n>\d{1,3}[a-z]?|[a-z])\))"
)
_LETTER = re.compile(  # "huruf b dan c"
    r"\b(?:huruf|poin|butir|abjad|opsi|lampiran|jalur)\s(?P<x>[a-z]"
    r"(?:(?:,\s?|\s(?:dan|atau|serta|hingga|sampai)\s|,\sdan\s|-)[a-z]\b)*)(?!\w)",
    re.IGNORECASE,
)
_LIST_VERSE = re.compile(r"(?<=\bdan )(?P<x>\((?P<n>\d{1,2})\))|(?<=, )(?P<z>\((?P<m>\d{1,2})\))(?=,|\sdan)")  # "ayat (1) dan (2)"
_DOCUMENT = re.compile(  # "Nomor 188/45/KEP/2023", "LP/B/123/XI/2023"
    r"(?<![\w/.-])(?P<x>(?=[\w./-]{0,60}\d)[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:\s?/\s?[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*){2,})(?![\w/])"
)
_STANDARD = re.compile(  # "ISO 9001:2015"
    r"\b(?:ISO|SNI|IEC)(?:/(?:IEC|ISO))?[\s-](?P<x>(?P<n>\d{3,5})(?::(?P<y>(?:19|20)\d\d))?)(?![\w:-])"
)
_CLAUSE = re.compile(r"\b(?:[Aa]yat|[Pp]asal)\s(?:\(\d+\)|\d+)\s(?P<x>ke\s?-?\s?(?P<n>\d{1,2}))(?!\w)")  # "ayat (1) ke-1"
_LINKED = re.compile(r"(?<!\w)(?P<x>[Jj][oO]\.?)(?=\s?(?:\d|(?:[Pp]asal|UU|[Uu]ndang|[Pp]eraturan|[Aa]yat)\b))")  # "Jo Pasal 55"
VOWEL = re.compile(r"[aiueoAIUEO]")
PIECES = re.compile(r"\d+(?:[.,]\d+)*|[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def rules(facts: Facts) -> Rules:
    """The rules of laws, before dates and counting."""
    law_year = re.compile(  # "UU No. 5/2019", "Perda Nomor 5/2019", "PP 12/2020"
        rf"(?:\b(?i:{either(facts.cue('law'))})\s(?:[A-Z][A-Za-z]+\s){{0,3}}(?:[Nn]omor|[Nn]o\.?)?\s?|\b(?:[Nn]omor|[Nn]o\.?)\s?)"
        rf"(?P<x>(?P<n>\d{{1,3}}[A-Z]?)\s?/\s?(?P<y>(?:19|20)\d\d)){END}(?!/)"
    )
    return (
        Rule("legal", law_year, say_law, "digit", ("/",)),
        Rule("legal", _CLAUSE, say_clause, "digit", ("yat ", "asal ")),
        Rule("legal", _LINKED, say_linked, has=("jo", "Jo", "JO")),
        Rule("document", _STANDARD, say_standard, "digit", ("ISO", "SNI", "IEC")),
        Rule("legal", _VERSE, say_verse, has=("(",)),
        Rule("legal", _LIST_VERSE, say_listed_verse, "digit", ("(",)),
        Rule("legal", _LETTER, say_letters, has=("uruf ", "oin ", "utir ", "bjad ", "psi ", "ampiran ", "alur ", "URUF ")),
    )


def document_rules(facts: Facts) -> Rules:
    """The rule of document numbers, after dates and clock times."""
    del facts
    return (Rule("document", _DOCUMENT, say_document, "digit", ("/",)),)


def say_law(match: re.Match[str], sentence: Sentence) -> str:
    """The figures of "UU No. 5/2019" → "lima tahun dua ribu sembilan belas"."""
    number = match["n"]
    letter = f" {sentence.facts.spell(number[-1])}" if number[-1].isalpha() else ""
    return f"{cardinal(int(number.rstrip('ABCDEFGHIJ') or 0))}{letter} {sentence.facts.word('age')} {cardinal(int(match['y']))}"


def say_verse(match: re.Match[str], sentence: Sentence) -> str:
    """Say "ayat (1)" → "ayat satu"."""
    return _verse(match["n"], sentence)


def say_listed_verse(match: re.Match[str], sentence: Sentence) -> str | None:
    """A further verse in brackets: "ayat (1) dan (2)"."""
    if not re.search(r"\b[Aa]yat\b", sentence.text[max(0, match.start() - 120) : match.start()]):
        return None
    return _verse(match["n"] or match["m"], sentence)


def _verse(text: str, sentence: Sentence) -> str:
    figure = re.match(r"\d+", text)
    said = cardinal(int(figure.group())) if figure else ""
    letter = text[figure.end() :] if figure else text
    return f"{said} {sentence.facts.spell(letter)}".strip()


def say_clause(match: re.Match[str], sentence: Sentence) -> str:
    """Say "ayat (1) ke-1" → "kesatu", as courts say it; the second and later are plain ordinals."""
    del sentence
    return f"ke{cardinal(int(match['n']))}"


def say_linked(match: re.Match[str], sentence: Sentence) -> str:
    """Say "Jo Pasal 55" → "juncto Pasal 55"."""
    del match, sentence
    return "juncto"


def say_standard(match: re.Match[str], sentence: Sentence) -> str:
    """Say "ISO 9001:2015" → "sembilan ribu satu dua ribu lima belas"."""
    year = f" {sentence.facts.year(int(match['y']))}" if match["y"] else ""
    return f"{written(match['n'])}{year}"


def say_letters(match: re.Match[str], sentence: Sentence) -> str | None:
    """The letters of "huruf b dan c"."""
    said = re.sub(r"(?<![a-zA-Z])[a-zA-Z](?![a-zA-Z])", lambda mark: sentence.facts.spell(mark.group()), match["x"])
    return said.replace("-", f" {sentence.facts.word('range')} ")


def part(text: str, facts: Facts) -> str:
    """One part of a document number: a figure, a Roman month, an acronym or letters."""
    said = []
    for piece in PIECES.findall(text):
        if piece[0].isdigit():
            parts = re.split("[.,]", piece)
            said.append(f" {facts.word('dot')} ".join(digits(part) if len(part) > 4 or part[0] == "0" else written(part) for part in parts))
        elif value := roman(piece) if len(piece) > 1 or piece in "IVX" else None:
            said.append(cardinal(value))
        else:
            said.append(letters(piece, facts))
    return " ".join(said)


def letters(piece: str, facts: Facts) -> str:
    """A run of letters inside a code: as its table says, a word as it is, the rest spelled."""
    if known := facts.acronyms.get(piece):
        return known.spoken if known.kind != "full" else facts.spell(piece)
    if not VOWEL.search(piece):
        return facts.spell(piece)
    if piece.isupper() and len(piece) > 3 and SPEAKABLE.fullmatch(piece):
        return piece.lower()
    return piece if len(piece) > 2 and not piece.isupper() else facts.spell(piece)


def say_document(match: re.Match[str], sentence: Sentence) -> str:
    """Say "188/45/KEP/2023": part by part, with the slashes said."""
    parts = re.split(r"\s?/\s?", match["x"])
    return f" {sentence.facts.word('slash')} ".join(part(piece, sentence.facts) for piece in parts)
