# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words may have been meant."""

from __future__ import annotations

import pytest

from redraft.checks.rules.slips.meant import is_inflection, meant_by


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("moth", "mouth"), ("char", "chair"), ("form", "from"), ("nigh", "night"), ("silent", "silence"),
        ("angry", "anger"), ("sadly", "sad"), ("tire", "tired"), ("dead", "death"), ("happy", "happily"),
    ],
)
def test_a_letter_or_an_ending_away(written: str, meant: str) -> None:
    assert meant in meant_by(written)


def test_a_word_is_not_meant_by_itself_nor_by_one_far_away() -> None:
    assert "mouth" not in meant_by("mouth")
    assert "cave" not in meant_by("mouth")
    assert set(meant_by("qqqqqq")) == set()


def test_rare_words_are_not_meant() -> None:
    assert "moth" not in meant_by("mouth") or meant_by("mouth")["moth"] > 0
    assert "maist" not in meant_by("moist")


def test_an_s_alone_is_an_inflection() -> None:
    assert is_inflection("door", "doors")
    assert is_inflection("ladies", "lady")
    assert not is_inflection("dead", "death")
