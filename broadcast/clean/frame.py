"""What stands above and below the news: title, head, tail, and what is said twice."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.clean.outlets import is_outlet
from broadcast.clean.page import Page
from broadcast.clean.shapes import ends_sentence, has_letters, is_headline, is_item, is_name, is_prose, is_title_cased, tidy_name
from broadcast.clean.words import Words, remembered, squeeze

_BEHIND_DATELINE = re.compile(r"^[^–—|:]{3,70}?\s?(?:[–—|:]|-{1,2}\s)\s?")  # LUMAJANG, KABAR.ID –
_DATELINE = 90
_CLOSED_QUOTE = re.compile(r"[”“\"]\s?[,.)]")  # "… tema “ / Desa Mandiri / ”, kata camat"
_OPEN_QUOTE = re.compile(r"(?:^|\s)[”“\"]$")
_SUMMARY = 500
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
    """Take out a line that only repeats the article's title.

    >>> from dataclasses import replace
    >>> from broadcast.clean.page import blank
    >>> drop_title_again(replace(blank("LAMPU JALAN DITAMBAH", "Air mati."), title="Lampu Jalan Ditambah")).lines
    ('', 'Air mati.')
    """
    title = squeeze(page.title)
    if len(title) < 12:
        return page
    return page.without([index for index in page.alive() if len(page.lines[index]) < 400 and squeeze(page.lines[index]) == title])


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
    listed = page.lines[prose[-1]].rstrip().endswith((":", ";"))
    gone: list[int] = []
    doubtful: list[str] = []
    for index in below:
        line = page.lines[index]
        if listed or (is_item(line) and line[:1].isalnum()):
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
        if len(key) < 30 or len(line.split()) < 4:
            continue
        behind = _behind_dateline(line)
        if key in seen or (behind != key and len(behind) > 60 and behind in seen):
            gone.append(index)
        seen.add(key)
    return page.without([*gone, *_cut_short(page, set(gone))])


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


def join_broken_lines(page: Page) -> Page:
    """Join a paragraph that lost markup broke: a part does not end, the next begins small or with a comma, and the whole ends.

    >>> from broadcast.clean.page import blank
    >>> join_broken_lines(blank("Lampu jalan, kata Sarwono", ", ditambah.")).lines
    ('Lampu jalan, kata Sarwono, ditambah.', '')
    """
    edits: dict[int, str] = {}
    alive = page.alive()
    number = 0
    while number < len(alive):
        parts = _parts(page, alive[number:])
        if len(parts) > 1:
            edits[parts[0]] = _joined([page.lines[index] for index in parts])
            edits |= dict.fromkeys(parts[1:], "")
        number += len(parts)
    return page.changed(edits)


def _parts(page: Page, rest: list[int], most: int = 12) -> list[int]:
    """Return the lines that make one paragraph, the first of `rest` alone when it is whole or its end is not found."""
    lines = page.lines
    for count in range(1, min(len(rest), most)):
        if not _goes_on(lines[rest[count - 1]], lines[rest[count]], page.words, first=count == 1):
            return rest[:1]
        if ends_sentence(lines[rest[count]]):
            return rest[: count + 1]
    return rest[:1]


def _joined(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        text += part if part[0] in ",.;:!?)”" else f" {part}"
    return text


def _goes_on(before: str, line: str, words: Words, *, first: bool) -> bool:
    if ends_sentence(before) or is_item(line) or is_item(before) or len(before) > 5000:
        return False
    if line[0] in ",;)" or (line[0] in ".:!?" and has_letters(line)) or _CLOSED_QUOTE.match(line):
        return True
    tail = before.rstrip()
    if tail[-1] == ":" or not (line[0].isalpha() or line[0] in "\"“”‘'("):
        return False
    if tail[-1] in ",(" or _OPEN_QUOTE.search(tail):
        return True
    last = tail.rsplit(" ", 1)[-1].casefold()
    if first and (len(before.split()) < 2 or is_title_cased(before, words)):
        return False
    return line[0].islower() or (
        line[0].isalpha() and (last in words.of("sambung") or (last in words.of("ujar") and not last.endswith("nya")))
    )
