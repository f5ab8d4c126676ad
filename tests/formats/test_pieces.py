# SPDX-License-Identifier: GPL-3.0-or-later
"""Giant paragraphs in pieces."""

from __future__ import annotations

from itertools import pairwise

from redraft.formats.pieces import LONGEST_WORDS, cuts

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
