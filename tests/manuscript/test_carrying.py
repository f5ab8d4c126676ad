# SPDX-License-Identifier: GPL-3.0-or-later
"""Formatting through splitting, joining, undo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.manuscript.carrying import following_shape
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.session import Session
from redraft.manuscript.shape import BODY, Shape, ShapeKind

IT, NOTE = MarkKind.ITALIC, MarkKind.NOTE
HEADING = Shape(ShapeKind.HEADING, 1)
QUOTE = Shape(ShapeKind.QUOTE)


def session(*given: tuple[str, tuple[Mark, ...]], shape: Shape = BODY) -> Session:
    paragraphs = tuple(
        Paragraph(at, text, text, "\n", marks=marks, shape=shape, tied=str(at)) for at, (text, marks) in enumerate(given)
    )
    return Session(Manuscript(None, paragraphs=paragraphs))


def put(story: Session, first: int, last: int, texts: list[str]) -> None:
    story.replace(first, last, texts, label="typing", initiator="test")


def shown(story: Session) -> list[tuple[str, list[str]]]:
    return [(each.text, [each.text[mark.start : mark.end] for mark in each.marks]) for each in story.paragraphs]


def test_a_split_parts_the_marks_and_keeps_the_tie_once() -> None:
    story = session(("He was so very tired.", (Mark(7, 14, IT),)), shape=QUOTE)
    put(story, 0, 1, ["He was so", "very tired."])
    assert shown(story) == [("He was so", ["so"]), ("very tired.", ["very"])]
    assert [each.tied for each in story.paragraphs] == ["0", ""]
    assert [each.shape for each in story.paragraphs] == [QUOTE, QUOTE]


def test_joining_keeps_the_marks_of_both() -> None:
    story = session(("One two", (Mark(0, 3, IT),)), ("three four", (Mark(6, 10, IT), Mark(5, 5, NOTE))))
    put(story, 0, 2, ["One two three four"])
    assert shown(story) == [("One two three four", ["One", "", "four"])]


def test_several_corrections_leave_what_is_between() -> None:
    text = "teh cat and so teh dog"
    story = session((text, (Mark(12, 14, IT),)))
    story.replace_many({0: "the cat and so the dog"}, label="x", initiator="t")
    assert shown(story) == [("the cat and so the dog", ["so"])]


def test_what_follows_a_heading_is_body() -> None:
    story = session(("Chapter One", ()), shape=HEADING)
    put(story, 0, 1, ["Chapter One", "It began."])
    assert [each.shape for each in story.paragraphs] == [HEADING, BODY]
    assert following_shape(story.paragraphs[0]) == BODY
    put(story, 0, 1, ["Chapter", "One"])
    assert [each.shape for each in story.paragraphs] == [HEADING, HEADING, BODY]


def test_a_scene_mark_that_is_written_over_is_body() -> None:
    story = session(("* * *", ()), shape=Shape(ShapeKind.MARK))
    put(story, 0, 1, ["Words."])
    assert story.paragraphs[0].shape == BODY


def test_a_look_over_several_paragraphs_is_one_step() -> None:
    story = session(("One two", ()), ("three", ()), ("four five", ()))
    story.set_look(0, 4, 2, 4, IT, True, label="italics", initiator="t")
    assert shown(story) == [("One two", ["two"]), ("three", ["three"]), ("four five", ["four"])]
    assert story.modified
    assert story.undo()
    assert shown(story) == [("One two", []), ("three", []), ("four five", [])]
    assert not story.modified


WORDS = st.lists(st.sampled_from(["One", "two", "three.", "four,", "", "one two"]), max_size=4).map(" ".join)


@given(
    st.lists(st.tuples(WORDS, st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.lists(WORDS, max_size=3)), max_size=6),
)
def test_undoing_everything_brings_every_mark_back(
    drawn: list[tuple[str, int, int]], edits: list[tuple[int, int, list[str]]]
) -> None:
    made = []
    for text, a, b in drawn:
        start, end = sorted((min(a, len(text)), min(b, len(text))))
        made.append((text, (Mark(start, end, IT if start < end else NOTE),)))
    story = session(*made)
    before = list(story.paragraphs)
    for a, b, texts in edits:
        first, last = sorted((min(a, len(story.paragraphs)), min(b, len(story.paragraphs))))
        put(story, first, last, texts)
        for each in story.paragraphs:
            assert all(0 <= mark.start <= mark.end <= len(each.text) for mark in each.marks)
    after = list(story.paragraphs)
    while story.undo():
        pass
    assert list(story.paragraphs) == before
    while story.redo():
        pass
    assert list(story.paragraphs) == after
