"""Hedges: what the article leaves open stays open, and what it states is not put in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from broadcast.bahasa.counting import word_set
from broadcast.bahasa.figures import CalendarDay, Clock, Number, iter_numbers
from broadcast.guard.check_negation import STOPS, head_of, sense_of, tells
from broadcast.guard.reading import Reading, quote
from broadcast.guard.words import Text, Word
from broadcast.model import Table

_AKIN = {
    "duga": {"duga", "kira", "klaim"},
    "kira": {"kira", "duga", "rencana", "target"},
    "rencana": {"rencana", "target", "kira"},
    "target": {"target", "rencana", "kira"},
    "usul": {"usul", "rencana", "target"},
    "tuntut": {"tuntut"},
    "klaim": {"klaim", "duga"},
}
"""Classes of hedges that may stand for each other."""

_DONE = word_set("sudah telah")
_WILL = word_set("akan bakal hendak segera")
_COMING = word_set("besok lusa depan mendatang nanti mulai segera hingga siap lagi siapkan disiapkan menyiapkan bisa dapat harus")
_AIM = word_set("agar untuk supaya")
_SUSPECT = word_set("tersangka terduga suspek terlapor terdakwa")
_RAISED = word_set("pelaku tersangka terdakwa terpidana narapidana koruptor")
_OFFENDERS = word_set("""
    pelaku pengedar bandar kurir pencuri perampok penjambret pembobol penadah pembunuh pemerkosa penipu begal pencopet pemalak
    pembakar penganiaya penyelundup muncikari provokator
    """)
"""Who did a crime by the article's word alone; on air he is suspected until a court has spoken."""

_CONVICTED = word_set("divonis memvonis vonis terpidana dihukum menghukum narapidana terbukti")
_GOVERNED = 12
_GOVERNED_SHARE = 0.75
_NEAR_VALUE = 20
_BEFORE_FIGURE = 5
_GOVERNING = word_set("duga kira target usul")
_DOUBT = 8
_POLICE = word_set("tangkap sita rawat temu")


def check_hedges(reading: Reading) -> Iterator[str]:
    """Give a note for each *diduga, akan, target …* that is lost, appears out of nothing, or is said to be done."""
    table = reading.lexicon.table("guard_hedges")
    mine = {word.low: table[word.low][0] for k, word in enumerate(reading.text.words) if word.low in table and not _is_idle(reading, k)}
    lost = [*_lost(mine, reading), *_lost_before_figures(mine, reading)]
    yield from lost or _lost_governor(mine, reading)
    yield from _added(mine, reading)
    yield from _check_status(reading)


def _is_idle(reading: Reading, k: int) -> bool:
    """Whether a hedge of the line holds nothing open: "tidak terduga", or "terduga pelaku" for who is only called "pelaku"."""
    words = reading.text.words
    if words[k].low != "terduga":
        return False
    if k and words[k - 1].low in {"tidak", "tak"}:
        return True
    after = words[k + 1].low if k + 1 < len(words) else ""
    told = {word.low for text in reading.texts for word in text.words}
    convicted = any(word.low in _CONVICTED for text in reading.source.texts for word in text.words)
    return after in told & _OFFENDERS and not convicted


# ---------------------------------------------------------------- hedges that go


def _lost(mine: dict[str, str], reading: Reading) -> Iterator[str]:
    """A word that a hedge stands before in the article stands here without one."""
    table = reading.lexicon.table("guard_hedges")
    plain = _plain(reading.texts, table)
    for text in reading.texts:
        for key, (hedge, hedged) in _hedged(text.words, table).items():
            said = next((own for own in reading.text.words if own.key == key and tells(own)), None)
            if said is None or key in plain or _is_noun(said.low) or not _is_dropped(hedge, said, mine, reading):
                continue
            yield f"{quote(said.written)}: sumber menulis {quote(f'{hedge} {hedged}')}; keterangan {quote(hedge)} hilang"


def _hedged(words: Sequence[Word], table: Table) -> dict[str, tuple[str, str]]:
    """The stems of the words that a hedge stands before, with the hedge and the word."""
    found = {}
    for k, word in enumerate(words):
        if word.low in table and table[word.low][1:] != ("lemah",) and table[word.low][0] in {"duga", "kira", "rencana", "target"}:
            at = head_of(words, k)
            if at and not any(between.written[0].isdigit() for between in words[k:at]):
                found[words[at].key] = (word.low, words[at].low)
    return found


def _plain(texts: Iterable[Text], table: Table) -> set[str]:
    """The stems of the words that no hedge stands shortly before."""
    found = set()
    for text in texts:
        hedges = {k: table[word.low][0] for k, word in enumerate(text.words) if word.low in table}
        hedged = {at for k, kind in hedges.items() if kind != "klaim" for at in range(k + 1, k + (9 if kind == "duga" else 4))}
        found |= {word.key for k, word in enumerate(text.words) if tells(word) and k not in hedged}
    return found


def _is_noun(low: str) -> bool:
    """*Penutupan* says nothing of whether it has happened."""
    return low.startswith(("pe", "ke")) and low.endswith("an")


def _is_dropped(hedge: str, said: Word, mine: dict[str, str], reading: Reading) -> bool:
    """Whether a line drops a hedge: neither it nor one akin stands in it, nor a time to come for *akan*."""
    kind = reading.lexicon.table("guard_hedges")[hedge][0]
    lows = {word.low for word in reading.text.words}
    before = [word.low for word in reading.text.words if word.end <= said.start][-3:]
    if hedge in before:
        return False  # "sudah berusaha keras"
    if kind in {"rencana", "target"}:
        if _DONE & set(before):
            return True
        if hedge in _WILL and (_is_coming(reading.text) or _AIM & set(before)):
            return False
    if kind == "duga" and lows & _SUSPECT - {word.low for text in reading.texts for word in text.words}:
        return False  # "tersangka pencuri" for "diduga mencuri"
    return not _AKIN[kind] & set(mine.values())


