"""How long it takes to find near-duplicates, by sketch and by comparing the sets of all pairs, on made-up local news.

    python benchmarks/match.py [--seed 7]

One story in eight is a shortened, reordered double of another. `sketch` is rensa's proposal, `all sets` the same test on every
pair without it, `match` the whole stage; `found` counts doubles that were left out, `wrong` others. Milliseconds of processor time.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from itertools import combinations
from typing import TypeVar

from broadcast.match import match
from broadcast.match.candidates import SHARED, candidates
from broadcast.match.terms import marks
from broadcast.match.words import words_of
from broadcast.model import Lexicon, Story
from broadcast.station import open_station

T = TypeVar("T")
SIZES = (20, 200, 1000)
ONE_IN = 8
SENTENCES = (
    "{a} kunjungi {x} {y} {z} di {c}, {place}, pada pagi hari.",
    "{n} {y} {u} dan {m} {v} masih dicek lagi.",
    "{d} bilang {x} {w} mulai pukul {h}.15 WIB.",
    "{v} {z} butuh Rp {k} juta dari dana desa.",
    '"{d} tunggu {y} {w} {u}," kata {d}.',
    "{c} ingin {x} {z} usai dalam {m} hari.",
    "{e} catat {k} {u} {v} {w} sejak awal tahun.",
    "{e} akan datang ke {x} {y} usai {n} hari.",
)
SYLLABLES = ("ba", "ci", "du", "ga", "jo", "ka", "la", "mu", "na", "pa", "ri", "sa", "ta", "wi")


def story(number: int, chance: random.Random, places: list[str], words: list[str]) -> Story:
    """Make up a story: each has its own names, figures and words in sentences of a few shapes."""

    def name() -> str:
        return "".join(chance.choices(SYLLABLES, k=3)).title() + chance.choice("nrsng")

    values = {key: name() for key in "abcde"} | {key: str(chance.randint(2, 980)) for key in "nmkh"}
    body = []
    for sentence in SENTENCES:
        filled = {key: " ".join(chance.sample(words, 2)) for key in "xyzuvw"}
        body.append(sentence.format(**values, **filled, place=chance.choice(places)))
    return Story(f"b{number}", "", tuple(body), f"{values['a']} Tinjau {chance.choice(words).title()} di {values['c']}")


def double(original: Story, number: int, chance: random.Random) -> Story:
    """Tell a story again: without two of its sentences, some others turned."""
    first, *rest = original.body
    kept = chance.sample(rest, len(rest) - 2)
    return Story(f"b{number}", "", (first, *kept), f"{original.title}, Ini Kata Warga")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work gives and its processor time in ms."""
    start = time.process_time()
    made = work()
    return made, (time.process_time() - start) * 1000


def every_pair(texts: list[str], common: frozenset[str]) -> list[tuple[int, int]]:
    """Do without a sketch what `candidates` does."""
    sets = [marks(text, common) for text in texts]
    return [(a, b) for a, b in combinations(range(len(sets)), 2) if len(sets[a] & sets[b]) >= SHARED * min(len(sets[a]), len(sets[b]))]


def row(size: int, chance: random.Random, lexicon: Lexicon) -> str:
    """Measure one size."""
    places, common = sorted(lexicon.table("regions")), words_of(lexicon).common
    words = sorted(word for word in lexicon.table("vowels") if word.isalpha())
    doubles = size // ONE_IN
    stories = [story(number, chance, places, words) for number in range(size - doubles)]
    stories += [double(chance.choice(stories[: size - doubles]), len(stories) + number, chance) for number in range(doubles)]
    texts = ["\n".join((one.title, *one.body)) for one in stories]
    proposed, sketch_ms = timed(lambda: candidates(texts, common))
    exact, exact_ms = timed(lambda: every_pair(texts, common))
    done, match_ms = timed(lambda: match(stories, [], lexicon))
    wrong = sum(int(one.id[1:]) < size - doubles for one in done.left)
    unseen = len(set(exact) - set(proposed))
    found = f"{len(done.left) - wrong}/{doubles}"
    return "".join(f"{value!s:>10}" for value in (size, len(exact), unseen, *map(round, (sketch_ms, exact_ms, match_ms)), found, wrong))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    chance = random.Random(parser.parse_args().seed)  # noqa: S311  # no secret
    lexicon = open_station(None).lexicon
    match([story(number, chance, ["Pati"], ["air", "api"]) for number in range(2)], [], lexicon)  # load what is loaded once
    print("".join(f"{name:>10}" for name in ("stories", "pairs", "unseen", "sketch", "all sets", "match", "found", "wrong")))
    for size in SIZES:
        print(row(size, chance, lexicon))


if __name__ == "__main__":
    main()
