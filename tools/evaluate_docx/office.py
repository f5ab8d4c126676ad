# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice as a client that is asked what it shows of a file, and started anew when it crashes or hangs."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

CLIENT = Path(__file__).with_name("office_client.py")
Deed = Literal["accept", "reject", "accept each", "reject each", "keep"]
_START, _PATIENCE = 90.0, 60.0
_ENDED, _SLOW = "LibreOffice ended", "it took too long"
_PYTHONS = ("/usr/bin/python3", "python3")


@dataclass(frozen=True)
class Shown:
    """What LibreOffice shows of a file: the body's paragraphs, those of its boxes; ``error`` is "" when it opened."""

    paragraphs: Sequence[str] = ()
    boxes: Sequence[str] = ()
    error: str = ""


def missing() -> str:
    """Why LibreOffice cannot be asked here; "" when it can."""
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed"
    return "" if _python() else "LibreOffice's Python module (python3-uno) is not installed"


@dataclass
class Office:
    """A LibreOffice that runs while the ``with`` block does."""

    _process: subprocess.Popen[str] | None = field(default=None, init=False)
    _first: bool = field(default=True, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def show(self, path: Path, deed: Deed = "keep") -> Shown:
        """What it shows of a file after ``deed``; one retry in a fresh LibreOffice after a crash."""
        found = self._ask(path, deed)
        if found.error == _ENDED:
            self._end(crashed=True)
            found = self._ask(path, deed)
        if found.error in (_ENDED, _SLOW):
            self._end(crashed=True)
        return found

    def _ask(self, path: Path, deed: Deed) -> Shown:
        process = self._process = self._process or _started()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps([str(path), deed]) + "\n")
            process.stdin.flush()
        except BrokenPipeError:
            return Shown(error=_ENDED)
        with selectors.DefaultSelector() as waiting:
            waiting.register(process.stdout, selectors.EVENT_READ)
            if not waiting.select(_START if self._first else _PATIENCE):
                return Shown(error=_SLOW)
        self._first = False
        line = process.stdout.readline()
        return Shown(**json.loads(line)) if line else Shown(error=_ENDED)

    def _end(self, *, crashed: bool = False) -> None:
        process, self._process, self._first = self._process, None, True
        if process is None:
            return
        try:
            process.communicate(timeout=0 if crashed else _PATIENCE)
        except (subprocess.TimeoutExpired, BrokenPipeError):
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _started() -> subprocess.Popen[str]:
    python = _python()
    assert python is not None
    return subprocess.Popen([python, str(CLIENT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                            stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip


def _python() -> str | None:
    """A Python that can talk to LibreOffice."""
    for each in _PYTHONS:
        if shutil.which(each) and not subprocess.run([each, "-c", "import uno"], capture_output=True).returncode:
            return each
    return None
