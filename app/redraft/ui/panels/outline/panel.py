# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline panel: it follows the cursor, and a click goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout

from redraft.manuscript.outline import Outline, outline
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.lists import RowList, deed, offer
from redraft.ui.panels.models import ROW, ListModel
from redraft.ui.panels.outline.delegate import OutlineDelegate
from redraft.ui.panels.outline.rows import OutlineRow, Sort, outline_rows, row_at, speak
from redraft.ui.panels.scenes import left_by_scene, reports_by_scene
from redraft.ui.panels.words import NO_TEXT, Empty, plural


class OutlinePanel(Panel):
    """The story's scenes in order. Scenes that are only likely can be accepted (A) or dismissed (D)."""

    ICON = "outline"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Outline")
        self.model: ListModel[OutlineRow] = ListModel(speak, self)
        self.view = RowList("Scenes")
        self.view.setModel(self.model)
        self.view.setItemDelegate(OutlineDelegate(self.view))
        self.view.chosen.connect(self._go)
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
        self._deeds()
        bus = context.bus
        bus.story_changed.connect(self._story_changed)
        bus.findings_changed.connect(self.renew)
        bus.decisions_changed.connect(self.renew)
        bus.text_changed.connect(self.renew)
        bus.caret_moved.connect(self._follow)
        bus.document_opened.connect(self._forget)
        self._caret = 0
        self._outline = Outline()

    def _deeds(self) -> None:
        self._accept = deed(self.view, "It is a scene", "A", lambda: self._settle(accept=True))
        self._dismiss = deed(self.view, "It is no scene", "D", lambda: self._settle(accept=False))
        self._review = deed(self.view, "Reviewed", "R", self._toggle_reviewed)
        offer(self.view, self._fill)

    def refresh(self) -> Empty | None:
        """Draw the scenes as they are known now."""
        desk, session = self.context.desk, self.context.session
        if not any(paragraph.text.strip() for paragraph in session.paragraphs):
            return NO_TEXT
        found = self._outline = self._known()
        if not found.scenes:
            return _NONE
        rows = outline_rows(
            found, session.paragraphs, reports_by_scene(desk),
            left_by_scene(found, self.findings()), self.context.book.current.reviewed,
        )
        self.model.show(rows)
        words = sum(row.words or 0 for row in rows)
        self._sum.setText(plural(len(found.scenes), "scene") + (f" · {plural(words, 'word')}" if words else ""))
        if not self.view.hasFocus():
            self._follow(self._caret, 0)
        return None

    def _known(self) -> Outline:
        """The scenes as the desk has them; until it has, as they are found without its worker."""
        desk, session = self.context.desk, self.context.session
        if desk.outline.scenes:
            return desk.outline
        if len(self._outline.kinds) == len(session.paragraphs):
            return self._outline
        return outline(session.paragraphs, self.context.book.current.scenes)

    def _forget(self) -> None:
        self._outline = Outline()

    @property
    def current(self) -> OutlineRow | None:
        """The row that is selected."""
        index = self.view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _story_changed(self, parts: frozenset[str]) -> None:
        if parts & {"outline", "scenes"}:
            self.renew()

    def _follow(self, paragraph: int, _offset: int) -> None:
        self._caret = paragraph
        place = row_at(self.model.rows, paragraph, self._outline.scene_of(paragraph))
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))

    def _go(self, row: OutlineRow) -> None:
        self.context.go_to(row.first, 0, 0)

    def _fill(self, menu: QMenu) -> None:
        row = self.current
        if row is None or row.sort is Sort.APART:
            return
        if row.sort is Sort.INFERRED:
            menu.addActions([self._accept, self._dismiss])
            menu.addSeparator()
        self._review.setText("Not reviewed after all" if row.reviewed else "Mark as reviewed")
        menu.addAction(self._review)

    def _settle(self, accept: bool) -> None:
        row = self.current
        if row is None or row.sort is not Sort.INFERRED:
            self.context.say("Only scenes that are marked as likely can be accepted or dismissed.")
            return
        book = self.context.book
        decision = book.accept_scene(row.key) if accept else book.dismiss_scene(row.key)
        self.context.decide("accept scene" if accept else "dismiss scene", decision)

    def _toggle_reviewed(self) -> None:
        row = self.current
        if row is not None and row.sort is not Sort.APART:
            decision = self.context.book.review_scene(row.key, not row.reviewed)
            self.context.decide("not reviewed" if row.reviewed else "reviewed", decision)


_NONE = Empty("No scenes yet", "A heading, a line of *** or a wide gap between paragraphs starts a scene.")
