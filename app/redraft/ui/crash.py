# SPDX-License-Identifier: GPL-3.0-or-later
"""When something unforeseen fails: a report file, a sentence, and the editor stays open."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

from redraft.commands.trouble import write_report
from redraft.places import data_folder
from redraft.storage.log import Log

_MOST = 3


class CrashGuard:
    """Takes over what no one caught. ``tell`` says a sentence in the window, ``log`` notes it. Made by ``ui.main``."""

    def __init__(self, tell: Callable[[str], None], log: Log | None = None) -> None:
        self._tell, self._notes = tell, log
        self._count = 0
        self._log: TextIO | None = None

    def install(self) -> None:
        """Catch from now on; hard crashes of libraries leave a trace in the user's own data."""
        sys.excepthook = self._caught
        sys.unraisablehook = lambda unraisable: self._report(unraisable.exc_value)
        try:
            folder = data_folder() / "reports"
            folder.mkdir(parents=True, exist_ok=True)
            self._log = (folder / "hard-crash.txt").open("w", encoding="utf-8")
            faulthandler.enable(self._log)
        except OSError:
            faulthandler.enable()

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        faulthandler.disable()
        if self._log is not None:
            self._log.close()
            self._log = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._report(error.with_traceback(trace))

    def _report(self, error: BaseException | None) -> None:
        """Write the report; after a few of them only the first are told, lest the author be pestered."""
        self._count += 1
        if error is None or self._count > _MOST:
            return
        if self._notes is not None:
            self._notes.failed(error)
        write_report(error)
        self._tell(
            "Something went wrong in the program itself. Your text is here as it was; to be sure, save it. "
            "Help, Save a Report, tells the makers what it was."
        )
