# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips of tense in whole scenes: stories told in the present stay quiet, and a slip put into them is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.checks.catalogue import by_id
from redraft.checks.check import Check, Found
from redraft.checks.story import EngineMark, Passage
from redraft.language.tagging import Language
from redraft.language.tense import scene_facts, telling

HERE = Path(__file__).parent
SCENES = {"ferry.txt": "third", "kitchen.txt": "first", "signal.txt": "third"}


def _paragraphs(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8").replace("'", "’")
    return [" ".join(each.split()) for each in text.split("\n\n")]


def _slips(passage: Passage) -> list[Found]:
    check = by_id()["tense-slip"]
    assert isinstance(check, Check)
    return list(check.rule(passage))


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_told_in_the_present_is_known_as_one(name: str, language: Language) -> None:
    told = telling(language.analyse(_paragraphs(name)))
    assert scene_facts(told, told) == ("present", SCENES[name])


@pytest.mark.parametrize("name", SCENES)
def test_a_clean_scene_told_in_the_present_stays_quiet(name: str, passage: Callable[..., Passage]) -> None:
    for text in _paragraphs(name):
        found = _slips(passage(text, tense="present", person=SCENES[name]))
        assert [text[each.start - 30 : each.end + 20] for each in found] == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("ferry.txt", "She looks at the water", "She looked at the water"),
        ("kitchen.txt", "I look at the board.", "I looked at the board."),
        ("kitchen.txt", "My mother fills the bowls.", "My mother filled the bowls."),
    ],
)
def test_a_past_put_into_it_is_found_and_cured(
    name: str, right: str, wrong: str, passage: Callable[..., Passage],
) -> None:
    (clean,) = [each for each in _paragraphs(name) if right in each]
    spoilt = clean.replace(right, wrong)
    (found,) = _slips(passage(spoilt, tense="present", person=SCENES[name]))
    assert spoilt[: found.start] + found.suggestions[0] + spoilt[found.end :] == clean


def test_a_verb_that_the_parse_takes_for_a_noun_needs_the_tagger(passage: Callable[..., Passage]) -> None:
    text = "Captain Meek gulps."
    start = text.index("gulps")
    mark = EngineMark("tagger", "$PAST", start, start + 5, ("gulped",), "tense", 0.9)
    assert [each.suggestions for each in _slips(passage(text, marks=(mark,)))] == [("gulped",)]
    against = EngineMark("tagger", "$PRES_Z", start, start + 5, ("gulps",), "tense", 0.9)
    assert _slips(passage("He gulps. That was all.", tense="present", marks=(against,))) == []


def test_a_name_is_no_modal(passage: Callable[..., Passage]) -> None:
    assert _slips(passage("Will ran to the gate. Will stopped.", names=("Will",))) == []


def test_nothing_is_judged_where_the_scene_has_no_tense(passage: Callable[..., Passage]) -> None:
    for tense in ("mixed", None):
        assert _slips(passage("She opened the door and walks in.", tense=tense)) == []
