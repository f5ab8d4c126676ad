# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs of two versions side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.text.aligning import Pair, aligned

TEXTS = st.lists(st.sampled_from(["one two three", "one two four", "x", "", "something else here", "one"]), max_size=7)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a b"], ["a b"], [(0, 0)]),
        (["the cat sat", "x"], ["the cat sits", "x"], [(0, 0), (1, 1)]),
        (["a b c d"], ["new one", "a b c e"], [(None, 0), (0, 1)]),
        (["a b c d", "gone entirely now"], ["a b c e"], [(0, 0), (1, None)]),
        (["wholly other"], ["nothing common"], [(0, None), (None, 0)]),
        ([], ["x"], [(None, 0)]),
        (["x"], [], [(0, None)]),
    ],
)
def test_pairs(old: list[str], new: list[str], pairs: list[Pair]) -> None:
    assert aligned(old, new) == pairs


@given(TEXTS, TEXTS)
def test_every_paragraph_is_there_once_in_order(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)
    assert [a for a, _ in pairs if a is not None] == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))


def test_very_many_changed_paragraphs_are_paired_in_order() -> None:
    old, new = [f"old {at}" for at in range(300)], [f"new {at}" for at in range(301)]
    assert aligned(old, new)[-1] == (None, 300)
