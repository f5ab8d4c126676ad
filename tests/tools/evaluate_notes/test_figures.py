# SPDX-License-Identifier: GPL-3.0-or-later
"""The measure itself, and its short version: the sample stories revised in every way."""

from __future__ import annotations

from random import Random

import pytest
from tools.evaluate_notes.__main__ import measured
from tools.evaluate_notes.measuring import Truth, Verdict, judged, noted
from tools.evaluate_notes.pieces import joined, pieces
from tools.evaluate_notes.revising import SCENARIOS

from redraft.places import seed
from redraft.text.span import Span

STORY = "The gate was locked. “No,” said Anko. Nobody had seen the boy.\n\nA lamp burned all night."
SAMPLES = "\n\n".join(each.read_text(encoding="utf-8") for each in sorted(seed().glob("0*.[mt][dx]*")))


@pytest.mark.parametrize("name", [each for each in SCENARIOS if each != "all at once"])
def test_every_note_is_right_or_honestly_lost(name: str) -> None:
    tally = measured(SAMPLES, name, 120, "short", unknown=False)
    standing = tally.notes - tally.verdicts[Verdict.GONE]
    assert tally.verdicts[Verdict.WRONG] == 0, tally.failures
    assert tally.verdicts[Verdict.RIGHT] >= 0.95 * standing, tally.failures


@pytest.mark.parametrize("name", SCENARIOS)
def test_without_the_copy_nothing_is_guessed(name: str) -> None:
    assert measured(SAMPLES, name, 40, "short", unknown=True).verdicts[Verdict.WRONG] == 0


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_revision_changes_the_text_and_remembers_where_words_came_from(name: str) -> None:
    revised = SCENARIOS[name](pieces(SAMPLES), Random(1))
    assert joined(revised) != SAMPLES
    kept = [each for each in revised if each.word and each.kept and each.origin]
    assert len(kept) > 0.5 * sum(each.word for each in pieces(SAMPLES))
    if name == "scenes moved":
        assert all(each.text == SAMPLES[each.origin[0] : each.origin[1]] for each in kept if each.origin)


def test_the_pieces_are_the_text() -> None:
    assert joined(pieces(SAMPLES)) == SAMPLES


def test_notes_are_on_words() -> None:
    assert all(span.of(SAMPLES).strip() for span in noted(pieces(SAMPLES), 50, Random(2)))


def verdict(note: str, found: str | None, now: str = STORY) -> Verdict:
    story = pieces(STORY)
    start = STORY.index(note)
    if now != STORY:
        story = [each for each in story if each.text != "lamp"]
    where = None if found is None else Span(joined(story).index(found), joined(story).index(found) + len(found))
    return judged(Truth(story), Span(start, start + len(note)), len(note.split()), where)


def test_verdicts() -> None:
    assert verdict("gate was locked", "gate was locked") is Verdict.RIGHT
    assert verdict("gate was locked", "gate") is Verdict.NEAR
    assert verdict("gate was locked", "Nobody had") is Verdict.WRONG
    assert verdict("gate was locked", None) is Verdict.LOST
    assert verdict("lamp", None, now="without") is Verdict.GONE
    assert verdict("lamp", "burned", now="without") is Verdict.WRONG
