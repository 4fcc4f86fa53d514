"""The station's tables as match needs them: what fills every story, what is no name, what tells an update."""

from __future__ import annotations

from dataclasses import dataclass

from broadcast.model import Lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of small words, see the head of `scripts/match_words.tsv`; `common` are capitalised words that name nobody."""

    filler: frozenset[str]
    common: frozenset[str]
    counted: frozenset[str]
    growing: frozenset[str]
    becoming: frozenset[str]
    fresh: frozenset[str]
    mending: frozenset[str]
    serial: frozenset[str]
    regions: frozenset[str]


def words_of(lexicon: Lexicon) -> Words:
    """Return the words of a station.

    >>> words = words_of(Lexicon({"match_words": {"yang": ("kosong",)}, "posts": {"wakil bupati": ("wilayah", "")}}))
    >>> sorted(words.filler), sorted(words.common)
    (['yang'], ['bupati', 'wakil', 'yang'])
    """
    table = lexicon.table("match_words")

    def kind(name: str) -> frozenset[str]:
        return frozenset(word for word, cells in table.items() if cells and name in cells[0].split())

    posts = {part for post in lexicon.table("posts") for part in post.split()}
    provinces = {part.casefold() for cells in lexicon.table("regions").values() if cells for part in cells[0].split()}
    regions = frozenset(name.casefold() for name in lexicon.table("regions"))
    common = kind("umum") | kind("kosong") | posts | provinces
    return Words(kind("kosong"), common, kind("hitung"), kind("tumbuh"), kind("kini"), kind("baru"), kind("ralat"), kind("bagian"), regions)
