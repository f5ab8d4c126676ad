# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of time and the days they imply."""

from __future__ import annotations

import pytest

from redraft.continuity.timeline import timeline
from tests.continuity.conftest import Analyse


def told(analyse: Analyse, *paragraphs: str) -> list[tuple[str, int | None]]:
    read = analyse(*paragraphs)
    return [(each.text, each.day) for each in timeline(list(range(len(read))), read, [1] * len(read))]


def test_days_are_counted_on(analyse: Analyse) -> None:
    texts = ("That morning he rose.", "The next day he left.", "Two days later he was back.", "A week later he died.")
    assert told(analyse, *texts) == [
        ("That morning", 1), ("The next day", 2), ("Two days later", 4), ("A week later", 11),
    ]


def test_weekdays_move_on_to_the_next_of_the_name(analyse: Analyse) -> None:
    assert told(analyse, "On Thursday he left.", "On Friday he came.", "On Monday he went.") == [
        ("On Thursday", 1), ("On Friday", 2), ("On Monday", 5),
    ]


def test_a_jump_of_unknown_length_ends_the_count(analyse: Analyse) -> None:
    assert told(analyse, "Some months later he left.", "The next day he came.") == [
        ("Some months later", None), ("The next day", None),
    ]


def test_a_day_that_is_not_now_moves_nothing(analyse: Analyse) -> None:
    assert told(analyse, "He left on Monday.", "He stayed until Friday.", "That evening he ate.") == [
        ("on Monday", 1), ("until Friday", None), ("That evening", 1),
    ]


@pytest.mark.parametrize(
    "text", ["“On Monday,” he said.", "He came on Mondays.", "He had ten to spare.", "He walked past midnight"
        " feasts to bed."]
)
def test_words_that_tell_no_time(analyse: Analyse, text: str) -> None:
    assert told(analyse, text) == []


def test_every_entry_has_its_place(analyse: Analyse) -> None:
    (entry,) = timeline([5, 6], analyse("Front, May 4", "He woke at ten to seven in the morning."), [0, 2])
    assert (entry.scene, entry.paragraph, entry.start, entry.end, entry.clock) == (2, 6, 11, 38, "06:50")


def test_a_weekday_told_as_the_day_of_the_story_counts_and_another_does_not(analyse: Analyse) -> None:
    texts = ("On the Thursday before the fair he rose.", "She taught Sunday school.", "The fair would begin on Saturday.",
             "He came on Friday.")  # fmt: skip
    assert told(analyse, *texts) == [("Thursday", 1), ("Sunday", None), ("on Saturday", None), ("on Friday", 2)]
