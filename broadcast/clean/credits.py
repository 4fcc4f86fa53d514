"""Who wrote it: labelled credits, names that stand alone, and the initials and marks that close an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from broadcast.clean.dates import find_date
from broadcast.clean.outlets import DOMAIN, is_outlet
from broadcast.clean.page import Page
from broadcast.clean.places import known_place
from broadcast.clean.shapes import ends_sentence, has_letters, is_name, is_prose, tidy_name
from broadcast.clean.words import Words, fold, remembered

_CREDIT_REACH = 220
_PART = re.compile(r"\s[-–—]\s|\s?[|•·;]\s?|\s/\s?|/\s|,(?=\s)|\s{2,}")  # "Rofiq | Editor", "Oleh Dian, Rabu"
_ROLE_BEHIND = re.compile(
    r"\((?:editor|penulis|reporter|pewarta|redaktur|kontributor|wartawan|jurnalis|[^()\d]{0,20}/[^()\d]{0,20}"
    r"|(?:kontributor|wartawan|reporter)\s[\w ]{3,30})(?:\)|$)|,\s?(?:jurnalis|wartawan|reporter|kontributor)\b",
    re.IGNORECASE,
)
_AUTHOR_BEHIND = re.compile(r"\b(?:penulis|reporter|pewarta|kontributor|wartawan|jurnalis)\b", re.IGNORECASE)
_BARE_LABEL = re.compile(
    r"(?:laporan\s)?(?:wartawan|jurnalis|reporter|kontributor|koresponden|ditulis oleh|penulis|oleh|by|editor|pewarta)\s(?=[A-Z])",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"Laporan:?\s(?P<name>[^|,–—]{3,40}?)\s?(?:[|,–—-]|\s[Il]\s)\s?(?P<place>[^|,–—]{3,30})", re.IGNORECASE
)  # Laporan Rofiq Ansori | Pati
_PLACED = re.compile(r"(?P<name>[^()\d]{3,40}?)(?:\s[Il]\s|\s?\()(?P<place>[A-Z][^()\d]{2,30})")  # Rofiq Ansori I Pati
_BARE_TOKEN = re.compile(r"[a-z][a-z.]{1,11}")  # dian, kk: a login name used as byline

_STAMPED = re.compile(
    r"\s(?:diperbarui|diterbitkan|dipublikasikan|ditayangkan|tayang|terbit|pada|updated|\d{1,2}\s).*$", re.IGNORECASE
)  # Budi diperbarui 17 Feb

_MARK = (
    r"(?:[*#]{1,5}|(?:tim|humas|redaksi|diskominfo|kominfo)\s[\w ]{2,30}"
    r"|/?(?:red|adv|ant|tim|hms|ist|jpg|jpnn|bs|prokopim|humas|pers)/?|\*?/?[a-z]{2,6}\*?|[A-Z]{1,3}-?\d{1,3}|[a-z]{1,3}\d{1,3}"
    r"|[^\W\d_][\w. ]{0,40}(?:[/|&+-]\s?[^\W_*][\w. *]{0,40}){1,3}|\*{1,3}[/ ]?[\w./ -]{1,24})"
)
_END_MARK = re.compile(
    rf"(?:\s|(?<=[.!?\"”…)*]))[*_–—-]{{0,3}}\s?[(\[]\s?(?P<mark>{_MARK})\s?[)\]][\s*.–-]{{0,6}}$|\s?(?:\*{{1,5}}[A-Z]{{0,4}}|#{{1,3}}|\[\*\]|■|-{{2,3}})$",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"[A-Z][\w ]{2,40}/\s?[A-Z][\w ]{1,20}")  # a term and its short form: "(Contract Change Order/CCO)."
_MARK_END = re.compile(r"(?:[)\]][\s*.–-]{0,6}|\*[A-Z]{0,4}|[#■]|--)$")
_WHOLE_MARK = re.compile(rf"[*_–—-]{{0,3}}\s?[(\[]\s?{_MARK}\s?[)\]][\s*.–-]{{0,6}}|-?/?(?:red|adv|hms|bs)/?-?", re.IGNORECASE)
_KNOWN_MARK = re.compile(r"[*#/]|^(?:red|adv|ant|tim|hms|jpg|jpnn|bs|prokopim|humas|pers)$", re.IGNORECASE)
_END_NAME = re.compile(r"(?<=[.!?\"”…])\s?[(\[]\s?([A-Z][^()\[\]\d]{3,40})\s?[)\]]\s?\*?$")  # "… aman. (Budi Santoso)"
_DASHED_NAME = re.compile(r"(?<=[.!?\"”…])\s?(?:[-–—/|]{1,2}\s?)([A-Z][A-Za-z'’. ]{3,30})$")  # "… aman. - Budi"
_NAME_SLASH = re.compile(r"^([^/|]{3,30}?)\s?[/|]\s?([^/|]{2,30})$")  # "M. Ridwan/KP"


def lift_credits(page: Page) -> Page:
    """Take out credit lines ("Penulis: … | Editor: …", "Laporan wartawan …") and keep the author's name.

    >>> from broadcast.clean.page import blank
    >>> page = lift_credits(blank("Pewarta: Seno Aji", "Lampu jalan ditambah.", credits={"pewarta": ("penulis",)}))
    >>> page.lines, page.byline
    (('', 'Lampu jalan ditambah.'), 'Seno Aji')
    """
    gone: list[int] = []
    byline, found = page.byline, page.date
    for index in page.alive():
        line = page.lines[index]
        names = read_credit(line, page.words, page.outlet)
        if names is None:
            continue
        gone.append(index)
        found = found or find_date(line)
        byline = byline or next(iter(names), "")
    return page.without(gone).by(byline, found)


@remembered
def read_credit(line: str, words: Words, outlet: str = "") -> list[str] | None:
    """Return the authors that a credit line names (perhaps none), or None when the line is no credit.

    "Editor: X" is a credit without author; "Editor film asal Lawang" is no credit.
    """
    text = line.strip(" ()[]*_–—-•|/").rstrip(".")
    if not text or len(text) > _CREDIT_REACH:
        return None
    marked = ":" in text or "=" in text
    labels = [label for label in words.credit.finditer(text) if _is_local(label, words)] if marked else []
    if labels and not has_letters(text[: labels[0].start()]):
        return _labelled(text, labels, words, outlet)
    bare = _BARE_LABEL.match(text)
    reported = text.lower().startswith("laporan") and len(text.split()) <= 14
    if bare and len(text.split()) <= 24 and (reported or not ends_sentence(line)):
        return _unlabelled(text[bare.end() :], bare.group(), words, outlet)
    report = _REPORT.fullmatch(text)
    if report and is_name(report["name"], words) and (known_place(report["place"], words) or is_outlet(report["place"], words, outlet)):
        return [tidy_name(report["name"])]
    behind = _ROLE_BEHIND.search(line)
    if behind and len(text.split()) <= 12 and not ends_sentence(line):
        names = [part.strip() for part in _PART.split(_ROLE_BEHIND.sub(" | ", line)) if has_letters(part)]
        if names and all(
            is_name(name, words) or is_outlet(name, words, outlet) or find_date(name) or fold(name) in words.anonymous for name in names
        ):
            people = [tidy_name(name) for name in names if is_name(name, words) and not is_outlet(name, words, outlet)]
            return people if len(people) > 1 or _AUTHOR_BEHIND.search(behind.group()) else []
    return None


def _is_local(label: re.Match[str], words: Words) -> bool:
    """Tell a label, "Kontributor:", or one with its place, "Kontributor Pati:", from any other two words."""
    return not label.group(2) or label.group(2).casefold() in words.places


def _labelled(text: str, labels: list[re.Match[str]], words: Words, outlet: str) -> list[str] | None:
    authors: list[str] = []
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for number, (label, end) in enumerate(zip(labels, ends, strict=True)):
        value = text[label.end() : end].strip(" ,|/-–—•·;")
        if number == 0 and not _is_signature(value, words, outlet):
            return None
        if words.credits.get(" ".join(label.group(1).casefold().split())) == "penulis":
            authors += _people(value, words, outlet)
    return authors


def _is_signature(value: str, words: Words, outlet: str) -> bool:
    """Tell whether what follows a label is names and not a sentence: "Penulis: bukan sekadar profesi" is none."""
    if not value:
        return True
    parts = [part for part in _PART.split(value) if has_letters(part)]
    return bool(parts) and all(_is_signed(part.strip(), words, outlet) for part in parts[:6])


def _is_signed(part: str, words: Words, outlet: str) -> bool:
    named = is_outlet(part, words, outlet) or find_date(part) or fold(part) in words.anonymous or _BARE_TOKEN.fullmatch(part)
    small = [word for word in part.split() if word[:1].islower()]
    common = words.of("kecil") | words.of("sambung") | words.of("buka") | words.of("tanya")
    if small and len(small) == len(part.split()) <= 3:  # a login name: "dina indriani"
        return all(word.isalpha() and word not in common for word in small)
    return bool(named) or (len(part.split()) <= 6 and len(small) <= 1 and part[:1].isupper()) or not part[:1].isalpha()


def _unlabelled(text: str, label: str, words: Words, outlet: str) -> list[str] | None:
    """Read "Laporan Wartawan Radio Contoh, Budi Santoso" and "Oleh Ratna Juwita, Kamis, 12 November 2026"."""
    parts = [_STAMPED.sub("", part.strip()) or part.strip() for part in _PART.split(text) if has_letters(part)]
    kinds = [
        is_name(part, words) or is_outlet(part, words, outlet) or bool(find_date(part)) or fold(part) in words.anonymous for part in parts
    ]
    sure = label.lower().startswith(("laporan", "ditulis")) and all(part[:1].isupper() for part in parts)
    if not parts or not (sure or (kinds[0] and (all(kinds) or find_date(text)))):
        return None
    if "editor" in label.lower():
        return []
    return [tidy_name(part) for part in parts if is_name(part, words) and not is_outlet(part, words, outlet)][-1 if sure else 0 :][:1]


def _people(value: str, words: Words, outlet: str) -> Iterator[str]:
    """Yield the persons among the names behind a label, written the usual way."""
    for part in _PART.split(value):
        name = _without_place(_ROLE_BEHIND.sub("", part).strip(" ()[]*.,-–—/"), words)
        if not has_letters(name) or _is_nobody(name, words) or is_outlet(name, words, outlet) or find_date(name):
            continue
        if is_name(name, words) or _BARE_TOKEN.fullmatch(name) or is_name(tidy_name(name), words):
            yield tidy_name(name + "." if value.rstrip().endswith(name + ".") and len(name.split()[-1]) == 1 else name)


def _is_nobody(name: str, words: Words) -> bool:
    """Tell an office from a person: "Redaksi", "Humas Polres Pati", "Pendam XVIII"."""
    return fold(name) in words.anonymous or fold(name.partition(" ")[0]) in words.anonymous


def _without_place(name: str, words: Words) -> str:
    """Cut the place off that stands behind a name with no more than a stroke: "Rosid Maulana I Brebes", "Rosid (Brebes"."""
    match = _PLACED.fullmatch(name)
    return match["name"] if match and known_place(match["place"], words) else name


def tidy_byline(given: str, words: Words, outlet: str = "") -> str:
    """Return the person in a byline field as scraped: "Deni Saputra - Harian Kota | Dibaca 1.204 kali" → "Deni Saputra"."""
    if not given:
        return ""
    authors = read_credit(given, words, outlet)
    if authors:
        return authors[0]
    first = [part.strip() for part in _PART.split(given) if has_letters(part)]
    for part in first[:3]:
        if (
            fold(part) not in words.anonymous
            and not is_outlet(part, words, outlet)
            and not DOMAIN.search(part)
            and not find_date(part)
            and len(part) <= 60
        ):
            return "" if any(map(str.isdigit, part)) else tidy_name(part)
    return ""


def lift_end_marks(page: Page) -> Page:
    """Take out the initials and marks that close an article: (red), (*), *(ris/tok), (dan/red), ***.

    In mid-article only unmistakable ones go; a bracket that explains, "(BPBD)", stays.

    >>> from broadcast.clean.page import blank
    >>> lift_end_marks(blank("Air mati (PDAM).", "Lampu jalan ditambah.(ris/tok)")).lines
    ('Air mati (PDAM).', 'Lampu jalan ditambah.')
    """
    words = page.words
    gone: dict[int, str] = {}
    prose = [index for index in page.alive() if is_prose(page.lines[index], words)]
    last = prose[-1] if prose else -1
    byline = page.byline
    for index in page.alive():
        line = page.lines[index]
        if len(line) < 130 and (_WHOLE_MARK.fullmatch(line) or _is_bracket(line, words)):
            gone[index] = ""
            byline = byline or (_signed_in_bracket(line, page) if index >= last else "")
            continue
        name = (
            _END_NAME.search(line, max(0, len(line) - 60)) or _DASHED_NAME.search(line, max(0, len(line) - 50)) if index == last else None
        )
        if name and is_name(name.group(1).strip(), words) and len(name.group(1).split()) > 1:
            byline = byline or ("" if _is_nobody(name.group(1).strip(), words) else tidy_name(name.group(1).strip()))
            gone[index] = line[: name.start()].rstrip()
            continue
        if name and is_outlet(name.group(1), words, page.outlet):
            gone[index] = line[: name.start()].rstrip()
            continue
        new = _without_mark(line, is_last=index == last)
        if new != line:
            gone[index] = new
            byline = byline or (_signed_in_bracket(line[len(new) :], page) if index == last else "")
    return page.changed(gone).by(byline, page.date)


def _signed_in_bracket(mark: str, page: Page) -> str:
    """Return the person that signs with the outlet: "(KABAR.ID/Rofiq Anshori)" → "Rofiq Anshori"; initials and offices are nobody."""
    left, slash, right = (part.strip() for part in mark.strip(" .*()[]").partition("/"))
    for name, other in ((right, left), (left, right)):
        written_out = sum(len(part) > 2 and part[1:].islower() for part in name.split()) > 1  # "Bid. IKP" is an office
        if slash and written_out and is_outlet(other, page.words, page.outlet) and is_name(name, page.words):
            return tidy_name(name)
    return ""


def _is_bracket(line: str, words: Words) -> bool:
    """Tell a line that is nothing but a bracket of up to three words, "(KabarKota)", and no person's name."""
    inner = line.strip(" .")[1:-1]
    return (
        line[0] in "(["
        and line.rstrip(" .")[-1] in ")]"
        and len(inner.split()) <= 3
        and not ends_sentence(inner)
        and not (len(inner.split()) > 1 and is_name(inner.strip(), words))
    )


