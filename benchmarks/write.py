"""How fast and how well articles are rewritten: run `python benchmarks/write.py [ARTICLE OR FOLDER]... [--runs 5]`.

The material are the seeds unless articles or folders are named. The speed is in CPU time with the tables loaded, beside
cleaning and beside merely parting the same articles into sentences, in one run; the passes take turns and the best counts.
The tables of quality show what an editor would have to do: lines that fell back to the prose of their source, sentences that
time left out, articles to check, long lines.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from broadcast import draft, naskah  # noqa: E402  (the checkout comes first on the path)
from broadcast.bahasa.sentences import split_sentences  # noqa: E402
from broadcast.clean import clean  # noqa: E402
from broadcast.clean.words import forget as forget_clean  # noqa: E402
from broadcast.cli.beside import SAME, fate_of  # noqa: E402
from broadcast.intake import intake  # noqa: E402
from broadcast.model import HOLDING, Article, FlagCode, Item, Line, Station, Story  # noqa: E402
from broadcast.speak import choose  # noqa: E402
from broadcast.station import open_station  # noqa: E402
from broadcast.write import reasons, write_item  # noqa: E402
from broadcast.write.scene import MOST_WORDS, toolbox  # noqa: E402
from broadcast.write.traces import FALLBACKS  # noqa: E402
from broadcast.write.words import Grammar, bare, count_words, tidy  # noqa: E402

SPEED, FELL_BACK, CHECKED = 50, 0.10, 0.10
"""Floors: articles a second, the most lines that fall back, the most clean articles with PERLU_CEK."""

FOR_TIME = (reasons.LEAST, reasons.TOO_LONG, reasons.LEANING, reasons.HANGING)
"""How the reasons begin for which sentences go when time is short; the others are those of a rule."""

BUDGETS_S = (30, 45, 60, 90)
AIR = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7)))


def read(sources: Sequence[str]) -> list[Article]:
    """Return the articles that can be read; the others are named on the screen."""
    found = list(intake(sources))
    for one in found:
        if not isinstance(one, Article):
            print(f"left out: {one}", file=sys.stderr)
    return [one for one in found if isinstance(one, Article)]


def best(work: Mapping[str, Callable[[], object]], grammar: Grammar, runs: int) -> dict[str, float]:
    """Return the shortest CPU time of each job, in seconds; the jobs take turns, and none remembers the last pass."""
    for job in work.values():  # the tables are built once, at the start of a program
        job()
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, job in work.items():
            forget_clean()
            tidy.cache_clear()
            bare.cache_clear()
            grammar.forget()
            start = time.process_time()
            job()
            times[name].append(time.process_time() - start)
    return {name: min(found) for name, found in times.items()}


def speed(articles: Sequence[Article], stories: Sequence[Story], station: Station, runs: int) -> None:
    """Print the table of speeds."""
    voice = station.voices[choose(station.voices, station.voice, online=False)]

    def written(budget_ms: int) -> object:
        read_time = draft.clock(station, voice)
        return [write_item(story, station.house, station.lexicon, AIR, read_time, budget_ms) for story in stories]

    work: dict[str, Callable[[], object]] = {
        "split sentences": lambda: [split_sentences(row) for story in stories for row in story.body],
        "clean": lambda: [clean(article, station.lexicon) for article in articles],
        "write, no limit": lambda: written(0),
        "write, 60 s an item": lambda: written(60_000),
        "write and guard": lambda: list(draft.items(stories, station, AIR, 0)),
    }
    seconds = best(work, toolbox(station.lexicon).grammar, runs)
    print(f"{len(stories)} articles of {statistics.mean(len(article.text) for article in articles):.0f} characters, best of {runs}")
    print(f"{'':22}{'articles/s':>12}{'ms/article':>12}")
    for name, spent in seconds.items():
        print(f"{name:22}{len(stories) / spent:12.0f}{spent * 1000 / len(stories):12.2f}")
    reached = len(stories) / seconds["write, no limit"]
    verdict("articles/s of writing", f"{reached:.0f}", f"≥ {SPEED}", held=reached >= SPEED)


def verdict(what: str, measured: str, floor: str, *, held: bool) -> None:
    """Print whether a floor holds."""
    print(f"floor: {what} {floor}: {measured}, {'held' if held else 'NOT held'}\n")


def wording(items: Sequence[Item]) -> None:
    """Print how the lines came out, and how many articles must be checked."""
    lines = [line for item in items for line in item.lines]
    sizes = [words(line) for line in lines]
    fallen = Counter(rule for line in lines for rule in FALLBACKS & set(line.rules))
    share = sum(bool(FALLBACKS & set(line.rules)) for line in lines) / len(lines)
    print(f"{len(lines)} lines, {len(lines) / len(items):.1f} an item, {statistics.median(sizes):.0f} words a line (median)")
    print(f"{'over 20 words':22}{sum(size > MOST_WORDS for size in sizes) / len(lines):12.1%}")
    print(f"{'unchanged':22}{sum(fate_of(line) == SAME for line in lines) / len(lines):12.1%}")
    print(f"{'fell back to source':22}{share:12.1%}  {', '.join(f'{name} {count}' for name, count in fallen.most_common())}")
    verdict("lines that fall back", f"{share:.1%}", f"≤ {FELL_BACK:.0%}", held=share <= FELL_BACK)
    codes = Counter(code for item in items for code in {flag.code for flag in item.flags})
    held_back = [item for item in items if any(flag.code in HOLDING for flag in item.flags)]
    for code, count in codes.most_common():
        print(f"{code.value:26}{count / len(items):8.2f} an article")
    print(f"{'held':26}{len(held_back) / len(items):8.2f} an article")
    checked = codes[FlagCode.CHECK] / len(items)
    verdict("articles with PERLU_CEK", f"{checked:.2f}", f"≤ {CHECKED:.2f} on clean articles", held=checked <= CHECKED)


def words(line: Line) -> int:
    """Return the words of a line."""
    return count_words(naskah.plain(line.text))


def dropped(stories: Sequence[Story], station: Station) -> None:
    """Print how many sentences an item loses at each length."""
    print(f"{'item of at most':>16}{'sentences':>11}{'dropped':>9}{'for time':>10}{'by a rule':>11}{'share':>8}{'s an item':>11}")
    voice = station.voices[choose(station.voices, station.voice, online=False)]
    read_time = draft.clock(station, voice)
    for budget in (0, *BUDGETS_S):
        items = [write_item(story, station.house, station.lexicon, AIR, read_time, budget * 1000) for story in stories]
        choices = [choice for item in items for choice in item.choices]
        gone = [choice for choice in choices if not choice.aired]
        rules = sum(not choice.reason.startswith(FOR_TIME) for choice in gone)
        spent = statistics.mean(sum(read_time(f"{line.text} {line.end}") for line in item.lines) for item in items) / 1000
        per = len(items)
        print(
            f"{f'{budget} s' if budget else 'no limit':>16}"
            f"{len(choices) / per:11.1f}{len(gone) / per:9.1f}{(len(gone) - rules) / per:10.1f}"
            f"{rules / per:11.1f}{len(gone) / len(choices):8.0%}{spent:11.1f}"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", nargs="*", default=[str(ROOT / "seeds")])
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    station = open_station(ROOT)
    articles = read(asked.sources)
    stories = [story for article in articles if (story := clean(article, station.lexicon)).body]
    if not stories:
        sys.exit("no article to write")
    speed(articles, stories, station, asked.runs)
    wording(list(draft.items(stories, station, AIR, 0)))
    dropped(stories, station)


if __name__ == "__main__":
    main()
