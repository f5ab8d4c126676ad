# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand out the story: one web page for a beta reader, with what the author wishes to have in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from redraft.commands.reader_copy import hand_out
from redraft.errors import RedraftError
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import outline
from redraft.notes.reader_copy import OtherNote, Wishes, handed_out, title_of
from redraft.ui.context import Context
from redraft.ui.notes.desk import Placed
from redraft.ui.notes.looks import look_of, said

_TOLD = (
    "Your reader gets one file and opens it in any browser, on a phone too, without internet. What they note they send "
    "back as a small file; let it fall on this window. The exact text that you hand out is kept with your story, so "
    "that each note is put where its words are then."
)


class ReaderCopyDialog(QDialog):
    """Asks what goes into a copy and writes it; another one can be written at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Reader Copy")
        self._context = context
        self._written: Path | None = None
        manuscript = context.session.manuscript
        self._outline = outline(manuscript.paragraphs)
        self.title = _line("As your reader sees it", title_of(manuscript, self._outline))
        self.reader = _line("Whom this copy is for")
        self.greeting = _area("Some words to your reader, on the cover")
        self.ask_scene = _area("At the end of every scene; a question a line")
        self.ask_story = _area("At the end of the story; a question a line")
        self.mail = _line("For readers whose browser cannot send notes: where they write to")
        self.others = QCheckBox("Show the &notes of other readers in it")
        self.scenes = self._scene_list()
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self._build()
        self.reader.setFocus()

    def _build(self) -> None:
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        told.setProperty("tone", "quiet")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            ("&Reader", self.reader), ("&Title", self.title), ("&Greeting", self.greeting),
            ("Ask after a &scene", self.ask_scene), ("Ask at the &end", self.ask_story), ("Your &mail", self.mail),
            ("S&cenes", self.scenes),
        ):  # fmt: skip
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        form.addRow("", self.others)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = buttons.addButton("Save Copy…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.look = buttons.addButton("Look at It", QDialogButtonBox.ButtonRole.ActionRole)
        self.look.setEnabled(False)
        self.look.clicked.connect(self._show)
        self.save.clicked.connect(self._ask_where)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.resize(560, 620)

    def _scene_list(self) -> QListWidget:
        made = QListWidget()
        made.setMaximumHeight(120)
        for scene in self._outline.scenes:
            item = QListWidgetItem(f"{scene.number}  {scene.label}", made)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, scene.number)
        return made

    @property
    def wishes(self) -> Wishes:
        """What is asked for now."""
        return Wishes(
            self.title.text().strip(), self._context.settings.text("author"), self.reader.text().strip(),
            self.greeting.toPlainText().strip(), self._chosen(), _lines(self.ask_scene), _lines(self.ask_story),
            self.mail.text().strip())  # fmt: skip

    def _chosen(self) -> frozenset[int]:
        """The scenes ticked; none where all are."""
        items = [self.scenes.item(row) for row in range(self.scenes.count())]
        ticked = [each.data(Qt.ItemDataRole.UserRole) for each in items if each.checkState() == Qt.CheckState.Checked]
        return frozenset() if len(ticked) == len(items) else frozenset(ticked)

    def write(self, path: Path) -> bool:
        """Write the copy; whether it was written. What went wrong is said in the dialog."""
        context, wishes = self._context, self.wishes
        manuscript = context.session.manuscript
        if self.scenes.count() and not wishes.scenes and self._none_ticked():
            self.said.setText("Tick the scenes that your reader is to have.")
            return False
        try:
            others = self._others(wishes.scenes) if self.others.isChecked() else ()
            hand_out(manuscript, wishes, path, others)
        except RedraftError as error:
            self.said.setText(str(error))
            return False
        to = f" Send it to {wishes.reader}." if wishes.reader else ""
        self.said.setText(f"{path.name} was written.{to}")
        self._written = path
        self.look.setEnabled(True)
        return True

    def _show(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _none_ticked(self) -> bool:
        return all(self.scenes.item(row).checkState() != Qt.CheckState.Checked for row in range(self.scenes.count()))

    def _others(self, scenes: frozenset[int]) -> Sequence[OtherNote]:
        """The open notes whose words are in the copy, as places of its text."""
        notes, whole = self._context.notes, self._context.session.manuscript
        part = handed_out(whole, scenes)
        indices = {each.id: index for index, each in enumerate(part.paragraphs)}
        found: list[OtherNote] = []
        for each in notes.all():
            place = _place(each, whole.paragraphs, indices)
            if place is not None and not each.note.done:
                start, end = part.source_span(*place)
                found.append(OtherNote(each.note.author, look_of(each.note).name, said(each.note), start, end))
        return found

    def _ask_where(self) -> None:
        path = self._context.session.manuscript.path
        folder = path.parent if path else Path.home()
        reader = f" – {self.reader.text().strip()}" if self.reader.text().strip() else ""
        name = "".join("_" if each in '<>:"/\\|?*' else each for each in f"{self.wishes.title}{reader}.html")
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the Reader Copy", str(folder / name), "Web page (*.html)")
        if chosen:
            self.write(Path(chosen))


def _place(placed: Placed, paragraphs: Sequence[Paragraph], indices: dict[int, int]) -> tuple[int, int, int] | None:
    spot = placed.spot
    if spot is None or spot.first != spot.last:
        return None
    index = indices.get(paragraphs[spot.first].id)
    return None if index is None else (index, spot.start, spot.end)


def _line(hint: str, text: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(hint)
    return field


def _area(hint: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(hint)
    field.setTabChangesFocus(True)
    field.setFixedHeight(52)
    return field


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(each.strip() for each in field.toPlainText().splitlines() if each.strip())
