"""Where a station's files lie: its own folder over the one shipped with the package."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGED = Path(__file__).parent.parent / "_station"
SHIPPED = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent.parent
"""The station inside the package, or the repository when run from a checkout."""


def nearest(folder: Path | None, here: Path) -> Path | None:
    """Return the station folder to use: the one asked for, `$BROADCAST_STATION`, or `here` when it has a station.toml."""
    if folder:
        return folder
    if named := os.environ.get("BROADCAST_STATION"):
        return Path(named)
    return here if (here / "station.toml").is_file() else None


def layers(folder: Path) -> tuple[Path, ...]:
    """The folders a station is read from, its own first.

    >>> layers(SHIPPED) == (SHIPPED,)
    True
    """
    return (SHIPPED,) if folder.resolve() == SHIPPED.resolve() else (folder, SHIPPED)
