"""Marked sentences to drafts: who says what, the source before the statement (RADIO R03, R04, R05)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from broadcast.bahasa.sentences import split_sentences
from broadcast.model import FlagCode
from broadcast.write.indirect import Said, report_words
from broadcast.write.leadins import lead_in, told_after
from broadcast.write.narrate import narrate
from broadcast.write.pronouns import FIRST
from broadcast.write.quotes import Credit, Quote, read_credit, read_quote
from broadcast.write.scene import Draft, Person, Scene, marks
from broadcast.write.turns import PERSON, Turn, speaker_of
from broadcast.write.words import bare, capital, strip_end, tidy

_OPEN_END = re.compile(
    r"(?:^|\s)(?:dan|atau|yang|bahwa|karena|sehingga|tetapi|namun|untuk|sebagai|adalah|merupakan|menjadi|disebut|soal|dengan|akan|tidak)$"
)
_EVENT = re.compile(
    r"(?:(?i:saat|ketika|usai|seusai|setelah|di sela(?:-sela)?|menjelang|sebelum))\s(?:(?!di\b)[\w-]+\s){0,5}?(?!Gedung|Kantor)[A-Z]"
)
"""An occasion with a name of its own, not only where and in which meeting: "saat peringatan Hari Pahlawan"."""
_NO_EVENT = re.compile(
    (
        r"\b(?:rapat|sidang|diskusi|wawancara|konferensi|paparan|berkunjung|dijumpai|diwawancarai|ditanya|melawan"
        r"|di sela(?:-sela)? (?:acara|kegiatan)"
        r"|(?:usai|seusai) (?:acara|kegiatan|pertandingan|laga|rapat|sidang)$"
        r"|keterangan\w*|dikonfirmasi|dihubungi|ditemui|dimintai|wartawan|awak media|media|jumpa pers|rilis"
        r"|siaran pers|di lokasi|ruang kerja\w*|konferensi pers|membacakan putusan|kesempatan)\b"
    ),
    re.IGNORECASE,
)
_AUDIENCE = re.compile(r"^(?:kepada|terhadap)\s+(?!wartawan|media|awak|pers|[A-Z])([^,]+?)(?=,|$|\ssaat|\sdalam|\sdi\b|\spada\b)")
_AS_PRESS = re.compile(
    r"\s*(?:kepada|pada)\s+(?:(?:awak\s+)?media|wartawan|pers|reporter|[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})(?=,|$"
    r"|\s+(?:saat|di|usai|ketika|seusai))"
)


def report(scene: Scene, marked: list[str]) -> tuple[list[Draft], Scene]:
    """Return the drafts of a story; unnamed sources ("warga setempat") join the scene's people."""
    people = list(scene.people)
    turn = Turn()
    drafts: list[Draft] = []
    for number, text in enumerate(marked):
        scene = replace(scene, people=tuple(people))
        turn.after = told_after(marked[number + 1]) if number + 1 < len(marked) else -1
        drafts += _drafts_of(number, text, scene, people, turn)
        turn.known.update(marks(text))
    known = [draft for draft in drafts if _NOBODY not in draft.rules]
    return known or drafts, replace(scene, people=tuple(people))


