# SPDX-License-Identifier: GPL-3.0-or-later
"""Who tells the story."""

from __future__ import annotations

from redraft.characters.narrator import is_first_person
from tests.characters.conftest import Analyse, MakeCast


def test_an_i_in_narration_tells(analyse: Analyse) -> None:
    assert is_first_person(analyse("I rose. I ate. I went out. I saw him. He saw me, and I left."))


def test_an_i_in_speech_does_not(analyse: Analyse) -> None:
    assert not is_first_person(analyse("“I rose. I ate. I went. I saw. I left,” he said. He sighed."))


def test_a_stray_i_does_not(analyse: Analyse) -> None:
    assert not is_first_person(analyse("He rose, I think. " + "He ate. She left. They came. " * 6))


def test_who_tells_the_story_stands_first_in_the_cast(cast_of: MakeCast) -> None:
    cast = cast_of(
        "My name is Pip. I lived on the marsh, and I was small.", "I saw Joe. I waved to Joe, and Joe laughed. I ran.",
        "“Well?” said Joe.", "I sat down beside Joe.",
    )
    assert [(each.name, each.tells) for each in cast.characters][:2] == [("Pip", True), ("Joe", False)]
