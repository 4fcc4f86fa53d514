"""Dataclasses to JSON and back: one generic pair for everything in `model`.

`load(type(x), dump(x)) == x` for any x built of dataclasses, tuples, mappings, dates, paths, enums and plain values.
A dataclass inside a union carries its name as `"type"`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path, PurePath
from typing import Any, Literal, TypeVar, cast

T = TypeVar("T")


def dump(thing: object) -> Any:  # noqa: PLR0911  # one return for each kind of thing
    """Return `thing` as JSON values.

    >>> from broadcast.model import Pause
    >>> dump(Pause(800))
    {'type': 'Pause', 'ms': 800}
    """
    if is_dataclass(thing) and not isinstance(thing, type):
        values = {item.name: dump(getattr(thing, item.name)) for item in fields(thing)}
        return {"type": type(thing).__name__, **values}
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, PurePath):
        return thing.as_posix()
    if isinstance(thing, Mapping):
        return {str(key): dump(value) for key, value in thing.items()}
    if isinstance(thing, (tuple, list)):
        return [dump(value) for value in thing]
    return thing


def load(kind: type[T], data: object) -> T:
    """Return the `kind` that `dump` turned into `data`.

    Raises TypeError or ValueError, naming the field, when the data does not fit.
    """
    return cast("T", _load(kind, data, kind.__name__))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _load(kind: Any, data: Any, where: str) -> object:  # one return for each kind of thing
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        return _load_union(typing.get_args(kind), data, where)
    if origin is Literal:
        return _expect(data, data in typing.get_args(kind), where, kind)
    if origin in {tuple, Sequence}:
        _expect(data, isinstance(data, list), where, kind)
        part = typing.get_args(kind)[0]
        return tuple(_load(part, value, f"{where}[{index}]") for index, value in enumerate(data))
    if origin is Mapping:
        _expect(data, isinstance(data, dict), where, kind)
        part = typing.get_args(kind)[1]
        return {key: _load(part, value, f"{where}.{key}") for key, value in data.items()}
    if is_dataclass(kind):
        return _load_dataclass(cast("type", kind), data, where)
    return _load_value(kind, data, where)


def _load_value(kind: Any, data: Any, where: str) -> object:
    if isinstance(kind, type) and issubclass(kind, (Enum, PurePath)):
        return Path(data) if issubclass(kind, PurePath) else kind(data)
    if kind is datetime or kind is date:
        return kind.fromisoformat(data)
    if kind is float and isinstance(data, int):
        return float(data)
    fits = data is None if kind is type(None) else type(data) is kind
    return _expect(data, fits, where, kind)


def _load_dataclass(kind: type, data: Any, where: str) -> object:
    _expect(data, isinstance(data, dict), where, kind)
    hints = _hints(kind)
    unknown = set(data) - set(hints) - {"type"}
    if unknown:
        raise ValueError(f"{where}: unknown field {min(unknown)!r}")
    return kind(**{name: _load(hints[name], data[name], f"{where}.{name}") for name in hints if name in data})


def _load_union(kinds: tuple[Any, ...], data: Any, where: str) -> object:
    if isinstance(data, dict):
        for kind in kinds:
            if is_dataclass(kind) and getattr(kind, "__name__", "") == data.get("type"):
                return _load(kind, data, where)
    plain = [kind for kind in kinds if not is_dataclass(kind)]
    for kind in plain:
        if type(data) is kind or (data is None and kind is type(None)):
            return data
    for kind in plain:
        if kind is not type(None):
            return _load(kind, data, where)
    raise TypeError(f"{where}: none of {[getattr(kind, '__name__', kind) for kind in kinds]} fits {data!r}")


def _expect(data: T, fits: bool, where: str, kind: Any) -> T:  # noqa: FBT001  # the verdict itself, not a mode
    if not fits:
        raise TypeError(f"{where}: {kind} expected, got {data!r}")
    return data
