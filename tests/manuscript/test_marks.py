# SPDX-License-Identifier: GPL-3.0-or-later
"""Formatting stays on its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.manuscript.carrying import fine_edits
from redraft.manuscript.marks import LOOKS, Mark, MarkKind, covers, mapped, through, tidy, toggled, within
from redraft.text.edits import Edit, trimmed, word_edits
from redraft.text.span import Span

IT, B, LINK, NOTE, COMMENT = MarkKind.ITALIC, MarkKind.BOLD, MarkKind.LINK, MarkKind.NOTE, MarkKind.COMMENT
TEXTS = st.text(st.sampled_from("ab .,\n"), max_size=24)


def after(old: str, new: str, *marks: Mark) -> list[tuple[MarkKind, str]]:
    """What each mark covers once ``new`` stands in the place of ``old``."""
    borders = [place for each in marks for place in (each.start, each.end)]
    moved = mapped(marks, fine_edits(old, new, borders), old)
    return [(each.kind, new[each.start : each.end] if not each.is_point else f"@{each.start}") for each in moved]


@pytest.mark.parametrize(
    ("old", "new", "mark", "covered"),
    [
        ("He was so tired.", "He was, so tired.", Mark(7, 9, IT), "so"),
        ("He was so tired.", "He was sow tired.", Mark(7, 9, IT), "sow"),
        ("He was so tired.", "He was so so tired.", Mark(7, 9, IT), "so"),
        ("It was teh end.", "It was the end.", Mark(7, 10, IT), "the"),
        ("unbelievable", "unbelievably", Mark(2, 12, IT), "believably"),
        ("Rouge ninja", "A rogue ninja", Mark(0, 5, IT), "A rogue"),
        ("one two three", "one three", Mark(4, 8, IT), None),
        ("one two three", "one 2 three", Mark(0, 7, B), "one 2"),
        ("see here", "see here now", Mark(4, 8, LINK), "here"),
        ("see here", "see there", Mark(4, 8, LINK), "there"),
        ("a cat sat", "a sat", Mark(2, 5, COMMENT), "@2"),
        ("Said the cat", "Said, the cat", Mark(4, 4, NOTE), "@5"),
        ("The end.", "The end. Really.", Mark(8, 8, NOTE), "@8"),
        ("a word here", "a deed here", Mark(6, 6, NOTE), "@6"),
    ],
)
def test_a_mark_stays_on_its_words(old: str, new: str, mark: Mark, covered: str | None) -> None:
    assert after(old, new, mark) == ([(mark.kind, covered)] if covered else [])


def test_typing_at_a_paragraphs_start_takes_the_look_that_follows() -> None:
    mark = Mark(2, 5, IT)
    edit = Edit(Span(2, 2), "x")
    assert through(mark, edit, "a\nbcd") == Mark(2, 6, IT)
    assert through(mark, edit, "a bcd") == Mark(3, 6, IT)


@given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24), st.sampled_from(MarkKind)), max_size=5))
def test_marks_stay_inside_the_text_and_points_are_never_lost(
    old: str, new: str, drawn: list[tuple[int, int, MarkKind]]
) -> None:
    size = len(old)
    marks = [Mark(min(a, b, size), min(max(a, b), size), kind) for a, b, kind in drawn]
    moved = mapped(marks, trimmed(word_edits(old, new), old), old)
    assert all(0 <= each.start <= each.end <= len(new) for each in moved)
    assert len([each for each in moved if each.is_point]) >= len([each for each in marks if each.is_point])
    assert list(moved) == sorted(moved)


@given(TEXTS, st.integers(0, 24), st.integers(0, 24), st.text("xy ", max_size=4))
def test_characters_that_stay_keep_their_look(text: str, a: int, b: int, new: str) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    marks = [Mark(place, place + 1, IT) for place in range(0, len(text), 2)]
    edit = Edit(Span(start, end), new)
    moved = mapped(marks, [edit], text)
    looks = {place for each in moved for place in range(each.start, each.end)}
    for place in [*range(start), *range(end, len(text))]:
        now = place if place < start else place + edit.growth
        assert (now in looks) == (place % 2 == 0)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=6), st.sampled_from(sorted(LOOKS)))
def test_a_look_is_set_and_taken_by_character(deeds: list[tuple[int, int, bool]], kind: MarkKind) -> None:
    marks: tuple[Mark, ...] = (Mark(1, 3, MarkKind.LINK),)
    expected: set[int] = set()
    for a, b, on in deeds:
        start, end = sorted((a, b))
        marks = toggled(marks, start, end, kind, on)
        expected = expected | set(range(start, end)) if on else expected - set(range(start, end))
    assert {place for each in marks if each.kind is kind for place in range(each.start, each.end)} == expected
    assert Mark(1, 3, MarkKind.LINK) in marks
    assert all(covers(marks, each, each + 1, kind) for each in expected)


def test_looks_that_meet_are_one() -> None:
    assert tidy([Mark(3, 5, IT), Mark(0, 3, IT), Mark(5, 6, B)]) == (Mark(0, 5, IT), Mark(5, 6, B))
    assert tidy([Mark(0, 3, LINK, "a"), Mark(3, 5, LINK, "b")]) == (Mark(0, 3, LINK, "a"), Mark(3, 5, LINK, "b"))


def test_a_piece_has_its_own_marks() -> None:
    marks = (Mark(0, 4, IT), Mark(4, 4, NOTE), Mark(6, 8, B))
    assert within(marks, 2, 7) == (Mark(0, 2, IT), Mark(2, 2, NOTE), Mark(4, 5, B))
