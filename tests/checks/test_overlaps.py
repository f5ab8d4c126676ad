# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of two findings stays."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from redraft.checks.finding import Finding, Severity
from redraft.checks.overlaps import change, resolve


def finding(start: int, end: int, **fields: object) -> Finding:
    whole: dict[str, object] = {
        "check": "some", "category": "other", "severity": Severity.WARNING, "paragraph": 1, "start": start, "end": end,
        "text": "x" * (end - start), "message": "", **fields,
    }
    return Finding(**whole)  # type: ignore[arg-type]


def test_an_error_stays_before_a_warning() -> None:
    error, warning = finding(3, 5, severity=Severity.ERROR, weight=0.1), finding(0, 9, weight=0.9)
    assert resolve([warning, error]) == [error]


def test_the_surer_stays_of_two_alike() -> None:
    assert resolve([finding(0, 5, weight=0.4), finding(3, 8, weight=0.6)]) == [finding(3, 8, weight=0.6)]


def test_neighbours_both_stay() -> None:
    assert len(resolve([finding(0, 5), finding(5, 8)])) == 2


def test_one_place_by_two_judges_is_one_finding_with_the_first_judges_name() -> None:
    ours = finding(0, 5, suggestions=("a",), weight=0.4)
    theirs = finding(0, 5, suggestions=("b", "a"), engine="harper", weight=0.6)
    (kept,) = resolve([ours, theirs])
    assert kept.engine == "builtin"
    assert kept.suggestions == ("b", "a")


def test_one_change_in_two_frames_is_one_finding() -> None:
    wide = finding(0, 9, text="house and", suggestions=("house, and",), weight=0.6, engine="harper")
    narrow = finding(0, 5, text="house", suggestions=("house,",), weight=0.5)
    (kept,) = resolve([wide, narrow])
    assert (kept.engine, kept.text) == ("builtin", "house and")


def test_a_change_is_as_small_as_can_be() -> None:
    assert change(10, "house and", "house, and") == (15, 15, ",")
    assert change(10, "same", "same") == (14, 14, "")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8), st.sampled_from(list(Severity)), st.floats(0, 1)), max_size=12))
def test_what_is_left_never_overlaps(places: list[tuple[int, int, Severity, float]]) -> None:
    kept = resolve(finding(start, start + size, severity=severity, weight=weight) for start, size, severity, weight in places)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert bool(kept) == bool(places)
