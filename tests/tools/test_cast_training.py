# SPDX-License-Identifier: GPL-3.0-or-later
"""What clues to a speaker are worth is learned from what is known; the measure guesses no paragraph by its labels."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from tools.evaluate_cast.books import Book, _guessed, _joined
from tools.train_speakers.examples import Conversation, Example, Vocabulary, _right
from tools.train_speakers.fit import EXPECTED, fit
from tools.train_speakers.labels import is_kept_out


def turn(known: Vocabulary, right: tuple[int, ...] | None) -> Example:
    """Of two persons the first has the clue "good", the second "bad"."""
    nothing = np.array([], int)
    columns = np.array([known["good"], known["bad"]])
    return Example([1, 2, None], np.array([0, 1]), columns, np.array([1.0, 1.0]), nothing, nothing, right)


def test_clues_of_the_right_ones_gain() -> None:
    known = Vocabulary()
    talks = [Conversation([turn(known, (0,)), turn(known, None)]) for _ in range(40)]
    weights = fit(talks, known, 6, Random(1))
    assert weights[known["good"]] > 0.3 > weights[known["bad"]]


def test_what_is_held_stays() -> None:
    known = Vocabulary()
    weights = fit([Conversation([turn(known, (0,))])], known, 2, Random(1))
    assert {name: round(float(weights[known[name]]), 3) for name in EXPECTED} == EXPECTED


@pytest.mark.parametrize(
    ("label", "places"), [(2, (1,)), (9, (2,)), (None, (2,)), ("he", (0,)), ("she", (1,))],
)
def test_which_candidates_may_be_right(label: int | str | None, places: tuple[int, ...]) -> None:
    assert _right([1, 2, None], label, {1: "he", 2: "she"}) == places
    assert _right([1], label, {}) == (0,)


def test_paragraphs_are_guessed_from_the_sentences() -> None:
    lines = [line.split() for line in ("Tom sat .", "“ Yes , ”", "he said .", "“ No .", "Never . ”", "He rose .")]
    begins = _guessed(lines)
    assert begins == [True, True, False, True, False, False]
    texts, where = _joined(lines, begins)
    assert texts == ["Tom sat.", "“Yes,” he said.", "“No. Never.” He rose."]
    assert where[4, 0] == (2, 5, 10)


def test_the_parts_are_by_name() -> None:
    parts = {Book(str(number), [], [], [], False).part for number in range(60)}
    assert parts == {"train", "dev", "test"}


@pytest.mark.parametrize("name", ["jane-austen_emma", "158_emma", "e-m-forster_howards-end", "105_persuasion"])
def test_nothing_is_learned_from_what_others_test_with(name: str) -> None:
    assert is_kept_out(name)
    assert not is_kept_out("agatha-christie_the-secret-adversary")
