"""Where sentences end in Indonesian news, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcast.bahasa.sentences import quote_spans, split_sentences

CASES = [
    ("Hujan turun. Warga mengungsi.", ["Hujan turun.", "Warga mengungsi."]),
    (
        "Ia tinggal di Jl. Ahmad Yani No. 5, Kec. Klojen. Rumahnya rusak.",
        ["Ia tinggal di Jl. Ahmad Yani No. 5, Kec. Klojen.", "Rumahnya rusak."],
    ),
    ("Drs. H. M. Yusuf hadir. Ia memimpin rapat.", ["Drs. H. M. Yusuf hadir.", "Ia memimpin rapat."]),
    ("Gol dicetak Eko P. Ia tampil bagus.", ["Gol dicetak Eko P.", "Ia tampil bagus."]),
    (
        "Hadir Ratna, S.Sos., M.Si. dan Budi, S.I.K. Mereka berdiskusi.",
        ["Hadir Ratna, S.Sos., M.Si. dan Budi, S.I.K.", "Mereka berdiskusi."],
    ),
    ("Hadir Ratna, S.Sos. M.Si. dari Malang.", ["Hadir Ratna, S.Sos. M.Si. dari Malang."]),
    ("dr. Sari, Sp.A. menjelaskan gejalanya.", ["dr. Sari, Sp.A. menjelaskan gejalanya."]),
    ("Uangnya Rp1.500.000. Semua habis.", ["Uangnya Rp1.500.000.", "Semua habis."]),
    ("Kejadian pukul 09.30 WIB. Polisi datang.", ["Kejadian pukul 09.30 WIB.", "Polisi datang."]),
    ("“Air surut. Warga pulang,” kata Budi. Hujan reda.", ["“Air surut. Warga pulang,” kata Budi.", "Hujan reda."]),
    ('"Kapan selesai?" tanya Sari. Tidak ada jawaban.', ['"Kapan selesai?" tanya Sari.', "Tidak ada jawaban."]),
    ("”Kami siap. Kami berangkat“, ujarnya. Selesai.", ["”Kami siap. Kami berangkat“, ujarnya.", "Selesai."]),
    ('Saya lari. "Kutipan ini tidak ditutup. Lanjut.', ["Saya lari.", '"Kutipan ini tidak ditutup.', "Lanjut."]),
    ("Ia berkata (lihat gambar. Ada dua) lalu pergi. Tamat.", ["Ia berkata (lihat gambar. Ada dua) lalu pergi.", "Tamat."]),
    ("Korban dirawat dkk. di rumah sakit.", ["Korban dirawat dkk. di rumah sakit."]),
    ("Ia membawa beras, gula, dll. Petugas mencatatnya.", ["Ia membawa beras, gula, dll.", "Petugas mencatatnya."]),
    ("Golongan darah B. Kasus itu langka.", ["Golongan darah B.", "Kasus itu langka."]),
    ("Ia menunggu selama 24 jam. Lalu pulang.", ["Ia menunggu selama 24 jam.", "Lalu pulang."]),
    ("Itu suatu hal. Ia paham.", ["Itu suatu hal.", "Ia paham."]),
    ("Rapat 12 Des. 2025 batal. Semua kecewa.", ["Rapat 12 Des. 2025 batal.", "Semua kecewa."]),
    ("1. Satu orang luka.", ["1. Satu orang luka."]),
    ("Benarkah? Ya! Begitulah...", ["Benarkah?", "Ya!", "Begitulah..."]),
    ("Menunggu... lalu pergi.", ["Menunggu... lalu pergi."]),
    ("Baris satu\nBaris dua.", ["Baris satu", "Baris dua."]),
    ("Zulfahmi Dt. Rajo Bungsu hadir.", ["Zulfahmi Dt. Rajo Bungsu hadir."]),
    ("", []),
    ("   \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: list[str]) -> None:
    assert list(split_sentences(text)) == expected


def test_quote_spans_ignore_lying_glyphs() -> None:
    text = 'Ia berkata ”Kami siap“ dan “pergi” lalu 5" saja'
    assert [text[start:stop] for start, stop in quote_spans(text)] == ["”Kami siap“", "“pergi”"]


@given(st.text(max_size=400))
def test_nothing_is_lost(text: str) -> None:
    kept = "".join("".join(split_sentences(text)).split())
    assert kept == "".join(text.split())


@given(st.text(alphabet='aA. ?!“”"S.H,1)(\n', max_size=200))
def test_splitting_again_changes_nothing_much(text: str) -> None:
    for sentence in split_sentences(text):
        assert sentence == sentence.strip()
        assert sentence
