# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings are narrowed, gathered, counted and worked through by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from redraft.checks.finding import CATEGORIES, Severity
from redraft.ui.dialogs.accept_all import AcceptAllDialog
from redraft.ui.kinds import KINDS
from redraft.ui.panels.findings.panel import FindingsPanel
from redraft.ui.panels.findings.rows import (
    TITLES,
    Filter,
    FindingRow,
    GroupBy,
    Heading,
    by_kind,
    by_scene,
    change,
    finding_rows,
    speak,
    summary,
    visible,
)
from tests.ui.story import TEXTS, Room, finding, findings, outline, paragraphs, room


def rows(wanted: Filter = Filter()) -> list[FindingRow]:  # noqa: B008 - frozen
    return finding_rows(findings(), paragraphs(), outline(), wanted)


def test_rows_carry_scene_and_surroundings() -> None:
    first = rows()[0]
    assert (first.scene, first.change) == (1, "rouge → rogue")
    assert first.around == "…the gate. She was once a rouge ninja."


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(), ["rouge", "here”", "walks", "the the", "long"]),
        (Filter(text="WALK"), ["walks"]),
        (Filter(text="rogue"), ["rouge"]),
        (Filter(text="dialogue"), ["here”"]),
        (Filter(text="nowhere"), []),
        (Filter(kinds=frozenset({"style"})), ["long"]),
        (Filter(severities=frozenset({Severity.HINT})), ["long"]),
        (Filter(severities=frozenset({Severity.ERROR}), text="the the"), ["the the"]),
    ],
)
def test_the_filter(wanted: Filter, words: list[str]) -> None:
    assert [row.finding.text for row in rows(wanted)] == words


def test_every_category_has_a_title() -> None:
    assert set(TITLES) == set(CATEGORIES) and len(set(TITLES.values())) == len(CATEGORIES)


def test_by_kind_follows_the_order_of_kinds() -> None:
    assert [heading.title for heading, _ in by_kind(rows())] == [
        "Confused words", "Tense", "Extra words", "Dialogue punctuation", "Style"]


def test_by_scene_lists_what_is_handled_too() -> None:
    groups = by_scene(rows()[:1], outline(), {2: 4}, frozenset({"key 2"}))
    assert [(each.title, each.left, each.handled, each.reviewed) for each, _ in groups] == [
        ("1  The gate", 1, 0, False), ("2  Three days", 0, 4, True)]


def test_what_is_in_no_scene_has_a_heading_that_cannot_be_reviewed() -> None:
    row = replace(rows()[0], scene=0)
    (heading, _), = by_scene([row], outline(), {}, frozenset())
    assert (heading.title, heading.scene_key) == ("Outside the scenes", "")


@pytest.mark.parametrize(
    ("words", "fixes", "said"),
    [("the the", ("the",), "the the → the"), ("very", ("",), "very → ✕"), ("  ", (" ",), "␣␣ → ␣"), ("odd", (), "odd")])
def test_a_change_in_words(words: str, fixes: tuple[str, ...], said: str) -> None:
    _, made = finding(0, words, *fixes, texts=[words])
    assert change(made) == said


def test_spaces_are_made_visible_only_alone() -> None:
    assert (visible("a b"), visible(" "), visible("")) == ("a b", "␣", "✕")


def test_summary() -> None:
    assert summary(5, 5, 0) == "5 left"
    assert summary(2, 5, 1) == "2 of 5 left · 1 handled"


def test_rows_are_said_in_words() -> None:
    assert "About rouge." in speak(rows()[0]) and "scene 1" in speak(rows()[0])
    assert speak(Heading("k", "Tense", 1)) == "Tense, 1 finding"
    assert "2 handled" in speak(Heading("k", "1  The gate", 3, 2, 1, "key", True))


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[FindingsPanel, Room]:
    made = room()
    panel = FindingsPanel(made.context)
    qtbot.addWidget(panel)
    made.context.bus.hints_changed.emit(True)
    panel.resize(300, 500)
    panel.show()
    return panel, made


def select(panel: FindingsPanel, words: str) -> None:
    """Select the finding on some words."""
    panel.select(next(at for at, row in enumerate(panel.model.rows) if isinstance(row, FindingRow) and row.finding.text == words))
    panel.view.setFocus()


