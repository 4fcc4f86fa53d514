"""Long sentences cut at clause joints, the subject restored (RADIO R06)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from broadcast.bahasa.dates import MONTHS, WEEKDAYS
from broadcast.write import additions, adjuncts, cuts, details, loose, tails
from broadcast.write.clauses import is_balanced, is_whole
from broadcast.write.cuts import Cut, Joint
from broadcast.write.scene import MOST_WORDS, Draft, Scene
from broadcast.write.words import Grammar, bare, capital, tidy, word_set

CUTTERS: tuple[Callable[[Joint], Cut | None], ...] = (
    cuts.cut_but,
    cuts.cut_while,
    cuts.cut_so,
    cuts.cut_because,
    adjuncts.cut_except,
    additions.cut_and_clause,
    additions.cut_and_verb,
    additions.cut_urged,
    details.cut_elliptic,
    loose.cut_next_area,
    loose.cut_and_then,
    loose.cut_whose,
    loose.cut_share,
    loose.cut_earlier_figure,
    loose.cut_occasion,
    details.cut_details,
    details.cut_next,
    details.cut_with,
    details.cut_means,
    cuts.cut_although,
    details.cut_also,
    details.cut_object,
    details.cut_subject,
    details.cut_theme,
    cuts.cut_purpose,
    cuts.cut_when,
    details.cut_while_lasting,
    details.cut_where,
    tails.cut_aside,
    details.cut_relative,
    tails.cut_case,
    tails.cut_defining,
    tails.cut_with_its,
    loose.cut_topic,
    loose.cut_with_clause,
    loose.cut_from_to,
    loose.cut_result,
    loose.cut_intent,
    loose.cut_with_more,
    loose.cut_manner,
    loose.cut_use,
    adjuncts.cut_case_told,
    adjuncts.cut_adjunct,
)
"""The kinds of joints; at each place the first that fits is taken."""

UNSURE: frozenset[Callable[[Joint], Cut | None]] = frozenset(
    {
        cuts.cut_so,
        cuts.cut_because,
        cuts.cut_when,
        cuts.cut_purpose,
        details.cut_details,
        details.cut_with,
        tails.cut_case,
        tails.cut_defining,
        tails.cut_with_its,
        adjuncts.cut_case_told,
        adjuncts.cut_adjunct,
    }
)
"""Joints at which a doubt ("diduga …") would be lost with the first half."""
SURE = tuple(cutter for cutter in CUTTERS if cutter not in UNSURE)

SPARE: frozenset[Callable[[Joint], Cut | None]] = frozenset(
    {
        cuts.cut_when,
        cuts.cut_purpose,
        details.cut_details,
        details.cut_next,
        details.cut_with,
        details.cut_means,
        details.cut_theme,
        details.cut_while_lasting,
        details.cut_where,
        details.cut_relative,
        details.cut_subject,
        tails.cut_aside,
        tails.cut_case,
        tails.cut_defining,
        adjuncts.cut_case_told,
        adjuncts.cut_adjunct,
        loose.cut_share,
        loose.cut_earlier_figure,
        loose.cut_occasion,
        loose.cut_with_clause,
        loose.cut_from_to,
        loose.cut_with_more,
        loose.cut_manner,
        loose.cut_use,
    }
)
"""Joints whose second half is a detail that may go alone."""

TRIGGERS = word_set("""
    tetapi namun tapi padahal sedangkan sementara sehingga karena sebab kecuali dan serta lalu kemudian disusul diikuti ditambah atau
    yakni yaitu tinggal antara dengan melalui lewat meskipun meski walaupun walau untuk agar supaya demi guna setelah saat ketika
    sebelum menjelang usai seusai selama pukul di ke pada kepada dari dalam mulai sejak sepanjang yang kasus perkara bertema bertajuk
    mengusung sekaligus menyusul dibanding dibandingkan bukan termasuk
    """)
"""Words at which a joint can be, where no comma or verb stands."""

_HEDGE = re.compile(r"\b(?:diduga|menduga|dugaan|kemungkinan|mungkin|diperkirakan|memperkirakan|diprakirakan|ditaksir)\b")


def split_draft(draft: Draft, scene: Scene, limit: int, measure: Callable[[Draft], int], depth: int = 3) -> list[Draft]:
    """Return a draft as sentences of at most `limit` words where it can be cut well; else the draft as it is.

    Of the ways to cut, the one wins that leaves the fewest words over the limit, then the strongest joints.
    """
    if measure(draft) <= limit:
        return _eased(draft, scene, measure) if depth else [draft]
    shorter = _without_middle_places(draft, scene)
    if measure(shorter) <= limit or not depth:
        return [shorter]
    best, least = [shorter], _over([shorter], limit, measure) + 0.0
    cuts = sorted(find_cuts(shorter.text, scene, reported=shorter.speaker >= 0), key=lambda cut: -cut.worth)
    for cut in cuts[:7]:
        head, tail = _parted(shorter, cut, scene)
        pieces = [*split_draft(head, scene, limit, measure, depth - 1), *split_draft(tail, scene, MOST_WORDS, measure, depth - 1)]
        cost = _over(pieces, limit, measure) + len(pieces) - 0.3 * cut.worth
        if cost < least:
            best, least = pieces, cost
    return _trimmed(best[0], limit, measure) if len(best) == 1 else best


EASY_WORDS = 17
"""Beyond this a sentence is cut where it parts by itself (aim for 8 to 14 words, RADIO R06)."""


def _eased(draft: Draft, scene: Scene, measure: Callable[[Draft], int]) -> list[Draft]:
    """Cut a sentence that is allowed but heavy, where a strong joint parts two whole ideas."""
    if measure(draft) <= EASY_WORDS:
        return [draft]
    strong = [cut for cut in find_cuts(draft.text, scene, reported=draft.speaker >= 0) if cut.worth >= _STRONG]
    for cut in sorted(strong, key=lambda one: abs(len(one.head.split()) - len(one.tail.split()))):
        if min(len(cut.head.split()), len(cut.tail.split())) >= _LEAST:
            return list(_parted(draft, cut, scene))
    return [draft]


_STRONG = 8
_LEAST = 5


def _parted(draft: Draft, cut: Cut, scene: Scene) -> tuple[Draft, Draft]:
    rules = (*draft.rules, "split_long")
    tail = scene.lower(_STRAY.sub("", cut.tail)) if draft.speaker >= 0 else cut.tail
    verb = draft.verb if draft.verb in _DOUBTING else ""
    follows = draft.speaker >= 0 and bool(_GOES_ON.match(tail))
    second = replace(draft, text=tail, verb=verb, rules=rules, doubts=(), leans=cut.leans, follows=follows, spare=draft.spare or cut.spare)
    return replace(draft, text=cut.head, rules=rules), second


_GOES_ON = re.compile(
    r"(?:itu (?:karena|terjadi|berlangsung)|hal itu|alasannya|penyebabnya|artinya|tujuannya|caranya|rinciannya|sisanya|jumlahnya|waktunya"
    r"|lokasinya|karena itu|meski demikian|berikutnya|di antaranya|ada pula|terdapat pula|[\w-]+ itu (?:dilakukan|digelar|berlangsung))\b"
)
"""How the second half of a statement opens when its words alone show that it goes on."""

_STRAY = re.compile(r"^(?:sehingga|bahwa|dan|serta|sedangkan|sementara(?! itu))\s+", re.IGNORECASE)
_DOUBTING = frozenset({"menduga", "memperkirakan", "mengklaim", "meyakini"})


def _trimmed(draft: Draft, limit: int, measure: Callable[[Draft], int]) -> list[Draft]:
    """Shorten what cannot be cut: the district goes where the village is named, then an opening aside."""
    if measure(draft) > limit + 8:
        return [draft]
    shorter = draft
    for pattern, new in _SHORTER:
        text = tidy(pattern.sub(new, shorter.text, count=1))
        if text == shorter.text:
            continue
        shorter = replace(shorter, text=capital(text) if draft.speaker < 0 else text, rules=(*draft.rules, "trim_long"))
        if measure(shorter) <= limit:
            return [shorter]
    return [draft]


_NAMED = r"\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}"
_SHORTER: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^Memasuki [^,]{3,40},\s"), ""),
    (re.compile(r",\s(?:tepatnya|persisnya)\s(?:di\s)?(?:Jalan|Gang|Jl|Kilometer|RT|Blok|Perumahan)\s[^,]*(?=,)"), ""),
    (re.compile(r"(?<!belum )(?<!tidak )(?<!tak )\bberhasil\s(?=me[a-z]{4}|di[a-z]{4})"), ""),
    (
        re.compile(
            r",\s(?:Provinsi\s)?(?:Sumatera\s[A-Z]\w+|Jawa\s[A-Z]\w+|Kalimantan\s[A-Z]\w+|Sulawesi\s[A-Z]\w+|Nusa Tenggara\s[A-Z]\w+"
            r"|Kepulauan Riau|Lampung|Banten|Bengkulu|Riau|Jambi|Aceh|Bali|Papua(?:\s[A-Z]\w+)*|Maluku(?:\sUtara)?|Gorontalo)$"
        ),
        "",
    ),
    (re.compile(r"\b(?:akhirnya|resmi(?= (?:me|di)[a-z])|sebesar|sebanyak|secara sah dan meyakinkan)\s"), ""),
    (re.compile(r"(?<=[a-z]{5}) tersebut\b|(?<=periode )yang sama "), ""),
    (re.compile(r"\b(?:(?:pada|untuk|di|dari)\s)?[Tt]ahun [Aa]nggaran 20\d\d\b"), ""),
    (re.compile(r"\bdengan (?:pidana|hukuman) penjara(?: selama)?\b"), "penjara"),
    (re.compile(r"\bpidana penjara(?: selama)?\b"), "penjara"),
    (re.compile(r"(?<=\w),\s(?:Kecamatan|Distrik|Kelurahan)" + _NAMED + r"(?=,|\s[a-z]|$)"), ""),
    (re.compile(r"((?:Kabupaten|Kota)" + _NAMED + r"),\s[A-Z]\w+(?:\s[A-Z]\w+){0,2},?(?=\s[a-z]|$)"), r"\1"),
    (re.compile(r"^(?:Dalam|Pada|Melalui)\s[a-z]+nya,\s", re.IGNORECASE), ""),  # "Dalam pertimbangannya, "
    (
        re.compile(
            r",?\s(?:melalui|lewat)\s[A-Z]\w+(?:\s(?:dan\s)?[A-Z]\w+)*(?=\s(?:me"
            r"|ber(?!sama\b))[a-z]+)"
        ),
        "",
    ),  # Pemkab melalui Dinas X menggelar
)
"""What goes, one after the other, where a sentence cannot be cut: words without weight, then the middle of a place."""


def _over(pieces: Sequence[Draft], limit: int, measure: Callable[[Draft], int]) -> int:
    """Return how bad it is that sentences are too long: ten for the fault, one for each word."""
    sizes = [measure(piece) - (limit if index == 0 else MOST_WORDS) for index, piece in enumerate(pieces)]
    return sum(10 + size for size in sizes if size > 0)


@lru_cache(maxsize=128)
def find_cuts(text: str, scene: Scene, *, reported: bool) -> tuple[Cut, ...]:
    """Return the places where a sentence parts into two that stand alone; kept, for a shorter item asks again."""
    words = text.split()
    grammar = scene.tools.grammar
    conditional = _IF_ONLY.match(text)
    found = []
    for at in range(3, len(words) - 2):
        if not (words[at - 1][-1] in ",:" or bare(words[at]) in TRIGGERS or grammar.is_verb(words[at])):
            continue
        if not grammar.is_verb(words[at]) and not is_whole(words[:at], grammar):
            continue
        if bare(words[at]) == "lalu" and bare(words[at - 1]) in _TIMES:
            continue
        before = " ".join(words[:at])
        if conditional and _IF_ONLY.match(before) and not _then(words[:at], grammar):
            continue
        if _HALF_TOLD.search(" ".join(words[at - 3 : at])):
            continue
        joint = Joint(words, at, before.rstrip(" ,"), scene, reported)
        cutters = SURE if _HEDGE.search(joint.head) else CUTTERS
        cut = next(
            (replace(cut, spare=cutter in SPARE) for cutter in cutters if (cut := cutter(joint)) and len(cut.tail.split()) >= 4), None
        )
        if cut:
            found.append(cut)
    return tuple(cut for cut in found if is_balanced(cut.head) and is_balanced(cut.tail) and len(cut.tail.split()) < len(words))


_HALF_TOLD = re.compile(r"\b(?:sedangkan|sementara)(?:\s[\w-]+){0,2},?$")  # "sedangkan terendah | di Tanjung"
_IF_ONLY = re.compile(
    r"^(?:(?:bahkan|namun|tetapi|dan|sebab|karena|tentu|mungkin|memang|jadi),?\s)*(?:jika|kalau|bila|apabila|andai|seandainya|begitu)\b",
    re.IGNORECASE,
)


def _then(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether what a condition leads to is told as well: a comma, and a verb behind it."""
    comma = next((index for index, word in enumerate(words) if word.endswith(",") and index > 1), -1)
    return comma >= 0 and any(grammar.is_verb(word) for word in words[comma + 1 :])


