"""Joints of last resort: how something is done, what comes of it, what it was before, how it compares."""

from __future__ import annotations

import re

from broadcast.write.clauses import subject_of
from broadcast.write.cuts import Cut, Joint
from broadcast.write.words import bare, word_set

_FIGURE = r"(?:\d[\d.,]*|se(?:tengah|puluh|belas|ratus|ribu)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_NO_MANNER = word_set(
    "sesuai sejalan sama terkait berbeda sehubungan seiring seirama senada bersamaan bersama berbarengan lengkap dibanding dibandingkan"
    " dimulai diawali diakhiri ditandai disertai diisi dilakukan tidak bukan hanya dan atau juga tetapi melainkan justru"
)
_NO_DEED = re.compile(r"\b(?:tidak|tak|belum|bukan|jangan|tanpa|batal|gagal|diduga|dugaan|mungkin|jika|bila|apabila|kalau|andai)\b")


def cut_manner(joint: Joint) -> Cut | None:
    """Cut before "dengan" and a verb: "Hal itu dilakukan dengan …"; before "dengan cara": "Caranya …".

    Not where a negation or a condition would be lost.
    """
    grammar, words, at = joint.grammar, joint.words, joint.at
    if joint.word != "dengan" or bare(words[at - 1]) in _NO_MANNER or grammar.is_verb(words[at - 1]) or _NO_DEED.search(joint.head):
        return None
    after = bare(words[at + 1])
    if after == "cara" and len(joint.rest) > _LEAST:
        return Cut(joint.head, f"caranya {' '.join(joint.rest[1:])}", 4)
    first = bare(words[at + 2]) if after in {"tetap", "terus", "lebih", "ikut", "selalu", "langsung"} and at + 2 < len(words) else after
    acts = any(grammar.is_active(word) for word in words[1:at])
    if not acts or not grammar.is_active(first) or first in grammar.reporting or first in {"menggunakan", "memakai", "membawa", "menambahkan", "memperingatkan"} or len(joint.rest) < _LEAST:
        return None
    return Cut(joint.head, f"hal itu dilakukan {' '.join(words[at:])}", 3)


_LEAST = 3
_RESULTS = word_set(
    "mengakhiri menandai menjadikan membuat memaksa menambah memperpanjang memutus mengukuhkan melengkapi memperkuat"
    " menandakan menyisakan menyebabkan mengakibatkan memicu memperparah memecahkan menyamai melampaui mengungguli"
)


def cut_result(joint: Joint) -> Cut | None:
    """Cut before ", mengakhiri …" and "sekaligus …": "Hal itu mengakhiri …"; before ", menyusul …": "Ini menyusul …"."""
    word, after = joint.word, bare(joint.words[joint.at + 1])
    if _NO_DEED.search(joint.head):
        return None
    if word == "sekaligus" and joint.grammar.is_active(after) and len(joint.rest) >= _LEAST and not joint.grammar.is_verb(joint.words[joint.at - 1]):
        return Cut(joint.head, f"hal itu {' '.join(joint.words[joint.at :])}", 4)
    if not joint.words[joint.at - 1].endswith(",") or len(joint.rest) < _LEAST:
        return None
    if word in _RESULTS:
        return Cut(joint.head, f"hal itu {' '.join(joint.words[joint.at :])}", 6)
    if word == "menyusul":
        return Cut(joint.head, f"{'itu' if joint.reported else 'ini'} {' '.join(joint.words[joint.at :])}", 5)
    return None


_FROM_TO = re.compile(rf"^dari\s(?:semula\s|sebelumnya\s|awalnya\s|biasanya\s)?(?P<old>{_FIGURE}\b[^,]*?),?\s(?P<to>(?:menjadi|ke)\s(?:sekitar\s|hampir\s)?(?P<new>{_FIGURE}\b.*))$")
_FROM_OLD = re.compile(rf"^(?:atau\s)?(?P<how>naik\s|turun\s)?dari\s(?:yang\s)?(?P<when>semula|sebelumnya|awalnya|biasanya|tadinya)\s(?P<rest>(?:hanya\s|sekitar\s|rata-rata\s)?{_FIGURE}\b.*)$")
_SCALED = re.compile(rf"^{_FIGURE}(?:\s(?:ribu|juta|miliar|triliun|koma\s\w+))*$")
_UNIT_END = re.compile(rf"^{_FIGURE}(?:\s(?:ribu|juta|miliar|triliun))*\s(?P<unit>[a-z]+(?:\sper\s[a-z]+)?)")


