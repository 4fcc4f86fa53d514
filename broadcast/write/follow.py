"""Whom a narrative sentence leaves as the one that "-nya" and "ia" may mean after it (RADIO R05).

Who last spoke keeps the word: somebody who is only mentioned, who is told of, or whose title is said in passing does not get it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.write.others import other_kind
from broadcast.write.scene import Person, Scene, marks
from broadcast.write.turns import NEUTRAL, PERSON, Turn, holder_of, unnamed
from broadcast.write.words import bare, word_set


def follow(number: int, text: str, scene: Scene, people: list[Person], turn: Turn) -> None:
    """Note whom a narrative sentence is about, for the "-nya" that may follow."""
    paragraph = scene.paragraphs[number]
    if _ABOUT_SPEAKER.match(text) and turn.speaker >= 0:  # "Namun, dia tak mengungkap sakit Doni": still about who spoke
        turn.paragraph = paragraph
        if turn.rival >= 0 and turn.rival_at == number - 1 and turn.rival != turn.speaker and not is_party(people[turn.rival]):
            turn.speaker, turn.rival_at = -1, number  # the story goes on about somebody else
        return
    heard = _heard(number, paragraph, turn, people)
    if heard >= 0 and _means_last(text, scene):  # "Pengasuh pesantren ini menilai X": who spoke last
        turn.speak(heard, number, paragraph)
        return
    turn.other, turn.other_paragraph = other_kind(text, scene), paragraph
    found = marks(text)
    if found:
        turn.role = ""
        _follow_people(number, text, found, scene, turn, people)
        return
    role = _role_of(text, scene, heard)
    if role:
        turn.role, turn.role_paragraph = role, paragraph
    if _unread_speaker(text, scene, turn):
        turn.speaker, turn.role, turn.paragraph = -1, "", paragraph  # somebody was named whom we could not read: "-nya" may mean them
        return
    office = _office_of(text, scene)
    if office and (heard < 0 or (_speaks_in(text[len(office) :], scene) and not _is_body(office, scene))):  # else a title in passing
        holder = holder_of(office, people, scene, turn)
        who = holder if holder >= 0 else unnamed(office, scene, people)
        turn.role, turn.speaker, turn.paragraph = "", who, paragraph
        if heard >= 0:
            turn.speak(who, number, paragraph)


def _heard(number: int, paragraph: int, turn: Turn, people: Sequence[Person]) -> int:
    """Return which person spoke a short while ago; a body or a paper is never "-nya"."""
    heard = turn.heard(number, paragraph)
    return -1 if heard >= 0 and people[heard].kind == "lembaga" else heard


_BODIES = word_set("panitia tim komisi fraksi badan dinas kementerian pengurus dewan majelis komite satgas")


def _is_body(office: str, scene: Scene) -> bool:
    words = office.casefold().split()
    return words[0] in _BODIES or any(scene.tools.posts.get(" ".join(words[:size]), ("",))[0] == "lembaga" for size in (3, 2, 1))


_ON = r"(?:(?:juga|pun|lalu|kemudian|kembali|lantas|langsung|justru|malah|hanya|sempat|masih|tak|tidak|enggan|turut|ikut|sudah|telah)\s)*"
_SPEAKS = word_set(
    "meminta mengimbau mengajak mengingatkan membantah membenarkan berjanji menyayangkan menyesalkan mengapresiasi menyoroti mendesak"
    " mendukung mengecam menyinggung mengkritik mengeluh mengeluhkan menyarankan mengusulkan menampik menepis memuji menyerukan berkata"
    " bercerita mengenang memandang menjawab menanggapi merespons bersyukur mengharapkan mengomentari berdalih menjanjikan memprediksi"
    " mengucapkan mengungkit bilang yakin optimistis heran kecewa bangga senang khawatir berterima menyangkal menyangsikan mempertanyakan"
    " menganggap mempersilakan menasihati mencermati menduga"
)
"""Besides the reporting verbs: who does so says something."""
_AFTER_NAME = re.compile(rf"^(?:,\s(?:yang|dalam|di|saat|usai|pada|ketika)\s[^,]{{3,80}})?,?\s{_ON}(?P<verb>[a-z]+)\b")
_AND_SPEAKS = re.compile(
    r"^[^“”.]{3,140}?\s(?:dan|serta|sambil|seraya|sekaligus)\s(?:juga\s)?(?P<verb>me[a-z]+)\b|^.{0,30}\smenyambut baik\b"
)
_THAT_SPEAKS = re.compile(rf"^,?\syang\s{_ON}(?P<verb>[a-z]+)\b")
_TOLD_BY = re.compile(
    r"\b(?:[Dd]i(?:sampaikan|katakan|ungkapkan|jelaskan|tegaskan|benarkan|konfirmasi|akui|bantah|utarakan|lontarkan|ceritakan|ucapkan"
    rf"|respons|tanggapi|sangkal|tepis|jawab|balas|apresiasi|kritik|kecam)(?:\s[a-z]+){{0,2}}?(?:\soleh)?"
    r"|(?:apresiasi|tanggapan|respons|reaksi|kritik|pujian|sorotan|komentar|penjelasan|kecaman)\s(?:[a-z]+\s)?(?:dari|oleh)"
    rf"|kata|ujar|ucap|tutur|ungkap|jelas|[Mm]enurut)\s(?P<who>{PERSON})"
)
_OPENER = (
    r"(?:(?:Namun|Tetapi|Tapi|Sementara itu|Sementara|Lalu|Kemudian|Sedangkan|Adapun|Bahkan|Selain itu|Meski begitu|Sebelumnya"
    r"|Di sisi lain|Salah satunya|Selanjutnya|Senada),?\s)*"
)
_FIRST = re.compile(rf"^{_OPENER}(?:(?:(?!Menurut|Kata|Ujar)[A-Z][\w/-]*|{PERSON}|dan|di|dari|&|\d+)\s){{0,14}}(?P<who>{PERSON})")
_OPENED = re.compile(rf"^[A-Z][^,\ue000-\uebff]{{2,60}},\s(?P<who>{PERSON})\s{_ON}(?:me|ber|di|ter)[a-z]{{3,}}")
"""Who acts after where or when it was: "Dalam sidang, X menegur pengacara Y"."""
_DOER = re.compile(rf"{PERSON},\s(?P<who>{PERSON}),?\s{_ON}(?:me|ber)[a-z]{{3,}}")
"""Who acts when a post holds another's name: "penasihat hukum X, Y, mengaku"."""
_LAST_SUBJECT = re.compile(rf"\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun)\s(?P<who>{PERSON})\s{_ON}(?:me|ber|ter|di)[a-z]+")
"""Whom the last clause of a sentence with two people is about."""


