# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving a character another name in the text: the new name, and every change to be looked at before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redraft.characters.cast import Cast, Character
from redraft.characters.renaming import Mentioned, Renamed, renamings
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Place
from redraft.storage.story_bible import renamed as carried_over
from redraft.text.edits import Edit, apply_all
from redraft.text.span import Span
from redraft.ui.context import Context
from redraft.ui.panels.words import context as around
from redraft.ui.panels.words import plural


class RenameCharacter(QDialog):
    """Changes are ticked where they surely name the character; the rest are offered. All that is ticked is one step."""

    def __init__(self, context: Context, character: Character, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Rename {character.name} in the Text")
        self._context, self._character = context, character
        self._changes: list[Renamed] = []
        self.name = QLineEdit(character.name)
        self.name.setAccessibleName("New name")
        self.name.textChanged.connect(self._preview)
        self.list = QListWidget()
        self.list.setAccessibleName("Changes; Space ticks one or takes it out")
        self.list.itemChanged.connect(lambda _: self._count())
        self._sum = QLabel()
        self._sum.setProperty("tone", "quiet")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._rename = self._buttons.addButton("Rename", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        label = QLabel("New name, given name first. Titles and endings stay as they are.")
        label.setBuddy(self.name)
        for each in (label, self.name, self.list, self._sum, self._buttons):
            column.addWidget(each)
        self.resize(620, 460)
        self._preview()
        self.name.selectAll()

    def accept(self) -> None:
        """Make the changes that are ticked, as one step of undo."""
        ticked = [each for row, each in enumerate(self._changes)
                  if self.list.item(row).checkState() is Qt.CheckState.Checked]  # fmt: skip
        count = rename(self._context, self._character, self.name.text().strip(), ticked)
        told = f"{self._character.name} is {self.name.text().strip()} now: {plural(count, 'place')} changed."
        self._context.say(f"{told} Ctrl+Z takes it all back.")
        super().accept()

    def _preview(self) -> None:
        paragraphs = self._context.session.paragraphs
        self._changes = changes(self._character, self.name.text().strip(), self._context.desk.cast, paragraphs)
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._changes:
            before, _, after = around(paragraphs[each.index].text, each.start, each.end)
            item = QListWidgetItem(f"{before}{each.old} → {each.new}{after}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if each.sure else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._count()

    def _count(self) -> None:
        ticked = sum(self.list.item(row).checkState() is Qt.CheckState.Checked for row in range(self.list.count()))
        doubtful = sum(not each.sure for each in self._changes)
        more = f"; {plural(doubtful, 'place')} where the word stands for something else, perhaps" if doubtful else ""
        self._sum.setText(f"{plural(ticked, 'change')} ticked{more}." if self._changes else "Nothing to change.")
        self._rename.setEnabled(ticked > 0)


def changes(character: Character, new: str, cast: Cast, paragraphs: Sequence[Paragraph]) -> list[Renamed]:
    """Every change that gives the character that name in the present text."""
    indices = {each.id: index for index, each in enumerate(paragraphs)}
    places = []
    for each in cast.characters:
        forms = {part for form in (each.name, *each.aliases) for part in form.split()}
        for mention in each.mentions:
            index = indices.get(mention.paragraph)
            if index is not None and any(part in paragraphs[index].text[mention.start : mention.end] for part in forms):
                places.append(Mentioned(index, mention.start, mention.end, each.name == character.name))
    return renamings(character.name, new, character.aliases, [each.text for each in paragraphs], places)


def rename(context: Context, character: Character, new: str, ticked: Sequence[Renamed]) -> int:
    """Make the changes and carry the author's decisions over to the new name, as one step; how many were made."""
    texts = {}
    paragraphs = context.session.paragraphs
    for index, some in groupby(ticked, key=lambda each: each.index):
        edits = [Edit(Span(each.start, each.end), each.new) for each in some]
        texts[index] = apply_all(paragraphs[index].text, edits)
    entries = carried_over(context.book.current, character.name, new)
    decisions = [context.book.put(each.kind, each.id, each.fields) for each in entries]
    first = min(texts, default=0)
    context.bus.much_to_change.emit(f"renaming {character.name} to {new}")
    context.session.replace_many(texts, label=f"{character.name} → {new}", initiator="rename", decisions=decisions,
                                 after=Place((first, 0), (first, 0)))  # fmt: skip
    return len(ticked)
