# SPDX-License-Identifier: GPL-3.0-or-later
"""A judge that does not answer is not waited for without an end."""

from __future__ import annotations

import sys
import threading

import pytest

from redraft.analysis import judges
from redraft.analysis.codec import to_plain
from redraft.analysis.framing import Message
from redraft.analysis.judges import JudgeProcess, Patience
from redraft.analysis.state import EngineState

NEVER = "import sys, time\nsys.stdin.buffer.read(4)\ntime.sleep(600)"


def test_a_process_that_never_answers_is_ended_and_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judges, "_PATIENCE", 0.3)
    monkeypatch.setattr(judges, "command", lambda *told: [sys.executable, "-c", NEVER])
    heard: list[Message] = []
    told = threading.Event()

    def hear(process: JudgeProcess, message: Message) -> None:
        heard.append(message)
        told.set()

    process = JudgeProcess(("harper",), hear)
    process.ask(1, ["Words."], urgent=False)
    assert told.wait(60) and heard == [{"type": "ended"}]
    process.close()
    assert not process.alive


def answered(name: str) -> Message:
    return {"type": "marks", "judge": name, "batch": 1, "marks": []}


def unable(name: str) -> Message:
    return {"type": "state", "value": to_plain(EngineState(name, "unavailable", "No."))}


@pytest.mark.parametrize(
    ("news", "waits"),
    [
        ([], True), ([answered("tagger")], True), ([answered("tagger"), answered("harper")], False),
        ([unable("tagger"), answered("harper")], False), ([unable("tagger")], True), ([unable("tagger"), unable("harper")], False),
    ],
)  # fmt: skip
def test_it_waits_for_what_is_owed_and_for_nothing_else(news: list[Message], waits: bool) -> None:
    patience = Patience(lambda: None)
    patience.asked(("tagger", "harper"))
    for each in news:
        patience.heard(each)
    assert (patience._timer is not None) == waits
    patience.asked(("tagger",))
    patience.end()
    assert patience._timer is None
