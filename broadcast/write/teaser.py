"""Teasers: at most ten words, not the lead again (RADIO R28)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from broadcast import naskah
from broadcast.model import HOLDING, Line
from broadcast.write.scene import Draft, Scene
from broadcast.write.words import bare, capital, count_words, strip_end, tidy, word_set

MOST = 10
_POINTS_BACK = re.compile(
    r"^(?:Ia|Dia|Mereka|Hal|Menurut|Penjelasan|Keterangan|Kasusnya|Rinciannya|Tujuannya|Lokasinya"
    r"|Dari|Dengan|Akibat|Karena|\w+ (?:itu|tersebut|ini))\b"
)
"""A line that says nothing as a headline."""
_JOINTS = word_set("""
    sehingga karena setelah untuk agar yang saat ketika menjelang akibat dengan dalam pada di dan serta mulai melalui dari
    tetapi sementara sedangkan sejak selama hingga lewat usai namun meski meskipun sebagai oleh atau secara kepada ke
    sebesar rata-rata tanpa dibanding
    """)
_OPEN_END = _JOINTS | word_set(
    "akan sudah tidak belum seorang sebuah para lebih hampir sekitar satu dua tiga empat lima enam tujuh delapan "
    "sembilan sepuluh sebelas pukul"
)
_PERSON = re.compile("[\ue000-\uebff]")


def write_teaser(lines: Sequence[Line], lead: Draft | None, scene: Scene, say: Callable[[str], str]) -> str:
    """Return what the headlines say of an item: its title as speech, else its lead without names, cut at a phrase joint.

    `say` words a headline by the rules for sentences. A lead too short to cut is told with its verb bare ("gelar upacara").
    """
    if not lines or lead is None:
        return ""
    first = naskah.plain(lines[0].text)
    titled = "" if _is_delicate(scene) else tell_title(scene, say)
    if titled and titled.casefold() != first.casefold():
        return titled
    text = _without_names(lead, scene)
    found = _cut(text, scene)
    if found.casefold() == first.casefold():
        found = _cut(" ".join(text.split()[:-1]), scene) if count_words(text) > 6 else found
    if found.casefold() == first.casefold():
        found = _as_headline(found, scene)
    if not found:  # a lead whose subject alone takes ten words
        later = [naskah.plain(line.text) for line in lines[1:5] if not _POINTS_BACK.match(naskah.plain(line.text))]
        found = next((cut for text in later if (cut := _cut(text, scene))), "")
    if not found:
        found = _as_headline(" ".join(naskah.plain(lines[0].text).split()[:MOST]), scene)
    return capital(strip_end(found))


_KICKER = re.compile(r"^[A-Z][\w /-]{1,28}:\s+(?=\S+\s\S+\s\S+)")  # Lumajang: Warga …
_LURE = re.compile(r"[?!“”\"]|\.\.\.|…|^(?:Ini|Inilah|Begini|Simak|Viral|Cek|Wow|Heboh|Fakta|Daftar|Foto|Video|Opini)\b|\|", re.IGNORECASE)
_PART = re.compile(r"\s[–—-]\s|[:;,]\s")
_NOUN_BASES = word_set("""
    uji panen proses evakuasi tunda gelar bangun potong jual beli olah didik tanya ukur buru parkir antisipasi verifikasi
    konfirmasi evaluasi apresiasi laporkan rasa kira duga sangka pantau tutup buka
    """)


def _is_delicate(scene: Scene) -> bool:
    """Whether a title may carry what the lines had to leave out."""
    flags = (*scene.story.flags, *scene.notes.flags)
    return any(flag.code in HOLDING for flag in flags)


def tell_title(scene: Scene, say: Callable[[str], str]) -> str:
    """Return the article's title as one spoken sentence of at most ten words, or nothing when it is none."""
    title = tidy(scene.story.title)
    if not title or _LURE.search(title) or sum(word.isupper() for word in title.split()) > len(title.split()) / 2:
        return ""
    title = _KICKER.sub("", title)
    whole = _spoken(title, scene, say)
    parts = [whole, *(_spoken(part, scene, say) for part in _PART.split(title) if len(part.split()) > 2)]
    for part in parts:
        words = part.split()
        if not _has_verb(words, scene):
            continue
        if 3 <= count_words(part) <= MOST and part.count(", ") <= 1:
            return capital(part)
        short = _cut_whole(words, scene) if ", " not in part else ""
        if short:
            return capital(short)
    return ""


def _has_verb(words: Sequence[str], scene: Scene) -> bool:
    grammar = scene.tools.grammar
    return any(index and grammar.is_verb(word) and not grammar.is_helper(word) for index, word in enumerate(words[:-1])) or any(
        bare(word) in _EVENT_WORDS for word in words[1:]
    )


