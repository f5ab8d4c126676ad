# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of notes on the same words: what they say, the answers, and what may be done; and the one to write in.

Whatever stands in a note is shown as characters: every label here takes plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redraft.notes.note import Kind, Note
from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.notes.desk import NotesDesk
from redraft.ui.notes.looks import KINDS, look_of, said

_WIDTH = 340


class _Frame(QFrame):
    """What both cards are: a frame over the page that Esc closes. ``closed``: it went."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("card")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.hide()

    def stand_by(self, words: QRect) -> None:
        """Show it under or over ``words`` (in the parent), inside the parent."""
        room = self._room.rect().adjusted(8, 8, -8, -8)
        self.setFixedWidth(min(_WIDTH, room.width()))
        self.adjustSize()
        height = min(self.height(), room.height())
        under, over = room.bottom() - words.bottom() - 8, words.top() - 8 - room.top()
        if height <= under or (height > over and under >= over):
            top = min(words.bottom() + 8, room.bottom() - height)
        else:
            top = words.top() - 8 - height
        left = max(room.left(), min(words.left(), room.right() - self.width()))
        self.setGeometry(left, max(room.top(), top), self.width(), height)
        self.show()
        self.raise_()

    def close_card(self) -> None:
        """Put it away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)


class NoteCard(_Frame):
    """Shows notes with their answers. ``edit_wanted``: a note to be written anew."""

    edit_wanted = Signal(object)

    def __init__(self, parent: QWidget, desk: NotesDesk) -> None:
        super().__init__(parent, "Notes on these words")
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._area)
        self._words = QRect()
        desk.changed.connect(self._renew)

    def open(self, notes: Sequence[Note], words: QRect) -> None:
        """Show these notes beside ``words``."""
        self._ids, self._words = tuple(each.id for each in notes), words
        self._renew(force=True)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _renew(self, force: bool = False) -> None:
        if not (force or self.isVisible()):
            return
        notes = [note for id in self._ids if (note := self._desk.notebook.get(id)) is not None]
        if not notes:
            self.close_card()
            return
        body = QWidget()
        body.setProperty("surface", "card")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for number, note in enumerate(notes):
            if number:
                column.addWidget(_rule())
            self._fill(column, note)
        self._area.setWidget(body)
        body.setFixedWidth(_WIDTH - 4)
        above, below = self._words.top() - 24, self._room.height() - self._words.bottom() - 24
        self._area.setFixedHeight(max(140, min(420, max(above, below), body.sizeHint().height() + 4)))
        self.stand_by(self._words)

    def _fill(self, column: QVBoxLayout, note: Note) -> None:
        column.addLayout(_head(note))
        column.addWidget(plain_label(said(note) or "(no words)"))
        for answer in note.answers:
            column.addWidget(plain_label(f"↩ {answer.author or 'Somebody'}: {answer.body}", "quiet"))
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, deed in self._deeds(note):
            button = QPushButton(name)
            button.setProperty("link", "true")
            button.clicked.connect(lambda _=False, do=deed: do())
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(_Answer(lambda text: self._desk.reply(note.id, text)))

    def _deeds(self, note: Note) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = []
        if note.suggestion is not None and not note.done:
            found.append(("Take it", lambda: self._desk.accept(note.id)))
        found.append(("Reopen" if note.done else "Done", lambda: self._desk.settle(note.id, not note.done)))
        if not note.source:
            found.append(("Edit", lambda: self.edit_wanted.emit(note)))
        found.append(("Delete", lambda: self._desk.delete(note.id)))
        return found


