# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

from redraft.characters.once import Occurrences, once
from redraft.language.analysis import Analysis


def test_an_analysis_is_asked_once_and_a_changed_one_anew() -> None:
    asked: list[str] = []

    @once
    def length(analysis: Analysis) -> int:
        asked.append(analysis.text)
        return len(analysis.text)

    one = Analysis("Mara saw.")
    assert [length(one), length(one), length(Analysis("Mara saw."))] == [9, 9, 9]
    assert length(replace(one, text="Mara.")) == 5
    assert asked == ["Mara saw.", "Mara saw.", "Mara."]


def test_nothing_is_an_answer_too() -> None:
    asked: list[str] = []

    @once
    def nothing(analysis: Analysis) -> None:
        asked.append(analysis.text)

    one = Analysis("Mara saw.")
    nothing(one)
    nothing(one)
    assert asked == ["Mara saw."]


def test_what_is_kept_makes_no_two_analyses_differ() -> None:
    one, other = Analysis("Mara saw."), Analysis("Mara saw.")
    once(lambda analysis: 1)(one)
    assert one == other and hash(one) == hash(other)


def test_occurrences_of_one_analysis_are_told_apart_up_to_a_few() -> None:
    times, one, other = Occurrences(), Analysis("Yes."), Analysis("Yes.")
    numbers = [times.number(one) for _ in range(100)]
    assert len(set(numbers[:30])) == 30 and len(set(numbers)) == 40
    assert times.number(other) == numbers[0]
