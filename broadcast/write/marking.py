"""Mentions of people turned into marks, so that each can be named as its turn asks (RADIO R05)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from broadcast.write.namewords import untitled
from broadcast.write.scene import Person, full_mark, name_mark
from broadcast.write.words import tidy


def mark_people(sentences: Sequence[str], people: Sequence[Person], raw_posts: Mapping[int, Sequence[str]]) -> list[str]:
    """Return the sentences with people as marks; a bare shared name is whoever bears it and was named last."""
    recent: list[int] = []
    done = []
    for sentence in sentences:
        text = sentence
        for person in sorted(people, key=lambda one: -len(one.name)):
            name = re.escape(person.name)
            for post in sorted(raw_posts.get(person.index, ()), key=len, reverse=True):
                text = re.sub(rf"(?<![\w-]){re.escape(post)},?\s+{name}(?![\w'’])(?:,(?=\s))?", full_mark(person.index), text)
                text = re.sub(rf"(?<![\w-]){name},\s+{re.escape(post)}(?![\w'’])(?:,(?=\s))?", full_mark(person.index), text)
            text = re.sub(rf"(?<![\w'’]){name}(?![\w'’])", name_mark(person.index), text)
        text = _mark_callnames(text, people, recent)
        recent = [*recent, *(_index(mark) for mark in text if "\ue000" <= mark <= "\uebff")]
        done.append(tidy(text))
    return done


def _index(mark: str) -> int:
    return (ord(mark) - 0xE000) % 0x400


def _mark_callnames(text: str, people: Sequence[Person], recent: Sequence[int]) -> str:
    parts: dict[str, list[int]] = {}
    for person in people:
        for part in untitled(person.name).split():
            if len(part) > 2 and part[0].isupper():
                parts.setdefault(part, []).append(person.index)
    for part, owners in parts.items():
        pattern = re.compile(
            rf"(?<![\w'’-])(?<![A-Z]\w\s)(?<!Jalan\s)(?<!Desa\s)(?<!Dusun\s)(?<!Kota\s)(?<!Gunung\s)(?<!Kabupaten\s)(?<!Kecamatan\s)(?<!Polres\s)(?<!Polsek\s){re.escape(part)}(?![\w'’-])(?!\s[A-Z])"
        )
        if not pattern.search(text):
            continue
        here = [_index(mark) for mark in text if "\ue000" <= mark <= "\uebff"]
        named = [owner for owner in (*reversed(recent), *here) if owner in owners]
        if named or len(owners) == 1:
            who = named[0] if named else owners[0]
            text = pattern.sub(name_mark(who), text)
    return text
