"""Direct speech turned into reported speech: pronouns shifted, voice mended, commands and questions reported (RADIO R03, R14, R16)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadcast.write.dialect import is_greeting, is_regional, regional_words, thanked, without_prayer
from broadcast.write.pronouns import FIRST, say_that, shift_pronouns
from broadcast.write.scene import Person, Scene, Toolbox
from broadcast.write.spoken import plain_spoken, standard_words
from broadcast.write.words import Grammar, bare, strip_end, tidy, word_set

SECOND = re.compile(r"\b(?:kamu|kalian|engkau|bapak-bapak|ibu-ibu|saudara-saudara|\w+(?:mu|ku))\b", re.IGNORECASE)
_MU_WORDS = word_set(
    """ilmu jamu tamu semu temu bertemu ramu bumbu jemu bermutu buku suku kuku baku laku beku paku saku pelaku perilaku"""
    " berlaku siku diaku mengaku kaku kelaku"
)
_OPENING = re.compile(
    r"^(?:(?:nah|demikian|jadi|oh|wah|iya|(?:intinya|artinya)(?: adalah)?|yang jelas|yang pasti|pada prinsipnya|prinsipnya|dan|namun"
    r"|tapi|tetapi|sehingga|maka(?: dari)? itu|maka|karena itu|oleh karena itu|makanya|begini|sebenarnya|selain itu|untuk itu"
    r"|menurut (?:saya|kami)),?\s+"
    r"|(?:ya|memang|lalu|terus|kemudian|apalagi),\s+)+",
    re.IGNORECASE,
)
_WHEREFORE = re.compile(r"^(?:sehingga|maka|karena itu|oleh karena itu|makanya)\b", re.IGNORECASE)
_LIFT = re.compile(r"^(?:kami|kita|saya)\s+(?:(?:juga|sangat|tentu|tetap|pun|hanya|berharap)\s+)?(?P<rest>.+)$", re.IGNORECASE)
_SORRY = re.compile(r"^(?:mohon|minta)\s+maaf\b\s*", re.IGNORECASE)
_THANKFUL = re.compile(r"^(?:(?:syukur )?alhamdulil+ah|puji syukur|syukurlah)\b,?\s*", re.IGNORECASE)
_HOPE = re.compile(r"^(?:semoga|mudah-mudahan)\b,?\s*", re.IGNORECASE)
_DONT = re.compile(r"^(?:tolong\s+|mohon\s+)?jangan(?:lah)?\s+", re.IGNORECASE)
_INVITE = re.compile(r"^(?:mari|ayo)(?:lah)?\s+(?:(?:kita|bersama(?:-sama)?)\s+)*", re.IGNORECASE)
_PLEASE = re.compile(r"^(?:tolong|silakan|silahkan|mohon)\s+", re.IGNORECASE)
_SUBJECT_PLEASE = re.compile(r"^(?P<who>(?:[\w-]+\s){1,4}?)(?:silakan|silahkan|tolong|mohon|dimohon)\s+(?P<what>.+)$", re.IGNORECASE)
_ASK = re.compile(r"^(?:apakah|apa|kapan|bagaimana|mengapa|kenapa|siapa|berapa|di mana|ke mana)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One reported sentence: `verb` when the words themselves ask for one (meminta), and whether it could be shifted without doubt.

    It `leans` when it only makes sense after what was told before ("beliau", "yang bersangkutan"); `oral` are its words of a regional
    language that no table turns into Indonesian.
    """

    text: str
    verb: str = ""
    sure: bool = True
    leans: bool = False
    oral: tuple[str, ...] = ()


