"""Clean: text fixtures in tests/clean/, the real seed, and what must hold for any text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadcast.clean import LONGEST, RULES, clean
from broadcast.model import Article, FlagCode, Lexicon, Story
from broadcast.station import open_station

FIXTURES = sorted((Path(__file__).parent / "clean").glob("*.md"))
SEED = Path(__file__).parent.parent / "seeds" / "000_4cd7ff98b2f0b08c.txt"


@cache
def lexicon() -> Lexicon:
    return open_station(None).lexicon


def cleaned(text: str, **fields: object) -> Story:
    return clean(Article("uji", "uji.txt", text, **fields), lexicon())  # type: ignore[arg-type]


# ---------------------------------------------------------------- fixtures


@dataclass(frozen=True)
class Case:
    name: str
    article: Article
    body: tuple[str, ...]
    fields: dict[str, str]


def read_cases(path: Path) -> list[Case]:
    """Read title, input and expected, each closed by a line holding a single dot; the file's own heading is the first paragraph."""
    _, _, text = path.read_text("utf-8").partition("\n\n")
    if not re.search(r"^\.$", text.split("\n\n")[0], re.MULTILINE):
        text = text.partition("\n\n")[2] if text.startswith("Each") else text
    blocks = [block.strip("\n") for block in re.split(r"^\.\n", text, flags=re.MULTILINE)]
    cases = []
    for title, given_, expected in zip(blocks[0::3], blocks[1::3], blocks[2::3], strict=False):
        given_fields, lines = split_fields(given_)
        fields, body = split_fields(expected)
        day = given_fields.get("tanggal")
        article = Article(
            "uji",
            path.name,
            "\n".join(lines),
            title=given_fields.get("judul", ""),
            byline=given_fields.get("penulis", ""),
            outlet=given_fields.get("media", ""),
            date=date.fromisoformat(day) if day else None,
        )
        cases.append(Case(f"{path.stem}: {title.strip()}", article, tuple(body), fields))
    return cases


def split_fields(block: str) -> tuple[dict[str, str], list[str]]:
    lines = block.split("\n") if block else []
    fields = dict((line[1:] + " ").split(" ", 1) for line in lines if line.startswith("@"))
    return {key: value.strip() for key, value in fields.items()}, [line for line in lines if not line.startswith("@")]


