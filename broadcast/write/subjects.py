"""Joints at what comes before the verb: opening clauses, subjects that carry their measures, a second deed of the same subject."""

from __future__ import annotations

import re

from broadcast.write.clauses import BREAKERS, IS_PERSON, NOT_ONLY, in_list, is_whole, subject_of
from broadcast.write.cuts import Cut, Joint
from broadcast.write.relatives import TIME_END
from broadcast.write.words import bare, capital, word_set

_LEAST = 3
_AFTERWARDS = re.compile(r"^(?:Setelah|Usai|Seusai|Sesudah)\s(?!itu\b|ini\b)", re.IGNORECASE)
_NO_SUBJECT = word_set("di dari oleh ke pada ada tidak bukan belum")


def cut_opener(joint: Joint) -> Cut | None:
    """Tell what came before in a sentence after: "Setelah lama tutup, pasar itu dibuka" → "Pasar itu dibuka", "Sebelumnya, …".

    Only an opening clause without a subject of its own: its subject is that of the main clause.
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    opens = _AFTERWARDS.match(joint.head)
    if not opens or not words[at - 1].endswith(",") or "," in joint.head or not is_whole(words[at:], grammar):
        return None
    clause = joint.head[opens.end() :].split()
    verb = next((index for index, word in enumerate(clause) if grammar.is_verb(word) and not grammar.is_helper(word)), -1)
    plain = all(word.islower() and bare(word) not in _NO_SUBJECT for word in clause[: max(verb, 0)])
    if verb < 0 or not plain or (verb and not _ADVERBS.match(" ".join(clause[:verb]))) or len(clause) < _LEAST:
        return None
    subject = subject_of(words[at:], joint.scene)
    if not subject or (grammar.is_active(clause[verb]) and bare(clause[verb]).startswith("di")):
        return None
    plain_noun = subject.split()[-1].islower() and subject not in {"mereka", "ia"} and not subject.endswith((" itu", " tersebut"))
    that = " itu" if plain_noun and not IS_PERSON.search(subject) else ""
    return Cut(capital(" ".join(words[at:])), f"sebelumnya, {subject}{that} {' '.join(clause)}", 4)


_ADVERBS = re.compile(
    r"^(?:(?:hampir|lebih|sekitar|selama|beberapa|lama|banyak|terus|sempat|lebih|berulang|kali|\d+|se[a-z]+|dua|tiga|empat|lima|enam|tujuh"
    r"|jam|hari|pekan|minggu|bulan|tahun|lalu|kembali|berhasil|gagal|resmi)\s?)+$"
)


def cut_second_deed(joint: Joint) -> Cut | None:
    """Cut before ", menuntut …": a second deed of the same subject, "Mereka menuntut …".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())), lower=str.lower)
    >>> words = "Ratusan sopir berunjuk rasa di depan kantor bupati, menuntut kenaikan tarif angkutan".split()
    >>> cut_second_deed(Joint(words, 8, " ".join(words[:8]).rstrip(","), scene, reported=False)).tail
    'Mereka menuntut kenaikan tarif angkutan'
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    if not words[at - 1].endswith(",") or not grammar.is_active(words[at]) or bare(words[at]) in {*grammar.reporting, *_RESULTS}:
        return None
    timed = bool(TIME_END.search(joint.head))
    if len(joint.rest) < _LEAST or (in_list(words, at, grammar) and not timed) or _HELD.search(joint.head) or _SHARED.search(joint.head):
        return None
    if _MORE_DEEDS.search(" ".join(words[at:])) or NOT_ONLY.search(joint.head):
        return None
    first = next((index for index, word in enumerate(words[:at]) if index and grammar.is_verb(word) and not grammar.is_helper(word)), -1)
    if first < 1 or bare(words[first - 1]) == "yang":
        return None
    many = re.match(
        r"(?:sekitar |lebih dari |hampir |sebanyak )?(?:[\d.]+|ratusan|puluhan|ribuan|belasan|para|sejumlah)\s", joint.head, re.IGNORECASE
    )
    people = many and any(bare(word) in _PEOPLE for word in words[:first])
    subject = "Mereka" if people else subject_of(words[:at], joint.scene)
    return Cut(joint.head, f"{capital(subject)} {' '.join(words[at:])}", 6) if subject else None


_RESULTS = word_set("""
    menjadikan membuat menyebabkan mengakibatkan memicu menandai menyisakan memaksa menjadi menambah menewaskan menyusul menurut
    mencapai meningkat menurun melonjak merosot melemah menguat melambat membaik memburuk menyusut melebar
    melainkan merata mengingat mengenai menjadikannya membuatnya
    """)
