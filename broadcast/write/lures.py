"""What a title says to be clicked on, and clauses that tell nothing: taken off, or said in plain words."""

from __future__ import annotations

import re

TALK = re.compile(r"(?:Viral|Heboh|Ramai|Geger|Isu|Beredar|Marak)\b")
DENIAL = re.compile(r"\b(?:hoaks|hoax|tidak benar|deepfake|disinformasi|membantah|dibantah|rekayasa)\b", re.IGNORECASE)
"""What is only talked of, and what an article says of it when it is not so."""
_LURED = re.compile(
    r"^(?:(?:Ini|Inilah|Terungkap|Viral|Heboh|Ramai|Geger|Fakta(?:-[Ff]akta)?|Momen|Detik-[Dd]etik|Saat|Penampakan|Cerita|Kisah|Alasan|Penyebab"
    r"|Biang Kerok|Kronologi|Sebab|Runutan|Runtutan|Peristiwa|Aksi|Ngeri|Pilu|Haru|di Balik|\d+ Fakta|Terkait|Miris|Tragis|Sadis|Duh)\s)+"
)
_OPENS_LURE = re.compile(r"^(?:Ini|Inilah|Aksi|Saat|Peristiwa|di Balik|Terkait|Terungkap)\s(?!Alasan|Penyebab)")
_NEXT_LURED = re.compile(
    r"^(?:Respons|Tanggapan|Kata|Reaksi|Kabar|Komentar|Curhat|Pesan|Jawaban|Nasib)\s.*?\s(?:[Uu]sai|[Ss]etelah)\s(?=(?:\S+\s){2,}\S+)"
)
"""Openings that promise a story of something that happened: what follows them is what happened."""


def unlured(title: str) -> str:
    """Return a title without an opening that only promises it: "Viral Cerita Warga Beran Terjatuh" → "Warga Beran Terjatuh".

    >>> unlured("Alasan KPK Belum Menahan Lurah"), unlured("Cerita Rakyat")
    ('KPK Belum Menahan Lurah', 'Cerita Rakyat')
    """
    match = None if _OPENS_LURE.match(title) else _LURED.match(title)
    match = match or _NEXT_LURED.match(title)
    rest = title[match.end() :] if match else title
    if re.match(r"(?:Di|Ber|Me|Ter)[a-z]{4,} ", rest):
        return title
    return rest if len(re.split(r"[,:;?!]", rest)[0].split()) >= _FEWEST else title


_FEWEST = 4
PLAINER = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\s[Vv][Ss]\.?\s(?=[A-Z])", " melawan "),
        (r"^Ada (?=\d|Dua\b|Tiga\b|Empat\b|Lima\b|Enam\b|Tujuh\b|Delapan\b|Sembilan\b|Sepuluh\b)", ""),
        (r"\bDapat (?=Sanksi|Izin|Hadiah|Bantuan|Hukuman|Penghargaan|Gelar|Dukungan|Dana|Beras|Apresiasi|Sorotan)", "Mendapat "),
        (r"(?<=\w )Tanda [Tt]angani? (?=[A-Z])", "Menandatangani "),
        (r"(?<=\w )(?:Pede|PeDe) ", "Yakin "),
        (r"(?<=\w )Lanjut Demo\b", "Melanjutkan Demo"),
        (r"(?<=\w )(?:Silaturahim|Silaturahmi) (?=[Dd]engan|[Kk]e)", "Bersilaturahmi "),
        (r"(?<=\w )Resmi Rilis\b", "Dirilis"),
        (r"(?<=\w )Nyangkut\b", "Tersangkut"),
        (r"(?<=\w )Nangkring\b", "Bertengger"),
        (r"(?<=\w )Kemalingan\b", "Kecurian"),
        (r"(?<=\w )(?:Finish|Finis) (?=\d+ [Kk])", "Menempuh "),
        (r"(?<=\w )Finis[h]? P(?=\d)", "Finis di Posisi Ke-"),
        (r"(?<=\w )Comeback\b", "Kembali Tampil"),
        (r"(?<=\w )Cekcok\b", "Bertengkar"),
        (r"(?<=\w )Ogah\b", "Menolak"),
        (r"\b(?:Nggak|Enggak|Gak|Ngga)\b", "Tidak"),
        (r"\bnggak\b", "tidak"),
        (r"(?<=\w )Bilang (?=[A-Z])", "Mengatakan "),
        (r"\bke (\d+) Besar\b", r"ke Babak \1 Besar"),
        (r"\b(?:Tak|Tidak) Sebanyak\b", "Lebih Sedikit dari"),
        (r"\bK/L\b", "Kementerian dan Lembaga"),
        (r"^(Negara|Kota|Desa|Perusahaan|Sekolah|Kampung|Restoran|Pulau|Universitas|Kampus) Ini (?=[A-Z])", r"Sebuah \1 "),
        (
            (
                r"^((?:(?!Naik|Tiba|Pergi|Masuk|Balik|Kirim|Bawa|Lapor|Demo|Antar|(?:Di|Ber|Me|Ke|Da)[a-z]+\b|\w+kan\b)[A-Z]\w+ ){1,3})"
                r"ke (?=(?:Istana|Kantor|KPK|Polda|Polres|Kejagung|Kejaksaan|Gedung|Markas|Senayan|Bareskrim)\b)"
            ),
            r"\1Datang ke ",
        ),
    )
)
"""Words of titles that are no verb in full, and what is said for them."""


_HOLLOW = re.compile(
    r"\b(?:memberi(?:kan)?|menyampaikan|mengeluarkan|menggelar|mengadakan|memberi) (?:\w+ )?"
    r"(?:penjelasan|tanggapan|keterangan|respons|pernyataan|komentar|klarifikasi|arahan|sambutan|jumpa pers|konferensi pers)\b"
    r"(?! (?:soal|tentang|terkait|mengenai|atas) \S+ \S)|\b(?:angkat|buka) (?:bicara|suara)$|\bbersuara$"
    r"|\b(?:begini|gini|segini|begitu|berikut)$"
)


def says_little(text: str) -> bool:
    """Whether a clause only says that somebody speaks.

    >>> says_little("Kapolsek Garum memberikan penjelasan"), says_little("Kapolsek Garum menahan dua orang")
    (True, False)
    """
    return bool(_HOLLOW.search(text))
