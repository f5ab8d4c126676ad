# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found holds for exactly the text that it was found in."""

from __future__ import annotations

from redraft.analysis.verdicts import Verdicts
from redraft.checks.finding import Finding, Severity
from redraft.manuscript.model import Paragraph

TEXT = "He had had two cats."


def _found(check: str, start: int, end: int, text: str = TEXT) -> Finding:
    return Finding(check, "extra-word", Severity.ERROR, 7, start, end, text[start:end], "Twice.", ())


def _paragraph(text: str = TEXT) -> Paragraph:
    return Paragraph(7, text, text, "")


def test_a_paragraph_never_judged_has_no_verdict() -> None:
    verdicts = Verdicts()
    assert verdicts.current(_paragraph()) is None
    assert verdicts.items([_paragraph()]) == []


def test_a_verdict_is_dropped_when_the_text_has_changed() -> None:
    verdicts = Verdicts()
    verdicts.judged(_paragraph(), [_found("doubled-word", 3, 10)])
    assert [each.start for each in verdicts.of(_paragraph())] == [3]
    assert verdicts.current(_paragraph("He had two cats.")) is None
    assert verdicts.of(_paragraph("He had two cats.")) == []


def test_what_the_story_says_is_added_where_the_text_is_still_the_same() -> None:
    verdicts = Verdicts()
    verdicts.judged(_paragraph(), [_found("doubled-word", 3, 10)])
    assert verdicts.surveyed([_found("two-spellings", 15, 19)], {7: TEXT}) == {7}
    assert [each.check for each in verdicts.of(_paragraph())] == ["doubled-word", "two-spellings"]
    assert verdicts.of(_paragraph(TEXT + " ")) == []
    assert verdicts.surveyed([], {}) == {7}
    assert [each.check for each in verdicts.of(_paragraph())] == ["doubled-word"]


def test_a_forgotten_verdict_is_no_verdict() -> None:
    verdicts = Verdicts()
    verdicts.judged(_paragraph(), [])
    verdicts.forget(7)
    assert verdicts.current(_paragraph()) is None
