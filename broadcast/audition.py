"""Hearing a reading and keeping it: what a text sounds like, the station's own words, and the words worth asking about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from broadcast import naskah
from broadcast.errors import OutputError, StationError
from broadcast.files import explain, write_atomically
from broadcast.model import Item, Kind, Lexicon, Line, Script, Station, Story
from broadcast.pronounce import Token, pronounce
from broadcast.pronounce import explain as tokens_of
from broadcast.pronounce.hard_words import HardWord, hard_words
from broadcast.pronounce.reader import reader_of
from broadcast.revoice import say_text

HEAD = "# Bacaan khusus stasiun ini: tertulis<TAB>dibaca. Selalu menang atas tabel bawaan.\n"
SAMPLE = "Bacaan barunya: {written}."
"""What is spoken to hear an entry; the word stands where a sentence ends, its clearest place."""

_WRITTEN = re.compile(r"(?=.*[^\W_])[^\t\r\n\x00-\x1f#][^\t\r\n\x00-\x1f]{0,59}")
_SPOKEN = re.compile(r"(?=.*[^\W\d_])[^\W\d_](?:[^\W\d_]|['’ ,-]){0,119}")
_WORD = re.compile(r"[^\W\d_]+")
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said for a text: its tokens, the words with vowel marks, and those whose e is only guessed."""

    tokens: tuple[Token, ...]
    spoken: str
    guessed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A hard word of today's articles: how often it occurs, a piece of a sentence with it, and the item it stands in."""

    word: HardWord
    count: int
    example: str
    story: str


def hear(text: str, lexicon: Lexicon) -> Heard:
    """Return how a text is said, piece by piece and as a whole.

    >>> from broadcast.station import open_station
    >>> heard = hear("Warga menanam 20 pohon.", open_station(None).lexicon)
    >>> heard.spoken, heard.guessed
    ('Warga mênanam dua puluh pohon.', ())
    """
    script = Script("", "", datetime.now().astimezone(), "", (Item(Kind.NEWS, (Line(naskah.escape(text)),), id="teks"),))
    spoken = " ".join(line.spoken for item in pronounce(script, lexicon).items for line in item.lines)
    marker = reader_of(lexicon).marker
    plain = spoken.translate(str.maketrans("éèêÉÈÊ", "eeeEEE"))
    words = dict.fromkeys(word for word in _WORD.findall(plain) if marker.source(word) == "guess")
    return Heard(tokens_of(text, lexicon), spoken, tuple(words))


def check_entry(written: str, spoken: str) -> None:
    """Raise StationError where an entry cannot be kept or spoken."""
    if not _WRITTEN.fullmatch(written):
        raise StationError(
            f"Kata tertulis {written[:60]!r} tidak dapat disimpan; tulis 1 sampai 60 huruf sebaris, tanpa tab dan tanpa # di depan."
        )
    if not _SPOKEN.fullmatch(spoken):
        raise StationError(
            f"Bacaan {spoken[:60]!r} tidak dapat diucapkan; pakai huruf saja (é, è, ê untuk bunyi e), spasi, koma, petik, "
            "atau tanda hubung, dan tulis angka dengan kata."
        )


def trial(written: str, spoken: str, station: Station, voice: str, path: Path) -> str:
    """Speak a sentence with the entry to a sound file; returns the name of the voice. Raises VoiceError, OutputError."""
    own = {**station.lexicon.table("station"), written: (spoken,)}
    tried = replace(station, lexicon=Lexicon({**station.lexicon.tables, "station": own}))
    return say_text(SAMPLE.format(written=written), voice, tried, path)


def own_table(home: Path) -> Path:
    """Return where a station keeps its own words."""
    return home / "voices" / "lexicon" / "station.tsv"


def keep_entry(home: Path, written: str, spoken: str) -> Path:
    """Write an entry to the station's own words, in the place of one that is there, else at the end; returns the file.

    Comments, order, line ends and further columns stay. The file is replaced whole or not at all.

    Raises StationError for an entry or a file that cannot be used, OutputError when it cannot be written.
    """
    check_entry(written, spoken)
    path = own_table(home)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = path.read_bytes() if path.exists() else HEAD.encode()
    except OSError as error:
        raise OutputError(explain(path, error)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StationError(f"{path}: tidak bisa dibaca sebagai teks UTF-8; simpan ulang sebagai UTF-8.") from error
    write_atomically(path, (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + with_entry(text, written, spoken).encode())
    return path


def with_entry(text: str, written: str, spoken: str) -> str:
    r"""Return the text of a table with an entry in it.

    >>> with_entry("# kamus\nAni\tani\nBudi\tbudi\n", "Ani", "èni")
    '# kamus\nAni\tèni\nBudi\tbudi\n'
    """
    end = "\r\n" if "\r\n" in text else "\n"
    rows = text.replace("\r\n", "\n").split("\n")
    if rows and not rows[-1]:
        rows.pop()
    for number, row in enumerate(rows):
        cells = row.split("\t")
        if not row.startswith("#") and cells[0].strip() == written:
            rows[number] = "\t".join([written, spoken, *cells[2:]])
            break
    else:
        rows.append(f"{written}\t{spoken}")
    return end.join([*rows, ""])


def ask_about(stories: Iterable[Story], lexicon: Lexicon) -> Sequence[Asked]:
    """Return the hard words of some articles that no table knows, the most frequent first, each with its first sentence."""
    found: dict[str, Asked] = {}
    for story in stories:
        for paragraph in (story.title, *story.body):
            for word in hard_words(paragraph, lexicon):
                before = found.get(word.written)
                count = before.count if before else 0
                found[word.written] = Asked(word, count + 1, before.example if before else _excerpt(paragraph, word.written), story.id)
    return sorted(found.values(), key=lambda asked: -asked.count)


def _excerpt(paragraph: str, word: str) -> str:
    """The words around the first occurrence."""
    at = paragraph.find(word)
    start = max(0, at - _EXCERPT // 2)
    piece = " ".join(paragraph[start : at + len(word) + _EXCERPT // 2].split())
    head = piece.split(" ", 1)[-1] if start and " " in piece[: max(1, piece.find(word))] else piece
    tail = head.rsplit(" ", 1)[0] if at + len(word) + _EXCERPT // 2 < len(paragraph) and not head.endswith(word) else head
    return f"{'… ' if start else ''}{tail}{'' if tail == head else ' …'}"
