# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule that raises, hangs or was left out, and a survey that breaks, cost themselves and nothing else."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import redraft.analysis.study as study_module
from redraft.analysis.desk import Desk, RuleLeftOut
from redraft.analysis.evidence import Library
from redraft.analysis.framing import encode
from redraft.analysis.hub import Hub
from redraft.analysis.store import EvidenceStore
from redraft.analysis.study import Study
from redraft.analysis.survey import Snapshot, facts, survey, with_roughness
from redraft.analysis.worker import rules_of_module, rules_that_hung, trace_file
from redraft.checks.catalogue import by_id, catalogue
from redraft.checks.check import Check, Found
from redraft.checks.story import Passage
from redraft.formats.registry import read_bytes
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

from .conftest import STORY, Worker

SECRET = "the author’s own words"


def _breaks(asked: list[str]) -> Check:
    def rule(passage: Passage) -> Iterator[Found]:
        asked.append(passage.text)
        raise ValueError(SECRET)
        yield

    return replace(catalogue()[0], rule=rule)


def _survey(study: Study, snapshot: Snapshot, checks: Any) -> None:
    known = with_roughness(facts(snapshot), snapshot, ())
    study.take_facts(snapshot, known)
    study.surveyed(snapshot, known, survey(snapshot, known))


def test_a_rule_that_raises_is_left_out_of_this_text_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    broken = _breaks(asked)
    monkeypatch.setattr(study_module, "catalogue", lambda: (broken, *catalogue()[1:]))
    study_module._without.cache_clear()
    told: list[dict[str, Any]] = []
    study = Study(Library(EvidenceStore(None), {}), Hub(lambda process, message: None),
                  lambda type, **fields: told.append({"type": type, **fields}), _survey)
    study.open(read_bytes(STORY.encode(), "story.txt").manuscript.paragraphs, Decisions(), ())
    for _ in range(1_000):
        if study.finished:
            break
        study.step()
    study_module._without.cache_clear()
    assert [each for each in told if each["type"] == "left_out"] == [
        {"type": "left_out", "check": broken.id, "why": "raised"}]
    assert len(asked) == 1
    assert "the the" in str([each for each in told if each["type"] == "findings"])
    assert SECRET not in str(told)


def test_a_rule_that_hung_is_known_from_the_trace_it_left() -> None:
    module = by_id()["doubled-word"].rule.__module__.removeprefix("redraft.checks.rules.").replace(".", "/")
    trace = trace_file()
    trace.parent.mkdir(parents=True)
    trace.write_text(f'Timeout (0:00:20)!\n  File "/x/redraft/checks/rules/{module}.py", line 40 in rule\n', "utf-8")
    assert "doubled-word" in rules_that_hung()
    assert rules_that_hung() == frozenset(), "a trace is used up"
    assert rules_of_module("no/such/module") == []


def test_the_watchdog_writes_traces_as_they_are_read(tmp_path: Any) -> None:
    path = tmp_path / "trace.txt"
    with path.open("w") as stream:
        faulthandler.dump_traceback(stream)
    assert 'File "' in path.read_text() and ", line " in path.read_text()


def test_a_rule_that_hung_is_told_to_the_next_worker() -> None:
    sent: list[bytes] = []
    desk = Desk(sent.append)
    desk.open(Session(read_bytes(STORY.encode(), "story.txt").manuscript), Decisions(), ())
    news = desk.feed(encode({"type": "left_out", "check": "doubled-word", "why": "hung"}))
    assert news == [RuleLeftOut("doubled-word", "hung")]
    assert desk.feed(encode({"type": "left_out", "check": "doubled-word", "why": "hung"})) == []
    desk.restarted()
    assert b'"left_out":["doubled-word"]' in sent[-1]


def test_a_worker_leaves_out_what_it_is_told_to(worker: Worker, session: Session) -> None:
    worker.desk.open(session, Decisions(), ("builtin",))
    worker.desk.feed(encode({"type": "left_out", "check": "doubled-word", "why": "hung"}))
    worker.desk.restarted()
    worker.until(lambda: worker.desk.resting and ".” She" in worker.marked())
    assert "the the" not in {each.text for _, each in worker.desk.all_findings() if each.check == "doubled-word"}


def test_a_message_that_makes_no_sense_is_said_and_the_desk_goes_on() -> None:
    desk = Desk(lambda data: None)
    desk.open(Session(read_bytes(STORY.encode(), "story.txt").manuscript), Decisions(), ())
    (fault,) = desk.feed(encode({"type": "story", "part": "cast", "value": [1, 2, 3]}))
    assert "Your text is safe" in str(fault)
    assert desk.feed(encode({"type": "left_out", "check": "a", "why": "raised"})) == [RuleLeftOut("a", "raised")]


def test_a_paragraph_of_a_million_characters_is_left_out_and_said(worker: Worker) -> None:
    endless = "The the rain fell. " * 55_000
    text = f"Mara saw the the door. Nobody was there.\n\n{STORY}"
    session = Session(read_bytes(text.encode(), "story.txt").manuscript)
    session.subscribe(worker.desk.edited)
    session.replace(1, 2, [endless], label="pasting", initiator="editor")
    worker.desk.open(session, Decisions(), ("builtin",))
    worker.until(lambda: worker.desk.resting and bool(worker.marked()) and worker.desk.whole is not None)
    assert worker.desk.findings(session.paragraphs[1].id) == ()
    assert any("One paragraph is longer than 60,000 characters" in str(each) for each in worker.news)
    session.replace(1, 2, ["The the rain fell.", "It was over."], label="typing", initiator="editor")
    worker.until(lambda: "The the" in worker.marked())
