# SPDX-License-Identifier: GPL-3.0-or-later
"""A worker process and the desk that talks to it, without Qt."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from redraft.analysis.desk import Desk, News
from redraft.analysis.launch import command, environment
from redraft.formats.registry import read_bytes
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

STORY = (
    "The lamp went out. “I will not go.” She said.\n"
    "\n"
    "Mara saw the the door. Nobody was there.\n"
    "\n"
    "The street was dark, and the rain had stopped.\n"
)


class Worker:
    """A real worker process under a desk; a thread collects what it writes."""

    def __init__(self) -> None:
        self.desk = Desk(self._send)
        self.news: list[News] = []
        self._data: queue.Queue[bytes] = queue.Queue()
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            command("--worker"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
        self._reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self._reader.start()

    def _send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        with process.stdout as stream:
            while data := os.read(stream.fileno(), 65536):
                self._data.put(data)

    def until(self, wanted: Callable[[], bool], seconds: float = 90.0) -> None:
        """Feed the desk until something is so."""
        end = time.monotonic() + seconds
        while not wanted():
            left = end - time.monotonic()
            assert left > 0, "the worker did not come to it in time"
            with contextlib.suppress(queue.Empty):
                self.news += self.desk.feed(self._data.get(timeout=min(left, 0.2)))

    def marked(self) -> set[str]:
        """The words of all findings now."""
        return {finding.text for _, finding in self.desk.all_findings()}

    def close(self) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        self.process.wait(20)
        self._reader.join(20)


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def session() -> Session:
    return Session(read_bytes(STORY.encode(), "story.txt").manuscript)


@pytest.fixture
def opened(worker: Worker, session: Session) -> Worker:
    """A worker that has finished with the story."""
    session.subscribe(worker.desk.edited)
    worker.desk.open(session, Decisions(), ("builtin",))
    worker.until(lambda: worker.desk.resting and len(worker.marked()) >= 2)
    return worker
