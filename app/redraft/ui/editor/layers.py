# SPDX-License-Identifier: GPL-3.0-or-later
"""What is painted on the page besides the text: lines under findings, the chosen finding, hits of a search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from redraft.checks.finding import Finding
from redraft.text.utf16 import Utf16Map
from redraft.ui import theme as themes
from redraft.ui.editor.underlines import draw, line_rects


class Layer(Protocol):
    """``behind``: painted before the text. ``paint`` draws what there is for one block, which stands at ``origin``."""

    behind: bool

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None: ...


class FindingLayer:
    """The lines under findings; ``findings_of`` tells those of a paragraph by its index."""

    behind = False

    def __init__(self, findings_of: Callable[[int], Sequence[Finding]]) -> None:
        self._findings_of = findings_of

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Underline each finding by its kind."""
        findings = self._findings_of(block.blockNumber())
        if not findings:
            return
        units = Utf16Map.of(block.text()).units
        for finding in findings:
            mark = themes.current().mark(finding.category)
            for box, baseline in line_rects(block, units(finding.start), units(finding.end), origin):
                draw(painter, mark.shape, mark.colour, box.left(), box.right(), baseline)


Stretch = tuple[int, int]


class TintLayer:
    """Boxes of a colour behind stretches of text: ``stretches_of`` tells those of a paragraph by its index."""

    behind = True

    def __init__(self, stretches_of: Callable[[int], Iterable[Stretch]], colour: Callable[[Stretch], QColor]) -> None:
        self._stretches_of = stretches_of
        self._colour = colour

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Fill the boxes."""
        stretches = list(self._stretches_of(block.blockNumber()))
        if not stretches:
            return
        units = Utf16Map.of(block.text()).units
        for start, end in stretches:
            for box, _ in line_rects(block, units(start), units(end), origin):
                painter.fillRect(_padded(box), self._colour((start, end)))


def _padded(box: QRectF) -> QRectF:
    return box.adjusted(-1, -1, 1, 2)
