"""Titles of other articles among the paragraphs: with a label, under a header, or bare."""

from __future__ import annotations

import re

from broadcast.clean.lists import listed
from broadcast.clean.page import Page
from broadcast.clean.shapes import ends_sentence, has_letters, is_headline, is_item, is_prose, is_title_cased
from broadcast.clean.words import Words, fold, remembered

_ASIDE_REACH = 260
_LABEL = (
    r"(?:baca|simak|lihat|tonton|saksikan|dengarkan)\s?(?:juga|jg|pula|selengkapnya|selanjutnya|dulu)?(?:\s(?:berita|artikel|video|foto)(?:nya)?)?"
    r"|(?:also\sread|read\salso|read\smore|berita\sterkait|artikel\sterkait|terkait|pilihan\seditor|berita\slainnya|artikel\slainnya|see\salso|baca\sdi\ssini)"
)
_READ_ALSO = re.compile(
    rf"^[\s\W_]{{0,12}}(?P<label>{_LABEL})(?P<mark>\s?(?:[:;|=»>→–—]|\.(?=\s|$)|-(?=\s|>)|>>)[\s:;.|=»>→–—-]{{0,8}}|\s|$)(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)  # "Baca Juga. …", "» BACA JUGA: …", "Baca juga"
_INLINE = re.compile(
    r"(?<=[.!?\"”)…*])\s?[\[(]?(?P<label>(?:baca|simak|lihat|tonton)\s(?:juga|pula)|baca\sselengkapnya|BACA)\s?[:;|=»>–—.-]\s?(?P<title>[^\n]{5,200})$",
    re.IGNORECASE,
)  # "… aman. Baca juga: Dua Rumah Roboh"
_MIDDLE = re.compile(
    r"(?<=[.!?\"”)])\s(?P<label>(?:baca|simak|lihat)\s(?:juga|pula))\s?[:|=»>–—]\s?(?P<title>[^.!?\n]{5,160}[.!?]?)(?=\s|$)", re.IGNORECASE
)  # "… aman. Baca juga: Dua Rumah Roboh. Warga …"
_INVITES = frozenset({"baca", "simak", "lihat", "tonton", "saksikan", "dengarkan"})
"""One of these stands in every aside."""
_BRACKETED = re.compile(
    r"\s?[(\[]\s?(?:baca|simak|lihat|tonton)(?:\s(?:juga|pula))?\s?[:;.–—-]\s?[^()\[\]]{3,200}[)\]]", re.IGNORECASE
)  # (Baca: Jalan Rusak)
_HEAD_LENGTH = 80
_GLUED_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # BeritaTerkait
_UNTRUE_START = re.compile(r"[a-z]")


def drop_read_also(page: Page) -> Page:
    """Take out invitations to other articles: "Baca Juga. …" with any separator or none, and the titles below a bare label.

    "Baca juga petunjuk pada kemasan pupuk, pesan penyuluh" is a sentence and stays.

    >>> from broadcast.clean.page import blank
    >>> drop_read_also(blank("Waduk penuh.", "Baca Juga. Dua Pompa Dipasang", "Air mati.")).lines
    ('Waduk penuh.', '', 'Air mati.')
    """
    gone: dict[int, str] = {}
    alive = page.alive()
    for number, index in enumerate(alive):
        line = page.lines[index]
        if index in gone:
            continue
        match = _READ_ALSO.match(line[:400]) if len(line) <= 400 else None
        if match and _is_aside(match, page.words):
            below = alive[number + 1 :]
            if not has_letters(match["title"]):
                if " " not in line and below and page.lines[below[0]][0].islower():  # "Simak / breaking news": a broken line
                    continue
                gone |= dict.fromkeys(_titles_below(page, below), "")
            gone[index] = ""
            continue
        new = _without_asides(line, page.words)
        if new != line:
            gone[index] = new
    page = page.changed(gone)
    left = any(_has_middle(page.lines[index]) for index in page.alive())
    return page.flagged("tautan “Baca juga” tertinggal di tengah paragraf") if left else page


@remembered
def _without_asides(line: str, words: Words) -> str:
    """Cut asides in brackets, in the middle and at the end of a paragraph."""
    if _INVITES.isdisjoint(fold(line).split()):
        return line
    new = _BRACKETED.sub("", line) if "(" in line or "[" in line else line
    return _without_inline(_without_middle(new, words), words)


@remembered
def _has_middle(line: str) -> bool:
    return not _INVITES.isdisjoint(fold(line).split()) and bool(_MIDDLE.search(line))


@remembered
def is_aside_label(line: str) -> bool:
    """Tell a line that is only the label of other articles, "Baca juga:"; their titles stand below.

    >>> is_aside_label("BACA JUGA :"), is_aside_label("Baca juga petunjuk itu.")
    (True, False)
    """
    match = _READ_ALSO.match(line) if len(line) <= 60 else None
    return match is not None and not has_letters(match["title"])


def _is_aside(match: re.Match[str], words: Words) -> bool:
    label, mark, title = fold(match["label"]), match["mark"].strip(), match["title"].strip()
    if not has_letters(title):
        return bool(label)
    known_label = label.split()[-1] in {
        "juga",
        "jg",
        "pula",
        "selengkapnya",
        "terkait",
        "editor",
        "lainnya",
        "also",
        "more",
    } or label.endswith("video")
    if mark:
        return len(title.split()) <= 30 and (known_label or is_headline(title))
    if not known_label or (not title[0].isupper() and title[0] not in "\"“‘'" and not title[0].isdigit()):
        return False
    return is_headline(title) and (is_title_cased(title, words) or not ends_sentence(title))


def _titles_below(page: Page, rest: list[int], most: int = 12) -> list[int]:
    """Return the lines that follow a bare label and look like titles; the first need not be in capitals, the others must look like it."""
    found: list[int] = []
    styles: set[bool] = set()
    for index in rest[:most]:
        line = page.lines[index]
        if not _is_other_title(line, page.words) or (found and _goes_on_small(page, rest, index)):
            break
        cased = is_title_cased(line, page.words)
        if found and cased not in styles:
            break
        styles.add(cased)
        found.append(index)
    return found


def _goes_on_small(page: Page, rest: list[int], index: int) -> bool:
    """Tell whether the line below goes on in small letters: then this one is the beginning of a broken paragraph."""
    after = rest[rest.index(index) + 1 :]
    return bool(after) and (page.lines[after[0]][0].islower() or page.lines[after[0]][0] in ",;.)")


def _is_other_title(line: str, words: Words) -> bool:
    if is_prose(line, words) or not has_letters(line):
        return False
    if len(line.split()) == 1:
        return line[0].isupper() and line.isalpha()
    return is_headline(line) and not (is_item(line) and not is_title_cased(line.lstrip("0123456789.)-•* "), words))


def _without_middle(line: str, words: Words) -> str:
    """Cut "Baca juga: Judul." out of a paragraph, when the title is a sentence of its own; where its end is unsure it stays."""
    return _MIDDLE.sub(
        lambda match: "" if match["title"].endswith((".", "?", "!")) and is_title_cased(match["title"], words) else match.group(), line
    )


def _without_inline(line: str, words: Words) -> str:
    """Cut "Baca juga: Judul" off the end of a paragraph, when nothing but a title follows."""
    match = _INLINE.search(line, max(0, len(line) - _ASIDE_REACH))
    if match is None:
        return line
    title = match["title"].rstrip(" )].")
    whole = match["title"].rstrip(' )]"”').endswith(".")
    if is_headline(title) and (is_title_cased(title, words) or (not whole and len(title.split()) <= 16)):
        return line[: match.start()].rstrip()
    return line


def drop_related_blocks(page: Page) -> Page:
    """Take out headers such as "Berita Terkait" and the bare titles under them; below the comments' header everything short.

    >>> from broadcast.clean.page import blank
    >>> drop_related_blocks(blank("Waduk penuh.", "Terpopuler", "Dua Pompa Dipasang", furniture={"terpopuler": ("judul",)})).lines
    ('Waduk penuh.', '', '')
    """
    furniture = page.words.furniture
    heads, ends = furniture.get("judul", frozenset()), furniture.get("akhir", frozenset())
    gone: set[int] = set()
    alive = page.alive()
    first = next((index for index in alive if is_prose(page.lines[index], page.words)), len(page.lines))
    for number, index in enumerate(alive):
        if index < first:  # above the news every title may be the article's own
            continue
        folded = _folded_head(page.lines[index])
        if index in gone or not folded or ends_sentence(page.lines[index]):
            continue
        if folded in ends:
            gone.add(index)
            gone.update(_comments(page, alive[number + 1 :]))
        elif folded in heads or _is_headed(folded, heads):
            gone.add(index)
            gone.update(_block(page, alive[number + 1 :]))
    return page.without(gone)


def _folded_head(line: str) -> str:
    """Return a short line in plain words, parted where a page glued them: "BeritaTerkait" → "berita terkait"."""
    if len(line) > _HEAD_LENGTH:
        return ""
    return fold(line if " " in line else _GLUED_WORDS.sub(" ", line))


def _is_headed(folded: str, heads: frozenset[str]) -> bool:
    """Tell a header with a section behind it: "Berita Terkait Ekonomi"; at most two words more."""
    parts = folded.split()
    return any(" ".join(parts[:count]) in heads for count in range(max(2, len(parts) - 2), len(parts)))


def _block(page: Page, rest: list[int]) -> list[int]:
    """Return the lines of a related block: titles, numbers and time stamps, up to the next paragraph."""
    found: list[int] = []
    for index in rest[:40]:
        line = page.lines[index]
        if has_letters(line) and not _is_other_title(line, page.words):
            break
        found.append(index)
    return found


def _comments(page: Page, rest: list[int]) -> list[int]:
    """Return what stands below the comments' header; a real paragraph, over a dozen words and well ended, is not given away."""
    return [index for index in rest if len(page.lines[index].split()) <= 12 or not is_prose(page.lines[index], page.words)]


def drop_bare_titles(page: Page) -> Page:
    """Take out titles of other articles and subheads between two paragraphs; what could be a sentence stays and is flagged.

    Told by position and shape: the paragraph before is complete, the next begins anew, and the line has a headline's
    capitals and no full stop. Lists (after a colon, numbered, or of several short lines) stay.

    >>> from broadcast.clean.page import blank
    >>> drop_bare_titles(blank("Waduk mulai penuh.", "Dua Pompa Besar Dipasang Lagi", "Listrik padam lagi.")).lines
    ('Waduk mulai penuh.', '', 'Listrik padam lagi.')
    """
    words = page.words
    alive = page.alive()
    prose = {index: is_prose(page.lines[index], words) for index in alive}
    gone: list[int] = []
    doubtful: list[str] = []
    for run in _runs_between_prose(page, alive, prose):
        short = [index for index in run if len(page.lines[index].split()) <= 4]
        rows = {run[number] for number in listed([page.lines[index] for index in run], words)}
        for index in run:
            if index in rows:
                continue
            line = page.lines[index]
            count = len(line.split())
            if is_item(line) or not is_headline(line) or line[0] in "\"“‘'" or line[-1] in '"”' or any(mark in line for mark in ";="):
                continue
            if ":" in line and (count < 8 or len(run) > 1):
                continue
            if (5 <= count <= 17 and is_title_cased(line, words)) or (count <= 4 and len(short) == 1 and _is_subhead(line)):
                gone.append(index)
            elif count <= 14 and len(run) == 1 and line[0].isupper():
                doubtful.append(line)
    page = page.without(gone)
    for line in doubtful[:3]:
        page = page.flagged(f"baris tanpa titik, mungkin judul berita lain: {line}")
    return page


def _is_subhead(line: str) -> bool:
    return line[:1].isupper() and not any(map(str.isdigit, line)) and not line.endswith(",")


def _runs_between_prose(page: Page, alive: list[int], prose: dict[int, bool]) -> list[list[int]]:
    """Return the groups of lines that are no prose, each standing between a complete paragraph and another paragraph."""
    groups: list[list[int]] = []
    run: list[int] = []
    before = -1
    for index in alive:
        if not prose[index]:
            run.append(index)
            continue
        if run and before >= 0 and ends_sentence(page.lines[before]) and not _UNTRUE_START.match(page.lines[index]):
            groups.append(run)
        run, before = [], index
    return groups
