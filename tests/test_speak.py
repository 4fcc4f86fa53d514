"""speak: one voice a bulletin, nothing spoken twice, nothing damaged kept."""

from __future__ import annotations

import os
import re
import sys
import time
import wave
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pronounced import LINES, syllables
from speech_server import SpeechServer

from broadcast.errors import OutputError, VoiceError
from broadcast.model import Cast, Item, Jingle, Kind, Line, Pause, Script, Setting, Voice
from broadcast.speak import choose, say, speak, usable
from broadcast.speak.clips import Clips
from broadcast.speak.finding import find_engine, hindrance, line_up
from broadcast.station import open_station

Calls = list[tuple[str, str]]
"""What the stranger's engine was asked: the key of the voice and the text."""

AIR = datetime(2026, 11, 23, 14, tzinfo=UTC)
PAUNG = "Warga menanam pohon bakau, di pantai utara."
HUJAN = "Hujan lebat turun sejak pagi."
BANJIR = "Jalan utama tergenang air."


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[Calls]:
    """The stranger's engine, installed for this test; yields what it was asked to say."""
    find_engine.cache_clear()
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "speak" / "stranger"))
    import stranger

    stranger.CALLS.clear()
    yield stranger.CALLS
    find_engine.cache_clear()
    sys.modules.pop("stranger", None)


def beeper(key: str = "utama", *, fallback: str = "", online: bool = False, **more: Setting) -> Voice:
    return Voice(key, key.title(), "beeper", more, fallback, online)


def by_key(*voices: Voice) -> dict[str, Voice]:
    return {voice.key: voice for voice in voices}


def script(*texts: str) -> Script:
    opening = Item(Kind.OPENING, (Jingle("pembuka"), Line("Pendengar", "Pendengar.")))
    news = Item(Kind.NEWS, (*(Line(text, text) for text in texts), Pause(800)), id="hujan-lebat")
    return Script("Warta", "Radio", AIR, "utama", (opening, news))


def kept(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.rglob("*"))


# ---------------------------------------------------------------- one bulletin, one voice


