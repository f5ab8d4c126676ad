# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits apply, lead back, and carry places with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.text.edits import Edit, apply_all, difference
from redraft.text.span import Span

TEXT = st.text(alphabet="ab c", max_size=20)


@given(TEXT, TEXT)
def test_the_difference_of_two_texts_leads_there_and_back(old: str, new: str) -> None:
    edit = difference(old, new)
    if edit is None:
        assert old == new
    else:
        assert edit.apply(old) == new
        assert edit.inverse(old).apply(new) == old


@given(TEXT, st.data())
def test_a_mark_stays_on_its_words_or_goes(old: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    place = data.draw(st.integers(0, len(old)))
    edit = Edit(Span(place, data.draw(st.integers(place, len(old)))), "new")
    mapped = edit.map(Span(start, end))
    if mapped is not None:
        assert mapped.of(edit.apply(old)) == old[start:end]


def test_typing_inside_a_mark_loses_it() -> None:
    assert Edit(Span(3, 3), "x").map(Span(2, 5)) is None
    assert Edit(Span(2, 2), "x").map(Span(2, 5)) == Span(3, 6)
    assert Edit(Span(5, 5), "x").map(Span(2, 5)) == Span(2, 5)


def test_several_edits_are_given_in_places_of_the_original() -> None:
    assert apply_all("one two three", [Edit(Span(0, 3), "1"), Edit(Span(8, 13), "3")]) == "1 two 3"
