# SPDX-License-Identifier: GPL-3.0-or-later
"""What stayed in its place when paragraphs were moved: the longest run that is still in the order of the file.

The longest increasing subsequence by patience sorting (Fredman: On computing the length of longest increasing
subsequences, 1975), so that as few paragraphs as can be count as moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping


def longest_in_order(places: Mapping[int, int]) -> dict[int, int]:
    """Of paragraphs, by where they are now, and their places in the file: those of the longest run in its order.

    ``places`` is in the order of its keys, and so is the answer.
    """
    tails: list[int] = []
    heads: list[int] = []
    previous: dict[int, int] = {}
    for now, place in places.items():
        found = bisect_left(tails, place)
        if found:
            previous[now] = heads[found - 1]
        tails[found : found + 1], heads[found : found + 1] = [place], [now]
    kept: dict[int, int] = {}
    last = heads[-1] if heads else None
    while last is not None:
        kept[last] = places[last]
        last = previous.get(last)
    return dict(sorted(kept.items()))