CASES = [case for path in FIXTURES for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    story = clean(case.article, lexicon())
    assert list(story.body) == list(case.body)
    told = {
        "judul": story.title,
        "tempat": story.place,
        "penulis": story.byline,
        "media": story.outlet,
        "tanggal": story.date.isoformat() if story.date else "",
    }
    for key, value in case.fields.items():
        if key != "cek":
            assert told[key] == value, key
    assert bool(story.flags) is ("cek" in case.fields)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 240
    assert len({case.name for case in CASES}) == len(CASES)


FIRST = "Pemerintah desa memperbaiki jembatan gantung yang rusak diterjang banjir bulan lalu."
SECOND = "Perbaikan itu menghabiskan dana desa sebesar Rp 40 juta dan selesai dalam dua pekan."


def read_lines(name: str, comment: str) -> list[str]:
    lines = (Path(__file__).parent / "clean" / name).read_text("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith(comment)]


@pytest.mark.parametrize("line", read_lines("plain.txt", "# "))
def test_sentence_like_furniture_stays_everywhere(line: str) -> None:
    for lines in ([line, FIRST, SECOND], [FIRST, line, SECOND], [FIRST, SECOND, line]):
        story = cleaned("\n".join(lines))
        assert list(story.body) == lines
        assert (story.title, story.place, story.byline, story.outlet, story.flags) == ("", "", "", "", ())
    assert cleaned(f"LUMAJANG – {line}\n{FIRST}").body == (line, FIRST)


@pytest.mark.parametrize("line", read_lines("junk.txt", "; "))
def test_furniture_goes_in_the_middle_and_at_the_end(line: str) -> None:
    for lines in ([FIRST, line, SECOND], [FIRST, SECOND, line]):
        assert cleaned("LUMAJANG – " + "\n".join(lines)).body == (FIRST, SECOND)


@pytest.mark.parametrize("row", read_lines("datelines.tsv", "; "))
def test_dateline_shape(row: str) -> None:
    head, place = row.split("\t")
    story = cleaned(f"{head}{FIRST}\n{SECOND}")
    assert story.body == (FIRST, SECOND)
    assert story.place == place


@pytest.mark.parametrize("row", read_lines("not_datelines.txt", "; "))
def test_what_only_looks_like_a_dateline_stays(row: str) -> None:
    line, _, outlet = row.partition("\t")
    story = cleaned(f"{line}\n{SECOND}", outlet=outlet)
    assert story.body == (line, SECOND)
    assert (story.place, story.outlet) == ("", outlet)


def test_a_full_stop_that_a_link_left_alone_comes_back() -> None:
    lines = ["PATI, KABAR.com", "- Bupati", "Haryanta", "meninjau tambak di", "Juwana", ".", "Ia membawa benih bandeng."]
    story = cleaned("\n".join(lines))
    assert story.body == ("Bupati Haryanta meninjau tambak di Juwana.", "Ia membawa benih bandeng.")
    assert (story.place, story.outlet, story.flags) == ("Pati", "KABAR.com", ())


def test_the_lead_stays_where_it_is_also_the_title() -> None:
    lead = "Pemerintah desa memperbaiki jembatan gantung yang rusak diterjang banjir bulan lalu."
    assert cleaned(f"{lead}\n{SECOND}", title=lead.rstrip(".")).body == (lead, SECOND)
    assert cleaned(f"{lead.rstrip('.')}\n{FIRST}\n{SECOND}", title=lead).body == (FIRST, SECOND)


@pytest.mark.parametrize("path", [path for path in FIXTURES if path.stem.startswith("whole")], ids=lambda path: path.stem)
def test_whole_articles_keep_every_line_and_are_clean_after_one_pass(path: Path) -> None:
    for case in read_cases(path):
        once = clean(case.article, lexicon())
        twice = clean(Article("uji", "uji.txt", "\n".join(once.body), title=once.title), lexicon())
        assert twice.body == once.body, case.name
        assert not twice.place or twice.place == once.place, case.name


# ---------------------------------------------------------------- the real seed


def test_seed_keeps_the_news_and_loses_the_page() -> None:
    story = cleaned(SEED.read_text("utf-8"))
    text = "\n".join(story.body)
    assert (story.place, story.byline, story.outlet, story.date) == ("Lumajang", "Supianik", "Radiobintangtenggara.com", None)
    assert len(story.body) == 10
    assert story.body[0].startswith("Guna mengantisipasi segala gangguan Kamtibmas")
    assert "Pemerintahan Kabupaten Lumajang, Agus Budianto, mengundang" in text
    assert "Bupati, Wakil Bupati" in text
    assert "“Tiga Pilar Desa Siap Menghadirkan Wilayah Damai”" in text
    assert "As’at, Ia mengatakan" in text
    for gone in ("Baca Juga", "SUPIANIK", "Radiobintangtenggara", "LUMAJANG", "Resnarkoba", "Klakah"):
        assert gone not in text
    assert not story.flags


@pytest.mark.parametrize("path", sorted(SEED.parent.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_seeds_lose_their_furniture(path: Path) -> None:
    story = cleaned(path.read_text("utf-8"))
    text = "\n".join(story.body)
    assert story.place
    assert 6 <= len(story.body) <= 16
    for gone in (
        "Baca juga",
        "BACA JUGA",
        "Editor",
        "WhatsApp S",
        "Copyright",
        "©",
        "http",
        "Tag",
        "ADVERTISEMENT",
        "â€",
        "\u00a0",
        " ,",
        "(*)",
    ):
        assert gone not in text


# ---------------------------------------------------------------- properties

NAMES = [
    "Sutrisno",
    "Ibu Aminah",
    "Kepala Desa Klepu",
    "Bupati Pati",
    "Agus Budianto",
    "BPBD Garut",
    "Warga Lumajang",
    "M. Yusuf",
    "Polisi",
]
VERBS = ["mengatakan bahwa", "membenarkan", "belum mengetahui", "menolak", "menyaksikan", "memperbaiki", "baca juga"]
THINGS = [
    "jembatan di Jl. Pemuda No. 5 pukul 09.30 WIB",
    "harga beras Rp12.500 per kilogram",
    "lima rumah rusak ringan pada Senin (2/11)",
    "program kerja sama (MoU) dengan Kota Batu",
    "hasil rapat bersama Drs. H. Karno, M.Si., camat setempat",
    "iklan layanan masyarakat tentang sumber air",
    "foto udara waduk itu",
    "berita terkait longsor di Cianjur, Jawa Barat",
]
QUOTES = ['"Kami siap," kata {}.', "“Airnya naik 1,5 meter,” ujar {}.", '"Semua aman. Tidak ada korban," tutur {} di lokasi.']

sentences = st.builds(
    lambda name, verb, thing: f"{name} {verb} {thing}.", st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(THINGS)
)
quotes = st.builds(lambda quote, name: quote.format(name), st.sampled_from(QUOTES), st.sampled_from(NAMES))
paragraphs = st.lists(st.one_of(sentences, quotes), min_size=1, max_size=3).map(" ".join)

FURNITURE = [
    "Baca juga: Dua Rumah Roboh di Kudus",
    "ADVERTISEMENT",
    "Ikuti saluran WhatsApp KabarPati untuk berita terbaru.",
    "Bagikan: Facebook | X | WhatsApp",
    "Copyright © 2026 KabarPati. All Rights Reserved.",
    "Halaman 1 dari 2",
    "Harga Cabai Naik Tajam Jelang Akhir Tahun",
    "***",
    "Tags: banjir, pati",
]
debris = st.sampled_from(
    [
        *FURNITURE,
        "PATI – ",
        "(red)",
        "?Siap,? kata",
        "â€œ",
        "&nbsp;",
        "Editor : Bowo",
        "Berita Terkait",
        "SUHARTATIK",
        "Penulis:",
        "\u200b",
        "“",
        '"',
        " ,",
        ".",
        "Kabupaten. Pati ,",
        "\n",
    ]
)
anything = st.lists(st.one_of(debris, st.text(max_size=30), sentences), max_size=12).map("\n".join)
jumble = st.lists(st.one_of(debris, st.text(max_size=8), sentences), max_size=12).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=8, unique_by=lambda text: "".join(filter(str.isalnum, text))))
def test_plain_prose_comes_out_as_it_went_in(lines: list[str]) -> None:
    story = cleaned("\n".join(lines))
    assert list(story.body) == lines
    assert not story.cuts
    assert not story.flags


@settings(max_examples=150, deadline=None)
@given(st.lists(paragraphs, min_size=2, max_size=6, unique_by=lambda text: "".join(filter(str.isalnum, text))), st.data())
def test_no_sentence_is_lost_among_furniture(lines: list[str], data: st.DataObject) -> None:
    mixed: list[str] = []
    for line in lines:
        mixed += [*data.draw(st.lists(st.sampled_from(FURNITURE), max_size=2)), line]
    story = cleaned("\n".join(mixed))
    assert list(story.body) == lines


@settings(max_examples=300, deadline=None)
@given(st.one_of(anything, jumble))
@example("\x00")
@example("“")
@example(".\n,\n?")
@example("Jakarta (")
@example("Baca juga:\n\nBaca juga:")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)
    twice = cleaned("\n".join(once.body))
    assert twice.body == once.body
    assert all(cut.before != cut.after for cut in once.cuts)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40), jumble)
