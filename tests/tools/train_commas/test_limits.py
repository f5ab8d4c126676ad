# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the limits come to lie."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.train_commas.limits import clean_limit, lowest, stretches

ODDS = st.lists(st.floats(-9, 9), min_size=1, max_size=40)


@given(ODDS, ODDS)
def test_precision_falls_with_the_odds(spoilt: list[float], clean: list[float]) -> None:
    found = stretches(spoilt, clean, 0.5, 0.25)
    assert all(one.precision >= other.precision for one, other in pairwise(found))
    assert sum(each.errors for each in found) == pytest.approx(0.5 * len(spoilt))
    assert sum(each.clean for each in found) == pytest.approx(0.25 * len(clean))
    assert found[-1].lowest == min(*spoilt, *clean)


def test_the_limit_lies_where_errors_grow_too_few() -> None:
    found = stretches([5.0, 4.0, 3.0, 1.0], [3.5, 0.9, 0.8, 0.7, 0.6], 1.0, 1.0)
    assert lowest(found, 0.9) == 4.0
    assert lowest(found, 0.4) == 1.0
    assert lowest(found, 1.01) == 99.0


def test_in_a_clean_book_only_what_no_gap_comes_near() -> None:
    assert clean_limit([9.0] * 5, [8.0, 1.0, 0.5]) == 8.5


def test_one_gap_does_not_hide_many_errors() -> None:
    assert clean_limit([5.0] * 50, [8.0, 1.0, 0.5]) == 1.5
