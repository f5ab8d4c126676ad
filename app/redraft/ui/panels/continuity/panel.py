# SPDX-License-Identifier: GPL-3.0-or-later
"""The continuity panel: what the story says twice, and differently; each place a click away."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout

from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.continuity.delegate import ConflictDelegate
from redraft.ui.panels.continuity.rows import PlaceRow, conflict_rows, speak, time_rows
from redraft.ui.panels.lists import RowTree
from redraft.ui.panels.models import ROW, Group, TreeModel
from redraft.ui.panels.words import NO_TEXT, Empty, plural, reading

_AT_ONE = Empty("The story agrees with itself", "No name or term is spelled two ways, and no two descriptions clash.")


class ContinuityPanel(Panel):
    """Conflicts with all their places, then what is said of time. Enter or a click goes to a place."""

    ICON = "continuity"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Continuity")
        self.model = TreeModel(speak, self)
        self.view = RowTree("Contradictions and their places")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ConflictDelegate(self.view))
        self.view.setWordWrap(True)
        self.view.chosen.connect(self._go)
        self.view.resized.connect(self.view.scheduleDelayedItemsLayout)
        self.view.collapsed.connect(lambda index: self._folded.add(index.data(ROW).key))
        self.view.expanded.connect(lambda index: self._folded.discard(index.data(ROW).key))
        self._folded: set[str] = {"time line"}
        self._sum = QLabel()
        self._sum.setProperty("tone", "quiet")
        self._sum.setProperty("scale", "caption")
        self._sum.setContentsMargins(12, 8, 12, 4)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._sum)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        context.bus.story_changed.connect(lambda parts: self.renew() if parts & {"continuity", "outline"} else None)
        context.bus.text_changed.connect(self.renew)

    def refresh(self) -> Empty | None:
        """List the conflicts as they are known now."""
        desk, paragraphs = self.context.desk, self.context.session.paragraphs
        if not any(paragraph.text.strip() for paragraph in paragraphs):
            return NO_TEXT
        conflicts = conflict_rows(desk.conflicts, paragraphs, desk.outline)
        rows = conflicts + time_rows(desk.timeline, paragraphs, desk.outline)
        if not rows:
            done, total = desk.progress
            return _AT_ONE if desk.resting and total else reading(done, total, "Contradictions are listed here.")
        self._sum.setText(plural(len(conflicts), "contradiction") if conflicts else "No contradictions.")
        if self.model.show([Group(heading.key, heading, places) for heading, places in rows]):
            folded = set(self._folded)
            for number, group in enumerate(self.model.groups):
                self.view.setExpanded(self.model.index(number), group.key not in folded)
        return None

    def _go(self, row: object) -> None:
        if isinstance(row, PlaceRow):
            self.context.go_to(row.index, row.start, row.end)
