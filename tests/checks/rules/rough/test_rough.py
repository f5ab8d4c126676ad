# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences of rough drafts, wrong and right, before the rules of grammar, form, hyphen, apostrophe and capital."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.checks.catalogue import catalogue
from redraft.checks.check import Found
from redraft.checks.runner import run
from redraft.checks.story import Passage

HERE = Path(__file__).parent
FAMILIES = {"agreement", "forms", "verbs", "pronouns", "hyphens", "punctuation", "case", "words"}
CHECKS = [each for each in catalogue()
          if each.rule.__module__.split(".")[-2] in FAMILIES or each.id.startswith("phrase-")]


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [each for each in lines if each.strip() and not each.startswith(("#", "["))]


def _said(passage: Callable[..., Passage], text: str) -> list[Found]:
    return [found for _, found in run(passage(text), CHECKS)]


def _even(text: str) -> str:
    """The text with single blanks: what a deletion leaves may have two."""
    return " ".join(text.split())


@pytest.mark.parametrize("line", _lines("wrong.txt"))
def test_the_error_is_found_and_cured(line: str, passage: Callable[..., Passage]) -> None:
    sentence, _, fix = f"{line} ".partition(" | ")
    fix = fix.strip()
    start, end = sentence.index("⟦"), sentence.index("⟧") - 1
    text = sentence.replace("⟦", "").replace("⟧", "")
    found = _said(passage, text)
    cured = {_even(text[: each.start] + new + text[each.end :]) for each in found for new in each.suggestions[:3]}
    assert _even(text[:start] + fix + text[end:]) in cured


@pytest.mark.parametrize("text", _lines("right.txt"))
def test_what_only_looks_like_an_error_is_left_alone(text: str, passage: Callable[..., Passage]) -> None:
    assert _said(passage, text) == []
