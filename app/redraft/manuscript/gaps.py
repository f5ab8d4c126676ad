# SPDX-License-Identifier: GPL-3.0-or-later
"""Extra blank lines as scene breaks: only where the text is regular enough for them to mean something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from redraft.manuscript.model import Paragraph

_RARE = 0.15
_INSET_LINE = 60
_INSET_LINES = 14


def line_ends(gap: str) -> int:
    """How many lines end in the text between two paragraphs; CRLF is one."""
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") + gap.count("\f") + gap.count("\u2029")


def before(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For each paragraph the line ends between it and the last one before it that has words in it."""
    result: list[int] = []
    ends = 0
    for paragraph in paragraphs:
        result.append(ends)
        own = line_ends(paragraph.gap)
        ends = ends + own if not paragraph.text.strip() else own
    return result


def threshold(counts: Sequence[int]) -> int | None:
    """From how many line ends on a gap between two body paragraphs is a scene break; None where none can be told.

    The text's usual gap must be common and the larger ones rare: at most one in seven.
    """
    if not counts:
        return None
    usual, times = Counter(counts).most_common(1)[0]
    for level in sorted({each for each in counts if each > usual}):
        larger = sum(each >= level for each in counts)
        if larger <= max(1, _RARE * len(counts)) and times >= 2 * larger:
            return level
    return None


def insets(paragraphs: Sequence[Paragraph], ends: Sequence[int], level: int) -> set[int]:
    """The places at which verse, a letter's head or a list, set off by larger gaps, begins, and the story goes on."""
    edges = [place for place, count in enumerate(ends) if count >= level]
    found: set[int] = set()
    for first, last in pairwise(edges):
        lines = [each.text for each in paragraphs[first:last] if each.text.strip()]
        if len(lines) <= _INSET_LINES and all(len(line) < _INSET_LINE for line in lines):
            found.update((first, last))
    return found
