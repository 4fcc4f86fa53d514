"""The bulletin around its items: order, announcers, breaking news, corrections, time, weather."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import AIR, ROOT, Run, Sample
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdf_text import pages

from broadcast import checkup, naskah
from broadcast.errors import SourceError
from broadcast.export.layout import lay_out
from broadcast.intake import read_corrections, read_weather
from broadcast.model import Brief, Correction, House, Item, Jingle, Kind, Lexicon, Line, Rundown, Script, Story, Voice, Weather
from broadcast.station import open_station
from broadcast.write import write
from broadcast.write.order import MOST_PASSED, NEARLY, Ranks, arrange, lift_mark
from broadcast.write.words import count_words

NOON = datetime(2025, 11, 24, 12, tzinfo=timezone(timedelta(hours=7)))
MAIN = Voice("utama", "Utama", "espeak")
PARTNER = Voice("kedua", "Kedua", "espeak", pace=2.0)


@cache
def lexicon() -> Lexicon:
    return open_station(None).lexicon


@cache
def templates() -> tuple[Path, ...]:
    return tuple(open_station(None).house.templates)


def read_time(text: str) -> int:
    return 350 * count_words(text)


TEXTS = {
    "longsor": "Dua orang meninggal dunia akibat longsor di Desa Supit. Tiga orang dirawat di rumah sakit. Jalan ditutup total.",
    "beras": "Harga beras di Pasar Tanjung naik seribu rupiah per kilogram. Pedagang mengurangi stok. Warga membeli sedikit.",
    "juara": "Tim voli Malang keluar sebagai juara turnamen. Pelatih puas. Laga final dimainkan dua jam.",
    "kereta": "Kereta tambahan melayani penumpang dari stasiun Malang. Penumpang memesan lebih awal.",
    "tari": "Festival tari berlangsung di alun-alun Blitar. Warga menonton sampai malam.",
    "taman": "Taman baru dibuka di Kota Batu. Warga datang bersama keluarga.",
}


def stories(**titles: str) -> list[Story]:
    day = date(2025, 11, 24)
    return [Story(key, key, (text,), title=titles.get(key, f"Kabar {key} hari ini"), date=day) for key, text in TEXTS.items()]


def bulletin(brief: Brief, told: list[Story] | None = None, **more: object) -> Rundown:
    house = House("Radio Uji", templates=templates(), **more)  # type: ignore[arg-type]  # fields by name
    return write(told or stories(), house, lexicon(), NOON, MAIN, read_time, brief)


def section(rundown: Rundown, kind: Kind) -> Item:
    return next(item for item in rundown.script.items if item.kind is kind)


def words(item: Item) -> str:
    return " // ".join(line.text for line in item.lines)


# ---------------------------------------------------------------- order


def test_pins_come_first_then_breaking_then_value() -> None:
    rundown = bulletin(Brief(pins=("tari", "juara"), breaking=("beras",)))
    assert [item.id for item in rundown.script.news][:4] == ["tari", "juara", "beras", "longsor"]
    reasons = {item.id: item.order for item in rundown.script.news}
    assert reasons["juara"] == "urutan 2 pilihan penyunting (--utama)"
    assert reasons["beras"] == "berita kilat (--kilat)"
    assert reasons["longsor"].startswith("nilai berita ")
    at = rundown.script.items.index(next(item for item in rundown.script.items if item.id == "beras"))
    before = rundown.script.items[at - 1]
    assert (before.kind, words(before)) == (Kind.BRIDGE, "Berita kilat")


def test_what_was_asked_for_and_does_not_air_is_noted() -> None:
    rundown = bulletin(Brief(pins=("hilang", "tari")))
    assert rundown.script.news[0].id == "tari"
    [note] = rundown.notes
    assert note.startswith("--utama hilang: ")


MARKED = ["BREAKING NEWS: Beras naik", "[KILAT] Beras naik", "Breaking News - Beras naik", "BREAKING NEWS Beras naik"]
UNMARKED = ["Kilat Petir Sambar Warga", "Kilat-kilat di langit", "Pos Kilat Khusus Ditutup", "Breaking the Wall Tayang", ""]


@pytest.mark.parametrize("title", MARKED)
def test_a_mark_in_the_title_makes_breaking_news_and_is_never_told(title: str) -> None:
    rundown = bulletin(Brief(), stories(beras=title))
    first = rundown.script.news[0]
    assert (first.id, first.title, first.order) == ("beras", "Beras naik", "berita kilat (tanda di judul)")
    text = naskah.dump(rundown.script)
    assert "Kami awali dengan berita kilat" in text
    assert "breaking" not in text.lower()
    assert "[KILAT]" not in text


@pytest.mark.parametrize("title", UNMARKED)
def test_a_word_at_the_head_is_no_mark(title: str) -> None:
    story = Story("a", "a", ("Warga menonton.",), title=title)
    assert lift_mark(story) == (story, False)


def test_pinned_and_breaking_items_are_the_last_to_go() -> None:
    asked = Brief(pins=("taman",), breaking=("tari",))
    rundown = bulletin(asked, length_ms=34_000, item_least_ms=6000, headlines=0)
    ids = [item.id for item in rundown.script.news]
    assert ids[:2] == ["taman", "tari"]
    gone = [left for left in rundown.left if "tidak muat" in left.reason]
    assert gone
    assert all("nilai beritanya paling rendah" in left.reason for left in gone)
    tiny = bulletin(asked, length_ms=5000, item_least_ms=6000, headlines=0)
    assert [item.id for item in tiny.script.news] == ["taman"]
    assert "tidak ada lagi berita lain" in tiny.left[-1].reason


SCENES = (st.sampled_from(["", "Jember", "Malang"]), st.sampled_from(["", "ekonomi", "olahraga"]))
ITEMS = st.lists(st.tuples(st.integers(0, 30), *SCENES), max_size=9)


def ranked(drawn: list[tuple[int, str, str]]) -> tuple[list[Item], Ranks]:
    items = [Item(Kind.NEWS, (Line("a"),), id=str(number), value=value) for number, (value, _, _) in enumerate(drawn)]
    return items, Ranks(Brief(), frozenset(), {str(number): (place, topic) for number, (_, place, topic) in enumerate(drawn)})


@given(ITEMS)
def test_value_dominates_variety(drawn: list[tuple[int, str, str]]) -> None:
    items, ranks = ranked(drawn)
    order = arrange(items, ranks)
    assert sorted(item.id for item in order) == sorted(item.id for item in items)
    assert order == arrange(items, ranks)
    for place, item in enumerate(order):
        lower = [one for one in order[:place] if one.value < item.value]
        assert all(one.value >= item.value - NEARLY for one in lower)
        assert len(lower) <= MOST_PASSED
        assert item.order.startswith(f"nilai berita {item.value}")


def test_two_of_a_kind_are_parted_by_a_nearly_as_valuable_one() -> None:
    items, ranks = ranked([(20, "", "ekonomi"), (18, "", "ekonomi"), (15, "", "olahraga"), (1, "", "")])
    assert [item.id for item in arrange(items, ranks)] == ["0", "2", "1", "3"]
    assert "mendahului 1 (nilai 18) agar dua berita ekonomi tidak berurutan" in arrange(items, ranks)[1].order
    items, ranks = ranked([(20, "", "ekonomi"), (18, "", "ekonomi"), (12, "", "olahraga")])
    assert [item.id for item in arrange(items, ranks)] == ["0", "1", "2"], "a clearly less valuable item does not pass"


def test_no_bridge_is_said_twice() -> None:
    rows = [words(item) for item in bulletin(Brief()).script.items if item.kind is Kind.BRIDGE]
    openings = [row.split(" ke ")[0].split(" dari ")[0] for row in rows]
    assert len(openings) == len(set(openings))


# ---------------------------------------------------------------- two announcers


def test_announcers_take_the_items_in_turn() -> None:
    rundown = bulletin(Brief(partner=PARTNER), reader="Bayu", second_reader="Rani")
    assert [item.voice for item in rundown.script.news] == ["kedua", "", "kedua", "", "kedua", ""]
    items = rundown.script.items
    for item, following in pairwise(items):
        if item.kind is Kind.BRIDGE:
            assert item.voice == following.voice
        elif item.kind is not Kind.NEWS:
            assert not item.voice
    assert "bersama Bayu dan Rani" in words(items[0])
    assert "Saya Bayu / bersama Rani / terima kasih" in words(items[-1])
    assert naskah.parse(naskah.dump(rundown.script)).news[0].voice == "kedua"


def test_one_announcer_is_told_alone() -> None:
    text = naskah.dump(bulletin(Brief(), reader="Bayu", second_reader="Rani").script)
    assert "Rani" not in text
    assert text.count("penyiar:") == 1


def test_a_faster_partner_gets_more_words_into_the_same_time() -> None:
    long = [replace(story, body=tuple(TEXTS.values())) if story.id == "longsor" else story for story in stories()]

    def said(partner: Voice) -> int:
        rundown = bulletin(Brief(partner=partner), long, length_ms=75_000, item_least_ms=4000)
        return len(next(item for item in rundown.script.news if item.id == "longsor").lines)

    assert said(PARTNER) > said(replace(PARTNER, pace=1.0))


# ---------------------------------------------------------------- time, weather, corrections


def test_a_long_bulletin_tells_the_time_in_the_middle() -> None:
    rundown = bulletin(Brief(time_ms=323_000))
    kinds = [item.kind for item in rundown.script.items]
    assert kinds[kinds.index(Kind.IDENTITY) + 1] is Kind.TIME
    assert kinds[: kinds.index(Kind.TIME)].count(Kind.NEWS) == 3
    assert "pukul dua belas lewat lima menit Waktu Indonesia Barat" in words(section(rundown, Kind.TIME))
    assert Kind.TIME not in [item.kind for item in bulletin(Brief(), time_check=False).script.items]
    assert Kind.TIME not in [item.kind for item in bulletin(Brief(), stories()[:5]).script.items]


def test_the_estimate_counts_words_pauses_and_tunes() -> None:
    plain = section(bulletin(Brief()), Kind.TIME).title
    later = section(bulletin(Brief(tunes_ms={"pembuka": 120_000, "sela": 60_000})), Kind.TIME).title
    minutes = [int(text.split(".")[1]) for text in (plain, later)]
    assert minutes[1] - minutes[0] in {5, 6}


CORRECTION = Correction("longsor di Supit", NOON - timedelta(hours=6), "tiga orang tewas", "dua orang tewas")


def test_a_correction_comes_before_the_first_item_and_never_goes() -> None:
    rundown = bulletin(Brief(corrections=(CORRECTION,)), length_ms=5000, item_least_ms=1000)
    kinds = [item.kind for item in rundown.script.items]
    assert kinds.index(Kind.CORRECTION) < kinds.index(Kind.NEWS)
    assert words(section(rundown, Kind.CORRECTION)).startswith(
        "Sebelum berita selengkapnya / kami sampaikan ralat // "
        "Dalam berita tentang longsor di Supit / yang kami siarkan tadi pukul enam pagi / kami menyebut tiga orang tewas // "
        "Yang benar / dua orang tewas // "
    )
    assert "maaf" in words(section(rundown, Kind.CORRECTION))


def test_the_weather_comes_before_the_closing() -> None:
    rundown = bulletin(Brief(weather=Weather(("Hujan ringan", "Angin / kencang"), NOON + timedelta(hours=6), "BMKG")))
    assert rundown.script.items[-2].kind is Kind.WEATHER
    assert words(rundown.script.items[-2]) == (
        "Berikut prakiraan cuaca dari BMKG // Hujan ringan // Angin / kencang // Prakiraan ini berlaku hingga pukul enam petang hari ini"
    )
    assert rundown.script.news[-1].elements[-1] == Jingle("sela")


def save(folder: Path, text: str) -> Path:
    path = folder / "berkas.txt"
    path.write_text(text, "utf-8")
    return path


def test_a_forecast_is_read(tmp_path: Path) -> None:
    path = save(tmp_path, "# catatan\nBerlaku sampai: 2025-11-24 19.00 WITA\nsumber: BMKG\n\nHujan / deras.\nSuhu [siang] 24-32°C.\n")
    found = read_weather(path, NOON)
    assert found.rows == ("Hujan / deras", r"Suhu \[siang\] 24-32°C")
    assert (found.until, found.source) == (NOON.replace(hour=18), "BMKG")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hujan.\n", "tambahkan baris pertama seperti 'berlaku: 2025-11-24 18.00'"),
        ("berlaku: 2025-11-24 11.59\nHujan.\n", "baris 1: hanya berlaku sampai 24-11-2025 pukul 11.59"),
        ("# x\nberlaku: besok\nHujan.\n", "baris 2: waktu 'besok' tidak terbaca"),
        ("berlaku: 2026-11-24 18.00\nHujan.\n", "baris 1: berlaku sampai 24-11-2026, di atas 7 hari"),
        ("berlaku: 2025-11-24 18.00\n", "belum ada kalimat"),
        ("berlaku: 2025-11-24 18.00\nHujan {deras}.\n", "baris 2: 'Hujan {deras}.' tidak terbaca"),
        ("berlaku: 2025-11-24 18.00\nHujan // Angin //\n", "baris 2: "),
    ],
)
def test_a_forecast_that_may_not_air_says_why(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_weather(save(tmp_path, text), NOON)
    assert str(caught.value).startswith(str(tmp_path / "berkas.txt"))
    assert says in str(caught.value)


GOOD = "berita: longsor\nsiar: 2025-11-24 06.00\nsalah: tiga orang\nbenar: dua orang.\n"


def test_corrections_are_read(tmp_path: Path) -> None:
    two = read_corrections(save(tmp_path, GOOD + "\n# kedua\n" + GOOD.replace("longsor", "As'at {baca: as at}")), NOON)
    assert two[0] == Correction("longsor", NOON.replace(hour=6), "tiga orang", "dua orang")
    assert two[1].news == "As'at {baca: as at}"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD.replace("siar", "siaar"), 2, "maksudnya siar:?"),
        (GOOD.replace("2025-11-24 06.00", "tadi pagi"), 2, "tulis seperti 2026-11-23 18.00"),
        (GOOD.replace("06.00", "12.00"), 2, "belum lewat"),
        (GOOD.replace("tiga orang", ""), 3, "salah: belum diisi"),
        (GOOD.replace("salah: tiga orang\n", ""), 1, "salah: belum diisi"),
        (GOOD + "berita: lain\n", 5, "siar: belum diisi"),
        (GOOD.replace("dua orang.", "dua {orang}"), 4, "tanpa kurung kurawal"),
    ],
)
def test_a_correction_that_is_not_clear_names_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_corrections(save(tmp_path, text), NOON)
    assert str(caught.value).startswith(f"{tmp_path / 'berkas.txt'}: baris {line}: ")
    assert says in str(caught.value)


@settings(deadline=None)
@given(st.text(max_size=200))
@example(".")
def test_any_file_of_the_staff_is_read_or_refused_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "sembarang.txt"
    path.write_text(f"berlaku: 2025-11-24 18.00\n{text}", "utf-8")
    try:
        rows = read_weather(path, NOON).rows
    except SourceError:
        return
    assert naskah.parse("[cuaca]\n" + "".join(f"{row} //\n" for row in rows), default=Script("", "", NOON, "")).items[0].lines


# ---------------------------------------------------------------- by the real command


@pytest.fixture(scope="module")
def station(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with two announcers and a forecast, and a bulletin of it with everything an editor can ask for."""
    folder = tmp_path_factory.mktemp("stasiun") / "radio"
    assert run("init", folder).returncode == 0
    settings = (folder / "station.toml").read_text("utf-8")
    for key, value in (("partner", "luring-wanita"), ("weather", "cuaca.txt"), ("reader", "Bayu"), ("second_reader", "Rani")):
        settings = settings.replace(f'\n{key} = ""', f'\n{key} = "{value}"')
    (folder / "station.toml").write_text(settings, "utf-8")
    (folder / "cuaca.txt").write_text("berlaku: 2026-11-23 18.00\nSuhu 24-32°C, angin 10 km/jam.\n", "utf-8")
    (folder / "ralat.txt").write_text(GOOD.replace("2025-11-24", "2026-11-23"), "utf-8")
    words = ["--utama", "004_37449c5f84321aab", "--kilat", "003_5a163e356155b64d", "--ralat", folder / "ralat.txt"]
    done = run("bulletin", "--station", folder, "--air", AIR, *words)
    assert done.returncode == 0, done.stderr
    assert "Suara: luring, luring-wanita (" in done.stderr
    return folder


