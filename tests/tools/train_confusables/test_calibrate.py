# SPDX-License-Identifier: GPL-3.0-or-later
"""How swaps are counted while the judges are weighed."""

from __future__ import annotations

from tools.train_confusables.calibrate import _after

from redraft.checks.rules.confused.verdict import Evidence


def test_a_swap_takes_a_word_and_gives_another() -> None:
    """The book has the right word once less and the wrong one once more."""
    assert _after({"pear": 3, "pair": 1}, "pair", "Pear") == {"pair": 0, "pear": 4}


def test_a_word_that_the_book_does_not_count_is_never_there_less_than_never() -> None:
    """Parts of compounds are not counted; what is left of them is none, and can be weighed."""
    counts = _after({}, "pair", "pear")
    assert counts == {"pair": 0, "pear": 1}
    assert Evidence(None, 1.0, other_here=counts["pair"], written_here=counts["pear"]).values()
