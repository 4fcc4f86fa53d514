"""The read-aloud script as PDF: one news item a page, one sentence a block, set by typst.

Text reaches the page template as JSON data, never as markup, so that nothing in an article can act as a command.
Fonts come from paper/fonts only: pages are the same on every machine, and the same script gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import OutputError
from broadcast.export.layout import Durations, lay_out
from broadcast.files import write_atomically
from broadcast.model import Script

if TYPE_CHECKING:
    import typst

PAPER = Path(__file__).parent / "paper"
POINT_SIZES = (16, 18, 22)
"""Sizes an announcer can choose (RADIO: on paper)."""


def export_page(script: Script, durations: Durations, path: Path, *, point_size: int = 18, slashes: bool = True) -> int:
    """Write the script as a PDF to be read aloud, and return its number of pages.

    `durations` are milliseconds by (item, element) index. `slashes` prints the breath and end marks.

    Raises OutputError when the size is not one of POINT_SIZES or the file cannot be written.
    """
    if point_size not in POINT_SIZES:
        choices = ", ".join(map(str, POINT_SIZES))
        raise OutputError(f"{path}: ukuran huruf {point_size} tidak tersedia; pilihan: {choices}.")
    press = set_up(script, durations, point_size=point_size, slashes=slashes)
    try:
        sheets = press.compile(format="pdf")
        pages = json.loads(press.query("<pages>", field="value", one=True))
    except RuntimeError as error:  # typst's own error is one
        raise OutputError(f"{path}: halaman naskah tidak dapat disusun ({error}); kirim naskahnya kepada pembuat program.") from error
    if not isinstance(sheets, bytes):
        raise OutputError(f"{path}: halaman naskah kosong; perbarui paket typst (pip install -U typst).")
    write_atomically(path, sheets)
    return int(pages)


def set_up(script: Script, durations: Durations, *, point_size: int, slashes: bool) -> typst.Compiler:
    """Return a typst compiler that holds the page template and this script."""
    import typst  # noqa: PLC0415  # 84 MB of compiler: only when a page is made

    content = lay_out(script, durations) | {"size": point_size, "slashes": slashes}
    return typst.Compiler(
        str(PAPER / "page.typ"),
        root=str(PAPER),
        font_paths=[str(PAPER / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"naskah": json.dumps(content)},
    )
