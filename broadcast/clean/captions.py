"""Captions and photo credits among the paragraphs."""

from __future__ import annotations

import re

from broadcast.clean.dateline import parse_dateline
from broadcast.clean.outlets import DOMAIN, is_outlet
from broadcast.clean.page import Page
from broadcast.clean.shapes import LONGEST, is_prose
from broadcast.clean.words import fold

_CREDIT_BRACKET = re.compile(r"\s?[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\s?\.?$")  # (KABAR.ID/Rofiq Anshori), (foto/istimewa)
_CREDIT_END = re.compile(
    r"(?:^|[.\s])(?:©\s?|(?:foto|photo|poto|dok|doc|sumber foto|kredit foto|gambar)\s?[:./©]"
    r"|(?:foto|dok)\s(?:istimewa|ist|antara)\b)[^!?\n]{0,90}$",
    re.IGNORECASE,
)
_CREDIT_SLASH = re.compile(r"(?:^|[.\s])(?P<credit>[A-Z][\w.-]{1,25}(?:\s[A-Z]\w{1,15})?/[A-Z][\w.'’ ]{1,30})$")  # … longsor. ANTARA/HO
_CAPS_LABEL = re.compile(r"(?P<label>[A-Z][A-Z ]{2,30}?)\s?[-–—:.]\s(?=[A-Z\"“])")  # LONGSOR - Petugas …
_ILLUSTRATION = re.compile(
    r"(?:ilustrasi|foto ilustrasi|arsip foto|foto|caption|keterangan foto|ket\.? foto|teks foto|tangkapan layar"
    r"|screenshot|infografis|grafis)\s?(?:[-–—:.|]|\()",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[A-Z][\w.'’]{0,20} ){1,3}[A-Z][\w.'’]{1,20}/[A-Z]{1,4}$")  # M. Ridwan/KP: a name and the outlet's initials
_PHOTO_WORDS = frozenset({"foto", "photo", "poto", "dok", "doc", "gambar"})
_EARLY = 12
_CAPTION_WORDS = 45


def drop_captions(page: Page) -> Page:
    """Take out captions and photo credits: by a credit at the end, a label at the head, or both, and one sentence between.

    >>> from broadcast.clean.page import blank
    >>> drop_captions(blank("Ilustrasi. Petugas menata lapak.", "Lampu jalan ditambah.")).lines
    ('', 'Lampu jalan ditambah.')
    """
    words = page.words
    alive = page.alive()
    prose = [index for index in alive if is_prose(page.lines[index], words)]
    last = prose[-1] if prose else -1
    gone = []
    for number, index in enumerate(alive):
        line = page.lines[index]
        if index > last and _SIGNED.match(line):
            continue
        if number and index - 1 in gone and _is_bare_credit(page.lines[index - 1], page) and _has_dateline_below(page, alive[number + 1 :]):
            if _sentences(line) <= 2 and len(line.split()) <= _CAPTION_WORDS:
                gone.append(index)
            continue
        if _is_bare_credit(line, page) and number < _EARLY:
            gone.append(index)
            continue
        short = len(line.split()) <= _CAPTION_WORDS and len(line) <= LONGEST
        if short and (
            is_caption(line, page, is_last=index == last)
            or (_is_caps_caption(line, page) and _has_dateline_below(page, alive[number + 1 :]))
        ):
            gone.append(index)
    return page.without(gone)


def _is_bare_credit(line: str, page: Page) -> bool:
    """Tell a photo credit that stands alone: "Istimewa", "KABAR.ID/Ramadhan"; its caption follows."""
    folded = fold(line).split()
    return len(line) < 60 and bool(folded) and (page.words.of("kredit").issuperset(folded) or bool(_CREDIT_SLASH.fullmatch(line)))


def _has_dateline_below(page: Page, rest: list[int]) -> bool:
    return any((found := parse_dateline(page.lines[index], page)) and found.sure for index in rest[:3])


def is_caption(line: str, page: Page, *, is_last: bool) -> bool:
    """Tell whether a line describes or credits a picture. A sign-off, "… aman. (Kabar.id/dian)", closes the last paragraph and is none."""
    label = _ILLUSTRATION.match(line)
    if label and not line[label.end() :].lstrip()[:1].islower():
        return len(line.split()) <= 35
    text = line.rstrip()
    if _CREDIT_SLASH.fullmatch(text) and len(text.split()) <= 6:
        return True
    named = "©" in line or not _PHOTO_WORDS.isdisjoint(fold(line).split())
    end = _CREDIT_END.search(text) if named else None
    slash = _CREDIT_SLASH.search(text) if "/" in text else None
    bracket = _CREDIT_BRACKET.search(text) if text[-2:].rstrip(".")[-1:] in {")", "]"} else None
    if not (end or slash or bracket) or _sentences(text[: end.start()] if end else text) > 2:
        return False
    if bracket and _is_credit(bracket["credit"], page):
        photo = not page.words.of("kredit").isdisjoint(fold(bracket["credit"]).split())
        return photo or not is_last or bool(_CAPS_LABEL.match(text))
    return bool((end and len(end.group().split()) <= 9) or (slash and not is_last))


def _sentences(text: str) -> int:
    return 1 + len(re.findall(r"[a-z)]\.\s+(?=[A-Z])", text))


def _is_credit(text: str, page: Page) -> bool:
    """Tell a photo credit from an explanation: a photo word, or outlet and photographer around a slash."""
    marked = not page.words.of("kredit").isdisjoint(fold(text).split()) and len(text.split()) <= 6
    left, slash, right = text.partition("/")
    ours = is_outlet(left, page.words, page.outlet)
    named = (
        bool(slash)
        and (ours or (left.strip()[:1].isupper() and right.strip()[:1].isupper()))
        and not any(map(str.isdigit, text))
        and len(left.strip()) > 3
    )
    return marked or named or (is_outlet(text, page.words, page.outlet) and bool(DOMAIN.search(text)))


def _is_caps_caption(line: str, page: Page) -> bool:
    """Tell "LONGSOR - Petugas mencari korban." from a dateline: the word in capitals is a topic and no place or outlet."""
    match = _CAPS_LABEL.match(line)
    if match is None:
        return False
    label = " ".join(match["label"].split()).casefold()
    if label in page.words.places or is_outlet(label, page.words, page.outlet):
        return False
    return not page.words.of("caps").isdisjoint(label.split()) and len(label.split()) <= 3
