# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows as models: a flat list and a tree of groups, over plain frozen rows that know no Qt.

Widgets for 2,000 findings would take seconds; a model asked for the twenty rows on screen takes none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives its row."""


class ListModel(QAbstractListModel, Generic[Row]):
    """A flat list of rows. ``speak`` says a row in words, for tool tips and screen readers."""

    def __init__(self, speak: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, in order."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> bool:
        """Show other rows; as many as before are changed in place, so that the selection stays. Whether they differ."""
        if list(rows) == list(self._rows):
            return False
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or what it says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        return self._speak(row) if role in _SPOKEN else None


_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True)
class Group:
    """A heading and the rows under it. ``key`` tells the same group in another version of the tree."""

    key: str
    heading: object
    rows: Sequence[object] = field(default=())


class TreeModel(QAbstractItemModel):
    """Groups and their rows, two levels deep. ``speak`` says a heading or a row in words."""

    def __init__(self, speak: Callable[[object], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._groups: Sequence[Group] = ()

    @property
    def groups(self) -> Sequence[Group]:
        """All groups, in order."""
        return self._groups

    def show(self, groups: Sequence[Group]) -> bool:
        """Show other groups. Whether they differ from those shown."""
        if list(groups) == list(self._groups):
            return False
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()
        return True

    def group_of(self, index: Index) -> Group | None:
        """The group that an index is, or is in."""
        if not index.isValid():
            return None
        inside = index.internalId()
        return self._groups[inside - 1 if inside else index.row()]

    def place(self, wanted: Callable[[object], bool]) -> QModelIndex:
        """The index of the first row (not heading) that is wanted; an invalid one when there is none."""
        for number, group in enumerate(self._groups):
            for row, each in enumerate(group.rows):
                if wanted(each):
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int = 0, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a group (no parent) or of a row in a group. Its internal id is the group's number + 1, or 0."""
        if column or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The group of a row."""
        inside = index.internalId() if index.isValid() else 0
        return self.createIndex(inside - 1, 0, 0) if inside else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many groups, or rows in a group."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading or row itself, or what it says."""
        if not index.isValid():
            return None
        inside = index.internalId()
        row = self._groups[inside - 1].rows[index.row()] if inside else self._groups[index.row()].heading
        if role == ROW:
            return row
        return self._speak(row) if role in _SPOKEN else None
