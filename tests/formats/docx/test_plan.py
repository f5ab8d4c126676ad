# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be done to a file's paragraphs."""

from __future__ import annotations

import pytest

from redraft.formats.docx.plan import Segment, plan
from redraft.manuscript.model import Paragraph
from redraft.text.edits import apply_all


def tied(*texts: str) -> list[Paragraph]:
    """Paragraphs tied to elements 0, 1, 2 …"""
    return [Paragraph(at, text, text, tied=str(at)) for at, text in enumerate(texts)]


def new(text: str, tie: str = "") -> Paragraph:
    return Paragraph(9, text, text, tied=tie)


OLD = tied("one", "two words", "three")


def told(segments: list[Segment]) -> list[tuple[str, str, str, str]]:
    return [
        ("|".join(each.text for each in part), "|".join(each.text for each in segment.new), "|".join(each.text for each in segment.gone), "|".join(each.text for each in segment.lead))
        for segment in segments if not segment.unchanged for part in [segment.old]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fresh", "expected"),
    [
        ([new("one", "0"), new("two words", "1"), new("three", "2")], []),
        ([new("one", "0"), new("two word", "1"), new("three", "2")], [("two words", "two word", "", "")]),
        ([new("one", "0"), new("three", "2")], [("one", "one", "two words", "")]),
        ([new("new"), new("one", "0"), new("two words", "1"), new("three", "2")], [("one", "one", "", "new")]),
        ([new("one", "0"), new("two words three", "1")], [("two words|three", "two words three", "", "")]),
        ([new("one", "0"), new("two", "1"), new("words"), new("three", "2")], [("two words", "two|words", "", "")]),
        ([new("three", "2"), new("one", "0"), new("two words", "1")], [("one", "one", "", "three"), ("two words", "two words", "three", "")]),
        ([new("else")], [("one", "else", "two words|three", "")]),
    ],
)  # fmt: skip
def test_segments(fresh: list[Paragraph], expected: list[tuple[str, str, str, str]]) -> None:
    assert told(plan(OLD, fresh)) == expected


def test_a_tie_that_comes_twice_counts_once() -> None:
    segments = plan(OLD, [new("one", "0"), new("one", "0"), new("two words", "1"), new("three", "2")])
    assert [(len(each.lead), len(each.new)) for each in segments] == [(1, 1), (0, 1), (0, 1)]


@pytest.mark.parametrize(("old", "fresh"), [(["a b", "c"], ["a", "b c"]), (["", "end,he"], ["lampend,he"]), (["x"], ["x", "", "y"]), (["a", "b", "c"], ["c b a"])])
def test_the_edits_of_a_segment_make_the_new_text(old: list[str], fresh: list[str]) -> None:
    segment = Segment(tied(*old), [new(each) for each in fresh])
    edits = segment.edits(iter(()))
    assert apply_all("\n".join(old), edits) == "\n".join(fresh)
    assert all("\n" not in each.replacement or not len(each.span) for each in edits)
