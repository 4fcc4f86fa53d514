"""Lists among the lines: schedules, prices, line-ups, results. They carry no full stop, as titles and buttons carry none, and are news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.clean.shapes import is_item, is_title_cased
from broadcast.clean.words import Words, remembered

_FIGURES = re.compile(
    r"\d\s?[.:,/–-]\s?\d|(?<![^\W_])Rp\.?\s?\d|\d\s?(?:%|persen|gram|gr|kg|km|unit|ton|liter|orang|poin|WIB|WITA|WIT)(?![^\W_])"
)  # 19.00, Rp 14.200, 543 unit
_AMOUNT = re.compile(r"\d[\d.,/]{0,12}\s[a-z]")  # "3 siung bawang merah"
_DAY = re.compile(r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)(?![^\W_])", re.IGNORECASE)  # "Minggu, 1 Juni – Hari …"
_PAIRED = re.compile(r"(?<![^\W_])(?:vs|versus|sebagai|selaku)(?![^\W_])", re.IGNORECASE)  # "Persela vs Deltras", "Budi sebagai Kamituwo"
_LABELLED = re.compile(r"(?P<label>[^:]{2,40}):\s?(?P<value>\S.*)$")  # "Total: 543 unit"
_CONTACT = re.compile(
    r"@|(?<![^\W_])(?:telp|telepon|hp|wa|whatsapp|e-?mail|fax|jl|jalan|contact|kontak|redaksi|iklan)(?![^\W_])", re.IGNORECASE
)  # Telp. (0295) 555-0112
_LONGEST = 40


@remembered
def is_entry(line: str, words: Words) -> bool:
    """Tell whether a line could be a row of a list: numbered, with figures, a pair, or a label and its value.

    >>> from broadcast.clean.page import blank
    >>> words = blank().words
    >>> is_entry("Bawang merah Rp 32.000", words), is_entry("Harga Bawang Merah di Pasar Baru Naik", words)
    (True, False)
    """
    count = len(line.split())
    if count > _LONGEST or _CONTACT.search(line):
        return False
    if is_item(line):
        return not (count > 5 and is_title_cased(line.lstrip("0123456789.)-–—•* "), words))
    if _PAIRED.search(line) or _DAY.match(line):
        return True
    label = _LABELLED.match(line)
    if label and len(label["label"].split()) <= 4:
        value = label["value"]
        if any(map(str.isdigit, value)) or value.count(",") > 1 or not (is_title_cased(value, words) and len(value.split()) > 2):
            return True
    titled = count > 5 and is_title_cased(line, words)
    return bool(_AMOUNT.match(line)) or (bool(_FIGURES.search(line)) and not titled)


def listed(lines: Sequence[str], words: Words) -> set[int]:
    """Return which of these neighbouring lines make a list, with the short headings between its rows; none where it is no list.

    >>> from broadcast.clean.page import blank
    >>> sorted(listed(("Pasar Baru", "Beras: Rp 14.000", "Gula: Rp 17.500", "Lampu Jalan di Pati Akhirnya Ditambah"), blank().words))
    [0, 1, 2]
    """
    rows = [number for number, line in enumerate(lines) if is_entry(line, words)]
    if not rows:
        return set()
    headed = [number for number, line in enumerate(lines[:-1]) if line.rstrip().endswith(":") and len(line.split()) <= 8]
    first, last = rows[0], rows[-1]
    if headed and headed[0] <= first:
        first = headed[0]
    elif first and len(lines[first - 1].split()) <= 5:
        first -= 1
    within = [number for number in range(first, last + 1) if number in rows or number in headed or _is_heading(lines[number], words)]
    return set(within) if len(rows) > 1 and 2 * len(rows) >= len(within) - 1 else set()


def _is_heading(line: str, words: Words) -> bool:
    return len(line.split()) <= 8 and not (len(line.split()) > 5 and is_title_cased(line, words))
