# SPDX-License-Identifier: GPL-3.0-or-later
"""What the status bar says, and what the settings do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from redraft.analysis.report import EngineState
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.session import Session
from redraft.ui.messages import Answer, NoticeBar, StatusBar
from redraft.ui.status import WordCounts, described
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient


@pytest.mark.parametrize(("file", "wanted"), [
    (SourceFile(None), "UTF-8"),
    (SourceFile(None, encoding="utf-8-sig", newline="\r\n"), "UTF-8 with BOM, Windows line ends"),
    (SourceFile(None, encoding="cp1252", width=72), "Windows-1252, lines of 72"),
    (SourceFile(None, encoding="utf-16-le"), "UTF-16-LE"),
])
def test_how_a_file_is_written(file: SourceFile, wanted: str) -> None:
    assert described(file) == wanted


def test_words_are_counted_by_what_changed() -> None:
    session = Session(Manuscript(None, paragraphs=(Paragraph(0, "one two", ""), Paragraph(1, "three", ""))))
    counts = WordCounts()
    counts.start(session.paragraphs)
    session.subscribe(counts.edited)
    session.replace(0, 2, ["one—two", "x", "y z"], label="x", initiator="test")
    assert counts.total == 5
    session.undo()
    assert counts.total == 3
    assert counts.of(session.paragraphs[1:]) == 1


def test_a_judge_that_is_missing_is_named(window: Window) -> None:
    window.desk.engines = (EngineState("builtin", "used"), EngineState("harper", "unavailable", "It did not start."))
    window.context.bus.engines_changed.emit()
    label = window.status._bar.engines
    assert label.text() == "Harper unavailable"
    assert label.toolTip() == "It did not start."


def test_the_scene_and_its_words_are_named(window: Window, qtbot: QtBot) -> None:
    from redraft.manuscript.outline import outline
    window.desk._outline = outline(window.story.session.paragraphs)
    window.page.put_caret(3, 0)
    qtbot.waitUntil(lambda: window.status._bar.scene.text() == "scene 2 of 2")
    assert "5 in the scene" in window.status._bar.words.text()


def test_settings_take_effect_at_once_and_are_kept(window: Window) -> None:
    window.settings.set("zoom", 150)
    assert window.page.zoom == 150
    column = window.page.column
    window.settings.set("page-width", 60)
    assert window.page.column < column
    window.settings.set("paragraph-style", "space")
    assert window.page.document().findBlockByNumber(1).blockFormat().topMargin() > 0
    window.settings.set("smart-quotes", False)
    assert not window.writing.typographic
    assert not window.menus.actions["typographic"].isChecked()
    window.menus.actions["zoom-in"].trigger()
    assert window.settings.number("zoom") == 175


def test_rules_off_everywhere_reach_the_desk(window: Window) -> None:
    window.settings.set("rules-off", ("comma-splice",))
    assert "comma-splice" in window.decisions().rules_off
    assert isinstance(window.client, PlayedClient)
    assert window.client.kinds()[-1] == "decide"


def test_judges_are_switched_by_the_settings(window: Window) -> None:
    window.settings.set("languagetool", True)
    assert isinstance(window.client, PlayedClient)
    assert window.client.messages[-1]["engines"] == ["builtin", "harper", "languagetool"]


def test_typed_quotes_become_the_manuscript_s_and_one_undo_brings_the_typed_one_back(window: Window) -> None:
    from PySide6.QtTest import QTest
    window.page.put_caret(3, 0)
    QTest.keyClicks(window.page, '"')
    assert window.story.session.paragraphs[3].text.startswith("“The")
    window.menus.actions["undo"].trigger()
    assert window.story.session.paragraphs[3].text.startswith('"The')
    QTest.keyClicks(window.page, "x")
    assert window.story.session.paragraphs[3].text.startswith('"xThe')


def test_a_scene_break_and_a_heading_are_put_in(window: Window) -> None:
    window.page.put_caret(3, 0)
    window.menus.actions["heading"].trigger()
    assert window.story.session.paragraphs[3].text == "## The next day it rained."
    window.menus.actions["heading"].trigger()
    assert window.story.session.paragraphs[3].text == "The next day it rained."
    window.page.put_caret(0, 18)
    window.menus.actions["scene-break"].trigger()
    assert [each.text for each in window.story.session.paragraphs][:3] == [
        "The gate was shut.", "* * *", "He was once a rouge ninja, and every body knew it."]


def test_recent_stories_are_listed(window: Window, story_file: Path) -> None:
    window.filing.open(story_file)
    menu = window.menus.actions.submenus["@recent"]
    window.filing.fill_recent(menu)
    assert [each.text() for each in menu.actions()] == ["story.md"]


def test_how_closely_it_is_read_is_told(window: Window) -> None:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    bar.set_closeness(8.25)
    assert bar.checked.toolTip().startswith("8.2 sure marks in 1,000 words: read as a rough draft.")
    bar.set_closeness(None)
    assert not bar.checked.toolTip()


def test_a_notice_has_its_answers_under_it_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(1200, 60)
    sentence = "This is a sentence of some length, which an author should be able to read without a narrow column."
    bar.ask(sentence, [Answer("First answer", lambda: None), Answer("Second answer", lambda: None)])
    first = bar.findChildren(QPushButton)[0]
    label = next(each for each in bar.findChildren(QLabel) if each.text() == sentence)
    qtbot.waitUntil(lambda: first.mapTo(bar, first.rect().topLeft()).x() > label.geometry().right())
    bar.resize(460, 120)
    qtbot.waitUntil(lambda: first.mapTo(bar, first.rect().topLeft()).y() >= label.geometry().bottom())
    assert label.width() > 350


def test_a_question_is_not_lost_to_one_that_is_more_urgent(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.ask("First?", [Answer("Yes", lambda: done.append("first"))])
    bar.ask("Second?", [Answer("Yes", lambda: done.append("second"))])
    for _ in range(2):
        next(each for each in bar.findChildren(QPushButton) if each.isVisible()).click()
    assert done == ["second", "first"] and bar.sentence == ""
