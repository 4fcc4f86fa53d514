"""How a line is written: breaths, readings and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_ESCAPED = re.compile(r"\\(.)")  # \[ \{ \/ \\
_SPECIAL = re.compile(r"[\\\[\]{}|]")
_LONE_MARK = re.compile(r"(?:(?<=\s)|^)(/{1,3})(?=\s|$)")  # " / ", " // ", " /// "
_BREATH = re.compile(r"(?:(?<=\s)|^)(/)(?=\s|$)")
READING = re.compile(r"[ \t]?(?<!\\)\{\s*baca:\s*((?:[^{}\\]|\\.)*?)\s*\}")  # {baca: as at}
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: `text` to read, `reading` when it carries its own (else empty), or a `breath`."""

    text: str = ""
    reading: str = ""
    breath: bool = False


def escape(plain_text: str) -> str:
    r"""Return plain text in script notation, on one line.

    >>> escape("Catatan [penting] / lihat {x}")
    'Catatan \\[penting\\] \\/ lihat \\{x\\}'
    """
    text = " ".join(plain_text.split())
    text = _SPECIAL.sub(lambda match: "\\" + match.group(), text)
    return _LONE_MARK.sub(lambda match: "\\" + match.group(1), text) if "/" in text else text


def unescape(text: str) -> str:
    r"""Undo `escape`.

    >>> unescape(r"\[a\] \/ b")
    '[a] / b'
    """
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def runs(text: str) -> tuple[Run, ...]:
    """Return the pieces of a line in script notation.

    >>> [(run.text, run.reading, run.breath) for run in runs("Bupati As'at {baca: as at} / hadir")]
    [('Bupati ', '', False), ("As'at", 'as at', False), ('', '', True), ('hadir', '', False)]
    """
    pieces: list[Run] = []
    for part in _BREATH.split(text):
        if part == "/":
            pieces.append(Run(breath=True))
            continue
        start = 0
        for match in READING.finditer(part) if "{" in part else ():
            before = part[start : match.start()]
            cut = max(before.rfind(" "), before.rfind("\t")) + 1
            pieces.append(Run(unescape(before[:cut])))
            pieces.append(Run(unescape(before[cut:]), reading=unescape(match.group(1))))
            start = match.end()
        pieces.append(Run(unescape(part[start:])))
    return tuple(_trimmed(pieces))


def _trimmed(pieces: Sequence[Run]) -> Iterator[Run]:
    """Drop empty runs and the spaces around breaths and at the ends."""
    for index, run in enumerate(pieces):
        if run.breath:
            yield run
            continue
        text = run.text
        if index == 0 or pieces[index - 1].breath:
            text = text.lstrip()
        if index == len(pieces) - 1 or pieces[index + 1].breath:
            text = text.rstrip()
        if text:
            yield replace(run, text=text)


def plain(text: str) -> str:
    """Return a line as running text: no breaths, no readings, no escapes.

    >>> plain("Bupati / As'at {baca: as at} / hadir")
    "Bupati As'at hadir"
    """
    marked = "{" in text or "\\" in text
    words = "".join(" " if run.breath else run.text for run in runs(text)) if marked else _BREATH.sub(" ", text)
    return " ".join(words.split())
