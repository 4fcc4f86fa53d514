"""Grammar of the source mended before it is rewritten: stray capitals, run-on sentences, a lost subject; garbled ones are doubted."""

from __future__ import annotations

import re

from broadcast.bahasa.dates import MONTHS, WEEKDAYS
from broadcast.write.scene import Scene
from broadcast.write.words import capital, may_hold, tidy, word_set

_RUN_ON = re.compile(r",\s+(?=(?:Ia|Dia|Beliau)\s+(?:juga\s+)?(?:me\w+|ber\w+)\b)")
_SMALL = re.compile(
    r"(?<=[\w,] )(?:Dengan|Antara|Dalam(?! Negeri)|Dan|Untuk|Yang|Oleh|Kepada|Dari|"
    r"Pada|Agar|Serta|Atau|Karena|Di|Ke|Akan|Tidak|Sudah|Telah|Juga)(?= )"
)
_CAPITAL_VERB = re.compile(
    r"(?<=[\w,] )(?:Me[lmnrwy]\w+kan|Berharap|Berjanji|Berpesan|Mengaku|Meminta|Mengimbau|Mengajak|Menilai|Menyebut"
    r"|Membuka|Meninjau|Menghadiri|Mengakui|Di(?:laku|beri|gelar|hadir|saksi|dampingi|minta|harap|nyata)\w*)(?=[ ,.])"
)
_AFTER_COMMA = re.compile(
    r"(?<=, )(?:Kegiatan|Acara|Pihak|Seluruh|Semua|Para|Bahwa|Sehingga|Karena|Masyarakat|Warga|Hal|Program|Pemerintah)(?= [a-z0-9])"
)
_THROUGH = re.compile(r"^(?:Melalui|Lewat)\s+(?=[\ue000-\ue3ff]\s*,?\s*(?:juga\s)?me\w+)")
_TWO_PREDICATES = re.compile(
    r"\b(?:agar|supaya)\s+(?:ter|di)[a-z]{4,}\s+(?P<between>(?:[\w-]+\s+){3,12}?)(?:tetap|selalu|semakin)\s+(?:ter|di|me|ber)[a-z]{4,}"
)
_YANG_NOUN = re.compile(
    r"\byang\s+(?:demokrasi|keamanan|kesehatan|pendidikan|pembangunan|keadilan|ketertiban|kemajuan|kerukunan"
    r"|kesejahteraan)\s+(?!adalah|merupakan|menjadi|di|ter|ber|me|tidak|sudah|akan)[a-z]+"
)


def part_run_on(sentence: str) -> tuple[str, ...]:
    """Part sentences that a comma joins before a new "Ia mengatakan".

    >>> part_run_on("Hal itu dibenarkan Bupati, As'at, Ia mengatakan, warga harus rukun.")
    ("Hal itu dibenarkan Bupati, As'at.", 'Ia mengatakan, warga harus rukun.')
    """
    if "“" in sentence:
        return (sentence,)
    found = _RUN_ON.search(sentence)
    if not found or found.start() < 15:
        return (sentence,)
    return f"{sentence[: found.start()]}.", sentence[found.end() :]


def lower_stray_capitals(text: str, scene: Scene) -> str:
    """Write verbs and small words inside a sentence small.

    >>> lower_stray_capitals("Agus Wicaksono Berharap sinergi dalam Mewujudkan Keamanan Dan Ketertiban", None)
    'Agus Wicaksono berharap sinergi dalam mewujudkan Keamanan dan Ketertiban'
    """
    text = _SHOUTED.sub(lambda match: match.group() if _is_acronym(match.group(), scene) else match.group().capitalize(), text)
    text = _SMALL.sub(lambda match: match.group() if _in_title(match) or _of_a_name(match) else match.group().lower(), text)
    text = _CAPITAL_VERB.sub(lambda match: match.group() if _in_title(match) else match.group().lower(), text)
    return _AFTER_COMMA.sub(lambda match: match.group().lower() if not _named(match) else match.group(), text)


_LONE_CAPITAL = re.compile(r"(?:(?<=\s)|^)(?P<before>[a-z][\w-]*) (?P<word>[A-Z][a-z]{2,})(?=\s[a-z0-9]|[,.]?$|,\s[a-z])")


def lower_common_words(text: str, scene: Scene) -> str:
    """Write a common word small that stands with a capital between small words: "warga yang Masih mengungsi" (table common).

    A word that stands beside a name elsewhere in the story is part of one ("Bagus Wirasena", then "kata Bagus").
    """
    common = scene.tools.lexicon.table("common")

    def lowered(match: re.Match[str]) -> str:
        word = match["word"]
        partner = text[: match.start()].split()[-1:] if match["before"] in {"dan", "serta", "atau"} else []
        if partner and partner[0][0].isupper():  # "Keamanan dan Ketertiban"
            return match.group()
        if word.lower() not in common or match["before"] in _NAMES_WHAT or _in_title(match) or _is_named(word, scene):
            return match.group()
        return f"{match['before']} {word.lower()}"

    return _LONE_CAPITAL.sub(lowered, text)


