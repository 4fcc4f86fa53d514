"""Is every figure, day, name, denial, hedge, direction and speaker of a script the article's? Warn, never rewrite.

The guard knows nothing of how a script is written; it reads any script, made by machine or by hand, beside its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from broadcast.guard.check_days import check_days
from broadcast.guard.check_directions import check_directions
from broadcast.guard.check_figures import check_figures
from broadcast.guard.check_meaning import check_hedges
from broadcast.guard.check_names import check_names
from broadcast.guard.check_negation import check_negation
from broadcast.guard.check_speakers import check_posts, check_speakers
from broadcast.guard.reading import Check, Reading
from broadcast.guard.source import Source, read_line, read_source
from broadcast.model import Flag, FlagCode, Item, Lexicon, Line, Script, Story
from broadcast.naskah import escape

CHECKS: tuple[Check, ...] = (
    check_figures,
    check_days,
    check_names,
    check_negation,
    check_hedges,
    check_directions,
    check_speakers,
    check_posts,
)
"""What each line is checked for, in this order."""


def guard(item: Item, story: Story, lexicon: Lexicon, air: datetime) -> tuple[Flag, ...]:
    """Return what an item says that its article does not: flags PERLU_CEK, each with a note and the number of its line.

    A note is in Indonesian, quotes the script and says what the article has. `air` is when the script goes on air: it
    gives *kemarin* and *besok* their days. A line's `sources` are used where the article has them. The note on a teaser has
    no line and opens with "teras: ".

    >>> from datetime import timezone
    >>> from broadcast.model import Kind, Line
    >>> story = Story("banjir", "banjir.txt", ("Banjir menewaskan 3 orang dan melukai 17 orang.",))
    >>> item = Item(Kind.NEWS, (Line("Banjir menewaskan empat orang"),), id="banjir")
    >>> [flag.note for flag in guard(item, story, Lexicon(), datetime(2026, 11, 23, tzinfo=timezone.utc))]
    ['angka “empat orang” tidak ada di sumber; sumber: “3 orang”']
    """
    source = read_source(story, lexicon)
    return tuple(_findings(item, source, lexicon, air))


_TEASER_CHECKS: tuple[Check, ...] = (check_figures, check_days, check_names)
"""What a teaser is checked for: it says less than any line, so what it leaves out is no finding; it may say what the title says."""
_TOPIC = "Kabar tentang "


def _findings(item: Item, source: Source, lexicon: Lexicon, air: datetime) -> Iterator[Flag]:
    notices = {columns[0] for columns in lexicon.table("notices").values()}
    for number, line in enumerate(item.lines, 1):
        if line.text in notices:
            continue  # the house's own sentence, such as the help line
        text = read_line(line)
        named = source.named_by(line)
        reading = Reading(text, named or source.resembling(text.keys), source, air, lexicon, named=bool(named))
        notes = dict.fromkeys(note for check in CHECKS for note in check(reading))
        yield from (Flag(FlagCode.CHECK, note, number) for note in notes)
    if item.teaser:
        text = read_line(Line(escape(item.teaser.removeprefix(_TOPIC))))
        own = source.resembling(text.keys)
        told = [Reading(text, passages, source, air, lexicon) for passages in (own, (*own, source.headline))]
        for check in _TEASER_CHECKS:
            found = [list(check(reading)) for reading in told]
            yield from (Flag(FlagCode.CHECK, f"teras: {note}") for note in dict.fromkeys(found[0] if all(found) else ()))


def guard_script(script: Script, stories: Mapping[str, Story], lexicon: Lexicon) -> Mapping[str, tuple[Flag, ...]]:
    """Return the findings for each item of a script by item id, for the items whose story is known."""
    return {item.id: guard(item, stories[item.id], lexicon, script.air) for item in script.items if item.id in stories}
