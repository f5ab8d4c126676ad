# SPDX-License-Identifier: GPL-3.0-or-later
"""How a note looks in the list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyleOptionViewItem

from redraft.notes.note import State
from redraft.ui import icons
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.notes.rows import NoteRow
from redraft.ui.panels.painting import Brush, RowDelegate, line_height


class NoteDelegate(RowDelegate):
    """Who and where, the words noted, what is said of them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, or three with the words noted."""
        row: NoteRow = index.data(ROW)
        lines = line_height("caption") * (2 if row.quote else 1) + line_height()
        return QSize(160, lines + 10)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint one note; one that is done is quiet."""
        row: NoteRow = index.data(ROW)
        ratio = brush.painter.device().devicePixelRatioF()
        colour = QColor(row.colours[1] if brush.theme.dark else row.colours[0])
        brush.painter.drawPixmap(box.left() + 6, box.top() + 6, icons.pixmap(row.icon, 16, colour, ratio))
        line = QRect(box.left() + 30, box.top() + 4, box.width() - 38, line_height("caption"))
        answers = f"{row.answers} ↩" if row.answers else ""
        right = " · ".join(filter(None, (answers, "done" if row.state is State.DONE else "", row.where)))
        used = brush.write(line, right, size="caption", colour="quiet", right=True)
        brush.write(line.adjusted(0, 0, -used - 8, 0), row.author or "Somebody", size="caption", bold=True)
        top = line.bottom() + 1
        if row.quote:
            quote = QRect(line.left(), top, line.width(), line_height("caption"))
            brush.write(quote, f"“{row.quote}”", size="caption", colour="quiet", face="serif", italic=True)
            top = quote.bottom() + 1
        said = QRect(line.left(), top, line.width(), line_height())
        brush.write(said, " · ".join(row.said.splitlines()), colour="quiet" if row.state is State.DONE else "text")
