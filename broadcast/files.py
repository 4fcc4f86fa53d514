"""Files that are whole or not there: written beside, flushed to disk, then put in place in one step.

A playout system or a PDF viewer that reads the file while it is replaced sees the old one or the new one, never half.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Sequence
from pathlib import Path

from broadcast.errors import OutputError

RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Waits between tries while another program holds the file: Windows refuses to replace an open one (FACTS: playout)."""

_DENIED = "Tidak ada izin menulis {path}; periksa izin foldernya atau pilih folder lain."
_FULL = "Disk penuh: {path} tidak tersimpan; kosongkan ruang disk, lalu ulangi."
_ABSENT = "Folder {folder} tidak ada, jadi {name} tidak tersimpan; buat foldernya atau pilih folder lain."
_NAME = "Nama file {name} tidak dapat dipakai di sini; pilih nama yang lebih pendek dan sederhana."
_OPEN = "{path} sedang dibuka program lain atau dikunci; tutup program itu (misalnya penampil PDF atau pemutar), lalu ulangi."
_OTHER = "{path} tidak dapat ditulis ({error}); periksa disknya atau pilih folder lain."
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: "{path} berada di disk yang hanya bisa dibaca; pilih folder lain.",
    errno.ENOENT: _ABSENT,
    errno.ENOTDIR: _ABSENT,
    errno.ENAMETOOLONG: _NAME,
    errno.EINVAL: _NAME,
}


def write_atomically(path: Path, data: bytes, *, waits: Sequence[float] = RETRY_SECONDS) -> None:
    """Write `data` to `path`, replacing what is there in one step; the folder must exist.

    `waits` are the seconds between tries while Windows says that the file is in use. When anything fails, the old file
    stays as it was and nothing is left beside it. A symbolic link stays a link: the file behind it is replaced.

    Raises OutputError, in Indonesian, naming the file and the way out.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        # the name of the target is kept short: 40 characters and the token stay under any file system's limit
        beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.part")
        try:
            _write_through(beside, data)
            _replace_patiently(beside, target, waits)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise OutputError(explain(path, error)) from error


def replace_file(made: Path, path: Path, *, waits: Sequence[float] = RETRY_SECONDS) -> None:
    """Move a finished file to its place on the same disk in one step; raises OutputError as `write_atomically` does."""
    try:
        _replace_patiently(made, path, waits)
    except OSError as error:
        raise OutputError(explain(path, error)) from error


def write_scratch(path: Path, *parts: bytes | memoryview) -> None:
    """Write `parts`, one after the other, to a file that only this program waits for.

    It is not flushed to the disk, and left half written by a failure.

    Raises OutputError as `write_atomically` does.
    """
    try:
        with path.open("wb") as file:
            for part in parts:
                file.write(part)
    except (OSError, ValueError) as error:
        raise OutputError(explain(path, error)) from error


def explain(path: Path, error: Exception) -> str:
    """Return what kept `path` from being written, as one sentence for the newsroom.

    >>> explain(Path("naskah.pdf"), OSError(errno.ENOSPC, "No space left on device"))
    'Disk penuh: naskah.pdf tidak tersimpan; kosongkan ruang disk, lalu ulangi.'
    """
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    sentence = _SENTENCES.get(number or 0, _OTHER)
    with contextlib.suppress(OSError, ValueError):  # a name too long to look up, a NUL in it
        if path.is_dir():
            sentence = "{path} adalah folder, bukan file; beri nama file di dalamnya."
        elif sentence is _DENIED and path.exists() and os.access(path.parent, os.W_OK):
            sentence = _OPEN
    name = path.name if len(path.name) <= 60 else f"{path.name[:59]}…"
    return sentence.format(path=path, folder=path.parent, name=name, error=getattr(error, "strerror", None) or error)


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file, down to the disk; made with open(), so its permissions follow the umask like any other file's."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace_patiently(beside: Path, target: Path, waits: Sequence[float]) -> None:
    for wait in waits:
        try:
            beside.replace(target)
        except PermissionError:
            if target.is_dir() or not target.exists():
                raise
            time.sleep(wait)
        else:
            return
    beside.replace(target)
