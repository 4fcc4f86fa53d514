"""The engines: espeak in its process, Google's speech over the wire."""

from __future__ import annotations

import os
import signal
import sys
import time
import unicodedata
import wave
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import numpy as np
import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st
from pronounced import LINES
from speech_server import RATE, SpeechServer

from broadcast.bahasa.phonemes import ipa
from broadcast.engines import espeak_process
from broadcast.engines.espeak import DEFAULTS, LONGEST, Espeak
from broadcast.engines.espeak_phonemes import KNOWN, phonemes, prepare, tidy
from broadcast.engines.espeak_process import Espeaker
from broadcast.engines.gtts import Gtts, requests_for
from broadcast.engines.gtts_chunks import LIMIT, cut
from broadcast.engines.gtts_client import Patience
from broadcast.errors import EngineError, OfflineError, OutputError
from broadcast.model import Setting, Voice

LURING = Voice("luring", "Luring", "espeak")
ENGINE = Espeak()
"""One for the properties, which no fixture reaches."""


def voice(**settings: Setting) -> Voice:
    return Voice("uji", "Uji", "espeak", settings)


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def said(engine: Espeak, text: str) -> str:
    return " ".join(engine.say(text, LURING)[0])


def asked(speaker: Espeaker) -> list[str]:
    heard: list[str] = speaker.ask({"text": "ada", "voice": "id", "rate": 205, "pitch": 50, "range": 50, "volume": 100})[0]["phonemes"]
    return heard


def installed() -> tuple[Path, Path]:
    import espeakng_loader

    return Path(espeakng_loader.get_library_path()), Path(espeakng_loader.__file__).parent


# ---------------------------------------------------------------- espeak: what it says


