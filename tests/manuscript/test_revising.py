# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracked changes by their marks: accepted, rejected, one or all."""

from __future__ import annotations

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.revising import revised, revised_all, tracked_changes

ANN, BO = "Ann · 2026-01-02", "Bo · 2026-01-03"
GONE = Mark(3, 3, MarkKind.DELETED, "is", ANN)
CAME = Mark(3, 6, MarkKind.INSERTED, ANN)
LATER = Mark(11, 11, MarkKind.DELETED, " now", BO)
LOOK = Mark(7, 11, MarkKind.ITALIC)
PARAGRAPH = Paragraph(0, "He was here.", "He was here.", marks=(GONE, CAME, LOOK, LATER))


def test_what_one_hand_put_for_what_it_took_is_one_change() -> None:
    assert tracked_changes(PARAGRAPH) == [(GONE, CAME), (LATER,)]
    other = Paragraph(0, "He was", "He was", marks=(GONE, Mark(3, 6, MarkKind.INSERTED, BO)))
    assert len(tracked_changes(other)) == 2


def test_accepting_leaves_the_text() -> None:
    done = revised(PARAGRAPH, (GONE, CAME), accept=True)
    assert done.text == done.raw == "He was here." and done.marks == (LOOK, LATER) and done.edited


def test_rejecting_brings_the_old_words_back_and_moves_the_rest() -> None:
    done = revised(PARAGRAPH, (GONE, CAME), accept=False)
    assert done.text == "He is here."
    assert done.marks == (Mark(6, 10, MarkKind.ITALIC), Mark(10, 10, MarkKind.DELETED, " now", BO))


def test_all_at_once() -> None:
    story = [PARAGRAPH, Paragraph(1, "Stays.", "Stays.")]
    assert {index: each.text for index, each in revised_all(story, accept=True).items()} == {0: "He was here."}
    assert {index: each.text for index, each in revised_all(story, accept=False).items()} == {0: "He is here now."}


def test_a_change_that_is_none_of_the_paragraph_s_is_passed_over() -> None:
    assert revised(PARAGRAPH, (Mark(0, 2, MarkKind.INSERTED, BO),), accept=False).text == PARAGRAPH.text