def report_words(sentence: str, speaker: Person, scene: Scene, audience: str = "") -> Said | None:
    """Return one sentence of direct speech as reported by `speaker`; None when it says nothing that can be told.

    `audience` is whom a command was for ("warga bantaran sungai").
    """
    question = sentence.rstrip(" .,").endswith("?")
    grammar = scene.tools.grammar
    text = tidy(strip_end(sentence))
    if _FRAGMENT.match(text) or _EMPTY.match(text) or is_greeting(text) or is_regional(text):
        return None
    text = _THIS_ONE.sub(r"\1", without_prayer(text))
    if question:
        return _asked(text, speaker, scene)
    leans = bool(_LEANS.match(text))
    text = plain_spoken(text, grammar)
    text = _VOCATIVE.sub("", _PLEASE_TOO.sub(r"\1", _SO_PLEASE.sub("", _SOMEBODY_ELSE.sub("dia ", text))))
    opened = _WHEREFORE.match(text)
    for shape in (_said_ruled, _said_told, _said_sorry, _said_thanks, _said_lifted, _said_hope, _said_command, _said_please):
        said = shape(text, audience, scene.tools)
        if said:
            break
    else:
        said = Said(_OPENING.sub("", text))
    words = standard_words(said.text, scene.tools.informal)
    words = _commands_after(words, grammar) if said.verb and "agar" in said.verb else words
    words = _verbs_after_helpers(_urge_inside(shift_pronouns(words, speaker, grammar), grammar), grammar)
    words = _GIVEN_OVER.sub(r"\1 akan \2nya ", say_that(words))
    if _EMPTY.match(words):
        return None
    if opened and not said.verb:
        words = f"dengan demikian {scene.lower(words)}"
    if said.verb and _NO_SUBJECT.match(words) and said.verb.split()[0] in _FEELINGS:
        words = f"hal itu {words}"
    words = tidy(words)
    if not re.search(r"\w", words) and not said.verb:
        return None
    sure = not FIRST.search(words) and not _second(words)
    return Said(scene.lower(words), said.verb, sure, leans, regional_words(words, scene.tools.lexicon))


_LEANS = re.compile(
    r"^(?:(?:Jadi|Nah|Ya|Tapi|Tetapi|Namun|Memang),?\s)?(?:[Yy]ang bersangkutan|[Bb]eliau|[Dd]ia|[Hh]al (?:itu|tersebut))\b"
)
_GIVEN_OVER = re.compile(r"(\bjika tidak, \S+)(?: akan)? (me[a-z]+kan) (?=(?:ke|kepada)\b)")  # "kalau tidak, kami serahkan ke polisi"


_RULED = re.compile(
    r"^(?:Menyatakan|Menetapkan|Memutuskan|Menjatuhkan|Menghukum|Mengadili|Menolak|Mengabulkan|Membebankan"
    r"|Memerintahkan)\s(?=\S+\s\S+)"
)
"""How a court's ruling is read out: it has no subject of its own."""


def _said_ruled(text: str, _audience: str, tools: Toolbox) -> Said | None:
    """Report a ruling by its own verb: "Menyatakan terdakwa bersalah" → "X menyatakan terdakwa bersalah".

    >>> _said_ruled("Menyatakan terdakwa terbukti bersalah", "", None).verb
    'menyatakan'
    """
    del tools
    found = _RULED.match(text)
    return Said(text[found.end() :], found.group().strip().lower()) if found else None


_FRAGMENT = re.compile(r"^(?:daripada|ketimbang)\s[^,]+$", re.IGNORECASE)  # "Daripada nyawa jadi taruhan": no statement of its own
_THIS_ONE = re.compile(r"\b([Ss]aya|[Kk]ami|[Kk]ita) ini\b(?=\s[a-z])")  # "Saya ini tidak sekolah"
_SOMEBODY_ELSE = re.compile(r"^(?:Ia|Beliau)\s")
"""In a quotation "ia" is never the speaker; "dia" keeps the two apart."""
_SO_PLEASE = re.compile(
    r"^(?:jadi|nah|ya|maka|makanya|tapi|tetapi|namun),?\s+(?=(?:tolong|mohon|jangan|silakan|silahkan|harap|mari|ayo)\b)", re.IGNORECASE
)
_PLEASE_TOO = re.compile(r"^((?:tolong|mohon)\s)juga\s", re.IGNORECASE)  # "Tolong juga surat-suratnya diurus"
_VOCATIVE = re.compile(
    r",\s(?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Bang|Kak|Yang Mulia)$|^(?:Wah, )?(?:Pak|Bu|Mas|Mbak|Bang),\s"
)  # "Jaraknya jauh, Pak"
_EMPTY = re.compile(
    r"^(?:ya|iya|tidak|nggak|enggak|belum|bukan|tidak sama sekali|sama sekali tidak|itu saja|begitu|begini|artinya apa|apa artinya"
    r"|intinya apa|terus terang|jujur saja|coba bayangkan|bayangkan saja|tidak ada|belum ada|sudah ada|masih ada|(?:dan )?seterusnya"
    r"|(?:ya )?seperti itu|itu dulu|(?:sudah )?itu saja|betul|benar|siap|oke|sudah|mungkin|tidak tahu|belum tahu|kurang tahu"
    r"|(?:pak|bu|mas|mbak))$",
    re.IGNORECASE,
)
"""An answer or a flourish that says nothing once the question is gone."""
_NO_SUBJECT = re.compile(r"^(?:(?:akhirnya|sudah|telah|bisa|dapat|segera|akan)\s)+di[a-z]{4,}")
_FEELINGS = word_set("bersyukur optimistis yakin berharap senang kecewa menilai menyesalkan")


