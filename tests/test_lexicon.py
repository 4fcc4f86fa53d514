"""The station's own words, from the command line to the sound: add, check, list, and read --explain."""

from __future__ import annotations

import wave
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcast import audition
from broadcast.checkup import init
from broadcast.cli import main
from broadcast.errors import OutputError, StationError
from broadcast.model import Item, Kind, Lexicon, Line, Script, Story
from broadcast.pronounce import explain, pronounce, say
from broadcast.pronounce.hard_words import hard_words
from broadcast.station import open_station

LEXICON = open_station(None).lexicon


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "radio-kami"
    init(folder)
    return folder


def run(*words: object) -> int:
    return main([str(word) for word in words])


def spoken(text: str, lexicon: Lexicon) -> str:
    item = Item(Kind.NEWS, (Line(text),), id="uji")
    script = Script("Warta", "Radio", datetime(2026, 11, 23, 14, tzinfo=UTC), "utama", (item,))
    return pronounce(script, lexicon).items[0].lines[0].spoken


# ---------------------------------------------------------------- add


def test_an_entry_is_heard_kept_and_read(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home.parent)
    assert run("--station", home, "lexicon", "add", "As'at", "as at") == 0
    with wave.open("contoh.wav") as sound:
        assert sound.getnframes() > sound.getframerate()
    told = capsys.readouterr().err
    assert "contoh.wav" in told
    assert "station.tsv" in told
    assert say("Bupati As’at hadir.", open_station(home).lexicon) == "Bupati as at hadir."
    assert run("--station", home, "read", "AS'AT tiba") == 0
    assert capsys.readouterr().out == "as at tiba\n"
    assert run("--station", home, "lexicon", "list") == 0
    assert capsys.readouterr().out == "As'at\tas at\n"


def test_an_entry_is_replaced_only_when_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = audition.own_table(home)
    assert run("--station", home, "lexicon", "add", "Xabiru", "sabiru", "--tanpa-suara") == 0
    before = table.read_bytes()
    assert run("--station", home, "lexicon", "add", "Xabiru", "zabiru", "--tanpa-suara") == 2
    assert "--ganti" in capsys.readouterr().err
    assert table.read_bytes() == before
    assert run("--station", home, "lexicon", "add", "Xabiru", "sabiru", "--tanpa-suara") == 0
    assert "Sudah ada" in capsys.readouterr().err
    assert run("--station", home, "lexicon", "add", "Xabiru", "zabiru", "--ganti", "--tanpa-suara") == 0
    assert open_station(home).lexicon.table("station") == {"Xabiru": ("zabiru",)}


def test_without_a_station_folder_it_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BROADCAST_STATION", raising=False)
    assert run("lexicon", "add", "As'at", "as at") == 2
    assert "broadcast init" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [("", "a"), ("#a", "a"), ("a\tb", "a"), ("x" * 61, "a"), ("'-", "a"), ("Ani", ""), ("Ani", "a2"), ("Ani", "a/b"), ("Ani", "[[a]]")],
)
def test_what_cannot_be_kept_or_spoken_is_refused(home: Path, written: str, said: str) -> None:
    before = audition.own_table(home).read_bytes()
    with pytest.raises(StationError, match="tidak dapat"):
        audition.keep_entry(home, written, said)
    assert audition.own_table(home).read_bytes() == before


def test_a_voice_that_cannot_speak_keeps_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "voices" / "rusak.toml").write_text('name = "Rusak"\nengine = "tidakada"\n', "utf-8")
    before = audition.own_table(home).read_bytes()
    assert run("--station", home, "lexicon", "add", "Ani", "èni", "--voice", "rusak", "-o", home / "c.wav") == 3
    assert audition.own_table(home).read_bytes() == before
    assert run("--station", home, "lexicon", "add", "Ani", "èni", "-o", home / "c.ogg") == 2
    assert ".wav" in capsys.readouterr().err


def test_comments_order_columns_and_line_ends_stay(home: Path) -> None:
    table = audition.own_table(home)
    table.write_bytes("\ufeff# kamus kami\r\nAni\tani\tcatatan\r\n\r\n# lain\r\nBudi\tbudi".encode())
    audition.keep_entry(home, "Ani", "èni")
    audition.keep_entry(home, "Citra", "sitra")
    assert table.read_bytes().decode() == "\ufeff# kamus kami\r\nAni\tèni\tcatatan\r\n\r\n# lain\r\nBudi\tbudi\r\nCitra\tsitra\r\n"


def test_a_missing_table_is_made_and_a_broken_one_is_told(tmp_path: Path) -> None:
    path = audition.keep_entry(tmp_path, "Ani", "èni")
    assert path.read_text("utf-8") == f"{audition.HEAD}Ani\tèni\n"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StationError, match="UTF-8"):
        audition.keep_entry(tmp_path, "Budi", "budi")
    path.unlink()
    path.mkdir()
    with pytest.raises(OutputError):
        audition.keep_entry(tmp_path, "Budi", "budi")


ENTRY = st.from_regex(r"[A-Za-z][A-Za-z' -]{0,20}[a-z]", fullmatch=True)


@given(st.dictionaries(ENTRY, st.from_regex(r"[a-zéê]{1,9}( [a-zéê]{1,9})?", fullmatch=True), max_size=6))
def test_whatever_was_kept_is_read_back(entries: dict[str, str]) -> None:
    text = audition.HEAD
    for written, said in entries.items():
        text = audition.with_entry(text, written, said)
    rows = [tuple(row.split("\t")) for row in text.splitlines() if not row.startswith("#")]
    assert rows == list(entries.items())


# ---------------------------------------------------------------- the station's own words win


