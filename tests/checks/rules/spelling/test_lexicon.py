# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of English."""

import pytest

from redraft.checks.rules.spelling.lexicon import lexicon, misspellings


@pytest.mark.parametrize(
    "word",
    ["grey", "gray", "colour", "color", "I'm", "dog's", "They'd", "London", "london's".capitalize(), "café", "cafe", "ain't",
     "realise", "realize", "Wednesday", "texted", "okay"],
)
def test_known_words(word: str) -> None:
    assert lexicon().knows(word)


@pytest.mark.parametrize("word", ["definately", "recieve", "teh", "alot", "dont", "xyzzy", "Orochimaru", "wierd", "hte"])
def test_unknown_words(word: str) -> None:
    assert not lexicon().knows(word)


def test_common_words_rank_above_rare_ones() -> None:
    known = lexicon()
    assert known.level("the") > known.level("house") > known.level("abattoir") >= 0 > known.level("xyzzy")


def test_a_misspelling_is_no_word_and_its_fix_is() -> None:
    known = lexicon()
    for wrong, right in misspellings().items():
        assert not known.knows(wrong), wrong
        assert all(known.knows(part) for each in right for part in each.split()), right
