"""`script --explain` and the reasons behind it: each line and sentence once, in place, with what was really decided."""

import ast
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from conftest import AIR, ROOT, Run, Sample
from test_write import cases, read_time, story

from broadcast.clean import clean
from broadcast.cli.beside import ADDED, KEPT, NEW, SAME, Page, Reasons, fate_of, page
from broadcast.cli.columns import coloured, columns, plain, uncoloured
from broadcast.intake import intake
from broadcast.model import Article, Choice, Flag, FlagCode, House, Item, Line, Story
from broadcast.station import open_station
from broadcast.write import reasons, write_item
from broadcast.write.item import LATER_TEXT_RULES, TEXT_RULES
from broadcast.write.shape import DRAFT_RULES
from broadcast.write.traces import FALLBACKS

LEXICON = open_station(None).lexicon
TABLES = Reasons(LEXICON.table("clean_rules"), LEXICON.table("write_rules"))
NOON = datetime(2025, 11, 24, 12, tzinfo=timezone(timedelta(hours=7)))
DAY = date(2025, 11, 24)
FLOOD = (
    "Banjir merendam Desa Klepu pada Senin pagi.\n"
    "Ada 12 rumah yang rusak berat.\n"
    "Acara itu dihadiri wakil bupati, sekretaris daerah, kapolres, dandim, para camat, serta tokoh masyarakat.\n"
    "Kepala Desa Klepu, Sarwono, meminta warga menjauhi sungai dan segera menghubungi posko pengaduan.\n"
    "“Kami takut air naik lagi.”\n"
    "Panitia berterima kasih atas bantuan semua pihak."
)


def item(source: Story, budget_ms: int = 0) -> Item:
    return write_item(source, House("Radio Uji"), LEXICON, NOON, read_time, budget_ms)


def why(text: str, budget_ms: int = 0) -> dict[str, str]:
    return {one.sentence: one.reason for one in item(story(text), budget_ms).choices}


@cache
def seeds() -> tuple[tuple[Article, Story], ...]:
    return tuple((found, clean(found, LEXICON)) for found in intake([str(ROOT / "seeds")]) if isinstance(found, Article))


# ---------------------------------------------------------------- the rules and their table


