# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings panel: a list to work through with the keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from redraft.checks.finding import Finding, Severity
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.findings.delegate import FindingDelegate
from redraft.ui.panels.findings.filters import FilterBar
from redraft.ui.panels.findings.keys import FindingKeys
from redraft.ui.panels.findings.rows import (
    FindingRow,
    Group,
    GroupBy,
    Heading,
    Row,
    by_kind,
    by_scene,
    finding_rows,
    flat,
    kind_counts,
    speak,
    summary,
)
from redraft.ui.panels.findings.tally import Tally
from redraft.ui.panels.findings.view import FindingList
from redraft.ui.panels.lists import offer
from redraft.ui.panels.models import ROW, ListModel
from redraft.ui.panels.words import NO_TEXT, Empty, reading

_CLEAN = Empty("Nothing left to mark", "Everything that was found is handled. What you write is checked as you go.")
_FILTERED = "Nothing fits the filter."


class FindingsPanel(Panel):
    """All findings, grouped by kind or scene. Enter goes there, 1–3 accept, Delete ignores."""

    ICON = "findings"
    DELAY = 250

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Findings")
        self.tally = Tally()
        self.groups: list[Group] = []
        self._folded: frozenset[str] = frozenset()
        self.bar = FilterBar()
        self.bar.changed.connect(self.renew_now)
        self.model: ListModel[Row] = ListModel(speak, self)
        self.view = FindingList()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FindingDelegate(self.view))
        self.keys = FindingKeys(self)
        self.view.chosen.connect(self._chosen)
        self.view.folded.connect(self.fold)
        self.view.asked.connect(self.keys.asked)
        offer(self.view, self.keys.fill)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._listen()

    def _listen(self) -> None:
        bus = self.context.bus
        bus.findings_changed.connect(self.renew)
        bus.decisions_changed.connect(self.renew)
        bus.story_changed.connect(lambda parts: self.renew() if "outline" in parts else None)
        bus.document_opened.connect(self.tally.clear)
        hints = self.bar.severities[Severity.HINT]
        hints.setVisible(False)
        bus.hints_changed.connect(hints.setVisible)

    def refresh(self) -> Empty | None:
        """List the findings as they are known now."""
        desk, session = self.context.desk, self.context.session
        findings = self.findings()
        self._count(findings)
        rows = finding_rows(findings, session.paragraphs, desk.outline, self.bar.wanted)
        self.bar.count(kind_counts(findings))
        said = summary(len(rows), len(findings), self.tally.total)
        self.bar.summary.setText(said if rows or not findings else f"{_FILTERED} {said}")
        self.groups = self._grouped(rows)
        self._show()
        if findings:
            return None
        if not any(paragraph.text.strip() for paragraph in session.paragraphs):
            return NO_TEXT
        done, total = desk.progress
        return _CLEAN if desk.resting and total else reading(done, total, "What is found will be listed here.")

    def fold(self, key: str, folded: bool) -> None:
        """Fold or unfold the group with that key."""
        self._folded = self._folded | {key} if folded else self._folded - {key}
        self._show()

    @property
    def current(self) -> FindingRow | None:
        """The finding that is selected; None on a heading."""
        row = self.view.currentIndex().data(ROW)
        return row if isinstance(row, FindingRow) else None

    @property
    def current_heading(self) -> Heading | None:
        """The heading that is selected, or that of the finding selected."""
        for row in reversed(self.model.rows[: self.view.currentIndex().row() + 1]):
            if isinstance(row, Heading):
                return row
        return None

    def select(self, place: int) -> None:
        """Select the row at a place in the list, if there is one."""
        if 0 <= place < len(self.model.rows):
            self.view.setCurrentIndex(self.model.index(place))

    def _count(self, findings: list[tuple[int, Finding]]) -> None:
        desk, paragraphs = self.context.desk, self.context.session.paragraphs
        texts = {paragraph.id: paragraph.text for paragraph in paragraphs}
        self.tally.take(findings, texts, desk.awaited, self.context.book.current.hides)

    def _grouped(self, rows: list[FindingRow]) -> list[Group]:
        if self.bar.grouping is GroupBy.KIND:
            return by_kind(rows)
        desk, paragraphs = self.context.desk, self.context.session.paragraphs
        handled = self.tally.by_scene(desk.outline, {each.id: at for at, each in enumerate(paragraphs)})
        return by_scene(rows, desk.outline, handled, self.context.book.current.reviewed)

    def _show(self) -> None:
        """Fill the list; what was selected stays so, or what took its place is."""
        place, before = self.view.currentIndex().row(), self.model.rows
        kept = before[place].key if 0 <= place < len(before) else None
        if self.model.show(flat(self.groups, self._folded)) and kept is not None:
            after = self.model.rows
            same = next((at for at, row in enumerate(after) if row.key == kept), None)
            self.select(_nearest(after, place) if same is None else same)

    def _chosen(self, row: object) -> None:
        if isinstance(row, FindingRow):
            self.context.show_finding(row.index, row.finding)


def _nearest(rows: Sequence[Row], place: int) -> int:
    """The place of the finding at or behind a place, else of the last row."""
    behind = next((at for at in range(place, len(rows)) if isinstance(rows[at], FindingRow)), None)
    return len(rows) - 1 if behind is None else behind
