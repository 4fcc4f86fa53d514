"""Headlines as speech: the parts of a title in sentence case, their bare verbs in the me- form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from broadcast.bahasa.numbers import cardinal
from broadcast.write.lures import DENIAL, PLAINER, TALK, unlured
from broadcast.write.scene import Scene
from broadcast.write.titlecase import sentence_case
from broadcast.write.words import count_words, strip_end, tidy, word_set

_KICKER = re.compile(r"^(?:[A-Z][\w/-]*\s?){1,3}:\s+(?=\S+\s\S+\s\S+)")  # Lumajang: Warga …
_LABEL = re.compile(
    r"^(?:BREAKING(?: NEWS)?|VIDEO|FOTO|INFOGRAFIS|TOP|POPULER|HOAKS|HOAX|CEK FAKTA|UPDATE|Update|Video|Foto|Infografis|Hasil [^:]{3,40}"
    r"|Viral|Heboh|Resmi|Terungkap|Geger|Waspada|Catat|Sah|Duh|Wah|Wow|Alhamdulillah)\s?[:!,]+\s*"
)
_PART = re.compile(r"(?<=\w)\s[–—-]\s|[;,?!]\s+|[?!]$|…|\.{3}|\s\|\s|\.\s+(?=[A-Z])")
_LURES = word_set("""
    ketahui pahami catat lihat mengecek mengetahui memahami mencatat melihat ini inilah itu begini simak cek intip apa apakah
    siapa kenapa mengapa bagaimana berapa kapan mana daftar kata foto video opini fakta benarkah adakah bisakah haruskah alasan jawaban
    cara cerita kisah kronologi kumpulan link momen pesan potret profil respons resep rekomendasi sosok tanggapan tips tip jadwal
    nasib deretan detik-detik penampakan jejak kisi-kisi hitung-hitungan pengakuan penyebab isi berikut ternyata yuk ayo dear awas
    kode beda viral heboh waspada jangan sederet lengkap terungkap tanya kolom belajar mengenal menakar mengenang menanti menjaga
    membaca mengintip mencari sesal runutan senyum curhat bocoran review biang awal rencana wacana marak ramai siap-siap hasil
    klasemen klarifikasi komentar reaksi
    """)
"""What a headline opens with that tells no news: its words are a heading or a question."""
_OURS = re.compile(r"\b(?:aku|saya|kami|kita|kamu|anda|lo|gue|gua|gw|ogah|kok|deh|sih|dong|banget|nggak|gak|enggak|ga)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\"]|(?<!\w)['‘’]|['‘’](?!\w)")
_QUOTED_CLAUSE = re.compile(r"[“\"‘'][^”\"’']*\s[^”\"’']*\s[^”\"’']*[”\"’']")
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?![\w.,-]?\w)")
_GAME = re.compile(
    r"\b(?:menang\w*|melawan|kalah\w*|imbang|ungguli?|kandaskan|tumbangkan|singkirkan|tundukkan|bungkam|takluk|tumbang|juara|[Cc]up|[Ll]iga|[Pp]iala|finis|jebol|gol|skor|laga|tekuk|taklukkan|atas|vs|hajar|libas|lumat|gulung|bantai)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A title as speech: its parts in order, and who says the last of them ("PLN: Listrik padam"), where a title tells.

    `brief` are the parts with their abbreviations left as they are, the same where there are none.
    """

    parts: tuple[str, ...]
    speaker: str = ""
    brief: tuple[str, ...] = ()
    brief_speaker: str = ""


class Say(Protocol):
    """What words a headline by the rules for sentences; unless `full`, its abbreviations stay."""

    def __call__(self, text: str, *, full: bool) -> str:
        """Return the text as it is said."""


def tell_headline(scene: Scene, say: Say) -> Headline:
    """Return the parts of the article's title that could be news, as speech; none of a quotation, a question or a list."""
    title = tidy(scene.story.title)
    if not title or len(title) > _LONGEST or _is_shouted(title):
        return Headline(())
    title = _LABEL.sub("", title)
    if TALK.match(scene.story.title) and any(DENIAL.search(sentence) for sentence in scene.sentences):
        return Headline(())
    speaker, title = _speaker(unlured(title), scene)
    if _QUOTED_CLAUSE.search(title):
        return Headline(())
    title = _both(_QUOTED.sub("", title), scene)
    title = _LISTED.sub(lambda match: _comma(match, scene), title)
    for pattern, new in PLAINER:
        title = pattern.sub(new, title)
    score = bool(_GAME.search(title))
    parts = [" ".join(_champion(sentence_case(_scored(part) if score else part, scene))) for part in _parts(title)]
    parts = [part for part in parts if part and not _OURS.search(part)]
    full = tuple(_told(part, say) for part in parts)
    brief = tuple(
        _told(part, say, full=False) if count_words(said) > _SHORT_ENOUGH else said for part, said in zip(parts, full, strict=True)
    )
    who = " ".join(sentence_case(speaker, scene)) if speaker else ""
    return Headline(full, _told(who, say) if who else "", brief, _told(who, say, full=False) if who else "")


