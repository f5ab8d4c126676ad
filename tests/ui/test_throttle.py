# SPDX-License-Identifier: GPL-3.0-or-later
"""Many calls become one."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from redraft.ui.throttle import Throttle


def test_requests_within_the_interval_are_one_call(qtbot: QtBot) -> None:
    calls: list[int] = []
    throttle = Throttle(lambda: calls.append(1), 20)
    for _ in range(5):
        throttle()
    assert calls == []
    qtbot.waitUntil(lambda: calls == [1])
    qtbot.wait(60)
    assert calls == [1]


def test_what_is_due_can_be_had_at_once_but_not_twice(qtbot: QtBot) -> None:
    calls: list[int] = []
    throttle = Throttle(lambda: calls.append(1), 10_000)
    throttle.now()
    assert calls == []
    throttle()
    throttle.now()
    throttle.now()
    assert calls == [1]


def test_a_call_can_be_forgotten(qtbot: QtBot) -> None:
    calls: list[int] = []
    throttle = Throttle(lambda: calls.append(1), 10)
    throttle()
    throttle.cancel()
    qtbot.wait(40)
    assert calls == []


def test_with_restart_the_call_comes_when_requests_have_stopped(qtbot: QtBot) -> None:
    calls: list[int] = []
    throttle = Throttle(lambda: calls.append(1), 60, restart=True)
    for _ in range(5):
        throttle()
        qtbot.wait(20)
    assert calls == []
    qtbot.waitUntil(lambda: calls == [1])
