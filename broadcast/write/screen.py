"""What must not air unseen: children, victims of sexual crime, suicide, advertising (RADIO R24, R25).

A held item still gets its lines, with names and places out as far as rules can, so that an editor can decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from broadcast.model import FlagCode, Lexicon
from broadcast.write.scene import Draft, Person, Scene, marks
from broadcast.write.words import tidy

_YOUNG = re.compile(
    r"\b[A-Z][\w'’]*\s*\(\s*(?:[1-9]|1[0-7])\s*(?:tahun|thn|th)?\s*\)|\b(?:berusia|usia|umur|berumur)\s(?:[1-9]|1[0-7]|satu|dua|tiga"
    r"|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\stahun\b(?!\s(?:ke|atau lebih))"
    r"|bukan nama sebenarnya\)?,?\s(?:[1-9]|1[0-7])\b"
)
_YOUNG_NAMED = re.compile(r"\b[A-Z][\w'’]*\s*\(\s*(?:[1-9]|1[0-7])\s*(?:tahun|thn|th)?\s*\)")  # Rafa (8), FR (16)
_HARMED = re.compile(
    r"\b(?:korban|meninggal|tewas|tak bernyawa|tidak bernyawa|tenggelam|hanyut|hilang|terseret|terjatuh|tersangka|pelaku|ditangkap"
    r"|diamankan|dianiaya|diculik|dirundung|disiksa|ditelantarkan|tawuran|mencuri|narkoba|celurit|kabur dari rumah)\b",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    r"\b(?:korban|tersangka|pelaku|ditangkap|diamankan|dilaporkan|terdakwa|diperiksa|dianiaya|dicabuli|diperkosa)\b", re.IGNORECASE
)
_CONVICTED = re.compile(
    r"\b(?:divonis|memvonis|terpidana|dihukum|menghukum|menjatuhkan (?:vonis|hukuman|pidana)"
    r"|terbukti bersalah|dinyatakan bersalah|narapidana)\b",
    re.IGNORECASE,
)
_PERPETRATOR = re.compile(
    r"(?<!terduga )(?<!diduga )(?<!diduga sebagai )\b([Pp])elaku(?!\w)(?! (?:usaha|wisata|ekonomi|industri|seni"
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
_VILLAGE = re.compile(
    r",?\s*\b(?:di\s|asal\s|dari\s)?(?:wilayah\s|kawasan\s)?(?:Desa|Dusun|Kelurahan|Kecamatan|Kampung|Dukuh|Distrik"
    r"|Nagari|Jorong|Perumahan|Gang|Jalan|Banjar)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}"
)
_SCHOOL = re.compile(
    r"\b(?:(?:di|[Ss]iswi|[Ss]iswa|[Mm]urid|[Pp]elajar)\s)?(?:SD|SDN|SMP|SMPN|SMA|SMAN|SMK|SMKN|MTs|MTsN|MI|MIN|MAN|MA"
    r"|Sekolah\s(?:Dasar|Menengah)(?:\s\w+)?|Madrasah\s\w+|Pondok Pesantren|Ponpes|Pesantren)\s(?:Negeri\s"
    r"|Swasta\s)?(?:\d+|Satu|Dua|Tiga|Empat|Lima|[A-Z]\w*)(?:\s[A-Z]\w*){0,3}"
)
_CLASS = re.compile(
    r",?\s*\b(?:duduk di )?(?:bangku )?kelas\s(?:[IVX]+|\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\b"
    r"(?:\s(?:SD|SMP|SMA|SMK))?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r",?\s*\bberinisial\s[A-Z]{1,4}\b|\bkorban\s[A-Z]{1,3}\b")
_BARE_INITIALS = re.compile(r"(?<![\w-])([A-Z]{2,3})(?=\s(?:dan|yang|saat|di|ke|dengan|kemudian|lalu|sempat|mengaku|tidak|telah|sudah)\b)")
_KIN = re.compile(
    (
        r"\b(?:ayah|bapak|ibu|paman|kakek|kakak|tetangga|guru|pengasuh)\s?(?:tiri|kandung|angkat)?(?:nya| korban"
        r"| kandungnya| tirinya)\b|\banak\s(?:tiri|kandung|angkat)nya\b|\bputri\skandungnya\b|\bkeponakannya\b|\bcucunya\b"
    ),
    re.IGNORECASE,
)
_AGE = re.compile(r",?\s*\b(?:yang\s)?(?:berusia|berumur|usia)\s(?:\d+|\w+)\stahun\b")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a story speaks of, by the table sensitive."""

    sexual: bool
    violent: bool
    child: bool
    suicide: bool
    advert: bool