_EVENT_WORDS = word_set("""
    tembus capai raih tewas anjlok melonjak naik turun roboh ambruk padam juara menang kalah rusak putus hilang mundur batal
    """)


def _cut_whole(words: Sequence[str], scene: Scene) -> str:
    """Return the longest beginning that ends before a joint, a whole clause, of at most ten words; else nothing."""
    for at in range(min(MOST, len(words) - 1), 3, -1):
        head = list(words[:at])
        ends = bare(words[at]) in {*_WEAK_JOINTS, "dan"} and bare(head[-1]) not in _OPEN_END and not head[-1][0].isdigit()
        if ends and _has_verb(head, scene):
            return _level(head)
    return ""


_WEAK_JOINTS = word_set(
    "sehingga karena setelah untuk agar saat ketika menjelang akibat usai meski meskipun demi guna sejak selama hingga lewat melalui"
)


def _spoken(title: str, scene: Scene, say: Callable[[str], str]) -> str:
    """Return a headline in sentence case, its bare verb in its me- form: "DPRD Sahkan Perda" → "DPRD mengesahkan perda"."""
    grammar = scene.tools.grammar
    body = " ".join(scene.sentences)
    words: list[str] = []
    done = False
    raw = title.split()
    for index, word in enumerate(raw):
        core = word.strip(",.'’‘()")
        low = core.casefold()
        keeps = (core.isupper() and len(core) > 1) or any(mark.isdigit() for mark in core)
        beside = index + 1 < len(raw) and f"{core} {raw[index + 1].strip(',.')}" in body
        named = (
            keeps
            or core in scene.proper
            or core in scene.tools.lexicon.table("regions")
            or (beside and low not in grammar_words(scene, low))
        )
        plain = word if named else word.lower()
        base = not named and not done and index > 0 and grammar.is_base(low) and low not in _NOUN_BASES
        if base and (grammar.knows(low) or low.endswith("kan")):
            plain, done = plain.replace(low, grammar.active(low)), True
        done = done or (not named and grammar.is_verb(plain) and not grammar.is_helper(plain))
        words.append(plain)
    return strip_end(say(tidy(" ".join(words))))


def grammar_words(scene: Scene, word: str) -> frozenset[str]:
    """Return the word alone when the story writes it small somewhere: it is no name."""
    return frozenset({word}) if re.search(rf"\b{re.escape(word)}\b", " ".join(scene.sentences)) else frozenset()


def _without_names(lead: Draft, scene: Scene) -> str:
    """Return the lead with people as their posts, and its attribution where there is one."""

    def told(match: re.Match[str]) -> str:
        person = scene.people[(ord(match.group()) - 0xE000) % 0x400]
        return person.post or person.name

    text = _PERSON.sub(told, lead.text)
    if lead.speaker >= 0:
        person = scene.people[lead.speaker]
        verb = lead.verb or "mengatakan"
        text = (
            text
            if verb in {"mengatakan", "menurut", "menjelaskan", "menambahkan", "menerangkan"}
            else f"{person.post or person.name} {verb} {text}"
        )
    return tidy(strip_end(text))


def _cut(text: str, scene: Scene) -> str:
    """Return the longest beginning of a text, up to ten words, that ends before a joint and holds a verb with something after it."""
    words = text.split()
    grammar = scene.tools.grammar
    verb = next(
        (
            index
            for index, word in enumerate(words)
            if index and grammar.is_verb(word) and not grammar.is_helper(word) and bare(words[index - 1]) != "yang"
        ),
        len(words),
    )
    whole = len(words) <= MOST
    stops = [
        at for at in range(min(MOST, len(words)), 3, -1) if at == len(words) or bare(words[at]) in _JOINTS or words[at - 1].endswith(",")
    ]
    for at in stops:
        if (
            verb < at
            and (at > verb + 1 or at == len(words))
            and bare(words[at - 1]) not in _OPEN_END
            and not (whole and at == len(words) and len(stops) > 1 and at > 8)
        ):
            return _level(words[:at])
    for at in range(min(MOST, len(words)), 3, -1):
        if bare(words[at - 1]) not in _OPEN_END and not words[at - 1][0].isdigit() and verb < at - 1:
            return _level(words[:at])
    return _level(words) if whole else ""  # ten words that say nothing yet: better no headline


def _level(words: Sequence[str]) -> str:
    """Return the words without breaths."""
    return tidy(" ".join(word.rstrip(",") for word in words)).rstrip(",")


def _as_headline(text: str, scene: Scene) -> str:
    bases = {cells[0]: base for base, cells in reversed(list(scene.tools.lexicon.table("actions").items())) if cells}
    return " ".join(bases.get(word, word) for word in text.split())
