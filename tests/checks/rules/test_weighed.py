# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger's word weighed with what novels have."""

from __future__ import annotations

import pytest

from redraft.checks.rules.learned.weighed import FAMILIES, score, speaks, told
from redraft.checks.story import EngineMark

_TEXT = "She wanted know why he had lied to her."


def _mark(probability: float, fix: str = "wanted to", message: str = "missing-word") -> EngineMark:
    start = _TEXT.index("wanted")
    return EngineMark("tagger", "A_to", start, start + 6, (fix,), message, probability)


def test_what_novels_have_speaks_for_an_edit() -> None:
    usual, strange = told(_mark(0.6), _TEXT, speech=False), told(_mark(0.6, "wanted of"), _TEXT, speech=False)
    assert usual["gain longer"] > strange["gain longer"]
    assert score(usual) > score(strange)


def test_so_does_the_tagger() -> None:
    assert score(told(_mark(0.9), _TEXT, speech=False)) > score(told(_mark(0.2), _TEXT, speech=False))


@pytest.mark.parametrize(("new", "kind"), [("wanted to", "longer"), ("want", "other"), ("", "shorter")])
def test_the_kind_of_edit_is_told_by_its_length(new: str, kind: str) -> None:
    assert told(_mark(0.5, new), _TEXT, speech=False)[kind] == 1.0


def test_a_rough_draft_needs_less() -> None:
    clear = _mark(0.97)
    assert speaks(clear, _TEXT, speech=False, roughness=8.0)
    assert not speaks(clear, _TEXT, speech=False, roughness=0.2)
    assert not speaks(_mark(0.06, "wanted of"), _TEXT, speech=False, roughness=8.0)


def test_marks_and_tense_are_not_for_it() -> None:
    assert not speaks(_mark(0.99, message="comma"), _TEXT, speech=False, roughness=8.0)
    assert "tense" not in FAMILIES
