# SPDX-License-Identifier: GPL-3.0-or-later
"""Frozen dataclasses to plain JSON data and back, by their type hints: no class needs code of its own.

A dataclass becomes the list of its fields in order (short on the pipe); tuples, lists and sets become lists;
enums their value; a mapping a list of pairs when its keys are not strings.

How each type is read is worked out once and kept as a function: the window reads a novel's cast between two keys.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Read = Callable[[Any], Any]
_PLAIN = frozenset({str, int, float, bool, type(None)})


def to_plain(value: object) -> Any:
    """Plain data for ``value``."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind in (tuple, list):
        return [each if type(each) in _PLAIN else to_plain(each) for each in cast(list[object], value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value):
        return [to_plain(getattr(value, each)) for each in _names(cast(Any, kind))]
    if isinstance(value, Mapping):
        return [[to_plain(key), to_plain(item)] for key, item in value.items()]
    if isinstance(value, frozenset | set):
        return sorted((to_plain(each) for each in value), key=repr)
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    raise TypeError(f"no plain form for {kind.__name__}")


def from_plain(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` that :func:`to_plain` made ``data`` of.

    Raises:
        TypeError, ValueError: when the data do not fit.
    """
    return cast(T, _reader(cast(Any, kind))(data))


@cache
def _reader(kind: Any) -> _Read:
    """What reads data as a value of this type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _either(kind)
    if origin in (tuple, list, frozenset, set):
        return _sequence(origin, get_args(kind))
    if origin is not None and issubclass(origin, Mapping):
        key, item = map(_reader, get_args(kind))
        return lambda data: {key(a): item(b) for a, b in data}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind)
    if is_dataclass(kind):
        return _dataclass(cast(type, kind))
    if isinstance(kind, type):
        return _of_type(kind)
    return lambda data: data


def _of_type(kind: type) -> _Read:
    def read(data: Any) -> Any:
        if type(data) is kind:
            return data
        if kind is float and isinstance(data, int):
            return float(data)
        if not isinstance(data, kind):
            raise TypeError(f"{data!r} is no {kind.__name__}")
        return data

    return read


def _enum(kind: type[Enum]) -> _Read:
    members = {each.value: each for each in kind}

    def read(data: Any) -> Enum:
        found = members.get(data)
        return kind(data) if found is None else found

    return read


def _either(kind: Any) -> _Read:
    kinds = get_args(kind)
    readers = [_reader(each) for each in kinds if each is not type(None)]

    def read(data: Any) -> Any:
        if data is None and type(None) in kinds:
            return None
        for each in readers:
            try:
                return each(data)
            except (TypeError, ValueError):
                continue
        raise TypeError(f"{data!r} fits none of {kinds}")

    return read


def _sequence(origin: Any, kinds: tuple[Any, ...]) -> _Read:
    if origin is tuple and not (len(kinds) == 2 and kinds[1] is Ellipsis):
        readers = [_reader(each) for each in kinds]
        return lambda data: tuple(each(one) for each, one in zip(readers, _list(data), strict=True))
    plain, reader = kinds[0] in _PLAIN, _reader(kinds[0])
    alike = {kinds[0]}

    def read(data: Any) -> Any:
        if plain and alike.issuperset(map(type, _list(data))):
            return origin(data)
        return origin(map(reader, _list(data)))

    return read


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError(f"{data!r} is no list")
    return data


def _dataclass(kind: type) -> _Read:
    names = _names(kind)
    readers: list[_Read] = []
    usual: list[Any] = []

    def read(data: Any) -> Any:
        if not readers:  # only now: a dataclass may hold others of its kind
            hints = get_type_hints(kind)
            usual.extend(hints[each] for each in names)
            readers.extend(_reader(each) for each in usual)
        if not isinstance(data, list) or len(data) != len(readers):
            raise TypeError(f"not the fields of {kind.__name__}")
        if usual == list(map(type, data)):
            return kind(*data)  # numbers and words alone, each of its type
        return kind(*[each(one) for each, one in zip(readers, data, strict=True)])

    return read


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.init)
