"""The whole line on the seeds, by the real command."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
import soundfile
from conftest import AIR, ROOT, Run, Sample
from mutagen.id3 import ID3

from broadcast import archive, naskah
from broadcast.model import Script, Story

SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in {".txt", ".json", ".html"})
GOLDEN = ROOT / "tests" / "golden"


def items(run: Run, seed: Path) -> str:
    """Return the item a seed becomes, in script text."""
    text = run("script", seed, "--air", AIR).stdout
    blocks = [block for block in text.split("\n\n") if block.startswith("[berita:")]
    return "\n".join(blocks).strip() + "\n"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_every_seed_has_its_golden_script(run: Run, seed: Path) -> None:
    """Renew with `python tests/renew_golden.py`, and read what changed as an editor would."""
    assert items(run, seed) == (GOLDEN / f"{seed.stem}.txt").read_text("utf-8")


def test_there_are_ten_seeds_and_all_air(sample: Sample) -> None:
    assert len(SEEDS) >= 10
    script = archive.read_script(sample.folder)
    assert script is not None
    assert {item.id for item in script.news} == {seed.stem for seed in SEEDS}


def test_the_command_tells_what_it_made(sample: Sample) -> None:
    assert sample.done.returncode == 0, sample.done.stderr
    assert sample.done.stdout == ""
    for word in ("Warta Berita Siang", "10 berita", "LUFS", str(sample.folder), "latest.mp3"):
        assert word in sample.done.stderr
    assert "\r" not in sample.done.stderr


def test_everything_lies_in_its_place(sample: Sample) -> None:
    names = {"naskah.txt", "naskah.pdf", "bulletin.mp3", "bulletin.srt", "articles.json", "stories.json", "script.json", "record.json"}
    assert {path.name for path in sample.folder.iterdir()} == names
    assert all(path.stat().st_size > 500 for path in sample.folder.iterdir())
    assert (sample.output / "latest.mp3").read_bytes() == (sample.folder / "bulletin.mp3").read_bytes()
    assert json.loads((sample.output / "latest.json").read_text("utf-8"))["air"] == "2026-11-23T14:00:00+07:00"


def test_the_text_is_the_script(sample: Sample) -> None:
    script = naskah.parse((sample.folder / "naskah.txt").read_text("utf-8"))
    kept = archive.read(sample.folder / "script.json", Script)
    assert naskah.dump(script) == naskah.dump(kept)
    assert kept.air == datetime.fromisoformat("2026-11-23T14:00:00+07:00")
    for item in kept.news:
        assert all(line.sources for line in item.lines), item.id


def test_no_debris_reaches_the_air(sample: Sample) -> None:
    text = (sample.folder / "naskah.txt").read_text("utf-8")
    for debris in (
        "aca juga",
        "aca Juga",
        "SUPIANIK",
        "Supianik",
        "angtenggara.com",
        "http",
        "Advertisement",
        "SCROLL",
        "“",
        "”",
        '"',
        "(",
        "%",
        "Rp",
        "â€",
        "&nbsp",
    ):
        assert debris not in text, debris
    for line in naskah.parse(text).items:
        for sentence in line.lines:
            assert not re.search(r"\d", archive_spoken(sample, sentence.text)), sentence.text


def archive_spoken(sample: Sample, text: str) -> str:
    script = archive.read(sample.folder / "script.json", Script)
    return next(line.spoken for item in script.items for line in item.lines if line.text == text)


def test_the_sound_is_as_long_as_the_record_says(sample: Sample) -> None:
    record = json.loads((sample.folder / "record.json").read_text("utf-8"))
    info = soundfile.info(sample.folder / "bulletin.mp3")
    assert (info.samplerate, info.channels) == (44_100, 1)
    assert abs(info.frames / info.samplerate * 1000 - record["sound"]["ms"]) <= 1
    assert 120_000 < record["sound"]["ms"] <= 600_000
    assert record["voice"]["used"] == "luring"
    assert record["approved_by"] == ""
    assert all(line["ms"] > 300 for item in record["items"] for line in item["lines"])


def test_the_tags_hold_the_script(sample: Sample) -> None:
    tags = ID3(sample.folder / "bulletin.mp3", translate=False)
    assert tags.version[:2] == (2, 3)
    assert "Warta Berita Siang" in str(tags["TIT2"])
    assert str(tags["TPE1"]) == "Radio Bintang Tenggara"
    assert tags.getall("USLT")[0].text == (sample.folder / "naskah.txt").read_text("utf-8")


def test_cuts_are_on_record(sample: Sample) -> None:
    first = next(story for story in archive.read_stories(sample.folder).values() if story.id.startswith("000_"))
    assert isinstance(first, Story)
    assert (first.place, first.byline) == ("Lumajang", "Supianik")
    assert sum("Baca Juga" in cut.before for cut in first.cuts) >= 2


def test_the_same_articles_make_the_same_bulletin(run: Run, sample: Sample, tmp_path: Path) -> None:
    again = run("bulletin", ROOT / "seeds", "--air", AIR, "--output", tmp_path)
    assert again.returncode == 0, again.stderr
    for name in ("naskah.txt", "bulletin.srt", "bulletin.mp3", "script.json", "stories.json"):
        assert (tmp_path / "2026-11-23" / "1400" / name).read_bytes() == (sample.folder / name).read_bytes(), name