_SHORT_ENOUGH = 10


def _told(part: str, say: Say, *, full: bool = True) -> str:
    """Return a part of a title as it is said."""
    said = _THIS.sub(_anyone, _TWICE.sub(r"\1", strip_end(say(part, full=full))))
    first = part.split(" ", 1)[0]
    return (
        first + said[len(first) :] if any(mark.isupper() for mark in first[1:]) and said.casefold().startswith(first.casefold()) else said
    )


_THIS = re.compile(
    r"^(pria|wanita|perempuan|gadis|ibu|kakek|nenek|pemuda|warga|sopir) ini\b|^((?:\w+ )?\w+) ini(?= (?:me|di|ber|kerap|bisa))",
    re.IGNORECASE,
)


def _anyone(match: re.Match[str]) -> str:
    """Return who a lure only points at: "Pria ini" → "seorang pria"."""
    return f"seorang {match[1].lower()}" if match[1] else match[2]


_TWICE = re.compile(r"\b([A-Za-z]{3,}) \1\b", re.IGNORECASE)


def _champion(words: list[str]) -> list[str]:
    """Return words with "juara" as the verb it stands for: "Nadira juara tunggal putri" → "Nadira menjuarai tunggal putri"."""
    at = words.index("juara") if "juara" in words else 0
    if not 0 < at < len(words) - 1 or any(word.startswith(("me", "ber", "di", "jadi")) for word in words[:at]):
        return words
    return [*words[:at], *(["menjadi", "juara"] if words[at + 1] in _CHAMPIONS else ["menjuarai"]), *words[at + 1 :]]


_CHAMPIONS = word_set("umum lagi dunia pertama kedua ketiga satu dua tiga di usai dan setelah ke 1 2 3 I II III nasional baru")


_HYPHEN = re.compile(r"\b([A-Z]\w+)-(?=[A-Z]\w*[a-zA-Z]\b|\d+ )")


def _both(title: str, scene: Scene) -> str:
    """Return the title with "dan" for a hyphen that the article does not write: "Ekonomi-Inflasi" → "Ekonomi dan Inflasi"."""
    if not _HYPHEN.search(title):
        return title
    body = " ".join(scene.sentences).casefold()
    words = (
        word if word.casefold().strip(",.:") in body or word.count("-") > 1 else _HYPHEN.sub(r"\1 dan ", word) for word in title.split(" ")
    )
    title = " ".join(words)
    return _HYPHEN_FIRST.sub(r"\1 dan ", _HYPHEN_COUNT.sub(r"\1 dan ", title))


_HYPHEN_FIRST = re.compile(r"(?:(?<=^)|(?<=, ))([A-Z][a-zA-Z]{2,})-(?=[A-Z][a-zA-Z]{2,} )")
_HYPHEN_COUNT = re.compile(r"\b([A-Z][a-z]+)-(?=\d+ [A-Z])")
_LONGEST = 220


def _is_shouted(title: str) -> bool:
    return sum(word.isupper() and len(word) > 1 for word in title.split()) > len(title.split()) * 0.7


def _scored(text: str) -> str:
    """Return the text with its score marked as one: "atas Persik 2-1" → "atas Persik skor 2-1"."""
    return _SCORE.sub(lambda match: f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}", text)


def _parts(title: str) -> Iterator[str]:
    """Yield the parts of a title that tell something; what follows a lure word or ends on a question mark tells nothing."""
    at = 0
    for match in (*_PART.finditer(title), None):
        part = title[at : match.start() if match else len(title)].strip(" :-–")
        mark = match.group().strip() if match else ""
        at = match.end() if match else at
        if part and not mark.startswith("?"):
            yield part.replace(_LISTING, ", ")


_LISTING = "\x1f"


def _comma(match: re.Match[str], scene: Scene) -> str:
    """Return the comma of a list as a mark of its own; one before another clause stays."""
    first = (match[1] or "").split(" ", 1)[0]
    return match[0] if _is_deed(first.casefold(), scene) or opens_as_lure(first) else _LISTING


_NAMED = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}"
_LISTED = re.compile(rf"(?<=[\w)]), (?=((?:{_NAMED}, )*{_NAMED}), (?:dan|Dan|serta|hingga) )|, (?=((?:dan|serta)) [A-Z][\w'’-]* [A-Z])")
"""The commas of a list of names: they part nothing."""


def opens_as_lure(part: str) -> bool:
    """Whether a part of a headline is a heading or a question.

    >>> opens_as_lure("Ini daftarnya"), opens_as_lure("Harga cabai naik")
    (True, False)
    """
    return part.split(" ", 1)[0].casefold() in _LURES


