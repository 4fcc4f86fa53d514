"""`broadcast clean --explain`: an article paragraph by paragraph, with what was cut or changed and by which rule.

The cuts of a story are in the order in which the rules made them, each with the text before and after. They are played
back on the paragraphs as they came; a cut that finds no paragraph with its text is listed, never hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from broadcast.model import Article, Cut, Story

_LINE_BREAKS = re.compile(r"[\n\r\u2028\u2029]|<br\s?/?>|</p>", re.IGNORECASE)  # as clean parts a text
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_TOKENS = 4_000
"""Tokens of the longest paragraph whose changes are marked word by word; a longer one is shown before and after."""

Paint = Callable[[str, str], str]
"""Takes what a text is (`gone`, `new`, `note`, `head`) and the text, gives it as it is shown."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a paragraph: its text as it came, as it is now (empty: taken out), and the cuts that led there."""

    before: str
    after: str
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """The fates of an article's paragraphs, in order, and the cuts that found no place."""

    fates: tuple[Fate, ...]
    unplaced: tuple[Cut, ...]


def replay(text: str, story: Story) -> Replay:
    """Play the cuts of a story back on the text that it came from.

    Where equal paragraphs leave open which of them went, the first or the last, the one that leaves the story's body is taken.
    """
    paragraphs = [part for line in _LINE_BREAKS.split(text) if (part := line.strip())]
    first = _played(paragraphs, story.cuts, 0)
    if _standing(first) == story.body:
        return first
    last = _played(paragraphs, story.cuts, -1)
    return last if _standing(last) == story.body else first


def _standing(played: Replay) -> tuple[str, ...]:
    return tuple(fate.after for fate in played.fates if fate.after)


def _played(paragraphs: Sequence[str], cuts: Sequence[Cut], which: int) -> Replay:
    now = list(paragraphs)
    made: list[list[Cut]] = [[] for _ in paragraphs]
    places: dict[str, list[int]] = {}
    for index, text in enumerate(now):
        places.setdefault(text, []).append(index)
    unplaced: list[Cut] = []
    for cut in cuts:
        found = places.get(cut.before) or []
        if not found:
            unplaced.append(cut)
            continue
        index = found.pop(0 if cut.after else which)  # of equal paragraphs the first is changed first
        now[index] = cut.after
        made[index].append(cut)
        if cut.after:
            there = places.setdefault(cut.after, [])
            there.append(index)
            there.sort()
    fates = tuple(Fate(before, after, tuple(done)) for before, after, done in zip(paragraphs, now, made, strict=True))
    return Replay(fates, tuple(unplaced))


# ---------------------------------------------------------------- one paragraph


def changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a changed paragraph: `same`, `gone` or `new`, and the text.

    >>> list(changes("Kepala Desa ,Agus hadir", "Kepala Desa, Agus hadir"))
    [('same', 'Kepala Desa'), ('new', ','), ('same', ' '), ('gone', ','), ('same', 'Agus hadir')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MOST_TOKENS:
        yield from (("gone", before), ("new", after))
        return
    for kind, start, stop, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(old[start:stop])
        else:
            yield from (piece for piece in (("gone", "".join(old[start:stop])), ("new", "".join(new[begin:end]))) if piece[1])


def visible(text: str) -> str:
    r"""Return a text with its invisible characters written out.

    >>> visible("a\u200bb\xa0c")
    'a\\u200bb\\xa0c'
    """
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text)


def plain(kind: str, text: str) -> str:
    """Mark a text without colour: `[-gone-]`, `{+new+}`."""
    return {"gone": f"[-{text}-]", "new": f"{{+{text}+}}"}.get(kind, text)


def coloured(kind: str, text: str) -> str:
    """Mark a text by colour, for a terminal: struck out in red, added in green."""
    looks: Mapping[str, Mapping[str, Any]] = {
        "gone": {"fg": "red", "strikethrough": True},
        "new": {"fg": "green", "bold": True},
        "note": {"fg": "bright_black"},
        "head": {"bold": True},
    }
    return click.style(text, **looks.get(kind, {}))


# ---------------------------------------------------------------- the page


def explained(article: Article, story: Story, reasons: Mapping[str, tuple[str, ...]], paint: Paint) -> Iterator[str]:
    """Yield the rows that show an article, what cleaning did to it, what was lifted as data, and how much it was.

    `reasons` is the table `clean_rules`: rule → its explanation.
    """
    played = replay(article.text, story)
    yield paint("head", f"# {article.source}")
    for fate in played.fates:
        yield "".join(_shown(fate, paint))
        yield from _told(fate.cuts, reasons, paint)
    if played.unplaced:
        yield paint("head", "Perubahan lain, yang paragrafnya tidak utuh lagi:")
        for cut in played.unplaced:
            yield "".join(paint(kind, visible(text)) for kind, text in changes(cut.before, cut.after))
            yield from _told([cut], reasons, paint)
    yield ""
    yield from _lifted(story, paint)
    yield _counted(played)


def _shown(fate: Fate, paint: Paint) -> Iterator[str]:
    if fate.before == fate.after:
        yield fate.after
    elif not fate.after:
        yield paint("gone", visible(fate.before))
    else:
        yield from (paint(kind, text if kind == "same" else visible(text)) for kind, text in changes(fate.before, fate.after))


def _told(cuts: Sequence[Cut], reasons: Mapping[str, tuple[str, ...]], paint: Paint) -> Iterator[str]:
    """Yield a row for each cut: the rule and, in words, what it does."""
    for cut in cuts:
        sign = "~" if cut.after else "x"
        why = (reasons.get(cut.rule) or ("",))[0]
        yield paint("note", f"    {sign} {cut.rule}{': ' + why if why else ''}")


def _lifted(story: Story, paint: Paint) -> Iterator[str]:
    date = story.date.isoformat() if story.date else ""
    data = (("judul", story.title), ("tempat", story.place), ("penulis", story.byline), ("media", story.outlet), ("tanggal", date))
    yield paint("head", "Data:")
    for name, value in data:
        yield f"  {name}: {value or '-'}"
    if story.flags:
        yield paint("head", "Perlu mata penyunting:")
    for flag in story.flags:
        yield f"  {flag.code.value}{': ' + flag.note if flag.note else ''}"


def _counted(played: Replay) -> str:
    gone = sum(not fate.after for fate in played.fates)
    changed = sum(bool(fate.cuts and fate.after) for fate in played.fates)
    same = len(played.fates) - gone - changed
    cuts = sum(len(fate.cuts) for fate in played.fates) + len(played.unplaced)
    return f"{cuts} perubahan: {gone} paragraf dibuang, {changed} diubah, {same} tetap."
