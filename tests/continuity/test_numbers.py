# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in words."""

from __future__ import annotations

import pytest

from redraft.continuity.numbers import number


@pytest.mark.parametrize(("words", "value"), [("two", 2), ("Forty-one", 41), ("ninety", 90), ("17", 17), ("zero", 0)])
def test_numbers(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "several", "forty-ten", "-one", "100", "twenty-"])
def test_no_numbers(words: str) -> None:
    assert number(words) is None
