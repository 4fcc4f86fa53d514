"""Names that stay out: who is private in a delicate story, and a sentence without their name (RADIO R24).

Works on the words of the article, before people are marked, so that what is left is a sentence: "seorang pria berinisial
S (62)" → "seorang pria", "Korban, sebut saja Bunga (9), merupakan" → "Korban merupakan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from broadcast.write.signs import Private, Signs, speaks_for_office
from broadcast.write.words import capital, tidy, word_set

_NOT_NAMES = (
    r"(?!(?:Korban|Tersangka|Pelaku|Terduga|Terdakwa|Seorang|Bocah|Remaja|Siswi|Siswa|Warga|Pria|Wanita|Perempuan|Pemuda|Anak|Balita|Sopir"
    r"|Pengendara|Penumpang|Pengemudi|Menurut|Namun|Sementara|Saat|Ketika|Pihak|Kecamatan|Kabupaten|Desa|Kota|Kelurahan|Provinsi|SD"
    r"|SDN|SMP|SMPN"
    r"|SMA|SMAN|SMK|SMKN|MTs|MAN|Polisi|Polres|Polsek|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Pasal|Ayat|No|Nomor)\b)"
)
_GIVEN = rf"{_NOT_NAMES}[A-Z][\w'’]+(?:\s(?:[A-Z][\w'’]*\.?|bin|binti)(?![\w])){{0,4}}"
_LETTERS = r"[A-Z](?:\.?[A-Z]){0,3}\.?(?![\w])"
NAME = rf"(?:{_LETTERS}|{_GIVEN})"
_AGED = re.compile(
    rf"(?<![\w.])(?P<name>{NAME})\s?(?:\(\s*(?P<age>\d{{1,2}})\s*(?:tahun|thn|th)?\s*\)|,\s(?P<years>\d{{1,2}})\s(?:tahun|thn)\b)"
)
_CALLED = re.compile(
    rf"\b(?:berinisial|inisial|bernama|atas nama|sebut saja|panggil saja)\s(?P<name>{NAME})(?:\s?\((?P<age>\d{{1,2}})[^()]{{0,8}}\))?"
)
_MORE = re.compile(rf",?\s(?:dan|serta)\s(?P<name>{NAME})(?=[\s,.(])|,\s(?P<next>{_LETTERS})(?=[\s,.(])")
_LONE_VICTIM = re.compile(r"\b[Kk]orban,?\s(?:yakni\s|yaitu\s)?(?P<name>[A-Z]{1,2})(?=[\s,.])(?!\.[A-Z])")
_OTHER_NAME = re.compile(rf"(?P<name>{_GIVEN})\s(?:atau|alias)\s{_LETTERS}\s?\((?P<age>\d{{1,2}})[^()]{{0,8}}\)")
_BESIDE_KIN = re.compile(
    rf"\b(?P<kin>ayah|ibu|bapak|teman|rekan|kakak|adik|paman|bibi|kakek|nenek)(?:nya|\skorban),\s(?:yakni\s|yaitu\s)?(?P<name>{NAME})(?=,)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:(?<=\w),\s(?P<told>yakni|yaitu)\s|(?<=[a-z]),\s)(?P<name>[A-Z]{1,3})(?=,\s[a-z])")
_SHORT_FORMS = word_set("""
    TNI PMI SAR PPA SD SMP SMA SMK RS DPR KPK MK MA TKP LSM LBH ODGJ HP KTP WIB WIT UU BAP DNA PT CV RT RW ASN PNS BEM
    """)
_SUSPECT_BEFORE = re.compile(
    r"\b(?:tersangka|pelaku|terdakwa|terpidana|narapidana|menangkap|mengamankan|meringkus|membekuk|menahan|menetapkan|memburu"
    r"|menciduk|oknum|dilakukan oleh"
    r"|perbuatan|ulah)\b"
    r"(?:(?!\b(?:setelah|usai|karena|berkat|laporan|sementara|sedangkan|saksi|istri|milik|kepada"
    r"|bersama korban|dari|ketika|saat)\b)[^.;”]){0,70}$",
    re.IGNORECASE,
)
_SUSPECT_AFTER = re.compile(
    r"^(?:(?!\b(?:melihat|menyaksikan|mendengar|mengetahui|melapor\w*|bahwa|setelah|agar|pelaku"
    r"|polisi|anaknya|suaminya|istrinya)\b)[^.;”]){0,50}?"
    r"\b(?:ditangkap|diamankan|ditahan|diringkus|ditetapkan|dijerat|dilaporkan|dipolisikan|divonis|dihukum|dituntut"
    r"|mencabuli|memperkosa|menyetubuhi|merudapaksa|melecehkan"
    r"|menganiaya|mengeroyok|membunuh|membacok|menusuk|menculik|mengaku melakukan|mengakui perbuatan|sebagai (?:tersangka|pelaku)"
    r"|tersangka)\b",
    re.IGNORECASE,
)
_VICTIM_BEFORE = re.compile(
    r"\b(?:korban|siswi|santriwati|bocah|mencabuli|memperkosa|menyetubuhi|merudapaksa|melecehkan|menganiaya|mengeroyok|membunuh"
    r"|membacok|menusuk"
    r"|menculik|terhadap|sebut saja|panggil saja|pelecehan|pencabulan|pemerkosaan|penganiayaan|pembunuhan|mahasiswi(?:nya)?"
    r"|muridnya|santri\w*)\b(?:(?!\b(?:setelah|usai|karena|berkat|laporan|saksi|ketika|saat)\b)[^.;”]){0,30}$",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:pria|wanita|perempuan|laki-laki|lelaki|pemuda|pemudi|remaja|bocah|balita|bayi|anak|siswi|siswa|pelajar|murid|santri\w*"
    r"|mahasiswi|mahasiswa"
    r"|warga|lansia|petani|pedagang|pasangan|pasutri|sopir|pengemudi|pengendara|penumpang|buruh|karyawan|karyawati|ibu rumah tangga|orang)"
)
_KIN = (
    r"(?:ayah|bapak|ibu|paman|bibi|kakek|nenek|kakak|adik|anak|menantu|mertua|suami|istri|keponakan|cucu|sepupu|putra|putri"
    r"|tetangga|teman|rekan"
    r"|kerabat|saudara|guru)"
)
_NOUN_BESIDE = re.compile(
    rf"\b(?P<noun>{_NOUN})(?:\s(?:(?:SD|SMP|SMA|SMK)\w?|Negeri|(?-i:[A-Z]\w+)|paruh baya|muda|setempat|lain|desa"
    r"|swasta|asal\s\w+|\d+)){0,4}"
    r"(?:\sberusia\s\w+\stahun)?,?\s(?:(?:yang\s)?(?:bernama|berinisial|inisial|atas nama|yakni|yaitu|sebut saja|panggil saja)\s)?$",
    re.IGNORECASE,
)
_KIN_BESIDE = re.compile(rf"\b(?P<kin>{_KIN})(?:nya|\skorban),?\s(?:yakni\s|yaitu\s|bernama\s|berinisial\s)?$", re.IGNORECASE)
_LISTED = re.compile(rf"(?:{NAME}\s?\(\d{{1,2}}[^()]{{0,8}}\)(?:,?\s(?:dan|serta)|,)\s)+$")
_ROLE_END = re.compile(
    rf"(?:^|\s)(?:(?:{_NOUN}|korban|tersangka|pelaku|terdakwa|saksi)(?:nya)?|{_KIN}(?:nya|\s(?:tiri|kandung|angkat)(?:nya)?"
    rf"|\skorban|\skeduanya))"
    r"(?:\s(?!yang|dan|di|ke|dari|untuk|oleh)[a-z]+){0,4}$|\b(?:keponakan|anak|cucu|adik|kakak|putra|putri)\s(?:\w+nya|kedua\w*)$",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(
    rf"(?:^|\s)(?:{_NOUN}(?:nya)?|korban|tersangka|pelaku|terdakwa|{_KIN}nya|(?:SD|SMP|SMA|SMK|paruh baya|muda|setempat|desa|swasta))$",
    re.IGNORECASE,
)
_STARTS_AWAY = re.compile(
    r"^(?:di|pada|saat|ketika|setelah|usai|menurut|namun|kemudian|selain|akibat|dari|ke|dalam|karena)\b", re.IGNORECASE
)
_AGENT = re.compile(
    rf"\bdi(?:bunuh|cabuli|perkosa|rudapaksa|setubuhi|lecehkan|aniaya|keroyok|bacok|tusuk|culik|siksa"
    rf"|pukuli)\s(?:oleh\s)?(?:(?:{_KIN}|{_NOUN})\S*\s?(?:tiri|kandung)?(?:nya)?,?\s)?"
    r"(?:(?:bernama|berinisial|yakni|yaitu)\s)?$",
    re.IGNORECASE,
)
_NOT_NOUN_END = re.compile(r"\b(?:(?:me|di|ber|ter)[a-z]{4,}|oleh|kepada|terhadap|dari|dengan|adalah|itu|bahwa|sebagai)$")
_GOES_ON = re.compile(r"\s(?:warga|asal|penduduk|siswa|siswi|pelajar|murid|seorang|mahasiswi?|santri|anak|putra|putri)\b")
_CHILDREN = 17
_REACH = 160
"""So far around a name it is told who bears it, in characters."""
_NUMBERS = {2: "dua", 3: "tiga", 4: "empat", 5: "lima", 6: "enam", 7: "tujuh", 8: "delapan", 9: "sembilan", 10: "sepuluh"}


def find_private(sentences: Sequence[str], signs: Signs) -> tuple[Private, ...]:
    """Return who is not to be named: everybody with age or initials who speaks for no office; in a mishap children only.

    >>> [(one.name, one.role) for one in find_private(["Polisi menahan AR (54). Korban, LN (9), selamat."], Signs(sexual=True))]
    [('AR', 'tersangka'), ('LN', 'korban')]
    """
    found: dict[str, Private] = {}
    for sentence in sentences:
        for name, age, start, end in _private_names(sentence):
            before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
            if speaks_for_office(re.split(r"[,;.”]\s", before[-70:])[-1]) and not re.search(r"berinisial\s$|oknum", before[-40:]):
                continue
            one = Private(name, _role(before, after, age, signs), _noun(before), age)
            known = found.get(name)
            if known is None or (known.role == "warga" and one.role != "warga") or (not known.age and age):
                found[name] = Private(name, one.role, one.noun or (known.noun if known else ""), age or (known.age if known else 0))
    body = " ".join(sentences)
    for name, one in found.items():
        later = re.search(
            rf"(?<![\w.]){re.escape(name)}(?=\s(?:ditangkap|ditahan|ditetapkan|diringkus|dijerat|divonis|mencabuli|membunuh))", body
        )
        if later and one.age > _CHILDREN and not signs.minor and one.role == "warga":
            found[name] = Private(name, "tersangka", one.noun, one.age)
    return tuple(one for one in found.values() if _stays_out(one, signs))


def _private_names(sentence: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield names with age and span: those with an age or initials, and those that a list joins to them."""
    for pattern in (_AGED, _CALLED, _LONE_VICTIM, _OTHER_NAME, _BESIDE_KIN, _BESIDE):
        for match in pattern.finditer(sentence):
            parts = match.groupdict()
            if pattern is _BESIDE and match["name"] in _SHORT_FORMS and not match["told"]:
                continue
            yield match["name"].rstrip("."), int(parts.get("age") or parts.get("years") or 0), match.start("name"), match.end()
            end = match.end()
            while pattern is _CALLED and (more := _MORE.match(sentence, end)):
                group = "name" if more["name"] else "next"
                yield more[group].rstrip("."), 0, match.start("name"), more.end()
                end = more.end()


