"""Sentences of running Indonesian text.

The sentence ends that deceive are known by their shape: abbreviations (Jl., Drs.), initials (M. Yusuf), degrees
(S.H., Sp.A.), figures (Rp 1.500.000, pukul 09.30) and full stops inside a quotation or brackets, which stay
with the words around them. Rules after the traps listed in FACTS ("pysbd, sentencex and spaCy split at Jl., Drs., Sp.A.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE_A_NAME = _words("""
    jl jln jend kab kec kel ds dsn prov tn ny nn sdr sdri bpk drs dra dr drg drh prof ir hj kh k.h mr mrs ms ra tgk tgku hm hmt muh
    moh moch mohd muhd much abd ach ahm kol kapt let letjen letkol mayjen brigjen irjen komjen serma kombes pol akbp akp
    kompol iptu ipda aiptu aipda bripka briptu bripda pt cv ud komp perum bt vs a.n u.p u.b d.a n.b c.q a.l s.d yth yml
    alm almh ust ustd kpd dgn utk yg tsb ttg thd krn spt blm tdk sdh jkt sby bdg kls gub plt plh pj pjs gg dt gst ngr
    nym wy kt dw md rd tb ps pdt jo pgs mgr sr br hi rer nat phil med st
    """)
"""Abbreviations that a name or word always follows: their full stop never ends a sentence."""

_SMALL_LETTERED = _words("st sr br jr tb ps dw md rd rb dt kt gg ds al an nym wy gst ngr ny nn tn abd ach ahm moh muh hmt spt alm almh kol")
"""Of these, those never written all in capitals: "SR." is somebody's initials at a sentence's end."""

_BEFORE_A_FIGURE = _words("""
    no nmr nom rt rw tgl tel telp telepon hp fax wa lt hlm hal ay psl pkl vol ed km kp rp kav blok jan feb mar apr jun jul
    agt ags agst sep sept okt nov nop des sekr ex
    """)
"""Abbreviations that a figure follows; before anything else their full stop ends a sentence ("suatu hal. Ia …")."""

_MAY_END = _words("dll dkk dsb dst etc tbk purn lk inc ltd co jr sr")
"""Abbreviations that can close a sentence: they do before a capital."""

_LETTERED = _words("""
    vitamin hepatitis grup golongan gol komisi kelas tipe type blok seri gedung ruang ruangan nilai plan rencana influenza
    grade kategori sesi jalur opsi poin huruf darah pot divisi lini zona titik koridor terminal dermaga pintu gate sim
    """)
"""Words before a single letter that is a label, not an initial: "golongan darah B."."""

_OPENERS = _words("""
    ia dia mereka beliau kami kita saya polisi petugas warga pemerintah korban menurut namun sementara selain hal itu ini
    adapun sedangkan kemudian lalu setelah sebelum saat ketika karena jika dalam dari di pada untuk dengan para kedua
    kini akibat tersangka pelaku sebelumnya hingga sampai tidak ada acara kegiatan kasus rapat meski meskipun sehingga
    akibatnya
    """)
"""Words that open a sentence and are seldom part of a name, so a capital on them tells little."""

_END = re.compile(r"[.!?…]+")  # "." "?!" "..."
_CLOSERS = "\"”“„»'’)]"
_QUOTES = '"“”„«»'
_QUOTE = re.compile(f"[{_QUOTES}]")
_BRACKET = re.compile(r"[()\[\]]")
_WORD_BEFORE = re.compile(r"[^\s\"“”„«»(\[,;:]+$")  # the last token, with its inner dots: S.I.K
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_SHORT_BRACKET = re.compile(r"[(\[][^\W\d_]{1,6}$")  # Brigjen Pol. (Purn.) Darto
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{0,6}")  # S.I.K, Sp.A, M.Si, a.n
_LALU = re.compile(r"Lalu\s[A-Z][a-z]+(?:\s[A-Z]|,|\s(?:yang|me[a-z]+)\b)")
_LIST_NUMBER = re.compile(r"(?:^|[\s;])(?:\d{1,2}|[a-z])$")
_QUOTE_REACH = 1500
_BRACKET_REACH = 250


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, trimmed; a line break always ends one, a full stop within quotation marks never.

    >>> split_sentences("Drs. H. M. Yusuf tiba pukul 09.30 WIB di Jl. Ahmad Yani No. 5. Ia memimpin rapat.")
    ('Drs. H. M. Yusuf tiba pukul 09.30 WIB di Jl. Ahmad Yani No. 5.', 'Ia memimpin rapat.')
    >>> split_sentences('"Air surut. Warga pulang," kata Budi, S.H. Hujan reda.')
    ('"Air surut. Warga pulang," kata Budi, S.H.', 'Hujan reda.')
    """
    return tuple(sentence for line in text.splitlines() for sentence in _split_line(line))


