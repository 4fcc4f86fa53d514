"""The pieces a dateline is made of: outlets, places, dates, brackets, and the separators between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from broadcast.clean.dates import DATE
from broadcast.clean.outlets import DOMAIN, is_outlet
from broadcast.clean.page import Page
from broadcast.clean.places import PREFIX, known_place
from broadcast.clean.shapes import has_letters
from broadcast.clean.words import Words, squeeze

REACH = 110
"""Characters a dateline may have; the longest seen in 26,000 articles had 84."""

_DAY_WORD = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
WHEN = re.compile(
    rf"(?:{_DAY_WORD},? )?(?:\(?{DATE}\)?|\(\d{{1,2}}/\d{{1,2}}\)|\d{{1,2}}/\d{{1,2}}(?=\s?[-–—(]))|{_DAY_WORD}(?=\s?[-–—(])", re.IGNORECASE
)
_BAR = r"(?<=\s)[Il](?=\s[\w-]{3,30}\.(?i:com|co|id|net|info))"  # LUMAJANG I KABAR.ID -
_SEPARATOR = re.compile(
    rf"\s{{0,2}}(?:{_BAR}|"
    r"[–—‒―•»·~]|--+|\|+|//|:(?!//)|,(?=[^\d]|\s)|\((?=[^()]{1,40}\))|\[(?=[^\[\]]{1,40}\])|\)|\.(?=\s|$|-)|(?<=\s)[-/~>](?=\s|$)|(?<=\s)-(?=[A-Z\"“])|-(?=\s|$)|(?<=[A-Z])-(?=[A-Z0-9“\"])|;|\*{1,3}(?=[\s,.–—:|-]))"
)
_SEPARATORS = re.compile(rf"(?:\s|[–—‒―•»·|:,;.~>)\]*]|-|//|{_BAR})*")
STRONG = re.compile(r"[–—‒―•»·|:~>-]|//|\s[Il]\s")
_BRACKET = re.compile(r"\s?[(\[]\s?([^()\[\]]{1,40}?)\s?[)\]]")
_LOOSE_DOMAIN = re.compile(
    r"(?P<name>[a-z][\w-]{2,30})(?:\s?\.\s?|,\s|\s)(?P<ending>com|co\.id|id|net)(?=\s?[,:|–—-])", re.IGNORECASE
)  # POS-KABAR. COM, –
_GLUED_PLACE = re.compile(r"[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14}){0,2}?(?=[A-Z“\"])")  # Liputan6.com, JakartaTimnas …
_GLUED_DASH = re.compile(r"-(?=[A-Z“\"])")  # KABAR.ID, Jakarta-Harga …
_ONE_CASED = re.compile(r"[A-Z][A-Z'’. ]{2,30}?(?=\s[A-Za-z][\w-]{2,30}\.(?:com|co|id|net)(?![a-z]))")  # JAKARTA KABAR.com –
_CAMEL_DASH = re.compile(r"[A-Z]\w{1,20}[a-z][A-Z]\w{1,20}(?=-[A-Z“\"])")  # PATI, SuaraKota-Warga …
_CAMEL = re.compile(r"[A-Z]\w*[a-z][A-Z]\w*|[A-Z]{2,}[a-z]{2,}\w*|[a-z]+[A-Z]\w*")  # TimorKabar, INews, detikKota


@dataclass(slots=True)
class Found:
    """Elements seen so far, in order: (kind, text)."""

    elements: list[tuple[str, str]]
    end: int = 0
    separator: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)

    def shorter(self) -> Found:
        """The same without the last element: what seemed to be one was the sentence's first word."""
        end, separator = self.marks[-2] if len(self.marks) > 1 else (0, "")
        return Found(self.elements[:-1], end, separator, self.marks[:-1])

    def of(self, kind: str) -> list[str]:
        """The texts of the elements of a kind."""
        return [text for what, text in self.elements if what == kind]


def scan(head: str, page: Page) -> Found:
    """Read elements and separators from the head of a paragraph, as many as there are up to four."""
    found = Found([])
    position = len(head) - len(head.lstrip(" -–—[*•"))
    position -= bool(position and _BRACKET.match(head, position - 1))  # [KabarKota] PATI –
    while len(found.elements) < 4:
        step = _element(head, position, found, page)
        if step is None:
            break
        kind, text, after = step
        gap = _SEPARATORS.match(head, after)
        found.elements.append((kind, text))
        found.end = gap.end() if gap else after
        found.separator = head[after : found.end]
        found.marks.append((found.end, found.separator))
        position = found.end
        if _BRACKET.match(head, position) is None and not found.separator.strip() and kind != "outlet":
            break
    return found


