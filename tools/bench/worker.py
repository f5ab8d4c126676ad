# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis process under measurement: whole book, one edited paragraph, opened again; and its memory."""

from __future__ import annotations

import contextlib
import os
import queue
import random
import statistics
import subprocess
import threading
import time
from collections.abc import Callable

import psutil

from redraft.analysis.desk import Desk
from redraft.analysis.launch import command, environment
from redraft.formats.registry import read_bytes
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

ENGINES = ("builtin", "harper")


class Bench:
    """A worker under a desk, as the window has it, without the window."""

    def __init__(self, home: str) -> None:
        self.desk = Desk(self._send)
        self._data: queue.Queue[bytes] = queue.Queue()
        self.process = subprocess.Popen(
            command("--worker"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=dict(environment(), REDRAFT_HOME=home))
        threading.Thread(target=self._read, daemon=True).start()
        self.peak = 0
        threading.Thread(target=self._watch, daemon=True).start()

    def until(self, wanted: Callable[[], bool], seconds: float = 600.0) -> float:
        """Feed the desk until something is so; the seconds it took."""
        start = time.perf_counter()
        while not wanted():
            if time.perf_counter() - start > seconds:
                raise TimeoutError("the analysis did not come to an end")
            with contextlib.suppress(queue.Empty):
                self.desk.feed(self._data.get(timeout=0.05))
        return time.perf_counter() - start

    def end(self) -> None:
        """End the worker."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(30)

    def _send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def _read(self) -> None:
        assert self.process.stdout is not None
        while data := os.read(self.process.stdout.fileno(), 1 << 16):
            self._data.put(data)

    def _watch(self) -> None:
        """The most memory all processes hold together: the sum of PSS, in bytes."""
        me = psutil.Process(self.process.pid)
        with contextlib.suppress(psutil.Error):
            while me.is_running():
                held = 0
                for each in (me, *me.children(recursive=True)):
                    with contextlib.suppress(psutil.Error):
                        held += each.memory_full_info().pss
                self.peak = max(self.peak, held)
                time.sleep(0.3)


def measure(text: str, home: str, edits: int = 40) -> dict[str, float]:
    """Seconds for the whole, MB at most, and milliseconds to check an edited paragraph of up to 200 words again
    (median and 95th percentile), after the book is analysed and while it is; milliseconds from an edit to the cast,
    speakers and continuity that follow from it."""
    figures: dict[str, float] = {}
    bench = Bench(home)
    session = Session(read_bytes(text.encode(), "novel.txt").manuscript)
    session.subscribe(bench.desk.edited)
    bench.desk.open(session, Decisions(), ENGINES)
    bench.until(lambda: bench.desk.progress[0] > 0)
    during = _edits(bench, session, edits)
    figures["whole_seconds"] = bench.until(lambda: bench.desk.resting and bench.desk.whole is not None)
    after = _edits(bench, session, edits)
    bench.until(lambda: bench.desk.resting)
    people = _people(bench, session, edits // 2)
    figures["people_median_ms"] = statistics.median(people) * 1000
    figures["people_p95_ms"] = sorted(people)[int(len(people) * 0.95)] * 1000
    figures["peak_mb"] = bench.peak / 1e6
    for name, times in (("during", during), ("after", after)):
        figures[f"edit_{name}_median_ms"] = statistics.median(times) * 1000
        figures[f"edit_{name}_p95_ms"] = sorted(times)[int(len(times) * 0.95)] * 1000
    bench.end()
    return figures


def whole(text: str, home: str) -> tuple[float, float]:
    """Seconds from a cold start to everything analysed, and the most memory in MB."""
    start = time.perf_counter()
    bench = Bench(home)
    session = Session(read_bytes(text.encode(), "novel.txt").manuscript)
    bench.desk.open(session, Decisions(), ENGINES)
    bench.until(lambda: bench.desk.progress[1] > 0 and bench.desk.resting and bench.desk.whole is not None)
    seconds = time.perf_counter() - start
    time.sleep(2)
    bench.end()
    return seconds, bench.peak / 1e6


def reopened(text: str, home: str) -> float:
    """Seconds from a cold start to all findings of a manuscript that was analysed before."""
    start = time.perf_counter()
    bench = Bench(home)
    session = Session(read_bytes(text.encode(), "novel.txt").manuscript)
    bench.desk.open(session, Decisions(), ENGINES)
    bench.until(lambda: bench.desk.whole is not None and next(bench.desk.all_findings(), None) is not None)
    seconds = time.perf_counter() - start
    bench.end()
    return seconds


def _edits(bench: Bench, session: Session, number: int) -> list[float]:
    chance = random.Random(1)
    long_enough = [
        index for index, each in enumerate(session.paragraphs) if 40 <= each.text.count(" ") <= 200]
    times: list[float] = []
    for turn in range(number):
        index = chance.choice(long_enough)
        text = session.paragraphs[index].text
        place = text.index(" ", len(text) // 2)
        session.replace(index, index + 1, [f"{text[:place]} slowly{text[place:]}"], label="typing",
                        initiator="editor", merge_key=str(turn))
        times.append(bench.until(lambda i=index: not bench.desk.awaited(session.paragraphs[i].id)))
        time.sleep(0.3)
    return times


def _people(bench: Bench, session: Session, number: int) -> list[float]:
    """Seconds from words put before a speech to the quotation's new place in the cast, the window's end of the pipe."""
    chance = random.Random(2)
    times: list[float] = []
    for _ in range(number):
        quote = chance.choice([each for each in bench.desk.cast.quotes if each.start == 0])
        index = next(place for place, each in enumerate(session.paragraphs) if each.id == quote.paragraph)
        text = f"Slowly now: {session.paragraphs[index].text}"
        session.replace(index, index + 1, [text], label="typing", initiator="editor")
        times.append(bench.until(lambda i=session.paragraphs[index].id: any(
            each.paragraph == i and each.start == 12 for each in bench.desk.cast.quotes)))
        time.sleep(0.5)
    return times
