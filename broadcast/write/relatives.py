"""Relative clauses that a sentence can do without: each is told in a sentence after, of the noun that it describes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcast.bahasa.dates import MONTHS
from broadcast.write.clauses import BREAKERS, IS_PERSON, PLACE_HEADS, noun_before
from broadcast.write.cuts import URGED, Cut, Joint
from broadcast.write.words import Grammar, bare, capital, word_set

TIME_END = re.compile(
    r",\s(?P<when>(?:(?:kemarin|tadi|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?:\s[a-z]+){0,2}|hari ini|besok|lusa"
    rf"|(?:\d{{1,2}}|[a-z]+)\s(?:{'|'.join(MONTHS)})(?:\s20\d\d)?(?:\s(?:pagi|siang|sore|malam|dini hari))?)"
    r"(?:\s(?:sekitar\s)?pukul\s[^,]+)?)$"
)
_NO_DEFINING = re.compile(
    r"\b(?:tidak|tak|bukan|tanpa|(?:belum|tidak|tak) ada|nihil|jangan|agar|supaya|jika|bila|kalau|apabila|untuk|harus|wajib|dilarang"
    r"|setiap|semua|seluruh|para|hanya|siapa"
    r"|meminta|diminta|mengimbau|diimbau|mengajak|mencegah|mengantisipasi|terhadap|bagi|berharap|merupakan|adalah|ialah|seperti|termasuk)\b"
)
_INSIDE = word_set("di dari pada ke dalam dengan oleh atas bagi kepada tentang soal sebagai menjadi merupakan")
_NO_NOUN = word_set("""
    bulan hari tahun minggu pekan jam menit detik banyak begitu sekali
    serta berkat lewat bersama soal terkait tentang atas satu-satunya maupun hingga kecuali
    """)
_SOME = word_set("beberapa sejumlah berbagai sebagian sederet adanya")
_LOOSE_NOUNS = word_set(
    "warga masyarakat pihak orang siapa hal apa anak korban pelaku mereka tersebut itu ini terdakwa tersangka pengendara bahwa"
)
_ORDINALS = {
    "dua": "kedua",
    "tiga": "ketiga",
    "empat": "keempat",
    "lima": "kelima",
    "enam": "keenam",
    "tujuh": "ketujuh",
    "delapan": "kedelapan",
    "sembilan": "kesembilan",
    "sepuluh": "kesepuluh",
    "sebelas": "kesebelas",
}
_ONE = frozenset({"seorang", "sebuah", "seekor", "sepucuk", "sebutir"})
_CLASSIFIERS = frozenset({"orang", "buah", "ekor", "unit"})
_LIGHT = re.compile(r"^(?:kondisi|keadaan|keberadaan|potensi|[a-z]{4,}nya)$")
_PLACE_NOUNS = word_set("kawasan wilayah daerah perairan sejumlah beberapa desa kecamatan kabupaten kota provinsi pulau")
_ABOUT_THINGS = word_set(
    "diberi bernama dinamai berlaku digelar dilaporkan ditemukan diduga berlangsung dimulai diikuti dihadiri menewaskan mengakibatkan"
    " menyebabkan dipimpin dijadwalkan disita ditangkap diperkirakan dirilis diluncurkan diterbitkan diumumkan ditandatangani"
)
"""After a place these verbs tell of what is there, not of the place: "spesies dari kawasan X yang diberi nama"."""
_ABOUT_EVENTS = word_set("digelar berlangsung diadakan diselenggarakan dihadiri diikuti dibuka")
_ONE_FROM = re.compile(
    r"\b(?:seorang|sebuah|seekor)\s(?P<noun>[a-z-]+(?:\s[a-z-]+){0,2}?)\s(?:asal|warga|dari|di)\s(?:[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)*)"
    r"(?:,\s[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)*)*$"
)
"""One with where they are from: "seorang pencari damar asal Kecamatan Tabulahan, Kabupaten Mamasa"."""
_CARRIED = word_set("disembunyikan disimpan dikemas dibawa dibungkus diangkut dikirim diselundupkan diselipkan ditaruh")
_STATE = re.compile(r"(?:ber|ter|se)[a-z]{3,}")  # "mobil berpelat dinas yang …": the noun goes further back
_MOST_NOUN = 6
_TAKES_VERB = word_set("diduga berpotensi disebut dinilai diperkirakan mampu ikut ingin mulai berhasil terbukti dilaporkan sempat pernah")
_OPEN_CLAUSE = re.compile(r"\b(?:sementara|sedangkan|karena|sehingga|bahwa|saat|ketika|setelah)\b[^,]*$")
_LEAST = 4
_WITH_ITS = re.compile(
    r"^(?!(?:hanya|punya|bertanya|biasanya|sebelumnya|akhirnya|umumnya|rencananya|tampaknya)\b)(?!di|me[mnlr]|ter)[a-z]{4,}nya\s(?!di\s|dari\s|untuk\s|dan\s)[a-z]"
)
"""A relative clause about something of the noun: "yang rumputnya rusak"."""


def cut_defining(joint: Joint) -> Cut | None:
    """Cut before a last "yang …": "… menangkap empat orang yang diduga mencuri" → "Keempat orang itu diduga mencuri".

    Not where the clause limits what is asked, denied or said of all, nor where it may belong to one of two nouns.
    """
    told = " ".join(joint.rest)
    if joint.word == "yang" and _WITH_ITS.match(told) and len(joint.rest) >= _LEAST and not _NO_DEFINING.search(joint.head):
        return Cut(joint.head, told, 5)
    when = TIME_END.search(told)
    rest = (told[: when.start()] if when else told).split()
    if joint.word != "yang" or len(rest) < _LEAST or not _tells(rest, joint.grammar) or _NO_DEFINING.search(joint.head):
        return None
    listed = _ITEM_OF.search(joint.head) and _MORE_ITEMS.search(told)
    several = listed or re.search(r"\byang\b[^,]*,[^,]*$", joint.head)  # one of several things that "yang" describes
    unsure = _NOT_YET.search(joint.head) and not _ONE_AT_END.search(joint.head)
    if _is_quality(rest, joint.grammar) or (len(rest) > 1 and bare(rest[1]) == "dan" and not joint.grammar.is_verb(rest[2])):
        return None
    if several or unsure or not _own_verb(joint) or _main_goes_on(rest, joint.grammar):
        return None
    noun = described(joint.words[: joint.at], rest, joint.grammar)
    if not noun:
        return None
    head = f"{joint.head}, {when['when']}" if when else joint.head
    return Cut(head, capital(f"{noun} {' '.join(rest)}"), 4)


_ITEM_OF = re.compile(r",\s[^,]*$|\b(?:yaitu|yakni|antara lain|seperti|meliputi|berupa)\s")
_MORE_ITEMS = re.compile(r",\s(?:[^,]+,\s)*(?:dan|serta)\s")  # "…, iuran yang menunggak, perbaikan truk, dan sepatu"
_AGED = re.compile(r"^(?:(?:masih|rata-rata)\s)?(?:berusia|berumur)\s")


def cut_age(joint: Joint) -> Cut | None:
    """Cut before a last "yang berusia …": true whatever else is doubted: "Kelima anak itu berusia 12 hingga 15 tahun".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "Polisi menduga ia menipu tiga nenek yang berusia di atas 70 tahun".split()
    >>> cut_age(Joint(words, 6, " ".join(words[:6]), scene, reported=False)).tail
    'Ketiga nenek itu berusia di atas 70 tahun'
    """
    rest = " ".join(joint.rest)
    if joint.word != "yang" or not _AGED.match(rest) or "," in rest or not _own_verb(joint):
        return None
    noun = described(joint.words[: joint.at], joint.rest, joint.grammar)
    return Cut(joint.head, capital(f"{noun} {rest}"), 6) if noun else None


def _is_quality(rest: Sequence[str], grammar: Grammar) -> bool:
    """Whether a relative clause only narrows its noun, or runs into the main clause: "yang lebih sepi", "yang terpilih dapat …"."""
    first = bare(rest[0])
    if first in {"ada", "lebih", "cukup", "sangat", "paling"} or (first in {"tidak", "belum", "bukan"} and bare(rest[1]) != "lagi"):
        return True
    for at, word in enumerate(rest[2:], 2):
        before = bare(rest[at - 1])
        tied = grammar.is_helper(before) or grammar.is_verb(before) or before in {"dan", "tidak", "tak", "lagi", "yang", "atau", "juga"}
        if bare(word) in {"dapat", "bisa", "harus", "wajib", "menjadi"} and not tied:
            return True
    return False


_NOT_YET = re.compile(r"\bbelum\b")
_ONE_AT_END = re.compile(r"\b(?:seorang|sebuah|seekor)\s[^,]*(?:,[^,]*){0,2}$|[\ue000-\uebff]$")


def described(words: Sequence[str], rest: Sequence[str], grammar: Grammar) -> str:
    """Return how a new sentence names what "yang" describes after these words; nothing where it may be one of two.

    >>> from broadcast.model import Lexicon
    >>> grammar = Grammar(Lexicon())
    >>> described("Polisi menangkap dua orang pria".split(), ["diduga"], grammar)
    'kedua pria itu'
    >>> described("Peneliti menemukan spesies kadal dari kawasan karst Maros".split(), ["diberi", "nama"], grammar)
    'spesies kadal itu'
    >>> described("Polisi di Kabupaten Jember menangkap dua pemuda".split(), ["diduga"], grammar)
    'kedua pemuda itu'
    >>> described("Polisi menyita rekaman dari ponsel".split(), ["dikirim"], grammar)
    ''
    """
    if words[-1].endswith(","):
        return ""
    if IS_PERSON.fullmatch(words[-1]):
        return chr(0xE800 + (ord(words[-1]) - 0xE000) % 0x400)
    one = _ONE_FROM.search(" ".join(words))
    if one:
        return f"{one['noun']} itu"
    before = _without_place(words, rest, grammar)
    noun = noun_before(before, grammar)
    noun = noun[max((at for at, word in enumerate(noun[:-1]) if bare(word) in _ONE), default=0) :]
    light = max((at for at, word in enumerate(noun[:-1]) if _LIGHT.match(bare(word))), default=-1)
    noun = noun[light + 1 :]
    counted = bool(noun) and (bare(noun[0]) in _ORDINALS or bare(noun[0]) in _ONE)
    stop = len(before) - len(noun_before(before, grammar)) - 1
    figures = any(mark.isdigit() for mark in "".join(noun))
    inside = stop >= 0 and bare(before[stop]) in _INSIDE | {"dan", "atau", "serta"}
    if inside and bare(before[stop]) in {"dalam", "pada"} and bare(rest[0]) in _ABOUT_EVENTS:
        inside = not noun[0].islower()
    while len(noun) > 1 and bare(noun[0]) in _SOME:
        noun = noun[1:]
    named = bool(noun) and (noun[0] in PLACE_HEADS or bool(IS_PERSON.search("".join(noun))))
    named = (
        named
        or any(bare(word) in _NO_NOUN for word in noun)
        or (stop >= 0 and bare(before[stop]) not in BREAKERS and bool(_STATE.match(bare(before[stop]))))
    )
    several = figures and bare(rest[0]) in _CARRIED  # "24 kilogram sabu dan 90 butir pil yang disembunyikan": all of it
    if not 1 <= len(noun) <= _MOST_NOUN or (inside and not counted and not several) or named:
        return ""
    if figures or (bare(noun[-1]) in _LOOSE_NOUNS and not counted):
        return "barang itu" if several else ""
    return _named_again(noun)


def _named_again(noun: Sequence[str]) -> str:
    """Return a noun as it is called the second time.

    >>> [_named_again(words.split()) for words in ("dua orang pria", "seorang pemuda", "tiga orang", "peringatan dini", "Pulau Dodola")]
    ['kedua pria itu', 'pemuda itu', 'ketiga orang itu', 'peringatan dini itu', 'Pulau Dodola']
    """
    first = bare(noun[0])
    rest = [word for word in noun[1:] if first not in _ORDINALS | dict.fromkeys(_ONE) or bare(word) not in _CLASSIFIERS or len(noun) == 2]
    words = [_ORDINALS[first], *rest] if first in _ORDINALS else rest if first in _ONE else list(noun)
    if not words:
        return ""
    known = words[-1][:1].isupper() or bare(words[-1]) in {"itu", "tersebut", "ini"}
    return " ".join(words).removesuffix(" tersebut") + ("" if known and first not in _ORDINALS else " itu")


def _without_place(words: Sequence[str], rest: Sequence[str], grammar: Grammar) -> Sequence[str]:
    """Return the words without the place they end on, where what follows tells of something in it."""
    if bare(rest[0]) not in _ABOUT_THINGS:
        return words
    opens = next((at for at in range(len(words) - 1, 0, -1) if bare(words[at]) in BREAKERS), -1)
    if opens < 2 or bare(words[opens]) not in {"di", "dari"}:
        return words
    placed = words[opens + 1][:1].isupper() or bare(words[opens + 1]) in _PLACE_NOUNS
    if any(grammar.is_verb(word) for word in words[opens:]) or not words[-1][:1].isupper():
        return words
    return words[:opens] if placed else words


def _tells(rest: Sequence[str], grammar: Grammar) -> bool:
    """Whether a relative clause has its verb first, but for a time: "sampai pertengahan November baru mencapai"."""
    if grammar.is_verb(rest[0]):
        return True
    timed = bare(rest[0]) in {"sampai", "hingga", "sejak", "setiap", "dalam", "pada", "kini", "saat", "selama"}
    return timed and any(grammar.is_verb(word) for word in rest[2:7])


def _main_goes_on(rest: Sequence[str], grammar: Grammar) -> bool:
    """Whether the main clause may go on behind a relative one: ", dan menyita …", "… dan menahan …"."""
    for at, word in enumerate(rest[1:], 1):
        after_comma = rest[at - 1].endswith(",") or bare(rest[at - 1]) in {"dan", "serta", "lalu", "kemudian", "sekaligus"}
        if after_comma and (grammar.is_helper(word) or (grammar.is_active(word) and not grammar.is_active(rest[0]))):
            return True
        if bare(word) in {"sehingga", "sementara", "sedangkan", "namun", "tetapi"} and not grammar.is_active(rest[0]):
            return True
    return False


_TIES = frozenset({"yang", "untuk", "dan", "saat", "maupun", "atau", "bisa", "dapat"})
"""A verb after one of these hangs on another."""


def _own_verb(joint: Joint) -> bool:
    """Whether the words before "yang" have a main verb of their own, so that none after it is the main one."""
    grammar = joint.grammar
    before = [at for at, word in enumerate(joint.words[: joint.at]) if at and grammar.is_verb(word) and not grammar.is_helper(word)]
    own = bool(before) and bare(joint.words[before[0] - 1]) != "yang" and not _OPEN_CLAUSE.search(joint.head)
    if not own:
        return False
    after = [
        at
        for at, word in enumerate(joint.rest[1:], 1)
        if grammar.is_verb(word) and not grammar.is_helper(word) and bare(joint.rest[at - 1]) not in _TIES and bare(word) != "menjadi"
    ]
    takes = grammar.is_helper(joint.rest[0]) or bare(joint.rest[0]) in _TAKES_VERB or not grammar.is_verb(joint.rest[0])
    active = any(grammar.is_active(joint.words[at]) or bare(joint.words[at]).startswith("ber") for at in before)
    return len(after) <= (1 if takes else 0) + (1 if active and not grammar.is_active(joint.rest[0]) else 0)


_ASKED = {
    "meminta": "permintaan",
    "mengimbau": "imbauan",
    "mengajak": "ajakan",
    "mewajibkan": "kewajiban",
    "mengingatkan": "peringatan",
    "menginstruksikan": "perintah",
}
_TO_DO = word_set("segera agar supaya untuk tidak tetap mulai lebih jangan dapat bisa selalu ikut")


def cut_including(joint: Joint) -> Cut | None:
    """Cut before ", termasuk …": "Itu termasuk …".

    >>> words = "empat alat tidak bisa dipakai, termasuk satu unit pemindai otak".split()
    >>> cut_including(Joint(words, 5, " ".join(words[:5]).rstrip(","), None, reported=True)).tail
    'itu termasuk satu unit pemindai otak'
    """
    if joint.word != "termasuk" or not joint.words[joint.at - 1].endswith(",") or len(joint.rest) < _LEAST:
        return None
    if _OPENS_CLAUSE.match(joint.head) and "," not in joint.head:
        return None
    return Cut(joint.head, f"itu termasuk {' '.join(joint.rest)}", 5)


_OPENS_CLAUSE = re.compile(
    r"^(?:meski\w*|walau\w*|jika|kalau|bila|apabila|karena|untuk|agar|selain|saat|ketika|setelah|sebelum)\b", re.IGNORECASE
)


def cut_asked_of(joint: Joint) -> Cut | None:
    """Take "yang …" out of whom something is asked of: "meminta jemaah yang … segera memeriksakan diri".

    → "meminta jemaah segera memeriksakan diri", "Permintaan itu berlaku bagi jemaah yang …". It leans: it says of whom.
    """
    words, grammar = joint.words, joint.grammar
    if joint.word not in _TO_DO or joint.word in {"dapat", "bisa", "ikut"}:
        return None
    verb = next((at for at, word in enumerate(words[: joint.at]) if at and bare(word) in URGED), -1)
    yang = next((at for at, word in enumerate(words[: joint.at]) if bare(word) == "yang"), -1)
    if verb < 1 or yang <= verb + 1 or joint.at - yang <= _LEAST or words[joint.at - 1].endswith(","):
        return None
    asked = words[verb + 1 : yang]
    if len(asked) > _LEAST or any(grammar.is_verb(word) or word.endswith(",") for word in asked) or bare(words[verb]) not in _ASKED:
        return None
    if any(bare(word) in {"agar", "supaya", "untuk"} for word in words[verb:yang]) or not grammar.is_verb(words[yang + 1]):
        return None
    thing = _ASKED[bare(words[verb])]
    who = f"{' '.join(asked)} {' '.join(words[yang : joint.at])}"
    return Cut(f"{' '.join(words[:yang])} {' '.join(words[joint.at :])}", f"{thing} itu berlaku bagi {who}", 6)
