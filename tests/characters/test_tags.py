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
        ("At the end he sighed, “Yes.”", "he"), ("To gain time she repeated: “Yes.”", "she"),
        ("“Yes,” he returned lightly.", "he"), ("“Whither away so fast?” he hiccupped.", "he"),
        ("“Not today,” was his answer.", "he"), ("“Not today,” came her reply.", "she"),
    ],
)
def test_pronouns(analyse: Analyse, text: str, pronoun: str) -> None:
    subject = tag(analyse, text)
    assert subject is not None and subject.tagged and subject.pronoun == pronoun


@pytest.mark.parametrize(("text", "noun"), [("“Yes,” said the old man.", "man"), ("“Yes,” my aunt said.", "aunt"), ("“Yes,” said another.", ""), ("“Yes,” said the other impatiently.", "other"), ("“Yes,” the latter replied.", "other"),
    ("“Yes,” dutifully said the girl.", "girl"), ("“Yes,” the other man said.", "man"), ("“Go on,” his brother urged him.", "brother")])
def test_descriptions(analyse: Analyse, text: str, noun: str) -> None:
    subject = tag(analyse, text)
    assert subject is not None and (subject.noun, subject.pronoun, subject.person) == (noun, None, None)


@pytest.mark.parametrize("text", ["“Yes.” She smiled.", "“Yes.”", "“Yes.” The rain said nothing to them.", "He rose. “Yes.”",
    "“Yes.” He smiled.", "“Yes!” He smiled.", "“Yes,” she was.", "“Yes,” and she smiled."])
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


def test_any_verb_does_where_the_sentence_runs_on_to_a_name(analyse: Analyse) -> None:
    for text in ("“Yes,” Anna smiled.", "“Yes,” put in Anna.", "“Yes?” broke in Anna.", "“Yes,” quavered Anna."):
        analysis = analyse(text)[0]
        place = next(index for index, token in enumerate(analysis.tokens) if token.text == "Anna")
        subject = Reader(analysis, {place: (place + 1, 3)}).tag(0)
        assert subject is not None and subject.tagged and subject.person == 3, text


def test_a_name_of_two_people_is_a_tag_all_the_same(analyse: Analyse) -> None:
    subject = Reader(analyse("“Yes,” said Anna.")[0], {5: (6, None)}).tag(0)
    assert subject is not None and (subject.person, subject.noun) == (None, "anna")
