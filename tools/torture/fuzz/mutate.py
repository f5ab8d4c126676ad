# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes a sample at random: its bytes, the values of its JSON, the parts of its zip, the lines of its journal."""

from __future__ import annotations

import io
import json
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence

Mutator = Callable[[bytes, random.Random, Sequence[bytes]], bytes]
"""Makes a changed sample of a sample; the words are pieces that the reader knows."""

MOST = 400_000
"""Bytes of a changed sample: larger ones take time and say no more."""

_BYTES = (
    b"\0",
    b"\xff",
    b"\xfe\xff",
    b"\xed\xa0\x80",
    b"\xf4\x8f\xbf\xbf",
    b"\xe2\x80\xa8",
    b"\r",
    b"\n\n",
    b"\x1a",
    b" ",
)
_NUMBERS = (b"-1", b"0", b"65536", b"2147483648", b"99999999999999999999", b"1e999", b"0x10", b"NaN")
_NUMBER = re.compile(rb"-?\d+")
_DEEP = "@deep@"
_LONG = "@long@"
_VAST = "@vast@"
_ODD: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1 << 31,
    1 << 63,
    -(1 << 70),
    0.5,
    -0.0,
    float("nan"),
    float("inf"),
    "",
    "\0",
    "\ud800",
    "é" * 300,
    [],
    {},
    [[]],
    [None],
    {"": None},
    {"type": {}},
    [1, "a", None],
    _DEEP,
    _LONG,
    _VAST,
)


