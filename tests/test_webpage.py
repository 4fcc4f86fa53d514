"""HTML pages: whatever an outlet's system builds around an article, the article comes out, whole, and nothing else with it.

`tests/pages/NAME.html` are pages written for these tests in the manner of the systems Indonesian outlets use; NAME.gold says what
must come out: `judul:`, `penulis:`, `media:`, `tanggal:`, then `= ` a paragraph, `~ ` a line that may be there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html as lxml_html
from page_maker import BODY, FIRST, FOURTH, NEWS, SECOND, THIRD, article_of, lines_of, linked, page_of, tree_of

from broadcast.errors import SourceError
from broadcast.intake.blocks import read_outline
from broadcast.intake.choosing import choose, is_whole_body
from broadcast.intake.embedded import embedded_article
from broadcast.intake.judged import Voices
from broadcast.intake.webpage import read_page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))

# ---------------------------------------------------------------- whole pages


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_gives_its_article_and_nothing_else(path: Path) -> None:
    gold = path.with_suffix(".gold").read_text("utf-8").splitlines()
    wanted = [line[2:] for line in gold if line.startswith("= ")]
    allowed = {line[2:] for line in gold if line.startswith("~ ")}
    said = dict(line.split(": ", 1) for line in gold if not line.startswith(("= ", "~ ")))
    article = read_page(path.read_text("utf-8"), path.name, path.stem)
    assert [line for line in article.text.split("\n") if line not in allowed] == wanted
    found = {"judul": article.title, "penulis": article.byline, "media": article.outlet, "tanggal": str(article.date or "")}
    assert {key: found[key] for key in said} == said
    assert article.date is None or "tanggal" in said


def test_there_are_pages_of_many_systems() -> None:
    assert len(PAGES) >= 15


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_class_names_do_not_decide(path: Path) -> None:
    """The same page with meaningless class names, as React builds them, still gives every paragraph."""
    page = path.read_text("utf-8")
    if path.stem == "liputan":
        pytest.skip("its second half is hidden, and only the class names say that it is the same article")
    gold = path.with_suffix(".gold").read_text("utf-8").splitlines()
    bare = re.sub(r'\s(?:class|id)="(?!__)[^"]*"', ' class="css-1x2y3"', page)
    text = read_page(bare, path.name, path.stem).text.split("\n")
    assert [line[2:] for line in gold if line.startswith("= ") and line[2:] not in text] == []


# ---------------------------------------------------------------- paragraphs


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        f"<div>{'<br><br>'.join(NEWS)}</div>",
        f"<div>{'<br/>'.join(NEWS)}</div>",
        "".join(f"<div>{text}</div>" for text in NEWS),
        f"<p>{'<p>'.join(NEWS)}",
        f"<div><b>{FIRST}</b><p>{SECOND}</p>{THIRD}<p>{FOURTH}</div>",
        f"<table><tr><td>{BODY}</td></tr></table>",
        f"<form><div>{BODY}</div></form>",
        "".join(f"<p><span style='font-size:12pt'><font>{text}</font></span></p>" for text in NEWS),
        f"<div>{FIRST}<br><img src=a> <br>{SECOND}<img src=b>{THIRD}<p>{FOURTH}</p></div>",
        "".join(f"<h3>{text}</h3>" for text in NEWS),
        "".join(f"<section><p>{text}</p></section>" for text in NEWS),
        f"<p>{FIRST}</p><div class='page'><p>{SECOND}</p><p>{THIRD}</p></div><p>{FOURTH}</p>",
        "<center>" * 40 + BODY,
        f"<div class='sidebar-layout has-comments no-ads'>{BODY}</div>",
        f"<div class='widget-area related-wrap share'>{BODY}</div>",
    ],
)
def test_paragraphs_however_they_are_set(body: str) -> None:
    menu = '<div class="menu"><a href="/">Beranda</a><a href="/d">Daerah</a></div>'
    assert lines_of(f"{menu}<div><h1>Kendi Pagerjurang</h1><div>{body}</div></div>") == NEWS


@pytest.mark.parametrize(
    "junk",
    [
        '<p><strong>Baca juga: <a href="/1">Harga Kayu Bakar Naik di Tiga Kecamatan</a></strong></p>',
        '<p><a href="/1">BACA JUGA: Harga Kayu Bakar Naik di Tiga Kecamatan</a></p>',
        '<ul><li><a href="/1">Harga Kayu Bakar Naik</a></li><li><a href="/2">Sawah Kering di Dua Desa</a></li></ul>',
        '<figure><img src="a.jpg"><figcaption>Perajin menata kendi di tungku. (Foto: Wawan)</figcaption></figure>',
        '<div class="wp-caption"><img src="a"><p class="wp-caption-text">Perajin menata kendi di tungku desa.</p></div>',
        '<div><img src="a" alt="Perajin menata kendi di tungku desa">Perajin menata kendi di tungku desa. (Wawan)</div>',
        '<div class="video"><iframe src="x"></iframe>Kendi dibuat dengan tangan sejak dahulu kala di sini.</div>',
        '<blockquote class="twitter-tweet"><p>Kendi kami sudah sampai di pelabuhan dengan selamat ya.</p></blockquote>',
        '<blockquote class="instagram-media"><p>Sebuah kiriman dibagikan oleh akun perajin gerabah desa.</p></blockquote>',
        "<aside><p>Penyair desa akan membacakan puisi pada malam penutupan pameran.</p></aside>",
        '<div class="ads-inline"><p>Pinjaman cepat cair tanpa jaminan, hubungi kami sekarang juga.</p></div>',
        '<div id="div-gpt-ad-1"><p>Pinjaman cepat cair tanpa jaminan, hubungi kami sekarang juga.</p></div>',
        '<div style="display:none"><p>Berita ini hanya dilihat mesin pencari dan bukan pembaca.</p></div>',
        "<p hidden>Berita ini hanya dilihat mesin pencari dan bukan pembaca.</p>",
        "<h2>Warna tanah</h2>",
        "<script>var berita = 'Ini bukan berita, hanya kode program yang panjang sekali.';</script>",
        "<noscript><p>Aktifkan JavaScript untuk melihat isi halaman ini secara lengkap.</p></noscript>",
        '<div class="share-bar"><span>Bagikan</span> <a>Facebook</a></div>',
        "<nav><p>Halaman satu dari dua halaman berita tentang kerajinan gerabah.</p></nav>",
        "<select><option>Pilih kota Anda untuk melihat jadwal salat hari ini.</option></select>",
    ],
)
def test_what_stands_between_the_paragraphs_is_left_out(junk: str) -> None:
    body = f"<article><h1>Kendi Pagerjurang</h1><p>{FIRST}</p><p>{SECOND}</p>{junk}<p>{THIRD}</p><p>{FOURTH}</p></article>"
    assert lines_of(body) == NEWS


@pytest.mark.parametrize(
    "kept",
    [
        "<p>“Tidak ada.”</p>",
        "<p>Apa sebabnya?</p>",
        "<p>Baca juga buku petunjuk sebelum membakar kendi di rumah.</p>",
        '<p>Kendi <a href="/tag/kendi">Pagerjurang</a> dijual di <a href="/tag/pasar">Pasar Bayat</a> setiap hari.</p>',
        "<blockquote><p>“Kendi ini dingin tanpa kulkas,” kata pembeli bernama Rukmini.</p></blockquote>",
        "<h2>3. Jemur di tempat teduh</h2>",
        '<p><a href="/x">Seluruh perajin yang ikut pameran dapat mendaftar di kantor desa mulai besok pagi.</a></p>',
        '<p class="has-photo">Foto lama di balai desa menunjukkan kendi serupa sudah dibuat pada 1935.</p>',
        "<p>Adv&shy;okat warga, Sugeng, S.H., menyebut tanah itu milik desa sejak lama.</p>",
    ],
)
def test_what_belongs_is_kept(kept: str) -> None:
    body = f"<article><h1>Kendi Pagerjurang</h1><p>{FIRST}</p><p>{SECOND}</p>{kept}<p>{THIRD}</p><p>{FOURTH}</p></article>"
    words = " ".join(lxml_html.fromstring(kept).text_content().split())
    assert lines_of(body) == [FIRST, SECOND, words, THIRD, FOURTH]


def test_list_and_table_are_read_line_by_line() -> None:
    table = "<table><tr><td>Kendi kecil</td><td>Rp 15.000</td></tr><tr><td>Kendi besar</td><td>Rp 40.000</td></tr></table>"
    steps = "<ol><li>Aduk tanah.</li><li>Bentuk kendi.</li></ol>"
    body = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>Harganya:</p>{table}<p>{THIRD}</p>{steps}<p>{FOURTH}</p></div>"
    assert lines_of(body) == [
        FIRST,
        SECOND,
        "Harganya:",
        "Kendi kecil: Rp 15.000",
        "Kendi besar: Rp 40.000",
        THIRD,
        "Aduk tanah.",
        "Bentuk kendi.",
        FOURTH,
    ]


def test_announced_list_at_the_end_is_kept() -> None:
    body = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>Syaratnya sebagai berikut:</p><ul><li>KTP asli</li><li>Pas foto</li></ul></div>"
    assert lines_of(body)[-2:] == ["KTP asli", "Pas foto"]


def test_second_article_below_is_another_story() -> None:
    other = "<h1>Jembatan Ambrol</h1><p>12 November 2026</p>" + "".join(
        f"<p>Jembatan di Desa Wiro ambrol diterjang arus deras bagian ke-{number}.</p>" for number in (1, 2, 3)
    )
    assert lines_of(f"<div><h1>Kendi Pagerjurang</h1>{BODY}{other}</div>") == NEWS


def test_paragraphs_that_an_extractor_names_elsewhere_stay_out() -> None:
    page = page_of(
        f"<div><div>{BODY}</div></div><div><ul><li><p>Taksiran kerugian warga belum dihitung oleh petugas desa.</p></li></ul></div>"
    )
    outline = read_outline(tree_of(page))
    assert choose(outline, Voices([*NEWS, "Taksiran kerugian warga belum dihitung oleh petugas desa."])) == NEWS


def test_paragraphs_that_an_extractor_dropped_are_put_back_in_their_place() -> None:
    outline = read_outline(tree_of(page_of(BODY)))
    assert choose(outline, Voices([FIRST, THIRD])) == NEWS
    assert choose(outline, Voices([])) == NEWS


def test_article_body_of_json_ld_fills_a_page_that_shows_only_the_beginning() -> None:
    assert lines_of(f"<div><p>{FIRST}</p></div>", linked(articleBody="\n".join(NEWS))) == NEWS
    assert lines_of("<div></div>", linked(articleBody=BODY)) == NEWS


def test_description_in_place_of_article_body_changes_nothing() -> None:
    assert lines_of(f"<div>{BODY}</div>", linked(articleBody=FIRST)) == NEWS
    assert not is_whole_body(NEWS, FIRST)


def test_repeated_paragraph_is_read_once() -> None:
    assert lines_of(f"<div>{BODY}<p>{SECOND}</p></div>") == NEWS


# ---------------------------------------------------------------- data of pages that build themselves


@pytest.mark.parametrize(
    "data",
    [
        {"props": {"pageProps": {"berita": {"judul": "Kendi", "isi": BODY}}}},
        {"state": {"post": {"content": "\n".join(NEWS)}}},
        {"blocks": [{"type": "paragraph", "data": {"text": text}} for text in NEWS]},
        {"story": json.dumps({"document": {"nodes": [{"nodes": [{"leaves": [{"text": text}]}]} for text in NEWS]}})},
        {"paragraphs": NEWS},
    ],
)
def test_article_in_the_data_of_the_page(data: object) -> None:
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    assert lines_of(f"<div id=root>Memuat</div>{script}") == NEWS
    assigned = f"<script>window.__INITIAL_STATE__ = {json.dumps(data)};</script>"
    assert lines_of(f"<div id=root>Memuat</div>{assigned}") == NEWS


def test_data_without_an_article_gives_none() -> None:
    code = "function a(){return b;}; var c = {d: 1}; window.e = f(g); " * 40
    assert embedded_article([json.dumps({"css": "a{b:c}" * 500, "js": code}), "{rusak", "[" * 50_000]) == []


# ---------------------------------------------------------------- pages that are no article


@pytest.mark.parametrize(
    ("title", "body", "words"),
    [
        (
            "Just a moment...",
            "<h1>contoh.id</h1><p>Checking your browser before accessing contoh.id. This process is automatic.</p>",
            "robot",
        ),
        ("contoh.id", "<p>Verify you are human by completing the action below. Contoh.id needs to review the security.</p>", "robot"),
        (
            "Attention Required! | Cloudflare",
            "<h1>Sorry, you have been blocked</h1><p>You are unable to access this site right now.</p>",
            "robot",
        ),
        ("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>", "menolak"),
        ("Access Denied", "<p>You don't have permission to access this page on this server at all.</p>", "menolak"),
        (
            "Halaman Tidak Ditemukan - Kabar",
            "<h1>404</h1><p>Maaf, halaman yang Anda cari tidak ditemukan atau sudah dihapus oleh redaksi.</p>",
            "tidak ada",
        ),
        ("404 Not Found", "<p>The page you requested was not found on this server, please go back.</p>", "tidak ada"),
        ("502 Bad Gateway", "<h1>502 Bad Gateway</h1>", "bermasalah"),
        ("Kabar", "<p>Website kami sedang dalam pemeliharaan, silakan kembali beberapa saat lagi ya.</p>", "bermasalah"),
        ("Kabar", "<p>You need to enable JavaScript to run this app in your browser window.</p>", "peramban"),
        ("Masuk - Kabar", "<form><p>Masuk untuk melanjutkan ke akun Anda di situs kami ini.</p><input type=password></form>", "login"),
        ("Kabar", "<p>Kami memakai cookie agar situs ini bekerja dengan baik bagi Anda semua.</p><p>Setujui semua cookie?</p>", "kuki"),
        (
            "Kabar",
            "".join(f'<div><a href="/{n}">Judul berita daerah yang agak panjang nomor {n}</a></div>' for n in range(40)),
            "daftar berita",
        ),
        ("Kabar", "<nav>Menu</nav><p>Video</p>", "tidak ditemukan"),
        ("Kabar", "", "tidak ditemukan"),
    ],
)
def test_page_that_is_no_article_gets_a_sentence(title: str, body: str, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_page(f"<html><head><title>{title}</title></head><body>{body}</body></html>", "a.html", "a")
    said = str(caught.value)
    assert said.startswith("a.html: ")
    assert words in said
    assert said.endswith(".")
    assert "\n" not in said


def test_feed_is_not_a_page() -> None:
    with pytest.raises(SourceError, match="umpan RSS"):
        read_page('<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title></channel></rss>', "a.html", "a")


def test_lead_of_an_article_that_is_sold_is_not_aired() -> None:
    with pytest.raises(SourceError, match="berbayar"):
        article_of(f"<p>{FIRST}</p>", linked(isAccessibleForFree=False))
    assert lines_of(
        f"<div>{BODY * 3}{''.join(f'<p>{text} Begitu pula pada hari ke-{n}.</p>' for n in range(9) for text in NEWS)}</div>",
        linked(isAccessibleForFree="False"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Polisi menyita 404 botol minuman keras dari sebuah gudang di tepi kota.",
        "Sebanyak 500 warga mengungsi karena tanggul sungai jebol Selasa dini hari.",
        "Pintu masuk kantor bupati sedang dalam perbaikan hingga akhir pekan ini.",
        "Permohonan kasasi terdakwa ditolak, begitu pula akses bertemu keluarganya.",
    ],
)
def test_short_news_is_not_taken_for_an_error(text: str) -> None:
    assert lines_of(f"<h1>Kabar Singkat</h1><p>{text}</p>") == [text]


def test_what_a_button_unfolds_belongs_to_the_article() -> None:
    rest = f'<div id="more" style="display: none"><p>{THIRD}</p><p>{FOURTH}</p></div>'
    assert lines_of(f"<article><h1>Kendi</h1><div class='isi'><p>{FIRST}</p><p>{SECOND}</p>{rest}</div></article>") == NEWS
    assert lines_of(f"<article><h1>Kendi</h1><div class='isi'><p>{FIRST}</p><p>{SECOND}</p></div>{rest}</article>") == NEWS


def test_paragraphs_of_a_page_builder_are_boxes_of_their_own() -> None:
    boxes = "".join(
        f'<div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-box"><p>{text}</p></div></div>'
        for text in NEWS
    )
    assert lines_of(f'<div class="elementor-widget-wrap overflow-hidden hidden md:block">{boxes}</div>') == NEWS
