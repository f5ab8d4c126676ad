# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar with which to find and replace, under the page; all hits are marked while it is open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from redraft.manuscript.session import Event, Place, Session
from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.context import Context
from redraft.ui.editor.layers import Stretch, TintLayer
from redraft.ui.editor.page import Page, tint
from redraft.ui.editor.searching import BadPattern, Hit, Query, hits, replace_all, replacement
from redraft.ui.throttle import Throttle

MANUSCRIPT, SCENE = 0, 1


class FindBar(QWidget):
    """Searches the story as one types. ``closed``: the bar was put away."""

    closed = Signal()

    def __init__(self, page: Page, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._context = page, context
        self._pattern: re.Pattern[str] | None = None
        self._query = Query("")
        self.hits: list[Hit] = []
        self._by_index: dict[int, list[Stretch]] = {}
        self._chosen: Hit | None = None
        self.setObjectName("find-bar")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._soon = Throttle(self.search, 120, self, restart=True)
        page.layers.insert(0, TintLayer(lambda index: self._by_index.get(index, ()), self._colour_of))
        self.hide()

    def open(self, replacing: bool) -> None:
        """Show the bar with what is selected, ready to type."""
        selected = self._page.textCursor().selectedText()
        if selected and "\u2029" not in selected and len(selected) < 200:
            self.find_field.setText(selected)
        for each in self._replace_row:
            each.setVisible(replacing)
        self.show()
        self.find_field.setFocus()
        self.find_field.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Put the bar away and unmark the hits."""
        self.hide()
        self._take([])
        self._page.setFocus()
        self.closed.emit()

    def follow(self, session: Session) -> None:
        """Search in another session from now on."""
        session.subscribe(self._edited)
        self.search()

    def search(self) -> None:
        """Search anew."""
        self._soon.cancel()
        wanted = self.find_field.text()
        self._query = Query(wanted, self.case.isChecked(), self.whole.isChecked(), self.regex.isChecked())
        if not self.isVisible() or not self._query.text:
            self._pattern = None
            self._take([])
            self.count.setText("")
            return
        try:
            self._pattern = self._query.compile()
        except BadPattern as error:
            self._pattern = None
            self._take([])
            self._say(str(error), wrong=True)
            return
        self._take(hits(self._pattern, self._texts()))

    def next(self) -> None:
        """Go to the next hit, from the start again after the last."""
        self._soon.now()
        cursor = self._page.textCursor()
        place = self._page.bridge.place_of(cursor.selectionEnd())
        self._go(next((each for each in self.hits if (each.index, each.start) >= place), None), 0)

    def previous(self) -> None:
        """Go to the hit before."""
        self._soon.now()
        place = self._page.bridge.place_of(self._page.textCursor().selectionStart())
        self._go(next((each for each in reversed(self.hits) if (each.index, each.start) < place), None), -1)

    def replace(self) -> None:
        """Replace the hit that is selected, and go to the next."""
        hit = self._at_selection()
        if hit is None or self._pattern is None:
            self.next()
            return
        text = self._context.session.paragraphs[hit.index].text
        try:
            new = replacement(self._pattern, self._query, text, hit, self.replace_field.text())
        except BadPattern as error:
            self._say(str(error), wrong=True)
            return
        here = (hit.index, hit.start + len(new))
        self._context.session.replace(
            hit.index, hit.index + 1, [text[: hit.start] + new + text[hit.end :]], label="replacing",
            initiator="replace", before=self._page.bridge.caret, after=Place(here, here))
        self._page.put_caret(*here)
        self.search()
        self.next()

    def replace_all(self) -> None:
        """Replace every hit as one step of undo, and say how many."""
        self.search()
        if self._pattern is None:
            return
        try:
            texts, count = replace_all(self._pattern, self._query, list(self._texts()), self.replace_field.text())
        except BadPattern as error:
            self._say(str(error), wrong=True)
            return
        if count > 1:
            self._context.bus.much_to_change.emit(f"replacing {count:,} times")
        self._context.session.replace_many(
            texts, label=f"replacing {count:,} times", initiator="replace", before=self._page.bridge.caret,
            after=self._page.bridge.caret)
        self.search()
        self._say("Replaced once" if count == 1 else f"Replaced {count:,} times" if count else "Nothing to replace")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Enter finds on, Shift+Enter back; in the lower field Enter replaces."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif enter and self.replace_field.hasFocus():
            self.replace()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous()
        elif enter:
            self.next()
        else:
            super().keyPressEvent(event)

    # --- inside --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.find_field = _field("Find", "Find in the story")
        self.replace_field = _field("Replace with", "Replace with")
        self.count = QLabel()
        self.count.setProperty("tone", "quiet")
        self.count.setMinimumWidth(88)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.case = _choice("Match case", self.search)
        self.whole = _choice("Whole words", self.search)
        self.regex = _choice("Regular expression", self.search)
        self.scope = QComboBox()
        self.scope.addItems(["In the manuscript", "In this scene"])
        self.scope.setAccessibleName("Where to search")
        self.scope.currentIndexChanged.connect(lambda _: self.search())
        self.find_field.textChanged.connect(lambda _: self._soon())
        one, every = QPushButton("Replace"), QPushButton("Replace all")
        one.clicked.connect(self.replace)
        every.clicked.connect(self.replace_all)
        self._replace_row: tuple[QWidget, ...] = (self.replace_field, one, every)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for widgets in (self._find_row(), (self.case, self.whole, self.regex, self.scope, None), self._replace_row):
            row = QHBoxLayout()
            row.setSpacing(8)
            for each in widgets:
                if each is None:
                    row.addStretch(1)
                else:
                    row.addWidget(each, 1 if isinstance(each, QLineEdit) else 0)
            column.addLayout(row)

    def _find_row(self) -> tuple[QWidget, ...]:
        return (
            self.find_field, self.count, _button("previous", "Previous hit (Shift+Enter)", self.previous),
            _button("next", "Next hit (Enter)", self.next), _button("dismiss", "Close (Esc)", self.close_bar),
        )

    def _texts(self) -> Iterator[tuple[int, str]]:
        paragraphs = self._context.session.paragraphs
        first, last = 0, len(paragraphs)
        if self.scope.currentIndex() == SCENE:
            first, last = self._scene(last)
        return ((index, paragraphs[index].text) for index in range(first, last))

    def _scene(self, count: int) -> tuple[int, int]:
        index = self._page.caret()[0]
        for scene in self._context.desk.outline.scenes:
            if scene.first <= index < scene.last:
                return scene.first, min(scene.last, count)
        return 0, count

    def _edited(self, _event: Event) -> None:
        if self.isVisible():
            self._take([])
            self._soon()

    def _take(self, found: list[Hit]) -> None:
        self.hits = found
        self._by_index = {}
        for hit in found:
            self._by_index.setdefault(hit.index, []).append((hit.start, hit.end))
        self._say(f"{len(found):,} found" if found else "Not found" if self._query.text else "")
        self._page.viewport().update()

    def _go(self, hit: Hit | None, otherwise: int) -> None:
        hit = hit or (self.hits[otherwise] if self.hits else None)
        if hit is None:
            return
        self._page.select(hit.index, hit.start, hit.end)
        self._say(f"{self.hits.index(hit) + 1:,} of {len(self.hits):,}")

    def _at_selection(self) -> Hit | None:
        cursor = self._page.textCursor()
        first = self._page.bridge.place_of(cursor.selectionStart())
        last = self._page.bridge.place_of(cursor.selectionEnd())
        return next((each for each in self.hits
                     if (each.index, each.start) == first and (each.index, each.end) == last), None)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self.count.setText(sentence)
        self.count.setProperty("tone", "warning" if wrong else "quiet")
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)

    def _colour_of(self, _stretch: Stretch) -> QColor:
        return tint(themes.current().colour("accent"), 56)


def _field(hint: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    return field


def _choice(text: str, changed: object) -> QCheckBox:
    box = QCheckBox(text)
    box.toggled.connect(lambda _: changed())  # type: ignore[operator]
    return box


def _button(icon: str, name: str, pressed: object) -> QToolButton:
    button = QToolButton()
    icons.dress(button, icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda _: pressed())  # type: ignore[operator]
    return button
