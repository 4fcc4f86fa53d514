"""What must not air unseen: children, victims of sexual crime, suicide, advertising (RADIO R24, R25).

A held item still gets its lines, with names and places out as far as rules can, so that an editor can decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from broadcast.model import FlagCode
from broadcast.write.identity import find_private, without_names
from broadcast.write.quiet import quiet_suicide, soften, without_notes
from broadcast.write.scene import Draft, Person, Scene
from broadcast.write.signs import Signs, boilerplate, read_signs, speaks_for_office
from broadcast.write.whereabouts import nameless_head, without_kin, without_neighbours, without_places, without_schools
from broadcast.write.words import capital, tidy

_CONVICTED = re.compile(
    r"\b(?:divonis|memvonis|terpidana|dihukum|menghukum|menjatuhkan (?:vonis|hukuman|pidana)"
    r"|terbukti bersalah|dinyatakan bersalah|narapidana)\b",
    re.IGNORECASE,
)
_PERPETRATOR = re.compile(
    r"(?<![Tt]erduga )(?<![Dd]iduga )(?<!diduga sebagai )\b([Pp])elaku(?!\w)(?! (?:usaha|wisata|ekonomi|industri|seni"
    r"|perjalanan|pasar|budaya|bisnis|olahraga|pariwisata|kreatif|ekspor|pembangunan|UMKM|jasa|pendidikan|sejarah))"
)
_OFFENDER = re.compile(
    r"(?<!terduga )(?<!diduga )(?<!tersangka )(?<!sebagai )(?<!jaringan )(?<=\w )"
    r"\b(pengedar|bandar(?= (?:narkoba|sabu|judi))|kurir(?= (?:narkoba|sabu|ganja))|pencuri"
    r"|perampok|penjambret|pembobol|penadah|pembunuh|pemerkosa|penipu|begal)\b(?!an)"
)
_SEIZED = re.compile(
    r"\b(?:menangkap|ditangkap|mengamankan|diamankan|tersangka|menggerebek|digerebek|menahan|ditahan|diburu|memburu)\b", re.IGNORECASE
)


def survey(scene: Scene) -> Scene:
    """Return the scene with its signs and who stays unnamed, without a company's headings and contact blocks."""
    signs = read_signs(scene.story, scene.sentences, scene.tools.lexicon)
    gone = boilerplate(scene.story.body)
    keep = [
        number
        for number, sentence in enumerate(scene.sentences)
        if scene.paragraphs[number] not in gone
        and not _HEADING.match(sentence.strip())
        and not (signs.advert and number > 1 and _ABOUT.match(sentence))
    ]
    gone_now = sorted(set(range(len(scene.sentences))) - set(keep))
    scene.notes.heads += [(scene.paragraphs[number], scene.sentences[number]) for number in gone_now]
    sentences = tuple(scene.sentences[number] for number in keep)
    if signs.hides or signs.minor:
        signs = replace(signs, private=find_private((scene.story.title, *sentences), signs))
    return replace(scene, signs=signs, sentences=sentences, paragraphs=tuple(scene.paragraphs[number] for number in keep))


_ABOUT = re.compile(
    r"^(?:PT|CV)\s.{3,60}?\s(?:adalah|merupakan)\s(?:salah satu\s)?(?:perusahaan|produsen|penyedia|pengembang|bank|penerbit)\b"
)
_HEADING = re.compile(r"^(?:SIARAN PERS|PRESS RELEASE|Siaran Pers|Press Release|Nomor\s?:?\s?[\w./-]+|PENGUMUMAN)\.?$")


def hide_identity(text: str, scene: Scene) -> str:
    """Take out of a sentence whom the story may not make known; in a mishap only a child's name and school."""
    signs = scene.signs
    if not signs.hides and not signs.private:
        return text
    if not signs.hides:
        named = without_names(text, signs)
        return without_schools(named) if named != text else text
    changed = without_names(without_neighbours(text), signs)
    if signs.suicide:
        changed = soften(changed)
    changed = without_schools(without_places(changed))
    return without_kin(changed, signs) if signs.sexual else changed


def flag_story(scene: Scene, signs: Signs) -> None:
    """Flag a story by its signs."""
    notes = scene.notes
    if signs.minor and signs.private:
        notes.flag(FlagCode.CHECK, "Nama anak yang celaka atau sakit dibuang. Periksa apakah ia masih dapat dikenali.")
    if signs.child:
        notes.flag(FlagCode.CHILD_IDENTITY, "Menyangkut anak: nama, keluarga, alamat, dan sekolah dibuang. Periksa sebelum disertakan.")
    if signs.sexual:
        notes.flag(
            FlagCode.VICTIM_IDENTITY,
            "Kejahatan seksual: pastikan korban tidak dapat dikenali dari nama, alamat, tempat kerja, atau keluarganya.",
        )
    if signs.suicide:
        notes.flag(
            FlagCode.SUICIDE, "Bunuh diri: cara, tempat, dan identitas dibuang (Pedoman Dewan Pers 2/2019). Periksa sebelum disertakan."
        )
    if signs.advert:
        notes.flag(FlagCode.NOT_NEWS, "Berbunyi seperti iklan, siaran pers perusahaan, atau tulisan berbayar.")