def _role(before: str, after: str, age: int, signs: Signs) -> str:
    if signs.minor:
        return "anak"
    if signs.suicide and not (signs.child or signs.sexual):
        return "warga" if re.search(rf"{_KIN}(?:nya|\skorban)?,?\s(?:\w+\s)?$", before) else "korban"
    clause = re.split(r"(?:,\s(?=yang|yakni))|[;”]", before)[-1]
    if _AGENT.search(clause) or (age > _CHILDREN and _SUSPECT_AFTER.match(after)):
        return "tersangka"
    if _VICTIM_BEFORE.search(clause[-45:]):
        return "korban"
    if _SUSPECT_BEFORE.search(clause) or _SUSPECT_AFTER.match(after):
        return "tersangka"
    return "korban" if 0 < age <= _CHILDREN else "warga"


def _noun(before: str) -> str:
    """Return the word that says who a name is: "Seorang pria berinisial" → "pria"."""
    kin = _KIN_BESIDE.search(before[-30:])
    if kin:
        return f"{kin['kin'].lower()} korban"
    found = _NOUN_BESIDE.search(_LISTED.sub("", before)[-60:])
    return found["noun"].lower() if found else ""


def _stays_out(one: Private, signs: Signs) -> bool:
    if signs.minor:
        young = 0 < one.age <= _CHILDREN
        return young or (not one.age and one.noun in {"bocah", "balita", "bayi", "siswi", "siswa", "pelajar", "murid", "remaja", "anak"})
    adult = one.age > _CHILDREN
    return not (one.role == "tersangka" and adult and not signs.sexual and not signs.family and not signs.suicide)


