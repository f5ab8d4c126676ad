# SPDX-License-Identifier: GPL-3.0-or-later
"""The column of notes beside the text: each note on the height of its words, none over another, a line to the words.

Only what is on screen is laid out and painted; nothing here is a widget of its own, so 500 notes cost what ten do.
Note texts are painted as the characters that they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from redraft.notes.note import Note
from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.editor.page import Page
from redraft.ui.editor.shown import units
from redraft.ui.editor.underlines import line_rects
from redraft.ui.notes.desk import NotesDesk
from redraft.ui.notes.looks import look_of, said

ROOM = 240
"""How wide the column would be, in px; where the window is narrower it shows icons alone."""

_COMPACT, _MOST = 120, 300
_PAUSE = 160
_ICON, _GAP, _PAD = 16, 6, 8
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """Notes on the same words, as one block of the column: where it stands, and the height of its words."""

    notes: tuple[Note, ...]
    box: QRect
    words: int


class Margin(QWidget):
    """Follows a page. ``opened``: the notes clicked on, and where they stand (in the page)."""

    opened = Signal(object, QRect)

    def __init__(self, page: Page, desk: NotesDesk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._entries: list[Entry] = []
        self._stale = True
        self._above = False
        self.setAccessibleName("Notes beside the text")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        page.viewport().installEventFilter(self)
        page.scrolled.connect(self.renew)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self.renew)
        page.document().contentsChanged.connect(self._changed)
        desk.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Notes came or went: the text makes room for them, or takes it back."""
        self._page.set_note_room(ROOM if any(True for _ in self._desk.notebook) else 0)
        self._stand()
        self.renew()
        self._page.viewport().update()

    def renew(self) -> None:
        """Lay out anew with the next painting."""
        self._stale = True
        self.update()

    def _changed(self) -> None:
        """The text changed: while the author types, the notes beside it wait for a pause."""
        if self._page.note_room:
            self._later.start()

    def entries(self) -> Sequence[Entry]:
        """What is on screen, from the top."""
        if self._stale:
            self._entries = list(self._laid_out())
            self._stale = False
        return self._entries

    @property
    def compact(self) -> bool:
        """Whether there is room for icons only."""
        return self.width() < _COMPACT

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stand beside the column of text wherever that goes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._stand()
        return False

    def _stand(self) -> None:
        seen = self._page.viewport().geometry()
        bar = self._page.verticalScrollBar()
        right = self._page.width() - (bar.width() if bar.isVisible() else 0)
        box = QRect(seen.right() + 1, seen.top(), max(0, right - seen.right() - 1), seen.height())
        if box != self.geometry():
            self.setGeometry(box)
            self.renew()
        self.setVisible(bool(self._page.note_room))

    # --- layout --------------------------------------------------------------------------------------------

    def _laid_out(self) -> Iterator[Entry]:
        """Each block as near to its words as those above it allow; the last ones move up where the foot is reached."""
        found = [(notes, words, self._height(notes)) for notes, words in self._on_screen()]
        top = -10_000
        for notes, words, height in found:
            top = max(words, top)
            yield Entry(notes, QRect(_PAD, top, self._across(), height), words)
            top += height + _GAP

    def _across(self) -> int:
        """How wide a block is, in px."""
        return max(_ICON, min(_MOST, self.width() - 2 * _PAD))

    def _on_screen(self) -> Iterator[tuple[tuple[Note, ...], int]]:
        """Open notes that begin in what is seen, those on the same words together; with the height of their line."""
        for block, origin in self._page.visible_blocks():
            index = block.blockNumber()
            if index >= len(self._desk.session.paragraphs):
                continue
            together: dict[tuple[int, int], list[Note]] = {}
            for start, end, note in self._desk.stretches(index):
                spot = self._desk.spot(note.id)
                if spot is not None and spot.first == index:
                    together.setdefault((start, end), []).append(note)
            text = block.text()
            for (start, end), notes in together.items():
                boxes = line_rects(block, units(text, start), max(units(text, start) + 1, units(text, end)), origin)
                box = next(boxes, None)
                yield tuple(notes), round(box[0].top() if box else origin.y())

    def _height(self, notes: Sequence[Note]) -> int:
        if self.compact:
            return _ICON + 4
        return _line("caption") + self._text_height(notes[0]) + (_line("caption") if len(notes) > 1 else 0) + 8

    def _text_height(self, note: Note) -> int:
        metrics = QFontMetrics(themes.sans("caption"))
        room = QRect(0, 0, self._across() - _ICON - 28, 10_000)
        box = metrics.boundingRect(room, int(_WRAPPED), said(note))
        return min(box.height(), _MOST_LINES * metrics.lineSpacing())

    # --- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is on screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry in self.entries():
            if entry.box.bottom() >= 0 and entry.box.top() <= self.height():
                self._paint(painter, entry)
        painter.end()

    def _paint(self, painter: QPainter, entry: Entry) -> None:
        theme = themes.current()
        look = look_of(entry.notes[0])
        colour = QColor(look.colour(theme.dark))
        ratio = self.devicePixelRatioF()
        if self.compact:
            painter.drawPixmap(entry.box.topLeft(), icons.pixmap(look.icon, _ICON, colour, ratio))
            return
        self._paint_line(painter, entry, colour)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(QRectF(entry.box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillRect(QRectF(entry.box.left(), entry.box.top() + 6, 3, entry.box.height() - 12), colour)
        left, top = entry.box.left() + 10, entry.box.top() + 4
        painter.drawPixmap(QPoint(left, top), icons.pixmap(look.icon, _ICON, colour, ratio))
        text = QRect(left + _ICON + 6, top, entry.box.right() - left - _ICON - 12, _line("caption"))
        self._paint_words(painter, entry, text)

    def _paint_words(self, painter: QPainter, entry: Entry, text: QRect) -> None:
        theme, note = themes.current(), entry.notes[0]
        font = themes.sans("caption")
        answers = f" · {len(note.answers)} ↩" if note.answers else ""
        painter.setPen(theme.colour("quiet"))
        painter.setFont(font)
        head = QFontMetrics(font).elidedText((note.author or "Somebody") + answers, _ELIDED, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), head)
        painter.setPen(theme.colour("text"))
        body = QRect(text.left(), text.bottom() + 1, text.width(), self._text_height(note))
        painter.save()
        painter.setClipRect(body)
        painter.drawText(body, int(_WRAPPED), said(note))
        painter.restore()
        if len(entry.notes) > 1:
            more = QRect(text.left(), body.bottom() + 1, text.width(), _line("caption"))
            painter.setPen(theme.colour("accent"))
            painter.drawText(more, int(Qt.AlignmentFlag.AlignVCenter), f"{len(entry.notes)} notes here")

    @staticmethod
    def _paint_line(painter: QPainter, entry: Entry, colour: QColor) -> None:
        """From the words' line to the block."""
        faint = QColor(colour)
        faint.setAlpha(110)
        painter.setPen(QPen(faint, 1))
        words, block = entry.words + 10, entry.box.top() + 12
        painter.drawPolyline([QPointF(0, words), QPointF(3, words), QPointF(_PAD, block)])

    # --- the mouse -----------------------------------------------------------------------------------------

    def at(self, point: QPoint) -> Entry | None:
        """What stands at a point."""
        return next((each for each in self.entries() if each.box.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the notes clicked on."""
        entry = self.at(event.position().toPoint())
        if entry is None:
            event.ignore()
            return
        self.opened.emit(entry.notes, entry.box.translated(self.pos()))

    def event(self, event: QEvent) -> bool:
        """Say in full what is cut short."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.at(event.pos())
            told = "\n\n".join(f"{each.author or 'Somebody'}: {said(each)}" for each in entry.notes) if entry else ""
            QToolTip.showText(event.globalPos(), plain_tip(told), self)
            return True
        return super().event(event)


_WRAPPED = Qt.TextFlag.TextWordWrap
_ELIDED = Qt.TextElideMode.ElideRight


def plain_tip(text: str) -> str:
    """A text as a tool tip that Qt does not take for HTML, whatever stands in it."""
    from html import escape

    return f"<div style='white-space: pre-wrap'>{escape(text[:2000])}</div>" if text else ""


def _line(size: str) -> int:
    return QFontMetrics(themes.sans(size)).height() + 2
