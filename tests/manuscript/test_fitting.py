# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids and gaps when paragraphs come and go."""

from __future__ import annotations

from itertools import count

import pytest

from redraft.formats.plain import parse
from redraft.formats.registry import read_bytes
from redraft.manuscript.fitting import Change, Fitter, Habit
from redraft.manuscript.model import Manuscript, Paragraph


def edit(source: str, first: int, last: int, texts: list[str]) -> tuple[str, list[int]]:
    """The source after the edit, and the ids then."""
    manuscript = read_bytes(source.encode(), "story").manuscript
    paragraphs = list(manuscript.paragraphs)
    change = Fitter(manuscript, count(100)).change(paragraphs, first, last, texts)
    if change:
        paragraphs[change.index : change.index + len(change.removed)] = change.inserted
    return manuscript.with_paragraphs(paragraphs).source, [each.id for each in paragraphs]


@pytest.mark.parametrize(
    ("source", "first", "last", "texts", "result", "ids"),
    [
        ("A\n\nB\n\nC\n", 1, 2, ["b"], "A\n\nb\n\nC\n", [0, 1, 2]),
        ("A\n\nBB\n\nC\n", 1, 2, ["B", "B"], "A\n\nB\n\nB\n\nC\n", [0, 1, 100, 2]),
        ("A\n\nB\n\nC\n", 1, 2, ["", "B"], "A\n\n\n\nB\n\nC\n", [0, 100, 1, 2]),
        ("A\n\nB\n\nC\n", 0, 2, ["AB"], "AB\n\nC\n", [0, 2]),
        ("A\n\nB\n\n\n\nC\n", 1, 2, ["B1", "B2"], "A\n\nB1\n\nB2\n\n\n\nC\n", [0, 1, 100, 2]),
        ("A\n\nB\n\n\n\nC", 1, 2, [], "A\n\n\n\nC", [0, 2]),
        ("A\n\nB\n\nC", 2, 3, [], "A\n\nB", [0, 1]),
        ("A\n\nB\n\nC\n", 0, 1, [], "B\n\nC\n", [1, 2]),
        ("A\nB", 2, 2, ["C"], "A\nB\nC", [0, 1, 100]),
        ("A\n\nB\n", 2, 2, ["C", "D"], "A\n\nB\n\nC\n\nD\n", [0, 1, 100, 101]),
        ("A\n\nB\n", 1, 1, ["C"], "A\n\nC\n\nB\n", [0, 100, 1]),
        ("A\r\nB\r\n", 0, 0, ["C"], "C\r\nA\r\nB\r\n", [100, 0, 1]),
        ("    A\n    B\n", 1, 2, ["B", "C"], "    A\n    B\n    C\n", [0, 1, 100]),
        ("    A\n    B\n        * * *\n", 2, 3, ["* * *", ""], "    A\n    B\n        * * *\n\n", [0, 1, 2, 100]),
        ("A\nB", 0, 2, ["A", "X", "B"], "A\nX\nB", [0, 100, 1]),
        ("A\nB", 0, 2, ["A", "B"], "A\nB", [0, 1]),
        ("", 0, 1, ["A", "B"], "A\nB", [0, 100]),
    ],
)  # fmt: skip
def test_replacing(source: str, first: int, last: int, texts: list[str], result: str, ids: list[int]) -> None:
    assert edit(source, first, last, texts) == (result, ids)


GIANT = tuple(Paragraph(each, f"Piece {each}.", f"Piece {each}.", " " if each < 2 else "\n") for each in range(3))


@pytest.mark.parametrize(
    ("first", "last", "texts", "result"),
    [
        (1, 2, ["Changed."], "Piece 0. Changed. Piece 2.\n"),
        (1, 2, ["Split.", "Here."], "Piece 0. Split.\nHere. Piece 2.\n"),
        (1, 2, ["", "Piece 1."], "Piece 0.\n\nPiece 1. Piece 2.\n"),
        (0, 3, ["a", "b", "c"], "a b c\n"),
        (1, 1, ["New."], "Piece 0.\nNew.\nPiece 1. Piece 2.\n"),
        (1, 2, [], "Piece 0. Piece 2.\n"),
        (2, 3, [], "Piece 0. Piece 1.\n"),
        (0, 2, ["Both."], "Both. Piece 2.\n"),
    ],
)
def test_pieces_stay_together_unless_they_are_split(first: int, last: int, texts: list[str], result: str) -> None:
    manuscript = Manuscript(None, paragraphs=GIANT)
    paragraphs = list(GIANT)
    change = Fitter(manuscript, count(100)).change(paragraphs, first, last, texts)
    assert change is not None
    paragraphs[change.index : change.index + len(change.removed)] = change.inserted
    assert manuscript.with_paragraphs(paragraphs).source == result


def test_habits() -> None:
    parsed = parse("  A\n\n  B\n\n  C\n\n\n\nD")
    assert Habit.of(Manuscript(None, paragraphs=parsed.paragraphs), 0) == Habit("\n\n", "  ")
    assert Habit.of(Manuscript(None, paragraphs=(Paragraph(0, "", "", ""),)), 0) == Habit("\n", "")


def test_changes_compose_where_the_later_lies_in_the_earlier() -> None:
    a, b, c, d = (Paragraph(0, each, each) for each in "abcd")
    first = Change(3, (a,), (b, c))
    assert first.then(Change(4, (c,), (d,))) == Change(3, (a,), (b, d))
    assert first.then(Change(5, (c,), (d,))) is None
    assert first.then(Change(2, (c,), (d,))) is None
    assert first.inverse().inverse() == first
