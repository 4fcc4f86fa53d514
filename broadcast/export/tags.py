"""What players and playout systems read of a bulletin: an ID3v2.3 tag."""
# mypy: disable-error-code="no-untyped-call"
# mutagen marks itself as typed, yet its frames have no types

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mutagen import id3

LANGUAGE = "ind"
_UTF_16 = id3.Encoding.UTF16  # the widest that ID3v2.3 allows
_NO_OFFSET = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the bulletin that a player can jump to."""

    start_ms: int
    end_ms: int
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """What the tag says. `air` is the air time on the station's own clock; empty texts are left out."""

    title: str
    station: str
    air: datetime
    lyrics: str
    album: str = ""
    comment: str = ""
    ms: int = 0
    chapters: Sequence[Chapter] = ()


def build_tag(label: Label) -> bytes:
    """Return the tag as bytes that stand before the sound.

    ID3v2.3, which every playout system reads; mutagen would write 2.4 unless told.
    """
    tag = id3.ID3()
    for frame, text in _texts(label):
        if text:
            tag.add(frame(encoding=_UTF_16, text=[_plain(text)]))
    tag.add(id3.USLT(encoding=_UTF_16, lang=LANGUAGE, desc="", text=_plain(label.lyrics)))
    if label.comment:
        tag.add(id3.COMM(encoding=_UTF_16, lang=LANGUAGE, desc="", text=[_plain(label.comment)]))
    _add_chapters(tag, sorted(label.chapters, key=lambda chapter: chapter.start_ms))
    file = io.BytesIO()
    tag.save(file, v1=0, v2_version=3, padding=lambda _info: 0)
    return _in_time_order(file.getvalue())


def _texts(label: Label) -> tuple[tuple[type[id3.TextFrame], str], ...]:
    air = label.air
    return (
        (id3.TIT2, label.title),
        (id3.TPE1, label.station),
        (id3.TALB, label.album),
        (id3.TYER, f"{air:%Y}"),
        (id3.TDAT, f"{air:%d%m}"),
        (id3.TIME, f"{air:%H%M}"),
        (id3.TLAN, LANGUAGE),
        (id3.TLEN, str(label.ms) if label.ms else ""),
    )


def _plain(text: str) -> str:
    """Return a text that ends where it ends: NUL would cut it, half a surrogate cannot be written."""
    return text.replace("\0", "").encode("utf-16", "replace").decode("utf-16")


def _add_chapters(tag: id3.ID3, chapters: Sequence[Chapter]) -> None:
    if not chapters:
        return
    names = [f"chp{number}" for number in range(1, len(chapters) + 1)]
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    tag.add(id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    for name, chapter in zip(names, chapters, strict=True):
        title = id3.TIT2(encoding=_UTF_16, text=[_plain(chapter.title)])
        times = {"start_time": chapter.start_ms, "end_time": chapter.end_ms, "start_offset": _NO_OFFSET, "end_offset": _NO_OFFSET}
        tag.add(id3.CHAP(element_id=name, **times, sub_frames=[title]))


def _in_time_order(tag: bytes) -> bytes:
    """Return the tag with its chapters in order of time: mutagen sorts them by size, and some players show them as they stand."""
    frames: list[bytes] = []
    at = 10
    while at < len(tag):
        size = 10 + struct.unpack(">I", tag[at + 4 : at + 8])[0]
        frames.append(tag[at : at + size])
        at += size
    return tag[:10] + b"".join(sorted(frames, key=lambda frame: _start_time(bytes(frame))))


def _start_time(frame: bytes) -> int:
    """Return when a chapter starts, in ms, and -1 for any other frame, which thereby keeps its place before them."""
    if frame[:4] != b"CHAP":
        return -1
    start: int = struct.unpack_from(">I", frame, frame.index(b"\0", 10) + 1)[0]
    return start
