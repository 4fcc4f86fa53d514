"""Affixes of Indonesian words: every way to take them off, with the vowels they bring along.

The e of an affix is fixed (pepet in me-, ber-, ke-, per-, se-, ter-; taling in re-, de-, tele- …), whatever the stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_AFFIXES = 3
"""Prefixes taken off one word; none has more (mem-per-se-, ke-ber-)."""

_PREFIXES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    # prefix, what the stem may have lost before it, what the rest must begin with
    ("menge", ("",), r"[bcdfghjklmnprst]+[aiueo][bcdfghjklmnprstk]*(?:kan|i|an)?$"),
    ("penge", ("",), r"[bcdfghjklmnprst]+[aiueo][bcdfghjklmnprstk]*(?:an)?$"),
    ("meng", ("", "k"), r"[aiueogkhqx]"),
    ("peng", ("", "k"), r"[aiueogkhqx]"),
    ("meny", ("s",), r"[aiueo]"),
    ("peny", ("s",), r"[aiueo]"),
    ("mem", ("", "p"), r"[bfvpaiueo]"),
    ("pem", ("", "p"), r"[bfvpaiueo]"),
    ("men", ("", "t"), r"[cdjstzaiueo]"),
    ("pen", ("", "t"), r"[cdjstzaiueo]"),
    ("ber", ("", "r"), r"[a-z]"),
    ("ter", ("", "r"), r"[a-z]"),
    ("per", ("", "r"), r"[a-z]"),
    ("bel", ("",), r"ajar"),
    ("me", ("",), r"[lrwymn]"),
    ("pe", ("",), r"[a-z]"),
    ("be", ("",), r"[a-z]"),
    ("te", ("",), r"[a-z]"),
    ("se", ("",), r"[a-z]"),
    ("ke", ("",), r"[a-z]"),
    ("di", ("",), r"[a-z]"),
    ("ku", ("",), r"[a-z]"),
    ("kau", ("",), r"[a-z]"),
    ("antar", ("",), r"[a-z]"),
    ("non", ("",), r"[a-z]"),
    ("pra", ("",), r"[a-z]"),
)
_LEARNED_PREFIXES: tuple[tuple[str, str], ...] = (
    # borrowed prefix, its vowels: taken off a known stem of four letters or more
    ("anti", ""), ("audio", ""), ("bio", ""), ("dwi", ""), ("geo", "é"), ("infra", ""), ("kontra", ""), ("maha", ""), ("makro", ""),
    ("mikro", ""), ("multi", ""), ("neo", "é"), ("nir", ""), ("pasca", ""), ("poli", ""), ("pro", ""), ("psiko", ""), ("sub", ""),
    ("swa", ""), ("tri", ""), ("tuna", ""), ("ultra", ""), ("de", "é"), ("dis", ""), ("eks", "è"), ("ekstra", "è"), ("hiper", "ê"),
    ("inter", "ê"), ("re", "é"), ("pre", "é"), ("semi", "é"), ("serba", "ê"), ("super", "ê"), ("tele", "éé"), ("video", "é"),
    ("hidro", ""), ("elektro", "éè"), ("radio", ""), ("foto", ""),
)  # fmt: skip
_COMPILED = tuple((prefix, lost, re.compile(rest)) for prefix, lost, rest in _PREFIXES)
_SUFFIXES = (
    "kannya", "annya", "inya", "nya", "kan", "an", "i", "lah", "kah", "pun", "ku", "mu", "wan", "wati",
    "isasi", "nyalah", "anlah", "kanlah", "wannya", "isasinya",
)  # fmt: skip

Stripped = tuple[str, str, int]
"""The vowels of the affixes that were taken off in front, what is left, and how many affixes there were."""


def stripped(low: str, depth: int = MAX_AFFIXES) -> Iterator[Stripped]:
    """Yield every way to take affixes off a word in small letters; the bare word itself is not among them.

    >>> [found for found in stripped("berdesa") if found[1] == "desa"], ("êê", "temu", 3) in list(stripped("mempertemukan"))
    ([('ê', 'desa', 1)], True)
    """
    for bare in _bare(low):
        if bare != low:
            yield "", bare, 1
        if depth:
            yield from _unprefixed(bare, depth, int(bare != low))


def _bare(low: str) -> Iterator[str]:
    """The word, and the word without each suffix it may have."""
    yield low
    for suffix in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 3:
            yield low[: -len(suffix)]


def _unprefixed(bare: str, depth: int, affixes: int) -> Iterator[Stripped]:
    for prefix, lost, rest_of in _COMPILED:
        if not bare.startswith(prefix):
            continue
        rest = bare[len(prefix) :]
        if len(rest) < 2 or not rest_of.match(rest):
            continue
        for gone in lost:
            if gone and rest[0] not in "aiueo":
                continue
            yield from _deeper("ê" * prefix.count("e"), gone + rest, depth, affixes)
    for prefix, vowels in _LEARNED_PREFIXES:
        if bare.startswith(prefix) and len(bare) - len(prefix) > 3:
            yield vowels, bare[len(prefix) :], affixes + 2


def _deeper(head: str, stem: str, depth: int, affixes: int) -> Iterator[Stripped]:
    yield head, stem, affixes + 1
    if depth > 1 and len(stem) > 3:
        for marks, root, more in stripped(stem, depth - 1):
            yield head + marks, root, affixes + 1 + more
