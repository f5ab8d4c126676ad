# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are English without the story."""

from __future__ import annotations

import pytest

from redraft.characters.english_words import is_known


@pytest.mark.parametrize("word", ["house", "Houses", "walked", "well-known", "don’t", "colour", "realised", "unhappy", "stopped"])
def test_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["veilwright", "Chuunin", "Konohah", "zzq-house"])
def test_unknown(word: str) -> None:
    assert not is_known(word)
