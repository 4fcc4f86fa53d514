"""What an HTML page says of its article, in all the ways pages say it."""

from __future__ import annotations

from datetime import date

import pytest
from page_maker import FIRST, linked, page_of, tree_of

from broadcast.intake.linked import linked_article, names
from broadcast.intake.marks import names_furniture
from broadcast.intake.metadata import Metadata, read_metadata
from broadcast.intake.pagedates import written_date
from broadcast.intake.titles import without_site


def meta_of(head: str, body: str = "<h1>Kendi Pagerjurang</h1>") -> Metadata:
    return read_metadata(tree_of(f"<html><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (linked() + "<title>x</title>", "Kendi Pagerjurang"),
        (linked(headline="Harga &quot;Kendi&quot; &amp;amp; Tungku"), 'Harga "Kendi" & Tungku'),
        (
            '<meta property="og:site_name" content="Radio Contoh"><meta property="og:title" content="Kendi Laris - Radio Contoh">',
            "Kendi Laris",
        ),
        (
            '<meta property="og:site_name" content="Radio Contoh"><meta property="og:title" content="Radio Contoh: Kendi Laris">',
            "Kendi Laris",
        ),
        ('<title>Kendi Laris - Daerah | contoh.id</title><link rel=canonical href="https://daerah.contoh.id/a">', "Kendi Laris - Daerah"),
        ("<title>Kendi Laris: Warga Senang</title>", "Kendi Laris: Warga Senang"),
        ("<title>Kendi Laris - Halaman all</title>", "Kendi Laris"),
        ("", "Kendi Pagerjurang"),
        (linked(headline=["Kendi Laris", "Kendi"]), "Kendi Laris"),
    ],
)
def test_title(head: str, title: str) -> None:
    assert meta_of(head).title == title


def test_title_that_was_cut_for_search_engines_is_whole() -> None:
    whole = "Perajin Gerabah Pagerjurang Kirim Ratusan Kendi ke Surabaya Setelah Dua Tahun Menunggu Kapal yang Tidak Kunjung Datang Lagi"
    assert meta_of(linked(headline=f"{whole[:105]}..."), f"<h1>{whole}</h1>").title == whole


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ({"@type": "Person", "name": "Seno Aji"}, "Seno Aji"),
        ([{"@type": "Person", "name": "Seno Aji"}, {"@type": "Person", "name": "Rini"}], "Seno Aji, Rini"),
        ([{"@type": "Organization", "name": "Kabar"}, {"@type": "Person", "name": "Seno Aji"}], "Seno Aji, Kabar"),
        ({"@type": "Person", "name": ["Seno Aji"]}, "Seno Aji"),
        ("Oleh: Seno Aji", "Seno Aji"),
        ({"@type": "Person", "name": "https://facebook.com/seno"}, ""),
        ([["Seno"], 5, None, {}], "Seno"),
    ],
)
def test_author(author: object, name: str) -> None:
    assert meta_of(linked(author=author)).author == name


def test_author_stands_in_the_page_where_json_ld_names_only_the_outlet() -> None:
    head = linked(author={"@type": "Organization", "name": "Kabar"}, publisher={"name": "Kabar"})
    assert meta_of(head, '<span class="post-author">Seno Aji</span>').author == "Seno Aji"
    assert meta_of(head).author == "Kabar"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (linked(datePublished="2026-11-04T23:40:00+07:00"), date(2026, 11, 4)),
        (linked(datePublished="2026-11-04T00:10:00+09:00"), date(2026, 11, 4)),
        (linked(datePublished="2026-11-04T18:10:00+00:00"), date(2026, 11, 5)),
        (linked(datePublished="2026-11-04"), date(2026, 11, 4)),
        (linked(dateModified="2026-11-20T10:00:00+07:00"), None),
        ('<meta property="article:published_time" content="2026-11-05T01:00:00+07:00">', date(2026, 11, 5)),
        ('<meta property="article:modified_time" content="2026-11-05T01:00:00+07:00">', None),
        ('<meta name="publishdate" content="2026/11/05 10:00:00">', date(2026, 11, 5)),
        (linked(datePublished="kemarin"), None),
        ("", None),
    ],
)
def test_date(head: str, day: date | None) -> None:
    assert meta_of(head).date == day