def test_every_line_has_its_sound_in_order(calls: Calls, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    cache = tmp_path / "baru" / "cache"
    spoken = speak(script(HUJAN, BANJIR), by_key(beeper()), "utama", cache, online=False, progress=lambda *at: heard.append(at))
    assert [(part.item, part.element, part.voice, part.engine) for part in spoken.segments] == [
        (0, 1, "utama", "beeper 1"),
        (1, 0, "utama", "beeper 1"),
        (1, 1, "utama", "beeper 1"),
    ]
    assert (spoken.voice, spoken.engine, spoken.notes) == ("utama", "beeper 1", ())
    assert [text for _, text in calls] == ["Pendengar.", HUJAN, BANJIR]
    assert heard == [(1, 3), (2, 3), (3, 3)]
    for part, text in zip(spoken.segments, ["Pendengar.", HUJAN, BANJIR], strict=True):
        with wave.open(str(part.clip.path)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
            assert (sound.getnframes(), sound.getframerate()) == (part.clip.frames, part.clip.rate)
        assert part.clip.ms == 90 * len(text)


@pytest.mark.usefixtures("calls")
def test_a_script_without_lines_is_spoken_too(tmp_path: Path) -> None:
    spoken = speak(Script("Warta", "Radio", AIR, "utama"), by_key(beeper()), "utama", tmp_path, online=False)
    assert (spoken.segments, spoken.voice) == ((), "utama")


def duet(*voices: str) -> Script:
    """A script whose items are read by these voices in turn."""
    items = [Item(Kind.NEWS, (Line(HUJAN, HUJAN), Line(f"{key}.", f"Ini {key}.")), id=f"n{at}", voice=key) for at, key in enumerate(voices)]
    return Script("Warta", "Radio", AIR, "utama", tuple(items))


def test_each_item_is_spoken_by_its_announcer(calls: Calls, tmp_path: Path) -> None:
    voices = by_key(beeper(), beeper("kedua", pitch=2))
    heard: list[tuple[int, int]] = []
    spoken = speak(duet("", "kedua", ""), voices, "utama", tmp_path, online=False, progress=lambda *at: heard.append(at))
    assert [part.voice for part in spoken.segments] == ["utama", "utama", "kedua", "kedua", "utama", "utama"]
    assert (spoken.voice, spoken.notes) == ("utama", ())
    assert spoken.partners == (Cast("kedua", "kedua", "beeper 1"),)
    assert [key for key, text in calls if text == HUJAN] == ["utama", "kedua"], "the same words sound differently in each voice"
    assert heard == [(count, 4) for count in (1, 2, 3, 4)]
    calls.clear()
    assert speak(duet("", "kedua", ""), voices, "utama", tmp_path, online=False) == spoken
    assert calls == [], "both voices come from the cache"


@pytest.mark.usefixtures("calls")
def test_a_partner_that_fails_falls_back_for_all_its_items_and_for_no_other(tmp_path: Path) -> None:
    voices = by_key(beeper(), beeper("kedua", fail="refuse", on="kedua", fallback="ketiga"), beeper("ketiga"))
    spoken = speak(duet("", "kedua", "", "kedua"), voices, "utama", tmp_path, online=False)
    assert [part.voice for part in spoken.segments] == ["utama"] * 2 + ["ketiga"] * 2 + ["utama"] * 2 + ["ketiga"] * 2
    assert spoken.partners == (Cast("kedua", "ketiga", "beeper 1"),)
    [note] = spoken.notes
    assert note.startswith("Suara kedua tidak dipakai ([berita: n1] kalimat 2")
    assert note.endswith("semua bagian penyiar kedua disuarakan ketiga.")


@pytest.mark.usefixtures("calls")
def test_a_partner_without_any_voice_is_spoken_by_the_main_announcer(tmp_path: Path) -> None:
    spoken = speak(duet("", "kedua"), by_key(beeper(), beeper("kedua", trouble="rusak")), "utama", tmp_path, online=False)
    assert {part.voice for part in spoken.segments} == {"utama"}
    assert "Dua penyiar bersuara sama (utama)" in spoken.notes[-1]


@pytest.mark.usefixtures("calls")
def test_an_unknown_announcer_is_named_with_its_section(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"\[berita: n1 \| penyiar: keduu\]: .*maksudnya kedua"):
        speak(duet("", "keduu"), by_key(beeper(), beeper("kedua")), "utama", tmp_path, online=False)


@pytest.mark.parametrize("fail", ["offline", "refuse", "bug", "nothing", "garbage", "empty", "silent", "short", "long"])
def test_a_voice_that_fails_on_the_way_gives_the_whole_bulletin_to_its_fallback(calls: Calls, tmp_path: Path, fail: str) -> None:
    voices = by_key(beeper(fail=fail, on="tergenang", fallback="luring", online=True), beeper("luring"))
    spoken = speak(script(HUJAN, BANJIR, PAUNG), voices, "utama", tmp_path, online=True)
    assert spoken.voice == "luring"
    assert {part.voice for part in spoken.segments} == {"luring"}
    assert [text for key, text in calls if key == "luring"] == ["Pendengar.", HUJAN, BANJIR, PAUNG]
    [note] = spoken.notes
    assert note.startswith("Suara utama tidak dipakai (")
    assert note.endswith("); seluruhnya disuarakan luring.")
    if fail != "offline":
        assert "[berita: hujan-lebat] kalimat 2" in note, "a line that fails is named"
    assert not [name for name in kept(tmp_path) if name.startswith(".")], "nothing half made is left"


@pytest.mark.parametrize(
    ("first", "online", "why"),
    [
        (beeper(fallback="luring", online=True), False, "online = false"),
        (beeper(fallback="luring", trouble="model belum ada"), True, "model belum ada"),
        (beeper(fallback="luring", fail="trouble-bug"), True, "ZeroDivisionError"),
        (Voice("utama", "U", "bepeer", fallback="luring"), True, "maksudnya beeper?"),
        (Voice("utama", "U", "broken", fallback="luring"), True, "tidak mau hidup"),
        (Voice("utama", "U", "absent", fallback="luring"), True, "ModuleNotFoundError"),
    ],
)
def test_a_voice_that_cannot_start_is_not_asked(calls: Calls, tmp_path: Path, first: Voice, online: bool, why: str) -> None:
    voices = by_key(first, beeper("luring"))
    assert choose(voices, "utama", online=online) == "luring"
    spoken = speak(script(HUJAN), voices, "utama", tmp_path, online=online)
    assert {key for key, _ in calls} == {"luring"}
    assert why in spoken.notes[0]
    [(_, reason), (_, fine)] = usable(voices, online=online)
    assert why in reason
    assert not fine


@pytest.mark.usefixtures("calls")
def test_fallbacks_of_fallbacks_are_noted_each(tmp_path: Path) -> None:
    voices = by_key(beeper(fallback="kedua", trouble="a"), beeper("kedua", fallback="ketiga", fail="refuse"), beeper("ketiga"))
    spoken = speak(script(HUJAN), voices, "utama", tmp_path, online=False)
    assert spoken.voice == "ketiga"
    assert [note.split(" (")[0] for note in spoken.notes] == ["Suara utama tidak dipakai", "Suara kedua tidak dipakai"]


@pytest.mark.usefixtures("calls")
def test_fallbacks_in_a_ring_end(tmp_path: Path) -> None:
    voices = by_key(beeper(fallback="kedua", trouble="a mogok"), beeper("kedua", fallback="utama", fail="offline"))
    assert [voice.key for voice in line_up(voices, "kedua")] == ["kedua", "utama"]
    with pytest.raises(VoiceError, match=r"utama: a mogok; kedua: tidak ada jalan keluar\)\. Pilih suara lain"):
        speak(script(HUJAN), voices, "utama", tmp_path, online=True)
    with pytest.raises(VoiceError, match="utama: perlu internet"):
        choose(by_key(beeper(online=True)), "utama", online=False)


@pytest.mark.usefixtures("calls")
def test_an_unknown_voice_is_named_with_the_likely_one(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"'lurin' tidak ada \(maksudnya luring\?\); pilihan: luring, utama"):
        speak(script(HUJAN), by_key(beeper(), beeper("luring")), "lurin", tmp_path, online=False)
    with pytest.raises(VoiceError, match="'cadangan' tidak ada"):
        speak(script(HUJAN), by_key(beeper(trouble="a", fallback="cadangan")), "utama", tmp_path, online=False)


@pytest.mark.parametrize("nothing", ["", "  ", "—", ". , !"])
def test_a_line_without_words_is_named(calls: Calls, tmp_path: Path, nothing: str) -> None:
    with pytest.raises(VoiceError, match=r"\[berita: hujan-lebat\] kalimat 2 \('…'\): tidak ada kata"):
        speak(replace_line(script(HUJAN, "…"), nothing), by_key(beeper()), "utama", tmp_path, online=False)
    assert not calls, "nothing is spoken before everything is known to have words"
    with pytest.raises(VoiceError, match="tidak ada kata"):
        say(nothing, by_key(beeper()), "utama", tmp_path, online=False)


def replace_line(made: Script, spoken: str) -> Script:
    opening, news = made.items
    return replace(made, items=(opening, replace(news, elements=(news.elements[0], replace(news.lines[1], spoken=spoken)))))


@pytest.mark.usefixtures("calls")
def test_a_full_disk_is_not_blamed_on_the_voice(tmp_path: Path) -> None:
    voices = by_key(beeper(fail="disk", fallback="luring"), beeper("luring"))
    with pytest.raises(OutputError, match="Disk penuh"):
        speak(script(HUJAN), voices, "utama", tmp_path, online=False)
    in_the_way = tmp_path / "berkas"
    in_the_way.write_text("ini bukan folder", "utf-8")
    with pytest.raises(OutputError, match="berkas"):
        speak(script(HUJAN), voices, "luring", in_the_way, online=False)


# ---------------------------------------------------------------- nothing twice, nothing damaged


def test_an_unchanged_line_is_never_spoken_twice(calls: Calls, tmp_path: Path) -> None:
    first = speak(script(HUJAN, BANJIR), by_key(beeper()), "utama", tmp_path, online=False)
    again = speak(script(HUJAN, PAUNG), by_key(beeper()), "utama", tmp_path, online=False)
    assert [text for _, text in calls] == ["Pendengar.", HUJAN, BANJIR, PAUNG]
    assert again.segments[:2] == first.segments[:2]


def test_the_same_line_twice_in_a_script_is_spoken_once(calls: Calls, tmp_path: Path) -> None:
    spoken = speak(script(HUJAN, BANJIR, HUJAN, f" {HUJAN} "), by_key(beeper()), "utama", tmp_path, online=False)
    assert [text for _, text in calls] == ["Pendengar.", HUJAN, BANJIR]
    assert spoken.segments[1].clip == spoken.segments[3].clip == spoken.segments[4].clip


def test_other_settings_or_another_version_are_spoken_anew(calls: Calls, tmp_path: Path) -> None:
    for voice in (beeper(), beeper(stereo=True), beeper(version=2), beeper("lain"), beeper()):
        say(HUJAN, by_key(voice), voice.key, tmp_path, online=False)
    assert len(calls) == 3, "the name of a voice does not matter, its settings and its engine do"


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "gone", "text"])
def test_a_damaged_sound_is_spoken_again(calls: Calls, tmp_path: Path, damage: str) -> None:
    whole = say(HUJAN, by_key(beeper()), "utama", tmp_path, online=False)
    data = whole.path.read_bytes()
    changed = {"cut": data[:-100], "flip": data[:5000] + bytes([data[5000] ^ 1]) + data[5001:], "empty": b"", "text": b"RIFF"}
    if damage == "gone":
        whole.path.unlink()
    else:
        whole.path.write_bytes(changed[damage])
    assert say(HUJAN, by_key(beeper()), "utama", tmp_path, online=False) == whole
    assert whole.path.read_bytes() == data
    assert len(calls) == 2
    assert kept(tmp_path) == [whole.path.name]


