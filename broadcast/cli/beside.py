"""`broadcast script --explain`: what of an article stands beside what in the script, and why.

A row is one sentence of the article, in its place, with the lines that it opened; what cleaning or the choice left out
keeps its place too, with the reason. How a page is shown is `columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadcast.cli.replay import changes, replay, visible

if TYPE_CHECKING:
    from broadcast.model import Article, Choice, Cut, Flag, Item, Line, Story

SAME, NEW, KEPT, ADDED = "=", "~", "!", "+"
FATES = {SAME: "tetap", NEW: "ditulis ulang", KEPT: "kata sumber dipertahankan", ADDED: "tambahan"}
"""What became of the source in a line: the sign and its words."""

_MARKS = re.compile(r"[,.!?;:\s]+")
_LEAST_PIECE = 4
"""Words from which what cleaning cut out of a paragraph is shown as a row of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the script: its number, how it is printed, its fate, and notes as (kind, text): `rule`, `from`, `flag`, `guard`."""

    number: int
    text: str
    fate: str
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the article, its number (0: never reached the writer), whether it airs and why, and the lines it opened."""

    number: int
    sentence: str
    aired: bool
    why: str
    lines: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """An article beside its item: where it is from, what became of the item, notes on the whole, and the rows."""

    source: str
    state: str
    notes: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]

    def count(self) -> str:
        """Return how many lines and sentences had which fate; it explains the signs as well."""
        lines = [line.fate for row in self.rows for line in row.lines]
        fates = ", ".join(f"{lines.count(sign)} {words} ({sign})" for sign, words in FATES.items() if sign in lines)
        sentences = [row for row in self.rows if row.number]
        out = sum(not row.aired for row in sentences)
        return f"{len(lines)} baris{': ' + fates if fates else ''}. {out} dari {len(sentences)} kalimat tidak ikut (x)."


@dataclass(frozen=True, slots=True)
class Reasons:
    """The tables `clean_rules` and `write_rules`: rule → its explanation."""

    clean: Mapping[str, tuple[str, ...]]
    write: Mapping[str, tuple[str, ...]]


def page(article: Article, story: Story, item: Item, state: str, findings: Sequence[Flag], reasons: Reasons) -> Page:
    """Return an article beside its item; `findings` are what the guard said."""
    flags = tuple((_kind(flag, findings), _flag(flag)) for flag in item.flags if not flag.line)
    guarded = f"{len(findings)} temuan" if findings else "tidak ada temuan"
    lines = [_said(number, line, item, findings, reasons) for number, line in enumerate(item.lines, 1)]
    rows = tuple(_in_place(article, story, _told(item, lines), reasons))
    return Page(article.source, state, (*flags, ("guard" if findings else "rule", f"penjaga: {guarded}")), rows)


# ---------------------------------------------------------------- the lines


def _said(number: int, line: Line, item: Item, findings: Sequence[Flag], reasons: Reasons) -> Said:
    rules = tuple(("rule", _rule(name, reasons.write)) for name in line.rules)
    flags = tuple((_kind(flag, findings), _flag(flag)) for flag in item.flags if flag.line == number)
    numbers = [at for at, choice in enumerate(item.choices, 1) if choice.sentence in line.sources]
    several = (("from", f"dari kalimat {' dan '.join(map(str, numbers))}"),) if len(numbers) > 1 else ()
    return Said(number, f"{line.text} {line.end}", fate_of(line), (*several, *rules, *flags))


def _rule(name: str, table: Mapping[str, tuple[str, ...]]) -> str:
    why = (table.get(name) or ("",))[0]
    return f"{name}: {why}" if why else name


def _kind(flag: Flag, findings: Sequence[Flag]) -> str:
    return "guard" if flag in findings else "flag"


def _flag(flag: Flag) -> str:
    return f"{flag.code.value}{': ' + flag.note if flag.note else ''}"


def fate_of(line: Line) -> str:
    """Return what became of the source in a line: fallen back to, unchanged but for breaths, rewritten, or not there.

    >>> from broadcast.model import Line
    >>> [fate_of(Line("Pasar ramai / hari ini", sources=(text,))) for text in ("Pasar ramai, hari ini.", "Pasar sepi.")]
    ['=', '~']
    """
    from broadcast.naskah import plain
    from broadcast.write.traces import FALLBACKS

    if FALLBACKS & set(line.rules):
        return KEPT
    if not line.sources:
        return ADDED
    return SAME if _bare(plain(line.text)) in {_bare(source) for source in line.sources} else NEW


