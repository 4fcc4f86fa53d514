"""Dates as Indonesian pages write them, and lines that are nothing but a page's timestamp."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from broadcast.clean.lists import is_entry
from broadcast.clean.outlets import is_outlet
from broadcast.clean.page import Page
from broadcast.clean.shapes import LONGEST, ends_sentence, has_letters, is_item, is_name, is_prose, tidy_name
from broadcast.clean.words import Words, fold, remembered

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags agst aug",
            "september sep sept",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ],
        1,
    )
    for name in names.split()
}
_DAYS = {
    name: number
    for number, names in enumerate(
        ["senin monday mon sen", "selasa tuesday tue sel", "rabu wednesday wed rab", "kamis thursday thu kam",
         "jumat jum'at jum’at friday fri jum", "sabtu saturday sat sab", "minggu ahad sunday sun min"]
    )
    for name in names.split()
}  # fmt: skip

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(map(re.escape, _DAYS), key=len, reverse=True))
DATE = (
    rf"(?:(?P<d1>[0-3]?\d)[ -/]{{1,2}}(?P<m1>{_MONTH})\.?,?[ -/]{{1,2}}(?P<y1>(?:19|20)\d\d)"  # 22 November 2026
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>[0-3]?\d),? (?P<y2>(?:19|20)\d\d)"  # November 22, 2026
    r"|(?P<d3>[0-3]?\d)(?P<s3>[/.-])(?P<m3>[01]?\d)(?P=s3)(?P<y3>(?:19|20)\d\d)"  # 22/11/2026
    r"|(?P<y4>(?:19|20)\d\d)[-/](?P<m4>[01]\d)[-/](?P<d4>[0-3]\d)"  # 2026-11-22, 2026-11-22T10:47:00+07:00
    r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)"
)
_DATE = re.compile(rf"(?<![\d/])(?:(?P<day>{_DAY}),?\s{{1,2}}\(?)?{DATE}", re.IGNORECASE)  # Minggu, 22 November 2026
_REPORTED = re.compile(rf"(?<![^\W_])(?P<day>{_DAY}),? \((?:{DATE})\)", re.IGNORECASE)  # Minggu (22/11/2026)
_CLOCK = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[.:][0-5]\d)?(?!\d)(?:\s?(?:wib|wita|wit|am|pm)(?![^\W_]))?", re.IGNORECASE
)  # 10:47 WIB
_AGO = re.compile(r"(?<!\d)\d{1,3}\s(?:detik|menit|jam|hari|minggu|bulan|tahun)\s(?:yang\s)?(?:lalu|ago)", re.IGNORECASE)  # 3 jam yang lalu
_COUNT = re.compile(
    r"(?<![^\W_])(?:(?:dibaca|dilihat|views?|hits|post views|komentar)\s?:?\s?[\d.,]+(?:\s?(?:kali|x|k|views?))?"
    r"|[\d.,]+\s?(?:k\s)?(?:views?|kali dibaca|dibaca|dilihat|komentar|x dibaca)"
    r"|(?:waktu baca|estimasi baca)?\s?[\d.,]+\s?(?:menit baca|menit membaca|min read|menit))(?![^\W_])",
    re.IGNORECASE,
)  # Dibaca 1.204 kali
_STAMP_WORD = re.compile(
    r"(?<![^\W_])(?:tayang|ditayangkan|diterbitkan|terbit|dipublikasikan|dipublikasi|publikasi|dipublish|published|posted|diposting"
    r"|diunggah|dibuat|updated?|diperbarui"
    r"|diperbaharui|terakhir|last|on|at|pada|jam|pukul|tanggal|tgl|waktu baca|wib|wita|wit|gmt|hari|oleh|by|di|in)(?![^\W_])",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(r"(?<![^\W_])(?:pukul|jam)(?![^\W_])", re.IGNORECASE)
_AHEAD = re.compile(
    r"(?<![^\W_])(?:(?:akan|mendatang|besok|lusa|rencananya|direncanakan|dijadwalkan|bakal|depan)(?![^\W_])"
    r"|(?:sampai|hingga|mulai|lambat|batas|untuk)[ ,]{1,2}(?:hari )?$)",
    re.IGNORECASE,
)  # "akan dibuka Sabtu (14/11/2026)", "hingga Sabtu (14/11/2026)"
_SPLIT = re.compile(r"\s[-–—|/•·]\s|[|•·]|\s/\s|, ")


def find_date(text: str) -> date | None:
    """Return the first full date in a text.

    >>> find_date("Rabu, 4 November 2026 | 19:40 WIB"), find_date("Terbit 08/07/2025"), find_date("Rabu (9/4)")
    (datetime.date(2026, 11, 4), datetime.date(2025, 7, 8), None)
    """
    for match in _DATE.finditer(text):
        found = date_of(match)
        if found:
            return found
    return None


def date_of(match: re.Match[str]) -> date | None:
    """Return the date a match of the pattern DATE means; None for the thirty-first of February."""
    for number in "1234":
        year, month, day = match[f"y{number}"], match[f"m{number}"], match[f"d{number}"]
        if year:
            try:
                return date(int(year), _MONTHS.get(month.casefold()) or int(month), int(day))
            except ValueError:
                return None
    return None


def lift_timestamps(page: Page) -> Page:
    """Take out the page's own time of publication, above and below the news, and keep its date.

    "Minggu, 22 November 2026 | 10:47 WIB" goes; a date between the paragraphs of a schedule stays.

    >>> from broadcast.clean.page import blank
    >>> page = lift_timestamps(blank("Rabu, 4 November 2026 | 19:40 WIB", "Lampu jalan ditambah."))
    >>> page.lines, page.date
    (('', 'Lampu jalan ditambah.'), datetime.date(2026, 11, 4))
    """
    top = page.alive()[:12]
    prose = [index for index in page.alive() if is_prose(page.lines[index], page.words)]
    first, last = (prose[0], prose[-1]) if prose else (len(page.lines), -1)
    gone: dict[int, str] = {}
    found, byline = page.date, page.byline
    for index in page.alive():
        line = page.lines[index]
        if len(line) > 200 or not any(map(str.isdigit, line)) or ends_sentence(line):
            continue
        if is_item(line) and (index > first or line[0] not in "-–—•"):  # "- 7 Mei 2026, 10:20 WIB" under a name
            continue
        rest, strong = _without_stamp(line, page.words, page.outlet)
        if rest is None or not (strong or index < first or index > last):
            continue
        if index > first and not _is_stamp_below(line, rest, page, index, strong=strong):
            continue
        gone[index] = ""
        found = found or find_date(line)
        if not byline and index in top and is_name(rest, page.words) and len(rest.split()) > 1:
            byline = tidy_name(rest)
        elif not byline and not rest and strong and index < first:
            byline = _name_above(page, index)
    return page.changed(gone).by(byline, found)


def _name_above(page: Page, index: int) -> str:
    """Return the person alone on the line above a time stamp; a section of the page, "Kabar Desa", is none."""
    line = next((page.lines[number] for number in range(index - 1, -1, -1) if page.lines[number]), "")
    alone = (
        2 <= len(line.split()) <= 4 and is_name(line, page.words) and not line.isupper() and not is_outlet(line, page.words, page.outlet)
    )
    if not alone or not page.words.of("rubrik").isdisjoint(line.casefold().split()):
        return ""
    told = {word for number in page.alive() for word in page.lines[number][: LONGEST * 2].split() if word.islower()}
    return tidy_name(line) if told.isdisjoint(line.casefold().split()) else ""  # a word of the article is no name


def _is_stamp_below(line: str, rest: str, page: Page, index: int, *, strong: bool) -> bool:
    """Tell a time stamp under the first paragraph from a row or heading of a schedule: "Sabtu, 24 Mei 2025 07.00: Kediri vs Blitar"."""
    if rest and not is_name(rest, page.words) and fold(rest) not in page.words.furniture.get("baris", ()):
        timed = _SCHEDULED.search(line) or any(map(str.isdigit, rest)) or ":" in _CLOCK.sub("", line)
        if timed or len(rest.split()) > 2 or not strong:
            return False
    below = next((page.lines[number] for number in range(index + 1, len(page.lines)) if page.lines[number]), "")
    return strong or not is_entry(below, page.words)


@remembered
def _without_stamp(line: str, words: Words, outlet: str) -> tuple[str | None, bool]:
    """Return what a timestamp line holds besides the stamp (None: it is no such line), and whether it shows a clock time or a count."""
    bare, dates = _DATE.subn(" | ", line)
    bare, clocks = _CLOCK.subn(" | ", bare)
    bare, ago = _AGO.subn(" | ", bare)
    bare, counts = _COUNT.subn(" | ", bare)
    if not (dates or ago or (clocks and counts)):
        return None, False
    bare = _STAMP_WORD.sub(" ", bare)
    left = [part.strip(" ,-–—|:()/.·•") for part in _SPLIT.split(bare)]
    left = [part for part in left if has_letters(part) and not _is_nobody(part, words, outlet)]
    if len(left) > 1 or (left and len(left[0].split()) > 4):
        return None, False
    rest = left[0] if left else ""
    if rest and not rest[0].isupper() and fold(rest) not in words.furniture.get("baris", ()):
        return None, False
    return rest, bool(clocks or ago or counts)


def _is_nobody(part: str, words: Words, outlet: str) -> bool:
    return is_outlet(part, words, outlet) or fold(part) in words.anonymous


def date_from_text(page: Page) -> Page:
    """Take the latest full date beside a weekday in the first paragraphs, "Minggu (22/11/2026)", when nothing better is known.

    Indonesian reports put the day of a statement or event so. A date whose weekday is wrong, or that a word such as
    "akan" or "hingga" points ahead, tells nothing of when the article was written.

    >>> from broadcast.clean.page import blank
    >>> date_from_text(blank("Lampu jalan ditambah, Rabu (4/11/2026).")).date
    datetime.date(2026, 11, 4)
    """
    if page.date is not None:
        return page
    found: list[date] = []
    for index in page.alive()[:6]:
        line = page.lines[index][: LONGEST * 4]
        if "(" not in line:
            continue
        for match in _REPORTED.finditer(line):
            day = date_of(match)
            if (
                day
                and day.weekday() == _DAYS[match["day"].casefold()]
                and not _points_ahead(line[max(0, match.start() - 120) : match.start()], page)
            ):
                found.append(day)
    return replace(page, date=max(found, default=None))


def _points_ahead(before: str, page: Page) -> bool:
    """Tell whether the words before a date speak of the future; a reporting word between them and the date says that it was then told."""
    sentence = before.rsplit(". ", 1)[-1]
    marks = list(_AHEAD.finditer(sentence))
    return bool(marks) and page.words.of("ujar").isdisjoint(fold(sentence[marks[-1].end() :]).split())
