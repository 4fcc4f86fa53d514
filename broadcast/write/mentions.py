"""Mentions of people in a sentence: posts with names, roles, bare names that speak (RADIO R07)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from broadcast.write.namewords import NAMED_BODIES, PLACE_TYPES, TITLES, institution_words, is_name, without_opener
from broadcast.write.scene import Person, Toolbox
from broadcast.write.words import bare, word_set

_CAPITAL = r"(?:[A-Z][\w'’]*(?:-[A-Z]?[\w'’]+)*|bin|binti|al-[A-Z]\w+)"
NAME = rf"[A-Z][\w'’]*(?:-[A-Z]?[\w'’]+)*(?:\s{_CAPITAL}){{0,5}}"
_TITLED = r"(?:(?:dokter gigi|dokter hewan|dokter|Profesor|Kiai Haji|Pendeta|Ustaz|Haji) )?"
_COMMA_NAME = re.compile(rf"(?<=,\s)({_TITLED}{NAME})(?=,|\.|\s+[a-z“]|\s*$|\s*”)")
_CALLED = re.compile(rf"((?:[\w-]+\s){{1,5}}?)bernama\s({NAME})")
_RUN = re.compile(rf"{_CAPITAL}(?:(?:\s|\sdan\s|\sdan/atau\s){_CAPITAL})*")
_SEGMENT = re.compile(r"[,.;:“”\x1d]")
_OPENING = r"(?:Namun|Tetapi|Tapi|Lalu|Kemudian|Sementara|Sedangkan|Bahkan|Meski begitu|Meski demikian|Selain itu|Sementara itu)"
_INSIDE = re.compile(r"\s(?:di|ke|dari|dalam|saat|usai|seusai|kepada|ketika|setelah|sebelum|melalui|lewat)\s")
A_PERSON = re.compile(r"^(?:salah\s+)?(?:seorang|satu)\s+", re.IGNORECASE)
_ROLE_AFTER = re.compile(rf"(?<![\w,])({NAME}),\s([a-z][\w' -]{{2,60}}?)(?=,|\.|$|”)")


def mentions(text: str, tools: Toolbox, known: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """Yield (post, name) pairs of a sentence; the post may be empty."""
    taken: list[tuple[int, int]] = []
    for finder in (_after_posts, _after_verbs, _beside_posts, _before_roles, _speaking, _called_kindly):
        for post, name, span in finder(text, tools, known):
            if not _spans(span, taken):
                taken.append(span)
                yield post, name


Found = tuple[str, str, tuple[int, int]]


def _after_posts(text: str, tools: Toolbox, _known: Sequence[Person]) -> Iterator[Found]:
    """Find "Camat Garum, Ratna Dewi"."""
    for match in _COMMA_NAME.finditer(text):
        start = max((found.end() for found in _SEGMENT.finditer(text, 0, match.start() - 2)), default=0)
        segment = text[start : match.start() - 2].strip()
        post = _post_in(segment, tools) or (
            _opening_role(segment, tools) if start == 0 and text[match.end() : match.end() + 1] == "," else ""
        )
        if post and is_name(match.group(1), tools.lexicon) and not (_INSIDE.search(post) and any(_beside_posts(post, tools, _known))):
            yield post, match.group(1), (match.start() - 2 - len(post), match.end())


_OPENING_ROLE = re.compile(r"[A-Z][a-z]{3,}(?:\s[a-z]{3,}){0,4}")
_NOT_ROLES = word_set(
    """
    sementara selain kemarin namun menurut dalam setelah sebelum saat ketika karena akibat untuk dengan melalui
    berdasarkan akhirnya kemudian
    timnya tim klubnya klub perusahaannya perusahaan lembaganya partainya organisasinya kampusnya sekolahnya mobilnya produknya
    selanjutnya sebelumnya kini sebagai hingga sejak adapun sedangkan meski meskipun termasuk seperti lokasi korban jumlah akhir awal
    """
)


def _opening_role(segment: str, tools: Toolbox) -> str:
    """Return what opens a sentence before ", Nama," when it can only be a role: "Spesialis mata, Andrea Laksmi, …"."""
    if not _OPENING_ROLE.fullmatch(segment) or any(bare(word) in _NOT_ROLES for word in segment.split()[:1]):
        return ""
    return "" if _verb_inside(segment, tools) or any(bare(word) in {"itu", "ini", "dan", "yang"} for word in segment.split()) else segment


def _after_verbs(text: str, tools: Toolbox, _known: Sequence[Person]) -> Iterator[Found]:
    """Find "kata ahli kelautan, Grevo Tumbelaka" and "pedagang bernama Painem"."""
    for match in _credited(tools).finditer(text):
        if is_name(match.group(2), tools.lexicon) and not _verb_inside(match.group(1), tools):
            yield match.group(1), match.group(2), match.span()
    for match in _CALLED.finditer(text):
        post = _post_in(match.group(1), tools)
        if post and is_name(match.group(2), tools.lexicon):
            yield f"{post} bernama", match.group(2), match.span()


def _before_roles(text: str, tools: Toolbox, _known: Sequence[Person]) -> Iterator[Found]:
    """Find "Sutrisno, nelayan setempat,"."""
    for match in _ROLE_AFTER.finditer(text):
        role = match.group(2).strip()
        if head_of(role.split(), tools) and not _verb_inside(role, tools) and is_name(match.group(1), tools.lexicon):
            yield role, match.group(1), match.span()


def _speaking(text: str, tools: Toolbox, _known: Sequence[Person]) -> Iterator[Found]:
    """Find bare names that speak: "kata Ratna", "Ratna mengatakan"."""
    for match in _speakers(tools).finditer(text):
        name = without_opener(next(part for part in match.groups() if part))
        if name and is_name(name, tools.lexicon):
            yield "", name, match.span()


_KINDLY = re.compile(rf"\b(?:Pak|Bu|Mbah|Mas|Mbak|Mak|Bang|Kang|Cak|Nek|Kek)\s({NAME})(?=,|\.|\s+[a-z]|\s*$|\s*\x1d)")


def _called_kindly(text: str, tools: Toolbox, _known: Sequence[Person]) -> Iterator[Found]:
    """Find "Pak Ngadiman": a person, whatever stands before."""
    for match in _KINDLY.finditer(text):
        if is_name(match.group(1), tools.lexicon):
            yield "", match.group(1), match.span()


def _spans(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(begin < span[1] and span[0] < end for begin, end in taken)


@lru_cache(maxsize=4)
def _speaker_pattern(verbs: tuple[str, ...], reporting: tuple[str, ...]) -> re.Pattern[str]:
    title = "(?:" + "|".join(map(re.escape, TITLES)) + ")?"
    return re.compile(
        rf"\b(?:{'|'.join(verbs)}|[Mm]enurut|oleh)\s({title}{NAME})(?=,|\.|\s+[a-z]|\s*$|\s*\x1d)"
        rf"|(?:^(?:{_OPENING}\s)?|(?<=\.\s)|(?<=,\s))({title}{NAME})(?=\s(?:juga\s|pun\s)?(?:{'|'.join(reporting)})\b)"
    )


def _credited(tools: Toolbox) -> re.Pattern[str]:
    return _credited_pattern(tuple(tools.verbs_after))


@lru_cache(maxsize=4)
def _credited_pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds "kata ahli kelautan, Grevo Tumbelaka": any words between verb and comma are the post."""
    return re.compile(rf"\b(?:{'|'.join(verbs)})\s([a-z][^,“”]{{2,60}}),\s({_TITLED}{NAME})(?=,|\.|\s+[a-z]|\s*$)")


