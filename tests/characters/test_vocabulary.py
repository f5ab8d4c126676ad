# SPDX-License-Identifier: GPL-3.0-or-later
"""How a story writes its words."""

from __future__ import annotations

from redraft.characters.vocabulary import vocabulary
from tests.characters.conftest import Analyse


def test_capitals_are_counted_by_whether_they_are_due(analyse: Analyse) -> None:
    words = vocabulary(analyse("Rain fell on Rain. “Rain,” said he. … Rain! The rain. RAIN."))
    assert (words.capital["Rain"], words.due["Rain"], words.lower["rain"]) == (1, 3, 1)


def test_a_proper_word_is_hardly_ever_small(analyse: Analyse) -> None:
    words = vocabulary(analyse("He saw Hope. She saw Hope. It was hope, a small hope.", "He saw Maren. Maren left."))
    assert words.is_proper("Maren")
    assert not words.is_proper("Hope")
    assert not words.is_proper("Left")
