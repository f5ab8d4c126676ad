# SPDX-License-Identifier: GPL-3.0-or-later
"""The judges that are not our rules, in processes of their own: they work while the parser works.

One process holds the language model, which parses; one serves the quick judges (the learned tagger and Harper); one
LanguageTool, whose server is its child. Each takes small batches, what is most urgent first, and ends with its input.
"""

from __future__ import annotations

import contextlib
import itertools
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Any

from redraft.analysis.codec import from_plain
from redraft.analysis.framing import BrokenStream, Message, encode, read_message
from redraft.analysis.launch import command, environment
from redraft.analysis.state import EngineState
from redraft.checks.story import EngineMark

Marks = tuple[EngineMark, ...]

READER = "language"
"""The language model, asked as the judges are: what it says of a paragraph is the packed analysis."""


class JudgeProcess:
    """A child process that hosts the judges ``names``. Messages from it go to ``hear``, from a thread of its own.

    ``hear`` gets the process and a message: ``{"type": "marks", "judge", "batch", "marks"}``, ``{"type": "state",
    "value": EngineState}`` or ``{"type": "ended"}``.
    """

    def __init__(self, names: Sequence[str], hear: Callable[[JudgeProcess, Message], None]) -> None:
        self.names = tuple(names)
        self._hear = hear
        self._process = subprocess.Popen(
            command("--worker", "judges", *names), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(),
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def ask(self, batch: int, texts: Sequence[str], urgent: bool) -> None:
        """Have every judge here read ``texts``; each answers in a message of its own."""
        self._send({"type": "judge", "batch": batch, "texts": list(texts), "urgent": urgent})

    def close(self) -> None:
        """End the process; it stops what it started."""
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)
        if threading.current_thread() is not self._listener:
            self._listener.join(5)

    def _send(self, message: Message) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):  # a dead process is told of by its listener
            self._process.stdin.write(encode(message))
            self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(BrokenStream, OSError, ValueError), self._process.stdout as stream:
            while (message := read_message(stream)) is not None:
                self._hear(self, message)
        self._hear(self, {"type": "ended"})


def marks_of(message: Message) -> list[Marks]:
    """The marks in an answer, one tuple a text."""
    return from_plain(list[Marks], message["marks"])


def state_of(message: Message) -> EngineState:
    """The state in a message."""
    return from_plain(EngineState, message["value"])


class Batches:
    """A queue of batches for a judge's main loop: urgent ones first, otherwise in the order they came."""

    def __init__(self) -> None:
        self._queue: queue.PriorityQueue[tuple[int, int, Any]] = queue.PriorityQueue()
        self._order = itertools.count()

    def put(self, message: Message | None, urgent: bool = False) -> None:
        """Add a message; None means the end, and comes before everything."""
        rank = -1 if message is None else (0 if urgent else 1)
        self._queue.put((rank, next(self._order), message))

    def get(self) -> Message | None:
        """The next message, waiting for one."""
        message: Message | None = self._queue.get()[2]
        return message

    def urgent(self) -> Message | None:
        """An urgent message, where one waits."""
        try:
            item = self._queue.get_nowait()
        except queue.Empty:
            return None
        if item[0] == 0:
            message: Message | None = item[2]
            return message
        self._queue.put(item)
        return None
