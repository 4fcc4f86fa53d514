"""Posts as one piece: commas inside them go, so that neither lists nor breaths part them (RADIO R07, R32)."""

from __future__ import annotations

import re

from broadcast.write.besides import head_of
from broadcast.write.namewords import institution_words, is_name
from broadcast.write.scene import Scene
from broadcast.write.words import bare

_CAPITAL = r"[A-Z][\w'’/-]*"
_PHRASE = rf"{_CAPITAL}(?:\s(?:dan\s|serta\s)?{_CAPITAL}){{0,11}}"
_LISTED = re.compile(rf"(?P<first>{_PHRASE})(?P<more>(?:,\s(?:dan\s|serta\s)?{_PHRASE}){{1,4}})")
_NEXT_CAPITAL = re.compile(r",\s(?:dan\s|serta\s)?[A-Z]")
_JOINT = re.compile(r"\b(?:dan|serta)\s")
_NOUN_SHAPE = re.compile(r"(?:[kK]e|[pP]e)[a-z]{3,}an|[A-Za-z]{3,}(?:asi|isi|usi|ika|logi|tas|sme|ura|nomi|grafi)")


def join_posts(text: str, scene: Scene) -> str:
    """Take the commas out of a post that lists what it is about.

    "Ketua Divisi Perencanaan, Data dan Informasi KPU Banyumas, Tri Wulan" → "Ketua Divisi Perencanaan Data dan Informasi
    KPU Banyumas, Tri Wulan"; two people with their posts stay parted.
    """
    return _LISTED.sub(lambda match: _joined(match, scene), text) if _NEXT_CAPITAL.search(text) else text


def _joined(match: re.Match[str], scene: Scene) -> str:
    """Return a list of capitalised phrases that opens with a post, joined as far as they name what the post is about."""
    first = match["first"].split()
    start = next((at for at in range(len(first)) if head_of([first[at], *map(bare, first[at + 1 : at + 4])], scene.tools)), None)
    if start is None or len(first) - start < 2:
        return match.group()
    parts = match["more"].removeprefix(", ").split(", ")
    done = match["first"]
    joint_before = bool(_JOINT.search(done.partition(first[start])[2]))
    for at, part in enumerate(parts):
        rest = parts[at:]
        if joint_before or not any(_JOINT.search(one) for one in rest) or not _is_subject(part, scene):
            return ", ".join([done, *rest])
        joint_before = bool(_JOINT.search(part))
        done = f"{done} {part}"
    return done


def _is_subject(part: str, scene: Scene) -> bool:
    """Whether a phrase names a field of work: Data, Hortikultura, Edukasi; neither a post nor a person."""
    words = _JOINT.sub("", part, count=1).split() if part.startswith(("dan ", "serta ")) else part.split()
    if head_of([words[0], *map(bare, words[1:4])], scene.tools):
        return False
    lexicon = scene.tools.lexicon
    field = words[0].casefold() in institution_words(lexicon) or bool(_NOUN_SHAPE.fullmatch(words[0])) or not is_name(words[0], lexicon)
    return field and words[0] not in lexicon.table("regions")
