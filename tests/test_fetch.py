"""`broadcast fetch` as staff meets it, against a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

import pytest
from conftest import AIR, ROOT, Run

SENTENCES = (
    "Air sungai di Desa {0} mulai surut sejak Senin pagi setelah hujan berhenti.",
    "Warga Desa {0} membersihkan rumah dibantu relawan dari tiga kecamatan.",
    "Kepala Desa {0} mengatakan, bantuan makanan cukup untuk tiga hari.",
    "Jalan menuju Desa {0} sudah bisa dilewati kendaraan roda dua dan roda empat.",
)


def story(village: str) -> str:
    return "".join(f"<p>{row.format(village)}</p>" for row in SENTENCES)


class News:
    """A site with two feeds and what else a test puts at a path; `asked` are the paths that were asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str, str]] = {}
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                status, kind, text = outer.pages.get(self.path, (404, "text/html", "<h1>Tidak ada</h1>"))
                self.send_response(status)
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def feed(self, path: str, *villages: str, days: int = 0, more: str = "") -> str:
        when = format_datetime(datetime.now(UTC) - timedelta(days=days))
        items = "".join(
            f"<item><title>Air Surut di {one}</title><link>{self.address}/{one.lower()}</link><pubDate>{when}</pubDate>"
            f"<content:encoded><![CDATA[{story(one)}{more}]]></content:encoded></item>"
            for one in villages
        )
        space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        text = f'<?xml version="1.0"?><rss version="2.0" {space}><channel><title>Kabar Uji</title>{items}</channel></rss>'
        self.pages[path] = (200, "application/rss+xml", text)
        return f"{self.address}{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def news() -> Iterator[News]:
    with News() as server:
        yield server


@pytest.fixture
def station(news: News, tmp_path: Path) -> Path:
    folder = tmp_path / "radio"
    (folder / "kiriman").mkdir(parents=True)
    sources = f'kota = "{news.feed("/kota", "Klepu", "Pati")}"\ndesa = {{ address = "{news.feed("/desa", "Wanasari")}", kind = "feed" }}\n'
    text = f'[bulletin]\ninbox = "kiriman"\n[sources]\n{sources}[network]\nprivate = ["127.0.0.1"]\ntimeout = 10\n'
    (folder / "station.toml").write_text(text, "utf-8")
    return folder


def files(station: Path) -> list[str]:
    return sorted(path.name for path in (station / "kiriman").glob("*.json"))


def failed(done: object, code: int, *says: str) -> None:
    text = done.stdout + done.stderr  # type: ignore[attr-defined]
    assert done.returncode == code, text  # type: ignore[attr-defined]
    assert "Traceback" not in text
    for words in says:
        assert words in text, text


def test_articles_come_once_and_make_a_bulletin(run: Run, station: Path, news: News) -> None:
    done = run("--station", station, "fetch")
    assert done.stdout.splitlines() == ["kota: 2 berita baru", "desa: 1 berita baru"]
    failed(done, 0, f"Folder artikel: {station / 'kiriman'}")
    assert len(files(station)) == 3
    done = run("--station", station, "fetch")
    assert done.stdout.splitlines()[1] == "desa: tidak ada yang baru, 1 sudah pernah diambil"
    assert (done.returncode, len(files(station))) == (0, 3)
    (station / "kiriman" / files(station)[0]).unlink()
    news.feed("/desa", "Wanasari", "Jatimulya")
    done = run("--station", station, "fetch", "desa")
    assert done.stdout.splitlines() == ["desa: 1 berita baru, 1 sudah pernah diambil"]
    assert len(files(station)) == 3
    done = run("--station", station, "bulletin")
    assert done.returncode == 0, done.stderr
    (naskah,) = (station / "output").glob("*/*/naskah.txt")
    assert "Jatimulya" in naskah.read_text("utf-8")


