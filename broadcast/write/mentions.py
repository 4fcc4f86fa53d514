"""Mentions of people in a sentence: posts with names, roles, bare names that speak (RADIO R07)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from broadcast.write.besides import Clues, Found, beside_posts, head_of
from broadcast.write.namewords import CALL_WORDS, CALLS, TITLES, is_name, without_opener
from broadcast.write.scene import Toolbox
from broadcast.write.words import bare, word_set

_CAPITAL = r"(?:[A-Z][\w'’]*(?:-[A-Z]?[\w'’]+)*|bin|binti|al-[A-Z]\w+)"
NAME = rf"[A-Z][\w'’]*(?:-[A-Z]?[\w'’]+)*(?:\s{_CAPITAL}){{0,5}}"
_TITLED = r"(?:(?:dokter gigi|dokter hewan|dokter|Profesor|Kiai Haji|Pendeta|Ustaz|Haji) )?"
_COMMA_NAME = re.compile(rf"(?<=,\s)({_TITLED}{NAME})(?=,|\.|\s+[a-z“\d]|\s*$|\s*”)")
_PRONOUNS = frozenset({"dia", "ia", "beliau", "mereka"})
_ONE_OF_THEM = re.compile(rf"\b[Ss]alah\s(?:satunya|seorangnya)(?:\s(?:adalah|ialah)|,)?\s({NAME})(?=,\s(?:yang|[a-z])|\s[a-z])")
_CALLED = re.compile(rf"((?:[\w-]+\s){{1,5}}?)bernama\s({NAME})")
_RUN = re.compile(rf"{_CAPITAL}(?:(?:\s|\sdan\s|\sdan/atau\s){_CAPITAL})*")
_SEGMENT = re.compile(r"[,.;:“”\x1d]")
_OPENING = r"(?:Namun|Tetapi|Tapi|Lalu|Kemudian|Sementara|Sedangkan|Bahkan|Meski begitu|Meski demikian|Selain itu|Sementara itu)"
_INSIDE = re.compile(r"\s(?:di|ke|dari|dalam|saat|usai|seusai|kepada|ketika|setelah|sebelum|melalui|lewat)\s")
A_PERSON = re.compile(r"^(?:(?:salah\s+)?(?:seorang|satu)|sang|si)\s+", re.IGNORECASE)
_ROLE_AFTER = re.compile(rf"(?<![\w,])({NAME}),\s([a-z][\w' -]{{2,60}}?)(?=,|\.|$|”)")

_ROLE_AS = re.compile(
    rf"(?<![\w,])({NAME})\s(?:selaku|yang juga)\s"
    r"([A-Za-z][\w'-]*(?:\s(?:[A-Z][\w'-]*|dan|hukum|utama|umum)){0,9})(?=\s[a-z]|,|\.|$)"
)


_POST_AFTER = re.compile(rf"(?<![\w,])({NAME}),\s([A-Z][\w'-]*(?:\s(?:[A-Z][\w'-]*|dan|[a-z]{{4,}})){{0,9}}?)(?=\s(?P<verb>[a-z]+)\b|,)")
"""X, Penasihat Media Y mengatakan."""
_IS_POST = re.compile(
    rf"^({NAME})\s(?:(?:sendiri|juga|kini|saat ini|sehari-hari)\s)*"
    r"(?:adalah|merupakan|ialah|menjabat(?:\s(?:sebagai|selaku))?)\s(?:seorang\s)?([^,.]{4,90}?)(?=[,.]|$|\syang\s|\sdan\s[a-z])"
)
_SOME_VERBS = word_set(
    "mengatakan menjelaskan menyebut menyebutkan menambahkan menegaskan menyampaikan mengungkapkan menilai mengaku meminta menuturkan"
)


def named_as(text: str, tools: Toolbox) -> Iterator[tuple[str, str]]:
    """Yield the post that a sentence is about: "Ratna Dewi adalah Kepala Dinas Perdagangan"."""
    found = _IS_POST.match(text)
    if found and head_of(found.group(2).split(), tools) and is_name(found.group(1), tools.lexicon):
        post = found.group(2)
        if not _verb_inside(post, tools) and not tools.grammar.is_verb(post.split()[0]) and len(post.split()) <= _LONGEST_POST:
            yield post, found.group(1)


_LONGEST_POST = 10


def mentions(text: str, tools: Toolbox, clues: Clues) -> Iterator[tuple[str, str]]:
    """Yield (post, name) pairs of a sentence; the post may be empty."""
    taken: list[tuple[int, int]] = []
    for found in (
        _after_posts(text, tools, clues),
        _after_verbs(text, tools),
        beside_posts(text, tools, clues),
        _before_roles(text, tools),
        speaking(text, tools),
        _called_kindly(text, tools),
    ):
        for post, name, span in found:
            if not _spans(span, taken):
                taken.append(span)
                yield post, name


_Finder = Callable[[str, Toolbox], Iterator[Found]]


def _once(finder: _Finder) -> Callable[[str, Toolbox], tuple[Found, ...]]:
    """Keep what a finder found in the sentences of a story: it is asked again when more names are known."""
    return lru_cache(maxsize=64)(lambda text, tools: tuple(finder(text, tools)))


def _after_posts(text: str, tools: Toolbox, clues: Clues) -> Iterator[Found]:
    """Find "Camat Garum, Ratna Dewi"."""
    for match in _COMMA_NAME.finditer(text):
        start = max((found.end() for found in _SEGMENT.finditer(text, 0, match.start() - 2)), default=0)
        segment = text[start : match.start() - 2].strip()
        post = _post_in(segment, tools) or (
            _opening_role(segment, tools) if start == 0 and text[match.end() : match.end() + 1] == "," else ""
        )
        if post and is_name(match.group(1), tools.lexicon) and not (_INSIDE.search(post) and any(beside_posts(post, tools, clues))):
            yield post, match.group(1), (match.start() - 2 - len(post), match.end())


_OPENING_ROLE = re.compile(r"[A-Z][a-z]{3,}(?:\s[a-z]{3,}){0,4}")
_NOT_ROLES = word_set(
    """
    sementara selain kemarin namun menurut dalam setelah sebelum saat ketika karena akibat untuk dengan melalui
    berdasarkan akhirnya kemudian dari di ke pada oleh bagi bersama kepada soal tentang
    timnya tim klubnya klub perusahaannya perusahaan lembaganya partainya organisasinya kampusnya sekolahnya mobilnya produknya
    selanjutnya sebelumnya kini sebagai hingga sejak adapun sedangkan meski meskipun termasuk seperti lokasi korban jumlah akhir awal
    """
)


def _opening_role(segment: str, tools: Toolbox) -> str:
    """Return what opens a sentence before ", Nama," when it can only be a role: "Spesialis mata, Andrea Laksmi, …"."""
    if not _OPENING_ROLE.fullmatch(segment) or any(bare(word) in _NOT_ROLES for word in segment.split()[:1]):
        return ""
    return "" if _verb_inside(segment, tools) or any(bare(word) in {"itu", "ini", "dan", "yang"} for word in segment.split()) else segment


@_once
def _after_verbs(text: str, tools: Toolbox) -> Iterator[Found]:
    """Find "kata ahli kelautan, Grevo Tumbelaka" and "pedagang bernama Painem"."""
    for match in _credited(tools).finditer(text):
        pronoun = match.group(1).split()[0] in _PRONOUNS  # "lanjut dia, Darto akan pulang": Darto is not who speaks
        if not pronoun and is_name(match.group(2), tools.lexicon) and not _verb_inside(match.group(1), tools):
            yield match.group(1), match.group(2), match.span()
    for match in _CALLED.finditer(text) if "bernama" in text else ():
        post = _post_in(match.group(1), tools)
        if post and is_name(match.group(2), tools.lexicon):
            yield f"{post} bernama", match.group(2), match.span()


@_once
def _before_roles(text: str, tools: Toolbox) -> Iterator[Found]:
    """Find "Sutrisno, nelayan setempat,"."""
    for match in _ROLE_AFTER.finditer(text):
        role = match.group(2).strip()
        role = role.partition(" dan ")[0] if role.split()[0] in KIN else role
        if head_of(role.split(), tools) and not _verb_inside(role, tools) and is_name(match.group(1), tools.lexicon):
            yield role, match.group(1), match.span()
    for match in _POST_AFTER.finditer(text):
        closed = not match["verb"] or match["verb"] in _SOME_VERBS
        if (
            closed
            and head_of(match.group(2).split(), tools)
            and is_name(match.group(1), tools.lexicon)
            and not _verb_inside(match.group(2), tools)
        ):
            yield match.group(2), match.group(1), match.span()
    for match in _ROLE_AS.finditer(text):
        after = text[match.end() :].split()[:1]
        closed = not after or text[match.end()] in ",." or tools.grammar.is_verb(after[0])
        if closed and head_of(match.group(2).split(), tools) and is_name(match.group(1), tools.lexicon):
            yield match.group(2), match.group(1), match.span()


@_once
def speaking(text: str, tools: Toolbox) -> Iterator[Found]:
    """Find bare names that speak: "kata Ratna", "Ratna mengatakan"."""
    for match in _speakers(tools).finditer(text):
        name = without_opener(next(part for part in match.groups() if part))
        if name and is_name(name, tools.lexicon):
            yield "", name, match.span()
    for match in _ONE_OF_THEM.finditer(text) if "alah s" in text else ():
        after = text[match.end() :].removeprefix(",").removeprefix(" yang").split()[:1]
        if is_name(match.group(1), tools.lexicon) and after and after[0] in tools.grammar.reporting:
            yield "", match.group(1), match.span(1)


KINDLY = re.compile(rf"(?:(?P<before>[\w'’]+)\s)?\b(?P<name>(?:{CALLS})\s{NAME})(?=,|\.|\s+[a-z(]|\s*$|\s*\x1d)")
_NICKNAMED = re.compile(rf"\b(?:akrab|biasa|kerap|sering|lebih dikenal)\s(?:disapa|dipanggil|sebagai)\s({NAME})(?=,|\.|\s+[a-z\d]|\s*$)")


@_once
def _called_kindly(text: str, tools: Toolbox) -> Iterator[Found]:
    """Find "Mbah Giyem", "Mama Yosina" and "yang akrab disapa Kiki": people, whatever stands before."""
    for match in KINDLY.finditer(text) if any(call in text for call in CALL_WORDS) else ():
        within = match["before"] and match["before"][:1].isupper() and match.start() > 0  # "Baso Daeng Ngalle"
        if not within and is_name(match["name"], tools.lexicon):
            yield "", match["name"], match.span("name")
    for match in _NICKNAMED.finditer(text):
        if is_name(match.group(1), tools.lexicon):
            yield "", match.group(1), match.span(1)


def _spans(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(begin < span[1] and span[0] < end for begin, end in taken)


@lru_cache(maxsize=4)
def _speaker_pattern(verbs: tuple[str, ...], reporting: tuple[str, ...]) -> re.Pattern[str]:
    title = "(?:" + "|".join(map(re.escape, TITLES)) + ")?"
    return re.compile(
        rf"\b(?:{'|'.join(verbs)}|[Mm]enurut|oleh)\s({title}{NAME})(?=,|\.|\s+[a-z\d]|\s*$|\s*\x1d)"
        rf"|(?:^(?:{_OPENING}\s)?|(?<=\.\s)|(?<=,\s)|(?<=\x1d\s))({title}{NAME})(?=\s(?:juga\s|pun\s)?(?:{'|'.join(reporting)})\b)"
    )


def _credited(tools: Toolbox) -> re.Pattern[str]:
    return _credited_pattern(tuple(tools.verbs_after))


@lru_cache(maxsize=4)
def _credited_pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds "kata ahli kelautan, Grevo Tumbelaka": any words between verb and comma are the post."""
    return re.compile(rf"\b(?:{'|'.join(verbs)})\s([a-z][^,“”]{{2,60}}),\s({_TITLED}{NAME})(?=,|\.|\s+[a-z\d]|\s*$)")


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
        head = head_of(rest, tools)
        if not head or len(rest) > 14 or (head in KIN and len(rest) == 1):
            continue
        tail = rest[2:] if len(rest) > 2 and rest[1] == "dan" and rest[2][0].isupper() and not head_of(rest[2:], tools) else rest[1:]
        if _verb_inside(" ".join(tail), tools) or any(word in _THROUGH for word in tail):
            continue
        if index and (bare(words[index - 1]) in _CROWDS or words[index - 1][0].isdigit()):
            continue
        lead = next((size for size in (2, 1) if index >= size and A_PERSON.fullmatch(" ".join(words[index - size : index]) + " ")), 0)
        return " ".join(words[index - lead :])
    return ""


_THROUGH = word_set("melalui lewat didampingi bersama mendampingi setelah sebelum saat ketika usai karena sementara sedangkan sejak")
KIN = word_set("istri suami kakak adik paman bibi kakek nenek menantu kerabat")
_CROWDS = word_set(
    """
    para ribuan ratusan puluhan sejumlah banyak hadapan depan antar setiap tiap bagi dua tiga empat lima enam tujuh
    """
    "delapan sembilan sepuluh beberapa"
)


def _verb_inside(text: str, tools: Toolbox) -> bool:
    words = text.split()
    return any(
        (bare(word) in {"yang", "dan", "agar", "untuk", "ini", "itu"} and index < 2) or (tools.grammar.is_verb(word) and word.islower())
        for index, word in enumerate(words)
    )