def _verb_speaks(verb: str, scene: Scene) -> bool:
    return verb in scene.tools.grammar.reporting or verb in _SPEAKS


def _speaks_in(rest: str, scene: Scene) -> bool:
    """Whether what follows a subject is a verb of saying."""
    verb = _AFTER_NAME.match(rest)
    that = _THAT_SPEAKS.match(rest)
    more = _AND_SPEAKS.match(rest)
    verbs = [one["verb"] or "memuji" for one in (verb, that, more) if one]
    return any(_verb_speaks(verb, scene) for verb in verbs)


def _subject_of(text: str) -> tuple[int, int]:
    """Return who a sentence is about and where the words after them begin; -1 when nobody with a mark is its subject."""
    found = [*_LAST_SUBJECT.finditer(text)][-1:] or [one for pattern in (_OPENED, _DOER, _FIRST) if (one := pattern.search(text))]
    return (marks(found[0]["who"])[0], found[0].end("who")) if found else (-1, 0)


_SAYING = re.compile(rf"(?P<who>{PERSON}),?\s{_ON}(?P<verb>me[a-z]+)\b")


def _first_to_say(text: str, scene: Scene) -> re.Match[str] | None:
    """Return who stands right before the first verb of saying: "Kepala Seksi Haji dan Umrah Siti X mengungkapkan"."""
    verb = next((word for word in re.findall(r"\bme[a-z]+", text) if word in scene.tools.grammar.reporting), "")
    found = next((one for one in _SAYING.finditer(text) if one["verb"] == verb), None) if verb else None
    return found if found and re.search(rf"\b{verb}\b", text[: found.start()]) is None else None


