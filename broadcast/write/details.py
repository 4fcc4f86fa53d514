"""More joints: details, means, places and times that can stand as sentences of their own."""

from __future__ import annotations

import re

from broadcast.write.clauses import BREAKERS, IS_PERSON, MEASURED, deed_of, noun_before, subject_of
from broadcast.write.cuts import Cut, Joint
from broadcast.write.words import Grammar, bare, capital

_EVENT = re.compile(
    r"\b(?:akan|digelar|menggelar|berlangsung|terjadi|menutup|ditutup|memadamkan|padam|menertibkan|menjadwalkan"
    r"|dijadwalkan|membuka|dibuka|menambah|berlaku|melayani)\b"
)


_PUNISHED = re.compile(r"\b(?:penjara|kurungan|pidana|hukuman|tahanan|rehabilitasi|skorsing)$")


_AFTER = re.compile(r"\b(?:setelah|usai|seusai|sebelum|karena)\s[^,]*$")  # "pindah setelah bertugas di sini selama dua tahun"


def cut_while_lasting(joint: Joint) -> Cut | None:
    """Cut before "selama …" and before an hour: "Penutupan itu berlangsung selama …"."""
    if joint.word not in {"selama", "pukul"}:
        return None
    runs_on = any(joint.grammar.is_verb(word) and bare(word) != "mulai" for word in joint.rest[1:])
    if joint.word == "selama" and (_PUNISHED.search(joint.head) or _AFTER.search(joint.head)):
        return None
    if joint.word == "selama" and not runs_on and bare(joint.rest[0]) not in {"ini", "itu"} and _EVENT.search(joint.head):
        what = deed_of(joint.words[: joint.at], joint.scene) or ("itu" if joint.reported else "ini")
        return Cut(joint.head, f"{what} berlangsung {' '.join(joint.words[joint.at :])}", 4)
    if (
        joint.word == "pukul"
        and _EVENT.search(joint.head)
        and bare(joint.words[joint.at - 1]) not in {"sekitar", "mulai", "sejak", "hingga", "dari", "sampai", "pada"}
    ):
        return Cut(joint.head, f"waktunya {' '.join(joint.words[joint.at :])}", 3)
    return None


_OFFICE = re.compile(r"\b(?:sebagai|jabatan|bertugas|menjabat)\s[^,]*$")
_LATER = re.compile(r"\s(?:setelah|usai|seusai|sebelum|karena|untuk)\s")
"""Where an office lies, and what follows with "setelah …", is not where something happens."""


def cut_where(joint: Joint) -> Cut | None:
    """Cut before a place that is long to say: "Lokasinya di …"."""
    place = joint.word == "di" and (
        joint.words[joint.at + 1][:1].isupper() or bare(joint.words[joint.at + 1]) in {"wilayah", "kawasan", "sejumlah", "ruas"}
    )
    if not place or not _EVENT.search(joint.head) or len(joint.words) - joint.at < 4 or joint.grammar.is_verb(joint.words[joint.at - 1]):
        return None
    if any(joint.grammar.is_active(word) and bare(joint.rest[at - 1]) != "yang" for at, word in enumerate(joint.rest) if at):
        return None
    if _OFFICE.search(joint.head) or _LATER.search(" ".join(joint.rest)):
        return None
    if bare(joint.words[joint.at - 1]) in {"tiba", "sampai", "datang", "kembali", "pulang", "mulai"}:
        return None
    opens = (
        "kegiatan itu berlangsung"
        if re.search(r"\b(?:membuka|menggelar|digelar|dibuka|menghadiri|dihadiri|berlangsung)\b", joint.head)
        else "lokasinya"
    )
    return Cut(joint.head, f"{opens} {' '.join(joint.words[joint.at :])}", 3)


_THEME = re.compile(r"^(?:dengan\s(?:tema|tajuk|judul)|bertema|bertajuk|mengusung\stema)\s")


def cut_theme(joint: Joint) -> Cut | None:
    """Cut before "dengan tema …": "Temanya …"; a place after the theme stays with the head."""
    found = _THEME.match(joint.onward + " ")
    if not found:
        return None
    theme, _, rest = " ".join(joint.words[joint.at :])[found.end() :].partition(", ")
    return Cut(f"{joint.head} {rest}".strip(), f"temanya, {theme}", 7)


_COMPARES = re.compile(
    r"^(?:(?:tinggi|rendah|mahal|murah|banyak|sedikit|besar|kecil|cepat|lambat) )?(?:(?:sekitar |hampir |lebih dari )?"
    r"(?:[\d,.]+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan) (?:(?:ribu|juta|miliar) )?(?:persen|kali lipat|suara"
    r"|rupiah|poin|angka|gol|kilometer|ton|orang|kasus) )?"
    r"(?:secara (?:tahunan|bulanan) )?(?:dibanding|dibandingkan|dari|atas)\b"
)


