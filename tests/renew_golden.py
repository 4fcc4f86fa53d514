"""Write tests/golden/ anew from seeds/; then read `git diff tests/golden` as an editor would."""

import sys

from conftest import broadcast
from test_line import GOLDEN, SEEDS, items

for seed in SEEDS:
    (GOLDEN / f"{seed.stem}.txt").write_text(items(broadcast, seed), "utf-8")
    sys.stdout.write(f"{seed.stem}\n")
