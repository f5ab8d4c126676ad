# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through the findings."""

from __future__ import annotations

from redraft.checks.finding import Finding, Severity
from redraft.ui.editor.walk import at, following, preceding


def made(start: int, end: int) -> Finding:
    """A finding at a place."""
    return Finding("x", "other", Severity.ERROR, 0, start, end, "x" * (end - start), "?")


FOUND = {0: (made(2, 5), made(8, 9)), 3: (made(0, 4),)}


def of(index: int) -> tuple[Finding, ...]:
    """The findings of a paragraph."""
    return FOUND.get(index, ())


def test_forward_goes_on_and_round() -> None:
    assert following(4, of, (0, 0)) == (0, FOUND[0][0])
    assert following(4, of, (0, 3)) == (0, FOUND[0][1])
    assert following(4, of, (0, 9)) == (3, FOUND[3][0])
    assert following(4, of, (3, 4)) == (0, FOUND[0][0])


def test_back_goes_on_and_round() -> None:
    assert preceding(4, of, (3, 0)) == (0, FOUND[0][1])
    assert preceding(4, of, (0, 8)) == (0, FOUND[0][0])
    assert preceding(4, of, (0, 2)) == (3, FOUND[3][0])


def test_nothing_is_found_where_nothing_is() -> None:
    assert following(4, lambda _: (), (2, 0)) is None
    assert preceding(4, lambda _: (), (2, 0)) is None
    assert following(0, of, (0, 0)) is None


def test_the_finding_at_a_place() -> None:
    assert at(FOUND[0], 3) == FOUND[0][0]
    assert at(FOUND[0], 5) == FOUND[0][0]
    assert at(FOUND[0], 6) is None
