# SPDX-License-Identifier: GPL-3.0-or-later
"""Two sides' changes are merged, and neither is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.manuscript.merging import Merged, merged
from redraft.manuscript.model import Paragraph


def made(texts: str, first: int = 0) -> list[Paragraph]:
    """A paragraph a letter."""
    return [Paragraph(first + place, each, each, "\n\n") for place, each in enumerate(texts)]


def merge(base: str, mine: str, theirs: str) -> Merged:
    return merged(made(base), made(mine), made(theirs))


def text(found: Merged) -> str:
    return "".join(each.text for each in found.paragraphs)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected", "clashes"),
    [
        ("abc", "abc", "abc", "abc", 0),
        ("abc", "aXc", "abc", "aXc", 0),
        ("abc", "abc", "aYc", "aYc", 0),
        ("abcde", "Xbcde", "abcdY", "XbcdY", 0),
        ("abc", "aXc", "aXc", "aXc", 0),
        ("abc", "aXc", "aYc", "aXYc", 1),
        ("abc", "ac", "abc", "ac", 0),
        ("abc", "abc", "ac", "ac", 0),
        ("abc", "ac", "aYc", "aYc", 1),
        ("abc", "abcX", "abcY", "abcXY", 1),
        ("", "X", "Y", "XY", 1),
        ("abc", "", "abc", "", 0),
    ],
)
def test_merge(base: str, mine: str, theirs: str, expected: str, clashes: int) -> None:
    found = merge(base, mine, theirs)
    assert text(found) == expected and len(found.conflicts) == clashes


def test_a_clash_says_where_each_side_stands() -> None:
    found = merge("abc", "aXc", "aYZc")
    assert found.conflicts == ((1, 2, 4),) and found.taken == 1


def test_what_stays_keeps_its_id_and_no_two_have_one() -> None:
    found = merged(made("abc"), made("abc"), made("aYc", 7))
    ids = [each.id for each in found.paragraphs]
    assert (ids[0], ids[2]) == (0, 2) and len(set(ids)) == 3


def test_what_ended_a_text_is_parted_from_what_follows() -> None:
    mine, theirs = made("abX"), made("abY")
    for side in (mine, theirs):
        side[-1] = Paragraph(side[-1].id, side[-1].text, side[-1].raw, "\n")
    found = merged(made("ab"), mine, theirs)
    assert [each.gap for each in found.paragraphs] == ["\n\n", "\n\n", "\n\n", "\n"]


LETTERS = st.text("abcdef", max_size=8)


@given(LETTERS, LETTERS, LETTERS)
def test_nothing_that_a_side_wrote_is_lost(base: str, mine: str, theirs: str) -> None:
    found = merge(base, mine, theirs)
    assert set(text(found)) >= (set(mine) | set(theirs)) - set(base)
    assert len({each.id for each in found.paragraphs}) == len(found.paragraphs)


@given(LETTERS, LETTERS)
def test_one_side_alone_is_taken_as_it_is(base: str, side: str) -> None:
    assert text(merge(base, side, base)) == side
    assert text(merge(base, base, side)) == side
    assert text(merge(base, side, side)) == side
