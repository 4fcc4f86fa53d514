"""Press releases, paid content and the newsroom's own notes: what names them, whom to call, and what a company says of itself.

    SIARAN PERS    Untuk Segera Disiarkan    [Advertorial]    (adv/diskominfo)    Informasi lebih lanjut: …    Catatan redaksi: …

None of it is read on air, but it tells that a text is no news: the cuts keep it, each under its own rule.
"""

from __future__ import annotations

import re

from broadcast.clean.page import Page
from broadcast.clean.shapes import ends_sentence, is_prose
from broadcast.clean.words import Words, fold, remembered

_REACH = 90
_HEAD = 70
_LABEL_WORDS = 12
_NOTE_WORDS = 120
_BLOCK = 12
"""Lines that a contact block may have."""
_EDGE = 4
"""Lines at the end, among which a note says where to find help."""
_PROFILE = 4
"""Paragraphs that a company says of itself."""

_OPENING_MARK = re.compile(r"[(\[*]\s?(?P<inner>[^()\[\]*]{2,50})\s?[)\]*]{1,2}[\s–—:|,-]{0,4}")  # (ADV) TENGGARONG –
_OPENING_WORD = re.compile(
    r"(?P<inner>[A-Z]{3,14}(?=\s?[,/])|[A-Za-z]{3,14}(?=\s?(?:[–—:|]|-\s)))\s?[,/–—:|-]\s?(?=[A-Z“\"])"
)  # ADVERTORIAL, TENGGARONG –
_INNER_MARK = re.compile(r"\s?,?\s?[(\[]\s?(?P<inner>[^()\[\]]{2,40})\s?[)\]](?=\s?[–—:|,-])")  # TENGGARONG (ADV) –
_CLOSING_MARK = re.compile(r"[\s*_–—-]{0,6}[(\[/]\s?(?P<inner>[^()\[\]]{2,60}?)\s?[)\]/][\s*.–-]{0,6}$")  # … aman. (adv/diskominfo)
_CLOSING_WORD = re.compile(r"(?<=[.!?\"”])[\s*_–—-]{1,6}(?P<inner>[A-Za-z]{3,14})[\s*.]{0,5}$")  # … aman. ADV
_ONLY_MARK = re.compile(r"[A-Za-z]{3,14}(?:\s?[/|:–—-]\s?[\w ./-]{2,60})?")  # ADV, Adv/DPRD
_TELEPHONE = re.compile(r"\d[\d ().-]{6,}\d|@[\w-]+\.")
_ABOUT_MARK = re.compile(r"\s?[:–—]\s")


_NONE: frozenset[str] = frozenset()


@remembered
def _signs(line: str, words: Words) -> frozenset[str]:
    """Return the kinds of phrase that a line may hold by its words alone: a quick look, once for all rules and rounds; mostly none."""
    parts = fold(line).split()
    if not parts:
        return _NONE
    signs = [kind for kind in ("rilis", "disponsori", "kontak", "profil") if parts[0] in words.firsts.get(kind, _NONE)]
    signs += [kind for kind in ("berbayar", "catatan") if not words.firsts.get(kind, _NONE).isdisjoint(parts)]
    if "menginspirasi" in parts or "anda" in parts:
        signs.append("bantuan")
    return frozenset(signs) if signs else _NONE


def _signed(page: Page, *kinds: str) -> list[int]:
    """Return the lines that may hold a phrase of one of the kinds."""
    words = page.words
    return [index for index, line in enumerate(page.lines) if line and not _signs(line, words).isdisjoint(kinds)]


def _paid(text: str, words: Words) -> bool:
    return words.paid.search(fold(text)) is not None


def drop_paid_labels(page: Page) -> Page:
    """Take out what marks a press release or paid content: "SIARAN PERS", "[Advertorial]", "… aman. (adv/diskominfo)".

    >>> from broadcast.clean.page import blank
    >>> words = {"siaran pers": ("rilis",), "adv": ("berbayar",)}
    >>> drop_paid_labels(blank("SIARAN PERS", "Jalan itu aman. (adv/dprd)", "Siaran pers itu dibagikan.", furniture=words)).lines
    ('', 'Jalan itu aman.', 'Siaran pers itu dibagikan.')
    """
    found = _signed(page, "rilis", "disponsori", "berbayar")
    return page.changed({index: new for index in found if (new := _without_labels(page.lines[index], page.words)) != page.lines[index]})


def _without_labels(line: str, words: Words) -> str:
    if len(line) < 3 * _REACH and _is_paid_line(line, words):
        return ""
    for mark in (_OPENING_MARK.match(line), _OPENING_WORD.match(line), _INNER_MARK.search(line, 0, _HEAD)):
        if mark and _paid(mark["inner"], words) and (mark.re is not _INNER_MARK or line[: mark.start()].count(" ") < 4):
            line = f"{line[: mark.start()].rstrip()} {line[mark.end() :].lstrip()}".strip()
            break
    start = max(0, len(line) - _REACH)
    for closing in (_CLOSING_MARK.search(line, start), _CLOSING_WORD.search(line, start)):
        if closing and _paid(closing["inner"], words) and ends_sentence(line[: closing.start()].rstrip()):
            return line[: closing.start()].rstrip()
    return line


def _is_paid_line(line: str, words: Words) -> bool:
    """Tell a line that only says what kind of text it is, or for whom it was written."""
    folded = fold(line)
    if words.opens("disponsori", folded):
        return words.of("ujar").isdisjoint(folded.split())
    count = len(folded.split())
    if not folded or count > _LABEL_WORDS or ends_sentence(line.rstrip(" )]*")):
        return False
    release = words.releases.match(folded)
    if release:
        rest = folded[release.end() :].split()  # "SIARAN PERS No. 12/PR/XI/2026"
        return line.isupper() or all(len(word) <= 4 or word == "nomor" for word in rest) or bool(words.releases.match(" ".join(rest)))
    bare = line.strip(" ()[]*_-–—.")
    alone = words.paid.match(folded)
    return alone is not None and (alone.end() == len(folded) or (count <= 6 and bool(_ONLY_MARK.fullmatch(bare)) and "/" in bare))


