# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview before many suggestions are accepted at once: each before → after, with a box to leave it out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from redraft.ui import theme as themes
from redraft.ui.panels.findings.rows import FindingRow, visible
from redraft.ui.panels.lists import deed, prepare
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.painting import Brush, RowDelegate, line_height
from redraft.ui.panels.words import plural


class CheckedRows(QAbstractListModel):
    """Findings that each are taken or left out; at first all are taken."""

    def __init__(self, rows: Sequence[FindingRow]) -> None:
        super().__init__()
        self.rows = list(rows)
        self.taken = [True] * len(self.rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many findings there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, what it says, and whether it is taken."""
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.taken[index.row()] else Qt.CheckState.Unchecked
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = "taken" if self.taken[index.row()] else "left out"
            return f"{row.change}, {state}. {row.around}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected and checked."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def toggle(self, index: Index) -> None:
        """Take what was left out, leave out what was taken."""
        if index.isValid():
            self.taken[index.row()] = not self.taken[index.row()]
            self.dataChanged.emit(index, index)

    def take_all(self, taken: bool) -> None:
        """Take all, or none."""
        self.taken = [taken] * len(self.rows)
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


class AcceptAllDialog(QDialog):
    """Shows what would change; ``chosen`` are the rows to be accepted once the author agrees."""

    def __init__(self, title: str, rows: Sequence[FindingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Accept all: {title}")
        self.resize(640, 480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = CheckedRows(rows)
        self.view = QListView()
        prepare(self.view, "What would change; space leaves a change out or takes it")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ChangeDelegate(self.view))
        self.view.clicked.connect(self.model.toggle)
        self.view.setCurrentIndex(self.model.index(0))
        deed(self.view, "Take or leave out", "Space", lambda: self.model.toggle(self.view.currentIndex()))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.model.dataChanged.connect(lambda *_: self._count())
        self._lay_out(title)
        self._count()
        self.view.setFocus()

    def _lay_out(self, title: str) -> None:
        headline = QLabel(title)
        headline.setProperty("scale", "title")
        words = QLabel("Each change takes the first suggestion. Together they are one step of undo.")
        words.setProperty("tone", "quiet")
        words.setWordWrap(True)
        foot = QHBoxLayout()
        for text, taken in (("All", True), ("None", False)):
            button = QPushButton(text)
            button.setProperty("link", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, taken=taken: self.model.take_all(taken))
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (headline, words, self.view):
            column.addWidget(widget)
        column.addLayout(foot)

    @property
    def chosen(self) -> list[FindingRow]:
        """The rows that are taken."""
        return [row for row, taken in zip(self.model.rows, self.model.taken, strict=True) if taken]

    def _count(self) -> None:
        count = len(self.chosen)
        self._go.setText(f"Make {plural(count, 'change')}")
        self._go.setEnabled(count > 0)
        self._go.setDefault(True)


class _ChangeDelegate(RowDelegate):
    """A box, the words before and after, and the sentence around them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        return QSize(320, line_height() + line_height("caption") + 12)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint one change."""
        row: FindingRow = index.data(ROW)
        taken = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        tick = QRect(box.left() + 8, box.top() + 8, 16, 16)
        brush.fill(tick, "accent" if taken else "faint", 3)
        brush.fill(tick.adjusted(1, 1, -1, -1), "accent" if taken else "field", 2)
        if taken:
            brush.icon(tick.adjusted(2, 2, -2, -2), "tick", "on_accent")
        top = QRect(box.left() + 36, box.top() + 4, box.width() - 44, line_height())
        used = brush.write(top, f"sc. {row.scene}" if row.scene else "", size="caption", colour="quiet", right=True)
        self._change(brush, top.adjusted(0, 0, -used - 8, 0), row, "text" if taken else "quiet")
        low = QRect(top.left(), top.bottom() + 1, top.width(), line_height("caption"))
        brush.write(low, row.around, size="caption", colour="quiet", face="serif")

    @staticmethod
    def _change(brush: Brush, box: QRect, row: FindingRow, colour: str) -> None:
        words = visible(row.finding.text)
        metrics = QFontMetrics(themes.sans())
        used = brush.write(box.adjusted(0, 0, -box.width() // 3, 0), words, colour="quiet")
        line_y = box.center().y() + 1
        brush.painter.setPen(brush.theme.colour("quiet"))
        brush.painter.drawLine(box.left(), line_y, box.left() + min(used, metrics.horizontalAdvance(words)), line_y)
        brush.write(box.adjusted(used + 8, 0, 0, 0), "→", colour="quiet")
        brush.write(box.adjusted(used + 28, 0, 0, 0), visible(row.finding.suggestions[0]), colour=colour, bold=True)
