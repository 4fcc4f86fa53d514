"""What goes from a sentence that is too long before it is cut, or when it cannot be: words without weight, the middle of a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from broadcast.write.scene import Draft
from broadcast.write.words import capital, tidy


def shorten(draft: Draft, limit: int, measure: Callable[[Draft], int]) -> Draft:
    """Shorten what cannot be cut: the district goes where the village is named, then an opening aside."""
    shorter = _without(_WEAK, draft, limit, measure)
    words = measure(shorter)
    return shorter if words <= limit or measure(draft) - words >= _WORTH_IT else draft


def lighten(draft: Draft, limit: int, measure: Callable[[Draft], int]) -> Draft:
    """Drop words without weight from what is too long, one kind after the other, until it fits."""
    return _without(_WEIGHTLESS, drop_named_region(draft), limit, measure)


def _without(patterns: Sequence[tuple[re.Pattern[str], str]], draft: Draft, limit: int, measure: Callable[[Draft], int]) -> Draft:
    for pattern, new in patterns:
        text = tidy(pattern.sub(new, draft.text, count=1))
        if text != draft.text:
            draft = replace(draft, text=capital(text) if draft.speaker < 0 else text, rules=(*draft.rules, "trim_long"))
        if measure(draft) <= limit:
            break
    return draft


_WORTH_IT = 3
"""So many words fewer are worth a change to a sentence that stays too long."""

_NAMED = r"\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}"
_PROVINCES = (
    r"(?:Sumatera\s[A-Z]\w+|Jawa\s[A-Z]\w+|Kalimantan\s[A-Z]\w+|Sulawesi\s[A-Z]\w+|Nusa Tenggara\s[A-Z]\w+"
    r"|Kepulauan\s(?:Riau|Bangka Belitung)|Lampung|Banten|Bengkulu|Riau|Jambi|Aceh|Bali|Papua(?:\s[A-Z]\w+)*|Maluku(?:\sUtara)?|Gorontalo)"
)
_POLICE = r"(?:Polres(?:ta|tabes)?|Polsek|Polda|Kejaksaan Negeri|Kejaksaan Tinggi)"

_WEIGHTLESS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\bBMKG (?:Stasiun|Balai Besar|Pusat)\s(?:Meteorologi|Klimatologi|Geofisika)"
            r"(?:\s(?:Maritim|Kelas\s\w+|dan Geofisika))?(?:\s[A-Z]\w+){1,4}(?=\s[a-z])"
        ),
        "BMKG",
    ),
    (re.compile(r"(?<!belum )(?<!tidak )(?<!tak )\bberhasil\s(?=me[a-z]{4}|di[a-z]{4})"), ""),
    (re.compile(r"\b(?:akhirnya|resmi(?= (?:me|di)[a-z])|(?<!\d )(?:sebesar|sebanyak)|secara sah dan meyakinkan)\s"), ""),
    (re.compile(rf"(?<=Polres)({_NAMED})\sPolda{_NAMED}(?=,|\s[a-z])"), r"\1"),  # Polres X Polda Y
    (re.compile(r"(\bKementerian\s(?:[A-Z]\w+\s|dan\s){1,5}?)(?:RI|Republik Indonesia)\b"), r"\1"),
    (re.compile(r"\b((?:kasus|perkara)(?: dugaan)?) tindak pidana (?=narkotika|pencurian|penipuan|korupsi|pencucian|pembunuhan)"), r"\1 "),
    (re.compile(r"\b(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|\d+) orang (?=pria|wanita|perempuan|laki-laki|pemuda|warga)"), r"\1 "),
    (re.compile(r"\bdengan (?:pidana|hukuman) penjara(?: selama)?\b"), "penjara"),
    (re.compile(r"\bpidana penjara(?: selama)?\b"), "penjara"),
    (re.compile(rf"(\bDesa{_NAMED}?),?\sKecamatan{_NAMED}?,?\s(?=Kabupaten\s)"), r"\1, "),  # Desa X Kecamatan Y Kabupaten Z
    (re.compile(rf"(?<=[\w]),\s(?:Provinsi\s)?{_PROVINCES}$"), ""),
    (re.compile(r"\b(di|ke|dari) (?:wilayah|kawasan) (?=(?:Kecamatan|Kabupaten|Kota|Desa|Kelurahan|Jalan)\s)"), r"\1 "),
    (re.compile(rf"^(?:(?:Jajaran\s)?(?:Unit|Satuan|Subdirektorat|Direktorat|Tim)\s)(?:(?:[A-Z]\w+|dan)\s){{1,9}}(?={_POLICE}\s)"), ""),
)
"""What goes first, one after the other: words that say nothing more."""

_WEAK: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:(?:pada|untuk|di|dari)\s)?[Tt]ahun [Aa]nggaran 20\d\d\b"), ""),
    (re.compile(r"^Memasuki [^,]{3,40},\s"), ""),
    (re.compile(r",\s(?:tepatnya|persisnya)\s(?:di\s)?(?:Jalan|Gang|Jl|Kilometer|RT|Blok|Perumahan)\s[^,]*(?=,)"), ""),
    (re.compile(rf"(?<=\w),\s(?:Provinsi\s)?{_PROVINCES}$"), ""),
    (re.compile(r"(?<=\w),\s(?:Kecamatan|Distrik|Kelurahan)" + _NAMED + r"(?=,|\s[a-z]|$)"), ""),
    (re.compile(r"((?:Kabupaten|Kota)" + _NAMED + r"),\s[A-Z]\w+(?:\s[A-Z]\w+){0,2},?(?=\s[a-z]|$)"), r"\1"),
    (re.compile(r"^(?:Dalam|Pada|Melalui)\s[a-z]+nya,\s", re.IGNORECASE), ""),  # "Dalam pertimbangannya, "
    (
        re.compile(r",?\s(?:melalui|lewat)\s[A-Z]\w+(?:\s(?:dan\s)?[A-Z]\w+)*(?=\s(?:me|ber(?!sama\b))[a-z]+)"),
        "",
    ),  # Pemkab melalui X menggelar
    (re.compile(r"(?<=[a-z]{3})\sdan sekitarnya\b"), ""),
)
"""What goes, one after the other, where a sentence cannot be cut: an opening, then the middle of a place."""


_BODY_OF = re.compile(
    r"\b(?:Polres(?:ta|tabes)?|Pemerintah (?:Kabupaten|Kota)|Kejaksaan Negeri|BPBD|DPRD|KPU|Bupati|Wali "
    r"Kota)\s(?P<name>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)


def drop_named_region(draft: Draft) -> Draft:
    """Drop ", Kabupaten X" and its province where the body of X was named before: "Polres X menangkap … di Kecamatan Y, Kabupaten X".

    >>> drop_named_region(Draft("Polres Pati menangkap dua pencuri di Kecamatan Tayu, Kabupaten Pati, Jawa Tengah, kemarin", (0,))).text
    'Polres Pati menangkap dua pencuri di Kecamatan Tayu, kemarin'
    """
    found = _BODY_OF.search(draft.text)
    if not found:
        return draft
    name = re.escape(found["name"])
    text = draft.text[: found.end()] + re.sub(
        rf",\s(?:Kabupaten|Kota)\s{name}(?:,\s(?:Provinsi\s)?{_PROVINCES})?(?=,|\s[a-z]|$)", "", draft.text[found.end() :]
    )
    return replace(draft, text=tidy(text), rules=(*draft.rules, "name_place_once")) if text != draft.text else draft


_PLACE_CHAIN = re.compile(
    r"\b(?P<a>(?:Dusun|Desa|Kelurahan|Kampung|Dukuh|Jorong|Nagari"
    r"|Banjar)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}),\s(?P<b>(?:Desa|Kelurahan|Kecamatan|Distrik"
    r"|Nagari)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}),\s(?P<rest>(?:(?:Kecamatan|Kabupaten|Kota|Distrik|Provinsi)\s)?(?!Senin"
    r"|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)[A-Z]\w*(?:\s(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
    r"|Ahad)[A-Z]\w*){0,2}(?:,\s(?:(?:Kabupaten|Kota|Provinsi)\s)?(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
    r"|Ahad)[A-Z]\w*(?:\s(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)[A-Z]\w*){0,2})*)"
)


_PROVINCE = re.compile(
    r"((?:Kota|Kabupaten)\s[A-Z]\w*(?:\s[A-Z]\w*){0,2}),\s(?:Provinsi\s)?(?:Aceh|Sumatera\s\w+|Riau|Jambi|Bengkulu"
    r"|Lampung|Banten|Jawa\s\w+|Bali|Nusa\sTenggara\s\w+|Kalimantan\s\w+|Sulawesi\s\w+|Gorontalo|Maluku(?:\sUtara)?"
    r"|Papua(?:\s\w+)?)(?=,|\s(?![A-Z]))"
)


_PROVINCE_ASIDE = re.compile(
    r"(?<=[a-z]),\s(?:Provinsi\s)?(?:Sumatera\s[A-Z]\w+|Bengkulu|Lampung|Banten|Jawa\s[A-Z]\w+|Nusa\sTenggara\s[A-Z]\w+"
    r"|Kalimantan\s[A-Z]\w+|Sulawesi\s[A-Z]\w+|Maluku\sUtara)(?:(?=,\s(?:kemarin|hari|tadi|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu))|,(?=\s[a-z]))"
)  # "Kupang, Nusa Tenggara Timur, menjatuhkan"


def name_place_once(draft: Draft) -> Draft:
    """Name a place by its smallest and largest parts when the whole chain is too long."""

    def shorter(match: re.Match[str]) -> str:
        parts = [match["a"], match["b"], *re.split(r",\s", match["rest"])]
        district = next((part for part in parts if part.startswith(("Kecamatan", "Distrik"))), "")
        first = (
            match["b"]
            if match["a"].startswith(("Dusun", "Dukuh", "Kampung", "Banjar", "Jorong")) and not match["b"].startswith("Kecamatan")
            else match["a"]
        )
        second = district if district and district != first else parts[-1]
        return f"{first}, {second}"

    text = tidy(_PLACE_CHAIN.sub(shorter, draft.text))
    text = _PROVINCE.sub(r"\1", text)
    text = _PROVINCE_ASIDE.sub(lambda match: "" if match.string[match.end() :].strip() else match.group(), text)
    return replace(draft, text=text, rules=(*draft.rules, "name_place_once")) if text != draft.text else draft
