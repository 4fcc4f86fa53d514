"""Clauses made short enough for a headline: what may go, in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadcast.write.scene import Scene
from broadcast.write.standing import (
    ASKS,
    ATTRIBUTIVE,
    INTRANSITIVE,
    MOST,
    NEEDS,
    OPEN_END,
    PREPOSITIONS,
    SUBORDINATE,
    TELLS,
    is_finite,
    main_verb,
    stands,
    tells_whole,
)
from broadcast.write.words import Grammar, bare, count_words, tidy, word_set

_TIGHT = re.compile(r"^(?:ter[a-z]+|pertama|satu-satunya|paling|hanya|cuma|kecuali|selain|lebih|kurang|salah|satu|lain|kedua|ketiga)$")
_DENIES = word_set("tidak tak bukan jangan tanpa hanya")
_TIME = re.compile(
    r"\b(?:(?:hingga|sampai|sejak|pada|mulai|selama|per|untuk) )?(?:(?:hari|pekan|bulan|tahun|minggu|malam|pagi|siang|sore)(?: ini| lalu"
    r"| tadi| \d{4}| kemarin)+|besok|kemarin|lusa|tadi \w+|(?:awal|akhir|pertengahan) (?:tahun|bulan|pekan|[A-Z]\w+)(?: \d{4}| ini| lalu)?"
    r"|(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?: (?:pagi|siang|sore|malam|lalu|depan|ini|kemarin))*"
    r"|(?:sekitar )?pukul [\d.]+(?: Waktu Indonesia (?:Barat|Tengah|Timur))?|(?:(?:\d{1,2}|satu|dua|tiga|empat|lima|enam"
    r"|tujuh|delapan|sembilan|sepuluh|sebelas) )?(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus"
    r"|September|Oktober|November|Desember)(?: \d{4}| lalu| mendatang)?|(?:kuartal|triwulan|semester) \w+(?: \d{4}| tahun \d{4})?"
    r"|(?:se(?:pekan|tahun|bulan)) (?:terakhir|lalu))$",
    re.IGNORECASE,
)
_PER = re.compile(
    r" (?:per|setiap) (?:kg|kilogram|kilo|liter|hektare|gram|barel|ekor|butir|dolar Amerika Serikat|orang|jemaah|bulan)\b", re.IGNORECASE
)
_UNITS = (
    r"^(?:(?:Unit|Tim|Satuan|Subdirektorat|Direktorat|Seksi|Jajaran|Petugas|Anggota|Penyidik|tim|jajaran|petugas)\b[^,]*?)"
    r"(?=\b(?:Polres\w*|Polda|Polsek|Polri|Bareskrim|Kejaksaan (?:Negeri|Tinggi|Agung)|KPK)\b)"
)
_SHORT_FORMS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=\bdi )(?:[Pp]rovinsi|[Kk]abupaten) (?=[A-Z])", ""),
        (
            r"\bdi ((?:Desa|Kelurahan|Dusun|Kampung|Nagari) (?:[A-Z]\w+ ?){1,2}),? (?:Kecamatan|Distrik) .*?(?:Kabupaten|Kota) (?=[A-Z])",
            "di ",
        ),
        (r",? (?:Kecamatan|Distrik) (?:[A-Z]\w+ ?){1,3}(?=,? (?:Kabupaten|Kota)\b)", ""),
        (r"(?<=\w),? [Pp]rovinsi (?:[A-Z]\w+ ?){1,3}$", ""),
        (_UNITS, ""),
        (r"^BMKG Stasiun .*?(?= (?:me|ber)[a-z]+)", "BMKG"),
        (r"^[Mm]ajelis [Hh]akim Pengadilan .*?(?= (?:me|ber)[a-z]+)", "Majelis hakim"),
        (r"\bKomisi Pemberantasan Korupsi\b", "KPK"),
        (r"\bBadan Penanggulangan Bencana Daerah\b", "BPBD"),
        (r"\bDewan Perwakilan Rakyat Daerah\b", "DPRD"),
        (r"\bDewan Perwakilan Rakyat\b", "DPR"),
        (r"\b[Bb]antuan [Ll]angsung [Tt]unai\b", "BLT"),
        (r"\b[Aa]paratur [Ss]ipil [Nn]egara\b", "ASN"),
        (r"\b[Mm]akan(?:an)? [Bb]ergizi [Gg]ratis\b", "MBG"),
        (r"\bDemam Berdarah Dengue\b", "demam berdarah"),
        (r"\bdemam berdarah dengue\b", "demam berdarah"),
        (r"\bAmerika Serikat\b", "Amerika"),
        (r"\bNusa Tenggara Timur\b", "NTT"),
        (r"\bNusa Tenggara Barat\b", "NTB"),
        (r"\bBadan Pengawas Pemilu\b", "Bawaslu"),
        (r"\bKomisi Pemilihan Umum\b", "KPU"),
        (r"\bPT ((?:[A-Z][\w-]* ){1,4})(?:\(Persero\) )?Tbk\b ?", r"\1"),
        (r"^(Pemerintah Desa [A-Z]\w+) Kecamatan .*?(?= (?:me|ber)[a-z]+)", r"\1"),
        (r"\bpermukiman padat bantaran\b", "bantaran"),
    )
)
"""Long names and what a listener knows them by: no meaning goes."""
_FILLERS = re.compile(
    r"\s(?:resmi|terus|turut|juga|akhirnya|langsung|berhasil|telah|kini)(?=\s(?:me|ber|di)[a-z]{3,})|(?<=[a-z] )(?:sejumlah|berbagai) "
)

_CASE = word_set("soal terkait tentang mengenai atas kasus rata-rata sebesar senilai")
_WAYS = word_set(
    "lewat melalui karena akibat gegara imbas usai setelah saat ketika untuk guna demi buat menjelang sejak selama meski meskipun "
    "sehingga agar supaya dengan oleh terhadap kepada bagi sambil sebelum walau lantaran seiring sementara"
)
_WHERE = word_set("di dari pada")
_CLINGS = word_set("hingga sampai terhadap kepada dengan untuk dari yang dan bagi tentang soal ke atas sebagai terkait")
"""What follows on a part that goes, and goes with it."""


def shorten(text: str, scene: Scene, most: int = MOST) -> str:
    """Return a clause of at most `most` words that stands, made from a longer one by leaving things out; nothing when it cannot be.

    What goes first means least: long names, "per kilogram", time, the case, cause and purpose, then a place.
    """
    text = tidy(text)
    for pattern, new in ((None, ""), *_SHORT_FORMS):
        if _fits(text, scene, most):
            return text
        if pattern:
            text = tidy(pattern.sub(new, text))
    for pattern in (_FILLERS, _PER):
        if _fits(text, scene, most):
            return text
        text = tidy(pattern.sub(" " if pattern is _FILLERS else "", text))
    for _ in range(6):
        if _fits(text, scene, most) and tells_whole(text, scene):
            return text
        less = list(_droppings(text, scene))
        if not less:
            break
        text = max((one for one in less if _fits(one, scene, most) and tells_whole(one, scene)), key=count_words, default=less[0])
    return text if _fits(text, scene, most) and tells_whole(text, scene) else ""


def _fits(text: str, scene: Scene, most: int) -> bool:
    return count_words(text) <= most and stands(text, scene)


def _droppings(text: str, scene: Scene) -> Iterator[str]:
    """Yield the text without one of its parts, what matters least first."""
    grammar = scene.tools.grammar
    words = text.split()
    verb = main_verb(words, grammar)
    if verb < 1:
        return
    time = _TIME.search(text)
    if time and _may_go(words, len(text[: time.start()].split()), verb, grammar):
        yield text[: time.start()].rstrip(" ,")
    places = [at for at, word in enumerate(words) if at and bare(word) in _WHERE]
    kinds = [_CASE | {"dalam"}, _WAYS, frozenset({"yang"})]
    for kind in kinds:
        yield from _without(words, verb, kind, grammar)
    if len(places) > 1:
        yield from _without(words, verb, _WHERE, grammar)
    yield from _without(words, verb, _WHERE, grammar)


def _without(words: Sequence[str], verb: int, kind: frozenset[str], grammar: Grammar) -> Iterator[str]:
    """Yield the words without a part that a word of a kind opens, the last first."""
    for at in range(len(words) - 1, 0, -1):
        if bare(words[at]) not in kind or not _may_go(words, at, verb, grammar):
            continue
        end = _end_of(words, at, verb, grammar)
        kept = [*words[:at], *words[end:]]
        if kept and not kept[-1].endswith(","):
            yield tidy(" ".join(kept))
        elif kept:
            yield tidy(" ".join(kept)).rstrip(",")


def _end_of(words: Sequence[str], at: int, verb: int, grammar: Grammar) -> int:
    """Return where the part ends that opens at a word."""
    joints = PREPOSITIONS | SUBORDINATE | {"yang"}
    opener = bare(words[at])
    last = len(words) if at > verb else _helped(words, verb, grammar)
    if opener in SUBORDINATE - {"hingga", "sampai"} or opener in {"yang", "soal", "terkait", "tentang", "mengenai"}:
        return last
    end = at + 1
    while (
        end < last
        and not words[end - 1].endswith(",")
        and (
            bare(words[end]) not in joints
            or bare(words[end]) in _CLINGS
            or words[end : end + 2] in (["di", "bawah"], ["di", "atas"])
            or words[end - 1] == "di"
        )
    ):
        end += 1
    return end


def _helped(words: Sequence[str], verb: int, grammar: Grammar) -> int:
    while verb > 1 and grammar.is_helper(words[verb - 1]):
        verb -= 1
    return verb


_ASKED_ENOUGH = 5
"""So many words after "meminta" say already what is asked."""


_HARMLESS = word_set("usai setelah saat meski terkait soal mengenai tentang")
"""What may go although something is denied before: a denial does not reach it."""


def _is_bare_noun(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether one noun alone stands before "yang", so that it says nothing without it: "pada level yang aman"."""
    return at > 1 and (grammar.is_verb(words[at - 2]) or bare(words[at - 2]) in PREPOSITIONS)


