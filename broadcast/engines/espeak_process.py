"""Keeps the process that espeak runs in: starts it, asks it, ends it when it hangs, starts it again when it dies."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from broadcast.errors import EngineError

WORKER = Path(__file__).with_name("espeak_worker.py")
TIMEOUT = 30.0
"""Seconds that one request may take; the longest sentence takes 50 ms."""

_TRIES = 2  # a request that ends two processes would end the third


class _GoneError(Exception):
    """The process ended, or had to be ended, before it answered."""


class _StaleError(Exception):
    """The process has spoken before and could not forget it."""


class Espeaker:
    """Asks one worker process at a time, from any thread. It costs nothing until the first request.

    `library` is libespeak-ng, `folder` the one that holds espeak-ng-data, `timeout` seconds for each request.
    """

    def __init__(self, library: Path, folder: Path, timeout: float = TIMEOUT) -> None:
        self._command = (sys.executable, "-I", "-S", str(WORKER), str(library), str(folder))
        self._timeout = timeout
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._finalizer: weakref.finalize[..., Espeaker] | None = None

    @property
    def pid(self) -> int:
        """The id of the running worker process; 0 when there is none."""
        return self._process.pid if self._process else 0

    def ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return the answer to a request: its head and the sound (see `espeak_worker`).

        Raises EngineError when espeak refuses, or when the process dies or hangs twice.
        """
        gone: Exception | None = None
        with self._lock:
            for _ in range(_TRIES):
                try:
                    head, sound = self._ask_fresh(request)
                except _GoneError as error:
                    self._stop()
                    gone = error
                    continue
                if "error" in head:
                    raise EngineError(f"espeak tidak dapat memakai pengaturan suara ini ({head['error']}); periksa [settings] suaranya.")
                return head, sound
        raise EngineError("espeak berhenti di tengah kalimat; tulis ulang kalimatnya, atau pakai suara lain.") from gone

    def _ask_fresh(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        try:
            return self._exchange(request)
        except _StaleError:
            self._stop()
        return self._exchange(request)

    def _exchange(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        process = self._process or self._start()
        assert process.stdin  # noqa: S101  both are pipes, see _start
        assert process.stdout  # noqa: S101
        watchdog = threading.Timer(self._timeout, process.kill)
        watchdog.start()
        try:
            process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            process.stdin.flush()
            head: dict[str, Any] = json.loads(process.stdout.readline())
            sound = process.stdout.read(head.get("bytes", 0))
        except (OSError, ValueError) as error:
            raise _GoneError from error
        finally:
            watchdog.cancel()
        if head.get("stale"):
            raise _StaleError
        if len(sound) != head.get("bytes", 0):
            raise _GoneError
        return head, sound

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(  # noqa: S603  our own file, run by the Python that runs us
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows: no console flashes up
            )
        except OSError as error:
            raise EngineError(f"espeak tidak dapat dijalankan ({error.strerror}); periksa pemasangan Python.") from error
        self._process = process
        self._finalizer = weakref.finalize(self, _end, process)
        return process

    def _stop(self) -> None:
        if self._finalizer:
            self._finalizer()
        self._process = None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # unsent bytes of a dead process
            if pipe:
                pipe.close()
    process.wait()
