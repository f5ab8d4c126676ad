# SPDX-License-Identifier: GPL-3.0-or-later
"""What an author does while a file is read or written: nothing of it is lost, and the window goes on answering."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from redraft.errors import RedraftError
from redraft.storage.atomic import Saved
from redraft.ui import filing, saving
from redraft.ui.errands import _SOON
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.documents import docx


class Gate:
    """Holds a function of another thread up until it is opened; where it ran is kept."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        self.open, self.threads = threading.Event(), []
        function: Callable[..., object] = getattr(owner, name)

        def held(*told: object, **more: object) -> object:
            self.threads.append(threading.current_thread())
            assert self.open.wait(20)
            return function(*told, **more)

        monkeypatch.setattr(owner, name, held)


@pytest.fixture
def window(window: Window) -> Window:
    """A window that does not wait for its files."""
    for errands in (window.filing.reading, window.filing.writing):
        del errands.run
    return window


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Saving, held up."""
    return Gate(monkeypatch, filing, "write")


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Opening, held up."""
    return Gate(monkeypatch, Story, "read")


def write_in(window: Window, words: str) -> None:
    window.page.put_caret(0, 0)
    QTest.keyClicks(window.page, words)


def press(window: Window, text: str) -> None:
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def resting(window: Window) -> Callable[[], bool]:
    return lambda: not window.filing.writing.busy and not window.filing.reading.busy


def test_a_story_is_read_beside_the_window(window: Window, reading: Gate, tmp_path: Path, qtbot: QtBot) -> None:
    other = docx(tmp_path / "other.docx")
    window.filing.open(other)
    assert window.story.path != other
    reading.open.set()
    qtbot.waitUntil(lambda: window.story.path == other)
    assert reading.threads == [each for each in reading.threads if each is not threading.main_thread()] != []


def test_what_takes_long_is_said_and_can_be_stopped(window: Window, reading: Gate, tmp_path: Path, qtbot: QtBot) -> None:
    before = window.story
    window.filing.open(docx(tmp_path / "other.docx"))
    assert not window.notices.sentence
    qtbot.waitUntil(lambda: window.notices.sentence == "Opening other.docx…", timeout=20 * _SOON)
    press(window, "Stop")
    reading.open.set()
    qtbot.wait(50)
    assert window.story is before and not window.filing.reading.busy and not window.notices.sentence


def test_what_was_written_while_a_story_opened_is_asked_about(window: Window, reading: Gate, tmp_path: Path, qtbot: QtBot) -> None:
    other = docx(tmp_path / "other.docx")
    window.filing.open(other)
    write_in(window, "Oh. ")
    reading.open.set()
    qtbot.waitUntil(lambda: "has changes that are not saved" in window.notices.sentence)
    assert window.story.path != other and texts(window)[0].startswith("Oh. ")
    press(window, "Save")
    qtbot.waitUntil(lambda: window.story.path == other)
    assert (tmp_path / "story.md").read_text(encoding="utf-8").startswith("Oh. ")


