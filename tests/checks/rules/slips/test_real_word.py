# SPDX-License-Identifier: GPL-3.0-or-later
"""Real words in wrong places; the check's examples cover the plain cases."""

from __future__ import annotations

import pytest

from redraft.checks.rules.slips.odds import bar, certain
from redraft.checks.story import FAINT, EngineMark
from tests.checks.conftest import Say

_SUE = "She was sue that he had seen it."


def _mark(text: str, word: str, *, engine: str = "tagger", probability: float = 0.9) -> EngineMark:
    start = text.index(word)
    return EngineMark(engine, "$ING", start, start + len(word), ("other",), "verb-form", probability)


def test_what_leaves_nobody_uneasy_is_not_looked_at(say: Say) -> None:
    assert say("real-word-slip", _SUE) == []


def test_the_surer_the_tagger_the_sooner_it_is_told(say: Say) -> None:
    faint = say("real-word-slip", _SUE, marks=(_mark(_SUE, "sue", engine=FAINT, probability=0.06),), roughness=0.3)
    clear = say("real-word-slip", _SUE, marks=(_mark(_SUE, "sue", probability=0.99),), roughness=4.0)
    assert [each for each in faint if not each.unsure] == []
    assert [each.suggestions for each in clear if not each.unsure] == [("sure",)]


def test_the_bar_sinks_with_the_share_of_errors() -> None:
    assert certain() >= bar(0.2) > bar(1.2) > bar(5.0) == bar(None)


@pytest.mark.parametrize(
    "text",
    ["They called him Sue, and he came.", "SUE WAS THERE.", "“’E was sue ’e’d seen it, an’ so wuz I,” said Joe."],
)
def test_names_capitals_and_dialect_are_left_alone(say: Say, text: str) -> None:
    word = next(each for each in ("Sue", "SUE", "sue") if each in text)
    assert say("real-word-slip", text, marks=(_mark(text, word, probability=0.99),)) == []


def test_kin_is_a_wrong_form(say: Say) -> None:
    text = "But she gave him a sadly smile."
    (found,) = say("real-word-slip", text, marks=(_mark(text, "sadly", probability=0.45),), roughness=5.0)
    assert (found.suggestions, found.category) == (("sad",), "wrong-form")


def test_a_clear_word_of_the_tagger_for_another_edit_goes_before(say: Say) -> None:
    text = "It was always the old mans attitude that hurt."
    start = text.index("mans")
    wanted = EngineMark("tagger", "$POSS", start, start + 4, ("man's",), "apostrophe", 0.97)
    assert say("real-word-slip", text, marks=(wanted,), roughness=8.0) == []


def test_a_small_word_that_is_too_many_stands_for_no_other(say: Say) -> None:
    text = "He took off of his coat and sat down."
    start = text.index(" of ")
    too_many = EngineMark("tagger", "D", start, start + 3, ("",), "extra-word", 0.4)
    assert say("real-word-slip", text, marks=(too_many,), roughness=8.0) == []
