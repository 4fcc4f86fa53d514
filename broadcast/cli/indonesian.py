"""Click speaking Indonesian: headings, the help option, and what it says of wrong words on the command line."""

from __future__ import annotations

import difflib
import re
from typing import Any

import click

_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")
_NEEDS = re.compile(r"Option '?([^' ]+)'? requires")


class _Indonesian(click.Command):
    """What commands and the group share."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        settings.setdefault("options_metavar", "[PILIHAN]")
        super().__init__(*arguments, **settings)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with Indonesian help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan bantuan ini."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under an Indonesian heading."""
        rows = [row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("Pilihan"):
                formatter.write_dl(rows)


class IndonesianCommand(_Indonesian):
    """A command with Indonesian help."""


class IndonesianGroup(_Indonesian, click.Group):
    """The group of commands with Indonesian help; an unknown command gets the nearest one named."""

    command_class = IndonesianCommand

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        settings.setdefault("subcommand_metavar", "PERINTAH [ISIAN]...")
        super().__init__(*arguments, **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options, then commands in the order of the work."""
        super().format_options(ctx, formatter)
        rows = [(name, command.get_short_help_str(90)) for name, command in self.commands.items()]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which ones there are."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.commands, 1)
            meant = f" (maksudnya {near[0]}?)" if near else ""
            raise click.UsageError(f"Perintah {args[0]!r} tidak dikenal{meant}; pilihan: {', '.join(self.commands)}.", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands in the order of the work, not of the alphabet."""
        return list(self.commands)


def explain(error: click.ClickException) -> str:
    """Return click's complaint in Indonesian, with the way to the help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "broadcast"
    return f"{_sentence(error)}\nBantuan: {path} --help"


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" (maksudnya {error.possibilities[0]}?)" if error.possibilities else ""
        return f"Pilihan {error.option_name} tidak dikenal{near}."
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar() if error.param else ""
        return f"{name} belum diisi."
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.types.IntParamType):
        bounds = error.param.type
        between = f" dari {bounds.min} sampai {bounds.max}" if isinstance(bounds, click.IntRange) else ""
        return f"Pilihan {error.param.opts[-1]} harus diisi angka bulat{between}."
    if match := _EXTRA.search(error.message):
        return f"Isian {match.group(1)!r} berlebih; bila mengandung spasi, apit dengan tanda kutip."
    if match := _NEEDS.search(error.message):
        return f"Pilihan {match.group(1)} perlu diberi nilai."
    return error.message
