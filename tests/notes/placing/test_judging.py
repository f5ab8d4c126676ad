# SPDX-License-Identifier: GPL-3.0-or-later
"""The floor: a place, or a scatter of words."""

from __future__ import annotations

from redraft.notes.placing.aligning import Image
from redraft.notes.placing.judging import BY_QUOTE, IN_COPY, judged
from redraft.notes.placing.wording import Stretch


def run(first: int, count: int, weight: float = 1.0) -> list[Image | None]:
    return [Image(each, each + 1, weight) for each in range(first, first + count)]


NOTHING: list[Image | None] = [None] * 8


def test_words_that_stand_where_everything_stands() -> None:
    assert judged(run(0, 8), run(8, 3), run(11, 8), BY_QUOTE) == Stretch(8, 11)


def test_nothing_left_is_lost() -> None:
    assert judged(run(0, 8), [None], run(8, 8), IN_COPY) is None


def test_a_common_word_in_a_passage_written_anew_is_lost() -> None:
    assert judged(NOTHING, run(5, 1), NOTHING, IN_COPY) is None
    assert judged([*NOTHING[:6], *run(3, 2)], run(5, 1), NOTHING, IN_COPY) is None


def test_a_sentence_that_stands_needs_no_surroundings() -> None:
    assert judged(NOTHING, run(5, 9), NOTHING, BY_QUOTE) == Stretch(5, 14)


def test_a_name_changed_among_words_that_stand_keeps_its_note() -> None:
    assert judged(run(0, 8), run(8, 1, 0.0), run(9, 8), IN_COPY) == Stretch(8, 9)
    assert judged([*NOTHING[:7], *run(7, 1)], run(8, 1, 0.0), [*run(9, 1), *NOTHING[:7]], IN_COPY) is None


def test_strays_do_not_stretch_a_note() -> None:
    note = [*run(10, 6), Image(30, 31, 1.0)]
    assert judged(run(2, 8), note, run(31, 8), IN_COPY) == Stretch(10, 16)


def test_a_short_note_far_from_its_neighbour_is_not_taken_by_quotation() -> None:
    assert judged(run(0, 8), run(12, 1), run(13, 8), BY_QUOTE) is None
    assert judged(run(0, 8), run(8, 1), run(9, 8), BY_QUOTE) == Stretch(8, 9)
