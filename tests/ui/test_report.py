# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong is noted and can be told to the makers, and nothing of the story with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redraft.analysis.framing import encode
from redraft.ui.crash import CrashGuard
from redraft.ui.dialogs.report import ReportDialog
from redraft.ui.reporting import HEAD, report
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient, found, judge

WORDS = ("Zerafina", "Quillon", "rouge", "harpsichord")
STORY = "# Zerafina\n\nZerafina was a rouge. Quillon played the harpsichord.\n"


def _tell(window: Window, kind: str, **fields: object) -> None:
    client = window.client
    assert isinstance(client, PlayedClient)
    generation = max(int(str(each["generation"])) for each in client.messages)
    client.heard.emit(encode({"type": kind, "generation": generation, **fields}))


@pytest.fixture
def troubled(window: Window, tmp_path: Path) -> Window:
    """A window after a bad hour: errors that quote the story, a rule that failed, a checker that ended."""
    story = tmp_path / "Zerafina and Quillon.md"
    story.write_text(STORY, encoding="utf-8")
    window.show_story(Story.read(story))
    window.settings.set("author", "Harpsichord Zerafina")
    guard = CrashGuard(window.say, window.logbook.log)
    guard.install()
    try:
        QTest.keyClicks(window.page, "Quillon slept. ")
        judge(window, found(window, 1, "rouge", "rogue"))
        _tell(window, "left_out", check="confused-words", why="raised")
        _tell(window, "engines", value=[["harper", "unavailable", "Zerafina broke it."]])
        _tell(window, "progress", done=10, total=10)
        window.logbook.worker_restarted()
        for error in (KeyError("Zerafina"), ValueError(STORY), OSError(2, "no", str(story))):
            try:
                raise error
            except (KeyError, ValueError, OSError) as caught:
                sys.excepthook(type(caught), caught, caught.__traceback__)
    finally:
        guard.remove()
    return window


def test_no_word_and_no_name_of_the_story_is_in_log_reports_or_the_report(troubled: Window) -> None:
    told = report(troubled.story.session.manuscript, troubled.settings, troubled.desk.engines, troubled.logbook.log)
    home = Path(os.environ["REDRAFT_HOME"])
    written = [each for each in (*home.glob("data/log/*"), *home.glob("data/reports/*")) if each.is_file()]
    assert len(written) >= 3
    for text in (told, *(each.read_text(encoding="utf-8") for each in written)):
        assert not [word for word in WORDS if word.lower() in text.lower()]
        assert str(home) not in text


def test_the_report_tells_what_happened(troubled: Window) -> None:
    told = report(troubled.story.session.manuscript, troubled.settings, troubled.desk.engines, troubled.logbook.log)
    assert told.startswith(HEAD)
    for wanted in ("Redraft ", "Qt ", "format: markdown", "harper: unavailable", "author: set", "KeyError", "ValueError",
                   '"kind":"rule-left-out"', "confused-words", '"kind":"opened"', '"kind":"worker-restarted"'):
        assert wanted in told, wanted


def test_a_rule_that_failed_is_told_once_and_quietly(window: Window) -> None:
    _tell(window, "left_out", check="tense-slip", why="hung")
    assert "took too long over this text" in window.notices.sentence
    window.notices.dismiss()
    _tell(window, "left_out", check="tense-slip", why="hung")
    assert window.notices.sentence == ""
    assert window.desk.left_out == {"tense-slip": "hung"}


def test_the_report_is_read_before_it_is_saved(troubled: Window, qtbot: QtBot, tmp_path: Path) -> None:
    troubled.menus.actions["report"].trigger()
    (dialog,) = troubled.findChildren(ReportDialog)
    assert dialog.text.isReadOnly() and "KeyError" in dialog.text.toPlainText()
    path = tmp_path / "report.txt"
    troubled.notices.withdraw(troubled.notices.sentence)
    dialog.save(path)
    assert path.read_text(encoding="utf-8").startswith(HEAD)
    assert "report.txt" in troubled.notices.sentence


def test_a_report_that_cannot_be_saved_is_said_and_stays(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[str] = []
    dialog = ReportDialog("text", said.append, window)
    dialog.show()
    dialog.save(tmp_path / "no such folder" / "report.txt")
    assert len(said) == 1 and said[0].endswith(".") and dialog.isVisible()
    dialog.close()
