"""Abbreviations and portmanteau words: opened at first mention, short afterwards (RADIO R09).

The article's own "Panjang (SINGKATAN)" wins over every table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from broadcast.model import Lexicon
from broadcast.write.words import tidy, word_set

_DEFINED = re.compile(r"(?<![\w'’-])((?:[\w'’-]++,?+\s++){1,12}+)\(\s*([A-Z][A-Za-z0-9-]{1,15}|[A-Z][a-z]+(?:\s[A-Z]{2,4})?)\s*\)")
_JOINTS = word_set("dan untuk dengan atau serta di ke pada")
_TOKEN = re.compile(r"(?<![\w.’'-])[A-Za-z][\w]*(?:\.(?=[\s,]|$))?(?![\w’'-])")
_DOTTED_ABBREVIATION = re.compile(r"(?<![\w.])(?:[A-Za-z]{1,6}\.){1,3}(?=[\s,;)]|$)|(?<![\w.])s/d(?!\w)")
_MARKS = "“”\"'()[],.;:!?"
_ACTING = word_set("Plt Plh Pj Pjs PLT PLH PJ PJS")
"""Before a post: who holds it for a while."""
_WORDS_TOO = frozenset({"Lantas", "Bina", "Baru", "Reskrim"})
"""Short forms that open a sentence as plain words: "Lantas, siapa …"."""
_PLACE_BEFORE = re.compile(r"\b(?:Pasar|Jalan|Gang|Perumahan|Gedung|Stadion|Hotel|Masjid|Jembatan|Terminal|Lapangan)$")
"""Before a name: "Pasar Inpres" is called so."""
_HEADS = word_set("""
    badan dinas kementerian komisi dewan balai bank kantor komite lembaga majelis mahkamah pusat satuan tentara universitas
    institut partai persatuan perserikatan perhimpunan asosiasi ikatan federasi forum direktorat direktur otoritas
    pengadilan rumah sekolah politeknik perusahaan palang unit markas angkatan detasemen gerakan himpunan gabungan
    kepolisian kejaksaan pemerintah kepala ketua wakil sekretaris komandan menteri gubernur bupati wali inspektur
    jenderal jawa sumatera kalimantan sulawesi nusa maluku papua daerah kepulauan bangka amerika kereta liga reserse
    kelompok polisi pondok madrasah taman bandar terminal pelabuhan stasiun lapas undang-undang kitab peraturan jalan
    tim biro bagian bidang seksi perum perusahaan panitia korps komando dana program bina tempat pos kepolisian
    pengurus konsulat kedutaan uni televisi radio akademi aliansi front konfederasi serikat yayasan wahana barisan gereja kamar
    bursa organisasi pergerakan kesatuan sentra resimen brigade batalyon panglima subdetasemen sekretariat divisi perkumpulan
    pangkalan monumen klinik stadion gelora museum fakultas kamus pekan olimpiade negara natal instruksi jakarta tangerang
    duta tni unesco bhayangkara samapta jaringan konsorsium kesyahbandaran stabilisasi sultan yogyakarta penajam ogan
    world united international institute honda astra pertamina
    """)
_BODIES = word_set("Dinas Kementerian Badan Balai Kantor Bidang Bagian Komisi Pengadilan Direktorat")
_KEEP_LOWER = word_set("tempat dana program panitia unit kelompok tim pos")
_COMPANY_BEFORE = re.compile(
    r"\b(?:PT|CV|UD|PO|Perum|Perumda|Klub|KM|KMP|KMN|KLM|MT|MV|LCT|TB|(?i:kapal motor(?: penumpang)?|kapal republik Indonesia))\.?$"
)
"""Before the name of a company, club or ship: "PT ASDP Indonesia Ferry" is called so."""
_CLUB_AFTER = re.compile(r"(?:FC|United|Tbk)\b")
_POST_BEFORE = re.compile(
    r"\b(?:Ketua|Wakil|Kepala|Sekretaris|Bendahara|Direktur|Komandan|Koordinator|Komisioner|Anggota|Pengurus|Rektor|Dekan|Humas|Manajer"
    r"|Juru Bicara|Ketua Umum|Sekretaris Jenderal|Kantor|Gedung|Markas)$"
)
"""A post or a house: the body that follows is named, so its expansion has capitals."""
_PROPER = re.compile(
    r"\b(?:indonesia|amerika serikat|arab saudi|nahdlatul ulama|muhammadiyah|asia|eropa|afrika|papua|jawa|nusantara|aceh"
    r"|tni|polri|kpk|qr)\b"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A short form and what it stands for; `once` when the short form may be said after the first mention."""

    short: str
    long: str
    once: bool


