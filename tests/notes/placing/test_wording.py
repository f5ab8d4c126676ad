# SPDX-License-Identifier: GPL-3.0-or-later
"""What stays the same when quotes, dashes and line breaks change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.notes.placing.wording import Stretch, Wording, fold

TEXT = "“Don’t go,” said Mr. Ray. It rained…\nall day.\n\nChapter 2\n\nHe went!"


def test_words_are_lower_case_and_straight_with_their_places() -> None:
    wording = Wording.of(TEXT)
    assert wording.words[:5] == ["don't", "go", "said", "mr", "ray"]
    assert [TEXT[a:b] for a, b in zip(wording.starts, wording.ends, strict=True)][:2] == ["Don’t", "go"]


def test_sentences_end_at_marks_and_blank_lines_not_at_line_ends_or_titles() -> None:
    assert Wording.of(TEXT).keys == ["don't go said mr ray", "it rained", "all day", "chapter 2", "he went"]
    assert Wording.of("It was\na dark night.").keys == ["it was a dark night"]


@pytest.mark.parametrize("other", [TEXT.replace("“", '"').replace("”", '"').replace("’", "'"), TEXT.replace("…", "..."), TEXT.replace("\n\n", "\n \n")])
def test_typography_changes_no_word_and_no_sentence(other: str) -> None:
    assert Wording.of(other).keys == Wording.of(TEXT).keys


def test_which_words_a_stretch_touches() -> None:
    wording = Wording.of("one two three")
    assert wording.stretch(4, 7) == Stretch(1, 2)
    assert wording.stretch(5, 9) == Stretch(1, 3)
    assert len(wording.stretch(3, 4)) == 0


def test_sentences_by_word() -> None:
    wording = Wording.of("One. Two three. Four.")
    assert [wording.sentence_at(each) for each in range(4)] == [0, 1, 1, 2]
    assert wording.sentence(1) == Stretch(1, 3)


@given(st.text(max_size=60))
def test_folding_keeps_the_length_and_words_keep_their_letters(text: str) -> None:
    assert len(fold(text)) == len(text)
    wording = Wording.of(text)
    assert all(text[a:b].replace("’", "'").lower() == word or "'" in word for word, a, b in zip(wording.words, wording.starts, wording.ends, strict=True))
    assert len(wording.keys) == len(wording.sentences)