def test_the_keys_do_what_they_say(shown: tuple[FindingsPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    select(panel, "walks")
    for key, modifier in ((Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier),
                          (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
                          (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
                          (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier)):
        qtbot.keyClick(panel.view, key, modifier)
    assert made.deeds == [("accept", "walks", 1), ("ignore", "walks", False), ("ignore", "walks", True),
                          ("show_finding", 2, "walks"), ("switch_off", "tense-slip")]


def test_digits_typed_into_the_filter_accept_nothing(shown: tuple[FindingsPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    select(panel, "walks")
    panel.bar.text.setFocus()
    qtbot.keyClicks(panel.bar.text, "1a")
    assert panel.bar.text.text() == "1a" and made.deeds == []


def test_after_accepting_the_next_is_selected(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    select(panel, "rouge")
    made.desk.found = [each for each in made.desk.found if each[1].text != "rouge"]
    panel.renew_now()
    assert panel.current is not None and panel.current.finding.text == "walks"


def test_the_selection_stays_on_its_finding(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    select(panel, "the the")
    made.desk.found = made.desk.found[1:]
    panel.renew_now()
    assert panel.current is not None and panel.current.finding.text == "the the"


def test_folded_groups_stay_folded(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    panel.fold("tense", True)
    made.desk.found = made.desk.found[1:]
    panel.renew_now()
    assert next(row.key for row in panel.model.rows if isinstance(row, Heading)) == "tense"
    assert isinstance(panel.model.rows[1], Heading) and isinstance(panel.model.rows[2], FindingRow)


def test_left_and_right_fold(shown: tuple[FindingsPanel, Room], qtbot: QtBot) -> None:
    panel, _ = shown
    select(panel, "walks")
    listed = len(panel.model.rows)
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert panel.current is None and panel.current_heading is not None and panel.current_heading.title == "Tense"
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert len(panel.model.rows) == listed - 1 and panel.current_heading.folded
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert len(panel.model.rows) == listed


def test_hints_are_listed_only_when_wanted(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    assert "style" in [heading.key for heading, _ in panel.groups]
    made.context.bus.hints_changed.emit(False)
    panel.renew_now()
    assert "style" not in [heading.key for heading, _ in panel.groups]
    assert panel.bar.summary.text() == "4 left" and not panel.bar.severities[Severity.HINT].isVisible()


def test_kinds_left_out_are_not_listed(shown: tuple[FindingsPanel, Room], qtbot: QtBot) -> None:
    panel, _ = shown
    for button in panel.bar.kinds:
        if button.kind is not KINDS[0]:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [heading.key for heading, _ in panel.groups] == ["confusable"]
    assert panel.bar.summary.text() == "1 of 5 left"


def test_nothing_that_fits_is_said(shown: tuple[FindingsPanel, Room]) -> None:
    panel, _ = shown
    panel.bar.text.setText("nowhere")
    assert not panel.is_empty and "Nothing fits" in panel.bar.summary.text()
    panel.bar.clear()
    assert len(panel.groups) == 5


def test_a_scene_is_reviewed_at_the_end_of_its_heading(shown: tuple[FindingsPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel.bar.group_by(GroupBy.SCENE)
    box = panel.view.visualRect(panel.model.index(0))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 12, box.center().y()))
    assert made.context.book.current.reviewed == {"key 1"}
    assert not panel.groups[0][0].folded
    panel.renew_now()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, box.center().y()))
    heading = panel.model.rows[0]
    assert isinstance(heading, Heading) and heading.folded and heading.reviewed


def test_accepting_all_of_a_rule_is_shown_first(shown: tuple[FindingsPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    made.desk.found.append(finding(4, "slept", "sleeps", "is sleeping", check="tense-slip", category="tense"))
    panel.renew_now()
    select(panel, "walks")
    panel.keys._rule.trigger()
    dialog = panel.window().findChild(AcceptAllDialog)
    assert isinstance(dialog, AcceptAllDialog) and len(dialog.chosen) == 2
    assert made.deeds == []
    dialog.model.toggle(dialog.model.index(0))
    dialog.accept()
    assert made.deeds == [("accept_all", "slept")]
    assert "1 change made" in str(made.said[-1])


def test_a_rule_without_suggestions_cannot_be_accepted(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    select(panel, "long")
    panel.keys._rule.trigger()
    assert panel.window().findChild(AcceptAllDialog) is None and "suggestion" in str(made.said[0])


def test_what_is_handled_is_counted_per_scene(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    session = made.context.session
    session.replace(1, 2, [TEXTS[1].replace("rouge", "rogue")], label="fix", initiator="test")
    made.desk.found = made.desk.found[1:]
    panel.bar.group_by(GroupBy.SCENE)
    heading, _ = panel.groups[0]
    assert (heading.left, heading.handled) == (2, 1)
    assert panel.bar.summary.text() == "4 left · 1 handled"


def test_when_everything_is_handled_it_says_so(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    made.desk.found = []
    panel.renew_now()
    assert panel.is_empty and "Nothing left" in panel._notice.text
    made.desk.progress = (10, 40)
    panel.renew_now()
    assert "Reading your story" in panel._notice.text


def test_two_thousand_findings_are_rows_not_widgets(shown: tuple[FindingsPanel, Room]) -> None:
    panel, made = shown
    made.desk.found = [finding(1, "rouge", "rogue")] * 2000
    panel.renew_now()
    assert panel.model.rowCount() == 2001
    assert len(panel.view.viewport().children()) < 10
