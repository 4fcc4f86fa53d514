"""What stands within a line because its page came as one: its head before the dateline, buttons between sentences, credits at the end."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.clean.credits import read_credit
from broadcast.clean.dateline import parse_dateline
from broadcast.clean.dates import find_date
from broadcast.clean.furniture import is_furniture
from broadcast.clean.outlets import DOMAIN
from broadcast.clean.page import Page
from broadcast.clean.shapes import ends_sentence, is_title_cased
from broadcast.clean.words import Words, squeeze

_HEAD_REACH = 320
_HEAD_WORDS = 40
_TAIL_REACH = 260
_BUTTON_LINE = 60
"""Characters of a line that may be a button as a whole; those go with the furniture."""
_BEFORE_DOMAIN = re.compile(
    r"(?:[A-Z][A-Z'’.]{2,20}(?: [A-Z][A-Z'’.]{2,20}){0,2}|[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14}){0,2})(?:,\s?|\s[|–-]{1,2}\s?)$"
)  # PATI, (KABAR.id)
_BRACKETED = re.compile(r"[A-Z][A-Za-z'’]{2,20}(?: [A-Z][A-Za-z'’]{2,20}){0,2} \([A-Z]{4,}[A-Za-z ]{0,12}\) [-–—]")  # Palu (ANTARA) -
_SENTENCE_END = re.compile(r"[a-z)”\"][.!?][\"”]?\s+[A-Z]")
_TAGS = re.compile(
    r"\s(?:Tags?|TAGS?|Topik|Kata [Kk]unci|Label|Kategori|Post Views|Sumber)\s?:.{0,120}$"
)  # "Editor: Lina Tag: banjir Pati"
_LABELLED = re.compile(
    r"(?<![^\W_])(?:penulis|reporter|editor|redaktur|pewarta|wartawan|kontributor|laporan|oleh|jurnalis|foto)(?![^\W_])", re.IGNORECASE
)

_BUTTON = re.compile(
    r"(?:(?<=[.!?\"”)…])|(?<=[.!?] )|^)\s?(?:\[\s?)?(?:ADVERTISEMENTS?|Advertisements?|IKLAN"
    r"|SCROLL TO (?:CONTINUE|RESUME)(?: WITH)? CONTENT"
    r"|Scroll to (?:continue|resume)(?: with)? content|Scroll untuk (?:melanjutkan|membaca|lanjut membaca)|Continue [Rr]eading [Bb]elow"
    r"|={3,}\s?BREAK\s?={3,}|Loading\.{3})(?:\s?\])?(?=\s+[A-Z“\"\[=]|\s*$)"
)  # "… bawah. ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT Kanit …"
_BUTTON_WORDS = ("ADVERT", "Advert", "IKLAN", "SCROLL TO", "Scroll ", "BREAK", "Loading", "Continue")
_VIDEO = re.compile(
    r"(?<=[.!?\"”)])\s+(?:Simak|Lihat|Tonton|Saksikan)(?: juga)? (?:[Vv]ideo|[Ff]oto)"
    r"(?: [\"“'‘][^\"“”'‘’.!?]{4,160}[.!?]?[\"”'’]+:?| pilihan(?: berikut)?(?: ini)?:)"
    r"(?=\s+[A-Z“\"\[(]|\s*$)"
)  # "… mobil. Simak Video 'Truk Terguling di Tol': Polisi …"


def drop_inline_buttons(text: str) -> str:
    """Cut buttons and video titles out from between two sentences, where both edges are certain.

    >>> drop_inline_buttons("Jalan macet. ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT Polisi datang di lokasi.")
    'Jalan macet. Polisi datang di lokasi.'
    >>> drop_inline_buttons("Polisi datang. Simak juga Video 'Truk Terguling di Tol': Sopir selamat.")
    'Polisi datang. Sopir selamat.'
    """
    if len(text) > _BUTTON_LINE and any(word in text for word in _BUTTON_WORDS):
        for _ in range(3):
            cut = _BUTTON.sub("", text).strip()
            if cut == text:
                break
            text = cut
    if "ideo" in text or "oto " in text:
        text = _VIDEO.sub("", text)
    return text


def lift_buried_head(page: Page) -> Page:
    """Cut a page's head off the first line, where title, time and credits stand in one line with the dateline; keep its date and author.

    `Senin, 2 Maret 2026 Reporter: Lina PATI, KABAR.id - Warga …` becomes `PATI, KABAR.id - Warga …`.
    """
    for index in page.alive()[:3]:
        line = page.lines[index]
        if len(line) < 200:
            continue
        start = _dateline_within(line, page)
        if start:
            head = line[:start].strip()
            names = _authors(head, page)
            return replace(
                page.changed({index: line[start:]}),
                byline=page.byline or next(iter(names), ""),
                date=page.date or find_date(head),
            )
    return page


def _dateline_within(line: str, page: Page) -> int:
    """Return where the dateline begins in a line whose head is no sentence, 0 when there is none."""
    reach = line[:_HEAD_REACH]
    starts = [match.start() for match in _BRACKETED.finditer(reach)]
    for match in DOMAIN.finditer(reach):
        before = _BEFORE_DOMAIN.search(reach[: match.start()])
        starts += [before.start(), match.start()] if before else [match.start()]
    for start in sorted(set(starts), reverse=True):
        head = line[:start].rstrip()
        found = parse_dateline(line[start:], page) if start else None
        if found and found.sure and found.place and _is_head(head, page):
            return start
    return 0


def _is_head(head: str, page: Page) -> bool:
    """Tell a page's head from the beginning of the news: title, time stamp, credits; no sentence."""
    if len(head.split()) > _HEAD_WORDS or _SENTENCE_END.search(head) or (ends_sentence(head) and not head.endswith(")")):
        return False
    title = squeeze(page.title)
    titled = bool(title) and squeeze(head).startswith(title)
    return titled or bool(find_date(head)) or bool(_LABELLED.search(head)) or is_title_cased(head, page.words)


