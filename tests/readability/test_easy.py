# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of easy words."""

import pytest

from redraft.readability.easy import is_easy, is_easy_in_some_form


def test_common_words_and_numbers_are_easy() -> None:
    assert is_easy("mother") and is_easy("1984")


def test_others_are_not() -> None:
    assert not is_easy("melancholy") and not is_easy("kakashi")


@pytest.mark.parametrize("word", ["waited", "stopped", "softly", "happier", "boxes", "smiling", "mother's"])
def test_forms_of_easy_words(word: str) -> None:
    assert is_easy_in_some_form(word)


@pytest.mark.parametrize("word", ["melancholy", "bling", "mandible", "indiscreetly"])
def test_words_that_only_look_like_forms(word: str) -> None:
    assert not is_easy_in_some_form(word)
