# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys are found where a search through all of them finds them."""

from __future__ import annotations

import numpy as np
import pytest

from redraft.checks.sorted_keys import SortedKeys


@pytest.mark.parametrize("number", [0, 1, 2, 1_000, 200_000])
def test_every_key_is_found_and_no_other(number: int) -> None:
    chance = np.random.default_rng(number)
    keys = np.unique(chance.integers(0, 1 << 32, number, dtype=np.uint32))
    others = chance.integers(0, 1 << 32, 5_000, dtype=np.uint32)
    found = SortedKeys(keys)
    assert len(found) == len(keys)
    assert (found.find(keys) == np.arange(len(keys))).all()
    known = np.isin(others, keys)
    assert ((found.find(others) < len(keys)) == known).all()


def test_rows_stay_rows_and_the_ends_are_found() -> None:
    keys = np.array([0, 7, 8, 0xFFFFFFFF], np.uint32)
    wanted = np.array([[0xFFFFFFFF, 1], [7, 0], [8, 0xFFFFFFFE]], np.uint32)
    assert SortedKeys(keys).find(wanted).tolist() == [[3, 4], [1, 0], [2, 4]]
