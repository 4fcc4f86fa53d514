"""Mentions of people turned into marks, so that each can be named as its turn asks (RADIO R05)."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from broadcast.write.namewords import CALL_WORDS, untitled
from broadcast.write.scene import Person, full_mark, name_mark
from broadcast.write.words import tidy


def mark_people(
    sentences: Sequence[str], people: Sequence[Person], raw_posts: Mapping[int, Sequence[str]], heads: Container[str] = frozenset()
) -> list[str]:
    """Return the sentences with people as marks; a bare shared name is whoever bears it and was named last."""
    recent: list[int] = []
    done = []
    for sentence in sentences:
        text = sentence
        for person in sorted(people, key=lambda one: -len(one.name)):
            name = re.escape(person.name)
            for post in sorted(raw_posts.get(person.index, ()), key=len, reverse=True):
                text = re.sub(rf"(?<![\w-]){re.escape(post)},?\s+{name}(?![\w'’])(?:,(?=\s))?", full_mark(person.index), text)
                told_after = rf"(?:,|\sselaku|\syang juga)\s+{re.escape(post)}"
                text = re.sub(rf"(?<![\w-]){name}{told_after}(?![\w'’])(?:,(?=\s))?", full_mark(person.index), text)
            text = re.sub(rf"(?<![\w'’]){name}(?![\w'’])", name_mark(person.index), text)
            text = _mark_parts(_one_article(text, person), person)
        text = _mark_callnames(text, people, recent, heads)
        recent = [*recent, *(_index(mark) for mark in text if "\ue000" <= mark <= "\uebff")]
        done.append(tidy(text))
    return done


_ARTICLE = re.compile(r"\b(?:(?:[Ss]alah\s)?(?:[Ss]eorang|[Ss]atu)|[Ss]ang|[Ss]i)\s+(?=([\ue000-\ue7ff]))")


def _one_article(text: str, person: Person) -> str:
    """Drop the article before a mark whose post has its own, or that stands for a name: never "seorang seorang warga"."""
    return _ARTICLE.sub(lambda match: "" if _index(match.group(1)) == person.index else match.group(), text)


def _mark_parts(text: str, person: Person) -> str:
    """Mark two words and more of a longer name: "kata Andi Rahmat" of Andi Rahmat Patawari."""
    words = untitled(person.name).split()
    for size in range(len(words) - 1, 1, -1):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size])
            if part in text:
                text = re.sub(rf"(?<![\w'’-])(?<![A-Z][\w'’]\s){re.escape(part)}(?![\w'’-])(?!\s[A-Z])", name_mark(person.index), text)
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
        pattern = re.compile(
            rf"(?<![\w'’-])(?<![A-Z]\w\s)(?<!Jalan\s)(?<!Desa\s)(?<!Dusun\s)(?<!Kota\s)(?<!Gunung\s)(?<!Kabupaten\s)(?<!Kecamatan\s)(?<!Polres\s)(?<!Polsek\s){re.escape(part)}(?![\w'’-])(?!\s[A-Z])"
        )
        if not pattern.search(text):
            continue
        here = [_index(mark) for mark in text if "\ue000" <= mark <= "\uebff"]
        named = [owner for owner in (*reversed(recent), *here) if owner in owners]
        if named or len(owners) == 1:
            who = named[0] if named else owners[0]
            mark = name_mark(who)
            text = pattern.sub(lambda match, mark=mark: match.group() if _ends_another_name(match, heads) else mark, text)  # type: ignore[misc]  # mypy cannot type the default
    return text


_CAPITAL_BEFORE = re.compile(r"(?:^|[\s“(])([A-Z][\w'’-]+)\s$")


def _ends_another_name(match: re.Match[str], heads: Container[str]) -> bool:
    """Whether a capitalised word that is no post stands right before: "Bandung Angkasa" is not Angkasa."""
    before = _CAPITAL_BEFORE.search(match.string[: match.start()])
    opens = before is not None and not match.string[: before.start(1)].rstrip(" “(")
    return before is not None and not opens and before.group(1).casefold() not in heads
