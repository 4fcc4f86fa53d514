"""One story to one item: the rules in their order, and the runner that records what each changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from broadcast.bahasa.sentences import split_sentences
from broadcast.model import Choice, House, Item, Kind, Lexicon, Line, Story
from broadcast.write import choice, days, figures, hours, mending, names, posts, reasons, screen, sums, trims
from broadcast.write.callings import aged_names, nicknames, use_full_names
from broadcast.write.finish import divide, finish, with_end
from broadcast.write.hints import find_hints
from broadcast.write.marking import mark_people
from broadcast.write.people import find_people, posts_as_written
from broadcast.write.quotes import level_quotes
from broadcast.write.report import report
from broadcast.write.scene import Draft, Notes, Scene, toolbox
from broadcast.write.shape import DRAFT_RULES
from broadcast.write.teaser import write_teaser
from broadcast.write.terms import Terms
from broadcast.write.words import DIGIT, tidy
from broadcast.write.worth import merits as merits_of
from broadcast.write.worth import news_value, strain, worth_of

TextRule = Callable[[str, Scene], str]

TEXT_RULES: tuple[TextRule, ...] = (
    trims.drop_links,
    mending.mend_spacing,
    mending.mend_spelling,
    mending.mend_place,
    mending.mend_placed_post,
    mending.lower_stray_capitals,
    mending.lower_common_words,
    screen.hide_identity,
    names.strip_degrees,
    names.drop_ages,
    names.say_titles,
    mending.drop_superior,
    names.say_ranks,
    names.drop_initials,
    days.tell_days,
    days.tell_days_ago,
    days.tell_clocks,
    hours.settle_hours,
    hours.move_day,
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

FOR_FIGURES: frozenset[TextRule] = frozenset(
    {
        days.tell_clocks,
        sums.say_money,
        figures.say_percent,
        figures.say_scores,
        figures.say_joint_years,
        figures.say_ranges,
        sums.round_figures,
        figures.say_small,
    }
)
"""These find nothing in a sentence without a figure."""

LATER_TEXT_RULES: tuple[TextRule, ...] = (
    trims.drop_brackets,
    trims.mend_signs,
    figures.say_small,
    trims.say_foreign,
    trims.drop_cliches,
    posts.join_posts,
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
    """A story whose every sentence is worded for the ear, before any has to go for time.

    `gone` says of each sentence that a rule left out, by its number, why.
    """

    drafts: tuple[Draft, ...]
    scene: Scene
    terms: Terms
    gone: Mapping[int, str]


def prepare_item(story: Story, house: House, lexicon: Lexicon, air: datetime) -> Prepared:
    """Do what does not depend on the time there is."""
    scene = _survey(story, house, lexicon, air)
    terms = Terms(lexicon, scene.sentences, nicknames(scene.sentences, lexicon))
    scene, marked, changed = _prepare(scene, terms)
    drafts, scene = report(scene, marked)
    gone = reasons.untold(drafts, scene)
    drafts = [replace(draft, rules=(*_rules_of(draft, changed), *draft.rules)) for draft in drafts]
    shaped: tuple[Draft, ...] = tuple(drafts)
    for rule in (*DRAFT_RULES, screen.screen):
        left = rule(shaped, scene)
        gone |= reasons.taken_out(shaped, left, rule.__name__)
        shaped = left
    return Prepared(shaped, scene, terms, gone)


def fit_item(prepared: Prepared, read_time: Callable[[str], int], budget_ms: int = 0) -> Item:
    """Choose and finish the lines that fit into `budget_ms` (0: all of them)."""
    lines, choices, lead, scene = _fit(prepared, read_time, budget_ms)
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
        value=news_value(scene),
        dropped=tuple(one.sentence for one in choices if not one.aired),
        choices=choices,
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
    body = " ".join(sentence if sentence[-1:] in ".!?”" else f"{sentence}." for sentence in sentences)  # a row of a list ends too
    lower = {match.group() for match in _LOWER.finditer(body)}
    proper = {match.group() for match in _CAPITAL_INSIDE.finditer(body)} | _acronyms(body)
    scene = replace(scene, proper=frozenset(word for word in proper if word.lower() not in lower or word.isupper()))
    scene = screen.survey(scene)
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
    nicks = nicknames(scene.sentences, scene.tools.lexicon)
    texts = [use_full_names(text, nicks) for text in texts] if nicks else texts
    people = find_people(texts, scene.tools, aged_names(scene.sentences))
    written = posts_as_written(texts, people, scene.tools)
    marked = [mending.restore_subject(text) for text in mark_people(texts, people, written, scene.tools.posts)]
    return replace(scene, people=people), marked, changed


def _run(rules: Sequence[TextRule], text: str, scene: Scene) -> tuple[str, tuple[str, ...]]:
    """Run rules over a sentence; returns the text and the names of those that changed it."""
    ran: list[str] = []
    text = tidy(text)
    figured = DIGIT.search(text)
    for rule in rules:
        new = rule(text, scene) if figured or rule not in FOR_FIGURES else text
        if new != text:
            ran.append(rule.__name__)
        text = new
    return text, tuple(ran)


def _rules_of(draft: Draft, changed: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for number in draft.sources for name in changed[number]))


def _trial(scene: Scene) -> Scene:
    """Return the scene with notes of its own, for lines that may not stay."""
    return replace(scene, notes=Notes(list(scene.notes.flags)))


def _total(lines: Sequence[Line], read_time: Callable[[str], int]) -> int:
    return sum(read_time(f"{line.text} {line.end}") for line in lines)


def _kept(
    whole: Sequence[Draft], groups: Sequence[frozenset[int]], worth: Sequence[float], costs: Sequence[int], budget_ms: int
) -> list[int]:
    """Return the numbers of the drafts that fit: the least go first, then what still fits comes back, the best first."""
    kept = list(range(len(whole)))
    while sum(costs[one] for one in kept) > budget_ms and not set(kept) <= groups[0]:
        kept = choice.without_least(whole, groups, worth, kept)
    kept = choice.without_hanging(whole, groups, kept)
    for number in sorted(set(range(len(whole))) - set(kept), key=lambda one: -worth[one]):
        first = min(groups[number])
        if number in kept or _stray_quote(whole, first, kept, worth):
            continue
        wider = choice.without_hanging(whole, groups, sorted({*kept, *choice.bundle(whole, groups, number, kept)}))
        if len(wider) > len(kept) and sum(costs[one] for one in wider) <= budget_ms:
            kept = wider
    return kept


_TELLING = 6.5
"""A quotation worth so much is told though the speaker's first words have gone."""


