"""What a finished line tells about its making: where the rules gave up and the source's prose stayed, and who was named anew."""

from __future__ import annotations

import re
from functools import lru_cache

from broadcast.write.scene import MOST_WORDS, Draft, Scene, marks
from broadcast.write.words import count_words

_UNFINISHED = re.compile(r"[“”\"()\[\]%°&]|\b(?:kami|kita|saya|aku)\b|\bRp\s?\d|\d(?<![Mm]usim \d{4})/\d", re.IGNORECASE)
"""Signs and pronouns of writing that no line should have."""

FALLBACKS = frozenset({"keep_unsure", "keep_long", "keep_signs", "keep_quote"})
"""The traces of a line that fell back to the prose of its source."""


@lru_cache(maxsize=100)
def unfinished(text: str) -> bool:
    """Whether a line still has signs or pronouns of writing.

    >>> unfinished("Kami pulang"), unfinished("naik 5%"), unfinished("Pasar ramai")
    (True, True, False)
    """
    return bool(_UNFINISHED.search(text))


def traces(text: str, draft: Draft, scene: Scene) -> tuple[str, ...]:
    """Return what must be recorded about a finished line beside the rules that changed its draft."""
    return (*_named(text, draft, scene), *fallbacks(text, draft))


def fallbacks(text: str, draft: Draft) -> tuple[str, ...]:
    """Return why a line keeps the source's prose where the rules asked for another wording.

    >>> fallbacks("Pasar ramai", Draft("Pasar ramai")), fallbacks("Kami pulang", Draft("Kami pulang", doubts=("siapa?",)))
    ((), ('keep_unsure',))
    """
    found = {
        "keep_unsure": bool(draft.doubts),
        "keep_long": count_words(text) > MOST_WORDS,
        "keep_signs": not draft.doubts and unfinished(text),
        "keep_quote": draft.voice == "quote" and draft.speaker < 0,
    }
    return tuple(name for name, so in found.items() if so)


def _named(text: str, draft: Draft, scene: Scene) -> tuple[str, ...]:
    """Return `name_people` when somebody is called otherwise than in the source: by post and name, by name, or by "ia"."""
    source = " ".join(scene.sentences[number] for number in draft.sources)
    there = {*marks(draft.text), draft.speaker} - {-1}
    full = any(scene.people[one].full in text and scene.people[one].full not in source for one in there)
    again = bool(there) and not draft.rules and text not in source
    return ("name_people",) if full or again else ()
