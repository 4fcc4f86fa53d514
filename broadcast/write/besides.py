"""Posts whose name follows without a comma: "Camat Garum Ratna Dewi", "Direktur Utama Bank Maju Clara Wijaya" (RADIO R07)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from broadcast.write.frames import HELD
from broadcast.write.namewords import (
    GIVEN_TOO,
    LEGAL_FORMS,
    NAMED_AFTER,
    NAMED_BODIES,
    PLACE_TYPES,
    institution_words,
    is_body,
    is_name,
    untitled,
)
from broadcast.write.runs import after_firm, after_village, is_named_after, opens_name
from broadcast.write.scene import Person, Toolbox
from broadcast.write.words import bare, word_set

Found = tuple[str, str, tuple[int, int]]
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Clues:
    """What a story tells of names elsewhere: the people found so far, who speaks by one name, and the whole text."""

    people: Sequence[Person] = ()
    calls: Sequence[str] = ()
    story: str = ""

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The words by which the story calls who speaks: the first of each name."""
        return frozenset(untitled(call).split()[0] for call in self.calls if untitled(call))

    @property
    def callnames(self) -> frozenset[str]:
        """Every word of a name that is known."""
        return frozenset(part for person in self.people for part in person.name.split()) | self.spoken


def head_of(words: Sequence[str], tools: Toolbox) -> str:
    """Return the longest post word that the words begin with."""
    if not words or not _may_open(words[0], tools):
        return ""
    for size in (4, 3, 2, 1):
        key = " ".join(words[:size]).casefold()
        key = key if key in tools.posts else key.removesuffix("nya")
        if len(words) >= size and key in tools.posts:
            return key
    return ""


def _may_open(word: str, tools: Toolbox) -> bool:
    """Whether a post can begin with a word."""
    plain = word.casefold()
    return plain in tools.post_openers or plain.removesuffix("nya") in tools.post_openers


def beside_posts(text: str, tools: Toolbox, clues: Clues) -> Iterator[Found]:
    """Yield posts whose name follows without a comma."""
    words, heads = _heads(text, tools)
    past = 0
    for index, head in heads:
        if index < past:
            continue
        size = len(head.split())
        stop = _end_of_run(words, index, index + size, tools)
        runs_on = (
            stop < len(words) and words[stop][0].islower() and (not index or bare(words[index - 1][0]) not in {"calon", "rekan", "sesama"})
        )
        if runs_on and not words[stop - 1][0].endswith((",", ".", ";")):
            stop = _end_of_small(words, index + size, stop, tools, clues) or stop
        run = [word for word, _, _ in words[index + size : stop]]
        closed = bool(run) and run[-1][-1] in ",.;:”"
        core = [*run[:-1], run[-1].rstrip(",.;:”")] if closed else run
        that = not closed and stop < len(words) and bare(words[stop][0]) in {"itu", "tersebut", "ini"}  # "pembalap Tim Biru itu"
        hidden = not closed and stop < len(words) and words[stop][0] == "berinisial"  # "Direktur RSUD Hasan Basri berinisial HS"
        cut = None if that or hidden or is_named_after(core) else _name_start(core, head, tools, clues)
        if cut is not None and core[0] not in {"dan", "serta"}:
            name = " ".join(core[cut:])
            first = words[index + size + cut][1]
            post = text[words[index][1] : first].strip()
            yield post, name, (words[index][1], first + len(name))
        past = stop


_Words = tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=64)
def _heads(text: str, tools: Toolbox) -> tuple[_Words, tuple[tuple[int, str], ...]]:
    """Return the words of a sentence and where they stand, and the post words among them; kept, for a story is read several times."""
    words = tuple((match.group(), match.start(), match.end()) for match in _WORD.finditer(text))
    plain = [bare(word) for word, _, _ in words]
    heads = []
    for index, (word, _, _) in enumerate(words):
        head = head_of([word, *plain[index + 1 : index + 4]], tools) if _may_open(word, tools) else ""
        named_after = index > 0 and plain[index - 1] in NAMED_AFTER
        if head and not named_after and (head.rsplit(" ", 1)[-1] not in _RELATED or _ends_post(words, index, head)):
            heads.append((index, head))
    return words, tuple(heads)


_OF_CLUBS = word_set("manajer pelatih kapten bek gelandang penyerang kiper striker bos pembalap pebalap pemain winger asisten presiden")
_RELATED = word_set(
    "anak istri suami ibu ayah bapak kakak adik paman bibi kakek nenek cucu menantu putra putri orangtua keponakan sepupu kerabat keluarga"
    " sahabat teman kekasih pacar tunangan pengacara hukum ajudan penggemar tetangga saudara"
)
"""Words for what somebody is to another: in "kuasa hukum Darto" Darto is the client; the holder comes after a comma."""