def test_a_file_that_cannot_be_opened_leaves_the_story(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    before = window.story
    window.filing.open(tmp_path / "gone.docx")
    qtbot.waitUntil(resting(window))
    assert "gone.docx" in window.notices.sentence and window.story is before


def test_what_is_typed_during_a_saving_is_neither_lost_nor_half_saved(
    window: Window, writing: Gate, story_file: Path, qtbot: QtBot
) -> None:
    write_in(window, "One. ")
    window.filing.save()
    write_in(window, "Two. ")
    writing.open.set()
    qtbot.waitUntil(resting(window))
    assert writing.threads[0] is not threading.main_thread()
    assert story_file.read_text(encoding="utf-8").startswith("One. The gate")
    assert texts(window)[0].startswith("Two. One. ") and window.story.session.modified
    window.filing.save()
    qtbot.waitUntil(resting(window))
    assert story_file.read_text(encoding="utf-8").startswith("Two. One. The gate") and not window.story.session.modified


def test_saving_again_during_a_saving_saves_both(window: Window, writing: Gate, story_file: Path, qtbot: QtBot) -> None:
    for words in ("One. ", "Two. "):
        write_in(window, words)
        window.filing.save()
    assert len(writing.threads) <= 1
    writing.open.set()
    qtbot.waitUntil(lambda: not window.story.session.modified)
    assert story_file.read_text(encoding="utf-8").startswith("Two. One. ")


def test_the_window_closes_only_when_all_is_written(window: Window, writing: Gate, story_file: Path, qtbot: QtBot) -> None:
    write_in(window, "One. ")
    window.filing.save()
    window.close()
    assert window.isVisible()
    writing.open.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert story_file.read_text(encoding="utf-8").startswith("One. ")


def test_closing_asks_about_what_was_typed_during_the_saving(window: Window, writing: Gate, qtbot: QtBot) -> None:
    write_in(window, "One. ")
    window.filing.save()
    window.close()
    write_in(window, "Two. ")
    writing.open.set()
    qtbot.waitUntil(lambda: "has changes that are not saved" in window.notices.sentence)
    assert window.isVisible()


def test_another_story_waits_until_this_one_is_written(window: Window, writing: Gate, story_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    write_in(window, "One. ")
    window.filing.save()
    window.filing.open(docx(tmp_path / "other.docx"))
    assert not window.filing.reading.busy
    writing.open.set()
    qtbot.waitUntil(lambda: window.story.path == tmp_path / "other.docx")
    assert story_file.read_text(encoding="utf-8").startswith("One. ")


def test_a_saving_that_is_stopped_writes_nothing_and_says_so(window: Window, writing: Gate, story_file: Path, qtbot: QtBot) -> None:
    before = story_file.read_bytes()
    write_in(window, "One. ")
    window.filing.save()
    qtbot.waitUntil(lambda: window.notices.sentence == "Saving story.md…", timeout=20 * _SOON)
    press(window, "Stop")
    writing.open.set()
    qtbot.waitUntil(resting(window))
    assert story_file.read_bytes() == before and window.story.session.modified
    assert window.notices.sentence == "Nothing was written."


def test_a_disk_that_takes_nothing_is_a_sentence(window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def fails(*_: object) -> None:
        raise RedraftError("The disk is full.")

    monkeypatch.setattr(saving, "save_over", fails)
    write_in(window, "One. ")
    window.filing.save()
    qtbot.waitUntil(resting(window))
    assert window.notices.sentence == "The disk is full." and window.story.session.modified


def test_a_story_written_anew_without_the_last_words_goes_on_where_it_was(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, story_file: Path, qtbot: QtBot
) -> None:
    gate = Gate(monkeypatch, filing, "write_as")
    target = tmp_path / "story.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.filing.save_as()
    write_in(window, "Two. ")
    gate.open.set()
    qtbot.waitUntil(resting(window))
    assert target.exists() and window.story.path == story_file
    assert texts(window)[0].startswith("Two. ") and "without what you typed meanwhile" in window.notices.sentence


def test_a_folder_half_written_is_saved_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.md").write_text(f"Chapter {number}.\n", encoding="utf-8")
    story = Story.read(folder)
    for index in (0, 1):
        story.session.replace(index, index + 1, [f"New {index}."], label="x", initiator="test")
    real = saving.save_over

    def second_fails(path: Path, data: bytes) -> Saved:
        if path.name == "2.md":
            raise RedraftError("The disk is full.")
        return real(path, data)

    monkeypatch.setattr(saving, "save_over", second_fails)
    with pytest.raises(RedraftError, match="The disk is full"):
        story.save()
    monkeypatch.setattr(saving, "save_over", real)
    story.save()
    assert (folder / "2.md").read_text(encoding="utf-8") == "New 1.\n" and not story.session.modified
