from pathlib import Path

import pytest
from conftest import ROOT

from broadcast.errors import StationError
from broadcast.model import Net, Source
from broadcast.pronounce import say
from broadcast.station import KEYS, SHIPPED, SOURCE_KEYS, choose_sources, nearest, open_station, parse_length, read_table, resolve

GOOD = '[station]\nname = "Radio Uji"\nzone = "WITA"\n[bulletin]\nlength = "5:00"\n'


def make(folder: Path, toml: str = GOOD) -> Path:
    (folder / "station.toml").write_text(toml, "utf-8")
    return folder


def test_the_shipped_station_opens() -> None:
    station = open_station(None)
    assert station.house.name == "Radio Bintang Tenggara"
    assert station.house.length_ms == 600_000
    assert station.voices[station.voice].fallback in station.voices
    assert set(station.sounds.files) == {"pembuka", "penutup", "sela"}
    assert all(path.is_file() for path in station.sounds.files.values())


def test_a_station_takes_what_it_lacks_from_the_shipped_one(tmp_path: Path) -> None:
    station = open_station(make(tmp_path))
    assert (station.house.name, station.house.zone, station.house.length_ms) == ("Radio Uji", "WITA", 300_000)
    assert station.voices == open_station(None).voices
    assert station.sounds.files == open_station(None).sounds.files
    assert station.lexicon == open_station(None).lexicon
    assert station.output == tmp_path / "output"


def test_a_stations_own_table_and_voice_win(tmp_path: Path) -> None:
    (make(tmp_path) / "voices" / "lexicon").mkdir(parents=True)
    (tmp_path / "voices" / "lexicon" / "units.tsv").write_text("# satuan\nbh\tbuah\n", "utf-8")
    (tmp_path / "voices" / "luring.toml").write_text('name = "Ibu Sari"\nengine = "espeak"\n', "utf-8")
    station = open_station(tmp_path)
    assert station.lexicon.table("units") == {"bh": ("buah",)}
    assert station.voices["luring"].name == "Ibu Sari"


