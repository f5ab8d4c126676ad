# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis process as the window has it: started at once, restarted when it dies, ended with the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from redraft.analysis.launch import command, environment

_FIRST_WAIT, _LONGEST_WAIT = 200, 30_000
_STEADY = 20_000
_GIVE_UP_AFTER = 8


class WorkerClient(QObject):
    """Carries bytes to and from ``redraft --worker``.

    ``heard``: bytes came. ``restarted``: a new process listens, and knows nothing yet. ``gave_up``: it died again and
    again; a sentence for the author. ``interval`` is the wait before the first restart, in ms; it doubles each time.
    """

    heard = Signal(bytes)
    restarted = Signal()
    gave_up = Signal(str)

    def __init__(
        self, parent: QObject | None = None, arguments: Sequence[str] | None = None, interval: int = _FIRST_WAIT,
    ) -> None:
        super().__init__(parent)
        self._arguments = list(arguments or command("--worker"))
        self._first_wait = self._wait = interval
        self._deaths = 0
        self._ending = False
        self._process: QProcess | None = None
        self._steady = QTimer(self)
        self._steady.setSingleShot(True)
        self._steady.setInterval(_STEADY)
        self._steady.timeout.connect(self._is_steady)

    def start(self) -> None:
        """Start the process; does not wait for it."""
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._failed)
        self._process = process
        process.start(self._arguments[0], self._arguments[1:])
        self._steady.start()

    def send(self, data: bytes) -> None:
        """Send bytes; lost when no process lives (the next one is told everything again)."""
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(data)

    def end(self) -> None:
        """End the process with its own kind of goodbye: the end of its input."""
        self._ending = True
        process, self._process = self._process, None
        if process is None or process.state() == QProcess.ProcessState.NotRunning:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(800):
            process.kill()
            process.waitForFinished(800)

    @property
    def pid(self) -> int:
        """The id of the living process; 0 when none lives."""
        return int(self._process.processId()) if self._process is not None else 0

    def _read(self) -> None:
        if self._process is not None:
            data = bytes(self._process.readAllStandardOutput().data())
            if data:
                self.heard.emit(data)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._died()

    def _died(self) -> None:
        if self._ending or self._process is None:
            return
        self._process.deleteLater()
        self._process = None
        self._steady.stop()
        self._deaths += 1
        if self._deaths > _GIVE_UP_AFTER:
            self.gave_up.emit(
                "The checker stops again and again, so nothing is checked now. Your text is safe, and you can go on "
                "writing; to have it checked, save and start Redraft again."
            )
            return
        QTimer.singleShot(self._wait, self._again)
        self._wait = min(self._wait * 2, _LONGEST_WAIT)

    def _again(self) -> None:
        if not self._ending:
            self.start()
            self.restarted.emit()

    def _is_steady(self) -> None:
        self._deaths = 0
        self._wait = self._first_wait


def _environment() -> QProcessEnvironment:
    made = QProcessEnvironment()
    for name, value in environment().items():
        made.insert(name, value)
    return made
