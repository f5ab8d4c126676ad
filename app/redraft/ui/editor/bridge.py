# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps a text document of Qt's and the session the same: one block a paragraph, in both directions.

``contentsChange`` is no edit script (a change of format alone is reported as a replacement, two edits in a block as
one): it only says where to look. What changed is found by comparing the blocks' texts with the paragraphs'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from redraft.manuscript.session import Change, Event, Place, Session
from redraft.text.edits import difference
from redraft.ui.editor.groups import TypingGroups
from redraft.ui.editor.shown import edited, points, shown, units

EDITOR = "editor"
_SEPARATOR = "\u2029"


class Bridge(QObject):
    """Between one document and the session at hand.

    ``touched``: first and last block number whose text, preedit text or format changed, in the middle of the change
    and before it is laid out. ``placed``: where the caret belongs after an undo or redo (a :class:`Place`).
    """

    touched = Signal(int, int)
    placed = Signal(object)

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        document.setUndoRedoEnabled(False)
        self._session: Session | None = None
        self._unsubscribe: Callable[[], None] = _nothing
        self._groups = TypingGroups()
        self._applying = False
        self._count = document.blockCount()
        self._expected: tuple[int, int] | None = None
        self._label: str | None = None
        self.caret = Place()
        document.documentLayout()  # without a layout a document of Qt's does not tell of its changes
        document.contentsChange.connect(self._contents_changed)

    def attach(
        self, session: Session, form: QTextBlockFormat, finish: Callable[[], None] | None = None,
    ) -> None:
        """Show ``session`` from now on; every block gets the block format ``form``.

        ``finish`` may set other formats, before the text is laid out for the first time.
        """
        self.detach()
        self._session = session
        self._applying = True
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(form)
        cursor.insertText(_SEPARATOR.join(shown(each.text) for each in session.paragraphs))
        if finish is not None:
            finish()
        cursor.endEditBlock()
        self._applying = False
        self._count = self._document.blockCount()
        self._groups.end()
        self._unsubscribe = session.subscribe(self._heard)

    def detach(self) -> None:
        """Follow no session."""
        self._unsubscribe()
        self._unsubscribe = _nothing
        self._session = None

    # --- places --------------------------------------------------------------------------------------------

    def place_of(self, position: int) -> tuple[int, int]:
        """(Paragraph index, offset in code points) of a position in the document."""
        block = self._document.findBlock(position)
        if not block.isValid():
            block = self._document.lastBlock()
        return block.blockNumber(), points(block.text(), position - block.position())

    def position_of(self, index: int, offset: int) -> int:
        """The position in the document of a place; the nearest one there is."""
        block = self._document.findBlockByNumber(max(0, min(index, self._count - 1)))
        text = block.text()
        return block.position() + units(text, max(0, min(offset, len(text))))

    def moved(self, cursor: QTextCursor) -> None:
        """The caret was moved. Unless by typing, the next key begins a new step of undo."""
        place = Place(self.place_of(cursor.anchor()), self.place_of(cursor.position()))
        if self._expected is not None and place.caret != self._expected:
            self._groups.end()
        self._expected = place.caret
        self.caret = place

    def end_group(self) -> None:
        """What was typed until now is one step of undo."""
        self._groups.end()

    def name_next(self, label: str | None) -> None:
        """Edits from now on are steps of undo of their own, called ``label``; None: as typed."""
        self._label = label
        self._groups.end()

    # --- from the page to the session ----------------------------------------------------------------------

    def _contents_changed(self, position: int, _removed: int, added: int) -> None:
        first = self._document.findBlock(position).blockNumber()
        last_block = self._document.findBlock(position + added)
        last = (last_block if last_block.isValid() else self._document.lastBlock()).blockNumber()
        count = self._document.blockCount()
        if not self._applying and self._session is not None:
            self._take(first, last, count - self._count)
        self._count = count
        self.touched.emit(first, last)

    def _take(self, first: int, last: int, growth: int) -> None:
        """Tell the session what blocks ``first`` to ``last`` hold now."""
        assert self._session is not None
        old = [each.text for each in self._session.paragraphs[first : last - growth + 1]]
        new = edited(old, self._texts(first, last)) if old else self._texts(first, last)
        while old and new and old[0] == new[0]:
            old, new, first = old[1:], new[1:], first + 1
        while old and new and old[-1] == new[-1]:
            old, new = old[:-1], new[:-1]
        if old == new:
            return
        edit = difference("".join(old), new[0]) if len(old) <= 1 and len(new) == 1 else None
        label, key = (self._label, "") if self._label else self._groups.key(first, edit)
        after = (first + len(new) - 1, len(new[-1])) if new else (first, 0)
        if edit:
            after = (first, edit.span.start + len(edit.replacement))
        self._expected = after
        self._session.replace(
            first, first + len(old), new, label=label, initiator=EDITOR,
            before=self.caret, after=Place(after, after), merge_key=key,
        )

    def _texts(self, first: int, last: int) -> list[str]:
        block = self._document.findBlockByNumber(first)
        texts: list[str] = []
        while block.isValid() and block.blockNumber() <= last:
            texts.append(block.text())
            block = block.next()
        return texts

    # --- from the session to the page ----------------------------------------------------------------------

    def _heard(self, event: Event) -> None:
        if event.initiator != EDITOR:
            self._groups.end()
            self._apply(event.changes)
        if event.place is not None:
            self.placed.emit(event.place)

    def _apply(self, changes: Sequence[Change]) -> None:
        assert self._session is not None
        self._applying = True
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if all(len(each.removed) == len(each.inserted) for each in changes):
            indices = {each.index + offset for each in changes for offset in range(len(each.inserted))}
            for index in sorted(indices):
                self._set_text(cursor, index, self._session.paragraphs[index].text)
        else:
            for change in changes:
                self._reshape(cursor, change)
        if self._document.blockCount() != max(1, len(self._session.paragraphs)):
            self._set_all(cursor)
        cursor.endEditBlock()
        self._applying = False
        self._count = self._document.blockCount()

    def _set_all(self, cursor: QTextCursor) -> None:
        """Show the session's text from scratch: an empty paragraph and no paragraph look alike on the page."""
        assert self._session is not None
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(_SEPARATOR.join(shown(each.text) for each in self._session.paragraphs), QTextCharFormat())

    def _set_text(self, cursor: QTextCursor, index: int, text: str) -> None:
        block = self._document.findBlockByNumber(index)
        old = block.text()
        edit = difference(old, shown(text))
        if edit is None:
            return
        start = block.position()
        cursor.setPosition(start + units(old, edit.span.start))
        cursor.setPosition(start + units(old, edit.span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.replacement, QTextCharFormat())

    def _reshape(self, cursor: QTextCursor, change: Change) -> None:
        """Put ``change`` into the document, which holds the state before it."""
        texts = [shown(each.text) for each in change.inserted]
        if change.removed and texts:
            self._select(cursor, change.index, change.index + len(change.removed) - 1)
            cursor.insertText(_SEPARATOR.join(texts), QTextCharFormat())
        elif texts:
            self._insert(cursor, change.index, texts)
        elif change.removed:
            self._remove(cursor, change.index, change.index + len(change.removed) - 1)

    def _select(self, cursor: QTextCursor, first: int, last: int) -> None:
        cursor.setPosition(self._document.findBlockByNumber(first).position())
        cursor.setPosition(_end(self._document.findBlockByNumber(last)), QTextCursor.MoveMode.KeepAnchor)

    def _insert(self, cursor: QTextCursor, index: int, texts: list[str]) -> None:
        block = self._document.findBlockByNumber(index)
        joined = _SEPARATOR.join(texts)
        if block.isValid() and not (index == 0 and self._document.isEmpty()):
            cursor.setPosition(block.position())
            cursor.insertText(joined + _SEPARATOR, QTextCharFormat())
        elif index:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(_SEPARATOR + joined, QTextCharFormat())
        else:
            cursor.insertText(joined, QTextCharFormat())

    def _remove(self, cursor: QTextCursor, first: int, last: int) -> None:
        self._select(cursor, first, last)
        behind = self._document.findBlockByNumber(last + 1)
        if behind.isValid():
            cursor.setPosition(behind.position(), QTextCursor.MoveMode.KeepAnchor)
        elif first:
            cursor.setPosition(_end(self._document.findBlockByNumber(first - 1)))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def _nothing() -> None:
    """No one is subscribed."""


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1
