"""Who wrote an opinion piece: the name below it, with what that person is."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.clean.page import Page
from broadcast.clean.shapes import is_name, is_prose, tidy_name
from broadcast.clean.words import Words, fold

_LONGEST = 200
_BELOW = 5
"""Lines at the end of an article among which its author is looked for."""
_TITLE = re.compile(r"^(?:(?:prof|dr|drs|dra|ir|drg|drh|h|hj|kh|ust|ustaz|gus|adv|apt|pdt)\b\.?,?\s)+", re.IGNORECASE)
_LABEL = re.compile(r"^(?:oleh|penulis)\s?:?\s", re.IGNORECASE)
_VERB = re.compile(r"(?<![^\W_])(?:me[a-z]{4,}|ber[a-z]{4,}|di[a-z]{5,})")  # "Rina, Wakil Ketua Forum, mengatakan …"
_SIGNED = re.compile(
    r"(?P<name>[^,()|–—]{5,45}?)(?P<degrees>(?:,\s?[A-Z][A-Za-z.]{0,8}\.?(?:\s[A-Z][a-z]{0,2}\.?)?(?=\s?[,(|–—-])){0,3})"
    r"\s?(?:[,|–—]|\s-|\()\s?(?:adalah\s)?(?P<role>[A-Za-z].*)"
)  # Dr. Rina Wijaya, M.Si., Wakil Ketua Forum Pati


def lift_opinion_author(page: Page) -> Page:
    """Take the name with an office below the last paragraph as the byline: "Rina Wijaya, Dosen Universitas Bumi".

    >>> from broadcast.clean.page import blank
    >>> page = blank("Pintu itu terkunci.", "Dr. Rina Wijaya, Dosen Universitas Bumi", clean_words={"dosen": ("profesi",)})
    >>> page = lift_opinion_author(page)
    >>> page.lines, page.byline
    (('Pintu itu terkunci.', ''), 'Rina Wijaya')
    """
    words = page.words
    alive = page.alive()
    signed = {index: name for index in alive[-_BELOW:] if (name := author_of(page.lines[index], words))}
    if len(signed) != 1:  # several are a list of guests
        return page
    (index, name), *_ = signed.items()
    others = [number for number in alive if number != index and is_prose(page.lines[number], words)]
    if not others or others[-1] > index or page.lines[others[-1]].rstrip().endswith((":", ";")):
        return page
    return replace(page.without([index]), byline=page.byline or name)


def author_of(line: str, words: Words) -> str:
    """Return the person that a line names with an office, "Dr. Rina, Dosen …"; an empty string for sentences and other lines."""
    if len(line) > _LONGEST or not any(mark in line for mark in ",(|–—-"):
        return ""
    text = line.strip(" *)([]_-–—").rstrip(".")
    match = _SIGNED.fullmatch(_TITLE.sub("", _LABEL.sub("", text, count=1), count=1))
    if match is None or len(match["name"].split()) < 2 or not is_name(match["name"].strip(), words):
        return ""
    role = fold(match["role"]).split()
    marked = line.lstrip(" (").startswith("*") or bool(_LABEL.match(text))
    told = (
        (line.rstrip(" )*").endswith((".", "!", "?")) and not marked)
        or bool(_VERB.search(match["role"]))
        or not words.of("ujar").isdisjoint(role)
    )
    return tidy_name(match["name"].strip()) if role and role[0] in words.of("profesi") and not told and len(role) <= 16 else ""
