# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of the story, moved on by words of time."""

from __future__ import annotations

from redraft.continuity.cues import Cue, CueKind
from redraft.continuity.elapsed import Count, Days, between


def cue(kind: CueKind, text: str = "", **more: object) -> Cue:
    return Cue(kind, 0, len(text), text, **more)  # type: ignore[arg-type]


def test_a_week_next_is_some_days() -> None:
    count = Count()
    assert count.after(cue(CueKind.NEXT, "The next day")) == 2
    assert count.after(cue(CueKind.NEXT, "the following week")) is None
    assert (count.days.low, count.days.high) == (6, 12)


def test_a_date_and_its_weekday_count_once() -> None:
    count = Count()
    for weekday, date in ((1, 254), (2, 255)):
        count.after(cue(CueKind.WEEKDAY, "Tuesday", weekday=weekday))
        last = count.after(cue(CueKind.DATE, "September 11", day_of_year=date))
    assert last == 2


def test_a_look_back_has_no_day_until_its_scene_ends() -> None:
    count = Count()
    count.after(cue(CueKind.EARLIER, "Ten years earlier"))
    assert count.days.back and count.days.exact is None and between(Days(), count.days) == (0, None)
    count.begin_scene()
    assert count.days == Days()


def test_between_two_days_the_count_is_exact_where_both_are() -> None:
    assert between(Days(1, 1), Days(4, 4)) == (3, 3)
    assert between(Days(1, 3), Days(4, None)) == (0, None)
