# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes found again. The tests fix which place wins, never a score: the weights may be tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.text.anchors import Anchor

STORY = (
    "It was a bright cold morning in March, and every bell in the town was silent. Mara counted the steps again. "
    "“Eleven,” she said. The door at the top was open. She had never seen it open. “Eleven,” she said once more, "
    "and the lamp went out. Somewhere below her a chain began to move, link by link, over stone."
)


def anchor(words: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = STORY.index(words, start + 1)
    return Anchor.make(STORY, start, start + len(words))


@pytest.mark.parametrize("words", ["bright cold morning", "The door at the top was open.", "Eleven", "a chain began to move"])
def test_found_where_it_stands(words: str) -> None:
    found = anchor(words).find(STORY)
    assert found is not None
    assert found.of(STORY) == words


def test_of_two_the_one_with_its_surroundings() -> None:
    second = anchor("Eleven", 1)
    found = second.find(STORY)
    assert found is not None and found.start == STORY.rindex("Eleven")
    sentence = "She had never seen it open. “Eleven,” she said once more, "
    found = second.find(sentence + STORY.replace(sentence, ""))
    assert found is not None and found.start == sentence.index("Eleven")


def test_of_two_alike_the_nearer() -> None:
    text = "tick tock. " * 20
    third = Anchor.make(text, 110, 114)
    found = third.find(text)
    assert found is not None and found.start == 110


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("a bright cold morning in March", "a bright, cold morning in march"),
        ("every bell in the town was silent", "every bell in the town fell silent"),
        ("over stone", "over a stone"),
        ("Mara counted the steps again", "Mara counted the steps, again"),
    ],
)
def test_changed_words_are_found(words: str, changed: str) -> None:
    text = "A line put before. " + STORY.replace(words, changed)
    found = anchor(words).find(text)
    assert found is not None
    assert found.of(text).strip("., ") in (changed, changed.removeprefix("a "))


@pytest.mark.parametrize("words", ["Eleven", "a chain began to move, link by link", "She had never seen it open"])
def test_what_is_gone_is_lost(words: str) -> None:
    other = "The harbour lay empty. Nobody had come to meet the boat, and the rain had stopped an hour before. " * 3
    assert anchor(words).find(other) is None


def test_a_common_word_elsewhere_is_not_taken_for_it() -> None:
    assert anchor("said", 0).find("Entirely new words here, he said, which nobody had heard before that day.") is None


def test_a_long_quote_is_found_without_its_surroundings() -> None:
    words = "She had never seen it open. “Eleven,” she said once more"
    text = "Quite another page. " + words + " and nothing else."
    found = anchor(words).find(text)
    assert found is not None and found.of(text) == words


@given(st.text(alphabet="abc d", min_size=0, max_size=40), st.text(alphabet="abc d", max_size=40))
def test_text_added_elsewhere_never_moves_the_quote_off_its_words(before: str, after: str) -> None:
    words = "Somewhere below her a chain began to move"
    text = before + STORY + after
    found = anchor(words).find(text)
    assert found is not None and found.of(text) == words