def _element(head: str, position: int, found: Found, page: Page) -> tuple[str, str, int] | None:
    """Read one element at a position: its kind (outlet, place, date, bracket, unknown), its text, and where it ends."""
    when = WHEN.match(head, position)
    if when and (found.elements or any(map(str.isdigit, when.group()))):
        return "date", when.group(), when.end()
    bracket = _BRACKET.match(head, position)
    if bracket:
        first = not found.elements and (DOMAIN.fullmatch(bracket.group(1)) or _kind(bracket.group(1), page) == "outlet")
        kind = "outlet" if first else "bracket" if found.elements and not found.of("bracket") else ""
        return (kind, bracket.group(1), bracket.end()) if kind else None
    return (None if found.of("outlet") else _domain(head, position, found)) or _name(head, position, found, page)


def _domain(head: str, position: int, found: Found) -> tuple[str, str, int] | None:
    """Read an outlet that its form proves: a web domain, also one with a space before its ending, or a humped name glued to a dash."""
    domain = DOMAIN.match(head, position)
    if domain:
        return "outlet", domain.group(), domain.end()
    loose = _LOOSE_DOMAIN.match(head, position)
    if loose:
        return "outlet", f"{loose['name']}.{loose['ending']}", loose.end()
    glued = _CAMEL_DASH.match(head, position) if found.of("place") else None
    return ("outlet", glued.group(), glued.end()) if glued else None


def _name(head: str, position: int, found: Found, page: Page) -> tuple[str, str, int] | None:
    """Read a name: closed by a separator, or a known one that nothing closes."""
    spaced = _ONE_CASED.match(head, position) if not found.elements else None
    if spaced and known_place(spaced.group(), page.words):
        return "place", spaced.group(), spaced.end()
    closed = _closed(head, position, found, page)
    if closed and closed[0] in {"place", "unknown"} and _is_whole_name(closed[1], head[closed[2] :], page.words):
        return closed
    return _unclosed(head, position, found, page.words) or closed


def _is_whole_name(text: str, after: str, words: Words) -> bool:
    """Tell a name of several words before a dash, "BOGOR TENGAH -", from a place and the sentence behind it, "Jakarta Beras …"."""
    if not STRONG.match(after.lstrip()[:1] or "."):
        return False
    return text.isupper() or bool(known_place(text, words)) or (text.count(" ") == 1 and text.partition(" ")[0].casefold() in words.places)


def _unclosed(head: str, position: int, found: Found, words: Words) -> tuple[str, str, int] | None:
    """Read a name that no separator need close: a place after an outlet, an outlet of several words after a place."""
    if found.of("outlet") and not found.of("place"):
        return _leading_place(head, position, words, dashed=bool(STRONG.search(found.separator)))
    return _leading_outlet(head, position, words) if found.of("place") and not found.of("outlet") else None


def _closed(head: str, position: int, found: Found, page: Page) -> tuple[str, str, int] | None:
    """Read a name up to the next separator."""
    prefix = PREFIX.match(head, position)
    cut = _SEPARATOR.search(head, prefix.end() if prefix else position)
    if cut is None or cut.start() == position:
        return None
    text = head[position : cut.start()].strip()
    kind = _kind(text, page) or _small_place(text, head[cut.end() :], found, page.words)
    if kind == "unknown" and text.isupper() and "|" in found.separator and STRONG.match(head[cut.start() :].lstrip()[:1] or "."):
        return "outlet", text, cut.start()
    dashed = bool(found.elements) and bool(STRONG.search(found.separator))
    if dashed and kind == "unknown" and _is_lone_outlet(text, head[cut.start() :], found, page.words):
        return "outlet", text, cut.start()
    return (kind, text, cut.start()) if kind and (not dashed or _may_follow_dash(kind, text, head[cut.start() :], found, page)) else None


def _small_place(text: str, after: str, found: Found, words: Words) -> str:
    """Tell a place in small letters, which only a web domain beside it proves: "pati, kabar.id – Warga …"."""
    if not (text.islower() and known_place(text, words)):
        return ""
    beside = DOMAIN.match(after.lstrip()) or any(DOMAIN.fullmatch(outlet) for outlet in found.of("outlet"))
    return "place" if beside else ""


