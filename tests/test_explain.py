"""`clean --explain`: every cut stands at its paragraph, once, and what is shown as kept is what airs."""

import os
import re
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast import clean as cleaning
from broadcast.clean import clean
from broadcast.cli.replay import Fate, changes, coloured, explained, plain, replay
from broadcast.intake import intake
from broadcast.model import Article, Cut, Lexicon, Story
from broadcast.station import open_station

LEXICON = open_station(None).lexicon
SEEDS = list(intake([str(ROOT / "seeds")]))
RAW = (
    "PATI, KABAR.ID – Warga Desa Klepu ,Kecamatan Winong( 12 kepala keluarga )mengungsi sejak Minggu (22/11/2026).\n"
    "Baca Juga: Harga Cabai Naik Lagi\n"
    "Hujan deras turun selama enam jam.\u200b Air masuk ke rumah&nbsp;warga.\n"
    "Hujan deras turun selama enam jam.\u200b Air masuk ke rumah&nbsp;warga.\n"
    "ADVERTISEMENT\n"
    "Kepala Desa Klepu, Sarwono, meminta warga tetap waspada.\n"
    "ADVERTISEMENT\n"
    "Penulis: Lina Marlina\n"
)


def article(text: str, title: str = "") -> Article:
    return Article("a", "a.txt", text, title)


def rows(text: str, story: Story) -> list[str]:
    return list(explained(article(text), story, LEXICON.table("clean_rules"), plain))


def faithful(source: Article, story: Story) -> None:
    """Every cut has one place, its texts chain, and what stands at the end is the story."""
    played = replay(source.text, story)
    placed = [cut for fate in played.fates for cut in fate.cuts]
    assert sorted(map(repr, (*placed, *played.unplaced))) == sorted(map(repr, story.cuts))
    for fate in played.fates:
        texts = [fate.before, *(cut.after for cut in fate.cuts)]
        assert [cut.before for cut in fate.cuts] == texts[:-1]
        assert fate.after == texts[-1]
    shown = list(explained(source, story, LEXICON.table("clean_rules"), plain))
    assert sum(bool(re.match(r"    [~x] \w+: ", row)) for row in shown) == len(story.cuts)


def exact(source: Article) -> None:
    story = clean(source, LEXICON)
    faithful(source, story)
    played = replay(source.text, story)
    assert not played.unplaced
    assert tuple(fate.after for fate in played.fates if fate.after) == story.body


def test_every_rule_is_explained() -> None:
    rules = {rule.__name__ for rule in (*cleaning.MENDING, *cleaning.MENDING_LARGE, *cleaning.RULES)}
    table = LEXICON.table("clean_rules")
    assert sorted(rules - set(table)) == [], "add a line to scripts/clean_rules.tsv"
    assert sorted(set(table) - rules) == [], "remove the line from scripts/clean_rules.tsv"
    assert all(cells and 10 < len(cells[0]) < 100 and not cells[0].endswith(".") for cells in table.values())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda found: found.id[:3])
def test_seeds_are_explained_to_the_last_cut(seed: Article) -> None:
    exact(seed)


def fixtures() -> list[str]:
    return sorted({case for path in (ROOT / "tests" / "clean").glob("*.md") for case in re.split(r"\n\.\n", path.read_text("utf-8"))})


def test_the_cases_of_clean_are_explained_to_the_last_cut() -> None:
    assert len(fixtures()) > 100
    for text in fixtures():
        exact(article(text))


def test_equal_paragraphs_and_every_kind_of_change() -> None:
    exact(article(RAW))
    exact(article(RAW * 2))


lines = st.sampled_from([*RAW.splitlines(), "", "  ", "KABAR.ID", "(red)", "Kata demi kata , titik.Lalu"])


@settings(max_examples=60, deadline=None)
@given(st.lists(lines | st.text(max_size=40), max_size=14).map("\n".join))
def test_any_article_is_explained_faithfully(text: str) -> None:
    source = article(text)
    faithful(source, clean(source, LEXICON))