def rows() -> list[list[str]]:
    text = (Path(__file__).parent / "engines" / "vowels.tsv").read_text("utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]


@pytest.mark.parametrize(("word", "phonemes"), rows())
def test_marked_vowels_are_said_as_marked(espeak: Espeak, word: str, phonemes: str) -> None:
    assert said(espeak, f"{word}.") == phonemes
    assert phonemes in said(espeak, f"Warga {word}, lalu pulang.").split(" ")
    decomposed = unicodedata.normalize("NFD", word)
    assert said(espeak, f"{decomposed}.") == phonemes


@pytest.mark.parametrize("word", KNOWN)
def test_number_words_are_right_without_marks(espeak: Espeak, word: str) -> None:
    assert "E" not in said(espeak, f"{word}.")
    assert said(espeak, f"{word.capitalize()} orang.") == said(espeak, f"{KNOWN[word]} orang.")


def test_only_the_vowels_of_marked_words_change(espeak: Espeak) -> None:
    plain = said(espeak, "Petani menanam bebek, di pantai utara.")
    assert said(espeak, "Pêtani menanam bebek, di pantai utara.") == plain
    assert said(espeak, "Pétani menanam bebek, di pantai utara.") == plain.replace("p@t'ani", "pet'ani")


def test_hyphens_and_apostrophes_join(espeak: Espeak) -> None:
    assert said(espeak, "Ka-pé-ka dan dé-pé-ér.").startswith("k'a p'e k'a dan d'e p'e")
    assert said(espeak, "kêmêntêrian-kêmêntêrian") == "k@m@nt@R2'ian k@m@nt@R2'ian"
    assert said(espeak, "Hari Jum'at, bersama Ma'ruf.") == said(espeak, "Hari Jum’at, bersama Ma’ruf.")


def test_a_comma_is_a_breath_and_a_full_stop_falls(espeak: Espeak) -> None:
    _, rate, with_comma = espeak.say("Warga menanam bakau, di pantai utara.", LURING)
    assert 150 <= longest_pause_ms(with_comma, rate) <= 250
    _, _, without = espeak.say("Warga menanam bakau di pantai utara.", LURING)
    assert longest_pause_ms(without, rate) < 100
    _, _, asked = espeak.say("Warga menanam bakau di pantai utara?", LURING)
    assert asked != without


def longest_pause_ms(sound: bytes, rate: int) -> int:
    loud = np.flatnonzero(np.abs(np.frombuffer(sound, "<i2").astype(int)) > 100)
    return int(np.diff(loud).max()) * 1000 // rate


def test_every_sentence_of_a_text_is_heard_as_one(espeak: Espeak) -> None:
    first, second = espeak.say("Warga pulang. Hujan reda.", LURING)[0]
    assert (first, second) == tuple(espeak.say("warga pulang. hujan reda.", LURING)[0])


@pytest.mark.parametrize(
    "given_text",
    ["Ia [[datang]] pagi", "Ia datang [[pagi", "Ia\x01+50P datang\x00 pagi", "Ia da\u00adtang\u200b pagi", "Ia {datang} | pagi"],
)
def test_what_espeak_takes_as_a_command_is_only_text(espeak: Espeak, given_text: str) -> None:
    heard = said(espeak, given_text)
    assert heard.startswith("'ia")
    assert heard.endswith("p'agi")
    if "+50P" not in given_text:
        assert heard == said(espeak, "Ia datang pagi")


def test_settings_are_heard(espeak: Espeak) -> None:
    plain = espeak.say(LINES[0], LURING)[2]
    others = {"rate": 260, "pitch": 70, "range": 80, "volume": 60, "variant": "f5"}
    assert all(espeak.say(LINES[0], voice(**{name: value}))[2] != plain for name, value in others.items())
    assert espeak.say(LINES[0], voice(**DEFAULTS))[2] == plain
    assert len(espeak.say(LINES[0], voice(rate=260))[2]) < 0.85 * len(plain)


@pytest.mark.parametrize("variant", ["", "f5"])
def test_the_shipped_voices_do_not_clip(espeak: Espeak, variant: str) -> None:
    peaks = [np.abs(np.frombuffer(espeak.say(line, voice(variant=variant))[2], "<i2").astype(int)).max() for line in LINES]
    assert 8_000 < max(peaks) < 32_000


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"rat": 200}, "'rat' tidak dikenal (maksudnya rate?); pilihan: rate, pitch, range, volume, variant"),
        ({"volume": 150}, "volume = 150 harus bilangan bulat 10 sampai 149"),
        ({"rate": "cepat"}, "rate = cepat harus bilangan bulat 80 sampai 450"),
        ({"pitch": True}, "pitch = True harus"),
        ({"variant": "f55"}, "variant 'f55' tidak ada (maksudnya f5?)"),
        ({"variant": "../../lang/poz/id"}, "tidak ada"),
        ({"variant": 5}, "variant 5 tidak ada"),
    ],
)
def test_wrong_settings_are_told(espeak: Espeak, tmp_path: Path, wrong: dict[str, Setting], why: str) -> None:
    assert why in espeak.trouble(voice(**wrong))
    with pytest.raises(EngineError, match="Suara 'uji'"):
        espeak.speak("Warga pulang.", voice(**wrong), tmp_path)
    assert not espeak.trouble(LURING)


# ---------------------------------------------------------------- espeak: the same every time, whatever happens


def test_the_same_words_give_the_same_bytes_whatever_was_said_before(espeak: Espeak) -> None:
    alone = {line: Espeak().say(line, LURING)[2] for line in LINES}
    for line in (*LINES, *reversed(LINES)):
        assert espeak.say(line, LURING)[2] == alone[line]


def test_a_breathy_voice_does_not_follow_the_clock() -> None:
    first = Espeak().say(LINES[6], voice(variant="f5"))[2]
    second = int(time.time())
    while int(time.time()) == second:  # espeak seeds its noise with the clock's seconds, unless told otherwise
        time.sleep(0.02)
    assert Espeak().say(LINES[6], voice(variant="f5"))[2] == first


def test_threads_take_turns(espeak: Espeak) -> None:
    alone = [espeak.say(line, LURING)[2] for line in LINES]
    with ThreadPoolExecutor(4) as pool:
        assert [sound for _, _, sound in pool.map(lambda line: espeak.say(line, LURING), LINES)] == alone


def test_a_crash_harms_nothing() -> None:
    engine = Espeak()
    before = engine.say(LINES[0], LURING)
    first = engine.worker.pid
    os.kill(first, signal.SIGTERM)
    assert engine.say(LINES[0], LURING) == before
    assert engine.worker.pid not in {0, first}


