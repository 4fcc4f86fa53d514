"""Captions and photo credits among the paragraphs."""

from __future__ import annotations

import re

from broadcast.clean.dateline import parse_dateline
from broadcast.clean.furniture import is_furniture
from broadcast.clean.outlets import DOMAIN, is_outlet
from broadcast.clean.page import Page
from broadcast.clean.shapes import LONGEST, ends_sentence, has_letters, is_item, is_prose
from broadcast.clean.words import fold

_CREDIT_BRACKET = re.compile(r"\s?[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\s?\.?$")  # (KABAR.ID/Rofiq Anshori), (foto/istimewa)
_CREDIT_END = re.compile(
    r"(?<![^\W_])(?:©\s?|(?:sumber foto|kredit foto|foto|photo|poto|dok|doc|gambar|credit|image)"
    r"(?:\s?[:/©]\s?|\.\s?(?=[A-Z@])|\s(?=(?:istimewa|ist|antara|by)(?![^\W_]))))(?P<credit>[\w@(/-][^!?\n]{0,90})$",
    re.IGNORECASE,
)  # … subuh. Foto: Nur Aini/kabarin
_CREDIT_SLASH = re.compile(
    r"(?<!\S)(?P<credit>[A-Z][\w.-]{1,25}(?:\s[A-Z]\w{1,15})?\s?/\s?[A-Z][\w'’]{1,20}(?:[. ]{1,2}[A-Z][\w'’]{0,20}){0,3})$"
)  # … longsor. ANTARA/HO
_CREDIT_LABEL = re.compile(
    r"(?:foto|photo|poto|dok|doc|ist|credit|image|gambar)(?:\s?[:./]|\s(?:by|oleh|istimewa|ist)(?![^\W_])|$)", re.IGNORECASE
)  # (dok. pribadi)
_WEAK_CREDIT = frozenset({"tim", "kini", "layar", "tangkap", "tangkapan", "humas", "kiriman", "pool", "antara", "ho"})
"""Words that credit a picture only beside others: "(tim gabungan)" and "(antara lain beras)" do not."""
_SIGNING = frozenset({"tim", "humas"})
"""Words that sign the end of an article as often as they credit a picture."""
_STOPPED = re.compile(r"[.!?…][\"”)]?$")
_CAPS_LABEL = re.compile(r"(?P<label>[A-Z][A-Z ]{2,30}?)\s?[-–—:.]\s(?=[A-Z\"“])")  # LONGSOR - Petugas …
_ILLUSTRATION = re.compile(
    r"(?:ilustrasi|foto ilustrasi|arsip foto|foto|caption|keterangan foto|ket\.? foto|teks foto|tangkapan layar"
    r"|screenshot|infografis|grafis)\s?(?:[-–—:.|]|\()",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[A-Z][\w.'’]{0,20} ){1,3}[A-Z][\w.'’]{1,20}/[A-Z]{1,4}$")  # M. Ridwan/KP: a name and the outlet's initials
_SIGNED_BRACKET = re.compile(r"\([^()/]{3,40}/[^()/]{3,40}\)\.?")  # below the news: (KABAR.ID/Rofiq Anshori)
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
    last = next((index for index in reversed(prose) if not is_furniture(page.lines[index], words)), -1)
    gone = []
    for number, index in enumerate(alive):
        line = page.lines[index]
        if index > last and (_SIGNED.match(line) or _SIGNED_BRACKET.fullmatch(line)):
            continue
        if number > 1 and index in prose[-3:] and _is_signed_off(line, page):
            continue
        if number and index - 1 in gone and _is_bare_credit(page.lines[index - 1], page) and _is_above_dateline(page, alive, number):
            if _sentences(line) <= 2 and len(line.split()) <= _CAPTION_WORDS:
                gone.append(index)
            continue
        if _is_bare_credit(line, page) and number < _EARLY:
            gone.append(index)
            continue
        short = len(line.split()) <= _CAPTION_WORDS and len(line) <= LONGEST
        if short and (
            is_caption(line, page, is_last=index == last)
            or (_is_caps_caption(line, page, _next(page, alive, number)) and _is_above_dateline(page, alive, number))
        ):
            gone.append(index)
    if prose and set(prose) <= set(gone):  # a picture's page: its caption is all the news there is
        return page.without(set(gone) - set(prose)).changed({index: _without_credit(page.lines[index], page) for index in prose})
    return page.without(gone)


def _without_credit(line: str, page: Page) -> str:
    """Cut the credit off a caption.

    >>> from broadcast.clean.page import blank
    >>> _without_credit("Warga memanen padi. Foto: Nur/kabarin", blank())
    'Warga memanen padi.'
    """
    end = _credit_at_end(line, page) or _CREDIT_BRACKET.search(line)
    return line[: end.start()].rstrip() if end else line


def _is_bare_credit(line: str, page: Page) -> bool:
    """Tell a photo credit that stands alone: "Istimewa", "KABAR.ID/Ramadhan"; its caption follows."""
    folded = fold(line).split() if len(line) < 60 else []
    return bool(folded) and (page.words.of("kredit").issuperset(folded) or bool(_CREDIT_SLASH.fullmatch(line)))


def _is_above_dateline(page: Page, alive: list[int], number: int) -> bool:
    """Tell whether the news begins within the next three lines; below its dateline no line is the caption of a credit above it."""
    lines = [page.lines[index] for index in alive[: number + 4]]
    opened = [(found := parse_dateline(line, page)) is not None and found.sure for line in lines]
    return any(opened[number + 1 :]) and not any(opened[: number + 1])


def _next(page: Page, alive: list[int], number: int) -> str:
    return page.lines[alive[number + 1]] if number + 1 < len(alive) else ""


def is_caption(line: str, page: Page, *, is_last: bool) -> bool:
    """Tell whether a line describes or credits a picture. A sign-off, "… aman. (Kabar.id/dian)", closes the last paragraph and is none."""
    label = _ILLUSTRATION.match(line)
    if label and not line[label.end() :].lstrip()[:1].islower():
        return len(line.split()) <= 35
    text = line.rstrip() if line[0] not in '"“”‘' else ""
    if "/" in text and len(text.split()) <= 6 and (whole := _CREDIT_SLASH.fullmatch(text)):
        return _is_agency(whole["credit"], page)
    end = _credit_at_end(text, page)
    bracket = _CREDIT_BRACKET.search(text) if text[-2:].rstrip(".")[-1:] in {")", "]"} else None
    if not (end or bracket) or _sentences(text[: end.start()] if end else text) > 2:
        return False
    if bracket and _is_credit(bracket["credit"], page, apart=not bracket.start() or bool(_STOPPED.search(text[: bracket.start()]))):
        marks = page.words.of("kredit").intersection(fold(bracket["credit"]).split())
        photo = bool(marks - _SIGNING if is_last else marks)  # "… ringan. (Humas Pati/Rina)" signs off
        return photo or not is_last or bool(_CAPS_LABEL.match(text))
    if end is None:
        return False
    return len(end.group().split()) <= 9 if end.re is _CREDIT_END else not is_last


def _is_signed_off(line: str, page: Page) -> bool:
    """Tell a late paragraph that a press office signs, "… aman. (Humas Pati/Lina)"; a slogan or an invitation may stand below it."""
    bracket = _CREDIT_BRACKET.search(line) if line[-1] in ").]" else None
    marks = page.words.of("kredit").intersection(fold(bracket["credit"]).split()) if bracket else frozenset()
    return bool(marks) and marks <= _SIGNING


def _credit_at_end(text: str, page: Page) -> re.Match[str] | None:
    """Find a credit behind a caption's full stop, or behind a caption without one: "… di pasar. Foto: Nur/kabarin", "… di pasar Foto: Nur".

    "… menyebar dalam konten foto." and "… pemilihan ketua RT/RW." are sentences: nothing stands before the credit but their own words.
    """
    named = "©" in text or not _PHOTO_WORDS.isdisjoint(fold(text).split())
    end = _CREDIT_END.search(text) if named else None
    if end and (_STOPPED.search(text[: end.start()].rstrip()) or not end.start()):
        return end
    if end and not ends_sentence(text) and (not end["credit"][0].islower() or fold(end["credit"]).split(" ")[0] in page.words.of("kredit")):
        return end
    slash = _CREDIT_SLASH.search(text) if "/" in text and not is_item(text) else None
    if slash and (_STOPPED.search(text[: slash.start()].rstrip()) or _is_agency(slash["credit"], page)):
        return slash
    return None


def _is_agency(credit: str, page: Page) -> bool:
    """Tell an outlet or agency and its photographer, "ANTARA/HO", "FREEPIK/PIKISUPERSTAR", from any other two words, "SMK/Sederajat"."""
    left, _, right = credit.partition("/")
    known = any(is_outlet(side, page.words, page.outlet) or DOMAIN.search(side) for side in (left, right))
    return known or not page.words.of("kredit").isdisjoint(fold(credit).split())


def _sentences(text: str) -> int:
    return 1 + len(re.findall(r"[a-z)]\.\s+(?=[A-Z])", text))


def _is_credit(text: str, page: Page, *, apart: bool) -> bool:
    """Tell a photo credit from an explanation: a photo word among names, or outlet and photographer around a slash.

    "(antara pukul 10 dan 12)" and "(Contract Change Order/CCO)" explain; `apart` tells that a full stop stands before the bracket.
    """
    kredit = page.words.of("kredit")
    folded = fold(text).split()
    label = _CREDIT_LABEL.match(text)
    if label and len(folded) <= 9 and (label.end() < len(text) or not kredit.isdisjoint(folded)):
        return True
    if not kredit.isdisjoint(folded) and len(folded) <= 9:
        tokens = [token for token in text.replace("/", " ").split() if has_letters(token)]
        sure = any(word in kredit and (apart or word not in _WEAK_CREDIT) for word in folded)
        if sure and all(not token[0].islower() or fold(token) in kredit for token in tokens):
            return True
    left, slash, right = (part.strip() for part in text.partition("/"))
    if slash and (is_outlet(left, page.words, page.outlet) or is_outlet(right, page.words, page.outlet)):
        return not any(map(str.isdigit, text))
    named = bool(slash) and len(left.split()) <= 2 and len(left) > 3 and left[:1].isupper() and right[:1].isupper() and not right.isupper()
    return (named and apart and not any(map(str.isdigit, text))) or (is_outlet(text, page.words, page.outlet) and bool(DOMAIN.search(text)))


def _is_caps_caption(line: str, page: Page, below: str) -> bool:
    """Tell "LONGSOR - Petugas mencari korban." from a dateline: the word in capitals is a topic and no place or outlet.

    Where a credit in brackets stands below it, "(LINA/RADAR PATI)", any word in capitals is a topic.
    """
    match = _CAPS_LABEL.match(line) if line[:3].isupper() else None
    if match is None:
        return False
    label = " ".join(match["label"].split()).casefold()
    if label in page.words.places or is_outlet(label, page.words, page.outlet):
        return False
    credited = "/" in below and below[0] == "(" and bool(_SIGNED_BRACKET.fullmatch(below))
    return (credited or not page.words.of("caps").isdisjoint(label.split())) and len(label.split()) <= 3
