"""The article's own sentences: reports of what somebody said get their source in front, others stay (RADIO R04)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.write.others import other_kind, unsure_ia
from broadcast.write.quotes import read_inner_credit
from broadcast.write.scene import Draft, Person, Scene, marks
from broadcast.write.turns import PERSON, Turn, holder_of, speaker_of, unnamed
from broadcast.write.words import bare, capital, strip_end, word_set

_ACCORDING = re.compile(rf"^(?:Namun,?\s+|Tetapi,?\s+)?[Mm]enurut(?:(nya)|\s({PERSON})|\s(?:dia|ia|beliau))\s*,?\s*")
_ACCORDING_PHRASE = re.compile(r"^Menurut\s([a-z][^,]{2,60}),\s*")
_SUBJECT = re.compile(
    rf"^(?:(Ia|Dia|Beliau|Dirinya)|({PERSON}))\s*,?\s*(?:dalam\s(?:[a-z]+\s){{1,4}}(?=me))?(?:[Ii]a\s+|[Dd]ia\s+)?(?:juga\s+|pun\s+|lalu\s+|kemudian\s+|kembali\s+)?"
)
_INDIRECT_VERBS_WITH_OBJECT = word_set(
    """menyampaikan menceritakan menilai menyebut mengungkap mengungkapkan memaparkan menjelaskan mengakui menanyakan melaporkan"""
)
_LEAD_ADVERB = re.compile(
    (
        r"^(?:(?:selain itu|namun|meski begitu|meski demikian|namun demikian|bahkan|karena itu|hingga [^,]{3,25}"
        r"|[^,“]{0,30}kemarin|sebelumnya),?\s+)"
    ),
    re.IGNORECASE,
)


_REACTING = re.compile(
    r"^(?:Menanggapi|Menyikapi|Menjawab|Merespons|Terkait|Mengenai)\s(?:hal|itu|tersebut|persoalan|masalah|data|putusan|kejadian|peristiwa|pernyataan"
    r"|laporan|usulan|kritik|protes|keluhan|tudingan)(?:\s(?:itu|tersebut|ini))?,\s+"
)


def narrate(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> list[Draft]:
    """Return a sentence of the article as a draft; what somebody says in it is credited first."""
    paragraph = scene.paragraphs[number]
    text = capital(_REACTING.sub("", text))
    if unsure_ia(text, turn.other if paragraph - turn.other_paragraph <= 1 else ""):
        return [Draft(strip_end(_IA.sub("Ia", text)), (number,), leans=True)]
    inner = read_inner_credit(text, scene.tools.verbs_after)
    if inner:
        core, credit = inner
        speaker = speaker_of(credit, paragraph, scene, people, turn)
        if speaker >= 0:
            turn.speaker, turn.paragraph, turn.subject, turn.other = speaker, paragraph, speaker, ""
            verb = scene.tools.verbs_after.get(credit.base, "mengatakan")
            return [Draft(_content(core, scene), (number,), speaker, "mengatakan" if credit.base == "kata" else verb, ("source_first",))]
    for reader in (_according_to, _reported):
        draft = reader(number, text, scene, people, turn)
        if draft:
            turn.speaker, turn.paragraph, turn.subject = draft.speaker, paragraph, draft.speaker
            turn.spoke, turn.spoke_paragraph, turn.other = draft.speaker, paragraph, ""
            return [draft]
    _follow(text, paragraph, scene, people, turn)
    text = _resolve_pronoun(text, turn)
    unclear = (f"Siapa yang dimaksud “-nya” tidak jelas: “{strip_end(text)[:60]}”.",) if text.startswith("Menurutnya") else ()
    return [Draft(strip_end(text), (number,), doubts=unclear)]


_IA = re.compile(r"^(?:Dia|Beliau)(?=\s)")


def _follow(text: str, paragraph: int, scene: Scene, people: list[Person], turn: Turn) -> None:
    """Note whom a narrative sentence is about, for the "-nya" that may follow."""
    if _ABOUT_SPEAKER.match(text) and turn.speaker >= 0:  # "Namun, dia tak mengungkap sakit Doni": still about who spoke
        turn.paragraph = paragraph
        return
    turn.other, turn.other_paragraph = other_kind(text, scene), paragraph
    found = marks(text)
    role = _role_of(text, scene)
    if found:
        turn.role = ""
    elif role:
        turn.role, turn.role_paragraph = role, paragraph
    if not found and _UNREAD_SPEAKER.match(text) and _opens_with_post(text, scene):
        turn.speaker, turn.role, turn.paragraph = -1, "", paragraph  # somebody was named whom we could not read: "-nya" may mean them
        return
    office = "" if found else _office_of(text, scene)
    if office:
        holder = holder_of(office, people, scene, turn)
        turn.role, turn.speaker, turn.paragraph = "", holder if holder >= 0 else unnamed(office, scene, people), paragraph
    if found:
        _follow_people(text, found, paragraph, turn)


def _follow_people(text: str, found: Sequence[int], paragraph: int, turn: Turn) -> None:
    """Note which of the people that a sentence names it is about; nobody when that is not sure."""
    turn.subject = found[0]
    if _only_mentioned(text, found, paragraph, turn):
        turn.speaker, turn.paragraph, turn.about = turn.spoke, paragraph, found[0]
        return
    turn.about = -1
    if last := _LAST_SUBJECT.findall(text):
        turn.speaker, turn.paragraph = (ord(last[-1]) - 0xE000) % 0x400, paragraph
    elif opened := _OPENED.match(text):
        turn.speaker, turn.paragraph = (ord(opened.group(1)) - 0xE000) % 0x400, paragraph
    elif len(set(found)) == 1 or re.match(PERSON, text):
        turn.speaker, turn.paragraph = found[0], paragraph
    elif doer := _DOER.search(text):
        turn.speaker, turn.paragraph = (ord(doer.group(1)) - 0xE000) % 0x400, paragraph
    elif paragraph != turn.paragraph or turn.speaker not in found:
        turn.speaker, turn.paragraph = -1, paragraph


def _only_mentioned(text: str, found: Sequence[int], paragraph: int, turn: Turn) -> bool:
    """Whether a sentence only mentions somebody while another one is speaking: "… di depan rumah Sergei"."""
    here = turn.spoke_paragraph == paragraph
    acts = _SAID_BY if here else _DONE_BY
    if turn.spoke < 0 or turn.spoke in found or len(set(found)) > 1 or re.match(PERSON, text) or acts.search(text):
        return False
    return here or (paragraph - turn.spoke_paragraph <= _NEAR and bool(_OF_SOMEBODY.search(text)))


_ACTS = rf"|{PERSON},?\s(?:juga\s|pun\s)?me[a-z]+"
_DONE_BY = re.compile(rf"\b(?:[Dd]i[a-z]{{4,}}|kata|ujar|menurut|oleh|adalah|yakni|yaitu)\s{PERSON}{_ACTS}")
_SAID_BY = re.compile(
    rf"\b(?:[Dd]i(?:sampaikan|katakan|ungkapkan|jelaskan|tegaskan|benarkan|konfirmasi|akui|dampingi|temani)(?:\soleh)?|kata|ujar|[Mm]enurut)\s{PERSON}{_ACTS}"
)
_OF_SOMEBODY = re.compile(
    "(?:terhadap|kepada|bagi|dengan|milik|untuk|dari|rumah|aktivitas|keluarga|kasus|atas|[a-z]{3,}an)\\s[\ue400-\ue7ff]"
)
_ABOUT_SPEAKER = re.compile(
    r"^(?:(?:Namun|Tetapi|Tapi|Meski begitu|Meski demikian|Selain itu|Kemudian|Lalu|Bahkan),?\s)?(?:[Ii]a|[Dd]ia|[Bb]eliau|[Dd]irinya)\s"
)
_OPENED = re.compile(rf"^[A-Z][^,\ue000-\uebff]{{2,60}},\s({PERSON})\s(?:juga\s|pun\s|sempat\s|lalu\s|kembali\s)*(?:me|ber)[a-z]{{3,}}")
"""Who acts after where or when it was: "Dalam sidang, X menegur pengacara Y"."""
_DOER = re.compile(rf"{PERSON},\s({PERSON}),?\s(?:juga\s|pun\s|hanya\s|sempat\s|masih\s|lalu\s)?(?:me|ber)[a-z]{{3,}}")
"""Who acts when a post holds another's name: "penasihat hukum X, Y, mengaku"."""
_LAST_SUBJECT = re.compile(
    rf"\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun)\s({PERSON})\s(?:justru|malah|juga|pun|hanya)?\s?(?:me|ber|ter|di)[a-z]+"
)
"""Whom the last clause of a sentence with two people is about."""
_UNREAD_SPEAKER = re.compile(r"^[^,.]{4,90},\s[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,4},\s(?:yang|me|ber|juga|ingin)")


