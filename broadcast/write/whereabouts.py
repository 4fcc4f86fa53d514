"""What leads to a home: villages, schools, neighbours and kin, taken out phrase by phrase (RADIO R24)."""

from __future__ import annotations

import re

from broadcast.write.signs import Signs
from broadcast.write.words import capital, tidy

_TYPE = (
    r"(?:Desa|Ds\.?|Dusun|Dsn\.?|Kelurahan|Kel\.|Kecamatan|Kec\.?|Kampung|Kp\.?|Dukuh|Padukuhan|Distrik|Nagari|Jorong|Perumahan"
    r"|Perum|Kompleks|Komplek|Gang|Gg\.?"
    r"|Jalan|Jl\.?|Jln\.?|Banjar|Lingkungan|Kapanewon|Kalurahan|Pekon|Gampong|Blok)"
)
_LARGE = r"(?:Kabupaten|Kab\.?|Kota|Provinsi)"
_WORD = rf"(?!{_TYPE}\s[A-Z]|{_LARGE}\s[A-Z]|(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Polres|Polsek)\b)[A-Z][\w'’-]*"
_NAMED = rf"{_WORD}(?:\s(?:{_WORD}|\d+)){{0,3}}"
_RT = r"R[TW]\.?\s?\d+(?:\s?/\s?(?:R[TW]\.?\s?)?\d+|\sR[TW]\.?\s?\d+)?"
_SMALL = rf"(?:{_TYPE}\s{_NAMED}|{_RT})"
_REST = rf"(?:\s{_NAMED}|\.?\s?\d+(?:\s?/\s?(?:R[TW]\.?\s?)?\d+|\sR[TW]\.?\s?\d+)?)"
_STAYS = re.compile(r"\b(?:berada|terletak|tinggal|menetap|bersembunyi|bertempat|menuju|pulang|terjadi)$")
_KIND_OF = {
    "desa": "desa",
    "ds": "desa",
    "dusun": "dusun",
    "dsn": "dusun",
    "kelurahan": "kelurahan",
    "kel": "kelurahan",
    "kecamatan": "kecamatan",
    "kec": "kecamatan",
    "kampung": "kampung",
    "kp": "kampung",
    "dukuh": "dusun",
    "distrik": "distrik",
    "nagari": "nagari",
    "perumahan": "perumahan",
    "perum": "perumahan",
    "kompleks": "perumahan",
    "komplek": "perumahan",
    "gang": "gang",
    "gg": "gang",
}
_REACH = 120
_PREFIX = (
    r"(?P<comma>,)?\s?(?:\b(?:tepatnya|yakni|yaitu)\s)?(?P<who>\b(?:[Ww]arga|[Pp]enduduk|asal)\s)?"
    r"(?:\b(?:yang\s)?(?:tinggal|beralamat|berdomisili|bertempat tinggal|berasal)\s)?"
    r"(?P<at>\b(?:di|ke|dari|asal|Di|Dari)\s)?(?:(?:wilayah|kawasan|sekitar|rumahnya di|sebuah rumah di|kediamannya di|rumah di)\s)?"
)
_CHAIN = re.compile(
    rf"{_PREFIX}\b(?={_TYPE}"
    rf"|R[TW])(?P<type>[A-Za-z]+\.?){_REST}(?:,?\s(?:di\s)?{_SMALL})*(?:,\s{_NAMED}(?=,\s{_LARGE}\s))?(?:,?\s(?:di\s)?(?P<large>{_LARGE}\s{_NAMED})|,\s(?P<town>{_NAMED})(?=[,.]|\spada\s|\s\(|$))?(?P<end>,)?(?=[\s,.;”\"]|$)"
)
_SEAT = re.compile(
    rf"\b(?P<office>[Kk]epala|[Pp]emerintah|[Pp]erangkat|[Kk]antor|[Bb]alai|[Ss]ekretaris|[Kk]etua|[Pp]uskesmas|[Cc]amat|[Ll]urah)\s"
    rf"(?:(?P<type>Desa|Dusun|Kelurahan|Kecamatan|Kampung|Dukuh|Lingkungan)\s{_NAMED}|{_RT})"
)
_VILLAGE_HEAD = re.compile(
    r"^(?P<who>kepala (?:desa|dusun|lingkungan|kampung|dukuh|sekolah)|kepala(?= (?:SD|SMP|SMA|SMK|MTs|madrasah))|lurah|ketua (?:RT"
    r"|RW)|wali kelas|guru(?! besar)"
    r"|pengasuh|pimpinan(?= pond)|pengurus(?= pond))\b",
    re.IGNORECASE,
)
_LEVEL = r"(?:SD|SMP|SMA|SMK|MTs|MI|MAN|MA|TK|PAUD)"
_SCHOOL = re.compile(
    rf"\b(?P<who>(?:[Ss]isw[ai]|[Mm]urid|[Pp]elajar|[Ss]antri\w*|[Kk]epala|[Gg]uru)\s)?(?:(?:salah satu"
    rf"|sebuah)\s)?(?:(?P<level>{_LEVEL})(?:N|IT)?\s?(?:Negeri\s|Swasta\s|Islam\s|Terpadu\s)?"
    r"(?:\d+|Satu|Dua|Tiga|Empat|Lima|[A-Z][\w'’-]+)|(?P<long>Sekolah\s(?:Dasar|Menengah(?:\s(?:Pertama|Atas|Kejuruan))?)"
    r"|Madrasah\s(?:Ibtidaiyah|Tsanawiyah|Aliyah)"
    r"|Pondok Pesantren|Ponpes|Pesantren)\s(?:Negeri\s|Swasta\s)?(?:\d+|[A-Z][\w'’-]+))(?:\s(?:\d+|[A-Z][\w'’-]+)){0,3}"
)
_CLASS = re.compile(
    r",?\s*\b(?:yang\s)?(?:(?:masih\s)?duduk di )?(?:bangku )?kelas\s(?:[IVX]+|\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan"
    r"|sembilan|sepuluh|sebelas)\b",
    re.IGNORECASE,
)
_NEAR_HOME = re.compile(
    r",?\s\byang\s(?:rumah|tempat tinggal|tinggal|kediaman)(?:nya)?\s(?:\w+\s){0,2}?(?:berjarak|bersebelahan|berdekatan|berhadapan"
    r"|bertetangga|berdampingan"
    r"|tak jauh|tidak jauh|dekat|selisih|satu (?:gang|kampung|desa))\b[^,.;”]*,?",
    re.IGNORECASE,
)
_AGE = re.compile(r",?\s*\b(?:yang\s)?(?:masih\s)?(?:berusia|berumur|usia)\s(?:\d+|\w+)\s(?:tahun|bulan)\b")
_KIN_WORD = (
    r"(?:ayah|bapak|ibu|mama|orang ?tua|paman|om|bibi|tante|kakek|nenek|kakak|abang|adik|sepupu|ipar|mertua|menantu|suami|istri|tetangga"
    r"|keponakan|cucu|putri|putra|anak)"
)
_KIN = re.compile(
    rf"\b{_KIN_WORD}(?:(?:\s(?:tiri|kandung|angkat|sambung|ipar))?(?:nya\b(?:\ssendiri)?|\skorban\b)|\s(?:tiri|kandung|angkat|sambung)\b)",
    re.IGNORECASE,
)
_KIN_CLAUSE = re.compile(
    rf",?\s(?:yang\s(?:juga\s|masih\s|tak lain\s|tidak lain\s)?(?:merupakan|adalah|berstatus|menjadi|tak lain|tidak lain"
    rf"|masih)?\s?(?:adalah\s|merupakan\s|sebagai\s)?"
    rf"|(?:tak|tidak) lain (?:adalah\s|merupakan\s)?){_KIN.pattern}(?:\ssendiri|\situ)?,?",
    re.IGNORECASE,
)
_HARMED_KIN = re.compile(r"^(?:keponakan|cucu|putri|putra|anak|adik)", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?:dicabuli|diperkosa|dirudapaksa|disetubuhi|dilecehkan|dianiaya|dibunuh|disodomi|dihamili|disiksa|dipukuli)\s(?:[\w-]+\s){0,3}?oleh"
    r"|dilakukan\soleh|perbuatan|ulah|kelakuan|aksi|pelaku|tersangka|melaporkan|menangkap|mengamankan|menahan|di(?:cabuli|perkosa"
    r"|rudapaksa|setubuhi|lecehkan|aniaya|bunuh))\s$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^\s(?:(?:juga|sudah|telah|akhirnya|kemudian|lalu|langsung|tega|nekat|diduga|kerap|sering|kini|sempat|pun|berulang kali)\s){0,2}"
    r"(?:mencabuli|memperkosa|merudapaksa|menyetubuhi|melecehkan|menganiaya"
    r"|melakukan\s(?:perbuatan|aksi|tindak|pencabulan|pelecehan|kekerasan|persetubuhan)|ditangkap|diamankan|ditahan"
    r"|ditetapkan|mengakui|mengancam)\b",
    re.IGNORECASE,
)