_TIMES = frozenset({"tahun", "pekan", "minggu", "bulan", "hari", "jam", "malam", "siang", "sore", "pagi", "lebaran"}) | {
    name.casefold() for name in (*MONTHS, *WEEKDAYS)
}
"""Before "lalu" these make a time (tahun lalu), not a joint."""

_PLACE_CHAIN = re.compile(
    r"\b(?P<a>(?:Dusun|Desa|Kelurahan|Kampung|Dukuh|Jorong|Nagari"
    r"|Banjar)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}),\s(?P<b>(?:Desa|Kelurahan|Kecamatan|Distrik"
    r"|Nagari)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}),\s(?P<rest>(?:(?:Kecamatan|Kabupaten|Kota|Distrik|Provinsi)\s)?(?!Senin"
    r"|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)[A-Z]\w*(?:\s(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
    r"|Ahad)[A-Z]\w*){0,2}(?:,\s(?:(?:Kabupaten|Kota|Provinsi)\s)?(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
    r"|Ahad)[A-Z]\w*(?:\s(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)[A-Z]\w*){0,2})*)"
)


_PROVINCE = re.compile(
    r"((?:Kota|Kabupaten)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}),\s(?:Provinsi\s)?(?:Aceh|Sumatera\s\w+|Riau|Jambi|Bengkulu"
    r"|Lampung|Banten|Jawa\s\w+|Bali|Nusa\sTenggara\s\w+|Kalimantan\s\w+|Sulawesi\s\w+|Gorontalo|Maluku(?:\sUtara)?"
    r"|Papua(?:\s\w+)?)(?=,|\s(?![A-Z]))"
)


