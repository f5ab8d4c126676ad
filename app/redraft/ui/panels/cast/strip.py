# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip of scenes on a character's page: a cell for each scene, the fuller the more often the character is named
there; each a click away, and a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from redraft.ui import theme as themes
from redraft.ui.panels.cast.portrait import portrait_colour
from redraft.ui.panels.cast.rows import Cell
from redraft.ui.panels.painting import Brush

_HEIGHT = 24
_BAR = 12
_NARROWEST = 4
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SceneStrip(QWidget):
    """The scenes of the story. ``wanted`` gives the place of a scene that was clicked or chosen with Enter; Left and
    Right go from one scene with the character in it to the next, Home and End to the first and last."""

    wanted = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.cells: tuple[Cell, ...] = ()
        self.current = -1
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Scenes in which the character is named")

    def show_cells(self, name: str, cells: Sequence[Cell]) -> None:
        """Show the scenes of a character of that name."""
        if name != self._name or len(cells) != len(self.cells):
            self.current = next((place for place, each in enumerate(cells) if each.place), -1)
        self._name, self.cells = name, tuple(cells)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, _HEIGHT)

    def cell_at(self, x: float) -> int:
        """The cell at ``x`` px; where cells are narrow, the nearest with the character in it; -1 without cells."""
        if not self.cells:
            return -1
        step = self.width() / len(self.cells)
        place = min(len(self.cells) - 1, max(0, int(x / step)))
        if step >= _NARROWEST or self.cells[place].place is not None:
            return place
        near = [other for other, each in enumerate(self.cells) if each.place and abs(other - place) * step < _NARROWEST]
        return min(near, key=lambda other: abs(other - place), default=place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the scene."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(self.cell_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        place = self.cell_at(event.position().x())
        found = place >= 0 and self.cells[place].place is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home, End choose a scene, Enter and Space go there."""
        with_her = [place for place, each in enumerate(self.cells) if each.place]
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.current)
        elif key in _KEYS and with_her:
            step = _KEYS[Qt.Key(key)]
            ahead = [each for each in with_her if (each - self.current) * step > 0]
            self._choose(min(ahead, key=lambda each: abs(each - self.current), default=self.current))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and with_her:
            self._choose(with_her[0] if key == Qt.Key.Key_Home else with_her[-1])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say which scene is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.cell_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.cells[place].words if place >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells in the character's colour; a mark under the one chosen while the strip has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = Brush(painter, themes.current())
        most = max((each.count for each in self.cells), default=0)
        step = self.width() / max(1, len(self.cells))
        gap = 2.0 if step >= 6 else 1.0 if step >= 3 else 0.0
        for place, each in enumerate(self.cells):
            box = QRectF(place * step, 4, max(1.0, step - gap), _BAR)
            brush.fill(box, "line", 2)
            if each.count and most:
                colour = portrait_colour(self._name)
                colour.setAlphaF(0.35 + 0.65 * each.count / most)
                brush.fill(box, colour, 2)
            if place == self.current and self.hasFocus():
                brush.fill(QRectF(box.left(), box.bottom() + 3, max(4.0, box.width()), 2), "accent", 1)
        painter.end()

    def _choose(self, place: int) -> None:
        self.current = place
        self._tell()
        self.update()
        if self.isVisible() and place >= 0:
            left = round(place * self.width() / max(1, len(self.cells)))
            QToolTip.showText(self.mapToGlobal(QPoint(left, self.height())), self.cells[place].words, self)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.cells):
            self.current = place
            self._tell()
            self.update()
            found = self.cells[place].place
            if found is not None:
                self.wanted.emit(*found)

    def _tell(self) -> None:
        """Put the scene chosen in words for a screen reader."""
        words = self.cells[self.current].words if 0 <= self.current < len(self.cells) else ""
        self.setAccessibleDescription(words)
