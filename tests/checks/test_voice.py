# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose way of talking it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Zone

Make = Callable[..., Passage]


def _voice(passage: Passage, words: str) -> bool:
    start = passage.text.index(words)
    return own_voice(passage, start, start + len(words))


@pytest.mark.parametrize(
    "text",
    [
        "“They was late, and I ain’t sorry,” he said.",
        "“They was here, me mam said,” she told him.",
        "They was late, and my da was none too pleased about it.",
        "“They was runnin’ home,” he said.",
    ],
)
def test_other_signs_beside_it_make_a_voice(text: str, passage: Make) -> None:
    assert _voice(passage(text), "They was")


def test_the_words_themselves_are_no_sign(passage: Make) -> None:
    assert not _voice(passage("They was late that evening, and nobody had waited."), "They was")


def test_what_one_speaks_says_nothing_of_the_telling(passage: Make) -> None:
    assert not _voice(passage("“I ain’t sorry,” he said. They was late that evening."), "They was")


def test_where_quote_marks_do_not_pair_all_may_be_spoken(passage: Make) -> None:
    broken = passage('He sat down. "They was late, said the old man, and laughed.')
    assert zone_of(broken, 2) is Zone.SPEECH
    assert zone_of(passage("He sat down and laughed."), 2) is Zone.NARRATION
