import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AIR = "2026-11-23 14.00"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def broadcast(*words: str | Path, stdin: str | bytes = "", cwd: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command as a station's PC would: nothing on PATH, so no ffmpeg and no espeak, and no terminal."""
    path = {"PATH": str(Path(sys.executable).parent), "PYTHONWARNINGS": "error::DeprecationWarning:broadcast"}
    kept = {key: value for key, value in os.environ.items() if key in {"SYSTEMROOT", "TEMP", "TMP", "HOME", "USERPROFILE"}}
    done = subprocess.run(
        [sys.executable, "-m", "broadcast", *map(str, words)],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        cwd=cwd,
        env=kept | path | environment,
        check=False,
        timeout=300,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def run() -> Run:
    return broadcast


class Sample:
    """The sample bulletin, made once by the real command from seeds/."""

    def __init__(self, output: Path, sources: Sequence[Path]) -> None:
        self.output = output
        self.folder = output / "2026-11-23" / "1400"
        self.done = broadcast("bulletin", *sources, "--air", AIR, "--output", output)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("sample"), [ROOT / "seeds"])


@pytest.fixture
def plain_net(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reach the network of this machine without the proxies of the environment, and try again without waiting."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("broadcast.intake.net.BACK_OFF_S", 0.01)
