# SPDX-License-Identifier: GPL-3.0-or-later
"""What novels have between two words."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.checks import frames, hashed_counts
from redraft.checks.frames import between, gain_of, missing, wrong


def test_a_usual_small_word_is_known_and_an_unusual_one_is_not() -> None:
    assert between("wanted", "to", "know") > 50
    assert between("wanted", "of", "know") == 0.0
    assert between("wanted", "xyzzy", "know") == 0.0


def test_a_gap_gains_where_nothing_else_is_usual() -> None:
    assert missing("wanted", "to", "know") > 5 > missing("in", "to", "the")
    assert wrong("arrived", "to", "at", "the") > 3 > wrong("arrived", "at", "to", "the")


def test_gain_is_measured_in_bits() -> None:
    assert gain_of(3.7, 0.7) == pytest.approx(2.0)
    assert gain_of(5.0, 5.0) == 0.0


def test_without_the_table_nothing_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    frames._table.cache_clear()
    monkeypatch.setattr(hashed_counts, "resource", lambda *parts: tmp_path.joinpath(*parts))
    try:
        assert between("wanted", "to", "know") == 0.0
    finally:
        frames._table.cache_clear()
