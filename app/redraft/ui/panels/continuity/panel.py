# SPDX-License-Identifier: GPL-3.0-or-later
"""The continuity panel: what the story says twice, and differently; each place a click away, each answered once."""

from __future__ import annotations

import uuid

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout

from redraft.continuity.alike import Alike
from redraft.continuity.conflicts import Conflict
from redraft.continuity.decisions import Reply, open_alike, open_conflicts
from redraft.storage import story_bible
from redraft.storage.story_bible import Entry
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.continuity.delegate import ConflictDelegate
from redraft.ui.panels.continuity.noting import NoteField
from redraft.ui.panels.continuity.rows import (
    ConflictRow,
    PlaceRow,
    Row,
    TextRow,
    alike_rows,
    answer_rows,
    conflict_rows,
    note_rows,
    speak,
)
from redraft.ui.panels.deedbar import DeedBar
from redraft.ui.panels.lists import RowTree, deed, offer
from redraft.ui.panels.models import ROW, Group, TreeModel
from redraft.ui.panels.words import NO_TEXT, Empty, plural, reading

_AT_ONE = Empty("The story agrees with itself",
                "No name or term is spelled two ways, no two descriptions clash, and nobody speaks who is gone. "
                "Press N here to pin a note of your own to the words selected.")  # fmt: skip