def _bare(text: str) -> str:
    return _MARKS.sub(" ", text).strip()


# ---------------------------------------------------------------- the sentences


def _told(item: Item, lines: Sequence[Said]) -> list[tuple[int, Row]]:
    """Return a row, with its paragraph, for each sentence that the writer met; a line stands at its first source."""
    opened: dict[int, list[Said]] = {}
    also: dict[int, list[int]] = {}
    for said, line in zip(lines, item.lines, strict=True):
        places = [at for at, choice in enumerate(item.choices) if choice.sentence in line.sources]
        opened.setdefault(places[0] if places else -1, []).append(said)
        for place in places[1:]:
            also.setdefault(place, []).append(said.number)
    rows = [
        (choice.paragraph, Row(at + 1, visible(choice.sentence), choice.aired, _why(choice, also.get(at, ())), tuple(opened.get(at, ()))))
        for at, choice in enumerate(item.choices)
    ]
    last = rows[-1][0] if rows else 0
    rows = [(place, replace(row, lines=tuple(_once(row.lines)))) for place, row in rows]
    return rows + ([(last, Row(0, "", aired=True, why="tanpa sumber dalam artikel", lines=tuple(opened[-1])))] if -1 in opened else [])


def _once(lines: Sequence[Said]) -> Iterator[Said]:
    """Yield lines with the rules told once where those of the line before in the same row were the same."""
    before: list[tuple[str, str]] = []
    for index, said in enumerate(lines):
        rules = [note for note in said.notes if note[0] in {"from", "rule"}]
        if rules and rules == before:
            like = ("rule", f"asal dan aturan seperti baris {lines[index - 1].number}")
            yield replace(said, notes=(like, *(note for note in said.notes if note not in rules)))
        else:
            yield said
        before = rules


def _why(choice: Choice, lines: Sequence[int]) -> str:
    worth = f" (nilai {choice.worth:g})".replace(".", ",") if choice.worth and choice.worth < 100 else ""
    also = f"; juga dalam baris {', '.join(map(str, lines))}" if lines else ""
    return f"{choice.reason}{worth}{also}"


def _in_place(article: Article, story: Story, told: Sequence[tuple[int, Row]], reasons: Reasons) -> Iterator[Row]:
    """Yield the rows of the writer among those that cleaning took out."""
    fates = replay(article.text, story).fates
    if tuple(fate.after for fate in fates if fate.after) != story.body:  # paragraphs that no longer match: the story alone
        yield from (row for _, row in told)
        return
    paragraph = 0
    for fate in fates:
        if not fate.after:
            yield _cleaned(fate.before, fate.cuts[-1:], reasons)
            continue
        head, tail = _pieces(fate.before, fate.after)
        yield from (_cleaned(piece, _cutting(piece, fate.cuts), reasons) for piece in head)
        yield from (row for place, row in told if place == paragraph)
        yield from (_cleaned(piece, _cutting(piece, fate.cuts), reasons) for piece in tail)
        paragraph += 1


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return what was cut out of a paragraph before its first kept word, and after it."""
    head: list[str] = []
    tail: list[str] = []
    pieces = list(changes(before, after)) if before != after else []
    if all(kind != "same" for kind, _ in pieces):
        return head, tail
    kept = False
    for kind, text in pieces:
        kept = kept or (kind == "same" and bool(re.search(r"\w", text)))
        if kind == "gone" and len(text.split()) >= _LEAST_PIECE:
            (tail if kept else head).append(text.strip())
    return head, tail


def _cutting(piece: str, cuts: Sequence[Cut]) -> Sequence[Cut]:
    return [cut for cut in cuts if piece in cut.before and piece not in cut.after][:1] or cuts[:1]


def _cleaned(text: str, cuts: Sequence[Cut], reasons: Reasons) -> Row:
    rules = "; ".join(_rule(cut.rule, reasons.clean) for cut in cuts)
    return Row(0, visible(text), aired=False, why=f"dibuang saat dibersihkan{': ' + rules if rules else ''}")
