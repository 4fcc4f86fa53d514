"""The dateline: who reports from where, before the first sentence. A parser, since about thirty shapes occur.

    Radio Contoh.com, LUMAJANG – …    JAKARTA, KOMPAS.com - …    Jakarta (ANTARA) – …    KBRN, Blitar: …
    Liputan6.com, Jakarta …           KONTAN.CO.ID - JAKARTA. …   GRESIK | KabarIni - …   Surabaya, 19/11/2026 – …

A dateline is up to four elements (outlet, place, date; one of them in brackets) between separators. It is taken
only when its elements and its last separator leave no doubt: "Surabaya - Malang kini macet" is a road.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from broadcast.bahasa.dates import WEEKDAYS
from broadcast.clean.dates import find_date
from broadcast.clean.elements import REACH, STRONG, WHEN, Found, scan
from broadcast.clean.outlets import DOMAIN, is_outlet
from broadcast.clean.page import Page
from broadcast.clean.places import PREFIX, known_place, local_place
from broadcast.clean.shapes import LONGEST, is_prose
from broadcast.clean.words import Words

_LINES = 25
_PARAGRAPHS = 3
"""A dateline stands on the first paragraph; two more are looked at because captions may read as paragraphs."""

_SPELLED = frozenset({"DKI", "DI", "DIY", "NTB", "NTT", "IKN", "DC", "OKI", "OKU", "PALI", "AS"})
_FRAMED = re.compile(r"[\[(]\s?(?P<inner>[^\[\]()]{5,80}?)\s?[\])](?:\s|[-–—:|.])*")  # [Pati, kabar.id] Warga …
_DOUBLED = re.compile(
    r"(?P<place>[A-Z][\w'’ ]{2,25}?)\s?[–—|-]\s?(?:(?:kota|kab\.|kabupaten)\s)?(?P=place)\s?[–—|-]\s?"
    r"(?:(?P<outlet>[\w.]{4,30}(?:\s(?-i:[A-Z])[\w.]{2,20}){0,2})\s?[–—|-]\s)?",
    re.IGNORECASE,
)  # METRO – Kota Metro – Kabar.id –
_ROADS = re.compile(r"[A-Z][\w'’]{2,20}\s?(?P<dash>[-–—])\s?[A-Z][\w'’]{2,20}\s[a-z]")
_SHOUTED = re.compile(
    r"(?P<place>[A-Z]{4,}(?: [A-Z]{3,}){0,2}), ?(?P<outlet>[A-Z][A-Z0-9]{4,}(?: [A-Z][A-Z0-9]{2,}){0,2}) ?[-–—](?=[A-Z][a-z])"
)
"""Place and outlet in capitals, the dash glued to the first word: "PASIRPENGARAIAN, RIAUPOS-Seorang …"."""
WEEKDAY_NAMES = frozenset(name.casefold() for name in WEEKDAYS) | {"jumat", "ahad"}
_DASH_AGAIN = re.compile(r"\s[–—-]{1,2}\s")
_ASIDE = 90
"""Characters that an aside between two dashes may have."""
_ROAD_AHEAD = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stood before the first sentence; `end` is where that sentence begins, `sure` whether an outlet, date or brackets prove it."""

    end: int
    place: str = ""
    outlet: str = ""
    date: date | None = None
    sure: bool = False


def lift_dateline(page: Page) -> Page:
    """Cut the dateline off the first sentence of the news and keep place, outlet and date.

    >>> from broadcast.clean.page import blank
    >>> page = lift_dateline(blank("PATI, KABAR.ID – Lampu jalan ditambah.", dateline={"Pati": ()}))
    >>> page.lines, page.place, page.outlet
    (('Lampu jalan ditambah.',), 'Pati', 'KABAR.ID')
    """
    best: tuple[int, Dateline] | None = None
    paragraphs = 0
    for index in page.alive()[:_LINES]:
        line = page.lines[index]
        found = parse_dateline(line, page)
        if found and _has_news(line[found.end :].strip(), found, page.words) and (best is None or (found.sure and not best[1].sure)):
            best = (index, found)
        paragraphs += is_prose(line, page.words)
        if paragraphs >= _PARAGRAPHS or (best and best[1].sure):
            break
    if best is None:
        return page
    index, found = best
    rest = page.lines[index][found.end :].strip()
    edits = {index: rest}
    lead = index if rest else next((number for number in page.alive() if number > index), -1)
    if not rest and lead >= 0:  # "MAKASSAR, KOMPAS.com" and on the next line "– Sebanyak …"
        edits[lead] = page.lines[lead].lstrip("-–— ")
    page = page.changed({number: line for number, line in edits.items() if line != page.lines[number]})
    return replace(page, lead=lead, place=page.place or found.place, outlet=page.outlet or found.outlet, date=page.date or found.date)


def _has_news(rest: str, found: Dateline, words: Words) -> bool:
    return (len(rest.split()) >= 2 and is_prose(rest, words)) if rest else found.sure


