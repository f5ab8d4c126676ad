# SPDX-License-Identifier: GPL-3.0-or-later
"""The base tense and person of a scene."""

import pytest

from redraft.language.tagging import Language
from redraft.language.tense import narration, scene_facts


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
    assert scene_facts(language.analyse([text])) == facts


def test_narration_leaves_speech_out(language: Language) -> None:
    (analysis,) = language.analyse(["“Go,” he said."])
    assert [each.text for each in narration(analysis)] == ["he", "said", "."]
