# SPDX-License-Identifier: GPL-3.0-or-later
"""The list and the tree that panels show their rows in: one column, keys for deeds, nothing that scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QTreeView, QWidget

from redraft.ui.panels.models import ROW


def prepare(view: QAbstractItemView, name: str) -> None:
    """What the list and the tree have in common."""
    view.setAccessibleName(name)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.setFrameShape(view.Shape.NoFrame)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


class RowList(QListView):
    """A list of rows; ``chosen`` (a click or Enter) gives the row."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        prepare(self, name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _OTHER:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ROW))


class RowTree(QTreeView):
    """A tree of groups and rows; ``chosen`` (a click or Enter) gives the heading or row. A heading folds as well."""

    chosen = Signal(object)
    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        prepare(self, name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; on a heading it folds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _OTHER:
            self._fold(self.currentIndex())
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows whose height depends on the width are to be laid out anew."""
        super().resizeEvent(event)
        self.resized.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold a heading."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._fold(self.indexAt(event.position().toPoint()))
        super().mouseReleaseEvent(event)

    def _fold(self, index: QModelIndex) -> None:
        if index.isValid() and not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ROW))


_OTHER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def deed(owner: QWidget, text: str, keys: str, do: Callable[[], object]) -> QAction:
    """An action of a panel: a key that works while the panel has the focus, and an entry for its context menu."""
    action = QAction(text, owner)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: do())
    owner.addAction(action)
    return action


def offer(view: QAbstractItemView, fill: Callable[[QMenu], None]) -> None:
    """Give a view a context menu, by mouse and by the menu key; ``fill`` puts in what fits the current row."""

    def show(place: QPoint) -> None:
        menu = QMenu(view)
        fill(menu)
        if menu.actions():
            menu.popup(view.viewport().mapToGlobal(place))
        menu.aboutToHide.connect(menu.deleteLater)

    view.customContextMenuRequested.connect(show)
