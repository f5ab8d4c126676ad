# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in a thread always answers, and only the latest counts."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from redraft.errors import RedraftError
from redraft.ui.jobs import Jobs, Progress


def test_a_job_answers_in_the_thread_of_the_gui(qtbot: QtBot) -> None:
    jobs, heard = Jobs(), []
    jobs.run(lambda _: threading.current_thread(), lambda where: heard.append((where, threading.current_thread())))
    assert jobs.busy
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] is not heard[0][1] is threading.main_thread() and not jobs.busy


def test_a_failure_is_a_sentence(qtbot: QtBot) -> None:
    jobs, heard = Jobs(), []

    def fails(_: Progress) -> None:
        raise RedraftError("It was not to be.")

    def breaks(_: Progress) -> None:
        raise ZeroDivisionError("by nought")

    for function in (fails, breaks):
        jobs.run(function, heard.append, heard.append)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert heard[0] == "It was not to be." and "by nought" in heard[1]


def test_only_the_latest_asked_answers(qtbot: QtBot) -> None:
    jobs, heard, held = Jobs(), [], threading.Event()

    def slow(progress: Progress) -> str:
        held.wait(5)
        return "first"

    jobs.run(slow, heard.append)
    jobs.run(lambda _: "second", heard.append)
    qtbot.waitUntil(lambda: heard == ["second"])
    held.set()
    qtbot.wait(50)
    assert heard == ["second"]


def test_a_job_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot) -> None:
    jobs, steps, ended = Jobs(), [], threading.Event()
    go = threading.Event()

    def work(progress: Progress) -> None:
        try:
            for step in range(1000):
                progress.at(step, 1000)
                go.wait(5) if step == 1 else None
        finally:
            ended.set()

    jobs.progressed.connect(lambda done, total: steps.append((done, total)))
    jobs.run(work, lambda _: steps.append("done"))
    qtbot.waitUntil(lambda: (1, 1000) in steps)
    jobs.cancel()
    go.set()
    assert ended.wait(5)
    qtbot.wait(20)
    assert "done" not in steps and (2, 1000) not in steps
