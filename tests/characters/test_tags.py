# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words beside a speech say of its speaker."""

from __future__ import annotations

import pytest

from redraft.characters.tags import Reader, Subject, runs_on
from tests.characters.conftest import Analyse


def tag(analyse: Analyse, text: str) -> Subject | None:
    return Reader(analyse(text)[0], {}).tag(0)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("“Yes,” she said.", "she"), ("“Yes,” said he.", "he"), ("“Yes,” I finally answered.", "i"), ("She said, “Yes.”", "she"),
        ("He rose, bowed low and said, “Yes.”", "he"), ("“Yes,” they had both cried.", "they"),
    ],
)
def test_pronouns(analyse: Analyse, text: str, pronoun: str) -> None:
    subject = tag(analyse, text)
    assert subject is not None and subject.tagged and subject.pronoun == pronoun


@pytest.mark.parametrize(("text", "noun"), [("“Yes,” said the old man.", "man"), ("“Yes,” my aunt said.", "aunt"), ("“Yes,” said another.", "")])
def test_descriptions(analyse: Analyse, text: str, noun: str) -> None:
    subject = tag(analyse, text)
    assert subject is not None and (subject.noun, subject.pronoun, subject.person) == (noun, None, None)


@pytest.mark.parametrize("text", ["“Yes.” She smiled.", "“Yes.”", "“Yes.” The rain said nothing to them.", "He rose. “Yes.”"])
def test_no_tag(analyse: Analyse, text: str) -> None:
    subject = tag(analyse, text)
    assert subject is None or subject.pronoun is None


def test_an_action_beside_a_speech(analyse: Analyse) -> None:
    subject = Reader(analyse("“Yes.” She smiled.")[0], {}).action(0)
    assert subject is not None and (subject.pronoun, subject.tagged) == ("she", False)


def test_a_speech_that_was_not_closed_runs_on(analyse: Analyse) -> None:
    first, second = analyse("“It was late. We left.", "“Nobody saw us.”")
    assert runs_on(first.speeches(), second.speeches())
    assert not runs_on(second.speeches(), second.speeches())
    assert not runs_on([], second.speeches())
