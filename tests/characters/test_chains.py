# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of capitalised words."""

from __future__ import annotations

import pytest

from redraft.characters.chains import Chain, chains
from redraft.characters.vocabulary import vocabulary
from tests.characters.conftest import Analyse


def found(analyse: Analyse, text: str) -> list[Chain]:
    read = analyse(text)
    return chains(read[0], 0, vocabulary(read))


@pytest.mark.parametrize(
    ("text", "titles", "words", "suffix"),
    [
        ("He saw Mr. Mark Ablett.", ("Mr.",), ("Mark", "Ablett"), ""), ("He saw Maren-san.", (), ("Maren",), "san"),
        ("He saw Captain Ossel’s hat.", ("Captain",), ("Ossel",), ""), ("He saw Anne-Marie Roux.", (), ("Anne-Marie", "Roux"), ""),
        ("He saw Otto van der Berg.", (), ("Otto", "van", "der", "Berg"), ""), ("He saw Maren!—she ran.", (), ("Maren",), ""),
        ("On Tuesday Maren came.", (), ("Maren",), ""), ("Then Maren came.", (), ("Maren",), ""),
    ],
)
def test_a_name_with_what_belongs_to_it(analyse: Analyse, text: str, titles: tuple[str, ...], words: tuple[str, ...], suffix: str) -> None:
    (chain,) = found(analyse, text)
    assert (chain.titles, chain.words, chain.suffix) == (titles, words, suffix)


def test_places_leave_out_the_possessive(analyse: Analyse) -> None:
    (chain,) = found(analyse, "It was Lady Vane’s hat.")
    assert (chain.start, chain.end, chain.possessive) == (7, 16, True)


@pytest.mark.parametrize("text", ["He rose. Suddenly it rained.", "I am. I’m here.", "The Captain left.", "an Elm-lined road", "", "On Tuesday."])
def test_no_names(analyse: Analyse, text: str) -> None:
    assert found(analyse, text) == []


def test_two_titles_part_two_names(analyse: Analyse) -> None:
    assert [each.words for each in found(analyse, "I thank Miss Wood Miss Taylor knows.")] == [("Wood",), ("Taylor",)]
