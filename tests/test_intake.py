"""Intake: every file an editor may drop in becomes an Article or a sentence that says what is wrong."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast.errors import SourceError
from broadcast.intake import LIMIT, intake, read_text
from broadcast.intake.decode import decode
from broadcast.intake.record import read_records
from broadcast.model import Article

NEWS = "PATI – Pedagang ikan “Bajomulyo” mulai berjualan malam hari.\nHarganya naik 2,5 persen – kata Sulastri."

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Pasar Ikan Buka Malam - Kabar Pati</title>
<meta property="og:site_name" content="Kabar Pati"><meta property="og:title" content="Pasar Ikan Buka Malam">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":"NewsArticle","headline":"Pasar Ikan Buka Malam","datePublished":"2026-11-04T23:40:00+07:00",
"author":[{"@type":"Person","name":"Seno Aji"}]}]}</script>
</head><body><nav><a href="/">Beranda</a><a href="/daerah">Daerah</a></nav><article><h1>Pasar Ikan Buka Malam</h1>
<div class="isi"><p>Pedagang ikan di pelabuhan Bajomulyo mulai berjualan pukul 22.00 WIB karena udara lebih sejuk.</p>
<p>Kepala pelabuhan mengatakan lampu jalan sudah ditambah tiga puluh titik sejak pekan lalu.</p>
<p>Menurut Sulastri, es batu tidak cepat mencair sehingga kerugian pedagang berkurang separuh.</p>
<p>Pembeli dari kota lain juga mulai berdatangan sejak pasar malam itu dibuka pada awal bulan.</p></div></article>
<aside><h3>Berita Terkait</h3><ul><li><a href="/a">Harga Tongkol Turun</a></li></ul></aside>
<footer><p>Hak cipta Kabar Pati.</p></footer></body></html>"""


def write(path: Path, text: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return str(path)


def only(source: str) -> Article:
    found = list(intake([source]))
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def trouble(source: str) -> str:
    found = list(intake([source]))
    assert len(found) == 1
    assert isinstance(found[0], SourceError)
    return str(found[0])


# ---------------------------------------------------------------- text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_text_in_any_encoding(tmp_path: Path, encoding: str, ends: str) -> None:
    path = write(tmp_path / "pasar-ikan.txt", NEWS.replace("\n", ends).encode(encoding))
    assert only(path) == Article("pasar-ikan", path, NEWS)
    assert read_text(Path(path)) == NEWS


def test_one_stray_byte_does_not_spoil_the_article() -> None:
    raw = "Harga “ikan” naik.\n".encode() + b"Kata \x93Budi\x94.\n"
    assert decode(raw, "a.txt") == "Harga “ikan” naik.\nKata “Budi”.\n"


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_sentence(raw: bytes) -> None:
    try:
        text = decode(raw, "aneh.txt")
    except SourceError as error:
        assert str(error).startswith("aneh.txt: ")  # noqa: PT017  # either way out is right
    else:
        assert "\r" not in text


# ---------------------------------------------------------------- sources


def test_a_folder_is_read_by_name_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", ".rahasia.txt", "catatan.md", "foto.jpg", "dalam/c.txt"):
        write(tmp_path / name, NEWS)
    write(tmp_path / "c.json", json.dumps({"text": NEWS}))
    write(tmp_path / "d.html", PAGE)
    found = list(intake([str(tmp_path)]))
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "b", "c", "d"]
    assert len(found) == 4


def test_ids_are_unique_whatever_the_case(tmp_path: Path) -> None:
    sources = [write(tmp_path / name, NEWS) for name in ("x/banjir.txt", "y/banjir.txt", "z/Banjir.txt", "z/banjir-2.txt")]
    assert [item.id for item in intake(sources) if isinstance(item, Article)] == ["banjir", "banjir-2", "Banjir-3", "banjir-2-2"]