def screen(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Flag what must be held and take identities out; "pelaku" stays suspected until convicted."""
    signs = scene.signs
    flag_story(scene, signs)
    drafts = without_notes(drafts, scene, help_too=signs.suicide)
    body = " ".join(scene.sentences)
    if (signs.violent or _SEIZED.search(body)) and not _CONVICTED.search(body):
        drafts = tuple(_changed(draft, _presumed(draft.text), "presume_innocence") for draft in drafts)
    if signs.hides:
        drafts = _hide_people(drafts, scene)
    return quiet_suicide(drafts, scene) if signs.suicide else drafts


def _presumed(text: str) -> str:
    """Return the text with "pelaku" as "terduga pelaku".

    >>> _presumed("Polisi menangkap pelaku"), _presumed("terduga pelaku dan pelaku usaha")
    ('Polisi menangkap terduga pelaku', 'terduga pelaku dan pelaku usaha')
    """
    text = _OFFENDER.sub(r"terduga \1", text)
    return _PERPETRATOR.sub(lambda match: "Terduga pelaku" if match.group(1) == "P" else "terduga pelaku", text)


def _changed(draft: Draft, text: str, rule: str) -> Draft:
    return replace(draft, text=text, rules=(*draft.rules, rule)) if text != draft.text else draft


def _hide_people(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Take out who was found by name: the family and the neighbours; who speaks for an office stays."""
    hidden = {person.index: _spoken_of(person, scene.signs) for person in scene.people if _is_private(person, scene)}
    done = []
    for draft in drafts:
        told = _told_plainly(draft, scene, hidden)
        if told is None:
            continue
        text = told.text
        for index, (first, later) in hidden.items():
            text = _unmarked(text, index, first, later)
        text = _ECHO.sub(r"\1", text)
        done.append(_changed(told, tidy(text), "hide_identity"))
    return tuple(draft for draft in done if len(draft.text.split()) > 2)


_ECHO = re.compile(r"\b(korban|keluarga korban)(?:,?\s+(?:dan\s)?\1\b)+")


def _told_plainly(draft: Draft, scene: Scene, hidden: Mapping[int, tuple[str, str]]) -> Draft | None:
    """Return what a nameless head of a village or a suspect says as a plain sentence; nothing of family and neighbours."""
    if draft.speaker not in hidden:
        return draft
    person = scene.people[draft.speaker]
    who = nameless_head(person.post) or (hidden[person.index][0] if person.name.casefold() in _ROLES else "")
    return replace(draft, speaker=-1, text=f"{who} mengatakan, {draft.text}") if who else None


def _unmarked(text: str, index: int, first: str, later: str) -> str:
    """Return the text with what stands for a person as plain words, the first time and later."""
    marks = f"{chr(0xE000 + index)}{chr(0xE400 + index)}{chr(0xE800 + index)}"

    def told(match: re.Match[str]) -> str:
        word = first if match.group() == marks[0] else later
        return capital(word) if not match.string[: match.start()].strip() else word

    return re.sub(f"[{marks}]", told, text)


_ROLES = frozenset(("pelaku", "tersangka", "terdakwa", "korban"))
_VICTIM_POST = re.compile(r"\b(?:korban|siswi|siswa|pelajar|santri\w*|bocah)$", re.IGNORECASE)
_SUSPECT_POST = re.compile(r"\b(?:tersangka|terdakwa|pelaku)\b", re.IGNORECASE)
_KIN_POST = re.compile(
    r"\b(?:ibu|ayah|bapak|orang ?tua|keluarga|paman|bibi|kakak|adik|kakek|nenek|wali murid|kerabat)\b(?! rumah tangga)", re.IGNORECASE
)
_OFFICIAL = frozenset({"pejabat", "wilayah", "lembaga"})


def _spoken_of(person: Person, signs: Signs) -> tuple[str, str]:
    """Return what a person without a name is called, the first time and later."""
    if _SUSPECT_POST.search(person.post) or _SUSPECT_POST.fullmatch(person.name):
        return signs.suspect, signs.suspect
    head = nameless_head(person.post)
    if head or person.name.casefold() in _ROLES:
        return head or "korban", head or "korban"
    if _KIN_POST.search(person.post):
        return "keluarga korban", "keluarga korban"
    post = person.post.removesuffix(" bernama")
    if not post or _VICTIM_POST.search(post):
        known = next((one.role for one in signs.private if set(one.name.split()) & set(person.name.split())), "warga")
        word = {"korban": "korban", "tersangka": signs.suspect}.get(known, "korban" if post else "seorang warga")
        return word, word.replace("seorang warga", "warga itu")
    return post, f"{post.removeprefix('seorang ').split()[0]} itu"


def _is_private(person: Person, scene: Scene) -> bool:
    """Whether somebody is not named in a story that hides: no office, and a role, an age or kin that leads to the victim."""
    if nameless_head(person.post) or person.name.casefold() in _ROLES:
        return True
    if person.kind in _OFFICIAL or speaks_for_office(person.post):
        return False
    if _office_beside(person, scene):
        return False
    if not person.post:
        return any(set(one.name.split()) & set(person.name.split()) for one in scene.signs.private)
    return not (_SUSPECT_POST.search(person.post) and not (scene.signs.sexual or scene.signs.family or scene.signs.suicide))


def _office_beside(person: Person, scene: Scene) -> bool:
    """Whether the article names an office or an expertise right before a name: "Psikolog anak, Rina"."""
    for sentence in scene.sentences:
        at = sentence.find(person.name)
        if at > 0 and speaks_for_office(re.split(r"[.;”]\s|,\s(?=\S+\s\S)", sentence[max(0, at - 70) : at])[-1]):
            return True
    return False
