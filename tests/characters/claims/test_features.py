# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks by the grammar of a sentence."""

from __future__ import annotations

import pytest

from redraft.characters.claims.everything import claims
from redraft.characters.claims.features import features
from tests.characters.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He shook his mop of dusty red hair.", [("hair", "red", "his")]),
        ("She had small features and large, wide-apart grey eyes.", [("eyes", "grey", "She")]),
        ("Hale, a tall man with a ginger beard, nodded.", [("height", "tall", "Hale"), ("beard", "ginger", "Hale")]),
        ("He was a tall, thin man.", [("height", "tall", "He"), ("build", "thin", "He")]),
        ("His eyes were dark and brown.", []), ("Anna’s eyes were brown.", [("eyes", "brown", "Anna")]),
    ],
)
def test_what_grammar_tells(analyse: Analyse, text: str, found: list[tuple[str, str, str]]) -> None:
    told = [(each.kind, each.value, each.owner) for each in features(analyse(text)[0])]
    assert sorted(told) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "She would have red hair if she could.", "He had an impression of red cheeks and a blue beard.",
        "A tall man with a ginger beard nodded.", "He wore a wig over his brown hair.", "The stranger’s eyes were brown.",
        "He looked like a tall man with brown hair.", "Her eyes were red.", "In the firelight her hair was golden.",
        "His sister’s eyes were brown.", "Was he a tall man?", "He saw brown eyes in the dark.",
    ],
)
def test_what_it_does_not(analyse: Analyse, text: str) -> None:
    assert list(features(analyse(text)[0])) == []


def test_two_ways_of_reading_find_one_claim(analyse: Analyse) -> None:
    text = "Anna’s pale green eyes shone. She was a tall woman with thick red hair."
    assert [(each.kind, each.value) for each in claims(analyse(text)[0])] == [
        ("eyes", "pale green"), ("height", "tall"), ("hair", "red"),
    ]