def cut_next(joint: Joint) -> Cut | None:
    """Cut before ", disusul …", ", ditambah adanya …" and ", turun dibanding …"."""
    word, after = joint.word, bare(joint.words[joint.at + 1])
    rest = " ".join(joint.rest)
    if not joint.words[joint.at - 1].endswith(","):
        return None
    if word in {"disusul", "diikuti"} and not joint.grammar.is_verb(joint.words[joint.at + 1]):
        return Cut(joint.head, f"berikutnya, {rest}", 6)
    if word == "ditambah" and after == "adanya":
        return Cut(joint.head, f"ada pula {rest.removeprefix('adanya ')}", 5)
    compared = word in {"turun", "naik", "meningkat", "menurun", "melonjak", "unggul", "lebih"} and _COMPARES.search(rest)
    if not compared or not re.search(r"\d", joint.head[-60:]):
        return None
    what = subject_of(joint.words[: joint.at], joint.scene) if word == "unggul" else "angka itu"
    return Cut(joint.head, f"{what} {word} {rest}", 6) if what else None


_SENTENCED = re.compile(r"\b(?:vonis|hukuman|dihukum|divonis|tuntutan (?:jaksa|pidana|hukuman)|dituntut)\b", re.IGNORECASE)
_WHO_END = re.compile(
    r"\b(?:orang|tersangka|terdakwa|terpidana|pelaku|saksi|korban|pria|perempuan|pemuda|siswa|warga)(?:\s(?:itu|tersebut|lain|lainnya))?$"
)


def _that_is(head: str) -> str:
    """Return the words that open what "yakni" tells.

    >>> [_that_is(head) for head in ("Vonis dijatuhkan kepada X", "Polisi menangkap dua tersangka", "Bantuan disalurkan di tiga desa")]
    ['hukumannya', 'mereka adalah', 'rinciannya,']
    """
    return "hukumannya" if _SENTENCED.search(head) else "mereka adalah" if _WHO_END.search(head) else "rinciannya,"


def cut_details(joint: Joint) -> Cut | None:  # noqa: PLR0911  # one return for each kind of detail
    """Cut before ", yakni …", ", antara lain …", ", atau turun …" and after a colon."""
    word, after = joint.word, bare(joint.words[joint.at + 1])
    rest = " ".join(joint.words[joint.at + 1 :])
    if joint.words[joint.at - 1].endswith(":"):
        opens = "caranya" if re.search(r"\bcara\b[^,]{0,20}:?$", joint.head) else "rinciannya"
        return Cut(joint.head.rstrip(":"), f"{opens}, {' '.join(joint.words[joint.at :])}", 6)
    if word == "atau" and joint.reported and after in {"naik", "turun", "berkurang", "bertambah", "meningkat", "menurun", "setara"}:
        return Cut(joint.head, f"artinya, {rest}", 6)
    if (
        word == "atau"
        and not joint.reported
        and after in {"naik", "turun", "berkurang", "bertambah", "meningkat", "menurun", "setara", "sekitar", "lebih", "jauh"}
    ):
        return Cut(joint.head, f"artinya, {rest}", 6)
    named = word in {"yakni", "yaitu"} and len(joint.rest) >= _MOST_NOUN - 2
    if not joint.words[joint.at - 1].endswith(",") and not IS_PERSON.search(joint.words[joint.at - 1]) and not named:
        return None
    if word in {"yakni", "yaitu"}:
        few = re.match(r"(?:baru|hanya|sekitar|hampir|lebih|mencapai)\b", rest)
        return Cut(joint.head, f"{'jumlahnya' if few else _that_is(joint.head)} {rest}", 6)
    if word == "tinggal" and not joint.grammar.is_verb(joint.words[joint.at + 1]):
        return Cut(joint.head, f"sisanya {rest}", 6)
    counted = (
        word == "di"
        and after == "antaranya"
        and re.match(
            r"(?:\d|se(?:orang|buah|ekor)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)",
            " ".join(joint.words[joint.at + 2 :]),
        )
    )
    if counted and not any(joint.grammar.is_verb(one) for one in joint.words[joint.at + 2 :]):
        return Cut(joint.head, f"di antaranya terdapat {' '.join(joint.words[joint.at + 2 :])}", 6)
    if word == "antara" and after == "lain":
        rest = " ".join(joint.words[joint.at + 2 :])
        return Cut(joint.head, f"lokasinya antara lain {rest}" if rest.startswith("di ") else f"di antaranya, {rest}", 6)
    return None


