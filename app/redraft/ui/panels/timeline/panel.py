# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline panel: the scenes, the days they imply, and the words that say so; each to be corrected."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSpinBox, QVBoxLayout, QWidget

from redraft.storage import story_bible
from redraft.storage.story_bible import Entry
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.continuity.rows import PlaceRow
from redraft.ui.panels.deedbar import DeedBar
from redraft.ui.panels.lists import RowTree, deed, offer
from redraft.ui.panels.models import ROW, Group, TreeModel
from redraft.ui.panels.timeline.delegate import TimeDelegate
from redraft.ui.panels.timeline.rows import SceneTime, speak, time_rows
from redraft.ui.panels.words import NO_TEXT, Empty, plural, reading

_TIMELESS = Empty("No word of time yet",
                  "“The next morning”, “on Tuesday”, “at noon”: the words by which a story tells its time are listed "
                  "here, scene by scene.")  # fmt: skip


class TimelinePanel(Panel):
    """Scenes with their words of time. Enter goes there; F2 says on which day a scene begins, Delete that words are not
    about now, or that a day said by hand is the text's again."""

    ICON = "timeline"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Timeline")
        self.model = TreeModel(speak, self)
        self.view = RowTree("Scenes and their words of time")
        self.view.setModel(self.model)
        self.view.setItemDelegate(TimeDelegate(self.view))
        self.view.chosen.connect(self._go)
        self._open: set[str] = set()
        self._filling = False
        self.view.expanded.connect(lambda index: self._folding(index.data(ROW).key, True))
        self.view.collapsed.connect(lambda index: self._folding(index.data(ROW).key, False))
        self._sum = QLabel()
        self._sum.setProperty("tone", "quiet")
        self._sum.setProperty("scale", "caption")
        self._sum.setContentsMargins(12, 8, 12, 4)
        self.field = DayField(self)
        self.field.told.connect(self._say_day)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._sum)
        self._correct = deed(self.view, "Begins on day…", "F2", self._begin)
        self._drop = deed(self.view, "Not about now", "Del", self._pass_over)
        self._back = deed(self.view, "As the text says", "", self._as_told)
        column.addWidget(self.view, 1)
        column.addWidget(self.field)
        column.addWidget(DeedBar((self._correct, self._drop, self._back)))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.setFocusProxy(self.view)
        offer(self.view, self._fill)
        context.bus.story_changed.connect(lambda parts: self.renew() if parts & {"continuity", "outline"} else None)
        context.bus.text_changed.connect(self.renew)
        context.bus.decisions_changed.connect(self.renew)

    def refresh(self) -> Empty | None:
        """List the scenes as they are known now."""
        desk, paragraphs = self.context.desk, self.context.session.paragraphs
        if not any(paragraph.text.strip() for paragraph in paragraphs):
            return NO_TEXT
        corrected = dict(self.context.book.current.continuity.days)
        rows = time_rows(desk.timeline, corrected, paragraphs, desk.outline)
        if not rows or not (corrected or any(scene.cues for scene, _ in rows)):
            done, total = desk.progress
            return _TIMELESS if desk.resting and total else reading(done, total, "The words of time are listed here.")
        told = sum(bool(scene.day) for scene, _ in rows)
        self._sum.setText(f"{plural(told, 'scene')} of {len(rows)} with a day")
        if self.model.show([Group(scene.key, scene, places) for scene, places in rows]):
            self._filling = True
            for number, group in enumerate(self.model.groups):
                self.view.setExpanded(self.model.index(number), group.key in self._open)
            self._filling = False
        self._enable()
        return None

    def _enable(self) -> None:
        """Only what fits the row selected can be done."""
        scene = self.scene
        self._correct.setEnabled(scene is not None)
        self._drop.setEnabled(isinstance(self._row(), PlaceRow))
        self._back.setEnabled(scene is not None and scene.corrected is not None)

    @property
    def scene(self) -> SceneTime | None:
        """The scene selected, by itself or by one of its words."""
        group = self.model.group_of(self.view.currentIndex())
        return group.heading if group is not None and isinstance(group.heading, SceneTime) else None

    def _row(self) -> object:
        index = self.view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _folding(self, key: str, opened: bool) -> None:
        if not self._filling:
            (self._open.add if opened else self._open.discard)(key)

    def _go(self, row: object) -> None:
        if isinstance(row, PlaceRow):
            self.context.go_to(row.index, row.start, row.end)

    def _begin(self) -> None:
        scene = self.scene
        if scene is not None:
            self.field.begin(scene)

    def _say_day(self, key: str, day: int) -> None:
        if day:
            self._put(f"a scene on day {day}", story_bible.begin_on(key, day))
        self.view.setFocus()

    def _as_told(self) -> None:
        scene = self.scene
        if scene is not None and scene.corrected is not None:
            self._put("a scene’s day as the text says", story_bible.begin_on(scene.key, None))

    def _pass_over(self) -> None:
        row = self._row()
        if isinstance(row, PlaceRow):
            text = self.context.session.paragraphs[row.index].text
            self._put(f"“{row.words}” is not about now", story_bible.pass_over(text, row.start, row.end))
            self.context.say(f"“{row.words}” no longer counts for the days. Ctrl+Z brings it back.")
        else:
            self._as_told()

    def _put(self, label: str, entry: Entry) -> None:
        self.context.decide(label, self.context.book.put(entry.kind, entry.id, entry.fields))

    def _fill(self, menu: QMenu) -> None:
        scene = self.scene
        if scene is None:
            return
        menu.addAction(self._correct)
        if scene.corrected is not None:
            menu.addAction(self._back)
        if isinstance(self._row(), PlaceRow):
            menu.addAction(self._drop)


class DayField(QWidget):
    """Asks for the day on which a scene begins; ``told``: the scene's key and the day, 0 when it was left with Esc."""

    told = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = ""
        self._label = QLabel()
        self._day = _Days()
        self._day.setRange(1, 99_999)
        self._day.setPrefix("day ")
        for each in (self._day, self._day.lineEdit()):
            each.setAccessibleName("Day on which the scene begins")
        self._day.entered.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self._day)
        self.hide()

    def begin(self, scene: SceneTime) -> None:
        """Ask about a scene."""
        self._key = scene.key
        self._label.setText(f"Scene {scene.number} begins on")
        told = re.search(r"\d+", scene.day)
        self._day.setValue(int(told.group()) if told else 1)
        self.show()
        self._day.setFocus()
        self._day.selectAll()

    def _end(self, kept: bool) -> None:
        self._day.interpretText()
        self.hide()
        self.told.emit(self._key, self._day.value() if kept else 0)


class _Days(QSpinBox):
    """A number that Enter keeps and Esc leaves."""

    entered = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.entered.emit(event.key() != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)
