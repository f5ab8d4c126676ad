# SPDX-License-Identifier: GPL-3.0-or-later
"""The history window: every state is seen, compared and had back, by keyboard too."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from redraft.notes.note import Note
from redraft.storage.backups import Backups
from redraft.storage.history import Kind
from redraft.storage.sidecar import sidecar_folder
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.ui.dialogs.compare import CompareWindow
from redraft.ui.history.lines import BROKEN, FIRST, UNREADABLE, Day, Line, day_said, spoken
from redraft.ui.history.window import HistoryWindow
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.conftest import STORY
from tests.ui.documents import docx

Shown = Callable[[], HistoryWindow]
DAY = 86_400.0


def settled(shown: HistoryWindow, qtbot: QtBot) -> HistoryWindow:
    """Wait until all is read."""
    def rest() -> bool:
        busy = any(each.busy for each in (shown.listing, shown.reading, shown.doing))
        return not busy and not shown._soon._timer.isActive()

    qtbot.waitUntil(rest, timeout=20_000)
    return shown


@pytest.fixture
def saved(story_file: Path) -> Path:
    """The story with two savings and a named state behind it."""
    now = time.time()
    for age, text in ((3, STORY.replace("shut", "open")), (1, STORY)):
        Backups(story_file, clock=lambda age=age: now - age * DAY).keep(text.encode())  # type: ignore[misc]
    snapshots = Snapshots.open(story_file)
    snapshots._clock = lambda: now - 2 * DAY
    snapshots.keep(State((("story.md", STORY.replace("every body", "nobody").encode()),)), "before Anna’s notes")
    return story_file


@pytest.fixture
def shown(window: Window, saved: Path, qtbot: QtBot) -> Shown:
    """Opens the window and waits for it."""
    def opened() -> HistoryWindow:
        window.menus.actions["history"].trigger()
        found = window.findChild(HistoryWindow)
        assert found is not None
        return settled(found, qtbot)

    return opened


def lines(shown: HistoryWindow) -> list[tuple[str, str]]:
    return [(each.title, each.changed) for each in shown.model.rows if isinstance(each, Line)]


def choose(shown: HistoryWindow, qtbot: QtBot, title: str) -> None:
    place = next(at for at, row in enumerate(shown.model.rows) if isinstance(row, Line) and row.title == title)
    shown.parts.list.setCurrentIndex(shown.model.index(place))
    settled(shown, qtbot)


def answer(shown: HistoryWindow, words: str) -> None:
    next(each for each in shown.parts.notices.findChildren(QPushButton) if each.text() == words).click()


def test_the_line_of_time_says_what_changed(shown: Shown) -> None:
    found = shown()
    assert lines(found)[:4] == [
        ("Now, as it is on the page", "No words changed since the state below"),
        ("Saved", "2 words added, 1 taken out in “The gate was shut. He was o…”"),
        ("before Anna’s notes", "2 words added, 3 taken out in “The gate was shut. He was o…”"), ("Saved", FIRST)]
    assert next(each.text for each in found.model.rows if isinstance(each, Day)) == "Yesterday"
    assert all(spoken(each) for each in found.model.rows) and found.parts.count.text() == "3 earlier states"


def test_what_is_typed_now_is_told_soon(window: Window, shown: Shown, qtbot: QtBot) -> None:
    found = shown()
    QTest.keyClicks(window.page, "Three words more. ")
    window.safety.flush()
    qtbot.waitUntil(lambda: len(lines(found)) == 5, timeout=20_000)
    settled(found, qtbot)
    assert lines(found)[1][0] == "Typed, not saved yet" and lines(found)[1][1].startswith("3 words added")
    assert lines(found)[0][1] == "No words changed since the state below"


def test_a_state_comes_back_as_one_step_of_undo(window: Window, shown: Shown, qtbot: QtBot, saved: Path) -> None:
    found = shown()
    choose(found, qtbot, "before Anna’s notes")
    assert "nobody" in found.parts.view.toPlainText() and "every body" in found.parts.view.toPlainText()
    found.parts.back.click()
    qtbot.waitUntil(lambda: "nobody knew it" in texts(window)[0], timeout=20_000)
    assert window.story.session.undo_label == "going back to “before Anna’s notes”" and saved.read_text() == STORY
    settled(found, qtbot)
    qtbot.waitUntil(lambda: any(each.kind is Kind.AUTOMATIC for each in found._moments), timeout=20_000)
    assert "the words are the same" in settled(found, qtbot).parts.view.toPlainText()
    window.menus.actions["undo"].trigger()
    assert "every body" in texts(window)[0] and not window.story.session.modified


def test_a_window_that_only_reads_brings_nothing_back(window: Window, shown: Shown, qtbot: QtBot) -> None:
    found = shown()
    choose(found, qtbot, "before Anna’s notes")
    before = texts(window)
    window.story.session.guard = lambda initiator: False
    found.parts.back.click()
    settled(found, qtbot)
    assert texts(window) == before and "only read in this window" in found.parts.notices.sentence


def test_one_scene_comes_back(window: Window, shown: Shown, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["The gate was gone, and nobody cared who knew."], label="x", initiator="t")
    last = len(window.story.session.paragraphs) - 1
    window.story.session.replace(last, last + 1, ["The next day it snowed."], label="x", initiator="t")
    found = shown()
    choose(found, qtbot, "before Anna’s notes")
    assert found.parts.scope.count() == 3
    found.parts.scope.setCurrentIndex(2)
    found.parts.scope.activated.emit(2)
    settled(found, qtbot)
    assert "rained" in found.parts.view.toPlainText() and "rouge" not in found.parts.view.toPlainText()
    found.parts.back.click()
    qtbot.waitUntil(lambda: texts(window)[-1] == "The next day it rained.", timeout=20_000)
    assert texts(window)[0].startswith("The gate was gone")


def test_decisions_and_notes_are_asked_about_and_merged(window: Window, shown: Shown, qtbot: QtBot, saved: Path) -> None:
    window.story.book.add_word("zorb").do()
    note = window.context.notes.notebook.add(Note("", "Anna", "Kept."))
    window.keeping.name("with a note")
    qtbot.waitUntil(lambda: any(each.name == "with a note" for each in Snapshots.open(saved).all), timeout=20_000)
    window.story.book.remove_word("zorb").do()
    window.context.notes.notebook.delete(note.id)
    found = shown()
    choose(found, qtbot, "with a note")
    found.parts.back.click()
    qtbot.waitUntil(lambda: "2 decisions and notes" in found.parts.notices.sentence, timeout=20_000)
    answer(found, "Text, decisions and notes")
    qtbot.waitUntil(lambda: window.context.notes.notebook.get(note.id) is not None, timeout=20_000)
    assert "zorb" in window.story.book.current.own_words
    window.menus.actions["undo"].trigger()
    assert "zorb" not in window.story.book.current.own_words and window.context.notes.notebook.get(note.id) is None


def test_the_present_is_kept_under_a_name(window: Window, shown: Shown, qtbot: QtBot, saved: Path) -> None:
    found = shown()
    found.parts.keep.click()
    assert "Type a name first" in found.parts.notices.sentence
    QTest.keyClicks(found.parts.name, "my own")
    QTest.keyClick(found.parts.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("my own", "No words changed") in lines(found), timeout=20_000)
    assert (sidecar_folder(saved) / "snapshots").is_dir() and found.isVisible()


def test_a_state_is_kept_for_good_and_thrown_away(shown: Shown, qtbot: QtBot, saved: Path) -> None:
    found = shown()
    choose(found, qtbot, "Saved")
    found.keep_for_good()
    qtbot.waitUntil(lambda: any(each[0].startswith("Saved, yesterday at") for each in lines(found)), timeout=20_000)
    settled(found, qtbot)
    choose(found, qtbot, "before Anna’s notes")
    found.throw_away()
    answer(found, "Throw it away")
    qtbot.waitUntil(lambda: "before Anna’s notes" not in [each[0] for each in lines(found)], timeout=20_000)
    assert [each.name[:5] for each in Snapshots.open(saved).all] == ["Saved"]


def test_a_state_is_compared_with_the_present(window: Window, shown: Shown, qtbot: QtBot) -> None:
    found = shown()
    choose(found, qtbot, "before Anna’s notes")
    found.parts.compare.click()
    other = window.findChild(CompareWindow)
    assert other is not None
    qtbot.waitUntil(lambda: other._comparison is not None, timeout=20_000)
    assert "before Anna’s notes" in other.old.currentText() and other.new.currentText().endswith("as it is now")
    assert other._comparison is not None and other._comparison.count == 1 and other.old.count() == 5
    other.close()


def test_a_copy_is_exactly_what_was_in_the_file(
    shown: Shown, qtbot: QtBot, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, target = shown(), tmp_path / "copy.md"
    choose(found, qtbot, "before Anna’s notes")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    found.parts.copy.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    settled(found, qtbot)
    assert target.read_text() == STORY.replace("every body", "nobody")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(saved), ""))
    found.parts.copy.click()
    assert "That is the story itself" in found.parts.notices.sentence and saved.read_text() == STORY


def test_a_damaged_state_is_shown_as_such(shown: Shown, qtbot: QtBot, saved: Path) -> None:
    for file in (sidecar_folder(saved) / "snapshots").glob("*.gz"):
        file.write_bytes(b"junk")
    found = shown()
    assert ("before Anna’s notes", BROKEN) in lines(found)
    choose(found, qtbot, "before Anna’s notes")
    assert "damaged or not there whole" in found.parts.view.toPlainText() and not found.parts.back.isEnabled()


def test_the_keyboard_passes_over_days(shown: Shown, qtbot: QtBot) -> None:
    found = shown()
    for title in ("Saved", "before Anna’s notes", "Saved"):
        QTest.keyClick(found.parts.list, Qt.Key.Key_Down)
        row = found.model.rows[found.parts.list.currentIndex().row()]
        assert isinstance(row, Line) and row.title == title
    settled(found, qtbot)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_without_a_past_it_says_why(window: Window, qtbot: QtBot) -> None:
    window.show_story(Story.new())
    found = settled(window.menus.history(), qtbot)
    assert "No earlier states yet" in found.parts.view.toPlainText()
    assert "in no file yet" in found.parts.view.toPlainText() and not found.parts.back.isVisible()
    assert window.menus.history() is found
    window.menus.actions["keep-state"].trigger()
    assert found.focusWidget() is found.parts.name
    window.show_story(Story.new())
    assert not found.isVisible()


def test_a_document_and_a_folder(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "novel"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.md").write_text(f"# Chapter {number}\n\nIt was number {number} of them all.\n")
    for path in (docx(tmp_path / "story.docx"), folder):
        window.show_story(Story.read(path))
        window.keeping.name("as it was")
        qtbot.waitUntil(lambda path=path: bool(Snapshots.open(path).all), timeout=20_000)  # type: ignore[misc]
        before = texts(window)
        window.story.session.replace(1, 3, ["Spoilt."], label="x", initiator="t")
        if path == folder:
            (folder / "3.md").unlink()
        found = settled(window.menus.history(), qtbot)
        choose(found, qtbot, "as it was")
        found.parts.back.click()
        qtbot.waitUntil(lambda before=before: texts(window) == before, timeout=20_000)  # type: ignore[misc]
        settled(found, qtbot)
        found.close()


@pytest.mark.parametrize(("day", "told"), [
    (date(2026, 5, 20), "Today"), (date(2026, 5, 19), "Yesterday"), (date(2026, 5, 16), "Saturday"),
    (date(2026, 5, 13), "Wednesday, 13 May"), (date(2025, 5, 20), "20 May 2025"), (date(2026, 5, 21), "Thursday, 21 May")])
def test_how_a_day_is_called(day: date, told: str) -> None:
    assert day_said(day, date(2026, 5, 20)) == told


def test_a_story_that_is_only_read_stays_as_it_is(window: Window, shown: Shown, qtbot: QtBot) -> None:
    found = shown()
    choose(found, qtbot, "before Anna’s notes")
    window.attendance._set("The story is written in another window.")
    before = texts(window)
    found.parts.back.click()
    settled(found, qtbot)
    assert found.parts.notices.sentence == "The story is written in another window." and texts(window) == before
    window.attendance._set("")
    found.parts.back.click()
    qtbot.waitUntil(lambda: texts(window) != before, timeout=20_000)


def test_a_state_that_comes_whole_again_is_shown_so(shown: Shown, qtbot: QtBot, saved: Path) -> None:
    """As when a synced folder is there in part, and then whole."""
    files = {each: each.read_bytes() for each in (sidecar_folder(saved) / "snapshots").glob("*.gz")}
    for each in files:
        each.unlink()
    found = shown()
    assert ("before Anna’s notes", BROKEN) in lines(found) and ("Saved", UNREADABLE) in lines(found)
    for each, data in files.items():
        each.write_bytes(data)
    found.refresh()
    settled(found, qtbot)
    assert BROKEN not in [told for _, told in lines(found)] and UNREADABLE not in [told for _, told in lines(found)]
