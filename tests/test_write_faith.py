"""What writing may never do: say a day twice over, air half a sentence, take an idiom at its word."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from broadcast.model import FlagCode, House, Story
from broadcast.pronounce import read_time
from broadcast.station import open_station
from broadcast.write import write_item

LEXICON = open_station(None).lexicon
AIR = datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7)))


def lines(*body: str, day: date | None = date(2026, 11, 22), budget: int = 0, air: datetime = AIR) -> list[str]:
    item = write_item(Story("a", "a.txt", body, date=day), House("Radio Uji"), LEXICON, air, lambda text: read_time(text, LEXICON), budget)
    return [line.text.replace(" /", "") for line in item.lines]


@pytest.mark.parametrize(
    ("air", "told"),
    [
        (AIR, "kemarin"),
        (AIR - timedelta(days=1), "hari ini"),
        (AIR + timedelta(days=1), "Minggu lalu"),
        (AIR + timedelta(days=2), "Minggu lalu"),
    ],
)
def test_a_bare_weekday_is_told_once(air: datetime, told: str) -> None:
    (line,) = lines("Balai Karantina melepas ekspor ikan tuna melalui Bandara Pattimura, Ambon, Minggu.", air=air)
    assert line.endswith(told)


def test_two_zones_in_a_sentence_are_both_said() -> None:
    (line,) = lines("Gempa terjadi pukul 14.07 WIB atau 16.07 WIT di laut.")
    assert "Waktu Indonesia Barat" in line
    assert "Waktu Indonesia Timur" in line
    (line,) = lines("Gempa terjadi pukul 14.07 WIB di laut.")
    assert "Waktu" not in line


LONG = (
    "Warga Desa Randu Agung menutup jalan kabupaten selama tiga jam.",
    (
        "Truk itu oleng ke kanan di tikungan menurun lalu menghantam sebuah minibus dan dua sepeda motor "
        "yang datang dari arah berlawanan, sehingga lima orang terluka dan dibawa ke rumah sakit."
    ),
    "Pasar desa tetap buka sampai sore.",
    "Pedagang mengaku dagangannya tetap laku.",
    "Kepala desa meminta perbaikan jalan segera dimulai.",
)


@pytest.mark.parametrize("budget", range(6_000, 40_000, 2_000))
def test_a_sentence_airs_whole_or_not_at_all(budget: int) -> None:
    text = " ".join(lines(*LONG, budget=budget))
    assert ("oleng" in text) == ("minibus" in text) == ("lima orang terluka" in text)


@pytest.mark.parametrize("idiom", ["Gol bunuh diri bek tamu membuka skor.", "Ia menyebut usulan itu bunuh diri politik."])
def test_a_figure_of_speech_is_no_suicide(idiom: str) -> None:
    story = Story("a", "a.txt", ("Laga itu berakhir imbang di Stadion Surajaya.", idiom), date=date(2026, 11, 22))
    for held, expected in ((story, False), (replace(story, body=("Seorang warga ditemukan bunuh diri di rumahnya.",)), True)):
        flags = write_item(held, House("Radio Uji"), LEXICON, AIR, lambda text: read_time(text, LEXICON)).flags
        assert (FlagCode.SUICIDE in [flag.code for flag in flags]) == expected
