# SPDX-License-Identifier: GPL-3.0-or-later
"""Frozen dataclasses to plain JSON data and back, by their type hints: no class needs code of its own.

A dataclass becomes the list of its fields in order (short on the pipe); tuples, lists and sets become lists;
enums their value; a mapping a list of pairs when its keys are not strings.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Plain data for ``value``."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [to_plain(getattr(value, each)) for each in _names(type(value))]
    if isinstance(value, Mapping):
        return [[to_plain(key), to_plain(item)] for key, item in value.items()]
    if isinstance(value, frozenset | set):
        return sorted((to_plain(each) for each in value), key=repr)
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` that :func:`to_plain` made ``data`` of.

    Raises:
        TypeError, ValueError: when the data do not fit.
    """
    return cast(T, _value(kind, data))


def _value(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind, data)
    if origin in (tuple, list, frozenset, set):
        return _sequence(origin, get_args(kind), data)
    if origin is not None and issubclass(origin, Mapping):
        key, item = get_args(kind)
        return {_value(key, a): _value(item, b) for a, b in data}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if is_dataclass(kind):
        return _dataclass(cast(type, kind), data)
    if kind is float and isinstance(data, int):
        return float(data)
    if isinstance(kind, type) and not isinstance(data, kind):
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return data


def _optional(kind: Any, data: Any) -> Any:
    kinds = get_args(kind)
    if data is None and type(None) in kinds:
        return None
    for each in kinds:
        if each is type(None):
            continue
        try:
            return _value(each, data)
        except (TypeError, ValueError):
            continue
    raise TypeError(f"{data!r} fits none of {kinds}")


def _sequence(origin: Any, kinds: tuple[Any, ...], data: Any) -> Any:
    if not isinstance(data, list):
        raise TypeError(f"{data!r} is no list")
    if origin is tuple and not (len(kinds) == 2 and kinds[1] is Ellipsis):
        return tuple(_value(kind, each) for kind, each in zip(kinds, data, strict=True))
    return origin(_value(kinds[0], each) for each in data)


def _dataclass(kind: type, data: Any) -> Any:
    hints = _hints(kind)
    names = _names(kind)
    if not isinstance(data, list) or len(data) != len(names):
        raise TypeError(f"not the fields of {kind.__name__}")
    return kind(*(_value(hints[name], each) for name, each in zip(names, data, strict=True)))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.init)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
