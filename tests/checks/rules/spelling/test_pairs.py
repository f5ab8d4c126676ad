# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words follow one another."""

from pathlib import Path

import pytest

from redraft.checks import hashed_counts
from redraft.checks.rules.spelling import pairs
from redraft.checks.rules.spelling.pairs import EDGE, fit, likelihood, neighbours, pieces


def test_pieces_end_alike() -> None:
    assert pieces('He ran! "Why?" 42') == [EDGE, "he", "ran", EDGE, EDGE, "why", EDGE, EDGE, "0", EDGE]


def test_neighbours_of_a_place() -> None:
    text = "He walked in teh house."
    assert neighbours(text, 13, 16) == ("in", "house")
    assert neighbours(text, 0, 2) == (EDGE, "walked")
    assert neighbours(text, 17, 22) == ("teh", EDGE)


def test_what_is_usual_fits_better() -> None:
    assert fit("of", "the", "house") > fit("of", "ten", "house")
    assert fit("out", "of the", "house") > fit("out", "oft he", "house")


def test_one_word_or_two() -> None:
    one, two = likelihood("saw", ("himself",), "in"), likelihood("saw", ("him", "self"), "in")
    assert one is not None and two is not None and one > two


def test_a_missing_table_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hashed_counts, "resource", lambda *parts: tmp_path.joinpath(*parts))
    pairs._table.cache_clear()
    try:
        assert fit("of", "the", "house") == 0.0 and likelihood("a", ("b",), "c") is None
    finally:
        pairs._table.cache_clear()
