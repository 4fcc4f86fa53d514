"""What the lines of an item tell in a headline: the lead, or a later line that tells what the title promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadcast import naskah
from broadcast.model import Line
from broadcast.write.clauses import OPENER
from broadcast.write.headline import opens_as_lure
from broadcast.write.lures import says_little
from broadcast.write.scene import Draft, Person, Scene
from broadcast.write.shorten import shorten
from broadcast.write.standing import tells_whole
from broadcast.write.titled import agrees, undated
from broadcast.write.words import bare, count_words, strip_end, tidy, word_set

_PERSON = re.compile("[\ue000-\uebff]")
_VEILED = re.compile(r"\bkorban\b.*\bkorban\b|\b(?:berinisial|bernama|sapaan) korban\b|\b[Kk]orban [A-Z]|\bseorang (?:seorang|korban)\b")
"""What hiding an identity can leave of a sentence: it is no headline."""

_POINTS_BACK = re.compile(r"\b(?:itu|tersebut|ini|keduanya|mereka|ia|dia|nya)\b", re.IGNORECASE)
_LEANS = re.compile(
    r"\b(?:itu|tersebut|(?<!hari )(?<!tahun )(?<!pekan )(?<!bulan )(?<!malam )(?<!pagi )ini|ia|dia|beliau|mereka|kami|kita|saya|dirinya"
    r"|keduanya|antaranya|(?:me|di)[a-z]{3,}nya|justru|malah)\b",
    re.IGNORECASE,
)
"""Words of a later line that ask who or what was named before."""
_TOLD_BY = word_set("mengatakan menurut menjelaskan menambahkan menerangkan")


def of_lines(lines: Sequence[Line], lead: Draft, scene: Scene, *, delicate: bool) -> str:
    """Return the lead, or the first later line that tells of what the title does, as one short clause."""
    first = naskah.plain(lines[0].text)
    topic = _stems(scene.story.title)
    texts = _texts(lines, lead, scene)
    again = ""
    for number, text in texts:
        if number and (_POINTS_BACK.search(text[:40]) or any(word.endswith("nya") for word in text.split()[:4])):
            continue
        for found in _told(text, scene, delicate=delicate):
            if not _is_tied(found, topic, 2 if number else 1) or (number and _is_aside(found, scene)):
                continue
            if bare(found) != bare(first):
                return found
            again = again or shorten(found, scene, count_words(found) - 1) or found
        if again and again != first:
            return again
    return again


_BACK = re.compile(r"(?<=[a-zA-Z]) (?:tersebut|itu)\b(?! (?:adalah|merupakan))")


def _texts(lines: Sequence[Line], lead: Draft, scene: Scene) -> list[tuple[int, str]]:
    """Return what may be told, with the number of its line: the lead, the lead by names, the later lines."""
    spoken = spoken_lead(lead, scene) or _plain(lines[0])
    leads = dict.fromkeys((spoken, spoken_lead(lead, scene, _LONG_POST) or spoken))
    return [*((0, text) for text in leads), *((number, _plain(line)) for number, line in enumerate(lines[1:], 1))]


_LONG_POST = 3


def of_weak_lines(lines: Sequence[Line], lead: Draft, scene: Scene, *, delicate: bool, least: int = 1) -> str:
    """Return the lead, or a later line, as one short clause though it shares only `least` words with the title."""
    topic = _stems(scene.story.title)
    for number, text in _texts(lines, lead, scene):
        for found in _told(text if least else _BACK.sub("", text), scene, delicate=delicate):
            back = number and (_POINTS_BACK.search(text[:40]) or _is_aside(found, scene) or not _is_tied(found, topic, least))
            if not back:
                return found
    return ""


def _told(text: str, scene: Scene, *, delicate: bool) -> Iterator[str]:
    """Yield a sentence as one short clause that says something alone."""
    for clause in _clauses(text):
        found = shorten(undated(clause, scene), scene)
        if (
            found
            and ":" not in found
            and tells_whole(found, scene)
            and not (_LEANS.search(found) or _GLUED.search(clause) or opens_as_lure(found) or says_little(found))
            and not (delicate and _VEILED.search(found))
            and agrees(found, clause)
        ):
            yield found


_GLUED = re.compile(r"[a-z]detik|\b[a-z]{17,}\b|\b[a-z]{3,}(?:[A-Z]\w*|\d+)\b|--|\b[A-Z]\w+ \d{1,2} [A-Z][a-z]+(?: \d{4})? [A-Z]")
"""Words that a page ran together, or a dateline left in a sentence."""


def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a title, without the prefix of a verb."""
    return frozenset(_PREFIX.sub("", word)[:_STEM] for word in map(bare, text.split()) if len(word) > _SHORT and word not in _FRAME)


_PREFIX = re.compile(r"^(?:me(?:ny|ng|n|m)?|di|ber|ter|pe(?:ny|ng|n|m)?)(?=[a-z]{4,})")
_STEM, _SHORT = 4, 2
_FRAME = word_set("""
    yang dan di ke dari untuk pada dengan ini itu akan sudah tidak bukan saat usai soal dalam atau juga bisa agar oleh para tak
    jadi cara apa begini siapa baru hari lebih masih banyak salah satu sebut kata
    """)


def _is_tied(found: str, topic: frozenset[str], least: int) -> bool:
    """Whether a clause tells of what the title does, by the words they share."""
    return len(_stems(found) & topic) >= min(least, max(len(topic) - 1, 0))


_DEFINES = re.compile(r"^[^,]{2,60}? (?:adalah|merupakan|ialah|yaitu|memiliki|mempunyai)\b")


def _is_aside(found: str, scene: Scene) -> bool:
    """Whether a later line only explains something, or tells of somebody a listener does not know yet by the name alone."""
    words = found.split()
    lone = words[0][:1].isupper() and words[1].islower() and any(words[0] in person.name.split() for person in scene.people)
    return bool(_DEFINES.match(found)) or (lone and words[0] not in scene.story.title)


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
_LIST = re.compile(r", [^,]{2,40}, (?:dan|serta) ")
_BREATH = re.compile(r",(?!\d)")


def _clauses(text: str) -> Iterator[str]:
    """Yield a sentence in the forms its clause could be shortened from."""
    opener = OPENER.match(text)
    plain = _DATED.sub("", _ASIDE.sub(r"\1", text[opener.end() :] if opener else text))
    yield plain if _LIST.search(plain) else _BREATH.sub("", plain)
    head, _, rest = plain.partition(", ")
    if rest and rest.split()[0] in _BREAKS:
        yield head


def spoken_lead(lead: Draft, scene: Scene, longest: int = 99) -> str:
    """Return the lead with people as their posts, and its attribution where there is one; by name whose post has too many words."""

    def called(person: Person) -> str:
        return person.post if person.post and count_words(person.post) <= longest else person.name

    def told(match: re.Match[str]) -> str:
        return called(scene.people[(ord(match.group()) - 0xE000) % 0x400])

    text = _PERSON.sub(told, lead.text)
    if lead.speaker >= 0:
        person = scene.people[lead.speaker]
        verb = lead.verb or "mengatakan"
        text = f"{called(person)} {'menyebut' if verb in _TOLD_BY else verb} {scene.lower(text)}"
    return tidy(strip_end(text))
