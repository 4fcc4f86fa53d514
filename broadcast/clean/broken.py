"""Paragraphs that a page's lost links and markup broke into lines, put together again before any rule judges a line.

    Menteri Dalam Negeri (Mendagri)
    Tito Karnavian
    menjelaskan batas wilayah laut di
    Aceh Singkil
    .

A piece goes on when it does not end as a sentence and the next begins small, with a comma or a full stop; on a page broken
so more than once, a short piece between two such ones (a link's words) belongs to them as well.
"""

from __future__ import annotations

import re

from broadcast.clean.furniture import is_furniture
from broadcast.clean.page import Page
from broadcast.clean.related import is_aside_label
from broadcast.clean.shapes import ends_sentence, has_letters, is_item, is_title_cased
from broadcast.clean.words import Words

_CLOSED_QUOTE = re.compile(r"[”“\"]\s?[,.)]")  # "… tema “ / Desa Mandiri / ”, kata camat"
_OPEN_QUOTE = re.compile(r"(?:^|\s)[”“\"]$")
_OPEN_END = re.compile(r"(?:[,(]|\s[-–—])$")
_PREDICATE = re.compile(
    r"(?:me(?:ng|ny|m|n|l|r|w|y)|di|ber|ter)[a-z]{3,}\s|(?:akan|telah|sudah|yang|dan|atau|di|ke|dari|untuk|pada|dengan|serta|sebagai|resmi|juga|tidak|kembali)\s"
)  # how a sentence goes on behind its subject: "menerima …", "di …"
_DATELINED = re.compile(r"[–—]|\s-\s|\.(?:com|id|co|net)(?![a-z])", re.IGNORECASE)
_LINK_WORDS = 6
"""Words of the longest piece that is taken for a link's own text between two pieces."""

_MOST_PIECES = 40
_LONGEST = 5_000


def join_broken_lines(page: Page) -> Page:
    """Join a paragraph that lost markup broke: a part does not end, the next begins small or with a comma, and the whole ends.

    >>> from broadcast.clean.page import blank
    >>> join_broken_lines(blank("Lampu jalan, kata Sarwono", ", ditambah.")).lines
    ('Lampu jalan, kata Sarwono, ditambah.', '')
    """
    lines, alive = page.lines, page.alive()
    going = [number for number in range(1, len(alive)) if _may_go_on(lines[alive[number]]) and not ends_sentence(lines[alive[number - 1]])]
    if not going and not any(_is_open(lines[index], page.words) for index in alive):
        return page
    pieces = [lines[alive[number]] for number in going if _is_piece(lines[alive[number]])]
    seam = _Seams(page, alive, broken=len(pieces) > 1 or any(map(ends_sentence, pieces)))
    edits: dict[int, str] = {}
    number = 0
    while number < len(alive):
        count = seam.length(number)
        if count > 1:
            edits[alive[number]] = _joined([lines[index] for index in alive[number : number + count]])
            edits |= dict.fromkeys(alive[number + 1 : number + count], "")
        number += count
    return page.changed(edits)