def recorded(tree: ast.AST) -> Iterator[str]:
    """The names that a module writes into `rules`: literals in what is given or assigned to it, and those of `_changed`."""
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg="rules", value=value) | ast.Call(func=ast.Name(id="_changed"), args=[_, _, value]):
                pass
            case ast.Assign(targets=[ast.Name(id="rules" | "ran")], value=value):
                pass
            case ast.AugAssign(target=ast.Name(id="rules" | "ran"), value=value) | ast.Call(func=ast.Name(id="Draft"), args=[*_, value]):
                pass
            case _:
                continue
        yield from (one.value for one in ast.walk(value) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def all_rules() -> set[str]:
    literals = {name for path in (ROOT / "broadcast" / "write").glob("*.py") for name in recorded(ast.parse(path.read_text("utf-8")))}
    return literals | {rule.__name__ for rule in (*TEXT_RULES, *LATER_TEXT_RULES)} | FALLBACKS | {"name_people", "no_speaker"}


def test_every_rule_is_explained() -> None:
    table = LEXICON.table("write_rules")
    assert sorted(all_rules() - set(table)) == [], "add a line to scripts/write_rules.tsv"
    assert sorted(set(table) - all_rules()) == [], "remove the line from scripts/write_rules.tsv"
    assert all(cells and 10 < len(cells[0]) < 80 and not cells[0].endswith(".") for cells in table.values())


def test_what_lines_record_is_in_the_table() -> None:
    texts = [str(case.values[0]) for case in cases()]  # type: ignore[attr-defined]  # a pytest.param
    items = [*(item(story(text)) for text in texts), *(item(source) for _, source in seeds())]
    found = {rule for one in items for line in one.lines for rule in line.rules}
    assert found <= set(LEXICON.table("write_rules"))
    assert len(found) > 40


def test_every_rule_that_leaves_a_sentence_out_has_its_reason() -> None:
    dropping = {rule.__name__ for rule in DRAFT_RULES if rule.__name__.startswith("drop_")}
    assert dropping | {"screen", "tell_listed"} == set(reasons.TAKEN_OUT)


# ---------------------------------------------------------------- the choice


@pytest.mark.parametrize("budget_ms", [0, 15_000, 30_000, 60_000])
def test_choices_agree_with_the_lines(budget_ms: int) -> None:
    for _, source in seeds():
        made = item(source, budget_ms)
        used = {text for line in made.lines for text in line.sources}
        assert [one.sentence for one in made.choices if one.aired] == [one.sentence for one in made.choices if one.sentence in used]
        assert made.dropped == tuple(one.sentence for one in made.choices if not one.aired)
        assert all(one.reason for one in made.choices)
        assert [one.paragraph for one in made.choices] == sorted(one.paragraph for one in made.choices)
        assert max(one.paragraph for one in made.choices) == len(source.body) - 1


@pytest.mark.parametrize("budget_ms", [15_000, 30_000, 60_000])
def test_reasons_hold(budget_ms: int) -> None:
    for _, source in seeds():
        made = item(source, budget_ms).choices
        rivals = [one.worth for one in made if one.aired and one.reason not in {reasons.LEAD, reasons.WITH_LEAD}]
        for one in made:
            if one.reason.startswith(reasons.LEAST):
                assert all(one.worth <= worth for worth in rivals), one
            if one.reason == reasons.TOO_LONG:
                assert any(one.worth >= worth for worth in rivals), one


def test_without_a_limit_nothing_goes_for_time() -> None:
    for _, source in seeds():
        told = [one.reason for one in item(source).choices]
        assert not any(reason.startswith((reasons.LEAST, reasons.TOO_LONG, reasons.LEANING)) for reason in told)
        assert reasons.LEAD in told


def test_the_reasons_of_a_flood() -> None:
    assert why(FLOOD) == {
        "Banjir merendam Desa Klepu pada Senin pagi.": "teras",
        "Ada 12 rumah yang rusak berat.": "semua muat: kerugian atau kerusakan, angka, jumlah orang",
        "Acara itu dihadiri wakil bupati, sekretaris daerah, kapolres, dandim, para camat, serta tokoh masyarakat.": "hanya daftar tamu",
        "Kepala Desa Klepu, Sarwono, meminta warga menjauhi sungai dan segera menghubungi posko pengaduan.": (
            "semua muat: imbauan keselamatan, tempat mencari bantuan"
        ),
        "“Kami takut air naik lagi.”": "semua muat: kutipan pertama narasumber ini",
        "Panitia berterima kasih atas bantuan semua pihak.": "semua muat",
    }
    short = why(FLOOD, 12_500)
    assert short["Panitia berterima kasih atas bantuan semua pihak."] == "nilai terendah saat durasi habis: basa-basi acara"
    assert short["Ada 12 rumah yang rusak berat."] == "kerugian atau kerusakan, angka, jumlah orang"


@pytest.mark.parametrize(
    ("text", "sentence", "reason"),
    [
        ("Pasar ramai hari ini.\n“Kami takut longsor lagi.”", "“Kami takut longsor lagi.”", reasons.NO_SPEAKER),
        ("SIARAN PERS\nPemkab Pati membuka pasar murah.", "SIARAN PERS", reasons.HEADING),
        (
            "Camat Winong, Sarwono, menutup pasar.\n“Mau bagaimana lagi? Kios kami rusak,” kata Sarwono.\n“Ya.”",
            "“Ya.”",
            reasons.EMPTY,
        ),
        (
            "Warga menemukan seorang pria bunuh diri di sungai.\nKorban memakai tali tambang.\nKeluarga menolak autopsi.",
            "Korban memakai tali tambang.",
            reasons.TAKEN_OUT["screen"],
        ),
        (
            "Menteri Pertanian, Rudi, menjanjikan pupuk murah untuk petani.\n“Pupuk murah untuk petani,” katanya.\nPanen raya dimulai.",
            "“Pupuk murah untuk petani,” katanya.",
            "potongan kutipan yang mengulang kalimat sebelumnya",
        ),
    ],
)
def test_why_a_sentence_is_out(text: str, sentence: str, reason: str) -> None:
    assert why(text)[sentence] == reason


def test_record_and_script_carry_the_choices(sample: Sample) -> None:
    record = json.loads((sample.folder / "record.json").read_text("utf-8"))
    news = [one for one in record["items"] if one["kind"] == "berita"]
    assert all(set(choice) >= {"sentence", "paragraph", "aired", "reason", "worth"} for one in news for choice in one["choices"])
    assert all([one["sentence"] for one in each["choices"] if not one["aired"]] == each["dropped"] for each in news)
    assert all("teras" in [choice["reason"] for choice in one["choices"]] for one in news)


# ---------------------------------------------------------------- what becomes of a source


def test_fates() -> None:
    assert fate_of(Line("Pasar ramai", sources=("Pasar ramai.",))) == SAME
    assert fate_of(Line("Pasar sepi", sources=("Pasar ramai.",))) == NEW
    assert fate_of(Line("Pasar ramai", sources=("Pasar ramai.",), rules=("keep_long",))) == KEPT
    assert fate_of(Line("Hubungi 119")) == ADDED


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Warga kita pulang.", "keep_signs"),
        ("“Harga beras naik lagi.”", "keep_quote"),
        ("Pasar ramai hari ini.\n" + "Beras merah putih hitam " * 6 + "ada di pasar.", "keep_long"),
        ("Bupati hadir agar tercipta situasi daerah yang demokrasi rakyat tetap terjaga.", "keep_unsure"),
    ],
)
def test_a_line_that_fell_back_says_so(text: str, rule: str) -> None:
    kept = [line for line in item(story(text)).lines if rule in line.rules]
    assert len(kept) == 1
    assert fate_of(kept[0]) == KEPT


