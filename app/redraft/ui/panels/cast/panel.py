# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast panel: names, how often and where; a click goes from mention to mention."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout

from redraft.characters.cast import Character
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.cast.delegate import CastDelegate
from redraft.ui.panels.cast.details import CharacterDetails
from redraft.ui.panels.cast.rows import CastRow, cast_rows, speak, spots, step
from redraft.ui.panels.lists import RowList, deed, offer
from redraft.ui.panels.models import ROW, ListModel
from redraft.ui.panels.words import NO_TEXT, Empty, number, reading

_NOBODY = Empty("Nobody yet", "Characters appear here once the story names them.")
_MERGE_CHOICES = 24


class CastPanel(Panel):
    """Who is in the story. Enter goes to the next mention, F2 renames, M merges, Delete says it is nobody."""

    ICON = "cast"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Cast")
        self.model: ListModel[CastRow] = ListModel(speak, self)
        self.view = RowList("Characters")
        self.view.setModel(self.model)
        self.view.setItemDelegate(CastDelegate(self.view))
        self.view.chosen.connect(lambda _: self.step(forward=True))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_details())
        self.details = CharacterDetails()
        self.details.stepped.connect(self.step)
        self.details.renamed.connect(self._rename_to)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.details)
        self.setFocusProxy(self.view)
        self._caret = (0, 0)
        self._deeds()
        bus = context.bus
        bus.story_changed.connect(lambda parts: self.renew() if parts & {"cast", "outline"} else None)
        bus.decisions_changed.connect(self.renew)
        bus.caret_moved.connect(self._moved)

    def _deeds(self) -> None:
        self._next = deed(self.view, "Next mention", "N", lambda: self.step(forward=True))
        self._previous = deed(self.view, "Previous mention", "P", lambda: self.step(forward=False))
        self._rename = deed(self.view, "Rename", "F2", self._begin_rename)
        self._merge = deed(self.view, "Same person as…", "M", self._offer_merge)
        self._nobody = deed(self.view, "Not a person", "Del", self._not_a_person)
        offer(self.view, self._fill)

    def refresh(self) -> Empty | None:
        """List the cast as it is known now."""
        desk, session = self.context.desk, self.context.session
        if not any(paragraph.text.strip() for paragraph in session.paragraphs):
            return NO_TEXT
        if not desk.cast.characters:
            done, total = desk.progress
            return _NOBODY if desk.resting and total else reading(done, total, "Who is in it is listed here.")
        kept = self.current
        changed = self.model.show(cast_rows(desk.cast, len(desk.outline.scenes)))
        if changed or kept is None:
            self._select(kept.name if kept else "")
        self._show_details()
        return None

    @property
    def current(self) -> CastRow | None:
        """The row selected."""
        index = self.view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    @property
    def character(self) -> Character | None:
        """The character selected."""
        row = self.current
        characters = self.context.desk.cast.characters
        return next((each for each in characters if row and each.name == row.name), None)

    def step(self, forward: bool) -> None:
        """Go to the next or previous mention of the character, from the cursor on."""
        character = self.character
        if character is None:
            return
        found = step(spots(character, self.context.session.paragraphs), self._caret, forward)
        if found is None:
            self.context.say(f"{character.name} is no longer named in the story.")
            return
        place, spot = found
        self._caret = (spot.index, spot.end)
        self.details.counted(f"{number(place + 1)} of {number(len(character.mentions))}")
        self.context.go_to(spot.index, spot.start, spot.end)

    def _moved(self, paragraph: int, offset: int) -> None:
        self._caret = (paragraph, offset)

    def _select(self, name: str) -> None:
        place = next((at for at, row in enumerate(self.model.rows) if row.name == name), 0)
        self.view.setCurrentIndex(self.model.index(place))

    def _show_details(self) -> None:
        row = self.current
        self.details.setVisible(row is not None)
        if row is not None:
            self.details.show_character(row)

    def _fill(self, menu: QMenu) -> None:
        if self.current is None:
            return
        menu.addActions([self._next, self._previous])
        menu.addSeparator()
        menu.addAction(self._rename)
        self._fill_merge(menu.addMenu("Same person as"))
        menu.addAction(self._nobody)

    def _fill_merge(self, menu: QMenu) -> None:
        row = self.current
        others = [each.name for each in self.model.rows if row and each.name != row.name]
        for name in others[:_MERGE_CHOICES]:
            menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, name=name: self._merge_into(name))
        menu.setEnabled(bool(others))

    def _offer_merge(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid() or len(self.model.rows) < 2:
            return
        menu = QMenu(self)
        self._fill_merge(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(index).bottomLeft() + QPoint(8, 0)))

    def _begin_rename(self) -> None:
        if self.current is not None:
            self.details.begin_rename()

    def _rename_to(self, name: str) -> None:
        row, name = self.current, name.strip()
        if row is not None and name and name != row.name:
            self.context.decide(f"rename {row.name}", self.context.book.rename_character(row.name, name))
        self.view.setFocus()

    def _merge_into(self, name: str) -> None:
        row = self.current
        if row is not None:
            self.context.decide(f"merge {row.name}", self.context.book.merge_characters(name, row.name))
            self.context.say(f"{row.name} and {name} are one person. Ctrl+Z parts them again.")

    def _not_a_person(self) -> None:
        row = self.current
        if row is not None:
            self.context.decide(f"{row.name} is not a person", self.context.book.not_a_person(row.name))
            self.context.say(f"“{row.name}” is off the list. Ctrl+Z brings it back.")