@lru_cache(maxsize=8)
def _mentions_of(private: tuple[Private, ...]) -> re.Pattern[str]:
    """Return what finds the names, one or a list, with what leads to them and their ages."""
    names = sorted({one.name for one in private} | set(_short_names(private)), key=len, reverse=True)
    one_of = "|".join(map(re.escape, names))
    aged = r"(?:\s?\(\s*\d{1,2}[^()]{0,12}\)|,\s\d{1,2}\s(?:tahun|thn)\b)?(?!\s\()"
    whole = rf"(?:{one_of})(?![\w])"
    item = rf"(?<![\w.])(?<![Ii]munisasi )(?<![Vv]aksin )(?<![Vv]aksinasi ){whole}\.?(?:\s(?:atau|alias)\s{whole})?{aged}"
    return re.compile(
        r"(?P<intro>,?\s(?:yang\s)?(?:masing-masing\s)?(?:yakni\s|yaitu\s|adalah\s|dengan\s)?(?:berinisial|inisial|bernama"
        r"|atas nama|alias|sebut saja|panggil saja)\s"
        r"|(?P<comma>,\s)(?:(?:yakni|yaitu|masing-masing|antara lain)\s)?|\s(?:yakni|yaitu)\s|(?<=\w)\s)?"
        rf"(?P<list>{item}(?:(?:,\s|,?\s(?:dan|serta)\s){item})*)(?P<after>,(?=\s))?"
    )


