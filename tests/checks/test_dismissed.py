# SPDX-License-Identifier: GPL-3.0-or-later
"""A finding once dismissed stays so, and no other one with it."""

from __future__ import annotations

from redraft.checks.dismissed import Dismissed, dismiss, matches
from redraft.checks.finding import Finding, Severity

TEXT = "He opened the old green door, he walked in and sat down by the fire."


def at(words: str, text: str = TEXT, check: str = "comma-splice") -> Finding:
    start = text.index(words)
    return Finding(check, "comma-splice", Severity.WARNING, 1, start, start + len(words), words, "")


def test_it_covers_its_own_place() -> None:
    assert matches(dismiss(at(", he"), TEXT), at(", he"), TEXT)


def test_an_edit_on_one_side_does_not_undo_it() -> None:
    decision = dismiss(at(", he"), TEXT)
    for changed in (TEXT.replace("old green", "old"), TEXT.replace("walked in", "stepped in"), "Once more. " + TEXT):
        assert matches(decision, at(", he", changed), changed)


def test_curly_quotes_do_not_undo_it() -> None:
    straight, curly = "He didn't go, he stayed.", "He didn’t go, he stayed."
    assert matches(dismiss(at(", he", straight), straight), at(", he", curly), curly)


def test_another_place_or_rule_is_not_covered() -> None:
    decision = dismiss(at(", he"), TEXT)
    other = "The rain had stopped at noon, he went out."
    assert not matches(decision, at(", he", other), other)
    assert not matches(decision, at(", he", check="learned-splice"), TEXT)
    assert not matches(decision, at(", he walked"), TEXT)


def test_the_ends_of_paragraphs_are_not_a_context() -> None:
    one, other = "He went to the old house", "She slept in the new house"
    assert not matches(dismiss(at("house", one), one), at("house", other), other)


def test_a_decision_for_the_whole_manuscript_covers_every_place() -> None:
    decision = dismiss(at(", he"), TEXT, anywhere=True)
    other = "The rain had stopped at noon, he went out."
    assert matches(decision, at(", he", other), other)
    assert decision == Dismissed("comma-splice", ", he", anywhere=True)
