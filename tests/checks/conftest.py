# SPDX-License-Identifier: GPL-3.0-or-later
"""Passages for tests: one loaded language model, and the facts that a text of its own gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from redraft.checks.catalogue import by_id
from redraft.checks.check import Check, Fires, Found, Quiet, example_marks
from redraft.checks.facts import story_facts
from redraft.checks.house_style import HouseStyle
from redraft.checks.story import EngineMark, Passage, SceneFacts
from redraft.language.tagging import Language

Say = Callable[..., list[Found]]


@pytest.fixture(scope="session")
def language() -> Language:
    return Language.load()


@pytest.fixture(scope="session")
def passage(language: Language) -> Callable[..., Passage]:
    """Make a passage of a text; ``before`` and ``after`` are its neighbours' texts."""

    def make(
        text: str, *, tense: str | None = "past", person: str | None = "third", names: tuple[str, ...] = (),
        marks: tuple[EngineMark, ...] = (), kind: str = "body", before: str | None = None, after: str | None = None,
        roughness: float | None = None, style: HouseStyle | None = None,
        abundant: frozenset[str] = frozenset(),
    ) -> Passage:
        texts = [each for each in (before, text, after) if each is not None]
        analyses = dict(zip(texts, language.analyse(texts), strict=True))
        known = story_facts([text], [analyses[text]], names)
        story = replace(known, roughness=roughness, style=style or HouseStyle(), abundant=abundant)
        if story.quotes is None and "“" in text:
            story = replace(story, quotes="double-curly")
        sides = [analyses[each] if each is not None else None for each in (before, after)]
        return Passage(analyses[text], SceneFacts(1, tense, person), story, sides[0], sides[1], marks, kind)

    return make


@pytest.fixture(scope="session")
def say(passage: Callable[..., Passage]) -> Say:
    """What a check says of a text: ``say("comma-splice", text)``; unsure findings included."""

    def ask(id: str, text: str, **facts: object) -> list[Found]:
        check = by_id()[id]
        assert isinstance(check, Check)
        return list(check.rule(passage(text, **facts)))

    return ask


@pytest.fixture(scope="session")
def example(passage: Callable[..., Passage]) -> Callable[[Check, Fires | Quiet], list[Found]]:
    """What a check says of one of its own examples."""

    def ask(check: Check, one: Fires | Quiet) -> list[Found]:
        marks = example_marks(check.category, one)
        return list(check.rule(passage(one.plain, tense=one.tense, person=one.person, names=one.names, marks=marks)))

    return ask
