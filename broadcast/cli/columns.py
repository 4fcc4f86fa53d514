"""How `broadcast script --explain` looks: two columns on a terminal, plain rows in a file or a pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

import click

from broadcast.cli.beside import ADDED, KEPT, NEW, SAME, Page, Row

Paint = Callable[[str, str], str]
"""Takes what a text is and the text, gives it as it is shown."""

LEAST_COLUMNS = 60
"""A terminal narrower than this gets the plain form."""

_GUTTER = " │ "
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "head": {"bold": True},
    "out": {"fg": "red"},
    "rule": {"fg": "bright_black"},
    "from": {"fg": "bright_black"},
    "why": {"fg": "bright_black"},
    "flag": {"fg": "yellow"},
    "guard": {"fg": "magenta", "bold": True},
    SAME: {},
    NEW: {"fg": "green"},
    KEPT: {"fg": "yellow", "bold": True},
    ADDED: {"fg": "cyan"},
}
_LABELS = {"flag": "bendera ", "guard": "penjaga "}


def coloured(kind: str, text: str) -> str:
    r"""Show a text in the colour of its kind.

    >>> coloured("out", "x")
    '\x1b[31mx\x1b[0m'
    """
    return click.style(text, **_LOOKS[kind]) if _LOOKS.get(kind) else text


def uncoloured(_kind: str, text: str) -> str:
    """Show a text as it is."""
    return text


def _heading(page: Page, paint: Paint) -> Iterator[tuple[str, str]]:
    yield paint("head", f"# {page.source}"), "head"
    yield page.state, "state"
    for kind, note in page.notes:
        yield f"{_LABELS['flag'] if kind == 'flag' else ''}{note}", kind


# ---------------------------------------------------------------- a file


def plain(page: Page) -> Iterator[str]:
    """Yield the rows of a page for a file or a pipe: a sentence, why, and under it its lines."""
    yield from (text for text, _ in _heading(page, uncoloured))
    for row in page.rows:
        yield ""
        if row.sentence:
            yield f"[{_sign(row)}] {row.sentence}"
        yield f"    > {row.why}"
        for said in row.lines:
            yield f"    {said.number}. {said.fate} {said.text}"
            yield from (f"        {_LABELS.get(kind, '')}{note}" for kind, note in said.notes)
    yield ""
    yield page.count()


def _sign(row: Row) -> str:
    number = str(row.number) if row.number else ""
    return number if row.aired else f"{number} x".strip()


# ---------------------------------------------------------------- a terminal


def columns(page: Page, width: int, paint: Paint) -> Iterator[str]:
    """Yield the rows of a page for a terminal: the article on the left, the script on the right."""
    left = (width - len(_GUTTER)) * 9 // 20
    right = width - len(_GUTTER) - left
    for text, kind in _heading(page, uncoloured):
        yield from (paint(kind, part) for part in _wrapped(text, width, "", "  "))
    rule = "─" * left + "─┬─" + "─" * right
    yield paint("why", rule)
    yield paint("head", f"{'ARTIKEL':{left}}") + paint("why", _GUTTER) + paint("head", "NASKAH")
    for row in page.rows:
        yield paint("why", rule.replace("┬", "┼"))
        for (kind, text), (other, beside) in zip_longest(_article(row, left), _script(row, right), fillvalue=("", "")):
            yield paint(kind, f"{text:{left}}") + paint("why", _GUTTER if beside else _GUTTER.rstrip()) + paint(other, beside)
    yield paint("why", rule.replace("┬", "┴"))
    yield from (paint("head", part) for part in _wrapped(page.count(), width, "", "  "))


def _article(row: Row, width: int) -> Iterator[tuple[str, str]]:
    if row.sentence:
        first = f"{row.number or '':>3} {' ' if row.aired else 'x'} "
        yield from (("" if row.aired else "out", part) for part in _wrapped(row.sentence, width, first, "      "))
    if row.lines:
        yield from (("why", part) for part in _wrapped(row.why, width, "      ", "      "))


def _script(row: Row, width: int) -> Iterator[tuple[str, str]]:
    if not row.lines:
        yield from (("why", part) for part in _wrapped(row.why, width, "    - ", "      "))
    for said in row.lines:
        yield from ((said.fate, part) for part in _wrapped(said.text, width, f"{said.number:>3} {said.fate} ", "      "))
        for kind, note in said.notes:
            yield from ((kind, part) for part in _wrapped(_LABELS.get(kind, "") + note, width, "      ", "        "))


def _wrapped(text: str, width: int, first: str, later: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False) or [""]
