"""Where a station takes its articles from: `[sources]` and `[network]` of station.toml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from broadcast.errors import StationError
from broadcast.model import Net, Source, Station
from broadcast.station.checking import SOURCE_KEYS, Config, at, check_keys

_NAME = re.compile(r"[^\W_](?:[\w -]{0,38}[\w-])?")  # antara-jatim, Radio Kita
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}|[0-9A-Fa-f:]{2,39}")  # nas.radio.local, 192.168.1.5, fd00::5
_EXAMPLE = '"https://contoh.id/feed"'


def read_sources(config: Config) -> tuple[Source, ...]:
    """Return the sources of a station in the order of its file; StationError, naming the line, for what is none."""
    return tuple(_read_source(config.path, name, written) for name, written in config.values.get("sources", {}).items())


def read_net(config: Config) -> Net:
    """Return what intake may do on the network; StationError for a `private` that holds no host's name."""
    plain = Net()
    private = config.get("network", "private", [])
    for host in private:
        if not isinstance(host, str) or not _HOST.fullmatch(host.strip()):
            where = at(config.path, "private", "network")
            raise StationError(f'{where}: private berisi nama komputer saja, bukan {host!r}; contoh: private = ["nas.radio.local"].')
    total = float(config.get("network", "timeout", plain.total_s))
    return Net(
        connect_s=min(plain.connect_s, total),
        read_s=min(plain.read_s, total),
        total_s=total,
        limit=config.get("network", "limit_mb", plain.limit // 1_000_000) * 1_000_000,
        private=frozenset(host.strip().casefold() for host in private),
    )


def resolve(words: Sequence[str], station: Station) -> tuple[str | Source, ...]:
    """Return what intake is to read: a word that names a source of the station, and no file here, becomes that source.

    >>> from broadcast.station import open_station
    >>> resolve(["berita.txt", "-"], open_station(None))
    ('berita.txt', '-')
    """
    known = {source.name: source for source in station.sources}
    return tuple(known[word] if word in known and not _is_here(word) else word for word in words)


def choose_sources(words: Sequence[str], station: Station) -> tuple[Source, ...]:
    """Return the sources that are named, by name or web address; all of the station's when none is.

    Raises StationError for a word that is neither, naming the nearest source.
    """
    known = {source.name: source for source in station.sources}
    chosen = {word: known.get(word) or _at_address(word, known) for word in words}
    return tuple(chosen.values()) if words else station.sources


def _at_address(word: str, known: Mapping[str, Source]) -> Source:
    if trouble := _trouble(word):
        near = difflib.get_close_matches(word, list(known), 1)
        meant = f" (maksudnya {near[0]!r}?)" if near else ""
        choices = f"pilihan: {', '.join(known)}" if known else "station.toml belum memuat sumber"
        raise StationError(f"Sumber {word!r} tidak ada di [sources] station.toml{meant} dan {trouble}; {choices}.")
    return Source(word, word)


def _is_here(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def _read_source(path: Path, name: str, written: Any) -> Source:
    where = at(path, name, "sources")
    if not _NAME.fullmatch(name):
        raise StationError(f"{where}: nama sumber {name!r} tidak bisa; pakai huruf, angka, dan tanda hubung, misalnya antara-jatim.")
    values = {"address": written} if isinstance(written, str) else written
    if not isinstance(values, dict):
        raise StationError(f"{where}: {name} harus berupa alamat, misalnya {name} = {_EXAMPLE}, bukan {written!r}.")
    check_keys(path, "sources", values, SOURCE_KEYS, name)
    if "address" not in values:
        raise StationError(f"{where}: {name} belum punya alamat; tulis {{ address = {_EXAMPLE} }}.")
    address = values["address"].strip()
    if trouble := _trouble(address):
        raise StationError(f"{where}: {name} = {values['address']!r}: {trouble}; tulis seperti {_EXAMPLE}.")
    categories = values.get("categories", [])
    if not all(isinstance(one, (str, int)) and not isinstance(one, bool) and str(one).strip() for one in categories):
        place = at(path, "categories", f"sources.{name}")
        raise StationError(f'{place}: categories berisi nama atau nomor kategori, misalnya ["daerah", 12], bukan {categories!r}.')
    if categories and values.get("kind", "auto") in {"feed", "page"}:
        place = at(path, "categories", f"sources.{name}")
        raise StationError(f'{place}: categories hanya berlaku untuk situs WordPress; tulis kind = "wordpress" atau hapus categories.')
    plain = Source(name, address)
    return Source(
        name=name,
        address=address,
        kind=values.get("kind", plain.kind),
        categories=tuple(str(one).strip() for one in categories),
        most=values.get("most", plain.most),
        since_days=values.get("since_days", plain.since_days),
    )


def _trouble(address: str) -> str:
    """Say why this is no web address, or nothing.

    >>> _trouble("https://contoh.id/feed"), _trouble("contoh.id/feed")
    ('', 'bukan alamat web yang diawali https:// atau http://')
    """
    if not address.lower().startswith(("http://", "https://")):
        return "bukan alamat web yang diawali https:// atau http://"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "alamat webnya tidak sah"
    if parts.username is not None:
        return "alamat dengan nama pengguna atau sandi tidak diambil"
    return "" if parts.hostname and not any(char.isspace() for char in address) else "alamat webnya tidak lengkap"
