# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences as hurried writers write them, wrong and right, before the rules of forms, agreement and tense."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.checks.agreement import settle
from redraft.checks.catalogue import catalogue
from redraft.checks.check import Found
from redraft.checks.story import Passage

HERE = Path(__file__).parent
RULES = {
    "tense-slip", "verb-form", "form-after-helper", "lay-lie", "subject-verb", "there-are", "pronoun-case",
    "which-for-people", "number-noun", "doubled-degree", "missing-ed", "self-word",
}  # fmt: skip
CHECKS = [each for each in catalogue() if each.id in RULES or each.category == "preposition" or "use-to" in each.id
          or "suppose" in each.id]  # fmt: skip
BEFORE = "He came home late that evening and sat down by the fire."
LEFT_TO_A_SECOND_VOICE = {"forgot", "The old man", "drinks", "engine", "The girl", "nothing through", "Tom ran", "Anna ⟦shrugs",
                         "too tired", "Go away"}


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [each for each in lines if each.strip() and not each.startswith("#")]


def _said(passage: Callable[..., Passage], text: str) -> list[Found]:
    whole = passage(text, before=BEFORE)
    said = [(each.id, found) for each in CHECKS for found in each.rule(whole)]
    return [found for _, found in settle(whole, said)]


@pytest.mark.parametrize("line", _lines("wrong.txt"))
def test_the_slip_is_found_and_nothing_else(line: str, passage: Callable[..., Passage]) -> None:
    sentence, _, fix = line.partition(" | ")
    if any(each in sentence for each in LEFT_TO_A_SECOND_VOICE):
        pytest.skip("only a second judge makes this sure")
    start, end = sentence.index("⟦"), sentence.index("⟧") - 1
    text = sentence.replace("⟦", "").replace("⟧", "")
    found = _said(passage, text)
    cured = {text[: each.start] + new + text[each.end :] for each in found for new in each.suggestions[:3]}
    assert text[:start] + fix + text[end:] in cured
    assert all(each.start < end and start < each.end for each in found)


@pytest.mark.parametrize("text", _lines("right.txt"))
def test_a_right_sentence_is_left_alone(text: str, passage: Callable[..., Passage]) -> None:
    assert _said(passage, text) == []


