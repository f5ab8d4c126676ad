# SPDX-License-Identifier: GPL-3.0-or-later
"""Families of words."""

from __future__ import annotations

import pytest

from redraft.checks.rules.forms.kin import kin


@pytest.mark.parametrize(("word", "noun"), [("silent", "silence"), ("angry", "anger"), ("happy", "happiness"),
                                            ("lost", "loss"), ("believe", "belief"), ("distant", "distance")])
def test_a_noun_is_known_by_its_ending_or_by_heart(word: str, noun: str) -> None:
    assert noun in kin().nouns[word]


def test_an_adjective_is_known_by_its_noun() -> None:
    assert "dangerous" in kin().adjectives["danger"]
    assert "angry" in kin().adjectives["anger"]
    assert "sad" not in kin().adjectives.get("sadness", ())


def test_an_adverb_leads_to_its_adjective() -> None:
    assert kin().plain["sadly"] == ("sad",)
    assert "happy" in kin().plain["happily"]
