# SPDX-License-Identifier: GPL-3.0-or-later
"""Equal sentences find each other wherever they went, and repeated ones by their neighbours."""

from __future__ import annotations

from redraft.notes.placing.pairing import pairs
from redraft.notes.placing.wording import Wording

A, B, C, D = "The gate was locked again.", "Nobody had seen the boy.", "A lamp burned upstairs all night.", "She counted the coins twice."


def found(old: str, new: str) -> dict[int, int]:
    return pairs(Wording.of(old), Wording.of(new))


def test_a_moved_sentence_is_found() -> None:
    assert found(f"{A} {B} {C}", f"{C} {A} {B}") == {0: 1, 1: 2, 2: 0}


def test_a_repeated_sentence_is_known_by_its_neighbour() -> None:
    assert found(f"{A} Yes. {B} Yes. {C}", f"{B} Yes. {C} {D} {A} Yes.") == {0: 4, 1: 5, 2: 0, 3: 1, 4: 2}


def test_a_repeated_sentence_that_was_taken_out_has_no_place() -> None:
    assert found(f"{A} Yes. {B} Yes. {C}", f"{A} {B} Yes. {C}") == {0: 0, 2: 1, 3: 2, 4: 3}


def test_of_two_that_could_be_one_neither_is() -> None:
    assert found(f"{A} Yes. {B} Yes. {C}", f"{A} Yes. {C}") == {0: 0, 4: 2}


def test_a_short_sentence_alone_is_nobody() -> None:
    assert found(f"{A} Yes. {B}", f"{C} Yes. {D}") == {}