def _ends_post(words: Sequence[tuple[str, int, int]], index: int, head: str) -> bool:
    """Whether a comma closes the post itself: "tetangga, Lasmini"."""
    last = index + len(head.split()) - 1
    return last < len(words) and words[last][0].endswith(",")


def _end_of_run(words: Sequence[tuple[str, int, int]], start: int, index: int, tools: Toolbox) -> int:
    """Return where the capitalised words after a post end; before "dan Wakil Presiden" at the joint."""
    while index < len(words) and not words[index - 1][0].endswith((",", ".", ";")):
        word = words[index][0]
        joint = word in {"dan", "serta", "bersama"}
        if word == "dari" and index + 1 < len(words) and words[index + 1][0] in _PARTY_WORDS:  # Anggota Komisi Satu dari Fraksi X, Y
            index += 1
            continue
        if joint and _post_follows([one for one, _, _ in words[index + 1 : index + 5]], tools):
            break
        if not (word[:1].isupper() or word in _SMALL_INSIDE or _numbers(word, words[index - 1][0]) or _kind_of_place(words, start, index)):
            break
        index += 1
    return index


_PARTY_WORDS = frozenset({"Fraksi", "Partai"})
_MOST_SMALL = 5
_NO_POST_WORDS = word_set(
    "yang dan atau serta untuk oleh dengan kepada pada ke di saat ketika itu ini tersebut bernama berinisial agar karena bahwa sebagai"
)


def _end_of_small(words: Sequence[tuple[str, int, int]], first: int, index: int, tools: Toolbox, clues: Clues) -> int:
    """Return where the name ends after a post written small: "pengamat kebijakan publik Husni Thamrin mengatakan"; 0 for none.

    Only for whoever speaks by that name, here or elsewhere: "warga perumahan Griya Asri" names nobody.
    """
    start = index
    while index < len(words) and (small := words[index][0]).islower() and small[-1].isalpha() and index - start < _MOST_SMALL:
        if small in _NO_POST_WORDS or (tools.grammar.is_verb(small) and small not in tools.posts):
            return 0
        index += 1
    small_end = index
    while index < len(words) and words[index][0][:1].isupper() and (index == small_end or words[index - 1][0][-1].isalnum()):
        index += 1
    run = [bare(word).capitalize() for word, _, _ in words[small_end:index]]
    after = bare(words[index][0]) if index < len(words) else ""
    speaks = after in tools.grammar.reporting and words[index - 1][0][-1].isalnum() and len(run) > 1
    called = any(word in clues.spoken for word in run)
    return index if small_end > first and run and (speaks or called) else 0


_SMALL_INSIDE = word_set("dan bin binti majelis tim desa panitia setempat")
_PLACE_KINDS = word_set("rumah sakit sekolah kampung daerah kota dusun perusahaan kantor terminal pelabuhan stasiun bandara masjid kampus")


def _kind_of_place(words: Sequence[tuple[str, int, int]], start: int, index: int) -> bool:
    """Whether a small word still belongs to a post that opens the sentence: "Humas rumah sakit Bagus Yudianto"."""
    return start == 0 and index < 4 and words[index][0] in _PLACE_KINDS


_NUMBERED = frozenset({"RT", "RW", "Komisi", "Zona", "Seksi", "Posko", "SMA", "SMP", "SD", "SDN", "SMPN", "SMAN", "Negeri"})


def _numbers(word: str, before: str) -> bool:
    """Whether a number belongs to a post: "Ketua RT 19 Syahrul", "Komisi 3"."""
    return word.isdigit() and before in _NUMBERED


def _post_follows(words: Sequence[str], tools: Toolbox) -> bool:
    """Whether another post begins: after "Presiden Prabowo dan", "Wakil Presiden …"."""
    if not words or not words[0][:1].isupper():
        return False
    head = head_of([words[0], *map(bare, words[1:])], tools)
    return bool(head) and head.split()[-1] not in _RELATED