@pytest.mark.usefixtures("calls")
def test_nothing_is_left_beside_the_sounds(tmp_path: Path) -> None:
    speak(script(HUJAN, BANJIR), by_key(beeper(online=True)), "utama", tmp_path, online=True)
    assert len(kept(tmp_path)) == 3
    with pytest.raises(VoiceError):
        speak(script(PAUNG), by_key(beeper(fail="short")), "utama", tmp_path, online=True)
    assert len(kept(tmp_path)) == 3, "what an engine got wrong is not kept"


@pytest.mark.usefixtures("calls")
def test_online_lines_keep_their_order(tmp_path: Path) -> None:
    texts = [f"Kalimat {word} dari naskah ini." for word in ("satu", "dua", "tiga", "lima", "tujuh")]
    spoken = speak(script(*texts), by_key(beeper(online=True)), "utama", tmp_path, online=True)
    assert [part.clip.ms for part in spoken.segments] == [90 * len(text) for text in ("Pendengar.", *texts)]


@pytest.mark.usefixtures("calls")
def test_the_oldest_sounds_go_first_and_young_ones_stay(tmp_path: Path) -> None:
    hour = 3600
    sounds = [say(text, by_key(beeper()), "utama", tmp_path, online=False).path for text in (HUJAN, BANJIR, PAUNG)]
    for path, age in zip(sounds, (3 * hour, 2 * hour, 4 * hour), strict=True):
        os.utime(path, (time.time() - age,) * 2)
    leftover, new = tmp_path / ".baru-lama", tmp_path / ".baru-kini"
    leftover.mkdir()
    new.mkdir()
    (leftover / "setengah.wav").write_bytes(b"RIFF")
    os.utime(leftover, (time.time() - 48 * hour,) * 2)
    Clips(tmp_path).prune(limit=sounds[0].stat().st_size + sounds[1].stat().st_size)
    assert kept(tmp_path) == sorted([sounds[0].name, sounds[1].name, new.name])
    say(HUJAN, by_key(beeper()), "utama", tmp_path, online=False)
    Clips(tmp_path).prune(limit=0)
    assert kept(tmp_path) == sorted([sounds[0].name, new.name]), "what was used within the hour may be on its way to the mixer"


