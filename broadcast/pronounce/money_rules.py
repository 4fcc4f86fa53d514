"""Money: Rp13.500/kg, US$ 2,5 miliar, Rp1-2 juta."""

from __future__ import annotations

import re

from broadcast.bahasa.numbers import approximate
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.rule import DASH, NUM, Rule, Rules, Sentence

SCALES = {
    "ribu": "ribu", "rb": "ribu", "k": "ribu", "juta": "juta", "jt": "juta", "miliar": "miliar", "milyar": "miliar",
    "m": "miliar", "mil": "miliar", "triliun": "triliun", "trilyun": "triliun", "trilliun": "triliun", "t": "triliun",
}  # fmt: skip
_SCALE = r"(?:(?:ratus|puluh)(?:an)?\s)?(?:(?i:ribu|rb|juta|jt|mil[iy]ar|tril+[iy]un)(?:an)?|[MTK])\b"
_SPAN = r"\s?/(?=\d{1,3}\s(?:jam|hari|menit|bulan|tahun|kg|km|liter|orang|ekor|buah)\b)"  # "Rp50.000/2 jam"
_TAIL = r"(?:,-+|,=|\.-|,--|-,)?"
_THREE = re.compile(r"\d{1,3},\d{3}")  # "US$1,500": thousands in the English way, as no price has three decimals
_ZERO_CENTS = re.compile(r",0+$")


def rules(facts: Facts) -> Rules:
    """The rules of money, from the currencies of the lexicon."""
    if not facts.currencies:
        return ()
    before = rf"(?<![\w$])(?P<neg>(?<=[\s(])[-−](?=\S))?(?P<c>{either(facts.currencies)})\.?\s?(?P<below>[-−](?=\d))?"
    unit = rf"(?P<u>(?:\s?/\s?(?:{either([*facts.units, *facts.per_words, *facts.currencies])})(?![\w²³])|{_SPAN})*)"
    joined = rf"(?:{DASH}|\s(?:hingga|sampai dengan|sampai|s\.d\.|s/d)\s)"
    ranged = (  # "Rp50.000-Rp150.000", "Rp1-2 miliar", "Rp1 hingga Rp2 miliar"
        rf"{before}(?P<a>{NUM})(?:\s?(?P<s>{_SCALE}))?{_TAIL}(?P<r>{joined})(?P<c2>{either(facts.currencies)})?\.?\s?"
        rf"(?P<b>{NUM})(?:\s?(?P<t>{_SCALE}))?{_TAIL}(?!\w|\.\d){unit}"
    )
    one = rf"{before}(?P<a>{NUM})(?P<an>-an\b)?(?:\s?(?P<s>{_SCALE}))?{_TAIL}(?!\d){unit}"  # "Rp13.500/kg", "Rp 25.000,-", "Rp2.000-an"
    lost = rf"{before}(?P<loss>\(\s?)(?P<a>{NUM})\)(?:\s?(?P<s>{_SCALE}))?"  # "Rp(1,2) triliun": a loss, as accounts write it
    codes = [code for code in facts.currencies if code.isalpha() and len(code) == 3]
    after = rf"(?<![\w.,])(?P<a>{NUM})(?:\s?(?P<s>{_SCALE}))?\s?(?P<c>{either([*codes, '€', '£', '¥'])})(?!\w)"  # "500 USD"
    alone = rf"(?<![\w$])(?P<x>(?P<c>Rp|US\$|€|£|¥|₩|₹|฿|₫|₱|₽|₺|₿|\$){unit})(?!\w)"  # "dalam US$", "Rp/kg"
    marks = tuple(facts.currencies)
    return (
        Rule("money", re.compile(ranged), say_range, "digit", marks),
        Rule("money", re.compile(one), say_money, "digit", marks),
        Rule("money", re.compile(lost), say_money, "digit", ("(",)),
        Rule("money", re.compile(after), say_money, "digit", marks),
        Rule("money", re.compile(alone), say_name, has=("Rp", *(mark for mark in marks if not mark.isalpha()))),
    )


def _amount(number: str, scale: str | None, facts: Facts) -> str:
    number = _ZERO_CENTS.sub("", number)
    if not scale and _THREE.fullmatch(number):
        number = number.replace(",", "")
    return f"{facts.figure(number)} {_scale(scale)}" if scale else facts.figure(number)


def _scale(text: str) -> str:
    words = text.lower().split()
    last = words[-1]
    rough = last.endswith("an")
    base = SCALES.get(last.removesuffix("an") if rough else last, last)
    return " ".join([*words[:-1], base + "an" if rough else base])


def _per(unit: str | None, facts: Facts) -> str:
    """The rates that follow: "/kg", "/orang/hari"."""
    parts = re.split(r"\s?/\s?", unit or "")[1:]
    return "".join(f" {facts.word('per')} {_rate(part, facts)}".rstrip() for part in parts)


def _rate(part: str, facts: Facts) -> str:
    return facts.units.get(part) or facts.per_words.get(part) or facts.currencies.get(part, "")


def _sign(match: re.Match[str], facts: Facts) -> str:
    """The minus of a loss, before or after the mark: "Rp-2 triliun", "-Rp500 juta"."""
    groups = match.groupdict()
    return f"{facts.word('minus')} " if any(groups.get(name) for name in ("neg", "below", "loss")) else ""


def say_money(match: re.Match[str], sentence: Sentence) -> str:
    """An amount: "Rp13.500/kg" → "tiga belas ribu lima ratus rupiah per kilogram"."""
    groups = match.groupdict()
    facts = sentence.facts
    amount = _amount(groups["a"], groups["s"], facts)
    if groups.get("an") and "," not in groups["a"]:
        rough = approximate(int(groups["a"].replace(".", "")))
        amount = f"{rough} {_scale(groups['s'])}" if groups["s"] else rough
    return f"{_sign(match, facts)}{amount} {facts.currencies[groups['c']]}{_per(groups.get('u'), facts)}"


def say_range(match: re.Match[str], sentence: Sentence) -> str | None:
    """From one amount to another: "Rp1-2 miliar" → "satu hingga dua miliar rupiah"."""
    facts = sentence.facts
    word = match["r"].strip()
    spoken = word.isalpha() or " " in word
    if spoken and not (match["c2"] or match["t"]):
        return None  # "Rp5.000 sampai 2025"
    first, last = _amount(match["a"], match["s"], facts), _amount(match["b"], match["t"], facts)
    join = word if spoken else "sampai dengan" if "d" in word else facts.word("range")
    return f"{_sign(match, facts)}{first} {join} {last} {facts.currencies[match['c2'] or match['c']]}{_per(match['u'], facts)}"


def say_name(match: re.Match[str], sentence: Sentence) -> str:
    """A currency mark without an amount."""
    facts = sentence.facts
    return f"{facts.currencies.get(match['c'], '')}{_per(match['u'], facts)}"


def repeated(reading: str) -> re.Pattern[str]:
    """What repeats a figure in brackets, as contracts do: "Rp1.000.000 (satu juta rupiah)"."""
    return re.compile(rf"\s?\(\s?{re.escape(reading)}(?: rupiah)?\s?\)", re.IGNORECASE)
