"""What a web address is, what its article is called, and many sources at once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from news_server import (
    BODY,
    HTML_PIECES,
    LOCAL,
    LONG,
    OTHER,
    PARAGRAPHS,
    POSTS,
    TEXT,
    TODAY,
    NewsServer,
    Reply,
    articles,
    as_json,
    feed,
    item,
    page,
    post,
    source,
    taken,
    to,
    trouble,
)

from broadcast.errors import SourceError
from broadcast.intake import article_id, intake
from broadcast.intake.addresses import join, shown, site, tidy
from broadcast.intake.signposts import next_page, page_tree, read_signposts, whole_page
from broadcast.model import Article, Net, Source

pytestmark = pytest.mark.usefixtures("plain_net")


# ---------------------------------------------------------------- addresses and ids


@pytest.mark.parametrize(
    "other",
    [
        "http://www.kabar.id/daerah/air-surut/",
        "https://m.kabar.id/daerah/air-surut",
        "https://kabar.id/daerah/air-surut?utm_source=rss&utm_medium=feed#komentar",
        "https://kabar.id:443/daerah/air-surut?page=all",
        "https://kabar.id/daerah/air-surut/amp/?fbclid=x",
        "https://KABAR.id/daerah/air%2Dsurut",
    ],
)
def test_one_article_has_one_id(other: str) -> None:
    assert article_id(other, "Judul lain") == article_id("https://kabar.id/daerah/air-surut", "Air Surut")


@pytest.mark.parametrize(
    "other",
    [
        "https://kabar.id/daerah/air-surut-2",
        "https://lain.id/daerah/air-surut",
        "https://kabar.id/daerah/air-surut?id=2",
        "https://kabar.id/kota/air-surut",
    ],
)
def test_different_articles_have_different_ids(other: str) -> None:
    assert article_id(other) != article_id("https://kabar.id/daerah/air-surut")


@pytest.mark.parametrize(
    ("link", "slug"),
    [
        ("https://kabar.id/2026/11/Air_Surut.html", "air-surut"),
        ("https://kabar.id/?p=123", "p-123"),
        ("https://kabar.id/read/4567/", "4567"),
        ("https://kabar.id/", "kabar-id"),
        ("https://kabar.id/berita/harga-caf%C3%A9-%E2%80%9Cnaik%E2%80%9D", "harga-cafe-naik"),
        ("https://kabar.id/" + "panjang-sekali-" * 9, "panjang-sekali-panjang-sekali-panjang-sekali-panjang-sekali"),
        ("https://kabar.id/" + "a" * 99, "a" * 60),
        ("https://kabar.id/con", "con"),
        ("https://kabar.id/detail?id=99", "id-99"),
    ],
)
def test_an_id_begins_with_the_slug_of_the_link(link: str, slug: str) -> None:
    assert re.fullmatch(rf"{slug}-[0-9a-f]{{8}}", article_id(link))


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
@example("http://[", "")
@example("\ud800", "\ud800")
@example("http://a:99999/", "")
def test_any_link_has_an_id_that_windows_takes(link: str, title: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}-[0-9a-f]{8}", article_id(link, title))
    assert article_id(link, title) == article_id(link, title)
    assert "\n" not in shown(link)
    assert tidy(tidy(link)) == tidy(link)
    assert isinstance(site(link) + join("https://kabar.id/", link), str)


def test_without_a_link_the_title_names_the_article() -> None:
    assert article_id("", "Jum’at: Air Surut").startswith("jumat-air-surut-")
    assert article_id("", "") == article_id("", "")


# ---------------------------------------------------------------- what an address is


API = '<link rel="https://api.w.org/" href="/wp-json/">'
FEED = '<link rel="alternate" type="application/rss+xml" title="Kabar » Umpan" href="/feed/">'
COMMENTS = '<link rel="alternate" type="application/rss+xml" title="Kabar » Umpan Komentar" href="/comments/feed/">'
TEASERS = "".join(
    f'<div class="card"><h3><a href="/b{n}">Judul {n}</a></h3><p>Ringkasan berita nomor {n} yang pendek saja, tidak lebih.</p></div>'
    for n in range(9)
)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_a_page_gives_its_article_under_its_own_address() -> None:
    with NewsServer({"/daerah/air": page(canonical="{here}/daerah/air-surut?utm_source=x")}) as server:
        (article,) = articles(f"{server.address}/daerah/air?fbclid=1")
    assert (article.source, article.title) == (f"{server.address}/daerah/air-surut", "Irigasi Klepu Pulih")
    assert article.id == article_id(f"{server.address}/daerah/air-surut")
    assert article.text == TEXT


@pytest.mark.parametrize("canonical", ["https://lain.id/air", "/", "javascript:x", "http://["])
def test_a_canonical_address_elsewhere_is_not_believed(canonical: str) -> None:
    with NewsServer({"/daerah/air": page(canonical=canonical)}) as server:
        (article,) = articles(f"{server.address}/daerah/air")
    assert article.source == f"{server.address}/daerah/air"


def test_every_door_gives_the_same_id() -> None:
    link = "{here}/berita-1/"
    routes = {
        "/feed": feed(item(1, content=BODY).replace("/berita-1", "/berita-1/?utm_source=rss")),
        "/ringkas": feed(item(1, summary="Pendek.")),
        POSTS: as_json([post(1, author=0)]),
        "/berita-1": to("/berita-1/"),
        "/berita-1/": page(canonical=link),
    }
    with NewsServer(routes) as server:
        doors = [
            source(server, "/feed"),
            source(server, "/ringkas"),
            source(server, "", "wordpress"),
            f"{server.address}/berita-1",
            source(server, "/berita-1/", "page"),
        ]
        assert len({articles(door)[0].id for door in doors}) == 1
        assert len(articles(*doors)) == 1


def test_a_front_page_leads_to_its_wordpress_or_its_feed() -> None:
    routes = {
        "/": page(kind="website", body=TEASERS, head=API + COMMENTS + FEED),
        POSTS: as_json([post(1, author=0)]),
        "/feed/": feed(item(2, content=BODY)),
    }
    with NewsServer(routes) as server:
        assert [one.title for one in articles(server.address)] == ["Berita “1”"]
        server.routes["/"] = page(kind="website", body=TEASERS, head=COMMENTS + FEED)
        assert [one.title for one in articles(f"{server.address}/?utm_source=x")] == ["Berita 2"]
        server.routes["/"] = Reply(
            page(kind="website", body=TEASERS), headers={"Link": '</a>; rel=x, <{here}/wp-json/>; rel="https://api.w.org/"'}
        )
        assert [one.title for one in articles(server.address)] == ["Berita “1”"]
        server.routes["/"] = page(kind="website", body=TEASERS, head=COMMENTS)
        said = trouble(server.address)
    assert "bukan satu berita" in said
    assert "/feed atau /rss" in said


def test_a_channel_page_leads_to_its_own_part_of_the_site() -> None:
    own = '<link rel="alternate" type="application/rss+xml" title="Daerah" href="/kategori/daerah/feed/">'
    number = '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/categories/12">'
    routes = {
        "/kategori/daerah/": page(kind="website", body=TEASERS, head=API + FEED + own),
        "/kategori/daerah/feed/": feed(item(3, content=BODY)),
        "/kategori/kota/": page(kind="website", body=TEASERS, head=API + FEED + number),
        POSTS: as_json([post(1, author=0)]),
    }
    with NewsServer(routes) as server:
        assert [one.title for one in articles(f"{server.address}/kategori/daerah/")] == ["Berita 3"]
        assert [one.title for one in articles(f"{server.address}/kategori/kota/")] == ["Berita “1”"]
        assert "categories=12" in server.heard[-2]


@pytest.mark.parametrize(
    ("html", "here", "sort"),
    [
        (page(), "/a", "article"),
        (page(), "/", "list"),
        (page(), "/?p=12", "article"),
        (page(kind="website", body=TEASERS), "/kategori/a", "list"),
        (page(kind="website"), "/berita/a", "article"),
        (page(kind=""), "/berita/a", "article"),
        (page(kind="", body=TEXT.replace("\n", "<br><br>")), "/berita/a", "article"),
        (page(kind="", body=TEASERS), "/berita/a", "unclear"),
        (page(kind="", body="".join(f"<h3><a href=x>Judul</a></h3><p>{text}</p>" for text in PARAGRAPHS)), "/berita/a", "unclear"),
        (page(kind="", body=TEASERS, head=linked('{"@type": "CollectionPage"}')), "/a", "list"),
        (page(kind="", body="Isi", head=linked('{"@graph": [{"@type": ["NewsArticle"]}]}')), "/a", "article"),
        (page(kind="", body=TEASERS, head=linked('{"@type":"ItemList","x":[{"@type":"NewsArticle"}]}')), "/a", "list"),
        (page(body=TEASERS).replace("<body>", '<body class="archive category">'), "/kategori/a", "list"),
        (page(kind="", body="x").replace("<body>", '<body class="post-template single">'), "/a", "article"),
        ("", "/a", "unclear"),
    ],
)  # fmt: skip
def test_what_a_page_is(html: str, here: str, sort: str) -> None:
    assert read_signposts(html, f"https://kabar.id{here}").sort == sort


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(HTML_PIECES),
            st.sampled_from(["<link rel=next href=", "<a href='?page=2'>2", "<meta property=og:type content=", "http://[", "//"]),
            st.text(max_size=9),
        ),
        max_size=30,
    ).map("".join)
)
def test_any_page_has_signposts(html: str) -> None:
    posts = read_signposts(html, "https://kabar.id/a")
    assert posts.address.startswith("https://kabar.id")
    assert isinstance(next_page(posts.tree, "https://kabar.id/a", 2) + whole_page(posts.tree, "https://kabar.id/a"), str)


def test_other_kinds_of_address() -> None:
    routes = {
        "/a.txt": Reply(TEXT, "text/plain; charset=utf-8"),
        "/a.json": as_json([{"text": TEXT, "title": "Satu", "fetched": "x", "id": "../../jahat", "source": "/etc"}, {"judul": "x"}]),
        "/a.pdf": Reply(b"%PDF", "application/pdf"),
        "/kosong": Reply("<html><body><nav>Menu</nav></body></html>"),
    }
    with NewsServer(routes) as server:
        (plain,) = articles(f"{server.address}/a.txt")
        assert (plain.text, plain.source) == (TEXT, f"{server.address}/a.txt")
        one, two = taken(f"{server.address}/a.json")
        assert isinstance(one, Article)
        assert (one.title, one.source) == ("Satu", f"{server.address}/a.json")
        assert isinstance(two, SourceError)
        assert "PDF" in trouble(f"{server.address}/a.pdf")
        assert f"{server.address}/kosong" in trouble(f"{server.address}/kosong")


def test_a_source_that_calls_itself_a_page_is_read_as_one() -> None:
    with NewsServer({"/a": page(kind="website", head=FEED)}) as server:
        assert articles(source(server, "/a", "page"))[0].text == TEXT


def test_a_link_that_is_gone_leads_to_the_front_page() -> None:
    with NewsServer({"/a": to("/"), "/": page(kind="website", head=FEED), "/feed/": feed(item(1, content=BODY))}) as server:
        assert "dialihkan ke halaman depan" in trouble(f"{server.address}/a")


# ---------------------------------------------------------------- an article on several pages


def half(number: int, more: str = "") -> str:
    rows = PARAGRAPHS[:2] if number == 1 else PARAGRAPHS[2:]
    return page(body="".join(f"<p>{text}</p>" for text in rows) + more)


@pytest.mark.parametrize(
    ("more", "second"),
    [
        ('<a rel="next" href="?page=2">»</a>', "/a?page=2"),
        ('<a href="/a/2/">Halaman selanjutnya</a>', "/a/2/"),
        ('<div><a href="/a">1</a> <a href="/a?page=2">2</a></div>', "/a?page=2"),
        ('<a href="/a?halaman=2&utm_source=x">Selanjutnya »</a>', "/a?halaman=2&utm_source=x"),
        ('<link rel="next" href="/a/page/2">', "/a/page/2"),
    ],
)
def test_the_next_page_belongs_to_the_article(more: str, second: str) -> None:
    with NewsServer({"/a": half(1, more), second: half(2)}) as server:
        (article,) = articles(f"{server.address}/a")
    assert article.text == TEXT
    assert article.source == f"{server.address}/a"


@pytest.mark.parametrize(
    "more",
    [
        '<a rel="next" href="/berita-lain">Berita selanjutnya</a>',
        '<a href="/a?page=2">Komentar lama</a>',
        '<a href="/a?page=3">3</a>',
        '<a rel="next" href="https://lain.id/a?page=2">2</a>',
        '<a rel="next" href="/a/comment-page-2/">2</a>',
        '<a rel="next" href="/kategori/2">2</a>',
    ],
)
def test_other_pages_do_not(more: str) -> None:
    with NewsServer({"/a": half(1, more)}) as server:
        (article,) = articles(f"{server.address}/a")
        assert server.heard == ["/a"]
    assert article.text == "\n".join(PARAGRAPHS[:2])


def test_the_whole_article_on_one_page_is_preferred() -> None:
    more = '<a href="/a?page=2">2</a><a href="/a?page=all">Tampilkan semua</a>'
    with NewsServer({"/a": half(1, more), "/a?page=all": page()}) as server:
        (article,) = articles(f"{server.address}/a")
        assert server.heard == ["/a", "/a?page=all"]
    assert (article.text, article.source) == (TEXT, f"{server.address}/a")


def test_pages_end_after_six_and_repeat_nothing() -> None:
    routes = {
        f"/a?page={n}": page(
            body=f"<p>Ini alinea khusus halaman ke-{n}, yang tidak ada di halaman lain mana pun.</p>{BODY}"
            f"<a href='?page={n + 1}'>{n + 1}</a>"
        )
        for n in range(2, 12)
    }
    with NewsServer({"/a": page(body=BODY + "<a href='?page=2'>2</a>"), **routes}) as server:
        (article,) = articles(f"{server.address}/a")
    assert len(server.heard) == 6
    assert article.text.count(PARAGRAPHS[0]) == 1
    assert article.text.count("alinea khusus") == 5


def test_a_page_that_fails_is_told_beside_the_article() -> None:
    with NewsServer({"/a": half(1, '<a rel="next" href="?page=2">2</a>'), "/a?page=2": Reply("", status=404)}) as server:
        article, said = taken(f"{server.address}/a")
    assert isinstance(article, Article)
    assert article.text == "\n".join(PARAGRAPHS[:2])
    assert "hanya terambil 1 halaman" in str(said)


def test_next_page_of_an_article_with_a_number_for_a_name() -> None:
    tree = page_tree('<a href="/?p=124">2</a><a href="/?p=123&page=2">2</a>')
    assert next_page(tree, "https://kabar.id/?p=123", 2) == "https://kabar.id/?p=123&page=2"


# ---------------------------------------------------------------- many sources


def test_sources_come_in_order_and_none_stops_another(tmp_path: Path) -> None:
    (tmp_path / "berkas.txt").write_text(TEXT, "utf-8")
    routes = {"/feed": feed(item(1, content=BODY), item(2, content=OTHER)), "/a": page(body=LONG), "/rusak": Reply("", status=500)}

    def slow(handler: object) -> None:
        server.released.wait(0.1)
        server._send(handler, Reply(page(title="Lambat", body=OTHER)))  # type: ignore[arg-type]

    with NewsServer(routes) as server:
        server.routes["/lambat"] = slow
        paths = ["/lambat", "/rusak", "/feed", "/hilang", "/a"]
        found = taken(*[f"{server.address}{path}" for path in paths], str(tmp_path / "berkas.txt"), str(tmp_path / "tidak-ada.txt"))
        assert server.most_at_once <= 2
    assert [one.title if isinstance(one, Article) else "!" for one in found] == [
        "Lambat",
        "!",
        "Berita 1",
        "Berita 2",
        "!",
        "Irigasi Klepu Pulih",
        "",
        "!",
    ]


def test_a_named_source_is_named_in_its_error() -> None:
    with NewsServer({}) as server:
        assert trouble(Source("kabar", f"{server.address}/x")).startswith(f"kabar: {server.address}/x: ")
        assert trouble(Source("kabar", "berkas.txt", "feed")).startswith("kabar: berkas.txt: hanya alamat http")


def test_without_leave_this_machine_is_no_source() -> None:
    with NewsServer({"/a": page()}) as server:
        (said,) = taken(f"{server.address}/a", net=Net())
        assert "jaringan dalam" in str(said)
        assert not server.heard


def test_an_article_that_fetch_brought_already_is_the_same_one(tmp_path: Path) -> None:
    with NewsServer({"/a": page()}) as server:
        (one,) = articles(f"{server.address}/a")
        kept = {"fetched": "2026-11-23T09:00:00+07:00", "id": one.id, "source": one.source, "text": one.text, "title": one.title}
        (tmp_path / "a.json").write_text(json.dumps(kept), "utf-8")
        found = articles(str(tmp_path / "a.json"), f"{server.address}/a")
    assert [(each.id, each.source) for each in found] == [(one.id, one.source)]


def test_whoever_stops_listening_ends_the_fetching() -> None:
    with NewsServer({"/a": page()}) as server:
        server.routes["/b"] = server.hang
        stream = intake([f"{server.address}/a", f"{server.address}/b"], LOCAL, TODAY)
        assert isinstance(next(stream), Article)
        stream.close()  # type: ignore[attr-defined]


def test_local_files_load_no_network_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code = "import sys; from broadcast.intake import intake; list(intake(sys.argv[1:])); print({'requests', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
