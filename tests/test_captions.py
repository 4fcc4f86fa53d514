"""Captions: SubRip that any player reads, inside the times of the lines."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadcast import naskah
from broadcast.errors import OutputError
from broadcast.export import export_captions
from broadcast.export.captions import LEAST_MS, ROW, ROWS, caption
from broadcast.model import Bulletin, Clip, Cue, Item, Jingle, Kind, Line, Script

BLOCK = re.compile(r"(\d+)\r\n(\d\d):(\d\d):(\d\d),(\d{3}) --> (\d\d):(\d\d):(\d\d),(\d{3})\r\n((?:[^\r\n]+\r\n){1,2})\r\n")


def script_of(*texts: str) -> Script:
    """A script of one item, its first element a jingle, then the lines."""
    elements = (Jingle("pembuka"), *map(Line, texts))
    return Script("Warta", "Radio", datetime(2026, 11, 23, 7, tzinfo=UTC), "utama", (Item(Kind.NEWS, elements, id="a"),))


def bulletin_of(*spans: tuple[int, int]) -> Bulletin:
    """A bulletin whose jingle sounds first and whose lines have these times."""
    cues = tuple(Cue(0, index, *span) for index, span in enumerate(((0, 1_000), *spans)))
    return Bulletin(Clip(Path("x.wav"), "0", 1, 1), cues, -16.0, -1.0, 1)


def read(path: Path) -> list[tuple[int, int, list[str]]]:
    """Read a file back, strictly: number, times and rows of each block, and nothing else in it."""
    text = path.read_bytes().decode("utf-8")
    found = []
    at = 0
    for count, match in enumerate(BLOCK.finditer(text), 1):
        assert match.start() == at, "nothing stands between the blocks"
        at = match.end()
        number, *times, rows = match.groups()
        assert int(number) == count
        h1, m1, s1, f1, h2, m2, s2, f2 = map(int, times)
        found.append((((h1 * 60 + m1) * 60 + s1) * 1000 + f1, ((h2 * 60 + m2) * 60 + s2) * 1000 + f2, rows.split("\r\n")[:-1]))
    assert at == len(text)
    return found


def test_a_file_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "siaran.srt"
    script = script_of("Bupati Lumajang / As'at {baca: as at} / hadir", r"Harga \[beras\] naik / menjadi 14 ribu rupiah")
    assert export_captions(script, bulletin_of((1_000, 3_500), (3_661_000, 3_664_000)), path) == 2
    assert path.read_bytes() == (
        b"1\r\n00:00:01,000 --> 00:00:03,500\r\nBupati Lumajang As'at hadir\r\n\r\n"
        b"2\r\n01:01:01,000 --> 01:01:04,000\r\nHarga [beras] naik menjadi 14 ribu rupiah\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("text", "ms", "expected"),
    [
        # a breath is the best place to part
        (
            "Kepala Dinas Perhubungan Kudus / Retno Palupi / mengatakan / jembatan layang ditutup dari simpang tugu hingga pasar",
            9_000,
            [["Kepala Dinas Perhubungan Kudus", "Retno Palupi mengatakan"], ["jembatan layang ditutup", "dari simpang tugu hingga pasar"]],
        ),
        # one row wherever it fits
        ("Dua pekan lalu harganya 65 ribu rupiah", 3_000, [["Dua pekan lalu harganya 65 ribu rupiah"]]),
        # a row breaks before "yang", not after it
        (
            "Petugas memeriksa semua kendaraan yang datang dari arah pelabuhan",
            5_000,
            [["Petugas memeriksa semua kendaraan", "yang datang dari arah pelabuhan"]],
        ),
        # no breath at all: parted anyway
        (
            "Pemerintah daerah menyalurkan bantuan beras dan minyak goreng kepada warga terdampak banjir di empat kecamatan",
            8_000,
            [
                ["Pemerintah daerah menyalurkan", "bantuan beras dan minyak goreng"],
                ["kepada warga terdampak banjir", "di empat kecamatan"],
            ],
        ),
        # < > { } would be taken for formatting, --> for times
        ("a <b> --> \\{\\\\an8\\} c", 2_000, [["a ‹b› --› (\\an8) c"]]),
        # an address longer than a row
        ("w" * 50, 3_000, [["w" * 42, "w" * 8]]),
        ("\\ ", 3_000, []),
        ("", 3_000, []),
    ],
)
def test_where_a_line_parts(text: str, ms: int, expected: list[list[str]]) -> None:
    found = list(caption(script_of(text), bulletin_of((1_000, 1_000 + ms))))
    assert [list(one.rows) for one in found] == expected


def test_time_goes_by_length() -> None:
    text = "Empat puluh huruf berdiri di sini, lengkap / dan ini pun empat puluh huruf, tidak kurang / akhirnya ini dua puluh"
    found = list(caption(script_of(text), bulletin_of((10_000, 20_000))))
    lengths = [len("".join(one.rows).replace(" ", "")) for one in found]
    assert len(found) == 2
    assert [one.end_ms - one.start_ms for one in found] == pytest.approx([10_000 * length / sum(lengths) for length in lengths], abs=2)


def test_a_short_caption_stands_long_enough() -> None:
    text = "Ya / " + "pemerintah kabupaten bekerja sama dengan desa dan warga sekitar hutan untuk memadamkan api"
    found = list(caption(script_of(text), bulletin_of((0, 4_000))))
    assert len(found) > 1
    assert min(one.end_ms - one.start_ms for one in found) >= LEAST_MS


def test_a_hurried_line_gets_few_captions() -> None:
    text = " / ".join(["Satu dua tiga empat lima enam"] * 6)
    slow = list(caption(script_of(text), bulletin_of((0, 20_000))))
    fast = list(caption(script_of(text), bulletin_of((0, 2_000))))
    assert len(fast) <= len(slow)
    assert len(fast) == 3  # 174 characters in rows of 42
    assert all(len(one.rows) <= ROWS for one in fast)


def test_lines_that_overlap_wait_for_each_other() -> None:
    script = script_of("Kalimat pertama", "Kalimat kedua", "Tertutup seluruhnya", "Tanpa waktu")
    found = list(caption(script, bulletin_of((1_000, 4_000), (3_000, 6_000), (3_500, 5_000), (7_000, 7_000))))
    assert [(one.start_ms, one.end_ms) for one in found] == [(1_000, 4_000), (4_000, 6_000)]


PLAIN = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
LINES = st.lists(st.lists(PLAIN, min_size=1, max_size=12).map(lambda parts: " / ".join(map(naskah.escape, parts))), max_size=6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=LINES, data=st.data())
def test_whatever_is_said(tmp_path: Path, texts: list[str], data: st.DataObject) -> None:
    spans, at = [], 1_000
    for _ in texts:
        at += data.draw(st.integers(0, 900))
        spans.append((at, at + data.draw(st.integers(1, 30_000))))
        at = spans[-1][1]
    path = tmp_path / "siaran.srt"
    script = script_of(*texts)
    if any(len("".join(naskah.plain(text).split())) > end - start for text, (start, end) in zip(texts, spans, strict=True)):
        return  # faster than a letter a millisecond: rows need not hold
    count = export_captions(script, bulletin_of(*spans), path)
    found = read(path)
    assert len(found) == count
    before = 0
    for start, end, rows in found:
        assert before <= start < end
        before = end
        assert all(0 < len(row) <= ROW for row in rows)
        assert any(first <= start and end <= last for first, last in spans), "inside the time of its line"
    said = "".join("".join(rows) for _, _, rows in found)
    meant = "".join(naskah.plain(text) for text in texts).translate(str.maketrans("<>{}", "‹›()"))
    assert visible(said) == visible(meant), "no word is lost or added"


def visible(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]", "", text)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.integers(1, 15), min_size=1, max_size=80), ms=st.integers(20_000, 90_000))
def test_no_caption_flashes_by(words: list[int], ms: int) -> None:
    text = " ".join("k" * length for length in words)
    found = list(caption(script_of(text), bulletin_of((0, ms))))
    assert found[0].start_ms == 0
    assert found[-1].end_ms == ms
    assert all(one.end_ms - one.start_ms >= LEAST_MS for one in found)


def test_no_lines_no_captions(tmp_path: Path) -> None:
    assert export_captions(script_of(), bulletin_of(), tmp_path / "kosong.srt") == 0
    assert (tmp_path / "kosong.srt").read_bytes() == b""


def test_unwritable(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"Folder .* tidak ada"):
        export_captions(script_of("a"), bulletin_of((0, 900)), tmp_path / "tidak" / "siaran.srt")
