"""Near-duplicates: fictional local news with verdicts written beforehand, then properties, then the whole line."""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import ROOT, Run
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast import archive
from broadcast.match import Matched, match
from broadcast.match.candidates import candidates
from broadcast.match.choice import Kinship, kinships, outdone
from broadcast.match.compare import Kin
from broadcast.match.words import words_of
from broadcast.model import Aired, FlagCode, Item, Kind, Lexicon, Line, Script, Story
from broadcast.station import open_station

CASES = ROOT / "tests" / "match"
NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001  # as the archive's folders tell it


def read_stories() -> Mapping[str, Story]:
    found = {}
    for block in (CASES / "stories.md").read_text("utf-8").split("\n## ")[1:]:
        head, title, *body = [row for row in block.splitlines() if row.strip()]
        key, day, outlet = (part.strip() for part in head.split("|"))
        found[key] = Story(key, f"{key}.txt", tuple(body), title.lstrip("# "), outlet=outlet, date=date.fromisoformat(day))
    return found


def read_verdicts() -> Mapping[tuple[str, str], tuple[str, str]]:
    rows = [row.split("\t") for row in (CASES / "verdicts.tsv").read_text("utf-8").splitlines() if row and not row.startswith("#")]
    return {(first, second): (verdict, why) for first, second, verdict, why in rows}


STORIES = read_stories()
VERDICTS = read_verdicts()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_station(None).lexicon


