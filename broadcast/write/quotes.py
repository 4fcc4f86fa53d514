"""Quotations: mending their marks, and finding who says them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from broadcast.bahasa.dates import MONTHS
from broadcast.bahasa.sentences import quote_spans
from broadcast.write.words import capital, tidy

_MARKS = '"“”„«»'
_LONE = re.compile(r"[\"“”„«»]")
_PERSON = "[\ue000-\uebff]"
_PRONOUN = r"(?:dia|ia|beliau|mereka)"


@dataclass(frozen=True, slots=True)
class Credit:
    """An attribution.

    `base` is the root of its verb (kata), `person` who speaks (-1 for a pronoun or -nya), `phrase` an unnamed source,
    `tail` what follows.
    """

    base: str
    person: int = -1
    phrase: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with direct speech: `parts` are what is said, `before` and `after` the words around it."""

    parts: tuple[str, ...]
    before: str
    between: str
    after: str


def level_quotes(paragraph: str, bases: Mapping[str, str]) -> str:
    """Return a paragraph whose quotations all stand in “…”, lone marks mended or gone.

    >>> level_quotes('"Kami siap, kata Budi kepada pers.', {"kata": "mengatakan"})
    '“Kami siap,” kata Budi kepada pers.'
    >>> level_quotes('Kami kalah. Wasit kami hormati", ucap Budi.', {"ucap": "mengatakan"})
    '“Kami kalah. Wasit kami hormati,” ucap Budi.'
    """
    if not _LONE.search(paragraph):
        return paragraph
    spans = quote_spans(paragraph)
    pieces = []
    last = 0
    for start, stop in spans:
        pieces += [paragraph[last:start], "“", paragraph[start + 1 : stop - 1].strip(), "”"]
        last = stop
    rest = "".join([*pieces, "\x1d", paragraph[last:]])
    text = _mend_lone(
        rest.replace("\x1d", ""), bases, {index for index, mark in enumerate(rest.replace("\x1d", "")) if mark in "“”"} if spans else set()
    )
    text = re.sub(r"\s+”", "”", text)
    text = re.sub(r"”\s*,", ",”", text)
    text = re.sub(r",+”", ",”", text)
    text = re.sub(r"”(?=[^\W\d_])", "” ", text)
    said = re.compile(rf"(?<=” )(?:{'|'.join(bases)})(?=nya\b|\s)", re.IGNORECASE)
    return said.sub(lambda match: match.group().lower(), text)


def _mend_lone(text: str, bases: Mapping[str, str], paired: set[int]) -> str:
    lone = [index for index, mark in enumerate(text) if mark in _MARKS and index not in paired]
    if not lone:
        return text
    verbs = "|".join(bases)
    tail = re.compile(rf",\s*(?=(?:{verbs})(?:nya\b|\s(?:[A-Z]|dia\b|ia\b|{_PERSON})))")
    for index in reversed(lone):
        after = text[index + 1 :]
        closing = re.match(rf"\s*,?\s*(?={verbs})", after)
        if closing:
            start = max((stop for stop in (text.rfind("”", 0, index) + 1, 0)), default=0)
            head = text[:start]
            text = f"{head}{' ' if head else ''}“{text[start:index].strip(' ,')},” {after[closing.end() :]}"
            continue
        found = tail.search(after)
        quoted = f"“{after[: found.start()].strip()},” {after[found.end() :]}" if found else f" {after}"
        text = text[:index] + quoted
    return tidy(text) if "“" not in text else text


def read_quote(text: str) -> Quote | None:
    """Return the direct speech of a marked sentence, or None when it has none.

    >>> read_quote("“Jalan ditutup,” kata Budi, “karena longsor.”").parts
    ('Jalan ditutup,', 'karena longsor.')
    """
    spans = [match.span() for match in re.finditer("“[^”]*”", text)]
    if not spans:
        return None
    parts = tuple(text[start + 1 : stop - 1].strip() for start, stop in spans)
    between = " ".join(text[stop:start] for (_, stop), (start, _) in pairwise(spans)).strip(" ,.")
    return Quote(parts, text[: spans[0][0]].strip(), between, text[spans[-1][1] :].strip())


