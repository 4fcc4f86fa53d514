"""The reader: text → typed tokens with their places → the spoken text.

The rules run in one fixed order; what one has claimed, no later one may touch.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from broadcast.model import Lexicon
from broadcast.pronounce import (
    calendar_rules,
    clock_rules,
    code_rules,
    count_rules,
    law_rules,
    letter_rules,
    measure_rules,
    money_rules,
    name_rules,
    sign_rules,
)
from broadcast.pronounce.definitions import definitions, misleading
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.marks import Marker
from broadcast.pronounce.own_words import own_words
from broadcast.pronounce.rule import Rule, Rules, Sentence
from broadcast.pronounce.tokens import PAUSE, UNCLAIMED, Token

ORDER = (
    sign_rules.first_rules,
    letter_rules.first_rules,
    clock_rules.rules,
    law_rules.rules,
    code_rules.rules,
    calendar_rules.rules,
    count_rules.first_rules,
    money_rules.rules,
    law_rules.document_rules,
    code_rules.place_rules,
    measure_rules.rules,
    name_rules.rules,
    count_rules.rules,
    code_rules.model_rules,
    count_rules.plain_rules,
    letter_rules.rules,
    sign_rules.last_rules,
)
"""Who looks first: the narrow and certain before the wide."""

_ODD = re.compile(r"[^\x00-\x7f]")
_FIGURES = re.compile(  # any mark that may be a figure
    r"[\d\u00b2\u00b3\u00b9\u2070-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3007-\u3029\u3192-\u33ff]+|[^\x00-\u024f]"
)
_NO_VOWEL = re.compile(r"(?<![\w'’.-])[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]{2,}(?![\w'’-])", re.ASCII)  # "Lmj", "tgtk": no word
_SOUNDS = frozenset({"hm", "hmm", "hmmm", "psst", "sst", "ssst", "brr", "grr", "ck", "pst", "ng", "st", "mm", "mmm", "zzz", "tst", "krl"})
_LOW_FIGURES = "₀₁₂₃₄₅₆₇₈₉"  # "CO₂"
_SPEECHLESS = frozenset({"So", "Sk", "Cc", "Cf", "Co", "Cs", "Cn"})
_SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003"


_NOTHING: Mapping[str, str] = {}


class Reader:
    """A lexicon made ready for reading."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Type the tables and build the patterns that depend on them."""
        self.lexicon = lexicon
        self.facts = Facts.of(lexicon)
        self._marker: Marker | None = None
        self.respelled = re.compile(rf"(?<!\w)(?:{either(key for key, columns in lexicon.table('respellings').items() if columns)})(?!\w)")
        self.own = own_words(self.facts.station)
        self.rules: Rules = tuple(rule for make in ORDER for rule in make(self.facts))

    @property
    def marker(self) -> Marker:
        """The marker of vowels, made when first asked for."""
        if self._marker is None:
            self._marker = Marker.of(self.lexicon)
        return self._marker

    def tag(self, text: str, fixed: Sequence[Token] = (), defined: Mapping[str, str] = _NOTHING) -> tuple[Token, ...]:
        """Return the tokens of a text in order; `fixed` ones are settled before, `defined` acronyms are its article's own."""
        sentence = Sentence(_levelled(text), self.facts, {**defined, **definitions(text)} if "(" in text else defined)
        tokens = list(fixed)
        for token in fixed:
            _take(sentence, token.start, token.end)
        if self.own:
            tokens += _found(self.own, sentence, text)
        for key, said in misleading(sentence.defined, self.facts):
            tokens += _found(_always(key, said), sentence, text)
        for rule in self.rules:
            if rule.may_match(sentence):
                tokens += _found(rule, sentence, text)
        tokens += _left_over(sentence, text)
        return tuple(sorted(tokens, key=lambda token: token.start))


_KEPT: list[Reader] = []
_MOST = 4


def reader_of(lexicon: Lexicon) -> Reader:
    """Return the reader of a lexicon, made once and kept for the next sentence."""
    for reader in _KEPT:
        if reader.lexicon is lexicon:
            return reader
    _KEPT.insert(0, Reader(lexicon))
    del _KEPT[_MOST:]
    return _KEPT[0]


def _always(key: str, said: str) -> Rule:
    """A word that is said in one way wherever it stands."""
    return Rule("acronym", re.compile(rf"(?<![\w.-])(?P<x>{re.escape(key)})(?![\w-])"), lambda match, sentence: said)  # noqa: ARG005  # a Say


def _levelled(text: str) -> str:
    """The text with plain figures and spaces, of the same length.

    >>> _levelled("١٢ km")
    '12 km'
    """
    return _ODD.sub(_level, text)


def _level(match: re.Match[str]) -> str:
    mark = match.group()
    if mark in _SPACES:
        return " "
    if mark in _LOW_FIGURES:
        return str(_LOW_FIGURES.index(mark))
    value = unicodedata.decimal(mark, None)
    return mark if value is None else str(value)


def _take(sentence: Sentence, start: int, end: int) -> None:
    sentence.taken[start:end] = b"\x01" * (end - start)


