# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis process: one loop that takes the latest messages first and works a slice at a time in between.

``redraft --worker`` speaks on its standard input and output; the end of its input ends it. Where a rule hangs, a
watchdog of the interpreter ends the process and leaves a trace, from which the next one learns the rule's name.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import queue
import re
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from redraft.analysis.codec import from_plain
from redraft.analysis.evidence import Library
from redraft.analysis.framing import BrokenStream, Message, encode, read_message
from redraft.analysis.hub import Hub
from redraft.analysis.impressions import Impressions
from redraft.analysis.judges import JudgeProcess
from redraft.analysis.pipes import own_pipes, serve_and_leave
from redraft.analysis.results import Results
from redraft.analysis.store import EvidenceStore
from redraft.analysis.study import Study
from redraft.analysis.survey import Facts, GivenUp, Snapshot, facts, people, survey, with_people, with_roughness
from redraft.analysis.versions import versions
from redraft.analysis.warming import warm_beside
from redraft.checks.catalogue import by_id
from redraft.checks.check import Check
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import Shape, ShapeKind
from redraft.places import cache_folder
from redraft.storage.decisions import Decisions

_HUNG_SECONDS = 20
Then = Callable[[Callable[[], None]], None]
_RULE_PLACE = re.compile(r'[\\/]checks[\\/]rules[\\/]([\w\\/]+)\.py"')


def run() -> int:
    """``redraft --worker``: serve until the input ends."""
    source, target = own_pipes()
    sys.setswitchinterval(0.001)  # a survey in its thread gives way to an edited paragraph at once
    serve_and_leave(lambda: Worker(source, target).run(), target)


class Worker:
    """Reads messages, keeps one :class:`Study`, writes what it tells."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source, self._target = source, target
        self._write_lock = threading.Lock()
        self._inbox: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._generation = 0
        self._hub = Hub(lambda process, message: self._inbox.put(("judge", (process, message))))
        store = EvidenceStore(cache_folder() / "evidence.sqlite")
        library = Library(store, versions())
        self._study = Study(library, self._hub, self._tell, self._start_survey, self._start_people)
        self._study.keep_results(Results(store))
        self._opened = self._worked = False
        self._impressions = Impressions()
        self._study.hung = rules_that_hung()

    def run(self) -> None:
        """Work until the input ends."""
        threading.Thread(target=self._listen, daemon=True).start()
        warm_beside()
        trace = trace_file()
        with contextlib.suppress(OSError):
            trace.parent.mkdir(parents=True, exist_ok=True)
        with trace.open("w", encoding="utf-8") as watch:
            try:
                while self._take_news():
                    if self._opened:
                        faulthandler.dump_traceback_later(_HUNG_SECONDS, exit=True, file=watch)
                        self._worked = self._study.step()
                        faulthandler.cancel_dump_traceback_later()
            finally:
                self._hub.close()
        trace.unlink(missing_ok=True)

    def _take_news(self) -> bool:
        """Handle all messages that wait; when there is no work, wait for one. False at the end of the input."""
        working = self._opened and self._worked
        while True:
            try:
                kind, news = self._inbox.get(block=not working, timeout=self._study.wait_seconds())
            except queue.Empty:
                return True
            if kind == "end":
                return False
            self._handle(kind, news)
            working = True

    def _handle(self, kind: str, news: Any) -> None:
        if kind == "host":
            self._host(news)
        elif kind == "judge":
            process, message = news
            self._judge(process, message)
        elif kind == "seen":
            generation, take = news
            if generation == self._generation:
                take()

    def _host(self, message: Message) -> None:
        kind = message["type"]
        if kind == "open":
            self._generation = message["generation"]
            self._impressions = Impressions()
            self._opened = True
            decisions = from_plain(Decisions, message["decisions"])
            self._tell("rules", value=[[each.id, each.name, each.sentence_bound] for each in by_id().values()])
            self._study.hung |= frozenset(message.get("left_out", ()))
            for each in sorted(self._study.hung):
                self._tell("left_out", check=each, why="hung")
            self._study.open([_paragraph(each) for each in message["paragraphs"]], decisions, message["engines"])
        elif kind == "edit":
            for index, removed, inserted in message["changes"]:
                self._study.edit(index, removed, [_paragraph(each) for each in inserted])
        elif kind == "decide":
            self._study.decide(from_plain(Decisions, message["decisions"]))
        elif kind == "engines":
            self._study.use_engines(message["engines"])
        elif kind == "visible":
            self._study.visible(message["first"], message["last"])

    def _judge(self, process: JudgeProcess, message: Message) -> None:
        self._study.heard(self._hub.heard(process, message))

    def _start_survey(self, study: Study, snapshot: Snapshot, checks: Sequence[Check]) -> None:
        moved_on, memory = study.moved_on, self._impressions

        def pause() -> None:
            if moved_on():
                raise GivenUp

        def work(then: Then) -> None:
            found = facts(snapshot)
            memory.renew(found, snapshot)
            known = with_roughness(found, snapshot, checks, pause, memory)
            then(lambda: study.take_facts(snapshot, known))
            seen = survey(snapshot, known, pause)
            then(lambda: study.surveyed(snapshot, known, seen))

        self._beside(work)

    def _start_people(self, study: Study, snapshot: Snapshot, known: Facts) -> None:
        def work(then: Then) -> None:
            now = with_people(known, snapshot)
            seen = people(snapshot, now)
            then(lambda: study.met(now, seen))

        self._beside(work)

    def _beside(self, work: Callable[[Then], None]) -> None:
        """In a thread: a look at the whole takes seconds, and an edited paragraph does not wait for it. What it brings
        is passed to ``then`` and done in the loop, unless another story was opened meanwhile."""
        generation, study = self._generation, self._study

        def then(take: Callable[[], None]) -> None:
            self._inbox.put(("seen", (generation, take)))

        def watched() -> None:
            try:
                work(then)
            except GivenUp:
                then(study.survey_stopped)
            except Exception as error:  # the findings must go on without the panels
                reason = f"{type(error).__name__}: {error}"
                then(lambda: study.survey_failed(reason))

        threading.Thread(target=watched, daemon=True).start()

    def _tell(self, type: str, **fields: Any) -> None:
        with self._write_lock, contextlib.suppress(OSError):
            self._target.write(encode({"type": type, "generation": self._generation, **fields}))
            self._target.flush()

    def _listen(self) -> None:
        try:
            while (message := read_message(self._source)) is not None:
                self._inbox.put(("host", message))
        except (BrokenStream, OSError):
            pass
        self._inbox.put(("end", None))


def trace_file() -> Path:
    """Where this worker leaves its trace if it hangs."""
    return cache_folder() / "traces" / f"{os.getpid()}.txt"


def rules_that_hung() -> frozenset[str]:
    """The ids of the rules in which earlier workers hung; their traces are used up."""
    found: set[str] = set()
    for path in trace_file().parent.glob("*.txt"):
        with contextlib.suppress(OSError):
            place = _RULE_PLACE.search(path.read_text(encoding="utf-8", errors="replace"))
            if place:
                found.update(rules_of_module(place[1]))
                path.unlink()
    return frozenset(found)


def rules_of_module(path: str) -> list[str]:
    """The ids of the rules declared in the module with this path below ``rules``."""
    wanted = "redraft.checks.rules." + re.sub(r"[\\/]", ".", path)
    return [each.id for each in by_id().values() if each.rule.__module__ == wanted]


def _paragraph(sent: list[Any]) -> Paragraph:
    number, text, gap, file, kind, level = sent
    return Paragraph(number, text, text, gap, file, shape=Shape(ShapeKind(kind), level))
