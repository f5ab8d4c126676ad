# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks once whether two characters are one person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redraft.characters.proposals import Proposal


class ProposalBar(QWidget):
    """A question with its evidence and two answers. ``answered``: the two names, and whether they are one person."""

    answered = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._proposal: Proposal | None = None
        self._question = QLabel()
        self._question.setWordWrap(True)
        self._question.setProperty("scale", "caption")
        row = QHBoxLayout()
        row.setSpacing(4)
        for text, same in (("Same person", True), ("Two people", False)):
            button = QPushButton(text)
            button.setProperty("link", "true")
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, same=same: self._answer(same))
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._question)
        column.addLayout(row)
        self.hide()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Ask it; None hides the question."""
        self._proposal = proposal
        self.setVisible(proposal is not None)
        if proposal is not None:
            self._question.setText(f"Are {proposal.one} and {proposal.other} one person? {proposal.reason}")

    def _answer(self, same: bool) -> None:
        if self._proposal is not None:
            self.answered.emit(self._proposal.one, self._proposal.other, same)
