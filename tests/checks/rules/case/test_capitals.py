# SPDX-License-Identifier: GPL-3.0-or-later
"""Titles, kin, names of days and peoples, stray capitals; the checks' examples cover the plain cases."""

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("id", "text", "fix"),
    [
        ("title-capital", "It was dr. Hale who came.", "Dr"), ("title-capital", "They sent for inspector Hale.", "Inspector"),
        ("kin-capital", "“I can’t, dad!” she cried.", "Dad"), ("kin-capital", "His Mom laughed.", "mom"),
        ("calendar-capital", "They flew to london.", "London"), ("calendar-capital", "He spoke french to her.", "French"),
        ("calendar-capital", "They lived in new york then.", "New York"),
        ("sentence-capital", "He was tired and i knew it.", "I"),
    ],
)  # fmt: skip
def test_the_capital_is_put_right(say: Say, id: str, text: str, fix: str) -> None:
    assert [each.suggestions for each in say(id, text, names=("Hale",))] == [(fix,)]


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("title-capital", "Her uncle Hale came."), ("title-capital", "They would miss Hale."),
        ("title-capital", "The old captain Hale knew was gone."),
        ("kin-capital", "They kept mum."), ("kin-capital", "He was a good dad."), ("kin-capital", "My Aunt Sarah came."),
        ("kin-capital", " ".join(["“No, mom,” she said. “Yes, mom,” he said."] * 8)),
        ("calendar-capital", "She stood at the french windows."), ("calendar-capital", "He polished the china."),
        ("sentence-capital", "It began with a small i and a dot."),
        ("stray-capital", "The house stood. A house, the house, one house. They saw the White House there."),
        ("stray-capital", "The house stood. A house, the house, one house. They went to the House of Lords."),
    ],
)  # fmt: skip
def test_what_is_right_is_left(say: Say, id: str, text: str) -> None:
    assert say(id, text, names=("Hale",)) == []
