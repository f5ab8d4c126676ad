# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and writing files beside the window's own thread; the bar says what takes long, and offers to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from redraft.ui.jobs import Jobs, Progress
from redraft.ui.messages import Answer, NoticeBar

_T = TypeVar("_T")
_SOON = 800
"""Milliseconds after which the author is told what is being waited for."""


class Errands:
    """One errand at a time. ``dropped``: an errand that is stopped may be left to itself (reading); otherwise it is
    asked to stop, and its answer is waited for (writing: what is on disk must be known).
    """

    def __init__(self, bar: NoticeBar, parent: QWidget, *, dropped: bool) -> None:
        self._bar, self._dropped = bar, dropped
        self.jobs = Jobs(parent)
        self._sentence = ""
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self._say)

    @property
    def busy(self) -> bool:
        """Whether an errand is not back yet."""
        return self.jobs.busy

    def run(
        self, sentence: str, function: Callable[[Progress], _T], done: Callable[[_T], object],
        failed: Callable[[str], object],
    ) -> None:
        """Have ``function`` run; ``sentence`` is what the author reads if it takes long ("Opening story.docx…")."""
        self._end()
        self._sentence = sentence
        self._timer.start()

        def back(result: _T) -> None:
            self._end()
            done(result)

        def back_with_nothing(reason: str) -> None:
            self._end()
            failed(reason)

        self.jobs.run(function, back, back_with_nothing)

    def stop(self) -> None:
        """The author does not want to wait any longer."""
        if self._dropped:
            self._end()
            self.jobs.cancel()
        else:
            self.jobs.stop()

    def _say(self) -> None:
        if self.busy:
            self._bar.say(self._sentence, (Answer("Stop", self.stop),))

    def _end(self) -> None:
        self._timer.stop()
        self._bar.withdraw(self._sentence)
        self._sentence = ""
