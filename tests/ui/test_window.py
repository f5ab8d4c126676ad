# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window, as an author uses it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.checks.finding import Severity
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Sidecar
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient, found, judge, page_texts, texts
from tests.ui.conftest import STORY


def shown(window: Window, index: int) -> list[str]:
    """The words underlined in a paragraph."""
    return [each.text for each in window.reviewing.findings_of(index)]


def test_the_story_stands_on_the_page_and_goes_to_the_analysis(window: Window) -> None:
    assert page_texts(window) == texts(window)
    assert texts(window)[2] == "* * *"
    assert isinstance(window.client, PlayedClient)
    assert "open" in window.client.kinds()
    assert window.windowTitle().startswith("story.md")


def test_findings_are_underlined_when_they_come(window: Window) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    assert shown(window, 0) == ["rouge"]
    assert shown(window, 1) == []


def test_hints_are_shown_on_request(window: Window) -> None:
    judge(window, found(window, 0, "shut", severity=Severity.HINT, category="style"))
    assert shown(window, 0) == []
    window.menus.actions["hints"].setChecked(True)
    assert shown(window, 0) == ["shut"]


def test_accepting_replaces_the_words_in_one_step_of_undo(window: Window) -> None:
    judge(window, found(window, 0, "rouge", "rogue", "red"))
    assert window.context.accept(found(window, 0, "rouge", "rogue", "red"), 1)
    assert "once a red ninja" in texts(window)[0]
    assert page_texts(window) == texts(window)
    assert window.menus.actions["undo"].text() == "&Undo: rouge → red"
    assert not window.menus.actions["redo"].isEnabled()
    window.menus.actions["undo"].trigger()
    assert "once a rouge ninja" in texts(window)[0]
    assert page_texts(window) == texts(window)


def test_accepting_what_has_changed_changes_nothing_and_says_so(window: Window) -> None:
    finding = found(window, 0, "rouge", "rogue")
    window.page.put_caret(0, 0)
    QTest.keyClicks(window.page, "So ")
    before = texts(window)
    assert not window.context.accept(finding)
    assert texts(window) == before
    assert "changed" in window.notices.sentence


def test_accept_all_is_one_step_and_skips_what_no_longer_fits(window: Window) -> None:
    findings = [found(window, 0, "rouge", "rogue"), found(window, 0, "every body", "everybody"),
                found(window, 1, "in.”", "in,”")]
    stale = found(window, 3, "next", "following")
    window.story.session.replace(3, 4, ["The other day it rained."], label="x", initiator="test")
    assert window.context.accept_all([*findings, stale]) == 3
    assert texts(window)[0] == "The gate was shut. He was once a rogue ninja, and everybody knew it."
    assert texts(window)[1] == "“Come in,” she said. Nobody came."
    window.menus.actions["undo"].trigger()
    assert texts(window)[0] == STORY.split("\n\n")[0]
    assert page_texts(window) == texts(window)


def test_marks_move_with_their_words_while_typing(window: Window) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    window.page.put_caret(0, 0)
    QTest.keyClicks(window.page, "Late. ")
    marks = window.reviewing.findings_of(0)
    assert [texts(window)[0][each.start : each.end] for each in marks] == ["rouge"]


def test_a_word_under_edit_is_not_marked_until_it_is_checked_again(window: Window) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    window.page.put_caret(0, texts(window)[0].index("rouge") + 5)
    QTest.keyClicks(window.page, "s")
    assert shown(window, 0) == []
    judge(window, found(window, 0, "rouges", "rogues"))
    assert shown(window, 0) == ["rouges"]


def test_an_answer_for_an_older_text_is_not_shown(window: Window) -> None:
    old = found(window, 0, "rouge", "rogue")
    judge(window, old)
    QTest.keyClicks(window.page, "X")
    client = window.client
    assert isinstance(client, PlayedClient)
    window.story.session.replace(0, 1, ["Quite another text."], label="x", initiator="test")
    assert shown(window, 0) == []


def test_marks_on_whole_sentences_wait_until_the_caret_has_left(window: Window, qtbot: QtBot) -> None:
    window.desk.rules = {"comma-splice": ("Comma splice", True)}
    window.page.put_caret(0, 8)
    QTest.keyClicks(window.page, " ")
    judge(window, found(window, 0, "shut", "x", check="comma-splice", category="comma-splice"),
          found(window, 0, "rouge", "rogue"))
    assert shown(window, 0) == ["rouge"]
    window.page.put_caret(3, 0)
    qtbot.waitUntil(lambda: shown(window, 0) == ["shut", "rouge"])


