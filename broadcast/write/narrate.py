"""The article's own sentences: reports of what somebody said get their source in front, others stay (RADIO R04)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.write.besides import head_of
from broadcast.write.follow import follow, is_party
from broadcast.write.others import unsure_ia
from broadcast.write.quotes import read_inner_credit
from broadcast.write.scene import Draft, Person, Scene, marks
from broadcast.write.turns import PERSON, Turn, holder_of, speaker_of, unnamed
from broadcast.write.words import bare, capital, strip_end, word_set

_ACCORDING = re.compile(rf"^(?:Namun,?\s+|Tetapi,?\s+)?[Mm]enurut(?:(nya)|\s({PERSON})|\s(?:dia|ia|beliau))\s*,?\s*")
_ACCORDING_PHRASE = re.compile(r"^Menurut\s([a-z][^,]{2,60}),\s*")
_SUBJECT = re.compile(
    rf"^(?:(Ia|Dia|Beliau|Dirinya)|({PERSON}))\s*,?\s*(?:dalam\s(?:[a-z]+\s){{1,4}}(?=me))?(?:[Ii]a\s+|[Dd]ia\s+)?(?:juga\s+|pun\s+"
    rf"|lalu\s+|kemudian\s+|kembali\s+)?"
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
    r"^(?:Menanggapi|Menyikapi|Menjawab|Merespons|Terkait|Mengenai)\s(?:hal|itu|tersebut|persoalan|masalah|data|putusan|kejadian"
    r"|peristiwa|pernyataan"
    r"|laporan|usulan|kritik|protes|keluhan|tudingan)(?:\s(?:itu|tersebut|ini))?,\s+"
)


def narrate(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> list[Draft]:
    """Return a sentence of the article as a draft; what somebody says in it is credited first."""
    paragraph = scene.paragraphs[number]
    text = capital(_REACTING.sub("", text))
    if _rival_speaks(number, text, turn, people):
        turn.speaker, turn.paragraph = turn.rival, paragraph
    if unsure_ia(text, turn.other if paragraph - turn.other_paragraph <= 1 else "") or _may_mean_rival(number, text, turn):
        return [Draft(strip_end(_IA.sub("Ia", text)), (number,), leans=True)]
    inner = read_inner_credit(text, scene.tools.verbs_after)
    if inner:
        core, credit = inner
        speaker = speaker_of(credit, paragraph, scene, people, turn)
        if speaker >= 0:
            turn.speak(speaker, number, paragraph)
            verb = scene.tools.verbs_after.get(credit.base, "mengatakan")
            return [Draft(_content(core, scene), (number,), speaker, "mengatakan" if credit.base == "kata" else verb, ("source_first",))]
    for reader in (_according_to, _reported):
        draft = reader(number, text, scene, people, turn)
        if draft:
            heard = turn.heard(number, paragraph)
            if people[draft.speaker].kind != "lembaga" or heard < 0 or people[heard].kind == "lembaga":  # a body is never "-nya"
                turn.speak(draft.speaker, number, paragraph)
            return [draft]
    follow(number, text, scene, people, turn)
    text = _resolve_pronoun(text, turn)
    unclear = (f"Siapa yang dimaksud “-nya” tidak jelas: “{strip_end(text)[:60]}”.",) if text.startswith("Menurutnya") else ()
    return [Draft(strip_end(text), (number,), doubts=unclear)]


_IA = re.compile(r"^(?:Dia|Beliau)(?=\s)")
_IA_SPEAKS = re.compile(r"^(?:Ia|Dia|Beliau|Dirinya)\s(?:[a-z]+\s){0,3}?(?:me|ber)[a-z]+")


def _may_mean_rival(number: int, text: str, turn: Turn) -> bool:
    """Whether "Ia mengaku …" may mean the subject of the sentence before, while somebody else spoke last."""
    return turn.rival >= 0 and turn.rival_at == number - 1 and turn.rival != turn.speaker and bool(_IA_SPEAKS.match(text))


def _rival_speaks(number: int, text: str, turn: Turn, people: Sequence[Person]) -> bool:
    """Whether "Ia mengatakan …" means the official who was the subject of the sentence before."""
    return _may_mean_rival(number, text, turn) and people[turn.rival].kind not in {"", "warga"} and not is_party(people[turn.rival])


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
        unrivalled = turn.rival < 0 or turn.rival_at <= turn.spoke_at
        if (
            speaker < 0
            and not found.group(2)
            and unrivalled
            and turn.spoke >= 0
            and scene.paragraphs[number] - turn.spoke_paragraph <= _NEAR
        ):
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
    rest = _before_mark(rest, scene, people)
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
    if verb in _INDIRECT_VERBS_WITH_OBJECT and (
        _NUMBERED.match(content) or (not words[0].endswith(",") and not _has_clause(content, scene))
    ):
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


_NUMBERED = re.compile(
    r"(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sejumlah|beberapa)\s(?:[a-z]+\s){0,3}[a-z]+,?\s(?:yaitu|yakni"
    r"|antara lain)\b"
)
"""A thing that is put forward, with its parts, is no statement: "menyampaikan empat tuntutan, yaitu …"."""
_POST_WORDS = re.compile(rf"^(?:(?!Menurut)[A-Z][\w/-]*\s(?:dan\s(?=[A-Z]))?){{1,9}}(?={PERSON},?\s[a-z])")


def _before_mark(text: str, scene: Scene, people: Sequence[Person]) -> str:
    """Return a sentence without the post that still stands before its speaker, whose post is known: "Duta Besar X menambahkan"."""
    found = _POST_WORDS.match(text)
    if not found or not head_of(found.group().split(), scene.tools):
        return text
    return text[found.end() :] if people[marks(text[found.end()])[0]].post else text


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
