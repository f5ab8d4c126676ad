# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from redraft.analysis.schedule import Schedule


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _seen_once(clock: Clock) -> Schedule:
    """A schedule of a story that was looked at as a whole just now."""
    made = Schedule(clock)
    made.begin("everything")
    made.end()
    return made


def test_nothing_is_due_before_an_edit(clock: Clock) -> None:
    schedule = _seen_once(clock)
    assert not schedule.waiting and schedule.wait_seconds() is None
    assert not schedule.is_due("people") and not schedule.is_due("everything")


def test_people_come_soon_after_an_edit_and_everything_when_the_author_rests(clock: Clock) -> None:
    schedule = _seen_once(clock)
    schedule.edited()
    clock.now += 0.1
    assert schedule.is_due("people") and not schedule.is_due("everything")
    schedule.begin("people")
    assert not schedule.is_due("people") and schedule.waiting
    schedule.end()
    clock.now += 1.0
    schedule.edited()
    clock.now += 1.0
    assert not schedule.is_due("everything")
    clock.now += 0.6
    assert schedule.is_due("everything")


def test_a_look_at_everything_is_one_at_the_people_too(clock: Clock) -> None:
    schedule = _seen_once(clock)
    schedule.edited()
    clock.now += 5
    schedule.begin("everything")
    schedule.end()
    assert not schedule.waiting


def test_typing_without_a_pause_leaves_the_processor_some_rest(clock: Clock) -> None:
    schedule = _seen_once(clock)
    schedule.edited()
    clock.now += 0.1
    schedule.begin("people")
    clock.now += 0.4
    schedule.edited()
    schedule.end()
    clock.now += 0.15
    assert not schedule.is_due("people")
    clock.now += 0.1
    assert schedule.is_due("people")


def test_a_look_at_everything_gives_way_to_an_edit_and_is_taken_later(clock: Clock) -> None:
    schedule = _seen_once(clock)
    schedule.begin("everything")
    assert not schedule.gives_way
    schedule.edited()
    assert schedule.gives_way
    schedule.end(stopped=True)
    clock.now += 0.1
    assert schedule.is_due("people") and not schedule.is_due("everything")
    clock.now += 1.5
    assert schedule.is_due("everything")


def test_the_first_look_and_one_long_put_off_do_not_give_way(clock: Clock) -> None:
    first = Schedule(clock)
    first.begin("everything")
    first.edited()
    assert not first.gives_way
    late = _seen_once(clock)
    clock.now += 31
    late.begin("everything")
    late.edited()
    assert not late.gives_way


def test_what_cannot_begin_yet_is_asked_for_again_but_not_at_every_turn(clock: Clock) -> None:
    schedule = _seen_once(clock)
    schedule.decided()
    assert schedule.wait_seconds() == pytest.approx(0.02)
    schedule.begin("people")
    assert schedule.wait_seconds() is None
