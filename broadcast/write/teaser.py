"""Teasers: at most ten words, not the lead again (RADIO R28)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast import naskah
from broadcast.model import Line
from broadcast.write.scene import Draft, Scene
from broadcast.write.words import bare, capital, count_words, strip_end, tidy, word_set

MOST = 10
_JOINTS = word_set("""
    sehingga karena setelah untuk agar yang saat ketika menjelang akibat dengan dalam pada di dan serta mulai melalui dari
    tetapi sementara sedangkan sejak selama hingga lewat usai namun meski meskipun sebagai oleh atau secara kepada ke
    sebesar rata-rata tanpa dibanding
    """)
_OPEN_END = _JOINTS | word_set(
    "akan sudah tidak belum seorang sebuah para lebih hampir sekitar satu dua tiga empat lima enam tujuh delapan "
    "sembilan sepuluh sebelas pukul"
)
_PERSON = re.compile("[\ue000-\uebff]")


def write_teaser(lines: Sequence[Line], lead: Draft | None, scene: Scene) -> str:
    """Return what the headlines say of an item: its lead without names, cut at a phrase joint.

    A lead too short to cut is told as a headline, with its verb bare ("gelar upacara").
    """
    if not lines or lead is None:
        return ""
    first = naskah.plain(lines[0].text)
    text = _without_names(lead, scene)
    found = _cut(text, scene)
    if found.casefold() == first.casefold():
        found = _cut(" ".join(text.split()[:-1]), scene) if count_words(text) > 6 else found
    if found.casefold() == first.casefold():
        found = _as_headline(found, scene)
    return capital(strip_end(found))


def _without_names(lead: Draft, scene: Scene) -> str:
    """Return the lead with people as their posts, and its attribution where there is one."""

    def told(match: re.Match[str]) -> str:
        person = scene.people[(ord(match.group()) - 0xE000) % 0x400]
        return person.post or person.name

    text = _PERSON.sub(told, lead.text)
    if lead.speaker >= 0:
        person = scene.people[lead.speaker]
        verb = lead.verb or "mengatakan"
        text = (
            text
            if verb in {"mengatakan", "menurut", "menjelaskan", "menambahkan", "menerangkan"}
            else f"{person.post or person.name} {verb} {text}"
        )
    return tidy(strip_end(text))


def _cut(text: str, scene: Scene) -> str:
    """Return the longest beginning of a text, up to ten words, that ends before a joint and holds a verb with something after it."""
    words = text.split()
    grammar = scene.tools.grammar
    verb = next(
        (
            index
            for index, word in enumerate(words)
            if index and grammar.is_verb(word) and not grammar.is_helper(word) and bare(words[index - 1]) != "yang"
        ),
        len(words),
    )
    whole = len(words) <= MOST
    stops = [
        at for at in range(min(MOST, len(words)), 3, -1) if at == len(words) or bare(words[at]) in _JOINTS or words[at - 1].endswith(",")
    ]
    for at in stops:
        if (
            verb < at
            and (at > verb + 1 or at == len(words))
            and bare(words[at - 1]) not in _OPEN_END
            and not (whole and at == len(words) and len(stops) > 1 and at > 8)
        ):
            return _level(words[:at])
    for at in range(min(MOST, len(words)), 3, -1):
        if bare(words[at - 1]) not in _OPEN_END and not words[at - 1][0].isdigit() and verb < at - 1:
            return _level(words[:at])
    words = words[:MOST]
    while len(words) > 3 and (bare(words[-1]) in _OPEN_END or words[-1][0].isdigit()):
        words.pop()
    return _level(words)


def _level(words: Sequence[str]) -> str:
    """Return the words without breaths."""
    return tidy(" ".join(word.rstrip(",") for word in words)).rstrip(",")


def _as_headline(text: str, scene: Scene) -> str:
    bases = {cells[0]: base for base, cells in reversed(list(scene.tools.lexicon.table("actions").items())) if cells}
    return " ".join(bases.get(word, word) for word in text.split())
