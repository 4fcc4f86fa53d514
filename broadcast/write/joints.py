"""Long sentences cut at clause joints, the subject restored (RADIO R06)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from broadcast.bahasa.dates import MONTHS, WEEKDAYS
from broadcast.write import additions, adjuncts, compared, cuts, details, loose, relatives, slim, subjects, tails
from broadcast.write.clauses import is_balanced, is_whole
from broadcast.write.cuts import Cut, Joint
from broadcast.write.scene import MOST_WORDS, Draft, Scene
from broadcast.write.words import Grammar, bare, word_set

CUTTERS: tuple[Callable[[Joint], Cut | None], ...] = (
    cuts.cut_but,
    cuts.cut_while,
    cuts.cut_so,
    cuts.cut_because,
    subjects.cut_event,
    subjects.cut_measured,
    subjects.cut_opener,
    subjects.cut_from_whom,
    subjects.cut_in_paper,
    subjects.cut_together,
    subjects.cut_ranging,
    compared.cut_of_total,
    adjuncts.cut_except,
    additions.cut_and_clause,
    additions.cut_and_verb,
    additions.cut_urged,
    details.cut_elliptic,
    compared.cut_next_area,
    loose.cut_and_then,
    relatives.cut_age,
    loose.cut_whose,
    compared.cut_share,
    compared.cut_earlier_figure,
    loose.cut_occasion,
    tails.cut_who,
    details.cut_details,
    details.cut_next,
    details.cut_with,
    details.cut_means,
    cuts.cut_although,
    details.cut_also,
    details.cut_object,
    subjects.cut_second_deed,
    details.cut_subject,
    details.cut_theme,
    cuts.cut_purpose,
    cuts.cut_when,
    details.cut_while_lasting,
    details.cut_where,
    tails.cut_aside,
    details.cut_relative,
    tails.cut_case,
    relatives.cut_including,
    relatives.cut_asked_of,
    relatives.cut_defining,
    tails.cut_with_its,
    loose.cut_topic,
    loose.cut_with_clause,
    compared.cut_from_to,
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
        relatives.cut_defining,
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
        relatives.cut_defining,
        relatives.cut_age,
        relatives.cut_including,
        adjuncts.cut_case_told,
        adjuncts.cut_adjunct,
        compared.cut_share,
        compared.cut_earlier_figure,
        loose.cut_occasion,
        loose.cut_with_clause,
        compared.cut_from_to,
        loose.cut_with_more,
        loose.cut_manner,
        loose.cut_use,
        subjects.cut_measured,
        subjects.cut_event,
        subjects.cut_opener,
        subjects.cut_from_whom,
        subjects.cut_in_paper,
        subjects.cut_together,
        compared.cut_of_total,
        subjects.cut_ranging,
    }
)
"""Joints whose second half is a detail that may go alone."""

TRIGGERS = word_set("""
    tetapi namun tapi padahal sedangkan sementara sehingga karena sebab kecuali dan serta lalu kemudian disusul diikuti ditambah atau
    yakni yaitu tinggal antara dengan melalui lewat meskipun meski walaupun walau untuk agar supaya demi guna setelah saat ketika
    sebelum sesaat menjelang usai seusai selama pukul di ke pada kepada dari dalam mulai sejak sepanjang yang kasus perkara bertema bertajuk
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
    shorter = slim.name_place_once(draft)
    lighter = slim.lighten(shorter, limit, measure)
    if measure(lighter) <= limit or not depth:
        return [lighter if measure(lighter) <= limit else slim.shorten(lighter, limit, measure)]
    best, least = [shorter], _over([shorter], limit, measure) + 0.0
    cuts = sorted(find_cuts(shorter.text, scene, reported=shorter.speaker >= 0), key=lambda cut: -cut.worth)
    for cut in cuts[:7]:
        head, tail = _parted(shorter, cut, scene)
        pieces = [*split_draft(head, scene, limit, measure, depth - 1), *split_draft(tail, scene, MOST_WORDS, measure, depth - 1)]
        cost = _over(pieces, limit, measure) + len(pieces) - 0.3 * cut.worth
        if cost < least:
            best, least = pieces, cost
    return [slim.shorten(lighter, limit, measure)] if len(best) == 1 else best


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
    return replace(draft, text=cut.head, rules=rules), replace(second, apart=not (cut.leans or second.spare))


_GOES_ON = re.compile(
    r"(?:itu (?:karena|terjadi|berlangsung|termasuk)|hal itu|alasannya|penyebabnya|artinya|tujuannya|caranya|rinciannya|sisanya"
    r"|jumlahnya|total [a-z]+nya|hal itu tertuang"
    r"|waktunya"
    r"|lokasinya|karena itu|meski demikian|berikutnya|di antaranya|ada pula|terdapat pula|[\w-]+ itu (?:dilakukan|digelar|berlangsung))\b"
)
"""How the second half of a statement opens when its words alone show that it goes on."""

_STRAY = re.compile(r"^(?:sehingga|bahwa|dan|serta|sedangkan|sementara(?! itu))\s+", re.IGNORECASE)
_DOUBTING = frozenset({"menduga", "memperkirakan", "mengklaim", "meyakini"})


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
        if not reported and grammar.is_active(words[0].lower()) and not _SUBJECT_SINCE.search(before):
            continue  # "Menghadapi juara bertahan, …": an opening, no sentence
        if _HALF_TOLD.search(" ".join(words[at - 3 : at])) or _inside_told(words, at, grammar):
            continue
        joint = Joint(words, at, before.rstrip(" ,"), scene, reported)
        cutters = SURE if _HEDGE.search(joint.head) else CUTTERS
        cut = next(
            (replace(cut, spare=cutter in SPARE) for cutter in cutters if (cut := cutter(joint)) and len(cut.tail.split()) >= 4), None
        )
        if cut:
            found.append(cut)
    return tuple(cut for cut in found if is_balanced(cut.head) and is_balanced(cut.tail) and len(cut.tail.split()) < len(words))


def _inside_told(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a joint stands between what was found and its verb: "mencatat jumlah kasus | sejak Januari mencapai 900"."""
    told = next((index for index in range(at - 1, 0, -1) if bare(words[index]) in _FINDS), -1)
    if told < 1 or any(grammar.is_verb(word) for word in words[told + 1 : at]):
        return False
    after = next((index for index in range(at, len(words)) if grammar.is_verb(words[index])), -1)
    return after > 0 and bare(words[after - 1]) != "yang" and bare(words[after]) in _REACHES


_FINDS = word_set("mencatat menunjukkan memperlihatkan menyebut menyebutkan memperkirakan melaporkan menghitung memastikan mengungkap")
_REACHES = word_set("mencapai naik turun meningkat menurun berjumlah tercatat menembus melonjak bertambah berkurang terjadi berada tumbuh")

_SUBJECT_SINCE = re.compile(r",\s\S+.*\s(?:me|di|ber|ter)[a-z]{3,}")
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
