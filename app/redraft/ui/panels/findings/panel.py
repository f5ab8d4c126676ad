# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings panel: a list to work through with the keyboard alone."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QVBoxLayout

from redraft.checks.finding import Finding
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.findings.delegate import FindingDelegate
from redraft.ui.panels.findings.filters import FilterBar
from redraft.ui.panels.findings.keys import FindingKeys
from redraft.ui.panels.findings.rows import (
    FindingRow,
    GroupBy,
    Heading,
    by_kind,
    by_scene,
    finding_rows,
    kind_counts,
    speak,
    summary,
)
from redraft.ui.panels.findings.tally import Tally
from redraft.ui.panels.lists import RowTree, offer
from redraft.ui.panels.models import ROW, Group, TreeModel
from redraft.ui.panels.words import NO_TEXT, Empty, reading

_CLEAN = Empty("Nothing left to mark", "Everything that was found is handled. What you write is checked as you go.")
_FILTERED = Empty("Nothing fits the filter", "Press Esc in the filter to list everything again.")


class FindingsPanel(Panel):
    """All findings, grouped by kind or scene. Enter goes there, 1–3 accept, Delete ignores."""

    ICON = "findings"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Findings")
        self.tally = Tally()
        self.bar = FilterBar()
        self.bar.changed.connect(self.renew_now)
        self.model = TreeModel(speak, self)
        self.view = RowTree("Findings")
        self.view.setModel(self.model)
        self.delegate = FindingDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.collapsed.connect(lambda index: self._folded.add(index.data(ROW).key))
        self.view.expanded.connect(lambda index: self._folded.discard(index.data(ROW).key))
        self._folded: set[str] = set()
        self.keys = FindingKeys(self)
        self.view.chosen.connect(self._chosen)
        self.view.asked.connect(self.keys.asked)
        offer(self.view, self._fill)
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
        bus.theme_changed.connect(self.delegate.measure)

    def refresh(self) -> Empty | None:
        """List the findings as they are known now."""
        desk, session = self.context.desk, self.context.session
        findings = list(desk.all_findings())
        self._count(findings)
        rows = finding_rows(findings, session.paragraphs, desk.outline, self.bar.wanted)
        self.bar.count(kind_counts(findings))
        self.bar.summary.setText(summary(len(rows), len(findings), self.tally.total))
        self._show(rows)
        if findings:
            self.bar.setVisible(True)
            if not rows:
                self.bar.summary.setText(f"{_FILTERED.headline}. {_FILTERED.sentence}")
            return None
        if not any(paragraph.text.strip() for paragraph in session.paragraphs):
            return NO_TEXT
        done, total = desk.progress
        return _CLEAN if desk.resting and total else reading(done, total, "What is found will be listed here.")

    @property
    def current(self) -> FindingRow | None:
        """The finding that is selected; None on a heading."""
        row = self.view.currentIndex().data(ROW)
        return row if isinstance(row, FindingRow) else None

    @property
    def current_heading(self) -> Heading | None:
        """The heading that is selected, or that of the finding selected."""
        group = self.model.group_of(self.view.currentIndex())
        return group.heading if group and isinstance(group.heading, Heading) else None

    def _count(self, findings: list[tuple[int, Finding]]) -> None:
        desk, paragraphs = self.context.desk, self.context.session.paragraphs
        texts = {paragraph.id: paragraph.text for paragraph in paragraphs}
        self.tally.take(findings, texts, desk.awaited, self.context.book.current.hides)

    def _show(self, rows: list[FindingRow]) -> None:
        kept, place = self.current, self._flat_place()
        if self.bar.grouping is GroupBy.KIND:
            groups = by_kind(rows)
        else:
            desk, paragraphs = self.context.desk, self.context.session.paragraphs
            handled = self.tally.by_scene(desk.outline, {each.id: at for at, each in enumerate(paragraphs)})
            groups = by_scene(rows, desk.outline, handled, self.context.book.current.reviewed)
        if self.model.show([Group(heading.key, heading, tuple(under)) for heading, under in groups]):
            self._unfold()
            self._select_again(kept, place)

    def _unfold(self) -> None:
        folded = set(self._folded)
        for number, group in enumerate(self.model.groups):
            self.view.setExpanded(self.model.index(number), group.key not in folded)

    def _flat_place(self) -> int:
        """The place of the finding selected among all listed, headings not counted; -1 when none is."""
        index = self.view.currentIndex()
        if not index.isValid() or not index.internalId():
            return -1
        return sum(len(group.rows) for group in self.model.groups[: index.internalId() - 1]) + index.row()

    def _select_again(self, kept: FindingRow | None, place: int) -> None:
        if kept is None:
            return
        index = self.model.place(lambda row: isinstance(row, FindingRow) and row.key == kept.key)
        for number, group in enumerate(self.model.groups):
            if index.isValid():
                break
            if place < len(group.rows):
                index = self.model.index(place, 0, self.model.index(number))
            place -= len(group.rows)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _chosen(self, row: object) -> None:
        if isinstance(row, FindingRow):
            self.context.show_finding(row.index, row.finding)

    def _fill(self, menu: QMenu) -> None:
        self.keys.fill(menu)
