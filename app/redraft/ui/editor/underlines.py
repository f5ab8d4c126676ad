# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the lines under marked words: wavy, double, dashed, dotted.

They are painted over the text and are no formats of it: new findings cost one repaint and no layout, and the lines
can be finer than those that Qt draws.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock

from redraft.ui.kinds import Shape

_HALF_WAVE = 3.0
_DEPTH = 2.2
_LEAST = 9.0


def line_rects(block: QTextBlock, start: int, end: int, origin: QPointF) -> Iterator[tuple[QRectF, float]]:
    """For each line that the stretch ``start``–``end`` (UTF-16 units) of a block lies on: its box there, and the
    baseline. ``origin`` is where the block is drawn."""
    layout = block.layout()
    composed = layout.preeditAreaText()
    if composed:
        extra, at = len(composed.encode("utf-16-le")) // 2, layout.preeditAreaPosition()
        start, end = start + extra * (start >= at), end + extra * (end > at)
    position = start
    while position < end:
        line = layout.lineForTextPosition(position)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        if stop <= position:
            return
        left, right = x_of(line, position), x_of(line, stop)
        left, right = min(left, right), max(left, right)
        base = origin.y() + line.y() + line.ascent()
        yield QRectF(origin.x() + left, base - line.ascent(), right - left, line.ascent() + line.descent()), base
        position = stop


def x_of(line: object, position: int) -> float:
    """Where, from the left of its block, the character at ``position`` of a line stands (px)."""
    found = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def draw(painter: QPainter, shape: Shape, colour: QColor, left: float, right: float, baseline: float) -> None:
    """A line of ``shape`` under text that stands on ``baseline``."""
    if right - left < _LEAST:
        left, right = (left + right - _LEAST) / 2, (left + right + _LEAST) / 2
    y = baseline + 4
    pen = QPen(colour, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape is Shape.WAVY:
        painter.setPen(pen)
        painter.drawPath(_wave(left, right, y))
    elif shape is Shape.DOUBLE:
        pen.setWidthF(1.1)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y - 0.6), QPointF(right, y - 0.6))
        painter.drawLine(QPointF(left, y + 2.2), QPointF(right, y + 2.2))
    else:
        pen.setWidthF(1.6 if shape is Shape.DASHED else 2.2)
        pen.setDashPattern([3.2, 2.6] if shape is Shape.DASHED else [0.01, 1.9])
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 1, y + 0.6), QPointF(right - 1, y + 0.6))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, False
    while x < right:
        step = min(_HALF_WAVE, right - x)
        path.quadTo(x + step / 2, y + (-_DEPTH if up else _DEPTH), x + step, y)
        x, up = x + step, not up
    return path
