"""The commands as staff meets them: what works, and how errors read."""

import json
import shutil
from pathlib import Path

import pytest
import soundfile
from conftest import AIR, ROOT, Run, Sample

SEED = ROOT / "seeds" / "000_4cd7ff98b2f0b08c.txt"
ARTICLE = (
    "JEMBER, Kabar Uji - Sebanyak 12 rumah di Desa Sidomulyo rusak akibat angin kencang, Minggu (22/11/2026) sore.\n"
    '"Tidak ada korban jiwa," kata Kepala Desa Sidomulyo, Rahmat Hidayat.\n'
    "Warga memperbaiki atap rumah secara gotong royong sejak Minggu malam.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "angin.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def failed(done: object, code: int, *says: str) -> None:
    assert done.returncode == code, (done.returncode, done.stderr)  # type: ignore[attr-defined]
    text = done.stderr  # type: ignore[attr-defined]
    assert "Traceback" not in text
    for words in says:
        assert words in text, text


def test_no_words_show_the_help(run: Run) -> None:
    assert "Pemakaian: broadcast" in (run().stdout + run().stderr)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["buletin"], "maksudnya bulletin?"),
        (["bulletin", "--suara", "x"], "Pilihan --suara tidak dikenal"),
        (["bulletin", "--air"], "perlu diberi nilai"),
        (["bulletin", "--air", "besok"], "tulis seperti --air"),
        (["bulletin", "--length", "lama"], "menit:detik"),
        (["bulletin", "--voice", "lurin"], "maksudnya luring?"),
        (["clean"], "SUMBER... belum diisi"),
        (["script", "seeds", "--item", "sepuluh"], "--item harus diisi angka bulat"),
        (["fetch", "--simpan-hari", "400"], "--simpan-hari harus diisi angka bulat dari 0 sampai 365"),
        (["say", ""], "TEKS kosong"),
        (["say", "halo", "-o", "x.ogg"], ".wav atau .mp3"),
        (["check", "lagi"], "berlebih"),
    ],
)
def test_usage_errors_are_indonesian(run: Run, words: list[str], says: str) -> None:
    failed(run(*words), 2, says, "--help")


def test_missing_and_empty_sources(run: Run, tmp_path: Path) -> None:
    failed(run("bulletin", tmp_path / "tidak-ada.txt", "--output", tmp_path / "o"), 3, "tidak-ada.txt")
    (tmp_path / "kosong").mkdir()
    failed(run("bulletin", tmp_path / "kosong", "--output", tmp_path / "o"), 3, "kosong")
    (tmp_path / "nol.txt").write_bytes(b"")
    failed(run("bulletin", tmp_path / "nol.txt", "--output", tmp_path / "o"), 3, "nol.txt")
    assert not (tmp_path / "o" / "latest.mp3").exists()


def test_binary_and_huge_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gambar.txt").write_bytes(bytes(range(256)) * 400)
    failed(run("clean", tmp_path / "gambar.txt"), 3, "gambar.txt")
    (tmp_path / "besar.txt").write_bytes(b"Kata demi kata. " * (20 * 2**16))
    failed(run("clean", tmp_path / "besar.txt"), 3, "besar.txt")


