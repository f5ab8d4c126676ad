# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word is."""

from __future__ import annotations

import pytest

from redraft.manuscript.counts import reading_minutes, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It’s a well-made, old-fashioned house.", 5),
        ("Wait—what? No--never.", 4),
        ("In 1984, at 7 p.m.", 6),
        ("“—”", 0),
        ("", 0),
        ("rock 'n' roll", 3),
        ("cafe\u0301 na\u00efve co\u00adoperate", 3),
        ("snake_case", 2),
        ("Привет, мир", 2),
        ("🙂 two words", 2),
    ],
)
def test_words_are_runs_of_letters_with_inner_apostrophes_and_hyphens(text: str, count: int) -> None:
    assert words(text) == count


def test_a_page_takes_a_minute() -> None:
    assert reading_minutes(476) == 2
