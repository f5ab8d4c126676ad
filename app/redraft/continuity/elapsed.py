# SPDX-License-Identifier: GPL-3.0-or-later
"""How much time has passed: the day of the story between a least and a most, moved on by the words of time."""

from __future__ import annotations

from dataclasses import dataclass

from redraft.continuity.cues import Cue, CueKind, stretch


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the story, from 1: at least ``low``, at most ``high`` (None: no telling). ``weekday``: 0 for Monday,
    None where it is not told."""

    low: int = 1
    high: int | None = 1
    weekday: int | None = None

    @property
    def exact(self) -> int | None:
        """The day, when there is but one that it can be."""
        return self.low if self.low == self.high else None


def between(one: Days, other: Days) -> tuple[int, int | None]:
    """The least and most days from one time to a later one; most is None where there is no telling."""
    if one.high is None or other.high is None:
        return 0, None
    return max(0, other.low - one.high), max(0, other.high - one.low)


class Count:
    """The day of the story, moved on by the words of time."""

    def __init__(self) -> None:
        self.days = Days()

    def correct(self, day: int) -> None:
        """The author says which day it is."""
        self.days = Days(day, day)

    def after(self, cue: Cue) -> int | None:
        """The day that the words speak of, which from here on is the present one; None when it cannot be told."""
        if cue.kind is CueKind.LATER:
            self._pass(*stretch(cue))
        elif cue.kind is CueKind.NEXT:
            self._pass(1, 1)
        elif cue.kind is CueKind.WEEKDAY:
            if cue.aside or cue.weekday is None:
                return None
            self._meet(cue.weekday)
        elif cue.kind in (CueKind.DATE, CueKind.SEASON):
            return None
        return self.days.exact

    def _pass(self, low: int, high: int) -> None:
        now = self.days
        weekday = (now.weekday + low) % 7 if now.weekday is not None and low == high else None
        self.days = Days(now.low + low, None if now.high is None else now.high + high, weekday)

    def _meet(self, weekday: int) -> None:
        """A weekday: the same day, or the next of that name."""
        now = self.days
        ahead = 0 if now.weekday is None else (weekday - now.weekday) % 7
        self.days = Days(now.low + ahead, None if now.high is None else now.high + ahead, weekday)
