# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast panel: who is in the story; under the list the page of the character selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout

from redraft.characters.cast import Character
from redraft.characters.proposals import proposals
from redraft.storage.story_bible import PRONOUNS
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.cast.bible import export_bible
from redraft.ui.panels.cast.deeds import CastDeeds
from redraft.ui.panels.cast.delegate import CastDelegate
from redraft.ui.panels.cast.details import CharacterDetails
from redraft.ui.panels.cast.page import Present, page_groups, scene_cells
from redraft.ui.panels.cast.rows import CastRow, cast_rows, speak, spots, step
from redraft.ui.panels.cast.sequel import carry_to_sequel
from redraft.ui.panels.lists import RowList, deed, offer
from redraft.ui.panels.models import ROW, ListModel
from redraft.ui.panels.words import NO_TEXT, Empty, number, reading

_NOBODY = Empty("Nobody yet",
                "Characters appear here once the story names them. Somebody missing? Select the name in the text, and "
                "press Insert here.")  # fmt: skip
_MERGE_CHOICES = 24


class CastPanel(Panel):
    """Who is in the story. Enter goes to the next mention, L to the lines spoken, H shows the name on the page; F2
    renames here, Shift+F2 in the text; M merges, Insert adds the name selected, Delete says it is nobody."""

    ICON = "cast"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Cast")
        self.deeds = CastDeeds(context)
        self.model: ListModel[CastRow] = ListModel(speak, self)
        self.view = RowList("Characters")
        self.view.setModel(self.model)
        self.view.setItemDelegate(CastDelegate(self.view))
        self.view.chosen.connect(lambda _: self.step(forward=True))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_details())
        self.details = CharacterDetails()
        self.details.stepped.connect(self.step)
        self.details.renamed.connect(self._rename_to)
        self.details.wanted.connect(context.go_to)
        self.details.menu_wanted.connect(self._popup)
        self.details.proposals.answered.connect(self.deeds.answer)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.view)
        self.split.addWidget(self.details)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split)
        self.setFocusProxy(self.view)
        self._caret = (0, 0)
        self._shown = ""
        self._actions()
        bus = context.bus
        bus.story_changed.connect(lambda parts: self.renew() if parts & {"cast", "outline"} else None)
        bus.decisions_changed.connect(self.renew)
        bus.caret_moved.connect(self._moved)

    def _actions(self) -> None:
        view = self.view
        self._next = deed(view, "Next mention", "N", lambda: self.step(forward=True))
        self._previous = deed(view, "Previous mention", "P", lambda: self.step(forward=False))
        self._lines = deed(view, "Lines spoken", "L", lambda: self.details.open_group("Lines spoken"))
        self._show = deed(view, "Show on the page", "H", self._highlight)
        self._rename = deed(view, "Rename here…", "F2", self._begin_rename)
        self._rename_text = deed(view, "Rename in the text…", "Shift+F2", self.rename_in_text)
        self._merge = deed(view, "Same person as…", "M", self._offer_merge)
        self._add = deed(self, "Add the name selected", "Ins", self.deeds.add_selected)
        self._pin = deed(view, "List first", "K", self._toggle_pin)
        self._nobody = deed(view, "Not a person", "Del", self._not_a_person)
        self._bible = deed(self, "Export the story bible…", "", lambda: export_bible(self.context, self))
        self._sequel = deed(self, "Carry to a sequel…", "", lambda: carry_to_sequel(self.context, self))
        offer(view, self._fill)

    def refresh(self) -> Empty | None:
        """List the cast as it is known now."""
        desk, session = self.context.desk, self.context.session
        if not any(paragraph.text.strip() for paragraph in session.paragraphs):
            return NO_TEXT
        if not desk.cast.characters:
            done, total = desk.progress
            return _NOBODY if desk.resting and total else reading(done, total, "Who is in it is listed here.")
        kept = self.current
        pinned = self.context.book.current.cast.pinned
        changed = self.model.show(cast_rows(desk.cast, len(desk.outline.scenes), pinned))
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

    def rename_in_text(self) -> None:
        """Give the character another name in the text, with a look at every change first."""
        from redraft.ui.dialogs.rename_character import RenameCharacter

        character = self.character
        if character is not None:
            RenameCharacter(self.context, character, self).open()

    def _moved(self, paragraph: int, offset: int) -> None:
        self._caret = (paragraph, offset)

    def _select(self, name: str) -> None:
        place = next((at for at, row in enumerate(self.model.rows) if row.name == name), 0)
        self.view.setCurrentIndex(self.model.index(place))

    def _show_details(self) -> None:
        row, character = self.current, self.character
        self.details.setVisible(row is not None)
        if row is not None and character is not None:
            present = Present(self.context.session.paragraphs, self.context.desk.outline)
            notes = self.context.book.current.continuity.notes
            groups = page_groups(character, self.context.desk.cast, present, notes)
            self.details.show_character(row, groups, scene_cells(character, present))
            found = proposals(self.context.desk.cast, self.context.book.current.cast)
            self.details.propose(next((each for each in found if row.name in (each.one, each.other)), None))

    def _popup(self, point: QPoint) -> None:
        menu = QMenu(self)
        self._fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _fill(self, menu: QMenu) -> None:
        row, character = self.current, self.character
        if row is None or character is None:
            menu.addAction(self._add)
            return
        menu.addActions([self._next, self._previous, self._lines, self._show])
        menu.addSeparator()
        menu.addActions([self._rename, self._rename_text])
        self._fill_merge(menu.addMenu("Same person as"))
        self._fill_split(menu.addMenu("Somebody else is called"), row)
        self._fill_pronouns(menu.addMenu("Pronouns"), character)
        self._pin.setText("List by mentions again" if row.pinned else "List first")
        menu.addActions([self._pin, self._nobody])
        menu.addSeparator()
        menu.addActions([self._add, self._bible, self._sequel])

    def _fill_merge(self, menu: QMenu) -> None:
        row = self.current
        others = [each.name for each in self.model.rows if row and each.name != row.name]
        for name in others[:_MERGE_CHOICES]:
            menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, name=name: self._merge_into(name))
        menu.setEnabled(bool(others))

    def _fill_split(self, menu: QMenu, row: CastRow) -> None:
        for alias in row.aliases[:_MERGE_CHOICES]:
            action = menu.addAction(alias.replace("&", "&&"))
            action.triggered.connect(lambda _=False, alias=alias: self.deeds.split(row.name, alias))
        menu.setEnabled(bool(row.aliases))

    def _fill_pronouns(self, menu: QMenu, character: Character) -> None:
        for pronouns in (*PRONOUNS, ""):
            action = menu.addAction(pronouns or "As the text says")
            action.setCheckable(True)
            action.setChecked(bool(pronouns) and pronouns == character.pronouns)
            action.triggered.connect(lambda _=False, told=pronouns: self.deeds.call(character, told))

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
            self.deeds.rename(row.name, name)
        self.view.setFocus()

    def _merge_into(self, name: str) -> None:
        row = self.current
        if row is not None:
            self.deeds.merge(name, row.name)

    def _highlight(self) -> None:
        """Show the character's names on the page; again: show them no more."""
        row = self.current
        if row is not None:
            self._shown = "" if self._shown == row.name else row.name
            self.context.bus.highlight_wanted.emit(self._shown)

    def _toggle_pin(self) -> None:
        row = self.current
        if row is not None:
            self.deeds.pin(row.name, not row.pinned)

    def _not_a_person(self) -> None:
        row = self.current
        if row is not None:
            self.deeds.not_a_person(row.name)