_NAMES_WHAT = word_set(
    "tentang undang-undang peraturan pasal kementerian menteri dinas bidang komisi badan direktorat gedung hotel kapal program lagu film"
)


def _is_named(word: str, scene: Scene) -> bool:
    body = " ".join(scene.sentences)
    return bool(re.search(rf"[A-Z][\w.’']*,? {word}\b|\b{word} [A-Z]", body))


_SHOUTED = re.compile(r"^[A-Z]{4,}(?=\s[a-z])")  # DUDUK terlalu lama


def _is_acronym(word: str, scene: Scene) -> bool:
    return (
        not scene
        or word in scene.tools.lexicon.table("acronyms")
        or not re.search("[AIUEO]", word)
        or " ".join(scene.sentences).count(word) > 1
    )


def _in_title(match: re.Match[str]) -> bool:
    """Whether a word stands within quotation marks, where a title keeps its capitals."""
    before = match.string[: match.start()]
    return before.count("“") > before.count("”")


def _of_a_name(match: re.Match[str]) -> bool:
    """Whether a small word ends a name: "Baduy Dalam menutup", not "Keamanan Dan Ketertiban"."""
    before = match.string[: match.start()].split()[-1:] or [""]
    return before[0][:1].isupper() and match.string[match.end() + 1 : match.end() + 2].islower()


def _named(match: re.Match[str]) -> bool:
    return match.group() in {"Pemerintah", "Program"} and match.string[match.end() + 1 : match.end() + 2].isupper()


_IN_NAME_OF = re.compile(
    r"^(?P<above>[A-Z](?:[^“”.]|(?<=\b[A-Z])\.){6,170}?),?\s(?:melalui|lewat|diwakili(?:\soleh)?)\s(?P<who>(?:Plt\.?\s"
    r"|Plh\.?\s|Ps\.?\s)?(?:Kasat|Kanit|Kasi|Kabid|Kasubsi|Kasubbag"
    r"|Kasubag|Kasubdit|Kabag|Kapolsek|Wakapol\w+|Kaur|Juru Bicara|Humas|Kepala|Sekretaris"
    r"|Dirreskrim\w+|Direktur)\b(?:[^“”.]|(?<=\b[A-Z])\.){4,130}?),?\s"
    r"(?=(?P<verb>me[a-z]{4,}|berkata|membenarkan)\b)"
)


def drop_superior(text: str, scene: Scene) -> str:
    """Name who speaks, not in whose name: "Kapolsek Budi melalui Kanit Andi mengatakan" → "Kanit Andi mengatakan" (RADIO R04)."""
    found = _IN_NAME_OF.match(text)
    if not found or found["verb"] not in scene.tools.grammar.reporting:
        return text
    rest = text[found.start("who") :]
    body = _CHIEF_OF.match(found["above"])
    if body and "Pol" not in found["who"].replace("Wakapol", ""):
        rest = _DESK.sub(rf"\1 Pol{body['level']} {body['place']}", rest, count=1)
    return rest


_CHIEF_OF = re.compile(
    r"Kapol(?P<level>sek|res|resta|restabes|da)\s(?P<place>[A-Z]\w+(?:\s[A-Z]\w+){0,3}?)(?=,"
    r"|\s(?:Kompol|AKBP|AKP|Iptu|Ipda|Kombes|Irjen|Brigjen|Komisaris|Ajun))"
)
_DESK = re.compile(r"^((?:Plt\.?\s|Plh\.?\s|Ps\.?\s)?(?:Kasat|Kanit|Kasi|Kasubsi|Kaur|Kabag|Kabid|Kasubdit)\s[A-Z]\w+)")


_PLACED_POST = re.compile(  # Petani di Desa Sukamaju, Kecamatan Kandang, Warsito (52), mengatakan
    r"^(?P<post>[A-Z][\w-]*(?:\s[a-z][\w-]*){0,3}\s(?:Desa|Kelurahan|Dusun|Kampung|Nagari)\s[A-Z]\w*(?:\s[A-Z]\w*)?)"
    r"(?:,\s(?:Kecamatan|Kabupaten|Kota|Distrik)\s[A-Z]\w*(?:\s[A-Z]\w*)?)+"
    r"(?=,\s[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,3}(?:\s\(\d+(?:\stahun)?\))?,?\s(?:yang|me[a-z]|ber[a-z]))"
)