def _speakers(tools: Toolbox) -> re.Pattern[str]:
    return _speaker_pattern(
        tuple(tools.verbs_after),
        (*tools.grammar.reporting, "meminta", "mengimbau", "mengajak", "mengingatkan", "berjanji", "membantah", "membenarkan", "masih"),
    )


def _post_in(segment: str, tools: Toolbox) -> str:
    """Return the post that a segment ends with: from its first post word on, if no verb follows it.

    "kata Kepala Satuan Lalu Lintas Polres Lumajang" → "Kepala Satuan Lalu Lintas Polres Lumajang".
    """
    words = segment.split()
    for index in range(len(words)):
        rest = words[index:]
        if not head_of(rest, tools):
            continue
        if _verb_inside(" ".join(rest[1:]), tools) or len(rest) > 14:
            continue
        if index and (bare(words[index - 1]) in _CROWDS or words[index - 1][0].isdigit()):
            continue
        lead = A_PERSON.match(" ".join(words[max(0, index - 2) : index]) + " ") if index else None
        first = index - len(lead.group().split()) if lead else index
        return " ".join(words[first:])
    return ""


_CROWDS = word_set(
    """
    para ribuan ratusan puluhan sejumlah banyak hadapan depan antar setiap tiap bagi dua tiga empat lima enam tujuh
    """
    "delapan sembilan sepuluh beberapa"
)


def head_of(words: Sequence[str], tools: Toolbox) -> str:
    """Return the longest post word that the words begin with."""
    for size in (4, 3, 2, 1):
        key = " ".join(words[:size]).casefold()
        key = key if key in tools.posts else key.removesuffix("nya")
        if len(words) >= size and key in tools.posts:
            return key
    return ""


