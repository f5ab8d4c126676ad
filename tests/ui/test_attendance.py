# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows on one story: the second is told, one of them writes, and nothing unsaved is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from redraft.settings.store import Settings
from redraft.storage.presence import LONG, Presence
from redraft.storage.recovery import left_behind
from redraft.storage.sidecar import sidecar_folder
from redraft.ui.messages import StatusBar
from redraft.ui.remembered import Remembered
from redraft.ui.story import Story
from redraft.ui.viewing import WRITES
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient, texts
from tests.ui.conftest import wait_for_files


def looked(window: Window, qtbot: QtBot, when: Callable[[], bool] = lambda: True) -> None:
    """Let the window look who is there, until it is so."""
    def seen() -> bool:
        window.attendance.look()
        return when()

    qtbot.waitUntil(lambda: not window.attendance.busy, timeout=20_000)
    window.attendance.look()
    qtbot.waitUntil(lambda: not window.attendance.busy, timeout=20_000)
    qtbot.waitUntil(seen, timeout=20_000)


def press(window: Window, words: str) -> None:
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == words).click()


@pytest.fixture
def first(window: Window, qtbot: QtBot) -> Window:
    """A window that has the story."""
    looked(window, qtbot)
    assert window.attendance.reading == ""
    return window


@pytest.fixture
def second(first: Window, story_file: Path, qtbot: QtBot) -> Iterator[Window]:
    """Another window on the same story."""
    made = Window(PlayedClient(), Settings(), Remembered())  # type: ignore[arg-type]
    made.show()
    made.show_story(Story.read(story_file))
    wait_for_files(made, qtbot)
    looked(made, qtbot, lambda: bool(made.attendance.reading))
    yield made
    made.close_for_good()
    delete(made)


def writable(window: Window) -> bool:
    """Whether the window lets one write."""
    before = texts(window)
    window.story.session.replace(0, 1, ["Something else."], label="edit", initiator="editor")
    changed = texts(window) != before
    if changed:
        window.story.session.undo()
    states = {window.page.isReadOnly(), window.story.session.guard is not None, not window.story.book.sidecar.writable,
              not window.context.notes.store.writable}
    assert states == {not changed}
    assert window.menus.actions["note"].isEnabled() is changed
    return changed


def test_the_second_window_is_told_and_only_reads(second: Window, qtbot: QtBot) -> None:
    assert "open in another window on this computer, since" in second.notices.sentence
    assert "only reading" in second.windowTitle() and "only read it here" in second.notices.sentence
    assert not any(second.menus.actions[each].isEnabled() for each in WRITES if each in second.menus.actions)
    assert second.menus.actions["copy"] is not None and second.menus.actions["save-as"].isEnabled()
    bar = second.statusBar()
    assert isinstance(bar, StatusBar) and bar.reading.text() == "only reading" and bar.reading.toolTip()
    before = texts(second)
    qtbot.keyClicks(second.page, "typed")
    qtbot.keyClick(second.page, Qt.Key.Key_Delete)
    second.page.insertPlainText("forced")
    qtbot.waitUntil(lambda: second.page.toPlainText().split("\n") == before)
    assert texts(second) == before and not second.story.session.modified
    second.add_word("ninja")
    assert "only read it here" in second.notices.sentence
    second.story.book.remember_place(1, 1)
    assert not list(sidecar_folder(second.story.path).glob("decisions.*"))  # type: ignore[arg-type]


def test_taking_over_puts_the_first_to_reading_with_its_text_kept(first: Window, second: Window, qtbot: QtBot) -> None:
    first.story.session.replace(0, 1, ["My unsaved words."], label="edit", initiator="test")
    press(second, "Write here instead")
    assert writable(second) and "only reading" not in second.windowTitle()
    looked(first, qtbot, lambda: bool(first.attendance.reading))
    assert "was taken over in another window on this computer" in first.notices.sentence
    assert "kept, and safe" in first.notices.sentence and texts(first)[0] == "My unsaved words."
    assert not writable(first) and first.story.session.modified
    assert first.safety.holds and not left_behind()
    first.filing.save()
    assert first.story.path is not None and "My unsaved" not in first.story.path.read_text()
    assert "Save mine elsewhere…" in [each.text() for each in first.notices.findChildren(QPushButton)]