def _opens_with_post(text: str, scene: Scene) -> bool:
    words = text.split()
    return any(" ".join(words[:size]).casefold().rstrip(",") in scene.tools.posts for size in (4, 3, 2, 1))


_ONE = re.compile(r"^(?:Salah\s(?:seorang|satu)|Seorang)\s")


def _role_of(text: str, scene: Scene) -> str:
    """Return the role that a sentence is about when nobody is named: "Seorang pedagang mengurangi stok" → "pedagang itu"."""
    words = _ONE.sub("", text).split()
    for size in (3, 2, 1):
        head = " ".join(words[:size])
        cells = scene.tools.posts.get(head.casefold(), ())
        if cells and cells[0] == "warga" and len(words) > size and (_ONE.match(text) or bare(words[size]) in {"itu", "tersebut", "asal"}):
            return f"{head.lower()} itu"
    return ""


def _office_of(text: str, scene: Scene) -> str:
    """Return the post that a sentence opens with when its holder is not named: "Wali Kota Padang meminta …" → "Wali Kota Padang"."""
    words = text.split()
    for size in (4, 3, 2, 1):
        cells = scene.tools.posts.get(" ".join(words[:size]).casefold(), ())
        if cells and cells[0] != "warga":
            end = next((index for index, word in enumerate(words[:9]) if index >= size and scene.tools.grammar.is_verb(word)), 0)
            between = words[size:end]
            return " ".join(words[:end]) if end and all(word[:1].isupper() and word[-1].isalnum() for word in between) else ""
    return ""


