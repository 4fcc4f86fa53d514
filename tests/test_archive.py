from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from broadcast import archive
from broadcast.errors import OutputError, SourceError
from broadcast.model import Item, Kind, Line, Script, Story

WIB = timezone(timedelta(hours=7))


def script(hour: int) -> Script:
    return Script("Warta", "Radio", datetime(2026, 11, 23, hour, tzinfo=WIB), "utama", (Item(Kind.NEWS, (Line("Halo"),), "a"),))


def made(output: Path, hour: int) -> Path:
    folder = archive.place(output, script(hour).air)
    with archive.staging(folder) as work:
        (work / "bulletin.mp3").write_bytes(b"sound %d" % hour)
        archive.save(work / "script.json", script(hour))
    return folder


def test_a_bulletin_moves_in_whole_and_is_read_back(tmp_path: Path) -> None:
    folder = made(tmp_path, 14)
    assert folder == tmp_path / "2026-11-23" / "1400"
    assert archive.read_script(folder) == script(14)
    assert [path.name for path in folder.parent.iterdir()] == ["1400"]


def test_a_failure_leaves_the_old_bulletin_and_nothing_else(tmp_path: Path) -> None:
    folder = made(tmp_path, 14)

    def fail() -> None:
        with archive.staging(folder) as work:
            (work / "bulletin.mp3").write_bytes(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (folder / "bulletin.mp3").read_bytes() == b"sound 14"
    assert [path.name for path in folder.parent.iterdir()] == ["1400"]


def test_latest_moves_only_forward(tmp_path: Path) -> None:
    assert archive.publish(tmp_path, made(tmp_path, 14), script(14))
    assert not archive.publish(tmp_path, made(tmp_path, 13), script(13))
    assert (tmp_path / "latest.mp3").read_bytes() == b"sound 14"
    assert archive.publish(tmp_path, made(tmp_path, 15), script(15))
    latest = archive.read(tmp_path / "latest.json", archive.Latest)
    assert (latest.air, latest.folder) == (script(15).air, Path("2026-11-23/1500"))
    assert (tmp_path / "latest.mp3").read_bytes() == b"sound 15"


def test_the_same_hour_made_again_is_the_latest(tmp_path: Path) -> None:
    assert archive.publish(tmp_path, made(tmp_path, 14), script(14))
    assert archive.publish(tmp_path, made(tmp_path, 14), script(14))


def test_a_broken_latest_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "latest.json").write_text("{", "utf-8")
    assert archive.publish(tmp_path, made(tmp_path, 14), script(14))


def test_broken_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "script.json").write_text('{"type": "Script",\n oops', "utf-8")
    with pytest.raises(SourceError, match=r"script\.json: baris 2"):
        archive.read_script(tmp_path)
    (tmp_path / "script.json").write_text('{"title": 3}', "utf-8")
    with pytest.raises(SourceError, match=r"script\.json: isinya tidak cocok"):
        archive.read_script(tmp_path)


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="output"):
        archive.check_writable(tmp_path / "output")


def test_stories_come_back_by_id(tmp_path: Path) -> None:
    story = Story("a", "a.txt", ("Isi.",))
    archive.save(tmp_path / "stories.json", (story,))
    assert archive.read_stories(tmp_path) == {"a": story}
    assert archive.read_stories(tmp_path / "lain") == {}