@pytest.mark.parametrize(
    ("toml", "line", "says"),
    [
        ('[station]\nnama = "X"\n', 2, "maksudnya 'name'?"),
        ('[stasion]\nname = "X"\n', 1, "maksudnya 'station'?"),
        ("[station]\nname = 5\n", 2, "harus berupa teks"),
        ("[bulletin]\nheadlines = true\n", 2, "harus berupa angka bulat"),
        ('[station]\nzone = "GMT"\n', 2, "WIB, WITA, WIT"),
        ('[bulletin]\nvoice = "utma"\n', 2, "maksudnya 'utama'?"),
        ('[bulletin]\nlength = "sepuluh"\n', 2, "menit:detik"),
        ("[sound]\ntarget_lufs = 3\n", 2, "di luar batas"),
        ('[sounds]\npembuka = "tidak-ada.wav"\n', 2, "tidak ada"),
        ("[bulletin]\ninbox_days = -1\n", 2, "di luar batas"),
        ("[sources]\nkota = 5\n", 2, "harus berupa alamat"),
        ('[sources]\n# catatan\nkota = "contoh.id"\n', 3, "diawali https://"),
        ('[sources]\nkota = "https://"\n', 2, "tidak lengkap"),
        ('[sources]\nkota = "https://a b.id"\n', 2, "tidak lengkap"),
        ('[sources]\nkota = "https://[x"\n', 2, "tidak sah"),
        ('[sources]\nkota = "https://admin:rahasia@contoh.id"\n', 2, "sandi"),
        ('[sources]\n"a/b" = "https://contoh.id"\n', 2, "tanda hubung"),
        ("[sources]\nkota = {}\n", 2, "belum punya alamat"),
        ('[sources]\nkota = { adress = "https://contoh.id" }\n', 2, "maksudnya 'address'?"),
        ('[sources]\nkota = { address = "https://contoh.id", kind = "fed" }\n', 2, "maksudnya 'feed'?); pilihan: auto, feed"),
        ('[sources]\nkota = { address = "https://contoh.id", most = 0 }\n', 2, "di luar batas 1 sampai 100"),
        ('[sources]\nkota = { address = "https://contoh.id", most = "5" }\n', 2, "angka bulat"),
        ('[sources]\nkota = { address = "https://contoh.id", since_days = true }\n', 2, "angka bulat"),
        ('[sources]\nkota = { address = "https://contoh.id", categories = "daerah" }\n', 2, "harus berupa daftar"),
        ('[sources]\nkota = { address = "https://contoh.id", categories = [[1]] }\n', 2, "nama atau nomor"),
        ('[sources]\nkota = { address = "https://contoh.id", kind = "feed", categories = ["a"] }\n', 2, 'kind = "wordpress"'),
        ('[sources]\n[sources.desa]\naddress = "https://contoh.id"\nmost = 500\n', 4, "di luar batas"),
        ('[sources.kota]\nkind = "feed"\n[sources.desa]\nkind = "fedd"\naddress = "https://contoh.id"\n', 1, "belum punya alamat"),
        ('sources = "https://contoh.id"\n', 1, "[sources]"),
        ("[network]\ntimeout = 0\n", 2, "di luar batas 1 sampai 300"),
        ("[network]\nlimit_mb = 99\n", 2, "di luar batas"),
        ('[network]\nprivate = "nas.local"\n', 2, "harus berupa daftar"),
        ('[network]\nprivate = ["http://nas.local/"]\n', 2, "nama komputer saja"),
        ("[network]\nprivate = [7]\n", 2, "nama komputer saja"),
        ("[sources]\n# a\n[network]\ntimeout = 5\n[sources]\n", 5, "bagian [sources] sudah ada di baris 1; gabungkan"),
        ('[station]\nname = "A"\ncity = "B"\nname = "C"\n', 4, "kunci 'name' sudah ada di baris 2; hapus salah satu"),
        ('[station]\nname = "A\n', 2, "tidak terbaca sebagai TOML"),
        ("[network]\nprivate = [\n", 2, "belum ditutup"),
        ('[bulletin]\npartner = "lurng"\n', 2, "maksudnya 'luring'?"),
        ('[bulletin]\nitem_least = "0:20"\nitem = "lama"\n', 3, "menit:detik"),
    ],
)
def test_errors_name_file_line_and_way_out(tmp_path: Path, toml: str, line: int, says: str) -> None:
    with pytest.raises(StationError) as caught:
        open_station(make(tmp_path, toml))
    assert str(caught.value).startswith(f"{tmp_path / 'station.toml'}: baris {line}: ")
    assert says in str(caught.value)


@pytest.mark.parametrize("raw", [b"[station\nname = 1", b"\xff\xfe\x00x"])
def test_a_broken_file_is_a_sentence(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "station.toml").write_bytes(raw)
    with pytest.raises(StationError, match=r"station\.toml"):
        open_station(tmp_path)


def test_a_missing_station_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StationError, match="broadcast init"):
        open_station(tmp_path)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('name = "A"\n', "'engine' wajib"),
        ('name = "A"\nengine = "espeak"\nspeed = 3\n', "'speed' tidak dikenal"),
        ('name = "A"\nengine = "espeak"\npace = 9\n', "di luar batas"),
        ('name = "A"\nengine = "espeak"\nfallback = "lurng"\n', "maksudnya 'luring'?"),
        ('name = "A"\nengine = "espeak"\n[settings]\nrate = [1]\n', "harus berupa teks"),
    ],
)
def test_a_wrong_voice_is_named(tmp_path: Path, toml: str, says: str) -> None:
    (make(tmp_path) / "voices").mkdir()
    (tmp_path / "voices" / "baru.toml").write_text(toml, "utf-8")
    with pytest.raises(StationError, match=r"baru\.toml") as caught:
        open_station(tmp_path)
    assert says in str(caught.value)


@pytest.mark.parametrize(("row", "line"), [("a\tb\na\tc", 3), ("\tb", 2)])
def test_a_wrong_table_row_is_named(tmp_path: Path, row: str, line: int) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("# judul\n" + row, "utf-8")
    with pytest.raises(StationError, match=rf"x\.tsv: baris {line}: "):
        read_table(path)


