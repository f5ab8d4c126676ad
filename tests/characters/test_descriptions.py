# SPDX-License-Identifier: GPL-3.0-or-later
"""People without a name."""

from __future__ import annotations

from redraft.characters.descriptions import descriptions
from tests.characters.conftest import Analyse


def test_people_who_are_described(analyse: Analyse) -> None:
    found = list(descriptions(analyse("The tall old man nodded. A girl ran up to her mother.")[0]))
    assert [(each.noun, each.definite) for each in found] == [("man", True), ("girl", False), ("mother", True)]


def test_crowds_speech_and_titles_are_left_out(analyse: Analyse) -> None:
    text = "Men ran. “The man is mad,” he said. The police officer’s car stood there. She mothered him."
    assert [each.noun for each in descriptions(analyse(text)[0])] in ([], ["officer"])