def _name_start(run: Sequence[str], head: str, tools: Toolbox, clues: Clues) -> int | None:
    """Return where the name begins in the capitalised words after a post, or None when there is none."""
    opened = next((at for at in range(1, len(run) - 1) if opens_name(run, at) and is_name(" ".join(run[at:]), tools.lexicon)), None)
    told = _told_start(run, head, tools, clues)
    if told is not None or opened is not None:
        return opened if told is None else told
    vocabulary = institution_words(tools.lexicon)
    index = 0
    for position, word in enumerate(run):
        if word.casefold() in vocabulary or word.casefold() in PLACE_TYPES or _no_name_word(word, tools):
            index = position + 1
    body = max(_after_body(run, tools.lexicon.table("portmanteaus")), _after_named_body(run, clues.story), after_firm(run))
    index = max(index, body, after_village(run, clues.story))
    index = _after_region(run, index, tools.lexicon.table("regions"))
    index = _after_nation(run, index, head, clues)
    if not run[index:] or any(word in LEGAL_FORMS or word.casefold() in NAMED_BODIES for word in run[body:]):
        return None
    before = run[index - 1].casefold() if index else ""
    regional = _of_a_place(head, run, tools, clues)
    if before in PLACE_TYPES or (index == 0 and regional and run[0] not in clues.callnames):
        rest = len(run) - index
        if head == "warga" or (rest < 3 and not (regional and rest == 2)):  # "Warga Desa Karang Sari Makmur": a village
            return None
        index += 1
    if len(run) - index == 1 and run[index] not in clues.callnames:
        return None
    if not is_name(" ".join(run[index:]), tools.lexicon) or len(run) - index > 5:
        return None
    return index


_KNOWN_PLACES = frozenset(
    f"{lead}{post}" for lead in ("", "wakil ", "penjabat ") for post in ("bupati", "gubernur", "wali kota", "walikota")
) | {"sekretaris daerah", "sekda"}
"""Posts whose places the table regions knows."""


def _of_a_place(head: str, run: Sequence[str], tools: Toolbox, clues: Clues) -> bool:
    """Whether the word after a post is its place: "Camat Garum Ratna"; not "Bupati Asep Japar", for every regency is known."""
    if tools.posts.get(head, ("",))[0] != "wilayah":
        return False
    return head not in _KNOWN_PLACES or len(run) < 2 or _stands_alone(run[0], run[1], clues.story)


def _no_name_word(word: str, tools: Toolbox) -> bool:
    """Whether a word cannot be of a name: small, an abbreviation, a number, a body of one word (Basarnas)."""
    return word.islower() or (word.isupper() and word != "I") or "&" in word or word.isdigit() or is_body(word, tools.lexicon)


_MOST_BEFORE = 3
FIELD = re.compile(r"(?:Per|Pem|Pen|Peng|Ke)[a-z]{4,}an")
"""A field of work, never a name: Perekonomian, Kesejahteraan."""


def _told_start(run: Sequence[str], head: str, tools: Toolbox, clues: Clues) -> int | None:
    """Return where the name begins when the story calls somebody by one of the words: "kata Clara" → "Clara Wijaya"."""
    vocabulary = institution_words(tools.lexicon)
    told = next(
        (at for at, word in enumerate(run) if word in clues.spoken and (word.casefold() not in vocabulary or word.casefold() in GIVEN_TOO)),
        None,
    )
    if told is None or len(run) - told > _MOST_BEFORE + 2:
        return None
    start = told
    floor = max(
        after_village(run, clues.story),
        _after_body(run, tools.lexicon.table("portmanteaus")),
        _after_named_body(run, clues.story),
        _after_park(run, tools.lexicon.table("acronyms")),
    )
    regional = _of_a_place(head, run, tools, clues)
    while start > max(floor, told - _MOST_BEFORE):
        before = run[start - 1]
        if (
            _no_name_word(before, tools)
            or (before.casefold() in vocabulary and not opens_name(run, start - 1))
            or FIELD.fullmatch(before)
            or _is_placed(run, start, tools, regional=regional)
        ):
            break
        if before in _NATIONS:
            break
        if told < len(run) - 1 and (_stands_alone(before, run[start], clues.story) or any(one.casefold() in NAMED_BODIES for one in run)):
            break
        start -= 1
    return start if is_name(" ".join(run[start:]), tools.lexicon) else None


def _is_placed(run: Sequence[str], start: int, tools: Toolbox, *, regional: bool) -> bool:
    """Whether the words before a name are the place of a post: "Camat Garum Ratna", "Bupati Aceh Tamiang Armia"."""
    regions = tools.lexicon.table("regions")
    ends = any(" ".join(run[start - size : start]) in regions for size in (1, 2, 3) if start >= size)
    ends = ends or f"Pulau {run[start - 1]}" in regions or f"Kepulauan {run[start - 1]}" in regions
    before = run[start - 2].casefold() if start > 1 else ""
    return ends or before in PLACE_TYPES or (regional and start == 1)


