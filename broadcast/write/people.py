"""Who is named in a story: posts, names, and what the article calls them later (RADIO R05, R07)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from broadcast.write.mentions import A_PERSON, NAME, head_of, mentions
from broadcast.write.namewords import is_name, untitled
from broadcast.write.scene import Person, Toolbox

_QUOTED = re.compile(r"“[^”]*”")


def find_people(sentences: Sequence[str], tools: Toolbox, aged: Sequence[str] = ()) -> tuple[Person, ...]:
    """Return the people of a story in order of appearance, with their posts as the article gives them."""
    found: list[Person] = []
    for sentence in (*sentences, *sentences):  # again, for a post beside a name that was first known later
        for post, name in mentions(_QUOTED.sub("\x1d", sentence), tools, found):
            _note(found, post, name, tools)
    for name in aged:
        if is_name(name, tools.lexicon):
            _note(found, "", name, tools)
    placed = frozenset(word for sentence in sentences for match in _PLACED.finditer(sentence) for word in match.group(1).split())
    return tuple(_with_short(_unplaced(person, placed), found, sentences) for person in found)


_PLACED = re.compile(
    r"\b(?:Pulau|Kepulauan|Kabupaten|Kota|Kecamatan|Distrik|Kelurahan|Desa|Dusun|Kampung|Gunung|Sungai|Danau|Pelabuhan|Bandara|Stasiun|Polres"
    r"|Polsek|Pasar|Teluk|Selat|Pantai)\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
)


def _unplaced(person: Person, placed: frozenset[str]) -> Person:
    """Give the words of a place before a name back to the post: "… Kelas III Ulu Siau" + "Siau Ronny" → "Ronny"."""
    words = person.name.split()
    lead = next((index for index, word in enumerate(words) if word not in placed), 0)
    if not lead or not person.post or len(words) - lead < 2:
        return person
    return replace(person, post=f"{person.post} {' '.join(words[:lead])}", name=" ".join(words[lead:]))


_AGED = re.compile(rf"({NAME})\s\(\d{{1,3}}(?:\stahun)?\)")


def aged_names(sentences: Sequence[str]) -> tuple[str, ...]:
    """Return the names that an age in brackets follows: surely people.

    >>> aged_names(["Mama Hawa (67) akhirnya melihat."])
    ('Mama Hawa',)
    """
    return tuple(match.group(1) for sentence in sentences for match in _AGED.finditer(sentence))


def _note(found: list[Person], post: str, name: str, tools: Toolbox) -> None:
    """Add a person, or what a mention newly says of one who is known."""
    words = set(untitled(name).split())
    for index, person in enumerate(found):
        theirs = set(untitled(person.name).split())
        if (
            words == theirs
            or (len(words) < len(theirs) and words < theirs)
            or (len(theirs) < len(words) and theirs < words and not (post and person.post))
        ):
            longer = name if len(words) > len(theirs) else person.name
            if post and not person.post:
                found[index] = replace(_described(person, post, tools), name=longer)
            elif longer != person.name:
                found[index] = replace(person, name=longer)
            return
    person = Person(len(found), name)
    found.append(_described(person, post, tools) if post else person)


def _described(person: Person, post: str, tools: Toolbox) -> Person:
    post = post.removesuffix(" bernama").removesuffix("nya")
    spoken = A_PERSON.sub("seorang ", post)
    head = head_of(A_PERSON.sub("", post).split(), tools)
    cells = tools.posts.get(head, ())
    kind, we = (*cells, "", "")[:2]
    we = we or ("pihaknya" if head else "mereka")
    if (
        kind == "warga"
        and spoken[:1].islower()
        and not spoken.startswith("seorang")
        and head not in {"terdakwa", "tersangka", "korban"}
        and "korban" not in spoken
    ):
        spoken = f"seorang {spoken}"
    return replace(person, post=spoken, kind=kind, we=we or person.we)


def _with_short(person: Person, people: Sequence[Person], sentences: Sequence[str]) -> Person:
    """Give a person the name by which the article calls them later; the full name where two share it."""
    parts = untitled(person.name).split()
    if len(parts) < 2:
        return replace(person, short=person.name)
    others = {part for other in people if other.index != person.index for part in other.name.split()}
    body = " ".join(sentences)
    for part in parts:
        if (
            len(part) > 2
            and part not in others
            and re.search(
                rf"(?<![\w])(?<![A-Z]\w )(?<![a-z]\s[A-Z]\w\w\w\s){re.escape(part)}(?=[\s,.”])(?!\s[A-Z])", _without_full(body, person.name)
            )
        ):
            return replace(person, short=part)
    return replace(person, short=untitled(person.name))


def _without_full(body: str, name: str) -> str:
    return body.replace(name, "\x1d")


def posts_as_written(sentences: Sequence[str], people: Sequence[Person], tools: Toolbox) -> dict[int, list[str]]:
    """Return the posts of each person as the article writes them, for finding them again."""
    found: dict[int, list[str]] = {}
    for sentence in sentences:
        for post, name in mentions(_QUOTED.sub("\x1d", sentence), tools, people):
            words = set(untitled(name).split())
            for person in people:
                if post and words <= set(untitled(person.name).split()):
                    found.setdefault(person.index, []).append(post)
                    break
                if post and name.endswith(f" {person.name}"):  # the words of a place went from name to post
                    found.setdefault(person.index, []).append(f"{post} {name.removesuffix(person.name).strip()}")
                    break
    return found