def test_one_bad_source_stops_nothing(tmp_path: Path) -> None:
    good = write(tmp_path / "baik.txt", NEWS)
    found = list(intake(["tidak-ada.txt", good, str(tmp_path / "kosong"), "\0", good]))
    assert [isinstance(item, Article) for item in found] == [False, True, False, False, True]


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode("utf-16"))))
    assert only("-") == Article("masukan", "-", NEWS)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("kosong.txt", "", "kosong"),
        ("spasi.txt", " \n\ufeff \n", "kosong"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "bukan teks"),
        ("acak.txt", b"\x00\x01\x02\x03" * 99, "bukan teks"),
        ("surat.docx", b"PK\x03\x04", ".docx"),
        ("tanpa", "isi", "tanpa akhiran"),
        ("besar.txt", b"a" * (LIMIT + 1), "5 MB"),
        ("rusak.json", '{\n"text": "a",\n"title" "b"}', "baris 3"),
        ("dalam.json", "[" * 100_000, "tidak bisa dibaca"),
        ("angka.json", "5", "bukan objek"),
        ("daftar.json", "[]", "kosong"),
        ("tanpateks.json", '{"title": "a"}', '"text"'),
        ("tekskosong.json", '{"text": "  "}', '"text"'),
        ("teksangka.json", '{"text": 5}', '"text"'),
        ("kosong.html", "<html><body><nav>Menu</nav></body></html>", "tidak ditemukan"),
    ],
)
def test_bad_files_get_a_sentence_with_the_file_and_a_way_out(tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
    path = write(tmp_path / name, content)
    said = trouble(path)
    assert said.startswith(f"{path}: ")
    assert words in said
    assert said.endswith(".")
    assert "\n" not in said


def test_missing_empty_and_web_sources_get_a_sentence(tmp_path: Path) -> None:
    assert "tidak ada" in trouble(str(tmp_path / "hilang.txt"))
    assert "tidak berisi berita" in trouble(str(tmp_path))
    assert "tidak sah" in trouble("https://")
    with pytest.raises(SourceError, match="tidak ada"):
        read_text(tmp_path / "hilang.txt")
    with pytest.raises(SourceError, match="tidak bisa dibaca"):
        read_text(tmp_path)


# ---------------------------------------------------------------- json


def test_json_fields(tmp_path: Path) -> None:
    data = {
        "text": "<p>Satu.</p><p>Dua.</p>",
        "title": " Pasar &amp;\nIkan ",
        "date": "2026-11-04T23:40:00Z",
        "source": "https://www.kabarpati.id/a",
        "byline": "Seno",
    }
    article = only(write(tmp_path / "a.json", json.dumps(data)))
    assert (article.title, article.byline, article.outlet, article.date) == ("Pasar & Ikan", "Seno", "kabarpati.id", date(2026, 11, 4))
    assert article.text.split() == ["Satu.", "Dua."]


@pytest.mark.parametrize("written", ["2026-11-04", "2026-11-04 23:59", "2026-11-04T00:10:00+09:00"])
def test_json_date_is_the_calendar_date_as_written(written: str) -> None:
    (article,) = read_records(json.dumps({"text": "Satu.", "date": written}), "a.json", "a")
    assert isinstance(article, Article)
    assert article.date == date(2026, 11, 4)


@pytest.mark.parametrize("written", ["kemarin", "2026-13-40", "", None, 20261104])
def test_json_date_that_is_none_is_unknown(written: object) -> None:
    (article,) = read_records(json.dumps({"text": "Satu.", "date": written}), "a.json", "a")
    assert isinstance(article, Article)
    assert article.date is None


def test_json_list_keeps_the_good_ones() -> None:
    found = list(read_records('[{"text": "Satu."}, {"title": "x"}, 5, {"text": "Dua."}]', "a.json", "a"))
    assert [item.id if isinstance(item, Article) else "!" for item in found] == ["a-1", "!", "!", "a-4"]
    assert "berita ke-2" in str(found[1])


# ---------------------------------------------------------------- html


def test_page_gives_its_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    article = only(write(tmp_path / "pasar.html", PAGE))
    assert (article.id, article.title, article.byline, article.outlet) == ("pasar", "Pasar Ikan Buka Malam", "Seno Aji", "Kabar Pati")
    assert article.date == date(2026, 11, 4)
    for words in ("mulai berjualan pukul 22.00 WIB", "lampu jalan sudah ditambah", "es batu tidak cepat mencair", "Pembeli dari kota lain"):
        assert words in article.text
    for words in ("Tongkol", "Beranda", "Hak cipta"):
        assert words not in article.text


def test_page_in_an_old_charset(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("Seno Aji", "José Seno")
    assert only(write(tmp_path / "a.htm", page.encode("iso-8859-1"))).byline == "José Seno"


def test_import_loads_nothing_heavy() -> None:
    heavy = "('trafilatura', 'lxml', 'ftfy', 'numpy')"
    code = f"import sys, broadcast.intake, broadcast.clean; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
