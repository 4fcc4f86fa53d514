"""One story to one item: the rules in their order, and the runner that records what each changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from broadcast.bahasa.sentences import split_sentences
from broadcast.model import House, Item, Kind, Lexicon, Line, Story
from broadcast.write import choice, days, figures, mending, names, screen, sums, trims
from broadcast.write.finish import divide, finish
from broadcast.write.hints import find_hints
from broadcast.write.marking import mark_people
from broadcast.write.people import aged_names, find_people, posts_as_written
from broadcast.write.quotes import level_quotes
from broadcast.write.report import report
from broadcast.write.scene import Draft, Notes, Scene, toolbox
from broadcast.write.shape import DRAFT_RULES
from broadcast.write.teaser import write_teaser
from broadcast.write.terms import Terms
from broadcast.write.words import tidy

TextRule = Callable[[str, Scene], str]

TEXT_RULES: tuple[TextRule, ...] = (
    trims.drop_links,
    mending.mend_spacing,
    mending.mend_spelling,
    mending.mend_place,
    mending.mend_placed_post,
    mending.lower_stray_capitals,
    names.strip_degrees,
    names.drop_ages,
    names.say_titles,
    names.say_ranks,
    names.drop_initials,
    days.tell_days,
    days.tell_days_ago,
    days.tell_clocks,
    trims.drop_press_calls,
    trims.drop_plates,
    trims.say_law,
    sums.say_money,
    figures.say_percent,
    figures.say_units,
    figures.say_scores,
    figures.say_joint_years,
    figures.say_ranges,
    figures.say_ordinals,
    sums.round_figures,
)
"""The rules on the text of a sentence, before abbreviations are opened."""

LATER_TEXT_RULES: tuple[TextRule, ...] = (
    trims.drop_brackets,
    trims.mend_signs,
    figures.say_small,
    trims.say_foreign,
    trims.drop_cliches,
)
"""The rules on the text of a sentence, after abbreviations are opened."""

_PRIVATE = re.compile("[\ue000-\uf8ff\x00-\x08\x0e-\x1f]")  # characters that stand for people while we write
_LIST_MARK = re.compile(r"^(?:\d{1,2}[.)]|[-•*])\s+")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w'’-]*")
_LOWER = re.compile(r"\b[a-z][\w'’-]*")


def write_item(story: Story, house: House, lexicon: Lexicon, air: datetime, read_time: Callable[[str], int], budget_ms: int = 0) -> Item:
    """Write a story as one item of at most `budget_ms` (0: no limit); what had to go stands in `dropped`."""
    return fit_item(prepare_item(story, house, lexicon, air), read_time, budget_ms)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A story whose every sentence is worded for the ear, before any has to go."""

    drafts: tuple[Draft, ...]
    scene: Scene
    terms: Terms


def prepare_item(story: Story, house: House, lexicon: Lexicon, air: datetime) -> Prepared:
    """Do what does not depend on the time there is."""
    scene = _survey(story, house, lexicon, air)
    terms = Terms(lexicon, scene.sentences)
    scene, marked, changed = _prepare(scene, terms)
    drafts, scene = report(scene, marked)
    drafts = [replace(draft, rules=(*_rules_of(draft, changed), *draft.rules)) for draft in drafts]
    shaped: tuple[Draft, ...] = tuple(drafts)
    for rule in DRAFT_RULES:
        shaped = rule(shaped, scene)
    return Prepared(screen.screen(shaped, scene), scene, terms)


def fit_item(prepared: Prepared, read_time: Callable[[str], int], budget_ms: int = 0) -> Item:
    """Choose and finish the lines that fit into `budget_ms` (0: all of them)."""
    lines, dropped, lead, scene = _fit(prepared.drafts, prepared.scene, prepared.terms, read_time, budget_ms)
    story = scene.story
    flags = (*story.flags, *(flag for flag in scene.notes.flags if flag not in story.flags))
    return Item(
        Kind.NEWS,
        lines,
        id=story.id,
        flags=flags,
        title=story.title,
        teaser=write_teaser(lines, lead, scene, lambda text, *, full: say_headline(text, scene, prepared.terms if full else None)),
        hints=find_hints(lines, scene),
        place=story.place,
        byline=story.byline,
        outlet=story.outlet,
        source=story.source,
        value=choice.news_value(scene),
        dropped=dropped,
    )


def say_headline(text: str, scene: Scene, terms: Terms | None) -> str:
    """Return a headline as it is said: the same rules as for a sentence, without noting what they find.

    Without `terms` its abbreviations stay.
    """
    quiet = replace(scene, notes=Notes())
    said, _ = _run(TEXT_RULES, text, quiet)
    said, _ = _run(LATER_TEXT_RULES, terms.open(said) if terms else said, quiet)
    return said


