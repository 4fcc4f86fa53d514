"""How well the fact guard sees: run `python benchmarks/guard.py [-v]`.

Prints, for the good scripts of tests/guard, the share of untouched lines that the guard refuses, and for the mutants made of
them the share it catches, by kind; with -v also each line refused and each mutant missed.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from broadcast.guard import guard  # noqa: E402  (the checkout comes first on the path)
from broadcast.station import open_station  # noqa: E402


def mutator() -> ModuleType:
    """The mutator that lies beside the cases."""
    spec = importlib.util.spec_from_file_location("mutator", ROOT / "tests" / "guard" / "mutator.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(ROOT / "tests" / "guard" / "mutator.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutator"] = module
    spec.loader.exec_module(module)
    return module


def measure() -> tuple[int, list[str], Counter[str], list[tuple[str, str]]]:
    """Lines read, notes on untouched lines, mutants by kind, and the mutants missed (kind, text)."""
    tools, lexicon = mutator(), open_station(None).lexicon
    lines, refused, made, missed = 0, [], Counter[str](), []
    for case in tools.read_cases(ROOT / "tests" / "guard"):
        good = guard(case.item, case.story, lexicon, case.air)
        lines += len(case.item.lines)
        refused += [f"{case.story.id}:{flag.line}: {case.item.lines[flag.line - 1].text} | {flag.note}" for flag in good]
        known = {(flag.line, flag.note) for flag in good}
        for mutant in tools.mutants(case):
            made[mutant.kind] += 1
            found = guard(mutant.item, case.story, lexicon, case.air)
            if not any(flag.line == mutant.line and (flag.line, flag.note) not in known for flag in found):
                missed.append((mutant.kind, f"{case.story.id}:{mutant.line}: {mutant.after}"))
    return lines, refused, made, missed


def main() -> None:
    """Measure and print."""
    start = time.perf_counter()
    lines, refused, made, missed = measure()
    wrong = Counter(kind for kind, _ in missed)
    lines_refused = len({note.split(": ")[0] for note in refused})
    print(f"untouched lines refused: {lines_refused} of {lines} ({lines_refused / lines:.1%})")
    for kind, count in made.items():
        print(f"  {kind:10} {count - wrong[kind]:4} of {count:4} caught ({1 - wrong[kind] / count:.1%})")
    caught = made.total() - len(missed)
    print(f"mutants caught: {caught} of {made.total()} ({caught / made.total():.1%}) in {time.perf_counter() - start:.1f} s")
    if "-v" in sys.argv:
        print(*refused, *(f"missed {kind}: {text}" for kind, text in missed), sep="\n")


if __name__ == "__main__":
    main()