_SCANT, _OVER = 0.75, 1.12
"""An item that would fill less than the first share of its time may take the second: half a story is worse than two seconds more."""


def _stray_quote(whole: Sequence[Draft], number: int, kept: Sequence[int], worth: Sequence[float]) -> bool:
    """Whether a draft is a lesser thing that somebody goes on to say, and what they said first has gone."""
    speaker = whole[number].speaker
    if speaker < 0 or whole[number].voice != "quote" or worth[number] >= _TELLING:
        return False
    first = next(at for at, draft in enumerate(whole) if draft.speaker == speaker)
    return first != number and first not in kept and not any(whole[at].speaker == speaker for at in kept)


def _fit(
    prepared: Prepared, read_time: Callable[[str], int], budget_ms: int
) -> tuple[tuple[Line, ...], tuple[Choice, ...], Draft | None, Scene]:
    """Write the lines; while they take too long, the lowest-ranked sentence of the article goes, and with it what leans on it.

    The lines that one sentence became stay or go together, but for spare details: half of it may say something else than the whole.
    """
    scene, terms = prepared.scene, prepared.terms
    whole = divide(prepared.drafts, scene, terms)
    each = finish(whole, trial := _trial(scene), terms)
    texts = [line.text if line else "" for line in each]
    strains = [strain(text, len(draft.doubts), scene.tools.grammar) for draft, text in zip(whole, texts, strict=True)]
    merits = [(*merits_of(draft, position, whole, scene), *strains[position]) for position, draft in enumerate(whole)]
    groups = choice.groups(whole)
    worth = [worth_of(group, merits, strains) for group in groups]
    lines = with_end(each)
    kept, room = list(range(len(whole))), budget_ms
    if budget_ms and _total(lines, read_time) > budget_ms:
        costs = [read_time(f"{line.text} //") if line else 0 for line in each]
        kept = _kept(whole, groups, worth, costs, budget_ms)
        if sum(costs[one] for one in kept) < _SCANT * budget_ms:
            room = round(_OVER * budget_ms)
            kept = _kept(whole, groups, worth, costs, room)
    while len(kept) < len(whole):  # other speakers may now need their introduction
        trial = _trial(scene)
        lines = with_end(finish(divide([whole[number] for number in kept], scene, terms), trial, terms))
        if _total(lines, read_time) <= room or set(kept) <= groups[0]:
            break
        kept = choice.without_least(whole, groups, worth, kept)
    weighed = reasons.Weighed(whole, merits, groups, worth, frozenset(kept))
    return lines, reasons.choices(weighed, scene, prepared.gone), whole[kept[0]] if kept else None, trial