def test_tables_survive_windows_editors(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_bytes("\ufeff# judul\r\nKab.\tKabupaten\r\n\r\n".encode())
    assert read_table(path) == {"Kab.": ("Kabupaten",)}


@pytest.mark.parametrize("text", ["", "x", "1:60", "-5", "1:2:3", ":", "1,5"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_length(text)


def test_which_station_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADCAST_STATION", raising=False)
    assert nearest(None, tmp_path) is None
    assert nearest(None, make(tmp_path)) == tmp_path
    monkeypatch.setenv("BROADCAST_STATION", str(tmp_path / "lain"))
    assert nearest(None, tmp_path) == tmp_path / "lain"
    assert nearest(tmp_path, tmp_path) == tmp_path


def test_the_shipped_file_shows_every_key() -> None:
    text = (SHIPPED / "station.toml").read_text("utf-8")
    for table, keys in KEYS.items():
        assert f"[{table}]" in text
        for key in keys:
            assert f"\n{key} = " in text, key


def test_the_house_word_for_a_range_is_read(tmp_path: Path) -> None:
    lexicon = open_station(make(tmp_path, '[style]\nrange = "sampai"\n')).lexicon
    assert say("Jaraknya 10-15 km.", lexicon) == "Jaraknya sepuluh sampai lima belas kilometer."
    assert say("Jaraknya 10-15 km.", open_station(None).lexicon) == "Jaraknya sepuluh hingga lima belas kilometer."


def test_sources_and_network(tmp_path: Path) -> None:
    text = """[sources]
kota = "https://kota.contoh.id/feed"
"Radio Kita" = { address = " https://kita.contoh.id ", kind = "wordpress", categories = ["daerah", 12], most = 5, since_days = 2 }
[sources.desa]
address = "http://desa.contoh.id"
kind = "page"
[network]
private = ["NAS.radio.local", "192.168.1.5"]
timeout = 3
limit_mb = 2
"""
    station = open_station(make(tmp_path, text))
    assert station.sources == (
        Source("kota", "https://kota.contoh.id/feed"),
        Source("Radio Kita", "https://kita.contoh.id", "wordpress", ("daerah", "12"), 5, 2),
        Source("desa", "http://desa.contoh.id", "page"),
    )
    assert station.net == Net(3, 3, 3, 2_000_000, 5, frozenset({"nas.radio.local", "192.168.1.5"}))


def test_the_shipped_station_needs_no_network() -> None:
    station = open_station(None)
    assert (station.sources, station.net, station.inbox_days) == ((), Net(), 3)


def test_the_example_of_sources_works(tmp_path: Path) -> None:
    text = (SHIPPED / "station.toml").read_text("utf-8")
    text = text.replace("# kabar-daerah =", "kabar-daerah =").replace("# situs-kota =", "situs-kota =")
    assert [source.name for source in open_station(make(tmp_path, text)).sources] == ["kabar-daerah", "situs-kota"]


@pytest.mark.parametrize("key", SOURCE_KEYS)
def test_every_key_of_a_source_is_documented_and_shown(key: str) -> None:
    assert f"| `{key}` |" in (ROOT / "docs" / "station.md").read_text("utf-8")
    assert key in (SHIPPED / "station.toml").read_text("utf-8")


def test_a_name_of_a_source_is_one_unless_a_file_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    station = open_station(make(tmp_path, '[sources]\nkota = "https://kota.contoh.id"\ndesa = "https://desa.contoh.id"\n'))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desa").mkdir()
    words = ["kota", "desa", "-", "https://lain.id", "a.txt", "x" * 5000, "nol\0"]
    assert resolve(words, station) == (station.sources[0], *words[1:])


def test_which_sources_are_meant(tmp_path: Path) -> None:
    station = open_station(make(tmp_path, '[sources]\nkota = "https://kota.contoh.id"\ndesa = "https://desa.contoh.id"\n'))
    assert choose_sources([], station) == station.sources
    assert choose_sources(["desa", "desa"], station) == station.sources[1:]
    assert choose_sources(["HTTPS://lain.id"], station) == (Source("HTTPS://lain.id", "HTTPS://lain.id"),)
    with pytest.raises(StationError, match=r"maksudnya 'kota'\?.*pilihan: kota, desa"):
        choose_sources(["kot"], station)
    with pytest.raises(StationError, match="belum memuat sumber"):
        choose_sources(["kota"], open_station(None))
