# SPDX-License-Identifier: GPL-3.0-or-later
"""What a passage tells of itself."""

from __future__ import annotations

from collections.abc import Callable

from redraft.checks.story import Passage
from redraft.language.analysis import Analysis


def test_folded_texts_keep_their_length(passage: Callable[..., Passage]) -> None:
    seen = passage("“İt’s late,” he said.")
    assert len(seen.straight) == len(seen.lower) == len(seen.text)
    assert seen.straight == "\"İt's late,\" he said."


def test_speeches_and_narration(passage: Callable[..., Passage]) -> None:
    assert len(passage("“Come,” he said. “Go.”").speeches) == 2
    assert passage("He came.").plain_narration
    assert not passage("“Come.”").plain_narration


def test_a_bare_passage_has_no_facts() -> None:
    seen = Passage(Analysis("He came."))
    assert seen.story.roughness is None and seen.scene.tense is None and seen.marks == ()
