"""Sums and big figures: rounded in a named direction where that is allowed (RADIO R10, R34)."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from broadcast.write.scene import Scene

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SCALE = r"ribu|rb|juta|jt|miliar|milyar|M|triliun|T"
_SCALE_NAMES = {"rb": "ribu", "jt": "juta", "milyar": "miliar", "M": "miliar", "T": "triliun"}
_CURRENCIES = {
    "Rp": "rupiah",
    "IDR": "rupiah",
    "US$": "dolar Amerika Serikat",
    "USD": "dolar Amerika Serikat",
    "$": "dolar Amerika Serikat",
    "SGD": "dolar Singapura",
    "RM": "ringgit",
    "€": "euro",
    "¥": "yen",
}
_MONEY = re.compile(
    rf"(?<![\w])(?P<sign>Rp|IDR|US\$|USD|SGD|\$|€|¥)\.?\s?(?P<a>{NUMBER})(?:\s?(?P<s1>{_SCALE})\b)?(?P<tail>,-|,00(?!\d))?"
    rf"(?:\s*(?:[-–]|s/d)\s*(?:Rp\.?\s?)?(?P<b>{NUMBER})(?:\s?(?P<s2>{_SCALE})\b)?)?(?:,-)?"
)
_BIG = re.compile(r"(?<![\w.,:/-])(\d{1,3}(?:\.\d{3})+)(?![\w:/-]|,\d|\.\d)")
HEDGED = re.compile(
    (
        r"\b(?:sekitar|hampir|lebih dari|kurang lebih|kira-kira|kurang dari|di atas|di bawah|mencapai lebih|setidaknya"
        r"|sedikitnya|minimal|maksimal|paling \w+|dari|menjadi|antara|hingga|sampai|ke|total|nomor|angka|tepat)\s*$"
    ),
    re.IGNORECASE,
)
_NEVER_BEFORE = re.compile(
    r"\b(?:tewas\w*|menewaskan|merenggut|meninggal|korban|suara|memperoleh|meraih|tahun|nomor|kode|pasal|magnitudo|berusia)\s*$",
    re.IGNORECASE,
)
_NEVER_AFTER = re.compile(
    (
        r"\s*(?:suara|jiwa|nyawa|korban|pemilih|(?:orang|warga|penumpang)?\s?(?:meninggal|tewas|wafat|hilang)|tahun"
        r"|per kilogram|per liter|rupiah)"
    ),
    re.IGNORECASE,
)


def say_money(text: str, _scene: Scene) -> str:
    """Say sums: sign out, round figures short, figures of more than three digits rounded with the direction named.

    >>> say_money("dari Rp 45.000 menjadi Rp62.000/kg", None), say_money("denda Rp 1,92 miliar", None)
    ('dari 45 ribu menjadi 62 ribu rupiah/kg', 'denda 1,92 miliar rupiah')
    >>> say_money("dapat Rp16 jutaan", None)
    'dapat 16 jutaan rupiah'
    >>> say_money("ditetapkan Rp7.218.450.330.000", None), say_money("sebesar US$ 6,4 juta", None)
    ('ditetapkan hampir 7,22 triliun rupiah', 'sebesar 6,4 juta dolar Amerika Serikat')
    """
    if any(sign in text for sign in _CURRENCIES):
        text = _MONEY.sub(_told_money, _SOME_MILLIONS.sub(r"\1 rupiah", text))
    return _TWICE.sub(r"\1 \3 ", text) if " rupiah " in text or "dolar" in text else text


_SOME_MILLIONS = re.compile(r"\bRp\.?\s?(\d[\d.,]*(?:\s?(?:ribuan|jutaan|miliaran|triliunan)|(?:\s(?:ribu|juta|miliar))?-an))\b")
_TWICE = re.compile(
    rf"((?:{NUMBER})(?:\s(?:ribu|juta|miliar|triliun))?) (rupiah|dolar Amerika Serikat) (menjadi|ke|hingga"
    rf"|atau) (?=(?:{NUMBER})(?:\s(?:ribu|juta|miliar|triliun))? \2)"
)


def _told_money(match: re.Match[str]) -> str:
    unit = _CURRENCIES[match["sign"]]
    before = match.string[: match.start()]
    scale = _SCALE_NAMES.get(match["s1"] or "", match["s1"] or "")
    second = match["b"]
    if second:
        scale2 = _SCALE_NAMES.get(match["s2"] or "", match["s2"] or "")
        first = _amount(match["a"], scale, exact=True)
        last = _amount(second, scale2, exact=True)
        if not scale and scale2:
            first = match["a"]
        elif first.rpartition(" ")[2] == last.rpartition(" ")[2] and not first.rpartition(" ")[2][:1].isdigit():
            first = first.rpartition(" ")[0]
        return f"{first} hingga {last} {unit}"
    return f"{_amount(match['a'], scale, exact=bool(HEDGED.search(before)))} {unit}"


def _amount(figure: str, scale: str, *, exact: bool) -> str:
    """Return a sum in its largest scale, at most three digits long unless `exact`."""
    size = next((size for size, name in _SCALES if name == scale), 1)
    whole = (
        Decimal(figure.replace(".", "")) if "," not in figure and figure.count(".") and len(figure.rsplit(".", 1)[-1]) == 3 else Decimal(0)
    )
    if scale and whole < 1000:
        return f"{figure} {scale}"
    if scale:  # "1.215.837 juta": in a larger scale
        return shorten(whole * size, exact=exact)
    value = Decimal(figure.replace(".", "").replace(",", "."))
    return shorten(value, exact=exact)


_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def shorten(value: Decimal, *, exact: bool = False) -> str:
    """Return a whole amount as said: "62 ribu", "1,25 juta", "hampir 7,22 triliun", "26.500".

    >>> [shorten(Decimal(n)) for n in (62000, 26500, 1250000, 487650000, 7218450330000, 500)]
    ['62 ribu', '26.500', '1,25 juta', 'lebih dari 487 juta', 'hampir 7,22 triliun', '500']
    """
    for size, name in _SCALES:
        if value < size:
            continue
        short = value / size
        if size == 1000:
            return f"{int(short)} ribu" if short == int(short) else dotted(value)
        digits = 3 - len(str(int(short)))
        step = Decimal(1).scaleb(-max(0, digits))
        low, high = short.quantize(step, ROUND_FLOOR), short.quantize(step, ROUND_CEILING)
        if low == high:
            return f"{_comma(low)} {name}"
        if exact:
            return f"{_comma(short)} {name}" if len(_comma(short)) <= 6 else dotted(value)
        if (short - low) / step < Decimal("0.7"):
            return f"lebih dari {_comma(low)} {name}"
        return f"hampir {_comma(high)} {name}"
    return dotted(value)


def _comma(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text.replace(".", ",")


def dotted(value: Decimal) -> str:
    """Return an amount in figures, with dots: 26500 → "26.500"."""
    whole, _, rest = f"{value:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def round_figures(text: str, scene: Scene) -> str:
    """Round counts of more than three digits in a named direction; never deaths, votes, sentences, ages, prices or codes.

    >>> round_figures("dan 3.417 warga mengungsi", None), round_figures("memperoleh 12.481 suara", None)
    ('dan lebih dari 3.400 warga mengungsi', 'memperoleh 12.481 suara')
    """
    del scene

    def told(match: re.Match[str]) -> str:
        before, after = text[: match.start()], text[match.end() :]
        value = Decimal(match.group(1).replace(".", ""))
        digits = match.group(1).replace(".", "").rstrip("0")
        ranged = _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before)  # "dari 16.210 hingga 16.232": both as they are
        if len(digits) <= 3 or ranged or HEDGED.search(before) or _NEVER_BEFORE.search(before) or _NEVER_AFTER.match(after):
            return _short_count(match.group(1), value)
        step = Decimal(100) if value < 10_000 else Decimal(10) ** (len(str(value)) - 3)
        low = (value // step) * step
        high = low + step
        if (value - low) / step < Decimal("0.7"):
            return f"lebih dari {_short_count(dotted(low), low)}"
        return f"hampir {_short_count(dotted(high), high)}"

    return _BIG.sub(told, text)


_RANGE_AFTER = re.compile(r"\s(?:hingga|sampai|ke|menjadi)\s\d")
_RANGE_BEFORE = re.compile(r"\d\s(?:hingga|sampai)\s$")


def _short_count(written: str, value: Decimal) -> str:
    """Say round thousands and millions short: 20.000 → 20 ribu."""
    if value >= 10**6 and value % 10**4 == 0:
        return shorten(value, exact=True)
    if 10_000 <= value < 10**6 and value % 1000 == 0:
        return f"{int(value / 1000)} ribu"
    return written
