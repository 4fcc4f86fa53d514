"""Numbers in Indonesian words, as radio says them (nol, seribu, minus), after KBBI and EYD V; integers only, never floats."""

from __future__ import annotations

_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
_SCALES = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
)
LIMIT = 10**18
"""Numbers from here on are read digit by digit."""


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


def decimal(whole: str, fraction: str) -> str:
    """Return a decimal: the whole part as a number, the fraction digit by digit.

    >>> decimal("4", "25")
    'empat koma dua lima'
    """
    return f"{cardinal(int(whole))} koma {digits(fraction)}"
