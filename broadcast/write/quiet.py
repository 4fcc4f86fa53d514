"""A report on suicide: no method, place, finder, reason or identity, and always where help is found (Dewan Pers 2/2019)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from broadcast.write.scene import Draft, Scene
from broadcast.write.signs import count_words_of, words_by_kind
from broadcast.write.words import tidy

_HANGED = re.compile(r"\b(?:meng)?gantung diri\b|\b(?:tewas|meninggal|ditemukan) tergantung\b", re.IGNORECASE)
_ROOM = (
    r"(?:rumah|kamar|dapur|gudang|kebun|kandang|ladang|sawah|hutan|pohon|jembatan|sungai|sumur|kos|kosan|kontrakan|toilet|lantai"
    r"|gedung|apartemen|hotel"
    r"|rel|ruas|tol|garasi|teras|halaman|ruang|pekarangan|kediaman|gubuk|plafon|jurang|waduk|danau|parkiran|tempat kerja|kampus|asrama)"
)
_SPOT = re.compile(
    rf",?\s\b(?:di|dari|ke)\s?(?:dalam\s|bagian\s|belakang\s|depan\s|atas\s|bawah\s|samping\s|pinggir\s|tepi\s|sebuah\s"
    rf"|salah satu\s|area\s){{0,3}}(?i:{_ROOM})(?:nya)?\b"
    r"(?:\s(?!yang|dan|pada|saat|oleh|dengan|karena|setelah)(?:mandi|tidur|belakang|kosong|kos\w*|tamu|kontrakan\w*|miliknya|korban"
    r"|keluarga\w*|warga|mangga|kambing|sapi|ayam|ternak|rumah\w*|samping|kelapa"
    r"|nangka|jati|\d+|[A-Z][\w-]+)){0,4}"
    r"(?P<chain>(?:,\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}){1,3}(?P<end>,)?(?=\s[a-z]|\.|$))?"
)
_WAY = re.compile(
    r",?\s(?:dengan (?:cara\b|seutas|tali|menggunakan|meminum|menenggak|melompat)|menggunakan (?:tali|seutas|kain|selendang))[^,.;”]*",
    re.IGNORECASE,
)
_WHY = re.compile(
    r",?\s(?:(?:diduga\s)?(?:kuat\s)?(?:karena|lantaran|akibat|gara-gara|gegara|dipicu|disebabkan|dilatarbelakangi"
    r"|sebab))\s(?!bunuh diri)[^,.;”]*",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r",?\s(?:yang\s)?(?:(?:sehari-hari|kesehariannya)\s)?(?:bekerja|berprofesi|dikenal)\s(?:sebagai\s)?[^,.;”]{0,80}?(?:\s(?:itu"
    r"|tersebut)\b|,|(?=\s(?:di[a-z]+|nekat|tewas|meninggal)\b))",
    re.IGNORECASE,
)
_FINDER = re.compile(
    r"\b(?:(?:pertama kali |kali pertama )?(?:ditemukan|diketahui|dilihat|dipergoki)\s(?:\w+\s){0,2}?(?:oleh|anak|istri|suami|ibu"
    r"|ayah|bapak|orang tua|menantu|kerabat|tetangga"
    r"|adik|kakak|keluarga|saudara|teman|rekan|warga|saksi|penghuni|pemilik|nenek|kakek|cucu)(?:nya)?\b|(?:menemukan|mendapati"
    r"|melihat|memergoki)\s\w*\s?(?:korban|tubuh|jasad|jenazah)"
    r"|membangunkan|mendobrak|curiga|tak kunjung (?:keluar|bangun)|tidak berada di)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:menderita|mengidap|sakit menahun|penyakit\w*|depresi|stres|frustrasi|putus asa|utang|pinjol|pinjaman|judi|cekcok"
    r"|bertengkar|putus cinta|patah hati"
    r"|masalah (?:ekonomi|keluarga|asmara|keuangan)|motif|penyebab|alasan|mengeluh\w*|curhat\w*|diperiksa dokter|ditinggal"
    r"|perceraian|bercerai"
    r"|(?:merupakan|mantan) (?:mantan )?(?:pegawai|karyawan|mahasiswa|guru|anggota|pensiunan)|tekanan|dirundung|perundungan"
    r"|bullying|skripsi)\b",
    re.IGNORECASE,
)
_NOTE_HEAD = re.compile(
    r"^\W*(?:catatan(?: redaksi)?|disclaimer|peringatan|informasi bantuan)\b\s?:?|^\W*informasi dalam (?:artikel|berita) ini", re.IGNORECASE
)
_HELP = re.compile(
    r"\b(?:jika|bila|apabila|kalau)\s(?:anda|kamu|pembaca|ada|orang)\b|\bhotline\b|\bsejiwa\b|\binto the light\b|\bdepresi bukan\b"
    r"|\bpemikiran untuk bunuh diri\b"
    r"|\b119\b|\b(?:hubungi|konsultasi\w*|mencari bantuan)\b[^.]{0,60}\b(?:psikolog|psikiater|puskesmas|klinik|layanan)",
    re.IGNORECASE,
)


_BY_OWN_HAND = re.compile(r"\b(?:meninggal(?: dunia)?|tewas|wafat) (?:akibat|karena) bunuh diri\b")


def soften(text: str) -> str:
    """Return a sentence without how, where and why.

    >>> soften("Pria itu ditemukan gantung diri dengan seutas tali di kamar mandi rumahnya karena utang.")
    'Pria itu ditemukan bunuh diri.'
    >>> soften("Pria itu diduga tewas akibat bunuh diri karena utang.")
    'Pria itu diduga bunuh diri.'
    """
    text = _HANGED.sub(lambda match: "ditemukan meninggal" if match.group().casefold().startswith("ditemukan") else "bunuh diri", text)
    text = _BY_OWN_HAND.sub("bunuh diri", text)
    text = _SPOT.sub(lambda match: f" di {match['chain'].strip(', ').split(', ')[-1]}" if match["chain"] else " ", _WAY.sub(" ", text))
    for pattern in (_WHY, _WORKS):
        text = pattern.sub(" ", text)
    return tidy(text)


def is_note(sentence: str) -> bool:
    """Whether a sentence is an editor's note and no news.

    >>> is_note("Catatan redaksi: Depresi bukan persoalan sepele."), is_note("Redaksi koran itu pindah.")
    (True, False)
    """
    return bool(_NOTE_HEAD.match(sentence))


def without_notes(drafts: tuple[Draft, ...], scene: Scene, *, help_too: bool) -> tuple[Draft, ...]:
    """Drop the article's own editor's notes, whole paragraphs, and in a suicide its advice: the station has its own."""
    gone = set()
    noted = -1
    for number, sentence in enumerate(scene.sentences):
        opens = number == 0 or scene.paragraphs[number] != scene.paragraphs[number - 1]
        if is_note(sentence):
            gone.add(number)
            noted = scene.paragraphs[number] if opens and len(scene.sentences) - number <= _LONGEST_NOTE else noted
        elif help_too and (scene.paragraphs[number] == noted or _HELP.search(sentence)):
            gone.add(number)
    return tuple(draft for draft in drafts if not gone & set(draft.sources)) if gone else drafts


def quiet_suicide(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Keep the few plain sentences of a report on suicide and close with where help is found.

    The help line bears the sources of the first line, so that it stays whatever the time there is.
    """
    ways = words_by_kind(scene.tools.lexicon).get("cara", ())
    bad = {number for draft in drafts for number in draft.sources if _tells_too_much(draft.text, ways)}
    kept = [draft for draft in drafts if not bad & set(draft.sources)]
    kept += [draft for draft in drafts[:1] if draft not in kept and not _tells_too_much(draft.text, ways)]
    kept = sorted(kept, key=list(drafts).index)[:_MOST]
    if kept:
        kept[0] = replace(kept[0], rules=(*kept[0].rules, "quiet_suicide"))
    help_line = (scene.tools.lexicon.table("notices").get("bunuh_diri") or ("",))[0]
    if not help_line:
        return tuple(kept)
    sources = kept[0].sources if kept else (0,)
    return (*kept, Draft(help_line.replace(" / ", ", "), sources, rules=("quiet_suicide",), voice="notice"))


_MOST = 4
_LONGEST_NOTE = 5


def _tells_too_much(text: str, ways: Sequence[str]) -> bool:
    return bool(_FINDER.search(text) or _REASON.search(text) or count_words_of(ways, text))