_RESIDENT = re.compile(  # Sarmini (29), warga Desa A, Kecamatan B, Kabupaten C, yang …
    r"(?P<who>[A-Z][\w'’]+\s\(\d{1,3}(?:\stahun)?\),\s(?:warga|asal))"
    r"(?:\s(?:Dusun|Dukuh|Desa|Kelurahan|Kampung|Nagari|Kecamatan|Distrik)\s[A-Z]\w*(?:\s[A-Z]\w*)?,)+"
    r"\s(?P<large>(?:Kabupaten|Kota)\s[A-Z]\w*(?:\s[A-Z]\w*)?)(?=,)"
)


def mend_placed_post(text: str, _scene: Scene) -> str:
    """Name a speaker's village only: the levels above it part post and name.

    >>> mend_placed_post("Petani di Desa Sukamaju, Kecamatan Kandang, Warsito (52), mengatakan harga turun.", None)
    'Petani di Desa Sukamaju, Warsito (52), mengatakan harga turun.'
    """
    text = _RESIDENT.sub(r"\g<who> \g<large>", text)
    return _PLACED_POST.sub(lambda match: match["post"], text)


_AFTER_RANK = re.compile(r"\b((?:Kabupaten|Kota|Pemkab|Pemkot|Polres|DPRD|Bupati)\s)([A-Z][a-z]{3,})\b")


def mend_place(text: str, scene: Scene) -> str:
    """Mend a place that lost or gained a letter once, when the story spells it right elsewhere: "Kabupaten Lumajan"."""
    regions = scene.tools.lexicon.table("regions")

    def mended(match: re.Match[str]) -> str:
        word = match.group(2)
        if word in regions:
            return match.group()
        body = " ".join(scene.sentences)
        near = {found for found in re.findall(r"\b[A-Z][a-z]{3,}\b", body) if found in regions and _one_letter_off(word, found)}
        return (
            match.group(1) + near.pop()
            if len(near) == 1 and body.count(word) - sum(body.count(one) for one in near) <= 1
            else match.group()
        )

    return _AFTER_RANK.sub(mended, text)


def _one_letter_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter left out or put in.

    >>> _one_letter_off("Lumajan", "Lumajang"), _one_letter_off("Malang", "Padang")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def restore_subject(text: str) -> str:
    """Make who acts the subject: "Melalui Kabag X, mengundang …" → "Kabag X mengundang …"."""
    return _THROUGH.sub("", text)


def doubt_garbled(text: str) -> str:
    """Return why a sentence of the article reads as garbled, or nothing.

    >>> bool(doubt_garbled("agar tercipta situasi daerah yang demokrasi rakyat tetap terjaga"))
    True
    >>> doubt_garbled("agar tercipta situasi yang tetap terjaga"), doubt_garbled("agar terpilih wakil rakyat dan tetap terjaga")
    ('', '')
    """
    found = _TWO_PREDICATES.search(text)
    if found and not re.search(r"\b(?:yang|dan|serta|sehingga|agar|untuk|karena)\s*$", found["between"].strip()):
        return f"Susunan kalimat sumber tidak jelas: “…{found.group()[:80]}…”."
    if _YANG_NOUN.search(text):
        return f"Susunan kalimat sumber tidak jelas: “…{_YANG_NOUN.search(text).group()}…”."  # type: ignore[union-attr]  # searched on the line above
    return ""


def mend_spacing(text: str, _scene: Scene) -> str:
    """Mend what scraping broke in a sentence: doubled words, spaces before marks.

    >>> mend_spacing("warga yang yang hadir di di sana", None)
    'warga yang hadir di sana'
    """
    return tidy(_DOUBLED.sub(r"\1", text))


_DOUBLED = re.compile(r"\b(yang|di|ke|dari|dan|untuk|dengan|pada)\s+\1\b")
_DI_KAN = re.compile(r"\bdi\s(?=([a-z]{3,}kan)\b)")  # di laksanakan


def mend_spelling(text: str, scene: Scene) -> str:
    """Spell what local reporters often misspell (table misspellings); names are never touched.

    A word with a capital inside a sentence is a name unless the table's right form is a month or a day.
    """
    table = scene.tools.spelling

    def told(match: re.Match[str]) -> str:
        word = match.group()
        right = table.get(word) or table.get(word.lower(), word)
        if word[0].islower() or right in _CALENDAR:
            return right
        opens = not text[: match.start()].strip(" “") or text[: match.start()].rstrip()[-1] in ".!?“"
        named = text[match.end() :].lstrip()[:1].isupper()
        return capital(right) if opens and not named else word

    if scene.tools.misspelt and may_hold(text, scene.tools.misspelt_words):
        text = scene.tools.misspelt.sub(told, text)
    return _DI_KAN.sub(lambda match: "di" if scene.tools.grammar.is_base(match.group(1)) else match.group(), text)


_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