@pytest.mark.usefixtures("calls")
def test_stereo_and_loud_sounds_become_mono_wav(tmp_path: Path) -> None:
    mono = say(HUJAN, by_key(beeper()), "utama", tmp_path, online=False)
    stereo = say(HUJAN, by_key(beeper(stereo=True)), "utama", tmp_path, online=False)
    assert (stereo.digest, stereo.frames) == (mono.digest, mono.frames)


# ---------------------------------------------------------------- the shipped voices


def test_the_embedded_voice_speaks_a_bulletin_and_the_default_falls_back_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    find_engine.cache_clear()
    voices = open_station(None).voices
    with SpeechServer() as server:
        monkeypatch.setenv("BROADCAST_GTTS_SERVER", server.address)
        spoken = speak(script(HUJAN, PAUNG), voices, "utama", tmp_path, online=False)
        assert not server.heard, "an offline station does not try the network"
    assert (spoken.voice, len(spoken.segments)) == ("luring", 3)
    assert "online = false" in spoken.notes[0]
    again = speak(script(HUJAN, PAUNG), voices, "luring", tmp_path / "lain", online=False)
    assert [part.clip.digest for part in again.segments] == [part.clip.digest for part in spoken.segments], "the same bytes every time"
    assert all(1500 < part.clip.ms < 4500 for part in spoken.segments[1:])