def nameless_head(post: str) -> str:
    """Return how the head of a village or a school is called without name and place; nothing for other posts.

    >>> nameless_head("Kepala Desa Sukorejo"), nameless_head("Guru di sekolah korban"), nameless_head("Kepala Dinas Sosial")
    ('kepala desa setempat', 'guru di sekolah itu', '')
    """
    found = _VILLAGE_HEAD.match(post)
    if not found:
        return ""
    who = found["who"].lower().replace("rt", "RT").replace("rw", "RW") if "ketua" in found["who"].lower() else found["who"].lower()
    if who in {"guru", "wali kelas"}:
        return f"{who} di sekolah itu"
    if who in {"pengasuh", "pimpinan", "pengurus"}:
        return f"{who} pesantren itu"
    return {"kepala": "kepala sekolah itu", "kepala sekolah": "kepala sekolah itu"}.get(who, f"{who} setempat")


_STREET = re.compile(r"(?:Gang|Gg|Jalan|Jl|Jln|Perum\w*|Komplek\w*|Blok|R[TW])\b")


def without_places(text: str) -> str:
    """Return a sentence without what is smaller than a regency.

    >>> without_places("Pelapor, warga Gang Melati, Sukajadi, datang ke kantor polisi.")
    'Pelapor datang ke kantor polisi.'

    >>> without_places("Warga Dukuh A, Kecamatan B, Kabupaten Blora, digegerkan temuan itu.")
    'Warga di Kabupaten Blora digegerkan temuan itu.'
    >>> without_places("Korban, warga Desa Sawah, dirawat di Kecamatan B, Kota Blitar.")
    'Korban dirawat di Kota Blitar.'
    """
    text = _SEAT.sub(lambda match: f"{match['office']} {(match['type'] or 'RT').lower().replace('rt', 'RT')} setempat", text)
    return tidy(_CHAIN.sub(_place, text))


