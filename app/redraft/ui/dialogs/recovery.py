# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do with text that was not saved when the program ended: both versions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from redraft.ui import theme as themes
from redraft.ui.dialogs.redline import rows, style, table
from redraft.ui.panels.words import plural

_MOST = 300
"""Differences that are shown: of more, the first."""


class Choice(Enum):
    """What the author wants: the unsaved text back, the file as it is, or to decide another time."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"


class RecoveryDialog(QDialog):
    """Offers text that was not saved. ``choice`` says what the author wants; closing the window means later.

    ``title`` is the story's name in the midst of a sentence, ``when`` says up to when the unsaved text goes ("today at
    14:32"), ``saved`` is what the file holds (None: there is none), ``torn`` whether something after that moment could
    not be read.
    """

    def __init__(
        self, title: str, when: str, saved: Sequence[str] | None, unsaved: Sequence[str],
        parent: QWidget | None = None, *, torn: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Your unsaved text")
        self.resize(920, 600)
        self.choice = Choice.LATER
        found = rows(saved or (), unsaved)
        changed = [at for at, row in enumerate(found) if not row.same]
        headline = QLabel("Your unsaved text is here")
        headline.setProperty("scale", "title")
        self.words = QLabel(_words(title, when, saved is not None, len(changed), torn))
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.view = _view(table(found, changed[:_MOST]))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(headline)
        column.addWidget(self.words)
        column.addLayout(_heads("The file as it is on disk" if saved is not None else "There is no file",
                                "What you had typed"))
        column.addWidget(self.view, 1)
        column.addWidget(_quiet("Whichever you choose, the file on disk is not touched, and the other text can still "
                                "be had: by Undo, or in File → History…"))
        column.addLayout(self._buttons(saved is not None))

    def _buttons(self, is_file: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        keep = "Go on with the file" if is_file else "Put it by"
        for text, choice in (("Decide later", Choice.LATER), (keep, Choice.DISCARD),
                             ("Bring back what I had typed", Choice.RECOVER)):
            button = QPushButton(text)
            button.setAutoDefault(choice is Choice.RECOVER)
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
            row.addWidget(button)
            if choice is Choice.LATER:
                row.addStretch(1)
            if choice is Choice.RECOVER:
                button.setDefault(True)
                button.setFocus()
        return row

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def _words(title: str, when: str, is_file: bool, differences: int, torn: bool) -> str:
    """What happened, and what is shown."""
    sentences = [f"Redraft ended before {title} was saved. What you had typed up to {when} was kept."]
    if not differences:
        sentences.append("The file on disk holds the same words already, so nothing is missing.")
    elif is_file:
        sentences.append(f"{plural(differences, 'paragraph')} {'differs' if differences == 1 else 'differ'} from the "
                         "file on disk; they stand side by side below.")
    if torn:
        sentences.append("Something that came after that moment could not be read.")
    return " ".join(sentences)


def _heads(*titles: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    for title in titles:
        row.addWidget(_quiet(title), 1)
    return row


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("scale", "caption")
    label.setProperty("tone", "quiet")
    label.setWordWrap(True)
    return label


def _view(html: str) -> QTextBrowser:
    browser = QTextBrowser()
    browser.setAccessibleName("The file on the left, what you had typed on the right")
    browser.setOpenLinks(False)
    browser.document().setDefaultStyleSheet(style(dict(themes.current().colours), themes.serif().family()))
    browser.setHtml(html)
    return browser
