# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rows of all panels are painted with: text that ends in an ellipsis, underlines, bars, a focus frame.

All measures are px on a grid of 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.kinds import Shape
from redraft.ui.panels.models import Index

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Brush:
    """A painter that knows the theme. Each ``write`` returns how wide the text came out."""

    painter: QPainter
    theme: themes.Theme

    def write(self, box: QRect, text: str, *, size: str = "body", colour: str = "text", bold: bool = False,
              italic: bool = False, right: bool = False, face: str = "sans") -> int:
        """One line of text in a box, cut with an ellipsis where it is too long."""
        font = _font(face, size, bold, italic)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        self.painter.setFont(font)
        self.painter.setPen(self.theme.colour(colour))
        self.painter.drawText(box, int(_RIGHT if right else _LEFT), shown)
        return metrics.horizontalAdvance(shown)

    def fill(self, box: QRectF | QRect, colour: QColor | str, radius: float = 0) -> None:
        """A filled box, its corners rounded."""
        tint = self.theme.colour(colour) if isinstance(colour, str) else colour
        path = QPainterPath()
        path.addRoundedRect(QRectF(box), radius, radius)
        self.painter.fillPath(path, tint)

    def underline(self, left: float, right: float, y: float, mark: themes.Mark) -> None:
        """The underline of a kind of finding, from ``left`` to ``right`` at height ``y``."""
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(mark.colour, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pattern = _PATTERNS.get(mark.shape)
        if pattern:
            pen.setDashPattern(pattern)
        self.painter.setPen(pen)
        self.painter.drawPath(_line(left, right, y, mark.shape))
        self.painter.restore()

    def icon(self, box: QRect, name: str, colour: str = "quiet") -> None:
        """An icon that fills a square box."""
        ratio = self.painter.device().devicePixelRatioF()
        self.painter.drawPixmap(box.topLeft(), icons.pixmap(name, box.width(), self.theme.colour(colour), ratio))

    def bars(self, box: QRect, values: Sequence[float], colour: str = "faint", highest: float = 0) -> None:
        """Small upright bars that fill a box; the highest value (or ``highest``) reaches its top."""
        top = max((*values, highest), default=0)
        if top <= 0:
            return
        step = box.width() / len(values)
        gap = 1 if step < 6 else 2
        for place, value in enumerate(values):
            height = max(1.0, value / top * box.height())
            left = box.left() + round(place * step)
            width = max(1, round((place + 1) * step) - round(place * step) - gap)
            self.fill(QRectF(left, box.bottom() + 1 - height, width, height), colour)


_PATTERNS = {Shape.DASHED: [4.0, 2.0], Shape.DOTTED: [1.2, 1.6]}


def _line(left: float, right: float, y: float, shape: Shape) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    if shape is Shape.WAVY:
        x, up = left, True
        while x < right:
            path.quadTo(x + 1.5, y - 2.5 if up else y + 2.5, x + 3, y)
            x, up = x + 3, not up
        return path
    path.lineTo(right, y)
    if shape is Shape.DOUBLE:
        path.moveTo(left, y + 3)
        path.lineTo(right, y + 3)
    return path


def _font(face: str, size: str, bold: bool, italic: bool) -> QFont:
    font = themes.serif(size) if face == "serif" else themes.sans(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    return font


def line_height(size: str = "body") -> int:
    """The height of a line of text in one of the four sizes, rounded up to 4 px."""
    height = QFontMetrics(themes.sans(size)).height()
    return -(-height // 4) * 4


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row — selected, under the pointer, in focus — and leaves the rest to :meth:`draw`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground first, then the row."""
        painter.save()
        brush = Brush(painter, themes.current())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(4, 0, -4, 0)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            brush.fill(box, "tint", 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            brush.fill(box, "hover", 4)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(brush.theme.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self.draw(brush, box, index, bool(state & QStyle.StateFlag.State_MouseOver))
        painter.restore()

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint what the row says into ``box``."""
        raise NotImplementedError
