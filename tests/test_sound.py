"""The MP3 that airs: exact length, exact place, level after decoding, tags, and never half a file."""

from __future__ import annotations

import io
import struct
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3
from sound_maker import AIR, syllables

from broadcast.audio.loudness import Samples, energy, integrated
from broadcast.audio.peaks import true_peak
from broadcast.audio.reading import read_sound, to_rate
from broadcast.errors import OutputError, SoundError
from broadcast.export import encoding
from broadcast.export.encoding import encode_parts, find_parts, frame_samples
from broadcast.export.mp3 import crc16, read_header, split_frames
from broadcast.export.sound import Chapter, Heard, export_sound
from broadcast.mix.master import bring_to_level, write_wav
from broadcast.model import Bulletin, Sounds

STEREO, MONO = 2, 1


def bulletin(folder: Path, samples: Samples, sounds: Sounds) -> Bulletin:
    """A mixed bulletin of these samples, brought to level."""
    air = bring_to_level(samples, sounds)
    return Bulletin(write_wav(folder / "master.wav", air.samples, sounds.rate), (), air.lufs, air.peak_dbtp, sounds.channels)


def speech(seconds: float, sounds: Sounds, pause: float = 0.45) -> Samples:
    """Sentences of about four seconds with silence between them, `seconds` in all."""
    voice = [np.append(syllables(seed, 3.3 + 0.3 * (seed % 4)), np.zeros(round(pause * 22_050))) for seed in range(round(seconds / 4) + 1)]
    whole = to_rate(np.concatenate(voice)[: round(seconds * 22_050), None].astype(np.float32), 22_050, sounds.rate)
    quiet = np.abs(whole) < 1e-3  # resampling rings into the pauses, which a real timeline lays as zeros
    whole[quiet] = 0
    return np.repeat(whole, sounds.channels, axis=1)


def export(
    folder: Path, samples: Samples, sounds: Sounds, path: Path | None = None, **more: str | datetime | list[Chapter]
) -> tuple[Path, Bulletin, Heard]:
    mixed = bulletin(folder, samples, sounds)
    path = path or folder / "bulletin.mp3"
    words = {"title": "Warta Siang", "station": "Radio Uji", "air": AIR, "lyrics": "Selamat siang //\n"} | more
    return path, mixed, export_sound(mixed, sounds, path, **words)


def decode(path: Path) -> Samples:
    return soundfile.read(path, dtype="float32", always_2d=True)[0]