def test_an_online_station_speaks_with_the_default_until_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    voices = open_station(None).voices
    with SpeechServer("sound", "sound", "refused") as server:
        monkeypatch.setenv("BROADCAST_GTTS_SERVER", server.address)
        spoken = speak(script(HUJAN, PAUNG), voices, "utama", tmp_path, online=True)
        assert spoken.voice == "luring"
        assert "kode 403" in spoken.notes[0]
        server.answers = ["sound"]
        spoken = speak(script(HUJAN, PAUNG), voices, "utama", tmp_path, online=True)
        assert (spoken.voice, spoken.notes) == ("utama", ())
        assert {part.clip.rate for part in spoken.segments} == {24_000}
        heard = len(server.heard)
        speak(script(HUJAN, PAUNG), voices, "utama", tmp_path, online=True)
        assert len(server.heard) == heard
    again = speak(script(HUJAN, PAUNG), voices, "utama", tmp_path, online=True)
    assert again == spoken, "what is known needs no server"
    gone = speak(script(BANJIR), voices, "utama", tmp_path, online=True)
    assert gone.voice == "luring"
    assert "tidak terjangkau" in gone.notes[0]


def test_every_shipped_voice_is_usable_and_keeps_its_pace() -> None:
    """`pace` makes the read time of RADIO (syllables at 6.5 a second, 0.2 s a comma, 0.45 s an end) what the voice takes."""

    voices = open_station(None).voices
    assert all(not reason for _, reason in usable(voices, online=True))
    for voice in voices.values():
        if voice.engine == "espeak":
            sounds = [find_engine("espeak").say(line, voice) for line in LINES]
            real = sum(len(sound) / 2 / rate + 0.45 for _, rate, sound in sounds)
            read = sum(syllables(line) / 6.5 + 0.2 * line.count(",") + 0.45 for line in LINES) / voice.pace
            assert real == pytest.approx(read, rel=0.04), voice.key
            words = sum(len(line.split()) for line in LINES)
            assert 145 <= words / (real - 0.45 * len(LINES)) * 60 <= 165


@given(st.lists(st.text(max_size=60), max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_text_is_spoken_or_refused_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    voice = Voice("luring", "Luring", "espeak")
    made = script(*texts)
    try:
        spoken = speak(made, by_key(voice), "luring", tmp_path_factory.getbasetemp() / "cache", online=False)
    except VoiceError as error:
        refused = str(error)
    else:
        assert len(spoken.segments) == len(texts) + 1
        return
    assert re.search(r"\[(pembuka|berita: hujan-lebat)\] kalimat \d", refused)


def test_an_engine_that_is_not_installed_is_named() -> None:
    assert hindrance(Voice("a", "A", "espaek"), online=False).startswith("mesin 'espaek' tidak terpasang (maksudnya espeak?); pilihan: ")