def _drafts_of(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> list[Draft]:
    quote = read_quote(text)
    paragraph = scene.paragraphs[number]
    if quote is None:
        return _narrated(number, text, scene, people, turn)
    credit = read_credit(quote.between, scene.tools.verbs_after) or read_credit(quote.after, scene.tools.verbs_after)
    if credit:
        return _quoted(number, quote, credit, scene, people, turn)
    led = lead_in(quote.before, scene, people, turn)
    if led is not None:
        speaker, verb = led
        drafts = (
            _without_speaker(number, quote.parts, scene, people)
            if speaker < 0
            else _said(number, quote.parts, people[speaker], verb, scene)
        )
        turn.speak(speaker, number, paragraph)
        return drafts
    if not re.search(r"\w", quote.before + quote.after + quote.between):
        return _uncredited(number, quote.parts, scene, people, turn)
    if not re.search(r"\w", quote.before) and FIRST.search(quote.parts[0]) and len(quote.parts[0].split()) > _FEW:
        return _without_speaker(number, quote.parts, scene, people)  # "“Kami takut hujan,” keluh mereka yang di hilir": never our own words
    return narrate(number, tidy(text.replace("“", "").replace("”", "")), scene, people, turn)


_FEW = 4
_I = re.compile(r"\b(?:saya|aku)\b", re.IGNORECASE)
_NAMED_RELATIVE = re.compile(rf"^(?P<who>{PERSON}),?\s(?P<clause>yang\s[^,“”]+),\s(?P<rest>[a-z].+)$")  # X, yang …, mengaku …


_LEAST_TO_PART = 12
"""Words, the name counted as one, from which a named subject's relative clause is told apart."""


def _narrated(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> list[Draft]:
    """Return a narrative sentence; what a relative clause tells of its named subject becomes a sentence after it."""
    found = _NAMED_RELATIVE.match(text)
    grammar = scene.tools.grammar
    if not found or len(text.split()) < _LEAST_TO_PART or not grammar.is_verb(found["rest"].split()[0]):
        return narrate(number, text, scene, people, turn)
    clause = found["clause"].removeprefix("yang ").split()
    if not grammar.is_verb(clause[0]) or len(clause) < 4 or _runs_on(clause, scene):
        return narrate(number, text, scene, people, turn)
    drafts = narrate(number, f"{found['who']} {found['rest']}", scene, people, turn)
    person = (ord(found["who"]) - 0xE000) % 0x400
    return [*drafts, Draft(f"{chr(0xE400 + person)} {' '.join(clause)}", (number,), rules=("part_relative",), leans=True)]


def _runs_on(clause: Sequence[str], scene: Scene) -> bool:
    """Whether a relative clause holds a second verb that is no purpose of the first."""
    active = [at for at, word in enumerate(clause) if scene.tools.grammar.is_active(word)]
    return any(at and bare(clause[at - 1]) not in {"untuk", "guna", "demi", "sambil"} for at in active[1:])


def _quoted(number: int, quote: Quote, credit: Credit, scene: Scene, people: list[Person], turn: Turn) -> list[Draft]:
    parts, before = quote.parts, quote.before
    speaker = speaker_of(credit, scene.paragraphs[number], scene, people, turn)
    drafts: list[Draft] = []
    if _OPEN_END.search(before) and len(parts) == 1:  # '… di laut dan "tidak berpotensi tsunami", tulis BMKG': one statement
        parts, before = (f"{before} {parts[0]}",), ""
    if re.search(r"\w{3,}", before):
        drafts += narrate(number, before.rstrip(" ,:") + ".", scene, people, turn)
        if credit.person < 0 and not credit.phrase:  # "X menyebut …, “tetapi …,” katanya": X stands in the words before
            speaker = speaker_of(credit, scene.paragraphs[number], scene, people, turn)
    if credit.person < 0 and not credit.phrase and speaker < 0 and turn.guest >= 0 and turn.guest_at == number - 1:
        same = scene.paragraphs[number - 1] == scene.paragraphs[number]
        speaker = turn.guest if same and turn.guest not in marks(" ".join(parts)) else -1
    if credit.person < 0 and not credit.phrase and speaker < 0 and turn.rival in marks(" ".join(parts)):  # the other one is told of
        speaker = turn.heard(number, scene.paragraphs[number])
    if credit.person < 0 and not credit.phrase and speaker >= 0 and speaker in marks(" ".join(parts)):  # nobody tells of "Sergei" as Sergei
        speaker = turn.spoke if turn.spoke not in marks(" ".join(parts)) else -1
    if (
        credit.person < 0
        and not credit.phrase
        and turn.other
        and turn.other_paragraph == scene.paragraphs[number]
        and _I.search(" ".join(parts))
    ):
        speaker = -1  # "Pelaku menangis. “Saya menyesal,” katanya": not the officer who spoke before
    if speaker < 0:
        return drafts + _without_speaker(number, parts, scene, people)
    verb = scene.tools.verbs_after[credit.base]
    tail = _AS_PRESS.sub("", credit.tail).strip(" ,.")
    audience = _AUDIENCE.match(credit.tail)
    scene = replace(scene, people=tuple(people))
    drafts += _said(number, parts, people[speaker], verb, scene, audience.group(1) if audience else "")
    if audience:
        tail = tail[audience.end() :].strip(" ,.")
    drafts += _event(number, tail, drafts)
    turn.speak(speaker, number, scene.paragraphs[number])
    return drafts


def _said(number: int, parts: tuple[str, ...], person: Person, verb: str, scene: Scene, audience: str = "") -> list[Draft]:
    """Return what is said as drafts of reported speech."""
    joined = _joined(parts)
    drafts: list[Draft] = []
    for sentence in (piece for whole in split_sentences(joined) for piece in _apart(whole, scene)):
        said = report_words(sentence, person, scene, audience)
        if said is None:
            continue
        doubts: tuple[str, ...] = () if said.sure else (f"Kata ganti dalam kutipan {person.name} belum pasti: “{strip_end(sentence)}”.",)
        if said.oral:
            doubts += (f"Ragam lisan dalam kutipan {person.name} ({', '.join(said.oral)}): “{strip_end(sentence)}”.",)
        drafts.append(_draft_said(number, said, person.index, verb if not drafts else "", doubts))
    return drafts


_THEN_ASKED = re.compile(
    r"^(.+?),\s+(?:(?:jadi|maka|makanya|karena itu|oleh karena itu|untuk itu|dan),?\s+)?"
    r"((?:tolong|mohon|harap|silakan|silahkan|mari|ayo|jangan)\s.+)$"
)
_TOLD_ON = re.compile(
    r"\b(?:bilang|katakan|sampaikan|pesan(?:kan)?|ingatkan|minta|imbau|tekankan|jika|kalau|bila|apabila)\b", re.IGNORECASE
)
_SORRY = re.compile(r"^((?:[Kk]ami\s|[Ss]aya\s)?(?:[Mm]ohon|[Mm]inta)\smaaf[^,]*),\s+(.+)$")


def _apart(sentence: str, scene: Scene) -> tuple[str, ...]:
    """Part an apology from the statement that a comma joins to it, and a statement from the request that closes it."""
    asked = _THEN_ASKED.match(sentence)
    if asked and len(asked.group(1).split()) >= 3 and not _TOLD_ON.search(asked.group(1)):
        return asked.group(1), capital(asked.group(2))
    found = _SORRY.match(sentence)
    if found and any(scene.tools.grammar.is_verb(word) for word in found.group(2).split()[1:6]):
        return found.group(1), found.group(2)
    return (sentence,)


def _draft_said(number: int, said: Said, speaker: int, verb: str, doubts: tuple[str, ...]) -> Draft:
    chosen = said.verb or verb
    if chosen in {"mengaku", "mengimbau", "meminta", "mengajak", "mengingatkan", "berpesan"} and not said.verb:
        chosen = verb if verb == "mengaku" else "mengatakan"
    return Draft(said.text, (number,), speaker, chosen, ("report_quote",), doubts, voice="quote", leans=said.leans)


def _joined(parts: tuple[str, ...]) -> str:
    """Join the parts of a quotation that its attribution split."""
    whole = parts[0]
    for part in parts[1:]:
        whole = f"{whole.rstrip(' ,')} {part}" if part[:1].islower() else f"{whole.rstrip(' ,.')}. {part}"
    return whole


_SAID_AS = {
    "menanyakan": "pertanyaan itu",
    "mengajak": "ajakan itu",
    "mengimbau": "imbauan itu",
    "meminta": "permintaan itu",
    "mengingatkan": "peringatan itu",
    "berharap": "harapan itu",
}


def _event(number: int, tail: str, said: list[Draft]) -> list[Draft]:
    """Return where and when it was said, as a sentence of its own, when that is more than a press call."""
    tail = re.sub(rf"^(?:{PERSON}|di lokasi|di tempat kejadian)\s*,?\s*", "", tail)
    if not _EVENT.match(tail) or _NO_EVENT.search(tail) or len(tail.split()) < 3:
        return []
    verb = (said[-1].verb.split() or [""])[0] if said else ""
    return [Draft(f"{_SAID_AS.get(verb, 'hal itu')} disampaikan {tail}", (number,), rules=("report_quote",), aside=True)]


def _without_speaker(number: int, parts: tuple[str, ...], scene: Scene, people: list[Person]) -> list[Draft]:
    """Flag a quotation whose speaker is not known; its drafts air only when the story has nothing else."""
    del people
    words = _joined(parts)
    scene.notes.flag(FlagCode.NO_SPEAKER, f"Narasumber kutipan tidak jelas: “{words[:80]}”.")
    told = [sentence for sentence in split_sentences(words) if not FIRST.search(sentence) and len(sentence.split()) > 2]
    return [Draft(strip_end(sentence), (number,), rules=(_NOBODY, "report_quote"), voice="quote") for sentence in told]


_NOBODY = "no_speaker"
"""Marks a draft of a quotation that nobody is known to have said."""


def _uncredited(number: int, parts: tuple[str, ...], scene: Scene, people: list[Person], turn: Turn) -> list[Draft]:
    """A quotation that stands alone belongs to who was just named in its paragraph, or spoke just before."""
    if turn.after >= 0:  # "“….” Demikian disampaikan X"
        return _said(number, parts, people[turn.after], "mengatakan", scene)
    if turn.other and turn.other_paragraph == scene.paragraphs[number]:  # the story has gone on about somebody else
        return _without_speaker(number, parts, scene, people)
    near = turn.paragraph >= 0 and scene.paragraphs[number] - turn.paragraph <= 1
    speaker = turn.speaker if near and turn.speaker >= 0 else turn.subject if turn.paragraph == scene.paragraphs[number] else -1
    if speaker < 0:
        return _without_speaker(number, parts, scene, people)
    return _said(number, parts, people[speaker], "mengatakan", scene)
