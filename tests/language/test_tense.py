# SPDX-License-Identifier: GPL-3.0-or-later
"""The base tense and person of a scene."""

import pytest

from redraft.language.tagging import Language
from redraft.language.tense import Telling, narration, scene_facts, telling


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("She walked in and sat down. “I hate you and I know you lie,” she said. He looked at her.", ("past", "third")),
        ("She walks in and sits down. “I hated you,” she says. He looks at her and she frowns.", ("present", "third")),
        ("I walked in and sat down. He looked at me. We laughed, and I left.", ("past", "first")),
        ("I walk in and sit down. He looks at me. We laugh, and I leave.", ("present", "first")),
        ("You walk in and you sit down. He looks at you. You laugh, and you leave.", ("present", "second")),
        ("She walked in. He sits down. She sat. He looks at her. She smiled. He frowns.", ("mixed", "third")),
        ("Rain.", (None, None)),
    ],
)
def test_scene_facts(language: Language, text: str, facts: tuple[str | None, str | None]) -> None:
    told = telling(language.analyse([text]))
    assert scene_facts(told, told) == facts


def test_narration_leaves_speech_out(language: Language) -> None:
    (analysis,) = language.analyse(["“Go,” he said."])
    assert [each.text for each in narration(analysis)] == ["he", "said", "."]


@pytest.mark.parametrize(
    ("scene", "story", "tense"),
    [
        ((6, 4), (300, 9), "past"),        # more slips than most
        ((2, 0), (300, 9), "past"),        # short
        ((4, 6), (9, 300), "present"),
        ((1, 1), (9, 300), "present"),
        ((4, 6), (300, 9), "mixed"),       # the scene itself speaks against the story's tense
        ((0, 2), (300, 9), None),
        ((0, 9), (300, 20), "present"),    # a scene of its own
        ((6, 4), (60, 40), "mixed"),       # a story that has no tense to lend
        ((2, 0), (8, 0), None),            # or is too short to have one
        ((0, 0), (300, 9), None),
    ],
)
def test_the_story_decides_where_the_scene_cannot(
    scene: tuple[int, int], story: tuple[int, int], tense: str | None
) -> None:
    assert scene_facts(Telling(*scene), Telling(*story))[0] == tense