def _authors(head: str, page: Page) -> list[str]:
    label = page.words.credit.search(head) or re.search(r"Laporan\s(?=\w)", head)
    return (read_credit(head[label.start() :], page.words, page.outlet) or []) if label else []


def drop_closing_credits(page: Page) -> Page:
    """Cut credits, tags and buttons without a full stop off the end of a long line: "… aman. Penulis: Lina Editor: Tatang".

    >>> from broadcast.clean.page import blank
    >>> page = blank("Jalan itu kini aman. Penulis: Lina Sari", credits={"penulis": ("penulis",)})
    >>> drop_closing_credits(page).lines
    ('Jalan itu kini aman.',)
    """
    edits: dict[int, str] = {}
    byline = page.byline
    for index in page.alive():
        line = page.lines[index]
        if ends_sentence(line):
            continue
        tail = line[-_TAIL_REACH:]
        ends = [match.start() + 2 for match in re.finditer(r"[.!?”\"]\s(?=[A-Z#(])", tail)]
        for end in ends:
            rest = tail[end:].strip()
            names = _closing(rest, page.words, page.outlet)
            if names is not None and end + len(line) - len(tail) > 12 and not is_furniture(line, page.words):
                edits[index] = line[: len(line) - len(tail) + end].rstrip()
                byline = byline or next(iter(names), "")
                break
    return page.changed(edits).by(byline, page.date)


def _closing(rest: str, words: Words, outlet: str) -> list[str] | None:
    """Return the authors that a line's last words name, an empty list for other furniture, None for news."""
    if ":" in rest and words.credit.match(rest):
        tags = _TAGS.search(rest)
        return read_credit(rest[: tags.start()] if tags else rest, words, outlet)
    return [] if len(rest) > 3 and is_furniture(rest, words) else None
