# SPDX-License-Identifier: GPL-3.0-or-later
"""Who tells the story."""

from __future__ import annotations

from redraft.characters.narrator import is_first_person
from tests.characters.conftest import Analyse


def test_an_i_in_narration_tells(analyse: Analyse) -> None:
    assert is_first_person(analyse("I rose. I ate. I went out. I saw him. He saw me, and I left."))


def test_an_i_in_speech_does_not(analyse: Analyse) -> None:
    assert not is_first_person(analyse("“I rose. I ate. I went. I saw. I left,” he said. He sighed."))


def test_a_stray_i_does_not(analyse: Analyse) -> None:
    assert not is_first_person(analyse("He rose, I think. " + "He ate. She left. They came. " * 6))
