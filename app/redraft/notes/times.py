# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments as notes keep them: ISO 8601 in UTC to the millisecond, so that they sort as strings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_AHEAD = timedelta(days=1)
_TICK = timedelta(milliseconds=1)


def now() -> str:
    """This moment."""
    return written(datetime.now(UTC))


def written(moment: datetime) -> str:
    """``moment`` as it is kept; one without a zone counts as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def normal(told: object) -> str:
    """A time somebody else wrote, as it is kept here; "" when it is none."""
    if not isinstance(told, str) or not told.strip():
        return ""
    try:
        return written(datetime.fromisoformat(told.strip()))
    except (ValueError, OverflowError):
        return ""


def later(moment: str, earlier: str) -> str:
    """``moment``, or a millisecond after ``earlier`` where a clock was set back or stood still."""
    if moment > earlier or not earlier:
        return moment
    try:
        return written(datetime.fromisoformat(earlier) + _TICK)
    except (ValueError, OverflowError):
        return moment


def in_future(told: str, today: str) -> bool:
    """Whether a time lies more than a day ahead of ``today``: a clock was wrong there (a day allows for zones)."""
    ours, theirs = normal(today), normal(told)
    if not ours or not theirs:
        return False
    return datetime.fromisoformat(theirs) > datetime.fromisoformat(ours) + _AHEAD
