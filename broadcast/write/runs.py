"""Where the name of a village or a firm ends in a run of capitals, and which words only open a person's name (RADIO R07)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from broadcast.write.namewords import NAMED_AFTER, PLACE_TYPES, TITLES

_NAME_OPENERS = frozenset({"Lalu", "Baiq", "Teuku", "Gusti", "Cut", "Raden", "Andi", "Ida"})
_OF_BALI = frozenset({"Made", "Wayan", "Nyoman", "Ketut", "Gede", "Gusti", "Putu", "Kadek", "Komang", "Nengah", "Dewa", "Luh"})


def opens_name(run: Sequence[str], at: int) -> bool:
    """Whether a word is one that only opens a name: Lalu, Baiq, I Made; after "Desa" it is of a place."""
    placed = run[at - 1].casefold() in PLACE_TYPES or run[at - 1].casefold() in NAMED_AFTER
    return not placed and (run[at] in _NAME_OPENERS or (run[at] in {"I", "Ni"} and run[at + 1] in _OF_BALI))


def is_named_after(run: Sequence[str]) -> bool:
    """Whether words end in what a hospital is called: "RSUD Kiai Haji Hasan Basri"."""
    titles = {title.split()[0] for title in TITLES}
    return any(word.casefold() in NAMED_AFTER and run[at + 1] in titles for at, word in enumerate(run[:-1]))


def after_village(run: Sequence[str], story: str) -> int:
    """Return where a village ends that the story names elsewhere: "Camat Way Ngrayu Darto" beside "di Kecamatan Way Ngrayu" → 2."""
    first = next((at + 1 for at, word in enumerate(run[:3]) if word.casefold() in PLACE_TYPES), 0)
    for stop in range(min(first + 4, len(run)), first, -1):
        if len(_village(" ".join(run[first:stop])).findall(story)) > (1 if stop == len(run) else 0):
            return stop
    return 0


@lru_cache(maxsize=256)
def _village(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:Desa|Kelurahan|Kecamatan|Distrik|Kampung|Nagari|Dusun|Dukuh|Gampong|Kalurahan|Kapanewon)\s{re.escape(name)}(?![\w-])(?!\s[A-Z])"
    )


def after_firm(run: Sequence[str]) -> int:
    """Return where the name of a listed company ends: "PT Krida Baja Tbk Darto Wibowo" → 4."""
    return max((at + 1 for at, word in enumerate(run) if word.strip("().") in {"Tbk", "Persero"}), default=0)
