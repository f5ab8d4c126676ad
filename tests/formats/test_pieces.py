# SPDX-License-Identifier: GPL-3.0-or-later
"""Giant paragraphs in pieces."""

from __future__ import annotations

from itertools import pairwise

from redraft.formats.pieces import LONGEST_WORDS, cuts, parted, whole
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.model import Paragraph

SENTENCE = "She counted the steps again, “Eleven.” "


def test_an_ordinary_paragraph_is_whole() -> None:
    assert cuts(SENTENCE * 200) == []


def test_a_giant_is_cut_behind_sentences() -> None:
    text = SENTENCE * 6000
    places = [0, *cuts(text), len(text)]
    assert len(places) > 20
    assert all(text[place - 2 : place] == ".”" for place in places[1:-1])
    assert all(len(text[one:other].split()) <= 1.4 * LONGEST_WORDS for one, other in pairwise(places))


def test_without_sentences_between_words_without_words_anywhere() -> None:
    text = "word " * 30_000
    assert all(text[place] == " " for place in cuts(text))
    assert len(cuts("x" * 100_000)) >= 8


def test_a_giant_paragraph_with_formatting_is_whole_again_when_saved() -> None:
    text = "He said so. " * 2500
    marks = (Mark(0, len(text) - 1, MarkKind.BOLD), Mark(9000, 9004, MarkKind.ITALIC), Mark(100, 100, MarkKind.NOTE))
    giant = Paragraph(5, text, text, "\n", marks=tidy(marks), tied="7")
    pieces = parted(giant)
    assert [each.id for each in pieces] == list(range(5, 5 + len(pieces)))
    assert len(pieces) > 2 and all(len(each.text) <= 12_000 for each in pieces)
    assert "".join(each.raw + each.gap for each in pieces) == text + "\n"
    assert whole(pieces) == [giant]


def test_short_paragraphs_are_left_alone() -> None:
    two = [Paragraph(0, "One.", "One."), Paragraph(1, "Two.", "Two.", "")]
    assert [parted(each) for each in two] == [[two[0]], [two[1]]]
    assert whole(two) == two
