# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of each word."""

from __future__ import annotations

import pytest

from redraft.notes.placing.aligning import Image, aligned, aligned_at_length, likeness


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


def test_long_passages_are_cut_at_what_occurs_once() -> None:
    old = [word for number in range(400) for word in ("the", "lamp", f"w{number}", "and", "again")]
    new = ["x", *(f"{each}s" if each.startswith("w") and each.endswith("7") else each for each in old)]
    found = aligned_at_length(old, new, 3)
    assert len(found) == len(old)
    assert sum(each is not None and each.first == place + 4 for place, each in enumerate(found)) > 0.99 * len(old)


def test_long_passages_with_nothing_in_common_have_no_images() -> None:
    assert aligned_at_length(["a"] * 1000, ["b"] * 1000) == [None] * 1000
    assert set(aligned_at_length([f"a{each}" for each in range(900)], [f"b{each}" for each in range(900)])) == {None}