def _short_names(private: tuple[Private, ...]) -> Iterator[str]:
    """Yield the parts of longer names by which an article may call them later."""
    for one in private:
        parts = one.name.split()
        if len(parts) > 1:
            yield from (part for part in parts if len(part) > 3)


_ALIAS = re.compile(
    rf",?\s(?:yang\s)?(?:(?:akrab|biasa|kerap|sering)\s(?:di)?(?:sapa|panggil\w*)|disapa|dipanggil|sebut saja|panggil saja"
    rf"|nama samaran)\s(?:dengan\s)?"
    rf"(?:nama\s|namanya\s|sapaan\s)?[“\"]?{NAME}[”\"]?(?:\s?\([^()]{{1,25}}\))*,?"
)


def without_names(text: str, signs: Signs) -> str:
    """Return a sentence without the names of the private.

    >>> signs = Signs(sexual=True, private=(Private("AR", "tersangka", "pria", 54), Private("LN", "korban", "siswi", 13)))
    >>> without_names("Polisi menahan seorang pria berinisial AR (54). Korban, sebut saja Bunga (9), murung.", signs)
    'Polisi menahan seorang pria. Korban murung.'
    >>> without_names("Siswi berinisial LN (13) dijemput, lalu AR ditahan.", signs)
    'Siswi dijemput, lalu terduga pelaku ditahan.'
    """
    if signs.hides:
        text = _ALIAS.sub("", text)
    if not signs.private:
        return text
    roles = {part: one for one in reversed(signs.private) for part in (one.name, *_short_names((one,)))}
    changed = _mentions_of(signs.private).sub(lambda match: _renamed(match, roles, signs), text)
    return tidy(_ECHO.sub(r"\1", changed)) if changed != text else text


