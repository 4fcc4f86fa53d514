"""Bringing articles into the inbox: each once, whatever happens in between."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast.collect import Brought, collect, tidy_inbox
from broadcast.collect.lock import locked
from broadcast.errors import OutputError, SourceError
from broadcast.intake import NothingNewError, intake
from broadcast.model import Article, Source

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
FEED = Source("kabar", "https://contoh.id/feed")
FLOOD = Article(
    "banjir-surut-3f2943d5",
    "https://contoh.id/banjir-surut",
    "Air sungai di Desa Klepu mulai surut sejak Senin pagi.\nWarga membersihkan rumah dibantu relawan dari tiga kecamatan.",
    "Banjir Surut",
    "Siti Rahmawati",
    "Kabar Contoh",
    date(2026, 11, 22),
)
PRICE = Article("harga-cabai-0a1b2c3d", "https://contoh.id/harga", "Harga cabai rawit di Pasar Wanasari naik dua kali lipat pekan ini.")


def reader(*found: Article | SourceError) -> Callable[[Source, Container[str]], Iterable[Article | SourceError]]:
    """Read like intake: known articles are left out."""
    return lambda _, known: [one for one in found if isinstance(one, SourceError) or one.id not in known]


def bring(inbox: Path, *found: Article | SourceError, today: date = TODAY) -> Brought:
    (brought,) = collect([FEED], inbox, reader(*found), today)
    return brought


def counts(brought: Brought) -> tuple[int, int, int]:
    return brought.new, brought.changed, brought.known


def names(inbox: Path) -> list[str]:
    return sorted(path.name for path in inbox.iterdir() if not path.name.startswith("."))


def read(inbox: Path) -> list[Article]:
    found = list(intake([str(inbox)]))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def changed(article: Article, sentence: str) -> Article:
    return replace(article, text=f"{article.text}\n{sentence}")


MORE = "Sebanyak dua ratus keluarga masih bertahan di posko hingga Senin malam."
STILL_MORE = "Bupati meninjau tanggul yang jebol dan menjanjikan perbaikan bulan depan."


# ---------------------------------------------------------------- once


def test_new_articles_come_back_as_they_were(tmp_path: Path) -> None:
    inbox = tmp_path / "kiriman" / "baru"
    assert counts(bring(inbox, FLOOD, PRICE)) == (2, 0, 0)
    assert names(inbox) == ["2026-11-22_banjir-surut-3f2943d5.json", "2026-11-23_harga-cabai-0a1b2c3d.json"]
    assert read(inbox) == [FLOOD, PRICE]
    written = json.loads((inbox / names(inbox)[1]).read_text("utf-8"))
    assert (written["date"], written["fetched"]) == (None, "2026-11-23")


def test_each_article_comes_once(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD, PRICE)
    for day in range(40):
        assert counts(bring(tmp_path, FLOOD, PRICE, today=TODAY + day * DAY)) == (0, 0, 2)
    assert len(names(tmp_path)) == 2


def test_two_sources_with_one_article(tmp_path: Path) -> None:
    found = list(collect([FEED, Source("lain", "https://contoh.id/lain")], tmp_path, reader(FLOOD), TODAY))
    assert [counts(one) for one in found] == [(1, 0, 0), (0, 0, 1)]
    assert [one.source.name for one in found] == ["kabar", "lain"]


def test_what_staff_deletes_stays_away(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD)
    (tmp_path / names(tmp_path)[0]).unlink()
    assert counts(bring(tmp_path, FLOOD)) == (0, 0, 1)
    assert counts(bring(tmp_path, changed(FLOOD, MORE))) == (0, 0, 1)
    assert names(tmp_path) == []


def test_what_staff_edits_is_not_brought_again(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD)
    path = tmp_path / names(tmp_path)[0]
    path.write_text(path.read_text("utf-8").replace("Desa Klepu", "Desa Klepu Lor"), "utf-8")
    assert counts(bring(tmp_path, FLOOD)) == (0, 0, 1)
    (found,) = read(tmp_path)
    assert "Klepu Lor" in found.text
    assert found.id == FLOOD.id
    path.write_text('{"text": "Disunting tangan.", "fetched": "ya", "catatan": 1}', "utf-8")
    assert read(tmp_path)[0].text == "Disunting tangan."


def test_a_changed_article_comes_beside_the_older(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD)
    newer, newest = changed(FLOOD, MORE), changed(changed(FLOOD, MORE), STILL_MORE)
    assert counts(bring(tmp_path, newer)) == (0, 1, 0)
    assert counts(bring(tmp_path, newer, FLOOD)) == (0, 0, 2)
    assert counts(bring(tmp_path, newest, today=TODAY + DAY)) == (0, 1, 0)
    stem = "2026-11-22_banjir-surut-3f2943d5"
    assert names(tmp_path) == [f"{stem}.json", f"{stem}_2.json", f"{stem}_3.json"]
    assert [one.text for one in read(tmp_path)] == [FLOOD.text, newer.text, newest.text]


def test_only_sentences_make_an_article_new(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD)
    noise = ("Dibaca 1.204 kali", "Baca Juga: Jalan Pantura Macet Total Sejak Subuh Karena Truk Mogok", "  ")
    assert [counts(bring(tmp_path, changed(FLOOD, row))) for row in noise] == [(0, 0, 1)] * 3
    assert counts(bring(tmp_path, replace(FLOOD, text=FLOOD.text.upper(), title="Judul Baru"))) == (0, 0, 1)


def test_only_fresh_articles_are_asked_for_again(tmp_path: Path) -> None:
    asked: list[bool] = []

    def watching(_source: Source, known: Container[str]) -> Sequence[Article]:
        asked.append(FLOOD.id not in known)
        return [FLOOD] if asked[-1] else []

    found = [next(iter(collect([FEED], tmp_path, watching, TODAY + day * DAY))) for day in (0, 0, 1, 2, 30)]
    assert asked == [True, True, True, False, False]
    assert [counts(one) for one in found] == [(1, 0, 0)] + [(0, 0, 1)] * 4


def test_a_page_as_a_source_is_always_asked_for_again(tmp_path: Path) -> None:
    page = Source("pangan", "https://contoh.id/harga", kind="page")
    for day in range(4):
        told = replace(PRICE, text=f"Harga cabai rawit di Pasar Wanasari hari ini {50 + day} ribu rupiah per kilogram.")
        (brought,) = collect([page], tmp_path, reader(told), TODAY + day * DAY)
        assert counts(brought) == ((0, 1, 0) if day else (1, 0, 0))
    assert len(names(tmp_path)) == 4


@given(
    title=st.text(max_size=30),
    text=st.text(min_size=1).filter(str.strip) | st.just("Baris\u2028dua\x85tiga &amp; <br> \ud83d sisa\x00\x0b\r\n akhir."),
    day=st.none() | st.dates(),
)
@settings(max_examples=80, deadline=None)
def test_any_article_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, title: str, text: str, day: date | None) -> None:
    inbox = tmp_path_factory.mktemp("inbox")
    article = replace(FLOOD, title=title, text=text, date=day)
    bring(inbox, article)
    assert read(inbox) == [article]
    assert counts(bring(inbox, article)) == (0, 0, 1)


@pytest.mark.parametrize("name", ["CON", "a/b\\c:d", "x" * 300, "é ?*", "..", "banjir_2"])
def test_any_id_makes_a_file(tmp_path: Path, name: str) -> None:
    article = replace(FLOOD, id=name)
    assert counts(bring(tmp_path, article)) == (1, 0, 0)
    (found,) = names(tmp_path)
    assert len(found) < 120
    assert not set(found) & set('\\/:*?"<>| ')
    (tmp_path / ".seen").unlink()
    assert counts(bring(tmp_path, article)) == (0, 0, 1)


def test_an_article_too_large_to_read_back_is_refused(tmp_path: Path) -> None:
    brought = bring(tmp_path, replace(FLOOD, text="Air surut. " * 500_000), PRICE)
    assert counts(brought) == (1, 0, 0)
    assert brought.troubles[0].startswith(FLOOD.source)


# ---------------------------------------------------------------- sources that fail


def test_a_source_that_fails_stops_no_other(tmp_path: Path) -> None:
    broken = Source("rusak", "https://rusak.id")

    def read_one(source: Source, _known: Container[str]) -> Sequence[Article | SourceError]:
        return [SourceError("https://rusak.id: tidak menjawab.")] if source is broken else [SourceError("satu halaman hilang"), FLOOD]

    first, second = collect([broken, FEED], tmp_path, read_one, TODAY)
    assert (first.failed, first.troubles) == (True, ("https://rusak.id: tidak menjawab.",))
    assert (second.failed, counts(second), second.troubles) == (False, (1, 0, 0), ("satu halaman hilang",))


def test_nothing_new_is_no_failure(tmp_path: Path) -> None:
    brought = bring(tmp_path, NothingNewError("semuanya lebih tua dari 2 hari"))
    assert (brought.failed, brought.troubles, brought.notes) == (False, (), ("semuanya lebih tua dari 2 hari",))


def test_an_inbox_that_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", "utf-8")
    with pytest.raises(OutputError, match="berkas"):
        bring(tmp_path / "berkas", FLOOD)
    with pytest.raises(OutputError, match="inbox"):
        bring(tmp_path / "berkas" / "inbox", FLOOD)
    (tmp_path / "x" / ".seen").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"\.seen"):
        bring(tmp_path / "x", FLOOD)


# ---------------------------------------------------------------- the seen-list


def test_a_torn_list_loses_and_doubles_nothing(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD, PRICE)
    seen = tmp_path / ".seen"
    whole = seen.read_bytes()
    for end in range(0, len(whole), 7):
        seen.write_bytes(whole[:end])
        assert counts(bring(tmp_path, FLOOD, PRICE)) == (0, 0, 2)
        assert len(names(tmp_path)) == 2
        assert sorted(seen.read_bytes().splitlines()) == sorted(whole.splitlines())
    seen.write_bytes(whole + bytes(512))
    bring(tmp_path, FLOOD, PRICE)
    assert seen.read_bytes() == whole


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\n\n\t\t\t\n", b"a\tb\tc\td\n", b"2026-11-23\t2026-11-23\tabc\n"])
def test_rubbish_in_the_list_is_passed_over(tmp_path: Path, raw: bytes) -> None:
    bring(tmp_path, FLOOD)
    (tmp_path / ".seen").write_bytes(raw)
    assert counts(bring(tmp_path, FLOOD, PRICE)) == (1, 0, 1)


def test_what_no_source_has_any_more_is_forgotten(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD, PRICE)
    for path in tmp_path.glob("*.json"):
        path.unlink()
    for day in range(0, 120, 6):
        assert counts(bring(tmp_path, FLOOD, today=TODAY + day * DAY)) == (0, 0, 1), day
    kept = (tmp_path / ".seen").read_text("utf-8")
    assert FLOOD.id in kept
    assert PRICE.id not in kept
    assert kept.count("\n") < 20
    assert counts(bring(tmp_path, FLOOD, PRICE, today=TODAY + 121 * DAY)) == (1, 0, 1)


# ---------------------------------------------------------------- the archive


def test_old_articles_go_to_the_archive_and_stay_known(tmp_path: Path) -> None:
    own = tmp_path / "2026-01-01_tulisan-sendiri.json"
    own.write_text('{"text": "Tulisan redaksi sendiri."}', "utf-8")
    (tmp_path / "rilis.txt").write_text("Rilis.", "utf-8")
    bring(tmp_path, FLOOD, PRICE)
    assert tidy_inbox(tmp_path, TODAY + 2 * DAY, 3) == 0
    assert tidy_inbox(tmp_path, TODAY + 3 * DAY, 3) == 1
    assert names(tmp_path) == ["2026-01-01_tulisan-sendiri.json", "2026-11-23_harga-cabai-0a1b2c3d.json", "arsip", "rilis.txt"]
    assert [one.id for one in read(tmp_path)] == ["2026-01-01_tulisan-sendiri", PRICE.id, "rilis"]
    assert read(tmp_path / "arsip") == [FLOOD]
    (tmp_path / ".seen").unlink()
    assert counts(bring(tmp_path, FLOOD)) == (0, 0, 1)
    assert counts(bring(tmp_path, changed(FLOOD, MORE))) == (0, 1, 0)
    assert "2026-11-22_banjir-surut-3f2943d5_2.json" in names(tmp_path)
    assert tidy_inbox(tmp_path, TODAY + 30 * DAY, 3) == 2
    assert len(names(tmp_path / "arsip")) == 3
    assert tidy_inbox(tmp_path / "tidak-ada", TODAY, 3) == 0


def test_the_archive_overwrites_nothing(tmp_path: Path) -> None:
    bring(tmp_path, FLOOD)
    (tmp_path / "arsip").mkdir()
    held = tmp_path / "arsip" / names(tmp_path)[0]
    held.write_text("milik redaksi", "utf-8")
    assert tidy_inbox(tmp_path, TODAY + 30 * DAY, 3) == 1
    assert held.read_text("utf-8") == "milik redaksi"
    assert len(names(tmp_path / "arsip")) == 2


# ---------------------------------------------------------------- cut off, and at once

CRASHING = """
import os, sys
from datetime import date
from pathlib import Path
sys.path.insert(0, {root!r})
from broadcast.collect import collect
from broadcast.model import Article, Source

