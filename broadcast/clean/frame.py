"""What stands above and below the news: title, head, tail, and what is said twice."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.clean.lists import is_entry, listed
from broadcast.clean.outlets import is_outlet
from broadcast.clean.page import Page
from broadcast.clean.shapes import ends_sentence, is_headline, is_item, is_name, is_prose, is_title_cased, tidy_name
from broadcast.clean.words import Words, remembered, squeeze

_BEHIND_DATELINE = re.compile(r"^[^–—|:]{3,70}?\s?(?:[–—|:]|-{1,2}\s)\s?")  # LUMAJANG, KABAR.ID –
_DATELINE = 90
_SAID = re.compile(r"(?:[^\s.!?]{1,40}\s){5}[^\s.!?]{1,40}(?:\s[^\s.!?]{1,40}){0,60}[.!?]")  # a sentence of six words
_SUMMARY = 500
_BLOB = 500
_NESTED_LINES = 200
_HEAD = 25
"""Lines above the news that are looked at; a page has seldom a dozen."""


def lift_head(page: Page) -> Page:
    """Take out what stands above the first paragraph, and keep the title, and a place or a person named there.

    Nothing goes where the news cannot be told from its head: when no line reads as a paragraph. Sentences above a
    dateline stay (they may be a summary) and are flagged, unless a paragraph below says the same.

    >>> from broadcast.clean.page import blank
    >>> page = lift_head(blank("Lampu Jalan di Pati Ditambah", "Lampu jalan di Pati ditambah."))
    >>> page.lines, page.title
    (('', 'Lampu jalan di Pati ditambah.'), 'Lampu Jalan di Pati Ditambah')
    """
    lead = _lead(page)
    if lead < 0:
        return page
    words = page.words
    head = [index for index in page.alive()[:_HEAD] if index < lead]
    body = [squeeze(page.lines[index]) for index in page.alive() if index >= lead]
    told = page.lead >= 0 or any(is_prose(page.lines[index], words) for index in head)
    gone = [index for index in head if not _is_kept_above(page.lines[index], words, told=told)]
    twice = [index for index in head if index not in gone and any(squeeze(page.lines[index]) in text for text in body)]
    title = page.title or _title(page, gone, lead)
    place = page.place or next(
        (words.places[line.casefold()] for index in gone if (line := page.lines[index].rstrip(" ,-–—")).casefold() in words.places), ""
    )
    byline = page.byline or _head_name(page, gone, title)
    kept = [page.lines[index] for index in head if index not in {*gone, *twice}]
    page = replace(page.without([*gone, *twice]), title=title, place=place, byline=byline, lead=lead)
    if kept and page.lead >= 0 and len(kept[0].split()) < 40:
        page = page.flagged(f"kalimat di atas awal berita, mungkin keterangan foto: {kept[0][:120]}")
    return page


def _is_kept_above(line: str, words: Words, *, told: bool) -> bool:
    """Tell whether a line above the news could be part of it; where a dateline or furniture told its start, only whole sentences could."""
    if is_item(line):
        return True
    return is_prose(line, words) and (not told or ends_sentence(line) or len(line.split()) > 30 or line[0] in '"“”')


def _lead(page: Page) -> int:
    """Return where the news begins: at its dateline, else at the first paragraph; -1 when there is none.

    A long title may read as a paragraph. It has no full stop, and page furniture stood between it and the text.
    """
    if page.lead >= 0:
        return page.lead
    alive = page.alive()
    prose = [index for index in alive if is_prose(page.lines[index], page.words)]
    if len(prose) > 1 and prose[0] == alive[0] and prose[1] > prose[0] + 1:
        line = page.lines[prose[0]]
        if not ends_sentence(line) and is_headline(line) and ends_sentence(page.lines[prose[1]]):
            return prose[1]
    return prose[0] if prose else -1


def _title(page: Page, head: list[int], lead: int) -> str:
    """Choose the first line whose words the first paragraphs use; a page's title is about its news, its masthead is not."""
    body = " ".join(page.lines[index] for index in page.alive() if index >= lead)[:3000].casefold()
    best, most = "", 0.0
    for index in head:
        line = page.lines[index]
        count = len(line.split())
        if not (4 <= count <= 25 and is_headline(line)) or "|" in line or "»" in line:
            continue
        strong = [word.strip("\"“”'‘’,.?!:()").casefold() for word in line.split()]
        share = sum(len(word) > 3 and word in body for word in strong) / count
        if share >= 0.25:
            return line
        if share > most:
            best, most = line, share
    return best


def _head_name(page: Page, head: list[int], title: str) -> str:
    """Return a person named alone, or before a dash and the outlet, on a line between title and news."""
    below = False
    for index in head:
        line = page.lines[index]
        if line == title:
            below = True
            continue
        name, dash, outlet = line.rstrip(",").partition(" - ")
        signed = bool(dash) and is_outlet(outlet, page.words, page.outlet)
        if below and is_name(name, page.words) and (signed or 2 <= len(name.split()) <= 4) and not name.isupper():
            return tidy_name(name)
    return ""


