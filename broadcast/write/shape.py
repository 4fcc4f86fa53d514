"""Rules on drafts, in their order: telephone numbers said twice, self-praise, places, echoes and bare credits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from broadcast.write.figures import phones
from broadcast.write.listed import tell_listed
from broadcast.write.lists import cut_lists, drop_company, drop_guest_lists, tell_price_list
from broadcast.write.mending import doubt_garbled
from broadcast.write.openings import drop_greetings, drop_signposts, lift_main_clause, news_first
from broadcast.write.scene import Draft, Scene, marks
from broadcast.write.words import tidy

DraftRule = Callable[[tuple[Draft, ...], Scene], tuple[Draft, ...]]


def repeat_phones(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Say a telephone number twice (RADIO R23)."""
    del scene
    done: list[Draft] = []
    for draft in drafts:
        done.append(draft)
        numbers = phones(draft.text)
        if numbers:
            done.append(Draft(f"sekali lagi, {numbers[0]}", draft.sources, rules=("repeat_phones",), leans=True))
    return tuple(done)


_PRAISE = re.compile(
    (
        r",\s+(?:perusahaan|produsen|penyedia|pengembang|distributor|merek|platform)\s[^,]*\b(?:terdepan|terpercaya"
        r"|tepercaya|terkemuka|terbaik|nomor satu|terbesar|ternama|unggulan|inovatif)\b[^,]*,"
    ),
    re.IGNORECASE,
)
_PRAISE_QUOTE = re.compile(
    r"\b(?:komitmen|berkomitmen|terdepan|pemimpin pasar|inovasi terbaik|kualitas terbaik|pelayanan prima)\b", re.IGNORECASE
)