_WITH = re.compile(
    r"^dengan\s(?P<what>(?:pusat gempa|ancaman hukuman|kecepatan angin|[a-z]*(?:kedalaman|ancaman|muatan|kapasitas"
    r"|nilai|anggaran|panjang|luas|tinggi|ketinggian|jarak|target|total|jumlah|harga|kecepatan|skala|magnitudo"
    r"|intensitas|suhu)))(?P<rest>\s(?:\d|maksimal|minimal|sekitar|hampir|lebih|mencapai|pada|di\b|paling|satu|dua"
    r"|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|jagung|[a-z]+\s\d).*)$"
)


def cut_with(joint: Joint) -> Cut | None:
    """Cut before "dengan kedalaman 21 kilometer": "Kedalamannya 21 kilometer"."""
    found = _WITH.match(joint.onward)
    if not found or re.search(r"\byang\b|,\s(?:tidak|belum|akan|di|me|ber)", found["rest"]):
        return None
    return Cut(joint.head, f"{found['what']}nya{found['rest']}", 6)


def cut_means(joint: Joint) -> Cut | None:
    """Cut before "melalui …": "Pengesahan itu dilakukan melalui …", "Caranya melalui …"."""
    if joint.word not in {"melalui", "lewat"}:
        return None
    acts = any(joint.grammar.is_active(word) for word in joint.words[1 : joint.at])
    if bare(joint.words[joint.at + 1]) in {"pertarungan", "laga", "duel"} and len(joint.rest) > 2:
        return Cut(joint.head, f"{bare(joint.rest[0])} itu berlangsung {' '.join(joint.rest[1:])}", 5)
    if (
        not acts
        or len(joint.words) - joint.at < 3
        or re.match(r"(?:jalan|jalur|pintu|gol|tendangan|sundulan|adu|titik|kaki|pertarungan|laga|babak|[A-Z])", joint.words[joint.at + 1])
    ):
        return None
    deed = deed_of(joint.words[: joint.at], joint.scene)
    return Cut(joint.head, f"{deed + ' dilakukan' if deed else 'caranya'} {' '.join(joint.words[joint.at :])}", 4)


def cut_elliptic(joint: Joint) -> Cut | None:
    """Cut a list of what befell whom: "A divonis lima tahun, dan B tiga tahun" → "B divonis tiga tahun"."""
    words, at = joint.words, joint.at
    start = at + 1 if joint.word in {"dan", "serta"} else at
    if not IS_PERSON.match(words[start]) or not (words[at - 1].endswith(",") or joint.word in {"dan", "serta"}):
        return None
    verbs = [bare(word) for word in words[:at] if joint.grammar.is_verb(word) and not joint.grammar.is_helper(word)]
    rest = list(words[start + 1 :])
    counted = rest and re.match(
        r"\d|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|hampir|lebih|sekitar)\b", rest[0]
    )
    if len(verbs) != 1 or not verbs[0].startswith("di") or not counted:
        return None
    return Cut(joint.head, f"{words[start].rstrip(',')} {verbs[0]} {' '.join(rest)}", 9)


def cut_object(joint: Joint) -> Cut | None:
    """Cut before "serta" and a second object: "menyiapkan tenda, serta panggung" → "Panitia juga menyiapkan panggung"."""
    words, at = joint.words, joint.at
    if joint.word != "serta" or joint.reported or any(joint.grammar.is_verb(word) for word in joint.rest[:4]):
        return None
    verbs = [index for index, word in enumerate(words[:at]) if joint.grammar.is_verb(word) and not joint.grammar.is_helper(word)]
    if len(verbs) != 1 or not joint.grammar.is_active(words[verbs[0]]) or len(joint.rest) < 3:
        return None
    if any(bare(word) == "yang" for word in words[: verbs[0]]) or IS_PERSON.search(joint.rest[0]):  # another one, with a post of their own
        return None
    if any(bare(word) in BREAKERS for word in words[verbs[0] + 1 : at]):
        return None
    subject = subject_of(words[:at], joint.scene)
    return Cut(joint.head, f"{subject} juga {bare(words[verbs[0]])} {' '.join(joint.rest)}", 5) if subject else None


_PROVIDED = re.compile(
    r"\b(terdapat|tercatat|disediakan|dibagikan|disalurkan|dipasang|disiapkan|ditemukan|disita|diserahkan|diamankan|dijual)\b"
)


