"""Sentences as `pronounce` leaves them, for measuring voices: marked vowels, numbers in words."""

import re

LINES = (
    "Pêmêrintah Kabupatên Sêmêru mênyiapkan dua puluh tiga posko siaga, mênjêlang puncak musim hujan.",
    "Bupati Sêmêru, Hadi Prasêtyo, mêngajak warga mêmbêrsihkan saluran air di lingkungan masing-masing.",
    "Kêpala Dinas Pêrhubungan mêngatakan, jalan utama mênuju pêlabuhan ditutup hingga hari Jumat.",
    "Pêndêngar, waktu mênunjukkan pukul êmpat bêlas Waktu Indonésia Barat.",
    "Harga bêras di pasar induk naik êmpat koma dua pêrsén, dibanding pêkan lalu.",
    "Polisi masih mêncari dua orang, yang diduga mêncuri kêndaraan bêrmotor.",
    "Warga di sêkitar sungai diminta waspada.",
    "Rapat itu dihadiri wakil dari sêmbilan kêcamatan, têrmasuk para kêpala désa.",
)

_DIPHTHONG = re.compile(r"(?:ai|au)\b")
_VOWEL = re.compile(r"[aiueoéèê]")


def syllables(text: str) -> int:
    return len(_VOWEL.findall(_DIPHTHONG.sub("a", text.lower())))
