# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes panel: all notes, by reader, kind, scene and state; a click goes to the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QMenu, QVBoxLayout

from redraft.notes.note import Kind, State
from redraft.ui.context import Context
from redraft.ui.notes.looks import KINDS
from redraft.ui.panels.base import Panel
from redraft.ui.panels.lists import RowList, deed, offer
from redraft.ui.panels.models import ROW, ListModel
from redraft.ui.panels.notes.delegate import NoteDelegate
from redraft.ui.panels.notes.rows import STATES, Counts, NoteRow, Wanted, names, rows, speak, summary
from redraft.ui.panels.words import Empty

_NONE = Empty(
    "No notes yet", "Select words and press Ctrl+M to note something. Notes ▸ Reader Copy makes a page that beta "
    "readers write notes in; let the files that they send back fall on this window.")


class NotesPanel(Panel):
    """Enter or a click goes to a note; Space settles it, Delete deletes it, Ctrl+Enter takes a suggestion."""

    ICON = "notes"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Notes")
        self.model: ListModel[NoteRow] = ListModel(speak, self)
        self.view = RowList("Notes")
        self.view.setModel(self.model)
        self.view.setItemDelegate(NoteDelegate(self.view))
        self.view.chosen.connect(lambda row: context.notes.asked.emit(row.id))
        self._sum = QLabel()
        self._sum.setProperty("tone", "quiet")
        self._sum.setProperty("scale", "caption")
        self._sum.setWordWrap(True)
        self._reader, self._kind, self._state, self._scene, self._order = (QComboBox() for _ in range(5))
        self._fill_choices()
        grid = QGridLayout()
        grid.setContentsMargins(8, 8, 8, 4)
        grid.setSpacing(4)
        for place, choice in enumerate((self._reader, self._kind, self._state, self._scene)):
            grid.addWidget(choice, place // 2, place % 2)
        grid.addWidget(self._order, 2, 0)
        grid.addWidget(self._sum, 2, 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._deeds()
        context.notes.changed.connect(self.renew)
        context.bus.story_changed.connect(lambda parts: self.renew() if "outline" in parts else None)

    def _fill_choices(self) -> None:
        for choice, name in ((self._reader, "Reader"), (self._kind, "Kind"), (self._state, "State"),
                             (self._scene, "Scene"), (self._order, "Order")):  # fmt: skip
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.setMinimumContentsLength(5)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kind.addItem("Every kind", None)
        for kind, look in KINDS.items():
            self._kind.addItem(look.name, kind.value)
        for state, name in STATES.items():
            self._state.addItem(name, state)
        self._order.addItem("By place", False)
        self._order.addItem("Newest first", True)
        _refill(self._reader, [("", "Everybody")])
        _refill(self._scene, [(None, "Every scene")])
        for choice in (self._reader, self._kind, self._state, self._scene, self._order):
            choice.activated.connect(lambda _: self.renew_now())

    def _deeds(self) -> None:
        notes = self.context.notes
        self._take = deed(self.view, "Take the suggestion", "Ctrl+Return", lambda: self._on(
            lambda row: notes.accept(row.id)))
        self._done = deed(self.view, "Done", "Space", lambda: self._on(
            lambda row: notes.settle(row.id, row.state is not State.DONE)))
        self._put = deed(self.view, "Put it on the words selected", "", lambda: self._on(
            lambda row: notes.put_asked.emit(row.id)))
        self._delete = deed(self.view, "Delete", "Del", lambda: self._on(lambda row: notes.delete(row.id)))
        offer(self.view, self._offer)

    def refresh(self) -> Empty | None:
        """List the notes asked for."""
        placed = self.context.notes.all()
        if not placed:
            return _NONE
        outline = self.context.desk.outline
        found, counts = rows(placed, outline, self.wanted)
        self._recount(counts)
        self.model.show(found)
        return None

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        kind = self._kind.currentData()
        return Wanted(self._reader.currentData() or "", Kind(kind) if kind else None, self._state.currentData(),
                      self._scene.currentData(), bool(self._order.currentData()))  # fmt: skip

    def choose_state(self, state: str) -> None:
        """Ask for the notes in this state ("open", "done", "lost", "" for all)."""
        self._state.setCurrentIndex(self._state.findData(state))
        self.renew_now()

    def _recount(self, counts: Counts) -> None:
        self._sum.setText(summary(counts))
        _refill(self._reader, names(counts))
        scenes = [(number, f"Scene {number} ({count})" if number else f"In no scene ({count})")
                  for number, count in counts.scenes.items()]  # fmt: skip
        _refill(self._scene, [(None, "Every scene"), *scenes])

    def _on(self, do: Callable[[NoteRow], object]) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            do(index.data(ROW))

    def _offer(self, menu: QMenu) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        row: NoteRow = index.data(ROW)
        self._done.setText("Reopen" if row.state is State.DONE else "Done")
        if row.suggests and row.state is State.OPEN:
            menu.addAction(self._take)
        menu.addAction(self._done)
        menu.addAction(self._put)
        menu.addSeparator()
        menu.addAction(self._delete)


def _refill(choice: QComboBox, items: Sequence[tuple[object, str]]) -> None:
    """Offer other items, with the same one chosen as before where it is there still."""
    wanted = list(items)
    present = [(choice.itemData(at), choice.itemText(at)) for at in range(choice.count())]
    if wanted == present:
        return
    chosen = choice.currentData()
    choice.clear()
    for data, text in wanted:
        choice.addItem(text, data)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