class _Seams:
    """Where the pieces of a page belong together."""

    def __init__(self, page: Page, alive: list[int], *, broken: bool) -> None:
        self.lines = [page.lines[index] for index in alive]
        self.words, self.title, self.broken = page.words, page.title.casefold(), broken
        self.judged: dict[tuple[int, bool], bool] = {}

    def length(self, start: int) -> int:
        """Return of how many lines the paragraph that begins at `start` is made."""
        count = 1
        while count < _MOST_PIECES and self._goes_on(start + count - 1, first=count == 1):
            count += 1
        whole = ends_sentence(self.lines[start + count - 1])
        return count if whole or self.broken else 1

    def _goes_on(self, at: int, *, first: bool) -> bool:
        known = self.judged.get((at, first))
        if known is None:
            known = self.judged[at, first] = self._judge(at, first=first)
        return known

    def _judge(self, at: int, *, first: bool) -> bool:
        """Tell whether the line behind `at` goes on with it."""
        if at + 1 >= len(self.lines):
            return False
        before, line = self.lines[at], self.lines[at + 1]
        closed = ends_sentence(before) or len(before) > _LONGEST or is_item(line)
        listed = is_item(before) and at > 1  # above, "- Menteri …" is what follows "JAKARTA, KABAR.com"
        if closed or listed or self._is_apart(at) or self._is_apart(at + 1):
            return False
        if _begins_strong(line) or (self.broken and line[0] == "("):
            return True
        if before.rstrip()[-1] == ":" or not (line[0].isalnum() or line[0] in "\"“”‘'("):
            return False
        if _is_open(before, self.words):
            return not self._opens_anew(line)
        return self._goes_on_small(at, first=first) if line[0].islower() else self._is_link(at)

    def _goes_on_small(self, at: int, *, first: bool) -> bool:
        """Tell whether a line in small letters goes on with the one before: below what may be a title only as a predicate does."""
        before, line = self.lines[at], self.lines[at + 1]
        if self._may_be_title(at):
            return before.casefold() != self.title and bool(_PREDICATE.match(line))
        return self.broken or not first or (len(before.split()) > 1 and not is_title_cased(before, self.words))

    def _opens_anew(self, line: str) -> bool:
        """Tell a sentence of its own behind a slip such as "… katanya," at the end of a paragraph."""
        first = line.split(" ", 1)[0].strip(",").casefold()
        return ends_sentence(line) and (line[0] in '"“”' or (line[0].isupper() and first in self.words.of("buka")))

    def _is_link(self, at: int) -> bool:
        """Tell whether the line behind `at` is the text of a link: short, and what follows it or another such goes on in small letters."""
        before = self.lines[at]
        if not self.broken or self._may_be_title(at) or (is_title_cased(before, self.words) and len(before.split()) > 7):
            return False
        for line, after in zip(self.lines[at + 1 : at + 4], [*self.lines[at + 2 : at + 5], ""], strict=False):
            count = len(line.split())
            if count <= 3 and ends_sentence(line) and line[-1] == "." and is_title_cased(line, self.words):  # "Zona Asia."
                return True
            if count > _LINK_WORDS or ends_sentence(line) or line[-1] == ":":
                return False
            if after and (_begins_small(after) or after[0] == "("):
                return True
        return False

    def _may_be_title(self, at: int) -> bool:
        """Tell whether a line could be the article's title: the known one, or a first line in a title's capitals that is no dateline."""
        line = self.lines[at]
        titled = at == 0 and len(line.split()) > 4 and is_title_cased(line, self.words) and not _DATELINED.search(line)
        return line.casefold() == self.title or titled

    def _is_apart(self, at: int) -> bool:
        """Tell a line that no paragraph goes through: a button, "Baca juga", the title below it."""
        line = self.lines[at]
        if " " not in line and line.istitle() and at + 1 < len(self.lines) and self.lines[at + 1][0].islower():
            return False  # "Simak / breaking news / dan …"
        if is_aside_label(line):
            return True
        return not _begins_small(line) and (is_furniture(line, self.words) or (at > 0 and is_aside_label(self.lines[at - 1])))


def _begins_strong(line: str) -> bool:
    return line[0] in ",;)" or (line[0] in ".:!?" and (has_letters(line) or len(line) == 1)) or bool(_CLOSED_QUOTE.match(line))


def _begins_small(line: str) -> bool:
    return line[0].islower() or _begins_strong(line)


def _may_go_on(line: str) -> bool:
    return _begins_small(line) or (line[0] == "(" and ends_sentence(line) and not line.endswith(")"))


def _is_piece(line: str) -> bool:
    """Tell a piece of running text from a tag in small letters."""
    return not line[0].islower() or len(line.split()) > 3


def _is_open(line: str, words: Words) -> bool:
    """Tell whether a line ends where no sentence can: behind a comma, "(", an opening quotation mark or a word such as "di" or "kata"."""
    tail = line.rstrip()
    if _OPEN_END.search(tail) or _OPEN_QUOTE.search(tail):
        return True
    last = tail.rsplit(" ", 1)[-1]
    return last.islower() and (last in words.of("sambung") or (last in words.of("ujar") and not last.endswith("nya")))


def _joined(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        text += part if part[0] in ",.;:!?)”" else f" {part}"
    return text