def test_a_crash_in_the_middle_is_tried_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak_process, "WORKER", dying_worker(tmp_path, deaths=1))
    assert asked(Espeaker(*installed())) == ["'ada"]
    assert starts(tmp_path) == 2
    monkeypatch.setattr(espeak_process, "WORKER", dying_worker(tmp_path, deaths=9))
    speaker = Espeaker(*installed())
    with pytest.raises(EngineError, match="espeak berhenti di tengah kalimat"):
        asked(speaker)
    assert starts(tmp_path) == 2, "a sentence that ends two processes would end the third"
    assert speaker.pid == 0


def dying_worker(folder: Path, deaths: int) -> Path:
    """Return a worker that dies on its first requests, `deaths` times, then becomes the real one."""
    log, path = folder / "starts", folder / "dying.py"
    log.write_text("", "utf-8")
    path.write_text(
        f"import os, runpy, sys\nlog = {str(log)!r}\nopen(log, 'a').write('x')\n"
        f"if os.path.getsize(log) <= {deaths}:\n    sys.stdin.buffer.readline()\n    os._exit(9)\n"
        f"runpy.run_path({str(espeak_process.WORKER)!r}, run_name='__main__')\n",
        "utf-8",
    )
    return path


def starts(folder: Path) -> int:
    return len((folder / "starts").read_text("utf-8"))


def test_a_hung_worker_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hung = tmp_path / "hung.py"
    hung.write_text("import time\ntime.sleep(600)\n", "utf-8")
    monkeypatch.setattr(espeak_process, "WORKER", hung)
    speaker = Espeaker(*installed(), timeout=0.2)
    with pytest.raises(EngineError, match="espeak berhenti"):
        asked(speaker)
    assert speaker.pid == 0


def test_a_library_that_does_not_load_is_an_error(tmp_path: Path) -> None:
    library, folder = installed()
    for broken in (Espeaker(tmp_path / "none.so", folder), Espeaker(library, tmp_path)):
        with pytest.raises(EngineError, match="espeak"):
            asked(broken)


def test_the_worker_ends_with_its_owner() -> None:
    speaker = Espeaker(*installed())
    asked(speaker)
    process = speaker._process
    assert process
    del speaker
    assert process.returncode is not None


@pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD keeps a library loaded on Linux")
def test_where_the_library_cannot_be_unloaded_each_sentence_has_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    free = Espeak()
    sounds = [free.say(line, LURING)[2] for line in LINES[:3]]
    monkeypatch.setenv("LD_PRELOAD", str(installed()[0]))
    kept, pids = Espeak(), []
    for line, sound in zip(LINES, sounds, strict=False):
        assert kept.say(line, LURING)[2] == sound
        pids.append(kept.worker.pid)
    assert all(one != other for one, other in pairwise(pids))


def test_long_and_foreign_paths_hold_the_data(tmp_path: Path) -> None:
    library, folder = installed()
    far = tmp_path / f"Penyiar Désa {'a' * 40}" / ("ペ" * 25)  # over espeak's 160 bytes, under Windows' 260 letters
    unused = ignore_patterns(*(f"{path.name}" for path in (folder / "espeak-ng-data").glob("*_dict") if path.name != "id_dict"))
    copytree(folder / "espeak-ng-data", far / "espeak-ng-data", ignore=unused)
    assert asked(Espeaker(library, far)) == ["'ada"]