def test_who_is_introduced_is_named() -> None:
    made = item(story("Kepala Dinas Perdagangan Pati, Sarwono, membuka pasar murah.\nDia membeli beras di pasar itu.")).lines
    assert [line.text for line in made][1:] == ["Ia membeli beras di pasar itu"]
    assert [("name_people" in line.rules) for line in made] == [False, True]


# ---------------------------------------------------------------- the page


def pages() -> Iterator[tuple[Page, Item, Article, Story]]:
    for article, source in seeds():
        made = item(source, 40_000)
        yield page(article, source, made, "Masuk.", (), TABLES), made, article, source


def test_every_line_and_sentence_stands_once_and_in_order() -> None:
    for shown, made, article, source in pages():
        numbered = [row for row in shown.rows if row.number]
        assert [row.number for row in numbered] == list(range(1, len(made.choices) + 1))
        assert sorted(line.number for row in shown.rows for line in row.lines) == list(range(1, len(made.lines) + 1))
        assert Counter(line.text for row in shown.rows for line in row.lines) == Counter(f"{one.text} {one.end}" for one in made.lines)
        gone = [row for row in shown.rows if not row.number]
        assert all("dibuang saat dibersihkan: " in row.why for row in gone)
        cut_whole = {cut.before for cut in source.cuts if not cut.after and cut.before in article.text}
        assert cut_whole <= {row.sentence for row in gone}, article.id


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_columns_keep_to_the_width(width: int) -> None:
    for shown, made, _, _ in pages():
        rows = list(columns(shown, width, uncoloured))
        assert all(len(row) <= width for row in rows)
        right = " ".join(row.partition("│")[2].strip() for row in rows)
        assert all(word in right for line in made.lines for word in line.text.split())


def test_the_plain_page() -> None:
    made = item(story(FLOOD))
    flags = (Flag(FlagCode.CHECK, "angka salah", 2), Flag(FlagCode.OLD_NEWS, "lama"))
    made = Item(made.kind, made.elements, flags=flags, choices=made.choices)
    shown = list(plain(page(Article("a", "a.txt", FLOOD), story(FLOOD), made, "Masuk.", flags[:1], TABLES)))
    assert shown[:4] == ["# a.txt", "Masuk.", "bendera BERITA_LAMA: lama", "penjaga: 1 temuan"]
    at = shown.index("[2] Ada 12 rumah yang rusak berat.")
    assert shown[at + 1 : at + 4] == [
        "    > semua muat: kerugian atau kerusakan, angka, jumlah orang (nilai 10,3)",
        "    2. = Ada 12 rumah yang rusak berat //",
        "        penjaga PERLU_CEK: angka salah",
    ]
    assert "[3 x] Acara itu dihadiri" in "\n".join(shown)
    assert shown[-1].endswith("1 dari 6 kalimat tidak ikut (x).")