_SHARED = re.compile(
    r"\b(?:dapat|bisa|akan|harus|wajib|perlu|mampu|diharapkan|berharap|ditargetkan|bertujuan|upaya|untuk|agar|supaya|diduga|mungkin|berencana)\b|,\s(?:me[a-z]{4})"
)
"""What both deeds would share: a modal, an aim; or a deed before that belongs to a list."""
_MORE_DEEDS = re.compile(r",\s(?:dan|serta|hingga|maupun|sampai)\s(?:me|ber|di|ter)[a-z]{3}|,\s(?:me)[a-z]{4,}")
_HELD = re.compile(
    r"\b(?:yang|agar|supaya|jika|bila|apabila|karena|untuk|mengimbau|meminta|jangan|tidak|seperti|setelah|saat|ketika|sehingga)\b[^,]*,?$"
)
_PEOPLE = word_set(
    "orang buruh warga pekerja sopir petani nelayan mahasiswa siswa pedagang massa guru peserta pelajar karyawan relawan pengemudi santri"
)

_INVOLVED = re.compile(r"^(?:yang\s)?(?:melibatkan|antara)\s")
_HAPPENS = frozenset({"terjadi", "berlangsung", "pecah"})


def cut_event(joint: Joint) -> Cut | None:
    """Take who was in it out of "Kecelakaan melibatkan truk dan bus terjadi di …": "Kecelakaan itu melibatkan truk dan bus".

    >>> words = "Kecelakaan beruntun melibatkan truk dan dua bus terjadi di Jalan Raya Nagreg".split()
    >>> cut = cut_event(Joint(words, 7, " ".join(words[:7]), None, reported=False))
    >>> cut.head, cut.tail
    ('Kecelakaan beruntun terjadi di Jalan Raya Nagreg', 'kecelakaan itu melibatkan truk dan dua bus')
    """
    words, at = joint.words, joint.at
    if joint.word not in _HAPPENS:
        return None
    opens = next((index for index in range(1, min(4, at)) if _INVOLVED.match(" ".join(words[index : index + 2]) + " ")), -1)
    if opens < 1 or at - opens < _LEAST or not all(word.islower() for word in words[1:opens]):
        return None
    involved = " ".join(words[opens:at]).removeprefix("yang ").rstrip(",")
    verb = "" if involved.startswith("melibatkan") else "terjadi "
    return Cut(f"{' '.join(words[:opens])} {' '.join(words[at:])}", f"{words[0].lower()} itu {verb}{involved}", 10)


_CARRIES = re.compile(
    r"^(?:berkapasitas|berkekuatan|bernilai|berukuran|berbobot|berdaya|senilai|sepanjang|seluas|setinggi|seberat|berlantai)$"
)


def cut_measured(joint: Joint) -> Cut | None:
    """Take its measure out of a long subject: "Jembatan sepanjang 80 meter di Desa A ambruk" → "Jembatan itu sepanjang 80 meter".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "Bendungan berkapasitas 32 juta ton air di Kabupaten Bener mulai diisi hari ini".split()
    >>> cut = cut_measured(Joint(words, 6, " ".join(words[:6]), scene, reported=False))
    >>> cut.head, cut.tail
    ('Bendungan di Kabupaten Bener mulai diisi hari ini', 'bendungan itu berkapasitas 32 juta ton air')
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    opens = next((index for index in range(1, min(6, at)) if _CARRIES.match(bare(words[index]))), -1)
    if opens < 1 or at - opens < _LEAST or joint.word not in {"di", "milik", "yang", "resmi", "akan", "kini"}:
        return None
    if any(grammar.is_verb(word) and not _CARRIES.match(bare(word)) for word in words[:at]) or not is_whole(["Itu", *words[at:]], grammar):
        return None
    if any(mark.isdigit() for mark in "".join(words[:opens])) or any(bare(word) in BREAKERS for word in words[:opens]):
        return None
    name = words[0].lower() if words[0].isalpha() and not words[0].isupper() else words[0]
    measure = " ".join(words[opens:at]).rstrip(",")
    return Cut(f"{' '.join(words[:opens])} {' '.join(words[at:])}", f"{name} itu {measure}", 6)


def cut_from_whom(joint: Joint) -> Cut | None:
    """Take where its members come from out of a long subject: "Tim dari kampus A dan kampus B meneliti …" → "Tim itu berasal dari …".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())), lower=str.lower)
    >>> words = "Tim relawan dari tiga kampus di Malang dan Blitar memetakan titik rawan longsor".split()
    >>> cut = cut_from_whom(Joint(words, 9, " ".join(words[:9]), scene, reported=False))
    >>> cut.head, cut.tail
    ('Tim relawan memetakan titik rawan longsor', 'tim relawan itu berasal dari tiga kampus di Malang dan Blitar')
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    opens = next((index for index in range(1, min(6, at)) if bare(words[index]) == "dari"), -1)
    if opens < 1 or at - opens < _LEAST + 2 or not grammar.is_verb(words[at]) or words[at - 1].endswith(","):
        return None
    if any(grammar.is_verb(word) or bare(word) == "yang" for word in words[:at]) or bare(words[0]) in BREAKERS:
        return None
    team = bool(_TEAM.match(words[0]))
    crowd = not team and any(bare(word) in _PEOPLE for word in words[:opens])
    if not team and not crowd:
        return None
    who = f"{joint.scene.lower(' '.join(words[:opens]))} itu" if team else "mereka"
    return Cut(f"{' '.join(words[:opens])} {' '.join(words[at:])}", f"{who} berasal {' '.join(words[opens:at])}", 5)