_DAY = (
    r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|kemarin|besok|lusa|tadi|semalam"
    rf"|(?:\d{{1,2}}|[a-z]+)\s(?:{'|'.join(MONTHS)}))"
)
_WHEN = r"(?:pada\s|hari\s)?(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|kemarin|hari ini|tadi|semalam)\b"
_PAPER = r"(?:laporan|keterangan|pernyataan|unggahan|siaran pers|rilis)\b"
_THUS = re.compile(
    r",\s*(?:demikian|begitu)(?:\sbunyi)?(?:\s(?:dilaporkan|disampaikan|dikatakan|diungkapkan|ditulis|kata|ujar|ungkap|tulis)(?:\soleh)?"
    rf"|(?=\s{_PAPER}))\s(?P<who>[^,]{{1,80}}?)(?:,\s{_WHEN}[^,]{{0,25}})?\.?$"
)  # …, demikian dilaporkan kantor berita setempat
_SOURCES = (
    "kepala|ketua|wakil|sekretaris|direktur|manajer|juru bicara|warga|saksi|petugas|polisi|kepolisian|jaksa|kejaksaan|pejabat|pengamat"
    "|pakar|ahli|analis|ekonom|dokter|peneliti|otoritas|badan|dinas|kantor|kementerian|pemerintah|pengelola|panitia|perusahaan|keluarga|korban"
    "|pedagang|petani|nelayan|sopir|sejumlah|seorang|salah|para|tim|pihak|media"
    "|stasiun|lembaga|organisasi|asosiasi|kelompok|pelatih|penyidik"
)
_ACCORDING_END = re.compile(
    rf",?\smenurut\s(?P<who>{_PERSON}|(?:(?:{_SOURCES})\b|(?!Undang|Pasal|Peraturan|Al|Islam|Kristen|Hindu|Buddha)[A-Z])[^,“”]{{2,60}}?)"
    rf"(?:,\s{_WHEN}[^,]{{0,25}})?\.?$"
)  # … mengungsi, menurut badan penanggulangan bencana setempat; not "berbeda menurut jenisnya"
_NO_SAYING = (
    "(?:dan|atau|yang|dari|untuk|oleh|dengan|kepada|pada|milik|bagi|saat|ketika|karena|setelah|sebelum|seperti|versi|karya|antara|bersama"
    "|lawan|terhadap|tentang|soal|menurut|demikian)"
)
_REASON = re.compile(r"\b(?:sebab|karena|sehingga|tetapi|agar|meskipun|meski|jika)\s.+$")
_OTHER_NYA = re.compile(
    r"(?!biasanya|akhirnya|sebelumnya|setidaknya|rencananya|sebenarnya|khususnya|umumnya|artinya|kemudian)[a-z]{3,10}nya\b(?=[\s,.]|$)"
)


def read_credit(text: str, bases: Mapping[str, str]) -> Credit | None:
    """Return the attribution at the head of a text, which stood after a quotation.

    >>> read_credit("kata pedagang setempat, kemarin.", {"kata": "mengatakan"})
    Credit(base='kata', person=-1, phrase='pedagang setempat', tail='kemarin')
    >>> read_credit("ujarnya saat apel.", {"ujar": "mengatakan"})
    Credit(base='ujar', person=-1, phrase='', tail='saat apel')
    """
    text = text.strip(" ,.")
    found = re.match(rf"((?i:{'|'.join(sorted(bases, key=len, reverse=True))}))(nya\b)?(?:[\s,]+|$)", text)
    if not found:
        return _subject_first(text, bases) or _odd_credit(text)
    base, rest = found.group(1).casefold(), text[found.end() :]
    if found.group(2):
        return Credit(base, tail=rest.strip(" ,."))
    who = re.match(rf"(?:({_PERSON})|{_PRONOUN}\b)\s*,?\s*", rest)
    if who and not who.group().startswith("mereka"):  # "kata mereka" is never whoever spoke alone before
        return Credit(base, _index(who.group(1)), tail=rest[who.end() :].strip(" ,."))
    phrase = re.match(
        r"[^,]+?(?=,|\s(?:kepada|saat|ketika|usai|seusai|setelah|dalam|pada|di|sambil|sembari|seraya|secara|lewat|melalui"
        rf"|{_DAY}|(?:(?:hari|pagi|siang|sore|malam|pekan|awal|akhir|minggu|bulan)\s)+(?:ini|lalu|itu)|lalu)\b"
        r"|(?<=\situ)\s|(?<=\stersebut)\s|$)",
        rest,
    )
    if not phrase or not phrase.group().strip():
        return None
    if _SOMEWHERE.match(rest):  # "ungkap dalam jumpa pers": nobody is named
        return Credit(base, tail=rest.strip(" ,."))
    return Credit(base, phrase=phrase.group().strip(), tail=rest[phrase.end() :].strip(" ,."))


_SOMEWHERE = re.compile(r"(?:dalam|di|pada|saat|usai|seusai|ketika|melalui|lewat|kepada|sambil|seraya|sembari)\s")


