# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that hands out reader copies: what is asked for is in the page, and the text is kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from redraft.notes.following import Spot
from redraft.storage.copies import Copies
from redraft.ui.dialogs.reader_copy import ReaderCopyDialog
from redraft.ui.story import Story
from redraft.ui.window import Window

STORY = "The Lamp\n\nChapter One\n\nThe lamp went out.\n\nChapter Two\n\nNobody was there.\n"


@pytest.fixture
def dialog(window: Window, tmp_path: Path, qtbot: QtBot) -> ReaderCopyDialog:
    path = tmp_path / "lamp.txt"
    path.write_text(STORY, encoding="utf-8")
    window.show_story(Story.read(path))
    made = ReaderCopyDialog(window.context, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def data(page: Path) -> dict[str, Any]:
    found = re.search(rb'id="copy">(.*?)</script>', page.read_bytes(), re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found.group(1))
    return told


def test_a_copy_for_a_reader(dialog: ReaderCopyDialog, tmp_path: Path) -> None:
    assert dialog.title.text() == "The Lamp"
    dialog.reader.setText("Ann")
    dialog.greeting.setPlainText("Dear Ann,\nthank you.")
    dialog.ask_story.setPlainText("Would you read on?\n\nWho did it?")
    page = tmp_path / "ann.html"
    assert dialog.write(page)
    told = data(page)
    assert told["reader"] == "Ann" and "Dear Ann,\nthank you." in page.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8").count('data-scene="0"') == 2
    assert Copies.open(tmp_path / "lamp.txt").text(told["copy"]) == STORY
    assert "ann.html was written. Send it to Ann." in dialog.said.text()
    assert dialog.look.isEnabled()


def test_only_the_scenes_ticked(dialog: ReaderCopyDialog, tmp_path: Path) -> None:
    dialog.scenes.item(0).setCheckState(Qt.CheckState.Unchecked)
    page = tmp_path / "ann.html"
    assert dialog.write(page)
    assert "Nobody was there" in page.read_text(encoding="utf-8")
    assert "The lamp went out." not in page.read_text(encoding="utf-8").split("</main>")[0]
    dialog.scenes.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.write(page) and "Tick the scenes" in dialog.said.text()


def test_with_the_notes_of_others(dialog: ReaderCopyDialog, window: Window, tmp_path: Path) -> None:
    window.context.notes.author = "Bob"
    window.context.notes.add("Dark!", Spot(2, 4, 2, 8))
    dialog.others.setChecked(True)
    page = tmp_path / "ann.html"
    assert dialog.write(page)
    (other,) = data(page)["others"]
    assert (other["author"], other["text"], STORY[other["start"] : other["end"]]) == ("Bob", "Dark!", "lamp")
    dialog.others.setChecked(False)
    assert dialog.write(page) and data(page)["others"] == []


def test_what_cannot_be_written_is_said(dialog: ReaderCopyDialog, tmp_path: Path) -> None:
    assert not dialog.write(tmp_path / "absent" / "ann.html")
    assert dialog.said.text() and not dialog.look.isEnabled()


def test_every_field_has_a_name(dialog: ReaderCopyDialog) -> None:
    for kind in (QLineEdit, QPlainTextEdit, QListWidget):
        assert all(each.accessibleName() for each in dialog.findChildren(kind))
    assert dialog.findChildren(QLabel)