def _is_coming(text: Text) -> bool:
    return any(word.low in _COMING for word in text.words) or any(isinstance(figure, CalendarDay | Clock) for figure in text.figures)


def _lost_before_figures(mine: dict[str, str], reading: Reading) -> Iterator[str]:
    """*Diperkirakan 1,7 miliar* may not become 1.7 billion outright."""
    table = reading.lexicon.table("guard_hedges")
    told = {number.value for text in reading.texts for number in iter_numbers(text.figures)}
    for text in reading.texts:
        for number in iter_numbers(text.figures):
            at = text.word_at(number.start)
            before = [word for word in text.words[max(0, at - 10) : at] if word.letters and word.low != "rp"][-_BEFORE_FIGURE:]
            opening = (word.low for k, word in enumerate(before) if _opens_figure(table.get(word.low, ("",)), len(before) - k))
            hedge = next(opening, "")
            near = (own for own in iter_numbers(reading.text.figures) if _is_near(own, number))
            own = next((own for own in near if own.value == number.value or own.value not in told), None)
            if own and hedge and not _AKIN[table[hedge][0]] & set(mine.values()):
                words = reading.text.span(own.start, own.end)
                theirs = f"{hedge} {text.span(number.start, number.end)}"
                yield f"{quote(words)}: sumber menulis {quote(theirs)}; keterangan {quote(hedge)} hilang"


def _opens_figure(columns: tuple[str, ...], distance: int) -> bool:
    """Whether a hedge so many words before a figure goes for it."""
    return columns[0] in {"kira", "target", "usul"} and (distance <= 2 or columns[1:] == ("kuat",))


def _is_near(own: Number, number: Number) -> bool:
    return number.value > 1 and abs(own.value - number.value) * _NEAR_VALUE <= number.value


def _lost_governor(mine: dict[str, str], reading: Reading) -> Iterator[str]:
    """What a line shares with its sentence all stands behind *diduga, diperkirakan, diusulkan …* there, and it has none."""
    table = reading.lexicon.table("guard_hedges")
    if not reading.passages:
        return
    words = reading.passages[0].text.words
    keys = reading.text.keys
    shared = [k for k, word in enumerate(words) if word.key in keys and tells(word) and not word.capital]
    for k, word in enumerate(words):
        kind, *strong = table.get(word.low, ("",))
        if strong != ["kuat"] or kind not in _GOVERNING or _AKIN[table[word.low][0]] & set(mine.values()) or len(shared) < 2:
            continue
        end = next((at for at in range(k + 1, len(words)) if words[at].low in STOPS or words[at].written in ".;"), len(words))
        governed = [at for at in shared if k < at < min(end, k + _GOVERNED)]
        if len(governed) >= max(2, _GOVERNED_SHARE * len(shared)):
            yield f"keterangan {quote(word.low)} hilang; sumber menulis {quote(' '.join(near.written for near in words[k : k + 4]))}"
            return


# ---------------------------------------------------------------- hedges that appear


def _added(mine: dict[str, str], reading: Reading) -> Iterator[str]:
    """A hedge before a word that the article states outright; a suspicion or charge that it does not have."""
    table = reading.lexicon.table("guard_hedges")
    theirs = {table[word.low][0] for text in reading.texts for word in text.words if word.low in table}
    statuses = any(word.low in _SUSPECT for text in reading.texts for word in text.words)
    for hedge, kind in mine.items():
        if kind == "klaim":
            continue  # who speaks is for check_speakers
        if kind in {"duga", "tuntut"} and not _AKIN[kind] & theirs and not statuses:
            yield f"{quote(hedge)}: tidak ada di bagian sumber ini"
            continue
        if table[hedge][1:] == ("lemah",) or hedge == "dugaan" or (kind != "duga" and _AKIN[kind] & theirs):
            continue
        stated = [text for key in _heads(hedge, reading) for text in reading.texts if _states(text, key, reading)]
        if any(kind == "duga" or not _is_coming(text) for text in stated):
            yield f"{quote(hedge)}: sumber menyebutnya tanpa keterangan itu"


def _heads(hedge: str, reading: Reading) -> Iterator[str]:
    """The sense of the word that a hedge of the line stands before."""
    words = reading.text.words
    for k, word in enumerate(words):
        if word.low == hedge and (at := head_of(words, k)):
            yield sense_of(words[at], reading.lexicon)


def _states(text: Text, key: str, reading: Reading) -> bool:
    """Whether a sentence has a word outright: no hedge, and no suspect, stands shortly before it."""
    table = reading.lexicon.table("guard_hedges")
    for k, word in enumerate(text.words):
        if not tells(word) or sense_of(word, reading.lexicon) != key:
            continue
        before = text.words[max(0, k - _DOUBT) : k]
        if any(near.low in table and table[near.low][0] != "klaim" for near in before):
            continue
        if key in _POLICE or not any(near.low in _SUSPECT for near in before):
            return True
    return False


def _check_status(reading: Reading) -> Iterator[str]:
    """*Tersangka* or *pelaku* may not be said of someone the article does not call so."""
    lows = [word.low for word in reading.text.words]
    for k, low in enumerate(lows):
        if low not in _RAISED or (k and lows[k - 1] in {"terduga", "diduga"}):
            continue
        told = [(text.words, at) for text in reading.source.texts for at, word in enumerate(text.words) if word.low == low]
        if not any(not at or words[at - 1].low not in {"terduga", "diduga"} for words, at in told):
            yield f"{quote(low)}: sumber tidak menyebut orang ini {low}"
