# SPDX-License-Identifier: GPL-3.0-or-later
"""The charts: upright bars, one accent, a line for what is usual. They say each bar in words and take the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from redraft.ui import theme as themes
from redraft.ui.panels.painting import Brush


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of height ``value`` (None: nothing is known), said in words as ``label``; ``id`` is what a click gives."""

    id: int
    value: float | None
    label: str


def usual(bars: Sequence[Bar]) -> float | None:
    """The median of the known values; None when none is known."""
    values = sorted(bar.value for bar in bars if bar.value is not None)
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def bar_under(x: float, width: float, count: int) -> int:
    """Which of ``count`` bars over a width lies at ``x`` (px); -1 when there are none."""
    if count <= 0 or width <= 0:
        return -1
    return min(count - 1, max(0, int(x / width * count)))


class BarChart(QWidget):
    """Bars side by side. Where ``clickable``, a click, or the arrows and Enter, send ``chosen`` with a bar's id."""

    chosen = Signal(int)

    def __init__(self, name: str, *, height: int = 64, clickable: bool = False) -> None:
        super().__init__()
        self._name = name
        self._bars: Sequence[Bar] = ()
        self._marked: int | None = None
        self._cursor = -1
        self._line: float | None = None
        self._floor = 0.0
        self._clickable = clickable
        self._height = height
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_bars(self, bars: Sequence[Bar], marked: int | None = None, *, floor: float = 0.0) -> None:
        """Show other bars; that with the id ``marked`` in the accent; with a line at the median.

        Bars stand on ``floor``: not on 0 where the measure has no natural zero.
        """
        self._bars = bars
        self._floor = floor
        self._marked = marked
        self._line = usual(bars)
        self._cursor = next((place for place, bar in enumerate(bars) if bar.id == marked), -1)
        self._speak()
        self.update()

    @property
    def bars(self) -> Sequence[Bar]:
        """What is shown."""
        return self._bars

    def sizeHint(self) -> QSize:
        """As high as asked for, as wide as there is room."""
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, the line of the median, the focus."""
        painter = QPainter(self)
        brush = Brush(painter, themes.current())
        for place, bar in enumerate(self._bars):
            self._paint_bar(brush, place, bar)
        top = self._top()
        if self._line is not None and top > 0 and len(self._bars) > 1:
            y = self.height() - 1 - (self._line - self._floor) / top * self._room
            painter.setPen(QPen(brush.theme.colour("quiet"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.setPen(brush.theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.hasFocus():
            painter.setPen(brush.theme.colour("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()

    def _paint_bar(self, brush: Brush, place: int, bar: Bar) -> None:
        top = self._top()
        if bar.value is None or top <= 0:
            return
        step = self.width() / len(self._bars)
        gap = 0.0 if step < 3 else min(4.0, step / 4)
        width = min(step - gap, 32.0)
        height = max(2.0, (bar.value - self._floor) / top * self._room)
        left = place * step + (step - width) / 2
        chosen = bar.id == self._marked or (self._clickable and self.hasFocus() and place == self._cursor)
        brush.fill(QRectF(left, self.height() - height, width, height), "accent" if chosen else "faint")

    @property
    def _room(self) -> float:
        return self.height() - 6.0

    def _top(self) -> float:
        return max((bar.value - self._floor for bar in self._bars if bar.value is not None), default=0.0)

    def event(self, event: QEvent) -> bool:
        """A tool tip says the bar under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = bar_under(event.pos().x(), self.width(), len(self._bars))
            if place >= 0:
                QToolTip.showText(event.globalPos(), self._bars[place].label, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the bar."""
        if self._clickable and event.button() is Qt.MouseButton.LeftButton:
            self._cursor = bar_under(event.position().x(), self.width(), len(self._bars))
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk over the bars, Home and End jump, Enter chooses."""
        last = len(self._bars) - 1
        moves = {
            Qt.Key.Key_Left: max(0, self._cursor - 1), Qt.Key.Key_Right: min(last, self._cursor + 1),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }
        if not self._clickable:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() in moves:
            self._cursor = moves[Qt.Key(event.key())]
            self._speak()
            self.update()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if 0 <= self._cursor < len(self._bars):
            self.chosen.emit(self._bars[self._cursor].id)

    def _speak(self) -> None:
        said = self._bars[self._cursor].label if 0 <= self._cursor < len(self._bars) else ""
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
        self.setAccessibleDescription("; ".join(bar.label for bar in self._bars[:40]))
