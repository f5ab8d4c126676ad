# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule on names and terms spelled two ways."""

from __future__ import annotations

import pytest

from redraft.characters.names import story_names
from redraft.checks.check import Fires, Found, Quiet
from redraft.checks.rules.variants.two_spellings import two_spellings
from redraft.checks.story import Passage, StoryFacts
from redraft.language.tagging import Language


@pytest.fixture(scope="session")
def language() -> Language:
    return Language.load()


def found(language: Language, text: str, kind: str = "body") -> list[tuple[int, Found]]:
    analyses = language.analyse(text.split("\n"))
    story = StoryFacts(names=story_names(analyses))
    return list(two_spellings.rule([Passage(each, story=story, kind=kind) for each in analyses]))


@pytest.mark.parametrize("example", [each for each in two_spellings.examples if isinstance(each, Fires)], ids=lambda each: each.fix)
def test_the_rarer_spelling_is_marked(language: Language, example: Fires) -> None:
    ((index, mark),) = found(language, example.plain)
    paragraphs = example.plain.split("\n")
    start = sum(len(each) + 1 for each in paragraphs[:index]) + mark.start
    assert (start, start + mark.end - mark.start) == example.span
    assert mark.suggestions == (example.fix,)


@pytest.mark.parametrize("example", [each for each in two_spellings.examples if isinstance(each, Quiet)], ids=lambda each: each.text[:20])
def test_names_in_their_own_right_are_left_alone(language: Language, example: Quiet) -> None:
    assert found(language, example.text) == []


def test_headings_and_notes_are_not_read(language: Language) -> None:
    assert found(language, "They left Konoha. She saw Konoha. He loved Konoha. Then Konohah fell.", "note") == []


def test_no_passages_no_findings() -> None:
    assert list(two_spellings.rule([])) == []
