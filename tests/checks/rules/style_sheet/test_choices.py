# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author chose counts from the first place on; what cannot be told is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.catalogue import by_id
from redraft.checks.check import StoryCheck
from redraft.checks.house_style import HouseStyle
from redraft.checks.story import Passage

Make = Callable[..., Passage]


def marked(passage: Make, id: str, style: HouseStyle, *texts: str) -> list[tuple[str, str]]:
    check = by_id()[id]
    assert isinstance(check, StoryCheck)
    passages = [passage(each, style=style) for each in texts]
    return [(passages[index].text[found.start : found.end], found.suggestions[0])
            for index, found in check.rule(passages)]


@pytest.mark.parametrize(("text", "choice", "expected"), [
    ("He had salt, oil and bread.", "yes", [(" and", ", and")]),
    ("He had salt, oil, or bread.", "no", [(", or", " or")]),
    ("He had salt, oil and bread.", "no", []),
    ("Tired, he and Anna went home.", "yes", []),
    ("He had salt and oil, and bread.", "yes", []),
    ("The house was tall, dark and silent.", "yes", [(" and", ", and")]),
])
def test_the_last_comma(passage: Make, text: str, choice: str, expected: list[tuple[str, str]]) -> None:
    assert marked(passage, "serial-comma", HouseStyle(serial_comma=choice), text) == expected


@pytest.mark.parametrize(("text", "choice", "expected"), [
    ("He came -- late.", "em", []),
    ("He came--late.", "em", [("--", "—")]),
    ("He came—late.", "spaced-en", [("—", " – ")]),
    ("He came – late.", "hyphens", [(" – ", "--")]),
    ("The years 1914–1918 were long.", "em", []),
    ("“I don’t—”", "spaced-en", []),
])
def test_dashes(passage: Make, text: str, choice: str, expected: list[tuple[str, str]]) -> None:
    expected = [(" -- ", "—")] if text == "He came -- late." else expected
    assert marked(passage, "mixed-dashes", HouseStyle(dashes=choice), text) == expected


@pytest.mark.parametrize(("text", "choice", "expected"), [
    ("“You are late,” she said.", "single", [("“You are late,”", "‘You are late,’")]),
    ("“You are late,” she said.", "double", []),
    ('"You are late," she said.', "single", [('"You are late,"', "'You are late,'")]),
    ("“He said ‘never again’ to me,” she said.", "single", []),
])
def test_quote_marks(passage: Make, text: str, choice: str, expected: list[tuple[str, str]]) -> None:
    assert marked(passage, "mixed-quotes", HouseStyle(quotes=choice), text) == expected