def _follow_people(number: int, text: str, found: Sequence[int], scene: Scene, turn: Turn, people: list[Person]) -> None:
    """Note which of the people that a sentence names it is about; nobody when that is not sure."""
    paragraph = scene.paragraphs[number]
    turn.subject = found[0]
    subject, end = _subject_of(text)
    told = _TOLD_BY.search(text) or _first_to_say(text, scene)
    heard = _heard(number, paragraph, turn, people)
    if told or (subject >= 0 and _speaks_in(text[end:], scene)):
        turn.speak(marks(told["who"])[0] if told else subject, number, paragraph)
        return
    if subject >= 0:
        turn.rival, turn.rival_at = subject, number
    if heard < 0:
        _take_over(text, found, subject, paragraph, turn)
        return
    turn.paragraph, turn.about = paragraph, subject if subject >= 0 else found[0]
    new = subject >= 0 and subject not in turn.known
    if subject == heard or heard in found:
        turn.speaker, turn.about = heard, -1 if subject in {heard, -1} else subject
    elif new and not is_party(people[subject]) and people[subject].kind in {"", "warga"}:
        turn.speaker, turn.about = subject, -1
    elif subject >= 0 and _may_speak(people[subject]) and (new or subject in turn.speakers or people[subject].kind == "warga"):
        turn.speaker = -1  # another who could speak does something: either may speak on
        turn.guest, turn.guest_at = (subject, number) if chr(0xE000 + subject) in text else (-1, -1)
    else:
        turn.speaker = heard


_PARTIES = word_set("korban pelaku tersangka terdakwa terpidana terduga buronan tahanan almarhum almarhumah pasien mendiang")


def _may_speak(person: Person) -> bool:
    return bool(person.kind) and not is_party(person) and person.post.casefold() not in {"presiden", "wakil presiden"}


def is_party(person: Person) -> bool:
    """Whether somebody is known as a victim or a suspect."""
    return any(bare(word) in _PARTIES for word in person.post.split())


def _take_over(text: str, found: Sequence[int], subject: int, paragraph: int, turn: Turn) -> None:
    """Let a sentence say whom "-nya" means when nobody spoke for a while."""
    turn.about = -1
    if subject >= 0:
        turn.speaker, turn.paragraph = subject, paragraph
    elif len(set(found)) == 1 or re.match(PERSON, text):
        turn.speaker, turn.paragraph = found[0], paragraph
    elif paragraph != turn.paragraph or turn.speaker not in found:
        turn.speaker, turn.paragraph = -1, paragraph


_ABOUT_SPEAKER = re.compile(
    r"^(?:(?:Namun|Tetapi|Tapi|Meski begitu|Meski demikian|Selain itu|Kemudian|Lalu|Bahkan),?\s)?(?:[Ii]a|[Dd]ia|[Bb]eliau|[Dd]irinya)\s"
)
_EPITHET = re.compile(
    r"^(?:(?:Lebih lanjut|Selain itu|Namun|Lebih jauh|Selanjutnya|Kemudian|Tak hanya itu),?\s)?"
    rf"(?P<head>[A-Za-z][^,“”\ue000-\uebff]{{3,90}}?)\s(?:ini|itu|tersebut)\s{_ON}(?P<verb>me[a-z]+|ber[a-z]+|yakin|optimistis)\b"
)


def _means_last(text: str, scene: Scene) -> bool:
    """Whether a sentence opens with what its last speaker is besides: "Politisi asal Kendari ini menilai X"."""
    found = _EPITHET.match(text)
    if not found or not _verb_speaks(found["verb"], scene):
        return False
    words = [bare(word) for word in found["head"].split()]
    return words[0] in NEUTRAL or any(" ".join(words[:size]) in scene.tools.posts for size in (3, 2, 1))


_UNREAD_SPEAKER = re.compile(r"^[^,.]{4,90},\s[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,4},\s(?:yang|me|ber|juga|ingin)")


def _unread_speaker(text: str, scene: Scene, turn: Turn) -> bool:
    """Whether a sentence lets somebody speak whose name could not be read."""
    if _UNREAD_SPEAKER.match(text):
        words = text.split()
        return any(" ".join(words[:size]).casefold().rstrip(",") in scene.tools.posts for size in (4, 3, 2, 1))
    return turn.other == "nama" and any(_verb_speaks(bare(word), scene) for word in text.split()[1:12])


_ONE = re.compile(r"^(?:Salah\s(?:seorang|satu)|Seorang)\s")


def _role_of(text: str, scene: Scene, heard: int) -> str:
    """Return the role that a sentence is about when nobody is named: "Seorang pedagang mengurangi stok" → "pedagang itu"."""
    words = _ONE.sub("", text).split()
    new = bool(_ONE.match(text))
    for size in (3, 2, 1):
        head = " ".join(words[:size])
        cells = scene.tools.posts.get(head.casefold(), ())
        if not cells or cells[0] != "warga" or len(words) <= size:
            continue
        if (new and head.casefold() not in _PARTIES) or (heard < 0 and bare(words[size]) in {"itu", "tersebut", "asal"}):
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
