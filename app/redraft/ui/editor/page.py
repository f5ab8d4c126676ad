# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: a column of serif text in the middle of the window, with the marks of what was found."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
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
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from redraft.manuscript.outline import Outline
from redraft.manuscript.session import Event, Place, Session
from redraft.ui import theme as themes
from redraft.ui.editor.bridge import Bridge
from redraft.ui.editor.layers import Layer
from redraft.ui.editor.looks import BODY, SPACED, Look, looks
from redraft.ui.editor.typesetting import Typesetter

COLUMN = 68
"""Characters to a line, between the 60 and 75 at which reading is easiest (Bringhurst, 2.1.2)."""
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_SAMPLE = "the quick brown fox was not over the lazy dog and he had said so to her "
_LEAST_MARGIN = 28
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
        self.layers: list[Layer] = []
        self.zoom = 100
        self._characters = COLUMN
        self._looks: list[Look] = []
        self._spaced = False
        self._session: Session | None = None
        self._dressed_by = 0
        self._column = 0
        self._set_type()
        self.viewport().setMouseTracking(True)
        self.bridge.touched.connect(self._touched)
        self.bridge.placed.connect(self._put_caret)
        self.cursorPositionChanged.connect(lambda: self.bridge.moved(self.textCursor()))
        self.selectionChanged.connect(lambda: self.bridge.moved(self.textCursor()))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown -------------------------------------------------------------------------------------

    def open(self, session: Session, outline: Outline) -> None:
        """Show another session."""
        self._session = None
        self._looks = looks(session.paragraphs, outline, spaced=self._spaced)
        self.bridge.attach(session, self._typesetter.block_format(self._body), self._form_first)
        self._session = session
        session.subscribe(self._heard)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._scrolled()

    def set_outline(self, outline: Outline) -> None:
        """Set each paragraph as its place in the story asks."""
        if self._session is None or len(outline.kinds) != len(self._session.paragraphs):
            return
        before, self._looks = self._looks, looks(self._session.paragraphs, outline, spaced=self._spaced)
        changed = [index for index, look in enumerate(self._looks) if index >= len(before) or before[index] != look]
        if changed:
            self._form_blocks(changed)
            for index in changed:
                block = self.document().findBlockByNumber(index)
                if self._typesetter.dress(block, self._looks[index]):
                    self.document().markContentsDirty(block.position(), block.length())

    def set_theme(self) -> None:
        """Take on the colours of the present theme."""
        self._set_type()
        self._redress()

    def set_zoom(self, per_cent: int) -> None:
        """Show the text at ``per_cent`` of its usual size (70–300)."""
        wanted = max(ZOOMS[0], min(per_cent, ZOOMS[-1]))
        if wanted == self.zoom:
            return
        top = self.first_visible()
        self.zoom = wanted
        self._set_type()
        self._form_blocks(range(len(self._looks)), assume=None)
        self._redress()
        self._set_margins()
        self._show_at_top(top)
        self.zoomed.emit(wanted)

    def set_column(self, characters: int) -> None:
        """Let a line hold about so many characters."""
        if characters != self._characters:
            self._characters = characters
            self._set_type()
            self._set_margins()

    def set_spaced(self, spaced: bool) -> None:
        """Part paragraphs by space, or by indenting their first lines."""
        if spaced != self._spaced:
            before, self._spaced = self._body, spaced
            self._looks = [self._body if look == before else look for look in self._looks]
            self._form_blocks(range(len(self._looks)))

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
        return self._typesetter

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
        self._dress_visible()
        area = QRectF(event.rect())
        blocks = list(self.visible_blocks(area)) if self.layers else []
        self._paint_layers(blocks, behind=True)
        super().paintEvent(event)
        self._paint_layers(blocks, behind=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter is Enter: a manuscript has paragraphs and no soft line breaks."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
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
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_typesetter"):
            self.document().setDefaultFont(self._font)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return source.hasText() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: files are opened, all else comes as plain text, as one step of undo."""
        paths = [each.toLocalFile() for each in source.urls() if each.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
            return
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\0", "")
        if text and not self.isReadOnly():
            self.bridge.end_group()
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies are plain text, with the characters as they are."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    # --- inside --------------------------------------------------------------------------------------------

    @property
    def _body(self) -> Look:
        return SPACED if self._spaced else BODY

    def _set_type(self) -> None:
        theme = themes.current()
        self._font = themes.serif()
        self._font.setPointSizeF(_SIZE * self.zoom / 100)
        self._typesetter = Typesetter(self._font, theme)
        metrics = QFontMetricsF(self._font)
        self._column = round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self._characters)
        page, text = theme.colours["page"], theme.colours["page_text"]
        self.setStyleSheet(
            f"#page {{ background: {page}; color: {text}; border: none; border-radius: 0; "
            f"font-family: \"{self._font.family()}\"; font-size: {self._font.pointSizeF():g}pt; }}"
        )
        self.document().setDefaultFont(self._font)

    def _set_margins(self) -> None:
        free = self.width() - self.verticalScrollBar().sizeHint().width() - self._column
        side = max(_LEAST_MARGIN, free // 2)
        self.setViewportMargins(side, 0, side, 0)
        frame = self.document().rootFrame().frameFormat()
        wanted = QTextFrameFormat(frame)
        wanted.setMargin(0)
        wanted.setTopMargin(round(self._typesetter.line * 1.5))
        wanted.setBottomMargin(round(self._typesetter.line * 8))
        if wanted != frame:
            self.document().rootFrame().setFrameFormat(wanted)

    def _form_first(self) -> None:
        """Set all that bears on the height of the page before the first layout."""
        self._set_margins()
        self._form_blocks(range(len(self._looks)), assume=self._body)
        self._dressed_by += 1
        for index, look in enumerate(self._looks):
            if look.level:
                block = self.document().findBlockByNumber(index)
                block.setUserState(self._dressed_by)
                self._typesetter.dress(block, look)

    def _form_blocks(self, indices: range | list[int], assume: Look | None = None) -> None:
        """Set the block formats of these blocks; those that look like ``assume`` have theirs already."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if assume is None and isinstance(indices, range):
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(self._typesetter.block_format(self._body))
            assume = self._body
        for index in indices:
            if self._looks[index] != assume:
                cursor.setPosition(self.document().findBlockByNumber(index).position())
                cursor.setBlockFormat(self._typesetter.block_format(self._looks[index]))
        cursor.endEditBlock()

    def _redress(self) -> None:
        self._dressed_by += 1
        self._dress_all_headings()
        self.viewport().update()

    def _dress_all_headings(self) -> None:
        """Headings are larger: they are dressed at once, for what they do to the height of the page."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, look in enumerate(self._looks):
            if look.level:
                self._dress(self.document().findBlockByNumber(index))
        cursor.endEditBlock()

    def _dress_visible(self) -> None:
        undressed = [block for block, _ in self.visible_blocks() if block.userState() != self._dressed_by]
        if undressed:
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            for block in undressed:
                self._dress(block)
            cursor.endEditBlock()

    def _dress(self, block: QTextBlock) -> None:
        if block.userState() == self._dressed_by:
            return
        block.setUserState(self._dressed_by)
        if self._typesetter.dress(block, self._look(block.blockNumber())):
            self.document().markContentsDirty(block.position(), block.length())

    def _look(self, index: int) -> Look:
        return self._looks[index] if index < len(self._looks) else self._body

    def _touched(self, first: int, last: int) -> None:
        """Blocks are about to be laid out: their formats must be right before."""
        if self._session is None:
            return
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if block.userState() == self._dressed_by or first == last:
                self._typesetter.dress(block, self._look(block.blockNumber()))
                block.setUserState(self._dressed_by)
            block = block.next()

    def _heard(self, event: Event) -> None:
        """Keep the looks beside their paragraphs."""
        for change in event.changes:
            growth = len(change.inserted) - len(change.removed)
            if growth:
                kept = self._looks[change.index : change.index + min(len(change.removed), len(change.inserted))]
                new = [self._body] * max(0, len(change.inserted) - len(kept))
                self._looks[change.index : change.index + len(change.removed)] = kept + new

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
