# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of verbs of speech."""

import pytest

from redraft.language.saying import SAYING


@pytest.mark.parametrize("word", ["said", "whispers", "replied", "admitted", "crying", "thought", "hissed", "quipped"])
def test_forms_of_saying(word: str) -> None:
    assert word in SAYING


@pytest.mark.parametrize("word", ["smiled", "walked", "ran", "nodded", "sayed", "read", "tor"])
def test_other_words(word: str) -> None:
    assert word not in SAYING