def judged(first: str, second: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the verdict on two stories alone, and the one that is used where only one is."""
    done = match([STORIES[first], STORIES[second]], [], lexicon)
    if done.left:
        return ("pembaruan" if "kabar lama" in done.left[0].reason else "sama"), done.stories[0].id
    return ("mirip" if any(story.flags for story in done.stories) else "beda"), ""


def test_there_are_enough_cases() -> None:
    assert len(VERDICTS) >= 40
    assert all(key in STORIES for pair in VERDICTS for key in pair)


@pytest.mark.parametrize("pair", VERDICTS, ids=" ".join)
def test_verdict(pair: tuple[str, str], lexicon: Lexicon) -> None:
    wanted, why = VERDICTS[pair]
    verdict, used = judged(*pair, lexicon)
    assert verdict == wanted, why
    assert not used or why.startswith(f"{used}:")


@pytest.mark.parametrize("pair", [pair for pair, (verdict, _) in VERDICTS.items() if verdict != "sama"], ids=" ".join)
def test_the_order_of_arrival_does_not_matter(pair: tuple[str, str], lexicon: Lexicon) -> None:
    assert judged(*pair, lexicon) == judged(*reversed(pair), lexicon)


def test_all_other_pairs_are_two_stories(lexicon: Lexicon) -> None:
    told = list(STORIES.values())
    found = {frozenset((told[kin.story].id, told[kin.other].id)) for kin in kinships(told, len(told), lexicon)}
    wanted = {frozenset(pair) for pair, (verdict, _) in VERDICTS.items() if verdict != "beda"}
    assert found == wanted


def test_everything_at_once(lexicon: Lexicon) -> None:
    done = match(list(STORIES.values()), [], lexicon)
    kept = [story.id for story in done.stories]
    assert kept == [key for key in STORIES if key in kept]
    assert {one.id for one in done.left} == set(STORIES) - set(kept)
    # of each event one story is told, and the newest of those that were renewed
    assert {"api-susulan", "longsor-siang", "gempa-mutakhir", "pasar-malam", "demam-dua"} <= set(kept)
    assert set(STORIES) - set(kept) == {
        *("api-radio", "api-portal", "api-singkat", "longsor-pagi", "longsor-lain", "pilkades-portal", "pilkades-satu-paragraf"),
        *("bola-portal", "motor-portal", "gempa-awal", "pasar-salin", "demam-satu"),
    }
    assert not any(story.flags for story in done.stories)  # the pair that was alike is outdone by a third
    for one in done.left:
        assert one.reason.endswith(f"sertakan dengan --sertakan {one.id}.")
        assert any(f"dari {key} (" in one.reason or f"dengan {key} (" in one.reason for key in kept), one.reason


def test_the_reason_names_the_other_and_why(lexicon: Lexicon) -> None:
    left = match([STORIES["pasar-salin"], STORIES["pasar-malam"]], [], lexicon).left[0]
    assert left.reason == (
        "sama dengan pasar-malam (Radio Semeru: “Revitalisasi Pasar Senduro Rampung Desember”), yang lebih lengkap; "
        "sertakan dengan --sertakan pasar-salin."
    )
    left = match([STORIES["gempa-awal"], STORIES["gempa-mutakhir"]], [], lexicon).left[0]
    assert left.reason.startswith("kabar lama dari gempa-mutakhir (Radio Semeru: “Pemutakhiran: Gempa Malang Bermagnitudo 5,1”)")


def test_other_figures_are_flagged_on_both(lexicon: Lexicon) -> None:
    done = match([STORIES["longsor-pagi"], STORIES["longsor-lain"]], [], lexicon)
    assert [[flag.code for flag in story.flags] for story in done.stories] == [[FlagCode.CHECK]] * 2
    assert "mirip dengan longsor-lain" in done.stories[0].flags[0].note
    assert "5 dan 6" in done.stories[0].flags[0].note


def test_a_newer_text_of_one_article_is_used_whatever_it_says(lexicon: Lexicon) -> None:
    old = replace(STORIES["longsor-lain"], id="2026-11-23_longsor-1a2b")
    new = replace(STORIES["longsor-pagi"], id="2026-11-23_longsor-1a2b_2")
    done = match([old, new], [], lexicon)
    assert [story.id for story in done.stories] == [new.id]
    assert done.left[0].reason.startswith(f"kabar lama dari {new.id}")
    other = replace(STORIES["kopi-satu"], id="2026-11-23_longsor-1a2b_3")  # a page that says new things each day
    assert len(match([old, other], [], lexicon).stories) == 2


def test_what_is_too_long_for_a_story_stays_and_costs_nothing(lexicon: Lexicon) -> None:
    one = Story("a", "a", ("Warga Desa Klepu datang 12 kali pada Senin (23/11/2026). " * 20_000,))
    done = match([one, replace(one, id="b"), STORIES["api-radio"], STORIES["api-singkat"]], [], lexicon)
    assert [story.id for story in done.stories] == ["a", "b", "api-radio"]


def test_a_person_lets_one_in(lexicon: Lexicon) -> None:
    done = match([STORIES["api-radio"], STORIES["api-singkat"]], [], lexicon, {"api-singkat"})
    assert [story.id for story in done.stories] == ["api-radio", "api-singkat"]
    assert not done.left


# ---------------------------------------------------------------- what aired


def aired(*keys: str) -> list[Aired]:
    return [Aired(NOON, STORIES[key]) for key in keys]


def test_the_same_news_may_air_again(lexicon: Lexicon) -> None:
    assert match([STORIES["api-radio"]], aired("api-radio"), lexicon) == Matched((STORIES["api-radio"],))
    assert match([STORIES["api-portal"]], aired("api-radio"), lexicon).stories == (STORIES["api-portal"],)


def test_an_update_of_aired_news_is_told(lexicon: Lexicon) -> None:
    done = match([STORIES["api-susulan"], STORIES["bola-dua"]], aired("api-radio", "bola-satu"), lexicon)
    assert len(done.stories) == 2
    assert [(one.id, one.earlier, one.title, one.air) for one in done.renewals] == [
        ("api-susulan", "api-radio", "Tiga Rumah di Desa Tegalrandu Terbakar, Satu Warga Luka", NOON)
    ]


def test_old_news_of_an_update_that_aired_is_left_out(lexicon: Lexicon) -> None:
    done = match([STORIES["longsor-pagi"], STORIES["truk-senin"]], aired("longsor-siang"), lexicon)
    assert [story.id for story in done.stories] == ["truk-senin"]
    assert done.left[0].reason.startswith("kabar lama dari longsor-siang")
    assert "sudah siar 23-11-2026 pukul 12.00" in done.left[0].reason
    assert match([STORIES["longsor-pagi"]], aired("longsor-siang"), lexicon, {"longsor-pagi"}).left == ()


def test_the_archive_gives_what_aired_in_a_day(tmp_path: Path) -> None:
    air = datetime(2026, 11, 23, 14, tzinfo=UTC)

    def bulletin(when: datetime, *keys: str, news: tuple[str, ...]) -> Path:
        folder = archive.place(tmp_path, when)
        folder.mkdir(parents=True)
        items = tuple(Item(Kind.NEWS, (Line("a"),), id=key) for key in news)
        archive.save(folder / "stories.json", [STORIES[key] for key in keys])
        archive.save(folder / "script.json", Script("a", "b", when, "c", (Item(Kind.OPENING, (Line("a"),)), *items)))
        return folder

    bulletin(air, "bola-satu", news=("bola-satu",))  # this hour, made again
    bulletin(air - timedelta(hours=1), "api-radio", "bola-dua", news=("api-radio",))
    bulletin(air - timedelta(hours=2), "api-radio", "gempa-awal", news=("api-radio", "gempa-awal"))
    bulletin(air - timedelta(hours=23), "kopi-satu", news=("kopi-satu",))
    bulletin(air - timedelta(hours=25), "kopi-dua", news=("kopi-dua",))
    for hours, text in ((3, "rusak"), (4, "[]"), (5, '{"items": [{"kind": "berita"}]}'), (6, "null")):
        (bulletin(air - timedelta(hours=hours), "truk-senin", news=("truk-senin",)) / "script.json").write_text(text, "utf-8")
    (bulletin(air - timedelta(hours=7), "truk-senin", news=("truk-senin",)) / "stories.json").write_text('[{"id": "truk-senin"}]', "utf-8")
    (tmp_path / "2026-11-23" / ".1300-x").mkdir()
    (tmp_path / "2026-11-23" / "catatan.txt").write_text("a", "utf-8")

    found = archive.read_aired(tmp_path, air)
    assert [(one.story.id, one.air.hour) for one in found] == [("api-radio", 13), ("gempa-awal", 12), ("kopi-satu", 15)]
    assert archive.read_aired(tmp_path / "tidak-ada", air) == ()


# ---------------------------------------------------------------- properties


stories = st.lists(st.sampled_from(sorted(STORIES)), max_size=8, unique=True)


@settings(max_examples=40, deadline=None)
@given(stories, stories, stories)
def test_nothing_is_lost(keys: list[str], before: list[str], keep: list[str]) -> None:
    lexicon = open_station_once()
    done = match([STORIES[key] for key in keys], aired(*before), lexicon, set(keep))
    kept = [story.id for story in done.stories]
    assert sorted([*kept, *(one.id for one in done.left)]) == sorted(keys)
    assert kept == [key for key in keys if key in kept]
    assert not {one.id for one in done.left} & set(keep)
    assert all(replace(story, flags=()) == STORIES[story.id] for story in done.stories)
    again = match(done.stories, aired(*before), lexicon, set(keep))
    assert again.left == () or {one.id for one in again.left} <= set(kept)


def open_station_once() -> Lexicon:
    global _lexicon  # noqa: PLW0603  # hypothesis takes no module fixture that is a value
    _lexicon = _lexicon or open_station(None).lexicon
    return _lexicon


_lexicon: Lexicon | None = None

pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]), max_size=20)


@given(pairs)
def test_who_goes_is_told_by_who_stays(found: list[tuple[int, int]]) -> None:
    kin = [Kinship(first, second, Kin.TOLD) for first, second in found]
    gone = list(outdone(kin))
    left = {one.story for one in gone}
    assert len(left) == len(gone)
    assert all(one.other not in left and one in kin for one in gone)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_is_taken(texts: list[str]) -> None:
    lexicon = open_station_once()
    told = [Story(str(number), "x", (text,) if text.strip() else (), text) for number, text in enumerate(texts)]
    done = match(told, [], lexicon)
    assert len(done.stories) + len(done.left) == len(told)


def test_the_same_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); from test_match import STORIES; from broadcast.match import match; "
        "from broadcast.station import open_station; print(match(list(STORIES.values()), [], open_station(None).lexicon).left)"
    )
    seeds = [os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"} for seed in ("0", "1")]
    first, second = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=True).stdout
        for env in seeds
    )
    assert first == second
    assert "api-radio" in first


def test_candidates_miss_no_case() -> None:
    told = list(STORIES.values())
    common = words_of(open_station_once()).common
    near = {frozenset((told[a].id, told[b].id)) for a, b in candidates(["\n".join((one.title, *one.body)) for one in told], common)}
    assert {frozenset(pair) for pair, (verdict, _) in VERDICTS.items() if verdict != "beda"} <= near
    assert len(near) < len(list(itertools.combinations(told, 2))) / 4


# ---------------------------------------------------------------- the whole line


def written(folder: Path, *keys: str) -> Path:
    folder.mkdir(exist_ok=True)
    for key in keys:
        story = STORIES[key]
        data = {"title": story.title, "text": "\n".join(story.body), "source": story.outlet, "date": str(story.date)}
        (folder / f"{key}.json").write_text(json.dumps(data), "utf-8")
    return folder


def test_the_line_tells_what_was_left_out_and_what_is_renewed(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "o"
    first = written(tmp_path / "satu", "longsor-pagi", "motor-satu", "motor-portal")
    done = run("bulletin", first, "--air", "2026-11-23 08.00", "--output", output)
    assert done.returncode == 0, done.stderr  # nothing is wrong
    assert "motor-satu: sama dengan motor-portal" in done.stderr or "motor-portal: sama dengan motor-satu" in done.stderr
    record = json.loads((output / "2026-11-23" / "0800" / "record.json").read_text("utf-8"))
    assert len(record["left"]) == 1
    assert record["renews"] == []

    second = written(tmp_path / "dua", "longsor-siang", "truk-senin")
    done = run("bulletin", second, "--air", "2026-11-23 13.00", "--output", output)
    assert done.returncode == 0, done.stderr
    assert "longsor-siang memperbarui berita “Longsor di Desa Sumbermulyo, Lima Orang Meninggal”" in done.stderr
    assert "yang siar 23-11-2026 pukul 08.00" in done.stderr
    record = json.loads((output / "2026-11-23" / "1300" / "record.json").read_text("utf-8"))
    assert [(one["id"], one["earlier"]) for one in record["renews"]] == [("longsor-siang", "longsor-pagi")]

    done = run("bulletin", first / "longsor-pagi.json", "--air", "2026-11-23 14.00", "--output", output)
    assert done.returncode == 3
    assert "kabar lama dari longsor-siang" in done.stderr
    assert not (output / "2026-11-23" / "1400").exists()


def test_script_leaves_out_doubles_too(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "a", "demam-satu", "demam-dua")
    done = run("script", folder, "--air", "2026-11-23 14.00")
    assert done.returncode == 0, done.stderr
    assert "demam-satu: sama dengan demam-dua" in done.stderr
    assert done.stdout.count("[berita:") == 1
    done = run("script", folder, "--air", "2026-11-23 14.00", "--sertakan", "demam-satu")
    assert done.stdout.count("[berita:") == 2
