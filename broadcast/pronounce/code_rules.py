"""Numbers that are names: telephones, identity and account numbers, plates, addresses, models."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import cardinal, digits, written
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.law_rules import PIECES, VOWEL, letters, part
from broadcast.pronounce.rule import END, Rule, Rules, Sentence

_CALL = re.compile(  # "021-5551234", "0812-3456-7890", "+62 812 3456 7890", "(0334) 881234"
    r"(?<![\w.,/])(?<!\d-)(?P<x>(?:\+62|62(?=\s?8)|\(?0)[\s-]?\(?\d{1,4}\)?(?:-\d(?=-))?(?:[\s.-]{0,2}\d{2,8}){1,5})(?![\w]|[.,/]\d)"
)
_DATE_LIKE = re.compile(r"[0-3]\d([-./])[01]\d\1(?:19|20)\d\d")  # "01-02-2026"
_EXTENSION = re.compile(r"(?<!\w)(?P<x>[Ee](?:xt|kst)(?:ensi)?\.?\s?(?P<n>\d{1,5}))(?!\w|[.,]\d)")  # "ext. 105"
_LONG = re.compile(  # a NIK, an NPWP
    r"(?<![\w.,])(?P<x>\d{8,}|\d{2,8}(?:[-.\s]\d{1,8}){2,6}|\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3})(?![\w]|[.,]\d)"
)
_SHORT_CALL = re.compile(r"(?<![\w.,/])(?P<x>1[1-9]\d|1500[\s-]?\d{3}|14\d{3}|\d{4,8})(?!\w|[.,/-]\d)")  # "112", "1500-123"
_LISTED_CALL = re.compile(r"(?:\d,?\s(?:dan|atau)|\b(?:dan|atau)\s[A-Z]\w+)\s\Z")  # "PLN 123 dan Pertamina 135"
_ACCOUNT = re.compile(r"(?<![\w.,/])(?P<x>\d{4,}(?:[-\s]\d{2,})*)(?!\w|[.,/]\d)")  # "kode pos 67316"
_NOT_A_NUMBER_TO_CALL = re.compile(
    r"\s(?:orang|rumah|warga|jiwa|unit|ton|kali|desa|tahun|paket|personel|ribu|juta|hektare|rupiah|pelanggan|pengaduan|aduan|laporan"
    r"|panggilan)\b"
)
_PLATE_WORD = r"(?i:nopol|bernopol|nomor polisi|bernomor polisi|pelat|plat|berpelat(?: nomor)?|no\.? pol\.?)"
_KILOMETRE = re.compile(  # "KM 51+200"
    rf"(?<!\w)(?<!\d )(?:KM|Km|km)(?![23²³]\b)\.?\s?(?P<a>\d{{1,3}}(?:[.,]\d{{1,3}})?)"
    rf"(?:\s?\+\s?(?P<b>\d{{1,3}}))?(?:\s?(?P<c>[A-Z])(?!\w))?{END}"
)
_NEIGHBOURS = re.compile(r"\bRT\.?\s?(?P<n>\d{1,3})\s?(?:[/,]|\s)\s?(?:RW\.?\s?)?(?P<m>\d{1,3})(?!\w|[.,]\d)")  # "RT 03/RW 05", "RT 3/5"
_ONE_BLOCK = re.compile(r"\b(?P<w>RT|RW)\.?\s?(?P<n>\d{1,3})(?!\w|[.,]\d)")
_HOUSE = re.compile(  # "No. 12A"
    r"(?<=[Nn]omor )(?P<x>(?P<n>\d{1,4})\s?(?P<l>[A-Z])\b)|(?<=[Nn]o\. )(?P<y>(?P<o>\d{1,4})\s?(?P<p>[A-Z])\b)"
)
_UNIT_SLASH = re.compile(rf"(?<![\w/])(?P<x>(?P<a>\d{{3,4}}(?:-\d+)?)/(?P<b>\d{{1,3}}|[A-Z][\w.]*)){END}")  # "Kodim 0824/12"
_UNIT_NUMBER = re.compile(rf"(?<![\w/])(?P<x>\d{{3,4}}){END}(?!/)")  # "Yonif 527", "Boeing 737"
_NOUN_AFTER = re.compile(r"\s([a-z]+)")
_LINEAGE = re.compile(r"(?<![\w.,@#-])(?P<x>[A-Z]{1,4}(?:\.\d{1,3}){1,4})(?![\w]|[.,]\d)")  # "XBB.1.5"
_SIZED = re.compile(r"(?<![\w.,/-])(?P<n>\d{1,3}[.,]\d{1,2})(?P<l>[A-Z]{1,3})(?!\w)")  # "2,5K", "2.4G"
_MODEL = re.compile(  # "U-19", "H5N1", "PM2,5", "ICU-2B", "B-52", "Covid-19", "4G", "D3/S1"
    r"(?<![\w.,@#])(?P<x>(?=[A-Za-z0-9-]{0,40}\d)(?=[A-Za-z0-9-]{0,40}[A-Za-z])(?!\d+[xX×](?:\d|\b))[A-Za-z0-9]+"
    r"(?:[-.,](?=[A-Za-z]{0,20}\d)[A-Za-z0-9]+|-[A-Z]{1,4}(?=\W|$))*)(?![\w])"
)


def rules(facts: Facts) -> Rules:
    """The rules of coded numbers that come before dates and counting."""
    plate = either(facts.plates)
    plates = re.compile(rf"(?<![\w-])(?P<x>(?P<a>{plate})[\s-]?(?P<n>\d{{1,4}})[\s-]?(?P<b>[A-Z]{{1,3}}))(?![\w-])")  # "N 1 YP"
    named = re.compile(  # "nopol N 1234"
        rf"{_PLATE_WORD}\W{{1,3}}(?P<x>(?P<a>[A-Z]{{1,2}})[\s-]?(?P<n>\d{{1,4}})(?:[\s-]?(?P<b>[A-Z]{{1,3}}))?)(?!\w)"
    )
    bare = re.compile(rf"(?<![\w-])(?P<x>(?P<a>{plate})[\s-](?P<n>\d{{3,4}})(?P<b>))(?![\w-]|\s[A-Z]{{1,3}}\b|[.,]\d)")  # "mobil BM 1234"
    return (
        Rule("plate", named, say_plate, "digit", ("nopol", "pol", "lat", "Nopol", "Pol")),
        Rule("plate", plates, say_plate, "capital"),
        Rule("plate", bare, say_bare_plate, "code"),
        Rule("phone", _EXTENSION, say_extension, "digit", ("xt", "kst")),
        Rule("phone", _CALL, say_phone, "code"),
        Rule("identity", _LONG, say_long, "code"),
        Rule("phone", _SHORT_CALL, say_short_call, "code"),
        Rule("identity", _ACCOUNT, say_account, "code"),
    )


def place_rules(facts: Facts) -> Rules:
    """The rules of addresses and units, after dates and clock times."""
    del facts
    return (
        Rule("address", _KILOMETRE, say_kilometre, "digit", ("KM", "Km", "km")),
        Rule("address", _NEIGHBOURS, say_neighbours, "digit", ("RT",)),
        Rule("address", _ONE_BLOCK, say_one_block, "digit", ("RT", "RW")),
        Rule("address", _HOUSE, say_house, "digit", ("omor ", "o. ")),
        Rule("unit_number", _UNIT_SLASH, say_unit_slash, "code", ("/",)),
        Rule("unit_number", _UNIT_NUMBER, say_unit_number, "code"),
    )


def model_rules(facts: Facts) -> Rules:
    """The rule of letters mixed with figures, after measures and counting."""
    del facts
    return (
        Rule("alphanumeric", _LINEAGE, say_lineage, "stop"),
        Rule("alphanumeric", _SIZED, say_sized, "digit"),
        Rule("alphanumeric", _MODEL, say_model, "digit"),
    )


def say_plate(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "N 1 YP" → "en satu ye pe"; "M90H", written without a gap, is a plate only where a vehicle is told of."""
    facts = sentence.facts
    gaps = match["x"].count(" ") + match["x"].count("-")
    if (gaps == 1 and match["b"]) or (not gaps and not sentence.near(match.start(), "plate", 48)):
        return None
    tail = f" {facts.spell(match['b'])}" if match["b"] else ""
    return f"{facts.spell(match['a'])} {digits(match['n'])}{tail}"