def _is_inside(words: Sequence[str], at: int, verb: int, grammar: Grammar) -> bool:
    """Whether a part stands in what somebody tells, before its verb: without it the clause would lose its subject."""
    if at <= verb or (bare(words[verb]) not in TELLS and bare(words[verb]) != "optimistis"):
        return False
    return at <= next((index for index in range(verb + 1, len(words)) if is_finite(words, index, grammar)), verb)


def _may_go(words: Sequence[str], at: int, verb: int, grammar: Grammar) -> bool:
    """Whether the part that opens at a word may go: nothing before it asks for it, and no denial reaches it."""
    before, opener = bare(words[at - 1]), bare(words[at])
    fixed = opener == "di" and words[at + 1 : at + 2] in (["bawah"], ["antaranya"], ["atas"])
    bound = opener == "kasus" and (at - 1 <= verb or before in PREPOSITIONS)
    needed = before in NEEDS or before in OPEN_END or bool(_TIGHT.match(before)) or (before in ATTRIBUTIVE and before[:3] == "ber")
    if at < 1 or at == verb or fixed or bound or needed or (at > 1 and bare(words[at - 2]) == "yang"):
        return False
    if (opener == "yang" and _is_bare_noun(words, at, grammar)) or _is_inside(words, at, verb, grammar):
        return False
    if any(bare(word) in _DENIES for word in words[:at]) and bare(words[at]) not in _HARMLESS:
        return False
    if at > verb:
        asked = next((index for index, word in enumerate(words[:at]) if bare(word) in ASKS), at)
        if at - asked in range(1, _ASKED_ENOUGH) and bare(words[at]) in {"untuk", "agar", "supaya", "buat"}:
            return False
        return not (words[at - 1].islower() and grammar.is_active(words[at - 1]) and before not in INTRANSITIVE)
    return at > 0
