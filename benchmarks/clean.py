"""How fast text is cleaned, beside ftfy (characters only) and trafilatura (pages only), in one run on one core.

    python benchmarks/clean.py [--runs 5]

The material are the seeds and the whole articles of tests/clean. Every pass begins with nothing remembered, so no
article is met a second time; the passes of the programs alternate and the best of each counts. ftfy and trafilatura do
another and smaller part of the work: the rows say what cleaning costs next to what a newsroom would run anyway. The hostile
texts and pages are what must be survived.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

import ftfy
import trafilatura

from broadcast.clean import LONGEST, clean
from broadcast.clean.words import forget
from broadcast.errors import SourceError
from broadcast.intake import intake
from broadcast.intake.webpage import read_page
from broadcast.model import Article, Lexicon
from broadcast.station import open_station

ROOT = Path(__file__).parent.parent
FLOOR = 300
"""Articles a second that cleaning must reach on one core."""

HOSTILE = {
    "brackets": "(",
    "quotes": '"',
    "dashes": "– ",
    "labels": "Baca juga: ",
    "tags": "<b>",
    "commas": "a , ",
    "one-word lines": "Pati\n",
}


def as_page(text: str) -> str:
    """Return a page that holds the text, for trafilatura."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"<html><head><title>Berita</title></head><body><article>{paragraphs}</article></body></html>"


def whole_articles() -> Iterator[Article]:
    """Yield the articles of the fixtures tests/clean/whole_*.md: title, article, expected text, each closed by a dot."""
    for path in sorted((ROOT / "tests" / "clean").glob("whole_*.md")):
        blocks = re.split(r"^\.\n", path.read_text("utf-8").partition("\n\n")[2], flags=re.MULTILINE)
        for number, block in enumerate(blocks[1::3]):
            lines = [line for line in block.split("\n") if not line.startswith("@")]
            yield Article(f"{path.stem}-{number}", path.name, "\n".join(lines))


def best(work: dict[str, Callable[[], None]], runs: int) -> dict[str, float]:
    """Return the shortest time of each job, in seconds; the jobs take turns."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, job in work.items():
            forget()
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    return {name: min(found) for name, found in times.items()}


def articles_a_second(articles: Sequence[Article], runs: int, lexicon: Lexicon) -> None:
    """Print the table of speeds."""
    pages = [as_page(article.text) for article in articles]
    work: dict[str, Callable[[], None]] = {
        "broadcast.clean": lambda: [clean(article, lexicon) for article in articles] and None,
        "ftfy.fix_text": lambda: [ftfy.fix_text(article.text, uncurl_quotes=False) for article in articles] and None,
        "trafilatura.extract": lambda: [trafilatura.extract(page, favor_precision=True, include_comments=False) for page in pages] and None,
    }
    seconds = best(work, runs)
    size = sum(len(article.text) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {size:.0f} characters, best of {runs}")
    print(f"{'':22}{'articles/s':>12}{'ms/article':>12}{'ratio':>8}")
    for name, spent in seconds.items():
        print(f"{name:22}{len(articles) / spent:12.0f}{spent * 1000 / len(articles):12.2f}{seconds['broadcast.clean'] / spent:8.2f}")
    reached = len(articles) / seconds["broadcast.clean"]
    print(f"floor: {FLOOR} articles/s; {'reached' if reached >= FLOOR else 'NOT reached'}\n")


def hostile(lexicon: Lexicon) -> None:
    """Print how long the longest texts take that are still judged as articles, and 5 MB ones."""
    print(f"\n{'hostile text':22}{f'{LONGEST // 1000} kB, s':>12}{'5 MB, s':>12}")
    for name, piece in HOSTILE.items():
        spent = []
        for size in (LONGEST - 100, 5_000_000):
            start = time.perf_counter()
            clean(Article("x", "x", piece * (size // len(piece))), lexicon)
            spent.append(time.perf_counter() - start)
        print(f"{name:22}{spent[0]:12.2f}{spent[1]:12.2f}")


PAGES: dict[str, Callable[[int], str]] = {
    "nested elements": lambda size: "<div>" * (size // 5),
    "unclosed paragraphs": lambda size: "<p>Warga. " * (size // 10),
    "stray brackets": lambda size: "<p>" + "<" * size,
    "links": lambda size: '<a href="/a">Judul berita lain</a> ' * (size // 38),
    "table cells": lambda size: "<table><tr>" + "<td>1" * (size // 5),
    "quotes": lambda size: "<p>" + '"' * size + "</p>",
    "nested JSON-LD": lambda size: '<script type="application/ld+json">' + "[" * size + "</script><p>Warga desa menanam padi lagi.</p>",
    "one attribute": lambda size: f'<p title="{"a" * size}">Warga desa menanam padi lagi pekan ini.</p>',
}


def hostile_pages() -> None:
    """Print how long hostile pages of almost 5 MB take, and what became of them: an article or a sentence."""
    print(f"\n{'hostile page, 5 MB':22}{'s':>12}")
    for name, make in PAGES.items():
        page = f"<html><body><article>{make(4_900_000)}</article></body></html>"
        start = time.perf_counter()
        try:
            what = f"article of {len(read_page(page, 'x.html', 'x').text):,} characters"
        except SourceError as error:
            what = str(error)
        print(f"{name:22}{time.perf_counter() - start:12.2f}  {what}")


def main() -> None:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    lexicon = open_station(ROOT).lexicon
    articles_a_second([found for found in intake([str(ROOT / "seeds")]) if isinstance(found, Article)], runs, lexicon)
    articles_a_second(list(whole_articles()), runs, lexicon)
    hostile(lexicon)
    hostile_pages()


if __name__ == "__main__":
    main()
