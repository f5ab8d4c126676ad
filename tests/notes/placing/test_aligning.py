# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of each word."""

from __future__ import annotations

import pytest

from redraft.notes.placing.aligning import Image, aligned, likeness


def images(old: str, new: str) -> list[tuple[int, int, float] | None]:
    return [each and tuple(each) for each in aligned(old.split(), new.split())]


def test_the_same_words_are_themselves() -> None:
    assert images("a b c", "x a b c") == [(1, 2, 1), (2, 3, 1), (3, 4, 1)]
    assert aligned(["a"], ["a"], 7) == [Image(7, 8, 1.0)]


def test_a_word_taken_out_has_no_image() -> None:
    assert images("a b c", "a c") == [(0, 1, 1), None, (1, 2, 1)]


def test_a_slip_put_right_is_nearly_the_same_word() -> None:
    assert images("a rouge ninja", "a rogue ninja")[1] == (1, 2, 0.8)
    assert images("an alot here", "an a lot here")[1] == (1, 3, 0.8)


def test_another_word_between_the_same_neighbours_says_so() -> None:
    assert images("said anko softly", "said mira softly")[1] == (1, 2, 0)
    assert images("he walked off", "he had vanished off")[1] == (1, 3, 0)


@pytest.mark.parametrize(("one", "other", "share"), [("rouge", "rogue", 1), ("teh", "the", 1), ("ren", "then", 0.5), ("a", "a", 1), ("a", "b", 0), ("", "", 0), ("door", "doors", 0.8)])
def test_likeness(one: str, other: str, share: float) -> None:
    assert likeness(one, other) == pytest.approx(share)