@given(st.text(st.characters(codec=None), max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_ends_the_worker(text: str) -> None:
    ENGINE.say("Warga.", LURING)
    pid = ENGINE.worker.pid
    phonemes, rate, sound = ENGINE.say(text, LURING)
    assert (ENGINE.worker.pid, rate) == (pid, 22_050)
    assert not any("[" in clause for clause in phonemes)
    assert len(sound) % 2 == 0


@given(st.text("abdegiklnoprstuyéèê'- ,.", max_size=120))
@settings(max_examples=100, deadline=None)
def test_indonesian_letters_are_all_said(text: str) -> None:
    phonemes = " ".join(ENGINE.say(text, LURING)[0])
    assert "akj'ut" not in phonemes, "a marked letter was spelled out"
    assert "t'opi" not in phonemes or "topi" in text, "espeak's word for the mark over a letter"


def test_a_very_long_sentence_is_said_or_refused(espeak: Espeak, tmp_path: Path) -> None:
    long = " ".join(["kêmêntêrian", "pêrtanian", "mênyiapkan"] * 40)
    assert said(espeak, long).replace("_:: ", "").count(" ") >= 110
    with pytest.raises(EngineError, match="terlalu panjang"):
        espeak.speak("ya " * LONGEST, LURING, tmp_path)
    assert said(espeak, "ê" * 60)


def test_speak_writes_a_wav_and_says_when_it_cannot(espeak: Espeak, tmp_path: Path) -> None:
    paths = [espeak.speak("Warga pulang.", LURING, tmp_path) for _ in range(2)]
    assert paths[0] != paths[1]
    with wave.open(str(paths[0])) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22_050)
        assert 600 < sound.getnframes() * 1000 / 22_050 < 1500
    with pytest.raises(OutputError, match="tidak"):
        espeak.speak("Warga pulang.", LURING, tmp_path / "tidak ada")
    with pytest.raises(EngineError, match="Tidak ada yang bisa diucapkan"):
        espeak.speak("[[ , ]]", LURING, tmp_path)
    assert "espeakng-loader" in espeak.identity(LURING)


def test_what_has_no_phonemes_is_left_to_espeak() -> None:
    assert phonemes("señor") == ""
    assert prepare("Señor Sênin") == "Señor [[s@n'in]]"
    assert prepare("Sêñor") == "Señor"
    assert tidy(" a\n b ") == "a b"


def sounds() -> list[list[str]]:
    text = (Path(__file__).parent / "engines" / "ipa.tsv").read_text("utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]


@pytest.mark.parametrize(("word", "expected"), sounds())
def test_a_word_sounds_as_an_announcer_says_it(word: str, expected: str) -> None:
    assert ipa(word) == expected
    assert "" not in {phonemes(part) for part in word.lower().split("-")}, "espeak has a letter for each sound"


def test_there_are_enough_of_them() -> None:
    assert len(sounds()) >= 150


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("bapak", "b'apa?"), ("politik", "pol'itik"), ("laut", "l'aut"), ("mau", "m'au"), ("kalau", "k'alaU"), ("sêbab", "s@b'ap"),
        ("sêbabnya", "s@b'apn^a"), ("rakyat", "R2'a?jat"), ("naik", "n'ai?"), ("murid", "m'uR2it"), ("asyik", "'aSik"),
        ("main-main", "m'ain m'ain"),
        ("disukai", "d,isuk'ai"), ("Quran", "k'uR2an"), ("bank", "b'ank"),
    ],
)  # fmt: skip
def test_plain_words_are_said_right_too(espeak: Espeak, text: str, heard: str) -> None:
    assert said(espeak, f"{text}.") == heard


def test_foreign_words_stay_with_espeak() -> None:
    for word in ("online", "update", "smartphone", "Facebook", "Brad", "Hollywood", "George", "club", "feedback", "NTB", "KTK"):
        assert prepare(word) == word


# ---------------------------------------------------------------- gTTS: pieces


LONG = (
    "Pemerintah Kabupaten Lumajang, melalui Dinas Pekerjaan Umum, menyiapkan dua puluh tiga posko siaga di sepanjang aliran "
    "sungai yang berhulu di Gunung Semeru, menjelang puncak musim hujan yang diperkirakan jatuh pada bulan Januari"
)


def test_pieces_are_few_and_end_where_one_breathes() -> None:
    pieces = cut(LONG)
    assert " ".join(pieces) == LONG
    assert len(pieces) == 3
    assert all(len(piece) <= LIMIT for piece in pieces)
    for before, after in pairwise(pieces):
        assert before.endswith(",") or after.split()[0] in {"di", "yang", "menjelang", "pada"}