@pytest.mark.parametrize(
    ("written", "said", "sentence", "heard"),
    [
        ("Macron", "makron", "Presiden Macron tiba", "Présidèn makron tiba."),
        ("Kim Jong Un", "kim cong un", "Kim Jong Un pulang", "kim cong un pulang."),
        ("KPK", "komisi itu", "KPK menahan dua orang", "komisi itu mênahan dua orang."),
        ("Rp", "uang", "Simbol Rp dipakai", "Simbol uang dipakai."),
        ("Jum'at", "jumat", "Salat Jum’at dimulai", "Salat jumat dimulai."),
        ("tie-in", "tai in", "Acara Tie-in dibuka", "Acara tai in dibuka."),
        ("bupati lumajang", "pak bupati", "Bupati Lumajang hadir", "pak bupati hadir."),
        ("e-KTP", "kartu tanda", "Warga membuat e-KTP baru", "Warga mêmbuat kartu tanda baru."),
        ("apel", "apèl", "Petani memanen buah apel", "Pêtani mêmanèn buah apèl."),
    ],
)
def test_the_stations_words_win_over_every_table(written: str, said: str, sentence: str, heard: str) -> None:
    own = Lexicon({**LEXICON.tables, "station": {written: (said,)}})
    assert spoken(sentence, own) == heard


def test_the_stations_words_win_over_what_an_article_explains() -> None:
    own = Lexicon({**LEXICON.tables, "station": {"AS": ("a sè",)}})
    assert "ketua a sè dilantik" in say("Asosiasi Siswa (AS) berdiri; ketua AS dilantik.", own)


def test_capitals_decide_as_documented() -> None:
    own = Lexicon({**LEXICON.tables, "station": {"Serang": ("sérang",), "cabai": ("cabé",), "Ani": ("èni",), "Ani Sari": ("ani sari",)}})
    assert say("Kota Serang, serang balik, SERANG", own) == "Kota sérang, serang balik, sérang"
    assert say("cabai Cabai CABAI", own) == "cabé cabé cabé"
    assert say("Ani Sari dan Ani; Anita", own) == "ani sari dan èni; Anita"


# ---------------------------------------------------------------- check


def test_hard_words_are_asked_about_and_others_not() -> None:
    text = "Warga Desa Sumberejo menemui Nguyen Xuan Phuc, As'at, dan Kapolres AKBP Budi Santoso pada hari Jum'at pukul 09.00 WIB."
    found = {word.written: word for word in hard_words(text, LEXICON)}
    assert {"Xuan", "Phuc", "As'at"} <= set(found)
    assert not {"Warga", "Desa", "Budi", "Santoso", "Jum'at", "menemui", "WIB", "AKBP"} & set(found)
    assert all(word.why for word in found.values())


def test_what_the_station_or_a_table_knows_is_not_asked() -> None:
    own = Lexicon({**LEXICON.tables, "station": {"Phuc": ("fuk",), "As'at": ("as at",)}})
    assert [word.written for word in hard_words("Phuc dan As'at bertemu Zelensky dan Kim Jong Un.", own)] == []


def test_hard_words_are_counted_over_articles() -> None:
    stories = [Story("satu", "a", ("Youtefa ramai.", "Di Youtefa ada pasar.")), Story("dua", "b", ("Xabiru datang.",))]
    first, second = audition.ask_about(stories, LEXICON)
    assert (first.word.written, first.count, first.story, first.example) == ("Youtefa", 2, "satu", "Youtefa ramai.")
    assert second.word.written == "Xabiru"


def test_check_lists_few_words_of_the_seeds_with_ready_commands(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--station", home, "lexicon", "check", home / "seeds") == 1
    rows = capsys.readouterr().out.splitlines()
    words, commands = rows[::2], rows[1::2]
    assert 3 <= len(words) <= 15, "an announcer asks about few words"
    assert all(row.startswith('  broadcast lexicon add "') for row in commands)
    assert any("As’at" in row for row in words)
    written, said = commands[0].split('"')[1::2]
    assert run("--station", home, "lexicon", "add", written, said, "--tanpa-suara") == 0
    assert run("--station", home, "lexicon", "check", home / "seeds") == 1
    assert not any(row.startswith(f"{written} (") for row in capsys.readouterr().out.splitlines())


def test_check_says_when_there_is_nothing(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = tmp_path / "mudah.txt"
    plain.write_text("Warga menanam pohon di tepi sungai.\n", "utf-8")
    assert run("--station", home, "lexicon", "check", plain) == 0
    assert "Tidak ada kata sulit" in capsys.readouterr().err
    assert run("--station", home, "lexicon", "check", tmp_path / "tidak-ada.txt") == 3


# ---------------------------------------------------------------- read --explain


def test_explain_shows_class_place_and_reading_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "--explain", "Harga Rp5.000 naik, kata Kretenwul.") == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["KELAS", "LETAK", "TERTULIS", "DIBACA"]
    money = next(row for row in rows if row.startswith("uang"))
    assert money.split()[1:3] == ["6-13", "Rp5.000"]
    assert money[head.index("DIBACA") :] == "lima ribu rupiah"
    assert rows[-1] == "Bunyi e ditebak: Kretenwul"
    assert rows[-2].startswith("Dibaca: Harga lima ribu rupiah naik, kata Kr")
    assert "\x1b" not in "".join(rows), "colours are for a terminal"


def test_explain_and_vowels_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "--explain", "--vowels", "empat") == 2
    assert "--explain" in capsys.readouterr().err


def test_every_class_of_the_reader_has_an_indonesian_name() -> None:
    from test_pronounce import cases

    from broadcast.cli.explaining import CLASSES

    assert {token.kind for _, written, _ in cases() for token in explain(written, LEXICON)} <= set(CLASSES)