def test_a_bad_article_does_not_stop_a_good_one(run: Run, article: Path, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.json"
    bad.write_text('{"text": "a",\n oops}', "utf-8")
    empty = tmp_path / "iklan.txt"
    empty.write_text("Baca Juga: Harga Cabai Naik\nAdvertisement\n", "utf-8")
    done = run("bulletin", article, bad, empty, "--air", AIR, "--output", tmp_path / "o")
    failed(done, 1, "rusak.json", "baris 2", "iklan.txt", "kosong sesudah dibersihkan")
    assert (tmp_path / "o" / "latest.mp3").stat().st_size > 10_000


def test_unwritable_output(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "o").write_text("bukan folder", "utf-8")
    failed(run("bulletin", article, "--output", tmp_path / "o"), 3, str(tmp_path / "o"))


def test_a_failure_leaves_the_last_good_bulletin(run: Run, article: Path, tmp_path: Path) -> None:
    station = tmp_path / "radio"
    assert run("init", station).returncode == 0
    assert run("bulletin", article, "--station", station, "--air", AIR).returncode == 0
    before = (station / "output" / "latest.mp3").read_bytes()
    template = next((station / "scripts").glob("*.j2"))
    template.write_text("Pendengar {{ stasiun \n", "utf-8")
    for path in (station / "scripts").glob("*.j2"):
        path.write_text("Pendengar {{ stasiun \n", "utf-8")
    done = run("bulletin", article, "--station", station, "--air", "2026-11-23 15.00")
    failed(done, 3, ".j2", "baris")
    assert (station / "output" / "latest.mp3").read_bytes() == before
    assert sorted(path.name for path in (station / "output" / "2026-11-23").iterdir()) == ["1400"]
    failed(run("--station", station, "check"), 1)


def test_latest_moves_only_forward(run: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert run("bulletin", article, "--air", AIR, "--output", out).returncode == 0
    done = run("bulletin", SEED, "--air", "2026-11-23 13.00", "--output", out)
    assert "latest.mp3 tidak diubah" in done.stderr
    assert json.loads((out / "latest.json").read_text("utf-8"))["folder"] == "2026-11-23/1400"


def test_length_names_what_had_to_go(run: Run, tmp_path: Path) -> None:
    done = run("bulletin", ROOT / "seeds", "--air", AIR, "--length", "3:00", "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    record = json.loads((tmp_path / "2026-11-23" / "1400" / "record.json").read_text("utf-8"))
    assert record["sound"]["ms"] <= 180_000
    assert record["left"]
    for left in record["left"]:
        assert f"{left['id']}: " in done.stderr
    aired = {item["id"] for item in record["items"] if item["kind"] == "berita"}
    assert len(aired) + len(record["left"]) == len(list((ROOT / "seeds").iterdir()))


def test_the_installed_package_needs_no_checkout(run: Run, article: Path, tmp_path: Path) -> None:
    """Run from elsewhere, the command is the one that pip installed, with the station inside its wheel."""
    done = run("bulletin", article, "--air", AIR, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "output" / "2026-11-23" / "1400" / "naskah.txt").read_text("utf-8")
    assert "Radio Bintang Tenggara" in text
    assert run("check", cwd=tmp_path).returncode == 0


def test_init_gives_a_station_that_works(run: Run, article: Path, tmp_path: Path) -> None:
    station = tmp_path / "radio"
    assert "check" in run("init", station).stderr
    assert run("--station", station, "check").returncode == 0
    toml = station / "station.toml"
    toml.write_text(
        toml.read_text("utf-8").replace("Radio Bintang Tenggara", "Radio Suara Uji").replace('zone = "WIB"', 'zone = "WIT"'), "utf-8"
    )
    done = run("bulletin", article, "--air", AIR, cwd=station)
    assert done.returncode == 0, done.stderr
    text = (station / "output" / "2026-11-23" / "1400" / "naskah.txt").read_text("utf-8")
    assert "Radio Suara Uji" in text
    assert "siaran: 2026-11-23 14.00 WIT\n" in text
    assert "Waktu Indonesia Timur" in text
    failed(run("init", station), 3, "sudah ada")


def test_a_station_may_have_no_tunes(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text("[sounds]\n", "utf-8")
    done = run("bulletin", article, "--station", tmp_path, "--air", AIR)
    assert done.returncode == 0, done.stderr
    assert "[jingle" not in (tmp_path / "output" / "2026-11-23" / "1400" / "naskah.txt").read_text("utf-8")


def test_a_wrong_key_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text('[bulletin]\nvoicee = "utama"\n', "utf-8")
    failed(run("bulletin", "--station", tmp_path), 3, "baris 2", "maksudnya 'voice'?")


def test_clean_prints_text_or_json(run: Run, article: Path) -> None:
    text = run("clean", SEED).stdout
    assert "Baca Juga" not in text
    assert "Kabupaten Lumajang, Agus Budianto" in text
    rows = [json.loads(row) for row in run("clean", "--json", SEED, article).stdout.splitlines()]
    assert [set(row) for row in rows] == [{"source", "title", "place", "byline", "date", "body", "cuts"}] * 2
    assert rows[0]["source"] == str(SEED)
    assert rows[1]["place"] == "Jember"
    assert all(set(cut) == {"rule", "before", "after"} for cut in rows[0]["cuts"])


def test_clean_reads_standard_input(run: Run) -> None:
    done = run("clean", "-", stdin=ARTICLE.encode("utf-16"))
    assert done.stdout.startswith("Sebanyak 12 rumah")


def test_script_text_can_be_spoken_and_printed(run: Run, article: Path, tmp_path: Path) -> None:
    paper = tmp_path / "naskah.txt"
    assert run("script", article, "--air", AIR, "-o", paper).returncode == 0
    assert "[berita: angin" in paper.read_text("utf-8")
    done = run("speak", paper)
    assert done.returncode == 0, done.stderr
    assert soundfile.info(tmp_path / "naskah.mp3").duration > 10
    assert "1\n00:00:" in (tmp_path / "naskah.srt").read_text("utf-8").replace("\r\n", "\n")
    assert run("print", paper).returncode == 0
    assert (tmp_path / "naskah.pdf").read_bytes().startswith(b"%PDF-")
    assert run("print", article, "-o", tmp_path / "langsung.pdf").returncode == 0
    assert (tmp_path / "langsung.pdf").read_bytes().startswith(b"%PDF-")


def test_script_json_is_one_item_a_line(run: Run, article: Path) -> None:
    done = run("script", "--json", "--air", "2026-11-23 06.00+07:00", "--item", "60", SEED, article)
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == [SEED.stem, "angin"]
    for row in rows:
        assert set(row) == {"id", "lines", "flags", "teaser", "hints"}
        assert row["lines"][-1].endswith(" ///")
        assert all(line.endswith(" //") for line in row["lines"][:-1])
    assert "TANGGAL_TIDAK_DIKETAHUI" in rows[0]["flags"]


def test_read_gives_one_line_for_each_line(run: Run) -> None:
    done = run("read", stdin="Ada 11 desa.\n\nHarga Rp25.000\r\nbaris\x0btetap satu")
    lines = done.stdout.split("\n")
    assert lines[0] == "Ada sebelas desa."
    assert lines[1] == ""
    assert "dua puluh lima ribu rupiah" in lines[2]
    assert len(lines) == 5
    assert run("read", "Ada", "11", "desa").stdout == "Ada sebelas desa\n"


def test_an_edited_bulletin_is_guarded_and_renewed(run: Run, sample: Sample, tmp_path: Path) -> None:
    out = tmp_path / "output"
    shutil.copytree(sample.output, out)
    station = tmp_path
    (station / "station.toml").write_text('[station]\nname = "Radio Bintang Tenggara"\n', "utf-8")
    paper = out / "2026-11-23" / "1400" / "naskah.txt"
    lines = paper.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith("[berita:")) + 1
    lines[at] = lines[at].replace(" //", " dan menewaskan 987 orang //", 1)
    paper.write_text("".join(lines), "utf-8")
    before = (out / "latest.mp3").read_bytes()
    failed(run("--station", station, "guard", paper), 1, "temuan")
    done = run("--station", station, "speak", paper)
    assert done.returncode == 0, done.stderr
    assert "987" in done.stderr
    assert (out / "latest.mp3").read_bytes() != before
    kept = json.loads((paper.parent / "script.json").read_text("utf-8"))
    assert sum(element.get("edited", False) for item in kept["items"] for element in item["elements"]) == 1


def test_guard_reads_a_script_against_named_articles(run: Run, article: Path, tmp_path: Path) -> None:
    paper = tmp_path / "siang.txt"
    head = "siaran: 2026-11-23 14.00 WIB\n[berita: angin]\n"
    paper.write_text(head + "Dua belas rumah di Desa Sidomulyo rusak akibat angin kencang ///\n", "utf-8")
    assert run("guard", paper, article).returncode == 0
    paper.write_text(head + "Dua puluh rumah di Desa Sidomulyo rusak akibat angin kencang ///\n", "utf-8")
    done = run("guard", paper, article)
    assert done.returncode == 1
    assert "PERLU_CEK (baris 1)" in done.stdout
    failed(run("guard", paper), 3, "siang.txt", "artikel sumbernya tidak ada")


def test_a_broken_script_names_its_line(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "siang.txt"
    paper.write_text("siaran: 2026-11-23 14.00 WIB\n[beritaa: x]\nHalo //\n", "utf-8")
    failed(run("speak", paper), 3, "siang.txt: baris 2", "maksudnya berita?")
    paper.write_text("siaran: 2026-11-23 14.00 WIB\n[berita: x]\n[jingle pembukaan]\nHalo //\n", "utf-8")
    failed(run("speak", paper), 3, "pembukaan", "pembuka")
    paper.write_text("siaran: 2026-11-23 14.00 WIB\n[berita: x]\nHalo //\n[insert tidak-ada.mp3]\n", "utf-8")
    failed(run("speak", paper), 3, "tidak-ada.mp3")
    paper.write_text("penyiar: siapa\nsiaran: 2026-11-23 14.00 WIB\n[berita: x]\nHalo //\n", "utf-8")
    failed(run("speak", paper), 2, "siapa")
    assert [path.name for path in tmp_path.iterdir()] == ["siang.txt"]


def test_say_makes_a_sound(run: Run, tmp_path: Path) -> None:
    done = run("say", "Ada 11 desa", "-o", tmp_path / "a.wav")
    assert done.returncode == 0, done.stderr
    assert "sebelas" in done.stderr
    assert soundfile.info(tmp_path / "a.wav").duration > 0.5
    assert run("say", "Ada 11 desa", "-o", tmp_path / "a.mp3").returncode == 0
    assert soundfile.info(tmp_path / "a.mp3").duration > 0.5


def test_voices_say_what_is_usable(run: Run) -> None:
    done = run("voices")
    assert done.returncode == 0
    assert "luring" in done.stdout
    assert "siap" in done.stdout


def test_check_is_content_with_the_shipped_station(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")
