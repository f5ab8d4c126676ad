# SPDX-License-Identifier: GPL-3.0-or-later
"""After an edit the paragraphs and conversations that it does not touch are not read again, wherever they stand now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import redraft.characters.chains as chains_module
import redraft.characters.speakers as speakers_module
import redraft.characters.turns as turns_module
from redraft.analysis.evidence import Library
from redraft.analysis.store import EvidenceStore
from redraft.analysis.survey import Snapshot, facts, people, with_people
from redraft.formats.registry import read_bytes
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

STORY = Path(__file__).resolve().parents[2] / "seeds" / "04-what-the-inkfox-owes.txt"


def _counting(counted: Counter[str], name: str, real: Callable[..., object]) -> Callable[..., object]:
    def counting(*given: object) -> object:
        counted[name] += 1
        return real(*given)

    return counting


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often names, turns and speakers were worked out."""
    counted: Counter[str] = Counter()
    for module, name in ((chains_module, "chains"), (turns_module, "_of_paragraph"), (speakers_module, "_weigh")):
        monkeypatch.setattr(module, name, _counting(counted, name, getattr(module, name)))
    return counted


@pytest.mark.parametrize("edit", ["a word", "a paragraph near the front"])
def test_an_edit_costs_its_own_neighbourhood(read: Counter[str], edit: str) -> None:
    library = Library(EvidenceStore(None), {})
    session = Session(read_bytes(STORY.read_bytes(), "story.txt").manuscript)

    def snapshot() -> Snapshot:
        library.parse([each.text for each in session.paragraphs])
        texts = tuple(library.of(each.text) for each in session.paragraphs)
        return Snapshot(tuple(session.paragraphs), texts, Decisions())

    speakers_module._RECALL.known.clear()
    known = facts(first := snapshot())
    people(first, known)
    whole = dict(read)
    assert whole["chains"] > 50 and whole["_of_paragraph"] > 20
    read.clear()
    if edit == "a word":
        at = len(session.paragraphs) // 2
        session.replace(at, at + 1, [session.paragraphs[at].text + " Slowly."], label="typing", initiator="test")
    else:
        session.replace(6, 6, ["The rain fell."], label="typing", initiator="test")
    now = with_people(known, then := snapshot())
    people(then, now)
    assert read["chains"] <= 5 and read["_of_paragraph"] <= 5 and read["_weigh"] <= max(2, whole["_weigh"] // 3)
