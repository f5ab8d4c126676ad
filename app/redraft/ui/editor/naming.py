# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters on the page: a line about whoever is under the pointer, their names in colour, names completed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from redraft.characters.cast import Character
from redraft.manuscript.session import Event
from redraft.ui.context import Context
from redraft.ui.editor.completion import NameList, begun, completions
from redraft.ui.editor.layers import Stretch, TintLayer
from redraft.ui.editor.page import Page
from redraft.ui.panels.cast.page import line_of
from redraft.ui.panels.cast.portrait import portrait_colour

_FAINT = 90
_FEWEST = 3


class Naming(QObject):
    """Knows where on ``page`` the characters of the context's desk are named."""

    def __init__(self, page: Page, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._named: dict[int, list[tuple[int, int, Character]]] = {}
        self.shown = ""
        self.list = NameList(page)
        page.layers.insert(0, TintLayer(self._highlighted, self._colour))
        page.viewport().installEventFilter(self)
        page.installEventFilter(self)
        bus = context.bus
        bus.story_changed.connect(lambda parts: self._learn() if "cast" in parts else None)
        bus.document_opened.connect(self._learn)
        bus.text_changed.connect(self._written)
        bus.highlight_wanted.connect(self.highlight)

    def highlight(self, name: str) -> None:
        """Show where the character of that name is named; "" shows nobody."""
        self.shown = name
        self._page.viewport().update()

    def at(self, index: int, offset: int) -> Character | None:
        """Who is named at a place, if it still is."""
        for start, end, character in self._in(index):
            if start <= offset < end:
                return character
        return None

    def offer(self, fewest: int = 1) -> None:
        """Offer the names that begin as the word before the caret does, when it has so many letters."""
        index, offset = self._page.caret()
        paragraphs = self._context.session.paragraphs
        word = begun(paragraphs[index].text[:offset]) if index < len(paragraphs) else ""
        names = completions(word, self._context.desk.cast) if len(word) >= fewest else ()
        if names:
            self.list.show_names(names, word, self._page.cursorRect())
        else:
            self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tips over names; keys of the open list; Ctrl+Space opens it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and watched is self._page.viewport():
            return self._tip(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._page:
            if self.list.wants_opening(event):
                self.offer()
                return True
            return self.list.takes(event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.list.hide()
        return False

    def _tip(self, event: QHelpEvent) -> bool:
        place = self._page.place_at(event.pos())
        character = self.at(*place) if place is not None else None
        if character is None:
            return False
        line = line_of(character, len(self._context.desk.outline.scenes))
        QToolTip.showText(event.globalPos(), line, self._page)
        return True

    def _written(self, event: Event) -> None:
        if event.initiator != "editor":
            self.list.hide()
        elif self._context.desk.cast.characters:
            self.offer(_FEWEST)

    def _learn(self) -> None:
        self._named = {}
        for character in self._context.desk.cast.characters:
            for each in character.mentions:
                self._named.setdefault(each.paragraph, []).append((each.start, each.end, character))
        self._page.viewport().update()

    def _in(self, index: int) -> Iterable[tuple[int, int, Character]]:
        """Who is named where in a paragraph, as far as its words are still there."""
        paragraphs = self._context.session.paragraphs
        if index >= len(paragraphs):
            return
        paragraph = paragraphs[index]
        for start, end, character in self._named.get(paragraph.id, ()):
            words = paragraph.text[start:end]
            if any(part and part in words for form in (character.name, *character.aliases) for part in form.split()):
                yield start, end, character

    def _highlighted(self, index: int) -> list[Stretch]:
        if not self.shown:
            return []
        return [(start, end) for start, end, character in self._in(index) if character.name == self.shown]

    def _colour(self, _stretch: Stretch) -> QColor:
        colour = portrait_colour(self.shown)
        colour.setAlpha(_FAINT)
        return colour