def _found(rule: Rule, sentence: Sentence, text: str) -> Iterable[Token]:
    for match in rule.find.finditer(sentence.text):
        start, end = _span(match) if "x" in match.re.groupindex else match.span()
        if start >= end or sentence.taken.find(1, start, end) >= 0:
            continue
        reading = rule.say(match, sentence)
        if reading is None:
            continue
        end = _past_repetition(rule.kind, reading, end, sentence)
        _take(sentence, start, end)
        yield Token(rule.kind, start, end, text[start:end], reading, sure=start not in sentence.guessed)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The piece a match claims: its group x, or y or z where x is left out."""
    if match["x"] is not None:
        return match.span("x")
    return next((match.span(name) for name in ("y", "z") if name in match.re.groupindex and match[name] is not None), match.span())


def _past_repetition(kind: str, reading: str, end: int, sentence: Sentence) -> int:
    """Skip a figure repeated in brackets: "Rp1.000 (seribu rupiah)"."""
    if kind not in {"money", "cardinal"} or "(" not in sentence.text[end : end + 2]:
        return end
    match = money_rules.repeated(reading).match(sentence.text, end)
    return match.end() if match else end


def _left_over(sentence: Sentence, text: str) -> Iterable[Token]:
    """What nobody claimed and cannot be spoken as it stands, read safely."""
    for match in _FIGURES.finditer(text):
        for run in _untaken(sentence, *match.span()):
            written = text[run.start : run.stop]
            if all(map(_figure, written)):
                yield Token(UNCLAIMED, run.start, run.stop, written, sign_rules.say_left_over(written), sure=False)
    yield from _odd_marks(sentence, text)
    for match in _NO_VOWEL.finditer(text):
        word = match.group()
        if sentence.taken.find(1, match.start(), match.end()) < 0 and word.lower() not in _SOUNDS:
            known = sentence.facts.acronyms.get(word.upper())
            unit = known.spoken if known and known.known else sentence.facts.units.get(word)  # "murid tk"
            yield Token("unit" if unit else UNCLAIMED, *match.span(), word, unit or sentence.facts.spell(word), sure=bool(unit))


def _untaken(sentence: Sentence, start: int, end: int) -> Iterable[range]:
    """The stretches of a span that no token has."""
    while start < end:
        stop = sentence.taken.find(1, start, end)
        stop = end if stop < 0 else stop
        if start < stop:
            yield range(start, stop)
        start = sentence.taken.find(0, stop, end) if stop < end else end
        start = end if start < 0 else start


def _odd_marks(sentence: Sentence, text: str) -> Iterable[Token]:
    """Pictures and control marks, which no voice can say."""
    for match in _ODD.finditer(text):
        place = match.start()
        if not sentence.taken[place] and unicodedata.category(match.group()) in _SPEECHLESS:
            _take(sentence, place, place + 1)
            yield Token("symbol", place, place + 1, match.group(), " ")


def _figure(mark: str) -> bool:
    return mark.isdigit() or (not mark.isascii() and mark.isnumeric() and not mark.isalpha()) or unicodedata.category(mark) in {"Nl", "No"}


def join(text: str, tokens: Iterable[Token]) -> str:
    """Return the spoken text: the readings in the place of their tokens, everything else as it stands.

    >>> join("Ada 3 (tiga).", [Token("cardinal", 4, 5, "3", "tiga"), Token("pause", 6, 7, "(", ","), Token("pause", 11, 12, ")", ",")])
    'Ada tiga, tiga.'
    """
    said: list[str] = []
    place = 0
    for token in tokens:
        _add_gap(said, text[place : token.start], after_token=place > 0, before_token=True)
        _add_reading(said, token, text)
        place = token.end
    _add_gap(said, text[place:], after_token=place > 0, before_token=False)
    return _tidied("".join(said)) if place else text


def _add_gap(said: list[str], gap: str, *, after_token: bool, before_token: bool) -> None:
    """Add what stands between two tokens; a hyphen that ties a reading to its neighbour becomes a space."""
    if not gap:
        return
    if after_token and gap[0] in "-–" and (len(gap) == 1 or gap[1] != " "):
        gap = " " + gap[1:]
    if before_token and len(gap) > 1 and gap[-1] in "-–" and gap[-2] != " ":
        gap = gap[:-1] + " "
    if after_token and gap[0].isalnum() and said and said[-1][-1:].isalnum():
        said.append(" ")
    said.append(gap)


def _add_reading(said: list[str], token: Token, text: str) -> None:
    reading = token.spoken
    if token.kind == "pause" or reading.startswith(PAUSE):
        reading = _pause(said, token, text)
    elif said and said[-1] and said[-1][-1].isalnum() and reading[:1].isalnum():
        said.append(" ")
    elif token.start == 0 and (token.kind == "money" or (token.kind not in _SPELLED and token.written[:1].isdigit())):
        reading = reading[:1].upper() + reading[1:]
    said.append(reading)


_SPELLED = frozenset({"acronym", "letter", "initials", "plate"})


def _pause(said: list[str], token: Token, text: str) -> str:
    """A pause takes the place of the space before it, and is dropped beside another mark."""
    while said and not said[-1].rstrip():
        said.pop()
    if said:
        said[-1] = said[-1].rstrip()
    rest = token.spoken.removeprefix(PAUSE).lstrip()
    before = said[-1][-1:] if said else ""
    after = text[token.end : token.end + 8].lstrip()[:1]
    stops = before in _OPEN_MARKS or (not rest and after in _CLOSING_MARKS)  # the empty text at either end is in both
    if not stops:
        return f", {rest}"
    return f" {rest}" if before and (rest or (after and after not in ",.;:!?)]")) else rest


_OPEN_MARKS = ',.;:!?"“('
_CLOSING_MARKS = ',.;:!?)"”]'
_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_SPACE_BEFORE_MARK = re.compile(r"(?<=\w) +(?=[,.;:!?](?:\s|$))")


def _tidied(text: str) -> str:
    return _SPACE_BEFORE_MARK.sub("", _DOUBLE_SPACE.sub(" ", text)).strip(" ")
