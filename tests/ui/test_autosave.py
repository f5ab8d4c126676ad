# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text is on disk when the window is left; the story is saved by itself only where that is wanted and safe."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from redraft.places import data_folder
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.conftest import STORY

AWAY, BACK = Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive


def typed(window: Window, words: str = "Unsaved. ") -> None:
    """Type something; its journal waits for its second."""
    QTest.keyClicks(window.page, words)
    window.safety._timer.stop()


def journals() -> list[Path]:
    return list((data_folder() / "recovery").glob("*.recovery"))


def leave(window: Window) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(AWAY)


def test_leaving_the_window_writes_the_journal_and_no_file(window: Window, story_file: Path) -> None:
    typed(window)
    assert not journals()
    leave(window)
    assert len(journals()) == 1 and window.safety.holds and story_file.read_text() == STORY


def test_coming_back_does_nothing(window: Window) -> None:
    typed(window)
    window.autosave.left(BACK)
    assert not journals()


def test_the_end_of_the_session_writes_the_journal(window: Window) -> None:
    typed(window)
    window.autosave.ending()
    assert window.safety.holds


@pytest.mark.parametrize("when", ["leaving", "minutes"])
def test_saving_on_leaving_where_that_is_wanted(window: Window, story_file: Path, when: str) -> None:
    window.settings.set("autosave", when)
    typed(window)
    leave(window)
    assert story_file.read_text() == "Unsaved. " + STORY and not window.story.session.modified


def test_saving_every_few_minutes(window: Window, story_file: Path) -> None:
    timer = window.autosave._timer
    assert not timer.isActive()
    window.settings.set("autosave", "minutes")
    window.settings.set("autosave-minutes", 3)
    assert timer.isActive() and timer.interval() == 180_000
    typed(window)
    timer.timeout.emit()
    assert story_file.read_text() == "Unsaved. " + STORY
    window.settings.set("autosave", "off")
    assert not timer.isActive()


def test_a_conflict_is_asked_about_once_and_never_saved_over(window: Window, story_file: Path, qtbot: QtBot) -> None:
    window.settings.set("autosave", "leaving")
    window.watch.jobs.cancel()
    window.watch._timer.stop()
    typed(window)
    story_file.write_text("Another program's words.\n")
    leave(window)
    assert "changed by another program" in window.notices.sentence
    window.notices.dismiss()
    leave(window)
    assert not window.notices.sentence and story_file.read_text() == "Another program's words.\n"
    typed(window, "More. ")
    leave(window)
    assert "changed by another program" in window.notices.sentence
    leave(window)
    assert story_file.read_text() == "Another program's words.\n" and texts(window)[0].startswith("Unsaved. More.")


def test_what_is_asked_is_not_talked_over(window: Window, story_file: Path) -> None:
    window.settings.set("autosave", "leaving")
    typed(window)
    window.menus.actions["new"].trigger()
    asked = window.notices.sentence
    leave(window)
    assert window.notices.sentence == asked and story_file.read_text() == STORY
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == "Don’t save").click()


def test_a_story_without_a_file_is_not_asked_about(window: Window) -> None:
    window.show_story(Story.new())
    window.settings.set("autosave", "leaving")
    typed(window)
    leave(window)
    assert not window.notices.sentence and window.safety.holds


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_disk_that_fails_is_said_and_the_next_time_it_is_saved(window: Window, story_file: Path, code: int) -> None:
    window.settings.set("autosave", "minutes")
    typed(window)
    window.safety.flush()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tempfile, "mkstemp", lambda *_, **__: (_ for _ in ()).throw(OSError(code, os.strerror(code))))
        window.autosave._due()
        assert "was not saved" in window.notices.sentence
    assert window.story.session.modified and window.safety.holds and story_file.read_text() == STORY
    window.notices.dismiss()
    window.autosave._due()
    assert story_file.read_text() == "Unsaved. " + STORY and not window.story.session.modified
