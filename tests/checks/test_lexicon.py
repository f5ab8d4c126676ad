# SPDX-License-Identifier: GPL-3.0-or-later
"""Word lists."""

from __future__ import annotations

import pytest

from redraft.checks.lexicon import word_lists, words


def test_words_are_parted_by_blanks() -> None:
    assert words("a b\nc  a") == {"a", "b", "c"}


def test_a_list_is_read_from_its_file() -> None:
    lists = word_lists("speech_verbs")
    assert "say" in lists["pure"] and "shrug" in lists["looks"]
    assert not lists["pure"] & lists["never"]


def test_a_missing_list_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        word_lists("no such list")
