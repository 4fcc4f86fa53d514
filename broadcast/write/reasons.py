"""Why each sentence of a story airs or not, in a few Indonesian words: what `choice` and the rules really decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadcast.model import Choice, FlagCode
from broadcast.write import choice
from broadcast.write.scene import Draft, Scene
from broadcast.write.worth import Merit, weigh

TAKEN_OUT = {
    "drop_guest_lists": "hanya daftar tamu",
    "tell_listed": "hanya judul daftar yang isinya tidak ada",
    "drop_company": "hanya siapa yang mendampingi",
    "drop_greetings": "hanya menyapa pembaca",
    "drop_signposts": "pertanyaan penulis atau penunjuk jalan",
    "drop_bare_credits": "hanya menyebut siapa yang berbicara",
    "drop_echoes": "potongan kutipan yang mengulang kalimat sebelumnya",
    "drop_self_praise": "pujian untuk diri sendiri",
    "screen": "dapat membuka identitas, atau menggambarkan cara bunuh diri",
}
"""Why a rule on drafts leaves a sentence out."""

HEADING = "kepala siaran pers, bukan kalimat berita"
NO_SPEAKER = "kutipan yang narasumbernya tidak jelas"
RHETORIC = "pertanyaan retoris dalam kutipan"
EMPTY = "tidak berisi kabar, hanya seruan atau basa-basi"
LEANING = "melanjutkan kalimat yang tidak ikut"
HANGING = "hanya mengantar kalimat yang tidak ikut"
LEAST = "nilai terendah saat durasi habis"
TOO_LONG = "terlalu panjang untuk sisa durasi"
LEAD = "teras"
WITH_LEAD = "menyatu dengan teras"
ROOM = "semua muat"
STILL_ROOM = "masih muat dalam durasi"

_FOR, _AGAINST, _MOST = 0.5, -1.5, 3
"""A merit is told from so many points on, for or against, and at most so many of them."""


def untold(drafts: Sequence[Draft], scene: Scene) -> dict[int, str]:
    """Return why sentences became no draft at all, by their number."""
    told = {number for draft in drafts for number in draft.sources}
    return {number: _untold(text, scene) for number, text in enumerate(scene.sentences) if number not in told}


def _untold(text: str, scene: Scene) -> str:
    unclear = (flag.note.partition("“")[2] for flag in scene.notes.flags if flag.code is FlagCode.NO_SPEAKER)
    if any(words and words.rstrip(".”") in text for words in unclear):
        return NO_SPEAKER
    return RHETORIC if "?" in text else EMPTY


def taken_out(before: Sequence[Draft], after: Sequence[Draft], rule: str) -> dict[int, str]:
    """Return which sentences a rule left out, and why.

    >>> taken_out([Draft("Pasar ramai", (0,)), Draft("hadir A, B, C, dan D", (1,))], [Draft("Pasar ramai", (0,))], "drop_guest_lists")
    {1: 'hanya daftar tamu'}
    """
    left = {number for draft in after for number in draft.sources}
    gone = {number for draft in before for number in draft.sources} - left
    return dict.fromkeys(sorted(gone), TAKEN_OUT.get(rule, f"dibuang oleh aturan {rule}"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The drafts of an item after the choice: their merits, which stay together, what each group is worth, which are kept."""

    drafts: Sequence[Draft]
    merits: Sequence[tuple[Merit, ...]]
    groups: Sequence[frozenset[int]]
    worth: Sequence[float]
    kept: frozenset[int]


def choices(weighed: Weighed, scene: Scene, gone: Mapping[int, str]) -> tuple[Choice, ...]:
    """Return what became of each sentence of a story, in order, and why."""
    heads = [(paragraph, 0, Choice(text, paragraph, aired=False, reason=HEADING)) for paragraph, text in scene.notes.heads]
    told = [(one.paragraph, 1, one) for one in _sentences(weighed, scene, gone)]
    return tuple(one for _, _, one in sorted([*heads, *told], key=lambda row: row[:2]))


def _sentences(weighed: Weighed, scene: Scene, gone: Mapping[int, str]) -> Iterator[Choice]:
    first: dict[int, int] = {}
    for source in {source for draft in weighed.drafts for source in draft.sources}:
        first[source] = _shown(weighed, [number for number, draft in enumerate(weighed.drafts) if source in draft.sources])
    used = {source for number in weighed.kept for source in weighed.drafts[number].sources}
    for source, (text, paragraph) in enumerate(zip(scene.sentences, scene.paragraphs, strict=True)):
        if source not in first:
            yield Choice(text, paragraph, aired=False, reason=gone.get(source, EMPTY))
            continue
        reason = _why_aired(weighed, first[source]) if source in used else _why_not(weighed, first[source])
        yield Choice(text, paragraph, source in used, reason, round(weighed.worth[first[source]], 1))


def _shown(weighed: Weighed, numbers: Sequence[int]) -> int:
    """Return which draft of a sentence stands for it: the weakest that airs, or the best of those that do not; its first among equals."""
    aired = [number for number in numbers if number in weighed.kept]
    return min(aired, key=lambda one: (weighed.worth[one], one)) if aired else min(numbers, key=lambda one: (-weighed.worth[one], one))


def _why_aired(weighed: Weighed, number: int) -> str:
    if 0 in weighed.groups[number]:
        return LEAD if set(weighed.drafts[number].sources) & set(weighed.drafts[0].sources) else WITH_LEAD
    found = ", ".join(_told(weighed, number, for_it=True))
    if len(weighed.kept) == len(weighed.drafts):
        return f"{ROOM}: {found}" if found else ROOM
    return found or STILL_ROOM


def _why_not(weighed: Weighed, number: int) -> str:
    """Return why a sentence that was weighed is out: in this order `item` would refuse to put it back."""
    group = weighed.groups[number]
    start = min(group)
    if weighed.drafts[start].leans and choice.prior(weighed.drafts, start) not in weighed.kept:
        return LEANING
    if len(group) == 1 and start + 1 not in weighed.kept and choice.announces(weighed.drafts[start]):
        return HANGING
    rivals = [weighed.worth[one] for one in weighed.kept if 0 not in weighed.groups[one] and not weighed.drafts[one].spare]
    reason = TOO_LONG if rivals and weighed.worth[number] > min(rivals) else LEAST
    found = ", ".join(_told(weighed, number, for_it=False))
    return f"{reason}: {found}" if found and reason == LEAST else reason


def _told(weighed: Weighed, number: int, *, for_it: bool) -> list[str]:
    """Return the merits of a group's best draft that weigh most, for it or against it."""
    best = max(sorted(weighed.groups[number]), key=lambda one: weigh(weighed.merits[one]))
    ranked = sorted(weighed.merits[best], key=lambda merit: -abs(merit[1]))
    return [word for word, points in ranked if word and (points >= _FOR if for_it else points <= _AGAINST)][:_MOST]
