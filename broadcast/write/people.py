"""Who is named in a story: posts, names, and what the article calls them later (RADIO R05, R07)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from broadcast.write.besides import Clues, head_of
from broadcast.write.callings import fuller_name
from broadcast.write.frames import HELD, stands_framed
from broadcast.write.mentions import A_PERSON, KIN, mentions, named_as, speaking
from broadcast.write.namewords import CALL_WORDS, is_name, untitled
from broadcast.write.scene import Person, Toolbox
from broadcast.write.words import word_set

_QUOTED = re.compile(r"“[^”]*”")


def find_people(sentences: Sequence[str], tools: Toolbox, aged: Sequence[str] = ()) -> tuple[Person, ...]:
    """Return the people of a story in order of appearance, with their posts as the article gives them."""
    found: list[Person] = []
    told = [_QUOTED.sub("\x1d", sentence) for sentence in sentences]
    clues = clues_of(told, found, tools)
    for sentence in (*told, *told):  # again, for a post beside a name that was first known later
        for post, name in mentions(sentence, tools, clues):
            _note(found, post, name, tools)
    for name in aged:
        if is_name(name, tools.lexicon):
            _note(found, "", name, tools)
    for sentence in sentences:
        for post, name in named_as(sentence, tools):
            _note(found, post, name, tools)
    placed = frozenset(word for sentence in sentences for match in _PLACED.finditer(sentence) for word in match.group(1).split())
    people = [_unplaced(person, placed) for person in found]
    people = [_in_full(person, clues.story, tools) for person in people]
    return tuple(_with_short(person, people, sentences, clues.calls) for person in people)


_RANKS = word_set("Jenderal Komisaris Inspektur Brigadir Ajun Kolonel Mayor Letnan Kapten Sersan Laksamana Marsekal")


def _in_full(person: Person, story: str, tools: Toolbox) -> Person:
    """Give somebody who only speaks by a part of the name the whole one."""
    whole = person.post and " " in person.name
    if not person.post and person.name.split()[0] in _RANKS:
        person = replace(person, we="pihaknya")
    if whole:
        return person
    words = fuller_name(person.name, story, tools.lexicon).split()
    while len(words) > 1 and words[0] in person.post.split():  # "Kepala Desa Ngrayu Darto": the place is no part of the name
        words.pop(0)
    return replace(person, name=" ".join(words))


def clues_of(told: Sequence[str], people: Sequence[Person], tools: Toolbox) -> Clues:
    """Return what the sentences, their quotations left out, tell of names: who speaks, and under which name."""
    calls = [name for sentence in told for _, name, _ in speaking(sentence, tools)]
    return Clues(people, tuple(dict.fromkeys(calls)), " ".join(told))


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


def _note(found: list[Person], post: str, name: str, tools: Toolbox) -> None:
    """Add a person, or what a mention newly says of one who is known."""
    name = re.sub(r"^Dokter(?= )", "dokter", name)
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


_FIRM = re.compile(r"\b(?:Utama|Bank|PT|CV|Perum\w*|Perusahaan|BUMD|PDAM|Pertamina|PLN|Komisaris)\b")


def house_of(we: str, post: str) -> str:
    """Return what "kami" means of a director: the firm only when the post tells one."""
    if we != "perusahaan" or _FIRM.search(post):
        return we
    return "polisi" if re.search(r"\b(?:Pold\w+|Polri|Reserse)\b", post) else "pihaknya"


_DEFINITE = re.compile(r"^(?:sang|si)\s+", re.IGNORECASE)
_DEFINITE_POSTS = KIN | {"terdakwa", "tersangka", "korban"}


def _described(person: Person, post: str, tools: Toolbox) -> Person:
    post = post.removesuffix(" bernama")
    post = post.removesuffix("nya") if post.rpartition(" ")[2].islower() else post
    definite = _DEFINITE.match(post)
    spoken = post[definite.end() :] if definite else A_PERSON.sub("seorang ", post)
    head = head_of(A_PERSON.sub("", post).split(), tools)
    cells = tools.posts.get(head, ())
    kind, we = (*cells, "", "")[:2]
    we = house_of(we, post) or ("pihaknya" if head else "mereka")
    if (
        kind == "warga"
        and spoken[:1].islower()
        and not spoken.startswith("seorang")
        and head not in _DEFINITE_POSTS
        and not definite
        and "korban" not in spoken
    ):
        spoken = f"seorang {spoken}"
    return replace(person, post=spoken, kind=kind, we=we or person.we)


def _with_short(person: Person, people: Sequence[Person], sentences: Sequence[str], calls: Sequence[str]) -> Person:
    """Give a person the name by which the article calls them later; the full name where two share it."""
    parts = untitled(person.name).split()
    if len(parts) < 2:
        return replace(person, short=person.name)
    if parts[0] in CALL_WORDS:
        return replace(person, short=" ".join(parts[:2]))
    others = {part for other in people if other.index != person.index for part in other.name.split()}
    for call in map(untitled, calls):
        if len(call) < len(" ".join(parts)) and f" {call} " in f" {' '.join(parts)} " and not set(call.split()) & others:
            return replace(person, short=call)
    body = " ".join(sentences)
    for part in parts:
        if len(part) > 2 and part not in others and stands_framed(_without_full(body, person.name), part, _CALLED_SO):
            return replace(person, short=part)
    return replace(person, short=untitled(person.name))


_CALLED_SO = re.compile(rf"(?<![\w])(?<![A-Z]\w )(?<![a-z]\s[A-Z]\w\w\w\s){HELD}(?=[\s,.”])(?!\s[A-Z])")
"""A part of a name that stands alone."""


def _without_full(body: str, name: str) -> str:
    return body.replace(name, "\x1d")


def posts_as_written(sentences: Sequence[str], people: Sequence[Person], tools: Toolbox) -> dict[int, list[str]]:
    """Return the posts of each person as the article writes them, for finding them again."""
    found: dict[int, list[str]] = {}
    told = [_QUOTED.sub("\x1d", sentence) for sentence in sentences]
    clues = clues_of(told, people, tools)
    for sentence in told:
        for post, name in mentions(sentence, tools, clues):
            words = set(untitled(name).split())
            for person in people:
                if post and words <= set(untitled(person.name).split()):
                    found.setdefault(person.index, []).append(post)
                    break
                if post and name.endswith(f" {person.name}"):  # the words of a place went from name to post
                    found.setdefault(person.index, []).append(f"{post} {name.removesuffix(person.name).strip()}")
                    break
    return found
