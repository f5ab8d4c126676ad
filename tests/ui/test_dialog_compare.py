# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions side by side: what differs, the way through it, and the whole as tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from redraft.formats import registry
from redraft.manuscript.marks import MarkKind
from redraft.ui.dialogs.compare import CompareWindow
from redraft.ui.dialogs.comparing import PER_PAGE, compared
from redraft.ui.dialogs.redline import Row, inline, rows, sides, table
from redraft.ui.versions import Version, of_file
from redraft.ui.window import Window
from tests.ui.documents import docx

OLD = [f"Paragraph {number} was there before the rain." for number in range(12)]
NEW = [*OLD[:2], "Paragraph 2 was there after the rain.", *OLD[3:9], OLD[9], "A new one came in.", *OLD[10:]]


def test_paragraphs_are_paired() -> None:
    found = rows(OLD, NEW)
    assert [(each.old, each.new) for each in found if not each.same] == [
        (OLD[2], NEW[2]), (None, "A new one came in.")]
    assert [each.number for each in found if not each.same] == [3, 11]


def test_each_side_shows_what_it_has() -> None:
    assert sides(Row("It was <late>.", "It is <late>.", 1)) == (
        "It <del>was</del> &lt;late&gt;.", "It <ins>is</ins> &lt;late&gt;.")
    assert sides(Row(None, "New.", 1)) == ("", "<ins>New.</ins>")
    assert sides(Row("Gone.", None, 1)) == ("<del>Gone.</del>", "")


def test_one_line_shows_both_and_little_around() -> None:
    assert inline("It was late.", "It is late.") == "It <del>was</del><ins>is</ins> late."
    long = "so it goes on " * 20
    short = inline(long + "was" + long, long + "is" + long, 20)
    assert short.startswith("… ") and short.endswith(" …") and len(short) < 100


def test_what_is_the_same_is_counted_not_shown() -> None:
    html = table(rows(OLD, NEW), (2, 10))
    assert "1 paragraph that is the same" in html and "5 paragraphs that are the same" in html
    assert html.count("name='old-") == html.count("name='new-") == 2


def write(path: Path, paragraphs: Sequence[str]) -> Path:
    """A Markdown file of these paragraphs."""
    path.write_text("\n\n".join(paragraphs) + "\n")
    return path


def test_files_of_any_format_are_compared_by_their_words(tmp_path: Path) -> None:
    markdown = write(tmp_path / "a.md", ["# The Gate", "She was *not* there. It was **early**."])
    found = compared(of_file(markdown), of_file(docx(tmp_path / "b.docx")))
    assert [(each.old, each.new) for each in found.rows][:2] == [
        ("The Gate", "The Gate"), ("She was not there. It was early.", "She was not there. It was late.")]


@pytest.fixture
def comparing(qtbot: QtBot, tmp_path: Path) -> Callable[..., CompareWindow]:
    """A window that compares two files, the second the present one."""

    def shown(old: Sequence[str] = OLD, new: Sequence[str] = NEW) -> CompareWindow:
        files = [of_file(write(tmp_path / "new.md", new)), of_file(write(tmp_path / "old.md", old))]
        window = CompareWindow("new.md", files, "Ann Author")
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: not window.jobs.busy)
        return window

    return shown


def test_both_versions_stand_side_by_side(comparing: Callable[..., CompareWindow]) -> None:
    window = comparing()
    text = window.view.toPlainText()
    assert "before the rain" in text and "after the rain" in text
    assert window.count.text() == "2 paragraphs differ – 1 of 2"


def test_keys_lead_from_difference_to_difference_and_round(comparing: Callable[..., CompareWindow]) -> None:
    window = comparing()

    def here() -> list[str]:
        return [each.cursor.selectedText() for each in window.view.extraSelections()]

    assert here() == [OLD[2], NEW[2]]
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert here()[1] == "A new one came in." and "2 of 2" in window.count.text()
    window.on.click()
    assert here() == [OLD[2], NEW[2]]
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert "2 of 2" in window.count.text()


def test_very_many_differences_come_page_by_page(comparing: Callable[..., CompareWindow]) -> None:
    old = [f"Paragraph {number} was there before." for number in range(PER_PAGE + 5)]
    window = comparing(old, [each.replace("before", "after") for each in old])
    assert window.count.text() == f"{PER_PAGE + 5} paragraphs differ – 1 of {PER_PAGE + 5}"
    assert old[PER_PAGE] not in window.view.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert next(each.cursor.selectedText() for each in window.view.extraSelections()) == old[-1]
    assert old[0] not in window.view.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert next(each.cursor.selectedText() for each in window.view.extraSelections()) == old[0]


def test_equal_versions_say_so(comparing: Callable[..., CompareWindow]) -> None:
    window = comparing(OLD, OLD)
    assert window.count.text() == "Both versions have the same words." and not window.save.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F8)


def test_the_changes_are_saved_tracked(comparing: Callable[..., CompareWindow], qtbot: QtBot, tmp_path: Path) -> None:
    window = comparing()
    target = tmp_path / "changes.docx"
    target.write_bytes(b"another file")
    window.write(target)
    assert "stands there already" in window.notices.sentence and target.read_bytes() == b"another file"
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == "Replace it").click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    paragraphs = registry.read(target).manuscript.paragraphs
    marks = {each.kind: each for each in paragraphs[2].marks}
    assert marks[MarkKind.DELETED].value == "before" and marks[MarkKind.INSERTED].value.startswith("Ann Author")
    assert "was written" in window.notices.sentence


def test_none_of_the_versions_is_written_over(comparing: Callable[..., CompareWindow], tmp_path: Path) -> None:
    window = comparing()
    before = (tmp_path / "old.md").read_bytes()
    window._write(tmp_path / "old.md")
    assert "one of the two versions" in window.notices.sentence and (tmp_path / "old.md").read_bytes() == before


def test_another_file_can_be_chosen(
    comparing: Callable[..., CompareWindow], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = comparing()
    third = write(tmp_path / "third.md", NEW)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(third), ""))
    window.old.setCurrentIndex(2)
    window.old.activated.emit(2)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.old.currentText() == "third.md" and window.count.text() == "Both versions have the same words."


def test_what_cannot_be_read_is_said(comparing: Callable[..., CompareWindow], qtbot: QtBot, tmp_path: Path) -> None:
    window = comparing()
    window._versions[1] = Version("gone", lambda: registry.read(tmp_path / "gone.md").manuscript)
    window.compare()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "gone.md" in window.notices.sentence


def test_the_menu_compares_the_story_with_its_past(window: Window, qtbot: QtBot) -> None:
    window.story.session.replace(3, 4, ["The next day it snowed."], label="x", initiator="test")
    window.menus.actions["compare"].trigger()
    found = window.findChild(CompareWindow)
    qtbot.waitUntil(lambda: not found.jobs.busy)
    assert found.old.currentText() == "story.md as it is on disk" and found.new.currentText() == "story.md as it is now"
    assert "snowed" in found.view.toPlainText() and found.count.text().startswith("1 paragraph differs")
    found.close()


def test_a_story_without_a_past_asks_for_a_file(qtbot: QtBot, window: Window) -> None:
    window.filing.new()
    window.menus.actions["compare"].trigger()
    found = window.findChild(CompareWindow)
    assert "Choose an earlier version" in found.count.text()
    found.close()