def _place(match: re.Match[str]) -> str:
    """Return what stays of a chain of places: the regency, and "warga" where it is the subject."""
    large, end, who = match["large"] or match["town"], match["end"] or "", (match["who"] or "").strip()
    if who and not match["large"] and _STREET.match(match["type"]):  # "warga Gang Melati, Sukajadi": the district is small too
        large = None
    comma = match["comma"] or ""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    gap = " " if before.strip() else ""
    if large:
        return _in_regency(match, large, gap)
    if _STAYS.search(before) and match["at"]:
        return f" {match['at'].strip().lower()} sebuah {_KIND_OF.get(match['type'].rstrip('.').casefold(), 'jalan')}{end}"
    if who:
        return f"{gap}{who}" if not comma and who != "asal" else ""
    return "," if comma and end else end


def _in_regency(match: re.Match[str], large: str, gap: str) -> str:
    """Return the regency with what led to the smaller place: "warga Desa X, Kabupaten Y" → "warga di Kabupaten Y"."""
    comma, who, at = match["comma"] or "", (match["who"] or "").strip(), (match["at"] or "di ").strip()
    goes_on = match.string[match.end() : match.end() + 3].lstrip()[:1].islower()
    end = (match["end"] or "") if comma or not goes_on else ""
    if who:
        return f"{comma}{gap}{who} {'' if comma or who == 'asal' else 'di '}{large}{end}"
    if comma and not match["at"] and match.string[max(0, match.start() - _REACH) : match.start()].rstrip().rpartition(" ")[2][:1].isupper():
        return f", {large}{end}"
    return f"{gap}{at.lower() if gap else capital(at)} {large}{end}"


def without_schools(text: str) -> str:
    """Return a sentence with the kind of school only.

    >>> without_schools("Siswi kelas III SMP Negeri 4 Kalibaru dijemput di SDN 2 Sawah.")
    'Siswi SMP dijemput di SD.'
    """
    text = _CLASS.sub("", text)
    return tidy(_SCHOOL.sub(_school, text))


def _school(match: re.Match[str]) -> str:
    kind = match["level"] or match["long"]
    kind = kind if match["level"] else {"Ponpes": "pondok pesantren"}.get(kind, kind.lower())
    who = match["who"] or ""
    return f"{who.strip()} {'sekolah' if who.strip().casefold() == 'kepala' else kind}" if who else kind


def without_neighbours(text: str) -> str:
    """Return a sentence without clauses that point at a home, and without ages.

    >>> without_neighbours("Korban adalah siswi yang rumahnya hanya berjarak beberapa meter dari kediaman terduga pelaku.")
    'Korban adalah siswi.'
    """
    return tidy(_AGE.sub("", _NEAR_HOME.sub("", text)))


def without_kin(text: str, signs: Signs) -> str:
    """Return a sentence without what ties a suspect to the victim's family.

    >>> without_kin("Korban dicabuli ayah tirinya, lalu ibu korban melapor.", Signs(sexual=True))
    'Korban dicabuli terduga pelaku, lalu keluarga korban melapor.'
    """
    text = _KIN_CLAUSE.sub("", text)
    text = _KIN.sub(lambda match: _kin(match, signs), text)
    return tidy(re.sub(r"\b(keluarga(?:nya| korban))(?:,?\s(?:dan\s)?keluarga(?:nya| korban))+", r"\1", text))


def _kin(match: re.Match[str], signs: Signs) -> str:
    before, after = match.string[max(0, match.start() - _REACH) : match.start()], match.string[match.end() : match.end() + _REACH]
    word = match.group()
    if re.search(r"\b[Ss]eorang\s$", before):
        told = {"ibu": "perempuan", "bibi": "perempuan", "nenek": "perempuan", "tante": "perempuan"}.get(word.split()[0].casefold(), "pria")
    elif _BY.search(before) or _DOES.match(after):
        told = signs.suspect
    elif word.casefold().startswith("tetangga"):
        told = "warga sekitar"
    elif _HARMED_KIN.match(word) and re.search(r"\b(?:terhadap|me[a-z]+|kepada)\s$", before):
        told = "korban" if "korban" in before or not signs.child else "seorang anak"
    else:
        told = "keluarganya" if word.endswith("nya") else "keluarga korban"
    return capital(told) if word[:1].isupper() else told