def drop_title_again(page: Page) -> Page:
    """Take out a line that only repeats the article's title; a sentence with its full stop is the lead, and stays.

    >>> from dataclasses import replace
    >>> from broadcast.clean.page import blank
    >>> drop_title_again(replace(blank("LAMPU JALAN DITAMBAH", "Air mati."), title="Lampu Jalan Ditambah")).lines
    ('', 'Air mati.')
    """
    title = squeeze(page.title)
    if len(title) < 12:
        return page
    short = [index for index in page.alive() if len(page.lines[index]) < 400 and page.lines[index][-1] != "."]
    return page.without([index for index in short if squeeze(page.lines[index]) == title])


def drop_tail(page: Page) -> Page:
    """Take out what stands below the last paragraph: tags, titles, menu words, comments. Lists and doubtful sentences stay.

    >>> from broadcast.clean.page import blank
    >>> drop_tail(blank("Lampu jalan ditambah.", "lampu jalan pati")).lines
    ('Lampu jalan ditambah.', '')
    """
    words = page.words
    alive = page.alive()
    prose = [index for index in alive if is_prose(page.lines[index], words)]
    if not prose:
        return page
    below = [index for index in alive if index > prose[-1]]
    announced = page.lines[prose[-1]].rstrip().endswith((":", ";"))
    rows = {below[number] for number in listed([page.lines[index] for index in below], words)}
    gone: list[int] = []
    doubtful: list[str] = []
    for index in below:
        line = page.lines[index]
        if announced or index in rows or (is_item(line) and line[:1].isalnum()):
            continue
        if _could_be_sentence(line, words):
            doubtful += [line] * (not line.endswith(")"))
        else:
            gone.append(index)
    page = page.without(gone)
    for line in doubtful[:3]:
        page = page.flagged(f"baris tanpa titik di akhir berita: {line[:120]}")
    return page


def _could_be_sentence(line: str, words: Words) -> bool:
    return len(line.split()) >= 5 and line[:1].isupper() and not is_title_cased(line, words) and "|" not in line and "•" not in line


def drop_repeats(page: Page) -> Page:
    """Take out a paragraph that stands there a second time, and a summary that a later paragraph holds whole.

    >>> from broadcast.clean.page import blank
    >>> drop_repeats(blank("Lampu jalan ditambah tiga puluh titik.", "Air mati.", "Lampu jalan ditambah tiga puluh titik.")).lines
    ('Lampu jalan ditambah tiga puluh titik.', 'Air mati.', '')
    """
    seen: set[str] = set()
    gone: list[int] = []
    for index in page.alive():
        line = page.lines[index]
        key = squeeze(line)
        if len(key) < 30 or len(line.split()) < 4 or line[-1] == ":" or (not ends_sentence(line) and is_entry(line, page.words)):
            continue
        behind = _behind_dateline(line)
        if key in seen or (behind != key and len(behind) > 60 and behind in seen):
            gone.append(index)
        seen.add(key)
    gone += _cut_short(page, set(gone))
    return page.without(gone).changed(_said_within(page, set(gone)))


def _said_within(page: Page, gone: set[int]) -> dict[int, str]:
    """Return what becomes of lines that say again what others say, where a page gave its text as a whole and by paragraphs as well.

    Of a long line that shorter ones make up, the paragraphs stay; where something in its middle is only there, the long line stays.
    """
    alive = [index for index in page.alive() if index not in gone][:_NESTED_LINES]
    long = [index for index in alive if len(page.lines[index]) > _BLOB][:20]
    if not long or len(alive) < 4:
        return {}
    lines, keys = page.lines, {index: squeeze(page.lines[index]) for index in alive}
    edits: dict[int, str] = {}
    for index in sorted(long, key=lambda number: len(keys[number])):
        whole = keys[index]
        rest = [other for other in alive if other != index and other not in edits and 40 < len(keys[other]) < len(whole)]
        inner = [other for other in rest if keys[other] in whole]
        only = _only_there(lines[index], [lines[other] for other in inner]) if len(inner) > 2 else None
        if only is not None:
            edits[index] = only
        elif inner:
            edits |= dict.fromkeys(inner, "")
    return edits


def _only_there(line: str, inner: list[str]) -> str | None:
    """Return what a line says before the lines within it begin, perhaps nothing; None when it says more than they elsewhere."""
    spans = sorted((start, start + len(text)) for text in inner if (start := line.find(text)) >= 0)
    end = spans[0][0] if spans else -1
    for start, stop in spans:
        if start > end and _SAID.search(line[end:start]):
            return None
        end = max(end, stop)
    return None if end < 0 or _SAID.search(line[end:]) else line[: spans[0][0]].strip()


@remembered
def _behind_dateline(line: str) -> str:
    return squeeze(_BEHIND_DATELINE.sub("", line[:_DATELINE]) + line[_DATELINE:])


def _cut_short(page: Page, gone: set[int]) -> list[int]:
    """Return lines that break off and are the beginning of another paragraph: a page's summary of itself."""
    whole = {index: squeeze(page.lines[index][:_SUMMARY]) for index in page.alive() if index not in gone}
    found = []
    for index in whole:
        line = page.lines[index]
        dotted = line.rstrip(")] ").endswith(("...", "…"))
        if len(line) < 40 or len(line) > _SUMMARY or (ends_sentence(line) and not dotted):
            continue
        keys = {squeeze(line), _behind_dateline(line)}
        if any(
            text.startswith(key)
            for key in keys
            if len(key) > 30
            for other, text in whole.items()
            if other != index and len(text) > len(key)
        ):
            found.append(index)
    return found