def test_the_bulletin_is_spoken_by_two(station: Path) -> None:
    record = json.loads((station / "output/2026-11-23/1400/record.json").read_text("utf-8"))
    assert [(one["asked"], one["used"]) for one in record["partners"]] == [("luring-wanita", "luring-wanita")]
    news = [item for item in record["items"] if item["kind"] == "berita"]
    assert [item.get("voice", "") for item in news] == ["luring-wanita", ""] * 5
    assert [item["id"][:3] for item in news[:2]] == ["004", "003"]
    assert all(item["order"] for item in news)
    kinds = [item["kind"] for item in record["items"]]
    assert kinds[:4] == ["pembuka", "pokok", "ralat", "berita"]
    assert kinds[-2:] == ["cuaca", "penutup"]
    assert record["sound"]["ms"] <= 600_000
    script = json.loads((station / "output/2026-11-23/1400/script.json").read_text("utf-8"))
    weather = next(item for item in script["items"] if item["kind"] == "cuaca")
    assert "dua puluh êmpat hingga tiga puluh dua dêrajat Cèlsius" in weather["elements"][1]["spoken"]


def test_the_time_told_is_the_time_at_which_it_sounds(station: Path) -> None:
    record = json.loads((station / "output/2026-11-23/1400/record.json").read_text("utf-8"))
    told = next(item for item in record["items"] if item["kind"] == "waktu")
    assert told["title"] == f"14.{told['end_ms'] // 60_000:02}"


