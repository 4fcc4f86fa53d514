"""Speakers and posts: a statement stays with the one who made it, and a name with the post the article gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadcast.bahasa.counting import word_set
from broadcast.guard.reading import Reading, quote
from broadcast.guard.source import Passage
from broadcast.guard.speakers import NAMELESS, Speaker, completed, is_name, is_verb, named_speaker
from broadcast.guard.vocabulary import abbreviates
from broadcast.guard.words import BREATH, LIGHT, Word
from broadcast.model import Table

_LEAST_SHARE = 0.3
_RIVAL_SHARE = 0.6
_NO_CLAIM = word_set("memberikan memberi penjelasan keterangan tanggapan")
_BEFORE = 18
_AFTER = 8
_TITLES = word_set("dokter guru pendeta pastor")
_WHERE = word_set("di ke dari pada atas terhadap oleh kepada untuk")
_CLAUSE_WORDS = word_set("yang karena agar sehingga bahwa saat ketika dalam melalui lewat")


def check_speakers(reading: Reading) -> Iterator[str]:
    """Give a note when a line gives a statement to someone who does not make it in the article."""
    told = named_speaker(reading.text, reading.lexicon)
    posts = reading.lexicon.table("guard_posts")
    named = frozenset(low for low in told.core if posts.get(low, ("",))[0] != "umum")  # "Polisi menambahkan"
    own = (named - reading.source.shared) & reading.source.vocabulary.names
    if not own:
        return  # nobody named, a name that check_names tells, or only a first name that several share
    silent = LIGHT | told.words | _NO_CLAIM
    claim = frozenset(word.key for word in reading.text.words if word.letters and word.low not in silent)
    candidates = reading.passages if reading.named else reading.source.resembling(claim)
    near = [passage for passage in candidates if not claim or reading.source.share(claim, passage) >= _LEAST_SHARE]
    most = max((reading.source.share(claim, passage) for passage in near), default=0.0)
    near = [passage for passage in near if reading.source.share(claim, passage) >= _RIVAL_SHARE * most]
    if any(own & (_may_speak(passage) | _just_named(passage, reading)) for passage in near):
        return
    spoken = [passage for passage in near if passage.speaker.core - reading.source.shared]
    if not spoken:
        return
    best = max(spoken, key=lambda passage: reading.source.share(claim, passage))
    said = _in_order(reading.text.words, told.words)
    if _mentions(best.speaker.core - told.words, reading) or _is_same(told, said, best.speaker, reading):
        return
    theirs = _in_order([word for passage in reading.source.passages for word in passage.text.words], best.speaker.words)
    yield f"narasumber {quote(said)}: di sumber bagian ini milik {quote(theirs)}"


def _may_speak(passage: Passage) -> frozenset[str]:
    """The words for whoever may speak in a sentence: its speaker, or anyone it names; *majelis hakim* too, without a capital."""
    if passage.speaker.words:
        return passage.speaker.words | passage.speaker.others | {word.low for word in passage.text.words if not word.capital}
    return frozenset(word.low for word in passage.text.words)


def _is_same(told: Speaker, said: str, speaker: Speaker, reading: Reading) -> bool:
    """Whether both name one person or body: one is the other's short form, or his post, or a part of his name."""
    posts = reading.lexicon.table("guard_posts")
    lows = said.lower().split()
    pieces = [lows[start:] for start in range(len(lows) - 1) if told.core <= set(lows[start:])]
    if any(abbreviates(short, piece) or abbreviates(short.upper(), piece) for piece in pieces for short in speaker.words):
        return True
    whole = completed(told, reading.source.runs, posts).words
    whole |= {part for low in whole for part in _long(low, reading)}
    theirs = speaker.words | {part for low in speaker.words for part in _long(low, reading)}
    changed = {low for low in whole - theirs if posts.get(low, ("",))[0] == "pengubah"}
    return not changed and all(low in whole or (_long(low, reading) and set(_long(low, reading)) <= whole) for low in speaker.core)


def _long(low: str, reading: Reading) -> list[str]:
    """The words of a short post (*wabup*); none for other words."""
    columns = reading.lexicon.table("portmanteaus").get(low.capitalize(), ())
    return columns[0].lower().split() if columns else []


def _just_named(passage: Passage, reading: Reading) -> frozenset[str]:
    """The name that the sentence before begins with: a quotation without a speaker of its own may be theirs."""
    before = reading.source.passages[: reading.source.passages.index(passage)]
    first = before[-1].text.words[:1] if before else ()
    return frozenset(word.low for word in first if is_name(word))


def _mentions(speaker: frozenset[str], reading: Reading) -> bool:
    """Whether a line names the article's speaker too ("Arief menjawab pertanyaan Lilik")."""
    return any(word.capital and word.low in speaker - reading.source.shared for word in reading.text.words)


def _in_order(words: Sequence[Word], wanted: frozenset[str]) -> str:
    written = {word.low: word.written for word in reversed(words) if word.capital and word.low in wanted}
    return " ".join(reversed(written.values()))


# ---------------------------------------------------------------- posts