def drop_release_tail(page: Page) -> Page:
    """Take out whom the press may call, and what a company says of itself below the news.

    A number that listeners may call stays: only a press release's contact, or one that names the company's spokesman, goes.

    >>> from broadcast.clean.page import blank
    >>> words = {"informasi lebih lanjut": ("kontak",), "corporate secretary": ("jurubicara",)}
    >>> drop_release_tail(blank("Laba naik.", "Informasi lebih lanjut:", "Corporate Secretary PT Air", furniture=words)).lines
    ('Laba naik.', '', '')
    """
    heads = set(_signed(page, "kontak", "profil"))
    if not heads:
        return page
    alive = page.alive()
    released = any(_is_release(page.lines[index], page.words) for index in [*alive[:8], *alive[-3:]])
    gone: list[int] = []
    for number, index in enumerate(alive):
        if number == 0 or index not in heads or index in gone:
            continue
        below = alive[number:]
        if _is_contact(page.lines[index], page.words):
            gone += _contact_block(page, below, released=released)
        elif _is_profile(page, alive[:number], below, released=released):
            gone += below
            break
    return page.without(gone)


def _is_release(line: str, words: Words) -> bool:
    return line.strip() == "###" or (words.releases.match(fold(line[:_REACH])) is not None and _is_paid_line(line, words))


def _is_contact(line: str, words: Words) -> bool:
    """Tell the head of a contact block: "Informasi lebih lanjut:", "Narahubung: Rina, 0812 …"."""
    head, colon, _ = line[:_REACH].partition(":")
    folded = fold(head)
    return words.opens("kontak", folded) and (bool(colon) or (not ends_sentence(line) and len(folded.split()) <= 8))


def _contact_block(page: Page, below: list[int], *, released: bool) -> list[int]:
    """Return the lines of a contact block: its head and what is no running text under it."""
    block = below[:1]
    if not page.lines[below[0]].rstrip().endswith(":") and is_prose(page.lines[below[0]], page.words) and not released:
        return []
    for index in below[1:_BLOCK]:
        line = page.lines[index]
        if is_prose(line, page.words) and not (len(line) < _REACH and _TELEPHONE.search(line)):
            break
        if _is_about(line, page.words):
            break
        block.append(index)
    spoken = any(words_found for index in block if (words_found := page.words.spokesmen.search(fold(page.lines[index][: 2 * _REACH]))))
    return block if released or spoken else []


def _is_about(line: str, words: Words) -> bool:
    return words.opens("profil", fold(line[:_REACH]))


def _is_profile(page: Page, above: list[int], below: list[int], *, released: bool) -> bool:
    """Tell a company's words about itself by their heading: "Tentang PT Air Laut Tbk", and a paragraph that names it again."""
    line, words = page.lines[below[0]], page.words
    if not _is_about(line, words) or sum(is_prose(page.lines[index], words) for index in above) < 2:
        return False
    mark = _ABOUT_MARK.search(line[: 2 * _REACH])
    heading = line[: mark.start()] if mark else line
    named = [name for name in heading.split()[1:] if name[:1].isupper()]
    company = released or not words.of("badan").isdisjoint(fold(heading).split())
    if not named or not company or len(heading.split()) > 10 or (mark is None and ends_sentence(line)):
        return False
    told = line[mark.end() :] if mark else page.lines[below[1]] if len(below) > 1 else ""
    prose = [page.lines[index] for index in below[1:] if is_prose(page.lines[index], words)]
    if not released and any(not words.of("ujar").isdisjoint(fold(text).split()) for text in prose):  # a subhead of the news
        return False
    return len(prose) <= (_PROFILE if released else 2) and named[-1].strip(".,()") in told[:400]


def drop_editor_notes(page: Page) -> Page:
    """Take out the newsroom's notes: help lines under a suicide, corrections, disclaimers; the cuts keep them.

    >>> from broadcast.clean.page import blank
    >>> words = {"catatan redaksi": ("catatan",)}
    >>> drop_editor_notes(blank("Ia dimakamkan.", "Catatan redaksi: Depresi dapat diobati.", furniture=words)).lines
    ('Ia dimakamkan.', '')
    """
    found = _signed(page, "catatan", "bantuan")
    if not found:
        return page
    words, alive = page.words, page.alive()
    edits: dict[int, str] = {}
    for index in found:
        line, number = page.lines[index], alive.index(index)
        noted = "catatan" in _signs(line, words)
        if index in edits:
            continue
        if noted and fold(line) in words.furniture["catatan"]:
            rest = alive[number + 1 :]
            if number > 1 and len(rest) <= 2:  # "CATATAN REDAKSI", and below it the note
                edits |= dict.fromkeys([index, *rest], "")
        elif (number < 2 or number >= len(alive) - _EDGE) and _is_help(line, words):
            edits[index] = ""
        elif noted and (note := words.note.search(line)) is not None and (note.start() or number or len(alive) > 1):
            edits[index] = line[: note.start()].rstrip()
    return page.changed(edits)


def _is_help(line: str, words: Words) -> bool:
    """Tell where to find help, as newsrooms print it under a suicide; what somebody says is no note."""
    folded = fold(line)
    if "bantuan" not in _signs(line, words) or words.help.search(folded) is None or line[0] in '"“':
        return False
    parts = folded.split()
    return len(parts) <= _NOTE_WORDS and words.of("ujar").isdisjoint(parts)
