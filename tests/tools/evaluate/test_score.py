# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as found, as fixed and as right."""

from __future__ import annotations

import pytest
from tools.evaluate.score import Score, against
from tools.evaluate.texts import Label

from redraft.checks.finding import Finding, Severity
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Manuscript

TEXT = "It was to late. He went home.\n\nI seen it.\n"


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    return read_bytes(TEXT.encode(), "story.txt").manuscript


def mark(paragraph: Manuscript, index: int, words: str, *fixes: str) -> tuple[int, Finding]:
    text = paragraph.paragraphs[index].text
    start = text.index(words)
    return index, Finding(
        check="rule", category="confusable", severity=Severity.ERROR, paragraph=0, start=start, end=start + len(words),
        text=words, message="", suggestions=fixes,
    )  # fmt: skip


def label(words: str, category: str, *fixes: str, definite: bool = True) -> Label:
    start = TEXT.index(words)
    return Label(start, start + len(words), category, fixes, definite, "")


def test_a_mark_that_touches_finds_and_its_fix_is_judged_by_the_text_it_makes(manuscript: Manuscript) -> None:
    labels = [label("to late", "confusable", "too late"), label("seen", "verb-form", "saw", "have seen")]
    marks = [mark(manuscript, 0, "to", "two", "too"), mark(manuscript, 1, "I seen", "I see")]
    score = against(manuscript, marks, labels)
    assert dict(score.found) == {"confusable": 1, "verb-form": 1}
    assert dict(score.fixed) == {"confusable": 1}
    assert (score.right["rule"], score.marks["rule"]) == (2, 2)


def test_a_mark_on_nothing_is_wrong_and_an_arguable_place_is_right_but_not_found(manuscript: Manuscript) -> None:
    labels = [label("home", "comma", "home,", definite=False), label("seen", "verb-form", "saw")]
    score = against(manuscript, [mark(manuscript, 0, "home"), mark(manuscript, 0, "late")], labels)
    assert score.found.total() == 0
    assert (score.right["rule"], score.marks["rule"]) == (1, 2)
    assert "⟦late⟧" in score.wrong[0]
    assert "⟦seen⟧" in score.missed[0]


def test_a_fourth_suggestion_does_not_count(manuscript: Manuscript) -> None:
    score = against(manuscript, [mark(manuscript, 1, "seen", "a", "b", "c", "saw")], [label("seen", "verb-form", "saw")])
    assert score.fixed.total() == 0


def test_scores_add_up() -> None:
    whole = Score()
    for _ in range(2):
        one = Score()
        one.definite["comma"] += 2
        one.found["comma"] += 1
        one.marks["rule"] += 1
        whole.add(one)
    assert "2/4" in whole.row("all")
    assert whole.by_category() == ["    comma                      2/4   found    0 fixed"]
    assert whole.by_check() == ["    rule                               2 wrong of 2"]
