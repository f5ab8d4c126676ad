# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day in words."""

from __future__ import annotations

import pytest

from redraft.continuity.clock import clock_at


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("At midnight", "00:00"), ("by noon", "12:00"), ("7:30 p.m.", "19:30"), ("12 am", "00:00"), ("12:15 p.m.", "12:15"),
        ("19:05", "19:05"), ("ten to seven in the morning", "06:50"), ("half past eleven at night", "23:30"),
        ("quarter past four in the afternoon", "16:15"), ("seven o’clock in the evening", "19:00"),
        ("five to twelve in the morning", "11:55"),
    ],
)
def test_times(words: str, time: str) -> None:
    assert clock_at(words) == time


@pytest.mark.parametrize("words", ["seven o’clock", "half past eleven", "at dawn", "7:30", "25:10", "10:75 p.m.", "13 pm", ""])
def test_times_that_are_not_told_whole(words: str) -> None:
    assert clock_at(words) is None