_NAMING = re.compile(r"\b(?:berinisial|inisial|bernama|atas nama|alias|sebut saja|panggil saja)\b")
_ECHO = re.compile(r"\b(korban|tersangka|terduga pelaku)(?:,?\s+(?:dan\s)?\1\b)+", re.IGNORECASE)


def _renamed(match: re.Match[str], roles: dict[str, Private], signs: Signs) -> str:
    """Return what stands for names: nothing beside a word that says who it is, else that word."""
    before, after = match.string[max(0, match.start() - _REACH) : match.start()], match["after"] or ""
    names = [name for name in re.split(r",?\s(?:dan|serta)\s|,\s(?!\d)", match["list"]) if name]
    bare = re.sub(r"\s?\(.*$|,\s\d+\s\w+$|\s(?:atau|alias)\s.*$", "", names[0]).rstrip(".")
    one = roles.get(bare, Private(bare, "anak" if signs.minor else "warga"))
    aged = f" berusia {one.age} tahun" if signs.minor and one.age and len(names) == 1 and re.search(r"\d", names[0]) else ""
    intro = match["intro"] or ""
    naming = re.search(r"[a-z]", intro) and (not signs.minor or _NAMING.search(intro))
    if naming and not match["comma"] and not _NOT_NOUN_END.search(before):
        return f"{aged}{after}"
    segment = re.split(r"[,;.:“]\s?", before)[-1].strip()
    if match["comma"] and ((after and not signs.minor) or _ROLE_END.search(segment)) and not _STARTS_AWAY.match(segment):
        return f"{aged}{after if _GOES_ON.match(match.string[match.end() :]) else ''}"
    if intro and not match["comma"] and (_ROLE_WORD.search(before) and not re.search(r"\b(?:ibu|ayah|bapak|orang tua|keluarga)$", before)):
        return f"{aged}{after}"
    if one.noun.endswith(" korban") and before.casefold().endswith(one.noun.removesuffix(" korban")):
        return f"{intro}korban{after}"
    others = [roles.get(re.sub(r"\s?\(.*$", "", name).rstrip("."), one) for name in names]
    if len({other.role for other in others}) > 1:
        words = iter(_called(other, 1, signs, first=bool(re.search(r"\d", name))) for other, name in zip(others, names, strict=True))
        told = re.sub("|".join(map(re.escape, names)), lambda _: next(words), match["list"])
        return f"{intro}{told}{after}"
    word = _called(one, len(names), signs, first=bool(re.search(r"\d", names[0])))
    opens = not before.strip() or before.rstrip()[-1:] in ".!?“"
    if word == "tersangka" and "tersangka" in match.string[match.end() : match.end() + 60]:
        word = "terduga pelaku"
    return f"{' ' if _NAMING.search(intro) else intro}{capital(word) if opens else word}{after}"


def _called(one: Private, count: int, signs: Signs, *, first: bool) -> str:
    """Return what somebody without a name is called; an age in brackets tells the first mention."""
    young = one.role == "tersangka" and 0 < one.age <= _CHILDREN
    if signs.minor:
        word = _called_child(one, count, signs, first=first)
    elif one.role == "warga" or (signs.suicide and first) or (young and first and count == 1):
        word = one.noun or ("anak" if young else "warga")
        if not word.endswith(" korban") and count == 1:
            word = f"seorang {word}" if first else f"{word} itu"
    else:
        word = signs.suspect if one.role == "tersangka" else "korban"
    return f"{_NUMBERS.get(count, str(count))} {word}" if count > 1 else word


def _called_child(one: Private, count: int, signs: Signs, *, first: bool) -> str:
    """Return what a child in a mishap is called; children of one kind are told apart by age."""
    noun = one.noun if one.noun not in {"", "warga", "orang", "penumpang"} else "anak"
    aged = f" berusia {one.age} tahun" if one.age else ""
    if count > 1:
        return noun
    if first:
        return f"seorang {noun}{aged}"
    alike = sum(1 for other in signs.private if (other.noun or "anak") == (one.noun or "anak"))
    return f"{noun}{aged if alike > 1 else ''} itu"