def test_date_is_told_by_the_page_where_no_machine_is_told() -> None:
    assert meta_of("<title>Kendi</title>", "<h1>Kendi</h1><div>Seno | Senin, 23 November 2026 10:15 WIB</div>").date == date(2026, 11, 23)
    assert meta_of("<title>Kendi</title>", '<h2 class="date-header">5 Nov 2026</h2><h3>Kendi</h3>').date == date(2026, 11, 5)


def test_clock_in_the_header_is_not_the_date() -> None:
    clock = '<div class="date">Senin, 23 November 2026</div>' + "<li>menu</li>" * 20
    assert meta_of("<title>Kendi</title>", f"{clock}<h1>Kendi</h1><p>{FIRST}</p>").date is None


def test_local_time_that_was_labelled_utc_keeps_the_written_date() -> None:
    head = '<title>Kendi</title><meta property="article:published_time" content="2026-11-03T19:38:19+00:00">'
    assert meta_of(head, "<h1>Kendi</h1><h5>Selasa, 3 November 2026 — 19:38 WIB</h5>").date == date(2026, 11, 3)
    assert meta_of(head, "<h1>Kendi</h1><h5>Rabu, 4 November 2026 — 02:38 WIB</h5>").date == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Radio Contoh">', "Radio Contoh"),
        (linked(publisher={"@type": "Organization", "name": "Radio Contoh"}), "Radio Contoh"),
        ('<link rel="canonical" href="https://www.contoh.id/a">', "contoh.id"),
        ('<meta property="og:site_name" content="nasional"><link rel="canonical" href="https://www.contoh.id/nasional/a">', "contoh.id"),
        ('<link rel="canonical" href="/a">', ""),
    ],
)
def test_outlet(head: str, outlet: str) -> None:
    assert meta_of(head).outlet == outlet


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Kendi Laris"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Kendi Laris"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Kendi Laris",}',
        '{"@type": "NewsArticle", "headline": "Kendi Laris"};',
        '{"@type": "NewsArticle", "headline": "Kendi Laris", "articleBody": "Ia berkata "ya" lalu pergi"}',
        '{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Kendi Laris"}]}',
        '[{"@type": "BreadcrumbList"}, {"@type": "Article", "headline": "Kendi Laris"}]',
        '{"@type": "NewsArticle", "headline": "Kendi\nLaris"}',
    ],
)
def test_json_ld_as_sites_really_write_it(script: str) -> None:
    assert meta_of(f'<script type="application/ld+json">{script}</script>').title == "Kendi Laris"


def test_json_ld_of_the_page_wins_over_that_of_the_next_story() -> None:
    head = linked(headline="Cerita Lain", url="https://contoh.id/b") + linked(headline="Kendi Laris", url="https://contoh.id/a/")
    assert meta_of(f'{head}<link rel="canonical" href="https://contoh.id/a?x=1">').title == "Kendi Laris"
    assert linked_article(tree_of(page_of("", head)), "Kendi Laris")["url"] == "https://contoh.id/a/"
    assert linked_article(tree_of("<p>a</p>")) == {}
    assert names(None) == []


def test_written_dates_and_site_names() -> None:
    assert written_date("Jum’at, 6 Nopember 2026 pukul 08.00") == date(2026, 11, 6)
    assert written_date("Terbit 31/02/2026, diperbarui 1/3/2026") == date(2026, 3, 1)
    assert written_date("Sabtu (7/11)") is None
    assert without_site("Kendi Laris | contoh.id Daerah", ["contoh.id"]) == "Kendi Laris"
    assert names_furniture("readCommentBox")
    assert not names_furniture("article-body post-content")
