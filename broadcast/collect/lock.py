"""One at a time: a lock that the system lets go when its holder ends, however it ends, so that it is never stale."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from broadcast.errors import OutputError
from broadcast.files import explain

NAME = ".fetch.lock"
WAIT_S = 60.0
"""Filing what a source gave takes a second at most."""

_POLL_S = 0.05
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextlib.contextmanager
def locked(folder: Path, *, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of a folder; its file stays there, empty.

    Raises OutputError when another program holds it for longer than `wait_s` seconds, or the folder cannot be written.
    """
    path = folder / NAME
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise OutputError(explain(path, error)) from error
    try:
        held = _acquire(descriptor, path, wait_s)
        try:
            yield
        finally:
            if held:
                with contextlib.suppress(OSError):
                    _unlock(descriptor)
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, wait_s: float) -> bool:
    end = time.monotonic() + wait_s
    while True:
        try:
            _try_lock(descriptor)
        except OSError as error:
            if error.errno not in _HELD:
                return False  # a network drive that knows no locks: going on beats never fetching at all
            if time.monotonic() >= end:
                message = f"{path.parent}: masih diisi oleh perintah fetch lain; tunggu sampai selesai, lalu ulangi."
                raise OutputError(message) from error
            time.sleep(_POLL_S)
        else:
            return True
