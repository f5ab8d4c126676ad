# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a story."""

from __future__ import annotations

from redraft.checks.facts import story_facts
from redraft.language.tagging import Language


def test_words_are_counted_in_small_letters_and_straight() -> None:
    facts = story_facts(["He didn’t go.", "Didn't he GO?"], [], ())
    assert facts.counts["didn't"] == 2 and facts.counts["go"] == 2
    assert facts.words == 6


def test_capitals_count_only_where_none_is_due() -> None:
    facts = story_facts(["The Gate stood open. Gate of the north, Gate of the south."], [], ())
    assert facts.capital_counts["gate"] == 2
    assert "the" not in facts.capital_counts


def test_the_authors_words_are_kept_small() -> None:
    assert story_facts(["x"], [], ("Anko",), ("Kunai",)).own_words == {"kunai"}
    assert story_facts(["x"], [], ("Anko",), ()).names == {"Anko"}


def test_a_variety_is_told_only_when_it_is_clear() -> None:
    assert story_facts(["The colour and the grey harbour, favourite neighbour."], [], ()).variety == "GB"
    assert story_facts(["The color and the gray harbor, favorite neighbor."], [], ()).variety == "US"
    assert story_facts(["The colour and the gray harbor."], [], ()).variety is None
    assert story_facts(["The house."], [], ()).variety is None


def test_the_quotes_are_the_storys_habit() -> None:
    assert story_facts(["“Come,” he said.", "“No,” she said."] * 5, [], ()).quotes == "double-curly"


def test_the_comma_habit_comes_from_the_analyses(language: Language) -> None:
    with_comma = "When the long rain had stopped, he went home to his mother."
    without = "When the long rain had stopped he went home to his mother."
    assert story_facts([with_comma], language.analyse([with_comma]), ()).opening_commas is None
    many = language.analyse([with_comma] * 9 + [without] * 3)
    assert story_facts([with_comma], many, ()).opening_commas == 0.75


def test_habits_of_commas_can_be_left_for_later() -> None:
    texts = ["When he came home he slept."] * 20
    facts = story_facts(texts, [], (), habits=False)
    assert facts.comma_habits is None and facts.opening_commas is None
    assert facts.counts == story_facts(texts, [], ()).counts
