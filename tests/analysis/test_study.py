# SPDX-License-Identifier: GPL-3.0-or-later
"""In which order a manuscript is studied: every paragraph is judged once, with the facts of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

import redraft.analysis.study as study_module
from redraft.analysis.evidence import Library
from redraft.analysis.hub import Hub
from redraft.analysis.report import Continuity
from redraft.analysis.store import EvidenceStore
from redraft.analysis.study import Study
from redraft.analysis.survey import Snapshot, Survey, facts, reading_report, sampled, with_roughness
from redraft.characters.cast import Cast
from redraft.checks.check import Check
from redraft.checks.finding import Finding
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Paragraph
from redraft.storage.decisions import Decisions

MANY = 700


def _survey(study: Study, snapshot: Snapshot, checks: Sequence[Check]) -> None:
    """The facts of the whole, and a survey that saw nothing."""
    known = with_roughness(facts(snapshot), snapshot, checks)
    study.take_facts(snapshot, known)
    study.surveyed(snapshot, known, Survey(reading_report(snapshot, known), Cast(()), Continuity(), (), ()))


def _study(paragraphs: int = 3) -> tuple[Study, list[Paragraph]]:
    text = "\n\n".join(f"The {number} cats slept on the old stairs." for number in range(paragraphs))
    manuscript = read_bytes(text.encode(), "story.txt").manuscript
    hub = Hub(lambda process, message: None)
    study = Study(Library(EvidenceStore(None), {}), hub, lambda type, **fields: None, _survey)
    return study, list(manuscript.paragraphs)


def _counting(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, float | None]]:
    """Where each judgement is noted: the paragraph, and the roughness that it was judged with."""
    noted: list[tuple[int, float | None]] = []

    def findings(paragraph: Paragraph, reading: object, seen: Any, *_: object) -> list[Finding]:
        noted.append((paragraph.id, seen.story.roughness))
        return []

    monkeypatch.setattr(study_module, "findings", findings)
    return noted


def _run(study: Study) -> None:
    for _ in range(10_000):
        if study.finished:
            return
        study.step()
    raise AssertionError("the study does not come to an end")


def test_every_paragraph_is_judged_once_with_the_facts_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    noted = _counting(monkeypatch)
    study, paragraphs = _study(120)
    study.open(paragraphs, Decisions(), ())
    _run(study)
    assert [number for number, _ in noted] == [each.id for each in paragraphs]
    assert all(roughness is not None for _, roughness in noted)


def test_what_is_on_screen_is_judged_before_the_whole_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    noted = _counting(monkeypatch)
    study, paragraphs = _study(120)
    study.open(paragraphs, Decisions(), ())
    study.visible(50, 51)
    _run(study)
    assert [each for each, roughness in noted if roughness is None] == [paragraphs[50].id, paragraphs[51].id]
    assert len(noted) == 122


def test_the_judges_are_asked_about_the_sample_first(monkeypatch: pytest.MonkeyPatch) -> None:
    study, paragraphs = _study(MANY)
    asked: list[str] = []
    monkeypatch.setattr(Hub, "required", lambda self: ("tagger",))

    def ask(self: Hub, texts: Iterable[str], lacking: object, urgent: bool = False) -> None:
        asked.extend(texts)

    monkeypatch.setattr(Hub, "ask", ask)
    study.open(paragraphs, Decisions(), ())
    study.step()
    wanted = [paragraphs[each].text for each in sampled(MANY)][:100]
    assert asked[:100] == wanted
    assert wanted[1] != paragraphs[1].text


def test_the_sample_is_spread_over_the_whole() -> None:
    assert list(sampled(3)) == [0, 1, 2]
    assert list(sampled(0)) == []
    assert sampled(2_400)[0] == 0 and sampled(2_400)[-1] > 2_300


def test_an_edited_paragraph_is_asked_about_before_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    study, paragraphs = _study(MANY)
    asked: list[tuple[list[str], bool]] = []
    monkeypatch.setattr(Hub, "required", lambda self: ("tagger",))

    def ask(self: Hub, texts: Iterable[str], lacking: object, urgent: bool = False) -> None:
        asked.append((list(texts), urgent))

    monkeypatch.setattr(Hub, "ask", ask)
    study.open(paragraphs, Decisions(), ())
    new = Paragraph(99_999, "He wrote this.", "He wrote this.", "\n\n")
    study.edit(400, 1, [new])
    study.step()
    assert asked[0] == ([new.text], True)


def test_the_outline_is_told_again_only_when_it_has_changed() -> None:
    study, paragraphs = _study(6)
    told: list[str] = []
    study._tell = lambda type, **fields: told.append(str(fields.get("part")))
    study.open(paragraphs, Decisions(), ())
    study.visible(0, 1)
    _run(study)
    assert told.count("outline") == 1
    study.edit(3, 0, [Paragraph(99_999, "* * *", "* * *", "\n\n")])
    study.step()
    assert told.count("outline") == 2
