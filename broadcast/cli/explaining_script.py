"""`broadcast script --explain`: which pages there are, and which form they take."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from broadcast.cli.beside import Page, Reasons, page
from broadcast.cli.columns import LEAST_COLUMNS, coloured, columns, plain, uncoloured

if TYPE_CHECKING:
    from broadcast.model import Item, Left, Rundown, Script, Station, Story
    from broadcast.pipeline import Material


def pages(came: Material, material: Material, rundown: Rundown, station: Station) -> Iterator[Page]:
    """Yield a page for each article that had a story, in the order they came.

    `came` is everything that was read, `material` what of it was told apart, `rundown` what was written of that. An item
    that is held, or told by another article, is written all the same: its page says why it is out.
    """
    from broadcast.draft import clock
    from broadcast.guard import guard

    reasons = Reasons(station.lexicon.table("clean_rules"), station.lexicon.table("write_rules"))
    articles = {article.id: article for article in came.articles}
    told = {story.id: story for story in material.stories}
    aired = {item.id: item for item in rundown.script.news}
    left = {one.id: one for one in (*material.left, *rundown.left)}
    ms = clock(station, station.voices[rundown.script.voice])
    for story in (told.get(story.id, story) for story in came.stories):
        item = aired.get(story.id) or _written(story, rundown.script, station)
        state = _state(item, left.get(story.id), list(aired), sum(ms(f"{line.text} {line.end}") for line in item.lines))
        findings = guard(item, story, station.lexicon, rundown.script.air)
        yield page(articles[story.id], story, item, state, findings, reasons)


def _written(story: Story, script: Script, station: Station) -> Item:
    from broadcast import pipeline

    return next(pipeline.items((story,), station, script.air, station.house.item_ms))


def _state(item: Item, left: Left | None, order: list[str], ms: int) -> str:
    minutes, seconds = divmod(round(ms / 1000), 60)
    length = f"{len(item.lines)} baris, sekitar {minutes}:{seconds:02d}"
    if left:
        return f"Tidak masuk naskah: {left.reason} Naskahnya: {length}."
    return f"Masuk naskah sebagai berita ke-{order.index(item.id) + 1} dari {len(order)}: {length}."


def shown() -> Callable[[Page], Iterator[str]]:
    """Return how a page is shown on standard output: in columns on a terminal, in colour unless it wants none (no-color.org)."""
    width = shutil.get_terminal_size().columns
    if not sys.stdout.isatty() or width < LEAST_COLUMNS:
        return plain
    paint = uncoloured if os.environ.get("NO_COLOR") else coloured
    return lambda one: columns(one, width, paint)