def _verb_inside(text: str, tools: Toolbox) -> bool:
    words = text.split()
    return any(
        (bare(word) in {"yang", "dan", "agar", "untuk", "ini", "itu"} and index < 2) or (tools.grammar.is_verb(word) and word.islower())
        for index, word in enumerate(words)
    )


def _beside_posts(text: str, tools: Toolbox, known: Sequence[Person]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield posts whose name follows without a comma: "Camat Garum Ratna Dewi"."""
    words = [(match.group(), match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    index = 0
    while index < len(words):
        head = head_of([bare(word) if k else word for k, (word, _, _) in enumerate(words[index : index + 4])], tools)
        if not head or (head.rsplit(" ", 1)[-1] in _RELATED and not _ends_post(words, index, head)):
            index += 1
            continue
        start = words[index][1]
        size = len(head.split())
        stop = index + size
        while stop < len(words) and not words[stop - 1][0].endswith((",", ".", ";")) and _goes_on(words[stop][0]):
            stop += 1
        run = [word for word, _, _ in words[index + size : stop]]
        closed = bool(run) and run[-1][-1] in ",.;:"
        core = [*run[:-1], run[-1].rstrip(",.;:”")] if closed else run
        cut = _name_start(core, head, tools, known)
        if cut is not None:
            name = " ".join(core[cut:])
            first = words[index + size + cut][1]
            post = text[start:first].strip()
            yield post, name, (start, first + len(name))
        index = max(stop, index + 1)


_RELATED = word_set(
    "anak istri suami ibu ayah bapak kakak adik paman bibi kakek nenek cucu menantu putra putri orangtua keponakan sepupu kerabat keluarga"
    " sahabat teman kekasih pacar tunangan pengacara hukum ajudan penggemar tetangga saudara"
)
"""Words for what somebody is to another: in "kuasa hukum Darto" Darto is the client; the holder comes after a comma."""


def _ends_post(words: Sequence[tuple[str, int, int]], index: int, head: str) -> bool:
    """Whether a comma closes the post itself: "tetangga, Lasmini"."""
    last = index + len(head.split()) - 1
    return last < len(words) and words[last][0].endswith(",")


def _goes_on(word: str) -> bool:
    return word[:1].isupper() or word in {"dan", "bin", "binti", "majelis", "tim", "desa", "panitia", "setempat"}


def _name_start(run: Sequence[str], head: str, tools: Toolbox, known: Sequence[Person]) -> int | None:
    """Return where the name begins in the capitalised words after a post, or None when there is none."""
    callnames = {part for person in known for part in person.name.split()}
    vocabulary = institution_words(tools.lexicon)
    index = 0
    for position, word in enumerate(run):
        if word.casefold() in vocabulary or word.islower() or (word.isupper() and len(word) > 1) or "&" in word:
            index = position + 1
    body = _after_body(run, tools.lexicon.table("portmanteaus"))
    index = max(index, body)
    index = _after_region(run, index, tools.lexicon.table("regions"))
    rest = list(run[index:])
    if not rest or any(word in {"PT", "CV", "UD", "PD", "FC"} or word.casefold() in NAMED_BODIES for word in run[body:]):
        return None
    before = run[index - 1].casefold() if index else ""
    regional = tools.posts.get(head, ("",))[0] == "wilayah"
    if before in PLACE_TYPES or (index == 0 and regional and rest[0] not in callnames):
        if len(rest) < 3 and not (regional and len(rest) == 2):
            return None
        index += 1
    if len(run) - index == 1 and run[index] not in callnames:
        return None
    if not is_name(" ".join(run[index:]), tools.lexicon) or len(run) - index > 5:
        return None
    return index


def _after_body(run: Sequence[str], bodies: Mapping[str, tuple[str, ...]]) -> int:
    """Return where a body's full name ends that the words begin with: "Bank Indonesia Perry …" → 2."""
    for size in range(min(8, len(run)), 0, -1):
        if " ".join(run[:size]) in _expansions(bodies):
            return size
    return 0


_expanded: list[tuple[Mapping[str, tuple[str, ...]], frozenset[str]]] = []


def _expansions(bodies: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the full names of a table of bodies; those of the last table are kept."""
    if not _expanded or _expanded[0][0] is not bodies:
        _expanded[:] = [(bodies, frozenset(cells[0] for cells in bodies.values() if cells))]
    return _expanded[0][1]


def _after_region(run: Sequence[str], index: int, regions: Mapping[str, tuple[str, ...]]) -> int:
    while True:
        size = next((size for size in (4, 3, 2, 1) if " ".join(run[index : index + size]) in regions and index + size <= len(run)), 0)
        if not size:
            return index
        index += size