def slow_crc16(data: bytes) -> int:
    """The checksum bit by bit, as the specification has it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


# ---------------------------------------------------------------- length and frames

SHAPES = [(44_100, 1, 128), (44_100, 1, 32), (44_100, 2, 192), (48_000, 1, 96), (48_000, 2, 320), (24_000, 1, 64), (22_050, 2, 64)]


@pytest.mark.parametrize(("rate", "channels", "bitrate"), SHAPES)
def test_decoding_gives_the_master_sample_for_sample(tmp_path: Path, rate: int, channels: int, bitrate: int) -> None:
    sounds = Sounds(rate=rate, channels=channels, bitrate=bitrate, peak_dbtp=-2)
    path, mixed, heard = export(tmp_path, speech(3.217, sounds), sounds)
    master, sound = read_sound(mixed.master.path)[0], decode(path)
    assert sound.shape == master.shape == (heard.frames, channels)
    assert soundfile.info(path).samplerate == rate
    size = 1 << 18
    match = np.fft.irfft(np.fft.rfft(sound[:, 0], size) * np.conj(np.fft.rfft(master[:, 0], size)), size)
    assert int(match.argmax()) == 0  # not a sample early or late
    assert np.corrcoef(sound[:, 0], master[:, 0])[0, 1] > 0.95


@settings(max_examples=12, deadline=None)
@given(frames=st.integers(1, 6_000))
def test_any_length_comes_back_exactly(tmp_path_factory: pytest.TempPathFactory, frames: int) -> None:
    folder, sounds = tmp_path_factory.mktemp("panjang"), Sounds()
    samples = (0.1 * np.sin(np.arange(frames) / 7))[:, None].astype(np.float32)
    mixed = Bulletin(write_wav(folder / "master.wav", samples, 44_100), (), integrated(energy(samples, 44_100)), -20.0, 1)
    export_sound(mixed, sounds, folder / "a.mp3", title="a", station="b", air=AIR, lyrics="")
    assert len(decode(folder / "a.mp3")) == frames


def test_the_info_frame_tells_the_truth(tmp_path: Path) -> None:
    sounds = Sounds()
    path, mixed, _ = export(tmp_path, speech(2.5, sounds), sounds)
    whole = path.read_bytes()
    start = 10 + sum(byte << 7 * (3 - place) for place, byte in enumerate(whole[6:10]))
    stream = whole[start:]
    first = read_header(stream)
    info, sound = stream[: first.size], stream[first.size :]
    frames = list(split_frames(sound))
    assert info[4 + 17 :][:4] == b"Info"
    flags, count, length = struct.unpack(">III", info[25:37])
    assert (flags, count, length) == (15, len(frames), len(stream))
    assert info[37:137] == bytes(sorted(info[37:137]))
    tag = info[141:]
    delay, padding = int.from_bytes(tag[21:24], "big") >> 12, int.from_bytes(tag[21:24], "big") & 0xFFF
    assert tag.startswith(b"LAME")
    assert len(frames) * 1152 - delay - padding == mixed.master.frames
    assert struct.unpack(">IH", tag[28:34]) == (len(stream), slow_crc16(sound))
    assert struct.unpack(">H", tag[34:36])[0] == slow_crc16(info[: 141 + 34])
    assert {read_header(frame).kbits for frame in frames} == {128}


@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=20_000))
def test_the_quick_checksum_is_the_slow_one(data: bytes) -> None:
    assert crc16(data) == slow_crc16(data)


@pytest.mark.parametrize("head", [b"RIFF", b"\xff\xfb\xf0\xc4", b"\xff\xff\x90\xc4", b"\xff\xfb\x9c\xc4"])
def test_what_is_no_frame_is_an_error(head: bytes) -> None:
    with pytest.raises(SoundError, match="rusak"):
        list(split_frames(head + bytes(500)))


def test_half_a_frame_is_an_error() -> None:
    with pytest.raises(SoundError, match="rusak"):
        list(split_frames(b"\xff\xfb\x90\xc4" + bytes(50)))


# ---------------------------------------------------------------- parts


def test_a_long_bulletin_is_encoded_in_parts_that_leave_no_trace(tmp_path: Path) -> None:
    sounds = Sounds()
    mixed = bulletin(tmp_path, speech(62, sounds), sounds)
    master = read_sound(mixed.master.path)[0]
    parts = list(find_parts(master, 1152, round(20 * 44_100 / 1152)))
    assert len(parts) == 3
    whole = encoding.decode(encoding.lame(master, sounds))[1105:][: len(master)]
    joined = encoding.decode(b"".join(frame for part in encode_parts(master, sounds, 0.0) for frame in part.frames))[1105:][: len(master)]
    level = np.sqrt(np.mean(np.square(master)))
    errors = [np.sqrt(np.mean(np.square(one * 1.0527 - master))) / level for one in (whole, joined)]  # 1.0527: what LAME takes away
    assert errors[1] < errors[0] * 1.05
    for part in parts[1:]:  # at the joins, nothing but the silence that was there
        around = slice(part.start * 1152 - 2_500, part.start * 1152 + 2_500)
        silent = master[around] == 0
        assert np.abs(joined[around][silent]).max() < np.abs(whole[around][silent]).max() * 1.5 + 1e-4


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 12_000), st.booleans()), min_size=1, max_size=20), st.integers(1, 30))
def test_parts_meet_only_in_silence_and_miss_nothing(stretches: list[tuple[int, bool]], least: int) -> None:
    master = np.concatenate([np.full((frames, 1), 0.1 * loud, np.float32) for frames, loud in stretches])
    parts = list(find_parts(master, 1152, least))
    assert (parts[0].start, parts[-1].stop) == (0, None)
    for before, after in pairwise(parts):
        assert before.stop == after.start
        assert after.start - before.start >= least
        assert not master[(after.start - 3) * 1152 : (after.start + 2) * 1152].any()


def test_sound_without_any_pause_is_encoded_whole(tmp_path: Path) -> None:
    sounds = Sounds()
    tone = (0.2 * np.sin(2 * np.pi * 300 * np.arange(45 * 44_100) / 44_100))[:, None].astype(np.float32)
    path, mixed, heard = export(tmp_path, tone, sounds)
    assert len(decode(path)) == mixed.master.frames
    assert heard.lufs == pytest.approx(-16, abs=0.2)


# ---------------------------------------------------------------- level


@pytest.mark.parametrize(("channels", "bitrate", "target"), [(1, 128, -16), (1, 64, -16), (1, 48, -16), (2, 192, -14), (1, 128, -23)])
def test_level_and_peak_after_decoding(tmp_path: Path, channels: int, bitrate: int, target: float) -> None:
    sounds = Sounds(channels=channels, bitrate=bitrate, target_lufs=target)
    path, _, heard = export(tmp_path, speech(24, sounds), sounds)
    sound = decode(path)
    assert integrated(energy(sound, 44_100)) == pytest.approx(target, abs=0.3)
    assert true_peak(sound) <= sounds.peak_dbtp
    assert heard.lufs == pytest.approx(integrated(energy(sound, 44_100)), abs=0.05)
    assert heard.peak_dbtp == pytest.approx(true_peak(sound), abs=0.05)


def test_a_low_bit_rate_is_brought_below_the_ceiling_again(tmp_path: Path) -> None:
    sounds = Sounds(bitrate=64, target_lufs=-12)
    path, _, heard = export(tmp_path, speech(8, sounds), sounds)
    assert heard.passes > 1  # the first came out too high
    assert true_peak(decode(path)) <= sounds.peak_dbtp


# ---------------------------------------------------------------- tags


def test_the_tag_says_what_airs(tmp_path: Path) -> None:
    lyrics = "# Warta\nBupati As’at — “siap” / é ê 🎙 //\n" * 400
    sounds = Sounds()
    words = {"lyrics": lyrics, "album": "Warta Radio Uji", "comment": "Suara sintetis.", "title": "Warta\0 Siang"}
    path, mixed, _ = export(tmp_path, speech(2, sounds), sounds, **words)
    assert path.read_bytes()[3] == 3  # ID3v2.3
    tag = ID3(path, translate=False)
    assert {key: str(tag[key]) for key in ("TIT2", "TPE1", "TALB", "TYER", "TDAT", "TIME", "TLAN", "TLEN")} == {
        "TIT2": "Warta Siang",
        "TPE1": "Radio Uji",
        "TALB": "Warta Radio Uji",
        "TYER": "2026",
        "TDAT": "2311",
        "TIME": "1400",
        "TLAN": "ind",
        "TLEN": str(mixed.master.ms),
    }
    assert tag["USLT::ind"].text == lyrics
    assert str(tag["COMM::ind"]) == "Suara sintetis."
    assert len(decode(path)) == mixed.master.frames


def test_what_is_not_told_is_not_tagged(tmp_path: Path) -> None:
    path, _, _ = export(tmp_path, speech(1, Sounds()), Sounds())
    assert not {"TALB", "COMM::ind", "CHAP", "CTOC:toc"} & set(ID3(path, translate=False))


def test_chapters_stand_in_order_of_time(tmp_path: Path) -> None:
    chapters = [Chapter(2_000, 3_000, "C"), Chapter(0, 900, "Judul yang panjang sekali di depan"), Chapter(900, 2_000, "Banjir")]
    path, _, _ = export(tmp_path, speech(3, Sounds()), Sounds(), chapters=chapters)
    whole = path.read_bytes()
    found = [whole.index(f"chp{number}".encode() + b"\0\0") for number in (1, 2, 3)]
    assert found == sorted(found)
    tag = ID3(path, translate=False)
    assert tag["CTOC:toc"].child_element_ids == ["chp1", "chp2", "chp3"]
    assert [(tag[f"CHAP:chp{n}"].start_time, str(tag[f"CHAP:chp{n}"].sub_frames["TIT2"])) for n in (1, 2, 3)] == [
        (0, "Judul yang panjang sekali di depan"),
        (900, "Banjir"),
        (2_000, "C"),
    ]


def test_the_air_date_is_the_stations_own(tmp_path: Path) -> None:
    late = AIR.replace(hour=23, minute=30)
    path, _, _ = export(tmp_path, speech(1, Sounds()), Sounds(), air=late)
    tag = ID3(path, translate=False)
    assert late.utcoffset() == timedelta(hours=7)
    assert (str(tag["TDAT"]), str(tag["TIME"])) == ("2311", "2330")


# ---------------------------------------------------------------- nothing half


def test_the_same_bulletin_gives_the_same_bytes(tmp_path: Path) -> None:
    sounds = Sounds()
    samples = speech(45, sounds)
    first, second = (export(tmp_path, samples, sounds, tmp_path / name)[0].read_bytes() for name in ("a.mp3", "b.mp3"))
    assert first == second


@pytest.fixture
def on_air(tmp_path: Path) -> Path:
    """A folder with the MP3 that is on air now."""
    folder = tmp_path / "siaran"
    folder.mkdir()
    path = folder / "bulletin.mp3"
    path.write_bytes(b"siaran lama")
    return path


def untouched(path: Path) -> bool:
    return path.read_bytes() == b"siaran lama" and [one.name for one in path.parent.iterdir()] == [path.name]


def test_an_encoder_that_fails_midway_leaves_the_old_file(tmp_path: Path, on_air: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sounds, calls, real = Sounds(), [], encoding.lame

    def fails_later(samples: Samples, asked: Sounds) -> bytes:
        calls.append(len(samples))
        if len(calls) == 3:
            raise SoundError("penyandi berhenti")
        return real(samples, asked)

    monkeypatch.setattr(encoding, "lame", fails_later)
    with pytest.raises(SoundError, match="berhenti"):
        export(tmp_path, speech(62, sounds), sounds, on_air)
    assert len(calls) >= 3
    assert untouched(on_air)


def test_an_encoder_that_loses_sound_is_caught(tmp_path: Path, on_air: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = encoding.lame
    monkeypatch.setattr(encoding, "lame", lambda samples, sounds: real(samples, sounds)[: 417 * 40])
    with pytest.raises(SoundError, match="rusak"):
        export(tmp_path, speech(4, Sounds()), Sounds(), on_air)
    assert untouched(on_air)


@pytest.mark.parametrize("sounds", [Sounds(bitrate=7), Sounds(bitrate=500), Sounds(rate=43_000)])
def test_a_rate_that_mp3_does_not_know(tmp_path: Path, on_air: Path, sounds: Sounds) -> None:
    with pytest.raises(SoundError, match=r"kbit/s pada .* Hz tidak dikenal.*station\.toml"):
        export(tmp_path, speech(1, sounds), sounds, on_air)
    assert untouched(on_air)


def test_a_missing_or_foreign_master(tmp_path: Path, on_air: Path) -> None:
    sounds = Sounds()
    mixed = bulletin(tmp_path, speech(1, sounds), sounds)
    words = {"title": "a", "station": "b", "air": AIR, "lyrics": ""}
    with pytest.raises(SoundError, match="bukan hasil campuran"):
        export_sound(mixed, Sounds(channels=2), on_air, **words)
    mixed.master.path.unlink()
    with pytest.raises(SoundError, match=r"master\.wav: berkas suara tidak ada"):
        export_sound(mixed, sounds, on_air, **words)
    assert untouched(on_air)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    sounds = Sounds()
    (tmp_path / "folder.mp3").mkdir()
    for path in (tmp_path / "folder.mp3", tmp_path / "tidak" / "ada" / "a.mp3"):
        with pytest.raises(OutputError, match=path.name):
            export(tmp_path, speech(1, sounds), sounds, path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.mp3", "master.wav"]


def test_frames_are_counted_as_lame_makes_them() -> None:
    for rate in (48_000, 44_100, 32_000, 24_000, 22_050, 16_000):
        sounds = Sounds(rate=rate, bitrate=64)
        stream = encoding.lame(np.zeros((rate // 2, 1), np.float32), sounds)
        assert {read_header(frame).samples for frame in split_frames(stream)} == {frame_samples(sounds)}
        assert {soundfile.info(io.BytesIO(stream)).samplerate} == {rate}