def drop_self_praise(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop a company's praise of itself: "…, perusahaan air minum terdepan dan terpercaya, …" (RADIO R25)."""
    del scene
    done: list[Draft] = []
    for draft in drafts:
        text = tidy(_PRAISE.sub(" ", draft.text))
        boast = (
            draft.voice == "quote"
            and _PRAISE_QUOTE.search(text)
            and re.search(r"\bsebagai\b|\b(?:kami|perusahaan)\b", text)
            and len(text.split()) < 14
        )
        if boast and len(drafts) > 2:
            continue
        done.append(replace(draft, text=text, rules=(*draft.rules, "drop_self_praise")) if text != draft.text else draft)
    return tuple(done)


_SETTING = re.compile(r"\b(?:Desa|Dusun|Kelurahan|Kecamatan|Distrik|Kampung|Nagari|Pasar|Jalan|Pantai)\s[A-Z]\w*(?:\s[A-Z]\w*)*")


_REGENCY = re.compile(r"\b(?:Kabupaten|Kota|Kab\.?)\s[A-Z]")


def name_place(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Name the dateline's place after the first smaller place when the story itself never says it."""
    place = scene.story.place.strip().split(",")[0].split("/")[0].strip()
    body = " ".join(scene.sentences)
    if (
        not place
        or scene.signs.hides
        or len(place.split()) > 3
        or not place[0].isupper()
        or re.search(rf"\b{re.escape(place)}\b", body, re.IGNORECASE)
        or place == "Jakarta"
    ):
        return drafts
    for index, draft in enumerate(drafts[:2]):
        found = _SETTING.search(draft.text)
        if found and draft.speaker < 0 and not _REGENCY.search(draft.text):  # the dateline may only be where the reporter sits
            after = draft.text[found.end() :]
            text = f"{draft.text[: found.end()]}, {place}{'' if after[:1] in ',.' or not after else ','}{after}"
            return (*drafts[:index], replace(draft, text=tidy(text), rules=(*draft.rules, "name_place")), *drafts[index + 1 :])
    return drafts


def doubt_garbled_drafts(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Doubt drafts whose source does not parse."""
    del scene
    done = []
    for draft in drafts:
        why = doubt_garbled(draft.text)
        done.append(replace(draft, doubts=(*draft.doubts, why)) if why else draft)
    return tuple(done)


_POINTS_BACK = re.compile(
    r"^(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka|Dari jumlah|Akibatnya|Meski (?:begitu|demikian)|Sebaliknya|Padahal|Karena itu"
    r"|Namun|Jumlah|Angka|Uang|Hal|Kondisi|Penurunan|Kenaikan|Peristiwa|Kejadian|Di sana|[A-Z][a-z]+ (?:itu|tersebut)|[A-Z][a-z]+nya"
    r"|[A-Z][a-z]+(?:\s[a-z]+){1,2}nya|[A-Z][a-z]+(?:\s[a-z]+){0,2}\smereka|Itulah|Begitulah|Inilah|Yang bersangkutan|Sang\s[a-z]+"
    r"|(?:Kedua|Ketiga"
    r"|Keempat|Kelima|Keenam)\s[a-z]+"
    r"|(?:Dengan|Dari|Dalam|Pada)\s[a-z]+\s(?:itu|tersebut|ini))\b"
)
_SAID_POINTS_BACK = re.compile(
    r"^(?:hal (?:itu|tersebut|senada|serupa)|itu|yang bersangkutan|beliau|dia|keduanya|ketiganya|dengan (?:kondisi|demikian|begitu)"
    r"|dari (?:jumlah|situ)"
    r"|karena itu|akibatnya|makanya|apalagi|bahkan|[a-z]+ (?:itu|tersebut))\b"
)
_MEANT = re.compile(
    r"\b(?:dimaksud|senada|serupa|keesokan harinya|esoknya)\b|^(?:\S+\s){1,4}(?:kemudian|lantas|selanjutnya)\s(?:di|me|ber)[a-z]"
)
_ALONE = re.compile(
    r"^(?:Jumlah|Angka|Uang|Hal|Kondisi|Penurunan|Kenaikan|Peristiwa|Kejadian)\s(?!itu|tersebut|ini)"
    r"|^(?:Biasanya|Sebelumnya|Akhirnya|Rencananya)\b"
)
_ALSO = re.compile(r"^\S+ (?:juga|pun)\b")


def lean_on_what_is_meant(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Note sentences that say nothing without the one before ("Keduanya …", "Hal itu …"), so that both stay or go."""
    del scene
    return tuple(replace(draft, leans=True) if index and _needs_before(draft) else draft for index, draft in enumerate(drafts))


def _needs_before(draft: Draft) -> bool:
    if _MEANT.search(draft.text):
        return True
    return _points_back(draft.text) if draft.speaker < 0 else bool(_SAID_POINTS_BACK.match(draft.text))


def _points_back(text: str) -> bool:
    """Whether a sentence says nothing without the one before.

    >>> [_points_back(text) for text in ("Keduanya pulang", "Hal itu baik", "Ia juga hadir", "Jumlah warga naik", "Pasar ramai")]
    [True, True, True, False, False]
    """
    return bool(_ALSO.match(text) or _POINTS_BACK.match(text)) and not _ALONE.match(text)


def drop_echoes(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop a scrap of a quotation, without a verb, that only says again what stands right before it.

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> told = Draft("Menteri menjanjikan pupuk murah untuk petani", (0,))
    >>> scraps = (Draft("pupuk murah untuk petani", (1,), voice="quote"), Draft("panen raya di Tuban", (2,), voice="quote"))
    >>> [draft.text for draft in drop_echoes((told, *scraps), scene)]
    ['Menteri menjanjikan pupuk murah untuk petani', 'panen raya di Tuban']
    """
    done: list[Draft] = []
    for draft in drafts:
        if draft.voice != "quote" or not _is_echo(draft, done[-2:], scene):
            done.append(draft)
    return tuple(done)


def _is_echo(draft: Draft, before: list[Draft], scene: Scene) -> bool:
    words = set(re.findall(r"[a-z]{5,}", draft.text.lower()))
    if not words or any(scene.tools.grammar.is_verb(word) for word in draft.text.split()):
        return False
    heard = set(re.findall(r"[a-z]{5,}", " ".join(one.text for one in before).lower()))
    return len(words & heard) >= 0.7 * len(words)


_UTTERED = re.compile(
    r"^(?:Kalimat|Ucapan|Kata-kata|Kata|Pernyataan)\s(?:itu|tersebut)\s(?:\w+\s){0,2}(?:meluncur|keluar|terucap|terlontar|dilontarkan)\b"
)
_CREDIT = re.compile(
    r"^(?:Demikian|(?:Hal|Kepastian|Pernyataan|Keterangan|Informasi|Penegasan)\s(?:itu|tersebut|ini))\s(?:disampaikan|dikatakan"
    r"|diungkapkan|dijelaskan|ditegaskan)\b"
)


def drop_bare_credits(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop "Hal itu diungkapkan X di sela rapat" right before or after X speaks: the attribution says who it was.

    >>> credit = Draft(f"Hal itu disampaikan {chr(0xE000)}", (1,))
    >>> before, after, other = Draft("Pasar ditutup", (0,)), Draft("kios diperbaiki", (2,), 0), Draft("kios rugi", (2,), 1)
    >>> len(drop_bare_credits((before, credit, after), None)), len(drop_bare_credits((before, credit, other), None))
    (2, 3)
    >>> len(drop_bare_credits((after, credit), None))
    1
    """
    del scene
    done = []
    for index, draft in enumerate(drafts):
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        named = marks(draft.text)
        said = bool(index) and bool(named) and bool(_CREDIT.match(draft.text)) and draft.speaker < 0
        beside = {one.speaker for one in (after, drafts[index - 1] if index else None) if one}
        if (said and named[0] in beside and len(set(named)) == 1) or (_UTTERED.match(draft.text) and len(drafts) > 1):
            continue
        done.append(draft)
    return tuple(done)


DRAFT_RULES: tuple[DraftRule, ...] = (
    tell_listed,
    drop_greetings,
    drop_signposts,
    drop_company,
    drop_guest_lists,
    drop_bare_credits,
    drop_echoes,
    drop_self_praise,
    lift_main_clause,
    tell_price_list,
    cut_lists,
    name_place,
    doubt_garbled_drafts,
    lean_on_what_is_meant,
    news_first,
    repeat_phones,
)
"""The rules on drafts, in order."""
