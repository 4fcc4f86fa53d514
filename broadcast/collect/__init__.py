"""New articles from the network into a station's inbox, each only once ever.

    sources → read → [lock: what is new? → file it → note it as seen] → inbox/2026-11-23_<id>.json

An article's file is in place, down to the disk, before its id is noted in `.seen`. A run that is cut off between the two
leaves a file that the next one recognises, so nothing is lost and nothing comes twice. Whatever staff deletes stays away.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from broadcast.collect.filing import Folder, archive_old
from broadcast.collect.lock import locked
from broadcast.collect.seen import Seen
from broadcast.errors import OutputError, SourceError
from broadcast.files import explain
from broadcast.intake import NothingNewError
from broadcast.model import Article, Source

__all__ = ["Brought", "collect", "tidy_inbox"]

Read = Callable[[Source, Container[str]], Iterable[Article | SourceError]]
"""Reads a source; the articles whose ids are in the container need not be fetched."""

AT_ONCE = 4
"""Sources read at the same time: waiting for slow sites, not computing, is what takes long."""

RECHECK_DAYS = 1
"""An article first seen this many days ago is still read again: news is corrected and added to within hours."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What one source gave: articles that are new, changed, or were there already; what failed; and what is worth a note."""

    source: Source
    new: int = 0
    changed: int = 0
    known: int = 0
    troubles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """True when nothing came of the source at all."""
        return bool(self.troubles) and not (self.new or self.changed or self.known)


class _Known:
    """The ids that need not be read again; remembers which of them a source still has."""

    def __init__(self, ids: frozenset[str]) -> None:
        self._ids = ids
        self.met: set[str] = set()

    def __contains__(self, name: object) -> bool:
        if name not in self._ids:
            return False
        self.met.add(str(name))
        return True


def collect(sources: Sequence[Source], inbox: Path, read: Read, today: date) -> Iterator[Brought]:
    """Bring what is new in the sources into `inbox`, which is made; yield what each gave, in their order.

    A source that fails stops no other. `today` is the day in the station's zone: it names the file of an article without a date.

    Raises OutputError when the inbox cannot be written; what was filed until then stays, and is not brought again.
    """
    try:
        inbox.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(explain(inbox, error)) from error
    with locked(inbox):
        settled = Seen(inbox, today).before(today - timedelta(days=RECHECK_DAYS))
    known = [_Known(frozenset() if source.kind == "page" else settled) for source in sources]  # such a page says new things in one place
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="fetch")
    try:
        answers = pool.map(lambda source, ids: list(read(source, ids)), sources, known)
        for source, ids, found in zip(sources, known, answers, strict=True):
            yield _file(source, found, ids.met, inbox, today)
    finally:
        pool.shutdown(cancel_futures=True)


def tidy_inbox(inbox: Path, today: date, days: int) -> int:
    """Move the articles that `collect` brought and that are older than `days` to `inbox/arsip`; return how many went.

    What staff put there themselves stays, and nothing is ever deleted.
    """
    if not inbox.is_dir():
        return 0
    with locked(inbox):
        return archive_old(inbox, today - timedelta(days=days))


def _file(source: Source, found: Sequence[Article | SourceError], met: set[str], inbox: Path, today: date) -> Brought:
    new = changed = 0
    with locked(inbox):
        seen, folder = Seen(inbox, today), Folder(inbox)
        known = len(met)
        for article in found:
            if isinstance(article, SourceError):
                continue
            before = seen.digests(article.id)
            digest = folder.digest(article)
            there = folder.digests(article.id)
            if digest in before or digest in there or (before and not there):
                known += 1  # the same, left by a run that was cut off, or deleted by staff
            elif folder.put(article, today):
                new, changed = new + (not there), changed + bool(there)
            seen.note(article.id, digest)
        seen.meet(met)
        folder.settle()
        seen.save()
    notes = tuple(str(one) for one in found if isinstance(one, NothingNewError))
    troubles = tuple(str(one) for one in found if isinstance(one, SourceError) and not isinstance(one, NothingNewError))
    return Brought(source, new, changed, known, (*troubles, *folder.refused), notes)
