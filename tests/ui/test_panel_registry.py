# SPDX-License-Identifier: GPL-3.0-or-later
"""Every panel: made from a context alone, reachable, speaking, dressed for day and night."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QWidget,
)
from pytestqt.qtbot import QtBot

from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.panels.base import Panel
from redraft.ui.panels.registry import PanelSpec, panels
from tests.ui.story import room

_SPECS = pytest.mark.parametrize("spec", panels(), ids=lambda spec: spec.id)


def test_ids_and_keys_are_unique() -> None:
    assert len({spec.id for spec in panels()}) == len({spec.shortcut for spec in panels()}) == len(panels())
    assert {spec.area for spec in panels()} == {"left", "right"}
    assert {spec.icon for spec in panels()} <= set(icons.names())


@_SPECS
def test_everything_that_takes_the_focus_has_a_name(spec: PanelSpec, qtbot: QtBot) -> None:
    panel = spec.factory(room().context)
    qtbot.addWidget(panel)
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox)
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, kinds) and not _inner(widget) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName(), widget


def _inner(widget: QWidget) -> bool:
    """Whether Qt made it as a part of a field or a box."""
    outer = widget.parentWidget()
    while outer is not None and not isinstance(outer, QLineEdit | QComboBox):
        outer = outer.parentWidget()
    return outer is not None


@_SPECS
@pytest.mark.parametrize("appearance", [themes.Appearance.LIGHT, themes.Appearance.DARK])
def test_it_is_drawn_by_day_and_night(
    spec: PanelSpec, appearance: themes.Appearance, qtbot: QtBot, qapp: QApplication,
) -> None:
    theme = themes.apply(qapp, appearance)
    try:
        made = room()
        panel = spec.factory(made.context)
        qtbot.addWidget(panel)
        panel.resize(280, 520)
        panel.show()
        made.context.bus.theme_changed.emit()
        picture = panel.grab().toImage()
        assert picture.pixelColor(2, 516).name() == theme.colours["panel"]
        inks = {picture.pixelColor(x, y).name() for x in range(0, 280, 2) for y in range(0, 520, 2)}
        assert len(inks) > 5
    finally:
        themes.apply(qapp, themes.Appearance.LIGHT)


@_SPECS
def test_it_fits_a_narrow_dock(spec: PanelSpec, qtbot: QtBot) -> None:
    panel = spec.factory(room().context)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.minimumSizeHint().width() <= 240


def test_a_panel_behind_another_tab_waits_until_it_is_seen(qtbot: QtBot) -> None:
    made = room()
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = []
    for spec in panels()[1:3]:
        dock = QDockWidget(spec.title, window)
        dock.setWidget(spec.factory(made.context))
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks.append(dock)
    window.tabifyDockWidget(*docks)
    docks[0].raise_()
    window.resize(600, 500)
    window.show()
    front, behind = (dock.widget() for dock in docks)
    assert isinstance(front, Panel) and isinstance(behind, Panel)
    qtbot.waitUntil(lambda: front.is_seen and not behind.is_seen)
    behind._stale = False
    behind.renew()
    assert behind._stale and not behind._timer.isActive()
    docks[1].raise_()
    qtbot.waitUntil(lambda: not behind._stale)


@_SPECS
def test_a_burst_of_news_is_drawn_once(spec: PanelSpec, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = room()
    panel = spec.factory(made.context)
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    panel.show()
    drawn: list[int] = []
    monkeypatch.setattr(panel, "refresh", lambda: drawn.append(1))
    for _ in range(20):
        panel.renew()
    assert drawn == []
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn == [1]
