"""How fast sentences are read aloud, beside num2words and g2p_id_py, in one run on one core.

    python benchmarks/read.py [--runs 5] [--sentences FILE]

The material are the sentences of tests/pronounce, or the lines of FILE. Every pass reads all of them; the passes of the programs
alternate and the best of each counts. num2words only words the figures that a plain pattern finds, g2p_id_py goes on to phonemes: the rows
say what reading costs next to what a newsroom would use otherwise. Cold start is a new process that reads one sentence. A
program that is not installed is left out; both are optional: pip install num2words g2p-id-py (g2p_id_py pins its own
nltk and onnxruntime: give it an environment of its own).
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from broadcast.pronounce import say
from broadcast.station import open_station

ROOT = Path(__file__).parent.parent
FLOOR = 2_000
"""Sentences a second that reading must reach on one core."""
COLD = 0.3
"""Seconds from an empty process to the first sentence."""

Reader = Callable[[str], object]
FIGURE = re.compile(r"\d+")


def ours() -> Reader:
    """This project's reader."""
    lexicon = open_station(None).lexicon
    return lambda text: say(text, lexicon)


def num2words() -> Reader:
    """num2words on each figure that a plain pattern finds."""
    from num2words import num2words as words  # type: ignore[import-not-found]  # noqa: PLC0415  # optional

    return lambda text: FIGURE.sub(lambda match: str(words(int(match.group()[:15]), lang="id")), text)


def g2p_id_py() -> Reader:
    """g2p_id_py's front end and phonemes."""
    from g2p_id import G2p  # type: ignore[import-not-found]  # noqa: PLC0415  # optional

    reader: Reader = G2p()
    return reader


READERS = {"broadcast": (ours, "broadcast"), "num2words": (num2words, "num2words"), "g2p_id_py": (g2p_id_py, "g2p_id")}
COLD_STARTS = {
    "broadcast": "from broadcast.station import open_station as a; from broadcast.pronounce import say; say('Ada 3.', a(None).lexicon)",
    "num2words": "from num2words import num2words; num2words(3, lang='id')",
    "g2p_id_py": "from g2p_id import G2p; G2p()('Ada 3.')",
}


def sentences(path: Path | None) -> list[str]:
    """The written side of our cases, or the lines of a file."""
    if path:
        return [row for row in path.read_text("utf-8").splitlines() if row.strip()]
    rows = (row for case in sorted((ROOT / "tests" / "pronounce").glob("*.tsv")) for row in case.read_text("utf-8").splitlines())
    return [row.split("\t")[0] for row in rows if row and not row.startswith("#")]


def seconds(reader: Reader, texts: list[str]) -> tuple[float, int]:
    """How long one pass takes, and how many sentences the reader could not take."""
    failed = 0
    start = time.process_time()  # what other programs take does not count
    for text in texts:
        try:
            reader(text)
        except Exception:  # noqa: BLE001  # a stranger's program may fail in any way; it is counted
            failed += 1
    return time.process_time() - start, failed


def cold(name: str, runs: int) -> float:
    """The best processor time from an empty process to its first sentence, Python's own start included."""
    code = f"{COLD_STARTS[name]}; import time; print(time.process_time())"

    def once() -> float:
        done = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True)
        return float(done.stdout.split()[-1])

    return min(once() for _ in range(runs))


def main() -> int:
    """Print a row a program; 1 when ours is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sentences", type=Path)
    asked = parser.parse_args()
    texts = sentences(asked.sentences)
    readers = {name: make() for name, (make, module) in READERS.items() if importlib.util.find_spec(module)}
    passes: dict[str, list[tuple[float, int]]] = {name: [] for name in readers}
    for _ in range(asked.runs):
        for name, reader in readers.items():
            passes[name].append(seconds(reader, texts))
    print(f"{len(texts)} sentences, best of {asked.runs}")
    print(f"{'':12}{'sentences/s':>14}{'cold start s':>14}{'failed':>8}")
    for name, found in passes.items():
        best, failed = min(found)
        print(f"{name:12}{len(texts) / best:14,.0f}{cold(name, asked.runs):14.2f}{failed:8}")
    for name in READERS.keys() - readers.keys():
        print(f"{name:12}not installed: pip install {name.replace('_', '-')}")
    rate, start = len(texts) / min(passes["broadcast"])[0], cold("broadcast", asked.runs)
    print(f"floors: {FLOOR:,} sentences/s {'met' if rate >= FLOOR else 'MISSED'}, {COLD} s {'met' if start < COLD else 'MISSED'}")
    return 0 if rate >= FLOOR and start < COLD else 1


if __name__ == "__main__":
    sys.exit(main())
