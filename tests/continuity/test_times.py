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
    ],
)
def test_times_that_can(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert contradictions(*texts) == []