def test_any_fields_are_survived(title: str, byline: str, outlet: str, text: str) -> None:
    story = cleaned(text, title=title, byline=byline, outlet=outlet)
    assert story.id == "uji"
    assert clean(Article("uji", "uji.txt", text), Lexicon()).source == "uji.txt"


# ---------------------------------------------------------------- the record, and hostile input


def test_every_change_is_recorded_with_its_rule() -> None:
    story = cleaned(
        "PATI – Pedagang ikan ,Seno, mulai berjualan malam hari.\nBaca juga: Dua Rumah Roboh di Kudus\n"
        "Lampu jalan ditambah tiga puluh titik."
    )
    found = [(cut.rule, cut.after) for cut in story.cuts]
    assert found == [
        ("mend_spacing", "PATI – Pedagang ikan, Seno, mulai berjualan malam hari."),
        ("drop_read_also", ""),
        ("lift_dateline", "Pedagang ikan, Seno, mulai berjualan malam hari."),
    ]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("SIARAN PERS", "drop_paid_labels"),
        ("Untuk Segera Disiarkan", "drop_paid_labels"),
        ("[Advertorial]", "drop_paid_labels"),
        ("Jembatan itu kini aman. (adv/diskominfopati)", "drop_paid_labels"),
        ("Konten ini merupakan kerja sama Kabar Pati dan Dinas Pariwisata.", "drop_paid_labels"),
        ("Catatan redaksi: berita ini telah dikoreksi.", "drop_editor_notes"),
        ("Narahubung: Rina Lestari, Corporate Communication PT Air Pati", "drop_release_tail"),
    ],
)
def test_what_tells_a_text_is_no_news_stays_in_the_cuts(line: str, rule: str) -> None:
    story = cleaned(f"{FIRST}\n{SECOND}\n{line}")
    assert [(cut.rule, cut.before) for cut in story.cuts] == [(rule, line)]
    assert story.body[:2] == (FIRST, SECOND)


def test_rules_have_verbs_for_names_and_explain_themselves() -> None:
    assert len({rule.__name__ for rule in RULES}) >= 15
    for rule in RULES:
        assert "_" in rule.__name__
        assert rule.__doc__


@pytest.mark.parametrize(
    "piece", ["(", '"', "-", "“", " ?a", "a.A", "Baca juga: ", "LUMAJANG, ", "<b>", "&amp;", "â€œ", "a@", " ,", "Lumajang\n", "22/11/2026 "]
)
def test_hostile_text_is_answered_quickly_and_whole(piece: str) -> None:
    long = piece * (LONGEST // len(piece) - 1)
    assert cleaned(long).id == "uji"
    story = cleaned(piece * (5_000_000 // len(piece)))
    assert story.flags[0].code is FlagCode.CHECK
