# SPDX-License-Identifier: GPL-3.0-or-later
"""The first impression, remembered: after an edit it is the one that a first look would have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import redraft.analysis.impressions as impressions_module
from redraft.analysis.evidence import Library
from redraft.analysis.impressions import Impressions
from redraft.analysis.store import EvidenceStore
from redraft.analysis.survey import Facts, Snapshot, facts, with_roughness
from redraft.checks.catalogue import catalogue
from redraft.checks.check import Check
from redraft.checks.story import Passage
from redraft.formats.registry import read_bytes
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

STORY = Path(__file__).resolve().parents[2] / "seeds" / "03-attempted-delivery.txt"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the passages that were asked what they say."""
    noted: list[str] = []
    real = impressions_module.said

    def said(passage: Passage, checks: Sequence[Check]) -> object:
        noted.append(passage.text)
        return real(passage, checks)

    monkeypatch.setattr(impressions_module, "said", said)
    return noted


def test_after_an_edit_only_what_it_concerns_is_asked_and_the_impression_is_the_same(asked: list[str]) -> None:
    library, memory = Library(EvidenceStore(None), {}), Impressions()
    session = Session(read_bytes(STORY.read_bytes(), "story.txt").manuscript)

    def look(*own: str) -> tuple[Facts, Facts]:
        decisions = replace(Decisions(), own_words=frozenset(own))
        library.parse([each.text for each in session.paragraphs])
        snapshot = Snapshot(session.paragraphs, tuple(library.of(each.text) for each in session.paragraphs), decisions)
        found = facts(snapshot)
        memory.renew(found, snapshot)
        return with_roughness(found, snapshot, catalogue(), memory=memory), with_roughness(found, snapshot, catalogue())

    first, afresh = look()
    assert first == afresh and len(asked) > 20
    everything = len(asked)
    asked.clear()
    session.replace(8, 9, [session.paragraphs[8].text + " The the end of it was was near."], label="typing",
                    initiator="test")
    second, afresh = look()
    assert second == afresh and second.story.roughness != first.story.roughness
    assert 0 < len(asked) < everything / 2
    asked.clear()
    third, afresh = look("wuz")
    assert third == afresh and len(asked) >= everything
