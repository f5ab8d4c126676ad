# SPDX-License-Identifier: GPL-3.0-or-later
"""A character's page: name, what part they have, first words, and everything found of them, a click from its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from redraft.characters.proposals import Proposal
from redraft.ui import icons
from redraft.ui.panels.cast.page import Group
from redraft.ui.panels.cast.proposing import ProposalBar
from redraft.ui.panels.cast.rows import CastRow, Cell, details, quoted, span_of
from redraft.ui.panels.cast.strip import SceneStrip
from redraft.ui.panels.continuity.delegate import ConflictDelegate
from redraft.ui.panels.continuity.rows import PlaceRow, TextRow, speak
from redraft.ui.panels.fields import LeavableField
from redraft.ui.panels.lists import RowTree
from redraft.ui.panels.models import ROW, TreeModel
from redraft.ui.panels.models import Group as TreeGroup


class CharacterDetails(QWidget):
    """Sends ``stepped`` (forward or not), ``renamed`` (the new name) ``wanted`` (index, start, end of a place) and
    ``menu_wanted`` (a point of the screen)."""

    stepped = Signal(bool)
    renamed = Signal(str)
    wanted = Signal(int, int, int)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The character selected")
        self._name = ""
        self._title = _label("title")
        self._field = LeavableField()
        self._field.setAccessibleName("New name")
        self._field.returnPressed.connect(self._end_rename)
        self._field.left.connect(self._show_name)
        self._known = _label("caption", "quiet")
        self._also = _label("caption")
        self.model = TreeModel(speak, self)
        self.tree = RowTree("What is found of the character")
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(ConflictDelegate(self.tree))
        self.tree.setWordWrap(True)
        self.tree.chosen.connect(self._go)
        self.tree.resized.connect(self.tree.scheduleDelayedItemsLayout)
        self.tree.expanded.connect(lambda index: self._open.add(index.data(ROW).key))
        self.tree.collapsed.connect(lambda index: self._open.discard(index.data(ROW).key))
        self._open: set[str] = set()
        self._proposal = ProposalBar()
        self.strip = SceneStrip()
        self.strip.wanted.connect(self.wanted)
        self._span = _label("caption", "quiet")
        self._first = _label("", "quiet")
        self._first.setProperty("face", "serif")
        self._count = _label("caption", "quiet")
        self._count.setWordWrap(False)
        self._lay_out()

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setProperty("rule", True)
        steps = QHBoxLayout()
        steps.setSpacing(4)
        steps.addWidget(self._known, 1)
        steps.addWidget(self._count)
        for name, forward, words in (("previous", False, "Previous mention"), ("next", True, "Next mention")):
            button = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words)
            icons.dress(button, name)
            button.clicked.connect(lambda _=False, forward=forward: self.stepped.emit(forward))
            steps.addWidget(button)
        more = QToolButton()
        more.setToolTip("What may be said and done about this character")
        more.setAccessibleName(more.toolTip())
        icons.dress(more, "more")
        more.clicked.connect(lambda: self.menu_wanted.emit(more.mapToGlobal(more.rect().bottomLeft())))
        steps.addWidget(more)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 8, 12, 4)
        inner.setSpacing(4)
        inner.addWidget(self._title)
        inner.addWidget(self._field)
        inner.addLayout(steps)
        inner.addWidget(self._also)
        inner.addWidget(self.strip)
        inner.addWidget(self._span)
        inner.addWidget(self._first)
        inner.addWidget(self._proposal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(inner)
        column.addWidget(self.tree, 1)
        self._field.hide()

    def show_character(self, row: CastRow, groups: Sequence[Group] = (), cells: Sequence[Cell] = ()) -> None:
        """Show another character, or what is newly known of the same; ``groups`` are those of the page, ``cells`` the
        story's scenes."""
        if row.name != self._name:
            self._count.clear()
            self._show_name()
        self._name = row.name
        self._title.setText(row.name)
        self._known.setText(details(row))
        self._also.setText(f"also {row.also}")
        self._also.setVisible(bool(row.aliases))
        self.strip.show_cells(row.name, cells)
        self.strip.setVisible(len(cells) > 1 and any(each.place for each in cells))
        self._span.setText(span_of(cells))
        self._span.setVisible(bool(self._span.text()))
        opened = set(self._open)
        if self.model.show([TreeGroup(heading.key, heading, rows) for heading, rows in groups]):
            for number, group in enumerate(self.model.groups):
                self.tree.setExpanded(self.model.index(number), group.key in opened)
        self.tree.setVisible(bool(groups))
        self._first.setText(quoted(row.first_words))
        self._first.setVisible(bool(row.first_words))

    def propose(self, proposal: Proposal | None) -> None:
        """Ask whether the character is the same as another; None asks nothing."""
        self._proposal.show_proposal(proposal)

    @property
    def proposals(self) -> ProposalBar:
        """Where the author answers."""
        return self._proposal

    def open_group(self, key: str) -> None:
        """Unfold a group of the page and go to its first row."""
        for number, group in enumerate(self.model.groups):
            if group.key == key:
                index = self.model.index(number)
                self.tree.setExpanded(index, True)
                self.tree.setCurrentIndex(self.model.index(0, 0, index))
                self.tree.setFocus()

    def _go(self, row: object) -> None:
        if isinstance(row, PlaceRow):
            self.wanted.emit(row.index, row.start, row.end)
        elif isinstance(row, TextRow) and row.place is not None:
            self.wanted.emit(*row.place)

    def counted(self, words: str) -> None:
        """Say which mention the cursor is at: "3 of 41"."""
        self._count.setText(words)

    def begin_rename(self) -> None:
        """Let the author type another name; Enter keeps it, Esc does not."""
        self._field.setText(self._name)
        self._title.hide()
        self._field.show()
        self._field.setFocus()
        self._field.selectAll()

    def _end_rename(self) -> None:
        name = self._field.text()
        self._show_name()
        self.renamed.emit(name)

    def _show_name(self) -> None:
        self._field.hide()
        self._title.show()


def _label(size: str, tone: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("scale", size)
    label.setProperty("tone", tone)
    return label
