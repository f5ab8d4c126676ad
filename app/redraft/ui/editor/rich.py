# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the page beside the letters of a document with formatting: bullets, and signs for what has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import FileNote, Paragraph
from redraft.text.utf16 import Utf16Map
from redraft.ui import theme as themes
from redraft.ui.editor.dressing import points_behind
from redraft.ui.editor.looks import Look
from redraft.ui.editor.typesetting import Typesetter
from redraft.ui.editor.underlines import x_of

_DAYS = 10
_LONGEST_TIP = 600


class RichLayer:
    """Paints them, and tells what a sign or a look at a place is. ``paragraph_of`` and ``look_of`` by index."""

    behind = False

    def __init__(
        self, paragraph_of: Callable[[int], Paragraph | None], look_of: Callable[[int], Look],
        typesetter: Callable[[], Typesetter],
    ) -> None:
        self._paragraph_of, self._look_of, self._typesetter = paragraph_of, look_of, typesetter

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """The bullet of the block and the signs in it."""
        index = block.blockNumber()
        look = self._look_of(index)
        if look.bullet:
            self._bullet(painter, block, origin, look)
        paragraph = self._paragraph_of(index)
        if paragraph is None or not paragraph.marks:
            return
        labels = self._typesetter().labels
        for points, left, baseline in self._places(block, paragraph, origin):
            labels.draw(painter, points, left, baseline)

    def sign_at(self, block: QTextBlock, origin: QPointF, point: QPoint) -> Mark | None:
        """The sign under a point of the viewport, in a block that stands at ``origin``."""
        paragraph = self._paragraph_of(block.blockNumber())
        if paragraph is None or not paragraph.marks:
            return None
        labels = self._typesetter().labels
        for points, left, baseline in self._places(block, paragraph, origin):
            for mark, box in zip(points, labels.boxes(points, left, baseline), strict=True):
                if box.contains(QPointF(point)):
                    return mark
        return None

    def _places(
        self, block: QTextBlock, paragraph: Paragraph, origin: QPointF
    ) -> Iterable[tuple[Sequence[Mark], float, float]]:
        """The points of a block that are shown, each group with its left end and the baseline."""
        found = points_behind(paragraph.marks)
        if not found:
            return
        layout, labels = block.layout(), self._typesetter().labels
        units = Utf16Map.of(block.text()).units
        for place, points in found.items():
            at = units(min(place, len(paragraph.text)))
            line = layout.lineForTextPosition(max(0, at - 1))
            if not line.isValid():
                continue
            baseline = origin.y() + line.y() + line.ascent()
            yield points, origin.x() + x_of(line, at) - labels.width(points), baseline

    def _bullet(self, painter: QPainter, block: QTextBlock, origin: QPointF, look: Look) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        font = block.document().defaultFont()
        width = QFontMetricsF(font).horizontalAdvance(look.bullet)
        painter.setFont(font)
        painter.setPen(themes.current().colour("quiet"))
        gap = self._typesetter().em * 0.6
        left = origin.x() + line.naturalTextRect().left() - width - gap
        painter.drawText(QPointF(left, origin.y() + line.y() + line.ascent()), look.bullet)


def marks_at(paragraph: Paragraph, offset: int) -> list[Mark]:
    """The marks with length that cover the character at ``offset``."""
    return [each for each in paragraph.marks if each.start <= offset < each.end]


def told(mark: Mark, notes: Sequence[FileNote]) -> str:
    """What to say of a mark to an author who points at it; "" for one that speaks for itself."""
    if mark.kind is MarkKind.NOTE:
        return f"Footnote: {mark.value}" if mark.value else "A footnote."
    if mark.kind is MarkKind.IMAGE:
        return f"A picture: {mark.value}." if mark.value else "A picture; it stays as it is in the file."
    if mark.kind is MarkKind.OBJECT:
        return f"Here stands in the file: {mark.value or 'an object'}."
    if mark.kind is MarkKind.DELETED:
        who = _by(mark.key) if " · " in mark.key else ""
        return f"Deleted{who}: “{mark.value}”. Right-click to accept or reject it."
    if mark.kind is MarkKind.INSERTED:
        return f"Inserted{_by(mark.value)}. Right-click to accept or reject it."
    if mark.kind is MarkKind.LINK:
        return f"A link to {mark.value}"
    if mark.kind is MarkKind.COMMENT:
        return "\n".join(_comment(each) for each in notes if each.key == mark.key)
    return ""


def tip(said: str) -> str:
    """A sentence for a tooltip: no markup in it counts, and it is wrapped and not endless."""
    short = said if len(said) <= _LONGEST_TIP else said[:_LONGEST_TIP].rpartition(" ")[0] + " …"
    lines = escape(short).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def _comment(note: FileNote) -> str:
    said = f"{note.author or 'A comment'}: {note.text}"
    return "\n".join((said, *(f"↳ {each.author}: {each.text}" for each in note.replies)))


def _by(who: str) -> str:
    """"Ann Editor · 2026-01-02T10:00:00Z" as words behind a verb."""
    name, _, when = who.partition(" · ")
    if not name:
        return ""
    return f" by {name}" + (f" on {when[:_DAYS]}" if when else "")