def test_the_page_names_the_announcer_of_each_item(station: Path) -> None:
    sheets = pages((station / "output/2026-11-23/1400/naskah.pdf").read_bytes())
    assert any("luring-wanita" in sheet for sheet in sheets)
    assert any("utama" in sheet and "luring-wanita" not in sheet for sheet in sheets)


def test_a_sheet_with_two_announcers_names_both() -> None:
    script = bulletin(Brief(partner=PARTNER, weather=Weather(("Hujan",), NOON + timedelta(hours=1)))).script
    mixed = replace(script, items=tuple(replace(item, voice="kedua") if item.kind is Kind.WEATHER else item for item in script.items))
    last = lay_out(mixed, {})["sheets"][-1]
    assert last["reader"] == "utama"
    assert [part["label"] for part in last["parts"]] == ["Cuaca · penyiar: kedua", "Penutup"]
    assert lay_out(bulletin(Brief()).script, {})["sheets"][0]["reader"] == ""


def test_an_edited_announcer_is_heard(run: Run, station: Path) -> None:
    path = station / "output/2026-11-23/1400/naskah.txt"
    text = path.read_text("utf-8")
    edited = text.replace("[penutup]", "[penutup | penyiar: luring-wanita]").replace("aab | penyiar: luring-wanita", "aab")
    mine = station / "suntingan.txt"
    mine.write_text(edited, "utf-8")
    done = run("--station", station, "speak", mine)
    assert done.returncode == 0, done.stderr
    assert "suara luring, luring-wanita" in done.stderr
    mine.write_text(edited.replace("penyiar: luring-wanita", "penyiar: luring-wanit"), "utf-8")
    done = run("--station", station, "speak", mine)
    assert done.returncode == 3
    assert "maksudnya luring-wanita" in done.stderr


