# SPDX-License-Identifier: GPL-3.0-or-later
"""Which gaps are suspected, and how the manuscript moves the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from redraft.checks.commas import suspects as module
from redraft.checks.commas.model import Limit, load_judge
from redraft.checks.commas.suspects import bar, read, suspects, weighed
from redraft.checks.story import FAINT, EngineMark, Passage
from redraft.language.tagging import Language

LIMIT = Limit(quiet=6.0, close=2.0, doubt=0.5)
SPOILT = "She opened, the door and looked into the hall."


@pytest.mark.parametrize(("roughness", "expected"), [(None, 6.0), (0.3, 6.0), (6.0, 2.0), (40.0, 2.0)])
def test_a_rough_draft_is_read_more_closely(roughness: float | None, expected: float) -> None:
    assert bar(LIMIT, roughness) == pytest.approx(expected)


def test_between_clean_and_rough_the_bar_sinks_bit_by_bit() -> None:
    bars = [bar(LIMIT, each) for each in (0.8, 1.0, 1.2, 1.4, 1.6)]
    assert bars == sorted(bars, reverse=True) and len(set(bars)) == 5


def test_a_stray_comma_is_suspected(passage: Callable[..., Passage]) -> None:
    found = [each for each in suspects(passage(SPOILT, roughness=8.0)) if each.task == "stray"]
    assert [each.place.mark for each in found] == [","]


def test_a_clean_sentence_is_not(passage: Callable[..., Passage]) -> None:
    assert suspects(passage("The old man, who had been asleep, opened his eyes.")) == ()


def test_without_the_judge_nothing_is(passage: Callable[..., Passage], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load_judge", lambda: None)
    assert suspects(passage(SPOILT, roughness=8.0)) == ()


def test_a_habit_counts(language: Language) -> None:
    judge = load_judge()
    assert judge is not None
    (analysis,) = language.analyse(["The door opened slowly and the old man from the shop came in."])

    def odds(habit: float) -> float:
        places, found = read(analysis, judge, {"and-clause": habit})
        return next(row[0] for place, row in zip(places, found.tolist(), strict=True) if place.kind == "and-clause")

    assert odds(-2.5) < odds(0.0) < odds(2.5)


def _odds(one: Passage) -> float:
    judge = load_judge()
    assert judge is not None
    return next(odds for task, place, odds in weighed(one, judge) if (task, place.kind) == ("missing", "and-clause"))


def test_another_habit_is_read_anew(passage: Callable[..., Passage]) -> None:
    one = passage("The door opened slowly and the old man from the shop came in.", roughness=8.0)
    freely = replace(one, story=replace(one.story, comma_habits={"and-clause": 2.5}))
    never = replace(one, story=replace(one.story, comma_habits={"and-clause": -2.5}))
    assert _odds(freely) > _odds(one) > _odds(never)


@pytest.mark.parametrize("engine", ["tagger", FAINT])
def test_the_tagger_is_heard_on_the_same_change(passage: Callable[..., Passage], engine: str) -> None:
    text = "The door opened slowly and the old man from the shop came in."
    start = text.index("slowly")
    odds = [
        _odds(passage(text, marks=(EngineMark(engine, rule, start, start + 6, ("slowly,",), "comma", likely),)))
        for rule, likely in (("A_,", 0.06), ("A_,", 0.2), ("A_,", 0.9), ("D", 0.9))
    ]
    assert odds[0] < odds[1] < odds[2] and odds[3] == _odds(passage(text))
