# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text survives a crash; errors and notices do not cost the author the editor."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.cli import main
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, digest
from redraft.storage.recovery import RecoveryFile, left_behind
from redraft.storage.snapshots import Snapshots, untitled
from redraft.ui.crash import CrashGuard
from redraft.ui.dialogs.recovery import Choice, RecoveryDialog
from redraft.ui.keeping import LEFT
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.rescue import NOT_BROUGHT_BACK
from redraft.ui.saving import write
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.conftest import STORY


def test_what_is_typed_is_on_disk_soon_and_forgotten_when_saved(window: Window, qtbot: QtBot) -> None:
    folder = data_folder() / "recovery"
    QTest.keyClicks(window.page, "Unsaved. ")
    qtbot.waitUntil(lambda: any(folder.glob("*.recovery")), timeout=3000)
    window.menus.actions["save"].trigger()
    qtbot.waitUntil(lambda: not list(folder.glob("*.recovery")), timeout=20_000)


def test_undoing_everything_leaves_nothing_to_recover(window: Window, qtbot: QtBot) -> None:
    folder = data_folder() / "recovery"
    QTest.keyClicks(window.page, "x")
    window.safety.flush()
    assert list(folder.glob("*.recovery"))
    window.menus.actions["undo"].trigger()
    window.safety.flush()
    assert not list(folder.glob("*.recovery"))


def test_what_does_not_read_back_is_kept_and_said(window: Window, qtbot: QtBot, story_file: Path) -> None:
    QTest.keyClicks(window.page, "Unsaved. ")
    window.safety.flush()
    window.watch.jobs.cancel()
    window.story.save()
    story_file.write_bytes(b"What a failing disk made of it.")
    window.safety.saved()
    qtbot.waitUntil(lambda: "does not hold what was just saved" in window.notices.sentence, timeout=20_000)
    assert window.safety.holds and list((data_folder() / "recovery").glob("*.recovery"))


def test_a_key_pressed_while_the_file_is_read_back_is_kept(window: Window, qtbot: QtBot) -> None:
    QTest.keyClicks(window.page, "Unsaved. ")
    window.safety.flush()
    window.story.save()
    window.safety.saved()
    QTest.keyClicks(window.page, "More. ")
    window.safety.flush()
    journal = window.safety.journal()
    assert journal is not None and journal.at().paragraphs[0].text.startswith("Unsaved. More.")


def crash(window: Window, words: str = "Unsaved. ") -> None:
    """Type something, and let go of it as the system does when a process dies."""
    QTest.keyClicks(window.page, words)
    window.safety.flush()
    lock = window.safety._file._lock
    assert lock is not None
    lock.release()
    window.safety._file._close()
    window.safety._file = RecoveryFile()
    window.safety._session = None
    window.story.session.saved(window.story.session.manuscript)


def asked(window: Window, qtbot: QtBot) -> str:
    """What the bar asks."""
    qtbot.waitUntil(lambda: bool(window.notices.sentence) and not window.rescue.jobs.busy, timeout=20_000)
    return window.notices.sentence


def answer(window: Window, words: str) -> None:
    """Press the button of the notice."""
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == words).click()


def look(window: Window, qtbot: QtBot) -> RecoveryDialog:
    """Offer what was left behind, and look at it."""
    window.rescue.offer()
    assert "story.md" in asked(window, qtbot)
    answer(window, "Look at it…")
    dialog = window.findChild(RecoveryDialog)
    assert dialog is not None
    return dialog


def test_after_a_crash_the_text_is_offered_and_comes_back(window: Window, qtbot: QtBot, story_file: Path) -> None:
    crash(window)
    assert [each.story for each in left_behind()] == [story_file]
    window.show_story(Story.read(story_file))
    dialog = look(window, qtbot)
    dialog.choice = Choice.RECOVER
    dialog.accept()
    assert texts(window)[0].startswith("Unsaved. The gate")
    assert window.story.session.modified and window.safety.holds
    assert story_file.read_text() == STORY and left_behind() == []
    window.menus.actions["undo"].trigger()
    assert texts(window)[0].startswith("The gate")


def test_unsaved_text_that_is_not_wanted_stays_in_the_history(window: Window, qtbot: QtBot, story_file: Path) -> None:
    crash(window)
    window.show_story(Story.read(story_file))
    dialog = look(window, qtbot)
    dialog.choice = Choice.DISCARD
    dialog.accept()
    assert left_behind() == [] and story_file.read_text() == STORY
    kept = Snapshots.open(story_file)
    assert [each.why for each in kept.all] == [NOT_BROUGHT_BACK]
    assert kept.files(kept.all[0])[0][1].startswith(b"Unsaved. The gate")


