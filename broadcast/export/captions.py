"""Captions of a bulletin as SubRip (.srt), out of the script and the times at which its lines sound."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from broadcast import naskah
from broadcast.files import write_atomically
from broadcast.model import Bulletin, Line, Script

ROW = 42
"""Characters a row: Netflix Timed Text Style Guide for languages in Latin script, "Character Limitation"."""
ROWS = 2
"""Rows a caption; one wherever the text fits it: Netflix Timed Text Style Guide, General Requirements, "Line Treatment"."""
LEAST_MS = 834
"""The shortest a caption may stand, 5/6 s: the same guide, "Duration". A line that is shorter has no more to give."""

_JOINING = frozenset(
    {
        "agar",
        "antara",
        "atau",
        "bagi",
        "bahwa",
        "dalam",
        "dan",
        "dari",
        "dengan",
        "di",
        "hingga",
        "jika",
        "karena",
        "ke",
        "kepada",
        "ketika",
        "meski",
        "namun",
        "oleh",
        "pada",
        "saat",
        "sambil",
        "sebab",
        "sebelum",
        "sehingga",
        "sejak",
        "selama",
        "serta",
        "sesudah",
        "setelah",
        "supaya",
        "tanpa",
        "tentang",
        "terhadap",
        "tetapi",
        "untuk",
        "yang",
    }
)
"""Conjunctions and prepositions of Indonesian (closed classes): a row breaks before one, not after ("Line Treatment")."""
_SAFE = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")"})
"""Players take <…> and {…} for formatting, and --> parts the times: look-alikes are shown instead."""
_ANYWHERE = 4
_PUNCTUATED = re.compile(r"[,;:.!?…]['\")”’]*$")  # "Malang," is a better end of a caption than "Malang"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands on the screen from `start_ms` to `end_ms`: `rows` of text."""

    start_ms: int
    end_ms: int
    rows: tuple[str, ...]


def export_captions(script: Script, bulletin: Bulletin, path: Path) -> int:
    """Write the captions of a bulletin, and return their number.

    The file is UTF-8 without BOM with CRLF line ends, as SubRip itself wrote them: every player reads both. The words are
    those printed (`Line.text`), without slashes and readings. Each caption stays inside the time of its line.

    Limits: ROW, ROWS and LEAST_MS, after Netflix' Timed Text Style Guide (General Requirements).
    Raises OutputError when the file cannot be written.
    """
    captions = list(caption(script, bulletin))
    blocks = [(str(number), f"{clock(one.start_ms)} --> {clock(one.end_ms)}", *one.rows, "") for number, one in enumerate(captions, 1)]
    write_atomically(path, "".join(f"{row}\r\n" for block in blocks for row in block).encode())
    return len(captions)


def caption(script: Script, bulletin: Bulletin) -> Iterator[Caption]:
    """Yield the captions in order; none begins before the one before it has ended."""
    last = 0
    for cue in sorted(bulletin.cues, key=lambda cue: (cue.start_ms, cue.end_ms)):
        line = script.items[cue.item].elements[cue.element]
        start = max(cue.start_ms, last)
        if not isinstance(line, Line) or cue.end_ms <= start:
            continue
        for one in _caption_line(line.text, start, cue.end_ms):
            yield one
            last = one.end_ms


def clock(ms: int) -> str:
    """Return a time as SubRip writes it.

    >>> clock(3_661_002)
    '01:01:01,002'
    """
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{rest:03}"


def _caption_line(text: str, start_ms: int, end_ms: int) -> Iterator[Caption]:
    words, joints = _words(text)
    if not words:
        return
    groups = _divide(words, joints)
    if len(groups) * LEAST_MS > end_ms - start_ms:
        # too quick for pauses of thought: as few captions as the rows allow
        groups = _divide(words, joints, each=1000)
    if len(groups) > end_ms - start_ms:
        groups = [slice(0, len(words))]
    ends = _share([sum(map(len, words[group])) for group in groups], start_ms, end_ms)
    for group, begin, end in zip(groups, [start_ms, *ends[:-1]], ends, strict=True):
        yield Caption(begin, end, _rows(words[group], joints[group]))