def test_a_line_without_a_source_stands_at_the_end() -> None:
    made = Item(item(story("Pasar ramai.")).kind, (Line("Hubungi 119"),), choices=(Choice("Pasar ramai.", 0, aired=False, reason="x"),))
    shown = page(Article("a", "a.txt", "Pasar ramai."), story("Pasar ramai."), made, "Masuk.", (), TABLES)
    assert [(row.sentence, [line.fate for line in row.lines]) for row in shown.rows] == [("Pasar ramai.", []), ("", [ADDED])]


def test_an_article_whose_paragraphs_no_longer_match_is_shown_all_the_same() -> None:
    shown = page(Article("a", "a.txt", "Lain sama sekali."), story("Pasar ramai."), item(story("Pasar ramai.")), "Masuk.", (), TABLES)
    assert [row.sentence for row in shown.rows] == ["Pasar ramai."]


# ---------------------------------------------------------------- the command


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "banjir.txt").write_text(FLOOD, "utf-8")
    (tmp_path / "anak.txt").write_text("Rafa (8) dianiaya pamannya di Juwana. Polisi menangkap tersangka, seorang buruh.", "utf-8")
    return tmp_path


def test_the_command(run: Run, inbox: Path) -> None:
    done = run("script", inbox, "--explain", "--air", AIR, "--item", "12")
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout
    assert "Tidak masuk naskah: ditahan karena IDENTITAS_ANAK" in done.stdout
    assert "Masuk naskah sebagai berita ke-1 dari 1: " in done.stdout
    assert "nilai terendah saat durasi habis" in done.stdout
    assert done.stdout.count("kalimat tidak ikut (x).") == 2
    let_in = run("script", inbox, "--explain", "--air", AIR, "--sertakan", "anak")
    assert let_in.returncode == 0
    assert "Tidak masuk naskah" not in let_in.stdout


def test_a_double_is_shown_with_the_reason(run: Run, inbox: Path) -> None:
    (inbox / "banjir2.txt").write_text(FLOOD.replace("“Kami takut air naik lagi.”\n", ""), "utf-8")
    done = run("script", inbox, "--explain", "--air", AIR)
    assert "Tidak masuk naskah: sama dengan banjir" in done.stdout


def test_it_goes_to_a_file_and_not_with_json(run: Run, inbox: Path) -> None:
    path = inbox / "keluar" / "jelas.txt"
    path.parent.mkdir()
    shown = run("script", inbox / "banjir.txt", "--explain", "--air", AIR).stdout
    assert run("script", inbox / "banjir.txt", "--explain", "--air", AIR, "-o", path).returncode == 0
    assert path.read_text("utf-8") == shown
    both = run("script", inbox / "banjir.txt", "--explain", "--json")
    assert both.returncode == 2
    assert "Pilih salah satu" in both.stderr


def test_colours() -> None:
    assert coloured("out", "x") == "\x1b[31mx\x1b[0m"
    assert coloured("", "x") == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("width", "no_colour"), [(80, ""), (120, "1"), (50, "1")])
def test_the_terminal(inbox: Path, width: int, no_colour: str) -> None:
    import fcntl
    import pty
    import struct
    import subprocess
    import termios

    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    words = [sys.executable, "-m", "broadcast", "script", "--explain", "--air", AIR, str(inbox / "anak.txt")]
    kept = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    subprocess.run(
        words, cwd=ROOT, stdout=far, stderr=subprocess.DEVNULL, env=kept | {"NO_COLOR": no_colour, "PYTHONUTF8": "1"}, check=False
    )
    shown = os.read(near, 100_000).decode("utf-8", "replace")
    os.close(near)
    os.close(far)
    assert ("\x1b[" in shown) is not bool(no_colour)
    assert ("ARTIKEL" in shown) is (width > 60)
    assert ("│" in shown) is (width > 60)