def say_bare_plate(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "mobil BM 1234", without its last letters: only right after a word for a vehicle."""
    before = sentence.word_before(match.start()).lower()
    return say_plate(match, sentence) if before in sentence.facts.cue("plate") - {"nomor", "polisi"} else None


def say_extension(match: re.Match[str], sentence: Sentence) -> str:
    """Say "ext. 105" → "ekstensi satu nol lima"."""
    del sentence
    return f"ekstensi {digits(match['n'])}"


def say_phone(match: re.Match[str], sentence: Sentence) -> str | None:
    """A telephone number, figure by figure."""
    figures = re.sub(r"\D", "", match["x"])
    if _DATE_LIKE.fullmatch(match["x"]):
        return None
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
    elif len(text) < 10 and text.endswith("000") and not sentence.near(match.start(), "account", 30):
        return None  # an amount without its dots
    return digits(text)


def say_short_call(match: re.Match[str], sentence: Sentence) -> str | None:
    """A short number to call, where the sentence says so: "hubungi 112"."""
    before = sentence.text[max(0, match.start() - 30) : match.start()].lower().split()
    calls = sentence.facts.cue("call") - {"nomor", "no", "no."}
    near = before[-2:] if len(match["x"]) == 4 else before[-3:]
    if _year_like(match["x"]) and not {"nomor", "sms"} & set(near):
        return None
    start = match.start()
    listed = len(match["x"]) == 3 and sentence.about("call") and _LISTED_CALL.search(sentence.text, max(0, start - 30), start)
    called = listed or not calls.isdisjoint(word.strip("(:,.") for word in near)
    if not called or _NOT_A_NUMBER_TO_CALL.match(sentence.text, match.end()):
        return None
    return digits(match["x"])


def say_account(match: re.Match[str], sentence: Sentence) -> str | None:
    """A number announced by kode pos, rekening, NIP …: figure by figure."""
    before = re.findall(r"[\w.]+", sentence.text[max(0, match.start() - 40) : match.start()].lower())[-5:]
    strong = sentence.facts.cue("account") - {"nomor", "no", "no.", "id", "kode"}
    if strong.isdisjoint(before) and "kode pos" not in " ".join(before):
        return None
    if _year_like(match["x"]):
        return None
    return digits(match["x"])


def _year_like(text: str) -> bool:
    return len(text) == 4 and text[:2] in {"19", "20"}


def say_kilometre(match: re.Match[str], sentence: Sentence) -> str:
    """Say "KM 51+200" → "kilometer lima puluh satu plus dua ratus"."""
    facts = sentence.facts
    more = f" {facts.word('plus')} {cardinal(int(match['b']))}" if match["b"] else ""
    letter = f" {facts.spell(match['c'])}" if match["c"] else ""
    return f"kilometer {written(match['a'])}{more}{letter}"


def say_neighbours(match: re.Match[str], sentence: Sentence) -> str:
    """Say "RT 03/RW 05" → "er te nol tiga er we nol lima"."""
    spell = sentence.facts.spell
    return f"{spell('RT')} {written(match['n'])} {spell('RW')} {written(match['m'])}"


def say_one_block(match: re.Match[str], sentence: Sentence) -> str:
    """Say "RW 05" → "er we nol lima"."""
    return f"{sentence.facts.spell(match['w'])} {written(match['n'])}"


def say_house(match: re.Match[str], sentence: Sentence) -> str:
    """Say "12A" after "nomor" → "dua belas a"."""
    number, letter = match["n"] or match["o"], match["l"] or match["p"]
    return f"{written(number)} {sentence.facts.spell(letter)}"


def say_unit_slash(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "Kodim 0824/12": a command's number figure by figure, then its part."""
    facts = sentence.facts
    if not (match["a"].startswith("0") or sentence.near(match.start(), "military", 24)):
        return None
    head = " ".join(digits(piece) for piece in match["a"].split("-"))
    tail = match["b"]
    if tail[0].isalpha():
        return f"{head} {letters(tail, facts)}" if not tail.isupper() else f"{head} {part(tail, facts)}"
    return f"{head} {facts.word('slash')} {written(tail)}"


def say_unit_number(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "Yonif 527", "Boeing 737": the number figure by figure right after the word that announces it."""
    before = sentence.word_before(match.start()).lower()
    facts = sentence.facts
    if before in facts.cue("protest") and len(match["x"]) == 3:  # "aksi 212", named by its date; "aksi 212 buruh" counts
        noun = _NOUN_AFTER.match(sentence.text, match.end())
        return None if noun and noun.group(1) not in facts.cue("after_score") else digits(match["x"])
    return digits(match["x"]) if before in facts.cue("military") | facts.cue("aircraft") else None


def say_lineage(match: re.Match[str], sentence: Sentence) -> str:
    """Say "XBB.1.5" → "eks be be titik satu titik lima"."""
    head, *rest = match["x"].split(".")
    return f" {sentence.facts.word('dot')} ".join([letters(head, sentence.facts), *map(written, rest)])


def say_sized(match: re.Match[str], sentence: Sentence) -> str:
    """Say "2,5K" → "dua koma lima ka"."""
    return f"{sentence.facts.figure(match['n'])} {letters(match['l'], sentence.facts)}"


def say_model(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "U-19" → "u sembilan belas", "H5N1" → "ha lima en satu", "24jam" → "dua puluh empat jam"."""
    facts = sentence.facts
    text = match["x"]
    if known := facts.acronyms.get(text):
        return known.spoken
    said = []
    pieces = PIECES.findall(text)
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
    return facts.units.get(piece) or (piece if VOWEL.search(piece) else facts.spell(piece))
