# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters look as the marks and the markup of their paragraph say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.manuscript.marks import Mark, MarkKind
from redraft.ui.editor.dressing import Stretch, points_behind, stretches

ITALIC, BOLD = MarkKind.ITALIC, MarkKind.BOLD


def test_plain_text_is_one_plain_stretch() -> None:
    assert stretches("So it was.", ()) == [Stretch(0, 10)]
    assert stretches("", ()) == []


def test_marks_that_overlap_part_the_text() -> None:
    made = stretches("abcdef", (Mark(0, 4, ITALIC), Mark(2, 6, BOLD)))
    assert [(each.start, each.end, each.kinds) for each in made] == [
        (0, 2, {ITALIC}), (2, 4, {ITALIC, BOLD}), (4, 6, {BOLD})]


def test_markup_is_dimmed_and_what_it_embraces_set() -> None:
    made = stretches("He *did* it.", ())
    assert [(each.start, each.end) for each in made if each.dim] == [(3, 4), (7, 8)]
    assert [(each.start, each.end) for each in made if ITALIC in each.kinds] == [(4, 7)]


def test_markup_and_marks_add_up() -> None:
    made = stretches("*so*", (Mark(0, 4, BOLD),))
    assert [each.kinds for each in made] == [{BOLD}, {BOLD, ITALIC}, {BOLD}]


def test_a_point_has_room_behind_the_letter_before_it() -> None:
    note = Mark(3, 3, MarkKind.NOTE, "why", "1")
    made = stretches("abcdef", (note,))
    assert [(each.start, each.end, each.room) for each in made] == [(0, 2, ()), (2, 3, (note,)), (3, 6, ())]


def test_a_point_at_the_start_has_no_letter_before_it() -> None:
    assert [each.room for each in stretches("abc", (Mark(0, 0, MarkKind.DELETED, "x"),))] == [()]


def test_what_is_not_seen_needs_no_stretch() -> None:
    assert all(each.plain for each in stretches("abc", (Mark(0, 2, MarkKind.LANGUAGE, "fr"),)))
    assert points_behind((Mark(1, 1, MarkKind.COMMENT),)) == {}


@given(st.text("ab *_<i>", max_size=30), st.lists(st.tuples(
    st.integers(0, 30), st.integers(0, 30), st.sampled_from(list(MarkKind))), max_size=6))
def test_stretches_always_cover_the_text(text: str, raw: list[tuple[int, int, MarkKind]]) -> None:
    marks = [Mark(min(a, b, len(text)), min(max(a, b), len(text)), kind) for a, b, kind in raw]
    made = stretches(text, marks)
    assert "".join(text[each.start : each.end] for each in made) == text
