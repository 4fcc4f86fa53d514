"""The commands, in Indonesian, by click; the core is imported inside them so that help is quick.

Exit codes: 0 made; 1 made, but something was skipped, held or found; 2 usage; 3 nothing made.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from broadcast import __version__
from broadcast.cli import bulletin, fetch, house, lexicon, sound, text
from broadcast.cli.common import NOTHING, USAGE, State, say
from broadcast.cli.indonesian import IndonesianGroup, explain


@click.group(cls=IndonesianGroup, context_settings={"max_content_width": 100})
@click.option(
    "--station",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder stasiun (bawaan: folder ini, atau stasiun contoh).",
)
@click.version_option(__version__, prog_name="broadcast", message="%(prog)s %(version)s", help="Tampilkan versi.")
@click.pass_context
def commands(context: click.Context, folder: Path | None) -> None:
    """Dari artikel mentah menjadi buletin radio: naskah, halaman cetak, dan suara.

    Mulai di sini: broadcast bulletin seeds/
    """
    context.obj = State(folder)


for command in (*fetch.COMMANDS, *bulletin.COMMANDS, *text.COMMANDS, *sound.COMMANDS, *lexicon.COMMANDS, *house.COMMANDS):
    commands.add_command(command)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code (the entry point exits with it)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles default to a code page
    from broadcast.errors import BroadcastError

    try:
        code = commands.main(args=None if words is None else list(words), prog_name="broadcast", standalone_mode=False)
    except click.ClickException as error:
        say(explain(error))
        return USAGE
    except click.exceptions.Abort:
        say("Dihentikan. Tidak ada yang diubah.")
        return NOTHING
    except BroadcastError as error:
        say(str(error))
        return NOTHING
    except BrokenPipeError:  # the reader of a pipe went away: nothing to tell it
        sys.stderr.close()
        return 0
    return code if isinstance(code, int) else 0
