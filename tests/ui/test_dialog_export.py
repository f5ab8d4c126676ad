# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the story: with the corrections that the author chose, and never over the story itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.checks.finding import Severity
from redraft.formats import registry
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript, SourceFile
from redraft.ui.dialogs import exporting
from redraft.ui.dialogs.export import ExportDialog
from redraft.ui.dialogs.exporting import KINDS, CannotExport, chapters, offers, refuse, with_corrections, write_all
from redraft.ui.dialogs.preview import beginning, changes, sentence
from redraft.ui.story import Story
from redraft.ui.versions import Version, earlier
from redraft.ui.window import Window
from tests.ui.acting import found, judge
from tests.ui.documents import docx
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
    story = Manuscript(own, (SourceFile(own),), paragraphs())
    with pytest.raises(CannotExport, match="story itself"):
        refuse(story, tmp_path / "." / "story.txt")


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="endings"):
        refuse(Manuscript(None, paragraphs=paragraphs()), tmp_path / "story.rtf")


def test_nothing_is_written_before_all_is_made(tmp_path: Path) -> None:
    def fails() -> bytes:
        raise CannotExport("No.")

    with pytest.raises(CannotExport):
        write_all([(tmp_path / "1.txt", lambda: b"one"), (tmp_path / "2.txt", fails)], lambda done, total: None)
    assert list(tmp_path.iterdir()) == []


def test_chapters_are_stories_of_their_own(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"chapter {number}.md").write_text(f"# {number}\n\nIt *was*.\n")
    parts = chapters(Story.read(tmp_path).session.manuscript)
    assert [(name, part.source) for name, part in parts] == [
        ("chapter 1", "# 1\n\nIt *was*.\n"), ("chapter 2", "# 2\n\nIt *was*.\n")]


@pytest.mark.parametrize("kind", [each for each in KINDS if each.suffix != ".pdf"], ids=lambda each: each.title)
def test_each_kind_has_a_preview(kind: exporting.Kind) -> None:
    html = beginning(kind, Manuscript(None, paragraphs=paragraphs()))
    assert "rouge ninja" in html and "more paragraph" not in html


def test_the_preview_of_changes_shows_words_that_go_and_come() -> None:
    story = Manuscript(None, paragraphs=paragraphs())
    html = changes(story, with_corrections(story, [each for _, each in findings()], {"confused"}))
    assert "<del>rouge</del><ins>rogue</ins>" in html and "1 paragraph differs" in html
    assert "Nothing differs" in changes(story, story)


def test_what_was_written_is_told() -> None:
    assert sentence(3, ["copy.txt"]) == "copy.txt was written with 3 corrections. The story itself is as it was."
    assert sentence(0, ["1.txt", "2.txt"]) == "2 chapters were written. The story itself is as it was."


# --- the dialog ------------------------------------------------------------------------------------------------


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., ExportDialog]:
    """A dialog that stays after it is closed, over a room or a window."""

    def shown(of: Room | Window, kind: str = "Plain text") -> ExportDialog:
        versions = earlier(of.story) if isinstance(of, Window) else ()
        dialog = ExportDialog(of.context, versions)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        choose(dialog, kind)
        return dialog

    return shown


def choose(dialog: ExportDialog, kind: str) -> None:
    """Choose the first kind whose title begins so."""
    dialog.kinds.setCurrentIndex(next(row for row, each in enumerate(KINDS) if each.title.startswith(kind)))


