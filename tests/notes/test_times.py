# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments sort as strings, whoever wrote them."""

from __future__ import annotations

import pytest

from redraft.notes.times import in_future, later, normal, now


@pytest.mark.parametrize(("told", "kept"), [
    ("2026-03-01T10:00:00Z", "2026-03-01T10:00:00.000Z"),
    ("2026-03-01T10:00:00+02:00", "2026-03-01T08:00:00.000Z"),
    ("2026-03-01T10:00:00", "2026-03-01T10:00:00.000Z"),
    ("2026-03-01", "2026-03-01T00:00:00.000Z"),
    ("yesterday", ""), ("", ""), (None, ""), (17, ""), ("0001-01-01T00:00:00+23:59", ""),
])
def test_a_foreign_time_in_our_form(told: object, kept: str) -> None:
    assert normal(told) == kept


def test_now_is_in_that_form() -> None:
    moment = now()
    assert normal(moment) == moment


def test_later_is_later_even_when_the_clock_is_not() -> None:
    assert later("2026-03-01T10:00:00.000Z", "2026-03-01T09:00:00.000Z") == "2026-03-01T10:00:00.000Z"
    assert later("2026-03-01T10:00:00.000Z", "2026-03-01T10:00:00.000Z") == "2026-03-01T10:00:00.001Z"
    assert later("2025-03-01T10:00:00.000Z", "2026-03-01T10:00:00.000Z") == "2026-03-01T10:00:00.001Z"


def test_the_future_begins_after_a_day() -> None:
    today = "2026-03-01T10:00:00.000Z"
    assert in_future("2026-03-03T00:00:00.000Z", today)
    assert not in_future("2026-03-02T00:00:00.000Z", today)
    assert not in_future("", today)
    assert in_future("2026-03-05T10:00:00", today) and not in_future("soon", today)