def of_bytes(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """One to four changes of its bytes: turned, taken out, put in, repeated, moved, cut off."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        _CHANGES[chance.randrange(len(_CHANGES))](made, chance, words)
    return bytes(made[:MOST])


def of_json(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """One to three of its values are others, or gone; now and then its bytes are changed instead."""
    try:
        told = json.loads(data)
    except ValueError:
        return of_bytes(data, chance, words)
    if chance.random() < 0.15:
        return of_bytes(data, chance, words)
    for _ in range(chance.choice((1, 1, 2, 3))):
        told = _changed(told, chance)
    text = json.dumps(told, ensure_ascii=chance.random() < 0.8, separators=chance.choice(((",", ":"), (", ", ": "))))
    text = text.replace(f'"{_DEEP}"', "[" * 5000 + "]" * 5000).replace(f'"{_VAST}"', "9" * 4000)
    return text.replace(_LONG, "long " * 5000).encode("utf-8", "surrogatepass")[:MOST]


def of_lines(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """Its lines are JSON: one is changed, taken out, repeated or moved."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    what = chance.random()
    if what < 0.7:
        lines[at] = of_json(lines[at], chance, words)
    elif what < 0.8:
        del lines[at]
    elif what < 0.9:
        lines.insert(chance.randrange(len(lines)), lines[at])
    else:
        return of_bytes(data, chance, words)
    return b"\n".join(lines)[:MOST]


def of_journal(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """As :func:`of_lines`, where each line begins with its checksum: most changes come with the right one."""
    if chance.random() < 0.2:
        return of_bytes(data, chance, words)
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    body = of_json(lines[at][9:], chance, words) if chance.random() < 0.8 else lines[chance.randrange(len(lines))][9:]
    lines[at] = b"%08x " % zlib.crc32(body) + body
    return b"\n".join(lines)[:MOST]


def of_zip(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """A part of it is changed, gone, there twice, or called otherwise; now and then its own bytes are changed."""
    if chance.random() < 0.15:
        return of_bytes(data, chance, words)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            parts = [(each.filename, opened.read(each)) for each in opened.infolist()]
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return of_bytes(data, chance, words)
    at = chance.randrange(len(parts))
    name, held = parts[at]
    what = chance.random()
    if what < 0.85:
        parts[at] = name, of_markup(held, chance, words)
    elif what < 0.9:
        del parts[at]
    elif what < 0.95:
        parts[at] = chance.choice(("../x", "/etc/passwd", "C:\\x", name + "/", name.upper(), "")), held
    else:
        parts.append((name, of_bytes(held, chance, words)))
    return _packed(parts)


def of_markup(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """Elements of it are taken out, repeated, moved, nested, or get other values; or its bytes are changed."""
    if chance.random() < 0.3:
        return of_bytes(data, chance, words)
    tags = [each.span() for each in re.finditer(rb"<[^<>]*>", data)]
    if len(tags) < 2:
        return of_bytes(data, chance, words)
    first, last = sorted(chance.sample(range(len(tags)), 2))
    start, end = tags[first][0], tags[min(last, first + chance.randrange(1, 12))][1]
    piece = data[start:end]
    what = chance.randrange(6)
    if what == 0:
        made = data[:start] + data[end:]
    elif what == 1:
        made = data[:end] + piece * chance.choice((1, 2, 300)) + data[end:]
    elif what == 2:
        place = tags[chance.randrange(len(tags))][0]
        made = data[:place] + piece + data[place:]
    elif what == 3:
        made = data[:start] + _with_other_values(piece, chance, words) + data[end:]
    elif what == 4:
        name = re.match(rb"<([\w:]+)", data[tags[first][0] :])
        depth = chance.choice((3, 300, 4000))
        own = name[1] if name else b"x"
        made = data[:start] + b"<%s>" % own * depth + b"</%s>" % own * depth + data[start:]
    else:
        made = data[:start] + chance.choice(words or _BYTES) + data[start:]
    return made[:MOST]


def _with_other_values(piece: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    values = [each.span(1) for each in re.finditer(rb'="([^"]*)"', piece)]
    if not values:
        return of_bytes(piece, chance, words)
    start, end = chance.choice(values)
    return piece[:start] + chance.choice((*_NUMBERS, b"", b"&#0;", b"&x;", b"\xff", *words)) + piece[end:]


def _packed(parts: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")
        for name, held in parts:
            made.writestr(zipfile.ZipInfo(name), held, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def _changed(told: object, chance: random.Random) -> object:
    """The same data with one value, anywhere in it, changed."""
    if isinstance(told, dict) and told and chance.random() < 0.9:
        key = chance.choice(list(told))
        what = chance.random()
        if what < 0.1:
            return {name: held for name, held in told.items() if name != key}
        if what < 0.15:
            return {**told, chance.choice(("", "gone", "type", "when", "0")): chance.choice(_ODD)}
        return {**told, key: _changed(told[key], chance)}
    if isinstance(told, list) and told and chance.random() < 0.9:
        at = chance.randrange(len(told))
        what = chance.random()
        if what < 0.1:
            return told[:at] + told[at + 1 :]
        if what < 0.2:
            return told[:at] + [told[at]] * chance.choice((2, 50)) + told[at + 1 :]
        return told[:at] + [_changed(told[at], chance)] + told[at + 1 :]
    if isinstance(told, int) and not isinstance(told, bool) and chance.random() < 0.5:
        return told + chance.choice((-told - 1, 1, -1, 1000, -told))
    if isinstance(told, str) and chance.random() < 0.3:
        return told[: len(told) // 2] + chance.choice(("\0", "\ud800", "\n", "\u2028", "🙂")) + told[len(told) // 2 :]
    return chance.choice(_ODD)


def _turn(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    for _ in range(chance.choice((1, 1, 3, 30)) if made else 0):
        made[chance.randrange(len(made))] = chance.randrange(256)


def _take_out(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    start = chance.randrange(len(made) + 1)
    del made[start : start + chance.choice((1, 2, 10, 200))]


def _put_in(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    start = chance.randrange(len(made) + 1)
    made[start:start] = chance.choice((*words, *_BYTES)) * chance.choice((1, 1, 1, 2, 3000))


def _repeat(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    start = chance.randrange(len(made) + 1)
    piece = made[start : start + chance.choice((1, 5, 40, 400))]
    made[start:start] = piece * chance.choice((1, 2, 20, 300))


def _move(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    start, place = chance.randrange(len(made) + 1), chance.randrange(len(made) + 1)
    made[place:place] = made[start : start + chance.choice((1, 8, 100, 1000))]


def _cut(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    if chance.random() < 0.3:
        del made[chance.randrange(len(made) + 1) :]


def _number(made: bytearray, chance: random.Random, words: Sequence[bytes]) -> None:
    found = [each.span() for each in _NUMBER.finditer(made)]
    if found:
        start, end = chance.choice(found)
        made[start:end] = chance.choice(_NUMBERS)


_CHANGES = (_turn, _turn, _take_out, _put_in, _put_in, _repeat, _move, _cut, _number)
