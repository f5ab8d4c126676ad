# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program does to the open file is noticed, and neither side is dropped."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.ui.story import Story, carried_over
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.documents import docx

OLD = "The first words.\n\nThe second words.\n\nThe third words.\n"
NEW = "The first words.\n\nThe other words.\n\nThe third words.\n\nThe fourth words.\n"


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Path:
    """A story on the page."""
    path = tmp_path / "story.md"
    path.write_text(OLD)
    window.show_story(Story.read(path))
    window.watch.look()
    return path


def said(window: Window) -> str:
    return window.notices.sentence


def seen(window: Window, qtbot: QtBot, when: Callable[[], bool]) -> None:
    """Let the watch look until it has seen it."""
    def looked() -> bool:
        window.watch.look()
        return when()

    qtbot.waitUntil(looked, timeout=10_000)


def test_a_change_elsewhere_is_shown_and_can_be_undone(window: Window, opened: Path, qtbot: QtBot) -> None:
    ids = [each.id for each in window.story.session.paragraphs]
    opened.write_text(NEW)
    seen(window, qtbot, lambda: len(window.story.session.paragraphs) == 4)
    assert texts(window)[1] == "The other words." and not window.story.session.modified
    assert [each.id for each in window.story.session.paragraphs][::2] == ids[::2]
    assert "changed by another program" in said(window)
    window.story.session.undo()
    assert texts(window) == ["The first words.", "The second words.", "The third words."]
    assert window.story.session.modified
    window.story.save()
    assert opened.read_text() == OLD


def test_what_was_changed_in_both_is_asked_about(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["My own words."], label="edit", initiator="test")
    opened.write_text(NEW)
    seen(window, qtbot, lambda: "you have changed it here" in said(window))
    assert texts(window)[0] == "My own words." and opened.read_text() == NEW


def answer(window: Window, words: str) -> None:
    """Press the button of the notice."""
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == words).click()


def test_both_are_merged_and_clashes_stand_side_by_side(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 2, ["My own words.", "My second words."], label="edit", initiator="test")
    opened.write_text(NEW)
    seen(window, qtbot, lambda: "you have changed it here" in said(window))
    answer(window, "Merge both")
    qtbot.waitUntil(lambda: "Both are on the page" in said(window), timeout=10_000)
    assert texts(window) == [
        "My own words.", "My second words.", "The first words.", "The other words.", "The third words.",
        "The fourth words."]
    assert window.story.session.modified and opened.read_text() == NEW
    (placed,) = window.context.notes.all()
    assert placed.note.body.startswith("The other program’s version")
    window.filing.save()
    qtbot.waitUntil(lambda: not window.story.session.modified, timeout=10_000)
    assert opened.read_text() == "\n\n".join(texts(window)) + "\n"


def test_a_new_date_alone_is_no_change(window: Window, opened: Path, qtbot: QtBot) -> None:
    os.utime(opened, (1, 1))
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    assert said(window) == ""


def test_our_own_saving_is_no_change(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["My own words."], label="edit", initiator="test")
    window.filing.save()
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    assert "another program" not in said(window) and not window.story.session.modified


def test_a_file_that_is_gone_is_said_once(window: Window, opened: Path, qtbot: QtBot) -> None:
    opened.unlink()
    seen(window, qtbot, lambda: "not where it was" in said(window))
    window.notices.dismiss()
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    assert said(window) == "" and texts(window)[0] == "The first words."


def test_a_document_is_opened_anew(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = docx(tmp_path / "story.docx")
    window.show_story(Story.read(path))
    window.watch.look()
    before = window.story
    other = Story.read(path)
    other.session.replace(0, 1, ["Written elsewhere."], label="edit", initiator="test")
    other.save()
    seen(window, qtbot, lambda: window.story is not before)
    assert texts(window)[0] == "Written elsewhere."


def test_paragraphs_that_stay_keep_their_ids_and_no_two_have_one(tmp_path: Path) -> None:
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.write_text(OLD)
    other.write_text(NEW)
    old, new = (Story.read(each).session.paragraphs for each in (one, other))
    found = carried_over(old, new)
    assert found[0].id == old[0].id and found[2].id == old[2].id
    assert len({each.id for each in found}) == len(found)
    assert [each.text for each in found] == [each.text for each in new]
