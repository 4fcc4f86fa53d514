"""Who speaks in a sentence: told in it, or in an earlier one when it only says *ujarnya*, *ia* or quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import MONTHS
from broadcast.bahasa.sentences import quote_spans
from broadcast.guard.words import BREATH, LIGHT, Text, Word
from broadcast.model import Lexicon

NAMELESS = word_set("""
    ia dia mereka beliau pihaknya keduanya menurut menurutnya namun sementara selain hal itu kemudian sebelumnya senin
    selasa rabu kamis jumat sabtu minggu ahad
    """) | frozenset(MONTHS)
"""Words with a capital that name nobody."""

_NO_VERBS = word_set(
    """dinas direktur menteri distrik direksi media medis terdakwa tersangka terpidana dia diri bersama terhadap tersebut di dini"""
)
_PRONOUNS = word_set("ia dia beliau mereka")
_PAUSES = frozenset({",", ".", BREATH, "(", ")", "-"})
_DEGREES = word_set("dr drg drh apt dokter")
_MOST_SMALL = 4
_CORE = 2


class Speaker(NamedTuple):
    """The words that name a speaker, posts and all, and the `core`: the last two of them, which are the name itself."""

    words: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()


NOBODY = Speaker()
"""No speaker."""


def speakers_of(texts: Sequence[Text], lexicon: Lexicon) -> list[Speaker]:
    """Return the speaker of each sentence."""
    found: list[Speaker] = []
    last = NOBODY
    for text in texts:
        told = named_speaker(text, lexicon)
        last = _completed(told, texts) if told.words else last
        found.append(last if told.words or is_spoken(text, lexicon) else NOBODY)
    return found


def shared_names(speakers: Sequence[Speaker]) -> frozenset[str]:
    """Words in the names of more than one of the speakers, such as the first name of two men called Agus."""
    people = {speaker.core for speaker in speakers}
    people = {one for one in people if not any(one < other for other in people)}
    return frozenset(word for one in people for other in people if one != other for word in one & other)


def is_spoken(text: Text, lexicon: Lexicon) -> bool:
    """Whether a sentence quotes or reports what someone said, or goes on about *ia*."""
    speech = lexicon.table("guard_speech")
    return bool(quote_spans(text.text)) or any(word.low in speech or word.low in {"ia", "dia"} for word in text.words)


def named_speaker(text: Text, lexicon: Lexicon) -> Speaker:
    """The speaker that a sentence names, or who in it, named with a post, does something; nobody when it names none.

    >>> from broadcast.guard.words import read_text
    >>> tables = Lexicon({"guard_speech": {"kata": ("belakang",), "mengatakan": ("depan",)}, "guard_posts": {"ketua": ("jabatan",)}})
    >>> speaker = named_speaker(read_text('"Aman," kata Camat Senduro, Agus Salim, kemarin.'), tables)
    >>> sorted(speaker.words), sorted(speaker.core)
    (['agus', 'camat', 'salim', 'senduro'], ['agus', 'salim'])
    >>> sorted(named_speaker(read_text("Ketua panitia ‖ Rara ‖ mengatakan ‖ tiket gratis"), tables).core)
    ['rara']
    """
    speech, posts = lexicon.table("guard_speech"), lexicon.table("guard_posts")
    quotes = quote_spans(text.text)
    outside = [word for word in text.words if not any(start <= word.start < end for start, end in quotes)]
    for index, word in enumerate(outside):
        kind = "belakang" if word.low == "menurut" else speech.get(word.low, ("",))[0]
        names: list[Word] = []
        if kind == "belakang":
            names = _after(outside[index + 1 :])
        elif kind == "depan":
            names = _before(outside[:index])
        if names:
            return _speaker(names)
    verb = next((index for index, word in enumerate(outside) if is_verb(word)), 0)
    acting = _before(outside[:verb]) if outside[verb : verb + 1] and outside[verb].low.startswith(("me", "ber")) else []
    with_post = any(posts.get(word.low, ("umum",))[0] != "umum" for word in acting)
    return _speaker(acting) if len(acting) > 1 and not quotes and with_post else NOBODY


def is_verb(word: Word) -> bool:
    """Whether a word looks like a verb in me-, di-, ber- or ter-."""
    return word.letters and not word.capital and word.low.startswith(("me", "di", "ter", "ber")) and word.low not in _NO_VERBS


def is_name(word: Word) -> bool:
    """Whether a word may be part of a name or post."""
    return word.letters and word.capital and word.low not in NAMELESS


def _speaker(names: Sequence[Word]) -> Speaker:
    """The core is the end of the last run: names stand after posts, and words of one clause together."""
    run = [word for word in names if word.clause == names[-1].clause]
    return Speaker(frozenset(word.low for word in names), frozenset(word.low for word in run[-_CORE:]))


def _after(words: Sequence[Word]) -> list[Word]:
    """The capitals after *kata*; small words may stand before them ("kata kepala dinas, Budi")."""
    names: list[Word] = []
    small = 0
    for word in words:
        if is_name(word):
            names.append(word)
        elif word.low in _DEGREES:
            continue
        elif word.letters or not (word.written in _PAUSES or word.written[0].isdigit()):
            small += 1
            if names or small > _MOST_SMALL or word.low in LIGHT - {"salah", "satu", "seorang", "oleh"} or is_verb(word):
                break
    return names


def _before(words: Sequence[Word]) -> list[Word]:
    """The capitals before *mengatakan*; none when it is *ia* who speaks."""
    if any(word.low in _PRONOUNS for word in words):
        return []
    return [word for k, word in enumerate(words) if is_name(word) and (k or word.low not in LIGHT)]  # "Dalam sambutannya, Wabup …"


def _completed(told: Speaker, texts: Sequence[Text]) -> Speaker:
    """Add what stands beside a speaker's name anywhere: later he may be only "Rektor" or only "Siti"."""
    runs = [run for text in texts for run in _runs(text) if told.core <= {word.low for word in run}]
    people = {_speaker(run).core for run in runs}
    if any(not told.core <= person for person in people) or len({person for person in people if len(person) > 1}) > 1:
        return told  # two people with one first name
    widest = max(people, key=len, default=told.core)
    return Speaker(told.words.union(*({word.low for word in run} for run in runs)), widest)


def _runs(text: Text) -> list[list[Word]]:
    """The runs of capitals of a sentence; a comma stands between post and name."""
    runs: list[list[Word]] = [[]]
    for word in text.words:
        if is_name(word):
            runs[-1].append(word)
        elif not (word.written in _PAUSES or word.low in _DEGREES or word.written[0].isdigit()) and runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]