class ContinuityPanel(Panel):
    """Conflicts with all their places, the author's answers and notes. Enter or a click goes to a place; on a conflict
    F goes where it may be mended, I says that it is intended, C that it changed here; N notes, Delete takes back."""

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
        self._folded: set[str] = {"answered"}
        self._sum = QLabel()
        self._sum.setProperty("tone", "quiet")
        self._sum.setProperty("scale", "caption")
        self._sum.setContentsMargins(12, 8, 12, 4)
        self.field = NoteField(self)
        self.field.written.connect(self._keep_note)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._sum)
        self._deeds()
        self.bar = DeedBar((self._fix, self._intended, self._changed, self._note))
        column.addWidget(self.view, 1)
        column.addWidget(self.field)
        column.addWidget(self.bar)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.setFocusProxy(self.view)
        context.bus.story_changed.connect(lambda parts: self.renew() if parts & {"continuity", "outline"} else None)
        context.bus.text_changed.connect(self.renew)
        context.bus.decisions_changed.connect(self.renew)

    def _deeds(self) -> None:
        self._fix = deed(self.view, "Fix", "F", self._go_to_last)
        self._intended = deed(self.view, "Intended", "I", lambda: self._reply(Reply.INTENDED))
        self._changed = deed(self.view, "Changed here", "C", lambda: self._reply(Reply.CHANGED))
        self._note = deed(self, "Note…", "N", self.begin_note)
        self._fix.setToolTip("Go to the later place, where it is mostly mended")
        self._intended.setToolTip("Both stand: do not ask again")
        self._changed.setToolTip("It changed on the way (dyed, grew up): do not ask again")
        self._note.setToolTip("Pin a note of your own to the words selected in the text")
        self._drop = deed(self.view, "Take back", "Del", self._take_back)
        offer(self.view, self._fill)

    def refresh(self) -> Empty | None:
        """List the conflicts as they are known now."""
        desk, paragraphs = self.context.desk, self.context.session.paragraphs
        if not any(paragraph.text.strip() for paragraph in paragraphs):
            return NO_TEXT
        told = self.context.book.current.continuity
        left = open_conflicts(desk.conflicts, told.answers, self._text_of)
        conflicts = conflict_rows(left, paragraphs, desk.outline)
        alike = open_alike(desk.alike, told.answers)
        rows: list[Row] = [*conflicts, *note_rows(told.notes, paragraphs), *alike_rows(alike, paragraphs),
                           *answer_rows(told.answers)]  # fmt: skip
        if not rows and not self.field.isVisibleTo(self):
            done, total = desk.progress
            return _AT_ONE if desk.resting and total else reading(done, total, "Contradictions are listed here.")
        self._sum.setText(plural(len(conflicts), "contradiction") if conflicts else "No contradictions.")
        if self.model.show([Group(heading.key, heading, places) for heading, places in rows]):
            folded = set(self._folded)
            for number, group in enumerate(self.model.groups):
                self.view.setExpanded(self.model.index(number), group.key not in folded)
        self._enable()
        return None

    def _enable(self) -> None:
        """Only what fits the conflict selected can be done."""
        conflict = self.current
        self._fix.setEnabled(conflict is not None)
        self._intended.setEnabled(conflict is not None or self._alike() is not None)
        self._changed.setEnabled(conflict is not None and conflict.kind == "attribute")

    @property
    def current(self) -> Conflict | None:
        """The conflict selected, by its heading or one of its places."""
        group = self.model.group_of(self.view.currentIndex())
        return group.heading.conflict if group is not None and isinstance(group.heading, ConflictRow) else None

    def begin_note(self) -> None:
        """Let the author write a note on the words selected, or the paragraph where the cursor is."""
        selected = self.context.selection()
        if selected is None:
            self.context.say("Select the words that the note is about; then it stays with them.")
            return
        self.field.begin(selected, [each.name for each in self.context.desk.cast.characters])
        self.renew_now()

    def _keep_note(self, words: str, character: str) -> None:
        place = self.field.place
        if words and place is not None:
            index, start, end = place
            text = self.context.session.paragraphs[index].text
            made = story_bible.note(uuid.uuid4().hex[:12], words, text, start, end, character)
            self._put("a note of continuity", made)
        self.renew_now()
        self.view.setFocus()

    def _alike(self) -> Alike | None:
        """The two names much alike that are selected."""
        index = self.view.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        return row.alike if isinstance(row, TextRow) else None

    def _reply(self, reply: Reply) -> None:
        conflict, pair = self.current, self._alike()
        if pair is not None and reply is Reply.INTENDED:
            self._put("two names much alike", story_bible.mean_alike(pair))
            self.context.say(f"{pair.one} and {pair.other} stay as they are. Ctrl+Z takes that back.")
        if conflict is None:
            return
        said = "intended" if reply is Reply.INTENDED else "changed on the way"
        self._put(f"“{conflict.subject}” {said}", story_bible.reply(conflict, reply, self._text_of))
        self.context.say(f"{conflict.subject}: {said}. It is not asked again; Ctrl+Z takes that back.")

    def _take_back(self) -> None:
        row = self.view.currentIndex().data(ROW) if self.view.currentIndex().isValid() else None
        if isinstance(row, TextRow) and row.answer is not None:
            self._put("opening a contradiction again", story_bible.take_back(row.answer))
        elif isinstance(row, TextRow) and row.note is not None:
            self._put("removing a note", story_bible.drop_note(row.note.id))

    def _put(self, label: str, entry: Entry) -> None:
        self.context.decide(label, self.context.book.put(entry.kind, entry.id, entry.fields))

    def _text_of(self, paragraph: int) -> str:
        return next((each.text for each in self.context.session.paragraphs if each.id == paragraph), "")

    def _go(self, row: object) -> None:
        if isinstance(row, PlaceRow):
            self.context.go_to(row.index, row.start, row.end)
        elif isinstance(row, TextRow) and row.place is not None:
            self.context.go_to(*row.place)

    def _go_to_last(self) -> None:
        """Where it is mended is mostly the later place."""
        group = self.model.group_of(self.view.currentIndex())
        if group is not None and isinstance(group.heading, ConflictRow) and group.rows:
            self._go(group.rows[-1])

    def _fill(self, menu: QMenu) -> None:
        index: QModelIndex = self.view.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        if self.current is not None:
            menu.addActions([self._fix, self._intended])
            if self.current.kind == "attribute":
                menu.addAction(self._changed)
            menu.addSeparator()
        if self._alike() is not None:
            menu.addAction(self._intended)
        if isinstance(row, TextRow) and (row.answer or row.note):
            menu.addAction(self._drop)
        menu.addAction(self._note)
