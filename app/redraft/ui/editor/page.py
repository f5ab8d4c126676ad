# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: a column of serif text in the middle of the window, with the marks of what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from redraft.manuscript.marks import Mark
from redraft.manuscript.outline import Outline
from redraft.manuscript.session import Place, Session
from redraft.ui import theme as themes
from redraft.ui.editor.bridge import Bridge
from redraft.ui.editor.clipboard import plain_text
from redraft.ui.editor.dresser import Dresser
from redraft.ui.editor.layers import Layer
from redraft.ui.editor.rich import RichLayer, marks_at, tip, told
from redraft.ui.editor.typesetting import Typesetter

COLUMN = 68
"""Characters to a line, between the 60 and 75 at which reading is easiest (Bringhurst, 2.1.2)."""
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_SAMPLE = "the quick brown fox was not over the lazy dog and he had said so to her "
_LEAST_MARGIN = 28
_EDGE = 4
"""Pixels above and below a paragraph that its underlines may reach into."""
_SIZE = 13.5


class Page(QTextEdit):
    """Shows a session. ``zoomed``: the zoom in per cent; ``dropped``: paths of files let fall on the page;
    ``scrolled``: other paragraphs are on screen; ``menu_wanted``: where (in the viewport) a context menu is wanted."""

    zoomed = Signal(int)
    dropped = Signal(list)
    scrolled = Signal()
    menu_wanted = Signal(QPoint)
    _handing_on = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName("The story")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.bridge = Bridge(self.document(), self)
        self.dresser = Dresser(self.document(), self.visible_blocks, self.viewport().update)
        self._rich = RichLayer(self.dresser.paragraph, self.dresser.look, lambda: self.typesetter)
        self.layers: list[Layer] = [self._rich]
        self.line_breaks = False
        self._plainly = False
        self.taker: Callable[[QMimeData], bool] = lambda data: False
        self.dresser_of_copies: Callable[[QMimeData], None] = lambda data: None
        self.zoom = 100
        self._characters = COLUMN
        self._session: Session | None = None
        self._column = 0
        self.note_room = 0
        self._set_type()
        self.viewport().setMouseTracking(True)
        self.bridge.touched.connect(self.dresser.touched)
        self.bridge.placed.connect(self._put_caret)
        self.cursorPositionChanged.connect(lambda: self.bridge.moved(self.textCursor()))
        self.selectionChanged.connect(lambda: self.bridge.moved(self.textCursor()))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown -------------------------------------------------------------------------------------

    def open(self, session: Session, outline: Outline) -> None:
        """Show another session."""
        self._session = session
        self.dresser.begin(session, outline)
        form = self.typesetter.block_format(self.dresser.body)
        self.bridge.attach(session, form, self._form_first)
        self.dresser.follow()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._scrolled()

    def set_outline(self, outline: Outline) -> None:
        """Set each paragraph as its place in the story asks."""
        self.dresser.set_outline(outline)

    def set_theme(self) -> None:
        """Take on the colours of the present theme."""
        self._set_type()
        self.dresser.redress()

    def set_zoom(self, per_cent: int) -> None:
        """Show the text at ``per_cent`` of its usual size (70–300)."""
        wanted = max(ZOOMS[0], min(per_cent, ZOOMS[-1]))
        if wanted == self.zoom:
            return
        top = self.first_visible()
        self.zoom = wanted
        self._set_type()
        self.dresser.form_all()
        self._set_margins()
        self._show_at_top(top)
        self.zoomed.emit(wanted)

    def set_column(self, characters: int) -> None:
        """Let a line hold about so many characters."""
        if characters != self._characters:
            self._characters = characters
            self._set_type()
            self._set_margins()

    def set_note_room(self, room: int) -> None:
        """Leave so many px beside the text for notes, where the window is wide enough."""
        if room != self.note_room:
            self.note_room = room
            self._set_margins()

    def set_spaced(self, spaced: bool) -> None:
        """Part paragraphs by space, or by indenting their first lines."""
        self.dresser.set_spaced(spaced)

    def step_zoom(self, steps: int) -> None:
        """The next larger or smaller size."""
        nearest = min(range(len(ZOOMS)), key=lambda each: abs(ZOOMS[each] - self.zoom))
        self.set_zoom(ZOOMS[max(0, min(nearest + steps, len(ZOOMS) - 1))])

    @property
    def column(self) -> int:
        """The width of the column of text, in px."""
        return self._column

    @property
    def typesetter(self) -> Typesetter:
        """What sets the type at the present zoom."""
        return self.dresser.typesetter

    # --- places --------------------------------------------------------------------------------------------

    def select(self, index: int, start: int, end: int) -> None:
        """Select the characters ``start``–``end`` of a paragraph, and bring them well into view."""
        cursor = self.textCursor()
        cursor.setPosition(self.bridge.position_of(index, start))
        cursor.setPosition(self.bridge.position_of(index, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.bring_into_view(index, start)

    def put_caret(self, index: int, offset: int) -> None:
        """Put the caret at a place, in view."""
        self._put_caret(Place((index, offset), (index, offset)))

    def bring_into_view(self, index: int, offset: int) -> None:
        """Scroll so that the place stands in the middle part of the page, if it does not."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.bridge.position_of(index, offset))
        box = self.cursorRect(cursor)
        height = self.viewport().height()
        if box.top() < height * 0.12 or box.bottom() > height * 0.8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.center().y() - height * 0.38))

    def caret(self) -> tuple[int, int]:
        """(Paragraph index, offset in its shown text) of the caret."""
        return self.bridge.place_of(self.textCursor().position())

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """The place under a point of the viewport; None where no text is."""
        layout = self.document().documentLayout()
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = layout.hitTest(QPointF(point) + scrolled, Qt.HitTestAccuracy.ExactHit)
        return self.bridge.place_of(position) if position >= 0 else None

    def marks_under(self, point: QPoint) -> tuple[int, list[Mark]]:
        """The paragraph under a point of the viewport (-1: none), and the marks there, a sign's before all."""
        for block, origin in self.visible_blocks(QRectF(point.x(), point.y(), 1, 1)):
            sign = self._rich.sign_at(block, origin, point)
            if sign is not None:
                return block.blockNumber(), [sign]
        place = self.place_at(point)
        paragraph = self.dresser.paragraph(place[0]) if place is not None else None
        if place is None or paragraph is None:
            return -1, []
        return place[0], marks_at(paragraph, place[1])

    def told_at(self, point: QPoint) -> str:
        """What to say of the signs and looks under a point of the viewport; "" for plain letters."""
        _, marks = self.marks_under(point)
        notes = [note for each in self._session.manuscript.files for note in each.notes] if self._session else []
        return "\n".join(filter(None, (told(each, notes) for each in marks)))

    def visible_blocks(self, area: QRectF | None = None) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The blocks that touch ``area`` (of the viewport; None: all of it), each with where it is drawn."""
        area = area or QRectF(self.viewport().rect())
        layout = self.document().documentLayout()
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self._block_at(area.top())
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(-offset)
            if box.top() > area.bottom():
                return
            yield block, box.topLeft()
            block = block.next()

    def paint_anew(self, wanted: Callable[[int], bool]) -> list[int]:
        """Have those of the paragraphs on screen painted anew that are ``wanted`` (by index), and say which; painting
        the whole page takes as long as a key."""
        layout, width = self.document().documentLayout(), self.viewport().width()
        painted: list[int] = []
        for block, origin in self.visible_blocks():
            if wanted(block.blockNumber()):
                height = layout.blockBoundingRect(block).height()
                self.viewport().update(0, round(origin.y()) - _EDGE, width, round(height) + 2 * _EDGE)
                painted.append(block.blockNumber())
        return painted

    def first_visible(self) -> int:
        """The index of the paragraph at the top of the page."""
        return self._block_at(0).blockNumber()

    def last_visible(self) -> int:
        """The index of the paragraph at the bottom of the page."""
        return self._block_at(self.viewport().height()).blockNumber()

    def _block_at(self, y: float) -> QTextBlock:
        """The block at a height of the viewport, by halving: Qt's own search goes through all blocks before it."""
        document, layout = self.document(), self.document().documentLayout()
        wanted = y + self.verticalScrollBar().value()
        low, high = 0, document.blockCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if layout.blockBoundingRect(document.findBlockByNumber(middle)).top() <= wanted:
                low = middle
            else:
                high = middle - 1
        return document.findBlockByNumber(low)

    # --- Qt's events ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hits and highlights behind the text, underlines over it."""
        self.dresser.dress_seen()
        area = QRectF(event.rect())
        blocks = list(self.visible_blocks(area)) if self.layers else []
        self._paint_layers(blocks, behind=True)
        super().paintEvent(event)
        self._paint_layers(blocks, behind=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a sign or a look under the pointer stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self.told_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(said) if said else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter is Enter where paragraphs have no soft line breaks (``line_breaks``)."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.line_breaks
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event = QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier, event.text())
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """What happens in the margins beside the column happens to the column."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()  # undo, cut and the like are the window's actions, not the text widget's own
            return True
        if not self._handing_on and isinstance(event, QWheelEvent | QMouseEvent) and event.type() in _MOUSE:
            return self._hand_on(event)
        return super().event(event)

    def _hand_on(self, event: QWheelEvent | QMouseEvent) -> bool:
        """Give an event in the margin to the column. What the column does not want comes back here, and ends here."""
        self._handing_on = True
        try:
            if isinstance(event, QWheelEvent):
                return QCoreApplication.sendEvent(self.verticalScrollBar(), event)
            inside = self.viewport().mapFrom(self, event.position().toPoint())
            inside.setX(max(0, min(inside.x(), self.viewport().width() - 1)))
            copy = QMouseEvent(event.type(), QPointF(inside), event.globalPosition(), event.button(), event.buttons(),
                               event.modifiers())
            return QCoreApplication.sendEvent(self.viewport(), copy)
        finally:
            self._handing_on = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the place; the menu key asks for that of the caret."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        point = self.cursorRect().bottomLeft() if by_key else self.viewport().mapFromGlobal(event.globalPos())
        self.menu_wanted.emit(point)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """The application's style sheet does not set the page's type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_font"):
            self.document().setDefaultFont(self._font)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return source.hasText() or source.hasUrls() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop, as one step of undo: files are opened, formatted text goes to ``taker``, all else is text."""
        paths = [each.toLocalFile() for each in source.urls() if each.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
            return
        if not self.isReadOnly() and not self._plainly and self.taker(source):
            return
        text = plain_text(source.text(), line_breaks=self.line_breaks)
        if text and not self.isReadOnly():
            self.bridge.end_group()
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def paste_plainly(self) -> None:
        """Paste without formatting."""
        self._plainly = True
        self.paste()
        self._plainly = False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies are plain text, with the characters as they are, and beside it what ``dresser_of_copies`` adds."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        self.dresser_of_copies(data)
        return data

    # --- inside --------------------------------------------------------------------------------------------

    def _set_type(self) -> None:
        theme = themes.current()
        self._font = themes.serif()
        self._font.setPointSizeF(_SIZE * self.zoom / 100)
        self.dresser.set_type(self._font)
        metrics = QFontMetricsF(self._font)
        self._column = round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self._characters)
        page, text = theme.colours["page"], theme.colours["page_text"]
        self.setStyleSheet(
            f"#page {{ background: {page}; color: {text}; border: none; border-radius: 0; "
            f"font-family: \"{self._font.family()}\"; font-size: {self._font.pointSizeF():g}pt; }}"
        )
        self.document().setDefaultFont(self._font)

    def _form_first(self) -> None:
        """Set all that bears on the height of the page before the first layout."""
        self._set_margins()
        self.dresser.form_first()

    def _set_margins(self) -> None:
        free = self.width() - self.verticalScrollBar().sizeHint().width() - self._column
        side = max(_LEAST_MARGIN, free // 2)
        right = max(side, min(self.note_room, free - _LEAST_MARGIN))
        self.setViewportMargins(max(_LEAST_MARGIN, min(side, free - right)), 0, right, 0)
        frame = self.document().rootFrame().frameFormat()
        wanted = QTextFrameFormat(frame)
        wanted.setMargin(0)
        wanted.setTopMargin(round(self.typesetter.line * 1.5))
        wanted.setBottomMargin(round(self.typesetter.line * 8))
        if wanted != frame:
            self.document().rootFrame().setFrameFormat(wanted)

    def _put_caret(self, place: Place) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.bridge.position_of(*place.anchor))
        cursor.setPosition(self.bridge.position_of(*place.caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.bring_into_view(*place.caret)

    def _show_at_top(self, index: int) -> None:
        block = self.document().findBlockByNumber(index)
        box = self.document().documentLayout().blockBoundingRect(block)
        self.verticalScrollBar().setValue(round(box.top()))

    def _scrolled(self) -> None:
        self.scrolled.emit()

    def _paint_layers(self, blocks: list[tuple[QTextBlock, QPointF]], *, behind: bool) -> None:
        if not blocks:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers:
            if layer.behind == behind:
                for block, origin in blocks:
                    layer.paint(painter, block, origin)
        painter.end()


_MOUSE = (
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel,
)


def tint(colour: QColor, alpha: int) -> QColor:
    """The colour, seen through (``alpha`` of 255)."""
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
