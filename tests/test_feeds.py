"""Feeds and the pieces of HTML in them, from a news site on this machine to Articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from news_server import (
    BODY,
    HTML_PIECES,
    LONG,
    OTHER,
    PARAGRAPHS,
    TEXT,
    TODAY,
    NewsServer,
    Reply,
    articles,
    feed,
    item,
    page,
    rss,
    source,
    taken,
    to,
    trouble,
)

from broadcast.errors import SourceError
from broadcast.intake import NothingNewError, article_id
from broadcast.intake.answer import Answer
from broadcast.intake.feeds import is_feed, read_feed
from broadcast.intake.fragment import plain_line, read_fragment
from broadcast.intake.net import Client
from broadcast.intake.stamps import stamp_date
from broadcast.model import Article, Net, Source

pytestmark = pytest.mark.usefixtures("plain_net")


# ---------------------------------------------------------------- a piece of HTML


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        ("<p>Satu.</p>\n<p>Dua\nlagi.</p>", ["Satu.", "Dua lagi."]),
        ("Satu.<br>Dua.<br/><br />Tiga.", ["Satu.", "Dua.", "Tiga."]),
        ("Warga Desa<br>mulai menanam padi.", ["Warga Desa mulai menanam padi."]),
        ("Sudah selesai.<br>kata dia.", ["Sudah selesai.", "kata dia."]),
        ("<div>Satu.<div>Dua.</div>Tiga.</div>", ["Satu.", "Dua.", "Tiga."]),
        ("<ul><li>Beras</li><li>Gula</li></ul><ol><li>Minyak</li></ol>", ["Beras", "Gula", "Minyak"]),
        ("<h2>Harga</h2><blockquote><p>“Aman.”</p></blockquote>", ["Harga", "“Aman.”"]),
        ("<p>Satu <b>tebal</b><i>miring</i> <a href='x'>tautan</a>.</p>", ["Satu tebalmiring tautan."]),
        ("<p>Satu.</p><p><a href='x'>Baca juga: Dua</a></p><p>Tiga.</p>", ["Satu.", "Baca juga: Dua", "Tiga."]),
        ("<figure><img><figcaption>Foto: X</figcaption></figure>Satu.", ["Satu."]),
        ("Satu.<script>var a='<p>x</p>'</script><style>p{}</style><!-- rahasia --> Dua.", ["Satu. Dua."]),
        ("<p>Satu.</p><iframe>x</iframe><noscript>y</noscript><aside>z</aside><form>Kirim</form><p>Dua.</p>", ["Satu.", "Dua."]),
        ('<div class="wp-caption aligncenter"><img><p class="wp-caption-text">Foto</p></div><p>Satu.</p>', ["Satu."]),
        ('<p>Satu.</p><div class="sharedaddy sd-sharing"><h3>Bagikan</h3></div>', ["Satu."]),
        ("<table><tr><td>Pati</td><td>30</td></tr><tr><th>Kudus</th></tr></table>", ["Pati, 30", "Kudus"]),
        ("<p>A&nbsp;&amp;&nbsp;B &lt; C</p><p>&nbsp;</p>", ["A & B < C"]),
        ("&lt;p&gt;Satu.&lt;/p&gt;&lt;p&gt;Dua &amp;amp; tiga.&lt;/p&gt;", ["Satu.", "Dua & tiga."]),
        ("Suhu < 20 derajat & angin > 5", ["Suhu < 20 derajat & angin > 5"]),
        ('[vc_row][vc_column width="1/2"]Isi [red] (dok)[/vc_column][/vc_row]', ["Isi [red] (dok)"]),
        ("<p>Satu.</p><figure><img>" + BODY + LONG, ["Satu.", *PARAGRAPHS, *(text for text in read_fragment(LONG).split("\n"))]),
        ("<p>Satu.<p>Dua.", ["Satu.", "Dua."]),
        ("</div></p>Satu.</span>", ["Satu."]),
        ("<pre>Satu\nDua</pre>", ["Satu", "Dua"]),
        ("", []),
        ("<p></p>", []),
    ],
)
def test_fragment_to_lines(fragment: str, lines: list[str]) -> None:
    assert read_fragment(fragment).split("\n") == (lines or [""])


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HTML_PIECES), st.text(max_size=12)), max_size=40).map("".join))
def test_any_fragment_gives_clean_lines(fragment: str) -> None:
    text = read_fragment(fragment)
    assert text == "\n".join(" ".join(line.split(" ")) for line in text.split("\n")).strip()
    assert "\n\n" not in text
    assert "\n" not in plain_line(fragment)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["air", "desa", "padi", "warga", "panen", "hujan"]), min_size=1).map(
            lambda words: f"{' '.join(words).capitalize()}."
        ),
        min_size=1,
        max_size=9,
    )
)
def test_no_paragraph_is_lost(paragraphs: list[str]) -> None:
    for form in ("<p>{}</p>", "<div>{}</div>", "<li>{}</li>", "{}<br><br>", "<p>{}", "&lt;p&gt;{}&lt;/p&gt;"):
        assert read_fragment("".join(form.format(text) for text in paragraphs)).split("\n") == paragraphs


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<", "<br>", "&amp;", "[", "<td>", "<p>a", "[a_b ", "&lt;p&gt;", "<a ", "<figure>", "a<br>b"]
)
def test_a_hostile_fragment_is_read_and_its_end_kept(piece: str) -> None:
    text = read_fragment(f"<p>Awal.</p>{piece * 20_000}")
    assert text.startswith("Awal.")


def test_text_behind_any_depth_is_kept() -> None:
    assert read_fragment("<p>Awal.</p>" + "<div>" * 9000 + "Dalam." + "</div>" * 9000 + "<p>Akhir.</p>").split("\n") == [
        "Awal.",
        "Dalam.",
        "Akhir.",
    ]


# ---------------------------------------------------------------- stamps


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Mon, 23 Nov 2026 23:50:00 +0700", 23),
        ("Mon, 23 Nov 2026 00:10:00 +0900", 23),
        ("2026-11-23T23:50:00+08:00", 23),
        ("2026-11-23", 23),
        ("23 Nov 2026", 23),
        ("Senin, 23 Nopember 2026 23:50 WIB", 23),
        ("Mon, 23 Nov 2026 16:59:00 +0000", 23),
        ("Sun, 22 Nov 2026 17:00:00 GMT", 23),
        ("2026-11-22T18:30:00Z", 23),
        ("2026-11-22T18:30:00.123+00:00", 23),
        ("Tue, 24 Nov 2026 20:00:00 GMT", 24),
        ("kemarin", None),
        ("", None),
        ("Mon, 31 Feb 2026 10:00:00 +0700", None),
        ("Mon, 99 Xyz 2026 10:00:00 +0700", None),
    ],
)
def test_stamps_give_the_date_on_the_spot(stamp: str, day: int | None) -> None:
    assert stamp_date(stamp, TODAY) == (date(2026, 11, day) if day else None)


@settings(deadline=None)
@given(st.text(max_size=60))
@example("9999-12-31T23:00:00Z")
def test_any_stamp_is_a_date_or_none(stamp: str) -> None:
    assert stamp_date(stamp, date.max) is None or stamp_date(stamp, date.max)


# ---------------------------------------------------------------- feeds


def test_a_full_feed_needs_no_page() -> None:
    more = "<dc:creator><![CDATA[Rini Astuti]]></dc:creator>"
    with NewsServer({"/feed": feed(item(1, content=BODY, summary="Ringkas.", more=more), title="Kabar &amp;amp; Warta")}) as server:
        (article,) = articles(f"{server.address}/feed")
        assert server.heard == ["/feed"]
    assert (article.title, article.text, article.byline, article.outlet) == ("Berita 1", TEXT, "Rini Astuti", "Kabar & Warta")
    assert (article.date, article.source) == (date(2026, 11, 23), f"{server.address}/berita-1")
    assert article.id == article_id(f"{server.address}/berita-1")


def test_a_summary_sends_to_the_page() -> None:
    routes = {"/feed": feed(item(1, summary="Petani mulai menanam. […]")), "/berita-1": page(title="Judul Halaman")}
    with NewsServer(routes) as server:
        (article,) = articles(f"{server.address}/feed")
    assert article.text.split("\n") == list(PARAGRAPHS)
    assert (article.title, article.date, article.id) == ("Berita 1", date(2026, 11, 23), article_id(f"{server.address}/berita-1"))


@pytest.mark.parametrize(
    ("content", "summary"),
    [
        ("", "Petani mulai menanam."),
        ("", LONG + "<p>Warga lain […]</p>"),
        ("", LONG + '<p>Selanjutnya ... <a href="x">Baca Selengkapnya »</a></p>'),
        (BODY + "<p>Dan seterusnya&#8230;</p>", ""),
        ("<p>Petani mulai</p>", ""),
        ("", LONG + "<p>Dan masih ada yang lain</p>"),
    ],
)
def test_a_teaser_is_never_an_article(content: str, summary: str) -> None:
    with NewsServer({"/feed": feed(item(1, content=content, summary=summary))}) as server:
        said = trouble(f"{server.address}/feed")
    assert said.startswith(f"{server.address}/berita-1: ")
    assert "404" in said
    assert "ringkasan" in said


@pytest.mark.parametrize(
    ("content", "summary", "words"),
    [("", LONG, "dusun ke-11"), ("<p>" + " ".join(["Air"] * 24) + " surut.</p>", "", "surut."), (BODY, "", "Klepu")],
)
def test_a_whole_text_airs_though_its_page_is_gone(content: str, summary: str, words: str) -> None:
    with NewsServer({"/feed": feed(item(1, content=content, summary=summary))}) as server:
        (article,) = articles(f"{server.address}/feed")
    assert words in article.text


def test_the_signature_of_a_feed_is_no_part_of_the_article() -> None:
    signed = BODY + '<p>The post <a href="x">Berita 1</a> appeared first on <a href="y">Kabar Klepu</a>.</p>'
    with NewsServer({"/feed": feed(item(1, content=signed))}) as server:
        (article,) = articles(f"{server.address}/feed")
    assert article.text == TEXT


def test_an_article_whose_page_leads_to_the_front_is_gone() -> None:
    with NewsServer({"/feed": feed(item(1, summary="Pendek.")), "/berita-1": to("/"), "/": page(kind="website")}) as server:
        assert "halaman depan" in trouble(f"{server.address}/feed")


def test_one_bad_page_stops_no_other_article() -> None:
    routes = {
        "/feed": feed(*(item(number, summary="Pendek.") for number in range(5))),
        **{f"/berita-{n}": page(title=f"B{n}") for n in (0, 2, 4)},
    }
    with NewsServer(routes) as server:
        found = taken(f"{server.address}/feed")
    assert [isinstance(one, Article) for one in found] == [True, False, True, False, True]
    assert server.most_at_once <= 2


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="{here}/arsip/"><title type="text">Warta Atom</title>
<entry><title type="html">Air &amp;lt;b&gt;Surut&amp;lt;/b&gt;</title><link rel="edit" href="/x"/>
<link rel="alternate" href="../berita-9"/><id>tag:1</id>
<updated>2026-11-24T01:00:00+07:00</updated><published>2026-11-23T23:30:00+08:00</published><author><name>Rini</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>"""
RSS1 = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="x"><title>Warta RDF</title></channel>
<item rdf:about="{here}/berita-9"><title>Air Surut</title><link>{here}/berita-9</link><dc:date>2026-11-23T23:30:00+08:00</dc:date>
<dc:creator>Rini</dc:creator><content:encoded><![CDATA[{body}]]></content:encoded></item></rdf:RDF>"""
RSS091 = """<rss version="0.91"><channel><title>Warta Lama</title><item><title>Air Surut</title><link>{here}/berita-9</link>
<author>Rini</author><pubDate>23 Nov 2026 23:30 +0800</pubDate><description>{escaped}</description></item></channel></rss>"""


@pytest.mark.parametrize(("form", "outlet"), [(ATOM, "Warta Atom"), (RSS1, "Warta RDF"), (RSS091, "Warta Lama")])
def test_every_kind_of_feed(form: str, outlet: str) -> None:
    text = form.replace("{body}", LONG).replace("{escaped}", LONG.replace("<", "&lt;"))
    with NewsServer({"/feed": Reply(text, "text/xml")}) as server:
        (article,) = articles(f"{server.address}/feed")
    assert (article.outlet, article.title, article.byline, article.date) == (outlet, "Air Surut", "Rini", date(2026, 11, 23))
    assert article.text == read_fragment(LONG)
    assert article.source == f"{server.address}/berita-9"


def test_a_feed_in_windows_1252_and_one_with_a_stray_byte() -> None:
    body = "<p>“Petani menanam,” kata José. </p>" + BODY
    old = rss(item(1, content=body), encoding="windows-1252").encode("cp1252")
    stray = rss(item(2, content=body)).encode().replace(b"Petani di Desa", b"Petani \x96 di\x0b Desa")
    with NewsServer({"/lama": Reply(old, "application/xml"), "/campur": Reply(stray, "application/xml; charset=utf-8")}) as server:
        one, two = articles(f"{server.address}/lama", f"{server.address}/campur")
    assert one.text.startswith("“Petani menanam,” kata José.")
    assert two.text.startswith("“Petani menanam,” kata José.")
    assert "Petani – di Desa" in two.text


def test_a_broken_feed_gives_what_can_be_read() -> None:
    broken = rss(item(1, content=BODY), item(2, content=OTHER)).replace("</item></channel></rss>", "<b & < </it")
    with NewsServer({"/feed": Reply(broken, "text/xml")}) as server:
        found = articles(f"{server.address}/feed")
    assert [one.title for one in found] == ["Berita 1", "Berita 2"]


def test_double_escaped_content_and_entities() -> None:
    twice = BODY.replace("<", "&amp;lt;").replace(">", "&amp;gt;")
    text = (
        rss(item(1))
        .replace("<guid>", f"<description>{twice}</description><guid>")
        .replace("Berita 1", "Beras &amp;amp; Gula &amp;#8220;Naik&amp;#8221;")
    )
    with NewsServer({"/feed": Reply(text, "text/xml"), "/berita-1": Reply("", status=500)}) as server:
        (found,) = taken(f"{server.address}/feed")
    assert isinstance(found, SourceError) or found.text == TEXT
    with NewsServer({"/feed": Reply(text.replace("description>", "content:encoded>"), "text/xml")}) as server:
        (article,) = articles(f"{server.address}/feed")
    assert (article.title, article.text) == ("Beras & Gula “Naik”", TEXT)


def test_a_thousand_entries_give_the_newest() -> None:
    days = [f"{1 + number % 23:02} Nov 2026 {number // 23 % 24:02}:00:00 +0700" for number in range(1000)]
    with NewsServer({"/feed": feed(*(item(number, content=BODY, date=day) for number, day in enumerate(days)))}) as server:
        found = articles(source(server, "/feed", most=7))
    assert [one.date for one in found] == [date(2026, 11, 23)] * 7


def test_duplicates_come_once() -> None:
    again = item(1, content=OTHER).replace("/berita-1<", "/berita-1/?utm_source=rss<")
    same_guid = item(2, content=OTHER).replace("g2", "g1")
    with NewsServer({"/feed": feed(item(1, content=BODY), again, same_guid), "/lain": feed(item(2, content=BODY))}) as server:
        found = articles(f"{server.address}/feed", f"{server.address}/lain", f"{server.address}/feed")
    assert [one.title for one in found] == ["Berita 1", "Berita 2"]
    assert len({one.id for one in found}) == 2


def test_links_of_entries() -> None:
    counter = item(
        1,
        content=BODY,
        more="<feedburner:origLink xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>{here}/asli</feedburner:origLink>",
    )
    front = item(2, content=OTHER).replace("/berita-2", "/").replace("<guid>g2", "<guid>{here}/guid-2")
    none = item(3, content=LONG).replace("<link>/berita-3</link>", "")
    with NewsServer({"/feed": feed(counter, front, none)}) as server:
        found = articles(f"{server.address}/feed")
    assert [one.source for one in found] == [f"{server.address}/asli", f"{server.address}/guid-2", ""]


def test_a_summary_without_a_link_is_told() -> None:
    with NewsServer({"/feed": feed(item(1, summary="Pendek.").replace("<link>/berita-1</link>", ""))}) as server:
        assert trouble(f"{server.address}/feed").startswith("Berita 1: feed hanya memberi ringkasan")


def test_empty_feeds_and_what_is_no_feed() -> None:
    routes = {"/kosong": feed(), "/html": page(), "/sampah": Reply("bukan apa-apa", "text/xml")}
    with NewsServer(routes) as server:
        assert "tidak berisi berita" in trouble(source(server, "/kosong", "feed"))
        assert "tidak berisi berita" in trouble(f"{server.address}/kosong")
        assert "bukan feed" in trouble(source(server, "/html", "feed"))
        assert "bukan feed" in trouble(source(server, "/sampah", "feed"))


def test_old_articles_are_left_out_and_undated_ones_stay() -> None:
    rows = [item(1, content=BODY), item(2, content=BODY, date="Fri, 20 Nov 2026 09:00:00 +0700"), item(3, content=BODY, date="")]
    with NewsServer({"/feed": feed(*rows), "/tua": feed(rows[1])}) as server:
        assert [one.title for one in articles(source(server, "/feed", since_days=2))] == ["Berita 1", "Berita 3"]
        assert len(articles(source(server, "/feed"))) == 3
        (said,) = taken(source(server, "/tua", since_days=2))
    assert isinstance(said, NothingNewError)
    assert "2 hari terakhir; yang terbaru bertanggal 20-11-2026" in str(said)


def test_known_articles_are_not_fetched_again() -> None:
    routes = {"/feed": feed(item(1, summary="Pendek."), item(2, summary="Pendek.")), "/berita-1": page(), "/berita-2": page(body=OTHER)}
    with NewsServer(routes) as server:
        known = {article_id(f"{server.address}/berita-1")}
        assert [one.title for one in articles(f"{server.address}/feed", known=known)] == ["Berita 2"]
        assert "/berita-1" not in server.heard
        assert articles(f"{server.address}/berita-1", known=known) == []
        assert "/berita-1" not in server.heard


def test_the_feed_reader_never_goes_anywhere_itself(tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_text("<rss><channel><item><title>rahasia</title></item></channel></rss>", "utf-8")
    nasty = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/rahasia">]>' + rss(item(1, content=BODY)).partition("?>")[2].replace(
        "Berita 1", "&x;"
    )
    with NewsServer(
        {
            "/berkas": Reply(str(tmp_path / "rahasia"), "text/xml"),
            "/alamat": Reply("{here}/lain", "text/xml"),
            "/xxe": Reply(nasty, "text/xml"),
        }
    ) as server:
        for path in ("/berkas", "/alamat"):
            assert "rahasia" not in trouble(source(server, path, "feed")).replace(str(tmp_path), "")
        assert not any("rahasia" in getattr(one, "title", "") for one in taken(source(server, "/xxe", "feed")))
    assert "/lain" not in server.heard


def test_billion_laughs_are_not_laughed() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]>' + rss(item(1, content=BODY)).partition("?>")[2].replace("Berita 1", "&l9;")
    with NewsServer({"/feed": Reply(bomb, "text/xml")}) as server:
        taken(source(server, "/feed", "feed"))


PIECES = st.sampled_from(
    [
        "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>http://127.0.0.1:1/a</link>", "<link/>",
        "<description>", "</description>", "<![CDATA[", "]]>", "<pubDate>", "</pubDate>", "<content:encoded>", "&lt;p&gt;", "&amp;",
        "&x;", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<guid>", "<!DOCTYPE", "<?xml version='1.0'?>",
        "<!--", "\0", "\x96", "Mon, 23 Nov 2026 09:00:00 +0700", "0000-99-99T99:99:99Z", ".", "<author>", "<content type='xhtml'>",
        " kata" * 50,
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=9)), max_size=25).map("".join), st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_any_feed_gives_articles_or_a_source_error(text: str, encoding: str) -> None:
    def nowhere(_host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    answer = Answer("http://kabar.test/feed", "text/xml", "", {}, text.encode(encoding, errors="replace"))
    try:
        found = read_feed(answer, Source("", answer.url, "feed"), Client(Net(), nowhere, lambda _s: None), TODAY, frozenset())
    except SourceError as error:
        found = [error]
    assert all(isinstance(one, SourceError) or one.text.strip() for one in found)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("<rss version='2.0'>", True), (" \n<?xml version='1.0'?>\n<!-- <html> -->\n<feed>", True), ("<rdf:RDF xmlns='x'>", True),
        ("<?xml?>" * 400, False),
        ("<html><rss></html>", False), ("<feeder>", False), ("", False), ("<!--" * 2000, False), ("<!-- a -->" * 700, False),
    ],
)  # fmt: skip
def test_what_is_a_feed(text: str, yes: bool) -> None:
    assert is_feed(text) is yes