inbox, stop, steps = Path(sys.argv[1]), int(sys.argv[2]), 0

def step():
    global steps
    steps += 1
    if steps == stop:
        os._exit(9)

def heard(event, arguments):
    if event in {{"open", "os.rename", "os.remove", "os.mkdir"}} and str(arguments[0]).startswith(str(inbox)):
        step()

def fsync(descriptor, real=os.fsync):
    step()
    real(descriptor)
    step()

os.fsync = fsync
sys.addaudithook(heard)
text = "Isi berita nomor {{}} yang cukup panjang sekali."
found = [Article(f"berita-{{n}}-0000000{{n}}", f"https://contoh.id/{{n}}", text.format(n)) for n in (1, 2)]
list(collect([Source("a", "https://contoh.id")], inbox, lambda source, known: found, date(2026, 11, 23)))
"""
NEWS = [Article(f"berita-{n}-0000000{n}", f"https://contoh.id/{n}", f"Isi berita nomor {n} yang cukup panjang sekali.") for n in (1, 2)]


def crash(inbox: Path, stop: int) -> int:
    words = [sys.executable, "-c", CRASHING.format(root=str(ROOT)), str(inbox), str(stop)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 9}, done.stderr
    return done.returncode


def test_a_run_cut_off_anywhere_loses_and_doubles_nothing(tmp_path: Path) -> None:
    steps = 0
    while True:
        steps += 1
        inbox = tmp_path / str(steps)
        whole = crash(inbox, steps) == 0
        bring(inbox, *NEWS)
        assert read(inbox) == NEWS, steps
        assert counts(bring(inbox, *NEWS)) == (0, 0, 2)
        assert len(names(inbox)) == 2
        if whole:
            break
    assert steps > 10


def test_a_run_cut_off_after_a_file_does_not_bring_back_what_was_deleted_later(tmp_path: Path) -> None:
    bring(tmp_path, *NEWS)
    (tmp_path / ".seen").unlink()  # as if cut off before the list was written
    bring(tmp_path, *NEWS)
    for path in tmp_path.glob("*.json"):
        path.unlink()
    assert counts(bring(tmp_path, *NEWS)) == (0, 0, 2)


AT_ONCE = """
import sys
from datetime import date
from pathlib import Path
sys.path.insert(0, {root!r})
from broadcast.collect import collect
from broadcast.model import Article, Source

