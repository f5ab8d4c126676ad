# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as handled, and what does not."""

from __future__ import annotations

from redraft.checks.finding import Finding
from redraft.ui.panels.findings.tally import Tally, keyed
from tests.ui.story import TEXTS, finding, findings, outline

_TEXTS = {place + 10: text for place, text in enumerate(TEXTS)}


def never(*_: object) -> bool:
    return False


def _started() -> Tally:
    tally = Tally()
    tally.take(findings(), _TEXTS, never, never)
    return tally


def test_at_first_nothing_is_handled() -> None:
    assert _started().total == 0


def test_a_changed_text_without_the_finding_is_handled() -> None:
    tally = _started()
    tally.take(findings()[1:], {**_TEXTS, 11: "She was a rogue ninja."}, never, never)
    assert tally.total == 1
    assert tally.by_scene(outline(), {11: 1}) == {1: 1}


def test_a_finding_the_program_took_back_is_not() -> None:
    tally = _started()
    tally.take(findings()[1:], _TEXTS, never, never)
    assert tally.total == 0


def test_an_ignored_finding_is_handled() -> None:
    def ignored(found: Finding, text: str) -> bool:
        return found.text == "rouge" and text == TEXTS[1]

    tally = _started()
    tally.take(findings()[1:], _TEXTS, never, ignored)
    assert tally.total == 1


def test_a_paragraph_not_judged_yet_is_not_counted() -> None:
    tally = _started()
    changed = {**_TEXTS, 11: "She was a rogue ninja."}
    tally.take(findings()[1:], changed, lambda number: number == 11, never)
    assert tally.total == 0
    tally.take(findings()[1:], changed, never, never)
    assert tally.total == 1


def test_what_comes_back_is_not_handled_any_more() -> None:
    tally = _started()
    tally.take(findings()[1:], {**_TEXTS, 11: "changed"}, never, never)
    tally.take(findings(), _TEXTS, never, never)
    assert tally.total == 0


def test_the_same_words_twice_are_two() -> None:
    index, made = finding(0, "x", texts=["x x"])
    assert len(keyed([(index, made), (index, made)])) == 2


def test_another_manuscript_begins_at_nothing() -> None:
    tally = _started()
    tally.take([], {}, never, lambda *_: True)
    tally.clear()
    assert tally.total == 0