def finish(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Wait until the copy is written."""
    qtbot.waitUntil(lambda: not dialog.jobs.busy)


def press(dialog: ExportDialog, text: str) -> None:
    """Give an answer in the dialog's bar."""
    next(each for each in dialog.notices.findChildren(QPushButton) if each.text() == text).click()


def test_at_first_the_copy_is_the_story_as_it_is(show: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    made = room()
    dialog = show(made)
    assert dialog.chosen == frozenset() and not dialog.rules.isEnabled()
    dialog.write(tmp_path / "copy.txt")
    finish(qtbot, dialog)
    assert "rouge" in (tmp_path / "copy.txt").read_text(encoding="utf-8")
    assert "correction" not in str(made.said[0]) and not dialog.isVisible()


def test_rules_can_be_left_out(show: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    made = room()
    dialog = show(made)
    dialog.corrected.setChecked(True)
    items = [dialog.rules.item(row) for row in range(4)]
    tense = next(each for each in items if "tense" in each.data(Qt.ItemDataRole.UserRole))
    tense.setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "rogue" in dialog.preview.toPlainText())
    assert "walked" not in dialog.preview.toPlainText()
    dialog.write(tmp_path / "copy.txt")
    finish(qtbot, dialog)
    text = (tmp_path / "copy.txt").read_text(encoding="utf-8")
    assert "rogue" in text and "walks" in text
    assert "3 corrections" in str(made.said[0])


def test_an_existing_file_is_replaced_only_after_a_question(
    show: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "copy.txt"
    target.write_text("another text")
    dialog = show(room())
    dialog.write(target)
    assert "copy.txt stands there already" in dialog.notices.sentence and target.read_text() == "another text"
    press(dialog, "Replace it")
    finish(qtbot, dialog)
    assert "rouge" in target.read_text(encoding="utf-8")


def test_what_went_wrong_is_said_in_the_dialog(show: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    made = room()
    dialog = show(made)
    dialog.write(tmp_path / "copy.rtf")
    assert "endings" in dialog.notices.sentence and made.said == [] and dialog.isVisible()
    dialog.write(tmp_path / "no folder" / "copy.txt")
    finish(qtbot, dialog)
    assert "its folder is not there" in dialog.notices.sentence and dialog.isVisible()


def test_without_sure_corrections_there_is_no_choice(show: Callable[..., ExportDialog]) -> None:
    made = room()
    made.desk.found = [(index, replace(each, sure=False)) for index, each in made.desk.found]
    assert not show(made).corrected.isEnabled()


def test_while_the_story_is_read_the_dialog_says_so(show: Callable[..., ExportDialog]) -> None:
    made = room()
    made.desk.progress = (10, 40)
    assert "still being read" in show(made).why.text()


def test_corrections_become_tracked_changes(
    show: Callable[..., ExportDialog], qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    dialog = show(window, "Word (")
    dialog.tracked.setChecked(True)
    assert "nothing to track" in dialog.why.text() and not dialog._go.isEnabled()
    dialog.corrected.setChecked(True)
    dialog.author.setText("Ann Author")
    assert dialog.why.text() == "" and dialog._go.isEnabled()
    dialog.write(tmp_path / "copy.docx")
    finish(qtbot, dialog)
    kinds = {each.kind: each for each in registry.read(tmp_path / "copy.docx").manuscript.paragraphs[0].marks}
    assert kinds[MarkKind.DELETED].value == "rouge" and kinds[MarkKind.INSERTED].value.startswith("Ann Author")
    assert window.settings.text("author") == "Ann Author"


def test_changes_are_tracked_since_an_earlier_state(
    show: Callable[..., ExportDialog], qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.show_story(Story.read(docx(tmp_path / "story.docx")))
    window.story.session.replace(1, 2, ["She was not there. It was early."], label="x", initiator="test")
    dialog = show(window, "Word (")
    assert [dialog.since.itemText(row) for row in range(3)] == [
        "the story as it is now", "the story as it is on disk", "the story as you opened it"]
    dialog.tracked.setChecked(True)
    dialog.since.setCurrentIndex(2)
    qtbot.waitUntil(lambda: "early" in dialog.preview.toPlainText())
    dialog.write(tmp_path / "copy.docx")
    finish(qtbot, dialog)
    marks = registry.read(tmp_path / "copy.docx").manuscript.paragraphs[1].marks
    assert [each.value for each in marks if each.kind is MarkKind.DELETED] == ["late"]
    assert MarkKind.ITALIC in {each.kind for each in marks}


def test_the_state_before_the_first_save_is_kept(window: Window, story_file: Path) -> None:
    window.story.session.replace(0, 1, ["Quite another."], label="x", initiator="test")
    window.menus.actions["save"].trigger()
    versions = earlier(window.story)
    assert [each.title for each in versions] == ["as you opened it", "before Redraft first saved it"]
    assert [each.read().paragraphs[0].text[:8] for each in versions] == ["The gate", "The gate"]


def test_tracked_changes_need_a_word_document(show: Callable[..., ExportDialog]) -> None:
    dialog = show(room(), "OpenDocument")
    assert not dialog.tracked.isEnabled() and dialog.base is None
    choose(dialog, "Word, standard")
    assert dialog.tracked.isEnabled() and dialog.kind.layout == "shunn"


def test_a_folder_is_exported_chapter_by_chapter(
    show: Callable[..., ExportDialog], qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    book.mkdir()
    for number in (1, 2):
        (book / f"chapter {number}.md").write_text(f"It *was* {number}.\n")
    window.show_story(Story.read(book))
    dialog = show(window, "Web page for story sites")
    dialog.each_chapter.setChecked(True)
    out = tmp_path / "out"
    out.mkdir()
    dialog.write(*(out / f"{name}.html" for name, _ in chapters(window.story.session.manuscript)))
    finish(qtbot, dialog)
    assert {each.name: each.read_text() for each in out.iterdir()} == {
        "chapter 1.html": "<p>It <em>was</em> 1.</p>\n", "chapter 2.html": "<p>It <em>was</em> 2.</p>\n"}
    assert "2 chapters were written" in window.notices.sentence


def test_cancelling_writes_nothing(
    show: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, gone = threading.Event(), threading.Event()

    def slow(*_: object) -> bytes:
        held.wait(5)
        gone.set()
        return b"x"

    monkeypatch.setattr("redraft.ui.dialogs.export.content", slow)
    dialog = show(room())
    dialog.write(tmp_path / "copy.txt")
    assert dialog.progress.isVisible() and not dialog._order.isEnabled()
    dialog.reject()
    assert dialog.isVisible() and "Nothing was written" in dialog.notices.sentence and dialog._order.isEnabled()
    held.set()
    assert gone.wait(5)
    qtbot.wait(50)
    assert not (tmp_path / "copy.txt").exists()


def test_a_version_that_cannot_be_read_is_said(show: Callable[..., ExportDialog], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show(room(), "Word (")
    gone = Version("as it was", lambda: registry.read(tmp_path / "gone.docx").manuscript)
    dialog._earlier.append(gone)
    dialog.since.addItem("the story as it was")
    dialog.tracked.setChecked(True)
    dialog.since.setCurrentIndex(1)
    dialog.write(tmp_path / "copy.docx")
    finish(qtbot, dialog)
    assert "gone.docx" in dialog.notices.sentence and not (tmp_path / "copy.docx").exists()