def check_posts(reading: Reading) -> Iterator[str]:
    """Give a note when a post stands before a name that the article gives another post, or with *wakil, mantan* lost or added."""
    table = reading.lexicon.table("guard_posts")
    words = reading.text.words
    flat = _flat(reading)
    for end, word in enumerate(words):
        if not _ends_name(words, end, table) or word.low in table or word.written in reading.lexicon.table("regions"):
            continue
        phrase = _post_before(words, end, table)
        posts = [each.low for each in phrase if each.low in table and table[each.low][0] != "umum"]
        if not any(table[post][0] == "jabatan" for post in posts):
            continue
        places = [_window(flat, at) for at, (other, _) in enumerate(flat) if other.low == word.low and other.capital]
        if places and not any(_agrees(posts, place, phrase, reading) for place in places):
            said = " ".join(each.written for each in [*phrase, word])
            yield f"{quote(said)}: sumber tidak memberi {quote(word.written)} jabatan itu"


def _ends_name(words: Sequence[Word], end: int, posts: Table) -> bool:
    """Whether a word is the last of a run of capitals, and not of a post that its name follows after a breath."""
    word = words[end]
    if not is_name(word):
        return False
    after = words[end + 1 : end + 3]
    if not after:
        return True
    if after[0].letters:
        joined = after[0].low in {"dan", "serta"} and len(after) > 1 and is_name(after[1]) and after[1].low not in posts
        return not (after[0].capital or joined)  # "Menteri Energi dan Sumber Daya Mineral"
    if after[0].written not in {BREATH, ","} or len(after) < 2 or not after[1].letters:
        return True
    return not after[1].capital and posts.get(after[1].low, ("umum",))[0] == "umum"  # "… / juga mengatakan"


def _post_before(words: Sequence[Word], end: int, posts: Table) -> list[Word]:
    """The words of the post before a name: back over capitals, breaths and small words to a verb or another clause."""
    found: list[Word] = []
    apart = False
    for word in reversed(words[max(0, end - _BEFORE) : end]):
        if word.written in {BREATH, ",", "-"}:
            if any(posts.get(each.low, ("",))[0] == "jabatan" and each.low not in _TITLES for each in found):
                break
            apart = True
            continue
        if not word.letters or word.low in _CLAUSE_WORDS or word.low in NAMELESS or is_verb(word) or (not apart and word.low in _WHERE):
            break  # what follows "di" or "dari" without a breath is no name with a post
        found.append(word)
    return found[::-1]


def _flat(reading: Reading) -> list[tuple[Word, int]]:
    """The article's words, each with the number of its sentence."""
    return [(word, number) for number, text in enumerate(reading.source.texts) for word in text.words if word.letters]


def _window(flat: Sequence[tuple[Word, int]], at: int) -> list[Word]:
    """The words around a name: before it, a few after (*Budi, selaku camat*), and a sentence that takes it up (*Mantan bendahara itu*)."""
    sentence = flat[at][1]
    near = [word for word, number in flat[max(0, at - _BEFORE) : at + _AFTER] if number == sentence]
    following = [word for word, number in flat[at : at + 60] if number == sentence + 1][:_AFTER]
    end = next((k for k, word in enumerate(following) if word.low in {"itu", "tersebut"}), 0)
    return near + following[:end]


def _agrees(posts: Sequence[str], place: Sequence[Word], phrase: Sequence[Word], reading: Reading) -> bool:
    """Whether every word of the post stands near the name in the article, and nothing like *wakil* only there."""
    table = reading.lexicon.table("guard_posts")
    flat = [low for word in place for low in _expanded(word, reading)]
    if any(post not in flat and not _shortened(post, phrase, place) and not _translated(post, place, reading) for post in posts):
        return False
    head = next(post for post in posts if table[post][0] == "jabatan")
    spots = [at for at, low in enumerate(flat) if low == head]
    changing = [flat[at - 1] if at and table.get(flat[at - 1], ("",))[0] == "pengubah" else "" for at in spots]
    return not spots or any(not word or word in posts for word in changing)


def _shortened(post: str, phrase: Sequence[Word], place: Sequence[Word]) -> bool:
    """Whether the article has the post as one short word (*Kadinkes* for *Kepala Dinas Kesehatan*)."""
    lows = [word.low for word in phrase]
    pieces = [lows[start:end] for start in range(len(lows)) for end in range(start + 2, len(lows) + 1)]
    shorts = [word.written if word.written.isupper() else word.low for word in place]
    return any(post in piece and abbreviates(short, piece) for piece in pieces for short in shorts)


def _translated(post: str, place: Sequence[Word], reading: Reading) -> bool:
    """Whether the article has the post in a foreign tongue (*General Manager* for *Manajer Umum*)."""
    written = " ".join(word.written for word in place)
    return any(post in columns[0].lower().split() and key in written for key, columns in reading.lexicon.table("foreign").items())


def _expanded(word: Word, reading: Reading) -> list[str]:
    """A word, or the long form of a short one (Wabup → wakil bupati)."""
    found = [word.low.removesuffix("nya")]
    for name in ("portmanteaus", "acronyms", "abbreviations", "degrees", "ranks"):
        table = reading.lexicon.table(name)
        for columns in filter(None, (table.get(word.written), table.get(f"{word.written}."))):
            found += max(columns, key=len).lower().split()
    return found
