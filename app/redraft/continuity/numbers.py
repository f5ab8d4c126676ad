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


_FIRSTS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS = dict(
    zip("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), range(20, 100, 10),
        strict=True)
)  # fmt: skip


_DECADES = dict(
    zip("twenties thirties forties fifties sixties seventies eighties".split(), range(25, 95, 10), strict=True))


def ordinal_or_number(words: str) -> int | None:
    """The number that "twelve", "12", "twelfth", "twenty-first", "12th" or "twelve years old" says; None for others."""
    parts = words.lower().strip().split()
    if not parts:
        return None
    if parts[0] in _DECADES:
        return _DECADES[parts[0]]
    word = parts[0].removesuffix("-year-old")
    if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return int(word[:-2])
    if word in _FIRSTS:
        return _FIRSTS.index(word)
    if word in _TENTHS:
        return _TENTHS[word]
    ten, hyphen, unit = word.partition("-")
    if hyphen and ten in _TENS and unit in _FIRSTS[1:10]:
        return _TENS[ten] + _FIRSTS.index(unit)
    return number(word)
