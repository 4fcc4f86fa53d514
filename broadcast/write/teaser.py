"""Teasers: at most ten words, one whole clause, not the lead again (RADIO R28).

The best clause of the title comes first, then the lead, then a later line, each made short by leaving things out; a clause is
never cut off. Where none can stand, the teaser says what the item is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadcast import naskah
from broadcast.model import HOLDING, FlagCode, Line
from broadcast.write.headline import Headline, Say, tell_headline
from broadcast.write.retold import of_lines, of_weak_lines, spoken_lead
from broadcast.write.scene import Draft, Scene
from broadcast.write.shorten import shorten
from broadcast.write.standing import MOST, is_joint, main_verb, may_end
from broadcast.write.titled import HARM, best_of_title, hedged, speaks_of
from broadcast.write.words import bare, capital, strip_end, word_set


def write_teaser(lines: Sequence[Line], lead: Draft | None, scene: Scene, say: Say) -> str:
    """Return what the headlines say of an item: a clause of its title as speech, else of its lead or a later line.

    `say` words a headline by the rules for sentences. A story whose identities are hidden is told from its lines; its title
    may only say what they say too, and never where the crime is sexual or the death a suicide.
    """
    if not lines or lead is None:
        return ""
    first = naskah.plain(lines[0].text)
    delicate = _is_delicate(scene)
    headline = tell_headline(scene, say) if not delicate or _may_be_titled(scene) else Headline(())
    safe = (lambda text: _is_screened(text, lines)) if delicate else bool
    found = (
        best_of_title(headline, scene, first, safe)
        or of_lines(lines, lead, scene, delicate=delicate)
        or ("" if delicate else speaks_of(headline, scene) or _topic(headline, scene))
        or of_weak_lines(lines, lead, scene, delicate=delicate)
        or _subject(spoken_lead(lead, scene), scene)
        or of_weak_lines(lines, lead, scene, delicate=delicate, least=0)
        or _subject(spoken_lead(lead, scene), scene, tied=False)
    )
    return _unlike(_opened(_capital(strip_end(hedged(found, scene, first))), scene), first)


_SHORT_FORMS = (
    ("Kejaksaan Negeri", "Kejari"),
    ("Kejaksaan Tinggi", "Kejati"),
    ("Pemerintah Kabupaten", "Pemkab"),
    ("Pemerintah Kota", "Pemkot"),
    ("Pemerintah Provinsi", "Pemprov"),
    ("Pengadilan Negeri", "PN"),
    ("Warga Desa ", "Warga "),
    ("Warga Kelurahan ", "Warga "),
)


def _unlike(teaser: str, lead: str) -> str:
    """Return a teaser that is the whole lead again in the short words that headlines use (RADIO R28).

    >>> _unlike("Kejaksaan Negeri Blora menahan lurah", "Kejaksaan Negeri Blora menahan lurah")
    'Kejari Blora menahan lurah'
    """
    if teaser != lead:
        return teaser
    for long, short in _SHORT_FORMS:
        teaser = teaser.replace(long, short)
    return teaser


def _is_delicate(scene: Scene) -> bool:
    """Whether a title may carry what the lines had to leave out."""
    flags = (*scene.story.flags, *scene.notes.flags)
    return any(flag.code in HOLDING and flag.code is not FlagCode.NOT_NEWS for flag in flags)


def _may_be_titled(scene: Scene) -> bool:
    """Whether the only reason to hold a story is a child in it, so that a title of what happened tells nobody."""
    held = {flag.code for flag in (*scene.story.flags, *scene.notes.flags)} & HOLDING
    return held <= {FlagCode.CHILD_IDENTITY, FlagCode.NOT_NEWS}


_CHILD = re.compile(
    r"\b(?:bocah|anak|siswa|siswi|pelajar|murid|balita|bayi|remaja|santri\w*|putr[ai]|gadis|cucu|keponakan|\w*nya|ayah|ibu|paman"
    r"|SD|SMP|SMA|SMK|tahun)\b",
    re.IGNORECASE,
)


def _is_screened(part: str, lines: Sequence[Line]) -> bool:
    """Whether a part of a title says nothing but what the screened lines say too, and of no child."""
    said = " ".join(naskah.plain(line.text) for line in lines).casefold()
    return not _CHILD.search(part) and all(len(word) < _TELLING or word in HARM or word[:_STEM] in said for word in map(bare, part.split()))


_TELLING, _STEM, _FIRST = 4, 7, 5


_COUNT = re.compile(r"^\d[\d.,]*(?: (?:ribu|juta|miliar|triliun))?(?= (?!rupiah|dolar|tahun|bulan|hari|jam|menit|meter|kali)[a-z])")


def _opened(text: str, scene: Scene) -> str:
    """Return the text opened by a word where it opens with a count in digits: "826 warga" → "Sebanyak 826 warga"."""
    if not _COUNT.match(text):
        return text
    short = shorten(text, scene, MOST - 1)
    return f"Sebanyak {short}" if short else text


def _capital(text: str) -> str:
    """Return the text with a capital first letter, but iPhone as it is."""
    return text if any(mark.isupper() for mark in text.split(" ", 1)[0][1:]) else capital(text)


# ---------------------------------------------------------------- what it is about


def _topic(headline: Headline, scene: Scene) -> str:
    """Return what an item is about where no clause can be told: "Kabar tentang perbaikan jembatan di Garum"."""
    if headline.speaker:
        return ""
    for part in (*headline.parts[:1], *headline.brief[:1]):
        if part.casefold().startswith(("hari ulang tahun", "satu tahun", "hari raya")):
            continue
        words = _POINTING.sub("", part).split()
        for at in _ends(words):
            if _names(words[:at], scene):
                return _about(words[:at], scene)
    return ""


_POINTING = re.compile(r"^(?:[Ii]ni|[Ii]nilah|[Ss]imak|[Ii]ntip|[Mm]engenal|[Mm]elihat|[Cc]atat|[Cc]ek|[Mm]engecek|[Kk]abar terkini) ")


def _ends(words: Sequence[str]) -> Iterator[int]:
    """Yield where a heading may end, the whole of it first."""
    for at in range(min(len(words), MOST - 2), 1, -1):
        if (at == len(words) or is_joint(words[at]) or words[at] == "yang") and may_end(words[at - 1]):
            yield at


def _about(words: Sequence[str], scene: Scene) -> str:
    return f"Kabar tentang {scene.lower(' '.join(words)).rstrip(',')}"


def _subject(text: str, scene: Scene, *, tied: bool = True) -> str:
    """Return what a lead is about, for want of a clause: the words before its verb, unless they are somebody who speaks."""
    if any(person.post and text.startswith((person.post, person.name)) for person in scene.people):
        return ""
    words = text.split(", ", 1)[0].split()
    title = scene.story.title.casefold()
    if tied and not any(len(word) > _TELLING and bare(word)[:_STEM] in title for word in words[:_FIRST]):
        return ""
    verb = main_verb(words, scene.tools.grammar)
    return next((_about(words[:at], scene) for at in _ends(words[:verb] if verb > 0 else words) if _names(words[:at], scene)), "")


_ASKING = word_set("""
    ini begini simak cek apa apakah respons jawaban tanggapan komentar siapa kenapa mengapa bagaimana berapa kapan benarkah adakah
    yuk ayo dear jangan waspada setahun setiap tiap belakangan awalnya awal libur buruan sebuah seorang seekor viral biasanya
    kalau jika bila kata hal hal-hal salah salah-satunya sebelumnya selain
    """)


def _names(words: Sequence[str], scene: Scene) -> bool:
    """Whether the words of a heading name a thing."""
    first = bare(words[0])
    grammar = scene.tools.grammar
    if (
        first in _ASKING
        or first[:1].isdigit()
        or is_joint(first)
        or grammar.is_verb(first)
        or grammar.is_base(first)
        or grammar.is_helper(first)
    ):
        return False
    if grammar.is_active(words[-1]) or bare(words[-1]) == "bikin":
        return False
    if first in _HEADINGS:
        return True
    if (len(words) < _FULL and words[-1].endswith("nya")) or first.endswith("nya"):
        return False
    told = any(grammar.is_helper(word) or bare(word) in {"ke", "yang"} for word in words)
    return not told and main_verb(words, grammar) < 0


_FULL = 3
_HEADINGS = word_set("""
    rencana dampak efek cara daftar jadwal alasan kriteria manfaat kronologi peluang profil strategi rahasia syarat aturan tips
    gejala ciri-ciri tanda perbedaan sejarah makna khasiat fakta fakta-fakta peran nasib kondisi perkembangan
    """)
"""What opens a heading that says in full what an item is about, verb and all."""
