# SPDX-License-Identifier: GPL-3.0-or-later
"""The widgets of the history window, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from redraft.ui import theme as themes
from redraft.ui.dialogs.redline import style
from redraft.ui.history.painting import MomentDelegate
from redraft.ui.messages import NoticeBar
from redraft.ui.panels.lists import RowList
from redraft.ui.panels.words import plural

WHOLE = "The whole story"
_NOTHING = (
    "<h2>This is the story as it is now</h2>"
    "<p>Choose an earlier state on the left to see it beside the present one, to compare the two word by word, and to "
    "have all of it back, or one scene. Bringing a state back is one step of undo, and what is here now is kept in "
    "this list first.</p>"
)
_EMPTY = (
    "<h2>No earlier states yet</h2>"
    "<p>They come by themselves: one each time you save, one before everything that changes much at once (accepting "
    "all suggestions, renaming a character, taking in readers’ notes), and what you type between two savings, about "
    "every five minutes.</p><p>To keep the story as it is now for good, give it a name above, such as “before Anna’s "
    "notes”.</p>"
)
_NOWHERE = "<p>This story is in no file yet. Once you save it, its states are kept with it.</p>"


class Widgets:
    """Made once for a window; ``list`` is the line of time, ``view`` what the chosen state holds."""

    def __init__(self, window: QDialog) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText("A name for the story as it is now, such as “before Anna’s notes”")
        self.name.setAccessibleName("A name for the present state")
        self.keep = _button("&Keep under this name", "Text, decisions and notes; what has a name is never thinned out")
        self.list = RowList("Earlier states, the newest first")
        self.list.setItemDelegate(MomentDelegate(self.list))
        self.head = QLabel()
        self.head.setProperty("scale", "title")
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.columns = QWidget()
        self.view = QTextBrowser()
        self.view.setAccessibleName("The chosen state on the left, the present on the right")
        self.view.setOpenLinks(False)
        self.scope = QComboBox()
        self.scope.setAccessibleName("What is to come back")
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(22)
        self.notices = NoticeBar()
        self.count = QLabel()
        self.count.setProperty("tone", "quiet")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(72)
        self.busy.setAccessibleName("Reading the history")
        self.compare = _button("&Compare…", "This state and any other, word by word")
        self.copy = _button("&Save a copy…", "A file that holds exactly what was in it then")
        self.back = _button("&Bring back", "On the page, as one step of undo; what is here now is kept first")
        self.head.hide()
        self.columns.hide()
        self.close = _button("Close", "")
        self._lay_out(window)
        self.set_theme()

    def set_theme(self) -> None:
        """Take on the theme that is in force now."""
        self.view.document().setDocumentMargin(12)
        self.view.document().setDefaultStyleSheet(style(dict(themes.current().colours), themes.serif().family()))

    def offer_scenes(self, names: Sequence[str]) -> None:
        """What may come back: the whole story, or one of these scenes."""
        self.scope.clear()
        self.scope.addItems([WHOLE, *names])

    def show_nothing(self, any_states: bool, in_a_file: bool) -> None:
        """The present is chosen: say what can be done here."""
        self.head.setText("")
        self.head.hide()
        self.columns.hide()
        self.view.setHtml((_NOTHING if any_states else _EMPTY) + ("" if in_a_file else _NOWHERE))

    def show_differences(self, html: str, count: int) -> None:
        """What differs between then and now."""
        self.head.show()
        self.columns.setVisible(count > 0)
        if not count:
            self.view.setHtml("<p class='quiet'>Here the words are the same as now.</p>")
            return
        more = f"<p class='quiet'>{plural(count, 'paragraph')} {'differs' if count == 1 else 'differ'}.</p>"
        self.view.setHtml(more + html)

    def _lay_out(self, window: QDialog) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.keep)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.count, self.busy):
            foot.addWidget(widget)
        foot.addStretch(1)
        for control in (self.scope, self.back, self.compare, self.copy, self.close):
            foot.addWidget(control)
        column = QVBoxLayout(window)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._both(), 1)
        column.addWidget(self.notices)
        column.addLayout(foot)

    def _both(self) -> QSplitter:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(4)
        heads = QHBoxLayout(self.columns)
        heads.setContentsMargins(16, 0, 16, 0)
        for text in ("As it was", "As it is now"):
            label = QLabel(text)
            label.setProperty("scale", "caption")
            label.setProperty("tone", "quiet")
            heads.addWidget(label, 1)
        for widget in (self.head, self.columns):
            inside.addWidget(widget)
        inside.addWidget(self.view, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(right)
        both.setStretchFactor(1, 1)
        both.setSizes([380, 660])
        return both


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    return made
