# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which two versions of a story, or any two files, are compared side by side, word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from redraft.storage.atomic import write
from redraft.ui import theme as themes
from redraft.ui.dialogs.comparing import PER_PAGE, Comparison, compared
from redraft.ui.dialogs.redline import style
from redraft.ui.filters import open_filter
from redraft.ui.jobs import Jobs
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.versions import Version, of_file

_ANOTHER = "another file…"


class CompareWindow(QDialog):
    """Compares what is chosen above its two columns. ``versions`` are offered for both, the present one first;
    ``author`` is whose tracked changes are saved; ``chosen`` are the places of the earlier and the later version."""

    def __init__(
        self, title: str, versions: Sequence[Version], author: str, parent: QWidget | None = None,
        chosen: tuple[int, int] = (1, 0),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Compare: {title}")
        self.resize(1040, 720)
        self._title, self._author = title, author
        self._versions = list(versions)
        self._comparison: Comparison | None = None
        self._current = self._page = -1
        self._places: dict[str, int] = {}
        self.jobs = Jobs(self)
        self._make(*chosen)
        self._lay_out()
        self._connect()
        if len(self._versions) > 1:
            self.compare()
        else:
            self.count.setText("Choose an earlier version to compare with.")

    # --- what an author does -------------------------------------------------------------------------------

    def compare(self) -> None:
        """Compare the versions that are chosen now, in a thread."""
        old, new = (self._versions[each.currentIndex()] for each in (self.old, self.new))
        self._comparison = None
        self._enable()
        self.count.setText("Comparing…")
        self.busy.show()
        self.jobs.run(lambda _: compared(old, new), self._show, self._failed)

    def go(self, step: int) -> None:
        """To the next difference, or the one before; from the last to the first."""
        count = self._comparison.count if self._comparison is not None else 0
        if not count:
            return
        self._current = (self._current + step) % count if self._current >= 0 else 0 if step > 0 else count - 1
        self._mark()
        self._say_where()

    def write(self, target: Path) -> None:
        """Save the earlier version with the changes tracked; an existing file is asked about first."""
        if target.exists():
            self.notices.ask(f"{target.name} stands there already.", (
                Answer("Another place…", self._choose_target), Answer("Replace it", partial(self._write, target))))
        else:
            self._write(target)

    # --- inside --------------------------------------------------------------------------------------------

    def _make(self, old: int, new: int) -> None:
        self.old, self.new = QComboBox(), QComboBox()
        for box, name in ((self.old, "Earlier version"), (self.new, "Later version")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.addItems([self._name(each) for each in self._versions] + [_ANOTHER])
        for box, chosen in ((self.old, old), (self.new, new)):
            box.setCurrentIndex(chosen if chosen < len(self._versions) else 0)
        self.view = QTextBrowser()
        self.view.setAccessibleName("Both versions side by side")
        self.view.setOpenLinks(False)
        self.view.document().setDefaultStyleSheet(style(dict(themes.current().colours), themes.serif().family()))
        self.count = QLabel()
        self.count.setAccessibleName("How many differences there are")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(96)
        self.busy.setAccessibleName("Comparing")
        self.busy.hide()
        self.notices = NoticeBar()
        self.back = self._button("Previous", "The difference before (Shift+F8)", lambda: self.go(-1))
        self.on = self._button("Next", "The next difference (F8)", lambda: self.go(1))
        self.save = self._button("Save as tracked changes…", "A Word document that an editor can accept or reject "
                                 "change by change", self._choose_target)

    def _button(self, text: str, tip: str, deed: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setToolTip(tip)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _=False: deed())
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        for box in (self.old, self.new):
            head.addWidget(box, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count)
        foot.addWidget(self.busy)
        foot.addStretch(1)
        close = self._button("Close", "", self.reject)
        for button in (self.back, self.on, self.save, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.notices)
        column.addLayout(foot)
        self._enable()
        self.view.setFocus()

    def _connect(self) -> None:
        for box in (self.old, self.new):
            box.activated.connect(partial(self._chosen, box))
        for keys, step in ((("F8", "Alt+Down"), 1), (("Shift+F8", "Alt+Up"), -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self, partial(self.go, step))
        QShortcut(QKeySequence("Ctrl+S"), self, self._choose_target)

    def _name(self, version: Version) -> str:
        return version.title if version.is_file else f"{self._title} {version.title}"

    def _chosen(self, box: QComboBox, row: int) -> None:
        if row < len(self._versions):
            self.compare()
            return
        name, _ = QFileDialog.getOpenFileName(self, "Compare With", str(Path.home()), open_filter())
        if name:
            self.add(Path(name), box)
        else:
            box.setCurrentIndex(0 if box is self.new else min(1, len(self._versions) - 1))

    def add(self, path: Path, box: QComboBox) -> None:
        """Offer a file for both columns, choose it in ``box``, and compare."""
        version = of_file(path)
        self._versions.append(version)
        for each in (self.old, self.new):
            each.insertItem(len(self._versions) - 1, version.title)
        box.setCurrentIndex(len(self._versions) - 1)
        self.compare()

    def _show(self, found: Comparison) -> None:
        self.busy.hide()
        self._comparison, self._current = found, -1
        self._turn(0)
        self._enable()
        self._say_where()
        self.go(1)

    def _failed(self, sentence: str) -> None:
        self.busy.hide()
        self.view.clear()
        self.count.clear()
        self.notices.say(sentence, stay=True)

    def _enable(self) -> None:
        differs = self._comparison is not None and self._comparison.count > 0
        for button in (self.back, self.on, self.save):
            button.setEnabled(differs)

    def _say_where(self) -> None:
        assert self._comparison is not None
        place = f" – {self._current + 1:,} of {self._comparison.count:,}" if self._current >= 0 else ""
        self.count.setText(self._comparison.sentence + place)

    def _turn(self, page: int) -> None:
        """Show another page of differences."""
        assert self._comparison is not None
        self._page = page
        self.view.setHtml(self._comparison.page(page))
        self._places = _anchors(self.view)

    def _mark(self) -> None:
        """Bring the present difference into view, on a tinted ground."""
        if self._current // PER_PAGE != self._page:
            self._turn(self._current // PER_PAGE)
        selections: list[QTextEdit.ExtraSelection] = []
        for name in ("old", "new"):
            cursor = QTextCursor(self.view.document())
            cursor.setPosition(self._places.get(f"{name}-{self._current}", 0))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            made = QTextEdit.ExtraSelection()
            made.cursor = cursor
            made.format.setBackground(themes.current().colour("tint"))
            made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(made)
        self.view.setExtraSelections(selections)
        box = self.view.cursorRect(selections[0].cursor)
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + box.top() - self.view.viewport().height() // 3)

    def _choose_target(self) -> None:
        if self._comparison is None or not self._comparison.count:
            return
        path = self._comparison.new.path
        folder = path.parent if path else Path.home()
        suggestion = str(folder / f"{path.stem if path else 'Untitled'} changes.docx")
        name, _ = QFileDialog.getSaveFileName(self, "Save as Tracked Changes", suggestion, "Word (*.docx)",
                                              options=QFileDialog.Option.DontConfirmOverwrite)
        if name:
            target = Path(name)
            self.write(target if target.suffix.lower() == ".docx" else target.with_name(target.name + ".docx"))

    def _write(self, target: Path) -> None:
        found = self._comparison
        if found is None:
            return
        own = [each.path for story in (found.old, found.new) for each in story.files if each.path is not None]
        if any(target.exists() and each.exists() and target.samefile(each) for each in own):
            self.notices.say(f"{target.name} is one of the two versions. Give the comparison another name.", stay=True)
            return
        self.busy.show()

        def made(_: object) -> None:
            write(target, found.as_tracked(self._author))

        self.jobs.run(made, lambda _: self._written(target), self._unwritten)

    def _written(self, target: Path) -> None:
        self.busy.hide()
        self.notices.say(f"{target.name} was written, with the changes tracked.")

    def _unwritten(self, sentence: str) -> None:
        self.busy.hide()
        self.notices.say(sentence, stay=True)

    def done(self, result: int) -> None:
        """Let no thread answer a window that is gone."""
        self.jobs.cancel()
        super().done(result)


def _anchors(view: QTextBrowser) -> dict[str, int]:
    """Where the named places of a page are."""
    found: dict[str, int] = {}
    block = view.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            for name in fragment.charFormat().anchorNames():
                found.setdefault(name, block.position())
            fragments += 1
        block = block.next()
    return found
