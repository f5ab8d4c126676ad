# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a copy of the story is ordered: its format, and which corrections are made in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from redraft.errors import RedraftError
from redraft.ui.context import Context
from redraft.ui.dialogs.exporting import Offer, offers, with_corrections, write_copy
from redraft.ui.panels.words import plural

_FORMATS = {
    ".txt": "Plain text (.txt)", ".md": "Markdown (.md)", ".odt": "OpenDocument (.odt)", ".html": "Web page (.html)",
    ".pdf": "PDF (.pdf)",
}  # fmt: skip


class ExportDialog(QDialog):
    """Asks for format and corrections, then for the file; says in the window what was written."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Export a copy")
        self.resize(440, 480)
        self._context = context
        self._findings = [finding for _, finding in context.desk.all_findings()]
        self._offers = offers(self._findings, {check: name for check, (name, _) in context.desk.rules.items()})
        self.formats = {suffix: QRadioButton(title) for suffix, title in _FORMATS.items()}
        self.as_it_is = QRadioButton("As it is")
        self.corrected = QRadioButton("With the sure corrections of these rules")
        self.rules = QListWidget()
        self.rules.setAccessibleName("Rules whose corrections are made in the copy")
        self._problem = QLabel()
        self._problem.setProperty("tone", "warning")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._fill()
        self._lay_out()

    def _fill(self) -> None:
        story = self._context.session.manuscript
        format_ = ".md" if any(each.format == "markdown" for each in story.files) else ".txt"
        self.formats[format_].setChecked(True)
        self.as_it_is.setChecked(True)
        for offer in self._offers:
            self.rules.addItem(_item(offer))
        self.rules.setEnabled(False)
        self.corrected.setEnabled(bool(self._offers))
        self.corrected.toggled.connect(self.rules.setEnabled)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton("Choose a file…", QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self._groups = []
        making = [self.as_it_is, self.corrected]
        for title, choices in (("Format", list(self.formats.values())), ("The copy is made", making)):
            heading = QLabel(title)
            heading.setProperty("tone", "quiet")
            column.addWidget(heading)
            group = QButtonGroup(self)
            for button in choices:
                group.addButton(button)
                column.addWidget(button)
            column.addSpacing(8)
            self._groups.append(group)
        column.addWidget(self.rules, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)

    @property
    def suffix(self) -> str:
        """The ending of the copy."""
        return next(suffix for suffix, button in self.formats.items() if button.isChecked())

    @property
    def chosen(self) -> frozenset[str]:
        """The rules whose corrections are made."""
        if self.as_it_is.isChecked():
            return frozenset()
        items = [self.rules.item(row) for row in range(self.rules.count())]
        checked = (each for each in items if each.checkState() is Qt.CheckState.Checked)
        return frozenset(str(each.data(Qt.ItemDataRole.UserRole)) for each in checked)

    def write(self, target: Path) -> bool:
        """Write the copy; False, and the sentence in the dialog, when it could not be."""
        story = self._context.session.manuscript
        rules = self.chosen
        try:
            write_copy(with_corrections(story, self._findings, rules), target)
        except RedraftError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return False
        made = sum(offer.count for offer in self._offers if offer.check in rules)
        corrections = f" with {plural(made, 'correction')}" if rules else ""
        self._context.say(f"{target.name} was written{corrections}. The story itself is as it was.")
        return True

    def _choose(self) -> None:
        path = self._context.session.manuscript.path
        name = path.stem if path else "Untitled"
        folder = path.parent if path else Path.home()
        suggestion = str(folder / f"{name} copy{self.suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self, "Export a copy", suggestion, f"*{self.suffix}")
        if not chosen:
            return
        target = Path(chosen)
        if self.write(target if target.suffix else target.with_suffix(self.suffix)):
            self.accept()


def _item(offer: Offer) -> QListWidgetItem:
    item = QListWidgetItem(f"{offer.name}  ({offer.count})")
    item.setData(Qt.ItemDataRole.UserRole, offer.check)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(Qt.CheckState.Checked)
    return item