def read_signs(scene: Scene) -> Signs:
    """Return what must be known before a story airs."""
    body = f"{scene.story.title}\n" + "\n".join(scene.sentences)
    cut = " ".join(one.before for one in scene.story.cuts)
    words = _by_kind(scene.tools.lexicon)
    involved = bool(_INVOLVED.search(body))
    young = bool(_YOUNG.search(body))
    crime = _found(words.get("seksual", ()), body) or _found(words.get("kekerasan", ()), body)
    sexual = _found(words.get("seksual", ()), body) and involved
    child = (young or _found(words.get("anak", ()), body)) and crime and involved and (sexual or young or _child_is_party(body))
    child = child or bool(_YOUNG_NAMED.search(body) and _HARMED.search(body))
    labelled = _found(words.get("label", ()), f"{body} {cut}")
    selling = _count(words.get("iklan", ()), body) >= 3 and not _found(words.get("bukaniklan", ()), body)
    suicide = _found(words.get("bunuhdiri", ()), _without(words.get("kiasan", ()), body))
    return Signs(sexual, crime, child, suicide, labelled or selling)


def _without(phrases: Sequence[str], body: str) -> str:
    """Return the text without figures of speech: an own goal (gol bunuh diri) is no suicide."""
    return re.sub("|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases), "", body, flags=re.IGNORECASE) if phrases else body


_PARTY = re.compile(
    r"\b(?:(?:bocah|balita|bayi|siswi|siswa|murid|pelajar|remaja|santriwati|anak)\b[^.]{0,60}\b(?:menjadi korban|jadi korban"
    r"|dianiaya|dikeroyok|dicuri|diculik|ditangkap|diamankan|tersangka|ditelantarkan|dirundung|tewas dianiaya)"
    r"|(?:anak (?:di bawah umur|berhadapan|berkonflik)|korban (?:anak|bocah|siswi|siswa|pelajar)"
    r"|(?:menganiaya|mengeroyok|menculik|merundung|menangkap|mengamankan|menelantarkan)\b[^.]{0,40}"
    r"\b(?:bocah|balita|bayi|siswi|siswa|murid|pelajar|remaja|anak)))",
    re.IGNORECASE,
)


def _child_is_party(body: str) -> bool:
    """Whether a child is victim, suspect or witness, not only somebody in the story."""
    return bool(_PARTY.search(body))


def _by_kind(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for word, cells in lexicon.table("sensitive").items():
        if cells:
            kinds.setdefault(cells[0], []).append(word)
    return {kind: tuple(words) for kind, words in kinds.items()}


def _found(words: Sequence[str], body: str) -> bool:
    return _count(words, body) > 0


def _count(words: Sequence[str], body: str) -> int:
    """Return how many different words of a kind stand in a text, as whole words."""
    low = body.casefold()
    return sum(1 for word in words if word in low and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low))


def flag_story(scene: Scene, signs: Signs) -> None:
    """Flag a story by its signs."""
    notes = scene.notes
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
        notes.flag(FlagCode.NOT_NEWS, "Berbunyi seperti iklan atau tulisan berbayar.")


def screen(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Flag what must be held and take identities out; "pelaku" stays suspected until convicted."""
    signs = read_signs(scene)
    flag_story(scene, signs)
    body = " ".join(scene.sentences)
    if (signs.violent or _SEIZED.search(body)) and not _CONVICTED.search(body):
        drafts = tuple(_changed(draft, _presumed(draft.text), "presume_innocence") for draft in drafts)
    if signs.suicide:
        return _quiet_suicide(drafts, scene)
    if signs.child or signs.sexual:
        return _hide_victims(drafts, scene, signs)
    return drafts


def _presumed(text: str) -> str:
    """Return the text with "pelaku" as "terduga pelaku".

    >>> _presumed("Polisi menangkap pelaku"), _presumed("terduga pelaku dan pelaku usaha")
    ('Polisi menangkap terduga pelaku', 'terduga pelaku dan pelaku usaha')
    """
    text = _OFFENDER.sub(r"terduga \1", text)
    return _PERPETRATOR.sub(lambda match: "Terduga pelaku" if match.group(1) == "P" else "terduga pelaku", text)


def _changed(draft: Draft, text: str, rule: str) -> Draft:
    return replace(draft, text=text, rules=(*draft.rules, rule)) if text != draft.text else draft


def _hide_victims(drafts: tuple[Draft, ...], scene: Scene, signs: Signs) -> tuple[Draft, ...]:
    """Take out what would lead to a child or a victim: names, initials, age, village, school and kin."""
    hidden = _hidden_people(scene, signs)
    done = []
    for draft in drafts:
        if draft.speaker in hidden:
            continue
        text = draft.text
        for person in scene.people:
            if person.index in hidden:
                text = re.sub(f"[{chr(0xE000 + person.index)}{chr(0xE400 + person.index)}{chr(0xE800 + person.index)}]", "korban", text)
        text = _SCHOOL.sub(
            lambda match: "anak" if match.group().split()[0].casefold() in {"siswi", "siswa", "murid", "pelajar"} else "sekolah", text
        )
        text = _CLASS.sub("", text)
        text = _INITIALS.sub("", text)
        text = _BARE_INITIALS.sub("korban", text)
        text = re.sub(r"(?<=[\w]),\s(?=(?:Kabupaten|Kota)\s[A-Z])", " di ", _VILLAGE.sub("", text))
        text = _AGE.sub("", text)
        if signs.sexual:
            text = _KIN.sub("orang dekat korban", text)
        done.append(_changed(draft, tidy(re.sub(r"\bkorban(?:,?\s+korban)+\b", "korban", text)), "hide_identity"))
    return tuple(draft for draft in done if len(draft.text.split()) > 2)


_VICTIM_POST = re.compile(
    (
        r"\b(?:korban|siswi|siswa|pelajar|santri\w*|bocah|anak|ibu korban|ayah korban|orang tua|keluarga|tetangga|paman"
        r"|bibi|kakak|kakek|nenek|warga|wali murid)\b"
    ),
    re.IGNORECASE,
)
_OFFICIAL = frozenset({"pejabat", "wilayah", "lembaga"})


def _hidden_people(scene: Scene, signs: Signs) -> set[int]:
    """Return the people who are not officials: in such a story each of them may lead to the victim."""
    del signs
    return {person.index for person in scene.people if person.kind not in _OFFICIAL and not _speaks_for_office(person)}


def _speaks_for_office(person: Person) -> bool:
    return bool(person.post) and not _VICTIM_POST.search(person.post)


def _quiet_suicide(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Take method, place and identity out of a report on suicide and add where help is found."""
    ways = _by_kind(scene.tools.lexicon).get("cara", ())
    kept = [
        draft for draft in drafts if not _found(ways, re.sub(r"\b(?:gantung diri|tewas tergantung|meninggal tergantung)\b", "", draft.text))
    ]
    done = []
    for draft in kept:
        text = re.sub(r"\b(?:gantung diri|menggantung diri|tewas tergantung|meninggal tergantung)\b", "bunuh diri", draft.text)
        for index in set(marks(text)):
            person = scene.people[index]
            if person.kind not in _OFFICIAL:
                text = re.sub(f"[{chr(0xE000 + index)}{chr(0xE400 + index)}{chr(0xE800 + index)}]", "korban", text)
        text = _AGE.sub("", _VILLAGE.sub("", _INITIALS.sub("", text)))
        done.append(_changed(draft, tidy(text), "quiet_suicide"))
    help_line = (scene.tools.lexicon.table("notices").get("bunuh_diri") or ("",))[0]
    if help_line and done:
        plain = help_line.replace(" / ", ", ")
        done.append(Draft(plain, done[-1].sources, rules=("quiet_suicide",), voice="notice"))
    return tuple(done)


_HEADING = re.compile(r"^(?:SIARAN PERS|PRESS RELEASE|Siaran Pers|Press Release|Nomor\s?:?\s?[\w./-]+|PENGUMUMAN)\.?$")


def drop_press_heads(scene: Scene) -> Scene:
    """Return the scene without the heading lines of a press release."""
    keep = [number for number, sentence in enumerate(scene.sentences) if not _HEADING.match(sentence.strip())]
    heads = set(range(len(scene.sentences))) - set(keep)
    scene.notes.heads += [(scene.paragraphs[number], scene.sentences[number]) for number in sorted(heads)]
    return replace(
        scene, sentences=tuple(scene.sentences[number] for number in keep), paragraphs=tuple(scene.paragraphs[number] for number in keep)
    )
