"""Stage times of the sample bulletin, and how they compare with the bare parts, measured side by side in one run.

    python benchmarks/line.py [--runs 3]

`bare` is what cannot be avoided: the same sentences through the bare engine (one warm process, nothing checked) and the
same sound through bare LAME at the same setting. `whole command` is the real command with an empty cache, start-up included.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import lameenc
import numpy as np
import soundfile

from broadcast import pipeline
from broadcast.clean import clean
from broadcast.export import export_captions, export_page
from broadcast.export.bulletin import durations
from broadcast.export.encoding import AMPLE_QUALITY
from broadcast.export.sound import export_sound
from broadcast.intake import intake
from broadcast.mix import mix
from broadcast.pronounce import pronounce
from broadcast.speak import speak
from broadcast.station import open_station

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
AIR = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7)))


class Watch:
    """Adds up seconds by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], T]) -> T:
        """Run `work`, note its time under `name`, return what it gave."""
        start = time.perf_counter()
        try:
            return work()
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def stages(watch: Watch, work: Path) -> None:
    """Run the line stage by stage, then the bare engine and the bare encoder on the same material."""
    station = watch.time("station", lambda: open_station(ROOT))
    station = replace(station, cache=work / "cache")
    articles = watch.time("intake", lambda: list(intake([str(ROOT / "seeds")])))
    stories = watch.time("clean", lambda: [clean(article, station.lexicon) for article in articles])
    order = pipeline.Order((), AIR, station.voice, work)
    script = watch.time("write, guard", lambda: pipeline.draft(stories, order, station).script)
    ready = watch.time("pronounce", lambda: pronounce(script, station.lexicon))
    spoken = watch.time("speak", lambda: speak(ready, station.voices, station.voice, station.cache, online=False))
    bulletin = watch.time("mix", lambda: mix(ready, spoken.segments, station.sounds, work))
    watch.time("page", lambda: export_page(ready, durations(bulletin), work / "a.pdf"))
    watch.time("sound", lambda: export_sound(bulletin, station.sounds, work / "a.mp3", title="a", station="b", air=AIR, lyrics=""))
    watch.time("captions", lambda: export_captions(ready, bulletin, work / "a.srt"))
    bare(watch, [line.spoken for item in ready.items for line in item.lines], station.voices[spoken.voice], bulletin.master.path, work)


def bare(watch: Watch, texts: list[str], voice: object, master: Path, work: Path) -> None:
    """Time the bare engine and bare LAME."""
    samples, rate = soundfile.read(master, dtype="float32", always_2d=True)

    def encode() -> None:
        encoder = lameenc.Encoder()
        encoder.set_bit_rate(128)
        encoder.set_in_sample_rate(rate)
        encoder.set_out_sample_rate(rate)
        encoder.set_channels(samples.shape[1])
        encoder.set_quality(AMPLE_QUALITY)
        encoder.silence()
        encoder.encode((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        encoder.flush()

    watch.time("bare LAME", encode)
    code = "import sys, importlib.metadata as m; from pathlib import Path; from broadcast.station import open_station\n"
    code += "e = next(iter(m.entry_points(group='broadcast.engines', name='espeak'))).load()()\n"
    code += "v = open_station(None).voices[sys.argv[1]]\nfor t in sys.stdin.read().splitlines(): e.speak(t, v, Path(sys.argv[2]))"
    words = [sys.executable, "-c", code, voice.key, str(work)]  # type: ignore[attr-defined]
    watch.time("bare engine", lambda: subprocess.run(words, input="\n".join(texts), text=True, encoding="utf-8", check=True))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    watch = Watch()
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as work:
            stages(watch, Path(work))
        with tempfile.TemporaryDirectory() as work:
            words = [sys.executable, "-m", "broadcast", "bulletin", str(ROOT / "seeds"), "--air", "2026-11-23 14.00", "--output", work]
            watch.time("whole command", lambda words=words: subprocess.run(words, check=True, stderr=subprocess.DEVNULL))  # type: ignore[misc]
    mean = {name: seconds / runs for name, seconds in watch.seconds.items()}
    floor = mean["bare engine"] + mean["bare LAME"]
    print(f"{'stage':16}{'seconds':>9}{'of bare':>9}")
    for name, seconds in mean.items():
        print(f"{name:16}{seconds:9.2f}{seconds / floor:9.2f}")
    print(f"mean of {runs} runs; bare engine + bare LAME = {floor:.2f} s = 1.00")


if __name__ == "__main__":
    main()