texts = st.text(st.sampled_from("ab ,.“”1\u200b"), max_size=30)


@given(texts, texts)
def test_marks_hold_both_texts(before: str, after: str) -> None:
    pieces = list(changes(before, after))
    assert "".join(text for kind, text in pieces if kind != "new") == before
    assert "".join(text for kind, text in pieces if kind != "gone") == after


def test_a_huge_paragraph_is_shown_before_and_after() -> None:
    huge = "kata " * 5_000
    assert list(changes(huge, huge + "x")) == [("gone", huge), ("new", huge + "x")]


def test_a_cut_without_a_place_is_listed() -> None:
    lost = Cut("mend_spacing", "tidak ada ,di mana pun", "tidak ada, di mana pun")
    story = Story("a", "a", ("Satu.",), cuts=(lost,))
    assert replay("Satu.", story).unplaced == (lost,)
    assert replay("Satu.", story).fates == (Fate("Satu.", "Satu.", ()),)
    shown = rows("Satu.", story)
    assert shown.index("Perubahan lain, yang paragrafnya tidak utuh lagi:") > shown.index("Satu.")
    assert "tidak ada{+,+} [-,-]di mana pun" in shown


def test_the_page_without_colour() -> None:
    shown = rows(RAW, clean(article(RAW), LEXICON))
    assert shown[0] == "# a.txt"
    assert shown[1].startswith("[-PATI, KABAR.ID – -]Warga Desa Klepu{+,+} [-,-]Kecamatan")
    assert "    ~ lift_dateline: tempat dan media di awal berita diangkat menjadi data" in shown
    assert "[-Baca Juga: Harga Cabai Naik Lagi-]" in shown
    assert shown.count("[-ADVERTISEMENT-]") == 2
    assert any(r"[-\u200b-]" in row for row in shown)
    assert {"  tempat: Pati", "  penulis: Lina Marlina", "  media: KABAR.ID", "  tanggal: 2026-11-22", "  judul: -"} <= set(shown)
    assert shown[-1] == "11 perubahan: 5 paragraf dibuang, 2 diubah, 1 tetap."


def test_colour() -> None:
    assert coloured("gone", "a") == "\x1b[31m\x1b[9ma\x1b[0m"
    assert coloured("new", "a") == "\x1b[32m\x1b[1ma\x1b[0m"
    assert coloured("same", "a") == "a\x1b[0m"


def test_flags_are_told() -> None:
    source = article("Kata demi kata. " * 30_000)
    shown = list(explained(source, clean(source, Lexicon()), {}, plain))
    assert any(row.startswith("  PERLU_CEK: teks ini terlalu panjang") for row in shown)


def test_the_command(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RAW, "utf-8")
    done = run("clean", path, "--explain")
    assert done.returncode == 0
    assert "[-Baca Juga: Harga Cabai Naik Lagi-]\n    x drop_read_also: tautan" in done.stdout
    assert "\x1b" not in done.stdout
    done = run("clean", path, "--explain", "--json")
    assert done.returncode == 2
    assert "Pilih salah satu" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("asked", "colour"), [("", True), ("1", False)])
def test_the_terminal_has_colour_unless_it_wants_none(tmp_path: Path, asked: str, colour: bool) -> None:
    import pty
    import subprocess

    path = tmp_path / "a.txt"
    path.write_text(RAW, "utf-8")
    near, far = pty.openpty()
    words = [sys.executable, "-m", "broadcast", "clean", "--explain", str(path)]
    subprocess.run(words, cwd=ROOT, stdout=far, env=os.environ | {"NO_COLOR": asked, "PYTHONUTF8": "1"}, check=True)
    shown = os.read(near, 100_000).decode("utf-8", "replace")
    os.close(near)
    os.close(far)
    assert ("\x1b[31m" in shown) is colour
    assert ("[-Baca Juga" in shown) is not colour
