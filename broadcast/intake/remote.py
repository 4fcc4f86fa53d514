"""Many network sources at once, yielded in their order, none of them able to stop another."""

from __future__ import annotations

from collections.abc import Container, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

from broadcast.errors import SourceError
from broadcast.intake.addresses import shown
from broadcast.intake.net import Client
from broadcast.intake.visit import Found
from broadcast.intake.web import read_source
from broadcast.model import Net, Source

THREADS = 4


def fetch_all(
    sources: Sequence[Source], net: Net, today: date | None, known: Container[str], client: Client | None = None
) -> Generator[Found]:
    """Yield what each source gives, in order; whoever closes the generator early ends what is under way.

    `today` None is this computer's date.
    """
    day = today or datetime.now(UTC).astimezone().date()
    asker = client or Client(net)
    pool = ThreadPoolExecutor(min(THREADS, len(sources)) or 1)
    try:
        waiting = [pool.submit(_read, source, asker, day, known) for source in sources]
        for answer in waiting:
            yield answer.result()
    finally:
        asker.close()
        pool.shutdown(wait=False, cancel_futures=True)


def _read(source: Source, client: Client, today: date, known: Container[str]) -> Found:
    try:
        return read_source(source, client, today, known)
    except SourceError as error:
        return [_named(source, error)]
    except Exception as error:  # noqa: BLE001  # whatever one source does to a library, the others must air
        reason = f"{shown(source.address)}: tidak bisa dibaca ({type(error).__name__}); simpan halamannya sebagai .html atau .txt."
        return [_named(source, SourceError(reason))]


def _named(source: Source, error: SourceError) -> SourceError:
    """Put the name of a source before its own error, where the sentence does not begin with it."""
    if not source.name or str(error).startswith(source.name):
        return error
    named = type(error).__new__(type(error))
    named.__dict__.update(error.__dict__)
    named.args = (f"{source.name}: {error}",)
    named.__cause__ = error
    return named