def test_a_changed_article_comes_again(run: Run, station: Path, news: News) -> None:
    run("--station", station, "fetch")
    news.feed("/desa", "Wanasari", more="<p>Tiga warga Desa Wanasari masih dirawat di puskesmas hingga Senin malam.</p>")
    assert run("--station", station, "fetch", "desa").stdout.splitlines() == ["desa: 1 diperbarui"]
    assert sum("wanasari" in name for name in files(station)) == 2


def test_a_source_that_fails_stops_no_other(run: Run, station: Path, news: News) -> None:
    del news.pages["/kota"]
    done = run("--station", station, "fetch")
    failed(done, 1, "kota: gagal", "desa: 1 berita baru", "/kota")
    del news.pages["/desa"]
    failed(run("--station", station, "fetch"), 3, "kota: gagal", "desa: gagal")
    assert len(files(station)) == 1


def test_an_address_and_a_folder_of_ones_own(run: Run, station: Path, news: News, tmp_path: Path) -> None:
    done = run("--station", station, "fetch", news.feed("/lain", "Sukun"), "--inbox", tmp_path / "lain")
    failed(done, 0, "1 berita baru")
    assert len(list((tmp_path / "lain").glob("*.json"))) == 1
    assert files(station) == []


def test_old_articles_go_to_the_archive(run: Run, station: Path, news: News) -> None:
    news.feed("/desa", "Wanasari", days=5)
    failed(run("--station", station, "fetch", "--simpan-hari", "0"), 0)
    assert len(files(station)) == 3
    failed(run("--station", station, "fetch"), 0, "1 berita yang lebih tua dari 3 hari dipindah")
    assert len(files(station)) == 2
    assert len(list((station / "kiriman" / "arsip").glob("*.json"))) == 1
    assert run("--station", station, "fetch").stdout.splitlines()[1] == "desa: tidak ada yang baru, 1 sudah pernah diambil"


def test_private_addresses_are_refused_unless_named(run: Run, station: Path) -> None:
    path = station / "station.toml"
    path.write_text(path.read_text("utf-8").replace('"127.0.0.1"]', '"nas.local"]'), "utf-8")
    failed(run("--station", station, "fetch"), 3, "127.0.0.1")
    assert files(station) == []


def test_what_is_meant_is_said(run: Run, station: Path, tmp_path: Path) -> None:
    failed(run("--station", station, "fetch", "kotta"), 2, "maksudnya 'kota'?", "pilihan: kota, desa", "--help")
    failed(run("--station", station, "fetch", "contoh.id/feed"), 2, "https://")
    failed(run("--station", station, "fetch", "--simpan-hari", "banyak"), 2, "--simpan-hari harus diisi angka bulat dari 0 sampai 365")
    bare = tmp_path / "tanpa"
    bare.mkdir()
    (bare / "station.toml").write_text("", "utf-8")
    failed(run("--station", bare, "fetch"), 2, "[sources]", "https://www.contoh.id/feed")
    failed(run("fetch", "https://contoh.id/feed", cwd=tmp_path), 2, "broadcast init", "--inbox")
    failed(run("--station", ROOT, "fetch", "https://contoh.id/feed"), 2, "broadcast init", "--inbox")


def test_names_of_sources_work_where_files_do(run: Run, station: Path, tmp_path: Path) -> None:
    done = run("--station", station, "clean", "desa")
    assert done.returncode == 0, done.stderr
    assert "Desa Wanasari" in done.stdout
    done = run("--station", station, "script", "kota", "--air", AIR)
    assert done.returncode == 0, done.stderr
    assert "Klepu" in done.stdout
    (tmp_path / "desa").write_text("Pasar Induk dibuka kembali pada Senin pagi setelah tiga pekan ditutup.", "utf-8")
    done = run("--station", station, "clean", "desa", cwd=tmp_path, PYTHONPATH=str(ROOT))
    failed(done, 3, "jenis berkas tanpa akhiran")
