# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels beside the page: docked, remembered, and all out of the way at once."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from redraft.ui import icons
from redraft.ui.context import Context
from redraft.ui.panels.registry import PanelSpec, panels
from redraft.ui.remembered import VERSION

_SIDES = {"left": Qt.DockWidgetArea.LeftDockWidgetArea, "right": Qt.DockWidgetArea.RightDockWidgetArea}
_WIDTHS = {"left": 232, "right": 344}
_LEFT_NEEDS, _RIGHT_NEEDS = 1100, 900


class DockTitle(QWidget):
    """The title over a panel that stands alone: its name, and a button that puts it away."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._folded = False
        self.setObjectName("dock-title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        close = QToolButton()
        icons.dress(close, "dismiss")
        close.setToolTip(f"Hide {dock.windowTitle()}")
        close.setAccessibleName(f"Hide {dock.windowTitle()}")
        close.clicked.connect(dock.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(QLabel(dock.windowTitle()), 1)
        row.addWidget(close)

    def fold(self, away: bool) -> None:
        """Take no room, or show."""
        self._folded = away
        self.setVisible(not away)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Nothing when folded."""
        return QSize(0, 0) if self._folded else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Nothing when folded."""
        return self.sizeHint()


class Docks(QObject):
    """The docks of one window. ``actions`` show and hide a panel, by its id."""

    def __init__(self, window: QMainWindow, context: Context, page: QWidget) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self._before: QByteArray | None = None
        self.docks: dict[str, QDockWidget] = {}
        self.actions: dict[str, QAction] = {}
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AnimatedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for spec in panels():
            self._add(spec, context)
        self.arrange()

    def fill(self, menu: QMenu, before: QAction) -> None:
        """Put the panels' switches into a menu, in front of ``before``."""
        for action in self.actions.values():
            menu.insertAction(before, action)

    def arrange(self) -> None:
        """The arrangement at the first start: what fits beside a page of full width."""
        right = [dock for dock in self.docks.values() if self._side(dock) == "right"]
        for dock in right[1:]:
            self._window.tabifyDockWidget(right[0], dock)
        for dock in self.docks.values():
            dock.setVisible(True)
        if right:
            right[0].raise_()
        self._retitle()
        docks = list(self.docks.values())
        self._window.resizeDocks(docks, [_WIDTHS[self._side(each)] for each in docks], Qt.Orientation.Horizontal)

    def fit(self, width: int) -> None:
        """Hide the panels of the sides for which a window of ``width`` px has no room."""
        for dock in self.docks.values():
            if width < (_LEFT_NEEDS if self._side(dock) == "left" else _RIGHT_NEEDS):
                dock.hide()

    def page_only(self, on: bool) -> None:
        """Hide all panels, or bring back those that were there."""
        if on and self._before is None:
            self._before = self._window.saveState(VERSION)
            for dock in self.docks.values():
                dock.hide()
        elif not on and self._before is not None:
            self._window.restoreState(self._before, VERSION)
            self._before = None

    def state(self) -> QByteArray:
        """The arrangement to be remembered."""
        return self._before if self._before is not None else self._window.saveState(VERSION)

    def _retitle(self, *_: object) -> None:
        """A dock in a row of tabs has its tab for a title; one that stands alone has its own."""
        if not isValid(self._window):
            return
        for dock in self.docks.values():
            title = dock.titleBarWidget()
            if isinstance(title, DockTitle):
                title.fold(bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating())
        for bar in self._window.findChildren(QTabBar):
            bar.setDrawBase(False)

    def _side(self, dock: QDockWidget) -> str:
        return str(dock.property("side"))

    def _add(self, spec: PanelSpec, context: Context) -> None:
        dock = QDockWidget(spec.title, self._window)
        dock.setObjectName(spec.id)
        dock.setProperty("side", spec.area)
        dock.setWidget(spec.factory(context))
        dock.setTitleBarWidget(DockTitle(dock))
        feature = QDockWidget.DockWidgetFeature
        dock.setFeatures(feature.DockWidgetMovable | feature.DockWidgetClosable)
        self._window.addDockWidget(_SIDES[spec.area], dock)
        action = QAction(spec.title, self._window)
        action.setObjectName(f"panel-{spec.id}")
        action.setShortcut(QKeySequence(spec.shortcut))
        icons.dress(action, spec.icon)
        action.triggered.connect(lambda _=False, dock=dock: self._show(dock))
        dock.topLevelChanged.connect(self._retitle)
        dock.dockLocationChanged.connect(self._retitle)
        dock.visibilityChanged.connect(self._retitle)
        self.docks[spec.id] = dock
        self.actions[spec.id] = action
        self._window.addAction(action)

    def _show(self, dock: QDockWidget) -> None:
        """Bring a panel to the front with the keyboard in it; once more: put it away."""
        seen = dock.isVisible() and not dock.visibleRegion().isEmpty()
        if seen and dock.isAncestorOf(self._window.focusWidget() or self._window):
            dock.hide()
            self._page.setFocus()
            return
        dock.show()
        dock.raise_()
        dock.widget().setFocus()
