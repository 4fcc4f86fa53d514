"""Quotations that lost one of their marks, and statements that a broken conversion ends with a question mark."""

from __future__ import annotations

import re

from broadcast.clean.page import Page
from broadcast.clean.words import Words

_MARKS = re.compile(r"[\"“”]")
_QUESTION = re.compile(r"\?(?=\s+[A-Z]|$)")
_SENTENCE_START = re.compile(r"[.!?][\"”)]?\s+(?=[^\s]*$|)")
_STATEMENT = re.compile(
    r"(?:namun|selain|menurut|sementara|sebelumnya|adapun|akibatnya|meski|karena|sedangkan|kepala|bupati|wali|camat|lurah|warga|pemerintah|polisi|petugas"
    r"|hal|ia|dia|mereka|para|kegiatan|acara)(?![^\W_])"
    r".*(?<![^\W_])(?:me(?:ng|ny|m|n|l|r|w|y)\w{3,}|di\w{5,}|tersebut|bahwa)(?![^\W_])",
    re.IGNORECASE,
)  # begins as statements do, and has a verb
_ADDRESSED = re.compile(r"(?<![^\W_])(?:anda|kamu|kalian|kita|bunda|moms|sobat|pembaca|pendengar|saya)(?![^\W_])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 400


def close_quotes(page: Page) -> Page:
    """Put back the one quotation mark a paragraph lost, where a reporting word shows its place.

    `"Kami siap, kata Budi.` becomes `"Kami siap," kata Budi.`

    >>> from broadcast.clean.page import blank
    >>> close_quotes(blank('"Kami siap, kata Budi.', clean_words={"kata": ("ujar",)})).lines
    ('"Kami siap," kata Budi.',)
    """
    ujar = page.words.of("ujar")
    if not ujar:
        return page
    edits = {}
    for index in page.alive():
        line = page.lines[index]
        if len(line) <= 3000 and (new := _completed(line, page.words)) != line:
            edits[index] = new
    return page.changed(edits)


def _completed(line: str, words: Words) -> str:
    marks = list(_MARKS.finditer(line))
    if len(marks) != 1:
        return line
    mark = marks[0]
    at, char = mark.start(), mark.group()
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    opens = (not before or before in " (") and bool(after.strip())
    closes = bool(before.strip()) and (not after or after in " ,.")
    if opens:
        places = [
            match.start() for match in re.finditer(r", (?=[a-z]+)", line[at:]) if _first_word(line, at + match.end()) in words.of("ujar")
        ]
        if len(places) == 1:
            cut = at + places[0] + 1
            first, last = ("“", "”") if char in "“”" else (char, char)
            return f"{line[:at]}{first}{line[at + 1 : cut]}{last}{line[cut:]}"
    elif closes and at > 8 and not _MARKS.search(line[:at]) and _first_word(line, at + 1) in words.of("ujar") and line[0].isupper():
        return f"“{line[:at]}”{line[at + 1 :]}" if char in "“”" else f"{char}{line}"
    return line


def _first_word(line: str, start: int) -> str:
    match = _WORD.search(line, start, start + 30)
    return match.group().casefold() if match else ""


def mend_false_questions(page: Page) -> Page:
    """Turn "?" into "." behind a plain statement outside quotation marks, and flag it.

    A question has a question word, a -kah or a person it asks; "Namun warga mengeluhkan pipa bocor di ujung desa?" has none.

    >>> from broadcast.clean.page import blank
    >>> words = {"siapa": ("tanya",)}
    >>> page = blank("Namun warga mengeluhkan pipa bocor di desa?", "Siapa yang menolak rencana itu?", clean_words=words)
    >>> mend_false_questions(page).lines
    ('Namun warga mengeluhkan pipa bocor di desa.', 'Siapa yang menolak rencana itu?')
    """
    edits: dict[int, str] = {}
    for index in page.alive():
        line = page.lines[index]
        if "?" in line and not _MARKS.search(line) and len(line) <= 20_000:
            new = _QUESTION.sub(lambda match: "." if _is_statement(match, page.words) else "?", line)
            if new != line:
                edits[index] = new
    page = page.changed(edits)
    return page.flagged("tanda tanya di akhir pernyataan diganti titik") if edits else page


def _is_statement(match: re.Match[str], words: Words) -> bool:
    text = match.string[max(0, match.start() - _REACH) : match.start()]
    cut = max(text.rfind(". "), text.rfind("? "), text.rfind("! "), text.rfind(": "))
    sentence = text[cut + 1 :].strip()
    names = [word.casefold() for word in _WORD.findall(sentence)]
    asks = any(word in words.of("tanya") or word.endswith("kah") for word in names)
    return len(names) >= 6 and not asks and bool(_STATEMENT.match(sentence)) and not _ADDRESSED.search(sentence)
