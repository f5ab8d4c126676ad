# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the log of a window: what was opened, how long the checking took, which checkers were missing."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from redraft.storage.log import Log, Word
from redraft.ui.context import Context


class Logbook(QObject):
    """Listens on the context's bus and writes into ``log``."""

    def __init__(self, context: Context, log: Log | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log or Log()
        self._context = context
        self._opened: float | None = None
        self._missing: set[str] = set()
        context.bus.document_opened.connect(self._open)
        context.bus.progress_changed.connect(self._progress)
        context.bus.engines_changed.connect(self._engines)

    def rule_left_out(self, check: str, why: str) -> None:
        """A rule was switched off because it failed ("raised") or took too long ("hung")."""
        self.log.note("rule-left-out", check=Word(check), why=Word(why))

    def worker_restarted(self) -> None:
        """The analysis process had died."""
        self.log.note("worker-restarted")

    def _open(self) -> None:
        manuscript = self._context.session.manuscript
        if manuscript.path is not None:
            self._opened = time.monotonic()
            self.log.note("opened", format=Word(manuscript.files[0].format), paragraphs=len(manuscript.paragraphs))

    def _progress(self, done: int, total: int) -> None:
        if self._opened is not None and total and done >= total:
            self.log.note("checked", words=total, seconds=time.monotonic() - self._opened)
            self._opened = None

    def _engines(self) -> None:
        missing = {each.name for each in self._context.desk.engines if each.state == "unavailable"}
        for name in sorted(missing - self._missing):
            self.log.note("checker-missing", name=Word(name))
        self._missing = missing
