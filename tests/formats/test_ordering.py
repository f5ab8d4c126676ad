# SPDX-License-Identifier: GPL-3.0-or-later
"""As few paragraphs as can be count as moved."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.ordering import longest_in_order


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([], []), ([0, 1, 2], [0, 1, 2]), ([2, 0, 1], [0, 1]), ([1, 2, 0], [1, 2]), ([0, 3, 1, 2], [0, 1, 2]),
        ([3, 4, 0, 1, 2], [0, 1, 2]),
    ],
)  # fmt: skip
def test_the_longest_run_stays(places: list[int], kept: list[int]) -> None:
    assert list(longest_in_order(dict(enumerate(places))).values()) == kept


@given(st.permutations(range(7)))
def test_it_is_in_order_and_none_is_longer(places: list[int]) -> None:
    kept = list(longest_in_order(dict(enumerate(places))).values())
    assert all(one < other for one, other in pairwise(kept))
    longer = combinations(places, len(kept) + 1)
    assert not any(all(one < other for one, other in pairwise(each)) for each in longer)
