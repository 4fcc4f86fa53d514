"""The timeline of a bulletin: everything in it, in order, whole, at one loudness, with the pauses that were asked for."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from sound_maker import AIR, clip, save, script, spoken, syllables

from broadcast.audio.loudness import energy, integrated
from broadcast.audio.peaks import true_peak
from broadcast.audio.reading import read_sound, to_rate
from broadcast.errors import OutputError, SoundError
from broadcast.mix import MASTER, check_sounds, mix
from broadcast.mix.timeline import BESIDE_JINGLE_MS, HEAD_MS, TAIL_MS, plan
from broadcast.model import Bulletin, Element, Insert, Item, Jingle, Kind, Line, Pause, Script, Segment, Sounds

TUNES = Path(__file__).parent.parent / "voices" / "sounds"
SOUNDS = Sounds()
Speak = Callable[..., Segment]


@pytest.fixture
def line(tmp_path: Path) -> Speak:
    """Speak one line at this element: a segment."""

    def speak(element: int, seed: int = 1, seconds: float = 1.5, item: int = 0) -> Segment:
        path = save(tmp_path / f"suara-{item}-{element}.wav", syllables(seed, seconds), before=0.1, after=0.3)
        return Segment(item, element, clip(path), "uji", "uji")

    return speak


def heard(bulletin: Bulletin) -> np.ndarray:
    return read_sound(bulletin.master.path)[0]


# ---------------------------------------------------------------- pauses


def gaps(*elements: Element) -> tuple[list[int], int]:
    found = plan(script(*elements), SOUNDS)
    return [slot.before_ms for slot in found.sounding], found.after_ms


def test_a_mark_has_its_pause() -> None:
    assert gaps(Line("a"), Line("b", end="///"), Line("c")) == ([HEAD_MS, 450, 900], TAIL_MS)


def test_jeda_is_exact_and_takes_the_place_of_the_mark() -> None:
    assert gaps(Line("a", end="///"), Pause(800), Line("b")) == ([HEAD_MS, 800], TAIL_MS)
    assert gaps(Pause(1_000), Line("a"), Pause(0), Line("b"), Pause(2_000), Pause(500)) == ([1_000, 0], 2_500)


def test_a_jingle_stands_close_to_its_neighbours() -> None:
    assert gaps(Jingle("x"), Line("a", end="///"), Jingle("y")) == ([HEAD_MS, BESIDE_JINGLE_MS, BESIDE_JINGLE_MS], TAIL_MS)
    assert gaps(Jingle("x"), Pause(600), Line("a")) == ([HEAD_MS, 600], TAIL_MS)


def test_pauses_reach_over_sections() -> None:
    two = Script("x", "y", AIR, "z", (Item(Kind.OPENING, (Line("a"), Pause(700))), Item(Kind.NEWS, (Line("b"),), id="b")))
    assert [(slot.item, slot.element, slot.before_ms) for slot in plan(two, SOUNDS).sounding] == [(0, 0, HEAD_MS), (1, 0, 700)]


def test_a_script_without_sound_is_an_error() -> None:
    with pytest.raises(SoundError, match="tidak berisi kalimat"):
        plan(script(Pause(500)), SOUNDS)


# ---------------------------------------------------------------- the whole


def test_every_line_is_there_whole_and_in_order(tmp_path: Path) -> None:
    voices = [syllables(seed, 1 + 0.3 * seed) * level for seed, level in enumerate((0.1, 1.0, 0.4, 0.7, 0.05, 0.9))]
    told: list[tuple[int, int]] = []
    paper, segments = spoken(tmp_path, *voices)
    bulletin = mix(paper, segments, SOUNDS, tmp_path, progress=lambda done, total: told.append((done, total)))
    sound = heard(bulletin)[:, 0]
    assert told == [(number, 6) for number in range(1, 7)]
    assert [cue.element for cue in bulletin.cues] == list(range(6))
    for voice, cue in zip(voices, bulletin.cues, strict=True):
        wanted = to_rate(voice[:, None].astype(np.float32), 22_050, 44_100)[:, 0]
        around = sound[max(cue.start_ms * 441 // 10 - 2_000, 0) : cue.end_ms * 441 // 10 + 2_000]
        size = 1 << 19
        match = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(wanted, size)), size)
        at = int(match[: len(around)].argmax())
        found = around[at : at + len(wanted)]
        assert np.corrcoef(found, wanted[: len(found)])[0, 1] > 0.98
        for part in (slice(None, 4_000), slice(len(found) - 4_000, None)):  # head and tail are not cut
            assert np.corrcoef(found[part], wanted[: len(found)][part])[0, 1] > 0.95


def test_between_the_cues_there_is_silence_of_the_right_length(tmp_path: Path) -> None:
    paper, segments = spoken(tmp_path, *(syllables(seed, 1.2) for seed in range(3)))
    bulletin = mix(paper, segments, SOUNDS, tmp_path)
    sound = heard(bulletin)[:, 0]
    assert bulletin.cues[0].start_ms == HEAD_MS
    for before, after in pairwise(bulletin.cues):
        assert abs(after.start_ms - before.end_ms - SOUNDS.sentence_ms) <= 1
        assert not sound[(before.end_ms + 1) * 441 // 10 : (after.start_ms - 1) * 441 // 10].any()
    assert abs(bulletin.master.ms - bulletin.cues[-1].end_ms - TAIL_MS) <= 1


def test_lines_spoken_soft_and_loud_are_equally_loud(tmp_path: Path) -> None:
    levels = (0.02, 1.0, 0.2, 0.6)
    paper, segments = spoken(tmp_path, *(syllables(seed, 2.5) * level for seed, level in enumerate(levels)))
    bulletin = mix(paper, segments, SOUNDS, tmp_path)
    sound = heard(bulletin)
    loudness = [integrated(energy(sound[cue.start_ms * 441 // 10 : cue.end_ms * 441 // 10], 44_100)) for cue in bulletin.cues]
    assert np.ptp(loudness) < 0.5


@pytest.mark.parametrize(("target", "peak", "channels"), [(-16, -1, 1), (-23, -3, 1), (-16, -2, 2)])
def test_the_bulletin_is_as_loud_as_asked_and_no_higher(tmp_path: Path, target: float, peak: float, channels: int) -> None:
    sounds = Sounds(target_lufs=target, peak_dbtp=peak, channels=channels)
    voice = syllables(3, 6)
    voice[:: 22_050 // 3] = 3.0  # clicks that only a limiter can hold
    paper, segments = spoken(tmp_path, voice / 3, syllables(4, 5))
    bulletin = mix(paper, segments, sounds, tmp_path)
    sound = heard(bulletin)
    assert sound.shape == (bulletin.master.frames, channels)
    assert bulletin.channels == channels
    assert integrated(energy(sound, 44_100)) == pytest.approx(target, abs=0.1)
    assert true_peak(sound) <= peak
    assert bulletin.lufs == pytest.approx(integrated(energy(sound, 44_100)), abs=1e-6)
    assert bulletin.peak_dbtp == pytest.approx(true_peak(sound), abs=1e-6)


def test_what_no_limiter_can_do_stays_softer_than_asked(tmp_path: Path) -> None:
    clicks = np.zeros(22_050 * 4)
    clicks[::2_205] = 0.9
    paper, segments = spoken(tmp_path, clicks)
    bulletin = mix(paper, segments, Sounds(target_lufs=-5), tmp_path)
    assert bulletin.peak_dbtp <= -1
    assert -40 < bulletin.lufs < -6


def test_the_same_script_gives_the_same_bytes(tmp_path: Path) -> None:
    paper, segments = spoken(tmp_path, syllables(1, 1), syllables(2, 1))
    (tmp_path / "lagi").mkdir()
    first, second = (mix(paper, segments, SOUNDS, folder) for folder in (tmp_path, tmp_path / "lagi"))
    assert first.master.digest == second.master.digest
    assert first.master.path.read_bytes() == second.master.path.read_bytes()
    assert sorted(path.name for path in (tmp_path / "lagi").iterdir()) == [MASTER]


@settings(max_examples=10, deadline=None)
@given(rates=st.lists(st.sampled_from([16_000, 22_050, 24_000, 48_000]), min_size=1, max_size=3), stereo=st.booleans())
def test_clips_of_any_rate_keep_their_length(tmp_path_factory: pytest.TempPathFactory, rates: list[int], stereo: bool) -> None:
    folder = tmp_path_factory.mktemp("laju")
    segments = []
    for number, rate in enumerate(rates):
        voice = syllables(number, 1.0, rate)
        path = save(folder / f"{number}.flac", np.stack([voice, voice], 1) if stereo else voice, rate, 0.2, 0.2)
        segments.append(Segment(0, number, clip(path), "uji", "uji"))
    bulletin = mix(script(*(Line("a") for _ in rates)), segments, SOUNDS, folder)
    assert all(980 <= cue.end_ms - cue.start_ms <= 1_040 for cue in bulletin.cues)
    assert (bulletin.master.rate, heard(bulletin).shape[1]) == (44_100, 1)


# ---------------------------------------------------------------- jingles and recordings


def test_a_jingle_and_a_recording_play_where_they_stand(tmp_path: Path, line: Speak) -> None:
    save(tmp_path / "bupati.mp3", syllables(7, 2.0, 44_100), 44_100)
    sounds = replace(SOUNDS, files={"sela": TUNES / "sela.flac"})
    paper = script(Jingle("sela"), Line("a"), Insert("bupati.mp3"), Jingle("sela"))
    bulletin = mix(paper, [line(1)], sounds, tmp_path, tmp_path)
    assert [cue.element for cue in bulletin.cues] == [0, 1, 2, 3]
    assert bulletin.cues[1].start_ms - bulletin.cues[0].end_ms == pytest.approx(BESIDE_JINGLE_MS, abs=1)
    assert bulletin.cues[2].end_ms - bulletin.cues[2].start_ms == pytest.approx(2_000, abs=120)  # MP3 adds a little, of silence
    first, last = (heard(bulletin)[cue.start_ms * 441 // 10 :][:30_000, 0] for cue in (bulletin.cues[0], bulletin.cues[3]))
    assert np.corrcoef(first[100:-100], last[100:-100])[0, 1] > 0.5  # the same tune, to within a millisecond


def test_long_silences_are_shortened_and_nothing_clicks(tmp_path: Path) -> None:
    hum = 0.3 * np.sin(2 * np.pi * 150 * np.arange(44_100) / 44_100)
    save(tmp_path / "wawancara.wav", np.concatenate([hum, np.zeros(5 * 44_100), hum]), 44_100, 2.0, 4.0)
    bulletin = mix(script(Insert("wawancara.wav")), (), SOUNDS, tmp_path, tmp_path)
    sound = heard(bulletin)[:, 0]
    loud = np.flatnonzero(np.abs(sound) > 10 ** (-50 / 20))
    assert loud[0] < 0.3 * 44_100
    assert len(sound) - loud[-1] < 0.6 * 44_100
    assert np.diff(loud).max() < 1.3 * 44_100
    assert bulletin.master.ms == pytest.approx(HEAD_MS + 3_000 + TAIL_MS, abs=100)
    steepest = 2 * np.pi * 150 / 44_100 * np.abs(sound).max()
    assert np.abs(np.diff(sound)).max() < 1.6 * steepest  # the sine itself, and no step


def test_a_cut_in_full_sound_is_faded(tmp_path: Path) -> None:
    loud = 0.5 * np.cos(2 * np.pi * 200 * np.arange(44_100) / 44_100)  # starts and ends at its highest
    save(tmp_path / "potongan.wav", loud, 44_100)
    sound = heard(mix(script(Insert("potongan.wav")), (), SOUNDS, tmp_path, tmp_path))[:, 0]
    assert np.abs(np.diff(sound)).max() < 1.6 * 2 * np.pi * 200 / 44_100 * np.abs(sound).max()


@pytest.mark.parametrize("name", ["../rahasia.wav", "dalam/../../rahasia.wav"])
def test_a_recording_may_not_leave_its_folder(tmp_path: Path, name: str) -> None:
    save(tmp_path / "rahasia.wav", syllables(1, 1))
    (tmp_path / "sisipan" / "dalam").mkdir(parents=True)
    for written in (name, str(tmp_path / "rahasia.wav")):
        with pytest.raises(SoundError, match="di luar folder"):
            mix(script(Insert(written)), (), SOUNDS, tmp_path, tmp_path / "sisipan")


def test_errors_name_the_file_and_the_way_out(tmp_path: Path, line: Speak) -> None:
    (tmp_path / "rusak.wav").write_bytes(b"RIFF????WAVEfmt tidak ada")
    (tmp_path / "teks.mp3").write_text("ini bukan suara" * 200, "utf-8")
    (tmp_path / "kosong.wav").write_bytes(b"")
    save(tmp_path / "hening.wav", np.zeros(44_100))
    soundfile.write(tmp_path / "tak-hingga.wav", np.full(9_000, np.inf), 22_050, subtype="FLOAT")
    cases = {
        "rusak.wav": "rusak.wav: berkas suara tidak dapat dibaca",
        "teks.mp3": "teks.mp3: berkas suara",
        "kosong.wav": "kosong.wav: berkas suara",
        "hening.wav": "hening.wav: berkas suara hanya berisi hening",
        "tak-hingga.wav": "tak-hingga.wav: berkas suara rusak",
        "hening.wv": r"tidak ada di folder .*maksudnya hening.wav\?",
    }
    for name, message in cases.items():
        with pytest.raises(SoundError, match=message):
            mix(script(Line("a"), Insert(name)), [line(0)], SOUNDS, tmp_path, tmp_path)
    for name in ("a\0b.wav", "panjang" * 60 + ".wav"):
        with pytest.raises(SoundError, match="insert"):
            mix(script(Insert(name)), (), SOUNDS, tmp_path, tmp_path)
    with pytest.raises(SoundError, match="folder rekaman tidak diketahui"):
        mix(script(Insert("x.wav")), (), SOUNDS, tmp_path)
    assert not (tmp_path / MASTER).exists()


def test_an_unknown_jingle_lists_the_choices(tmp_path: Path) -> None:
    sounds = Sounds(files={"pembuka": tmp_path / "tidak-ada.flac", "penutup": TUNES / "penutup.flac"})
    with pytest.raises(SoundError, match=r"\[jingle pembukaan\] tidak dikenal \(maksudnya pembuka\?\); pilihan: pembuka, penutup\."):
        mix(script(Jingle("pembukaan")), (), sounds, tmp_path)
    with pytest.raises(SoundError, match=r"tambahkan di bagian \[sounds\]"):
        mix(script(Jingle("pembuka")), (), SOUNDS, tmp_path)
    with pytest.raises(SoundError, match=r"tidak-ada\.flac: berkas suara tidak ada"):
        mix(script(Jingle("pembuka")), (), sounds, tmp_path)
    assert [name for name, _ in check_sounds(sounds)] == ["pembuka"]


def test_script_and_segments_must_fit(tmp_path: Path, line: Speak) -> None:
    with pytest.raises(SoundError, match="'Banjir merendam desa' belum bersuara"):
        mix(script(Line("a"), Line("Banjir merendam desa")), [line(0)], SOUNDS, tmp_path)
    with pytest.raises(SoundError, match="unsur 4 di bagian 1"):
        mix(script(Line("a")), [line(0), line(3)], SOUNDS, tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path, line: Speak) -> None:
    with pytest.raises(OutputError, match=MASTER):
        mix(script(Line("a")), [line(0)], SOUNDS, tmp_path / "tidak" / "ada")


# ---------------------------------------------------------------- the tunes


def test_the_tunes_are_what_the_script_makes() -> None:
    made = runpy.run_path(str(TUNES / "make_sounds.py"))
    assert {path.stem for path in TUNES.glob("*.flac")} == set(made["TUNES"])
    for name, compose in made["TUNES"].items():
        stored, rate = soundfile.read(TUNES / f"{name}.flac", dtype="int16")
        fresh = made["to_16_bits"](compose())
        assert rate == made["RATE"]
        assert len(stored) == len(fresh)
        assert np.abs(stored.astype(int) - fresh).max() <= 2, name  # the last bit of a sine differs between processors


@pytest.mark.parametrize(("name", "shortest", "longest"), [("pembuka", 4, 6), ("penutup", 3, 5), ("sela", 1, 1.5)])
def test_the_tunes_are_clean(name: str, shortest: float, longest: float) -> None:
    sound, rate = read_sound(TUNES / f"{name}.flac")
    assert shortest <= len(sound) / rate <= longest
    assert true_peak(sound) < -2
    assert abs(sound.mean()) < 0.001
    assert np.abs(sound[0]).max() < 0.01
    assert np.abs(sound[-1]).max() < 0.001
    assert -20 < integrated(energy(sound, rate)) < -10


def test_the_tunes_are_small() -> None:
    assert sum(path.stat().st_size for path in TUNES.glob("*.flac")) < 500_000


def test_speech_comes_soon_after_the_opening(tmp_path: Path, line: Speak) -> None:
    sounds = replace(SOUNDS, files={"pembuka": TUNES / "pembuka.flac"})
    bulletin = mix(script(Jingle("pembuka"), Line("a")), [line(1)], sounds, tmp_path)
    sound = np.abs(heard(bulletin)[:, 0])
    tune = sound[: bulletin.cues[0].end_ms * 441 // 10]
    last = np.flatnonzero(tune > 10 ** (-40 / 20))[-1] / 44_100 * 1_000
    assert bulletin.cues[1].start_ms - last < 600


def test_importing_mix_loads_nothing_heavy() -> None:
    code = "import sys, broadcast.mix; sys.exit(bool({'numpy', 'pydub', 'soundfile', 'soxr'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code], check=True)