_YOU = re.compile(r"\b[Aa]nda\b")


def _second(text: str) -> bool:
    return bool(_YOU.search(text)) or any(
        match.group().casefold() not in _MU_WORDS and not match.group()[0].isupper()
        for match in SECOND.finditer(text)
        if not re.fullmatch(r"\w+(?:mu|ku)", match.group())
        or match.group().casefold() in {"kamu", "hidupmu", "rumahmu", "rumahku", "anakku", "anakmu"}
    )


def _asked(text: str, speaker: Person, scene: Scene) -> Said | None:
    """Report a question; one without a question word is rhetoric and is not told."""
    text = _OPENING.sub("", text)
    if not _ASK.match(text):
        return None
    words = tidy(shift_pronouns(standard_words(text, scene.tools.informal), speaker, scene.tools.grammar))
    return Said(scene.lower(say_that(words)), "menanyakan", not FIRST.search(words))


_TOLD = re.compile(
    r"^(?:[Ss]aya|[Kk]ami|[Kk]ita)\s(?:(?:sudah|selalu|sering|hanya|cuma|juga)\s)?(?:bilang|katakan|sampaikan|pesan|pesankan|tekankan)"
    r"(?P<to>\s(?:ke|kepada|pada|sama|di)\s[^,]{2,30})?\s*[,:]\s*(?:bahwa\s|kalau\s(?=jangan))?(?P<what>.+)$"
)


def _said_told(text: str, _audience: str, _tools: Toolbox) -> Said | None:
    """Report what the speaker says to have told others: "Saya bilang ke anak-anak, jangan panik"."""
    found = _TOLD.match(_OPENING.sub("", text))
    if not found:
        return None
    to = re.sub(r"^\s(?:ke|sama|pada)\s", " kepada ", found["to"] or "")
    return Said(found["what"], f"mengatakan{to}")


def _said_sorry(text: str, _audience: str, _tools: Toolbox) -> Said | None:
    found = _SORRY.match(text)
    return Said(text[found.end() :], "meminta maaf") if found else None


def _said_lifted(text: str, _audience: str, tools: Toolbox) -> Said | None:
    """Lift "Kami minta …" into the attribution."""
    found = _LIFT.match(_OPENING.sub("", text))
    if not found:
        return None
    words = found["rest"].split()
    for size in (2, 1):
        verb = tools.lifted.get(" ".join(words[:size]).casefold().rstrip(","))
        if verb and len(words) >= size:
            rest = " ".join(words[size:])
            return Said(rest, "mengira" if words[0].casefold() == "kira" and "ternyata" in rest.casefold() else verb)
    return None


def _said_thanks(text: str, _audience: str, _tools: Toolbox) -> Said | None:
    whom = thanked(text)
    if whom:
        return Said(whom, "berterima kasih")
    found = _THANKFUL.match(text)
    return Said(text[found.end() :], "bersyukur karena") if found and text[found.end() :] else None


def _said_hope(text: str, _audience: str, _tools: Toolbox) -> Said | None:
    found = _HOPE.match(text)
    return Said(text[found.end() :], "berharap") if found else None


def _said_command(text: str, audience: str, tools: Toolbox) -> Said | None:
    """Report "Jangan bakar lahan" and "Laporkan …" as what the speaker asks for."""
    grammar = tools.grammar
    text = re.sub(r"^(?:jadi|ya|nah|dan),?\s+", "", text, flags=re.IGNORECASE)
    to = f" {audience}" if audience else ""
    found = _DONT.match(text)
    if found:
        rest = text[found.end() :]
        first, _, more = rest.partition(" ")
        if bare(first) in {"sampai", "ada", "lagi"} or not (grammar.is_base(first) or grammar.is_verb(first)):
            return Said(f"jangan {rest}", f"mengingatkan{to}")
        told = (
            "mengatakan"
            if bare(first) == "bilang"
            else "mencoba"
            if bare(first) == "coba-coba"
            else grammar.active(first)
            if grammar.is_base(first)
            else first.lower()
        )
        return Said(f"tidak {told} {more}", f"mengingatkan{to} agar")
    invite = _INVITE.match(text)
    if invite:
        rest = text[invite.end() :]
        first, _, more = rest.partition(" ")
        return Said(f"{grammar.active(first) if grammar.is_base(first) else first.lower()} {more}", f"mengajak{to}")
    first, _, more = text.partition(" ")
    if grammar.knows(first) and more and bare(more.split()[0]) not in {"kami", "kita", "saya", "air", "lapangan"} and _commands(first):
        return Said(f"{grammar.active(first)} {more}", f"meminta{to} agar")
    return None


