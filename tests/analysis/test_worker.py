# SPDX-License-Identifier: GPL-3.0-or-later
"""The real worker process: what it finds, what an edit costs, what its death costs."""

from __future__ import annotations

from dataclasses import replace

from redraft.analysis.desk import Fault
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

from .conftest import STORY, Worker


def test_findings_of_the_whole_story_arrive(opened: Worker) -> None:
    assert {".” She", "the the"} <= opened.marked()
    assert not [each for each in opened.news if isinstance(each, Fault)]


def test_outline_cast_and_figures_arrive(opened: Worker) -> None:
    opened.until(lambda: bool(opened.desk.scene_reports))
    assert opened.desk.whole is not None and opened.desk.whole.words == 27
    assert [each.first for each in opened.desk.outline.scenes] == [0]
    assert {each.name: each.state for each in opened.desk.engines} == {
        "builtin": "used", "harper": "off", "languagetool": "off"}


def test_a_corrected_paragraph_loses_its_mark_and_others_keep_theirs(opened: Worker, session: Session) -> None:
    session.replace(1, 2, ["Mara saw the door. Nobody was there."], label="typing", initiator="editor")
    assert opened.desk.findings(session.paragraphs[1].id) == ()
    assert ".” She" in opened.marked()
    opened.until(lambda: not opened.desk.awaited(session.paragraphs[1].id))
    assert "the the" not in opened.marked()


def test_a_new_mistake_is_found_where_it_was_typed(opened: Worker, session: Session) -> None:
    session.replace(2, 3, ["The the street was dark, and the rain had stopped."], label="typing", initiator="editor")
    opened.until(lambda: "The the" in opened.marked())


def test_splitting_and_joining_paragraphs_keeps_places_right(opened: Worker, session: Session) -> None:
    session.replace(0, 1, ["The lamp went out.", "“I will not go.” She said."], label="split", initiator="editor")
    opened.until(lambda: {(index, each.text) for index, each in opened.desk.all_findings()} >= {
        (1, ".” She"), (2, "the the")})
    session.undo()
    opened.until(lambda: {(index, each.text) for index, each in opened.desk.all_findings()} >= {
        (0, ".” She"), (1, "the the")})


def test_a_worker_killed_in_mid_work_costs_nothing(worker: Worker, session: Session) -> None:
    worker.desk.open(session, Decisions(), ("builtin",))
    worker.process.kill()
    worker.close()
    worker.start()
    worker.desk.restarted()
    worker.until(lambda: {".” She", "the the"} <= worker.marked())
    assert "".join(each.raw + each.gap for each in session.paragraphs) == STORY


def test_a_rule_switched_off_is_silent_at_once(opened: Worker) -> None:
    off = replace(Decisions(), rules_off=frozenset({"doubled-word"}))
    opened.desk.decided(off)
    assert "the the" not in opened.marked()


def test_the_worker_ends_when_its_input_ends(worker: Worker, session: Session) -> None:
    worker.desk.open(session, Decisions(), ("builtin",))
    worker.close()
    assert worker.process.returncode == 0
