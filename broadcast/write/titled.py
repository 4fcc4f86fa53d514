"""What a title tells: the clause in it that carries the news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from broadcast.bahasa.dates import MONTHS
from broadcast.bahasa.numbers import cardinal
from broadcast.write.headline import Headline, opens_as_lure, portrait
from broadcast.write.lures import says_little
from broadcast.write.scene import Scene
from broadcast.write.shorten import shorten
from broadcast.write.standing import HEADS, MOST, is_joint, main_verb, may_end, stands, tells_whole
from broadcast.write.words import bare, count_words, tidy, word_set

_EVENTS = {
    "tabrakan": "dalam", "kecelakaan": "dalam", "kebakaran": "dalam", "bentrokan": "dalam", "bentrok": "dalam",
    "penembakan": "dalam", "insiden": "dalam", "ledakan": "akibat", "banjir": "akibat", "longsor": "akibat", "gempa": "akibat",
    "wabah": "akibat", "badai": "akibat", "serangan": "akibat",
}  # fmt: skip
_OCCASIONS = word_set("pilkades pilkada pemilu festival lomba turnamen razia operasi sidang konferensi musyawarah")
HARM = word_set("""
    tewas meninggal luka terluka luka-luka hilang mengungsi selamat dirawat dievakuasi terdampak rusak ludes hangus terbakar
    """)
_WEIGHTY = HARM | word_set("ditangkap ditahan menahan menangkap tersangka divonis juara menang kalah korupsi")


def best_of_title(headline: Headline, scene: Scene, first: str, safe: Callable[[str], bool]) -> str:
    """Return the clause of a headline that carries the news; the lead again only when nothing else is there."""
    found = [one for one in _candidates(headline, scene) if safe(one[1]) and not says_little(one[1])]
    fresh = [one for one in found if one[1].casefold() != first.casefold()] or found
    return max(fresh, key=lambda one: one[0])[1] if fresh else ""


def _candidates(headline: Headline, scene: Scene) -> Iterator[tuple[float, str]]:
    """Yield what a headline can be told as, each with its worth."""
    if any(_UNTRUE.match(part) or _DENIED.search(part) for part in headline.parts[1:]):
        return
    parts = [part for part in portrait(headline.parts) if not opens_as_lure(part)]
    if headline.speaker and headline.parts and (warned := _warned(headline, scene)):
        parts = [warned]
    elif headline.speaker:
        parts = [told] if parts and (told := _attributed(headline, scene)) else []
    brief = [part for part in portrait(headline.brief) if not opens_as_lure(part)] if not headline.speaker else []
    for one, other in pairwise(parts):
        yield from _joined(one, other, scene)
    promised = bool(headline.parts) and not headline.speaker and opens_as_lure(headline.parts[0])
    for position, part in enumerate(parts):
        short = _told(part, scene)
        if short != part and position < len(brief):
            both = [(part, short), (brief[position], _told(brief[position], scene))]
            short = min((one for one in both if one[1]), key=_lost, default=("", ""))[1]
        if short and agrees(short, part) and not _POINTS_ON.search(short) and (not (position or promised) or _tells_enough(short, scene)):
            yield _worth(short, position) - (0.5 if short != part else 0), short


_UNTRUE = re.compile(
    r"(?:(?:ternyata|rupanya) (?:AI|hoaks|palsu|editan|rekayasa|bohong|salah|tidak|bukan|cuma|hanya|gimik|artificial|settingan)"
    r"|faktanya|hoaks|cek fakta|benarkah)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:membantah|menepis|bantah|tepis|meluruskan|hoaks)$|\b(?:membantah|menepis) (?:keras|tegas|kabar|isu|tudingan)\b")
"""What a title goes on with where its first part is not what happened."""


def _told(part: str, scene: Scene) -> str:
    """Return a part of a title as one short clause; "lima sayur yang menurunkan darah tinggi" says what its *yang* says."""
    part = undated(_POINTING.sub("", _FEW.sub(_unpointed, part)), scene)
    short = shorten(part, scene)
    whole = bool(short) and (short == part or tells_whole(short, scene))
    if whole or not (match := _WHAT_DOES.match(part)) or main_verb(part.split(), scene.tools.grammar) >= 0:
        return short if whole else ""
    return shorten(f"{match[1]} {match[2]}", scene)


_POINTING = re.compile(
    r"(?<!\bhari)(?<!\btahun)(?<!\bbulan)(?<!\bpekan)(?<!\bmalam)(?<!\bpagi)(?<!\bsiang)(?<!\bsore)(?<!\bsaat)(?<!\bkali)(?<!\bmusim)"
    r" (?:ini|begini|berikut)$",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"(\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\d+) (?:\w+ ){0,2}\w+"
    r"|^(?!(?:hari|tahun|pekan|bulan|malam)\b)\w+(?: \w+){0,2})"
    r" ini(?= \w)",
    re.IGNORECASE,
)
"""What a lure points at without naming: "tiga sektor ini", "mahasiswa Beran ini"."""
_WHAT_DOES = re.compile(
    r"^((?=[^ ]*\d|[^ ]+ [A-Z]|(?i:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) )(?:[^ ]+ ){0,4}[^ ]+) yang (.+)$"
)


def _unpointed(match: re.Match[str]) -> str:
    """Return a noun without the "ini" that points at it; after a verb it is what is done: "melakukan ini"."""
    last = match[1].split()[-1].casefold()
    return match[0] if re.match(r"(?:me|ber|di)[a-z]{4,}", last) else match[1]


def _lost(one: tuple[str, str]) -> int:
    """Return how many words went from a part to what is told of it."""
    return count_words(one[0]) - count_words(one[1])


_POINTS_ON = re.compile(r"\bini(?: (?:ke|kepada|untuk|soal|dari|yang)\b|$)", re.IGNORECASE)


def _tells_enough(text: str, scene: Scene) -> bool:
    """Whether the second half of a title says alone what it is about: not "telur ikut naik"."""
    words = text.split()
    return (
        len(words) > _LITTLE
        or any(word[:1].isupper() or word[:1].isdigit() for word in words[1:])
        or (len(words) == _LITTLE and words[0] in scene.proper)
    )


_LITTLE = 4


def agrees(short: str, part: str) -> bool:
    """Whether nothing that hedges or denies was left out before the verb."""
    return all((word in short.split()) >= (word in part.split()) for word in _HEDGES)


_HEDGES = (
    "diduga", "terancam", "tidak", "tak", "belum", "bukan", "batal", "gagal", "terduga", "dituntut", "rencana", "rencananya", "berencana",
    "dikabarkan", "disebut-sebut", "disebut", "diperkirakan", "diprediksi", "dugaan", "hampir", "nyaris", "kemungkinan",
)  # fmt: skip


def _attributed(headline: Headline, scene: Scene) -> str:
    """Return what somebody says as one clause: "PLN: Listrik padam" → "PLN menyebut listrik padam"; a measurement stands alone."""
    clause = scene.lower(headline.parts[0])
    if headline.speaker.split(" ", 1)[0] in _MEASURES and stands(shorten(clause, scene), scene):
        return headline.parts[0]
    if not clause.startswith("tidak ada ") and not stands(shorten(clause.removeprefix("biasanya "), scene, MOST), scene):
        return ""
    brief = scene.lower(headline.brief[0]) if headline.brief else clause
    for who, what in ((headline.speaker, clause), (headline.brief_speaker, clause), (headline.brief_speaker, brief)):
        told = shorten(f"{who} menyebut {what}", scene)
        if told and tells_whole(told, scene):
            return told
    return ""


def _warned(headline: Headline, scene: Scene) -> str:
    """Return of what somebody warns: "BMKG: Waspada hujan lebat" → "BMKG mengingatkan hujan lebat"."""
    for part in (headline.parts[0], *headline.brief[:1]):
        if match := _WARNS.match(scene.lower(part)):
            told = f"{headline.speaker} mengingatkan {match[1]}"
            if short := told if count_words(told) <= MOST else shorten(told, scene):
                return short
    return ""


_WARNS = re.compile(r"^waspadai? (?:adanya |potensi )?(\w.*)$")
_MEASURES = word_set("BMKG BNPB BPBD BPS PVMBG Basarnas")
"""Who measures and counts: what they say is the news itself, not a view of theirs."""


def _joined(one: str, other: str, scene: Scene) -> Iterator[tuple[float, str]]:
    """Yield two parts as one: both clauses, a clause and what its subject does next, an event and its victims."""
    grammar = scene.tools.grammar
    words = other.split()
    both = f"{one}, {scene.lower(other)}"
    follows = bool(words) and grammar.is_active(words[0]) and not grammar.is_helper(words[0])
    if (
        count_words(both) <= MOST
        and not says_little(other)
        and stands(one, scene)
        and (stands(other, scene) or (len(words) > 1 and follows))
    ):
        yield _worth(both, 0) + 1, both
    head = bare(one.split(maxsplit=1)[0])
    event = "dalam" if head in _OCCASIONS else _EVENTS.get(head, "")
    harm = head in _OCCASIONS or HARM & set(map(bare, words))
    if event and len(words) < 7 and harm and stands(other, scene) and main_verb(one.split(), grammar) < 0:
        told = shorten(f"{other} {event} {scene.lower(one)}", scene)
        if told and event in told.split():
            yield _worth(told, 0) + 2, told


def _worth(text: str, position: int) -> float:
    """Return how much news a clause tells: victims, figures, who and where; a very short one tells little."""
    words = text.split()
    named = any(word[:1].isupper() for word in words)
    worth = 2.0 - 1.5 * position + 1.5 * named + 1.0 * any(any(mark.isdigit() for mark in word) for word in words)
    worth += 0.7 * bool(_WEIGHTY & set(map(bare, words)))
    return worth - (2.5 if len(words) < 5 else 0)


_SPEAKS = re.compile(
    r"^(?:(?:[Rr]espons|[Tt]anggapan|[Jj]awaban|[Kk]ata|[Kk]omentar|[Rr]eaksi|[Pp]enjelasan) )?"
    r"((?:[A-Z][\w'’/-]*|[a-z]+)(?: [\w'’/-]+){0,4}?)"
    r" (?:(?:bicara|berbicara|buka suara) )?(soal|tentang|terkait) (.+)$"
)


def speaks_of(headline: Headline, scene: Scene) -> str:
    """Return of what somebody speaks, where a title says no more: "Respons bupati soal jalan rusak"."""
    for part in sorted((*headline.parts[:1], *headline.brief[:1]), key=count_words):
        match = _SPEAKS.match(part)
        if match and (match[1].split()[0][:1].isupper() or part[:1].isupper()) and not opens_as_lure(match[1]):
            told = f"{match[1]} berbicara {match[2]} {match[3]}"
            if _is_somebody(match[1], scene) and (short := _cut_back(told, count_words(match[1]) + 2)):
                return short
    return ""


def _cut_back(told: str, least: int) -> str:
    """Return a heading without its last part where it is too long."""
    words = told.split()
    for at in range(min(len(words), MOST), least, -1):
        if (at == len(words) or (is_joint(words[at]) and bare(words[at]) != "dengan")) and may_end(words[at - 1]):
            return " ".join(words[:at])
    return ""


def _is_somebody(name: str, scene: Scene) -> bool:
    words = name.split()
    known = {bare(word) for person in scene.people for word in (*person.name.split(), *person.post.split()[:1])}
    if bare(words[0]) in HEADS or bare(words[0]).startswith("di"):
        return False
    return words[0].isupper() or bare(words[0]) in known or bare(words[-1]) in known or (words[0] in scene.proper and len(words) < _LITTLE)


# ---------------------------------------------------------------- days that have gone, and what is only suspected

_BYGONE = re.compile(
    r"(?<!\bsejak)(?<!\bdari)(?<!\bdibanding)(?<!\bdibandingkan)(?<!\bdaripada)(?<!\bhingga)(?<!\bsampai)(?<!\bmulai)"
    r" (?:pada )?(?:(?:hari )?(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?: (?:pagi|siang|sore|malam))? (?:lalu|kemarin)"
    r"|(?:hari |pekan |minggu |bulan |musim )(?:lalu|kemarin)|(?:tadi|kemarin) (?:pagi|siang|sore|malam)|kemarin|waktu setempat)(?![\w-])"
)
_DAYS = {cardinal(number): number for number in range(1, 12)}
_DAY = re.compile(
    r"(?:(?<!\bsejak)(?<!\bdari)(?<!\bhingga)(?<!\bsampai)(?<!\bmulai)(?<!\bdan)(?<!\d) (?:pada )?|^)"
    rf"(\d{{1,2}}|{'|'.join(_DAYS)}) ({'|'.join(MONTHS)})\b(?: (\d{{4}}))?(?: (?:pagi|siang|sore|malam)\b)?(?: waktu setempat)?",
    re.IGNORECASE,
)


def undated(text: str, scene: Scene) -> str:
    """Return a clause without a day that has gone, where it stands without it: a headline tells what is new."""

    def gone(match: re.Match[str]) -> str:
        try:
            number = _DAYS.get(match[1].casefold()) or int(match[1])
            day = date(int(match[3] or scene.air.year), MONTHS.index(match[2].capitalize()) + 1, number)
        except ValueError:
            return match.group()
        return "" if day <= scene.air.date() else match.group()

    less = tidy(_DAY.sub(gone, _BYGONE.sub("", text)))
    return less if less != text and stands(shorten(less, scene), scene) else text


_SUSPECTED = re.compile(r"\bdiduga (?:telah |sudah |sengaja |kuat |nekat )*((?:me|di)[a-z]{4,})\b")


_SUSPECT = re.compile(r"\bterduga (?:pelaku )?(pe[a-z]{4,}(?<!an))\b")


def hedged(text: str, scene: Scene, lead: str) -> str:
    """Return the text with "diduga" where a title leaves out what the article itself opens with: "diduga membunuh"."""
    if not re.search(r"\b(?:terduga|diduga|dugaan)\b", text):
        for who in _SUSPECT.findall(lead):
            text = re.sub(rf"(?<!terduga )\b{who}\b", f"terduga {who}", text)
    words = text.split()
    if {"diduga", "terduga", "dugaan", "tersangka", "terdakwa"} & set(map(bare, words)):
        return text
    for at, word in enumerate(words[1:], 1):
        deed = bare(word)
        opening = next((sentence for sentence in scene.sentences if re.search(rf"\b{re.escape(deed)}\b", sentence)), "")
        if deed[:2] in {"me", "di"} and deed in _SUSPECTED.findall(opening):
            told = " ".join([*words[:at], "diduga", *words[at:]])
            return told if count_words(told) <= MOST else shorten(told, scene) or text
    return text
