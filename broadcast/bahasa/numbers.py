"""Numbers in Indonesian words, as radio says them (nol, seribu, minus), after KBBI and EYD V; integers only, never floats."""

from __future__ import annotations

import re

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_SCALES = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
)
LIMIT = 10**18
"""Numbers from here on are read digit by digit."""

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")  # "XIV"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def cardinal(number: int) -> str:
    """Return a whole number in words; from `LIMIT` on, its digits.

    >>> cardinal(1_001_000)
    'satu juta seribu'
    >>> cardinal(-7), cardinal(115), cardinal(2_350)
    ('minus tujuh', 'seratus lima belas', 'dua ribu tiga ratus lima puluh')
    """
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number >= LIMIT:
        return digits(str(number))
    return _positive(number)


def _positive(number: int) -> str:
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number < 100:
        return _joined(f"{_UNITS[number // 10]} puluh", number % 10)
    if number < 1000:
        head = "seratus" if number < 200 else f"{_UNITS[number // 100]} ratus"
        return _joined(head, number % 100)
    if number < 2000:
        return _joined("seribu", number % 1000)
    size, name = next((size, name) for size, name in _SCALES if number >= size)
    return _joined(f"{_positive(number // size)} {name}", number % size)


def _joined(head: str, rest: int) -> str:
    return f"{head} {_positive(rest)}" if rest else head


def ordinal(number: int) -> str:
    """Return an ordinal in words.

    >>> ordinal(1), ordinal(3), ordinal(12)
    ('pertama', 'ketiga', 'kedua belas')
    """
    return "pertama" if number == 1 else f"ke{cardinal(number)}"


def digits(text: str) -> str:
    """Return the digits of a text one by one.

    >>> digits("0812")
    'nol delapan satu dua'
    """
    return " ".join(_UNITS[int(mark)] for mark in text if mark.isdecimal())


def decimal(whole: str, fraction: str, *, grouped: bool = False) -> str:
    """Return a decimal: the whole part as a number, the fraction digit by digit, or `grouped` as a number of its own.

    >>> decimal("4", "25"), decimal("4", "25", grouped=True), decimal("4", "05", grouped=True)
    ('empat koma dua lima', 'empat koma dua puluh lima', 'empat koma nol lima')
    """
    one_by_one = not grouped or fraction.startswith("0") or len(fraction) > 2  # beyond hundredths nobody groups
    return f"{cardinal(int(whole))} koma {digits(fraction) if one_by_one else cardinal(int(fraction))}"


def paired_year(number: int) -> str:
    """Return a year of the last centuries as two pairs, as many announcers say it; a full century and later years in full.

    >>> paired_year(1998), paired_year(1905), paired_year(1900), paired_year(2026)
    ('sembilan belas sembilan delapan', 'sembilan belas nol lima', 'seribu sembilan ratus', 'dua ribu dua puluh enam')
    """
    century, rest = divmod(number, 100)
    if not (11 <= century <= 19 and rest):
        return cardinal(number)
    return f"{cardinal(century)} {digits(f'{rest:02}')}"


def fraction(part: int, whole: int) -> str:
    """Return a fraction in words.

    >>> fraction(1, 2), fraction(1, 4), fraction(2, 3), fraction(7, 12)
    ('setengah', 'seperempat', 'dua pertiga', 'tujuh perdua belas')
    """
    if (part, whole) == (1, 2):
        return "setengah"
    return f"seper{cardinal(whole)}" if part == 1 else f"{cardinal(part)} per{cardinal(whole)}"


def approximate(number: int) -> str:
    """Return a number as a rough one, as in "90-an".

    >>> approximate(90), approximate(1980), approximate(100), approximate(2000)
    ('sembilan puluhan', 'seribu sembilan ratus delapan puluhan', 'seratusan', 'dua ribuan')
    """
    return f"{cardinal(number)}an"


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None when it is none.

    >>> roman("XIV"), roman("IIII"), roman("CV"), roman("")
    (14, None, 105, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[mark] for mark in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def written(text: str, *, grouped: bool = False) -> str:
    """Return a number as written in news, read aloud: dots part thousands, a comma the decimals.

    A leading zero, or more than fifteen digits, is a code and is read digit by digit; a dot that parts no thousands
    is a decimal mark. `grouped` says decimals as a number: "3,25" → "tiga koma dua puluh lima".

    >>> written("12.500"), written("1.234,5"), written("0,381")
    ('dua belas ribu lima ratus', 'seribu dua ratus tiga puluh empat koma lima', 'nol koma tiga delapan satu')
    >>> written("6.5"), written("007"), written("1,250,000")
    ('enam koma lima', 'nol nol tujuh', 'satu juta dua ratus lima puluh ribu')
    """
    if _COMMA_THOUSANDS.fullmatch(text):
        text = text.replace(",", "").replace(".", ",")
    elif _DOT_THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    whole, mark, rest = re.split(r"([.,])", text, maxsplit=1) if re.search(r"[.,]", text) else (text, "", "")
    if not rest.isdecimal() and rest:
        return " ".join(digits(piece) for piece in re.findall(r"\d+", text))
    if (len(whole) > 1 and whole.startswith("0")) or len(whole) > 15:
        return f"{digits(whole)} koma {digits(rest)}" if mark else digits(whole)
    return decimal(whole, rest, grouped=grouped) if rest else cardinal(int(whole))


_DOT_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")  # "1.234.567,8"
_COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{1,2})")  # "1,234,567.8", "12,345.67"
