"""The tools of the gate, inside the one pytest."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "words",
    [
        ["-m", "ruff", "check", "--no-cache", "."],
        ["-m", "mypy", "--cache-dir", "{tmp}"],
        ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
    ],
    ids=["ruff", "mypy", "import-linter"],
)
def test_tool(words: list[str], tmp_path: Path) -> None:
    words = [word.format(tmp=tmp_path) for word in words]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


HEAVY = {
    "numpy",
    "soundfile",
    "soxr",
    "lameenc",
    "pydub",
    "trafilatura",
    "lxml",
    "typst",
    "gtts",
    "requests",
    "jinja2",
    "mutagen",
    "ftfy",
    "click",
}


@pytest.mark.parametrize("module", ["broadcast", "broadcast.model", "broadcast.naskah", "broadcast.pronounce", "broadcast.station"])
def test_import_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_help_loads_only_click() -> None:
    code = f"import sys; from broadcast.cli import main; main(['--help']); print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1].split() == ["LOADED", "click"]


def test_files_stay_small() -> None:
    long = {str(path): count for path in (ROOT / "broadcast").rglob("*.py") if (count := len(path.read_text("utf-8").splitlines())) > 400}
    assert not long
