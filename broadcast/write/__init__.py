"""Stories to a script: `write_item` for one story, `write` for a bulletin, `check_templates` for the station's wording.

The order of the rules stands in `item` (on the text of a sentence) and in `shape` (on whole drafts). What the rules share
is a `Scene`; what travels between them are `Draft`s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from broadcast.model import PLAIN, Brief, House, Item, Lexicon, Rundown, Story, Voice

__all__ = ["check_templates", "write", "write_item"]


def write_item(story: Story, house: House, lexicon: Lexicon, air: datetime, read_time: Callable[[str], int], budget_ms: int = 0) -> Item:
    """Write one story as a news item of at most `budget_ms` (0: no limit).

    `read_time` tells how many ms a line in script notation takes. What had to go stands in `Item.dropped`.
    """
    from broadcast.write import item as _item  # noqa: PLC0415  # the rules load with the first item

    return _item.write_item(story, house, lexicon, air, read_time, budget_ms)


def write(  # noqa: PLR0917  # the signature of the stage
    stories: Sequence[Story],
    house: House,
    lexicon: Lexicon,
    air: datetime,
    voice: Voice,
    read_time: Callable[[str], int],
    brief: Brief = PLAIN,
) -> Rundown:
    """Write a whole bulletin of stories as `brief` asks; `voice` is the main announcer's and `read_time` goes by it.

    Raises StationError, which names file and line, for a broken template.
    """
    from broadcast.write import bulletin  # noqa: PLC0415  # jinja2 loads with the first bulletin

    return bulletin.write(stories, house, lexicon, air, voice, read_time, brief)


def check_templates(folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield (where, what is wrong) for every template in `folders`, the station's own first, that cannot be used."""
    from broadcast.write import templates  # noqa: PLC0415  # jinja2 loads with the first check

    yield from templates.check_templates(folders)
