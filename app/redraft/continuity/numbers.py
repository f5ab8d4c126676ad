# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in words."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))


def number(words: str) -> int | None:
    """The number that words or digits say, from 0 to 99; None for anything else."""
    lower = words.lower().strip()
    if lower.isdigit():
        return int(lower) if int(lower) < 100 else None
    if lower in _SMALL:
        return _SMALL.index(lower)
    ten, hyphen, unit = lower.partition("-")
    if ten not in _TENS or (hyphen and unit not in _SMALL[1:10]):
        return None
    return _TENS[ten] + (_SMALL.index(unit) if unit else 0)