def quote_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations stand: from the opening mark to past the closing one.

    The glyphs of scraped text lie (”Kami siap“), so a mark opens when a word follows it and nothing or a space precedes.

    >>> quote_spans('Ia berkata, ”Kami siap” lalu pergi.')
    ((12, 23),)
    """
    spans: list[tuple[int, int]] = []
    opened = -1
    for match in _QUOTE.finditer(text):
        index = match.start()
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        may_open = (before.isspace() or before in "([-–—,.:;") and not after.isspace()
        if opened < 0 or index - opened > _QUOTE_REACH:
            opened = index if may_open else -1
        elif may_open and not (before in ",." and (after in ",." or after.isspace())) and before.isspace():
            opened = index  # the earlier mark was never closed
        else:
            spans.append((opened, index + 1))
            opened = -1
    return tuple(spans)


def _bracket_spans(text: str) -> Iterator[tuple[int, int]]:
    start = -1
    for match in _BRACKET.finditer(text):
        index = match.start()
        if match.group() in "([":
            start = index
        elif start >= 0:
            if index - start <= _BRACKET_REACH:
                yield start, index + 1
            start = -1


def _split_line(line: str) -> Iterator[str]:
    closed = [*quote_spans(line), *_bracket_spans(line)]
    start = 0
    for match in _END.finditer(line):
        inside = [stop for begin, stop in closed if begin < match.start() < stop - 1]
        end = match.end()
        while end < len(line) and line[end] in _CLOSERS and not line[end - 1].isspace():
            end += 1
        if any(stop > end for stop in inside):
            continue
        if end < len(line) and not line[end].isspace():
            continue
        if _ends_here(line[start : match.start()], match.group(), line[match.end() : end], line[end:].lstrip()):
            sentence = line[start:end].strip()
            if sentence:
                yield sentence
            start = end
    rest = line[start:].strip()
    if rest:
        yield rest


def _ends_here(before: str, mark: str, closers: str, after: str) -> bool:
    """Whether a sentence ends at `mark`, given what stands before and after it."""
    if not after:
        return True
    word = _WORD_AFTER.match(after.lstrip(_QUOTES + "'‘(["))
    following = word.group() if word else ""
    if following == "Lalu" and _LALU.match(after):  # H. Lalu Fauzi: a title of Lombok, not "then"
        following = "Lalu Fauzi"
    lower = following[:1].islower()
    if mark != ".":
        return not lower
    found = _WORD_BEFORE.search(before)
    last = found.group() if found else ""
    if not last:
        return (bool(closers) or before[-1:] in {"”", '"'}) and not lower  # … “membela diri”. Awal pekan ini …
    in_bracket = closers[:1] in {")", "]"} and _SHORT_BRACKET.search(before)
    if in_bracket or (not closers and _is_abbreviated(before, last, following, lower=lower)):
        return False
    if lower:
        return not closers and len(last) > 2 and last.islower() and bool(re.search("[aiueo]", last))
    return True


def _is_abbreviated(before: str, last: str, following: str, *, lower: bool) -> bool:  # noqa: PLR0911  # one return for each kind
    """Whether the full stop after `last` belongs to it and ends nothing."""
    key = last.casefold()
    if len(last) == 1 and last.isalpha():
        if last.islower():
            return bool(_LIST_NUMBER.search(before)) and len(before.strip()) == 1
        words = before.split()
        label = len(words) > 1 and words[-2].casefold() in _LETTERED
        return not label and following.casefold() not in _OPENERS
    if last.isdecimal():
        return before.strip() == last and len(last) <= 2
    if key in _BEFORE_A_NAME:
        return not (last.isupper() and key in _SMALL_LETTERED)
    if key in _BEFORE_A_FIGURE:
        return not following
    if key in _MAY_END:
        return lower
    if _DOTTED.fullmatch(last) and "." in last:
        return lower or bool(_DOTTED.match(following)) or _is_degree_list(following)
    return False


def _is_degree_list(following: str) -> bool:
    return len(following) <= 2 and following[:1].isupper() and following.casefold() not in _OPENERS
