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
    assert told(analyse, *texts) == [("Thursday", 1), ("on Saturday", None), ("on Friday", 2)]


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (("Chapter Three: Tuesday", "On Thursday he left."), [1, 3]),
        (("On Tuesday he left.", "He did not die on Wednesday, or on Thursday neither. He died on Friday."), [1, None, None, 4]),
        (("On Tuesday he left.", "Wednesday and Thursday passed slowly."), [1, 2, 3]),
        (("On Tuesday he left.", "On Friday the letter had come already."), [1, None]),
        (("That day he left.", "He learned it within the next day.", "Three days passed.", "The following week he wrote."), [1, 4, None]),
        (("Tuesday, September 11", "Wednesday, September 12", "The following day, which was Wednesday, he left."), [1, 1, 2, 2, 2, 2]),
        (("On May 4 he left.", "On May 9 he came."), [1, 6]), (("4 May", "On 30 April he left.", "6 May"), [1, None, 3]),
        (("That day he left.", "Twenty years later he came.", "The next day he slept."), [1, None, None]),
    ],
)
def test_days_told_in_other_ways(analyse: Analyse, texts: tuple[str, ...], days: list[int | None]) -> None:
    assert [day for _, day in told(analyse, *texts)] == days


def test_a_look_back_ends_with_its_scene(analyse: Analyse) -> None:
    read = analyse("That day he left.", "Ten years earlier he had come.", "That morning it rained.", "That night he slept.")
    found = timeline([0, 1, 2, 3], read, [1, 2, 2, 3])
    assert [each.day for each in found] == [1, None, None, 1]


@pytest.mark.parametrize(
    ("text", "clock"),
    [("He came at seven in the morning.", "07:00"), ("He came late in the afternoon.", None), ("He slept till noon. At noon he rose.", "12:00"),
     ("After breakfast he left.", None), ("It was nine at night.", "21:00")],
)
def test_clocks(analyse: Analyse, text: str, clock: str | None) -> None:
    (entry,) = timeline([0], analyse(text), [1])
    assert entry.clock == clock


@pytest.mark.parametrize("text", ["He had a face like a wet Tuesday.", "She taught Sunday school.", "He wore his Sunday best."])
def test_likenesses_are_no_days(analyse: Analyse, text: str) -> None:
    assert told(analyse, text) == []
