# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph is cut for the model without losing a token."""

from redraft.language.preparation import Prepared


def test_speech_is_shown_to_the_model_in_double_marks() -> None:
    words, spaces, starts = next(Prepared("‘Go,’ he said. He left.").pieces())
    assert words == ['"', "Go", ",", '"', "he", "said", ".", "He", "left", "."]
    assert spaces[3] and not spaces[0]
    assert [place for place, start in enumerate(starts) if start] == [0, 7]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    prepared = Prepared("He ran. " * 1_500)
    pieces = list(prepared.pieces())
    assert [len(words) for words, _, _ in pieces] == [1_998, 1_998, 504]


def test_an_empty_paragraph_has_no_piece() -> None:
    assert list(Prepared("  ").pieces()) == []
