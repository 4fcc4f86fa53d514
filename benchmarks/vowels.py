"""Teach the guess at the e of unknown words, and measure it: voices/lexicon/vowels.tsv → voices/lexicon/vowel_weights.tsv.

    python benchmarks/vowels.py          how many words are right when their stem was not among those learned from
    python benchmarks/vowels.py --write  learn from all words and write the weights

A logistic regression by stochastic gradient descent (AdaGrad), in the order of a fixed seed: the same table gives the same weights.
Words that share their first five letters stay on one side of a split, for they mostly share their stem.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from broadcast.bahasa import guessing, vowels
from broadcast.files import write_atomically
from broadcast.model import Lexicon
from broadcast.pronounce.hard_words import UNSURE
from broadcast.pronounce.marks import public_stems
from broadcast.station import open_station

TARGET = Path(__file__).parent.parent / "voices" / "lexicon" / "vowel_weights.tsv"
EPOCHS, RATE, DECAY, LEAST_SEEN, FOLDS, SEED = 8, 0.15, 0.0004, 2, 5, 7
HALF = 0.5  # what a word of the public list counts beside one of ours: it was not made for Indonesian
HEAD = """# The weights of the guess at the e of unknown words; made by benchmarks/vowels.py, not by hand.
# Columns: weight (above nought: taling), the features that carry it (see broadcast/bahasa/guessing.py).
# Source: learned from the tables vowels and vowels_public.
"""


def main() -> None:
    """Measure, or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="learn from all words and write the weights")
    lexicon = open_station(None).lexicon
    own, public = words_of(lexicon)
    if parser.parse_args().write:
        weights = rounded(learn({**dict.fromkeys(public.items(), HALF), **dict.fromkeys(own.items(), 1.0)}))
        write_atomically(TARGET, table(weights).encode())
        print(f"{len(weights)} weights from {len(own)} + {len(public)} words: {TARGET}")
    else:
        measure(own, public)


def words_of(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Return our words and those of the public list, each with its marks."""
    own = {key: vowels.vowels(columns[0]) for key, columns in lexicon.table("vowels").items()}
    public = {key: vowels.vowels(marked) for key, marked in public_stems(lexicon).items()}
    return own, {key: marks for key, marks in public.items() if key not in own}


def examples(words: Mapping[tuple[str, str], float]) -> Iterable[tuple[list[str], bool, float]]:
    """Yield features, whether taling, and how much it counts, for each e of each word."""
    for (word, marks), counts in sorted(words.items()):
        places = [place for place, letter in enumerate(word.lower()) if letter == "e"]
        parts = guessing.placed(word.lower())
        following = "-"
        for place, mark in reversed(list(zip(places, marks, strict=True))):
            taling = mark != guessing.PEPET
            yield guessing.features(word, place, following, parts), taling, counts
            following = "e" if taling else "ə"


def learn(words: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Return a weight for each feature that was seen more than once."""
    rows = list(examples(words))
    seen = Counter(feature for row, _, _ in rows for feature in row)
    rows = [([feature for feature in row if seen[feature] >= LEAST_SEEN], taling, counts) for row, taling, counts in rows]
    weights = dict.fromkeys((feature for feature, count in seen.items() if count >= LEAST_SEEN), 0.0)
    sums = dict.fromkeys(weights, 1e-6)
    order = list(range(len(rows)))
    chance = random.Random(SEED)  # noqa: S311  # not for secrets: the same order each time
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for number in order:
            row, taling, counts = rows[number]
            total = sum(weights[feature] for feature in row)
            error = counts * (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - taling)
            for feature in row:
                step = error + DECAY * weights[feature]
                sums[feature] += step * step
                weights[feature] -= RATE * step / math.sqrt(sums[feature])
    return weights


def rounded(weights: Mapping[str, float]) -> dict[str, float]:
    """Return the weights in tenths, without those that round to nought."""
    return {feature: tenths / 10 for feature, weight in weights.items() if (tenths := round(10 * weight))}


def table(weights: Mapping[str, float]) -> str:
    """Return the weights as a table, one row a weight."""
    rows: dict[float, list[str]] = {}
    for feature, weight in weights.items():
        rows.setdefault(weight, []).append(feature)
    return HEAD + "".join(f"{weight}\t{' '.join(sorted(rows[weight]))}\n" for weight in sorted(rows))


def measure(own: Mapping[str, str], public: Mapping[str, str]) -> None:
    """Print how many of our words are guessed right by weights that were learned without their stems."""
    groups = sorted({word.lower()[:5] for word in own})
    random.Random(SEED).shuffle(groups)  # noqa: S311  # not for secrets: the same split each time
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    right, shaped, total, sure = Counter[str](), Counter[str](), Counter[str](), Counter[tuple[str, bool]]()
    began = time.perf_counter()
    for held in range(FOLDS):
        kept = {pair: 1.0 for pair in own.items() if fold[pair[0].lower()[:5]] != held}
        kept |= {pair: HALF for pair in public.items() if fold.get(pair[0][:5]) != held}
        weights = rounded(learn(kept))
        for word, marks in own.items():
            if fold[word.lower()[:5]] == held:
                kind = "names" if word[0].isupper() else "words"
                total[kind] += 1
                is_right = same(guessing.guess(word, weights), marks)
                right[kind] += is_right
                sure["sure" if guessing.margin(word, weights) >= UNSURE else "unsure", is_right] += 1
                shaped[kind] += same(vowels.vowels(vowels.mark(word, {})), marks)
    for kind in total:
        print(f"{kind}: guessed {right[kind] / total[kind]:.1%}, by shape alone {shaped[kind] / total[kind]:.1%} of {total[kind]}")
    for kind in ("sure", "unsure"):
        count = sure[kind, True] + sure[kind, False]
        print(f"{kind} (margin {'from' if kind == 'sure' else 'under'} {UNSURE}): {sure[kind, True] / count:.1%} of {count}")
    print(f"{len(weights)} weights, {time.perf_counter() - began:.0f} s")


def same(one: str, other: str) -> bool:
    """Whether two readings agree on pepet and taling."""
    return [mark == guessing.PEPET for mark in one] == [mark == guessing.PEPET for mark in other]


if __name__ == "__main__":
    main()
