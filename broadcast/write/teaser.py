"""Teasers: at most ten words, one whole clause, not the lead again (RADIO R28).

The best clause of the title comes first, then the lead, then a later line, each made short by leaving things out; a clause is
never cut off. Where none can stand, the teaser says what the item is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from broadcast import naskah
from broadcast.model import HOLDING, FlagCode, Line
from broadcast.write.clauses import OPENER
from broadcast.write.headline import Headline, Say, opens_as_lure, portrait, tell_headline
from broadcast.write.scene import Draft, Scene
from broadcast.write.shorten import shorten
from broadcast.write.standing import MOST, is_joint, main_verb, may_end, stands, tells_whole
from broadcast.write.words import bare, capital, count_words, strip_end, tidy, word_set

_PERSON = re.compile("[\ue000-\uebff]")
_VEILED = re.compile(r"\bkorban\b.*\bkorban\b|\b(?:berinisial|bernama|sapaan) korban\b|\b[Kk]orban [A-Z]|\bseorang (?:seorang|korban)\b")
"""What hiding an identity can leave of a sentence: it is no headline."""


def write_teaser(lines: Sequence[Line], lead: Draft | None, scene: Scene, say: Say) -> str:
    """Return what the headlines say of an item: a clause of its title as speech, else of its lead or a later line.

    `say` words a headline by the rules for sentences. A story whose identities are hidden is told from its lines; its title
    may only say what they say too, and never where the crime is sexual or the death a suicide.
    """
    if not lines or lead is None:
        return ""
    first = naskah.plain(lines[0].text)
    delicate = _is_delicate(scene)
    headline = tell_headline(scene, say) if not delicate or _may_be_titled(scene) else Headline(())
    safe = (lambda text: _is_screened(text, lines)) if delicate else bool
    found = (
        _best(headline, scene, first, safe)
        or _of_lines(lines, lead, scene, delicate=delicate)
        or ("" if delicate else _topic(headline, scene))
    )
    return _unlike(_opened(_capital(strip_end(found)), scene), first)


_SHORT_FORMS = (
    ("Kejaksaan Negeri", "Kejari"),
    ("Kejaksaan Tinggi", "Kejati"),
    ("Pemerintah Kabupaten", "Pemkab"),
    ("Pemerintah Kota", "Pemkot"),
    ("Pemerintah Provinsi", "Pemprov"),
    ("Pengadilan Negeri", "PN"),
    ("Warga Desa ", "Warga "),
    ("Warga Kelurahan ", "Warga "),
)


def _unlike(teaser: str, lead: str) -> str:
    """Return a teaser that is the whole lead again in the short words that headlines use (RADIO R28).

    >>> _unlike("Kejaksaan Negeri Blora menahan lurah", "Kejaksaan Negeri Blora menahan lurah")
    'Kejari Blora menahan lurah'
    """
    if teaser != lead:
        return teaser
    for long, short in _SHORT_FORMS:
        teaser = teaser.replace(long, short)
    return teaser


def _is_delicate(scene: Scene) -> bool:
    """Whether a title may carry what the lines had to leave out."""
    flags = (*scene.story.flags, *scene.notes.flags)
    return any(flag.code in HOLDING for flag in flags)


def _may_be_titled(scene: Scene) -> bool:
    """Whether the only reason to hold a story is a child in it, so that a title of what happened tells nobody."""
    held = {flag.code for flag in (*scene.story.flags, *scene.notes.flags)} & HOLDING
    return held <= {FlagCode.CHILD_IDENTITY, FlagCode.NOT_NEWS}


_CHILD = re.compile(
    r"\b(?:bocah|anak|siswa|siswi|pelajar|murid|balita|bayi|remaja|santri\w*|putr[ai]|gadis|cucu|keponakan|\w*nya|ayah|ibu|paman"
    r"|SD|SMP|SMA|SMK|tahun)\b",
    re.IGNORECASE,
)


def _is_screened(part: str, lines: Sequence[Line]) -> bool:
    """Whether a part of a title says nothing but what the screened lines say too, and of no child."""
    said = " ".join(naskah.plain(line.text) for line in lines).casefold()
    return not _CHILD.search(part) and all(
        len(word) < _TELLING or word in _HARM or word[:_STEM] in said for word in map(bare, part.split())
    )


_TELLING, _STEM = 4, 7


_COUNT = re.compile(r"^\d[\d.,]*(?: (?:ribu|juta|miliar|triliun))?(?= (?!rupiah|dolar|tahun|bulan|hari|jam|menit|meter|kali)[a-z])")


def _opened(text: str, scene: Scene) -> str:
    """Return the text opened by a word where it opens with a count in digits: "826 warga" → "Sebanyak 826 warga"."""
    if not _COUNT.match(text):
        return text
    short = shorten(text, scene, MOST - 1)
    return f"Sebanyak {short}" if short else text


def _capital(text: str) -> str:
    """Return the text with a capital first letter, but iPhone as it is."""
    return text if any(mark.isupper() for mark in text.split(" ", 1)[0][1:]) else capital(text)


# ---------------------------------------------------------------- from the title

_EVENTS = {
    "tabrakan": "dalam", "kecelakaan": "dalam", "kebakaran": "dalam", "ledakan": "akibat", "banjir": "akibat", "longsor": "akibat",
    "gempa": "akibat", "bentrokan": "dalam", "bentrok": "dalam", "penembakan": "dalam", "insiden": "dalam", "serangan": "akibat",
}  # fmt: skip
_HARM = word_set("""
    tewas meninggal luka terluka luka-luka hilang mengungsi selamat dirawat dievakuasi terdampak rusak ludes hangus terbakar
    """)
_WEIGHTY = _HARM | word_set("ditangkap ditahan menahan menangkap tersangka divonis juara menang kalah korupsi")


def _best(headline: Headline, scene: Scene, first: str, safe: Callable[[str], bool]) -> str:
    """Return the clause of a headline that carries the news; the lead again only when nothing else is there."""
    found = [one for one in _candidates(headline, scene) if safe(one[1])]
    fresh = [one for one in found if one[1].casefold() != first.casefold()] or found
    return max(fresh, key=lambda one: one[0])[1] if fresh else ""


def _candidates(headline: Headline, scene: Scene) -> Iterator[tuple[float, str]]:
    """Yield what a headline can be told as, each with its worth."""
    parts = [part for part in portrait(headline.parts) if not opens_as_lure(part)]
    if headline.speaker:
        parts = [told] if parts and (told := _attributed(headline, scene)) else []
    brief = [part for part in portrait(headline.brief) if not opens_as_lure(part)] if not headline.speaker else []
    for one, other in pairwise(parts):
        yield from _joined(one, other, scene)
    for position, part in enumerate(parts):
        short = shorten(part, scene)
        if short != part and position < len(brief):
            both = [(part, short), (brief[position], shorten(brief[position], scene))]
            short = min((one for one in both if one[1]), key=_lost, default=("", ""))[1]
        if short and _agrees(short, part) and not _POINTS_ON.search(short) and (not position or _tells_enough(short)):
            yield _worth(short, position) - (0.5 if short != part else 0), short


def _lost(one: tuple[str, str]) -> int:
    """Return how many words went from a part to what is told of it."""
    return count_words(one[0]) - count_words(one[1])


_POINTS_ON = re.compile(r"\bini(?: (?:ke|kepada|untuk|soal|dari)\b|$)", re.IGNORECASE)


def _tells_enough(text: str) -> bool:
    """Whether the second half of a title says alone what it is about: not "telur ikut naik"."""
    words = text.split()
    return len(words) > _LITTLE or any(word[:1].isupper() or word[:1].isdigit() for word in words[1:])


_LITTLE = 4


def _agrees(short: str, part: str) -> bool:
    """Whether nothing that hedges or denies was left out before the verb."""
    return all((word in short.split()) >= (word in part.split()) for word in _HEDGES)


_HEDGES = ("diduga", "terancam", "tidak", "belum", "bukan", "batal", "gagal", "terduga")


def _attributed(headline: Headline, scene: Scene) -> str:
    """Return what somebody says as one clause: "PLN: Listrik padam" → "PLN menyebut listrik padam"."""
    clause = scene.lower(headline.parts[0])
    if not stands(shorten(clause, scene, MOST), scene):
        return ""
    told = shorten(f"{headline.speaker} menyebut {clause}", scene)
    return told if tells_whole(told, scene) else ""


def _joined(one: str, other: str, scene: Scene) -> Iterator[tuple[float, str]]:
    """Yield two parts as one: both clauses, a clause and what its subject does next, an event and its victims."""
    grammar = scene.tools.grammar
    words = other.split()
    both = f"{one}, {scene.lower(other)}"
    follows = bool(words) and grammar.is_active(words[0]) and not grammar.is_helper(words[0])
    if count_words(both) <= MOST and stands(one, scene) and (stands(other, scene) or (len(words) > 1 and follows)):
        yield _worth(both, 0) + 1, both
    event = _EVENTS.get(bare(one.split(maxsplit=1)[0]), "")
    if event and len(words) < 7 and _HARM & set(map(bare, words)) and stands(other, scene) and main_verb(one.split(), grammar) < 0:
        told = shorten(f"{other} {event} {scene.lower(one)}", scene)
        if told and event in told.split():
            yield _worth(told, 0) + 2, told


def _worth(text: str, position: int) -> float:
    """Return how much news a clause tells: victims, figures, who and where; a very short one tells little."""
    words = text.split()
    named = any(word[:1].isupper() for word in words)
    worth = 2.0 - position + 1.5 * named + 1.0 * any(any(mark.isdigit() for mark in word) for word in words)
    worth += 0.7 * bool(_WEIGHTY & set(map(bare, words)))
    return worth - (2.5 if len(words) < 5 else 0)


# ---------------------------------------------------------------- from the lines

_POINTS_BACK = re.compile(r"\b(?:itu|tersebut|ini|keduanya|mereka|ia|dia|nya)\b", re.IGNORECASE)
_LEANS = re.compile(
    r"\b(?:itu|tersebut|(?<!hari )(?<!tahun )(?<!pekan )(?<!bulan )(?<!malam )(?<!pagi )ini|ia|dia|beliau|mereka|kami|kita|saya|dirinya"
    r"|keduanya|antaranya|(?:me|di)[a-z]{3,}nya)\b",
    re.IGNORECASE,
)
"""Words of a later line that ask who or what was named before."""
_TOLD_BY = word_set("mengatakan menurut menjelaskan menambahkan menerangkan")


def _of_lines(lines: Sequence[Line], lead: Draft, scene: Scene, *, delicate: bool) -> str:
    """Return the lead, or the first later line, as one short clause."""
    first = naskah.plain(lines[0].text)
    texts = [_spoken_lead(lead, scene), *(_plain(line) for line in lines[1:])]
    again = ""
    for number, text in enumerate(texts):
        if number and (_POINTS_BACK.search(text[:40]) or any(word.endswith("nya") for word in text.split()[:4])):
            continue
        for clause in _clauses(text):
            found = shorten(clause, scene)
            if (
                not found
                or ":" in found
                or not tells_whole(found, scene)
                or _LEANS.search(found)
                or opens_as_lure(found)
                or (delicate and _VEILED.search(found))
                or not _agrees(found, clause)
            ):
                continue
            if bare(found) != bare(first):
                return found
            again = again or shorten(clause, scene, count_words(found) - 1) or found
    return again


def _plain(line: Line) -> str:
    return strip_end(line.text.replace(" / ", ", ").replace(" /", ","))


_ASIDE = re.compile(
    r"^((?:[A-Z][\w.'’-]*|[a-z]+)(?: [\w.'’-]+){0,5}), [A-Z][^,]{2,40},(?= (?:me|ber|di|ter|akan|tidak|telah|sudah)[a-z]*\b)"
)


_BREAKS = word_set("""
    yang sedangkan namun tetapi tapi karena setelah sehingga saat ketika meski untuk agar usai akibat menyusul dengan sementara
    """)
_DATED = re.compile(
    r",? (?:hari ini|kemarin|tadi \w+|\d{1,2} (?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November"
    r"|Desember)(?: \d{4})?),?"
    r"(?= (?:me|ber|di|ter)[a-z]{3,})"
)
_BREATH = re.compile(r",(?!\d)")


def _clauses(text: str) -> Iterator[str]:
    """Yield a sentence in the forms its clause could be shortened from."""
    opener = OPENER.match(text)
    plain = _DATED.sub("", _ASIDE.sub(r"\1", text[opener.end() :] if opener else text))
    yield _BREATH.sub("", plain)
    head, _, rest = plain.partition(", ")
    if rest and rest.split()[0] in _BREAKS:
        yield head


def _spoken_lead(lead: Draft, scene: Scene) -> str:
    """Return the lead with people as their posts, and its attribution where there is one."""

    def told(match: re.Match[str]) -> str:
        person = scene.people[(ord(match.group()) - 0xE000) % 0x400]
        return person.post or person.name

    text = _PERSON.sub(told, lead.text)
    if lead.speaker >= 0:
        person = scene.people[lead.speaker]
        verb = lead.verb or "mengatakan"
        text = f"{person.post or person.name} {'menyebut' if verb in _TOLD_BY else verb} {scene.lower(text)}"
    return tidy(strip_end(text))


# ---------------------------------------------------------------- neither


def _topic(headline: Headline, scene: Scene) -> str:
    """Return what an item is about where no clause can be told: "Kabar tentang perbaikan jembatan di Garum"."""
    for part in (*headline.parts[:1], *headline.brief[:1]):
        words = part.split()
        for at in range(min(len(words), MOST - 2), 1, -1):
            ends = at == len(words) or is_joint(words[at])
            if ends and may_end(words[at - 1]) and _names(words[:at], scene):
                return f"Kabar tentang {scene.lower(' '.join(words[:at])).rstrip(',')}"
    return ""


_ASKING = word_set("""
    ini begini simak cek apa apakah siapa kenapa mengapa bagaimana berapa kapan benarkah adakah yuk ayo dear jangan viral biasanya
    """)


def _names(words: Sequence[str], scene: Scene) -> bool:
    """Whether the words of a heading name a thing."""
    first = bare(words[0])
    grammar = scene.tools.grammar
    return first not in _ASKING and not grammar.is_verb(first) and not grammar.is_base(first) and main_verb(words, grammar) < 0
