# SPDX-License-Identifier: GPL-3.0-or-later
"""The small signs for what has no letters on the page: a footnote's figure, a picture, words deleted with changes
tracked. They stand in room that the letter before them leaves, and are no part of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from redraft.manuscript.marks import Mark, MarkKind
from redraft.ui.theme import Theme

_LONGEST = 28
_AIR = 3.0


class Labels:
    """Measures and draws the signs for one size of type and one theme. ``numbers``: of footnotes, by key."""

    def __init__(self, font: QFont, theme: Theme, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._body, self._raised, self._small = QFont(font), QFont(font), QFont(font)
        self._body.setStrikeOut(True)
        self._raised.setPointSizeF(font.pointSizeF() * 0.7)
        self._small.setPointSizeF(font.pointSizeF() * 0.72)
        self._metrics = {id(each): QFontMetricsF(each) for each in (self._body, self._raised, self._small)}
        self._gone, self._accent = theme.colour("deleted"), theme.colour("accent")
        self._quiet, self._line = theme.colour("quiet"), theme.colour("faint")

    def text(self, mark: Mark) -> str:
        """What the sign reads."""
        if mark.kind is MarkKind.NOTE:
            return str(self._numbers.get(mark.key, "*"))
        if mark.kind is MarkKind.DELETED:
            words = " ".join(mark.value.split()) or "¶"
            return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        return "picture" if mark.kind is MarkKind.IMAGE else mark.value or "object"

    def width(self, marks: Sequence[Mark]) -> float:
        """The room that the signs of one place take, in px."""
        return sum(self._width(each) for each in marks)

    def draw(self, painter: QPainter, marks: Sequence[Mark], left: float, baseline: float) -> list[QRectF]:
        """Draw the signs of one place side by side; where each is."""
        boxes: list[QRectF] = []
        for mark in marks:
            width = self._width(mark)
            boxes.append(self._draw(painter, mark, QPointF(left, baseline), width))
            left += width
        return boxes

    def boxes(self, marks: Sequence[Mark], left: float, baseline: float) -> list[QRectF]:
        """Where each sign of a place is, without drawing it."""
        height, found = self._metrics[id(self._body)].ascent(), []
        for mark in marks:
            width = self._width(mark)
            found.append(QRectF(left, baseline - height, width, height * 1.25))
            left += width
        return found

    def _font(self, mark: Mark) -> QFont:
        if mark.kind is MarkKind.DELETED:
            return self._body
        return self._raised if mark.kind is MarkKind.NOTE else self._small

    def _width(self, mark: Mark) -> float:
        wide = self._metrics[id(self._font(mark))].horizontalAdvance(self.text(mark))
        return float(wide + (_AIR if mark.kind is MarkKind.NOTE else 4 * _AIR if mark.kind in _BOXED else 2 * _AIR))

    def _draw(self, painter: QPainter, mark: Mark, place: QPointF, width: float) -> QRectF:
        font = self._font(mark)
        metrics = self._metrics[id(font)]
        painter.setFont(font)
        if mark.kind in _BOXED:
            return self._box(painter, mark, place, width, metrics)
        raised = self._metrics[id(self._body)].xHeight() * 0.75 if mark.kind is MarkKind.NOTE else 0.0
        painter.setPen(self._accent if mark.kind is MarkKind.NOTE else self._gone)
        painter.drawText(place + QPointF(_AIR / 2 if raised else _AIR, -raised), self.text(mark))
        return self.boxes((mark,), place.x(), place.y())[0]

    def _box(self, painter: QPainter, mark: Mark, place: QPointF, width: float, metrics: QFontMetricsF) -> QRectF:
        box = QRectF(place.x() + _AIR / 2, place.y() - metrics.ascent() - 1, width - _AIR, metrics.height() + 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._line), 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._quiet)
        painter.drawText(place + QPointF(2 * _AIR, 0), self.text(mark))
        return box


_BOXED = (MarkKind.IMAGE, MarkKind.OBJECT)