_INITIALS = re.compile(
    r"(?:\b(?:berinisial|inisial)\s+|(?<![\w(]))([A-Z]{1,4})(?=\s*\(\s*\d{1,3}\s*(?:tahun)?\s*\)"
    r"|(?<=inisial\s[A-Z]{1})|(?<=inisial\s[A-Z]{2})|(?<=inisial\s[A-Z]{3}))"
)  # SR (34), berinisial SR


class Terms:
    """The short forms of one story; `names` are initials that stand for people there."""

    def __init__(self, lexicon: Lexicon, sentences: Sequence[str], names: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._names = frozenset(names)
        pairs = (pair for sentence in sentences for pair in defined(sentence))
        self.own: dict[str, str] = {short: long for short, long in pairs if short not in self._names}
        self._short, leads = _short_forms(lexicon)
        if self.own:
            self._short, leads = self._short.union(self.own), leads.union(_leads(self.own))
        self._leads = leads
        self._initials = {match.group(1) for sentence in sentences for match in _INITIALS.finditer(sentence)}
        self._used: dict[str, Term] = {}

    @property
    def used(self) -> Mapping[str, Term]:
        """The terms that were opened, by their long form."""
        return self._used

    def open(self, text: str) -> str:
        """Return the text with every short form opened; "Panjang (SINGKATAN)" loses its bracket."""
        text = _DEFINED.sub(self._without_bracket, text) if "(" in text else text
        for long in self.own.values():
            if "," in long:
                text = text.replace(long, long.replace(",", ""))
        text = _DOTTED_ABBREVIATION.sub(self._opened_dotted, text) if "." in text or "s/d" in text else text
        words = text.split(" ")
        done: list[str] = []
        index = 0
        while index < len(words):
            taken, new = self._opened_at(words, index, done)
            done.append(new)
            index += taken
        return tidy(" ".join(done))

    def _opened_at(self, words: Sequence[str], index: int, before: Sequence[str]) -> tuple[int, str]:
        """Return how many words are opened at `index`, and into what."""
        first = words[index].lstrip(_MARKS)
        leads = first in self._leads or first.capitalize() in self._leads
        for size in (3, 2, 1) if leads else (1,):
            chunk = " ".join(words[index : index + size])
            core = chunk.strip(_MARKS)
            if index + size > len(words) or core in self._names or not (core in self._short or core.capitalize() in self._short):
                continue
            if size > 1 and self._lexicon.table("first_mention").get(core, ("",))[0] == "-":
                return size, chunk
            long = self._long(core, " ".join(before[-12:]), words[index + size] if index + size < len(words) else "")
            if long:
                head, _, tail = chunk.partition(core)
                return size, head + long + tail
        return 1, words[index]

    def _long(self, short: str, before: str, after: str) -> str:
        if short in self.own:
            long = self.own[short].replace(",", "")
            if self._is_known(short):
                return ""
            if before.casefold().endswith(long.casefold()):
                return ""
            return self._take(short, long, once=not self._is_clipped(short))
        if short in self._initials or (short.isupper() and (_COMPANY_BEFORE.search(before) or _CLUB_AFTER.match(after))):
            return ""
        if short in _ACTING and after[:1].isupper():
            return self._lexicon.table("abbreviations").get(short, ("",))[0].title()
        return self._from_tables(short, before, after)

    def _from_tables(self, short: str, before: str, after: str) -> str:
        at_start = not before.strip() or before.rstrip()[-1] in ".!?“"
        if short == "lantas" or (short in _WORDS_TOO and at_start):  # "hakim lantas mengingatkan": then, not the traffic police
            return ""
        told = self._lexicon.table("first_mention").get(short, ())
        if told:
            return "" if told[0] == "-" else self._take(short, told[0], once="ya" not in told[1:])
        portmanteaus, acronyms = self._lexicon.table("portmanteaus"), self._lexicon.table("acronyms")
        cells = portmanteaus.get(short, ()) or (portmanteaus.get(short.capitalize(), ()) if len(short) > 5 else ())
        if cells and _PLACE_BEFORE.search(before):
            return ""
        if cells and "keep" not in cells[1:] and short.islower():
            return self._take(short, cells[0].lower(), once=False)
        if cells and "keep" not in cells[1:]:
            return self._take(short, cells[0] if _after_name(before) else cased(cells[0], after), once=False)
        cells = acronyms.get(short, ())
        opens = len(cells) > 2 and cells[2] and "known" not in cells and short.isupper() and len(short) > 2
        return (
            self._take(short, cells[2] if _after_body(before) or _after_name(before) else cased(cells[2], after), once=True)
            if opens and not re.match(r"\d", after)
            else ""
        )

    def _is_clipped(self, short: str) -> bool:
        """Whether a short form is one for the eye (Dinkes), which is said in full every time."""
        cells = self._lexicon.table("portmanteaus").get(short, ())
        return bool(cells) and "keep" not in cells[1:]

    def _take(self, short: str, long: str, *, once: bool) -> str:
        long = long.replace(",", "")
        self._used[long.casefold()] = Term(short, long, once)
        return long

    def _is_known(self, short: str) -> bool:
        """Whether every listener knows a short form, and it means here what the tables say."""
        cells = self._lexicon.table("acronyms").get(short) or ()
        theirs, ours = (_plain(one) for one in (cells[2] if len(cells) > 2 else "", self.own.get(short, "")))
        return "known" in cells and (theirs == ours or short not in self.own)

    def _without_bracket(self, match: re.Match[str]) -> str:
        short = match.group(2)
        if short not in self.own:
            return match.group()
        if self._is_known(short) and match.group(1).rstrip().casefold().endswith(self.own[short].casefold()):
            return match.group(1).rstrip()[: -len(self.own[short])] + short
        return match.group(1).rstrip()

    def _opened_dotted(self, match: re.Match[str]) -> str:
        cells = self._lexicon.table("abbreviations").get(match.group()) or self._lexicon.table("abbreviations").get(
            match.group().rstrip(".")
        )
        if not cells or (not match.group().endswith(".") and match.group() != "s/d"):
            return match.group()
        rest = match.string[match.end() :].strip()
        if match.group().count(".") == 1 and not rest and match.group().casefold() not in {"dll.", "dkk.", "dsb.", "dst."}:
            return match.group()
        return cells[0] + ("" if rest else ".")


_known: list[tuple[Lexicon, frozenset[str], frozenset[str]]] = []
"""The short forms of the last lexicon used: most words of a text are none, and are known by this at once."""


def _leads(forms: Iterable[str]) -> frozenset[str]:
    """Return the first words of the forms that have several."""
    return frozenset(form.split(" ", 1)[0] for form in forms if " " in form)


def _short_forms(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return every short form that the tables may open, and the first words of those with several."""
    if not _known or _known[0][0] is not lexicon:
        forms = frozenset().union(*(lexicon.table(name) for name in ("first_mention", "portmanteaus", "acronyms")))
        _known[:] = [(lexicon, forms | _ACTING, _leads(forms))]
    return _known[0][1:]


def _plain(long: str) -> frozenset[str]:
    return frozenset(word.casefold().strip(",") for word in long.split()) - {"dan", "atau"}


def _after_name(before: str) -> bool:
    """Whether a capitalised word stands right before, so that both are one name."""
    last = before.split()[-1:] or [""]
    return len(before.split()) > 1 and last[0][:1].isupper() and last[0][-1:].isalnum()


def _after_body(before: str) -> bool:
    """Whether the head of a body's name, or a post in it, stands right before: Dinas, Kementerian, Ketua."""
    return before.rpartition(" ")[2] in _BODIES or bool(_POST_BEFORE.search(before))


def cased(long: str, after: str = "") -> str:
    """Return an expansion as it is written: names of bodies and places keep their capitals, other words lose them.

    What is called after a place or a field is a name too.

    >>> cased("Badan Pusat Statistik"), cased("Rapat Koordinasi"), cased("Warga Negara Indonesia")
    ('Badan Pusat Statistik', 'rapat koordinasi', 'warga negara Indonesia')
    >>> cased("Unit Pelaksana Teknis"), cased("Unit Pelaksana Teknis", "Pertanian")
    ('unit pelaksana teknis', 'Unit Pelaksana Teknis')
    """
    head = long.split(maxsplit=1)[0].casefold()
    if head in _HEADS and (head not in _KEEP_LOWER or after[:1].isupper()):
        return long
    return _PROPER.sub(
        lambda match: (
            match.group().upper() if len(match.group()) < 5 and match.group() not in {"asia", "jawa", "aceh"} else match.group().title()
        ),
        long.lower(),
    )


def defined(sentence: str) -> list[tuple[str, str]]:
    """Return what a sentence defines as "Panjang (SINGKATAN)".

    >>> defined("Badan Pusat Statistik (BPS) dan pejabat pembuat komitmen (PPK)")
    [('BPS', 'Badan Pusat Statistik'), ('PPK', 'pejabat pembuat komitmen')]
    """
    found = []
    for match in _DEFINED.finditer(sentence) if "(" in sentence else ():
        long = _long_of(match.group(1).split(), match.group(2))
        if long:
            found.append((match.group(2), long))
    return found


def _long_of(words: Sequence[str], short: str) -> str:
    """Return the last words that `short` abbreviates, or nothing."""
    letters = [mark.casefold() for mark in short if mark.isalpha()]
    if short.isupper() and len(short) >= 2:
        for start in range(len(words) - 2, -1, -1):
            initials = [part[0].casefold() for word in words[start:] for part in word.split("-") if part and word.casefold() not in _JOINTS]
            if initials == letters or [word[0].casefold() for word in words[start:]] == letters:
                return " ".join(words[start:])
        return ""
    first = short[:3].casefold() if len(short) > 4 else short[:2].casefold()
    for start in range(max(0, len(words) - 9), len(words) - 1):
        run = words[start:]
        if run[0].casefold().startswith(first) and _abbreviates(letters, "".join(run).casefold()):
            return " ".join(run)
    return ""


def _abbreviates(letters: Sequence[str], text: str) -> bool:
    """Whether the letters stand in the text in this order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def close_again(text: str, terms: Terms, said: set[str]) -> str:
    """Return a line with the terms that were `said` before in their short form; what it says in full is added to `said`.

    >>> from broadcast.model import Lexicon
    >>> terms, said = Terms(Lexicon(), ["Badan Pusat Statistik (BPS) hadir"]), set()
    >>> [close_again(terms.open(text), terms, said) for text in ("BPS hadir", "Data BPS naik")]
    ['Badan Pusat Statistik hadir', 'Data BPS naik']
    """
    for key in sorted(terms.used, key=len, reverse=True):
        term = terms.used[key]
        if not term.once or key not in text.casefold():
            continue
        pattern = re.compile(rf"(?<![\w-]){re.escape(term.long)}(?![\w-])", re.IGNORECASE)
        first = pattern.search(text)
        if key in said:
            text = pattern.sub(term.short, text)
        elif first:
            said.add(key)
            text = text[: first.end()] + pattern.sub(term.short, text[first.end() :])
    return text
