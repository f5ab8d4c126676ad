# SPDX-License-Identifier: GPL-3.0-or-later
"""Openings and the comma behind them."""

from __future__ import annotations

import pytest

from redraft.checks.comma_habit import opening_commas, openings
from redraft.language.tagging import Language


def read(language: Language, text: str) -> list[tuple[str, bool]]:
    (analysis,) = language.analyse([text])
    return [(analysis.tokens[each.subject].text, each.comma) for each in openings(analysis)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When the long rain had stopped, he went home.", [("he", True)]),
        ("When the long rain had stopped he went home.", [("he", False)]),
        ("Walking slowly down the street, she thought of him.", [("she", True)]),
        ("If you had asked me about the house I would have told you.", [("I", False)]),
        ("When he came he slept.", []),
        ("He went home when the long rain had stopped at last.", []),
        ("The house stood on a hill above the town.", []),
    ],
)
def test_openings(language: Language, text: str, found: list[tuple[str, bool]]) -> None:
    assert read(language, text) == found


def test_a_habit_needs_a_dozen(language: Language) -> None:
    some = language.analyse(["When the long rain had stopped, he went home."])
    assert opening_commas(some * 11) is None
    assert opening_commas(some * 12) == 1.0