def test_one_announcer_by_option_and_a_stale_forecast_is_noted(run: Run, station: Path, tmp_path: Path) -> None:
    seeds = sorted((ROOT / "seeds").glob("00[34]*"))
    done = run("bulletin", *seeds, "--station", station, "--partner", "", "--air", "2026-11-24 06.00", "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "2026-11-24" / "0600" / "naskah.txt").read_text("utf-8")
    assert "luring-wanita" not in text
    assert "Rani" not in text
    assert "[cuaca]" not in text
    assert "Catatan: Cuaca tidak disiarkan. " in done.stderr
    assert "hanya berlaku sampai 23-11-2026 pukul 18.00" in done.stderr


def test_an_unknown_id_stops_before_anything_is_made(run: Run, station: Path, tmp_path: Path) -> None:
    seed = next((ROOT / "seeds").glob("003*"))
    done = run("bulletin", seed, "--station", station, "--utama", "003", "--output", tmp_path / "x", "--air", AIR)
    assert done.returncode == 3
    assert "--utama 003: tidak ada artikel dengan nama itu (maksudnya 003_5a163e356155b64d?)" in done.stderr
    assert not list((tmp_path / "x").glob("*/*/*"))


def test_check_hears_twins_and_reads_the_forecast(station: Path, tmp_path: Path) -> None:
    settings = (station / "station.toml").read_text("utf-8").replace('"luring-wanita"', '"luring"').replace("cuaca.txt", "lain.txt")
    (tmp_path / "station.toml").write_text(settings, "utf-8")
    (tmp_path / "seeds").mkdir()
    texts = [problem.text for problem in checkup.check(tmp_path)]
    assert any("bersuara sama" in text for text in texts)
    assert any("lain.txt" in text for text in texts)


def test_with_one_announcer_the_record_and_text_know_of_no_other(sample: Sample) -> None:
    record = json.loads((sample.folder / "record.json").read_text("utf-8"))
    assert "partners" not in record
    assert not any("voice" in item for item in record["items"])
    assert (sample.folder / "naskah.txt").read_text("utf-8").count("penyiar:") == 1