class NoteEditor(_Frame):
    """Writes a note. ``kept``: its words, its kind, and the replacement (None unless it is a suggestion)."""

    kept = Signal(str, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Write a note")
        self.note: Note | None = None
        self._what = plain_label("", "quiet")
        self._what.setMaximumHeight(44)
        self._kind = QComboBox()
        self._kind.setAccessibleName("What kind of note it is")
        self.text = _field("What there is to say")
        self.instead = _field("What to write instead")
        self.instead.setFixedHeight(44)
        self._instead_name = plain_label("Instead of these words:", "quiet")
        keep, leave = QPushButton("Keep"), QPushButton("Cancel")
        keep.setDefault(True)
        keep.setToolTip("Ctrl+Enter")
        keep.clicked.connect(self.keep)
        leave.clicked.connect(self.close_card)
        row = QHBoxLayout()
        row.addWidget(self._kind, 1)
        row.addWidget(leave)
        row.addWidget(keep)
        for each in (self._what, self._instead_name, self.instead, self.text):
            self.column.addWidget(each)
        self.column.addLayout(row)
        self._kind.currentIndexChanged.connect(lambda _: self._show_instead())
        for each in (self.text, self.instead):
            each.installEventFilter(self)
        self._words = QRect()

    def open(self, what: str, words: QRect, note: Note | None = None) -> None:
        """Write on ``what``, beside ``words``; or write ``note`` anew."""
        self.note, self._words = note, words
        self._what.setText(f"On “{what}”" if what else "On the whole manuscript")
        theme = themes.current()
        self._kind.clear()
        for kind, look in KINDS.items():
            self._kind.addItem(icons.icon(look.icon), look.name, kind)
            colour = QColor(look.colour(theme.dark))
            self._kind.setItemData(self._kind.count() - 1, colour, Qt.ItemDataRole.ForegroundRole)
        self._kind.setCurrentIndex(list(KINDS).index(note.kind if note else Kind.NOTE))
        self.text.setPlainText(note.body if note else "")
        self.instead.setPlainText(note.suggestion or "" if note else what)
        self._show_instead()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose(self, kind: Kind) -> None:
        """Make it a note of this kind."""
        self._kind.setCurrentIndex(list(KINDS).index(kind))

    def keep(self) -> None:
        """Hand the note on, unless it says nothing."""
        kind = self._kind.currentData()
        body = self.text.toPlainText().strip()
        suggestion = self.instead.toPlainText() if kind == Kind.SUGGESTION else None
        if body or suggestion is not None:
            self.kept.emit(body, Kind(kind), suggestion)
        self.close_card()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps, Esc leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_card()
                return True
        return False

    def _show_instead(self) -> None:
        wanted = self._kind.currentData() == Kind.SUGGESTION
        self.instead.setVisible(wanted)
        self._instead_name.setVisible(wanted)
        self.stand_by(self._words)


class _Answer(QPlainTextEdit):
    """A line to answer in; Enter sends it."""

    def __init__(self, send: Callable[[str], None]) -> None:
        super().__init__()
        self._send = send
        self.setPlaceholderText("Answer …")
        self.setAccessibleName("Answer")
        self.setTabChangesFocus(True)
        self.setFixedHeight(34)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Shift+Enter begins a line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        text = self.toPlainText().strip()
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if text:
                self._send(text)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def plain_label(text: str, tone: str = "") -> QLabel:
    """A label that shows just these characters, on as many lines as it takes."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if tone:
        label.setProperty("tone", tone)
    return label


def _head(note: Note) -> QHBoxLayout:
    look, theme = look_of(note), themes.current()
    picture = QLabel()
    picture.setPixmap(icons.pixmap(look.icon, 16, QColor(look.colour(theme.dark)), picture.devicePixelRatioF()))
    name = plain_label(note.author or "Somebody")
    font = name.font()
    font.setBold(True)
    name.setFont(font)
    when = plain_label(" · ".join(filter(None, (look.name, note.created[:10], "done" if note.done else ""))), "quiet")
    when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(picture)
    row.addWidget(name, 1)
    row.addWidget(when, 1)
    return row


def _field(placeholder: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(placeholder)
    field.setTabChangesFocus(True)
    field.setFixedHeight(72)
    return field


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    return rule
