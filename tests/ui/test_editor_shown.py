# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page cannot hold is shown by stand-ins, and kept through edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.ui.editor.shown import edited, points, shown, units


def test_ordinary_text_is_shown_as_it_is() -> None:
    text = "“It’s—well…” Mr.\u00a0X said. \U0001f600\t\u2028"
    assert shown(text) == text


def test_characters_that_would_end_a_paragraph_or_vanish_have_stand_ins() -> None:
    assert shown("a\rb\u2029c\ufdd0d\x00e\ud800f") == "a␍b␍c␍d␀e\ufffdf"


def test_an_edit_keeps_what_a_stand_in_stands_for() -> None:
    assert edited(["a\rb"], ["xa␍b"]) == ["xa\rb"]
    assert edited(["a\rb", "c\x00d"], ["a␍bc␀d"]) == ["a\rbc\x00d"]
    assert edited(["a\rb"], ["a␍", "b"]) == ["a\r", "b"]


def test_an_edit_of_a_stand_in_is_taken_as_it_is() -> None:
    assert edited(["a\rb"], ["ab"]) == ["ab"]


_TEXTS = st.lists(st.text(alphabet="ab\r\x00é", max_size=5), min_size=1, max_size=3)


@given(_TEXTS, _TEXTS)
def test_the_page_shows_the_edit_it_was_told(before: list[str], after: list[str]) -> None:
    page = [shown(each) for each in after]
    assert [shown(each) for each in edited(before, page)] == page


@given(st.text(alphabet="ab\U0001f600", max_size=12))
def test_units_and_points_lead_back(text: str) -> None:
    for place in range(len(text) + 1):
        assert points(text, units(text, place)) == place
        assert units(text, place) == len(text[:place].encode("utf-16-le")) // 2
