"""Joints at figures: from what to what, what share, what it was before, the count of the next place."""

from __future__ import annotations

import re

from broadcast.write.cuts import Cut, Joint

FIGURE = r"(?:\d[\d.,]*|se(?:tengah|puluh|belas|ratus|ribu)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
"""A figure in digits or the first word of one."""
_LEAST = 3

_FROM_TO = re.compile(
    rf"^dari\s(?:semula\s|sebelumnya\s|awalnya\s"
    rf"|biasanya\s)?(?P<old>{FIGURE}\b[^,]*?),?\s(?P<to>(?:menjadi|ke)\s(?:sekitar\s|hampir\s)?(?P<new>{FIGURE}\b.*))$"
)
_FROM_OLD = re.compile(
    rf"^(?:atau\s)?(?P<how>naik\s|turun\s)?dari\s(?:yang\s)?(?P<when>semula|sebelumnya|awalnya|biasanya"
    rf"|tadinya)\s(?P<rest>(?:hanya\s|sekitar\s|rata-rata\s)?{FIGURE}\b.*)$"
)
_SCALED = re.compile(rf"^{FIGURE}(?:\s(?:ribu|juta|miliar|triliun|koma\s\w+))*$")
_UNIT_END = re.compile(rf"^{FIGURE}(?:\s(?:ribu|juta|miliar|triliun))*\s(?P<unit>[a-z]+(?:\sper\s[a-z]+)?)")


_BECOMES = re.compile(r"\b(?:menjadi|jadi)\b")


def cut_from_to(joint: Joint) -> Cut | None:
    """Cut "naik dari 20 ribu menjadi 25 ribu rupiah per kilo": "naik menjadi 25 ribu …", "Angka sebelumnya 20 ribu …".

    >>> words = "Tarif naik dari 22.500 menjadi 25 ribu rupiah mulai besok".split()
    >>> cut = cut_from_to(Joint(words, 2, "Tarif naik", None, reported=False))
    >>> cut.head, cut.tail
    ('Tarif naik menjadi 25 ribu rupiah mulai besok', 'tarif sebelumnya 22.500 rupiah')
    """
    if joint.word != "dari" or len(_BECOMES.findall(" ".join(joint.words))) > 1:  # prices of several things: each keeps its own
        return None
    text = " ".join(joint.words[joint.at :])
    found = _FROM_TO.match(text)
    if found:
        old, unit = found["old"], _UNIT_END.match(found["new"])
        if _SCALED.match(old) and unit:
            old = f"{old} {unit['unit']}"
        return Cut(f"{joint.head} {found['to']}", f"{_what_moved(joint.head)} sebelumnya {old}", 4)
    before = _FROM_OLD.match(text)
    return (
        Cut(joint.head, f"{_what_moved(joint.head)} {before['when'].replace('tadinya', 'semula')} {before['rest']}", 5) if before else None
    )


_MOVED = re.compile(
    r"\b(?:tarif|harga|anggaran|upah|gaji|tunjangan|jumlah|suku bunga|denda|target|kuota|biaya|iuran|dana"
    r"|produksi|inflasi|suhu|volume|debit)\b",
    re.IGNORECASE,
)


def _what_moved(head: str) -> str:
    found = _MOVED.search(head)
    return found.group().lower() if found else "angka"


_SHARE = re.compile(
    rf"^atau\s(?:sebesar\s|sebanyak\s)?(?P<what>(?:(?:baru|hanya|hampir|sekitar|lebih dari|setara|rata-rata"
    rf"|mencapai)\s)?{FIGURE}[^,]*?\s?(?:persen|kali)\b.*)$"
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


_AREA = r"(?:Kecamatan|Kabupaten|Kota|Desa|Kelurahan|Distrik|Provinsi|Nagari|Puskesmas|Dusun)\s[A-Z]\w*(?:\s[A-Z]\w*)*"
_COUNT_AT = re.compile(rf"\bdi\s{_AREA}\s(?P<verb>terdapat|tercatat|ada|terdata)\b")
_NEXT_AREA = re.compile(rf"^(?:di\s)?(?P<area>{_AREA})\s(?P<count>{FIGURE}\b.*)$")


def cut_next_area(joint: Joint) -> Cut | None:
    """Cut a count of several places: "di Kecamatan A terdapat 12 …, kemudian Kecamatan B 9 …" → "Di Kecamatan B terdapat 9 …".

    >>> words = "di Desa Suka terdapat 12 rumah rusak, kemudian Desa Maju 9 rumah".split()
    >>> cut_next_area(Joint(words, 7, " ".join(words[:7]), None, reported=True)).tail
    'Di Desa Maju terdapat 9 rumah'
    """
    if not joint.words[joint.at - 1].endswith(","):
        return None
    rest = " ".join(joint.rest) if joint.word in {"kemudian", "lalu", "serta", "dan", "disusul"} else joint.onward
    found, said = _NEXT_AREA.match(rest), _COUNT_AT.search(joint.head)
    if not found or not said:
        return None
    return Cut(joint.head, f"Di {found['area']} {said['verb']} {found['count']}", 9, leans=False)


_EARLIER_FIGURE = re.compile(
    r"^(?:dibanding|dibandingkan|dari)\s(?P<when>(?:hari|pekan|minggu|bulan|tahun|musim(?:\stanam)?|periode)\s(?:lalu"
    r"|sebelumnya|yang sama tahun lalu))\syang\s"
    rf"(?P<how>(?:masih|hanya|baru|sekitar|mencapai|sebesar|sebanyak|berjumlah|tercatat)\s)?(?P<rest>(?:sekitar\s|hampir\s)?{FIGURE}\b.*)$"
)


def cut_earlier_figure(joint: Joint) -> Cut | None:
    """Cut before "dari pekan lalu yang masih 62 ribu rupiah": "Pekan lalu, harganya masih 62 ribu rupiah".

    >>> words = "Cabai naik sekitar 37 persen dari pekan lalu yang masih 62 ribu rupiah".split()
    >>> cut_earlier_figure(Joint(words, 5, " ".join(words[:5]), None, reported=False)).tail
    'pekan lalu, angkanya masih 62 ribu rupiah'
    """
    found = _EARLIER_FIGURE.match(" ".join(joint.words[joint.at :])) if joint.word in {"dari", "dibanding", "dibandingkan"} else None
    if not found:
        return None
    how = found["how"] if (found["how"] or "").strip() in {"masih", "hanya", "baru", "sekitar"} else ""
    head = joint.head if joint.word == "dari" else f"{joint.head} {joint.word} {found['when']}"
    return Cut(head, f"{found['when']}, {_what_moved(joint.head)}nya {how}{found['rest']}", 7)


_OF_TOTAL = re.compile(
    rf"^dari\s(?:total\s)?(?P<what>pagu|anggaran|target|kebutuhan|plafon|alokasi|kuota)(?:\s(?:awal|semula|total))?\s(?P<rest>{FIGURE}\b.*)$"
)


def cut_of_total(joint: Joint) -> Cut | None:
    """Cut before "dari total pagu 987 juta rupiah": "Total pagunya 987 juta rupiah".

    >>> words = "dana yang tidak dapat dijelaskan mencapai 412 juta rupiah dari total pagu 987 juta rupiah".split()
    >>> cut_of_total(Joint(words, 9, " ".join(words[:9]), None, reported=False)).tail
    'total pagunya 987 juta rupiah'
    """
    found = _OF_TOTAL.match(joint.onward) if joint.word == "dari" else None
    return Cut(joint.head, f"total {found['what']}nya {found['rest']}", 6) if found else None
