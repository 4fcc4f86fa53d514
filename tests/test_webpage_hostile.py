"""Pages that were made, or have gone, wrong: the article or a sentence comes out, soon, and never a traceback."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_maker import BODY, FIRST, NEWS, SECOND, lines_of, linked, page_of, tree_of

from broadcast.errors import SourceError
from broadcast.intake.blocks import MOST_ELEMENTS, read_outline, strip_dead
from broadcast.intake.webpage import read_page

SIZE = 300_000
"""Characters; a quadratic step over one of these takes minutes, a linear one milliseconds. 5 MB is tried in benchmarks."""


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<b>",
        "<",
        "<p>",
        "<p><font>",
        "<li><a href=x>b</a>",
        "<table><tr><td>",
        "<!--",
        "<![CDATA[",
        "&amp;",
        "&#x41;",
        "\0",
        '"',
        "-",
        "[(",
        " ",
        "\n",
        "<br>",
        "<span>a</span>",
        "<time>2 Mei 2026</time>",
        "<h1>Kendi</h1>",
        '<p a="',
        "<script>a</script>",
        "<article>",
        "<select><option>a",
        "<a href=x>Kendi laris di pasar</a>",
        '<script type="application/ld+json">[[[[',
        "<div class='a b-c d_e'>x</div>",
        f"<p>{SECOND}</p>",
        "a",
        "a ",
        "</p>",
        "<figure><figcaption>a</figcaption></figure>",
        "<ul><li>a</li></ul>",
        "�",
        "<svg><style><!--</style>",
    ],
)
def test_hostile_tail_does_not_cost_the_article(piece: str) -> None:
    found = read_page(f"{page_of(f'<article>{BODY}</article>')}{piece * (SIZE // len(piece))}", "a.html", "a")
    assert [line for line in found.text.split("\n")[:4] if line not in NEWS] == []


def test_scripts_in_a_page_that_is_too_deep_are_not_read() -> None:
    code = "<script>var berita = 'Ini bukan berita, hanya kode program yang panjang sekali.';</script>" * 3
    assert lines_of(f"{'<div>' * 5_000}{code}<article>{BODY}</article><script>") == NEWS


def test_a_line_that_is_broken_a_thousand_times_is_one_line() -> None:
    words = "<br>".join(["air di desa mulai surut"] * 2_000)
    assert lines_of(f"<div>Warga melihat <br>{words}.<br><br>{BODY}</div>")[1:] == NEWS


@pytest.mark.parametrize("piece", ["<div>", "<span>", "<font>", "<div><span>"])
def test_article_below_endless_nesting_is_found(piece: str) -> None:
    assert lines_of(f"{piece * 5_000}<article>{BODY}</article>") == NEWS


@pytest.mark.parametrize(
    "head",
    [
        f'<script type="application/ld+json">{"[" * 100_000}</script>',
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{"a " * 100_000}"}}</script>',
        '<script type="application/ld+json">{"a":1}</script>' * 5_000,
        '<meta name="author" content="x">' * 5_000,
        f"<title>{'a - ' * 50_000}</title>",
        linked(articleBody="<p>Kendi laris. " * 10_000),
        linked(author=[{"name": "a" * 9_000}] * 500),
        f'<link rel="canonical" href="https://[{"a" * 9_000}">',
    ],
)
def test_hostile_head_does_not_cost_the_article(head: str) -> None:
    assert FIRST in lines_of(f"<article>{BODY}</article>", head)


def test_endless_attributes_are_dropped() -> None:
    tree = tree_of(page_of(f'<div class="{"a " * 5_000}"><p>{FIRST}</p></div>'))
    strip_dead(tree)
    assert all(len(value) <= 3_000 for node in tree.iter() for value in node.attrib.values())


def test_page_with_too_many_elements_is_read_as_far_as_it_goes() -> None:
    outline = read_outline(tree_of(page_of(BODY + "<i></i>" * (MOST_ELEMENTS + 5))))
    assert not outline.whole
    assert [block.text for block in outline.blocks] == NEWS


FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=related>",
        "</div>",
        "<table><tr><td>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<h1>",
        "<article>",
        "<li>",
        "<ul>",
        "<img alt='Kendi laris di pasar desa'>",
        "<script type='application/ld+json'>",
        "</script>",
        '{"@type":"NewsArticle","headline":"x","author":[',
        "<!--",
        "&nbsp;",
        FIRST,
        SECOND,
        "Baca juga:",
        "12/11/2026",
        "\x0b",
        "\ud800",
        "<title>",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=20)), max_size=40))
def test_any_page_is_an_article_or_a_sentence(pieces: list[str]) -> None:
    try:
        article = read_page("".join(pieces), "a.html", "a")
    except SourceError as error:
        assert str(error).startswith("a.html: ")  # noqa: PT017  # either way out is right
    else:
        assert article.id == "a"
        assert article.text.strip()
        assert all(line.strip() for line in article.text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_a_sentence(raw: bytes) -> None:
    try:
        read_page(raw.decode("latin-1"), "a.html", "a")
    except SourceError as error:
        assert str(error).startswith("a.html: ")  # noqa: PT017  # either way out is right


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NEWS), min_size=3, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_wrappers_do_not_change_what_is_read(news: list[str], chance: random.Random) -> None:
    wrapped = "".join(f"<p>{text}</p>" for text in news)
    for _level in range(chance.randint(0, 8)):
        wrapped = f"<{(tag := chance.choice(['div', 'section', 'main', 'center']))} class='c{chance.randint(0, 99)}'>{wrapped}</{tag}>"
    assert lines_of(wrapped) == news
