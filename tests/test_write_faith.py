"""What writing may never do: say a day twice over, air half a sentence, take an idiom at its word."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from broadcast.model import Cut, FlagCode, House, Story
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


QUIET = (
    "Seorang pria berinisial W (50) ditemukan tewas gantung diri di rumahnya di Desa Karangrejo, Kabupaten Magetan, Minggu pagi.",
    "Kapolsek Karangrejo, Joko Susilo, mengatakan, tidak ada tanda kekerasan.",
    "Keluarga menerima kejadian itu sebagai musibah dan menolak autopsi.",
)


@pytest.mark.parametrize("budget", range(3_000, 30_000, 3_000))
def test_help_closes_a_report_on_suicide_whatever_the_time(budget: int) -> None:
    said = lines(*QUIET, budget=budget)
    assert "119" in said[-1]
    assert not any(word in " ".join(said) for word in ("gantung", "rumahnya", "Desa", "berinisial"))


HELD = (
    "Warga Desa Sumberagung, Kecamatan Plosoklaten, menemukan siswi SMP Negeri 3 Plosoklaten berinisial TN (14).",
    "Korban diduga dicabuli pamannya, WS (41), di rumah neneknya. TN tinggal bersama ibunya, Sulastri (38).",
    "Kapolres Kediri, Bimo Ariyanto, mengatakan, WS sudah ditahan. “Korban kami dampingi,” kata Bimo.",
)


def test_no_private_name_is_left_in_a_held_story() -> None:
    story = Story("a", "a.txt", HELD, date=date(2026, 11, 22), place="Wates")
    made = write_item(story, House("Radio Uji"), LEXICON, AIR, lambda text: read_time(text, LEXICON))
    said = " ".join((*(line.text for line in made.lines), made.teaser))
    assert {FlagCode.CHILD_IDENTITY, FlagCode.VICTIM_IDENTITY} <= {flag.code for flag in made.flags}
    assert "Bimo Ariyanto" in said
    for word in ("TN", "WS", "Sulastri", "Sumberagung", "Plosoklaten", "Wates", "paman", "nenek", "SMP Negeri"):
        assert word not in said


@pytest.mark.parametrize(
    ("body", "flagged"),
    [
        ("Kejaksaan menahan tersangka korupsi. Ia dijerat Undang-Undang Tipikor Ayat (2).", False),
        ("Warga menemukan bayi dibuang di teras musala. Polisi memburu pelaku.", True),
        ("Polisi menyelidiki pelajar yang dibacok di jalan. Korban dirawat.", True),
        ("Presiden bercerita tentang harga beras. " * 7 + "Ia teringat anak yang ditangkap karena mencuri ayam.", False),
        ("Polisi mengantisipasi balap liar dan tawuran remaja di kota.", False),
        ("Rafa (8) terseret arus sungai dan meninggal.", False),
    ],
)
def test_only_a_child_in_a_crime_is_held(body: str, flagged: bool) -> None:  # a column of the table
    made = write_item(Story("a", "a.txt", (body,)), House("Radio Uji"), LEXICON, AIR, lambda text: read_time(text, LEXICON))
    assert (FlagCode.CHILD_IDENTITY in {flag.code for flag in made.flags}) == flagged


@pytest.mark.parametrize(
    ("body", "cut", "flagged"),
    [
        ("Pemkab membuka pasar.", "Warga senang. (adv/diskominfo)", True),
        ("Bank membukukan laba.", "Untuk Segera Disiarkan", True),
        ("Bank membukukan laba.", "Artikel ini merupakan kerja sama dengan Bank Makmur", True),
        ("Bank membukukan laba.", "Menurut siaran pers bank, laba naik.", False),
        ("Tentang PT itu, bupati belum tahu.", "Bupati bekerja sama dengan bank.", False),
    ],
)
def test_a_paid_text_is_marked_also_by_what_cleaning_cut(body: str, cut: str, flagged: bool) -> None:  # a column of the table
    story = Story("a", "a.txt", (body,), cuts=(Cut("lift_end_marks", cut),))
    made = write_item(story, House("Radio Uji"), LEXICON, AIR, lambda text: read_time(text, LEXICON))
    assert (FlagCode.NOT_NEWS in {flag.code for flag in made.flags}) == flagged
