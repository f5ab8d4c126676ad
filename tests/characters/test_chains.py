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


def test_a_compound_with_a_capital_inside_is_no_name(analyse: Analyse) -> None:
    read = analyse("The Koh-i-Noor shone, and it was un-English. Then ex-Mayor Hale spoke to Jean-Paul.")
    names = [each.words for each in chains(read[0], 0, vocabulary(read))]
    assert ("Noor",) not in names and ("English",) not in names
    assert ("Hale",) in names and ("Jean-Paul",) in names


def test_an_initial_joined_by_a_hyphen_belongs_to_the_name(analyse: Analyse) -> None:
    read = analyse("A-Kor smiled at O-Tar. A king frowned, and A-Kor left.")
    names = [each.words for each in chains(read[0], 0, vocabulary(read))]
    assert names == [("A-Kor",), ("O-Tar",), ("A-Kor",)]


def test_by_george_is_an_oath_and_a_book_by_george_is_not(analyse: Analyse) -> None:
    read = analyse("“By George!” cried Anna. “By George, it is late. It was done by George himself.”")
    assert [each.words for each in chains(read[0], 0, vocabulary(read))] == [("Anna",), ("George",)]


def test_ranks_and_abbreviations_are_no_part_of_a_name(analyse: Analyse) -> None:
    read = analyse("The Chief Inspector sat by M. le Duc. “Q.E.D. Mercedes,” said Chief Inspector Hale.")
    names = [(each.titles, each.words) for each in chains(read[0], 0, vocabulary(read))]
    assert names == [((), ("Mercedes",)), (("Chief", "Inspector"), ("Hale",))]
