# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words are judged at all."""

from collections.abc import Callable

import pytest

from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.words import words
from redraft.checks.story import Passage

Make = Callable[..., Passage]


@pytest.mark.parametrize(
    "text",
    [
        "W-what? D-don't!", "Hmmm. Nooooo. Pfft. Tsk. Shh. Brrr.", "goin' 'ouse 'e", "NATO and FBI",
        "www.example.org and bob@example.com", "XIV, iv", "Chicago-ish lit-tle",
    ],
)  # fmt: skip
def test_words_that_are_not_judged(passage: Make, text: str) -> None:
    unknown = [each.text for each in words(passage(text)) if not lexicon().knows(each.text)]
    assert unknown == []


def test_a_capital_at_a_sentence_start_says_nothing(passage: Make) -> None:
    found = {each.text: each.capital for each in words(passage("Kakashi sat. “Anko?” Then Iruka came."))}
    assert found == {"Kakashi": False, "sat": False, "Anko": False, "Then": False, "Iruka": True, "came": False}


def test_a_word_in_single_quotes_is_no_clipped_one(passage: Make) -> None:
    assert next(words(passage("‘Recieve it,’ he said."))).text == "Recieve"


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("He closed the dooor.", True), ("“Come to the dooor!”", False), ("“Nooooo,” he said.", False),
        ("“My dau—”", False), ("He was her doughter—or not.", True), ("“No. No. I wa—”", False),
    ],
)  # fmt: skip
def test_stretched_and_broken_words_are_voices(passage: Make, text: str, judged: bool) -> None:
    assert bool(list(words(passage(text), unknown_to=lexicon()))) is judged
