"""Files are whole or not there."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from broadcast.errors import OutputError
from broadcast.files import explain, write_atomically

POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions and links as on Unix")


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    write_atomically(path, b"satu")
    write_atomically(path, b"dua")
    assert path.read_bytes() == b"dua"
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "siaran.mp3"
    before = os.umask(0o027)
    try:
        write_atomically(path, b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "playout").mkdir()
    real = tmp_path / "playout" / "warta.mp3"
    real.write_bytes(b"lama")
    link = tmp_path / "latest.mp3"
    link.symlink_to(real)
    write_atomically(link, b"baru")
    assert link.is_symlink()
    assert real.read_bytes() == b"baru"
    assert [entry.name for entry in real.parent.iterdir()] == ["warta.mp3"]


def test_a_name_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 240 + ".pdf")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("tidak-ada/naskah.pdf", "Folder {folder}/tidak-ada tidak ada"),
        ("folder", "{folder}/folder adalah folder"),
        ("n" * 300, "Nama file"),
        ("nul\0nul", "Nama file"),
    ],
)
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError) as caught:
        write_atomically(tmp_path / name, b"x", waits=())
    assert str(caught.value).startswith(sentence.format(folder=tmp_path).replace("/", os.sep))
    assert caught.value.__cause__ is not None
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "siaran.mp3"
    path.write_bytes(b"lama")
    really = Path.open

    def open_on_full_disk(self: Path, mode: str) -> IO[bytes]:
        really(self, mode).close()  # what is begun must be taken away again
        return really(Path("/dev/full"), "wb")

    monkeypatch.setattr(Path, "open", open_on_full_disk)
    with pytest.raises(OutputError, match=r"^Disk penuh: .*siaran\.mp3"):
        write_atomically(path, b"baru")
    monkeypatch.undo()
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def refusing(times: int, tries: list[Path]) -> Callable[[Path, Path], Path]:
    """`Path.replace` as Windows does it while a viewer holds the file: refused `times` times; `tries` keeps them all."""
    really = Path.replace

    def replace(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(target))
        return really(self, target)

    return replace


def test_waits_for_a_viewer_to_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "naskah.pdf"
    path.write_bytes(b"lama")
    monkeypatch.setattr(Path, "replace", refusing(2, []))
    write_atomically(path, b"baru", waits=(0, 0, 0))
    assert path.read_bytes() == b"baru"


def test_gives_up_with_a_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "naskah.pdf"
    path.write_bytes(b"lama")
    tries: list[Path] = []
    monkeypatch.setattr(Path, "replace", refusing(99, tries))
    with pytest.raises(OutputError, match="sedang dibuka program lain"):
        write_atomically(path, b"baru", waits=(0, 0, 0))
    assert tries == [path] * 4
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "Tidak ada izin menulis"),
        (errno.EROFS, "hanya bisa dibaca"),
        (errno.EIO, "tidak dapat ditulis ("),
    ],
)
def test_every_sentence_names_the_file(tmp_path: Path, number: int, words: str) -> None:
    path = tmp_path / "siaran.srt"
    sentence = explain(path, OSError(number, os.strerror(number)))
    assert words in sentence
    assert str(path) in sentence
    assert sentence.endswith(".")