def parse_dateline(text: str, page: Page) -> Dateline | None:
    """Return the dateline at the head of a paragraph, or None where there is none or any doubt."""
    shouted = _SHOUTED.match(text)
    if shouted and not find_date(shouted["outlet"]) and shouted["outlet"].casefold() not in WEEKDAY_NAMES:
        return Dateline(shouted.end(), _canonical(shouted["place"], page.words), shouted["outlet"], sure=True)
    given = _doubled(text, page.words) if text[:1].isupper() else _framed(text, page) if text[:1] in "[(" else None
    if given:
        return given
    found = scan(text[:REACH], page)
    while found.elements:
        line = _accepted(found, text, page)
        if line and (line.end >= len(text) or text[line.end].isalnum() or text[line.end] in "\"“‘'(#”"):
            return line
        found = found.shorter()
    return None


def _framed(text: str, page: Page) -> Dateline | None:
    """Read a dateline that stands in brackets as a whole: "[Pati, kabar.id] Warga …"; it must name both."""
    match = _FRAMED.match(text)
    inner = f"{match['inner']} – " if match and "," in match["inner"] else ""
    found = scan(inner, page) if inner else None
    line = _accepted(found, inner + text[match.end() :], page) if match and found and found.end == len(inner) else None
    if match is None or line is None or not (line.sure and line.place and line.outlet):
        return None
    return replace(line, end=match.end(), place=line.place if known_place(line.place, page.words) else "")  # "[Video, kabar.id]"


def _doubled(text: str, words: Words) -> Dateline | None:
    """Read a place that stands twice: "METRO – Kota Metro – Kabar.id – Warga …"."""
    match = _DOUBLED.match(text[:REACH]) if text[:4].casefold() in text[4:60].casefold() else None
    if match is None or not known_place(match["place"], words):
        return None
    return Dateline(match.end(), _canonical(match["place"], words), match["outlet"] or "", sure=True)


def _accepted(found: Found, text: str, page: Page) -> Dateline | None:
    """Weigh the elements: return the dateline they prove, or None."""
    rest, words = text[found.end :], page.words
    brackets = found.of("bracket")
    if _is_aside(rest) or any(item.isdigit() for item in brackets):  # "Lumajang – kota pisang – kini …", "Batu (57) – …"
        return None
    dates = [*found.of("date"), *(item for item in brackets if WHEN.fullmatch(item) or find_date(item))]
    outlets = [*found.of("outlet"), *(item for item in brackets if item not in dates and not _is_plain_place(item, words))]
    told = _told(found, outlets, dates, rest, words)
    if told is None:
        return None
    outlets, places, unknown = told
    witnessed = bool(outlets or dates)
    place = next(iter(places or unknown), "")
    if not (_is_witnessed(found, places, rest, words) if witnessed else _is_plain(found, place, rest, page, known=bool(places))):
        return None
    when = next((day for item in dates if (day := find_date(item))), None)
    place = _canonical(place or (local_place(outlets[0], words) if outlets else ""), words)
    return Dateline(found.end, place, outlets[0].strip() if outlets else "", when, sure=witnessed and bool(places or outlets))


def _told(found: Found, outlets: list[str], dates: list[str], rest: str, words: Words) -> tuple[list[str], list[str], list[str]] | None:
    """Return outlets, places and unknown names after a look at what an unknown one is; None where they make no dateline."""
    places, unknown = found.of("place"), found.of("unknown")
    witnessed = bool(outlets or dates)
    strange = len(unknown) > 1 or (found.elements[0][0] == "date" and not (outlets or places))  # "19 November 2026 – Warga …"
    if strange or not (all(_is_province(item, words) for item in places[1:]) or (len(places) == 2 and witnessed)):
        return None
    if unknown and witnessed and not places:  # "Tumpang (KABAR) -" is a place, "Pada Kamis, 12 November | …" is none
        return (outlets, unknown, []) if outlets or unknown[0].isupper() else None
    if not (unknown and places):
        return outlets, places, unknown
    if _is_province(places[0], words) or (found.of("bracket") and found.elements[0][0] == "unknown"):  # "Tumpang, Jawa Timur -"
        return outlets, unknown, []
    if STRONG.search(found.separator):  # "SuaraKota, Kudus –", "PAINAN, RANAH KABAR —", but not "Pati, Budi Santoso – warga Pati – …"
        return None if rest[:1].islower() else ([*outlets, *unknown], places, [])
    return outlets, places, unknown


def _is_plain_place(text: str, words: Words) -> bool:
    """Tell a region in brackets, "Ambon (Maluku) –", from an outlet in brackets."""
    return bool(known_place(text, words)) and not is_outlet(text, words)


def _is_aside(rest: str) -> bool:
    """Tell words set between two dashes: "Lumajang – kota pisang – menggelar …"."""
    return rest[:1].islower() and bool(_DASH_AGAIN.search(rest[:_ASIDE]))


def _is_province(place: str, words: Words) -> bool:
    return place.casefold() in words.provinces


