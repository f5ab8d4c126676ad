# SPDX-License-Identifier: GPL-3.0-or-later
"""Names offered while one is being written: a small list under the caret, taken with Tab, passed over by writing on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from redraft.characters.cast import Cast
from redraft.ui.editor.page import Page

_BEGUN = re.compile(r"(?:^|[\s“‘\"'(—–-])([^\W\d_][\w’'-]*)$")
_MOST = 6


def begun(before: str) -> str:
    """The word with a capital that is being written, given the text before the caret; "" when there is none."""
    match = _BEGUN.search(before)
    return match[1] if match and match[1][0].isupper() else ""


def completions(word: str, cast: Cast) -> tuple[str, ...]:
    """Names and parts of names that begin with ``word`` and go on, the most frequent characters' first."""
    if not word:
        return ()
    found: dict[str, None] = {}
    for character in cast.characters:
        for form in (character.name, *character.aliases):
            for name in (form, *form.split()):
                if name.startswith(word) and len(name) > len(word) and not name.endswith("."):
                    found[name] = None
    ordered = sorted(found, key=lambda name: " " in name)
    return tuple(ordered[:_MOST])


class NameList(QListWidget):
    """The list. It never takes the focus: the author writes on, and the page hands it the few keys it wants."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.viewport())
        self._page, self._word = page, ""
        self.setObjectName("names")
        self.setAccessibleName("Names that begin so; Tab takes one")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda _: self.take())
        self.hide()

    def show_names(self, names: Sequence[str], word: str, caret: QRect) -> None:
        """Offer ``names`` for ``word``, under the caret (in the viewport), or over it where there is no room."""
        self._word = word
        self.clear()
        self.addItems(list(names))
        self.setCurrentRow(0)
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 4
        width = max(140, self.sizeHintForColumn(0) + 28)
        room = self._page.viewport().rect()
        below = caret.bottom() + 4
        top = below if below + height <= room.height() else caret.top() - height - 4
        self.setGeometry(min(caret.left(), max(0, room.width() - width)), max(0, top), width, height)
        self.show()
        self.raise_()

    @staticmethod
    def wants_opening(event: QKeyEvent) -> bool:
        """Whether a key asks for the list."""
        return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was the list's: Tab takes the name, arrows choose, Esc puts the list away."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key == Qt.Key.Key_Tab:
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.hide()
            return False
        return True

    def take(self) -> None:
        """Write the rest of the name chosen."""
        item = self.currentItem()
        self.hide()
        if item is not None:
            self._page.textCursor().insertText(item.text()[len(self._word) :])
