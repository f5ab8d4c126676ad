# SPDX-License-Identifier: GPL-3.0-or-later
"""Days, hours, light and promises that cannot both be, and those that can."""

from __future__ import annotations

import pytest

from tests.continuity.conftest import Contradictions


@pytest.mark.parametrize(
    "texts",
    [
        ("It was Monday, and it rained.", "Tom yawned.", "“I hate Tuesdays,” said Anna. It was Tuesday."),
        (
            "“Tom will be released tomorrow,” said Anna.",
            "She put the phone down.",
            "“Tom is leaving later today,” said the nurse.",
        ),
        ("“The wedding is on Saturday,” said Anna.", "***", "“The wedding is on Friday,” said Tom."),
        (
            "The sun blazed on the roofs as they crossed the square.",
            "Anna bought an apple.",
            "Tom pointed at the tower, and the stars glittered above it.",
        ),
        (
            "They rode out at noon. The bright sun hurt their eyes.",
            "Tom hummed.",
            "“Look,” said Anna. The moon hung over the road, full and white.",
        ),
        (
            "It was nine o’clock in the evening when Anna sat down.",
            "Tom ate.",
            "It was half past seven in the evening, and nobody had come.",
        ),
        ("“Come on Monday, May 4,” she said.", "***", "They met on Friday, May 5."),
        ("The letter was dated Tuesday, July 5, 1976.", "Tom put it down."),
        (
            "It was nine o’clock when Anna sat down.",
            "Tom ate his soup.",
            "It was half past eight, and nobody had come.",
        ),
        (
            "It was a cold January morning.",
            "Anna shivered. Tom lit the fire.",
            "It was a warm June evening, and the windows stood open.",
        ),
        ("It was a hot July afternoon.", "***", "The next day they met again. It was a grey November day."),
        ("It was Monday, and it rained.", "***", "The next day, Wednesday, Tom came back from the sea."),
        ("On Friday they left the house.", "***", "Three days later, on Sunday morning, Anna woke early."),
    ],
)
def test_times_that_cannot_both_be(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert [each.kind for each in contradictions(*texts)] == ["time"]


@pytest.mark.parametrize(
    "texts",
    [
        ("The sun blazed on the roofs.", "They walked until dusk.", "The stars glittered above the tower."),
        (
            "“The wedding is on Saturday,” said Anna.",
            "***",
            "The next week dawned grey. “The match is on Friday,” said Tom.",
        ),
        ("It was nine o’clock.", "Tom ate his soup.", "It was half past nine, and nobody had come."),
        ("It was eleven o’clock.", "They slept.", "It was one o’clock, and nobody had come."),
        ("It was a cold January morning.", "***", "It was a warm June evening."),
        ("It was Monday, and it rained.", "***", "The next day, Tuesday, Tom came back from the sea."),
        ("On Friday they left the house.", "***", "Three days later, on Monday morning, Anna woke early."),
    ],
)
def test_times_that_can(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert contradictions(*texts) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("The fair would end on Saturday.", "The next day, Saturday, Tom won a prize."),
        ("It was a cold April morning.", "The road was dry, even on a November day."),
        ("It was a cold March afternoon.", "It was the road of that June day in his youth."),
    ],
)
def test_words_of_another_time(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert contradictions(*texts) == []
