# SPDX-License-Identifier: GPL-3.0-or-later
"""Clauses by parse."""

from __future__ import annotations

from redraft.checks.clauses import Clause, clauses, commas, first_of
from redraft.language.analysis import Analysis
from redraft.language.tagging import Language


def read(language: Language, text: str) -> tuple[Analysis, list[Clause]]:
    (analysis,) = language.analyse([text])
    return analysis, clauses(analysis, analysis.sentences[0])


def verbs(language: Language, text: str) -> list[tuple[str, str, bool]]:
    analysis, found = read(language, text)
    return [(analysis.tokens[each.subject].text, analysis.tokens[each.verb].text, each.led) for each in found]


def test_each_subject_with_its_verb(language: Language) -> None:
    assert verbs(language, "The boy ran and the girl slept.") == [("boy", "ran", False), ("girl", "slept", False)]


def test_a_helper_is_the_finite_word(language: Language) -> None:
    analysis, (found,) = read(language, "The boy had slept.")
    assert (analysis.tokens[found.finite].text, analysis.tokens[found.verb].text) == ("had", "slept")


def test_a_led_clause_is_known(language: Language) -> None:
    assert verbs(language, "When he came, she left.") == [("he", "came", True), ("she", "left", False)]
    assert ("who", "came", True) in verbs(language, "The man who came was old.")


def test_a_clause_without_a_subject_of_its_own_is_none(language: Language) -> None:
    assert verbs(language, "He rose and left.") == [("He", "rose", False)]


def test_commas_inside_only(language: Language) -> None:
    analysis, _ = read(language, "Well, he ran, and she slept.")
    assert len(list(commas(analysis, analysis.sentences[0]))) == 2


def test_a_phrase_begins_with_its_article(language: Language) -> None:
    analysis, found = read(language, "Then the old man slept.")
    assert analysis.tokens[first_of(analysis.tokens, found[0].subject, 0)].text == "the"