def _is_lone_outlet(text: str, after: str, found: Found, words: Words) -> bool:
    """Tell an unknown outlet between dashes behind a known place: "PATI – KABARKU – Warga …"; "A – B – C" in capitals is a road."""
    if [kind for kind, _ in found.elements] != ["place"] or not known_place(found.elements[0][1], words):
        return False
    rest = after.lstrip(" -–—|:").split(" ", 1)[0]
    named = text.isupper() and text.isalnum() and len(text) > 3 and text.casefold() not in words.of("caps")
    return named and after.lstrip()[:1] in set("-–—|") and rest[:1].isupper() and not (rest.isupper() and len(rest) > 5)


def _may_follow_dash(kind: str, text: str, after: str, found: Found, page: Page) -> bool:
    """After a dash the sentence has usually begun; only an outlet, or a place after an outlet and before a mark of its own, goes on."""
    if kind == "outlet":
        sure = is_outlet(text, page.words, page.outlet) or bool(STRONG.search(after[:3]))  # "JAKARTA– Tim Nasional (Timnas) …"
        return not found.of("outlet") and sure
    own_mark = bool(STRONG.search(after[:4])) or text.isupper()
    return kind == "place" and bool(found.of("outlet") or found.of("unknown")) and not found.of("place") and own_mark


def _leading_outlet(head: str, position: int, words: Words) -> tuple[str, str, int] | None:
    """Read a known outlet of two or three words that no separator closes: "Jakarta, NU Online Beras …"."""
    tokens = list(re.finditer(r"[^\s,.:|()–—-]+", head[position:]))[:3]
    for count in range(len(tokens), 1, -1):
        end = position + tokens[count - 1].end()
        key = squeeze(head[position:end])
        if key in words.outlets and key not in words.local_outlets:  # "PATI – Humas Polres Pati mengatakan …"
            region = head[end:].strip()
            end = len(head.rstrip()) if region and known_place(region, words) else end  # "Jombang, NU Online Jatim"
            return "outlet", head[position:end], end
    return None


def _leading_place(head: str, position: int, words: Words, *, dashed: bool) -> tuple[str, str, int] | None:
    """Read a known place that no separator closes: "Liputan6.com, Jakarta Beras …"; after a dash only one with a mark of its own."""
    tokens = list(re.finditer(r"[^\s,.:|()–—]+", head[position:]))[:3]
    for count in range(len(tokens), 0, -1):
        end = position + tokens[count - 1].end()
        text = head[position:end]
        if " ".join(text.casefold().split()) in words.places and text[:1].isupper():
            return ("place", text, end) if not dashed or _has_own_mark(head, end, words) else None
    glued = None if dashed else _GLUED_PLACE.match(head, position)
    if glued and known_place(glued.group(), words):
        return "place", glued.group().rstrip(), glued.end()
    first = tokens[0].group().partition("-") if tokens else ("", "", "")
    if first[1] and not dashed and known_place(first[0], words) and _GLUED_DASH.match(head, position + len(first[0])):
        return "place", first[0], position + len(first[0])
    return None


def _has_own_mark(head: str, end: int, words: Words) -> bool:
    """Tell "KABAR.ID – TUBAN, Warga …" from "KABAR.ID – Tuban, Blora, dan Rembang …"."""
    mark, after = head[end:].lstrip()[:1], head[end:].partition(" ")[2]
    first = re.split(r"[ ,]", after, maxsplit=1)[0]
    return bool(mark) and (mark in ".–—:|" or (mark == "," and first[:1].isupper() and not known_place(first, words)))


def _kind(text: str, page: Page) -> str:
    """Tell what a name between separators is; an empty string for what no dateline holds."""
    names, words = text.split(), page.words
    if not 1 <= len(names) <= 5 or not has_letters(text) or len(text) > 45 or not (text[0].isupper() or _CAMEL.fullmatch(text)):
        return ""
    if is_outlet(text, words) or _is_local_office(names, words):
        return "outlet"
    if known_place(text, words):  # before the article's own outlet: "JEMBER, …" of jemberkita.com
        return "place"
    if is_outlet(text, words, page.outlet):
        return "outlet"
    if _CAMEL.fullmatch(text) or any(squeeze(name) in words.of("media") for name in names):
        return "outlet" if all(name[0].isupper() or name[0].isdigit() or _CAMEL.fullmatch(name) for name in names) else ""
    capitals = all(name[0].isupper() or name.casefold() == "dan" for name in names)
    return "unknown" if capitals and len(names) <= 4 else ""


def _is_local_office(names: list[str], words: Words) -> bool:
    """Tell an outlet with its place behind it: "KBRN Lumajang", "Diskominfo Tuban"."""
    cuts = range(1, len(names))
    return any(squeeze("".join(names[:cut])) in words.outlets and known_place(" ".join(names[cut:]), words) for cut in cuts)
