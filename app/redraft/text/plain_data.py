# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON from a disk or from strangers: whatever is wrong with it is one error.

Python's own reader raises three kinds (a text nested too deeply is a RecursionError, a number too long to be one value
an OverflowError once it is used), and reads NaN and Infinity, which JSON does not have and no comparison survives.
"""

from __future__ import annotations

import json
from math import isfinite

_MOST_DIGITS = 300


def plain_data(text: str | bytes) -> object:
    """What the text tells: objects, lists, strings, finite numbers, booleans and None.

    Raises:
        ValueError: when it is no JSON, is nested too deeply, or holds a number that is none or far too long.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode(json.detect_encoding(text), "surrogatepass")
        return _READER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _refused(told: str) -> object:
    raise ValueError(f"{told} is no number")


def _finite(told: str) -> float:
    number = float(told)
    return number if isfinite(number) else _too_long()


def _whole(told: str) -> int:
    return int(told) if len(told) <= _MOST_DIGITS else _too_long()


def _too_long() -> int:
    raise ValueError("a number is too long")


_READER = json.JSONDecoder(parse_constant=_refused, parse_float=_finite, parse_int=_whole)
