# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through the findings in reading order, from where the caret is. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redraft.checks.finding import Finding

Found = tuple[int, Finding]


def following(count: int, findings_of: Callable[[int], Sequence[Finding]], place: tuple[int, int]) -> Found | None:
    """The first finding that starts at or behind ``place`` (paragraph index, offset), else the first of all."""
    for index in range(place[0], count):
        for finding in findings_of(index):
            if index != place[0] or finding.start >= place[1]:
                return index, finding
    for index in range(min(place[0] + 1, count)):
        for finding in findings_of(index):
            return index, finding
    return None


def preceding(count: int, findings_of: Callable[[int], Sequence[Finding]], place: tuple[int, int]) -> Found | None:
    """The last finding that ends before ``place``, else the last of all."""
    for index in range(min(place[0], count - 1), -1, -1):
        for finding in reversed(findings_of(index)):
            if index != place[0] or finding.end <= place[1]:
                return index, finding
    for index in range(count - 1, -1, -1):
        for finding in reversed(findings_of(index)):
            return index, finding
    return None


def at(findings: Sequence[Finding], offset: int) -> Finding | None:
    """The finding whose words are at ``offset``, or touch it."""
    inside = next((each for each in findings if each.start <= offset < each.end), None)
    return inside or next((each for each in findings if each.end == offset), None)
