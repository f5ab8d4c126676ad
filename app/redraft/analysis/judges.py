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
from collections import Counter
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


_PATIENCE = 180.0
"""Seconds for a batch of at most a thousand words; the loading of a model before the first one is among them."""


class Patience:
    """Waits for answers that are owed, in no thread of the process that owes them; calls ``lost`` when none comes."""

    def __init__(self, lost: Callable[[], None]) -> None:
        self._lost = lost
        self._lock = threading.Lock()
        self._owed: Counter[str] = Counter()
        self._without: set[str] = set()
        self._timer: threading.Timer | None = None

    def asked(self, judges: Sequence[str]) -> None:
        """Each of these owes one answer more, but those that said that they cannot work."""
        with self._lock:
            self._owed.update(each for each in judges if each not in self._without)
            if self._timer is None:
                self._wait()

    def heard(self, message: Message) -> None:
        """Whatever it is, there is life; an answer is one less that is owed."""
        with self._lock:
            if message.get("type") == "marks":
                self._owed[message["judge"]] -= 1
            elif message.get("type") == "state" and state_of(message).state != "used":
                self._without.add(state_of(message).name)
                del self._owed[state_of(message).name]
            self._wait()

    def end(self) -> None:
        """Nothing is waited for any more."""
        with self._lock:
            self._owed.clear()
            self._wait()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if any(count > 0 for count in self._owed.values()):
            self._timer = threading.Timer(_PATIENCE, self._lost)
            self._timer.daemon = True
            self._timer.start()


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
        self._patience = Patience(self._process.kill)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def ask(self, batch: int, texts: Sequence[str], urgent: bool) -> None:
        """Have every judge here read ``texts``; each answers in a message of its own. A process in which one does not
        for minutes is ended, and told of as any other that ended."""
        self._patience.asked(self.names)
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
                self._patience.heard(message)
                self._hear(self, message)
        self._patience.end()
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
