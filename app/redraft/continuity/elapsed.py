# SPDX-License-Identifier: GPL-3.0-or-later
"""How much time has passed: the day of the story between a least and a most, moved on by the words of time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redraft.continuity.cues import Cue, CueKind, stretch


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the story, from 1: at least ``low``, at most ``high`` (None: no telling). ``weekday``: 0 for Monday,
    None where it is not told. ``back``: what is told lies before the days counted."""

    low: int = 1
    high: int | None = 1
    weekday: int | None = None
    back: bool = False

    @property
    def exact(self) -> int | None:
        """The day, when there is but one that it can be."""
        return self.low if self.low == self.high and not self.back else None


def between(one: Days, other: Days) -> tuple[int, int | None]:
    """The least and most days from one time to a later one; most is None where there is no telling."""
    if one.high is None or other.high is None or one.back or other.back:
        return 0, None
    return max(0, other.low - one.high), max(0, other.high - one.low)


_NEXT = {"week": (4, 10), "month": (20, 45), "year": (200, 500)}
_YEAR = 365
_TOO_FAR = 300
"""Days ahead from which on a date is rather one gone by."""


class Count:
    """The day of the story, moved on by the words of time."""

    def __init__(self) -> None:
        self.days = Days()
        self._date: int | None = None

    def begin_scene(self) -> None:
        """A new scene: a look back has ended."""
        self.days = replace(self.days, back=False)

    def correct(self, day: int) -> None:
        """The author says which day it is."""
        self.days = Days(day, day)

    def after(self, cue: Cue) -> int | None:
        """The day that the words speak of, which from here on is the present one; None when it cannot be told."""
        if cue.kind is CueKind.LATER:
            self._pass(*stretch(cue))
        elif cue.kind is CueKind.NEXT:
            self._pass(*_NEXT.get(cue.text.lower().split()[-1], (1, 1)))
        elif cue.kind is CueKind.EARLIER:
            self.days = replace(self.days, back=True)
        elif cue.kind is CueKind.DATE and cue.day_of_year and not cue.aside:
            return self.days.exact if self._reach(cue.day_of_year) else None
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
        if low != high:
            self._date = None
        elif self._date is not None:
            self._date += low
        self.days = Days(now.low + low, None if now.high is None else now.high + high, weekday)

    def _reach(self, date: int) -> bool:
        """A date: so many days behind the last one that was told; False where it is a look back."""
        ahead = 0 if self._date is None else (date - self._date) % _YEAR
        if ahead >= _TOO_FAR:
            return False
        self._pass(ahead, ahead)
        self._date = date
        return True

    def _meet(self, weekday: int) -> None:
        """A weekday: the same day, or the next of that name."""
        now = self.days
        ahead = 0 if now.weekday is None else (weekday - now.weekday) % 7
        if self._date is not None:
            self._date += ahead
        self.days = Days(now.low + ahead, None if now.high is None else now.high + ahead, weekday)