def _index(mark: str | None) -> int:
    return (ord(mark) - 0xE000) % 0x400 if mark else -1


_MORE_SAYING = (
    "berkata berujar bertutur bercerita menulis menjawab mengunggah memposting mencuit memaparkan membeberkan menuturkan menandaskan"
)
_ON = r"(?:(?:juga|pun|lalu|kemudian|kembali|lantas)\s)*"


def _subject_first(text: str, bases: Mapping[str, str]) -> Credit | None:
    """Read an attribution whose speaker stands before the verb: "“…,” Rudi menjelaskan", "“…,” ia menambahkan".

    >>> _subject_first("ia menambahkan, kemarin", {"tambah": "menambahkan"})
    Credit(base='tambah', person=-1, phrase='', tail='kemarin')
    """
    verbs = {verb: base for base, verb in reversed(tuple(bases.items()))} | dict.fromkeys(_MORE_SAYING.split(), "kata")
    found = re.match(rf"(?:({_PERSON})|{_PRONOUN})\s{_ON}({'|'.join(verbs)})\b,?\s*", text)
    if not found:
        return None
    return Credit(verbs[found.group(2)], _index(found.group(1)), tail=text[found.end() :].strip(" ,."))


def _odd_credit(text: str) -> Credit | None:
    """Read an attribution whose verb no table knows: "lirih X", "isaknya"."""
    named = re.match(rf"(?!{_NO_SAYING}\b|di|me|ber|ter)[a-z]{{3,12}}\s({_PERSON})\s*,?\s*", text)
    if named:
        return Credit("kata", _index(named.group(1)), tail=text[named.end() :].strip(" ,."))
    other = _OTHER_NYA.match(text)
    return Credit("kata", tail=text[other.end() :].strip(" ,.")) if other else None


_OPENS_CLAUSE = re.compile(
    r"^(?:Untuk|Guna|Agar|Tak hanya|Tidak hanya|Selain|Jika|Bila|Apabila|Kalau|Karena|Saat|Ketika"
    r"|Setelah|Sebelum|Sejak|Meski|Dengan|Pada|Dalam|Akibat)\b"
)


def read_inner_credit(text: str, bases: Mapping[str, str]) -> tuple[str, Credit] | None:
    """Return a narrative sentence without the attribution inside it ("…, kata dia, …"), and that attribution.

    >>> read_inner_credit("Stok beras, kata dia, masih aman.", {"kata": "mengatakan"})
    ('Stok beras masih aman.', Credit(base='kata', person=-1, phrase='', tail=''))
    """
    closing = _THUS.search(text) or (_ACCORDING_END.search(text) if "“" not in text else None)
    if closing:
        who = closing["who"].strip()
        person = re.fullmatch(rf"(?:{_PAPER}\s(?:(?:resmi|tertulis|pers)\s)*)?({_PERSON})(?:\s(?!dan\b).*)?", who)
        base = "sebut" if re.match(_PAPER, who) else "kata"  # a paper does not speak
        credit = Credit("kata", _index(person.group(1))) if person else Credit(base, phrase=who)
        return f"{text[: closing.start()].strip()}.", credit
    verbs = "|".join(sorted(bases, key=len, reverse=True))
    inner = re.search(
        rf",\s*(?:({verbs})(?:nya)?(?:\s({_PERSON})|\s{_PRONOUN}\b)?|menurut\s(?:({_PERSON})|{_PRONOUN}\b)|menurutnya)\s*,\s*", text
    )
    if inner:
        credit = Credit(inner.group(1) or "kata", _index(inner.group(2) or inner.group(3)))
        before = text[: inner.start()]
        opens = "," if "," not in before and _OPENS_CLAUSE.match(before) else ""
        return tidy(f"{before}{opens} {text[inner.end() :]}"), credit
    leading = re.match(
        rf"(?:[Mm]asih\s)?(?P<verb>(?i:{verbs}))\s(?:(?P<who>{_PERSON})|{_PRONOUN}\b),\s(?=\S+\s\S+\s)", text
    )  # Lanjut X, harga turun
    if leading:
        return capital(text[leading.end() :]), Credit(leading["verb"].casefold(), _index(leading["who"]))
    last = re.search(rf",\s*(?=(?:{verbs})(?:nya\b|\s(?:{_PERSON}|{_PRONOUN}\b))[^“”]*$)", text)
    if last:
        found = read_credit(text[last.end() :], bases)
        if found:
            reason = _REASON.search(found.tail)
            more = f", {reason.group()}" if reason else ""
            return f"{text[: last.start()].strip()}{more}.", found
    return None
