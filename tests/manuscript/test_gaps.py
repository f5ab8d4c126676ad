# SPDX-License-Identifier: GPL-3.0-or-later
"""When a larger gap means something."""

from __future__ import annotations

import pytest

from redraft.formats.plain import parse
from redraft.manuscript.gaps import before, insets, line_ends, threshold


@pytest.mark.parametrize(("gap", "count"), [("\n", 1), ("\r\n", 1), ("\n \n", 2), ("\r\n\r\n\r\n", 3), ("", 0), ("  \n", 1), ("\n\f\n", 3)])
def test_line_ends(gap: str, count: int) -> None:
    assert line_ends(gap) == count


@pytest.mark.parametrize(
    ("counts", "level"),
    [
        ([1] * 20 + [2], 2),
        ([2] * 20 + [3], 3),
        ([2] * 20 + [4, 5], 4),
        ([1] * 10 + [2] * 9, None),
        ([1] * 10 + [2] * 9 + [3], 3),
        ([2] * 20, None),
        ([2], None),
        ([], None),
        ([1, 2, 3], None),
    ],
)
def test_a_rare_larger_gap_is_a_break(counts: list[int], level: int | None) -> None:
    assert threshold(counts) == level


def test_empty_paragraphs_count_as_gap() -> None:
    paragraphs = parse("One.\nTwo.\n\n\nThree.").paragraphs
    assert before(paragraphs) == [0, 1, 3]


def test_a_set_off_verse_is_no_scene() -> None:
    prose = "He read it aloud, slowly, and nobody in the room said anything at all about it, or about him, or about the sea."
    paragraphs = parse("\n".join([prose] * 5 + ["", "Roses are red,", "violets are blue.", ""] + [prose] * 5)).paragraphs
    assert insets(paragraphs, before(paragraphs), 2) == {5, 7}
