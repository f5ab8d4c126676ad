# SPDX-License-Identifier: GPL-3.0-or-later
"""A panel, an export or a checker that fails costs itself; the page goes on, and it is said quietly."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from redraft.analysis.codec import to_plain
from redraft.analysis.framing import encode
from redraft.analysis.state import EngineState
from redraft.ui.crash import CrashGuard
from redraft.ui.dialogs import export as export_dialog
from redraft.ui.dialogs import exporting
from redraft.ui.panels.findings.panel import FindingsPanel
from redraft.ui.panels.words import FAILED
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient, found, judge, texts


@pytest.fixture
def guarded(window: Window) -> Iterator[Window]:
    """A window as the program has it, with what catches the unforeseen."""
    guard = CrashGuard(window.say, window.logbook.log)
    guard.install()
    yield window
    guard.remove()


def _goes_on(window: Window) -> None:
    before = texts(window)[0]
    window.page.put_caret(0, 0)
    QTest.keyClicks(window.page, "Still here. ")
    assert texts(window)[0] == f"Still here. {before}"


def test_a_panel_that_raises_says_so_and_tries_again(
    guarded: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = guarded.docks.docks["findings"].widget()
    assert isinstance(panel, FindingsPanel)
    whole = FindingsPanel.refresh

    def fails(self: FindingsPanel) -> None:
        raise KeyError("the author’s words")

    monkeypatch.setattr(FindingsPanel, "refresh", fails)
    panel.renew_now()
    assert FAILED.headline in [each.text() for each in panel.findChildren(QLabel)]
    assert '"KeyError"' in guarded.logbook.log.last(1)[0] and "author" not in guarded.logbook.log.last(1)[0]
    _goes_on(guarded)
    monkeypatch.setattr(FindingsPanel, "refresh", whole)
    judge(guarded, found(guarded, 0, "rouge", "rogue"))
    panel.renew_now()
    assert FAILED.headline not in [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]


def test_a_listener_that_raises_does_not_keep_the_others_from_hearing(guarded: Window) -> None:
    heard: list[object] = []

    def fails(parts: object) -> None:
        raise RuntimeError("no")

    guarded.context.bus.findings_changed.connect(fails)
    guarded.context.bus.findings_changed.connect(heard.append)
    guarded.context.bus.findings_changed.emit(None)
    assert heard == [None]
    assert "Something went wrong" in guarded.notices.sentence
    _goes_on(guarded)


def test_an_export_that_raises_is_said_in_its_dialog(
    guarded: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object) -> bytes:
        raise RuntimeError("a writer broke")

    monkeypatch.setattr(exporting, "content", fails)
    monkeypatch.setattr(export_dialog, "content", fails, raising=False)
    dialog = export_dialog.ExportDialog(guarded.context, (), guarded)
    dialog.show()
    dialog.write(tmp_path / "out.md")
    qtbot.waitUntil(lambda: "did not expect" in dialog.notices.sentence, timeout=10_000)
    assert dialog.isVisible() and not (tmp_path / "out.md").exists()
    dialog.close()
    _goes_on(guarded)


@pytest.mark.parametrize("name", ["harper", "languagetool"])
def test_a_checker_that_ends_is_named_in_the_status_bar(guarded: Window, name: str) -> None:
    client = guarded.client
    assert isinstance(client, PlayedClient)
    generation = max(int(str(each["generation"])) for each in client.messages)
    state = EngineState(name, "unavailable", "It ended several times by itself.")
    client.heard.emit(encode({"type": "engines", "generation": generation, "value": to_plain((state,))}))
    assert "unavailable" in guarded.status._bar.engines.text()
    assert '"checker-missing"' in guarded.logbook.log.last(1)[0]
    _goes_on(guarded)


def test_the_hook_is_given_back(window: Window) -> None:
    guard = CrashGuard(window.say)
    guard.install()
    guard.remove()
    assert sys.excepthook is sys.__excepthook__
