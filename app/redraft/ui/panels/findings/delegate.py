# SPDX-License-Identifier: GPL-3.0-or-later
"""How a finding looks in the list: the change, and beneath it the words it stands among."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem

from redraft.checks.finding import Severity
from redraft.ui import theme as themes
from redraft.ui.panels.findings.rows import FindingRow, Heading, visible
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.painting import Brush, RowDelegate, line_height
from redraft.ui.panels.words import number


class FindingDelegate(RowDelegate):
    """Headings with a count, and rows of two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines; a heading takes the same, so that the list need not ask for each row."""
        return QSize(160, line_height() + line_height("caption") + 8)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint a heading or a row."""
        row = index.data(ROW)
        if isinstance(row, Heading):
            self._draw_heading(brush, box.adjusted(0, 8, 0, 0), row, hover=hover)
        elif isinstance(row, FindingRow):
            self._draw_row(brush, box, row)

    @staticmethod
    def _draw_heading(brush: Brush, box: QRect, row: Heading, *, hover: bool) -> None:
        arrow = "chevron-right" if row.folded else "chevron-down"
        brush.icon(QRect(box.left() + 4, box.center().y() - 7, 16, 16), arrow)
        right = box.right() - 8
        if row.scene is not None and row.scene_key:
            shown = "reviewed" if row.reviewed else "unreviewed"
            brush.icon(QRect(right - 15, box.center().y() - 7, 16, 16), shown, "accent" if row.reviewed else "faint")
            right -= 24
        elif hover:
            brush.icon(QRect(right - 15, box.center().y() - 7, 16, 16), "accept-all", "accent")
            right -= 24
        count = number(row.left) if not row.handled else f"{number(row.left)} left · {number(row.handled)} done"
        line = QRect(box.left() + 24, box.top(), right - box.left() - 24, box.height())
        used = brush.write(line, count, size="caption", colour="quiet", right=True)
        brush.write(line.adjusted(0, 0, -used - 8, 0), row.title, bold=True)

    def _draw_row(self, brush: Brush, box: QRect, row: FindingRow) -> None:
        finding = row.finding
        top = QRect(box.left() + 24, box.top() + 2, box.width() - 32, line_height())
        where = f"sc. {row.scene}" if row.scene else ""
        used = brush.write(top, where, size="caption", colour="quiet", right=True)
        room = top.adjusted(0, 0, -used - 8, 0)
        self._draw_change(brush, room, row)
        low = QRect(top.left(), top.bottom() + 1, top.width(), line_height("caption"))
        hint = finding.severity is Severity.HINT
        brush.write(low, row.around, size="caption", colour="quiet", face="serif", italic=hint)

    @staticmethod
    def _draw_change(brush: Brush, box: QRect, row: FindingRow) -> None:
        finding = row.finding
        words = visible(finding.text)
        has_fix = bool(finding.suggestions)
        old = box.adjusted(0, 0, -box.width() // 2, 0) if has_fix and _wide(words, box.width() * 2 // 3) else box
        used = brush.write(old, words, colour="text")
        brush.underline(box.left(), box.left() + used, box.bottom(), brush.theme.mark(finding.category))
        if has_fix:
            rest = box.adjusted(used + 6, 0, 0, 0)
            arrow = brush.write(rest, "→", colour="quiet")
            brush.write(rest.adjusted(arrow + 6, 0, 0, 0), visible(finding.suggestions[0]), bold=finding.sure)


def _wide(words: str, room: int) -> bool:
    return QFontMetrics(themes.sans()).horizontalAdvance(words) > room
