# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a copy of the story is ordered: its kind, which corrections are made in it, what is tracked; with a preview."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QRadioButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from redraft.errors import RedraftError
from redraft.formats.export import not_held
from redraft.ui import theme as themes
from redraft.ui.context import Context
from redraft.ui.dialogs.exporting import (
    KINDS,
    Kind,
    Offer,
    chapters,
    content,
    offers,
    refuse,
    with_corrections,
    write_all,
)
from redraft.ui.dialogs.preview import beginning, changes, sentence
from redraft.ui.dialogs.redline import style
from redraft.ui.jobs import Jobs, Progress
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.throttle import Throttle
from redraft.ui.versions import Version

_STILL_READ = "The story is still being read; corrections found later are not in this list."
_NOTHING = "There is nothing to track yet: choose corrections, or an earlier version to compare with."


class ExportDialog(QDialog):
    """Asks what copy is wanted, shows it, asks for the file, and says in the window what was written.

    ``earlier`` are the versions since which changes can be tracked.
    """

    def __init__(self, context: Context, earlier: Sequence[Version] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Export a copy")
        self.resize(880, 600)
        self._context, self._earlier = context, list(earlier)
        self._findings = [finding for _, finding in context.desk.all_findings()]
        self._offers = offers(self._findings, {check: name for check, (name, _) in context.desk.rules.items()})
        self._story = context.session.manuscript
        self._targets: tuple[Path, ...] = ()
        self.jobs, self._previews = Jobs(self), Jobs(self)
        self._preview_soon = Throttle(self._ask_preview, 120, self)
        self._make()
        self._fill()
        self._lay_out()
        self._connect()
        self._changed()

    # --- the order -----------------------------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        """The kind of copy."""
        return KINDS[self.kinds.currentIndex()]

    @property
    def chosen(self) -> frozenset[str]:
        """The rules whose corrections are made."""
        if self.as_it_is.isChecked():
            return frozenset()
        items = [self.rules.item(row) for row in range(self.rules.count())]
        checked = (each for each in items if each.checkState() is Qt.CheckState.Checked)
        return frozenset(str(each.data(Qt.ItemDataRole.UserRole)) for each in checked)

    @property
    def base(self) -> Version | None:
        """The version since which changes are tracked; None where nothing is tracked."""
        if not self.tracked.isChecked() or not self.tracked.isEnabled():
            return None
        row = self.since.currentIndex()
        return self._earlier[row - 1] if row else Version("as it is now", lambda: self._story)

    @property
    def by_chapter(self) -> bool:
        """Whether each chapter of a folder becomes a file of its own."""
        return self.each_chapter.isChecked() and self.each_chapter.isEnabled()

    @property
    def sense(self) -> str:
        """Why the order makes no sense; "" where it does."""
        nothing = self.base is not None and self.since.currentIndex() == 0 and not self.chosen
        return _NOTHING if nothing else ""

    def write(self, *targets: Path) -> None:
        """Write the copy, or the chapters, in a thread; an existing file is asked about first."""
        try:
            for each in targets:
                refuse(self._story, each)
        except RedraftError as error:
            self.notices.say(str(error), stay=True)
            return
        there = [each for each in targets if each.exists()]
        if not there:
            self._write(targets)
            return
        what = there[0].name if len(there) == 1 else f"{there[0].name} and {len(there) - 1} more"
        self.notices.ask(f"{what} stands there already.", (
            Answer("Another place…", self._choose), Answer("Replace it", partial(self._write, targets))))

    # --- inside --------------------------------------------------------------------------------------------

    def _write(self, targets: tuple[Path, ...]) -> None:
        story, findings, rules, kind = self._story, self._findings, self.chosen, self.kind
        base, author, by_chapter = self.base, self.author.text().strip(), self.by_chapter
        self._targets = targets

        def made(progress: Progress) -> None:
            after = with_corrections(story, findings, rules)
            before = base.read() if base is not None else None
            parts = [each for _, each in chapters(after)] if by_chapter else [after]
            copies = [partial(content, kind, each, before, author) for each in parts]
            write_all(list(zip(targets, copies, strict=True)), progress.at)

        self.progress.setRange(0, len(targets) if len(targets) > 1 else 0)
        self._set_busy(True)
        self.jobs.run(made, self._written, self._failed)

    def _written(self, _: None) -> None:
        made = sum(offer.count for offer in self._offers if offer.check in self.chosen)
        held_back = () if self.base is not None else not_held(self._story, self.kind.suffix)
        told = [sentence(made, [each.name for each in self._targets]), *(each.sentence for each in held_back)]
        self._context.say(" ".join(told))
        self.accept()

    def _failed(self, problem: str) -> None:
        self._set_busy(False)
        self.notices.say(problem, stay=True)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self._order.setEnabled(not busy)
        self._go.setEnabled(not busy and not self.sense)

    def reject(self) -> None:
        """Stop what is being made, or close."""
        if self.jobs.busy:
            self.jobs.cancel()
            self._set_busy(False)
            self.notices.say("Stopped. Nothing was written.")
            return
        super().reject()

    def done(self, result: int) -> None:
        """Keep the name, and let no thread answer a dialog that is gone."""
        self.jobs.cancel()
        self._previews.cancel()
        name = self.author.text().strip()
        if self._context.settings is not None and name != self._context.settings.text("author"):
            try:
                self._context.settings.set("author", name)
            except RedraftError as error:
                self._context.say(str(error))
        super().done(result)

    def _make(self) -> None:
        self.kinds, self.since = QComboBox(), QComboBox()
        self.kinds.setAccessibleName("Format")
        self.since.setAccessibleName("Changes are tracked since")
        self.one_file, self.each_chapter = QRadioButton("One file"), QRadioButton("A file for each chapter")
        self.as_it_is = QRadioButton("As it is")
        self.corrected = QRadioButton("With the sure corrections of these rules")
        self.rules = QListWidget()
        self.rules.setAccessibleName("Rules whose corrections are made in the copy")
        self.tracked = QCheckBox("As tracked changes that an editor accepts or rejects")
        self.author = QLineEdit()
        self.author.setAccessibleName("Whose tracked changes they are")
        self.author.setPlaceholderText("Redraft")
        self.preview = QTextBrowser()
        self.preview.setAccessibleName("What the copy will look like")
        self.preview.setOpenLinks(False)
        self.preview.document().setDocumentMargin(16)
        self.preview.document().setDefaultStyleSheet(style(dict(themes.current().colours), themes.serif().family()))
        self.why = QLabel()
        self.why.setProperty("tone", "quiet")
        self.why.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("How far the copy is")
        self.progress.hide()
        self.notices = NoticeBar()

    def _fill(self) -> None:
        self.kinds.addItems([each.title for each in KINDS])
        form = self._story.files[0].format if self._story.files else "text"
        start = {"docx": ".docx", "odt": ".odt", "markdown": ".md", "text": ".txt"}.get(form, ".docx")
        self.kinds.setCurrentIndex(next(row for row, each in enumerate(KINDS) if each.suffix == start))
        self.as_it_is.setChecked(True)
        self.one_file.setChecked(True)
        for offer in self._offers:
            self.rules.addItem(_item(offer))
        self.corrected.setEnabled(bool(self._offers))
        self.since.addItem("the story as it is now")
        self.since.addItems([f"the story {each.title}" for each in self._earlier])
        if self._context.settings is not None:
            self.author.setText(self._context.settings.text("author"))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton("Choose a file…", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self._order = QWidget()
        self._order.setFixedWidth(340)
        left = QVBoxLayout(self._order)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        self._groups: list[QButtonGroup] = []
        _add(left, "Format", self.kinds)
        if len(self._story.files) > 1:
            self._group(left, self.one_file, self.each_chapter)
        _add(left, "The copy is made")
        self._group(left, self.as_it_is, self.corrected)
        left.addWidget(self.rules, 1)
        left.addWidget(self.tracked)
        for title, field in (("By", self.author), ("Since", self.since)):
            row = QHBoxLayout()
            label = QLabel(title)
            label.setFixedWidth(40)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1)
            left.addLayout(row)
        left.addWidget(self.why)
        right = QVBoxLayout()
        right.setSpacing(8)
        _add(right, "Preview", self.preview)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._order)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(both, 1)
        for widget in (self.notices, self.progress, buttons):
            column.addWidget(widget)

    def _group(self, column: QVBoxLayout, *choices: QRadioButton) -> None:
        group = QButtonGroup(self)
        for button in choices:
            group.addButton(button)
            column.addWidget(button)
        self._groups.append(group)

    def _connect(self) -> None:
        for each in (self.as_it_is, self.corrected, self.each_chapter, self.tracked):
            each.toggled.connect(self._changed)
        self.kinds.currentIndexChanged.connect(self._changed)
        self.since.currentIndexChanged.connect(self._changed)
        self.rules.itemChanged.connect(self._changed)
        self.jobs.progressed.connect(lambda done, _: self.progress.setValue(done))

    def _changed(self) -> None:
        """Something else is ordered: what does not go with it cannot be chosen, and the preview is made anew."""
        word = self.kind.suffix == ".docx"
        self.tracked.setEnabled(word and not self.by_chapter)
        tracks = self.tracked.isChecked() and self.tracked.isEnabled()
        self.each_chapter.setEnabled(not tracks)
        for field in (self.author, self.since):
            field.setEnabled(tracks)
        self.rules.setEnabled(self.corrected.isChecked())
        self._go.setText("Choose a folder…" if self.by_chapter else "Choose a file…")
        self._go.setEnabled(not self.sense and not self.jobs.busy)
        self.why.setText(self._reason(word))
        self._preview_soon()

    def _reason(self, word: bool) -> str:
        if self.sense:
            return self.sense
        if not word and self.tracked.isChecked():
            return "Tracked changes need a Word document."
        return "" if self._context.desk.resting else _STILL_READ

    def _ask_preview(self) -> None:
        story, findings, rules, kind, base = self._story, self._findings, self.chosen, self.kind, self.base

        def made(_: Progress) -> str:
            after = with_corrections(story, findings, rules)
            if base is not None or rules:
                return changes(base.read() if base is not None else story, after)
            return beginning(kind, after)

        self._previews.run(made, self.preview.setHtml, self.preview.setPlainText)

    def _choose(self) -> None:
        path, kind = self._story.path, self.kind
        folder = (path if path.is_dir() else path.parent) if path else Path.home()
        if self.by_chapter:
            chosen = QFileDialog.getExistingDirectory(self, "Export the chapters to", str(folder))
            if chosen:
                self.write(*(Path(chosen) / f"{name}{kind.suffix}" for name, _ in chapters(self._story)))
            return
        name = f"{path.stem if path else 'Untitled'} copy{kind.suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Export a copy", str(folder / name), f"{kind.title.split(' (')[0]} (*{kind.suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            target = Path(chosen)
            self.write(target if target.suffix.lower() == kind.suffix else target.with_name(target.name + kind.suffix))


def _add(column: QVBoxLayout, title: str, *widgets: QWidget) -> None:
    heading = QLabel(title)
    heading.setProperty("tone", "quiet")
    column.addWidget(heading)
    for each in widgets:
        if isinstance(each, QComboBox):
            heading.setBuddy(each)
        column.addWidget(each)


def _item(offer: Offer) -> QListWidgetItem:
    item = QListWidgetItem(f"{offer.name}  ({offer.count})")
    item.setData(Qt.ItemDataRole.UserRole, offer.check)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(Qt.CheckState.Checked)
    return item
