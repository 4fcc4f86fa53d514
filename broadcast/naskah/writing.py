"""Script → text."""

from __future__ import annotations

from datetime import datetime, timedelta

from broadcast.model import Element, Insert, Item, Jingle, Line, Pause, Script
from broadcast.naskah.notation import escape

ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
"""Indonesia's zones and their hours ahead of UTC (Keppres 41/1987); none keeps summer time."""


def dump(script: Script) -> str:
    """Return the script as text, ending in a newline; `parse` reads it back."""
    head = [
        f"# {escape(script.title)}",
        f"stasiun: {escape(script.station)}",
        f"siaran: {stamp(script.air)}",
        f"penyiar: {escape(script.voice)}",
    ]
    blocks = ["\n".join(head)]
    blocks += ["\n".join([_section(item), *map(_element, item.elements)]) for item in script.items]
    return "\n\n".join(blocks) + "\n"


def stamp(air: datetime) -> str:
    """Return an air time as written in a script.

    >>> from datetime import timezone
    >>> stamp(datetime(2026, 11, 23, 14, tzinfo=timezone(timedelta(hours=7))))
    '2026-11-23 14.00 WIB'
    """
    ahead = air.utcoffset() or timedelta()
    names = {timedelta(hours=hours): name for name, hours in ZONES.items()}
    return f"{air:%Y-%m-%d %H.%M} {names.get(ahead) or f'{air:%z}'}"


def _section(item: Item) -> str:
    name = f"{item.kind.value}: {escape(item.id)}" if item.id else item.kind.value
    codes = list(dict.fromkeys(flag.code.value for flag in item.flags))
    parts = [name, *([f"penyiar: {escape(item.voice)}"] if item.voice else []), *([f"perlu cek: {', '.join(codes)}"] if codes else [])]
    return f"[{' | '.join(parts)}]"


def _element(element: Element) -> str:
    match element:
        case Line():
            return f"{element.text} {element.end}"
        case Jingle():
            return f"[jingle {escape(element.name)}]"
        case Pause():
            return f"[jeda {_seconds(element.ms)}]"
        case Insert():
            parts = [f"insert {escape(element.file)}"]
            parts += [f'{key}: "{escape(words)}"' for key, words in (("awal", element.head), ("akhir", element.tail)) if words]
            return f"[{' | '.join(parts)}]"


def _seconds(ms: int) -> str:
    """Milliseconds as seconds with a decimal comma: 800 → 0,8."""
    return f"{ms / 1000:.3f}".rstrip("0").rstrip(".").replace(".", ",")