_PROVINCE_ASIDE = re.compile(
    r"(?<=[a-z]),\s(?:Provinsi\s)?(?:Sumatera\s[A-Z]\w+|Bengkulu|Lampung|Banten|Jawa\s[A-Z]\w+|Nusa\sTenggara\s[A-Z]\w+"
    r"|Kalimantan\s[A-Z]\w+|Sulawesi\s[A-Z]\w+|Maluku\sUtara)(?:(?=,\s(?:kemarin|hari|tadi|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu))|,(?=\s[a-z]))"
)  # "Kupang, Nusa Tenggara Timur, menjatuhkan"


def _without_middle_places(draft: Draft, scene: Scene) -> Draft:
    """Name a place by its smallest and largest parts when the whole chain is too long."""
    del scene

    def shorter(match: re.Match[str]) -> str:
        parts = [match["a"], match["b"], *re.split(r",\s", match["rest"])]
        district = next((part for part in parts if part.startswith(("Kecamatan", "Distrik"))), "")
        first = (
            match["b"]
            if match["a"].startswith(("Dusun", "Dukuh", "Kampung", "Banjar", "Jorong")) and not match["b"].startswith("Kecamatan")
            else match["a"]
        )
        second = district if district and district != first else parts[-1]
        return f"{first}, {second}"

    text = tidy(_PLACE_CHAIN.sub(shorter, draft.text))
    text = _PROVINCE.sub(r"\1", text)
    text = _PROVINCE_ASIDE.sub(lambda match: "" if match.string[match.end() :].strip() else match.group(), text)
    return replace(draft, text=text, rules=(*draft.rules, "name_place_once")) if text != draft.text else draft
