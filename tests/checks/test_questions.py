# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions by their form."""

from __future__ import annotations

import pytest

from redraft.checks.questions import asks


@pytest.mark.parametrize(
    "speech",
    ["Where are you going.", "What did he say,", "You know him, don't you", "I see. Who are you", "Well, what's the matter",
     "Is your father at home", "Do you know him", "What about me", "But why can't we stay", "Tom, is that you",
     "Don't you remember me", "How long have you been here", "Who told you that", "Why don't you sit down",
     "What the hell are you doing", "May I come in", "So what do we do now"],
)
def test_a_question_is_known_by_its_form(speech: str) -> None:
    assert asks(speech)


@pytest.mark.parametrize(
    "speech",
    ["So do I, Helen.", "Whatever you do.", "Do be quiet.", "What I did was wrong.", "Don't you dare.", "Had I known",
     "How clever he is.", "I know where you are going.", "Nor can we.", "What a day.", "Do that again.", "May you live long.",
     "How do you do.", "Where there is smoke, there is fire.", "It is late.", "Never have I seen him.", "", "Why.",
     "He is the man, who is to blame.", "Who knows."],
)
def test_statements_orders_and_idioms_are_none(speech: str) -> None:
    assert not asks(speech)