def read(source, known):
    number = int(source.name)
    text = "Isi berita nomor {{}} yang cukup panjang sekali."
    return [Article(f"b-{{n}}", f"https://contoh.id/{{n}}", text.format(n)) for n in range(number, number + 5)]

sources = [Source(str(number), "https://contoh.id") for number in range(0, 20, 2)]
print(sum(one.new for one in collect(sources, Path(sys.argv[1]), read, date(2026, 11, 23))))
"""


def test_runs_at_once_bring_each_article_once(tmp_path: Path) -> None:
    words = [sys.executable, "-c", AT_ONCE.format(root=str(ROOT)), str(tmp_path)]
    runs = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    brought = [int(run.communicate()[0]) for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert sum(brought) == 23
    assert len(names(tmp_path)) == 23
    assert len([row for row in (tmp_path / ".seen").read_text("utf-8").splitlines() if row.startswith("2026")]) == 23


HOLDING = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from broadcast.collect.lock import locked
with locked(Path(sys.argv[1])):
    print("ada", flush=True)
    sys.stdin.read()
    os._exit(9)
"""


def test_a_lock_is_waited_for_and_never_stale(tmp_path: Path) -> None:
    words = [sys.executable, "-c", HOLDING.format(root=str(ROOT)), str(tmp_path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "ada\n"
        with pytest.raises(OutputError, match="fetch lain"), locked(tmp_path, wait_s=0.2):
            pass
        holder.communicate()  # it ends without letting go
    assert holder.returncode == 9
    with locked(tmp_path, wait_s=0):
        pass
    assert counts(bring(tmp_path, FLOOD)) == (1, 0, 0)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere, and Windows has other rights")
def test_an_inbox_without_permission_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="izin"):
            bring(tmp_path, FLOOD)
    finally:
        tmp_path.chmod(0o700)
