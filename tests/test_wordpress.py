"""WordPress sites, open and closed, to Articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from news_server import (
    BODY,
    POSTS,
    TEXT,
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
    trouble,
)

from broadcast.errors import SourceError
from broadcast.intake import NothingNewError, article_id
from broadcast.intake.answer import Answer
from broadcast.intake.wordpress import parse_json
from broadcast.model import Article

pytestmark = pytest.mark.usefixtures("plain_net")


# ---------------------------------------------------------------- WordPress


def test_a_wordpress_site_gives_its_posts() -> None:
    routes = {
        POSTS: as_json([post(1), post(2, author=8), post(3)]),
        "/wp-json/wp/v2/users/7": as_json({"name": "Rini &amp; Tono"}),
        "/wp-json/": as_json({"name": "Kabar &amp; Warta"}),
    }
    with NewsServer(routes) as server:
        found = articles(source(server, "", "wordpress"))
    first = found[0]
    assert (first.title, first.text, first.byline, first.date) == ("Berita “1”", TEXT, "Rini & Tono", date(2026, 11, 22))
    assert (first.source, first.id) == (f"{server.address}/berita-1/", article_id(f"{server.address}/berita-1"))
    assert [one.byline for one in found] == ["Rini & Tono", "", "Rini & Tono"]
    assert {one.outlet for one in found} == {"Kabar & Warta"}
    assert server.heard.count("/wp-json/?_fields=name") == 1
    assert server.heard.count("/wp-json/wp/v2/users/7?_fields=name") == 1


def test_posts_come_page_by_page_until_there_are_enough() -> None:
    def address(number: int, size: int = 20) -> str:
        return f"{POSTS}?per_page={size}&_fields=id,date,date_gmt,slug,link,title,content,author&page={number}"

    batches = [[post(number, author=0) for number in range(start, start + 20)] for start in (0, 20, 40)]
    routes = {address(n + 1): as_json(batch, X_WP_TotalPages="3") for n, batch in enumerate(batches)}
    routes |= {address(1, 5): as_json(batches[0][:5])}
    with NewsServer(routes) as server:
        assert len(articles(source(server, "/", "wordpress", most=45))) == 45
        assert [path.rpartition("=")[2] for path in server.heard if "posts" in path] == ["1", "2", "3"]
        assert len(articles(source(server, "/", "wordpress", most=100))) == 60
        assert len(articles(source(server, "/", "wordpress", most=5))) == 5
        del server.routes[address(3)]
        server.routes[address(2)] = as_json(batches[1])
        server.routes[address(3)] = replace(as_json({"code": "rest_post_invalid_page_number"}), status=400)
        assert len(articles(source(server, "/", "wordpress", most=100))) == 40


def test_since_days_is_asked_of_the_site() -> None:
    with NewsServer({POSTS: as_json([])}) as server:
        (said,) = taken(source(server, "", "wordpress", since_days=3))
        assert "after=2026-11-21T00:00:00" in server.heard[0]
        assert isinstance(said, NothingNewError)
        assert "tidak memberi satu pos pun" in trouble(source(server, "", "wordpress"))


def test_categories_by_number_slug_and_name() -> None:
    routes = {
        POSTS: as_json([post(1, author=0)]),
        "/wp-json/wp/v2/categories?slug=daerah&_fields=id,name,slug": as_json([{"id": 4, "name": "Kabar Daerah", "slug": "daerah"}]),
        "/wp-json/wp/v2/categories?search=Olah+Raga+%26+Seni&per_page=100&_fields=id,name,slug": as_json(
            [{"id": 5, "name": "x"}, {"id": 6, "name": "Olah Raga &amp; Seni"}]
        ),
        "/wp-json/wp/v2/categories?per_page=20&orderby=count&order=desc&_fields=name": as_json([{"name": "Daerah"}, {"name": "Kriminal"}]),
        "/wp-json/wp/v2/categories": as_json([]),
    }
    with NewsServer(routes) as server:
        assert len(articles(source(server, "", "wordpress", categories=("12", "Daerah", "Olah Raga & Seni")))) == 1
        assert "categories=12,4,6" in server.heard[-2]
        said = trouble(source(server, "", "wordpress", categories=("Politik",)))
        assert "kategori 'Politik' tidak ada di situs ini; yang ada: Daerah, Kriminal." in said
        found = taken(source(server, "", "wordpress", categories=("Politik", "daerah")))
    assert [isinstance(one, Article) for one in found] == [True, False]


@pytest.mark.parametrize("path", ["/", "/index.php", "/wp-json/", "/wp-json/wp/v2/posts", "/?rest_route=/"])
def test_every_address_of_a_site_leads_to_its_posts(path: str) -> None:
    with NewsServer({POSTS: as_json([post(1, author=0)]), "/?rest_route=/wp/v2/posts": "", "/": as_json([post(1, author=0)])}) as server:
        assert len(articles(source(server, path, "wordpress"))) == 1
        if "index" not in path and path != "/":
            assert len(articles(source(server, path))) == 1


def test_a_query_of_the_posts_is_kept() -> None:
    with NewsServer({POSTS: as_json([post(1, author=0)])}) as server:
        assert len(articles(f"{server.address}{POSTS}?categories=3&per_page=100&context=edit")) == 1
        assert "categories=3" in server.heard[0]
        assert "per_page=20" in server.heard[0]
        assert "edit" not in server.heard[0]


def test_a_site_in_a_folder_and_one_without_permalinks() -> None:
    with NewsServer({"/radio/wp-json/wp/v2/posts": as_json([post(1, author=0)])}) as server:
        assert len(articles(source(server, "/radio/", "wordpress"))) == 1
    with NewsServer({"/": as_json([post(1, author=0)])}) as server:
        assert len(articles(source(server, "", "wordpress"))) == 1
        assert server.heard[-2].startswith("/?rest_route=/wp/v2/posts&per_page=20")
    with NewsServer(
        {"/api/wp/v2/posts": as_json([post(1, author=0)]), "/": page(head='<link rel="https://api.w.org/" href="/api/">')}
    ) as server:
        assert [one.outlet for one in articles(server.address)] == ["127.0.0.1"]


@pytest.mark.parametrize(
    "closed",
    [
        Reply("", status=401),
        Reply("", status=403),
        Reply("", status=404),
        Reply("<html>Ditutup</html>"),
        as_json({"code": "rest_disabled"}),
    ],
)
def test_where_rest_is_closed_the_feed_is_taken(closed: Reply) -> None:
    with NewsServer({POSTS: closed, "/": closed, "/feed/": feed(item(1, content=BODY))}) as server:
        assert [one.title for one in articles(source(server, "", "wordpress"))] == ["Berita 1"]
        assert len(articles(source(server, "", "wordpress", categories=("4", "Kabar Daerah")))) == 1
        assert server.heard[-1] == "/feed/?cat=4&category_name=kabar-daerah"
        server.routes["/feed/"] = Reply("", status=404)
        said = trouble(source(server, "", "wordpress"))
    assert POSTS in said
    assert "Lewat feed juga gagal" in said


def test_a_dead_site_is_not_asked_for_its_feed() -> None:
    with NewsServer({POSTS: Reply("", status=500)}) as server:
        assert "bermasalah (500)" in trouble(source(server, "", "wordpress"))
    assert all("feed" not in path for path in server.heard)


def test_locked_and_empty_posts_are_named() -> None:
    rows = [
        post(1, content={"rendered": "", "protected": True}),
        post(2, content={"rendered": "<figure><img></figure>"}),
        post(3),
        post(4, content=None),
        post(5, title="x", link=None),
    ]
    with NewsServer({POSTS: as_json(rows)}) as server:
        found = taken(source(server, "", "wordpress"))
    assert [type(one) for one in found] == [SourceError, SourceError, Article, SourceError, Article]
    assert "dikunci dengan sandi" in str(found[0])
    assert f"{server.address}/berita-2/: pos ini tidak berisi teks" in str(found[1])


@pytest.mark.parametrize("junk", ["\ufeff", "<br />\n<b>Warning</b>: array [x] {y} in <b>/a.php</b><br />\n", "\n\n  ", "[]{}"])
def test_junk_before_json(junk: str) -> None:
    answer = Answer("http://kabar.test/", "", "", {}, (junk + '[{"id": 1}]').encode())
    assert parse_json(answer) == ([{"id": 1}] if junk != "[]{}" else [])


@settings(deadline=None)
@given(st.text(alphabet='[]{}":,a1\\ ', max_size=60))
def test_any_json_is_parsed_or_refused(text: str) -> None:
    try:
        assert isinstance(parse_json(Answer("http://kabar.test/", "", "", {}, f"x{text}".encode())), (list, dict))
    except SourceError as error:
        assert "WordPress" in str(error)  # noqa: PT017  # either way out is right


def test_known_posts_are_left_out() -> None:
    with NewsServer({POSTS: as_json([post(1), post(2)])}) as server:
        known = {article_id(f"{server.address}/berita-{number}") for number in (1, 2)}
        assert articles(source(server, "", "wordpress"), known=known) == []