_SAYS = re.compile(r"^([^:]{2,140}):\s+(.+)$")
_POST = re.compile(
    r"^(?:Presiden|Wapres|Wakil|Menteri|Men[a-z]+|Gubernur|Wagub|Bupati|Wabup|Wali|Walkot|Kapol\w+|Kakor\w+|Kadiv\w*|Dubes|Wamen\w*|Ketua|Kepala|Kadis\w*|Polisi|Pol\w+|Pakar"
    r"|Ahli|Dokter|Dirut|Dirjen|Direktur|Jubir|Juru|Anggota|Legislator|Pengamat|Ekonom|Warga|Saksi|Keluarga|Pengacara|Kuasa|Jaksa|Hakim"
    r"|Survei|Riset|Studi|Kapuspen\w*|Sekda|Camat|Kades|Rektor|Pelatih|Pemerintah|Pengusaha|Kemen\w+|Waka\w*|Waketum|Ketum|Sekjen)\b"
)


def _speaker(title: str, scene: Scene) -> tuple[str, str]:
    """Return who says what follows a colon, and the title without the words before it that are only a heading."""
    match = _SAYS.match(title)
    if not match:
        return "", title
    before, after = match.groups()
    last = _PART.split(before)[-1].strip()
    known = {word for person in scene.people for word in person.name.split()}
    head = _TOPIC.sub("", last)
    acts = any(_is_deed(word.casefold(), scene) for word in head.split()[1:])
    last = last if acts or len(head.split()) > _SHORT_SPEAKER else head
    if opens_as_lure(before):
        return "", after if len(before.split()) <= _SHORT_HEADING else title.replace(": ", ", ")
    speaks = (
        not (acts and len(head.split()) > _SHORT_SPEAKER)
        and len(last.split()) <= _LONGEST_SPEAKER
        and (
            last.split()[-1] in known
            or (last.isalpha() and last in scene.proper and _is_heard(last, scene))
            or (len(last.split()) == _SHORT_SPEAKER and last.replace(" ", "").isalpha() and _is_told(last.split(), known, scene))
            or bool(_POST.match(last))
            or (last.isupper() and last.isalpha() and len(last) > 1)
        )
    )
    if not before.startswith(last):  # "Gempa Guncang Tanimbar, BMKG: Tidak Berpotensi Tsunami"
        head = _PART.split(before)[0].strip() if speaks else before
        if speaks and _PURPOSE.match(head):
            return last, after
        return "", before[: before.rindex(last)].rstrip(" ,;") if speaks else before
    if speaks:
        return before, after
    return "", title.replace(": ", ", ") if len(before.split()) > 3 else after


def _is_heard(name: str, scene: Scene) -> bool:
    """Whether a name that nobody introduces says something in the article: "Gerindra menyatakan"."""
    return any(_SAYING.search(sentence) for sentence in scene.sentences if f"{name} " in sentence or sentence.endswith(f"{name}."))


_PURPOSE = re.compile(
    r"^(?:Bangun|Peringati|Tanggapi|Jawab|Sebut|Bantah|Temui|Hadiri|Buka|Kunjungi|Lantik|Tinjau|Resmikan|Di |[A-Z][a-z]+kan )"
)
"""What a speaker does while speaking: no news alone."""
_SAYING = re.compile(r"\b(?:kata|ujar|tutur|mengatakan|menyebut|menyatakan|menilai|menegaskan|ujarnya|katanya|tuturnya)\b")


def _is_told(names: Sequence[str], known: set[str], scene: Scene) -> bool:
    """Whether one of two names is somebody's in the article, or says something in it."""
    return any(name in known or _is_heard(name, scene) for name in names)


_SHORT_HEADING = 3


def _is_deed(word: str, scene: Scene) -> bool:
    return scene.tools.grammar.is_base(word) or word in scene.tools.lexicon.table("headlines")


_LONGEST_SPEAKER, _SHORT_SPEAKER = 5, 2
_TOPIC = re.compile(r"(?<=\w)\s(?:ke|kepada|soal|Soal|Ke|Kepada|terkait|Terkait|tentang|Tentang|usai|Usai|di|di [Hh]adapan|saat|Saat)\s.*$")
"""What follows a speaker's name before the colon: to whom, about what."""


def portrait(parts: Sequence[str]) -> Sequence[str]:
    """Return the parts of a title; "Kisah Mbah Sri, 30 tahun menjaga palang" is one: "Mbah Sri 30 tahun menjaga palang"."""
    match = _PORTRAIT.match(parts[0]) if len(parts) > 1 else None
    return (f"{match[1]} {parts[1]}", *parts[2:]) if match and _YEARS.match(parts[1]) else parts


_PORTRAIT = re.compile(r"^(?:[Kk]isah|[Cc]erita|[Ss]osok|[Pp]rofil) ((?:[A-Z][\w'’]*)(?: [A-Z][\w'’]*){0,3})$")
_YEARS = re.compile(r"^(?:[\w.]+ (?:tahun|bulan) )?(?:me|ber)[a-z]{3,}", re.IGNORECASE)
