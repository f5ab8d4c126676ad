# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely words are between their neighbours."""

from __future__ import annotations

import pytest

from redraft.checks.fluency import bits, swap_gain
from redraft.language.analysis import Token


@pytest.mark.parametrize(
    ("before", "right", "wrong", "behind"),
    [
        (("opened", "his"), "mouth", "mouse", ("to", "speak")),
        ((".", "the"), "mouth", "moth", ("of", "the")),
        (("in", "front"), "of", "off", ("the", "house")),
    ],
)
def test_what_novels_have_is_likelier(before: tuple[str, str], right: str, wrong: str, behind: tuple[str, str]) -> None:
    assert bits(before, (right,), behind) > bits(before, (wrong,), behind) + 3


def test_what_no_novel_has_is_not_impossible() -> None:
    assert bits(("xyzzy", "plugh"), ("qwertz",), ("asdf", "yxcv")) > -200


def test_a_row_may_be_longer_or_empty() -> None:
    """A small word between *wanted* and *know* is worth more than the word it costs."""
    gap = bits(("she", "wanted"), (), ("know", "why"))
    assert bits(("she", "wanted"), ("to",), ("know", "why")) > gap
    assert bits(("she", "wanted"), ("to",), ("know", "why")) > bits(("she", "wanted"), ("to", "the"), ("know", "why"))


def test_a_swap_is_weighed_in_its_place() -> None:
    tokens = [Token(0, 0, each) for each in ("They", "walked", "in", "silent", ".")]
    assert swap_gain(tokens, 3, 4, ("silence",)) > 5 > swap_gain(tokens, 3, 4, ("silently",))
    assert swap_gain(tokens, 3, 4, ("silent",)) == 0.0
