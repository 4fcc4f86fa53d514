"""Clauses made short enough for a headline: what may go, in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadcast.write.scene import Scene
from broadcast.write.spare import DENIES, LEAN_ON, WHERE, is_inside, may_go
from broadcast.write.standing import (
    MOST,
    PREPOSITIONS,
    SUBORDINATE,
    is_finite,
    main_verb,
    stands,
    tells_whole,
)
from broadcast.write.words import Grammar, bare, count_words, tidy, word_set

_TIME = re.compile(
    r"\b(?:(?:hingga|sampai|sejak|pada|mulai|selama|per|untuk) )?(?:(?:hari|pekan|bulan|tahun|minggu|malam|pagi|siang|sore)(?: ini| lalu"
    r"| tadi| \d{4}| kemarin)+|besok|kemarin|lusa|tadi \w+|(?:awal|akhir|pertengahan) (?:tahun|bulan|pekan|[A-Z]\w+)(?: \d{4}| ini| lalu)?"
    r"|(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?: (?:pagi|siang|sore|malam|lalu|depan|ini|kemarin))*"
    r"|(?:sekitar )?pukul [\d.]+(?: Waktu Indonesia (?:Barat|Tengah|Timur))?|(?:(?:\d{1,2}|satu|dua|tiga|empat|lima|enam"
    r"|tujuh|delapan|sembilan|sepuluh|sebelas) )?(?:bulan |tanggal )?(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus"
    r"|September|Oktober|November|Desember)(?: \d{4}| lalu| mendatang)?|(?:kuartal|triwulan|semester) \w+(?: \d{4}| tahun \d{4})?"
    r"|(?:se(?:pekan|tahun|bulan)) (?:terakhir|lalu))$",
    re.IGNORECASE,
)
_PER = re.compile(
    r" (?:dua|tiga) kali lipat$| secara [a-z]+$| (?:besar|habis)-(?:besaran|habisan)$"
    r"| (?:per|setiap) (?:kg|kilogram|kilo|liter|hektare|gram|barel|ekor|butir|dolar Amerika Serikat|orang|jemaah|bulan)\b",
    re.IGNORECASE,
)
_UNITS = (
    r"^(?:(?:Unit|Tim|Satuan|Subdirektorat|Direktorat|Seksi|Jajaran|Petugas|Anggota|Penyidik|tim|jajaran|petugas)\b[^,]*?)"
    r"(?=\b(?:Polres\w*|Polda|Polsek|Polri|Bareskrim|Kejaksaan (?:Negeri|Tinggi|Agung)|KPK)\b)"
)
_SHORT_FORMS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=[a-z]) (?:atau|alias) [A-Z][\w-]*(?: [A-Z][\w-]*)*(?![\w.])| (?:atau|alias) [A-Z]{2,}(?![\w.])", ""),
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
        (r"\bBadan Usaha Milik Negara\b", "BUMN"),
        (r"\btermasuk dalam (?=[A-Z])", "termasuk "),
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
    r"\s(?:resmi|terus|turut|juga|akhirnya|langsung|berhasil|telah|sudah|kini)(?=\s(?:me|ber|di)[a-z]{3,})"
    r"|(?<=[a-z] )(?:sejumlah|berbagai) "
)

_CASE = word_set("soal terkait tentang mengenai atas kasus rata-rata sebesar senilai")
_WAYS = word_set(
    "lewat melalui karena akibat gegara imbas usai setelah saat ketika untuk guna demi buat menjelang sejak selama meski meskipun "
    "sehingga agar supaya dengan oleh terhadap kepada bagi sambil sebelum walau lantaran seiring sementara sesuai berdasarkan"
)
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
    text = (
        tidy(re.sub(rf"(?<=[A-Za-z\d]) (?:tahun |di tahun )?(?:{scene.air.year}|{scene.air.year - 1})\b(?! (?:hingga|dan)\b)", "", text))
        if not _fits(text, scene, most)
        else text
    )
    for pattern in (_FILLERS, _PER):
        if _fits(text, scene, most):
            return text
        text = tidy(pattern.sub(" " if pattern is _FILLERS else "", text))
    tried = [_called(text, scene) if count_words(text) > most else text]
    for _ in range(_DEEPEST):
        whole = [one for one in tried if _fits(one, scene, most) and tells_whole(one, scene)]
        if whole:
            return max(whole, key=count_words)
        tried = list(dict.fromkeys(less for one in tried[:_WIDEST] for less in _droppings(one, scene)))
    return ""


_DEEPEST, _WIDEST = 6, 12


def _called(text: str, scene: Scene) -> str:
    """Return a long clause with its first person by the name that the article calls them later: "Ahmad Sudirjo" → "Sudirjo"."""
    for person in scene.people:
        short = person.short
        if short and " " in person.name and short != person.name and short in person.name.split() and not scene.shared(person):
            text = text.replace(person.name, short)
    return text


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
    if time and may_go(words, len(text[: time.start()].split()), verb, grammar):
        yield text[: time.start()].rstrip(" ,")
    places = [at for at, word in enumerate(words) if at and bare(word) in WHERE]
    kinds = [_CASE | {"dalam"}, _WAYS, frozenset({"yang"})]
    for kind in kinds:
        yield from _without(words, verb, kind, grammar)
    if len(places) > 1:
        yield from _without(words, verb, WHERE, grammar)
    yield from _without(words, verb, WHERE, grammar)
    yield from _without_last(words, verb, grammar)


_PAIRED = word_set("antara kedua keduanya dua baik hubungan kerja laga duel bersama pasangan sama lawan")


def _without_last(words: Sequence[str], verb: int, grammar: Grammar) -> Iterator[str]:
    """Yield the words without the last thing of a list: "menjadi magnet investasi dan ekspor dunia"."""
    at = next((index for index in range(len(words) - 1, verb + 1, -1) if bare(words[index]) in {"dan", "serta", "bersama", "hingga"}), 0)
    denied = any(bare(word) in DENIES for word in words[:at])
    fresh = at and words[at + 1 : at + 2] and words[at + 1][:1].isdigit()
    if (
        not at
        or (denied and not fresh)
        or at == verb + 1
        or _PAIRED & set(map(bare, words[:at]))
        or any(grammar.is_verb(word) for word in words[at + 2 :])
    ):
        return
    if words[at][0].islower() and not (words[at - 1][:1].isupper() and words[at + 1 : at + 2] and words[at + 1][:1].isupper()):
        yield " ".join(words[:at]).rstrip(",")


def _without(words: Sequence[str], verb: int, kind: frozenset[str], grammar: Grammar) -> Iterator[str]:
    """Yield the words without a part that a word of a kind opens, the last first."""
    for at in range(len(words) - 1, 0, -1):
        if bare(words[at]) not in kind or not may_go(words, at, verb, grammar):
            continue
        end = _end_of(words, at, verb, grammar)
        if bare(words[at]) in WHERE and at > verb:
            inside = is_inside(words, at, verb, grammar)
            end = next((one for one in range(at + 2, end) if _goes_on(words, one, grammar, inside=inside)), end)
        if bare(words[at]) in PREPOSITIONS and at > verb and _tells_more(words[at + 2 : end], grammar):
            continue
        opening = at
        while opening > verb + 1 and bare(words[opening - 1]) in LEAN_ON:
            opening -= 1
        kept = [*words[:opening], *words[end:]]
        if kept and not kept[-1].endswith(","):
            yield tidy(" ".join(kept))
        elif kept:
            yield tidy(" ".join(kept)).rstrip(",")


def _goes_on(words: Sequence[str], at: int, grammar: Grammar, *, inside: bool) -> bool:
    """Whether a clause goes on at a word behind a place: "di Garum belum ada", or with the verb of what somebody tells."""
    return grammar.is_helper(words[at]) or (inside and is_finite(words, at, grammar))


def _tells_more(part: Sequence[str], grammar: Grammar) -> bool:
    """Whether a part that only says where or of what holds a verb of the clause: "di Garum beredar"."""
    own = part[: part.index("yang")] if "yang" in part else part
    return any(word.islower() and grammar.is_verb(word) and bare(word)[:2] in {"me", "be", "di"} for word in own)


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
