# SPDX-License-Identifier: GPL-3.0-or-later
"""A rare variant of a frequent own word; the check's examples cover the plain cases."""

from tests.checks.conftest import Say

_MANY = "Kakashi ran. Then Kakashi sat. And Kakashi knew. But Kakashi slept. So Kakashi woke. "


def test_the_possessive_keeps_its_ending(say: Say) -> None:
    (found,) = say("own-word-variant", _MANY + "It was Kakahsi’s house.")
    assert found.suggestions == ("Kakashi",)


def test_two_own_words_that_are_alike_decide_nothing(say: Say) -> None:
    other = _MANY.replace("Kakashi", "Kakushi")
    assert say("own-word-variant", _MANY + other + "It was Kakishi.") == []


def test_a_word_that_comes_often_is_its_own(say: Say) -> None:
    assert say("own-word-variant", _MANY + "Kakishi ran. A Kakishi sat. The Kakishi left.") == []
