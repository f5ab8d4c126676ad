# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a finding: what, why, what to write instead, and what else one may do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redraft.checks.finding import Finding
from redraft.ui import theme as themes
from redraft.ui.editor.underlines import draw
from redraft.ui.kinds import kind_of

MOST = 3
_WIDTH = 380
_EDGE = 16
_LINGER = 350
_WORDLIKE = ("spelling", "variant", "case")


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be done about a finding besides accepting it. ``key`` is a Qt key, shown as ``key_name``; ``fits``:
    for which findings it is offered (None: for all)."""

    name: str
    hint: str
    key: Qt.Key | None
    key_name: str
    deed: Callable[[Finding], None]
    words_only: bool = False
    fits: Callable[[Finding], bool] | None = None


class Card(QFrame):
    """Shows one finding beside its words. Opened by the mouse it goes when the mouse leaves; opened by a key it has
    the keyboard: 1–3 and Enter accept, Delete ignores, Tab walks through, Esc closes, a letter goes on to the page.

    ``accepted``: finding, index of the suggestion, whether by keyboard. ``closed``: the card went.
    ``passed_on``: a key meant for the page.
    """

    accepted = Signal(object, int, bool)
    closed = Signal()
    passed_on = Signal(QKeyEvent)

    def __init__(self, parent: QWidget, offers: tuple[Offer, ...], name_of: Callable[[str], str]) -> None:
        super().__init__(parent)
        self.room = parent
        self._offers, self._name_of = offers, name_of
        self.finding: Finding | None = None
        self.by_keyboard = False
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, 12, _EDGE, 8)
        self._column.setSpacing(8)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_LINGER)
        self._leaving.timeout.connect(self._left)
        self.hide()

    def show_finding(self, finding: Finding, words: QRect, *, keyboard: bool) -> None:
        """Show ``finding``, whose words stand at ``words`` (in the parent), under or over them."""
        self._leaving.stop()
        self.finding, self.by_keyboard = finding, keyboard
        self._fill(finding)
        self._place(words)
        self.setAccessibleName(f"{finding.text}: {finding.message}")
        self.show()
        self.raise_()
        if keyboard:
            (self._buttons[0] if self._buttons else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_card(self) -> None:
        """Put the card away."""
        if self.isVisible():
            self.finding = None
            self.hide()
            self.closed.emit()

    def leave_soon(self) -> None:
        """The mouse left the words: unless it comes to the card, the card goes."""
        if self.isVisible() and not self.by_keyboard and not self._leaving.isActive():
            self._leaving.start()

    def stay(self) -> None:
        """The mouse is on the words or the card."""
        self._leaving.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The card's own keys; all others are the page's."""
        finding, key = self.finding, Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if finding is None:
            return
        number = key - Qt.Key.Key_1
        if key == Qt.Key.Key_Escape:
            self.close_card()
        elif plain and 0 <= number < min(MOST, len(finding.suggestions)):
            self.accepted.emit(finding, number, self.by_keyboard)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(finding)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusNextPrevChild(False)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextPrevChild(True)
        elif offer := self._offer_for(key, event.modifiers()):
            self._do(offer)
        else:
            self.passed_on.emit(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the card, and goes round."""
        buttons = [each for each in self.findChildren(QPushButton) if each.isVisible()]
        if not buttons:
            return False
        focused = self.focusWidget()
        place = buttons.index(focused) if isinstance(focused, QPushButton) and focused in buttons else -1
        step = place + (1 if forward else -1)
        buttons[step % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def enterEvent(self, event: object) -> None:
        """The mouse is here: stay."""
        self.stay()

    def leaveEvent(self, event: object) -> None:
        """The mouse went."""
        self.leave_soon()

    # --- inside --------------------------------------------------------------------------------------------

    def _enter(self, finding: Finding) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        elif finding.suggestions:
            self.accepted.emit(finding, 0, self.by_keyboard)

    def _offer_for(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Offer | None:
        if key is not Qt.Key.Key_Delete:
            return next((each for each in self._shown_offers() if each.key == key), None)
        deletes = [each for each in self._shown_offers() if each.key == Qt.Key.Key_Delete]
        return deletes[-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 0] if deletes else None

    def _shown_offers(self) -> list[Offer]:
        wordlike = self.finding is not None and self.finding.category in _WORDLIKE and " " not in self.finding.text
        finding = self.finding
        return [each for each in self._offers if (wordlike or not each.words_only)
                and (each.fits is None or (finding is not None and each.fits(finding)))]  # fmt: skip

    def _do(self, offer: Offer) -> None:
        finding = self.finding
        if finding is not None:
            offer.deed(finding)

    def _fill(self, finding: Finding) -> None:
        while (item := self._column.takeAt(0)) is not None:
            _discard(item)
        self._buttons: list[QPushButton] = []
        self._column.addWidget(_Title(finding, self._name_of(finding.check), self))
        message = QLabel(finding.message, self)
        message.setWordWrap(True)
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setMinimumWidth(_WIDTH - 32)
        self._column.addWidget(message)
        self._suggestions(finding)
        rule = QFrame(self)
        rule.setProperty("rule", "true")
        self._column.addWidget(rule)
        self._column.addLayout(self._offer_rows())

    def _suggestions(self, finding: Finding) -> None:
        for number, suggestion in enumerate(finding.suggestions[:MOST]):
            button = QPushButton(self)
            button.setText(f"{number + 1}    {_shown(finding, suggestion)}".replace("&", "&&"))
            button.setProperty("suggestion", "first" if number == 0 else "other")
            button.setAccessibleName(f"Replace by {suggestion}" if suggestion else "Leave it out")
            button.setToolTip("Enter" if number == 0 else str(number + 1))
            button.clicked.connect(lambda _=False, chosen=number: self.accepted.emit(finding, chosen, self.by_keyboard))
            self._column.addWidget(button)
            self._buttons.append(button)
        if not finding.suggestions:
            none = QLabel("No one way to write it: that is for you to decide.", self)
            none.setProperty("tone", "quiet")
            self._column.addWidget(none)

    def _offer_rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(0)
        room = 0
        for offer in self._shown_offers():
            button = self._offer_button(offer)
            width = button.sizeHint().width() + 4
            if width > room:
                row = QHBoxLayout()
                row.setSpacing(4)
                row.addStretch()
                rows.addLayout(row)
                room = _WIDTH - 2 * _EDGE
            row.insertWidget(row.count() - 1, button)
            room -= width
        return rows

    def _offer_button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.name, self)
        button.setProperty("link", "true")
        button.setToolTip(f"{offer.hint} ({offer.key_name})" if offer.key_name else offer.hint)
        button.setAccessibleDescription(offer.hint)
        button.clicked.connect(lambda _=False: self._do(offer))
        return button

    def _place(self, words: QRect) -> None:
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        room = self.room.rect()
        left = max(8, min(words.left() - 16, room.width() - self.width() - 8))
        below, above = words.bottom() + 10, words.top() - 8 - self.height()
        top = below if below + self.height() <= room.height() - 8 or above < 8 else above
        self.move(QPoint(left, top))

    def _left(self) -> None:
        if not self.underMouse():
            self.close_card()


class _Title(QWidget):
    """The rule's name, with the line that its findings are underlined by."""

    def __init__(self, finding: Finding, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._category = finding.category
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 0, 0)
        label = QLabel(name, self)
        label.setProperty("tone", "quiet")
        label.setProperty("scale", "caption")
        label.setToolTip(kind_of(finding.category).title)
        row.addWidget(label)
        row.addStretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sample of the line."""
        mark = themes.current().mark(self._category)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, mark.shape, mark.colour, 0, 22, self.height() / 2 - 4)
        painter.end()


def _shown(finding: Finding, suggestion: str) -> str:
    """The suggestion as a button shows it: what cannot be seen is named."""
    if not suggestion:
        return f"leave out “{finding.text.strip() or finding.text}”"
    if not suggestion.strip():
        return "one space" if len(suggestion) == 1 else "spaces"
    return suggestion if len(suggestion) <= 60 else suggestion[:58] + "…"


def _discard(item: object) -> None:
    """Take down what a layout held, layouts in it included."""
    layout, widget = item.layout(), item.widget()  # type: ignore[attr-defined]
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        while (inner := layout.takeAt(0)) is not None:
            _discard(inner)
