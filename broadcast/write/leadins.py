"""Who speaks when the words before a quotation, or the sentence after it, say so (RADIO R04)."""

from __future__ import annotations

import re

from broadcast.write.besides import head_of
from broadcast.write.scene import Person, Scene, marks
from broadcast.write.turns import PERSON, Turn, unnamed
from broadcast.write.words import bare, word_set

_SPEECH = word_set(
    "menjawab berkata bertanya berpesan berujar bertutur berteriak berseru bercerita berkomentar menimpali berucap berseloroh berbisik"
    " menulis berkelakar"
)
_OPENER = r"(?:(?:Namun|Tetapi|Tapi|Sementara itu|Sementara|Lalu|Kemudian|Sedangkan|Adapun|Di sisi lain|Di lokasi yang sama),?\s)?"
_ADVERBS = r"(?:\s(?:juga|pun|hanya|kembali|sempat|lalu|kemudian|lantas|langsung|cuma|terus|sudah|telah|turut|ikut))*"
_OWN_SUBJECT = re.compile(rf"^{_OPENER}(?P<who>[A-Z][^,:“”]{{0,60}}?){_ADVERBS}$")
_NO_SUBJECT = re.compile(
    r"^(?:Ia|Dia|Beliau|Dirinya|Saat|Ketika|Dalam|Pada|Di|Dengan|Sambil|Seraya|Sembari|Usai|Seusai|Setelah|Kemudian|Lalu|Selain|Menurut"
    r"|Menanggapi|Melalui|Lewat|Hal|Demikian|Untuk|Kepada|Soal|Terkait|Mengenai|Ditanya|Ditemui|Meski|Karena|Sebelum|Sebelumnya)\b"
)
_AGAIN = re.compile(r"\b(?:[Ii]a|[Dd]ia|[Bb]eliau|[Dd]irinya)\b|\b[a-z]{3,10}nya$|\b[Mm]enurutnya$")
_OPENS = re.compile(
    r"(?:^|[,.:;]\s|\b(?:dan|lalu|kemudian|namun|tetapi|sementara|sedangkan|adapun|bahwa)\s|[Mm]enurut\s|[Kk]ata\s|[Uu]jar\s)$"
)
_TOWARDS = re.compile(r"\b(?:kepada|ke|pada|terhadap|untuk|dengan|bersama|oleh|soal|tentang|dari|milik|bagi|atas)\s$", re.IGNORECASE)


def lead_in(before: str, scene: Scene, people: list[Person], turn: Turn) -> tuple[int, str] | None:
    """Return who speaks and how when the words before a quotation say so: "X menjawab, “…”"; -1 for somebody who cannot be told.

    None when the words lead to no quotation.
    """
    if not before or before[-1:] not in ",:":
        return None
    words = before.rstrip(" ,:").split()
    reporting = scene.tools.grammar.reporting
    at = next((at for at in reversed(range(len(words))) if bare(words[at]) in reporting or bare(words[at]) in _SPEECH), -1)
    if at < 0 and (before[-1] != ":" or not marks(before)):
        return None
    verb = bare(words[at]) if at >= 0 and bare(words[at]) in reporting else "mengatakan"
    return _speaker(" ".join(words[:at]) if at >= 0 else before.rstrip(" ,:"), before, scene, people, turn), verb


def _speaker(head: str, before: str, scene: Scene, people: list[Person], turn: Turn) -> int:
    """Return the subject of the verb of speech, from the words before it: whoever else stands there is only mentioned."""
    named = list(re.finditer(PERSON, head))
    leading = [one for one in named if _OPENS.search(head[: one.start()])]
    if leading:
        return marks(leading[-1].group())[0]
    own = _OWN_SUBJECT.match(head)
    if own and not _NO_SUBJECT.match(own["who"]) and not (named and marks(own["who"]) and not _TOWARDS.search(head[: named[0].start()])):
        return unnamed(scene.lower(own["who"].strip()), scene, people)
    role = head.rpartition(", ")[2]
    if "," in head and not marks(role) and head_of(role.split(), scene.tools):  # "Kepada X, kuasa hukum korban berkata"
        return unnamed(role, scene, people)
    plain = [one for one in named if not _TOWARDS.search(head[: one.start()])]
    if plain:
        return marks(plain[-1].group())[0]
    if not head or _AGAIN.search(head) or _AGAIN.search(before.rstrip(" ,:")):
        return turn.speaker
    return -1


_AFTERWARDS = re.compile(
    r"^(?:(?:Hal|Pernyataan|Ungkapan|Penegasan|Keterangan|Ucapan|Kalimat)\s(?:itu|tersebut|ini)\s|Demikian\s|Begitu\s|Itulah\s)"
    rf"(?:yang\s)?(?:di(?:sampaikan|katakan|ungkapkan|tegaskan|ucapkan|jelaskan|tuturkan|lontarkan|utarakan)(?:\soleh)?|kata|ujar|ungkap)\s({PERSON})"
)


def told_after(text: str) -> int:
    """Return who is told to have said what stands before a sentence, -1 for nobody.

    >>> told_after("Demikian disampaikan \ue001.")
    1
    """
    found = _AFTERWARDS.match(text)
    return marks(found.group(1))[0] if found else -1
