# SPDX-License-Identifier: GPL-3.0-or-later
"""Panels beside the page, menus over it, and how the window was left."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

from PySide6.QtWidgets import QMainWindow, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from redraft.analysis.launch import environment
from redraft.settings.store import Settings
from redraft.ui.actions import MENUS, Actions, Spec
from redraft.ui.docks import DockTitle
from redraft.ui.panels.registry import panels
from redraft.ui.remembered import Remembered
from redraft.ui.rules import Rules
from redraft.ui.selftest import open_and_close
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient


def test_a_panel_in_a_row_of_tabs_has_no_title_of_its_own(window: Window) -> None:
    title, outline = (window.docks.docks[name].titleBarWidget() for name in ("findings", "outline"))
    assert isinstance(title, DockTitle) and isinstance(outline, DockTitle)
    assert title.sizeHint().height() == 0
    assert outline.sizeHint().height() > 0


def test_a_panel_s_key_shows_it_and_hides_it_again(window: Window, qtbot: QtBot) -> None:
    dock = window.docks.docks["cast"]
    window.docks.actions["cast"].trigger()
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty())
    dock.widget().setFocus()
    window.docks.actions["outline"].trigger()
    assert window.docks.docks["outline"].isVisible()


def test_a_narrow_window_starts_with_the_page_alone(window: Window) -> None:
    window.docks.fit(800)
    assert not any(dock.isVisible() for dock in window.docks.docks.values())


def test_the_arrangement_is_remembered(window: Window, qtbot: QtBot) -> None:
    window.docks.docks["outline"].hide()
    window.close()
    again = Window(PlayedClient(), Settings(), Remembered())  # type: ignore[arg-type]
    again.show()
    assert not again.docks.docks["outline"].isVisible()
    assert again.docks.docks["findings"].isVisible()
    again.close_for_good()
    delete(again)


def test_menus_leave_out_what_is_not_built_and_end_in_no_line(qtbot: QtBot) -> None:
    main = QMainWindow()
    qtbot.addWidget(main)
    actions = Actions(main, {"new": lambda: None, "quit": lambda: None, "find": lambda: None})
    assert "save" not in actions
    for action in main.menuBar().actions():
        entries = action.menu().actions()
        assert not entries or not entries[-1].isSeparator() or entries[-1].objectName()
        for one, other in pairwise(entries):
            assert not (one.isSeparator() and other.isSeparator() and not other.objectName())


def test_every_action_in_the_menus_is_built(window: Window) -> None:
    missing = [each.id for _, entries in MENUS for each in entries
               if isinstance(each, Spec) and each.id not in window.menus.actions]
    assert missing == []


def test_rules_go_by_their_names_once_the_worker_told_them(window: Window) -> None:
    rules = Rules(window.desk)
    assert rules.name("comma-splice") == "Comma splice"
    assert not rules.waits("comma-splice")
    window.desk.rules = {"comma-splice": ("Two sentences joined by a comma", True)}
    assert rules.name("comma-splice") == "Two sentences joined by a comma"
    assert rules.waits("comma-splice")


def test_the_self_test_opens_the_window(qtbot: QtBot) -> None:
    assert open_and_close().startswith(f"the window opens, with {len(panels())} panels")


def test_the_window_s_process_loads_nothing_heavy() -> None:
    code = ("import sys, redraft.ui.main; "
            "print([each for each in ('spacy', 'onnxruntime', 'numpy', 'lemminflect', 'harper') if each in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_findings_and_search_stand_beside_the_menus(window: Window) -> None:
    corner = window.menuBar().cornerWidget()
    assert corner.isVisible()
    assert len(corner.findChildren(QToolButton)) == 3
