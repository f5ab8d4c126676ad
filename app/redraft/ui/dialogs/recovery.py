# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do with text that was not saved when the program ended: both versions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import Enum
from html import escape

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from redraft.ui import theme as themes

_CONTEXT = 2


class Choice(Enum):
    """What the author wants: the unsaved text back, the file as it is, or to decide another time."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"


def side_by_side(saved: Sequence[str], unsaved: Sequence[str]) -> tuple[str, str]:
    """Both texts as HTML, paragraph by paragraph: what differs is marked, long stretches of the same are left out."""
    left: list[str] = []
    right: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, saved, unsaved, autojunk=False).get_opcodes():
        if tag == "equal":
            shown = _shortened(saved[a:b])
            left += shown
            right += shown
        else:
            left += [f"<p class='changed'>{escape(each)}</p>" for each in saved[a:b]]
            right += [f"<p class='changed'>{escape(each)}</p>" for each in unsaved[c:d]]
    return "".join(left), "".join(right)


def _shortened(same: Sequence[str]) -> list[str]:
    if len(same) <= 2 * _CONTEXT + 1:
        return [f"<p>{escape(each)}</p>" for each in same]
    left_out = len(same) - 2 * _CONTEXT
    between = f"<p class='skip'>… {left_out:,} paragraphs that are the same …</p>"
    ends = [f"<p>{escape(each)}</p>" for each in (*same[:_CONTEXT], *same[-_CONTEXT:])]
    return [*ends[:_CONTEXT], between, *ends[_CONTEXT:]]


class RecoveryDialog(QDialog):
    """Offers text that was not saved. ``choice`` says what the author wants; closing the window means later.

    ``title`` is the story's name, ``when`` says when the unsaved text was written ("today at 14:32").
    """

    def __init__(
        self, title: str, when: str, saved: Sequence[str], unsaved: Sequence[str], parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unsaved text was found")
        self.resize(880, 560)
        self.choice = Choice.LATER
        headline = QLabel(f"Unsaved text of “{title}” was found")
        headline.setProperty("scale", "title")
        words = QLabel(
            f"Redraft ended before it could be saved. It was written {when}. Nothing is lost before you choose.")
        words.setProperty("tone", "quiet")
        words.setWordWrap(True)
        left, right = side_by_side(saved, unsaved)
        texts = QHBoxLayout()
        texts.setSpacing(12)
        self.saved = _pane(texts, "The file as it is", left)
        self.unsaved = _pane(texts, "The unsaved text", right)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(headline)
        column.addWidget(words)
        column.addLayout(texts, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, choice in (("Decide later", Choice.LATER), ("Keep the file as it is", Choice.DISCARD),
                             ("Bring the unsaved text back", Choice.RECOVER)):
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
            row.addWidget(button)
            if choice is Choice.LATER:
                row.addStretch(1)
            button.setDefault(choice is Choice.RECOVER)
        return row

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def _pane(beside: QHBoxLayout, title: str, html: str) -> QTextBrowser:
    theme = themes.current()
    label = QLabel(title)
    label.setProperty("scale", "caption")
    label.setProperty("tone", "quiet")
    browser = QTextBrowser()
    browser.setAccessibleName(title)
    browser.setFont(QFont(themes.serif()))
    browser.document().setDefaultStyleSheet(
        f"p {{ line-height: 140%; margin-top: 0; margin-bottom: 8px; font-family: '{themes.serif().family()}'; }}"
        f".changed {{ background-color: {theme.colours['tint']}; }} .skip {{ color: {theme.colours['quiet']}; }}")
    browser.setHtml(html)
    browser.document().setDocumentMargin(12)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(browser)
    beside.addLayout(column)
    return browser
