# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the story: with the corrections that the author chose, and never over the story itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from redraft.checks.finding import Severity
from redraft.manuscript.model import Manuscript, SourceFile
from redraft.ui.dialogs.export import ExportDialog
from redraft.ui.dialogs.exporting import CannotExport, offers, with_corrections, write_copy
from tests.ui.story import TEXTS, Room, finding, findings, paragraphs, room


def test_only_sure_corrections_are_offered() -> None:
    unsure = finding(1, "gate", "gait", sure=False)[1]
    hint = finding(1, "once", "", severity=Severity.HINT)[1]
    made = offers([*(each for _, each in findings()), unsure, hint], {"confused": "Confused words"})
    assert "Confused words" in [offer.name for offer in made]
    assert sorted((offer.check, offer.count) for offer in made) == [
        ("comma-before-tag", 1), ("confused", 1), ("doubled", 1), ("tense-slip", 1)]


def test_the_corrections_of_the_rules_chosen_are_made() -> None:
    story = Manuscript(None, paragraphs=paragraphs())
    made = with_corrections(story, [each for _, each in findings()], {"confused", "doubled"})
    assert made.paragraphs[1].text == TEXTS[1].replace("rouge", "rogue")
    assert made.paragraphs[5].text == TEXTS[5].replace("the the", "the")
    assert made.paragraphs[2].text == TEXTS[2] and story.paragraphs[1].text == TEXTS[1]


def test_a_stale_finding_changes_nothing() -> None:
    story = Manuscript(None, paragraphs=paragraphs(["The Gate", "Quite another text.", *TEXTS[2:]]))
    made = with_corrections(story, [findings()[0][1]], {"confused"})
    assert made.paragraphs[1].text == "Quite another text."


def test_the_story_itself_is_not_written_over(tmp_path: Path) -> None:
    own = tmp_path / "story.txt"
    own.write_text("as it was")
    story = Manuscript(own, (SourceFile(own),), paragraphs())
    with pytest.raises(CannotExport, match="story itself"):
        write_copy(story, tmp_path / "." / "story.txt")
    assert own.read_text() == "as it was"


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="endings"):
        write_copy(Manuscript(None, paragraphs=paragraphs()), tmp_path / "story.docx")


@pytest.fixture
def ordering(qtbot: QtBot) -> tuple[ExportDialog, Room]:
    made = room()
    dialog = ExportDialog(made.context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, made


def test_at_first_the_copy_is_the_story_as_it_is(ordering: tuple[ExportDialog, Room], tmp_path: Path) -> None:
    dialog, made = ordering
    assert dialog.suffix == ".txt" and dialog.chosen == frozenset() and not dialog.rules.isEnabled()
    assert dialog.write(tmp_path / "copy.txt")
    assert "rouge" in (tmp_path / "copy.txt").read_text(encoding="utf-8")
    assert "correction" not in str(made.said[0])


def test_rules_can_be_left_out(ordering: tuple[ExportDialog, Room], tmp_path: Path) -> None:
    dialog, made = ordering
    dialog.corrected.setChecked(True)
    item = next(dialog.rules.item(row) for row in range(4) if "tense" in dialog.rules.item(row).data(Qt.ItemDataRole.UserRole))
    item.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.write(tmp_path / "copy.txt")
    text = (tmp_path / "copy.txt").read_text(encoding="utf-8")
    assert "rogue" in text and "walks" in text
    assert "3 corrections" in str(made.said[0])


def test_what_went_wrong_is_said_in_the_dialog(ordering: tuple[ExportDialog, Room], tmp_path: Path) -> None:
    dialog, made = ordering
    assert not dialog.write(tmp_path / "copy.docx")
    assert dialog._problem.isVisible() and made.said == []


def test_without_sure_corrections_there_is_no_choice(qtbot: QtBot) -> None:
    made = room()
    made.desk.found = [(index, replace(each, sure=False)) for index, each in made.desk.found]
    dialog = ExportDialog(made.context)
    qtbot.addWidget(dialog)
    assert not dialog.corrected.isEnabled()
