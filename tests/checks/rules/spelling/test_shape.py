# SPDX-License-Identifier: GPL-3.0-or-later
"""What the letters of a strange word say."""

import pytest

from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.shape import is_bent, is_coined, oddity


@pytest.mark.parametrize("word", ["starship", "catlike", "unpetted", "doorless"])
def test_coined_words(word: str) -> None:
    assert is_coined(word, lexicon())


@pytest.mark.parametrize("word", ["definatly", "recieve", "windwo"])
def test_misspelt_words_are_not_coined(word: str) -> None:
    assert not is_coined(word, lexicon())


def test_bent_words() -> None:
    assert is_bent("worlder", lexicon(), freely=False) and not is_bent("windwo", lexicon(), freely=False)


@pytest.mark.parametrize(("odd", "plain"), [("whcih", "which"), ("tihng", "thing"), ("hte", "the"), ("wrodl", "world")])
def test_slips_of_the_keys_look_less_like_english(odd: str, plain: str) -> None:
    assert oddity(odd) > oddity(plain) + 2


def test_what_is_not_plain_english_letters_is_not_odd() -> None:
    assert oddity("łódź") == 0.0