@pytest.mark.parametrize(
    "whole",
    [
        "dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh rupiah",
        "Ajun Komisaris Besar Polisi Hadi Prasetyo",
        "pukul tujuh belas",
    ],
)
def test_numbers_and_names_stay_whole(whole: str) -> None:
    for lead in range(60, 100):
        text = f"{'warga ' * (lead // 6)}{'a' * (lead % 6)} {whole} kemudian {'pulang ' * 10}".strip()
        assert any(whole in piece for piece in cut(text)), cut(text)


@given(st.text(max_size=500), st.integers(5, 120))
def test_pieces_hold_every_letter_within_the_limit(text: str, limit: int) -> None:
    pieces = cut(text, limit)
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_marks_and_abbreviations_reach_the_service_as_letters() -> None:
    [request] = requests_for("Sênin soré, Mast. dan dr. Èni.", Voice("utama", "U", "gtts"))
    assert "Senin%20sore%2C%20Mast.%20dan%20dr.%20Eni." in str(request.body)
    assert request.url == "https://translate.google.com/_/TranslateWebserverUi/data/batchexecute"


# ---------------------------------------------------------------- gTTS: the wire


class Waits:
    """Sleeps without sleeping, and remembers."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def patience(self, **more: Any) -> Patience:
        return Patience(sleep=self.slept.append, **{"connect": 2.0, "read": 2.0, **more})


def online(server: SpeechServer, **settings: Setting) -> Voice:
    return Voice("utama", "Utama", "gtts", {"server": server.address, **settings}, online=True)


def test_speech_comes_back_whole_and_joined(tmp_path: Path) -> None:
    with SpeechServer() as server:
        path = Gtts().speak(LONG, online(server, slow=True), tmp_path)
        assert (" ".join(server.heard), len(server.heard)) == (LONG, 3)
        assert server.parameters[0] == ["id", True, "null"]
        assert "Mozilla" in server.agents[0]
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getframerate()) == (1, RATE)
        ms = sound.getnframes() * 1000 / RATE
    assert ms == pytest.approx(80 * len(LONG), abs=3 * 150), "every piece is in it, padding aside"


@pytest.mark.parametrize("passing", ["busy", "broken", "cut", "empty", "garbage", "garbled"])
def test_what_passes_is_waited_for(tmp_path: Path, passing: str) -> None:
    waits = Waits()
    with SpeechServer(passing, passing, "sound") as server:
        assert Gtts(waits.patience()).speak("Warga pulang.", online(server), tmp_path).is_file()
        assert server.heard == ["Warga pulang."] * 3
    assert waits.slept == [1.0, 3.0]


@pytest.mark.parametrize(
    ("lasting", "error", "why", "asked"),
    [
        ("busy", OfflineError, "kode 429", 4),
        ("broken", OfflineError, "kode 500", 4),
        ("cut", OfflineError, "terputus", 4),
        ("refused", OfflineError, "kode 403", 1),
        ("redirect", OfflineError, "kode 302", 1),
        ("flood", OfflineError, "bukan suara", 1),
        ("empty", EngineError, "tanpa suara", 4),
        ("garbage", EngineError, "suara yang rusak", 4),
        ("garbled", EngineError, "suara yang rusak", 4),
    ],
)
def test_what_lasts_is_an_error_and_leaves_no_file(tmp_path: Path, lasting: str, error: type[Exception], why: str, asked: int) -> None:
    waits = Waits()
    with SpeechServer(lasting) as server:
        with pytest.raises(error, match=why):
            Gtts(waits.patience()).speak("Warga pulang.", online(server), tmp_path)
        assert len(server.heard) == asked
    assert waits.slept == [1.0, 3.0, 8.0][: asked - 1]
    assert not list(tmp_path.iterdir())


def test_a_service_that_says_when_is_waited_for_that_long(tmp_path: Path) -> None:
    waits = Waits()
    with SpeechServer("later", "sound") as server:
        Gtts(waits.patience()).speak("Warga pulang.", online(server), tmp_path)
        assert waits.slept == [7.0]
        server.answers = ["later"]
        with pytest.raises(OfflineError, match="429"):
            Gtts(waits.patience(total=5.0)).speak("Warga pulang.", online(server), tmp_path)
    assert waits.slept == [7.0], "no waiting past the deadline"


def test_a_service_that_hangs_is_left(tmp_path: Path) -> None:
    waits = Waits()
    with SpeechServer("hang") as server, pytest.raises(OfflineError, match=r"tidak menjawab dalam 0\.2 detik; periksa internet"):
        Gtts(waits.patience(read=0.2, waits=(0.0,))).speak("Warga pulang.", online(server), tmp_path)
    assert len(server.heard) == 2


def test_without_a_network_there_is_no_waiting(tmp_path: Path) -> None:
    waits = Waits()
    with SpeechServer() as server:
        voice = online(server)
    with pytest.raises(OfflineError, match="tidak terjangkau; periksa internet, atau pakai suara luring"):
        Gtts(waits.patience()).speak("Warga pulang.", voice, tmp_path)
    assert waits.slept == []


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate and key for the local server, fresh and signed by nobody that the machine trusts."""
    path = tmp_path / "server.pem"
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    issued.private_key_and_cert_chain_pem.write_to_path(path)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    return path


