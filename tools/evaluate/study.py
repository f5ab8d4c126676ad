# SPDX-License-Identifier: GPL-3.0-or-later
"""Analyses a manuscript in one process, with the parts that the program itself uses, and keeps the evidence on disk."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from redraft.analysis.evidence import Library
from redraft.analysis.judge_worker import Judge, load
from redraft.analysis.store import EvidenceStore
from redraft.analysis.survey import Snapshot, facts, passage
from redraft.analysis.versions import versions
from redraft.checks.catalogue import catalogue, story_catalogue
from redraft.checks.finding import Finding, Severity
from redraft.checks.impression import first_impression
from redraft.checks.overlaps import resolve
from redraft.checks.rules.confused.share import confusions
from redraft.checks.runner import Fault, findings, story_findings
from redraft.checks.story import Passage
from redraft.language.analysis import Analysis
from redraft.manuscript.model import Manuscript
from redraft.storage.decisions import Decisions


@dataclass
class Studied:
    """The findings of a manuscript by index of the paragraph (errors and warnings), and the time the rules took."""

    findings: list[tuple[int, Finding]]
    faults: list[Fault]
    words: int
    seconds: float
    roughness: float | None


class Reader(Protocol):
    """Whatever marks errors in a manuscript: the program, or another checker alone."""

    def study(self, manuscript: Manuscript) -> Studied:
        """What it marks."""
        ...


class Bench:
    """Loads the language model and the judges once; ``checks``: the ids to run, None for all."""

    def __init__(self, cache: Path, judges: Sequence[str] = ("tagger", "harper"), builtin: bool = True) -> None:
        self._library = Library(EvidenceStore(cache), versions())
        self._judges: dict[str, Judge] = {name: load(name) for name in judges}
        self._builtin = builtin

    def study(self, manuscript: Manuscript) -> Studied:
        """What the default profile shows in a manuscript."""
        snapshot = self._snapshot(manuscript)
        known = facts(snapshot)
        checks = [each for each in catalogue() if self._builtin or not each.id.startswith("learned-")]
        numbers = range(len(snapshot.paragraphs))
        started = time.perf_counter()
        first = self.passages(manuscript)
        seen, confused = first_impression(first, checks), confusions(first)
        story = replace(known.story, roughness=seen.roughness, abundant=seen.abundant, confusions=confused)
        known = replace(known, story=story)
        passages = [passage(snapshot, known, each) for each in numbers]
        faults: list[Fault] = []
        readings = [each.reading for each in snapshot.evidence]
        whole: dict[int, list[Finding]] = {}
        for each in story_findings(snapshot.paragraphs, readings, passages, story_catalogue(), faults):
            whole.setdefault(each.paragraph, []).append(each)
        found: list[tuple[int, Finding]] = []
        for number in numbers:
            paragraph = snapshot.paragraphs[number]
            local = findings(paragraph, readings[number], passages[number], checks, faults)
            both = resolve([*local, *whole.get(paragraph.id, [])])
            found += [(number, each) for each in both if each.severity is not Severity.HINT]
        seconds = time.perf_counter() - started
        return Studied(found, faults, sum(each.text.count(" ") + 1 for each in passages), seconds, seen.roughness)

    def passages(self, manuscript: Manuscript) -> list[Passage]:
        """The paragraphs as the rules see them in a clean manuscript."""
        snapshot = self._snapshot(manuscript)
        known = facts(snapshot)
        known = replace(known, story=replace(known.story, roughness=0.0))
        return [passage(snapshot, known, each) for each in range(len(snapshot.paragraphs))]

    def analyses(self, manuscript: Manuscript) -> list[Analysis]:
        """The parse of each paragraph, thoughts told from narration as the checks have it."""
        return [each.analysis for each in self.passages(manuscript)]

    def _snapshot(self, manuscript: Manuscript) -> Snapshot:
        texts = [each.text for each in manuscript.paragraphs]
        self._library.keep_only(texts)
        self._library.recall(texts, tuple(self._judges))
        self._library.parse(texts)
        for name, judge in self._judges.items():
            unread = [
                each for each in dict.fromkeys(texts) if name not in self._library.of(each).marks and each.strip()
            ]
            if unread:
                readings = [self._library.of(each).reading.text for each in unread]
                self._library.take_marks(name, unread, judge.marks(readings))
        evidence = tuple(self._library.of(each) for each in texts)
        return Snapshot(tuple(manuscript.paragraphs), evidence, Decisions())
