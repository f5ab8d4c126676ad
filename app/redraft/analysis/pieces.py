# SPDX-License-Identifier: GPL-3.0-or-later
"""Large values on the pipe in small pieces, and each piece once: the window takes one in between two keys, and after
an edit hears only what has changed.

A value is a dataclass. Each of its fields that is a tuple is cut into blocks, any other field is one; a block is known
by a digest of its words. The blocks that the other side does not have go first, then the list of digests that tells
which blocks make the value. Where a block ends follows from what stands in it, so that an edit leaves the others alone.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, TypeVar, cast, get_origin, get_type_hints

from redraft.analysis.codec import from_plain, to_plain
from redraft.analysis.framing import Message

T = TypeVar("T")
_SMALL, _LARGE = 2_000, 12_000
"""Characters of JSON from which a block may end, and at which it must."""
_SELDOM = 4
"""Of so many values, one may end a block."""
_dumps = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


class Ledger:
    """The worker's side: what the window has been told so far."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._whole: dict[str, list[Any]] = {}

    def messages(self, part: str, value: object) -> list[Message]:
        """What is to be told so that the window has ``value`` as the story's ``part``; nothing where it has it."""
        made: list[Message] = []
        digests: list[Any] = []
        told: set[str] = set()
        for place, plain in enumerate(to_plain(value)):
            blocks = []
            several = isinstance(plain, list) and _is_tuple(type(value), place)
            for block in _blocks(plain) if several else [(plain, _dumps(plain))]:
                digest = _digest(f"{part} {place} {block[1]}")
                blocks.append(digest)
                if digest not in self._told | told:
                    made.append({"type": "piece", "part": part, "field": place, "digest": digest, "value": block[0]})
                told.add(digest)
            digests.append(blocks if several else blocks[0])
        if self._whole.get(part) == digests:
            return []
        return [*made, {"type": "story", "part": part, "pieces": digests}]

    def told(self, message: Message) -> None:
        """This message of :meth:`messages` was sent."""
        if message["type"] == "piece":
            self._told.add(message["digest"])
        elif message["type"] == "story" and "pieces" in message:
            self._whole[message["part"]] = message["pieces"]
            self._told = {each for whole in self._whole.values() for each in _flat(whole)}


class Shelf:
    """The window's side: the pieces that have come."""

    def __init__(self) -> None:
        self._blocks: dict[str, object] = {}
        self._whole: dict[str, list[str]] = {}

    def take(self, kind: type, message: Message) -> None:
        """A piece of a value of type ``kind`` has come.

        Raises:
            TypeError, ValueError: when it does not fit.
        """
        wanted = _kinds(kind)[message["field"]]
        self._blocks[message["digest"]] = from_plain(wanted, message["value"])

    def whole(self, kind: type[T], message: Message) -> T | None:
        """The value whose pieces the message tells; None when one is missing."""
        pieces = message["pieces"]
        if not all(each in self._blocks for each in _flat(pieces)):
            return None
        self._whole[message["part"]] = list(_flat(pieces))
        values: list[object] = []
        for each in pieces:
            if isinstance(each, list):
                values.append(tuple(one for digest in each for one in cast(tuple[object, ...], self._blocks[digest])))
            else:
                values.append(self._blocks[each])
        self._tidy()
        return kind(*values)

    def _tidy(self) -> None:
        wanted = {each for whole in self._whole.values() for each in whole}
        self._blocks = {digest: block for digest, block in self._blocks.items() if digest in wanted}


def _blocks(values: list[Any]) -> Iterator[tuple[list[Any], str]]:
    """The values in stretches, each with its JSON."""
    block: list[Any] = []
    words: list[str] = []
    size = 0
    for value in values:
        said = _dumps(value)
        block.append(value)
        words.append(said)
        size += len(said)
        if size >= _LARGE or (size >= _SMALL and zlib.crc32(said.encode("ascii")) % _SELDOM == 0):
            yield block, ",".join(words)
            block, words, size = [], [], 0
    if block:
        yield block, ",".join(words)


def _flat(pieces: list[Any]) -> Iterator[str]:
    for each in pieces:
        if isinstance(each, list):
            yield from each
        else:
            yield each


def _digest(words: str) -> str:
    return hashlib.blake2b(words.encode("ascii"), digest_size=12).hexdigest()


def _is_tuple(kind: type, place: int) -> bool:
    return get_origin(_kinds(kind)[place]) is tuple


def _kinds(kind: type) -> list[Any]:
    """The types of the fields, in order."""
    hints = get_type_hints(kind)
    return [hints[each.name] for each in fields(kind) if each.init]
