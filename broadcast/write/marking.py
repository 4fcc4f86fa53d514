"""Mentions of people turned into marks, so that each can be named as its turn asks (RADIO R05)."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import partial

from broadcast.write.frames import HELD, replace_framed, stands_framed
from broadcast.write.namewords import CALL_WORDS, untitled
from broadcast.write.scene import Person, full_mark, name_mark
from broadcast.write.words import tidy

_NAME = re.compile(rf"(?<![\w'’]){HELD}(?![\w'’])")
_WITH_POST = re.compile(rf"(?<![\w-]){HELD}(?![\w'’])(?:,(?=\s))?")
_PART = re.compile(rf"(?<![\w'’-])(?<![A-Z][\w'’]\s){HELD}(?![\w'’-])(?!\s[A-Z])")
_CALLNAME = re.compile(
    r"(?<![\w'’-])(?<![A-Z]\w\s)(?<!Jalan\s)(?<!Desa\s)(?<!Dusun\s)(?<!Kota\s)(?<!Gunung\s)(?<!Kabupaten\s)(?<!Kecamatan\s)"
    rf"(?<!Polres\s)(?<!Polsek\s){HELD}(?![\w'’-])(?!\s[A-Z])"
)
_BETWEEN = (" ", ", "), (", ", " selaku ", " yang juga ")
"""What stands between a post and a name: post first, name first."""


def mark_people(
    sentences: Sequence[str], people: Sequence[Person], raw_posts: Mapping[int, Sequence[str]], heads: Container[str] = frozenset()
) -> list[str]:
    """Return the sentences with people as marks; a bare shared name is whoever bears it and was named last."""
    recent: list[int] = []
    done = []
    longest_first = sorted(people, key=lambda one: -len(one.name))
    for sentence in sentences:
        text = tidy(sentence)
        for person in longest_first:
            if person.name in text:
                text = _mark_posts(text, person, sorted(raw_posts.get(person.index, ()), key=len, reverse=True))
                text = replace_framed(text, person.name, _NAME, name_mark(person.index))
            text = _mark_parts(_one_article(text, person), person)
        text = _mark_callnames(text, people, recent, heads)
        recent = [*recent, *(_index(mark) for mark in text if "\ue000" <= mark <= "\uebff")]
        done.append(tidy(text))
    return done


def _mark_posts(text: str, person: Person, posts: Sequence[str]) -> str:
    for post in posts:
        for between in _BETWEEN[0]:
            text = replace_framed(text, f"{post}{between}{person.name}", _WITH_POST, full_mark(person.index))
        for between in _BETWEEN[1]:
            text = replace_framed(text, f"{person.name}{between}{post}", _WITH_POST, full_mark(person.index))
    return text


_ARTICLE = re.compile(r"\b(?:(?:[Ss]alah\s)?(?:[Ss]eorang|[Ss]atu)|[Ss]ang|[Ss]i)\s+(?=([\ue000-\ue7ff]))")


def _one_article(text: str, person: Person) -> str:
    """Drop the article before a mark whose post has its own, or that stands for a name: never "seorang seorang warga"."""
    return _ARTICLE.sub(lambda match: "" if _index(match.group(1)) == person.index else match.group(), text)


def _mark_parts(text: str, person: Person) -> str:
    """Mark two words and more of a longer name: "kata Andi Rahmat" of Andi Rahmat Patawari."""
    words = untitled(person.name).split()
    longest = len(words) if untitled(person.name) != person.name else len(words) - 1
    for size in range(longest, 1, -1):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size])
            text = replace_framed(text, part, _PART, name_mark(person.index))
    return text


def _index(mark: str) -> int:
    return (ord(mark) - 0xE000) % 0x400


def _mark_callnames(text: str, people: Sequence[Person], recent: Sequence[int], heads: Container[str]) -> str:
    parts: dict[str, list[int]] = {}
    for person in people:
        for part in untitled(person.name).split():
            if len(part) > 2 and part[0].isupper() and part not in CALL_WORDS:
                parts.setdefault(part, []).append(person.index)
    for part, owners in parts.items():
        if not stands_framed(text, part, _CALLNAME):
            continue
        here = [_index(mark) for mark in text if "\ue000" <= mark <= "\uebff"]
        named = [owner for owner in (*reversed(recent), *here) if owner in owners]
        if named or len(owners) == 1:
            who = named[0] if named else owners[0]
            text = replace_framed(text, part, _CALLNAME, partial(_called, mark=name_mark(who), heads=heads))
    return text


def _called(match: re.Match[str], mark: str, heads: Container[str]) -> str:
    return match.group() if _ends_another_name(match, heads) else mark


_CAPITAL_BEFORE = re.compile(r"(?:^|[\s“(])([A-Z][\w'’-]+)\s$")


def _ends_another_name(match: re.Match[str], heads: Container[str]) -> bool:
    """Whether a capitalised word that is no post stands right before: "Bandung Angkasa" is not Angkasa."""
    before = _CAPITAL_BEFORE.search(match.string[: match.start()])
    opens = before is not None and not match.string[: before.start(1)].rstrip(" “(")
    return before is not None and not opens and before.group(1).casefold() not in heads
