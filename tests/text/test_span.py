# SPDX-License-Identifier: GPL-3.0-or-later
"""Half-open stretches."""

from __future__ import annotations

import pytest

from redraft.text.span import Span


def test_a_span_holds_its_start_and_not_its_end() -> None:
    assert Span(2, 4).holds(2)
    assert not Span(2, 4).holds(4)
    assert Span(2, 4).of("abcdef") == "cd"
    assert len(Span(2, 4)) == 2


def test_meeting_is_not_touching() -> None:
    assert not Span(0, 2).touches(Span(2, 4))
    assert Span(0, 3).touches(Span(2, 4))


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_impossible_stretches_are_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no such stretch"):
        Span(*ends)


def test_shifting_moves_both_ends() -> None:
    assert Span(1, 3).shifted(4) == Span(5, 7)
