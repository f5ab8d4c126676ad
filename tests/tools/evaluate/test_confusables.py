# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are swapped within their set, the sets by turns."""

from __future__ import annotations

from collections import Counter

from tools.evaluate.confusables import Tally, read_sets, swaps

from redraft.formats.registry import read_bytes

SETS = read_sets("# a note\nto/too/two\nthan/then\nlonely\nthen/them\n")


def test_the_first_set_of_a_word_counts() -> None:
    assert SETS["then"] == ("than", "then")
    assert SETS["two"] == ("to", "too", "two")
    assert "lonely" not in SETS


def test_one_word_in_every_fourth_paragraph_the_rarest_set_first() -> None:
    text = "\n\n".join(["Then he went to town."] * 8)
    made: Counter[str] = Counter({"to/too/two": 1})
    errors = dict(swaps(read_bytes(text.encode(), "a.txt").manuscript, SETS, made))
    assert sorted(errors) == [0, 4]
    assert errors[0].text == "Than he went to town."
    assert made.total() == 3


def test_a_row_counts_the_sets_that_it_is_about() -> None:
    tally = Tally(Counter({"to/too/two": 4, "than/then": 4}), Counter({"to/too/two": 3}), Counter({"to/too/two": 1}))
    assert tally.row("often", {"to/too/two", "its/it's"}).split()[-5:] == ["3/4", "75%", "found", "25%", "fixed"]
    assert tally.row("all", {"to/too/two", "than/then"}).startswith("all, 2 of 2 sets")
    assert "0/0 0% found" in tally.row("none", {"its/it's"})
