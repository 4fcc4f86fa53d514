"""Teasers: cases as text in tests/teaser/*.md (title . headline and article . teaser .), then properties."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_write import AIR, PROSE, lexicon, read_time, story

from broadcast import naskah
from broadcast.guard import guard
from broadcast.model import FlagCode, House, Item, Kind, Line, Story
from broadcast.write import write_item
from broadcast.write.words import count_words

HERE = Path(__file__).parent


def titled(title: str, text: str) -> Item:
    return write_item(story(text, title=title), House("Radio Uji"), lexicon(), AIR, read_time)


def cases() -> list[object]:
    found = []
    for path in sorted((HERE / "teaser").glob("*.md")):
        for block in re.split(r"\n\.\n\n+", path.read_text(encoding="utf-8").strip().removesuffix("\n.")):
            name, given_text, expected = block.strip().split("\n.\n")
            title, _, body = given_text.partition("\n")
            found.append(pytest.param(title, body, expected, id=name))
    return found


@pytest.mark.parametrize(("title", "body", "expected"), cases())
def test_case(title: str, body: str, expected: str) -> None:
    assert titled(title, body).teaser == expected


def test_a_story_of_a_child_tells_no_child() -> None:
    made = titled(
        "Paman di Wonoasri Aniaya Bocah 8 Tahun",
        "Polisi menangkap seorang pria di Wonoasri pada Senin pagi. Pria itu diduga menganiaya keponakannya, Bagas (8). Korban dirawat.",
    )
    assert FlagCode.CHILD_IDENTITY in {flag.code for flag in made.flags}
    assert "Bagas" not in made.teaser
    assert "8" not in made.teaser


def test_a_sexual_crime_is_told_from_the_screened_lines() -> None:
    made = titled(
        "Guru Ngaji di Dusun Krajan Cabuli Murid",
        "Polres Wonoasri menangkap seorang pria yang diduga mencabuli anak di bawah umur. Korban berusia 12 tahun didampingi psikolog.",
    )
    assert "Krajan" not in made.teaser
    assert "guru" not in made.teaser.casefold()


HEADWORDS = "Warga Polisi Tahan Dua Orang di Desa Sukun Tewas dan , : Harga Beras Naik 15 Persen ? Ini"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(tuple(HEADWORDS.split())), max_size=14), PROSE)
def test_any_title_gives_a_short_teaser(words: list[str], text: str) -> None:
    teaser = titled(" ".join(words), text).teaser
    assert count_words(teaser) <= 10
    assert not re.search(r"\b(?:di|ke|dari|dan|atau|yang|untuk|dengan|akan|sejumlah)$", teaser)


def test_the_guard_reads_the_teaser() -> None:
    told = Story("uji", "uji.txt", ("Banjir menewaskan 3 orang di Sidorejo.",))
    item = Item(Kind.NEWS, (Line("Banjir menewaskan tiga orang di Sidorejo"),), id="uji", teaser="Banjir menewaskan empat orang")
    notes = [flag.note for flag in guard(item, told, lexicon(), AIR)]
    assert notes == ["teras: angka “empat orang” tidak ada di sumber; sumber: “3 orang di Sidorejo”"]
    assert not guard(Item(Kind.NEWS, item.lines, id="uji", teaser="Banjir menewaskan tiga orang"), told, lexicon(), AIR)


def test_a_teaser_is_not_the_lead_again() -> None:
    made = titled("Apa Kabar Sidorejo?", "Pemerintah Desa Sidorejo membagikan bibit bakau kepada nelayan. Nelayan menanamnya di pantai.")
    assert made.teaser.casefold() != naskah.plain(made.lines[0].text).casefold()
