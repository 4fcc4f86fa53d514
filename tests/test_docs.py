"""The docs name every command, option, setting and voice key, and what they show works."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from jinja2.meta import find_undeclared_variables

from broadcast.cli import commands
from broadcast.model import FlagCode
from broadcast.station import KEYS, VOICE_KEYS
from broadcast.write.templates import NAMES, Templates, sample_values

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def options() -> list[tuple[str, str]]:
    found = [("broadcast", name) for parameter in commands.params for name in parameter.opts if name.startswith("-")]
    for name, command in commands.commands.items():
        for part in (command, *inner(command)):
            found += [(name, option) for parameter in part.params if isinstance(parameter, click.Option) for option in parameter.opts]
    return found


def inner(command: click.Command) -> list[click.Command]:
    """The commands inside a group, such as `lexicon add`."""
    return list(command.commands.values()) if isinstance(command, click.Group) else []


def section(text: str, name: str) -> str:
    match = re.search(rf"^## {re.escape(name)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no section '## {name}'"
    return match.group(1)


@pytest.mark.parametrize("name", commands.commands)
def test_every_command_is_documented_and_has_help(name: str) -> None:
    command = commands.commands[name]
    assert command.help
    assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))
    assert f"broadcast {name}" in section((DOCS / "commands.md").read_text("utf-8"), name)


@pytest.mark.parametrize(("name", "option"), options())
def test_every_option_is_documented(name: str, option: str) -> None:
    assert f"`{option}" in section((DOCS / "commands.md").read_text("utf-8"), name)


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in KEYS.items() for key in keys or [""]])
def test_every_setting_is_documented(table: str, key: str) -> None:
    text = section((DOCS / "station.md").read_text("utf-8"), f"[{table}]")
    assert f"`{key}`" in text or not key


@pytest.mark.parametrize("key", VOICE_KEYS)
def test_every_voice_key_is_documented(key: str) -> None:
    assert f"`{key}`" in (DOCS / "voices.md").read_text("utf-8")


@pytest.mark.parametrize("code", list(FlagCode))
def test_every_flag_is_documented(code: FlagCode) -> None:
    assert f"`{code.value}`" in (DOCS / "naskah.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_template_and_its_variables_are_documented(name: str) -> None:
    text = (DOCS / "templates.md").read_text("utf-8")
    assert f"`{name}.j2`" in text
    used = find_undeclared_variables(Templates([])._environment.parse((ROOT / "scripts" / f"{name}.j2").read_text("utf-8")))
    assert [word for word in used if not re.search(rf"`{word}[`.]", text)] == []


def test_every_example_value_is_documented() -> None:
    text = (DOCS / "templates.md").read_text("utf-8")
    values = sample_values(datetime(2026, 11, 23, 14, tzinfo=UTC))
    names = [*values, *(f"stasiun.{key}" for key in values["stasiun"]), *values["pokok"][0], *values["ralat"][0]]
    assert [name for name in names if not re.search(rf"`{re.escape(name)}[`.]", text)] == []


SHOWN = re.compile(r"(?:^|[ /&|\\])broadcast(?:\.exe)? ([a-z].*?)(?=$|\s&&|\s\||\s>|\s#|\s<)")  # broadcast clean x


def shown_commands() -> list[tuple[str, str]]:
    pages = [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "README.id.md"]
    rows = [(page, row.strip()) for page in pages for row in page.read_text("utf-8").splitlines() if row.startswith("    ")]
    found = []
    for page, row in rows:
        found += [(page.name, words) for words in SHOWN.findall(row)]
    return found


@pytest.mark.parametrize(("page", "words"), shown_commands())
def test_commands_in_the_docs_exist(page: str, words: str) -> None:
    name, *rest = shlex.split(words.replace("\\", "/"))
    command = commands.commands.get(name)
    assert command, f"{page}: broadcast {name}"
    known = {option for part in (command, *inner(command)) for parameter in part.params for option in parameter.opts} | {"--help"}
    for word in rest:
        assert not word.startswith("-") or word.split("=")[0] in known, f"{page}: broadcast {words}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "README.id.md", ROOT / "CHANGELOG.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
