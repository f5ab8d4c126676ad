# SPDX-License-Identifier: GPL-3.0-or-later
"""The gaps between two words of a sentence where a comma stands or might stand."""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.commas.frame import Frame

Gap = tuple[int, int]
"""The words on either side, as indices of tokens: next to each other, or with one mark between."""


def gaps(frame: Frame) -> Iterator[Gap]:
    """The gaps of a sentence: a space between two words, or a comma or semicolon with a space behind it."""
    tokens = frame.tokens
    for left in range(frame.first, frame.last - 1):
        if not frame.is_word(left):
            continue
        right = left + 1
        if tokens[right].text in (",", ";"):
            right += 1
        elif tokens[left].end == tokens[right].start:
            continue
        if right < frame.last and frame.is_word(right) and tokens[right].start > tokens[right - 1].end:
            yield left, right