def test_certificates_are_verified(tmp_path: Path, certificate: Path) -> None:
    waits = Waits()
    with SpeechServer(certificate=certificate) as server:
        with pytest.raises(OfflineError, match="Sertifikat Google TTS tidak sah"):
            Gtts(waits.patience()).speak("Warga pulang.", online(server), tmp_path)
        assert not server.heard
        assert waits.slept == []


def test_a_station_may_trust_a_certificate_of_its_own(tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "authority.pem"))
    with SpeechServer(certificate=certificate) as server:
        assert Gtts().speak("Warga pulang.", online(server), tmp_path).is_file()


def test_the_variable_wins_over_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SpeechServer() as server:
        monkeypatch.setenv("BROADCAST_GTTS_SERVER", f"{server.address}/")
        voice = Voice("utama", "Utama", "gtts", {"server": "https://tidak-ada.example.id"})
        assert Gtts().speak("Warga pulang.", voice, tmp_path).is_file()
        assert server.address.removeprefix("http://") in Gtts().identity(voice)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"server": "http://tts.example.id"}, "harus https"),
        ({"server": "http://127.0.0.1.example.id"}, "harus https"),
        ({"server": "ftp://localhost"}, "harus https"),
        ({"server": "localhost:8080"}, "harus https"),
        ({"server": "https://"}, "harus https"),
        ({"server": 8080}, "server harus teks"),
        ({"bahasa": "id"}, "'bahasa' tidak dikenal; pilihan: lang, tld, slow, server"),
        ({"lan": "id"}, "maksudnya lang?"),
        ({"lang": "Indonesia"}, "lang = 'Indonesia' tidak dikenal; contoh: id"),
        ({"tld": "com/x"}, "tld = 'com/x' tidak dikenal"),
        ({"slow": "ya"}, "slow harus true atau false"),
    ],
)
def test_wrong_settings_of_gtts_are_told(tmp_path: Path, wrong: dict[str, Setting], why: str) -> None:
    voice = Voice("utama", "Utama", "gtts", wrong)
    assert why in Gtts().trouble(voice)
    with pytest.raises(EngineError):
        Gtts().speak("Warga pulang.", voice, tmp_path)


def test_a_text_without_words_is_not_sent(tmp_path: Path) -> None:
    with SpeechServer() as server, pytest.raises(EngineError, match="Tidak ada kata"):
        Gtts().speak(" — . ", online(server), tmp_path)
    assert not server.heard


def test_right_settings_are_no_trouble() -> None:
    assert not Gtts().trouble(Voice("utama", "Utama", "gtts", {"lang": "jw", "tld": "co.id", "slow": False, "server": ""}))
    assert Gtts().identity(Voice("utama", "Utama", "gtts")).startswith("gtts 2.5")


def test_two_workers_say_the_same() -> None:
    engine = Espeak()
    texts = [f"Kalimat nomor {word} dibacakan." for word in ("satu", "dua", "tiga", "êmpat", "lima", "ênam")]
    with ThreadPoolExecutor(engine.lanes) as pool:
        beside = list(pool.map(lambda text: engine.say(text, LURING), texts))
    assert beside == [engine.say(text, LURING) for text in texts]
    assert engine.spare.pid
