# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis process: started, restarted when it dies, ended with the window."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from redraft.settings.store import Settings
from redraft.ui import theme
from redraft.ui.client import WorkerClient
from redraft.ui.main import application
from redraft.ui.remembered import Remembered
from redraft.ui.story import Story
from redraft.ui.window import Window

_ECHO = "import sys\nwhile (line := sys.stdin.buffer.readline()):\n    sys.stdout.buffer.write(line); sys.stdout.flush()"
_DIES = "raise SystemExit(3)"


@pytest.fixture
def echo(qtbot: QtBot) -> WorkerClient:
    """A client whose process says back what it hears."""
    client = WorkerClient(arguments=[sys.executable, "-c", _ECHO], interval=10)
    client.start()
    yield client  # type: ignore[misc]
    client.end()


def test_bytes_go_there_and_back(echo: WorkerClient, qtbot: QtBot) -> None:
    with qtbot.waitSignal(echo.heard, timeout=20_000) as heard:
        echo.send(b"hello\n")
    assert heard.args == [b"hello\n"]


def test_a_process_that_is_killed_is_started_again(echo: WorkerClient, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: echo.pid > 0)
    first = echo.pid
    with qtbot.waitSignal(echo.restarted, timeout=20_000):
        os.kill(first, signal.SIGTERM)
    qtbot.waitUntil(lambda: echo.pid not in (0, first))
    with qtbot.waitSignal(echo.heard, timeout=20_000):
        echo.send(b"again\n")


def test_one_that_always_dies_is_given_up_with_a_sentence(qtbot: QtBot) -> None:
    client = WorkerClient(arguments=[sys.executable, "-c", _DIES], interval=1)
    with qtbot.waitSignal(client.gave_up, timeout=60_000) as said:
        client.start()
    assert "Your text is safe" in said.args[0]
    client.send(b"nobody hears this")
    client.end()


def test_one_that_cannot_be_started_is_given_up_too(qtbot: QtBot) -> None:
    client = WorkerClient(arguments=["/no/such/program"], interval=1)
    with qtbot.waitSignal(client.gave_up, timeout=20_000):
        client.start()
    client.end()


def test_the_end_of_the_window_ends_the_process(echo: WorkerClient, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: echo.pid > 0)
    pid = echo.pid
    echo.end()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_worker_killed_in_mid_work_costs_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """With the real worker: findings come, it is killed, the author writes on, findings come for the text of now."""
    path = tmp_path / "story.txt"
    path.write_text("The the gate was shut.\n\nAnko waited.\n\n" + "She went on, and nobody came. " * 400)
    theme.apply(application(), theme.Appearance.LIGHT)
    client = WorkerClient(interval=10)
    window = Window(client, Settings(), Remembered())
    qtbot.addWidget(window)
    window.show()
    client.start()
    window.show_story(Story.read(path))
    qtbot.waitUntil(lambda: client.pid > 0, timeout=20_000)
    client.send(b"")
    with qtbot.waitSignal(client.restarted, timeout=60_000):
        os.kill(client.pid, signal.SIGTERM)
    window.story.session.replace(1, 2, ["Anko waited for for him."], label="x", initiator="editor")

    def marked() -> list[list[str]]:
        return [[each.text for each in window.reviewing.findings_of(index)] for index in (0, 1)]

    qtbot.waitUntil(lambda: all(marked()), timeout=120_000)
    assert "the" in marked()[0][0].lower()
    assert "for" in marked()[1][0]
    assert [each.text for each in window.story.session.paragraphs][1] == "Anko waited for for him."
    client.end()
    window.close_for_good()