def cut_also(joint: Joint) -> Cut | None:
    """Cut before "serta 200 kilogram cabai" after a di- verb: "Disediakan pula 200 kilogram cabai"."""
    found = _PROVIDED.search(joint.head) if joint.word in {"serta", "dan"} else None
    if not found or not re.match(
        r"\d|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|sebuah|seekor)\b", joint.words[joint.at + 1]
    ):
        return None
    return Cut(joint.head, f"{found.group(1)} pula {' '.join(joint.words[joint.at + 1 :])}", 5)


_MOST_NOUN = 5
"""Words of the longest subject that the next sentence can name by its first."""


def _may_leave(verb: str, grammar: Grammar) -> bool:
    """Whether a relative clause with this verb ends before the main verb: "warga yang menilai X adalah Y" goes on to the end."""
    thinks = bare(verb) in grammar.reporting or bare(verb) in {"beranggapan", "mengira", "percaya", "mengeklaim", "yakin"}
    return grammar.is_verb(verb) and not grammar.is_helper(verb) and not thinks


_LATE_ADVERB = re.compile(r",?\s(?:resmi|akhirnya|kini|kembali|langsung)$")


def cut_subject(joint: Joint) -> Cut | None:
    """Cut the relative clause out of a subject: "Hujan yang mengguyur X memicu longsor" → "Hujan memicu longsor"."""
    grammar = joint.grammar
    yang = next((index for index, word in enumerate(joint.words[:9]) if bare(word) == "yang"), -1)
    if (
        not grammar.is_verb(joint.words[joint.at])
        or not 1 <= yang <= 8
        or joint.at < yang + 4
        or not _may_leave(joint.words[yang + 1], grammar)
    ):
        return None
    helped = grammar.is_helper(joint.words[joint.at]) and grammar.is_verb(joint.words[joint.at + 1])
    if (
        (grammar.is_helper(joint.words[joint.at]) and not helped)
        or grammar.is_helper(joint.words[joint.at - 1])
        or bare(joint.words[joint.at - 1]) in BREAKERS | {"tidak", "belum", "akan", "sudah", "ikut", "mulai", "dan"}
    ):
        return None
    core = next(
        (index for index, word in enumerate(joint.words[:yang]) if index and (bare(word) in BREAKERS or MEASURED.match(word))), yang
    )
    if (
        any(grammar.is_verb(word) and not grammar.is_helper(word) and bare(word) != "menuju" for word in joint.words[yang + 2 : joint.at])
        or any(mark.isdigit() for mark in " ".join(joint.words[:core]))
        or core > _MOST_NOUN
    ):
        return None
    if any(grammar.is_verb(word) for word in joint.words[:yang]):
        return None
    noun = " ".join(joint.words[:yang])
    core_words = [word for word in joint.words[:core] if bare(word) not in {"sebuah", "seorang", "seekor"}]
    short = " ".join(core_words)
    clause = _LATE_ADVERB.sub("", " ".join(joint.words[yang + 1 : joint.at]).rstrip(" ,")).removesuffix(" itu").removesuffix(" tersebut")
    if not core_words or "," in clause or bare(joint.words[0]) in BREAKERS:
        return None
    named = capital(short if core < 4 or joint.words[1][:1].isupper() else core_words[0])
    return Cut(f"{noun} {' '.join(joint.words[joint.at :])}", f"{named} itu {clause}", 6)


_AFFECTS = frozenset({"berdampak", "mengakibatkan", "menyebabkan", "berakibat", "membuat", "memicu", "berujung"})


def cut_relative(joint: Joint) -> Cut | None:
    """Cut before ", yang …": the noun before the comma is named again."""
    if joint.word != "yang" or not joint.words[joint.at - 1].endswith(","):
        return None
    if bare(joint.rest[0]) in _AFFECTS and len(joint.rest) > _MOST_NOUN - 2:  # what was told has this effect, not its last noun
        return Cut(joint.head, f"hal itu {' '.join(joint.rest)}", 7)
    noun = noun_before(joint.words[: joint.at], joint.grammar)
    rest = joint.rest
    later = (
        bool(noun) and bool(IS_PERSON.search(noun[-1])) and bare(rest[0]) in {"pada", "dalam", "saat", "sejak", "kini", "sebelumnya", "di"}
    )
    acts = joint.grammar.is_verb(rest[0]) or (later and any(joint.grammar.is_verb(word) for word in rest[1:]))
    if not 1 <= len(noun) <= 4 or not acts or any(mark.isdigit() for mark in "".join(noun)):
        return None
    named = " ".join(noun)
    that = "" if noun[-1][:1].isupper() or bare(noun[-1]) in {"itu", "tersebut", "ini"} or IS_PERSON.search(named) else " itu"
    return Cut(joint.head, f"{named}{that} {' '.join(rest)}", 7)