def _stands_alone(word: str, after: str, story: str) -> bool:
    """Whether a word stands elsewhere in the story without the one after it."""
    together = f"{word} {after}"
    return len(_ALONE.findall(story.replace(word, HELD))) > len(_OPENS_WORD.findall(story.replace(together, HELD)))


_ALONE = re.compile(rf"(?<!\w){HELD}(?!\w)")
_OPENS_WORD = re.compile(rf"(?<!\w){HELD}")


_NATIONS = word_set("""
    Indonesia Malaysia Singapura
    Thailand Vietnam Filipina Kamboja Laos Myanmar Brunei Jepang Korea China Tiongkok Taiwan India Pakistan Iran Irak
    Israel Palestina Qatar Arab Saudi Mesir Turki Rusia Ukraina Inggris Prancis Jerman Italia Spanyol Portugal Belanda Belgia Denmark Swedia
    Norwegia Finlandia Islandia Swiss Austria Polandia Kroasia Serbia Ceko Yunani Brasil Argentina Uruguay Cile Kolombia Meksiko Kanada
    Australia Maroko Nigeria Senegal Ghana Kamerun Kenya Amerika Serikat AS
    """)
"""Before a name these belong to the post: "pebulu tangkis Denmark Viktor …"."""


def _after_named_body(run: Sequence[str], story: str) -> int:
    """Return where a body's name ends that the story writes elsewhere without what follows: "Bank Artha Pesisir"."""
    first = next((at for at, word in enumerate(run) if word in LEGAL_FORMS or word.casefold() in NAMED_BODIES), None)
    if first is None:
        return 0
    for stop in range(min(first + 5, len(run) - 1), first + 1, -1):
        if _stands_alone(" ".join(run[first:stop]), run[stop], story):
            return stop
    return 0


def _after_body(run: Sequence[str], bodies: Mapping[str, tuple[str, ...]]) -> int:
    """Return where a body's full name ends that the words begin with: "Bank Indonesia Perry …" → 2."""
    for size in range(min(8, len(run)), 0, -1):
        if " ".join(run[:size]) in _expansions(bodies):
            return size
    return 0


def _after_park(run: Sequence[str], acronyms: Mapping[str, tuple[str, ...]]) -> int:
    """Return where the full name of a body with an acronym ends inside the words: "Humas Taman Nasional Ujung Kulon Darto" → 5."""
    names = _spelled(acronyms)
    spans = ((start, stop) for stop in range(len(run) - 1, 1, -1) for start in range(stop - 1))
    return next((stop for start, stop in spans if " ".join(run[start:stop]) in names), 0)


_in_full: list[tuple[Mapping[str, tuple[str, ...]], frozenset[str]]] = []


def _spelled(acronyms: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the full names of three words and more that a table of acronyms spells out."""
    if not _in_full or _in_full[0][0] is not acronyms:
        _in_full[:] = [(acronyms, frozenset(cells[-1] for cells in acronyms.values() if cells and cells[-1].count(" ") > 1))]
    return _in_full[0][1]


_MORE_BODIES = frozenset({"Bank Indonesia"})
_expanded: list[tuple[Mapping[str, tuple[str, ...]], frozenset[str]]] = []


def _expansions(bodies: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the full names of a table of bodies; those of the last table are kept."""
    if not _expanded or _expanded[0][0] is not bodies:
        _expanded[:] = [(bodies, frozenset(cells[0] for cells in bodies.values() if cells) | _MORE_BODIES)]
    return _expanded[0][1]


def _after_nation(run: Sequence[str], index: int, head: str, clues: Clues) -> int:
    """Return where a nation or a club ends: "Manajer Chelsea Mauricio Pochettino", where "Chelsea menang" stands elsewhere."""
    while index + 1 < len(run) and run[index] in _NATIONS:
        index += 1
    of_club = head.rsplit(maxsplit=1)[-1] in _OF_CLUBS and len(run) - index > 1
    return index + 1 if of_club and _stands_alone(run[index], run[index + 1], clues.story) else index


def _after_region(run: Sequence[str], index: int, regions: Mapping[str, tuple[str, ...]]) -> int:
    while True:
        size = next((size for size in (4, 3, 2, 1) if " ".join(run[index : index + size]) in regions and index + size <= len(run)), 0)
        if not size:
            return index
        index += size