def _is_witnessed(found: Found, places: list[str], rest: str, words: Words) -> bool:
    """Tell whether a dateline with an outlet, a date or brackets is whole: by a dash or colon, or by a place before a capital."""
    outlets = found.of("outlet")
    if STRONG.search(found.separator) or (not rest and bool(outlets) and bool(DOMAIN.fullmatch(outlets[0])) and not found.of("date")):
        return True
    if len(found.elements) == 1 and outlets and outlets[0].isupper() and found.separator == ". ":  # "RMOLJATENG. Warga …"
        return rest[:1].isupper()
    # "Liputan6.com, Jakarta Beras …", "KONTAN.CO.ID - JAKARTA. …"
    named = bool(outlets) and bool(places) and bool(known_place(places[0], words)) and found.elements[-1][0] in {"place", "outlet"}
    return named and _stops(found) and (rest[:1].isupper() or rest[:1] in '"“”')


def _is_plain(found: Found, name: str, rest: str, page: Page, *, known: bool) -> bool:
    """Tell whether a place stands there as a dateline with nothing to prove it but itself and a dash."""
    stop = found.separator.strip()
    dotted = name.isupper() and known and (stop == "." or (found.separator == ", " and _is_sentence_behind(rest, page.words)))
    if not (STRONG.search(found.separator) or dotted) or not rest or (len(found.elements) > 1 and not known):
        return False
    if not known:
        return _is_evident(name, rest, page, found.separator)
    roads = _ROADS.match(rest)  # "Jakarta - Cikampek - Palimanan padat", but not "PATI – Kudus - Jepara padat"
    if (roads and roads["dash"] == stop) or f"{name}{found.separator}" in rest[:200]:  # "Kupang–Rote dan Kupang–Sabu"
        return False
    if rest[:1].isupper() and rest.casefold().startswith(name.casefold() + " "):  # "LUMAJANG – Lumajang kembali …"
        return True
    return (name.isupper() and not _road(rest, page.words, caps=True)) or (
        not _road(rest, page.words, caps=False) and _spaced(found.separator)
    )


def _is_sentence_behind(rest: str, words: Words) -> bool:
    """Tell "LUMAJANG, Bupati Lumajang mengatakan …" from a list of places or of names behind a comma."""
    first = rest.split(" ", 1)[0]
    return first.isalpha() and first[0].isupper() and first[1:].islower() and len(rest.split()) > 7 and not _road(rest, words, caps=False)


def _stops(found: Found) -> bool:
    return found.separator.strip() in {"", ".", ","}


def _spaced(separator: str) -> bool:
    return separator[-1:] == " " or any(mark in separator for mark in "–—:|")


def _road(rest: str, words: Words, *, caps: bool) -> bool:
    """Tell whether another place follows, as in "Surabaya - Malang": then it is a road, a match or a pair, no dateline."""
    match = _ROAD_AHEAD.match(rest)
    if match is None:
        return not (rest[:1] in "\"“‘'(" or rest[:1].isdigit() or rest[:1].isupper())
    names = match.group().split()
    near = next((count for count in range(len(names), 0, -1) if known_place(" ".join(names[:count]), words)), 0)
    if not near:
        return False
    return " ".join(names[:near]).isupper() if caps else True


def _is_evident(name: str, rest: str, page: Page, separator: str) -> bool:
    """Believe a place that no table knows when the article itself names it as one, or when it stands in capitals before a dash."""
    words = page.words
    if any(part.casefold() in words.of("caps") or part.casefold() in words.of("buka") for part in name.split()) or ":" in separator:
        return False
    if not (rest[:1].isupper() or rest[:1] in '"“”' or rest[:1].isdigit()) or not _spaced(separator):
        return False
    kinds = "|".join(map(re.escape, [*sorted(words.of("sandang")), "di", "polres", "polsek", "bupati", "camat", "wilayah"]))
    shape = r"\s".join(map(re.escape, name.split()))
    named = re.compile(rf"(?<![^\W_])(?:{kinds})\s{shape}(?![^\W_])", re.IGNORECASE)
    if any(named.search(line[: LONGEST * 4]) for line in page.lines[:40]):
        return True
    lead = rest.split(" ", 1)[0]
    return (
        name.isupper()
        and len(name) > 3
        and len(name.split()) <= 2
        and not lead.isupper()
        and (any(mark in separator for mark in "–—") or (separator == "- " and len(name) > 4))
    )


def _canonical(place: str, words: Words) -> str:
    """Write a place the usual way.

    >>> from broadcast.model import Lexicon
    >>> from broadcast.clean.words import words_of
    >>> _canonical("OGAN ILIR", words_of(Lexicon())), _canonical("KAB. TUBAN", words_of(Lexicon()))
    ('Ogan Ilir', 'Kabupaten Tuban')
    """
    text = " ".join(place.split()).strip(" .,")
    if "/" in text and known_place(text, words):  # London/Jakarta
        return known_place(text, words)
    prefix = PREFIX.match(text)
    if prefix:
        kind = "Kota" if prefix.group().lower().startswith("kot") else "Kabupaten"
        return f"{kind} {_canonical(text[prefix.end() :], words)}"
    known = known_place(text, words)
    if known:
        return known
    return " ".join(part if part in _SPELLED else part.capitalize() for part in text.split()) if text.isupper() else text
