"""Drafts to lines: people named as their turn asks, attributions written out, lengths kept, breaths marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from broadcast.model import FlagCode, Line
from broadcast.write.breaths import mark_breaths
from broadcast.write.joints import split_draft
from broadcast.write.scene import LEAD_WORDS, MOST_WORDS, Draft, Person, Scene, marks
from broadcast.write.terms import Terms, close_again
from broadcast.write.traces import traces, unfinished
from broadcast.write.words import capital, count_words, strip_end, tidy

_PERSON = re.compile("[\ue000-\uebff]")
_PLAIN_VERBS = frozenset(
    {"mengatakan", "menambahkan", "menurut", "menjelaskan", "mengungkapkan", "mengungkap", "menyebut", "menyebutkan", "menuturkan"}
    | {"menyampaikan", "memaparkan", "melanjutkan", "menerangkan", "membeberkan", "menyatakan"}
)
"""Verbs that only say that something was said: one may stand for the other."""
_ADDS = frozenset({"menambahkan", "melanjutkan"})
_ADDS_AGAIN = 4
"""After so many statements of an item something may be "added" once more."""
_TAKES_VERB = frozenset({"menyatakan", "memastikan", "menegaskan", "mengaku"})
"""After these a verb may follow at once: "menyatakan akan membangun"."""
_INNER_STOP = re.compile(r"[.!?](?<=\w.)[.!?]*\s+(?=\w)")  # "Dt. Rajo": a line is one sentence
_LETTER = re.compile(r"\w")
_GOING_ON = re.compile(r"^itu (?=karena|terjadi|berlangsung)")
ONE_BREATH_WORDS = 30
"""Up to so many words a sentence that cannot be cut still reads, its breaths marked; beyond, an editor is asked."""


@dataclass(slots=True)
class _Voice:
    """What has been said so far: who was introduced, who speaks, how often in a row."""

    known: set[int] = field(default_factory=set)
    speaker: int = -1
    row: int = 0
    verb: str = ""
    terms: Terms | None = None
    said: set[str] = field(default_factory=set)
    heard: str = ""
    spoke: bool = False
    stated: set[int] = field(default_factory=set)
    since_added: int = _ADDS_AGAIN
    zones: set[str] = field(default_factory=set)


def finish(drafts: Sequence[Draft], scene: Scene, terms: Terms) -> list[Line | None]:
    """Return each draft as a line, None where nothing is left of it; what could not be written well is noted for a flag."""
    voice = _Voice(terms=terms)
    lines: list[Line | None] = []
    count = 0
    for draft in drafts:
        text = _written(draft, scene, voice)
        if not _LETTER.search(text):
            lines.append(None)
            continue
        _check(text, draft, scene, count)
        sources = tuple(scene.sentences[number] for number in draft.sources)
        rules = tuple(dict.fromkeys((*draft.rules, *traces(text, draft, scene))))
        lines.append(Line(mark_breaths(text, scene.tools.breaths, scene.tools.grammar), sources=sources, rules=rules))
        count += 1
    return lines


def divide(drafts: Sequence[Draft], scene: Scene, terms: Terms) -> list[Draft]:
    """Return the drafts cut to sentences that fit a breath, speakers introduced where post, name and words are too much."""
    voice = _Voice(terms=terms)
    done: list[Draft] = []
    for draft in drafts:
        if _INTRODUCTION in draft.rules:  # written again where it is still needed: what it led to may have gone for time
            continue
        limit = MOST_WORDS if done else LEAD_WORDS
        pieces = _cut_to(draft, scene, voice, limit)
        if draft.speaker >= 0 and draft.speaker not in voice.known:
            pieces = _introduced(pieces, draft, scene, voice, limit)
        for piece in pieces:
            _written(piece, scene, voice)
        done += pieces
    return done


def _cut_to(draft: Draft, scene: Scene, voice: _Voice, limit: int) -> list[Draft]:
    return split_draft(draft, scene, limit, cache(lambda one: count_words(_written(one, scene, replace_voice(voice)))))


def _check(text: str, draft: Draft, scene: Scene, index: int) -> None:
    for doubt in draft.doubts:
        scene.notes.flag(FlagCode.CHECK, doubt, index + 1)
    if (words := count_words(text)) > ONE_BREATH_WORDS:
        scene.notes.flag(
            FlagCode.CHECK, f"Baris {index + 1} panjang ({words} kata) dan tidak dapat dipecah dengan aman: periksa.", index + 1
        )
    elif unfinished(text) and not draft.doubts:
        scene.notes.flag(FlagCode.CHECK, f"Baris {index + 1} masih memuat tanda atau kata ganti tulisan: periksa.", index + 1)


_INTRODUCTION = "introduce_speaker"


def _introduced(pieces: list[Draft], draft: Draft, scene: Scene, voice: _Voice, limit: int) -> list[Draft]:
    """Introduce a speaker in a sentence of their own when post, name and statement are too much for one."""
    person = scene.people[draft.speaker]
    words = count_words(_written(pieces[0], scene, replace_voice(voice)))
    if words <= max(limit, MOST_WORDS) or count_words(person.full) < 4:
        return pieces
    tight = [replace(one, rules=(*one.rules, _TIGHT)) if one is pieces[0] else one for one in pieces]
    if count_words(_written(tight[0], scene, replace_voice(voice))) <= max(limit, MOST_WORDS):
        return tight
    also = "juga " if voice.spoke else ""  # no claim on what went before: it may be somebody else's statement
    deed = _INTRODUCES.get(draft.verb) or ("memberikan keterangan" if person.kind == "warga" else "memberikan penjelasan")
    name = chr(0xE000 + person.index)
    intro = Draft(f"{name} {also}{deed}", draft.sources, rules=("introduce_speaker",), aside=True)
    known = replace_voice(voice)
    known.known.add(person.index)
    known.speaker = person.index
    if draft.verb == "menjelaskan":  # "X memberikan penjelasan. Ia menjelaskan …" says it twice
        draft = replace(draft, verb="mengatakan")
    return [intro, *_cut_to(draft, scene, known, MOST_WORDS)]


_INTRODUCES = {
    "mengimbau": "menyampaikan imbauan",
    "meminta": "menyampaikan permintaan",
    "mengingatkan": "menyampaikan peringatan",
    "membantah": "menyampaikan bantahan",
    "berharap": "menyampaikan harapan",
    "mengusulkan": "menyampaikan usul",
}
"""How a speaker is introduced in a sentence of their own, by what they then do."""


def replace_voice(voice: _Voice) -> _Voice:
    """Return a copy, for trying a sentence out."""
    known, said, zones = set(voice.known), set(voice.said), set(voice.zones)
    stated, since = set(voice.stated), voice.since_added
    return _Voice(known, voice.speaker, voice.row, voice.verb, voice.terms, said, voice.heard, voice.spoke, stated, since, zones)


def _written(draft: Draft, scene: Scene, voice: _Voice) -> str:
    """Return a draft as a sentence, and remember who was named."""
    if draft.speaker < 0:
        text = _named(draft.text, scene, voice)
        _note_subject(draft, scene, voice)
        return _closed(text, voice)
    person = scene.people[draft.speaker]
    if draft.follows and voice.speaker == person.index and person.index in voice.known:
        return _closed(_named(_GOING_ON.sub("hal itu ", draft.text), scene, voice, inside=person.index), voice)
    verb, subject = _attribution(draft, person, scene, voice)
    content = _named(draft.text, scene, voice, inside=person.index)
    if (
        content.startswith("ia ")
        and verb in {"mengatakan", "menambahkan", "menurut", "menjelaskan"}
        and (draft.voice == "quote" or verb == "menurut")
    ):
        told = re.match(r"ia (?:bilang|katakan|sampaikan|mengatakan)\b,?\s*", content)
        verb, content = ("mengatakan", content[told.end() :]) if told else ("mengaku", content[3:])
        subject = "Ia" if subject == "Menurutnya" else capital(subject)
    if verb == "menurut":
        text = f"{subject}, {content}" if subject == "Menurutnya" else f"Menurut {subject}, {content}"
    else:
        starts = content.split(" ", 1)[0]
        bound = verb in _TAKES_VERB and (scene.tools.grammar.is_helper(starts) or scene.tools.grammar.is_active(starts))
        joint = ", " if _pauses(verb, scene) and content and not bound else " "
        mark = "," if person.index not in voice.known and "," in subject else ""
        text = f"{subject}{mark} {verb}{joint}{content}"
    voice.known.add(person.index)
    voice.spoke = True
    voice.stated.add(person.index)
    voice.since_added = 0 if verb in _ADDS else voice.since_added + 1
    voice.row = voice.row + 1 if voice.speaker == person.index else 0
    voice.speaker = person.index
    voice.verb = verb
    return _closed(text, voice)


def _closed(text: str, voice: _Voice) -> str:
    """Return a sentence without its full stop, its terms short where they were said before."""
    text = tidy(text)
    if voice.terms:
        text = close_again(text, voice.terms, voice.said)
    voice.heard += f" {text}"
    text = _zone_once(text, voice.zones)
    return capital(_INNER_STOP.sub(" ", strip_end(text)))


_ZONE = re.compile(r"\sWaktu Indonesia (Barat|Tengah|Timur)\b")


def _zone_once(text: str, said: set[str]) -> str:
    """Return the text with its time zone only where it was not just said; `said` remembers the zones of the item.

    >>> _zone_once("tutup pukul lima Waktu Indonesia Timur, buka pukul enam Waktu Indonesia Timur", set())
    'tutup pukul lima Waktu Indonesia Timur, buka pukul enam'
    """

    def told(match: re.Match[str]) -> str:
        again = said == {match.group(1)}
        said.add(match.group(1))
        return "" if again else match.group()

    return _ZONE.sub(told, text) if "Waktu Indonesia" in text else text


_SMALL_POST = re.compile(r"[A-Z][a-z]+(?:\s[a-z]+)+$|(?:Warga|Pedagang|Petani|Nelayan|Sopir|Istri|Suami|Perwakilan)\s")
"""A post that has its capital only because it opened a sentence: "Pedagang cabai"."""
_BODY = re.compile(
    r"(?<!Ibu)\s(?:Polres|Polsek|Polda|Polresta|Polrestabes|Kejaksaan|Kejari|Kejati|Pengadilan|Kabupaten|Kota|Provinsi|Kecamatan|BPBD|RSUD|BMKG|KPU|Bawaslu|DPRD"
    r"|Pemerintah|Perumda|PDAM|Basarnas|Universitas|Kantor|Balai|Satuan|Perusahaan)\s.+$"
)


def introduced_as(person: Person, heard: str) -> str:
    """Return post and name, the post without its body where the body was just named.

    >>> person = Person(0, "Sarjono", "Kepala Seksi Intelijen Kejaksaan Negeri Pacitan", "Sarjono", "pejabat", "pihaknya")
    >>> introduced_as(person, "Kejaksaan Negeri Pacitan menahan dua orang.")
    'Kepala Seksi Intelijen, Sarjono'
    >>> introduced_as(person, "Polres Pacitan menahan dua orang.")
    'Kepala Seksi Intelijen Kejaksaan Negeri Pacitan, Sarjono'
    """
    body = _BODY.search(person.post)
    if body and len(person.post[: body.start()].split()) >= 2 and body.group().strip() in heard:
        return f"{person.post[: body.start()]}, {person.name}"
    return person.full


_TIGHT = "shorten_post"
_OFFICE = re.compile(
    r"\s(?:(?:Sub)?direktorat|Bareskrim|Kementerian|Mabes|DPR|DPRD|MPR|DPD|DPP|KPK|Polri|TNI|PSSI|Badan|Dinas|Biro|Bank|PT|Komisi|Lembaga|Otoritas|Partai"
    r"|Asosiasi|Federasi|Institut|Rumah Sakit)\s?.*$",
    re.IGNORECASE,
)
_HEADS = frozenset(
    {
        "kepala",
        "ketua",
        "wakil",
        "sekretaris",
        "direktur",
        "anggota",
        "dan",
        "harian",
        "tugas",
        "pelaksana",
        "juru",
        "umum",
        "bicara",
        "menteri",
    }
)


def introduced_tightly(person: Person, heard: str) -> str:
    """Return post and name without whatever body the item has named, for a line that would be too long.

    >>> person = Person(0, "Asep", "Deputi Penindakan dan Eksekusi KPK", "Asep", "pejabat", "pihaknya")
    >>> introduced_tightly(person, "KPK menahan dua orang."), introduced_tightly(person, "Polisi menahan dua orang.")
    ('Deputi Penindakan dan Eksekusi, Asep', 'Deputi Penindakan dan Eksekusi KPK, Asep')
    """
    for body in _OFFICE.finditer(person.post):
        kept = person.post[: body.start()].split()
        named = body.group().strip().casefold() in heard.casefold()
        if named and len(kept) > 1 and kept[-1].casefold() not in _HEADS:
            return f"{' '.join(kept)}, {person.name}"
    return introduced_as(person, heard)


def _pauses(verb: str, scene: Scene) -> bool:
    if verb.startswith("mengatakan "):
        return True
    cells = scene.tools.grammar.reporting.get(verb)
    return bool(cells) and cells[0] == "ya" if cells else False


def _attribution(draft: Draft, person: Person, scene: Scene, voice: _Voice) -> tuple[str, str]:
    """Return the verb and the subject with which a statement is credited."""
    again = voice.speaker == person.index
    verb = _verb_of(draft, person, voice)
    if person.index not in voice.known:
        full = introduced_tightly(person, voice.heard) if _TIGHT in draft.rules else introduced_as(person, voice.heard)
        return verb, capital(full) if verb != "menurut" else full
    if again and voice.row < 2 and person.kind != "lembaga":
        return verb, _called(person, scene) if verb == "menurut" else "Ia"
    if again:
        voice.row = -1
    return verb, _called(person, scene)


def _verb_of(draft: Draft, person: Person, voice: _Voice) -> str:
    """Return the verb of a statement: never the same plain one twice running, and nothing is added where nothing was said."""
    again = voice.speaker == person.index and person.index in voice.stated
    verb = draft.verb or "mengatakan"
    if verb in _ADDS and not again:
        return "mengatakan"
    if not again or verb not in _PLAIN_VERBS or (draft.verb and verb != voice.verb and verb not in _ADDS):
        return verb
    if voice.since_added >= _ADDS_AGAIN:
        return "menambahkan"
    return "menurut" if voice.verb != "menurut" else "mengatakan"


def _called(person: Person, scene: Scene) -> str:
    """Return how a person is called once introduced; the full name where two share a short one."""
    return person.name if scene.shared(person) else person.short or person.name


def _named(text: str, scene: Scene, voice: _Voice, inside: int = -1) -> str:
    """Return the text with its marks as names: in full the first time, short after."""

    def told(match: re.Match[str]) -> str:
        code = ord(match.group()) - 0xE000
        person = scene.people[code % 0x400]
        after = match.string[match.end() :].lstrip()
        if person.index == inside:
            return "ia" if match.start() == 0 else _called(person, scene)
        first = person.index not in voice.known
        subject = code >= 0x800
        if not first and subject and person.kind != "lembaga" and voice.speaker == person.index and voice.row < 2:
            return "ia" if match.start() else "Ia"
        voice.known.add(person.index)
        if not first:
            return _called(person, scene)
        posted = _posted(match, person) or match.string[match.start() - 1 : match.start()] == "-"
        full = person.name if posted else introduced_as(person, voice.heard)
        full = full[:1].lower() + full[1:] if match.start() and not posted and _SMALL_POST.match(person.post) else full
        closing = "," if "," in full and after and after[0] not in ",.;:" else ""
        return full + closing

    return _PERSON.sub(told, text)


def _posted(match: re.Match[str], person: Person) -> bool:
    """Whether the text tells the post before the name: "era Presiden Prabowo"."""
    before = match.string[: match.start()].casefold().rstrip(" ,").split()
    post = person.post.casefold().split()
    return any(before[-size:] == post[:size] for size in range(len(post), 0, -1))


def _note_subject(draft: Draft, scene: Scene, voice: _Voice) -> None:
    found = marks(draft.text)
    if _PERSON.match(draft.text) and any(word in scene.tools.grammar.reporting for word in draft.text.split()[1:3]):
        voice.stated.add(found[0])
    if len(set(found)) == 1 and (_PERSON.match(draft.text) or draft.aside):
        if voice.speaker != found[0]:
            voice.row = 0
        else:
            voice.row += 1
        voice.speaker = found[0]
        voice.verb = ""
    elif not draft.aside:
        voice.speaker = -1
        voice.row = 0
        voice.verb = ""


def with_end(lines: Sequence[Line | None]) -> tuple[Line, ...]:
    """Return the lines that there are, with `///` at the last; the others have `//`."""
    there = [line for line in lines if line]
    return (*there[:-1], *(replace(line, end="///") for line in there[-1:]))
