# SPDX-License-Identifier: GPL-3.0-or-later
"""Ordinary words in two spellings, and those that are none."""

from __future__ import annotations

import pytest

from redraft.continuity.variants import variants
from tests.continuity.conftest import Analyse, Contradictions


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("The grey sea. A grey sky. Grey gulls, and grey stones.", "A gray cat."), [("grey", "gray")]),
        (("Goodbye, he said. A long goodbye. No goodbye. One goodbye.", "It was good-bye."), [("goodbye", "good-bye")]),
        (("The theatre was shut. The theatre burned. A theatre.", "A theater."), [("theatre", "theater")]),
    ],
)
def test_what_is_written_two_ways(analyse: Analyse, texts: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert [(each.common, each.rare) for each in variants(analyse(*texts))] == found


@pytest.mark.parametrize(
    "texts",
    [
        ("The grey sea. A grey sky. The grey gulls.", "Mr Gray nodded."), ("A grey sea. A gray sky.",),
        ("The grey sea. A grey sky.", "A gray cat. A gray dog."), ("A grey-green sea. Grey. Grey.", "A gray-green sea."),
    ],
)
def test_names_and_open_questions_are_left(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert list(variants(analyse(*texts))) == []


def test_the_author_is_shown_both(contradictions: Contradictions) -> None:
    (found,) = contradictions("The grey sea rose. The grey sky fell. A grey gull came.", "A gray cat sat.")
    assert (found.kind, found.subject, [each.text for each in found.places]) == ("term", "grey", ["gray", "grey"])
