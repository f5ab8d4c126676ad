# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from redraft.analysis.results import Results
from redraft.analysis.store import EvidenceStore
from redraft.analysis.versions import versions
from redraft.manuscript.model import Paragraph
from redraft.storage.decisions import Decisions

STORY = [Paragraph(0, "One.", "One."), Paragraph(1, "Two.", "Two.")]


def test_a_result_is_found_again_for_the_very_same_manuscript(tmp_path: Path) -> None:
    results = Results(EvidenceStore(tmp_path / "e.sqlite"))
    key = results.key(STORY, Decisions(), ["builtin"])
    results.keep(key, [{"type": "findings", "items": []}])
    assert Results(EvidenceStore(tmp_path / "e.sqlite")).find(key) == [{"type": "findings", "items": []}]
    assert results.find("another") == []


def test_whatever_differs_is_another_result() -> None:
    results = Results(EvidenceStore(None))
    first = results.key(STORY, Decisions(), ["builtin"])
    others = [
        results.key([STORY[0], replace(STORY[1], text="Two!")], Decisions(), ["builtin"]),
        results.key([STORY[0], replace(STORY[1], gap="\n\n")], Decisions(), ["builtin"]),
        results.key(STORY, Decisions(rules_off=frozenset({"doubled-word"})), ["builtin"]),
        results.key(STORY, Decisions(), ["builtin", "harper"]),
        results.key(STORY[:1], Decisions(), ["builtin"]),
    ]
    assert len({first, *others}) == 6
    assert results.key(list(STORY), Decisions(), ["builtin"]) == first


def test_every_judge_has_a_version() -> None:
    assert set(versions()) == {"language", "tagger", "harper", "languagetool"}
    assert len(set(versions().values())) == 4