def test_it_can_be_taken_back(first: Window, second: Window, qtbot: QtBot) -> None:
    press(second, "Write here instead")
    looked(first, qtbot, lambda: bool(first.attendance.reading))
    press(first, "Take it back")
    assert writable(first)
    looked(second, qtbot, lambda: bool(second.attendance.reading))
    assert not writable(second)


def test_when_the_other_closes_one_may_write(first: Window, second: Window, qtbot: QtBot) -> None:
    press(second, "Only read it")
    first.attendance.leave()
    looked(second, qtbot, lambda: "Nobody else" in second.notices.sentence)
    assert not writable(second)
    press(second, "Write here")
    assert writable(second)


def test_what_is_saved_elsewhere_is_shown_to_the_reader(first: Window, second: Window, qtbot: QtBot) -> None:
    second.watch.look()
    qtbot.waitUntil(lambda: not second.watch.jobs.busy, timeout=20_000)
    first.story.session.replace(0, 1, ["Written in the first window."], label="edit", initiator="test")
    first.filing.save()

    def shown() -> bool:
        second.watch.look()
        return texts(second)[0] == "Written in the first window."

    qtbot.waitUntil(shown, timeout=20_000)
    assert not writable(second)


def test_closing_leaves_no_trace(first: Window, story_file: Path) -> None:
    assert len(list(sidecar_folder(story_file).glob("open.*.json"))) == 1
    first.attendance.leave()
    assert not list(sidecar_folder(story_file).glob("open.*.json"))


def test_another_story_is_another_matter(first: Window, second: Window, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.md"
    other.write_text("Other words.\n")
    second.show_story(Story.read(other))
    looked(second, qtbot)
    assert writable(second) and "only reading" not in second.windowTitle()


def test_saving_elsewhere_goes_on_there_and_writes(second: Window, tmp_path: Path, qtbot: QtBot) -> None:
    second.filing._save_as(tmp_path / "mine.md", None)
    looked(second, qtbot)
    assert second.story.title == "mine.md" and writable(second)


def test_one_that_was_silent_for_long_hinders_nobody_and_is_told_of(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "silent.md"
    path.write_text("Words.\n")
    Presence(sidecar_folder(path), "laptop", "studio-pc", lambda: Presence.of(path)._clock() - LONG - 60).announce()
    window.show_story(Story.read(path))
    looked(window, qtbot, lambda: bool(window.notices.sentence))
    assert "studio-pc" in window.notices.sentence and "no sign" in window.notices.sentence and writable(window)


def test_both_opened_at_once(first: Window, story_file: Path, qtbot: QtBot) -> None:
    laptop = Presence(sidecar_folder(story_file), "laptop", "studio-pc")
    laptop.announce()
    looked(first, qtbot, lambda: "studio-pc" in first.notices.sentence)
    assert writable(first)
    press(first, "Only read it here")
    assert not writable(first) and laptop.others() == []


def test_taken_back_with_unsaved_text_both_are_merged(first: Window, second: Window, qtbot: QtBot) -> None:
    path = second.story.path
    assert path is not None
    first.story.session.replace(0, 1, ["My unsaved words."], label="edit", initiator="test")
    press(second, "Write here instead")
    looked(first, qtbot, lambda: bool(first.attendance.reading))
    second.story.session.replace(3, 4, ["Written in the second window."], label="edit", initiator="test")
    second.filing.save()

    def asked() -> bool:
        first.watch.look()
        return "you have changed the story here" in first.notices.sentence

    qtbot.waitUntil(asked, timeout=20_000)
    assert "Merge both" not in [each.text() for each in first.notices.findChildren(QPushButton) if each.isVisible()]
    first.notices.dismiss()
    press(first, "Take it back")
    qtbot.waitUntil(asked, timeout=20_000)
    press(first, "Merge both")
    qtbot.waitUntil(lambda: "Both are on the page" in first.notices.sentence, timeout=20_000)
    assert {"My unsaved words.", "Written in the second window."} <= set(texts(first))
    assert "Written in the second window." in path.read_text()
