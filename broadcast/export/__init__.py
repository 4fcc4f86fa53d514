"""Files of a bulletin: the read-aloud page, captions, sound. What is heavy is imported when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from broadcast.model import Bulletin, Script, Station

__all__ = ["export_captions", "export_files", "export_page"]


def export_files(script: Script, bulletin: Bulletin, station: Station, page: Path, sound: Path, captions: Path) -> None:
    """Write the page, the sound and the captions of a spoken script; see `bulletin`."""
    from broadcast.export import bulletin as whole  # noqa: PLC0415  # typst and the encoder

    whole.export_files(script, bulletin, station, page, sound, captions)


def export_page(script: Script, durations: Mapping[tuple[int, int], int], path: Path, *, point_size: int = 18, slashes: bool = True) -> int:
    """Write the script as a PDF to be read aloud, and return its number of pages; see `page`."""
    from broadcast.export import page  # noqa: PLC0415  # heavy

    return page.export_page(script, durations, path, point_size=point_size, slashes=slashes)


def export_captions(script: Script, bulletin: Bulletin, path: Path) -> int:
    """Write the captions of a bulletin as SubRip, and return their number; see `captions`."""
    from broadcast.export import captions  # noqa: PLC0415  # only when called, like its neighbours

    return captions.export_captions(script, bulletin, path)
