# SPDX-License-Identifier: GPL-3.0-or-later
"""The few dialogs: what they show, and what they leave to the author."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from redraft.checks.catalogue import by_id
from redraft.commands.rules import as_data
from redraft.ui.dialogs.about import AboutDialog, versions
from redraft.ui.dialogs.accept_all import AcceptAllDialog
from redraft.ui.dialogs.markdown import to_html
from redraft.ui.dialogs.recovery import Choice, RecoveryDialog
from redraft.ui.dialogs.rule_page import RulePage, RuleText, page, understood
from redraft.ui.dialogs.shortcuts import ShortcutsDialog, keys, table
from redraft.ui.panels.findings.panel import FindingsPanel
from redraft.ui.panels.findings.rows import Filter, finding_rows
from tests.ui.story import findings, outline, paragraphs, room


@pytest.fixture
def preview(qtbot: QtBot) -> AcceptAllDialog:
    rows = finding_rows(findings()[:4], paragraphs(), outline(), Filter())
    dialog = AcceptAllDialog("Confused words", rows)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_at_first_all_are_taken(preview: AcceptAllDialog) -> None:
    assert len(preview.chosen) == 4 and preview._go.text() == "Make 4 changes"


def test_the_space_bar_leaves_out(preview: AcceptAllDialog, qtbot: QtBot) -> None:
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    qtbot.keyClick(preview.view, Qt.Key.Key_Space)
    assert [row.finding.text for row in preview.chosen] == ["here”", "walks", "the the"]
    qtbot.keyClick(preview.view, Qt.Key.Key_Space)
    assert len(preview.chosen) == 4


def test_none_and_all(preview: AcceptAllDialog) -> None:
    preview.model.take_all(False)
    assert preview.chosen == [] and not preview._go.isEnabled()
    preview.model.take_all(True)
    assert len(preview.chosen) == 4 and preview._go.isEnabled()


def test_each_row_says_what_would_happen(preview: AcceptAllDialog) -> None:
    said = preview.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "rouge → rogue, taken" in said and "ninja" in said


@pytest.mark.parametrize("marked", ["What it finds", "What it finds: a word", "**What it finds**", "## What it finds"])
def test_sections_of_a_manual_become_headings(marked: str) -> None:
    assert "<h2>What it finds</h2>" in to_html(f"A title.\n\n{marked}\nMore.\n")


def test_a_manual_cannot_smuggle_markup() -> None:
    assert "<script>" not in to_html("<script>alert(1)</script>")


def test_every_rule_has_a_page_with_sections() -> None:
    for check_id, check in by_id().items():
        rule = understood(json.dumps(as_data(check)).encode())
        assert rule is not None and rule.name == check.name, check_id
        html = page(rule)
        assert "⟦" not in html and html.count("<h2>") >= 1, check_id


def test_examples_show_what_is_marked_and_what_is_left() -> None:
    html = page(RuleText("Its", "Its\nWhat it finds: it's.", (("⟦it's⟧ <b>", "its"), ("a ⟦very⟧", "")), ("It's late.",)))
    assert "<span class='mark'>it&#x27;s</span> &lt;b&gt;" in html and "<b>its</b>" in html and "taken out" in html
    assert html.index("Left alone") < html.index("It&#x27;s late.") and html.count("Its<") == 1


@pytest.mark.parametrize("data", [b"", b"no such rule", b"[]", b'{"name": "x"}'])
def test_what_is_no_rule_is_none(data: bytes) -> None:
    assert understood(data) is None


def test_the_page_is_looked_up_and_can_be_read(qtbot: QtBot) -> None:
    dialog = RulePage("tense-slip")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Looking" not in dialog.browser.toPlainText(), timeout=60_000)
    assert dialog.windowTitle() == by_id()["tense-slip"].name
    assert "What it finds" in dialog.browser.toPlainText()


def test_a_rule_of_another_judge_is_explained(qtbot: QtBot) -> None:
    dialog = RulePage("modal-of")
    qtbot.addWidget(dialog)
    dialog._answered(b"")
    assert dialog.windowTitle() == "Modal of" and "grammar checker" in dialog.browser.toPlainText()
    dialog.done(0)


def test_about_names_versions_and_privacy(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert versions().startswith("Redraft ") and "Qt 6" in versions()


def test_keys_come_from_menus_and_panels(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.menuBar().addMenu("File").addAction("Save").setShortcut("Ctrl+S")
    window.setCentralWidget(FindingsPanel(room().context))
    groups = dict(keys(window))
    assert groups["File"] == [("Save", "Ctrl+S")]
    assert ("Ignore here", "Del") in groups["In the panel Findings"]
    dialog = ShortcutsDialog(window)
    assert "Ctrl+S" in dialog.browser.toPlainText()
    dialog._show("ignore")
    assert "Ctrl+S" not in dialog.browser.toPlainText() and "Del" in dialog.browser.toPlainText()


def test_a_key_that_is_not_there_is_said() -> None:
    assert table([("File", [("Save", "Ctrl+S")])], "zzz") == "<p>No key does that.</p>"


def recovery(qtbot: QtBot, *told: Any, **more: Any) -> RecoveryDialog:
    dialog = RecoveryDialog("“The Gate”", "today at 14:32", *told, **more)
    qtbot.addWidget(dialog)
    return dialog


def test_unsaved_text_stands_beside_the_file(qtbot: QtBot) -> None:
    same = [f"paragraph {number}" for number in range(50)]
    dialog = recovery(qtbot, [*same, "the old <b> words"], [*same, "the new <b> words", "more"])
    shown = dialog.view.toPlainText()
    assert "the old <b> words" in shown and "the new <b> words" in shown and "more" in shown
    assert "49 paragraphs that are the same" in shown and "paragraph 20" not in shown
    assert "up to today at 14:32" in dialog.words.text() and "2 paragraphs differ" in dialog.words.text()


def test_what_is_special_about_it_is_said(qtbot: QtBot) -> None:
    assert "nothing is missing" in recovery(qtbot, ["a"], ["a"]).words.text()
    assert "could not be read" in recovery(qtbot, ["a"], ["b"], torn=True).words.text()
    gone = recovery(qtbot, None, ["a"])
    assert {each.text() for each in gone.findChildren(QLabel)} >= {"There is no file", "What you had typed"}
    assert "Put it by" in [each.text() for each in gone.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("button", "choice"),
    [("Bring back what I had typed", Choice.RECOVER), ("Go on with the file", Choice.DISCARD), ("Decide later", Choice.LATER)])
def test_what_the_author_chooses(button: str, choice: Choice, qtbot: QtBot) -> None:
    dialog = recovery(qtbot, ["a"], ["b"])
    next(each for each in dialog.findChildren(QPushButton) if each.text() == button).click()
    assert dialog.choice is choice


def test_closing_the_window_means_later(qtbot: QtBot) -> None:
    dialog = recovery(qtbot, ["a"], ["b"])
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.choice is Choice.LATER and not dialog.isVisible()
