"""Numbers that are names: telephones, identity and account numbers, plates, laws, documents, addresses, models."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal, digits, roman, written
from broadcast.pronounce.facts import Facts, either
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
_CALL = re.compile(  # "021-5551234", "0812-3456-7890", "+62 812 3456 7890", "(0334) 881234"
    r"(?<![\w.,/])(?P<x>(?:\+62|62(?=\s?8)|\(?0)[\s-]?\(?\d{1,4}\)?(?:[\s.-]{0,2}\d{2,8}){1,5})(?![\w]|[.,/]\d)"
)
_LONG = re.compile(  # a NIK, an NPWP
    r"(?<![\w.,])(?P<x>\d{9,}|\d{2,6}(?:[-.\s]\d{2,8}){2,6}|\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3})(?![\w]|[.,]\d)"
)
_SHORT_CALL = re.compile(r"(?<![\w.,/])(?P<x>1[1-9]\d|1500[\s-]?\d{3}|14\d{3}|\d{4,8})(?!\w|[.,/-]\d)")  # "112", "1500-123"
_ACCOUNT = re.compile(r"(?<![\w.,/])(?P<x>\d{4,}(?:[-\s]\d{2,})*)(?!\w|[.,/]\d)")  # "kode pos 67316"
_NOT_A_NUMBER_TO_CALL = re.compile(
    r"\s(?:orang|rumah|warga|jiwa|unit|ton|kali|desa|tahun|paket|personel|ribu|juta|hektare|rupiah|pelanggan|pengaduan|aduan|laporan"
    r"|panggilan)\b"
)
_PLATE_WORD = r"(?i:nopol|bernopol|nomor polisi|bernomor polisi|pelat|plat|berpelat(?: nomor)?|no\.? pol\.?)"
_KILOMETRE = re.compile(  # "KM 51+200"
    rf"(?<!\w)(?<!\d )(?:KM|Km|km)\.?\s?(?P<a>\d{{1,3}}(?:[.,]\d{{1,3}})?)(?:\s?\+\s?(?P<b>\d{{1,3}}))?(?:\s?(?P<c>[A-Z])(?!\w))?{END}"
)
_NEIGHBOURS = re.compile(r"\bRT\.?\s?(?P<n>\d{1,3})\s?(?:[/,]|\s)\s?(?:RW\.?\s?)?(?P<m>\d{1,3})(?!\w|[.,]\d)")  # "RT 03/RW 05", "RT 3/5"
_ONE_BLOCK = re.compile(r"\b(?P<w>RT|RW)\.?\s?(?P<n>\d{1,3})(?!\w|[.,]\d)")
_HOUSE = re.compile(  # "No. 12A"
    r"(?<=[Nn]omor )(?P<x>(?P<n>\d{1,4})\s?(?P<l>[A-Z])\b)|(?<=[Nn]o\. )(?P<y>(?P<o>\d{1,4})\s?(?P<p>[A-Z])\b)"
)
_UNIT_SLASH = re.compile(rf"(?<![\w/])(?P<x>(?P<a>\d{{3,4}}(?:-\d+)?)/(?P<b>\d{{1,3}}|[A-Z][\w.]*)){END}")  # "Kodim 0824/12"
_UNIT_NUMBER = re.compile(rf"(?<![\w/])(?P<x>\d{{3,4}}){END}(?!/)")  # "Yonif 527", "Boeing 737"
_MODEL = re.compile(  # "U-19", "H5N1", "PM2,5", "ICU-2B", "B-52", "Covid-19", "4G"
    r"(?<![\w.,/@#])(?P<x>(?=[A-Za-z0-9-]{0,40}\d)(?=[A-Za-z0-9-]{0,40}[A-Za-z])(?!\d+[xX×](?:\d|\b))[A-Za-z0-9]+"
    r"(?:[-.,](?=[A-Za-z]{0,20}\d)[A-Za-z0-9]+|-[A-Z]{1,4}(?=\W|$))*)(?![\w])"
)
_PIECES = re.compile(r"\d+(?:[.,]\d+)*|[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def rules(facts: Facts) -> Rules:
    """The rules of coded numbers that come before dates and counting."""
    plate = either(facts.plates)
    plates = re.compile(rf"(?<![\w-])(?P<x>(?P<a>{plate})[\s-]?(?P<n>\d{{1,4}})[\s-]?(?P<b>[A-Z]{{1,3}}))(?![\w-])")  # "N 1 YP"
    named = re.compile(  # "nopol N 1234"
        rf"{_PLATE_WORD}\W{{1,3}}(?P<x>(?P<a>[A-Z]{{1,2}})[\s-]?(?P<n>\d{{1,4}})(?:[\s-]?(?P<b>[A-Z]{{1,3}}))?)(?!\w)"
    )
    law_year = re.compile(  # "UU No. 5/2019", "Perda Nomor 5/2019", "PP 12/2020"
        rf"(?:\b(?i:{either(facts.cue('law'))})\s(?:RI\s)?(?:[Nn]omor|[Nn]o\.?)?\s?|\b(?:[Nn]omor|[Nn]o\.?)\s?)"
        rf"(?P<x>(?P<n>\d{{1,3}}[A-Z]?)\s?/\s?(?P<y>(?:19|20)\d\d)){END}(?!/)"
    )
    return (
        Rule("plate", named, say_plate, "digit"),
        Rule("plate", plates, say_plate, "digit"),
        Rule("legal", law_year, say_law, "digit"),
        Rule("legal", _VERSE, say_verse),
        Rule("legal", _LIST_VERSE, say_listed_verse, "digit"),
        Rule("legal", _LETTER, say_letters),
        Rule("phone", _CALL, say_phone, "digit"),
        Rule("identity", _LONG, say_long, "digit"),
        Rule("phone", _SHORT_CALL, say_short_call, "digit"),
        Rule("identity", _ACCOUNT, say_account, "digit"),
    )


def place_rules(facts: Facts) -> Rules:
    """The rules of addresses and documents, after dates and clock times."""
    del facts
    return (
        Rule("document", _DOCUMENT, say_document, "digit"),
        Rule("address", _KILOMETRE, say_kilometre, "digit"),
        Rule("address", _NEIGHBOURS, say_neighbours, "digit"),
        Rule("address", _ONE_BLOCK, say_one_block, "digit"),
        Rule("address", _HOUSE, say_house, "digit"),
        Rule("unit_number", _UNIT_SLASH, say_unit_slash, "digit"),
        Rule("unit_number", _UNIT_NUMBER, say_unit_number, "digit"),
    )


def model_rules(facts: Facts) -> Rules:
    """The rule of letters mixed with figures, after measures and counting."""
    del facts
    return (Rule("alphanumeric", _MODEL, say_model, "digit"),)


def say_plate(match: re.Match[str], sentence: Sentence) -> str:
    """"N 1 YP" → "en satu ye pe"."""
    facts = sentence.facts
    tail = f" {facts.spell(match['b'])}" if match["b"] else ""
    return f"{facts.spell(match['a'])} {digits(match['n'])}{tail}"


def say_law(match: re.Match[str], sentence: Sentence) -> str:
    """The figures of "UU No. 5/2019" → "lima tahun dua ribu sembilan belas"."""
    number = match["n"]
    letter = f" {sentence.facts.spell(number[-1])}" if number[-1].isalpha() else ""
    return f"{cardinal(int(number.rstrip('ABCDEFGHIJ') or 0))}{letter} {sentence.facts.word('age')} {cardinal(int(match['y']))}"


def say_verse(match: re.Match[str], sentence: Sentence) -> str:
    """"ayat (1)" → "ayat satu"."""
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


def say_letters(match: re.Match[str], sentence: Sentence) -> str | None:
    """The letters of "huruf b dan c"."""
    said = re.sub(r"(?<![a-zA-Z])[a-zA-Z](?![a-zA-Z])", lambda mark: sentence.facts.spell(mark.group()), match["x"])
    return said.replace("-", f" {sentence.facts.word('range')} ")


def say_phone(match: re.Match[str], sentence: Sentence) -> str | None:
    """A telephone number, figure by figure."""
    figures = re.sub(r"\D", "", match["x"])
    if not 7 <= len(figures) <= 15:
        return None
    plus = f"{sentence.facts.word('plus')} " if match["x"].startswith("+") else ""
    return plus + digits(figures)


def say_long(match: re.Match[str], sentence: Sentence) -> str | None:
    """A long number without thousands dots, or one announced by NIK, NPWP, rekening …: figure by figure."""
    text = match["x"]
    if not text.isdecimal():
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text) or not sentence.near(match.start(), "account", 30):
            return None
    elif len(text) < 10 and not sentence.near(match.start(), "account", 30):
        return None
    return digits(text)


def say_short_call(match: re.Match[str], sentence: Sentence) -> str | None:
    """A short number to call, where the sentence says so: "hubungi 112"."""
    before = sentence.text[max(0, match.start() - 30) : match.start()].lower().split()
    calls = sentence.facts.cue("call") - {"nomor", "no", "no."}
    near = before[-2:] if len(match["x"]) == 4 else before[-3:]
    if calls.isdisjoint(word.strip("(:,.") for word in near) or _NOT_A_NUMBER_TO_CALL.match(sentence.text, match.end()):
        return None
    return digits(match["x"])


def say_account(match: re.Match[str], sentence: Sentence) -> str | None:
    """A number announced by kode pos, rekening, NIP …: figure by figure."""
    before = re.findall(r"[\w.]+", sentence.text[max(0, match.start() - 40) : match.start()].lower())[-5:]
    strong = sentence.facts.cue("account") - {"nomor", "no", "no.", "id", "kode"}
    if strong.isdisjoint(before) and "kode pos" not in " ".join(before):
        return None
    if len(match["x"]) == 4 and match["x"][:2] in {"19", "20"}:
        return None
    return digits(match["x"])


def _part(text: str, facts: Facts) -> str:
    """One part of a document number: a figure, a Roman month, an acronym or letters."""
    said = []
    for piece in _PIECES.findall(text):
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
    return piece if len(piece) > 2 and not piece.isupper() else facts.spell(piece)


def say_document(match: re.Match[str], sentence: Sentence) -> str:
    """"188/45/KEP/2023": part by part, with the slashes said."""
    parts = re.split(r"\s?/\s?", match["x"])
    return f" {sentence.facts.word('slash')} ".join(_part(part, sentence.facts) for part in parts)


def say_kilometre(match: re.Match[str], sentence: Sentence) -> str:
    """"KM 51+200" → "kilometer lima puluh satu plus dua ratus"."""
    facts = sentence.facts
    more = f" {facts.word('plus')} {cardinal(int(match['b']))}" if match["b"] else ""
    letter = f" {facts.spell(match['c'])}" if match["c"] else ""
    return f"kilometer {written(match['a'])}{more}{letter}"


def say_neighbours(match: re.Match[str], sentence: Sentence) -> str:
    """"RT 03/RW 05" → "er te nol tiga er we nol lima"."""
    spell = sentence.facts.spell
    return f"{spell('RT')} {written(match['n'])} {spell('RW')} {written(match['m'])}"


def say_one_block(match: re.Match[str], sentence: Sentence) -> str:
    """"RW 05" → "er we nol lima"."""
    return f"{sentence.facts.spell(match['w'])} {written(match['n'])}"


def say_house(match: re.Match[str], sentence: Sentence) -> str:
    """"12A" after "nomor" → "dua belas a"."""
    number, letter = match["n"] or match["o"], match["l"] or match["p"]
    return f"{written(number)} {sentence.facts.spell(letter)}"


def say_unit_slash(match: re.Match[str], sentence: Sentence) -> str | None:
    """"Kodim 0824/12": a command's number figure by figure, then its part."""
    facts = sentence.facts
    if not (match["a"].startswith("0") or sentence.near(match.start(), "military", 24)):
        return None
    head = " ".join(digits(piece) for piece in match["a"].split("-"))
    tail = match["b"]
    if tail[0].isalpha():
        return f"{head} {letters(tail, facts)}" if not tail.isupper() else f"{head} {_part(tail, facts)}"
    return f"{head} {facts.word('slash')} {written(tail)}"


def say_unit_number(match: re.Match[str], sentence: Sentence) -> str | None:
    """"Yonif 527", "Boeing 737": the number figure by figure right after the word that announces it."""
    before = sentence.word_before(match.start()).lower()
    facts = sentence.facts
    return digits(match["x"]) if before in facts.cue("military") | facts.cue("aircraft") else None


def say_model(match: re.Match[str], sentence: Sentence) -> str | None:
    """"U-19" → "u sembilan belas", "H5N1" → "ha lima en satu", "24jam" → "dua puluh empat jam"."""
    facts = sentence.facts
    text = match["x"]
    if known := facts.acronyms.get(text):
        return known.spoken
    said = []
    pieces = _PIECES.findall(text)
    for index, piece in enumerate(pieces):
        if piece[0].isdigit():
            code = len(piece) > 3 and index > 0 and not (len(piece) == 4 and piece[:2] in {"19", "20"})
            said.append(digits(piece) if code and piece.isdecimal() else written(piece))
        else:
            said.append(_model_letters(piece, facts))
    return " ".join(said)


def _model_letters(piece: str, facts: Facts) -> str:
    if piece.isupper() or len(piece) == 1:
        return letters(piece, facts)
    return facts.units.get(piece, piece)


