"""Who speaks in a sentence: told in it, or in an earlier one when it only says *ujarnya*, *ia* or quotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import MONTHS
from broadcast.bahasa.sentences import quote_spans
from broadcast.guard.words import BREATH, LIGHT, Text, Word
from broadcast.model import Lexicon, Table

NAMELESS = word_set("""
    ia dia dirinya mereka beliau pihaknya keduanya menurut menurutnya meskipun meski namun sementara selain hal itu kemudian
    sebelumnya senin selasa rabu kamis jumat sabtu minggu ahad
    """) | frozenset(MONTHS)
"""Words with a capital that name nobody."""

_NO_VERBS = word_set(
    """dinas direktur menteri distrik direksi media medis terdakwa tersangka terpidana dia diri bersama terhadap tersebut di dini"""
)
_PRONOUNS = word_set("ia dia dirinya beliau mereka")
_PAUSES = frozenset({",", ".", BREATH, "(", ")", "-"})
_DEGREES = word_set("dr drg drh apt dokter")
_TAIL = word_set("s m sos kes pd si ip kom hum ak th ag hut farm keb kep st sh mm mh sik mt msi mkes spd ssos se sp mpd psi sn tr")
"""Pieces of degrees behind a name (*S.Sos., M.M.*)."""

_MOST_SMALL = 4
_CORE = 2
_LONGEST = 4
_THIS = word_set("ini itu tersebut")


class Speaker(NamedTuple):
    """The words that name a speaker, posts and all, and the `core`: the last two of them, which are the name itself.

    Where a sentence names none, `others` are the names told since the last speaker: *ia* may be one of them.
    """

    words: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


NOBODY = Speaker()
"""No speaker."""


def speakers_of(texts: Sequence[Text], runs: Sequence[Sequence[Word]], lexicon: Lexicon) -> list[Speaker]:
    """Return the speaker of each sentence of an article with such `runs` of capitals."""
    posts = lexicon.table("guard_posts")
    found: list[Speaker] = []
    last = NOBODY
    for text in texts:
        told = named_speaker(text, lexicon)
        if told.words:
            told = completed(told, runs, posts)
            if last.words and _takes_up(text, told):
                told = Speaker(last.words | told.words, last.core)
            if any(posts.get(low, ("",))[0] != "umum" for low in told.words):
                last = told
            found.append(told)
            continue
        reports, outside = _reports(text, lexicon), _outside(text)
        met = next((k for k, word in enumerate(outside) if word.low in _PRONOUNS), 0) if reports else len(outside)
        last = last._replace(others=last.others | {word.low for word in outside[:met] if is_name(word)})
        found.append(last if reports or quote_spans(text.text) else NOBODY)
    return found


def _takes_up(text: Text, told: Speaker) -> bool:
    """Whether a sentence says only who of the known ones speaks (*Wasekjen itu*, *Bendahara Negara ini*)."""
    return any(one.low in told.core and other.low in _THIS for one, other in pairwise(text.words))


def _outside(text: Text) -> list[Word]:
    """The words outside quotations."""
    quotes = quote_spans(text.text)
    return [word for word in text.words if not any(start <= word.start < end for start, end in quotes)]


def shared_names(speakers: Sequence[Speaker]) -> frozenset[str]:
    """Words in the names of more than one of the speakers, such as the first name of two men called Agus."""
    people = {speaker.core for speaker in speakers}
    people = {one for one in people if not any(one < other for other in people)}
    return frozenset(word for one in people for other in people if one != other for word in one & other)


def _reports(text: Text, lexicon: Lexicon) -> bool:
    """Whether a sentence reports what someone said, or goes on about *ia*."""
    speech = lexicon.table("guard_speech")
    return any(word.low in speech or word.low in {"ia", "dia"} for word in text.words)


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
    outside = _outside(text)
    for index, word in enumerate(outside):
        kind = "belakang" if word.low == "menurut" else speech.get(word.low, ("",))[0]
        names: list[Word] = []
        if kind == "belakang":
            names = _after(_up_to_breath(outside[index + 1 :]))
        elif kind == "depan":
            names = _before(outside[:index])
        if names:
            return _speaker(names)
    verb = next((index for index, word in enumerate(outside) if is_verb(word)), 0)
    acting = _before(outside[:verb]) if outside[verb : verb + 1] and outside[verb].low.startswith(("me", "ber")) else []
    with_post = any(posts.get(word.low, ("umum",))[0] != "umum" for word in acting)
    return _speaker(acting) if len(acting) > 1 and len(outside) == len(text.words) and with_post else NOBODY


def is_verb(word: Word) -> bool:
    """Whether a word looks like a verb in me-, di-, ber- or ter-."""
    return word.letters and not word.capital and word.low.startswith(("me", "di", "ter", "ber")) and word.low not in _NO_VERBS


def is_name(word: Word) -> bool:
    """Whether a word may be part of a name or post."""
    return word.letters and word.capital and word.low not in NAMELESS


def _speaker(names: Sequence[Word]) -> Speaker:
    """The core is the end of the last run: names stand after posts, and words of one clause together."""
    run = _name(names)
    return Speaker(frozenset(word.low for word in names), frozenset(word.low for word in run[-_CORE:]))


def _after(words: Sequence[Word]) -> list[Word]:
    """The capitals after *kata*; small words may stand before them ("kata kepala dinas, Budi")."""
    names: list[Word] = []
    small = 0
    for k, word in enumerate(words):
        if is_name(word):
            names.append(word)
        elif word.low in _DEGREES or (names and _goes_on(words, k, names[-1])):
            continue
        elif word.letters or not (word.written in _PAUSES or word.written[0].isdigit()):
            small += 1
            if names or small > _MOST_SMALL or word.low in LIGHT - {"salah", "satu", "seorang", "oleh"} or is_verb(word):
                break
    return names


def _name(names: Sequence[Word]) -> list[Word]:
    """The words of the last clause of a run, without degrees behind it."""
    end = next((k for k in range(len(names), 0, -1) if names[k - 1].low not in _TAIL), len(names))
    return [word for word in names[:end] if word.clause == names[end - 1].clause]


def _up_to_breath(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to the breath that ends a speaker: the second where post and name stand apart (*Menurut Camat ‖ Budi ‖ …*)."""
    breaths = [k for k, word in enumerate(words) if word.written == BREATH]
    if not breaths:
        return words
    apart = len(breaths) > 1 and all(is_name(word) or word.low in _DEGREES for word in words[breaths[0] + 1 : breaths[1]])
    return words[: breaths[1] if apart else breaths[0]]


