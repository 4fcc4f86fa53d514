"""The article on the cleaning table, and the runner that notes what each rule changed.

A rule is a function Page → Page. It never moves a paragraph: one that it takes out becomes an empty string, so the
runner can tell before from after by position. `each` makes a rule of a function str → str.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from broadcast.clean.words import Words, words_of
from broadcast.model import Cut, Flag, FlagCode, Lexicon, Table

Day = date | None


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs and what was learnt of them. `lead` is where the news begins, -1 while that is unknown."""

    lines: tuple[str, ...]
    words: Words
    title: str = ""
    place: str = ""
    byline: str = ""
    outlet: str = ""
    date: date | None = None
    lead: int = -1
    flags: tuple[Flag, ...] = ()

    def alive(self) -> list[int]:
        """Where the paragraphs are that still stand."""
        return [index for index, line in enumerate(self.lines) if line]

    def changed(self, edits: Mapping[int, str]) -> Page:
        """Return the page with some paragraphs replaced (by an empty string: taken out)."""
        if not edits:
            return self
        lines = list(self.lines)
        for index, line in edits.items():
            lines[index] = line
        # the constructor, not replace: a third of the runner's time
        return Page(tuple(lines), self.words, self.title, self.place, self.byline, self.outlet, self.date, self.lead, self.flags)

    def without(self, indexes: Sequence[int] | set[int]) -> Page:
        """Return the page with these paragraphs taken out."""
        return self.changed(dict.fromkeys(indexes, ""))

    def by(self, byline: str, when: Day) -> Page:
        """Return the page with its author and its day; itself where they are known already."""
        return self if (byline, when) == (self.byline, self.date) else replace(self, byline=byline, date=when)

    def flagged(self, note: str) -> Page:
        """Return the page with something for an editor to look at."""
        flag = Flag(FlagCode.CHECK, note)
        return self if flag in self.flags else replace(self, flags=(*self.flags, flag))


Rule = Callable[[Page], Page]


def each(rule: Callable[[str], str]) -> Rule:
    """Make a rule for the page of one that mends a single paragraph; it keeps its name."""

    @functools.wraps(rule)
    def apply(page: Page) -> Page:
        return page.changed({index: new for index, line in enumerate(page.lines) if line and (new := rule(line)) != line})

    return apply


def knowing(rule: Callable[[str, Words], str]) -> Rule:
    """Make a rule for the page of one that mends a single paragraph with the station's words at hand."""

    @functools.wraps(rule)
    def apply(page: Page) -> Page:
        words = page.words
        return page.changed({index: new for index, line in enumerate(page.lines) if line and (new := rule(line, words)) != line})

    return apply


def run(page: Page, rules: Sequence[Rule]) -> tuple[Page, tuple[Cut, ...]]:
    """Apply the rules in order and note every paragraph that one of them changed."""
    cuts: list[Cut] = []
    for rule in rules:
        before, page = page, rule(page)
        if page.lines is not before.lines:
            cuts += _differences(rule.__name__, before.lines, page.lines)
    return page, tuple(cuts)


def _differences(name: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Cut]:
    for old, new in zip(before, after, strict=True):
        if old != new:
            yield Cut(name, old, new)


def blank(*lines: str, **tables: Table) -> Page:
    """Return a page of these paragraphs and tables: for examples.

    >>> blank("Satu.", "", "Dua.").alive()
    [0, 2]
    """
    return Page(lines, words_of(Lexicon(tables)))