def _resolve_pronoun(text: str, turn: Turn) -> str:
    """Name who "Ia" is at the head of a sentence, when that is known."""
    found = re.match(r"(?:Ia|Dia|Beliau|Dirinya)(?=\s+[a-z])", text)
    who = turn.about if turn.about >= 0 else turn.speaker
    if not found or who < 0 or who in marks(text):  # "Ia menyoroti X" is not said of X
        return text
    return chr(0xE800 + who) + text[found.end() :]


_NEAR = 2
"""For so many paragraphs "Menurutnya" still means who last spoke when the people named since said nothing."""

_STRAY_LINK = re.compile(r"^(?:(?:sehingga|bahwa|dan|namun|tetapi|tapi|sedangkan|sementara(?! itu)|padahal|serta),?\s+)+", re.IGNORECASE)


def drop_stray_link(text: str) -> str:
    """Drop a conjunction that joins to nothing once a statement stands alone.

    >>> drop_stray_link("sehingga harga langsung berubah"), drop_stray_link("sementara itu pasar sepi")
    ('harga langsung berubah', 'sementara itu pasar sepi')
    """
    return _STRAY_LINK.sub("", text)


def _content(text: str, scene: Scene) -> str:
    return scene.lower(drop_stray_link(strip_end(text)))


def _according_to(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> Draft | None:
    found = _ACCORDING.match(text)
    if found:
        speaker = (ord(found.group(2)) - 0xE000) % 0x400 if found.group(2) else turn.speaker
        if speaker < 0 and not found.group(2) and turn.spoke >= 0 and scene.paragraphs[number] - turn.spoke_paragraph <= _NEAR:
            speaker = turn.spoke
        if speaker < 0:
            return None
        return Draft(_content(text[found.end() :], scene), (number,), speaker, "menurut", ("source_first",))
    phrase = _ACCORDING_PHRASE.match(text)
    if (
        phrase
        and not marks(phrase.group(1))
        and not re.match(r"(?:data|catatan|laporan|informasi|rencana|hasil|keterangan|undang)", phrase.group(1))
    ):
        who = re.sub(
            r"^(?:pengakuan|penuturan|kesaksian|keterangan|pernyataan)\s(?=[A-Z]|para\s|warga|saksi|korban|tersangka)", "", phrase.group(1)
        )
        return Draft(_content(text[phrase.end() :], scene), (number,), unnamed(who, scene, people), "menurut", ("source_first",))
    return None


def _reported(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> Draft | None:
    """Read "X mengatakan, …" of the article itself."""
    opening = _LEAD_ADVERB.match(text)
    rest = text[opening.end() :] if opening else text
    subject = _SUBJECT.match(rest)
    body = None if subject else _BODY.match(rest)
    if body and body.group(1).split()[0] in _NO_BODIES:
        body = None
    holder = holder_of(body.group(1), people, scene, turn) if body else -1
    if body and holder >= 0:
        subject, speaker = body, holder
    elif not subject and body and body.group(2) in _BODY_VERBS and _has_clause(rest[body.end(1) + len(body.group(2)) + 1 :], scene):
        subject = body
        speaker = _body_of(body.group(1), scene, people)
    elif not subject:
        return None
    else:
        speaker = (ord(subject.group(2)) - 0xE000) % 0x400 if subject.group(2) else turn.speaker
    if speaker < 0 or (subject is not body and not subject.group(2) and people[speaker].kind == "lembaga"):  # a body is never "ia"
        return None
    told = rest[subject.end(1) + 1 if body else subject.end() :]
    told = _WHERE_SAID.sub("", told, count=1)
    words = told.split(" ")
    verb = bare(words[0]) if words else ""
    content = " ".join(words[1:]).strip(" ,")
    content = re.sub(r"^bahwa,?\s+", "", content)
    if verb not in scene.tools.grammar.reporting or len(content.split()) < 3:
        return None
    if verb in _INDIRECT_VERBS_WITH_OBJECT and not words[0].endswith(",") and not _has_clause(content, scene):
        return None
    if verb in {"mengaku", "berharap", "memastikan", "mengakui", "menilai"} and not _has_clause(content, scene):
        return None
    if opening:
        lead = opening.group().strip(" ,")
        content = (
            f"{scene.lower(lead)}, {content}"
            if not re.match(r"(?:selain itu|namun|bahkan|karena itu|meski|sebelumnya)", lead, re.IGNORECASE)
            else content
        )
    return Draft(_content(content, scene), (number,), speaker, verb, ())


_WHERE_SAID = re.compile(
    r"^(?:(?:di|saat|dalam|usai|seusai|pada|ketika|kemarin|hari ini|tadi"
    r"|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b[^,]{0,70},\s*){1,2}(?=me[a-z]+\b)"
)
"""Where and when somebody spoke, between name and verb: "X, di Waisai, hari ini, menjelaskan"."""
_BODY = re.compile(r"^([A-Z][\w'’-]*(?:\s(?:[A-Z][\w'’-]*|dan))*(?:\s[A-Z][\w'’-]*)?)\s(me[a-z]+),?\s")
_BODY_VERBS = word_set(
    """menyatakan menegaskan mengatakan menyebut menyebutkan memastikan menjelaskan memperkirakan mencatat melaporkan menilai menduga"""
)


_NO_BODIES = word_set("Pihaknya Mereka Kami Ia Dia Dirinya Keduanya Ketiganya Setelah Untuk Hal Hasil Data Laporan Pengakuan Keterangan")


def _body_of(name: str, scene: Scene, people: list[Person]) -> int:
    """Return the index of a body that speaks (BMKG, Dinas Kesehatan); it is never "ia"."""
    del scene
    for person in people:
        if person.name == name and person.kind == "lembaga":
            return person.index
    people.append(Person(len(people), name, "", name, "lembaga", "pihaknya"))
    return len(people) - 1


def _has_clause(content: str, scene: Scene) -> bool:
    """Whether words after a reporting verb are a clause: a noun and, soon, its verb."""
    words = content.split()
    return any(scene.tools.grammar.is_verb(word) for word in words[:9])
