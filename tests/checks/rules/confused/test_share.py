# SPDX-License-Identifier: GPL-3.0-or-later
"""The share of confused words in a manuscript, from the sure ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from redraft.checks.rules.confused.share import confusions
from redraft.checks.story import Passage

_SWAPPED = (
    "She looked over they’re heads and smiled, and then he had know idea where the man had gone.",
    "He could hardly breath when she came into the room.",
)
_CLEAN = "They lost their way in the dark wood, and she knew no more than he did."


@pytest.fixture(scope="module")
def read(passage: Callable[..., Passage]) -> Callable[..., list[Passage]]:
    """Passages of these texts."""
    return lambda *texts: [passage(each) for each in texts]


def test_nothing_read_is_nothing_known(read: Callable[..., list[Passage]]) -> None:
    assert confusions([]) == 0 == confusions(read(""))


def test_edited_text_and_a_single_case_tell_nothing(read: Callable[..., list[Passage]]) -> None:
    assert confusions(read(_CLEAN, _CLEAN)) == 0 == confusions(read(_CLEAN, _SWAPPED[1]))


def test_more_words_more_share(read: Callable[..., list[Passage]]) -> None:
    few, many = confusions(read(*_SWAPPED, *[_CLEAN] * 20)), confusions(read(*_SWAPPED, _CLEAN))
    assert 0 < few < many


def test_what_is_no_prose_does_not_count(read: Callable[..., list[Passage]]) -> None:
    assert confusions([replace(each, kind="heading") for each in read(*_SWAPPED)]) == 0
