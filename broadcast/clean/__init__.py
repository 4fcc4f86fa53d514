"""Article → Story: the news without the page around it, every change noted as a Cut.

The rules stand in two tuples, in their order: `MENDING` mends characters and spaces of every paragraph, `RULES` takes
away the page around the news, its head, its tail and what was put between its paragraphs, and last gives back what
the news itself lost. They run again until nothing changes any more, so that cleaning twice is cleaning once. A lost sentence
is worse than a leaked label: what is unsure stays and is flagged PERLU_CEK.
"""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.clean.blob import drop_closing_credits, drop_inline_buttons, lift_buried_head
from broadcast.clean.broken import join_broken_lines
from broadcast.clean.captions import drop_captions
from broadcast.clean.credits import lift_credits, lift_end_byline, lift_end_marks, tidy_byline
from broadcast.clean.dateline import lift_dateline
from broadcast.clean.dates import date_from_text, lift_timestamps
from broadcast.clean.encoding import mend_mojibake, restore_quotes, strip_invisible, unescape_entities
from broadcast.clean.frame import drop_repeats, drop_tail, drop_title_again, lift_head
from broadcast.clean.furniture import drop_closing_furniture, drop_empty_lines, drop_furniture, shorten_addresses
from broadcast.clean.opinion import lift_opinion_author
from broadcast.clean.page import Page, Rule, each, knowing, run
from broadcast.clean.related import drop_bare_titles, drop_read_also, drop_related_blocks
from broadcast.clean.release import drop_editor_notes, drop_paid_labels, drop_release_tail
from broadcast.clean.spacing import (
    drop_stray_commas,
    drop_stray_stops,
    join_spaces,
    mend_spacing,
    part_glued_quotes,
    part_glued_sentences,
    turn_quotes,
)
from broadcast.clean.speech import close_quotes, mend_false_questions
from broadcast.clean.words import Words, forget, words_of
from broadcast.model import Article, Cut, Lexicon, Story

MENDING: tuple[Rule, ...] = (
    each(mend_mojibake),
    each(unescape_entities),
    each(strip_invisible),
    each(restore_quotes),
    each(drop_stray_commas),
    each(mend_spacing),
    knowing(part_glued_sentences),
    knowing(drop_stray_stops),
    each(turn_quotes),
    knowing(part_glued_quotes),
)
"""Rules that mend a paragraph by itself."""

MENDING_LARGE: tuple[Rule, ...] = (each(strip_invisible), each(join_spaces))
"""What is mended in a text too large to be an article."""

RULES: tuple[Rule, ...] = (
    join_broken_lines,
    drop_release_tail,
    drop_paid_labels,
    drop_editor_notes,
    drop_empty_lines,
    each(drop_inline_buttons),
    lift_buried_head,
    drop_title_again,
    lift_credits,
    lift_timestamps,
    drop_read_also,
    drop_captions,
    drop_closing_credits,
    drop_furniture,
    drop_related_blocks,
    lift_dateline,
    lift_head,
    drop_title_again,
    drop_closing_furniture,
    lift_end_marks,
    lift_end_byline,
    lift_opinion_author,
    drop_tail,
    drop_bare_titles,
    drop_repeats,
    each(shorten_addresses),
    close_quotes,
    mend_false_questions,
    date_from_text,
)
"""Rules that judge the page, in their order; they work on mended paragraphs."""

MOST_ROUNDS = 6
"""How often the rules run at most; two rounds are the rule, the second finding nothing."""

LARGE = 30_000
"""Characters of a text after which nothing of it is remembered."""

LONGEST = 300_000
"""Characters of the longest text that is judged as an article; what is longer is only mended, and flagged."""

MOST_LINES = 3_000

_LINE_BREAKS = re.compile(r"[\n\r\u2028\u2029]|<br\s?/?>|</p>", re.IGNORECASE)
_LONGEST_TITLE = 1_000


def clean(article: Article, lexicon: Lexicon) -> Story:
    """Return the story of an article: its paragraphs, with dateline, byline and outlet lifted out as data.

    Every change is in `Story.cuts`; a body without paragraphs means that no news was found.
    """
    words = words_of(lexicon)
    title, outlet = (_mended(text, words) for text in (article.title, article.outlet))
    byline = tidy_byline(article.byline, words, outlet)
    page = Page(_paragraphs(article.text), words, title, byline=byline, outlet=outlet, date=article.date)
    page, cuts = _settled(page)
    if len(article.text) > LARGE:
        forget()
    return Story(article.id, article.source, page.lines, page.title, page.place, page.byline, page.outlet, page.date, cuts, page.flags)


def _mended(text: str, words: Words) -> str:
    return run(Page((" ".join(text[:_LONGEST_TITLE].split()),), words), MENDING)[0].lines[0]


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part for line in _LINE_BREAKS.split(text) if (part := line.strip()))


def _settled(page: Page) -> tuple[Page, tuple[Cut, ...]]:
    """Run the rules until they find nothing more; what a round took out is gone before the next."""
    if sum(map(len, page.lines)) > LONGEST or len(page.lines) > MOST_LINES:
        page = page.flagged("teks ini terlalu panjang untuk satu berita; tidak dibersihkan; pisahkan menjadi berita-berita")
        page, found = run(page, MENDING_LARGE)
        return replace(page, lines=tuple(filter(None, page.lines))), found
    cuts: list[Cut] = []
    mended: frozenset[str] = frozenset()
    for _ in range(MOST_ROUNDS):
        page, found = _mend(page, mended)
        cuts += found
        mended = frozenset(page.lines)
        page, found = run(replace(page, lead=-1), RULES)
        page = replace(page, lines=tuple(filter(None, page.lines)))
        cuts += found
        if not found:
            break
    return page, tuple(cuts)


def _mend(page: Page, mended: frozenset[str]) -> tuple[Page, tuple[Cut, ...]]:
    """Mend the paragraphs that are not known to be mended, until they stay as they are."""
    cuts: list[Cut] = []
    waiting = [index for index, line in enumerate(page.lines) if line not in mended]
    for _ in range(MOST_ROUNDS):
        part, found = run(replace(page, lines=tuple(page.lines[index] for index in waiting)), MENDING)
        cuts += found
        edits = {index: line for index, line in zip(waiting, part.lines, strict=True) if line != page.lines[index]}
        page = page.changed(edits)
        waiting = [index for index in edits if page.lines[index]]
        if not waiting:
            break
    return replace(page, lines=tuple(filter(None, page.lines))), tuple(cuts)