def cut_from_to(joint: Joint) -> Cut | None:
    """Cut "naik dari 20 ribu menjadi 25 ribu rupiah per kilo": "naik menjadi 25 ribu …", "Angka sebelumnya 20 ribu …".

    >>> words = "Tarif naik dari 22.500 menjadi 25 ribu rupiah mulai besok".split()
    >>> cut = cut_from_to(Joint(words, 2, "Tarif naik", None, reported=False))
    >>> cut.head, cut.tail
    ('Tarif naik menjadi 25 ribu rupiah mulai besok', 'tarif sebelumnya 22.500 rupiah')
    """
    if joint.word != "dari":
        return None
    text = " ".join(joint.words[joint.at :])
    found = _FROM_TO.match(text)
    if found:
        old, unit = found["old"], _UNIT_END.match(found["new"])
        if _SCALED.match(old) and unit:
            old = f"{old} {unit['unit']}"
        return Cut(f"{joint.head} {found['to']}", f"{_what_moved(joint.head)} sebelumnya {old}", 4)
    before = _FROM_OLD.match(text)
    return Cut(joint.head, f"{_what_moved(joint.head)} {before['when'].replace('tadinya', 'semula')} {before['rest']}", 5) if before else None


_MOVED = re.compile(r"\b(?:tarif|harga|anggaran|upah|gaji|tunjangan|jumlah|suku bunga|denda|target|kuota|biaya|iuran|dana|produksi|inflasi|suhu|volume|debit)\b", re.IGNORECASE)


def _what_moved(head: str) -> str:
    found = _MOVED.search(head)
    return found.group().lower() if found else "angka"


_SHARE = re.compile(
    rf"^atau\s(?:sebesar\s|sebanyak\s)?(?P<what>(?:(?:baru|hanya|hampir|sekitar|lebih dari|setara|rata-rata|mencapai)\s)?{_FIGURE}[^,]*?\s?(?:persen|kali)\b.*)$"
)


def cut_share(joint: Joint) -> Cut | None:
    """Cut before "atau 38 persen dari …", "atau tujuh kali lebih tinggi …": "Angka itu 38 persen dari …".

    >>> words = "Bulog menyerap 4.800 ton gabah atau baru 38 persen dari target".split()
    >>> cut_share(Joint(words, 5, "Bulog menyerap 4.800 ton gabah", None, reported=False)).tail
    'angka itu baru 38 persen dari target'
    """
    found = _SHARE.match(" ".join(joint.words[joint.at :])) if joint.word == "atau" else None
    figure = found and re.search(r"\d", " ".join(joint.words[max(0, joint.at - 10) : joint.at]))
    return Cut(joint.head, f"angka itu {found['what']}", 5) if found and figure and len(found["what"].split()) >= _LEAST else None


_SERVES = re.compile(r"(?:pe(?:m|n|ng|ny|r|l)?[a-z]{3,}an|kebutuhan|kepentingan|biaya|renovasi|rehabilitasi|sosialisasi|evakuasi|operasional)$")


def cut_use(joint: Joint) -> Cut | None:
    """Cut before "untuk perbaikan jalan": "Tujuannya untuk perbaikan jalan"."""
    if joint.word != "untuk" or not _SERVES.match(bare(joint.words[joint.at + 1])) or _NO_DEED.search(joint.head):
        return None
    if joint.grammar.is_verb(joint.words[joint.at - 1]) or any(joint.grammar.is_verb(word) for word in joint.rest[1:]):
        return None
    return Cut(joint.head, f"tujuannya untuk {' '.join(joint.rest)}", 2) if len(joint.rest) >= _LEAST else None


_WILLING = word_set("sepakat berencana bertekad siap bersedia berjanji memutuskan berkomitmen berupaya berusaha mulai terus akan ingin bisa dapat harus")


def cut_intent(joint: Joint) -> Cut | None:
    """Cut "sepakat untuk menaikkan …, dan menetapkan …": "Mereka juga sepakat untuk menetapkan …"."""
    if joint.word not in {"dan", "serta", "lalu", "kemudian"} or len(joint.rest) < _LEAST or not joint.grammar.is_active(joint.rest[0]):
        return None
    words, at = joint.words, joint.at
    led = next((index for index in range(at - 1, 0, -1) if bare(words[index]) == "untuk"), -1)
    if led < 1 or bare(words[led - 1]) not in _WILLING or any(bare(word) == "yang" for word in words[led:at]):
        return None
    if joint.grammar.is_verb(words[at - 1]) or not joint.grammar.is_active(words[led + 1]):
        return None
    subject = subject_of([*words[: led - 1], *words[led + 1 : at]], joint.scene)
    return Cut(joint.head, f"{subject} juga {bare(words[led - 1])} untuk {' '.join(joint.rest)}", 5) if subject else None


_SCORE = re.compile(r"^dengan\s(?P<what>skor|hadiah utama|total hadiah|hadiah|barang bukti|rincian|syarat|catatan)\s(?P<rest>.+)$")


def cut_with_more(joint: Joint) -> Cut | None:
    """Cut before "dengan skor …", "dengan hadiah utama …": "Skornya …", "Hadiah utamanya …"."""
    found = _SCORE.match(" ".join(joint.words[joint.at :])) if joint.word == "dengan" else None
    if not found or len(found["rest"].split()) < _LEAST or re.search(r"\b(?:yang|me[a-z]{4,}|di[a-z]{4,})\b", found["rest"]):
        return None
    return Cut(joint.head, f"{found['what']}nya {found['rest']}", 4)