def test_the_old_journal_stays_until_another_holds_its_text(
    window: Window, qtbot: QtBot, story_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(window)
    window.show_story(Story.read(story_file))
    dialog = look(window, qtbot)
    monkeypatch.setattr(RecoveryFile, "write", lambda *_: (_ for _ in ()).throw(SaveError("The disk is full.")))
    dialog.choice = Choice.RECOVER
    dialog.accept()
    assert texts(window)[0].startswith("Unsaved. The gate")
    assert [each.story for each in left_behind()] == [story_file]


def test_what_is_open_and_unsaved_is_asked_about_first(window: Window, qtbot: QtBot, story_file: Path) -> None:
    crash(window)
    window.show_story(Story.read(story_file))
    dialog = look(window, qtbot)
    QTest.keyClicks(window.page, "Typed meanwhile. ")
    dialog.choice = Choice.RECOVER
    dialog.accept()
    assert "changes that are not saved" in asked(window, qtbot)
    assert texts(window)[0].startswith("Typed meanwhile.") and len(left_behind()) == 1
    answer(window, "Don’t save")
    assert texts(window)[0].startswith("Unsaved. The gate")
    assert [each.why for each in Snapshots.open(story_file).all] == [LEFT]


def test_each_of_several_is_offered_and_what_cannot_be_read_is_told(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        path = tmp_path / name
        path.write_text("Some words.\n")
        window.show_story(Story.read(path))
        crash(window)
    window.show_story(Story.new())
    damaged = data_folder() / "recovery" / "9-x.recovery"
    damaged.write_bytes(b"junk")
    window.rescue.offer()
    told: list[str] = []
    while not told or window.rescue._waiting or window.rescue.jobs.busy or "was saved" in window.notices.sentence:
        told.append(asked(window, qtbot))
        if "cannot be read" in told[-1]:
            window.notices.dismiss()
        else:
            answer(window, "Later")
        if not window.rescue._waiting and not window.rescue.jobs.busy:
            break
    assert sum("one.md" in each for each in told) == sum("two.md" in each for each in told) == 1
    assert len(left_behind()) == 2 and not damaged.exists()
    assert damaged.with_name("9-x.recovery.damaged").read_bytes() == b"junk"


def test_leaving_without_saving_keeps_the_text_in_the_history(window: Window, qtbot: QtBot, story_file: Path) -> None:
    QTest.keyClicks(window.page, "Unsaved. ")
    window.menus.actions["new"].trigger()
    answer(window, "Don’t save")
    assert window.story.path is None and not list((data_folder() / "recovery").glob("*.recovery"))
    kept = Snapshots.open(story_file)
    assert [each.why for each in kept.all] == [LEFT]
    QTest.keyClicks(window.page, "A new story. ")
    window.menus.actions["new"].trigger()
    answer(window, "Don’t save")
    assert [each.why for each in Snapshots.open(untitled()).all] == [LEFT]


def test_an_unexpected_error_is_reported_and_the_editor_stays(window: Window) -> None:
    said: list[str] = []
    guard = CrashGuard(said.append)
    guard.install()
    try:
        try:
            raise RuntimeError("the author's words")
        except RuntimeError:
            sys.excepthook(*sys.exc_info())
    finally:
        guard.remove()
    assert "Your text is here as it was" in said[0]
    reports = list((data_folder() / "reports").glob("report-*.txt"))
    assert len(reports) == 1
    assert "RuntimeError" in reports[0].read_text()
    assert "the author's words" not in reports[0].read_text()


def test_a_notice_with_answers_waits_and_others_queue_behind(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    given: list[str] = []
    bar.say("First?", (Answer("Yes", lambda: given.append("yes")),))
    bar.say("Second.")
    assert bar.sentence == "First?"
    bar.findChild(QPushButton).click()
    assert given == ["yes"]
    assert bar.sentence == "Second."
    bar.ask("Now?", (Answer("No", lambda: given.append("no")),))
    assert bar.sentence == "Now?"


@pytest.mark.parametrize("name", ["a.bin", "empty-folder"])
def test_what_is_no_story_is_refused_with_a_sentence(window: Window, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "empty-folder":
        path.mkdir()
    else:
        path.write_bytes(bytes(range(256)) * 40)
    before = texts(window)
    window.filing.open(path)
    assert name in window.notices.sentence
    assert texts(window) == before


def test_what_was_typed_while_saving_follows_what_was_saved(window: Window, qtbot: QtBot, story_file: Path) -> None:
    QTest.keyClicks(window.page, "Saved. ")
    window.safety.flush()
    written = write(window.story.session.manuscript)
    QTest.keyClicks(window.page, "Typed meanwhile. ")
    window.story.took(written)
    window.safety.saved()
    window.safety.flush()
    journal = window.safety.journal()
    assert journal is not None and journal.start.files[0].digest == digest(story_file.read_bytes())
    assert journal.at().paragraphs[0].text.startswith("Saved. Typed meanwhile.")


def test_where_text_that_is_put_by_is_found_again(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_story(Story.new())
    crash(window)
    path = tmp_path / "gone.md"
    path.write_text("Some words.\n")
    window.show_story(Story.read(path))
    crash(window)
    path.unlink()
    window.show_story(Story.new())
    window.rescue.offer()
    for told in ("history gone.md restore 1", "In a new story, File"):
        asked(window, qtbot)
        answer(window, "Look at it…")
        dialog = next(each for each in window.findChildren(RecoveryDialog) if each.isVisible())
        dialog.choice = Choice.DISCARD
        dialog.accept()
        assert told in _where_said(window, qtbot, told)
    assert [each.why for each in (*Snapshots.open(path).all, *Snapshots.open(untitled()).all)] == 2 * [NOT_BROUGHT_BACK]
    assert main(["history", str(path), "restore", "1"]) == 0 and path.read_text() == "Unsaved. Some words.\n"


def _where_said(window: Window, qtbot: QtBot, told: str) -> str:
    """What the bar says, or what waits behind its question."""
    return " ".join([window.notices.sentence, *(str(each) for each in window.notices._waiting)])
