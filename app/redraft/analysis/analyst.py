# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole analysis of a manuscript in one call, as the command line wants it: the same study as the editor's."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from redraft.analysis.evidence import Library
from redraft.analysis.hub import QueuedHub
from redraft.analysis.report import Report
from redraft.analysis.store import EvidenceStore
from redraft.analysis.study import Study
from redraft.analysis.survey import Snapshot, facts, survey, with_roughness
from redraft.analysis.versions import versions
from redraft.analysis.warming import warm_beside
from redraft.checks.check import Check
from redraft.manuscript.counts import words
from redraft.manuscript.model import Manuscript
from redraft.places import cache_folder
from redraft.storage.decisions import Decisions

Progress = Callable[[int, int], None]
_PATIENCE_SECONDS = 60.0


class Analyst:
    """Analyses manuscripts one after the other; the language model and the judges are loaded once.

    Use it as a context manager: leaving it ends the judges' processes. ``cache``: keep evidence on disk; ``hub``: one
    whose processes have been started already.
    """

    def __init__(
        self, engines: Sequence[str] = ("builtin", "harper"), *, cache: bool = True, hub: QueuedHub | None = None,
    ) -> None:
        self._engines = tuple(engines)
        self._hub = hub or QueuedHub()
        self._store = EvidenceStore(cache_folder() / "evidence.sqlite" if cache else None)
        self._library = Library(self._store, versions())
        self._progress: Progress = lambda done, total: None
        self._study = Study(self._library, self._hub, self._tell, _survey_here)
        self._hub.use(self._engines)
        self._warming: threading.Thread | None = None

    def __enter__(self) -> Analyst:
        return self

    def __exit__(self, *_: object) -> None:
        self._hub.close()
        self._store.close()
        if self._warming is not None:
            self._warming.join()

    def analyse(
        self, manuscript: Manuscript, decisions: Decisions | None = None, progress: Progress | None = None,
    ) -> Report:
        """Everything there is to say of a manuscript. ``progress`` hears (words done, words in all)."""
        started = time.monotonic()
        if self._warming is None:
            self._warming = warm_beside()  # the judges take a second to start
        decisions = decisions or Decisions()
        self._progress = progress or (lambda done, total: None)
        self._study.open(manuscript.paragraphs, decisions, self._engines)
        while not self._study.finished:
            if not self._study.step() and not self._study.finished:
                self._wait()
            self._take_answers()
        return self._report(manuscript, decisions, time.monotonic() - started)

    def _wait(self) -> None:
        try:
            self._study.heard(self._hub.heard(*self._hub.inbox.get(timeout=_PATIENCE_SECONDS)))
        except queue.Empty:
            self._hub.give_up()

    def _take_answers(self) -> None:
        while not self._hub.inbox.empty():
            self._study.heard(self._hub.heard(*self._hub.inbox.get_nowait()))

    def _report(self, manuscript: Manuscript, decisions: Decisions, seconds: float) -> Report:
        study = self._study
        assert study.facts is not None and study.survey is not None
        found = [
            finding for paragraph in manuscript.paragraphs for finding in study.found(paragraph.id)
            if not decisions.hides(finding, paragraph.text) and not decisions.hides_from(finding, study.survey.cast)
        ]
        return Report(
            outline=study.facts.outline, findings=tuple(found), reading=study.survey.reading, cast=study.survey.cast,
            continuity=study.survey.continuity, engines=study.engines(),
            words=sum(words(each.text) for each in manuscript.paragraphs), seconds=seconds,
            notices=study.notices, faults=tuple(f"{check}: {error}" for check, error in study.faults.items()),
        )

    def _tell(self, type: str, **fields: Any) -> None:
        if type == "progress":
            self._progress(fields["done"], fields["total"])


def _survey_here(study: Study, snapshot: Snapshot, checks: Sequence[Check]) -> None:
    known = with_roughness(facts(snapshot), snapshot, checks)
    study.take_facts(snapshot, known)
    study.surveyed(snapshot, known, survey(snapshot, known))