def _goes_on(words: Sequence[Word], k: int, last: Word) -> bool:
    """Whether a small word stands inside a post ("Deputi Penindakan *dan* Eksekusi", "PCG *distrik* Mindanao")."""
    word, after = words[k], words[k + 1 : k + 2]
    joins = word.low in {"dan", "serta"} or (word.letters and word.low not in LIGHT and not is_verb(word))
    return joins and word.clause == last.clause and bool(after) and is_name(after[0]) and after[0].clause == last.clause


def _before(words: Sequence[Word]) -> list[Word]:
    """The capitals before *mengatakan*; none when it is *ia* who speaks."""
    if any(word.low in _PRONOUNS for word in words):
        return []
    return [word for k, word in enumerate(words) if is_name(word) and (k or word.low not in LIGHT)]  # "Dalam sambutannya, Wabup …"


def completed(told: Speaker, runs: Sequence[Sequence[Word]], posts: Table) -> Speaker:
    """Add what stands beside a speaker's name anywhere: later he may be only "Rektor" or only "Siti"."""
    mine = [run for run in runs if told.core <= {word.low for word in run}]
    people = {_speaker(run).core for run in mine}
    if not all(posts.get(low, ("",))[0] == "jabatan" for low in told.core):
        names = ({word.low for word in _name(run)[-_LONGEST:]} for run in mine)
        if any(not told.core <= name for name in names):
            return told  # two people with one first name
    if len({person for person in people if len(person) > 1}) > 1:
        return told
    widest = max(people, key=len, default=told.core)
    return Speaker(told.words.union(*({word.low for word in run} for run in mine)), widest)


def runs_of(text: Text) -> list[tuple[Word, ...]]:
    """The runs of capitals of a sentence; a comma stands between post and name."""
    runs: list[list[Word]] = [[]]
    for word in text.words:
        if is_name(word):
            runs[-1].append(word)
        elif not (word.written in _PAUSES or word.low in _DEGREES or word.written[0].isdigit()) and runs[-1]:
            runs.append([])
    return [tuple(run) for run in runs if len(run) > 1]