def test_f8_opens_the_card_and_enter_accepts_and_moves_on(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"), found(window, 1, "in.”", "in,”"))
    window.page.put_caret(0, 0)
    window.menus.actions["next-finding"].trigger()
    qtbot.waitUntil(lambda: window.reviewing.card.isVisible())
    assert window.reviewing.card.finding is not None
    assert window.reviewing.card.finding.text == "rouge"
    QTest.keyClick(window.reviewing.card, Qt.Key.Key_Return)
    assert "rogue" in texts(window)[0]
    qtbot.waitUntil(lambda: window.reviewing.card.isVisible() and window.reviewing.card.finding.text == "in.”")
    QTest.keyClick(window.reviewing.card, Qt.Key.Key_1)
    assert texts(window)[1].startswith("“Come in,”")
    qtbot.waitUntil(lambda: not window.reviewing.card.isVisible())


def test_delete_on_the_card_ignores_and_undo_brings_it_back(window: Window, qtbot: QtBot, story_file: Path) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    window.page.put_caret(0, texts(window)[0].index("rouge") + 2)
    window.menus.actions["show-card"].trigger()
    qtbot.waitUntil(lambda: window.reviewing.card.isVisible())
    QTest.keyClick(window.reviewing.card, Qt.Key.Key_Delete)
    assert shown(window, 0) == []
    assert DecisionBook(Sidecar.open(story_file)).current.dismissed
    assert not window.story.session.modified
    window.menus.actions["undo"].trigger()
    assert shown(window, 0) == ["rouge"]
    assert not DecisionBook(Sidecar.open(story_file)).current.dismissed


def test_a_letter_on_the_card_goes_to_the_page(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    window.page.put_caret(0, 0)
    window.menus.actions["next-finding"].trigger()
    qtbot.waitUntil(lambda: window.reviewing.card.isVisible())
    QTest.keyClicks(window.reviewing.card, "a")
    assert not window.reviewing.card.isVisible()
    assert "arouge" in texts(window)[0]


def test_the_story_s_words_and_rules_switched_off_hide_findings(window: Window) -> None:
    judge(window, found(window, 0, "ninja", category="spelling", check="unknown-word"),
          found(window, 0, "rouge", "rogue"))
    window.context.add_word("ninja")
    assert shown(window, 0) == ["rouge"]
    window.context.switch_off("confused-words")
    assert shown(window, 0) == []
    assert isinstance(window.client, PlayedClient)
    assert window.client.kinds().count("decide") == 2


def test_an_unedited_story_is_saved_byte_for_byte(window: Window, story_file: Path) -> None:
    before = story_file.read_bytes()
    window.menus.actions["save"].trigger()
    assert story_file.read_bytes() == before


def test_an_edit_is_saved_and_all_else_stays(window: Window, story_file: Path) -> None:
    window.page.put_caret(3, 0)
    QTest.keyClicks(window.page, "Wet. ")
    assert window.isWindowModified()
    window.menus.actions["save"].trigger()
    assert story_file.read_text() == STORY.replace("The next", "Wet. The next")
    assert not window.isWindowModified()
    window.menus.actions["undo"].trigger()
    assert window.isWindowModified()
    window.menus.actions["save"].trigger()
    assert story_file.read_text() == STORY


def test_a_file_that_others_changed_is_not_overwritten_unasked(window: Window, story_file: Path) -> None:
    QTest.keyClicks(window.page, "Mine. ")
    story_file.write_text("Theirs.\n")
    window.menus.actions["save"].trigger()
    assert story_file.read_text() == "Theirs.\n"
    assert "another program" in window.notices.sentence
    press(window, "Save mine over it")
    assert story_file.read_text().startswith("Mine. The gate")


def test_closing_with_unsaved_text_asks_in_the_bar(window: Window, qtbot: QtBot, story_file: Path) -> None:
    QTest.keyClicks(window.page, "Mine. ")
    assert not window.close()
    assert window.isVisible()
    assert "not saved" in window.notices.sentence
    press(window, "Save")
    assert story_file.read_text().startswith("Mine. ")
    assert not window.isVisible()


def test_files_let_fall_on_the_page_are_opened(window: Window, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another story.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    window.page.insertFromMimeData(data)
    assert texts(window) == ["Another story."]


def test_files_let_fall_on_the_window_are_opened(window: Window, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another story.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier))
    assert texts(window) == ["Another story."]


def test_what_cannot_be_opened_is_said_and_the_story_stays(window: Window, tmp_path: Path) -> None:
    before = texts(window)
    window.filing.open(tmp_path / "gone.txt")
    assert "gone.txt" in window.notices.sentence
    assert texts(window) == before


def test_a_story_reopens_where_the_author_left_it(window: Window, story_file: Path, tmp_path: Path) -> None:
    window.page.put_caret(3, 4)
    other = tmp_path / "other.txt"
    other.write_text("Another story.")
    window.filing.open(other)
    window.filing.open(story_file)
    assert window.page.caret() == (3, 4)


def test_italics_are_for_formats_that_hold_them(window: Window, tmp_path: Path) -> None:
    window.page.select(0, 4, 8)
    window.menus.actions["italic"].trigger()
    assert texts(window)[0].startswith("The *gate* was")
    window.page.select(0, 5, 9)
    window.menus.actions["italic"].trigger()
    assert texts(window)[0].startswith("The gate was")
    plain = tmp_path / "plain.txt"
    plain.write_text("Plain.")
    window.story.session.undo()
    window.story.session.undo()
    window.filing.open(plain)
    assert not window.menus.actions["italic"].isEnabled()


def test_page_only_hides_the_panels_and_brings_them_back(window: Window) -> None:
    before = {name: dock.isVisible() for name, dock in window.docks.docks.items()}
    assert any(before.values())
    window.menus.actions["page-only"].trigger()
    assert not any(dock.isVisible() for dock in window.docks.docks.values())
    window.menus.actions["page-only"].trigger()
    assert {name: dock.isVisible() for name, dock in window.docks.docks.items()} == before


def test_the_status_bar_counts(window: Window, qtbot: QtBot) -> None:
    bar = window.status._bar
    qtbot.waitUntil(lambda: "26 words" in bar.words.text())
    window.page.select(0, 0, 8)
    qtbot.waitUntil(lambda: "2 selected" in bar.words.text())
    assert bar.file.text() == "UTF-8"
    bar.set_progress(81, 100)
    assert bar.checked.text() == "checked 81 %"


def test_the_keys_of_the_edit_menu_work_on_the_page(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    window.page.setFocus()
    QTest.keyClicks(window.page, "Late. ")
    key(window, Qt.Key.Key_Z)
    assert texts(window)[0].startswith("The gate")
    key(window, Qt.Key.Key_Y)
    assert texts(window)[0].startswith("Late. ")
    key(window, Qt.Key.Key_A)
    key(window, Qt.Key.Key_C)
    key(window, Qt.Key.Key_X)
    assert texts(window) == [""]
    key(window, Qt.Key.Key_V)
    assert texts(window)[0].startswith("Late. The gate")
    assert page_texts(window) == texts(window)


def test_the_context_menu_offers_what_is_found_there(window: Window) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    cursor = window.page.textCursor()
    cursor.setPosition(texts(window)[0].index("rouge") + 2)
    menu = window.menus.popup(window.page.cursorRect(cursor).center())
    names = [each.text() for each in menu.actions()]
    assert names[:3] == ["rogue", "&Ignore", "Ignore &Everywhere"]
    menu.actions()[0].trigger()
    assert "a rogue ninja" in texts(window)[0]
    menu.close()


def test_every_action_has_a_deed_and_no_key_twice(window: Window) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 25


def press(window: Window, text: str) -> None:
    """Press the button of the notice bar that says so."""
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == text).click()


def key(window: Window, which: Qt.Key) -> None:
    """Press Ctrl and a key on the page, as the window system does."""
    QTest.keyClick(window.windowHandle(), which, Qt.KeyboardModifier.ControlModifier)


def test_a_style_is_chosen_for_the_manuscript_and_taken_back(window: Window) -> None:
    window.choose_style("dashes", "em")
    assert window.decisions().style.dashes == "em"
    window.menus.actions["undo"].trigger()
    assert window.decisions().style.dashes is None


def test_only_findings_on_screen_have_their_paragraphs_painted_anew(window: Window) -> None:
    assert window.page.paint_anew(lambda index: index == 1) == [1]
    assert window.page.paint_anew(lambda index: index > 1_000) == []