_TEAM = re.compile(r"(?:Tim|Rombongan|Delegasi|Kontingen|Massa|Aliansi|Koalisi)$")


def cut_ranging(joint: Joint) -> Cut | None:
    """Cut before ", mulai dari A, B, hingga C": "Di antaranya, A, B, hingga C".

    >>> words = "Pasar itu menjual hasil bumi, mulai dari beras, cabai, hingga kopi".split()
    >>> cut_ranging(Joint(words, 5, "Pasar itu menjual hasil bumi", None, reported=False)).tail
    'di antaranya, beras, cabai, hingga kopi'
    """
    found = _RANGING.match(" ".join(joint.words[joint.at :]))
    if joint.word != "mulai" or not joint.words[joint.at - 1].endswith(",") or not found:
        return None
    if any(bare(word) in {"akan", "dapat", "bisa", "sudah", "yang"} for word in found["what"].split()):
        return None
    return Cut(joint.head, f"di antaranya, {found['what']}", 5)


_RANGING = re.compile(r"mulai dari (?P<what>(?!pukul|hari|\d)[a-z][^.]*?,? (?:hingga|sampai) [^,]+)$")


_PAPER = re.compile(r"(?:laporan|surat|dokumen|putusan|pengumuman|catatan|unggahan|keterangan|rekomendasi|hasil)$", re.IGNORECASE)


def cut_in_paper(joint: Joint) -> Cut | None:
    """Take the paper out of a long subject: "Inspektorat dalam laporan khusus bulan lalu menemukan …" → "Hal itu tertuang dalam …".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "Inspektorat Kabupaten Kediri dalam laporan pemeriksaan khusus bulan lalu menemukan selisih kas desa".split()
    >>> cut = cut_in_paper(Joint(words, 9, " ".join(words[:9]), scene, reported=False))
    >>> cut.head, cut.tail
    ('Inspektorat Kabupaten Kediri menemukan selisih kas desa', 'hal itu tertuang dalam laporan pemeriksaan khusus bulan lalu')
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    opens = next((index for index in range(1, min(8, at)) if bare(words[index]) in {"dalam", "melalui", "lewat"}), -1)
    if opens < 1 or at - opens < _LEAST + 1 or not grammar.is_active(words[at]) or not _PAPER.match(bare(words[opens + 1])):
        return None
    verbs = [index for index in range(opens, at) if grammar.is_verb(words[index]) and bare(words[index - 1]) != "yang"]
    if verbs or any(grammar.is_verb(word) for word in words[:opens]) or bare(words[at - 1]) in {"yang", "untuk"}:
        return None
    paper = " ".join(words[opens + 1 : at]).rstrip(",")
    return Cut(f"{' '.join(words[:opens]).rstrip(',')} {' '.join(words[at:])}", f"hal itu tertuang dalam {paper}", 6)


def cut_together(joint: Joint) -> Cut | None:
    """Take who helped out of a subject: "Polresta X bekerja sama dengan Bea Cukai menggagalkan …" → "Polresta X bekerja sama dengan …".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> words = "Polresta Batam bekerja sama dengan Bea Cukai menggagalkan penyelundupan rokok".split()
    >>> cut = cut_together(Joint(words, 7, " ".join(words[:7]), scene, reported=False))
    >>> cut.head, cut.tail
    ('Polresta Batam menggagalkan penyelundupan rokok', 'Polresta Batam bekerja sama dengan Bea Cukai')
    """
    words, at, grammar = joint.words, joint.at, joint.grammar
    opens = next((index for index in range(1, min(12, at - 3)) if bare(words[index]) == "bekerja" and bare(words[index + 1]) == "sama"), -1)
    if opens < 1 or not grammar.is_active(words[at]) or any(grammar.is_verb(word) or "," in word for word in words[opens + 2 : at]):
        return None
    subject = " ".join(words[:opens])
    return Cut(f"{subject} {' '.join(words[at:])}", f"{subject} {' '.join(words[opens:at])}", 7)