_NOUNS_TOO = word_set(
    """tutup tahan proses evakuasi antisipasi bina gelar panen tunda uji cek buru parkir verifikasi konfirmasi identifikasi"""
    " tolong evaluasi apresiasi potong bangun larang ajak imbau minta jual beli tunggu olah didik jawab tanya dengar "
    "ukur"
)


def _commands(word: str) -> bool:
    """Whether a bare verb at the head of a sentence is surely a command."""
    return bare(word) not in _NOUNS_TOO


def _said_please(text: str, _audience: str, tools: Toolbox) -> Said | None:
    """Report "Pengendara silakan lewat …" and "Tolong jaga …"."""
    grammar = tools.grammar
    found = _PLEASE.match(text)
    if found:
        rest = text[found.end() :]
        first, _, more = rest.partition(" ")
        if not any(grammar.is_verb(word) or grammar.is_base(word) for word in rest.split()):  # "Mohon doa warga"
            return Said(rest, "meminta") if more else None
        return Said(f"{grammar.active(first) if grammar.is_base(first) else first} {more}", "meminta agar") if more else None
    led = _IF_PLEASE.match(text)
    if led:
        first, _, more = led["what"].partition(" ")
        return (
            Said(f"{grammar.active(first)} {more} {led['if'][0].lower()}{led['if'][1:]}", "meminta agar")
            if grammar.is_base(first)
            else None
        )
    subject = _SUBJECT_PLEASE.match(text)
    if subject and not FIRST.search(subject["who"]):
        first, _, more = subject["what"].partition(" ")
        return Said(f"{subject['who'].strip()} {grammar.active(first) if grammar.is_base(first) else first} {more}", "meminta")
    return None


_IF_PLEASE = re.compile(
    r"^(?P<if>(?:[Kk]alau|[Jj]ika|[Bb]ila|[Aa]pabila)\s[^,]+),\s+(?:tolong|mohon|harap|silakan|silahkan)\s(?P<what>[^,]+)$"
)  # "Kalau airnya naik, tolong hubungi posko"
_URGED_INSIDE = re.compile(r",\s+(?P<how>segera|langsung|harap|cepat)\s+(?P<verb>[a-z]+)\b")
_CONGRATULATED = re.compile(r",\s+selamat\s+(?=(?:untuk|kepada|buat|bagi)\b)")


def _urge_inside(text: str, grammar: Grammar) -> str:
    """Report what listeners are told to do at a sentence's end: ", segera hubungi petugas" → ", diminta segera menghubungi petugas"."""

    def told(match: re.Match[str]) -> str:
        if not grammar.is_base(match["verb"]):
            return match.group()
        how = "" if match["how"] == "harap" else f"{match['how']} "
        return f", diminta {how}{grammar.active(match['verb'])}"

    return _CONGRATULATED.sub(", dan ia mengucapkan selamat ", _URGED_INSIDE.sub(told, text))


def _verbs_after_helpers(text: str, grammar: Grammar) -> str:
    """Give a bare verb after "bisa", "ingin" and the like its me- form: "belum pernah lihat suratnya" → "belum pernah melihat suratnya"."""

    def told(match: re.Match[str]) -> str:
        word = match["verb"]
        sure = word.endswith(("kan", "i")) or not grammar.knows(word) or word in _SENSES
        form = grammar.bare_verb(word) if sure and word not in _NOUNS_TOO else ""
        return f"{match['helper']} {form}" if form else match.group()

    return _AFTER_HELPER.sub(told, text)


_SENSES = word_set("lihat dengar terima kirim bawa cari")
_AFTER_HELPER = re.compile(r"\b(?P<helper>bisa|dapat|ingin|mau|pernah|harus|untuk) (?P<verb>[a-z]{4,})(?= (?!oleh\b)\w)")


def _commands_after(text: str, grammar: Grammar) -> str:
    """Give a command that follows in the same sentence its me- form: ", laporkan" → ", dan melaporkan"."""

    def told(match: re.Match[str]) -> str:
        word = match.group(1)
        return f", serta {grammar.active(word)}" if grammar.knows(word) and _commands(word) else match.group()

    return re.sub(r",\s+(?:dan\s+)?([a-z]+)\b", told, text)