def _words(text: str) -> tuple[list[str], list[int]]:
    """The words of a line, and what it costs to part after each: 0 at a breath, up to 6 where it breaks a thought."""
    words: list[str] = []
    joints: list[int] = []
    for phrase in _phrases(text):
        for word in _UNSEEN.sub(" ", phrase).translate(_SAFE).split():
            if joints and joints[-1] == _ANYWHERE and word.casefold() in _JOINING:
                joints[-1] = 2
            # a word longer than a row (an address) is cut to rows
            words += [word[start : start + ROW] for start in range(0, len(word), ROW)]
            joints += [_ANYWHERE] * (len(words) - len(joints))
            if word.casefold() in _JOINING:
                joints[-1] = 6
            elif _PUNCTUATED.search(word):
                joints[-1] = 1
        if joints:
            joints[-1] = 0
    return words, joints


def _phrases(text: str) -> list[str]:
    """The line parted at its breaths, as plain text."""
    phrases = [""]
    for run in naskah.runs(text):
        if run.breath:
            phrases.append("")
        else:
            phrases[-1] += run.text
    return phrases


def _divide(words: Sequence[str], joints: Sequence[int], each: int = 3) -> list[slice]:
    """Part the words into captions that fit, at the best joints: the cheapest of all ways, found from the left.

    A caption costs `each`, its end what the joint there costs, and 4 more with only one or two words in it: a phrase goes
    whole where it can, and no caption flashes by. Of ways that cost the same, the most even is taken.
    """
    # for the words so far: cost, unevenness, and where their last caption begins
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(words) + 1):
        choices = []
        for begin in range(end - 1, -1, -1):
            if not _fits(words[begin:end]):
                break
            cost, uneven, _ = best[begin]
            lonely = 4 if end - begin < 3 and len(words) > 2 else 0
            size = sum(map(len, words[begin:end]))
            choices.append((cost + each + joints[end - 1] + lonely, uneven + size * size, begin))
        best.append(min(choices))
    groups: list[slice] = []
    end = len(words)
    while end:
        begin = best[end][2]
        groups.append(slice(begin, end))
        end = begin
    return groups[::-1]


def _fits(words: Sequence[str]) -> bool:
    """Whether the words fit a caption: the first row filled, the rest must fit the second."""
    room, row = ROW, 1
    for word in words:
        if len(word) > room:
            row, room = row + 1, ROW
        room -= len(word) + 1
    return row <= ROWS


def _rows(words: Sequence[str], joints: Sequence[int]) -> tuple[str, ...]:
    """The words on one row where they fit, else on two, parted at the best joint and as even as that allows."""
    text = " ".join(words)
    if len(text) <= ROW:
        return (text,)
    pairs = [(" ".join(words[:cut]), " ".join(words[cut:]), joints[cut - 1]) for cut in range(1, len(words))]
    fitting = [pair for pair in pairs if max(len(pair[0]), len(pair[1])) <= ROW]
    if not fitting:  # only where a line sounds for less than a millisecond a caption
        return tuple(textwrap.wrap(text, ROW))
    # one step of a joint weighs as much as rows that differ by six characters
    upper, lower, _ = min(fitting, key=lambda pair: abs(len(pair[0]) - len(pair[1])) + 6 * pair[2])
    return upper, lower


def _share(weights: Sequence[int], start_ms: int, end_ms: int) -> list[int]:
    """Return the end of each caption: time by length, but LEAST_MS each (or an even part, where there is not so much)."""
    whole = end_ms - start_ms
    least = min(LEAST_MS, whole // len(weights))
    raised: set[int] = set()
    while True:
        spare = whole - least * len(raised)
        total = sum(weight for index, weight in enumerate(weights) if index not in raised)
        short = {index for index, weight in enumerate(weights) if index not in raised and spare * weight < least * total}
        if not short:
            break
        raised |= short
    parts = [least if index in raised else spare * weight // total for index, weight in enumerate(weights)]
    return [*(start_ms + done for done in accumulate(parts[:-1])), end_ms]