def _survey(story: Story, house: House, lexicon: Lexicon, air: datetime) -> Scene:
    tools = toolbox(lexicon)
    sentences: list[str] = []
    paragraphs: list[int] = []
    for number, paragraph in enumerate(story.body):
        for whole in split_sentences(level_quotes(_LIST_MARK.sub("", _PRIVATE.sub(" ", paragraph)), tools.verbs_after)):
            for sentence in mending.part_run_on(whole):
                sentences.append(sentence)
                paragraphs.append(number)
    scene = Scene(story, house, tools, air, tuple(sentences), tuple(paragraphs), story.date, Notes())
    body = " ".join(sentences)
    lower = {match.group() for match in _LOWER.finditer(body)}
    proper = {match.group() for match in _CAPITAL_INSIDE.finditer(body)} | _acronyms(body)
    scene = replace(scene, proper=frozenset(word for word in proper if word.lower() not in lower or word.isupper()))
    scene = screen.drop_press_heads(scene)
    return days.date_story(scene)


def _acronyms(text: str) -> set[str]:
    return set(re.findall(r"\b[A-Z]{2,}\w*\b", text))


def _prepare(scene: Scene, terms: Terms) -> tuple[Scene, list[str], list[tuple[str, ...]]]:
    """Run the text rules on every sentence and find its people."""
    texts: list[str] = []
    changed: list[tuple[str, ...]] = []
    for sentence in scene.sentences:
        text, ran = _run(TEXT_RULES, sentence, scene)
        opened = terms.open(text)
        ran += ("open_terms",) if opened != text else ()
        text, more = _run(LATER_TEXT_RULES, opened, scene)
        texts.append(text)
        changed.append((*ran, *more))
    people = find_people(texts, scene.tools, aged_names(scene.sentences))
    posts = posts_as_written(texts, people, scene.tools)
    marked = [mending.restore_subject(text) for text in mark_people(texts, people, posts, scene.tools.posts)]
    return replace(scene, people=people), marked, changed


def _run(rules: Sequence[TextRule], text: str, scene: Scene) -> tuple[str, tuple[str, ...]]:
    """Run rules over a sentence; returns the text and the names of those that changed it."""
    ran: list[str] = []
    text = tidy(text)
    for rule in rules:
        new = rule(text, scene)
        if new != text:
            ran.append(rule.__name__)
        text = new
    return text, tuple(ran)


def _rules_of(draft: Draft, changed: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for number in draft.sources for name in changed[number]))


def _fit(
    drafts: tuple[Draft, ...], scene: Scene, terms: Terms, read_time: Callable[[str], int], budget_ms: int
) -> tuple[tuple[Line, ...], tuple[str, ...], Draft | None, Scene]:
    """Write the lines; while they take too long, the lowest-ranked sentence of the article goes, and with it what leans on it.

    The lines that one sentence became stay or go together: half of it may say something else than the whole.
    """
    whole = divide(drafts, scene, terms)
    weights = [choice.weigh(draft, position, whole, scene) for position, draft in enumerate(whole)]
    groups = choice.groups(whole)
    worth = [max(weights[one] for one in group) for group in groups]
    kept = list(range(len(whole)))

    def lines_of(numbers: Sequence[int]) -> tuple[tuple[Line, ...], Scene]:
        trial = replace(scene, notes=Notes(list(scene.notes.flags)))
        return finish([whole[number] for number in numbers], trial, terms), trial

    def fits(lines: Sequence[Line]) -> bool:
        return not budget_ms or sum(read_time(f"{line.text} {line.end}") for line in lines) <= budget_ms

    lines, trial = lines_of(kept)
    while not fits(lines) and not set(kept) <= groups[0]:
        kept = choice.without_least(whole, groups, worth, kept)
        lines, trial = lines_of(kept)
    kept = choice.without_hanging(whole, groups, kept)
    for number in sorted(set(range(len(whole))) - set(kept), key=lambda one: -worth[one]):
        first = min(groups[number])
        if number in kept or (whole[first].leans and first - 1 not in kept):
            continue
        wider = choice.without_hanging(whole, groups, sorted({*kept, *groups[number]}))
        if len(wider) <= len(kept):
            continue
        more, second = lines_of(wider)
        if fits(more):
            kept, lines, trial = wider, more, second
    while len(kept) < len(whole):  # other speakers may now need their introduction
        trial = replace(scene, notes=Notes(list(scene.notes.flags)))
        lines = finish(divide([whole[number] for number in kept], scene, terms), trial, terms)
        if fits(lines) or set(kept) <= groups[0]:
            break
        kept = choice.without_least(whole, groups, worth, kept)
    used = {source for number in kept for source in whole[number].sources}
    dropped = tuple(sentence for number, sentence in enumerate(scene.sentences) if number not in used)
    return lines, dropped, whole[kept[0]] if kept else None, trial