@remembered
def _without_mark(line: str, *, is_last: bool) -> str:
    if not _MARK_END.search(line, max(0, len(line) - 10)):
        return line
    match = _END_MARK.search(line, max(0, len(line) - 130))
    if match is None or match.start() == 0:
        return line
    mark = match["mark"]
    before = line[: match.start()].rstrip()
    stopped = ends_sentence(before)
    if mark is None:
        return before if stopped or is_last else line
    known = _KNOWN_MARK.search(mark)
    signed = (known and (stopped or is_last)) or (is_last and stopped)
    explained = (line.rstrip()[-1] == "." and _EXPLAINED.fullmatch(mark)) or (mark.isupper() and len(mark) > 1)
    return before if signed and (stopped or not explained) else line


def lift_end_byline(page: Page) -> Page:
    """Take a name that stands alone below the last paragraph as the byline: SUPIANIK → "Supianik".

    >>> from broadcast.clean.page import blank
    >>> page = lift_end_byline(blank("Lampu jalan ditambah.", "SUHARTATIK"))
    >>> page.lines, page.byline
    (('Lampu jalan ditambah.', ''), 'Suhartatik')
    """
    words = page.words
    prose = [index for index in page.alive() if is_prose(page.lines[index], words)]
    if not prose:
        return page
    below = [index for index in page.alive() if index > prose[-1]][:4]
    if page.lines[prose[-1]].rstrip().endswith(":") or len(below) > 3:
        return page
    for index in below:
        line = page.lines[index].strip(" ()[]*-–—/|.")
        slash = _NAME_SLASH.match(line)
        name = slash.group(1).strip() if slash else line
        alone = len(name.split()) > 1 or (name.isupper() and len(name) > 3)
        if alone and is_name(name, words) and not _is_nobody(name, words) and not is_outlet(name, words, page.outlet):
            return replace(page.without([index]), byline=page.byline or tidy_name(name))
    return page
