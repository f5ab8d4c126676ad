# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the findings: what is listed, and under which headings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from redraft.checks.finding import Severity
from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.kinds import KINDS, Kind
from redraft.ui.panels.findings.rows import Filter, GroupBy
from redraft.ui.panels.painting import Brush
from redraft.ui.panels.words import thousands

_SEVERITIES = {Severity.ERROR: "Errors", Severity.WARNING: "Likely errors", Severity.HINT: "Hints on style"}


class FilterBar(QWidget):
    """Sends ``changed`` when another choice of findings, or another order, is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit()
        self.text.setPlaceholderText("Filter")
        self.text.setAccessibleName("List only findings with these words")
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self.kinds = [KindButton(kind) for kind in KINDS]
        for button in self.kinds:
            button.toggled.connect(lambda _: self.changed.emit())
        self.more = QToolButton()
        self.more.setAccessibleName("Which findings are listed, and how")
        self.more.setToolTip("Group and narrow")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.dress(self.more, "filter")
        self.more.setMenu(self._menu())
        self.summary = QLabel()
        self.summary.setProperty("tone", "quiet")
        self.summary.setProperty("scale", "caption")
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.text, 1)
        top.addWidget(self.more)
        kinds = QHBoxLayout()
        kinds.setSpacing(4)
        for button in self.kinds:
            kinds.addWidget(button)
        kinds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(kinds)
        column.addWidget(self.summary)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.groupings = {
            GroupBy.KIND: menu.addAction("Group by kind"), GroupBy.SCENE: menu.addAction("Group by scene"),
        }
        for by, action in self.groupings.items():
            action.setCheckable(True)
            action.setChecked(by is GroupBy.KIND)
            action.triggered.connect(lambda _=False, by=by: self.group_by(by))
        menu.addSeparator()
        self.severities: dict[Severity, QAction] = {}
        for severity, title in _SEVERITIES.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(lambda _: self.changed.emit())
            self.severities[severity] = action
        return menu

    @property
    def grouping(self) -> GroupBy:
        """What the headings stand for."""
        return next(by for by, action in self.groupings.items() if action.isChecked())

    def group_by(self, by: GroupBy) -> None:
        """Gather the findings under other headings."""
        for each, action in self.groupings.items():
            action.setChecked(each is by)
        self.changed.emit()

    @property
    def wanted(self) -> Filter:
        """Which findings are to be listed."""
        chosen = frozenset(button.kind.id for button in self.kinds if button.isChecked())
        severities = frozenset(each for each, action in self.severities.items() if action.isChecked())
        return Filter(self.text.text(), chosen, severities)

    def count(self, counts: Mapping[str, int]) -> None:
        """Show how many findings each kind has; kinds that have none are not offered."""
        for button in self.kinds:
            button.count(counts.get(button.kind.id, 0))

    def clear(self) -> None:
        """List everything again."""
        self.text.clear()
        for button in self.kinds:
            button.setChecked(True)
        for action in self.severities.values():
            action.setChecked(True)


class KindButton(QAbstractButton):
    """Lists or leaves out one kind of finding; shows the kind's line, so that it is a legend as well."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self._count = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.count(0)

    def count(self, count: int) -> None:
        """Show how many findings there are of this kind."""
        self._count = count
        self.setVisible(count > 0 or not self.isChecked())
        self.setAccessibleName(f"{self.kind.title}, {count} found")
        self.setToolTip(f"{self.kind.title}: {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The sample of the line and the count."""
        width = self.fontMetrics().horizontalAdvance(thousands(self._count))
        return QSize(width + 44, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill; hollow when the kind is left out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = Brush(painter, themes.current())
        box = self.rect()
        if self.isChecked():
            brush.fill(box, "hover", 12)
        edge = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(brush.theme.colour(edge), 1))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 12, 12)
        mark = themes.Mark(brush.theme.kind_colour(self.kind), self.kind.shape)
        brush.underline(10, 26, box.height() / 2 + 1, mark)
        words = QRect(32, 0, box.width() - 36, box.height())
        brush.write(words, thousands(self._count), size="caption", colour="text" if self.isChecked() else "quiet")
        painter.end()
